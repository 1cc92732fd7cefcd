"""Lists of people are read from rows, and a short form of a name finds the full one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.ingest.digest.people import (
    could_be_person,
    expanded,
    group_after,
    group_before,
    named,
    same_person,
    surname,
)
from quotebank.ingest.digest.units import NO_PERSON, Row
from tests.ingest.digest.made_rows import made
from tests.model.strategies import nasty_text

ANN, BO, CY = ("N", "Ann Vey"), ("N", "Bo Lund"), ("N", "Cy Orr")
AND, WROTE = ("c", "and"), ("v", "wrote")


def names(row: Row, units: list[int]) -> list[str]:
    """The names that units show."""
    return [named(row, row.units[n]) for n in units]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (made(ANN), ["Ann Vey"]),
        (made(ANN, AND, BO), ["Ann Vey", "Bo Lund"]),
        (made(ANN, ("&", "&"), BO), ["Ann Vey", "Bo Lund"]),
        (made(ANN, ",", BO, ",", AND, CY), ["Ann Vey", "Bo Lund", "Cy Orr"]),
        (made(ANN, ",", BO, AND, CY), ["Ann Vey", "Bo Lund", "Cy Orr"]),
        (made(ANN, ",", BO), ["Ann Vey", "Bo Lund"]),
        (made(("C", "Tove Ek"), AND, BO), ["Tove Ek", "Bo Lund"]),
        (made(("C", "Lantern"), AND, BO), ["Bo Lund"]),
        (made(("C", "Lantern"), ",", BO), ["Bo Lund"]),
        (made(("w", "so"), AND, BO), ["Bo Lund"]),
    ],
)
def test_a_list_that_ends_with_a_person(row: Row, expected: list[str]) -> None:
    """The list of people before a place is read back to its first, and no further."""
    first, units = group_before(row, len(row.units) - 1)
    assert names(row, units) == expected
    assert first == units[0]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (made(ANN, WROTE), ["Ann Vey"]),
        (made(ANN, AND, BO, WROTE), ["Ann Vey", "Bo Lund"]),
        (made(ANN, ",", BO, ",", AND, CY, WROTE), ["Ann Vey", "Bo Lund", "Cy Orr"]),
        (made(ANN, "/", BO), ["Ann Vey", "Bo Lund"]),
        (made(ANN, AND, ("C", "Tove Ek")), ["Ann Vey", "Tove Ek"]),
        (made(ANN, ",", BO, ",", ("O", "Lantern")), ["Ann Vey", "Bo Lund"]),
        (made(ANN, ",", BO, WROTE), ["Ann Vey"]),
        (made(ANN, ",", BO), ["Ann Vey"]),
    ],
)
def test_a_list_that_begins_with_a_person(row: Row, expected: list[str]) -> None:
    """The list of people from a place on is read to its last; the subject of the next clause is not of it."""
    behind, units = group_after(row, 0)
    assert names(row, units) == expected
    assert behind == units[-1] + 1


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("N", "Vey", True),
        ("C", "Tove Ek", True),
        ("C", "Tove van der Ek", True),
        ("C", "Jean d'Ek", True),
        ("C", "Tove al-Ek", True),
        ("C", "Lantern", False),
        ("C", "Ek & Lund", False),
        ("C", "Harbour 24 Bell", False),
        ("C", "Bell of Harbours", False),
        ("C", "One Two Three Four Five Six", False),
        ("O", "Tove Ek", False),
        ("C", "", False),
    ],
)
def test_what_may_be_a_person(tag: str, text: str, expected: bool) -> None:
    """A capitalised phrase of a name's length may be a person; figures, small words and known outlets are none."""
    row = made((tag, text))
    assert could_be_person(row, row.units[0]) is expected


def test_a_phrase_that_is_known_to_be_no_person_is_none() -> None:
    """A phrase as long as a name in which an ordinary word was seen is no person."""
    row = made(("C", "Late Ferries", NO_PERSON))
    assert not could_be_person(row, row.units[0])


@pytest.mark.parametrize(
    ("short", "expected"),
    [
        ("Vey", "Ann Vey"),
        ("A. Orme", "Ann Marie Orme"),
        ("X. Orme", "X. Orme"),
        ("VEY", "Ann Vey"),
        ("Lund", "Carl Lund"),
        ("Bo Lund", "Bo Lund"),
        ("X. Vey", "X. Vey"),
        ("Orr", "Orr"),
        ("Kim", "Kim Yong"),
        ("", ""),
    ],
)
def test_a_short_form_is_the_latest_full_name_it_fits(short: str, expected: str) -> None:
    """A surname, or initials with one, stands for the name met last that agrees with it; else for itself."""
    assert expanded(short, ["Ann Vey", "Bo Lund", "Carl Lund", "Ann Marie Orme", "Kim Yong"]) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Ann Vey", "ann véy", True),
        ("Ann Vey", "A. Vey", True),
        ("Ann Marie Vey", "A. M. Vey", True),
        ("Ann Vey", "Bo Vey", False),
        ("Ann Vey", "Ann Lund", False),
        ("Ann Vey", "", False),
        ("", "", True),
    ],
)
def test_two_names_of_one_person(one: str, other: str, expected: bool) -> None:
    """Names agree when their surnames do and given names or initials do not differ, in either order."""
    assert same_person(one, other) is expected
    assert same_person(other, one) is expected


def test_names_are_shown_on_one_line() -> None:
    """A name broken by a line end or followed by a comma is shown without them."""
    row = made(("N", "Ann\nVey,"))
    assert named(row, row.units[0]) == "Ann Vey"
    assert (surname("Ann Véy"), surname(" ")) == ("vey", "")


@given(nasty_text(), st.lists(nasty_text(), max_size=4))
def test_any_name_is_expanded_to_a_known_one_or_itself(name: str, known: list[str]) -> None:
    """Arbitrary names are compared without an error, and nothing is made up."""
    assert expanded(name, known) in {name, *known}
    assert same_person(name, name)


@given(st.text(st.sampled_from("NC,c&/vsO;w"), min_size=1, max_size=12), st.data())
def test_any_row_has_lists_within_its_bounds(tags: str, data: st.DataObject) -> None:
    """From any unit of any row the lists reach neither beyond the row nor out of order."""
    row = made(*((tag, "Tove Ek") if tag in "NC" else (tag, tag) for tag in tags))
    place = data.draw(st.integers(0, len(tags) - 1))
    first, before = group_before(row, place)
    behind, after = group_after(row, place)
    assert 0 <= first == before[0] <= before[-1] == place
    assert place == after[0] <= after[-1] < behind <= len(tags)
    assert before == sorted(before)
    assert after == sorted(after)
