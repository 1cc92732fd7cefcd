"""An import adds what is new, knows what is there, and says what became of each record."""

import json
from collections.abc import Mapping, Sequence

import pytest

from quotebank import Article, Bank, Quote
from quotebank.actions.duplicates import Likeness
from quotebank.actions.importing import Imported, Source, bring_in
from quotebank.actions.importing_records import updated
from quotebank.bank.history import undo
from quotebank.errors import ManyProblems, UsageError
from quotebank.formats import Format, find_format
from quotebank.formats.parsed import Parsed, place_of
from quotebank.model.dates import PartialDate
from quotebank.model.names import Name
from quotebank.model.quotes import Locator, Via

TITLE = "Why the pipeline will be built after all"
KNOWN: Mapping[str, object] = {
    "key": "kim2021",
    "title": TITLE,
    "authors": [{"family": "Kim", "given": "Anna"}],
    "outlet": "Vzglyad",
    "date": "2021-11-04",
    "url": "https://vz.example/a/1",
}


def csl(*items: Mapping[str, object], name: str = "lib.json") -> Source:
    """A CSL-JSON file."""
    return Source(name, json.dumps(list(items)).encode(), find_format("csl-json", to="read"))


def own(articles: Sequence[Mapping[str, object]] = (), quotes: Sequence[Mapping[str, object]] = ()) -> Source:
    """A file of quotebank's own."""
    document = {"articles": list(articles), "quotes": list(quotes)}
    return Source("own.json", json.dumps(document).encode(), find_format("json", to="read"))


def record(key: str, title: str, **more: object) -> dict[str, object]:
    """A CSL-JSON item."""
    return {"id": key, "type": "article-newspaper", "title": title, **more}


@pytest.fixture
def filled(empty: Bank) -> Bank:
    """A bank with one article and a quote."""
    empty.add(Article.from_json(KNOWN))
    empty.add_quote(Quote(article="kim2021", text="It will be built."))
    return empty


def test_a_file_twice_adds_nothing(empty: Bank) -> None:
    """The same library again is skipped whole, even without keys, and the bank does not grow."""
    items = [record("", f"A title of its own, numbered {n} {'x' * n}", URL=f"https://a.example/{n}") for n in range(30)]
    assert len(bring_in(empty, [csl(*items)]).added) == 30
    size = empty.path.stat().st_size
    result = bring_in(empty, [csl(*items)])
    assert (len(result.added), len(result.skipped)) == (0, 30)
    assert empty.path.stat().st_size == size
    assert set(result.why.values()) == {"same address"}


def test_twice_within_an_import(empty: Bank) -> None:
    """A work that stands twice in one file, or in two, enters once; the second is skipped and it is said why."""
    first = record("a1", TITLE, URL="https://www.vz.example/a/1?utm_source=x")
    second = record("b1", TITLE, URL="http://vz.example/a/1/")
    result = bring_in(empty, [csl(first, second), csl(second, name="other.json")])
    assert (result.added, result.skipped) == (["a1"], ["a1", "a1"])
    assert result.why["a1"] == "b1: same address"


def test_a_key_of_another_work(filled: Bank) -> None:
    """A new work whose key is taken gets a new key, and its quotes go with it."""
    article = {"key": "KIM2021", "title": "Elections without voters", "date": "2021", "outlet": "Zarya"}
    result = bring_in(filled, [own([article], [{"article": "kim2021", "text": "No one came.", "id": "q1"}])])
    added = result.added[0]
    assert added.casefold() != "kim2021"
    assert result.why[added] == "new key: KIM2021 is another work's"
    assert filled.quote("q1").article == added
    assert filled.article("kim2021").title == TITLE


def test_update_fills_and_keeps(filled: Bank) -> None:
    """What comes in wins where it says something; tags and keys are joined, nothing that is there alone is lost."""
    before = filled.article("kim2021")
    item = record(
        "pipeline", TITLE, URL="https://vz.example/a/1", page="3", keyword="gas, pipes", language="ru",
        issued={"date-parts": [[2021]]},
    )  # fmt: skip
    result = bring_in(filled, [csl(item)], policy="update")
    assert (result.added, result.updated, result.skipped) == ([], ["kim2021"], [])
    after = filled.article("kim2021")
    assert (after.pages, after.language, after.tags, after.ids) == ("3", "ru", ("gas", "pipes"), ("pipeline",))
    assert (after.authors, after.outlet, after.date, after.added) == (
        before.authors, before.outlet, before.date, before.added,
    )  # fmt: skip
    assert filled.article("pipeline").key == "kim2021"
    again = bring_in(filled, [csl(item)], policy="update")
    assert (again.updated, again.skipped) == ([], ["kim2021"])
    assert "nothing new" in again.why["kim2021"]


def test_update_keeps_what_has_rules_of_its_own() -> None:
    """Provenance of what is written over goes; snapshot, note, time and a name in its own script stay."""
    there = Article(
        key="a", title="Old", outlet="X", note="mine", added="then", snapshot={"text": "a.txt"},
        authors=(Name(family="Kim", given="Anna", original="김안나"),), type="article-newspaper",
        provenance={"title": "og:title (80 %)", "outlet": "og:site_name (90 %)"},
        extra={"csl": {"DOI": "10.1/a", "abstract": "old"}},
    )  # fmt: skip
    new = Article(
        key="b", title="New", note="theirs", type="document", authors=(Name(family="Kim", given="A."),),
        extra={"csl": {"abstract": "new"}},
    )  # fmt: skip
    whole = updated(there, new)
    assert (whole.title, whole.note, whole.added, whole.type) == ("New", "theirs\nmine", "then", "article-newspaper")
    assert whole.provenance == {"outlet": "og:site_name (90 %)"}
    assert whole.snapshot == {"text": "a.txt"}
    assert whole.authors == (Name(family="Kim", given="A.", original="김안나"),)
    assert whole.extra == {"csl": {"DOI": "10.1/a", "abstract": "new"}}


def test_add_puts_a_second_record_beside(filled: Bank) -> None:
    """Asked to add, an import adds what is there already under a new key, and says so."""
    result = bring_in(filled, [csl(record("kim2021", TITLE, URL="https://vz.example/a/1"))], policy="add")
    assert len(result.added) == 1
    assert result.added[0] != "kim2021"
    assert result.why[result.added[0]].startswith("added beside kim2021")


def test_asking(filled: Bank) -> None:
    """Each record that seems to be there is asked about with the reasons; each answer is followed."""
    asked: list[tuple[str, str, str]] = []
    answers = iter(["skip", "update", "add"])

    def ask(article: Article, there: Article, found: Likeness) -> str:
        asked.append((article.key, there.key, found.why))
        return next(answers)

    files = [csl(record(f"x{n}", TITLE, URL="https://vz.example/a/1", page=str(n))) for n in range(3)]
    result = bring_in(filled, files, policy="ask", ask=ask)
    assert asked == [(f"x{n}", "kim2021", "same address") for n in range(3)]
    assert [len(keys) for keys in result[:3]] == [1, 1, 1]
    assert filled.article("kim2021").pages == "1"
    with pytest.raises(UsageError, match="nobody to ask"):
        bring_in(filled, files, policy="ask")


@pytest.mark.parametrize("policy", ["skip", "update"])
def test_quotes_find_their_article(filled: Bank, policy: str) -> None:
    """Quotes of an article that is there go to it, unless it has them; places they were read in follow as well."""
    theirs = dict(KNOWN) | {"key": "theirs", "url": "https://www.vz.example/a/1/"}
    quotes: list[dict[str, object]] = [
        {"article": "theirs", "text": "It will  be built."},
        {"article": "theirs", "text": "Nobody doubts it.", "id": "q2"},
        {"article": "other", "text": "Said there.", "via": {"article": "theirs"}, "id": "q3"},
    ]
    other: dict[str, object] = {"key": "other", "title": "Elections without voters"}
    result = bring_in(filled, [own([theirs, other], quotes)], policy=policy)
    assert [quote.text for quote in filled.quotes_of(filled.article("kim2021"))] == [
        "It will be built.",
        "Nobody doubts it.",
    ]
    assert result.added == ["other", "q2", "q3"]
    assert filled.quote("q3").via == Via("kim2021")
    again = bring_in(filled, [own([theirs, other], quotes)], policy=policy)
    assert again.added == []
    assert filled.counts() == (2, 3)


def test_a_quote_is_filled_on_update(filled: Bank) -> None:
    """A quote that is there takes a locator and tags from the file when updates are asked for, and keeps its id."""
    quote = {
        "article": "kim2021",
        "text": "It will be built.",
        "locator": {"label": "page", "value": "3"},
        "tags": ["x"],
    }
    (known,) = filled.iter_quotes()
    assert bring_in(filled, [own(quotes=[quote])]).skipped == [known.id]
    assert bring_in(filled, [own(quotes=[quote])], policy="update").updated == [known.id]
    after = filled.quote(known.id)
    assert (after.locator, after.tags, after.added) == (Locator("page", "3"), ("x",), known.added)


def test_quotes_by_their_place(filled: Bank, monkeypatch: pytest.MonkeyPatch) -> None:
    """Quotes that name their article by its place in the file go to what became of it, new or known."""
    articles = [
        Article(title="New"),
        Article(url="http://vz.example/a/1", title=TITLE),
        Article(title="Newer", key="n"),
    ]
    quotes = [Quote(article=place_of(n), text=f"Of {n}.") for n in (0, 1, 2, 7)]
    monkeypatch.setattr(Format, "read", lambda *_: Parsed([*articles, *quotes]))
    source = Source("notes.csv", b"", find_format("ris", to="read"))
    result = bring_in(filled, [source], keep_going=True)
    assert len(result.problems) == 1
    by_text = {quote.text: quote.article for quote in filled.iter_quotes()}
    assert by_text["Of 1."] == "kim2021"
    assert by_text["Of 2."] == "n"
    assert filled.article(by_text["Of 0."]).title == "New"


def test_nothing_or_what_is_right(filled: Bank) -> None:
    """One bad item keeps the whole file out, with its line; asked to go on, the import brings the others in."""
    items: list[dict[str, object]] = [
        record("a1", "One of them"),
        {"id": "b1", "type": "book", "title": ["no text"]},
        record("c1", "Another one"),
    ]
    before = filled.path.read_bytes()
    with pytest.raises(ManyProblems) as caught:
        bring_in(filled, [csl(*items)])
    assert "lib.json: line 1" in caught.value.problems[0]
    assert filled.path.read_bytes() == before
    result = bring_in(filled, [csl(*items)], keep_going=True)
    assert result.added == ["a1", "c1"]
    assert result.problems[0][1].raw.startswith('{"id": "b1"')


def test_a_dry_run_tells_the_same(filled: Bank) -> None:
    """A rehearsal says what would become of each record and changes nothing."""
    files = [csl(record("a1", "One of them"), record("", TITLE, URL="https://vz.example/a/1", page="7"))]
    before = filled.path.read_bytes()
    told = bring_in(filled, files, policy="update", dry_run=True)
    assert filled.path.read_bytes() == before
    assert told == bring_in(filled, files, policy="update")
    undo(filled)
    assert filled.article("kim2021").pages == ""
    assert filled.counts() == (1, 1)


def test_an_update_of_what_came_in_just_now(empty: Bank) -> None:
    """A second file may complete what the first brought, in one transaction."""
    first = csl(record("a1", TITLE, URL="https://vz.example/a/1", author=[{"family": "Kim", "given": "Anna"}]))
    second = csl(record("b1", TITLE, URL="https://vz.example/a/1", page="5"))
    result = bring_in(empty, [first, second], policy="update")
    assert (result.added, result.updated) == (["a1"], ["a1"])
    article = empty.article("b1")
    assert (article.key, article.pages, article.authors[0].family) == ("a1", "5", "Kim")


def test_less_of_a_date_does_not_win() -> None:
    """The date that says more is kept when the two agree; a date that contradicts is taken."""
    there = Article(key="a", date=PartialDate.from_edtf("2021-11-04"))
    for new, kept in (("2021", "2021-11-04"), ("2021-11", "2021-11-04"), ("2020", "2020")):
        date = updated(there, Article(date=PartialDate.from_edtf(new))).date
        assert date
        assert date.edtf() == kept


def test_progress_is_told_of_long_files(empty: Bank) -> None:
    """A long file tells how far it is, and that it is done."""
    told: list[tuple[int, int]] = []
    items = [record(f"k{n}", f"Title {n} {n * 7919}", note="x" * 400) for n in range(1200)]
    result: Imported = bring_in(empty, [csl(*items)], progress=lambda done, total: told.append((done, total)))
    assert len(result.added) == 1200
    assert told[-1] == (1, 1)
    assert len(told) > 2


@pytest.mark.parametrize("title", ["Editorial", "Why the pipeline will be built after all"])
def test_many_alike_take_time_in_proportion(empty: Bank, title: str) -> None:
    """Many records of one title and outlet, on different days, neither vanish nor slow one another down."""
    days = [f"20{year:02}-{month:02}-{day:02}" for year in range(10) for month in range(1, 13) for day in range(1, 11)]
    items = [
        record(f"k{n}", title, **{"container-title": "Zarya", "issued": {"raw": day}}) for n, day in enumerate(days)
    ]
    assert len(bring_in(empty, [csl(*items)]).added) == len(days)
