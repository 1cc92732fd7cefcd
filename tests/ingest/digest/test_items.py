"""An item gathers what its namings tell, and knows which namings can be of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.ingest.digest.dating import Printed
from quotebank.ingest.digest.items import Item, compatible, same_date
from quotebank.ingest.digest.mentions import Mention
from tests.ingest.digest.made_mentions import telling

MAY_3 = Printed("May 3", month=5, day=3)
DATES = st.builds(
    Printed,
    st.sampled_from(["May 3", "Friday", "yesterday"]),
    st.sampled_from([0, 2020, 2021]),
    st.integers(0, 2),
    st.integers(0, 2),
    weekday=st.integers(-1, 1),
    ago=st.integers(-1, 1),
)
MENTIONS = st.builds(
    lambda names, date, issue: telling(*names, date=date, issue=issue),
    st.lists(st.sampled_from(["Ann Vey", "A. Vey", "Bo Lund"]), max_size=2),
    st.none() | DATES,
    st.sampled_from(["", "No. 3", "No. 4"]),
)


def test_an_item_begins_with_what_its_first_naming_tells() -> None:
    """The outlet, authors, date, issue, weight and evidence of the naming are the item's; its lists are its own."""
    mention = telling("Ann Vey", date=MAY_3, issue="No. 3", weight=81)
    item = Item.of(mention)
    assert (item.outlet, item.printed, item.key) == ("Lantern", "the Lantern", ("lantern",))
    assert (item.authors, item.date, item.issue) == (["Ann Vey"], MAY_3, "No. 3")
    assert (item.weight, item.way, item.evidence, item.mentions) == (81, "after", ["it is named"], 1)
    item.authors.append("Bo Lund")
    item.evidence.append("more")
    assert (mention.authors, mention.evidence) == (["Ann Vey"], ["it is named"])


def test_a_later_naming_adds_only_what_was_not_known() -> None:
    """What was told first stays, what was missing is filled in, and the surest weight counts."""
    item = Item.of(telling("Ann Vey", weight=70))
    item.take(telling("Bo Lund", date=MAY_3, issue="No. 3", weight=90))
    item.take(telling(date=Printed("May 4", month=5, day=4), issue="No. 4", weight=60))
    assert (item.authors, item.date, item.issue) == (["Ann Vey"], MAY_3, "No. 3")
    assert (item.weight, item.mentions) == (90, 3)


def test_evidence_is_not_repeated() -> None:
    """The same finding in two namings is shown once."""
    item = Item.of(telling())
    item.take(telling())
    assert item.evidence == ["it is named"]


@pytest.mark.parametrize(
    ("known", "mention", "expected"),
    [
        (telling(), telling(), False),
        (telling(), telling("Ann Vey"), True),
        (telling("Ann Vey"), telling("Bo Lund"), False),
        (telling(), telling(date=MAY_3), True),
        (telling(date=MAY_3), telling(date=MAY_3), False),
        (telling(date=MAY_3), telling(issue="No. 3"), True),
        (telling(issue="No. 3"), telling(issue="No. 3"), False),
    ],
)
def test_what_is_news_to_an_item(known: Mention, mention: Mention, expected: bool) -> None:
    """A naming teaches something when it has an author, a date or an issue where the item has none."""
    assert Item.of(known).learns(mention) is expected


@pytest.mark.parametrize(
    ("known", "mention", "expected"),
    [
        (telling("Ann Vey"), telling("A. Vey"), True),
        (telling("Ann Vey", "Bo Lund"), telling("B. Lund"), True),
        (telling("Ann Vey"), telling("Bo Lund"), False),
        (telling("Ann Vey"), telling(), True),
        (telling(date=MAY_3), telling(date=Printed("3 May 2021", 2021, 5, 3)), True),
        (telling(date=MAY_3), telling(date=Printed("May 4", month=5, day=4)), False),
        (telling(issue="No. 3"), telling(issue="№ 3"), True),
        (telling(issue="vol. IX, no. 3"), telling(issue="vol. X, no. 3"), False),
        (telling(issue="No. 3"), telling(issue="No. 13"), False),
    ],
)
def test_which_namings_can_be_of_an_item(known: Mention, mention: Mention, expected: bool) -> None:
    """Authors, dates and issue numbers that both tell must agree, however they are written."""
    assert compatible(Item.of(known), mention) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (MAY_3, Printed("May", month=5), True),
        (MAY_3, Printed("June 3", month=6, day=3), False),
        (Printed("May 2020", 2020, 5), Printed("May 2021", 2021, 5), False),
        (Printed("Friday", weekday=4), Printed("vendredi", weekday=4), True),
        (Printed("Friday", weekday=4), Printed("Monday", weekday=0), False),
        (Printed("today", ago=0), Printed("heute", ago=0), True),
        (Printed("Friday", weekday=4), MAY_3, False),
        (Printed("summer 2020", 2020, season="summer"), Printed("summer 2020", 2020, season="summer"), True),
    ],
)
def test_two_printed_dates_of_one_day(one: Printed, other: Printed, expected: bool) -> None:
    """Two dates can be one day when no part that both print differs; of different kinds they cannot."""
    assert same_date(one, other) is expected


@given(DATES, DATES)
def test_being_one_day_works_both_ways(one: Printed, other: Printed) -> None:
    """A date is one day with itself, and two dates are one day in either order or in none."""
    assert same_date(one, one)
    assert same_date(one, other) == same_date(other, one)


@given(MENTIONS, MENTIONS)
def test_a_naming_that_was_taken_is_of_the_item_and_no_news(first: Mention, second: Mention) -> None:
    """An item agrees with the naming that it was made of, and learns nothing from one a second time."""
    item = Item.of(first)
    assert compatible(item, first)
    assert not item.learns(first)
    item.take(second)
    assert not item.learns(second)
