"""The graded queries: what a writer may type, and the one right answer; and queries with no answer at all."""

from pathlib import Path
from typing import NamedTuple

_HERE = Path(__file__).parent


class Graded(NamedTuple):
    """A query of a `category`, the key of the right article, and how the right quote begins (``""``: any of its)."""

    category: str
    query: str
    key: str
    begins: str


class Negative(NamedTuple):
    """A query of a `kind` that must find nothing."""

    kind: str
    query: str


def graded() -> list[Graded]:
    """Every graded query, in the order of the file."""
    return [Graded(*(line.split("\t") + [""])[:4]) for line in _lines("queries.tsv")]


def negatives() -> list[Negative]:
    """Every query without an answer."""
    return [Negative(*line.split("\t")) for line in _lines("negatives.tsv")]


def words() -> frozenset[str]:
    """The folded words of all negatives: no distractor may have them."""
    from quotebank.text.folding import fold

    return frozenset(word for negative in negatives() for word in fold(negative.query).split())


def _lines(name: str) -> list[str]:
    text = (_HERE / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
