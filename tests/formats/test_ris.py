"""RIS: records as reference managers write them, our own, and broken ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.formats import FORMATS, Context
from quotebank.formats.parsed import Parsed
from quotebank.model.articles import Article
from quotebank.model.dates import PartialDate
from quotebank.model.names import Name
from quotebank.model.quotes import Locator, Quote, Via


def read(text: str) -> Parsed:
    """What a text says."""
    return FORMATS["ris"].read(text.encode())


def written(article: Article, context: Context = Context(bare=True)) -> list[str]:  # noqa: B008
    """The lines of one record."""
    return "".join(FORMATS["ris"].write([article], context)).splitlines()


ZOTERO = """\
TY  - NEWS
TI  - Novaya etika
AU  - Zuenko, Ivan
AU  - Martin Luther King
T2  - Profil’
DA  - 2021/10/31/
PY  - 2021
SP  - 12
EP  - 15
UR  - https://profile.ru/x
KW  - China
KW  - ethics
N2  - An abstract
ER  -

"""


def test_a_record_of_zotero_is_read() -> None:
    """Names, dates, pages and keywords come into their fields, the rest comes along."""
    [article] = read(ZOTERO).articles
    assert (article.type, article.title, article.outlet) == ("article-newspaper", "Novaya etika", "Profil’")
    assert [name.display for name in article.authors] == ["Ivan Zuenko", "Martin Luther King"]
    assert (article.date and article.date.text, article.pages) == ("2021-10-31", "12-15")
    assert article.tags == ("China", "ethics")
    assert article.extra == {"ris": {"N2": ["An abstract"]}}


def test_what_was_read_goes_out_again() -> None:
    """Tags that only RIS has are written again, byte for byte the same the second time."""
    [article] = read(ZOTERO).articles
    text = "".join(FORMATS["ris"].write([article], Context()))
    assert "N2  - An abstract\n" in text
    assert "".join(FORMATS["ris"].write(read(text).articles, Context())) == text


def test_endnotes_older_tags_are_read() -> None:
    """T1, A1, Y1 and JF are title, author, date and journal; a second name of the journal is not lost."""
    [article] = read("TY  - JOUR\nT1  - T\nA1  - B, C\nY1  - 2021/10//\nJF  - Long\nJA  - Lg.\nER  - \n").articles
    assert (article.title, article.outlet, article.date and article.date.text) == ("T", "Long", "2021-10")
    assert article.extra == {"ris": {"JA": ["Lg."]}}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2021/09/29/", "2021-09-29"), ("2021/10//", "2021-10"), ("2021///", "2021"), ("2021///autumn", "2021-23"),
        ("2021///Fall", "2021-23"), ("2021", "2021"), ("29 September 2021", "2021-09-29"), ("2021/00/00/", "2021"),
        ("2021/13/01/", None), ("soon", None), ("/", None),
    ],
)  # fmt: skip
def test_dates_are_read(value: str, expected: str | None) -> None:
    """Every way to write a date is read; what is none gives none."""
    date = read(f"TY  - NEWS\nDA  - {value}\nER  - \n").articles[0].date
    assert (date.text if date else None) == expected


@pytest.mark.parametrize(
    ("text", "line"),
    [("2021-09-29", "2021/09/29/"), ("2021-10", "2021/10//"), ("2021", "2021///"), ("2021-23", "2021///autumn")],
)
def test_dates_are_written(text: str, line: str) -> None:
    """A date goes out in RIS's four parts, a season in the last."""
    assert f"DA  - {line}" in written(Article(key="k", date=PartialDate.from_edtf(text)))


def test_names_keep_their_parts() -> None:
    """People by their commas; an institution with one in its name is not taken for a person."""
    authors = (
        Name(family="King", given="Martin Luther", suffix="Jr."),
        Name(family="Leyen", given="Ursula", particle="von der"),
        Name(literal="Bell, Book and Co"),
        Name(literal="TASS"),
        Name(family="Plato"),
    )
    article = Article(key="k", authors=authors)
    assert [line[6:] for line in written(article) if line.startswith("AU")] == [
        "King, Martin Luther, Jr.", "von der Leyen, Ursula", "Bell, Book and Co,", "TASS", "Plato,",
    ]  # fmt: skip
    back = read("\n".join(written(article))).articles[0].authors
    assert [name.display for name in back] == [name.display for name in authors]


def test_where_it_was_read_is_a_note() -> None:
    """The source that was read stands in N1, and is not taken for the writer's own note when it is read."""
    digest = Article(key="d", title="Country Report")
    quote = Quote(id="q", article="k", text="x", via=Via("d", Locator("paragraph", "4")))
    lines = written(Article(key="k"), Context(quotes_of=lambda _: [quote], find=lambda _: digest))
    assert "N1  - Quoted in Country Report" in lines
    assert read("\n".join(lines)).articles == [Article(key="k")]


def test_wrapped_lines_go_on() -> None:
    """A line without a tag belongs to the value before it."""
    [article] = read("TY  - NEWS\nTI  - A title\n  that goes on\nER  - \n").articles
    assert article.title == "A title that goes on"


@pytest.mark.parametrize(
    ("text", "line", "words", "records"),
    [
        ("stray\nTY  - NEWS\nER  - \n", 1, "outside", 1),
        ("TY  - NEWS\nTI  - a\nTY  - NEWS\nTI  - b\nER  - \n", 1, "without an end", 2),
        ("TY  - NEWS\nTI  - a\n", 1, "without an end", 1),
        ("TY  - NEWS\nU1  - quotebank:date=never\nER  - \n", 1, "date", 0),
        ("@article{x}\n", 1, "outside", 0),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, line: int, words: str, records: int) -> None:
    """A problem names its line, and costs no more than what cannot be read."""
    parsed = read(text)
    assert len(parsed.articles) == records
    assert parsed.problems[0].line == line
    assert words in parsed.problems[0].message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1251"])
def test_encodings_are_told_apart(encoding: str) -> None:
    """Old Windows files and UTF-16 are read like UTF-8."""
    data = "TY  - NEWS\r\nTI  - Взгляд на новую этику сегодня\r\nER  - \r\n".encode(encoding)
    assert FORMATS["ris"].read(data).articles[0].title == "Взгляд на новую этику сегодня"


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_exception(text: str) -> None:
    """Whatever a file holds, records and problems come back."""
    FORMATS["ris"].read(f"TY  - NEWS\n{text}\nER  - \n".encode("utf-8", "replace"))


@given(st.binary(max_size=200))
def test_any_bytes_too(data: bytes) -> None:
    """Bytes that are no text are read as best they can be."""
    FORMATS["ris"].read(data)
