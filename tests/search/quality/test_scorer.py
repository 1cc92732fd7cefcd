"""The arithmetic of grading, and the distractors."""

import itertools

import pytest

from quotebank.text.folding import fold
from tests.search.quality.distractors import distractors
from tests.search.quality.queries import Graded, words
from tests.search.quality.scorer import Ranked, Share, by_category, rank, share


@pytest.mark.parametrize(
    ("begins", "results", "expected"),
    [
        ("", [("k", "any")], 1),
        ("Right", [("k", "Wrong"), ("x", "Right"), ("k", "Right\nhere")], 3),
        ("Right", [("k", "Wrong")], 0),
        ("", [], 0),
    ],
)
def test_rank_is_the_place_of_the_right_quote(begins: str, results: list[tuple[str, str]], expected: int) -> None:
    """Key and beginning both have to be right; nowhere is 0."""
    assert rank(Graded("c", "q", "k", begins), results) == expected


def test_shares_count_firsts_and_fives() -> None:
    """First is rank 1, five is rank 1 to 5; nothing graded is nothing wrong."""
    results = [Ranked(Graded(name, "q", "k", ""), place) for name, place in [("a", 1), ("a", 5), ("b", 6), ("b", 0)]]
    assert share(results) == Share(4, 0.25, 0.5)
    assert by_category(results) == {"a": Share(2, 0.5, 1.0), "b": Share(2, 0.0, 0.0)}
    assert share([]) == Share(0, 1.0, 1.0)


def test_distractors_are_exactly_as_many_and_always_the_same() -> None:
    """The count is exact, the same seed gives the same, and fewer are the beginning of more."""
    some, more = list(distractors(500)), list(distractors(700))
    assert sum(len(quotes) for _, quotes in some) == 500
    assert some[:-1] == more[: len(some) - 1]
    assert next(distractors(1, seed=2)) != some[0]
    assert len({article["key"] for article, _ in more}) == len(more)


def test_no_distractor_has_a_word_to_be_avoided() -> None:
    """Neither text nor title, outlet, people nor tags hold a word of the negatives."""
    avoid = words()
    for article, quotes in itertools.islice(distractors(2_000, avoid), 600):
        said = [str(article[field]) for field in ("title", "outlet", "tags")]
        for text in [*said, *(str(quote["text"]) for quote in quotes)]:
            assert avoid.isdisjoint(fold(text).split())
