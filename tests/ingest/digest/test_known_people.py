"""Authors are remembered in order and found again by surname or initial."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.ingest.digest.known_people import KnownPeople
from quotebank.ingest.digest.people import expanded
from quotebank.ingest.digest.tokens import root
from tests.model.strategies import nasty_text

NAMES = st.lists(st.sampled_from(["Ann", "Bo", "A.", "Vey", "vey", "Lund", "Véy"]), max_size=3).map(" ".join)


def known(*names: str, language: str = "en") -> KnownPeople:
    """People who were named in this order."""
    people = KnownPeople(language)
    people.add(names)
    return people


@pytest.mark.parametrize(
    ("short", "expected"),
    [
        ("Vey", "Ann Mae Vey"),
        ("A. Vey", "Ann Mae Vey"),
        ("Orr", "Orr"),
        ("C. Vey", "C. Vey"),
        ("Kim", "Kim Sollan"),
        ("", ""),
    ],
)
def test_a_short_form_finds_its_full_name(short: str, expected: str) -> None:
    """A surname, one with an initial, or a family name that stands first finds its person; another stays as it is."""
    assert known("Ann Mae Vey", "Bo Lund", "Kim Sollan").expanded(short) == expected


def test_the_latest_of_several_is_meant() -> None:
    """Of two people with one surname the one named last is meant by it alone, the other by an initial."""
    people = known("Ann Mae Vey", "Bo Vey")
    assert (people.expanded("Vey"), people.expanded("A. Vey")) == ("Bo Vey", "Ann Mae Vey")


def test_names_are_kept_once_and_in_order() -> None:
    """A name that is added again keeps its place, and an empty one is nobody's."""
    people = known("Ann Vey", "Bo Vey", "", " ", "Ann Vey")
    assert list(people.names) == ["Ann Vey", "Bo Vey"]
    assert people.expanded("Vey") == "Bo Vey"


def test_surnames_are_known_in_every_case() -> None:
    """The root of a surname is known, so that a Russian one is met again in another case."""
    people = known("Тимур Ладыгин", language="ru")
    assert {root(word, "ru") for word in ("Ладыгина", "Ладыгину", "Ладыгиным")} <= people.roots
    assert root("Тимур", "ru") not in people.roots


@given(st.lists(NAMES, max_size=6), NAMES)
def test_looking_up_finds_what_going_through_all_names_would(names: list[str], short: str) -> None:
    """The quick way gives the name that a search through all of them gives."""
    assert known(*names).expanded(short) == expanded(short, list(dict.fromkeys(names)))


@given(st.lists(nasty_text(), max_size=4), nasty_text())
def test_nobody_is_made_up(names: list[str], short: str) -> None:
    """Any text as a name gives a known name or itself."""
    assert known(*names).expanded(short) in {short, *names}
