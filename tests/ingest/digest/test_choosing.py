"""Of namings that overlap only one is taken."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from quotebank.ingest.digest.choosing import _Taken
from quotebank.ingest.digest.mentions import Mention
from tests.ingest.digest.made_mentions import LANTERN

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 8), st.integers(0, 12)), max_size=25)


def spanning(start: int, length: int, place: int) -> Mention:
    """A naming of some characters whose outlet is a unit."""
    return replace(LANTERN, place=place, start=start, end=start + length)


@given(SPANS)
def test_what_is_taken_is_what_comparing_all_would_take(spans: list[tuple[int, int, int]]) -> None:
    """A naming is taken just when it shares neither a character nor its outlet with one taken before."""
    taken, kept = _Taken(), list[Mention]()
    for mention in (spanning(*span) for span in spans):
        free = all(
            mention.place != one.place and (mention.end <= one.start or one.end <= mention.start) for one in kept
        )
        assert taken.add(mention) is free
        if free:
            kept.append(mention)


def test_namings_may_touch() -> None:
    """A naming that begins where another ends is taken, before it as well as behind it."""
    taken = _Taken()
    assert [taken.add(spanning(start, 5, start)) for start in (5, 10, 0)] == [True, True, True]


def test_a_naming_that_was_refused_takes_nothing() -> None:
    """What only a refused naming covered stays free."""
    taken = _Taken()
    assert taken.add(spanning(0, 5, 0))
    assert not taken.add(spanning(4, 6, 1))
    assert taken.add(spanning(5, 5, 1))
