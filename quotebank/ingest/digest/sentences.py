"""The sentences of a row, as ranges of units."""

import re
from bisect import bisect_right
from functools import lru_cache

from quotebank.ingest.digest.units import Row

_END = re.compile(r"\.[\")\].]*")


@lru_cache(maxsize=64)
def _ends(tags: str) -> tuple[int, ...]:
    ends = [match.end() for match in _END.finditer(tags)]
    return tuple(ends if ends and ends[-1] == len(tags) else [*ends, len(tags)])


def sentence_ends(row: Row) -> tuple[int, ...]:
    """Behind which unit each sentence ends; closing quotation marks and brackets stay with their sentence."""
    return _ends(row.tags)


def sentence_at(row: Row, place: int) -> tuple[int, int]:
    """The sentence that a unit is in: its first unit, and the one behind it."""
    ends = _ends(row.tags)
    number = bisect_right(ends, max(place, 0))
    if number >= len(ends):
        number = len(ends) - 1
    return (ends[number - 1] if number else 0), ends[number]
