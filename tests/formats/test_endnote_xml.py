"""EndNote's XML: records of every type, their names, dates and addresses, and broken files."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.formats.endnote_xml import looks_like, read
from quotebank.formats.parsed import Parsed
from quotebank.model.articles import TYPES, Article

NEWSPAPER = '<ref-type name="Newspaper Article">23</ref-type>'


def records(*bodies: str) -> Parsed:
    """What a library with these records says."""
    inner = "\n".join(f"<record>{body}</record>" for body in bodies)
    return read(f'<?xml version="1.0" encoding="UTF-8"?>\n<xml><records>\n{inner}\n</records></xml>'.encode())


def article(body: str, kind: str = NEWSPAPER) -> Article:
    """The article of one record."""
    parsed = records(kind + body)
    assert list(parsed.problems) == []
    return parsed.articles[0]


def test_a_record_comes_into_its_fields() -> None:
    """Styles are dropped, the parts of a record come into their fields, and what has none comes along."""
    found = article(
        """
        <database name="a.enl">a.enl</database><rec-number>7</rec-number>
        <contributors><authors><author><style face="normal" size="100%">Zuenko, Ivan</style></author>
        <author>Moscow Carnegie Center,</author></authors>
        <subsidiary-authors><author>Doe, Jane</author></subsidiary-authors></contributors>
        <titles><title><style>A </style><style face="italic">new</style><style> ethics</style></title>
        <secondary-title>Profil</secondary-title><short-title>Ethics</short-title>
        <translated-title>Eine neue Ethik</translated-title><alt-title>Alt</alt-title></titles>
        <periodical><full-title>Profil</full-title><abbr-1>Prof.</abbr-1></periodical>
        <pages>1-2</pages><volume>7</volume><number>4</number><section>Politics</section><edition>Late</edition>
        <keywords><keyword>China</keyword><keyword>ethics</keyword><keyword>China</keyword></keywords>
        <dates><year>2021</year><pub-dates><date>31 October</date></pub-dates></dates>
        <pub-location>Moscow</pub-location><publisher>House</publisher><isbn>1234-5678</isbn>
        <electronic-resource-num>doi:10.1/x</electronic-resource-num><abstract>An abstract</abstract>
        <label>zuenko2021</label><notes>One&#xD;Two</notes><research-notes>Three</research-notes>
        <urls><related-urls><url>https://example.org/a?utm_source=x</url><url>https://example.org/b</url></related-urls>
        <pdf-urls><url>internal-pdf://a.pdf</url></pdf-urls></urls>
        <access-date>November 2, 2021</access-date><language>Russian</language><custom3>kept</custom3>
        """
    )
    assert found.to_json() == {
        "key": "zuenko2021", "type": "article-newspaper", "title": "A new ethics",
        "authors": [{"family": "Zuenko", "given": "Ivan"}, {"literal": "Moscow Carnegie Center"}],
        "outlet": "Profil", "date": "2021-10-31", "issue": "4", "volume": "7", "pages": "1-2", "section": "Politics",
        "url": "https://example.org/a", "accessed": "2021-11-02", "language": "ru", "publisher": "House",
        "translator": [{"family": "Doe", "given": "Jane"}], "title_translated": "Eine neue Ethik",
        "tags": ["China", "ethics"], "note": "One\nTwo\n\nThree",
        "csl": {
            "edition": "Late", "publisher-place": "Moscow", "abstract": "An abstract", "title-short": "Ethics",
            "container-title-short": "Prof.", "ISSN": "1234-5678", "DOI": "10.1/x",
        },
        "endnote": {
            "alt-title": "Alt", "urls": ["https://example.org/b", "internal-pdf://a.pdf"], "custom3": "kept",
        },
    }  # fmt: skip


@pytest.mark.parametrize("number", range(1, 70))
def test_every_number_of_a_type_is_read(number: int) -> None:
    """A number gives a type; one that nobody knows a document, and the number is kept."""
    found = article("<titles><title>T</title></titles>", f"<ref-type>{number}</ref-type>")
    kept = found.extra.get("endnote")
    assert found.type in TYPES
    assert kept in (None, {"ref-type": str(number)})
    assert (kept is None) == (number in {*range(2, 11), *range(12, 15), 17, *range(19, 22), *range(23, 29), 31, 32, 34,
                                         *range(36, 40), *range(43, 62)})  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ('<ref-type name="Blog">56</ref-type>', "post-weblog"), ('<ref-type name="Web Page">12</ref-type>', "webpage"),
        ('<ref-type name="Interview">64</ref-type>', "interview"), ('<ref-type name="Journal Article">0</ref-type>',
        "article-journal"), ("", "document"), ('<ref-type name="Book">1</ref-type>', "book"),
        ('<ref-type name="Report">10</ref-type>', "report"), ('<ref-type name="Web Page">16</ref-type>', "webpage"),
        ('<ref-type name="Unheard Of">17</ref-type>', "article-journal"),
    ],
)  # fmt: skip
def test_names_of_types_help_where_numbers_do_not(kind: str, expected: str) -> None:
    """Other programs (Mendeley) write names with numbers of their own, so the name goes first."""
    assert article("<titles><title>T</title></titles>", kind).type == expected


def test_a_book_has_a_series_and_editors() -> None:
    """The secondary title of a book is its series; an edited book's authors are its editors."""
    found = article(
        "<contributors><authors><author>Doe, J.</author></authors></contributors>"
        "<titles><title>T</title><secondary-title>Series</secondary-title></titles><number>3</number><isbn>9</isbn>",
        '<ref-type name="Edited Book">28</ref-type>',
    )
    assert (found.type, found.outlet, found.authors) == ("book", "", ())
    assert found.extra["csl"] == {
        "editor": [{"family": "Doe", "given": "J."}], "collection-title": "Series", "collection-number": "3",
        "ISBN": "9",
    }  # fmt: skip


def test_the_editors_of_a_book_without_authors_are_its_editors() -> None:
    """The second list of a book's people are its editors when there is no first, else those of its series."""
    editors = "<secondary-authors><author>Or, Ed</author></secondary-authors>"
    book = '<ref-type name="Book">6</ref-type>'
    assert article(f"<contributors>{editors}</contributors>", book).extra == {
        "csl": {"editor": [{"family": "Or", "given": "Ed"}]}
    }
    both = f"<contributors><authors><author>Doe, J.</author></authors>{editors}</contributors>"
    assert article(both, book).extra == {"csl": {"collection-editor": [{"family": "Or", "given": "Ed"}]}}


@pytest.mark.parametrize(
    ("dates", "date"),
    [
        ("<year>2021</year>", "2021"),
        ("<year>2021</year><pub-dates><date>Oct</date></pub-dates>", "2021-10"),
        ("<year>2021</year><pub-dates><date>October 31</date></pub-dates>", "2021-10-31"),
        ("<year>2021</year><pub-dates><date>31 Oct 2021</date></pub-dates>", "2021-10-31"),
        ("<year>2021</year><pub-dates><date>2021-10-31</date></pub-dates>", "2021-10-31"),
        ("<year>2021</year><pub-dates><date>Fall</date></pub-dates>", "2021-23"),
        ("<pub-dates><date>31 Oct 2021</date></pub-dates>", "2021-10-31"),
        ("<year>in press</year>", None),
        ("<pub-dates><date>31 Oct</date></pub-dates>", None),
    ],
)
def test_day_and_year_make_a_date(dates: str, date: str | None) -> None:
    """The day stands beside the year, or with it; without a year there is no date."""
    found = article(f"<dates>{dates}</dates>")
    assert (found.date.text if found.date else None) == date


def test_dates_that_cannot_be_read_are_kept() -> None:
    """A day that is none leaves the year and stays; two years that differ are not joined."""
    found = article("<dates><year>2021</year><pub-dates><date>soon</date></pub-dates></dates>")
    assert (found.date and found.date.text, found.extra) == ("2021", {"endnote": {"pub-date": "soon"}})
    found = article("<dates><year>2021</year><pub-dates><date>31 Oct 2019</date></pub-dates></dates>")
    assert (found.date and found.date.text, found.extra) == ("2021", {"endnote": {"pub-date": "31 Oct 2019"}})
    assert article("<dates><year>in press</year></dates>").extra == {"csl": {"issued": {"literal": "in press"}}}


@pytest.mark.parametrize("label", ["todo", "2021", "see 12", "ключ2021"])
def test_a_label_that_is_no_key_is_kept(label: str) -> None:
    """Only letters with figures are a citation key; writers put other things into the label too."""
    found = article(f"<label>{label}</label>")
    assert (found.key, found.extra) == ("", {"endnote": {"label": label}})


@pytest.mark.parametrize(
    ("bodies", "titles", "line", "words"),
    [
        (["<x/>", f"{NEWSPAPER}<titles><title>B</title></titles>"], ["B"], 3, "not a record of EndNote"),
        ([f"{NEWSPAPER}<titles><title>A<b></titles>", f"{NEWSPAPER}<titles><title>B</title></titles>"], ["B"], 3,
         "not well-formed"),
        ([f"{NEWSPAPER}<titles><title>A &amp B</title></titles>", f"{NEWSPAPER}<titles><title>B</title></titles>"],
         ["B"], 3, "not well-formed"),
        ([f"{NEWSPAPER}<titles><title>A &nbsp; B</title></titles>", f"{NEWSPAPER}<titles><title>B</title></titles>"],
         ["B"], 3, "undefined entity"),
    ],
)  # fmt: skip
def test_a_bad_record_costs_only_itself(bodies: list[str], titles: list[str], line: int, words: str) -> None:
    """A record that is broken is a problem with its line and its text; the records after it are read."""
    parsed = records(*bodies)
    assert [found.title for found in parsed.articles] == titles
    [problem] = parsed.problems
    assert (problem.line, problem.raw) == (line, f"<record>{bodies[0]}</record>")
    assert words in problem.message


@pytest.mark.parametrize("text", ["<xml><records/></xml>", "<records></records>"])
def test_an_empty_library_is_no_mistake(text: str) -> None:
    """No records, no problem."""
    assert read(text.encode()) == Parsed([], [])


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (b'<?xml version="1.0"?>\n<xml><records><record>', True), (b"<records><record a='1'>", True),
        (b'<?xml version="1.0"?><rss><channel>', False), (b"<xml>", False), (b"TY  - NEWS", False), (b"", False),
        (b"\xef\xbb\xbf<!-- c --><xml><records><record>", True),
    ],
)  # fmt: skip
def test_it_is_told_by_its_beginning(start: bytes, expected: bool) -> None:
    """The first element and a record in it."""
    assert looks_like(start) == expected


@given(st.lists(st.sampled_from([
    "<record>", "</record>", "<titles>", "</titles>", "<title>", "</title>", "x", "<style>", "</style>", "&lt;", "<!--",
    "-->", "<dates><year>2021</year></dates>", "<![CDATA[", "]]>", "<ref-type>17</ref-type>", "<a b='c'/>", "\n",
])))  # fmt: skip
def test_any_arrangement_is_read_without_an_exception(parts: list[str]) -> None:
    """Pieces of a library in any order give articles and problems."""
    read(f"<xml><records>{''.join(parts)}</records></xml>".encode())


def test_many_records_take_linear_time() -> None:
    """Five thousand records are read in seconds."""
    body = f"{NEWSPAPER}<titles><title>T</title></titles><dates><year>2021</year></dates>"
    before = time.process_time()
    assert len(records(*[body] * 5_000).articles) == 5_000
    assert time.process_time() - before < 10
