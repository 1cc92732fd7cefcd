"""Ranks of the right answers, and what share of the queries has them first or among the first five."""

from collections.abc import Sequence
from typing import NamedTuple

from tests.search.quality.queries import Graded

Result = tuple[str, str]
"""An article's key and a quote's text."""


class Ranked(NamedTuple):
    """A graded query and the rank of its right answer, from 1; 0 if it was not found."""

    query: Graded
    rank: int


class Share(NamedTuple):
    """Of so many `queries` the shares with the right answer first, and among the first five."""

    queries: int
    first: float
    five: float


def rank(query: Graded, results: Sequence[Result]) -> int:
    """Where the right answer stands, from 1; 0 for nowhere."""
    for number, (key, text) in enumerate(results, start=1):
        if key == query.key and " ".join(text.split()).startswith(" ".join(query.begins.split())):
            return number
    return 0


def share(ranked: Sequence[Ranked]) -> Share:
    """The shares over some queries; of none they are 1."""
    count = len(ranked)
    if not count:
        return Share(0, 1.0, 1.0)
    return Share(
        count, sum(each.rank == 1 for each in ranked) / count, sum(1 <= each.rank <= 5 for each in ranked) / count
    )


def by_category(ranked: Sequence[Ranked]) -> dict[str, Share]:
    """The shares of each category, in the order in which they come."""
    categories = dict.fromkeys(each.query.category for each in ranked)
    return {name: share([each for each in ranked if each.query.category == name]) for name in categories}
