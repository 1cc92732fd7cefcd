"""Records leave a bank and come back whole."""

import json
from pathlib import Path

import pytest

from quotebank import Article, Bank, Quote
from quotebank.actions.exporting import Wanted, choose_format, export, save
from quotebank.actions.importing import Source, bring_in
from quotebank.actions.outlets import outlet_names
from quotebank.actions.selecting import Selection
from quotebank.errors import CannotCreate, ManyProblems, NotFound, UsageError
from quotebank.formats import find_format
from tests.actions.conftest import TODAY

JSON = find_format("json")


def whole(bank: Bank) -> bytes:
    """The bank as quotebank's JSON."""
    return "".join(export(bank, JSON, Wanted(), TODAY).pieces).encode("utf-8", "backslashreplace")


def from_text(text: str) -> Source:
    """A JSON file to import."""
    return Source("file.json", text.encode(), JSON)


def test_export_and_import_lose_nothing(bank: Bank, empty: Bank) -> None:
    """A bank exported and imported is the same bank: records, ids, times and outlets."""
    data = whole(bank)
    result = bring_in(empty, [Source("all.json", data, JSON)])
    assert len(result.added) == sum(bank.counts())
    assert not result.problems
    assert json.loads(whole(empty)) == json.loads(data)
    assert outlet_names(empty).named("Vzgliad") == "Vzglyad"


def test_import_twice_adds_nothing(bank: Bank) -> None:
    """What is there already is skipped, and the file does not grow."""
    data = whole(bank)
    size = bank.path.stat().st_size
    result = bring_in(bank, [Source("all.json", data, JSON)])
    assert (result.added, result.updated) == ([], [])
    assert len(result.skipped) == sum(bank.counts())
    assert bank.path.stat().st_size == size


def test_hostile_text_survives(empty: Bank, tmp_path: Path) -> None:
    """Control characters, lone surrogates, markup and NUL come through an export and import exactly."""
    text = "\x1b[31m \u202e \udcff \x00 \\input{x} {{ }} % & <b> `x` \u2028 😀"
    key = empty.add(Article(title=text, outlet="x")).key
    empty.add_quote(Quote(article=key, text=text))
    other = Bank.create(tmp_path / "other", cache=tmp_path / "cache")
    bring_in(other, [Source("all.json", whole(empty), JSON)])
    assert other.article(key).title == text
    assert [quote.text for quote in other.iter_quotes()] == [text]


@pytest.mark.parametrize(
    ("policy", "title", "outcome"),
    [("skip", "The old title of it", "skipped"), ("update", "The Old Title of It", "updated")],
)
def test_a_differing_record(empty: Bank, policy: str, title: str, outcome: str) -> None:
    """A record that is there and differs is left alone, or takes what is new, as is said."""
    empty.add(Article(key="a1", title="The old title of it"))
    new = from_text('{"articles": [{"key": "a1", "title": "The Old Title of It"}], "quotes": []}')
    result = bring_in(empty, [new], policy=policy)
    assert getattr(result, outcome) == ["a1"]
    assert result.why["a1"].startswith("same key")
    assert empty.article("a1").title == title


def test_all_or_nothing_unless_told_to_go_on(empty: Bank) -> None:
    """One bad entry keeps everything out and is named; with keep_going the rest comes in."""
    articles = '[{"key": "a1", "title": "Good"}, {"key": "b1", "title": 7}]'
    text = f'{{"articles": {articles}, "quotes": [{{"article": "zz", "text": "x"}}]}}'
    with pytest.raises(ManyProblems) as caught:
        bring_in(empty, [from_text(text)])
    assert len(caught.value.problems) == 2
    assert any("articles[1].title" in problem for problem in caught.value.problems)
    assert empty.counts() == (0, 0)
    result = bring_in(empty, [from_text(text)], keep_going=True)
    assert result.added == ["a1"]
    assert empty.counts() == (1, 0)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "nonsense", '{"articles": [', '{"articles": 3}', "[" * 100_000, "\ufeff"]
)
def test_broken_files_are_problems(empty: Bank, text: str) -> None:
    """A file that is not what it should be is a problem with its name, and changes nothing."""
    before = empty.path.read_bytes()
    with pytest.raises(ManyProblems) as caught:
        bring_in(empty, [from_text(text)])
    assert all(problem.startswith("file.json") for problem in caught.value.problems)
    assert empty.path.read_bytes() == before


def test_dry_run_and_unknown_policy(empty: Bank) -> None:
    """A dry run tells and writes nothing; an unknown policy is refused with the choice."""
    text = from_text('{"articles": [{"key": "a1", "title": "x"}]}')
    assert bring_in(empty, [text], dry_run=True).added == ["a1"]
    assert empty.counts() == (0, 0)
    with pytest.raises(UsageError, match="skip"):
        bring_in(empty, [text], policy="merge")


def test_export_chooses(bank: Bank) -> None:
    """Keys, filters and a search narrow an export; an unknown key is an error."""
    everything = Selection()

    def keys(selection: Selection = everything, query: str = "", named: tuple[str, ...] = ()) -> set[str]:
        text = "".join(export(bank, JSON, Wanted(selection, query, named), TODAY).pieces)
        return {article["key"] for article in json.loads(text)["articles"]}

    assert keys(named=("lankov2021a",)) == {"lankov2021a"}
    assert keys(query="Kimjongunism") == {"lankov2021a"}
    assert keys(Selection(outlets=["Vzgliad"])) == {"mirzaian2021", "timokhin2021"}
    with pytest.raises(NotFound, match="no article"):
        keys(Selection(outlets=["Vzgliad"]), query="Kimjongunism")
    with pytest.raises(NotFound):
        keys(named=("nobody",))


@pytest.mark.parametrize("name", ["biblatex", "bibtex", "markdown", "json"])
def test_same_records_same_bytes(bank: Bank, name: str) -> None:
    """An export is the same bytes every time."""
    known = find_format(name)
    first = "".join(export(bank, known, Wanted(), TODAY).pieces)
    assert first == "".join(export(Bank(bank.path, cache=bank.path.parent / "c2"), known, Wanted(), TODAY).pieces)
    assert "Lankov" in first


def test_twelve_sources_in_a_bibliography(bank: Bank) -> None:
    """Issue 10, the undated item and the unsigned one come out right, and each says where it was read."""
    text = "".join(export(bank, find_format("biblatex"), Wanted(), TODAY).pieces)
    assert text.count("\n@") + text.startswith("@") == 13
    entries = {entry.split(",")[0].split("{")[1]: entry for entry in text.split("\n@")}
    assert "number = {10}" in entries["barskii2021"]
    assert "n.d." in entries["prokhanovnd"]
    assert "author" not in entries["zavtra2021"]
    assert "Quoted in" in entries["lankov2021a"]


def test_format_by_name_by_suffix_or_default() -> None:
    """The name wins over the suffix, the suffix over the default; an unknown one is refused."""
    assert choose_format("json", "refs.bib").name == "json"
    assert choose_format(None, "REFS.BIB").name == "biblatex"
    assert choose_format(None, None).name == "biblatex"
    with pytest.raises(UsageError, match=r"refs\.xyz"):
        choose_format(None, "refs.xyz")


def test_a_file_is_whole_or_as_it_was(bank: Bank, tmp_path: Path) -> None:
    """A failing export leaves the file that was there; the bank itself is never written over, by any path."""
    target = tmp_path / "refs.bib"
    target.write_text("old")

    def failing() -> "object":
        yield "new"
        raise RuntimeError("half way")

    with pytest.raises(RuntimeError):
        save(bank, target, failing())  # type: ignore[arg-type]
    assert target.read_text() == "old"
    assert not list(tmp_path.glob("*.new"))
    link = tmp_path / "link.json"
    link.symlink_to(bank.path)
    before = bank.path.read_bytes()
    for path in (bank.path, link):
        with pytest.raises(CannotCreate):
            save(bank, path, ["x"])
    assert bank.path.read_bytes() == before
