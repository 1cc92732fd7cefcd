"""A dossier gathers who said what, when and where, counts what hangs on one source, and pandoc reads it."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotebank import Bank
from quotebank.actions.dossier_markdown import document, markdown
from quotebank.actions.dossiers import NOWHERE, UNDATED, UNSIGNED, UNTAGGED, WAYS, Dossier, gather, percent
from quotebank.actions.exporting import Wanted, choose_format, export
from quotebank.actions.saving import save_search
from quotebank.actions.selecting import Selection
from quotebank.actions.sources import Sources
from quotebank.errors import NotFound, UsageError
from quotebank.model.articles import Article
from quotebank.model.dates import PartialDate
from quotebank.model.names import Name
from quotebank.model.quotes import Locator, Quote
from tests.actions.conftest import TODAY

WHOLE = Selection(types=["article-newspaper", "article-magazine", "webpage", "report", "article"])
NASTY = ["*a* _b_ `c`", "# x", "1. one", "- x", "[@nokey]", "@nokey", "a | b", "<b>x</b>", "$x$", "x^2^ ~y~", "\\",
         "![](x)", "line\n\nbreak", "<!-- x", "[^1]", "{.c}", ":::", "---", "“a” 'b'", "Ж中한", "\u202e"]  # fmt: skip


def text(dossier: Dossier) -> str:
    """The whole document."""
    return "".join(markdown(dossier))


def told(bank: Bank, query: str = "", by: str = "date", **filters: object) -> Dossier:
    """The dossier of a query and filters."""
    return gather(bank, query, Selection(**filters), TODAY, by)  # type: ignore[arg-type]


def article(bank: Bank, *quotes: Quote, date: str = "", name: str = "", **fields: object) -> str:
    """An article with quotes put into a bank; its key."""
    family, _, given = name.partition(" ")
    shape = Article(
        authors=(Name(family, given),) if name else (),
        date=PartialDate.from_edtf(date) if date else None,
        **fields,  # type: ignore[arg-type]
    )
    with bank.transaction("add") as change:
        key = change.add_article(shape).key
        for quote in quotes:
            change.add_quote(Quote(**{**{name: getattr(quote, name) for name in Quote.__slots__}, "article": key}))
    return key


def test_a_query_gathers_the_passages_it_finds(bank: Bank) -> None:
    """Only the passages that answer the query are gathered, each with its article."""
    found = told(bank, "Kimjongunism")
    (passage,) = found.passages
    assert (passage.article.key, found.records) == ("lankov2021a", 1)
    assert "Kimjongunism" in passage.quote.text
    assert found.silent == []


def test_filters_alone_gather_all_of_an_article(bank: Bank) -> None:
    """Without a query every passage of the chosen articles is gathered, under any spelling of author and outlet."""
    by_author = told(bank, authors=["Ланьков"])
    assert {each.article.key for each in by_author.passages} == {"lankov2021", "lankov2021a"}
    assert len(by_author.passages) == sum(
        len(bank.quotes_of(bank.article(key))) for key in ("lankov2021", "lankov2021a")
    )
    assert {each.article.key for each in told(bank, outlets=["Взгляд"]).passages} == {"mirzaian2021", "timokhin2021"}


def test_query_and_filters_narrow_together(bank: Bank) -> None:
    """What does not answer both is left out."""
    both = told(bank, "China", authors=["Zuenko"], after="2021-10-31")
    assert {each.article.key for each in both.passages} == {"zuenko2021a"}


def test_a_tag_is_the_passages_or_the_articles(bank: Bank) -> None:
    """A tag chooses passages that have it, and all those of an article that has it."""
    assert {each.article.key for each in told(bank, tags=["suga"]).passages} == {"mirzaian2021"}
    assert len(told(bank, tags=["Suga"]).passages) == 1
    assert len(told(bank, tags=["Japan"]).passages) == len(bank.quotes_of(bank.article("mirzaian2021")))


def test_a_saved_search(bank: Bank) -> None:
    """A query kept under a name is gathered by that name."""
    save_search(bank, "kim", "Kimjongunism")
    assert told(bank, "@kim").passages == told(bank, "Kimjongunism").passages


def test_nothing_asked_and_nothing_found(bank: Bank) -> None:
    """A dossier needs a subject, a known grouping, and something found."""
    with pytest.raises(UsageError, match="what it is about"):
        told(bank, "  ")
    with pytest.raises(UsageError, match="--by size"):
        told(bank, "China", "size")
    for query, chosen in (
        ("xqzzkw", Selection()),
        ("", Selection(authors=["Nobody"])),
        ("China", Selection(tags=["nothing"])),
    ):
        with pytest.raises(NotFound):
            gather(bank, query, chosen, TODAY)


def test_by_date(empty: Bank) -> None:
    """Months run forward, seasons and years have headings of their own, undated passages come last."""
    dates = ("2021-11-02", "2021-10~", "2021-10-31", "", "2021", "2020-23", "2021-10-04/2021-10-06", "199X")
    for date in dates:
        article(empty, Quote(text=f"On {date or 'no day'}."), date=date, title="T", outlet="Herald")
    headings = [group.heading for group in told(empty, outlets=["Herald"]).groups]
    assert headings == ["1990s", "autumn 2020", "2021", "October 2021", "November 2021", UNDATED]
    october = next(group for group in told(empty, outlets=["Herald"]).groups if group.heading == "October 2021")
    assert [str(each.article.date and each.article.date.text) for each in october.passages] == [
        "2021-10~", "2021-10-04/2021-10-06", "2021-10-31",
    ]  # fmt: skip


def test_by_author_outlet_and_tag(empty: Bank) -> None:
    """Groups go by the alphabet, what lacks the thing comes last, and a passage stands under each of its tags."""
    article(empty, Quote(text="One.", tags=("Sea", "air")), name="Zorin Oleg", title="A", outlet="Herald", date="2020")
    article(empty, Quote(text="Two."), name="Adams Ann", title="B")
    article(empty, Quote(text="Three.", tags=("SEA",)), title="C", outlet="Beacon")
    assert [group.heading for group in told(empty, "", "author", types=["article-newspaper"]).groups] == [
        "Ann Adams", "Oleg Zorin", UNSIGNED,
    ]  # fmt: skip
    assert [group.heading for group in told(empty, "", "outlet", types=["article-newspaper"]).groups] == [
        "Beacon",
        "Herald",
        NOWHERE,
    ]
    tags = told(empty, "", "tag", types=["article-newspaper"]).groups
    assert [(group.heading, len(group.passages)) for group in tags] == [("air", 1), ("Sea", 2), (UNTAGGED, 1)]


@pytest.mark.parametrize("by", WAYS)
def test_no_passage_is_lost_in_groups(bank: Bank, by: str) -> None:
    """However they are grouped, the groups hold all passages, and each once but under tags."""
    found = gather(bank, "", WHOLE, TODAY, by)
    grouped = [each.quote.id for group in found.groups for each in group.passages]
    assert set(grouped) == {each.quote.id for each in found.passages} == {quote.id for quote in bank.iter_quotes()}
    assert by == "tag" or len(grouped) == len(set(grouped))


def test_passages_of_an_article_go_by_their_place(empty: Bank) -> None:
    """Within an article passages stand in the order of their pages, as numbers; those without a place last."""
    places = ("11", "", "9", "10-12", "9" * 5000)
    quotes = [Quote(text=f"At {place[:4]}.", locator=Locator("page", place) if place else None) for place in places]
    article(empty, *quotes, title="T", outlet="Herald")
    found = [each.quote.text for each in told(empty, outlets=["Herald"]).passages]
    assert found == ["At 9.", "At 10-1.", "At 11.", "At 9999.", "At ."]


def test_a_bullet_says_who_what_when_and_where(empty: Bank) -> None:
    """Direct words stand in quotation marks, others do not; a speaker goes before the author; the citation follows."""
    direct = Quote(kind="direct", text="We shall wait.", speaker="Ivan Petrov", locator=Locator("page", "3"))
    own = Quote(kind="paraphrase", text="Waiting is wise.", speaker="Oleg Zorin")
    summary = Quote(kind="summary", text="On waiting.", translation="Von Warten.")
    key = article(empty, direct, own, summary, name="Zorin Oleg", outlet="Herald", date="2021-10-04")
    lines = [
        line for line in text(told(empty, outlets=["Herald"])).splitlines() if line.startswith("- ") and key in line
    ]
    assert lines == [
        f"- Ivan Petrov, in Oleg Zorin, *Herald*, 4 October 2021: “We shall wait.” [@{key}, p. 3]",
        f"- Oleg Zorin, *Herald*, 4 October 2021: Waiting is wise. [@{key}]",
        f"- Oleg Zorin, *Herald*, 4 October 2021 (summary): On waiting. \\[Von Warten.\\] [@{key}]",
    ]


def test_what_was_read_elsewhere_cites_both(bank: Bank) -> None:
    """A passage read in a report cites the report beside its source, with the place there."""
    assert "[@lankov2021a; quoted in @countryreport2021russia, para. 11]" in text(told(bank, "Kimjongunism"))


def test_a_report_that_is_gone(bank: Bank, monkeypatch: pytest.MonkeyPatch) -> None:
    """A report that the bank does not have any more (a merge of two banks can lose it) is named, not cited."""
    whole = Sources.find
    monkeypatch.setattr(Sources, "find", lambda self, key: None if key.startswith("country") else whole(self, key))
    found = told(bank, "Kimjongunism")
    (line,) = [line for line in text(found).splitlines() if line.startswith("- Andrei")]
    assert line.endswith("[@lankov2021a] (read in countryreport2021russia, which the bank does not have)")
    assert [(share.name, share.key) for share in found.read_in] == [("countryreport2021russia", "")]
    assert "[@countryreport" not in text(found)


def test_unsigned_and_homeless(empty: Bank) -> None:
    """Without an author the outlet says it; without both the title stands for them, and without that the key."""
    article(empty, Quote(text="One."), outlet="Herald", type="report")
    article(empty, Quote(text="Two."), title="A *Study*", type="report")
    bare = article(empty, Quote(text="Three."), type="report")
    shown = text(told(empty, types=["report"]))
    assert "- *Herald*, n.d.: One. [@" in shown
    assert "- *A \\*Study\\**, n.d.: Two. [@" in shown
    assert f"- {bare}, n.d.: Three. [@{bare}]" in shown


def test_the_timeline(bank: Bank) -> None:
    """Each date stands once, from old to new with undated last, with its passages counted and who says them."""
    found = gather(bank, "", WHOLE, TODAY)
    days = [day.date.earliest() if day.date else None for day in found.timeline]
    known = [day for day in days if day]
    assert known == sorted(known)
    assert days[-1] is None
    assert sum(day.passages for day in found.timeline) == len(found.passages)
    assert next(day for day in found.timeline if day.date and day.date.text == "2021-10-05").who == [
        "Alexander Timokhin"
    ]


def test_shares_are_of_all_passages(bank: Bank) -> None:
    """Outlets have each passage once; the report all were read in has all of them; the greatest share is first."""
    found = gather(bank, "", WHOLE, TODAY)
    total = len(found.passages)
    assert sum(share.passages for share in found.outlets) == sum(bool(each.outlet) for each in found.passages)
    for shares in (found.outlets, found.authors, found.read_in):
        assert [share.passages for share in shares] == sorted((share.passages for share in shares), reverse=True)
        assert all(share.share == share.passages / total for share in shares)
    assert [(share.key, share.share) for share in found.read_in] == [("countryreport2021russia", 1.0)]
    assert found.read_themselves == 0


def test_one_outlet_under_several_spellings_is_one(bank: Bank) -> None:
    """Spellings that the bank knows for one outlet are counted together."""
    article(bank, Quote(text="Words."), title="T", outlet="Взгляд")
    article(bank, Quote(text="Words."), title="U", outlet="Vzglyad")
    found = told(bank, outlets=["Vzgliad"])
    assert [share.name for share in found.outlets] == ["Vzglyad"]


@pytest.mark.parametrize(
    ("shares", "warned"),
    [((1,), False), ((1, 1), False), ((2, 1), True), ((3, 2, 2), False), ((4, 3), True), ((2,), True)],
)
def test_a_warning_for_more_than_half(empty: Bank, shares: tuple[int, ...], warned: bool) -> None:
    """One outlet with more than half of several passages is warned of; half, or a single passage, is not."""
    for number, count in enumerate(shares):
        quotes = [Quote(text=f"Words {each}.") for each in range(count)]
        article(empty, *quotes, title="T", outlet=f"Herald {number}", name=f"Name{number} A")
    found = told(empty, types=["article-newspaper"])
    assert any("one outlet, Herald 0" in warning for warning in found.warnings) is warned
    assert ("**Warning:**" in text(found)) is warned


def test_no_warning_of_what_was_asked_for(bank: Bank) -> None:
    """That all is one author's is no news when that author was asked for, by filter or in the query."""
    for found in (told(bank, authors=["Lankov"]), told(bank, "author:Lankov")):
        assert not any("voice" in warning for warning in found.warnings)
        assert any("one outlet" in warning for warning in found.warnings)
    assert not any("outlet" in warning for warning in told(bank, "outlet:TASS", outlets=["TASS"]).warnings)


@pytest.mark.parametrize(
    ("share", "shown"), [(1, "100 %"), (0.999, "99 %"), (0.5, "50 %"), (0, "0 %"), (1 / 3, "33 %")]
)
def test_percent(share: float, shown: str) -> None:
    """Only the whole is a hundred per cent."""
    assert percent(share) == shown


def test_records_without_passages_are_listed(bank: Bank) -> None:
    """A record that was found and has no quotes is listed by its title, with its key."""
    found = told(bank, "Country Report")
    assert [each.key for each in found.silent] == ["countryreport2021russia"]
    shown = text(found)
    assert "## Records without passages\n\n- *Country Report: Russia (November 2021)*, November 2021 [@country" in shown
    assert found.passages or "## Timeline" not in shown


def test_the_same_records_make_the_same_document(bank: Bank, tmp_path: Path) -> None:
    """The order hangs on the records alone, not on how they came to be found."""
    for by in WAYS:
        once = text(gather(bank, "China", Selection(), TODAY, by))
        again = Bank(shutil.copy(bank.path, tmp_path / "copy.jsonl"), cache=tmp_path / "other")
        assert text(gather(again, "China", Selection(), TODAY, by)) == once


def test_the_data_says_the_same(bank: Bank) -> None:
    """As JSON there is every passage with key, id, place, text and citation, and the counts."""
    found = gather(bank, "", WHOLE, TODAY)
    shape = json.loads(json.dumps(document(found)))
    items = [item for group in shape["groups"] for item in group["items"]]
    assert (shape["passages"], shape["by"], shape["query"]) == (len(items), "date", "")
    assert shape["filters"] == {"types": list(WHOLE.types)}
    for item in items:
        assert bank.quote(item["id"]).text == item["text"]
        assert item["citation"] in text(found)
        assert item["via"]["article"] == "countryreport2021russia"
    assert sum(day["passages"] for day in shape["timeline"]) == len(items)
    assert shape["counts"]["read_in"][0]["key"] == "countryreport2021russia"
    assert shape["warnings"]
    assert [each["key"] for each in shape["without_passages"]] == ["countryreport2021russia"]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(fields=st.lists(st.sampled_from(NASTY) | st.text(max_size=12), min_size=6, max_size=6))
def test_stored_text_starts_no_markup(tmp_path_factory: pytest.TempPathFactory, fields: list[str]) -> None:
    """Whatever the records say, each passage is one line, and the headings are those of the dossier."""
    folder = tmp_path_factory.mktemp("bank")
    bank = Bank.create(folder / "b", cache=folder / "cache")
    title, outlet, name, words, speaker, tag = fields
    article(bank, Quote(text=words or "x", speaker=speaker, tags=(tag,)), title=title, outlet=outlet, name=f"{name} X")
    lines = text(told(bank, "", "tag", types=["article-newspaper"])).split("\n")
    assert sum(line.startswith("#") for line in lines) == 5
    assert sum(line.startswith("|") for line in lines) == 3
    assert all(line == "" or line[0] in "#|-1*" for line in lines)
    bank.close()


@pytest.mark.tools
@pytest.mark.parametrize("by", WAYS)
def test_pandoc_resolves_every_citation(bank: Bank, tmp_path: Path, by: str) -> None:
    """Pandoc with an export of the bank reads the dossier without a warning, and finds every key it names."""
    pandoc = shutil.which("pandoc")
    if pandoc is None:
        pytest.skip("pandoc is not installed")
    for number, nasty in enumerate(NASTY):
        quote = Quote(kind="direct", text=nasty, speaker=nasty, locator=Locator("page", nasty), tags=(nasty,))
        article(bank, quote, title=nasty, outlet=nasty, name=f"Nasty{number} {nasty}", date="2021-12-01")
    dossier = gather(bank, "", WHOLE, TODAY, by)
    (tmp_path / "d.md").write_text(text(dossier), encoding="utf-8")
    pieces = export(bank, choose_format("csl-json", None), Wanted(), TODAY).pieces
    (tmp_path / "d.json").write_text("".join(pieces), encoding="utf-8")
    command = [
        pandoc,
        "-f",
        "markdown",
        "-t",
        "json",
        "--citeproc",
        "--bibliography=d.json",
        "--fail-if-warnings",
        "d.md",
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")
    cited = set(re.findall(r'"citationId":"([^"]+)"', done.stdout))
    assert cited == {each.article.key for each in dossier.passages} | {"countryreport2021russia"}
    headings = re.findall(r'"t":"Header","c":\[(\d)', done.stdout)
    assert headings.count("3") == len(dossier.groups)
