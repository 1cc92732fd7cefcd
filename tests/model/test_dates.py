"""EDTF dates: what is one, what it says, how it compares and how it reads."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.errors import BadInput
from quotebank.model.dates import PARTS, PartialDate
from quotebank.model.edtf import FURTHEST, days_in, is_plain, read
from tests.model.strategies import dates, days, inferences, intervals, months, nasty_text, points, years

edtf = PartialDate.from_edtf


@given(st.one_of(points(), intervals()), inferences())
def test_every_form_of_level_1_round_trips(text: str, inferred: tuple[str, ...]) -> None:
    """A valid EDTF text is kept as it is, and so is what was inferred."""
    date = edtf(text, inferred)
    assert date.edtf() == text
    assert edtf(date.edtf(), date.inferred) == date


@given(st.one_of(days(), months(), years()))
def test_quick_road_agrees_with_the_grammar(text: str) -> None:
    """The shortcut for usual dates takes only what the grammar takes."""
    assert is_plain(text)
    assert read(text)[0] == read(text)[1]


@given(st.text("0123456789-X~?%/.Y:٣²", max_size=12))
def test_shortcut_never_takes_more_than_the_grammar(text: str) -> None:
    """Whatever is made of the characters of dates, shortcut and grammar do not contradict each other."""
    if is_plain(text):
        assert read(text)


@given(st.one_of(nasty_text(), st.text("0123456789-X~?%/.Y", max_size=25)))
def test_any_text_is_a_date_or_bad_input(text: str) -> None:
    """Any text is read or refused, never another error; what is read can be used."""
    try:
        date = edtf(text)
    except BadInput:
        return
    assert date.earliest() <= date.latest()
    assert date.display()


@given(st.dates())
def test_days_of_the_calendar(day: dt.date) -> None:
    """Every real day is a date with its year, month and day, and bounds that are the day itself."""
    date = edtf(day.isoformat())
    assert (date.year, date.month, date.day, date.season) == (day.year, day.month, day.day, None)
    assert date.earliest() == date.latest() == (day.year, day.month, day.day)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " 2021",
        "2021 ",
        "2021-13",
        "2021-00",
        "2021-1",
        "2021-20",
        "2021-25",
        "2021-02-29",
        "1900-02-29",
        "2021-10-00",
        "2021-10-32",
        "2021-23-04",
        "2021-XX-05",
        "XXXX",
        "X021",
        "20X1",
        "199X-10",
        "21",
        "0",
        "-0000",
        "-199X",
        "Y2021",
        "Y02021",
        "Y1234567890",
        "2021~?",
        "~2021",
        "?",
        "/",
        "../..",
        "2021/2020",
        "2021-10-05/2021-10-04",
        "2021/2022/2023",
        "2021-11-04T23:00Z",
        "No. 10",
        "２０２１",
        "2021-1²",
        "2021\n",
        "20211104",
        "[2021,2022]",
        "9" * 100_000,
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    """Days that do not exist, other formats, level 2 and nonsense are bad input."""
    with pytest.raises(BadInput, match="date") as caught:
        edtf(text)
    assert "2021-11-30" in caught.value.hint
    assert len(caught.value.message) < 200


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("2021-09-29", "29 September 2021"),
        ("2021-09", "September 2021"),
        ("2021", "2021"),
        ("2021-23", "autumn 2021"),
        ("2019~", "c. 2019"),
        ("2021-10~", "c. October 2021"),
        ("2021?", "2021 (?)"),
        ("2021%", "c. 2021 (?)"),
        ("2021-10-04/2021-10-06", "4–6 October 2021"),
        ("2021-09-30/2021-10-02", "30 September–2 October 2021"),
        ("2020-12-30/2021-01-02", "30 December 2020 – 2 January 2021"),
        ("2021-09/2021-10", "September–October 2021"),
        ("2019/2021", "2019–2021"),
        ("2021-21/2021-22", "spring–summer 2021"),
        ("2021-10/2021-11-05", "October 2021 – 5 November 2021"),
        ("2019~/2021", "c. 2019 – 2021"),
        ("2021/2021", "2021"),
        ("2021-10/..", "since October 2021"),
        ("../2021-10", "until October 2021"),
        ("2021-10/", "October 2021–?"),
        ("/2021", "?–2021"),
        ("199X", "1990s"),
        ("19XX", "1900–1999"),
        ("2004-XX", "2004"),
        ("1985-04-XX", "April 1985"),
        ("-0043", "44 BC"),
        ("0000", "1 BC"),
        ("Y17000", "17000"),
    ],
)
def test_prose(text: str, prose: str) -> None:
    """Dates read as English prose puts them."""
    assert edtf(text).display() == prose


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2021-10-05", (2021, 10, 5, None)),
        ("2021-10", (2021, 10, None, None)),
        ("2021-24", (2021, None, None, 24)),
        ("199X", (None, None, None, None)),
        ("2004-XX", (2004, None, None, None)),
        ("2021-10-04/2021-11", (2021, 10, 4, None)),
        ("../2021-10", (2021, 10, None, None)),
        ("-0043", (-43, None, None, None)),
        ("Y-17000~", (-17000, None, None, None)),
        ("2021-10-05?", (2021, 10, 5, None)),
    ],
)
def test_parts(text: str, parts: tuple[int | None, ...]) -> None:
    """Year, month, day and season are those of the first known date, None where not given."""
    date = edtf(text)
    assert (date.year, date.month, date.day, date.season) == parts


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021", (2021, 1, 1), (2021, 12, 31)),
        ("2020-02", (2020, 2, 1), (2020, 2, 29)),
        ("2021-21", (2021, 3, 1), (2021, 5, 31)),
        ("2021-23", (2021, 9, 1), (2021, 11, 30)),
        ("2023-24", (2023, 12, 1), (2024, 2, 29)),
        ("199X", (1990, 1, 1), (1999, 12, 31)),
        ("18XX", (1800, 1, 1), (1899, 12, 31)),
        ("2021-10/..", (2021, 10, 1), (FURTHEST, 12, 31)),
        ("/2021-10", (-FURTHEST, 1, 1), (2021, 10, 31)),
        ("2021-10-04/2021-11", (2021, 10, 4), (2021, 11, 30)),
        ("2021~", (2021, 1, 1), (2021, 12, 31)),
    ],
)
def test_bounds(text: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    """The bounds are the first and last day a date may mean; doubt does not widen them."""
    assert (edtf(text).earliest(), edtf(text).latest()) == (first, last)


@pytest.mark.parametrize(
    ("text", "after", "before", "inside"),
    [
        ("2021-10-05", "2021-10-05", "2021-10-05", True),
        ("2021-10-05", "2021", None, True),
        ("2021-10-05", None, "2021-10", True),
        ("2021-10-05", "2021-10-06", None, False),
        ("2021-10-05", None, "2021-09", False),
        ("2021", "2021-10", None, True),
        ("2021", None, "2021-02", True),
        ("2021-23", "2021-11-30", "2021-12", True),
        ("2021-23", "2021-12", None, False),
        ("2021-10/..", "2030", None, True),
        ("2021", None, None, True),
    ],
)
def test_ranges_are_inclusive(text: str, after: str | None, before: str | None, inside: bool) -> None:
    """A date is in a range when any day it may mean is, both ends included."""
    assert edtf(text).overlaps(edtf(after) if after else None, edtf(before) if before else None) is inside


@given(dates(), dates(), dates())
def test_overlap_is_comparing_bounds(date: PartialDate, after: PartialDate, before: PartialDate) -> None:
    """Both ends of a range work apart and together, and any date overlaps itself."""
    assert date.overlaps(after, before) == (date.overlaps(after, None) and date.overlaps(None, before))
    assert date.overlaps(date, date)


@given(dates())
def test_qualifiers_and_intervals_are_told(date: PartialDate) -> None:
    """The flags say what the text says."""
    assert date.is_interval == ("/" in date.text)
    assert date.approximate == any(mark in date.text for mark in "~%")
    assert date.uncertain == any(mark in date.text for mark in "?%")


def test_inferred_parts_are_put_in_order() -> None:
    """Inferred parts come out in the order year, month, day, each once."""
    assert edtf("2021-10-05", ("day", "year", "day")).inferred == ("year", "day")
    assert PARTS == ("year", "month", "day")


def test_unknown_inferred_part_is_refused() -> None:
    """A part no date has cannot have been inferred."""
    with pytest.raises(BadInput, match="hour"):
        edtf("2021", ("hour",))


@given(st.integers(1, 9999), st.integers(1, 12))
def test_lengths_of_months(year: int, month: int) -> None:
    """Months are as long as the standard library says."""
    following = dt.date(year + (month == 12), month % 12 + 1, 1) if (year, month) != (9999, 12) else None
    expected = (following - dt.date(year, month, 1)).days if following else 31
    assert days_in(year, month) == expected
