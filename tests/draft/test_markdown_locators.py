"""The place that the words behind a citation name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.draft.markdown_locators import locator_in


@pytest.mark.parametrize(
    ("suffix", "locator"),
    [
        (", p. 12", "12"),
        (", pp. 33-35, 38-39 and *passim*", "33-35, 38-39"),
        (", pp. iv, vi–xi, (xv)-(xvii) with more", "iv, vi–xi, (xv)-(xvii)"),
        (", p.12", "12"),
        (", page 3 of it", "3"),
        (", 12", "12"),
        (", 12--15, and more", "12--15"),
        (", xiv", "xiv"),
        (" 12", ""),
        (", S. 14f.", "14f"),
        (", S. 14–17", "14–17"),
        (", с. 5–6", "5–6"),
        (", стр. 7", "7"),
        (", 第 12 页", "12"),
        (", 12쪽", "12"),
        (", chap. 3", "chap. 3"),
        (", Kap. 3.2", "Kap. 3.2"),
        (", ch. 4", "ch. 4"),
        (", гл. 2", "гл. 2"),
        (", sec. 2.1", "sec. 2.1"),
        (", § 12", "§ 12"),
        (", para. 11", "para. 11"),
        (", vol. 2", "vol. 2"),
        (", t. 2", "t. 2"),
        (", no. 4", "no. 4"),
        (", № 4", "№ 4"),
        (", fol. 3r", "fol. 3r"),
        ("{ii, A, D-Z}, with a suffix", "ii, A, D-Z"),
        ("{p. 12}", "12"),
        (", p.\N{NO-BREAK SPACE}9", "9"),
        ("", ""),
        (", as cited in @b, p. 3", ""),
        (", mild words", ""),
        (", civil war", ""),
        (", I think", ""),
        (", in 1999", ""),
        (", passim", ""),
        (", S. Korea", ""),
    ],
)
def test_places(suffix: str, locator: str) -> None:
    """Pages come without their word, other places as written, in English, German, French, Russian, Chinese, Korean."""
    assert locator_in(suffix) == locator


def test_bare_numbers() -> None:
    """Behind a key in the text a number in brackets is a page without a comma."""
    assert locator_in("33", bare=True) == "33"
    assert locator_in("33-35, 40", bare=True) == "33-35, 40"
    assert locator_in("emphasis mine", bare=True) == ""


@given(st.text(alphabet="p. 0123,;-–ivxlc(){}SчKap\N{NO-BREAK SPACE}", max_size=40), st.booleans())
def test_a_place_stands_in_the_suffix(suffix: str, bare: bool) -> None:
    """Whatever is given as a place is part of what was written."""
    assert locator_in(suffix, bare=bare) in suffix.replace("\N{NO-BREAK SPACE}", " ")
