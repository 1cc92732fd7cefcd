"""Made-up people, some written about far more than others, and each in two romanisations."""

import itertools
import unicodedata
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from tests.benchmarks import tables

_SIZE = 4_000


class Person(NamedTuple):
    """One spelling of somebody.

    `family` is as printed, `full` the name in reading order, `ascii` the family name in letters a to z, `shape`
    the author as quotebank's JSON has it.
    """

    family: str
    full: str
    ascii: str
    shape: dict[str, object]


class Cast:
    """A company of people; `pick` takes the famous ones most often (Zipf), in either spelling."""

    def __init__(self, random: Random) -> None:
        self._random = random
        everybody = list(_everybody())
        random.shuffle(everybody)
        self._people = everybody[:_SIZE]
        self._totals = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(self._people))))

    def pick(self, count: int) -> list[Person]:
        """`count` people, the same one perhaps twice; three times in four in the first of the two spellings."""
        random = self._random.random
        found = self._random.choices(self._people, cum_weights=self._totals, k=count)
        return [pair[random() < 0.25] for pair in found]


def _everybody() -> Iterator[tuple[Person, Person]]:
    peoples = (
        (tables.RUSSIAN_GIVEN, tables.RUSSIAN_FAMILY, False),
        (tables.CHINESE_GIVEN, tables.CHINESE_FAMILY, True),
        (tables.KOREAN_GIVEN, tables.KOREAN_FAMILY, True),
    )
    for givens, families, family_first in peoples:
        for given, family in itertools.product(givens, families):
            first, second = (
                _person(family[spelling], given[spelling], family_first=family_first) for spelling in (0, 1)
            )
            yield first, second


def _person(family: str, given: str, *, family_first: bool) -> Person:
    shape: dict[str, object] = {"family": family, "given": given}
    if family_first:
        shape["family_first"] = True
    full = f"{family} {given}" if family_first else f"{given} {family}"
    letters = unicodedata.normalize("NFKD", family).encode("ascii", "ignore").decode().lower()
    return Person(family, full, letters, shape)
