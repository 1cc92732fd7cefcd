"""What reaches a terminal cannot act there, and its width is known."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.text.visible import cells, clip, visible, wrap
from tests.model.strategies import nasty_text, plain_text, unicode_text

DANGEROUS = [
    *map(chr, range(0x20)), "\x7f",
    *map(chr, range(0x80, 0xA0)), *map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A)),
    "\u200e", "\u200f", "\u061c", "\u2028", "\u2029", "\ud800", "\udfff", "\ufeff", "\u200b", "\u2060", "\u00ad",
    "\U000e0001",
    "\U000e0041", "\U000e007f", "\ufffe", "\U0001ffff", "\ufdd0", "\U000e0800",
]  # fmt: skip


@pytest.mark.parametrize("char", DANGEROUS)
@pytest.mark.parametrize("newlines", [False, True])
def test_dangerous_characters_never_get_through(char: str, newlines: bool) -> None:
    """Controls, overrides, invisible characters and surrogates are shown as escapes, tabs as a space."""
    shown = visible(f"a{char}b", newlines)
    assert (char not in shown) or (newlines and char == "\n")
    assert len(shown) >= 3


@given(nasty_text())
def test_shown_text_is_inert_and_can_be_written(text: str) -> None:
    """Whatever is stored, what is shown holds no control but a wanted newline, and encodes as UTF-8."""
    for newlines in (False, True):
        shown = visible(text, newlines)
        assert all(
            unicodedata.category(char) not in ("Cc", "Cs", "Zl", "Zp")
            for char in shown.replace("\n", "" if newlines else "\n")
        )
        assert shown.encode().decode() == shown
        assert visible(shown, newlines) == shown


@given(plain_text())
def test_clean_text_is_untouched(text: str) -> None:
    """Text as the press writes it is shown as it is."""
    assert visible(text) is text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "\\x1b[31mred"),
        ("\u202etxet", "\\u202etxet"),
        ("a\tb", "a b"),
        ("a\nb", "a b"),
        ("a\r\nb", "a b"),
        ("a\rb", "a\\x0db"),
        ("\U000e0041", "\\U000e0041"),
        ("\ud800", "\\ud800"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("10\u00a0% «\u202foui\u202f»", "10\u00a0% «\u202foui\u202f»"),
        ("\ue000", "\ue000"),
        ("", ""),
    ],
)
def test_how_it_is_shown(text: str, shown: str) -> None:
    """Escapes say which character it is; joiners, hard spaces and private signs stay."""
    assert visible(text) == shown


def test_newlines_stay_when_wanted() -> None:
    """With `newlines` a line break stays one, CR LF too."""
    assert visible("a\r\nb\nc\td\x1b", newlines=True) == "a\nb\nc d\\x1b"


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("abc", 3),
        ("", 0),
        ("習近平", 6),
        ("김정은", 6),
        ("e\u0301", 1),
        ("é", 1),
        ("ﾊﾝ", 2),
        ("👩\u200d👧", 2),
        ("Ж", 1),
        ("…", 1),
        ("नि", 2),
    ],
)
def test_cells(text: str, width: int) -> None:
    """Chinese, Korean and emoji take two cells, combining marks none."""
    assert cells(text) == width


@given(st.one_of(plain_text(), unicode_text().map(visible)), st.integers(0, 30))
def test_clip_never_exceeds_its_limit(text: str, limit: int) -> None:
    """A clipped text fits, begins like the text, and ends in an ellipsis when anything was cut."""
    clipped = clip(text, limit)
    assert cells(clipped) <= limit
    if cells(text) <= limit:
        assert clipped == text
    elif limit:
        assert clipped.endswith("…")
        assert text.startswith(clipped[:-1])
    else:
        assert clipped == ""


def test_clip_keeps_marks_with_their_letters() -> None:
    """A combining mark is not cut from its letter, nor half a Chinese character shown."""
    assert clip("e\u0301e\u0301e\u0301", 2) == "e\u0301…"
    assert clip("習近平", 4) == "習…"
    assert clip("abcdef", 5, "...") == "ab..."
    assert clip("abc", 2, "...") == ""


@given(st.one_of(plain_text(), unicode_text().map(lambda text: visible(text, newlines=True))), st.integers(-1, 20))
def test_wrap_loses_only_white_space(text: str, width: int) -> None:
    """Wrapped lines fit, unless one character alone does not, and hold every character but white space."""
    lines = wrap(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        assert "\n" not in line
        assert cells(line) <= max(width, 1) or (width < 2 and cells(line) == 2)


def test_wrap_breaks_at_spaces_and_keeps_newlines() -> None:
    """Words stay whole where they fit, long ones are broken, empty lines stay."""
    assert wrap("one two three", 7) == ["one two", "three"]
    assert wrap("anticonstitutional x", 6) == ["antico", "nstitu", "tional", "x"]
    assert wrap("a\n\nb", 10) == ["a", "", "b"]
    assert wrap("習近平国家主席 said", 8) == ["習近平国", "家主席", "said"]
    assert wrap("", 10) == [""]
    assert wrap("👩\u200d👧x", 1) == ["👩\u200d👧", "x"]


@pytest.mark.parametrize(
    "text", ["a" * 2_000_000, "a " * 500_000, "習" * 500_000, "\n" * 500_000, "\u0301" * 500_000, "\x00" * 500_000]
)
def test_long_lines_take_linear_time(text: str) -> None:
    """Megabytes of anything are shown, wrapped and clipped in seconds."""
    start = time.process_time()
    wrap(visible(text), 80)
    clip(text, 80)
    assert time.process_time() - start < 8
