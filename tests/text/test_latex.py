"""Any text is a harmless BibTeX value that TeX prints as the text."""

import re

import pytest
from hypothesis import given

from quotebank.text.latex import escape, verbatim_url
from tests.model.strategies import nasty_text, plain_text

COMMANDS = {
    "\\textbackslash{}": "\\",
    "\\textasciicircum{}": "^",
    "\\textasciitilde{}": "~",
    "\\textbraceleft{}": "{",
    "\\textbraceright{}": "}",
    **{f"\\{char}": char for char in "&#_%${}"},
    # What TeX would draw together is kept apart.
    "-{}-": "--",
    "`{}`": "``",
    "'{}'": "''",
    "{}-": "-",
    "{}`": "`",
    "{}'": "'",
}


def _pieces(value: str) -> list[str]:
    """The escapes and other characters of a field value."""
    alternatives = "|".join(re.escape(command) for command in COMMANDS)
    return re.findall(rf"{alternatives}|.", value, re.DOTALL)


def _printed(value: str) -> str:
    return "".join(COMMANDS.get(piece, piece) for piece in _pieces(value))


def _depths(value: str) -> list[int]:
    """Brace depth after each character as BibTeX counts it, escapes or no."""
    depth, depths = 0, [0]
    for char in value:
        depth += (char == "{") - (char == "}")
        depths.append(depth)
    return depths


@given(nasty_text(120))
def test_braces_balance_as_bibtex_counts_them(text: str) -> None:
    """No text can close its field early or leave it open."""
    depths = _depths(escape(text))
    assert min(depths) == 0
    assert depths[-1] == 0


@given(nasty_text(120))
def test_no_special_character_stands_unescaped(text: str) -> None:
    """Outside our own escapes there is no special character, so no command of the text survives."""
    assert all(piece in COMMANDS or piece not in set("&#_%${}^~\\") for piece in _pieces(escape(text)))


@given(plain_text(120))
def test_tex_prints_the_text(text: str) -> None:
    """Reading the escapes back gives the text, letter for letter."""
    assert _printed(escape(text)) == text


@given(nasty_text(120))
def test_value_is_one_line_of_utf8(text: str) -> None:
    """No control character or line break is in a value, and it can be encoded."""
    value = escape(text)
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", value)
    assert value.encode().decode() == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Oil & gas: 50% of $5 #1_a", "Oil \\& gas: 50\\% of \\$5 \\#1\\_a"),
        ("a^b~c\\d", "a\\textasciicircum{}b\\textasciitilde{}c\\textbackslash{}d"),
        ("{World Bank}", "\\{World Bank\\}"),
        ("}{", "\\textbraceright{}\\textbraceleft{}"),
        ("{a{b}", "\\textbraceleft{}a\\{b\\}"),
        ("{a}}", "\\{a\\}\\textbraceright{}"),
        ("\\input{/etc/passwd}", "\\textbackslash{}input\\{/etc/passwd\\}"),
        ("x}, author = {Mallory", "x\\textbraceright{}, author = \\textbraceleft{}Mallory"),
        ("one\r\n  two\t\n three", "one two three"),
        ("a\x00b\x1bc", "abc"),
        ("\ud800", "\ufffd"),
        ("“Ну” — «ok» \u00a0é 习 <>|[]@,=\"'", "“Ну” — «ok» \u00a0é 习 <>|[]@,=\"'"),
        ("end\\", "end\\textbackslash{}"),
        ("", ""),
    ],
)
def test_examples(text: str, value: str) -> None:
    """The table of escapes, pair by pair."""
    assert escape(text) == value


@given(nasty_text(120))
def test_urls_hold_nothing_that_breaks_a_verbatim_field(text: str) -> None:
    """Braces, backslashes, spaces and what cannot be printed are percent-encoded in any text."""
    url = verbatim_url(text)
    assert url.isprintable()
    assert not set(url) & set("{}\\ \u00a0")
    assert verbatim_url(url) == url


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://a.org/x?q=%20&a_b#c~d$e^f", "https://a.org/x?q=%20&a_b#c~d$e^f"),
        ("https://a.org/{x y}\\", "https://a.org/%7Bx%20y%7D%5C"),
        ("https://ru.wikipedia.org/wiki/Взгляд", "https://ru.wikipedia.org/wiki/Взгляд"),
        ("https://a.org/\n\u202e\ud800", "https://a.org/%0A%E2%80%AE%ED%A0%80"),
    ],
)
def test_url_examples(url: str, value: str) -> None:
    """Addresses are left as they are but for what would break the field."""
    assert verbatim_url(url) == value
