"""A date or issue number that comes after the outlet is found where the source itself has it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.ingest.digest.late_dates import late_date
from quotebank.ingest.digest.units import Row
from tests.ingest.digest.made_rows import Piece, day, issue, made

MAY_3 = day("May 3", month=5, number=3)
IN, ITS, THE, PAPER = ("i", "in"), ("p", "its"), ("e", "the"), ("k", "daily")
EDITORIAL, NUMBER = ("x", "editorial"), issue("No. 8")


def told(row: Row, first: int = 0, last: int | None = None) -> tuple[str, str]:
    """Date and issue, as printed, of a stretch of a row."""
    date, number = late_date(row, first, len(row.units) if last is None else last)
    return date.text if date else "", number


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (made(IN, ITS, EDITORIAL, ("o", "of"), MAY_3, ","), ("May 3", "")),
        (made(IN, THE, ("w", "lead"), EDITORIAL, MAY_3), ("May 3", "")),
        (made(IN, MAY_3, ("S", "’s"), EDITORIAL), ("May 3", "")),
        (made(THE, PAPER, ("S", "’s"), MAY_3, EDITORIAL), ("May 3", "")),
        (made(("w", "so it says"), "(", NUMBER, ")"), ("", "No. 8")),
        (made(("w", "so it says"), "(", NUMBER, ",", MAY_3, ")"), ("May 3", "No. 8")),
        (made(IN, MAY_3, ",", ("w", "ferries stood still")), ("", "")),
        (made(("w", "the strike of"), MAY_3), ("", "")),
        (made("(", MAY_3, ")"), ("", "")),
        (made(NUMBER), ("", "")),
        (made(), ("", "")),
    ],
)
def test_the_date_of_an_issue_is_told_from_other_dates(row: Row, expected: tuple[str, str]) -> None:
    """A date counts when an edition or article has it, a number in brackets too; the date of an event does not."""
    assert told(row) == expected


def test_the_first_date_of_a_source_counts() -> None:
    """The date of an event is passed over, and of two dates of articles the first is taken."""
    row = made(IN, MAY_3, ",", ITS, EDITORIAL, day("May 5", month=5, number=5), ",", ITS, EDITORIAL, MAY_3)
    assert told(row) == ("May 5", "")


def test_only_the_stretch_is_searched() -> None:
    """What stands before or behind the stretch belongs to another source."""
    row = made(ITS, EDITORIAL, MAY_3, ".", ("w", "so it says"), "(", NUMBER, ")")
    assert told(row, 0, 4) == ("May 3", "")
    assert told(row, 3) == ("", "No. 8")
    assert told(row, 3, 5) == ("", "")


@given(st.text(st.sampled_from("DIiepmwxkoS(),."), max_size=14), st.integers(0, 14), st.integers(0, 14))
def test_nothing_is_told_that_the_stretch_does_not_hold(tags: str, first: int, last: int) -> None:
    """Whatever the row, date and issue are those of units of the stretch."""
    pieces: list[Piece] = [
        day(f"day {n}") if tag == "D" else issue(f"No. {n}") if tag == "I" else (tag, tag) for n, tag in enumerate(tags)
    ]
    row = made(*pieces)
    shown = {row.shown(unit) for unit in row.units[first:last]} | {""}
    assert set(told(row, first, last)) <= shown
