"""Readwise's CSV export: columns in any order, sources each once, and broken files."""

from hypothesis import given
from hypothesis import strategies as st

from quotebank.formats import csv_reading
from quotebank.formats.parsed import Parsed
from quotebank.formats.readwise import looks_like, read
from quotebank.model.quotes import Locator

COLUMNS = (
    "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,"
    "Document tags\n"
)


def rows(*lines: str) -> Parsed:
    """What rows under the usual heading say."""
    return read((COLUMNS + "\n".join(lines)).encode())


def test_a_row_is_a_quote_of_its_book() -> None:
    """Every column comes into its field; what has none comes along."""
    parsed = rows(
        '"First, ""quoted""\nsecond line",Sapiens,Yuval Noah Harari,B00ICN066A,my note,yellow,"a, b",page,12,'
        "2021-03-04 05:06:07+02:00,history"
    )
    [article], [quote] = parsed.articles, parsed.quotes
    assert (article.type, article.title, article.tags) == ("book", "Sapiens", ("history",))
    assert [name.sorted for name in article.authors] == ["Harari, Yuval Noah"]
    assert article.extra == {"readwise": {"Amazon Book ID": "B00ICN066A"}}
    assert (quote.kind, quote.text, quote.note) == ("direct", 'First, "quoted"\nsecond line', "my note")
    assert (quote.locator, quote.tags, quote.added) == (Locator("page", "12"), ("a", "b"), "2021-03-04T03:06:07Z")
    assert (quote.article, quote.extra, parsed.problems) == ("#0", {"readwise": {"Color": "yellow"}}, [])


def test_columns_are_found_by_their_headings() -> None:
    """The order of columns does not matter, and an unknown one is kept."""
    parsed = read(b"\xef\xbb\xbfBook Title;Mood;URL;Highlight\nT;calm;https://www.example.org/a?utm_source=x;Q\n")
    [article], [quote] = parsed.articles, parsed.quotes
    assert (article.type, article.title, article.url) == ("webpage", "T", "https://www.example.org/a")
    assert (quote.text, quote.extra) == ("Q", {"readwise": {"Mood": "calm"}})


def test_many_rows_are_one_source() -> None:
    """A source is told by its address, else by title and author."""
    parsed = rows("One,T,A B,,,,,,,,", "Two,T,A B,,,,,,,,", "Three,T,C D,,,,,,,,")
    assert [quote.article for quote in parsed.quotes] == ["#0", "#0", "#1"]


def test_places_are_what_can_be_looked_up() -> None:
    """Pages, Kindle locations and times are places; a position in a list is not, and is kept."""
    parsed = rows(
        "a,T,,,,,,location,1234,,", "b,U,,,,,,time_stamp,3723,,", "c,V,,,,,,time_stamp,65,,", "d,W,,,,,,order,7,,",
        "e,X,,,,,,page,,,",
    )  # fmt: skip
    assert [quote.locator for quote in parsed.quotes] == [
        Locator("elocation", "1234"), Locator("timestamp", "1:02:03"), Locator("timestamp", "1:05"), None, None,
    ]  # fmt: skip
    assert [article.type for article in parsed.articles] == ["book", "broadcast", "broadcast", "webpage", "webpage"]
    assert parsed.quotes[3].extra == {"readwise": {"location type": "order", "location": "7"}}


def test_a_host_is_no_author() -> None:
    """Readwise gives the host where it found no author; an initial with dots is a person's."""
    parsed = rows("a,T,example.org,,,,,,,,", "b,U,J.R.R. Tolkien,,,,,,,,")
    assert [(article.outlet, len(article.authors)) for article in parsed.articles] == [("example.org", 0), ("", 1)]


def test_a_note_alone_is_a_comment() -> None:
    """A row without a highlight keeps its note as the reader's own words."""
    [quote] = rows(",T,,,my thought,,,,,,").quotes
    assert (quote.kind, quote.text, quote.note) == ("comment", "my thought", "")


def test_what_is_wrong_is_said_with_its_line() -> None:
    """Rows without source or text, rows too long, and a quotation mark never closed are problems."""
    parsed = rows("a,,,,,,,,,,", ",T,,,,,,,,,", "ok,T,,,,,,,,,,extra", '"never,T', "b,T,,,,,,,,,")
    assert [problem.line for problem in parsed.problems] == [2, 3, 4, 5]
    assert [quote.text for quote in parsed.quotes] == ["ok"]
    assert "never closed" in parsed.problems[-1].message


def test_times_that_cannot_be_read_are_kept() -> None:
    """A time is not guessed at and not lost."""
    [quote] = rows("a,T,,,,,,,,some day,").quotes
    assert (quote.added, quote.extra) == ("", {"readwise": {"highlighted at": "some day"}})


def test_another_table_is_one_problem() -> None:
    """Without its headings nothing is read, and the problem says which are missing."""
    parsed = read(b"title,url\nT,https://example.org/a\n")
    assert list(parsed.records) == []
    assert "Book Title" in parsed.problems[0].message


def test_it_is_told_from_other_tables() -> None:
    """Its two headings in any order and separator; the general reader would take the table too."""
    assert looks_like(COLUMNS.encode())
    assert looks_like(b"\xef\xbb\xbfBook Title;Highlight\n")
    assert csv_reading.looks_like(COLUMNS.encode())
    assert not looks_like(b"title,url,quote\n")
    assert not looks_like(b'{"Highlight": "Book Title"}')


@given(st.lists(st.lists(st.text(max_size=8), max_size=12), max_size=4))
def test_any_table_is_read_without_an_exception(cells: list[list[str]]) -> None:
    """Whatever the cells hold, records and problems come back."""
    text = COLUMNS + "\n".join(",".join(row) for row in cells)
    read(text.encode("utf-8", "replace"))


@given(st.binary(max_size=200))
def test_any_bytes_too(data: bytes) -> None:
    """Bytes that are no text are read as best they can be."""
    read(COLUMNS.encode() + data)
    read(data)
