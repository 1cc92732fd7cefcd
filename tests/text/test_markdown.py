"""Any text is a run of Markdown that reads as the text."""

import re

import pytest
from hypothesis import given

from quotebank.text.lines import one_line
from quotebank.text.markdown import escape, link_target
from tests.model.strategies import nasty_text, plain_text

SPECIAL = set("\\`*_{}[]<>#|~^$@&=")


@given(nasty_text(120))
def test_every_special_character_is_escaped(text: str) -> None:
    """No character that marks anything up stands without its backslash."""
    bare = re.sub(r"\\[!-/:-@\[-`{-~]", "", escape(text))
    assert not set(bare) & SPECIAL


@given(nasty_text(120))
def test_a_reader_gets_the_text_back(text: str) -> None:
    """With the backslashes taken away, as CommonMark does, the line is the text, leading spaces apart."""
    assert re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", escape(text)) == one_line(text).lstrip()


@given(nasty_text(120))
def test_result_is_one_line_and_starts_nothing(text: str) -> None:
    """One line without controls, no list, heading, quotation or code block at its beginning."""
    escaped = escape(text)
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", escaped)
    assert not re.match(r"\s|[-+*#>=]|\(?(\d{1,9}|[A-Za-z])[.)](\s|$)", escaped)
    assert escaped.encode().decode() == escaped


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        (
            "*bold* _it_ `code` [x](y) <b> # | ~ ^ $ @k & =",
            "\\*bold\\* \\_it\\_ \\`code\\` \\[x\\](y) \\<b\\> \\# \\| \\~ \\^ \\$ \\@k \\& \\=",
        ),
        ("1. First", "1\\. First"),
        ("2) Second", "2\\) Second"),
        ("1.5 million", "1.5 million"),
        ("a. Letter", "a\\. Letter"),
        ("(iv) Roman", "(iv\\) Roman"),
        ("Mr. Smith", "Mr. Smith"),
        ("- item", "\\- item"),
        ("--- ", "\\--- "),
        ("+ item", "\\+ item"),
        ("up - down", "up - down"),
        (":smile: at 12:30:45", "\\:smile: at 12:30:45"),
        (":a_b:", "\\:a\\_b:"),
        ("    code", "code"),
        ("a\nb\r\n\r\nc", "a b c"),
        ("“Ну” — 習", "“Ну” — 習"),
        ("", ""),
    ],
)
def test_examples(text: str, escaped: str) -> None:
    """Only what marks up is escaped, so that prose stays readable."""
    assert escape(text) == escaped


@given(nasty_text(120))
def test_link_targets_stay_between_their_brackets(text: str) -> None:
    """No text can end its ``<...>``, break the line or hold a space."""
    target = link_target(text)
    assert target.isprintable()
    assert not set(target) & set("<>\\ ")


def test_link_target_keeps_addresses() -> None:
    """Underscores, stars, ampersands and other scripts stay in an address."""
    assert link_target("https://a.org/x_*y&z=1#ё") == "https://a.org/x_*y&z=1#ё"
    assert link_target("https://a.org/<x> y") == "https://a.org/%3Cx%3E%20y"


@given(plain_text())
def test_one_line_leaves_peaceful_text(text: str) -> None:
    """Text on one line stays the same object."""
    assert one_line(text) is text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a  b", "a  b"),
        ("a \n b", "a b"),
        ("a\t b  c\x00", "a b  c"),
        ("\ufffea", "a"),
        ("\u202ea", "\u202ea"),
        ("\n", " "),
    ],
)
def test_one_line(text: str, line: str) -> None:
    """Runs with a break or tab become one space, other runs stay, controls and non-characters go."""
    assert one_line(text) == line
