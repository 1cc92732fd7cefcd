"""What drafts cite, held against a bank: keys, old keys, unknown ones, and a bibliography that is there already."""

import datetime
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank import Bank
from quotebank.actions import cited as rules
from quotebank.actions.cited import Cited, Missing, as_written, cited, told_of_old_keys, trouble_line
from quotebank.actions.cited_check import Compared, Difference, compare, format_of
from quotebank.actions.exporting import Export, Options, Wanted, export
from quotebank.actions.selecting import Selection
from quotebank.draft.records import Citation, Part, Spot, Trouble
from quotebank.errors import NotFound, UsageError
from quotebank.formats import Context, find_format
from quotebank.model.articles import Article
from quotebank.model.quotes import Quote, Via

TODAY = datetime.date(2021, 11, 30)


def part(*keys: str, form: str = "markdown", text: str = "", everything: bool = False) -> Part:
    """A file that cites these keys, each on a line of its own."""
    citations = tuple(Citation(key, Spot("paper", line, 3), 0, 0) for line, key in enumerate(keys, 1))
    return Part(name="paper", format=form, text=text, prose=text, citations=citations, all_entries=everything)


@pytest.fixture
def press(tmp_path: Path) -> Bank:
    """A bank of a few articles: `new` was called `old` and `older`, `heard` was read in `digest` alone."""
    bank = Bank.create(tmp_path / "bank.jsonl", cache=tmp_path / "cache")
    for key, ids in (("new", ("older", "old")), ("lankov2021", ()), ("lankov2021b", ()), ("heard", ()), ("digest", ())):
        bank.add(Article(key=key, ids=ids, title=f"The title of {key}", outlet="TASS", url="https://x.example/"))
    bank.add_quote(Quote(article="heard", text="Said.", via=Via("digest")))
    bank.add_quote(Quote(article="new", text="Said too."))
    return bank


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Bank:
    """One bank for all examples of a property, which only ask."""
    folder = tmp_path_factory.mktemp("small")
    bank = Bank.create(folder / "bank.jsonl", cache=folder / "cache")
    bank.add(Article(key="new", ids=("old", "older"), title="New"))
    bank.add(Article(key="lankov2021", title="Other"))
    return bank


def written(made: Export) -> str:
    """The text of an export."""
    return "".join(made.pieces)


def exported(bank: Bank, found: Cited, name: str = "pandoc", options: Options | None = None) -> str:
    """What is written in a format for what a draft cites."""
    return written(export(bank, find_format(name), Wanted(cited=found), TODAY, options or Options()))


def test_keys_in_the_order_of_the_draft(press: Bank) -> None:
    """Each record once, in the order in which it is first cited, with that place."""
    found = cited(press, [part("lankov2021b", "new"), part("lankov2021", "new", "lankov2021b")])
    assert found.keys == ("lankov2021b", "new", "lankov2021")
    assert [found.first[key].spot.line for key in found.keys] == [1, 2, 1]
    assert [found.articles[key].key for key in found.keys] == list(found.keys)
    assert (found.missing, found.aliases, found.everything) == ((), {}, False)


def test_a_key_is_that_key_alone(press: Bank) -> None:
    """A longer key never counts as a shorter one, nor another case of it: no tool would find it."""
    found = cited(press, [part("lankov2021b", "lankov2021c", "lankov202", "Lankov2021")])
    assert found.keys == ("lankov2021b",)
    assert [each.citation.key for each in found.missing] == ["lankov2021c", "lankov202", "Lankov2021"]
    assert all("lankov2021" in each.nearest for each in found.missing)
    assert found.missing[2].nearest[0] == "lankov2021"


@pytest.mark.parametrize(
    ("form", "text", "takes"),
    [
        ("latex", "\\bibliographystyle{plain}", True), ("latex", "\\usepackage{biblatex}", False),
        ("aux", "\\bibstyle{plain}", True), ("aux", "\\abx@aux@cite{0}{a}", False), ("markdown", "\\bibstyle{", False),
    ],
)  # fmt: skip
def test_bibtex_does_not_mind_case(press: Bank, form: str, text: str, takes: bool) -> None:
    """Where classic BibTeX makes the bibliography, another case of a key finds its record, and is no old key."""
    found = cited(press, [part("Lankov2021", "OLD", form=form, text=text)])
    assert found.keys == (("lankov2021", "new") if takes else ())
    assert dict(found.aliases) == ({"OLD": "new"} if takes else {})


def test_old_keys_are_resolved(press: Bank) -> None:
    """A key that a record had before finds it; each is told with the present one."""
    found = cited(press, [part("old", "lankov2021", "new", "older")])
    assert found.keys == ("new", "lankov2021")
    assert dict(found.aliases) == {"old": "new", "older": "new"}
    assert found.spelt["new"] == ("old", "new", "older")
    assert found.first["new"].key == "old"
    assert list(told_of_old_keys(found)) == [
        "paper: old is now new; it is written so that old is found too",
        "paper: older is now new; it is written so that older is found too",
    ]


def test_unknown_keys_are_told_once(press: Bank) -> None:
    """A key that nothing has is told where it is first cited, with the keys most like it."""
    found = cited(press, [part("new", "lankof2021", "xyz", "lankof2021")])
    assert [(each.citation.key, each.citation.spot.line) for each in found.missing] == [("lankof2021", 2), ("xyz", 3)]
    assert found.missing[0].nearest == ("lankov2021", "lankov2021b")
    assert str(found.missing[0]) == (
        "paper:2:3: lankof2021: no record has this key; did you mean lankov2021 or lankov2021b?"
    )
    assert str(found.missing[1]) == "paper:3:3: xyz: no record has this key"


def test_nearest_keys_with_another_beginning(press: Bank) -> None:
    """A slip in the first letters is found too."""
    assert cited(press, [part("kankov2021")]).missing[0].nearest[0] == "lankov2021"


def test_very_many_unknown_keys(press: Bank, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a draft of another bank every key is told, the nearest only for the first of them."""
    monkeypatch.setattr(rules, "MOST_LOOKED_UP", 2)
    found = cited(press, [part("lankov2022", "lankov2023", "lankov2024")])
    assert [bool(each.nearest) for each in found.missing] == [True, True, False]


@pytest.mark.parametrize(
    "key", ["", " ", "a b", "smith/2020", "a" * 200, "ключ", "\ud800", "a\0b", "x'; DROP TABLE names"]
)
def test_odd_keys_are_unknown(press: Bank, key: str) -> None:
    """What can be a key of no bibliography is unknown, even where a merged journal has it as an old key."""
    with press.transaction("merge") as change:
        change._stage("articles", "odd", {"key": "odd", "type": "book", "ids": [key]})
    found = cited(press, [part(key)])
    assert [each.citation.key for each in found.missing] == [key]


@given(st.lists(st.sampled_from(["new", "old", "older", "lankov2021", "nobody", "NEW"])))
def test_every_citation_is_found_or_missing(small: Bank, keys: list[str]) -> None:
    """No key is lost: each spelling leads to a record or is missing, never both."""
    found = cited(small, [part(*keys)])
    spelt = {key for spellings in found.spelt.values() for key in spellings}
    missing = {each.citation.key for each in found.missing}
    assert spelt | missing == set(keys)
    assert not spelt & missing
    assert set(found.keys) == set(found.first) == set(found.articles) == set(found.spelt)


def test_the_whole_bibliography(press: Bank) -> None:
    r"""A draft that asks for everything gets it, in any of its files."""
    found = cited(press, [part("new"), part(everything=True)])
    assert found.everything
    assert exported(press, found).count("[@") == 5


def test_just_what_is_cited_and_what_it_was_read_in(press: Bank) -> None:
    """The cited records and the source in which one was read, unless exactly what was asked for is wanted."""
    found = cited(press, [part("heard", "lankov2021")])
    assert exported(press, found) == "[@digest]\n[@heard]\n[@lankov2021]\n"
    assert exported(press, found, options=Options(sources="asked")) == "[@heard]\n[@lankov2021]\n"
    assert exported(press, found, options=Options(sources="read")) == "[@digest]\n[@lankov2021]\n"


@pytest.mark.parametrize("profile", ["apa", "mla", "chicago"])
def test_what_is_cited_is_there_for_its_tool(press: Bank, profile: str) -> None:
    """A profile that lists only what was read does not take a cited record away: its citation would hang in the air."""
    text = exported(press, cited(press, [part("heard")]), "biblatex", Options(profile=profile))
    assert "{heard," in text
    assert "{digest," in text


def test_together_with_query_filters_and_keys(press: Bank) -> None:
    """What a draft cites is narrowed by a query, by filters and by keys."""
    found = cited(press, [part("new", "lankov2021", "lankov2021b")])

    def keys(wanted: Wanted) -> str:
        return written(export(press, find_format("pandoc"), wanted._replace(cited=found), TODAY))

    assert keys(Wanted(query="said")) == "[@new]\n"
    assert keys(Wanted(keys=("old", "heard"))) == "[@new]\n"
    assert keys(Wanted(Selection(outlets=("TASS",)), keys=("lankov2021b",))) == "[@lankov2021b]\n"
    with pytest.raises(NotFound):
        keys(Wanted(Selection(outlets=("Izvestia",))))


def test_an_export_of_keys_does_not_read_the_bank(press: Bank, monkeypatch: pytest.MonkeyPatch) -> None:
    """Records named by key or cited are looked up one by one; the bank's other lines are not touched."""
    found = cited(press, [part("heard", "lankov2021")])

    def refuse(*_: object) -> Iterable[object]:
        raise AssertionError("the bank is read through")

    for name in ("lines", "iter_articles", "iter_quotes", "article_texts"):
        monkeypatch.setattr(Bank, name, refuse)
    monkeypatch.setattr("quotebank.bank.view.KeyView.briefs", refuse)
    assert exported(press, found).count("[@") == 3
    assert written(export(press, find_format("pandoc"), Wanted(keys=("new",)), TODAY)) == "[@new]\n"
    cited(press, [part("lankov2022")])


@pytest.mark.parametrize("sort", ["added", "key", "author"])
def test_the_order_is_that_of_any_export(press: Bank, sort: str) -> None:
    """Cited records come in the same order as when the whole bank is exported."""
    whole = written(export(press, find_format("pandoc"), Wanted(), TODAY, Options(sort=sort, sources="asked")))
    found = cited(press, [part("new", "heard", "digest", "lankov2021b", "lankov2021")])
    assert exported(press, found, options=Options(sort=sort, sources="asked")) == whole


@pytest.mark.parametrize("name", ["bibtex", "csl-json", "hayagriva", "footnotes", "pandoc"])
def test_formats_of_one_key_have_the_draft_s_key(press: Bank, name: str) -> None:
    """Where a tool knows a record by one key, that is the one of the draft; by two, the record is there twice."""
    text = exported(press, cited(press, [part("old")]), name)
    assert "old" in text
    assert text.count("The title of new") == (0 if name == "pandoc" else 1)
    if name in ("bibtex", "csl-json"):
        (article,) = find_format(name, to="read").read(text.encode()).articles
        assert article == replace(press.article("new"), key="old", ids=article.ids)
    both = exported(press, cited(press, [part("old", "new")]), name)
    assert both.count("The title of new") == (0 if name == "pandoc" else 2)


@pytest.mark.parametrize("form", ["markdown", "latex"])
def test_biblatex_has_one_entry_that_its_tool_finds(press: Bank, form: str) -> None:
    """Cited by old keys alone, an entry has the first of them for pandoc, for biber the present; the others in ids."""
    text = exported(press, cited(press, [part("older", "old", form=form)]), "biblatex")
    assert text.count("@") == 1
    assert ("{new," if form == "latex" else "{older,") in text
    assert ("ids = {older,old}" if form == "latex" else "ids = {new,old}") in text


@pytest.mark.parametrize("bare", [False, True])
def test_biblatex_has_old_keys_beside_the_present(press: Bank, bare: bool) -> None:
    """BibLaTeX has one entry with all its keys, for biber and pandoc look in ids."""
    text = exported(press, cited(press, [part("old", "new")]), "biblatex", Options(bare=bare))
    assert text.count("@") == 1
    assert "{new," in text
    assert "ids = {older,old}" in text


@pytest.mark.parametrize("name", ["markdown", "plain", "csv", "ris", "json"])
def test_formats_nobody_cites_from_are_as_ever(press: Bank, name: str) -> None:
    """Lists and exchange formats hold the record once, whatever it is cited by."""
    found = cited(press, [part("old", "new", "older")])
    assert exported(press, found, name) == exported(press, cited(press, [part("new")]), name)


def test_what_was_read_elsewhere_is_said_under_an_old_key(press: Bank) -> None:
    """An entry under an old key says where it was read, as the present one does."""
    with press.transaction("rekey") as change:
        change.replace_article("heard", replace(press.article("heard"), key="heardnow"))
    found = cited(press, [part("heard")])
    assert dict(found.aliases) == {"heard": "heardnow"}
    for name in ("bibtex", "csl-json"):
        assert "Quoted in" in exported(press, found, name)


def test_one_of_two_cases_is_written_once() -> None:
    """BibTeX takes no two keys that differ only in case, so one of them is written."""
    article = Article(key="new", ids=("old", "Old"), title="New")
    found = Cited(keys=("new",), spelt={"new": ("Old", "old", "NEW")}, aliases={"Old": "new", "old": "new"})
    assert [each.key for each in as_written([article], found, copies=True)] == ["old", "new"]
    assert [each.key for each in as_written([article], found, copies=False)] == ["new"]
    (lone,) = as_written([replace(article, key="added")], found, copies=True)
    assert lone.key == "added"


def test_troubles_as_lines() -> None:
    """A trouble begins with its place, as editors read it."""
    assert trouble_line(Trouble(Spot("a.md", 3, 5), "gone", "check")) == "a.md:3:5: gone; check"
    assert trouble_line(Trouble(Spot("a.md", 3, 5), "gone")) == "a.md:3:5: gone"


# A bibliography that is there already --------------------------------------------------------------------------------


def checked(bank: Bank, text: str, found: Cited, name: str = "biblatex", options: Options | None = None) -> Compared:
    """What is said of a bibliography."""
    known, asked = find_format(name), options or Options()
    pieces = [
        export(bank, known, Wanted(cited=found), TODAY, asked._replace(bare=bare)).pieces for bare in (False, True)
    ]
    return compare(text.encode(), known, found, *pieces)


@pytest.mark.parametrize("name", ["biblatex", "bibtex", "csl-json", "ris"])
@pytest.mark.parametrize("bare", [False, True])
def test_what_was_exported_is_right(press: Bank, name: str, bare: bool) -> None:
    """What an export writes, whole or bare, is what the check asks for, cited by old keys or not."""
    found = cited(press, [part("old", "new", "heard", "lankov2021")])
    text = exported(press, found, name, Options(bare=bare))
    result = checked(press, text, found, name)
    assert result.right, result
    assert result.entries == (4 if name in ("biblatex", "ris") else 5)


def test_missing_unneeded_and_differing(press: Bank) -> None:
    """Each entry that is not as it should be is told with what is wrong."""
    found = cited(press, [part("new", "lankov2021", "lankov2021b")])
    entries = [
        replace(press.article("new"), title="Another title", outlet="Izvestia"), press.article("lankov2021"),
        press.article("digest"),
    ]  # fmt: skip
    result = checked(press, "".join(find_format("biblatex").write(entries, Context())), found)
    assert result.missing == ("lankov2021b",)
    assert result.unneeded == ("digest",)
    assert result.differing == (Difference("new", ("title", "outlet")),)
    assert (result.right, result.entries, result.problems, result.unknown) == (False, 3, (), ())


def test_what_it_was_read_in_is_needed_too(press: Bank) -> None:
    """A record that was read in another needs that one as well."""
    found = cited(press, [part("heard")])
    only = exported(press, found, "biblatex", Options(sources="asked"))
    assert checked(press, only, found).missing == ("digest",)


def test_an_entry_under_another_key_is_another_s(press: Bank) -> None:
    """By ids biber finds an entry, and pandoc if the entry's own key is cited too; other formats have none."""
    present = cited(press, [part("new")])
    old, both = cited(press, [part("old")]), cited(press, [part("old", "new")])
    assert checked(press, exported(press, present, "biblatex"), old).missing == ("old",)
    assert checked(press, exported(press, present, "biblatex"), both).right
    assert checked(press, exported(press, present, "biblatex"), cited(press, [part("old", form="bcf")])).right
    assert checked(press, exported(press, present, "csl-json"), both, "csl-json").missing == ("old",)
    entry = "".join(find_format("biblatex").write([replace(press.article("new"), key="old", ids=())], Context()))
    assert checked(press, entry, old).right
    assert checked(press, entry, present).missing == ("new",)


def test_an_entry_that_only_the_file_has(press: Bank) -> None:
    """A key that no record has but the file is told apart: it hangs nowhere, and cannot be compared."""
    found = cited(press, [part("foreign", "new")])
    text = exported(press, cited(press, [part("new")]), "biblatex") + "@misc{foreign, title={Elsewhere}}\n"
    result = checked(press, text, found)
    assert result.unknown == ("foreign",)
    assert result.right


def test_private_notes_do_not_matter(press: Bank) -> None:
    """What no reader of the bibliography sees may differ; tags and addresses may not."""
    found = cited(press, [part("new")])
    article = press.article("new")
    for change, fields in (
        ({"note": "mine"}, ()),
        ({"tags": ("x",)}, ("tags",)),
        ({"url": "https://y.example/"}, ("url",)),
    ):
        text = "".join(find_format("biblatex").write([replace(article, **change)], Context()))
        result = checked(press, text, found)
        assert result.differing == ((Difference("new", fields),) if fields else ())


def test_everything_is_needed_by_a_draft_that_asks_for_it(press: Bank) -> None:
    r"""With \nocite{*} nothing in the file is one too many."""
    found = cited(press, [part(everything=True)])
    text = exported(press, found, "biblatex") + "@misc{more, title={More}}\n"
    result = checked(press, text, found)
    assert result.right
    assert checked(press, "", found).missing != ()


def test_a_broken_file_is_not_right(press: Bank) -> None:
    """Entries that cannot be read are told with their line."""
    found = cited(press, [part("new")])
    text = exported(press, found, "biblatex") + "@misc{broken, title = {never closed\n"
    result = checked(press, text, found)
    assert not result.right
    assert result.problems[0].line > 1


@pytest.mark.parametrize(
    ("name", "data", "asked", "known"),
    [
        ("x.bib", b"@misc{a, title={b}}", None, "biblatex"), ("x.bib", b"", None, "biblatex"),
        ("x.bib", b"@misc{a, title={b}}", "bibtex", "bibtex"), ("x", b'[{"id": "a"}]', None, "csl-json"),
        ("x.csl.json", b"", None, "csl-json"),
    ],
)  # fmt: skip
def test_the_format_of_a_bibliography(name: str, data: bytes, asked: str | None, known: str) -> None:
    """It is what was asked for, else what the content says, else the name."""
    assert format_of(name, data, asked).name == known


@pytest.mark.parametrize(
    ("name", "data", "asked"), [("x.md", b"text", None), ("x", b"", None), ("x.bib", b"", "pandoc")]
)
def test_no_bibliography(name: str, data: bytes, asked: str | None) -> None:
    """What cannot be read back cannot be checked."""
    with pytest.raises(UsageError, match="--check") as caught:
        format_of(name, data, asked)
    assert "biblatex" in caught.value.hint


def test_missing_is_plain_data() -> None:
    """A missing key needs no bank to be told."""
    citation = Citation("a", Spot("b.md", 1, 2), 0, 1)
    assert str(Missing(citation)) == "b.md:1:2: a: no record has this key"
