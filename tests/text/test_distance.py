"""Edits between words, counted and weighed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from quotebank.text.distance import edits, likeness, same_class, weighted_distance

_WORDS = st.text("abchkiy", max_size=12)


@given(_WORDS, _WORDS)
def test_edits_are_those_of_optimal_string_alignment(left: str, right: str) -> None:
    """The count agrees with rapidfuzz's, which has it in C."""
    assert edits(left, right) == OSA.distance(left, right)


@given(_WORDS, _WORDS)
def test_weighing_never_costs_more_than_counting(left: str, right: str) -> None:
    """Weighed edits cost at most one each, nothing only between equal words, and the same both ways."""
    weighed = weighted_distance(left, right)
    assert weighed <= edits(left, right) + 1e-9
    assert (weighed == 0) == (left == right)
    assert weighed == pytest.approx(weighted_distance(right, left), abs=0.5)


@pytest.mark.parametrize(
    ("near", "far"),
    [
        (("zuenko", "zuienko"), ("zuenko", "zutenko")),
        (("lavrov", "lafrov"), ("lavrov", "lagrov")),
        (("lankov", "lnakov"), ("lankov", "lpqkov")),
        (("larrin", "larin"), ("lartin", "larin")),
        (("mikhail", "mikail"), ("mikhail", "mikhil")),
    ],
)
def test_slips_of_sound_cost_less(near: tuple[str, str], far: tuple[str, str]) -> None:
    """Confusable letters, swaps, doubled letters and a lost h cost less than other edits."""
    assert weighted_distance(*near) < weighted_distance(*far)


@given(_WORDS, _WORDS)
def test_likeness_runs_from_nothing_to_one(left: str, right: str) -> None:
    """Likeness is 1 for equal words and lies between 0 and 1."""
    assert 0 <= likeness(left, right) <= 1
    assert (likeness(left, right) == 1) == (left == right)


def test_letters_of_a_class_are_known() -> None:
    """Letters often confused are of one class, others are not."""
    assert same_class("i", "y")
    assert same_class("v", "f")
    assert not same_class("a", "t")


def test_enormous_words_take_bounded_time() -> None:
    """Only the beginning of a word counts, so that nobody waits for megabytes of letters."""
    assert weighted_distance("a" * 1_000_000, "b" * 1_000_000) <= 64
    assert edits("a" * 1_000_000, "a") == 63
