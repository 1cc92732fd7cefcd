"""The graded queries: what a writer may type, and the one right answer; and queries with no answer at all."""

from pathlib import Path
from typing import NamedTuple

_HERE = Path(__file__).parent


class Graded(NamedTuple):
    """A query of a `category`, the key of the right article, and how the right quote begins (``""``: any of its).

    A query that asks for an outlet, a day or a common name alone is graded in the example bank only: among distractors
    others answer it as well. Such a query's `category` ends in an exclamation mark.
    """

    category: str
    query: str
    key: str
    begins: str


class Negative(NamedTuple):
    """A query of a `kind` that must find nothing; with an exclamation mark in the example bank alone."""

    kind: str
    query: str


def graded(*, alone: bool = True) -> list[Graded]:
    """The graded queries in the order of the file; without those for the example `alone` if it is not."""
    queries = [Graded(*[*line.split("\t"), ""][:4]) for line in _lines("queries.tsv")]
    return [query for query in queries if alone or not query.category.endswith("!")]


def negatives(*, alone: bool = True) -> list[Negative]:
    """The queries without an answer; without those for the example `alone` if it is not."""
    queries = [Negative(*line.split("\t")) for line in _lines("negatives.tsv")]
    return [query for query in queries if alone or not query.kind.endswith("!")]


def words() -> frozenset[str]:
    """The folded words of the negatives that are words: no distractor may have them."""
    from quotebank.text.folding import fold

    return frozenset(
        word for negative in negatives() if ":" not in negative.query for word in fold(negative.query).split()
    )


def _lines(name: str) -> list[str]:
    text = (_HERE / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
