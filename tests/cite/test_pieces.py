"""Pieces of a citation are put together with one mark between them, inside closing quotation marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.cite.pieces import ITALIC, LINK, TEXT, Line, Piece, as_markdown, as_plain, in_quotes, one_line
from tests.model.strategies import nasty_text


def line(*pieces: Piece, mark: str = ",", end: str = "") -> str:
    """The pieces as a line of plain text."""
    made = Line()
    for piece in pieces:
        made.then(piece, mark=mark)
    if end:
        made.end(end)
    return as_plain(made.pieces)


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        ([(TEXT, "A"), (TEXT, "B")], "A, B"),
        ([(TEXT, "“A”"), (TEXT, "B")], "“A,” B"),
        ([(TEXT, "“A ‘b’”"), (TEXT, "C")], "“A ‘b,’” C"),
        ([(TEXT, "“the Kims’”"), (TEXT, "C")], "“the Kims’,” C"),
        ([(TEXT, "“Why?”"), (TEXT, "B")], "“Why?,” B"),
        ([(ITALIC, "A"), (TEXT, "B")], "A, B"),
        ([(TEXT, ""), (TEXT, "B")], "B"),
        ([(TEXT, "A"), (TEXT, "")], "A"),
        ([], ""),
    ],
)
def test_a_comma_stands_between(pieces: list[Piece], text: str) -> None:
    """One comma, inside quotation marks that close, none for what is empty; an apostrophe is no quotation mark."""
    assert line(*pieces) == text


@pytest.mark.parametrize(
    ("piece", "text"),
    [
        ((TEXT, "A"), "A."),
        ((TEXT, "A."), "A."),
        ((TEXT, "“Why?”"), "“Why?”"),
        ((TEXT, "“A”"), "“A.”"),
        ((TEXT, "A…"), "A…"),
        ((ITALIC, "Why?"), "Why?"),
        ((ITALIC, "A"), "A."),
        ((LINK, "https://x.y/?"), "https://x.y/?."),
    ],
)
def test_a_sentence_has_one_end(piece: Piece, text: str) -> None:
    """No second mark after one that ends a sentence already; an address's own marks end nothing."""
    assert line(piece, end=".") == text


def test_texts_run_together() -> None:
    """Neighbouring texts are one piece, so that nobody who marks them up sees the seams."""
    made = Line()
    made.then((TEXT, "A"), (TEXT, "b"))
    made.then((ITALIC, "C"))
    assert made.pieces == [(TEXT, "Ab, "), (ITALIC, "C")]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("A", "“A”"),
        ("say “yes”", "“say ‘yes’”"),
        ('say "yes" and "no"', "“say ‘yes’ and ‘no’”"),
        ('a 5" gun', '“a 5" gun”'),
        ("", "“”"),
    ],
)
def test_quotes_in_quotes_are_single(text: str, quoted: str) -> None:
    """Pairs within become single ones; a lone straight mark (an inch) stays."""
    assert in_quotes(text) == quoted


def test_markdown_marks_and_escapes() -> None:
    """Italics and links are marked, the text within them and beside them is escaped, spaces are kept."""
    pieces = [(TEXT, "a_b"), (TEXT, " *c*, "), (ITALIC, "d*e"), (TEXT, " "), (LINK, "https://x.y/a_b>c"), (ITALIC, "")]
    assert as_markdown(pieces) == "a\\_b \\*c\\*, *d\\*e* <https://x.y/a_b%3Ec>"
    assert as_plain(pieces) == "a_b *c*, d*e https://x.y/a_b>c"


@given(st.lists(st.tuples(st.sampled_from([TEXT, ITALIC, LINK]), nasty_text().map(one_line)), max_size=5))
def test_nothing_is_lost(pieces: list[Piece]) -> None:
    """Every text handed in stands in the line, in its order, but for the marks that go into quotation marks."""
    shown = line(*pieces, end=".")
    place = 0
    for _, text in pieces:
        body = text.rstrip("”’")
        place = shown.find(body, place)
        assert place >= 0
        place += len(body)
