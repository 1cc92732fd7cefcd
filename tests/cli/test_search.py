"""``search`` and what goes with it, as a writer uses them."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Cli


def _ids(sample: Cli, *words: str) -> list[str]:
    return sample("search", *words, "--ids", "--limit", "0").out.split()


def _keys(sample: Cli, *words: str) -> list[str]:
    return sample("search", *words, "--keys").out.split()


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("Kimjongunism", "lankov2021a"),
        ("Kimjongunsm", "lankov2021a"),
        ("Kim Jong-unism", "lankov2021a"),
        ("Взгляд Кишида", "mirzaian2021"),
        ("Vzgliad September 29", "mirzaian2021"),
        ("Mirzayan", "mirzaian2021"),
        ("hermitkingdom", "lankov2021"),
        ("Krasilnikow", "barskii2021"),
        ("author:Lankof after:2021-11", "lankov2021a"),
    ],
)
def test_the_right_article_comes_first(sample: Cli, query: str, key: str) -> None:
    """However the words are spelt, what was meant comes first."""
    assert _keys(sample, query)[0] == key


@pytest.mark.parametrize("query", ["solzhenitsyn", "banner", "xqzwvut", "Kimjongunism -Lankov", '"kingdom hermit"'])
def test_nothing_is_nothing(sample: Cli, query: str) -> None:
    """What is not there is not found: nothing on stdout, one line on stderr, exit code 1."""
    told = sample("search", "--", query)
    assert (told.code, told.out) == (1, "")
    assert told.err.splitlines()[-1].startswith("quotebank: search: nothing has ")


def test_near_words_are_named_apart(sample: Cli) -> None:
    """A real English word near a name finds nothing; the name is asked after on stderr."""
    told = sample("search", "profit")
    assert (told.code, told.out) == (1, "")
    assert "profit: did you mean" in told.err
    document = json.loads(sample("search", "profit", "--json").out)
    assert document["hits"] == []
    assert document["did_you_mean"][0]["query"] == "profit"


def test_json_has_the_documented_shape(sample: Cli) -> None:
    """The answer is one document: hits with score, coverage, what matched how, and where in the text."""
    document = json.loads(sample("search", "Kimjongunsm", "Lankov", "--json").out)
    assert set(document) == {"query", "total", "hits", "did_you_mean"}
    (hit,) = document["hits"]
    assert {"id", "kind", "key", "score", "coverage", "partial", "text", "article", "matched", "spans"} == set(hit)
    assert hit["matched"][0] == {
        "query": "Kimjongunsm", "found": "Kimjongunism", "field": "text", "score": 92, "how": "typo",
    }  # fmt: skip
    assert "Kimjongunism" in [hit["text"][start:end] for start, end in hit["spans"]]


def test_explain_says_what_matched_what(sample: Cli) -> None:
    """Each thing found is told with the word it answers, how, how well and in which field."""
    told = sample("search", "Kimjongunsm", "--explain").out
    assert "92 Kimjongunism ~ Kimjongunsm (typo, in the text)" in told


def test_partial_results_are_asked_for(sample: Cli) -> None:
    """Beside complete results those that lack a word are shown only with --all, and say so."""
    assert len(_ids(sample, "Greater Eurasia Delhi")) < len(_ids(sample, "Greater Eurasia Delhi", "--all"))
    told = sample("search", "Greater Eurasia Delhi", "--all", "--limit", "0").out
    assert "of the words)" in told


def test_pages_of_results(sample: Cli) -> None:
    """--limit and --offset cut a page out of the whole, which stderr counts."""
    whole = sample("search", "outlet:Vzglyad", "--ids", "--limit", "0").out.split()
    told = sample("search", "outlet:Vzglyad", "--ids", "--limit", "2", "--offset", "1")
    assert told.out.split() == whole[1:3]
    assert f"2 to 3 of {len(whole)} results" in told.err
    beyond = sample("search", "outlet:Vzglyad", "--offset", "99")
    assert beyond.code == 1
    assert f"there are only {len(whole)} results" in beyond.err


def test_orders_of_results(sample: Cli) -> None:
    """By date the newest comes first."""
    found = json.loads(sample("search", "author:Lankov", "--sort", "date", "--json").out)["hits"]
    dates = [hit["article"]["date"] for hit in found]
    assert dates == sorted(dates, reverse=True)
    outlets = [
        hit["article"].get("outlet", "")
        for hit in json.loads(sample("search", "Russia", "--sort", "outlet", "--json").out)["hits"]
    ]
    assert len(outlets) > 1


def test_kinds_of_results(sample: Cli) -> None:
    """--kind narrows the results to a kind of quote, or to articles without any."""
    hits = json.loads(sample("search", "report", "--kind", "article", "--json").out)["hits"]
    assert {hit["kind"] for hit in hits} == {"article"}
    assert sample("search", "Lankov", "--kind", "direct").code == 1


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (["--sort", "size", "x"], "--sort size"),
        (["--kind", "poem", "x"], "--kind poem"),
        (["--json", "--keys", "x"], "exclude one another"),
        (["foo:x"], "fields are author"),
        (["date:never"], "is no date"),
        (["--format", "word", "Lankov"], "word"),
        (["--save", "a b", "x"], "no name"),
        (["--save", "a"], "nothing to look for"),
    ],
)
def test_what_cannot_be_done_is_told(sample: Cli, words: list[str], what: str) -> None:
    """A wrong flag, field or date is a usage error of one line that says what there is."""
    told = sample("search", *words)
    assert (told.code, told.out) == (2, "")
    assert what in told.err
    assert len(told.err.splitlines()) == 1


def test_results_go_on_into_cite_and_export(sample: Cli) -> None:
    """Keys and ids can be piped on, and results be written as a bibliography."""
    keys = sample("search", "author:Lankov", "--keys").out
    assert len(sample("cite", "-", stdin=keys.encode()).out.splitlines()) == len(keys.split())
    ids = sample("search", "Kimjongunism", "--ids").out
    assert "quoted in" in sample("cite", "-", stdin=ids.encode()).out
    asked = sample("export", "--key", "-", "--sources", "asked", stdin=keys.encode())
    assert asked.out.count("@") == len(keys.split())
    both = sample("export", "--key", "-", stdin=keys.encode())
    assert "countryreport2021russia added" in both.err
    assert both.out.count("@") == len(keys.split()) + 1
    assert sample("export", "--key", "-", stdin=b"").code == 1
    assert "@misc{lankov2021a" in sample("search", "Kimjongunism", "--format", "biblatex").out


def test_list_and_export_take_the_same_queries(sample: Cli) -> None:
    """What search finds, list lists and export exports."""
    assert sample("list", "Kimjongunsm", "--keys").out.split() == ["lankov2021a"]
    assert sample("list", "Kimjongunsm", "--before", "2020").code == 1
    assert "Andrei Lankov" in sample("export", "Kimjongunsm", "--format", "markdown").out


def test_searches_are_kept_under_a_name(sample: Cli) -> None:
    """A kept search is asked again by its name, also inside others, can be listed, forgotten and taken back."""
    assert sample("search", "--save", "cult", "Kimjongunism").code == 0
    assert _keys(sample, "@cult") == _keys(sample, "Kimjongunism")
    assert _keys(sample, "@cult author:Mirzaian") == []
    assert sample("search", "--saved").out == "@cult  Kimjongunism\n"
    assert sample("list", "@cult", "--keys").out.split() == ["lankov2021a"]
    assert sample("search", "--save", "cult", "hermit").code == 0
    assert json.loads(sample("search", "--saved", "--json").out) == [{"name": "cult", "query": "hermit"}]
    assert sample("search", "--forget", "@cult").code == 0
    told = sample("search", "@cult")
    assert told.code == 1
    assert "@cult: no search is kept" in told.err
    assert sample("undo").code == 0
    assert sample("search", "@cult").code == 0
    assert sample("search", "--forget", "nothing").code == 1


def test_searches_that_hold_one_another_end(sample: Cli) -> None:
    """Two kept searches that name each other are no endless loop."""
    sample("search", "--save", "a", "juche")
    sample("search", "--save", "b", "Kimjongunism @a")
    sample("search", "--save", "a", "Kimjongunism @b")
    assert sample("search", "@a").code in (0, 1)


def test_aliases_are_added_listed_and_removed(sample: Cli) -> None:
    """Names of one thing find one another as long as they are kept, and survive export and import."""
    assert sample("search", "Neverland").code == 1
    assert sample("alias", "add", "Pyongyang", "Neverland").code == 0
    assert _keys(sample, "Neverland") == _keys(sample, "Pyongyang")
    assert sample("alias").out == "Pyongyang = Neverland\n"
    sample("alias", "add", "neverland", "Nimmerland")
    assert json.loads(sample("alias", "list", "--json").out) == [
        {"names": ["Pyongyang", "Neverland", "Nimmerland"], "shipped": False}
    ]
    assert sample("alias", "remove", "NEVERLAND").code == 0
    assert _keys(sample, "Neverland") == []
    assert _keys(sample, "Nimmerland")
    document = json.loads(sample("export", "--format", "json").out)
    assert document["aliases"] == [{"names": ["Pyongyang", "Nimmerland"]}]
    assert sample("alias", "remove", "Nimmerland", "--dry-run").code == 0
    assert sample("undo").code == 0
    assert _keys(sample, "Neverland")


def test_shipped_names_can_be_looked_up(sample: Cli) -> None:
    """The names that come with quotebank are shown on demand, and cannot be removed."""
    assert "Пекин" in sample("alias", "list", "Peking").out
    assert len(sample("alias", "list", "--shipped").out.splitlines()) >= 300
    assert sample("alias", "remove", "Peking").code == 1
    assert sample("alias").code == 1


@pytest.mark.parametrize(
    "words", [["frob"], ["add"], ["add", "one"], ["add", "One", "ONE"], ["remove"], ["remove", "a", "b"]]
)
def test_alias_tells_what_it_needs(sample: Cli, words: list[str]) -> None:
    """A wrong verb or too few names is a usage error."""
    told = sample("alias", *words)
    assert (told.code, told.out) == (2, "")


def test_import_brings_aliases_and_searches_back(sample: Cli, tmp_path: Path) -> None:
    """What a bank keeps beside its records goes out and comes in with its JSON, none of it twice."""
    sample("alias", "add", "Pyongyang", "Neverland")
    sample("search", "--save", "cult", "Kimjongunism")
    whole = sample("export", "--format", "json").out
    (tmp_path / "all.json").write_text(whole, encoding="utf-8")
    other = str(tmp_path / "other" / "store")
    assert sample("init", str(tmp_path / "other")).code == 0
    for _ in range(2):
        told = sample("--bank", other, "import", "--on-duplicate", "skip", str(tmp_path / "all.json"))
        assert told.code == 0
    again = json.loads(sample("--bank", other, "export", "--format", "json").out)
    assert again["aliases"] == [{"names": ["Pyongyang", "Neverland"]}]
    assert again["searches"] == [{"name": "cult", "query": "Kimjongunism"}]


def test_pick_needs_a_terminal(sample: Cli) -> None:
    """Off a terminal there is nothing to choose on, and the way round is told."""
    told = sample("pick", "Lankov")
    assert (told.code, told.out) == (2, "")
    assert "search --keys" in told.err


@pytest.mark.parametrize(
    "query", ["x" * 1_000_000, "w " * 100_000, "\x00", '"' * 5000, "( OR ) NEAR", "-", "的" * 9999]
)
def test_hostile_queries_are_answered_or_explained(sample: Cli, query: str) -> None:
    """No query ends in a traceback or leaves anything on stdout that is no result."""
    told = sample("search", "--", query)
    assert told.code in (0, 1)
    assert "Traceback" not in told.err
