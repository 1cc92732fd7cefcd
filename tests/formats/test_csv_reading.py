"""Tables with a heading: our own, spreadsheets', reading lists', and broken ones."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.formats import Context, csv_table
from quotebank.formats.csv_reading import field_of, looks_like, read
from quotebank.formats.parsed import Parsed
from quotebank.model.articles import TYPES, Article, Original
from quotebank.model.dates import PartialDate
from quotebank.model.names import Name
from quotebank.model.quotes import Locator

WHOLE = Article(
    key="zuenko2021",
    type="article-magazine",
    title="=New “ethics”, and; more",
    authors=(
        Name(family="Zuenko", given="Ivan", original="Иван Зуенко"),
        Name(literal="TASS", original="ТАСС"),
    ),
    outlet="Profil’",
    date=PartialDate.from_edtf("2021-11"),
    issue="10",
    volume="5",
    pages="12-15",
    section="World",
    url="https://example.org/a?utm_source=x",
    accessed=PartialDate.from_edtf("2021-11-30"),
    archive_url="https://web.archive.org/web/20211130090000/https://example.org/a",
    archive_date=PartialDate.from_edtf("2021-11-30"),
    language="ru",
    publisher="@Publisher",
    translator=(Name(family="Leyen", given="Ursula", particle="von der"),),
    original=Original("Новая этика", "Профиль"),
    title_translated="Neue Ethik",
    tags=("China", "a, b"),
    note="-A note",
)


def table(text: str) -> Parsed:
    """What a table says."""
    return read(text.encode())


def written(*articles: Article, context: Context = Context()) -> bytes:  # noqa: B008
    """Our own table of articles."""
    return "".join(csv_table.write(articles, context)).encode()


def test_our_own_table_comes_back_whole() -> None:
    """What `csv_table` wrote is read as it was, formulas unguarded, names in their parts and scripts."""
    parsed = read(written(WHOLE, Article(key="k2", type="report", title="T")))
    assert parsed.articles == [WHOLE, Article(key="k2", type="report", title="T")]
    assert (parsed.quotes, parsed.problems) == ([], [])


def test_what_our_table_makes_from_other_records_is_not_read() -> None:
    """The annotation repeats note and quotes, and is no field of the article."""
    assert read(written(WHOLE, context=Context(annotate=True))).articles == [WHOLE]


WORDS = st.text("abcdefXYZабв «»,;\"'=+-@ 中é", max_size=12).map(lambda text: " ".join(text.strip("'").split()))


@given(
    st.builds(
        Article, key=st.just("k"), type=st.sampled_from(TYPES), title=WORDS, outlet=WORDS, note=WORDS, section=WORDS,
        issue=WORDS, publisher=WORDS, title_translated=WORDS, original=st.builds(Original, WORDS, WORDS),
    )
)  # fmt: skip
def test_any_texts_come_back(article: Article) -> None:
    """Quotation marks, separators and formulas in a cell are undone by reading; a cell of our own loses nothing."""
    assert read(written(article)).articles == [article]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1251"])
def test_spreadsheets_of_any_kind_are_read(separator: str, encoding: str) -> None:
    """Separators and encodings of Excel in several countries are told apart."""
    rows = [["Автор", "Название", "Издание", "Дата"], ["Иван Зуенко", "Новая этика", "Профиль", "31.10.2021"]]
    data = "\r\n".join(separator.join(row) for row in rows).encode(encoding)
    [article] = read(data).articles
    assert looks_like(data)
    assert (article.title, article.outlet, article.date) == ("Новая этика", "Профиль", PartialDate("2021-10-31"))
    assert [name.display for name in article.authors] == ["Иван Зуенко"]


def test_excels_own_line_says_the_separator() -> None:
    """A first line ``sep=;`` is no heading, and lines are counted with it."""
    parsed = table("sep=;\nTitle;URL\nT;https://example.org/a\n;\nx;;;\n")
    assert [article.title for article in parsed.articles] == ["T", "x"]
    assert [problem.line for problem in parsed.problems] == [5]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Author(s)", "authors"), ("Publication Title", "outlet"), ("NEWSPAPER", "outlet"), ("date_published", "date"),
        ("Link", "url"), ("Highlight", "quote"), ("DOI", "DOI"), ("Titel", "title"), ("Zitat", "quote"), ("Mood", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_headings_are_understood(heading: str, field: str) -> None:
    """Case, marks and a few languages do not matter; other headings are unknown."""
    assert field_of(heading) == field


def test_a_quote_and_its_source_stand_in_a_row() -> None:
    """A source of several rows is one; place, tags and note are the quote's; unknown columns come along."""
    parsed = table(
        "Title,Author,Newspaper,Date,Quote,Page,Speaker,Tags,Note,Mood\n"
        "T,Ann Lee,Daily,2021-11-04,One,3,Bob,a;b,n,calm\n"
        "T,Ann Lee,Daily,2021-11-04,Two,p. 4,,,,\n"
        "U,,Daily,,,7,,c,about it,\n"
    )
    first, second = parsed.quotes
    assert [article.title for article in parsed.articles] == ["T", "U"]
    assert (parsed.articles[1].pages, parsed.articles[1].tags, parsed.articles[1].note) == ("7", ("c",), "about it")
    assert (first.article, first.kind, first.locator, first.speaker) == ("#0", "direct", Locator("page", "3"), "Bob")
    assert (first.tags, first.note, first.extra) == (("a", "b"), "n", {"csv": {"Mood": "calm"}})
    assert (second.article, second.locator) == ("#0", Locator("page", "4"))


def test_pocket_is_read() -> None:
    """A title that is the address is none; times are seconds, tags parted by bars; the day saved is the day read."""
    data = b"title,url,time_added,tags,status\nhttps://e.org/1,https://e.org/1,1700000000,a|b,unread\n"
    [article] = read(data).articles
    assert (article.type, article.title, article.url, article.tags) == ("webpage", "", "https://e.org/1", ("a", "b"))
    assert (article.added, article.accessed) == ("2023-11-14T22:13:20Z", PartialDate("2023-11-14"))
    assert article.extra == {"csv": {"status": "unread"}}


def test_instapaper_is_read() -> None:
    """A selection is a quote; several of one page share it, one without makes the page alone."""
    parsed = table(
        "URL,Title,Selection,Folder,Timestamp,Tags\n"
        'https://e.org/1,T,A quote,Unread,1700000000,"[""x""]"\n'
        "https://e.org/1,T,Another,Unread,1700000100,\n"
        "https://e.org/2,U,,Archive,1700000100,[]\n"
    )
    assert [(quote.article, quote.text) for quote in parsed.quotes] == [("#0", "A quote"), ("#0", "Another")]
    assert (parsed.quotes[0].tags, parsed.quotes[0].added) == (("x",), "2023-11-14T22:13:20Z")
    assert [article.title for article in parsed.articles] == ["T", "U"]


def test_zoteros_table_is_read() -> None:
    """Its headings and types are known; what CSL has variables for goes there."""
    parsed = table(
        '"Key","Item Type","Publication Year","Author","Title","Publication Title","DOI","Date","Date Added"\n'
        '"ABCD","newspaperArticle","2021","Zuenko, Ivan; Doe, Jane","T","Profil","10.1/x","","2021-12-01 10:00:00"\n'
    )
    [article] = parsed.articles
    assert (article.key, article.type, article.date) == ("ABCD", "article-newspaper", PartialDate("2021"))
    assert [name.sorted for name in article.authors] == ["Zuenko, Ivan", "Doe, Jane"]
    assert (article.extra, article.added) == ({"csl": {"DOI": "10.1/x"}}, "2021-12-01T10:00:00Z")


@pytest.mark.parametrize(
    ("columns", "cells", "expected"),
    [
        ("title,journal", "T,J", "article-journal"), ("title,outlet", "T,O", "article-newspaper"),
        ("title,url", "T,https://e.org/a", "webpage"),
        ("title,publisher", "T,P", "book"), ("title,note", "T,n", "document"),
        ("title,type", "T,speech", "speech"), ("title,type", "T,Magazine Article", "article-magazine"),
        ("title,type", "T,nonsense", "document"),
    ],
)  # fmt: skip
def test_types_are_told_by_the_columns(columns: str, cells: str, expected: str) -> None:
    """A type that is named is taken, else what the columns make likely."""
    assert table(f"{columns}\n{cells}\n").articles[0].type == expected


@pytest.mark.parametrize("cell", ["4/11/2021", "31 November 2021", "4 November", "some day"])
def test_a_date_that_cannot_be_read_is_kept_and_told(cell: str) -> None:
    """An unsure date is left out of the record, kept beside it as it is, and listed."""
    parsed = table(f"title,date\nT,{cell}\n")
    [article] = parsed.articles
    assert (article.date, article.extra) == (None, {"csv": {"date": cell}})
    assert [(problem.line, problem.mended) for problem in parsed.problems] == [(2, True)]


def test_what_cannot_be_used_is_not_lost() -> None:
    """A key that is none, an unknown kind and place, and a time in words stay with the record."""
    parsed = table("key,title,quote,kind,locator,added\nno key!,T,Q,shouted,somewhere,some day\n")
    [article], [quote] = parsed.articles, parsed.quotes
    assert (article.key, quote.kind, quote.locator, quote.added) == ("", "direct", None, "")
    assert quote.extra == {"csv": {"key": "no key!", "kind": "shouted", "locator": "somewhere", "time": "some day"}}


def test_the_copy_of_an_archive_names_its_original() -> None:
    """An address of a web archive is the copy's, beside the original's."""
    [article] = table("title,url\nT,https://web.archive.org/web/20211130090000/http://e.org/a\n").articles
    assert (article.url, article.archive_date) == ("http://e.org/a", PartialDate("2021-11-30"))


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("title,quote\n,Q\n", 2, "which source"), ("title,url\n\n\nT,https://e.org/a,more\n", 4, "3 cells"),
        ('title,url\n"never,https://e.org/a\nU,b\n', 2, "never closed"), ("one,two\n1,2\n", 1, "not a table"),
        ("", 1, "not a table"), ("TY  - NEWS\nER  - \n", 1, "not a table"), ('[{"title": "T"}]', 1, "not a table"),
        (f"title,note\nT,{'x' * 200_000}\n", 2, "field larger"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_line(text: str, line: int, words: str) -> None:
    """A bad row is a problem with its line; a file that is no table is one problem."""
    parsed = table(text)
    assert parsed.problems[0].line == line
    assert words in parsed.problems[0].message


def test_rows_after_a_bad_one_are_read() -> None:
    """A cell that is too long costs its own row."""
    assert [a.title for a in table(f"title,note\nT,{'x' * 200_000}\nU,n\n").articles] == ["U"]


def test_headings_may_hold_line_breaks_and_quotation_marks() -> None:
    """A cell over several lines is one cell, and the next row's line is counted right."""
    parsed = table('title,note,date\n"T","a\nb",\nU,,4/11/2021\n')
    assert [article.note for article in parsed.articles] == ["a\nb", ""]
    assert parsed.problems[0].line == 4


@pytest.mark.parametrize(
    "text", ["", "\n", "just text\n", "title\nT\n", "one,two\n", '{"title": 1, "url": 2}', "@a{b,\ntitle={c}}"]
)
def test_other_files_do_not_look_like_it(text: str) -> None:
    """A heading names at least two known columns, one of which says something of a source."""
    assert not looks_like(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "\n" * 100_000, "x," * 5_000_000, "title,url\n" + "\n" * 100_000, 'title,url\n"' + f"{'x' * 99}\n" * 10_000,
        "title,tags\n" + "T," + "a;" * 60_000, "title,date\n" + "T,1 1 1 1 1\n" * 3_000, "\x00" * 100_000,
        "title,url\n" + '"' * 1_000_000,
    ],
)  # fmt: skip
def test_hostile_files_take_linear_time(text: str) -> None:
    """Blank lines, ten megabytes in a line and quotation marks without end are done in seconds."""
    before = time.process_time()
    table(text)
    assert time.process_time() - before < 10


@given(st.lists(st.sampled_from(["title", "url", "quote", "date", "page", "added", "type", "key", "x"]), max_size=6),
       st.lists(st.lists(st.text(max_size=6), max_size=7), max_size=4))  # fmt: skip
def test_any_table_is_read_without_an_exception(names: list[str], rows: list[list[str]]) -> None:
    """Whatever the cells hold, every quote that comes back points to an article."""
    text = "\n".join(",".join(row) for row in [["outlet", *names], *rows])
    parsed = read(text.encode("utf-8", "replace"))
    assert {quote.article for quote in parsed.quotes} <= {f"#{n}" for n in range(len(parsed.articles))}


@given(st.binary(max_size=200))
def test_any_bytes_too(data: bytes) -> None:
    """Bytes that are no text are read as best they can be."""
    read(data)
    read(b"title,quote\n" + data)
    looks_like(data)
