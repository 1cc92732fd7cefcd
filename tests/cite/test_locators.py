"""Places in a source are said in the short forms of English styles."""

import pytest
from hypothesis import given

from quotebank.cite.locators import shown_locator, shown_locators
from quotebank.model.quotes import LOCATORS, Locator
from tests.model.strategies import locators


@pytest.mark.parametrize(
    ("label", "value", "shown"),
    [
        ("page", "3", "p. 3"),
        ("page", "3-4", "pp. 3-4"),
        ("page", "3–4", "pp. 3–4"),
        ("page", "3, 7", "pp. 3, 7"),
        ("page", "xi-xii", "pp. xi-xii"),
        ("page", "A-3", "p. A-3"),
        ("page", "front", "p. front"),
        ("paragraph", "11", "para. 11"),
        ("paragraph", "11-12", "paras. 11-12"),
        ("section", "2", "sec. 2"),
        ("section", "2 & 3", "secs. 2 & 3"),
        ("timestamp", "12:30", "12:30"),
        ("timestamp", "12:30-13:00", "12:30-13:00"),
        ("verse", "4", "v. 4"),
        ("slide", "4", "slide 4"),
        ("page", " 3\n", "p. 3"),
        ("page", "", ""),
        ("page", "\n", ""),
    ],
)
def test_one_place(label: str, value: str, shown: str) -> None:
    """One or several of a kind, on one line; a kind of no style's by its own name; no value, no words."""
    assert shown_locator(Locator(label, value)) == shown


def test_a_kind_that_repeats_is_said_once() -> None:
    """Neighbours of a kind share their word, which is then that for several; the same place is named once."""
    places = [Locator("paragraph", "3"), Locator("paragraph", "11"), Locator("paragraph", "3"), Locator("page", "2")]
    assert shown_locators(places) == "paras. 3, 11, p. 2"
    assert shown_locators([]) == ""


def test_every_csl_label_has_words() -> None:
    """No label of CSL's is shown raw where it has a short form: only words stand before the value."""
    for label in LOCATORS:
        shown = shown_locator(Locator(label, "7"))
        assert shown.endswith("7")
        assert "-" not in shown


@given(locators())
def test_a_place_is_one_line(locator: Locator) -> None:
    """Whatever the value, its words stand on one line."""
    assert len(shown_locator(locator).splitlines()) <= 1
