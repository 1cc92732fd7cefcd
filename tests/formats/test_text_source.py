"""What the readers of reading apps share: bytes as text, times, places, each source once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.formats.text_source import (
    Shelf,
    addressed,
    authors_of,
    day_in_words,
    decode_text,
    locator_of,
    tags_of,
    utc_time,
)
from quotebank.model.articles import Article
from quotebank.model.names import Name
from quotebank.model.quotes import Locator


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1251"])
def test_a_russian_file_is_read_in_any_usual_encoding(encoding: str) -> None:
    """A byte-order mark, the bytes and their letters tell the encoding; lines end in LF."""
    text = "Title; Заголовок\r\nTwo; Новая этика сегодня\rThree"
    source = decode_text(text.encode(encoding))
    assert source.text == "Title; Заголовок\nTwo; Новая этика сегодня\nThree"


def test_western_letters_of_old_files_are_told() -> None:
    """A file in the old encoding of Western Windows is read, and the writer is asked to look."""
    source = decode_text("Façade\nÀ la recherche".encode("cp1252"))
    assert source.text == "Façade\nÀ la recherche"
    assert [problem.mended for problem in source.problems] == [True]


def test_nul_is_left_out_and_told() -> None:
    """NUL characters go, with the line of the first; other characters stay as they are."""
    source = decode_text("one\ntwo\x00 \x1b[31m\u202e\n".encode())
    assert source.text == "one\ntwo \x1b[31m\u202e\n"
    assert [(problem.line, problem.mended) for problem in source.problems] == [(2, True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-05-03T10:11:12.5+02:00", "2022-05-03T08:11:12Z"), ("2022-05-03 10:11:12+00:00", "2022-05-03T10:11:12Z"),
        ("2022-05-03T10:11Z", "2022-05-03T10:11:00Z"), ("1600000000", "2020-09-13T12:26:40Z"),
        ("1600000000123", "2020-09-13T12:26:40Z"), ("Added on Thursday, February 4, 2016 3:21:08 PM",
        "2016-02-04T15:21:08Z"), ("12:05 AM, May 3, 2022", "2022-05-03T00:05:00Z"),
        ("Monday, 3 December 12 19:51:33 Greenwich Mean Time", "2012-12-03T19:51:33Z"),
        ("вторник, 3 мая 2022 г. в 10:11:12", "2022-05-03T10:11:12Z"),
        ("2014年2月14日 星期五 下午5:01:14", "2014-02-14T17:01:14Z"),
        ("2022년 5월 3일 화요일 오전 10:11:12", "2022-05-03T10:11:12Z"),
        ("Saturday, 26 March 2016 14:59:39 PM", "2016-03-26T14:59:39Z"),
        ("", ""), ("3 May 2022", ""), ("10:11", ""), ("31 November 2021 10:11", ""), ("3 May 2022 25:00", ""),
        ("42", ""),
        ("99999999999999999999", ""), ("2022-13-01T10:00", ""), ("x" * 5000, ""),
    ],
)  # fmt: skip
def test_times_are_read(text: str, expected: str) -> None:
    """A time to the minute becomes UTC; what does not say one gives none."""
    assert utc_time(text) == expected


@given(st.text(max_size=250) | st.from_regex(r"\d{1,4}[-/. ]\w{1,9}[-/. ]\d{1,4}[ T]\d\d?:\d\d.{0,9}", fullmatch=True))
def test_any_text_is_a_time_or_none(text: str) -> None:
    """Whatever a cell says, a well-formed time comes back, or none."""
    assert utc_time(text) == "" or len(utc_time(text)) == len("2022-05-03T10:11:12Z")
    assert len(day_in_words(text)) in (0, 10)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12", ("page", "12")), ("p. 12", ("page", "12")), ("pp. 3-4", ("page", "3-4")), ("S. 7", ("page", "7")),
        ("стр. 5", ("page", "5")), ("xiv", ("page", "xiv")), ("para. 11", ("paragraph", "11")),
        ("§ 3", ("section", "3")),
        ("chapter 2", ("chapter", "2")), ("loc. 1234–36", ("elocation", "1234–36")),
        ("1:02:03", ("timestamp", "1:02:03")),
        ("verse 3", ("verse", "3")),
    ],
)  # fmt: skip
def test_places_are_read(text: str, expected: tuple[str, str]) -> None:
    """Abbreviations in several languages mean a CSL label; a bare number is a page."""
    assert locator_of(text) == Locator(*expected)


@pytest.mark.parametrize("text", ["", "soon", "p.", "page twelve", "12 monkeys", "p" * 5000, "1" * 5000])
def test_what_is_no_place_is_none(text: str) -> None:
    """Words are not guessed at."""
    assert locator_of(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a; b, c", ("a", "b, c")), ("a|b", ("a", "b")), ("a, b,,a", ("a", "b")), ('["x", "y"]', ("x", "y")),
        ("[]", ()), ("[broken", ("broken",)), ("", ()), ("[" * 100_000, ()),
    ],
)  # fmt: skip
def test_tags_are_parted(text: str, expected: tuple[str, ...]) -> None:
    """Semicolons before bars before commas; a list in JSON is one too; each tag once."""
    assert tags_of(text) == expected


def test_authors_are_people_or_stay_whole() -> None:
    """Names are taken apart, an e-mail address is nobody, and a list too long to take apart is kept."""
    assert [name.sorted for name in authors_of("Lewis, Michael; Doe, Jane")] == ["Lewis, Michael", "Doe, Jane"]
    assert authors_of("jane@example.org") == ()
    assert authors_of("  ") == ()
    assert authors_of("x" * 20_000) == (Name(literal="x" * 20_000),)


def test_the_copy_of_an_archive_names_its_original() -> None:
    """An address of a web archive becomes the original's, the copy's and the day of the copy."""
    copy = "https://web.archive.org/web/20211130090000/https://example.org/a"
    article = addressed(Article(), copy)
    assert (article.url, article.archive_url) == ("https://example.org/a", copy)
    assert article.archive_date is not None
    assert article.archive_date.text == "2021-11-30"


def test_a_shelf_keeps_each_source_once() -> None:
    """The first of several with one identity stays, what it lacks is filled in, tags are gathered."""
    shelf = Shelf()
    places = [
        shelf.article(Article(title="T", tags=("a",)), "t"),
        shelf.article(Article(title="U"), "u"),
        shelf.article(Article(title="T2", outlet="O", tags=("b",)), "t"),
        shelf.article(Article(title="T")),
        shelf.article(Article(title="T")),
    ]
    assert places == ["#0", "#1", "#0", "#2", "#3"]
    first = shelf.parsed().articles[0]
    assert (first.title, first.outlet, first.tags) == ("T", "O", ("a", "b"))
