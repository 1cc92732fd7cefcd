"""Namings put together by hand, for tests of what joins and weighs them."""

from dataclasses import replace

from quotebank.ingest.digest.dating import Printed
from quotebank.ingest.digest.mentions import Mention
from quotebank.ingest.digest.units import Row

LANTERN = Mention(0, 0, 0, 7, "after", "made", 70, "Lantern", "the Lantern", ("lantern",), letter="O")
"""A naming that tells an outlet and nothing else."""


def naming(row: Row, place: int, way: str = "after", block: int = 0) -> Mention:
    """The naming of the outlet that a unit shows."""
    unit = row.units[place]
    return replace(LANTERN, block=block, place=place, start=unit.start, end=unit.end, way=way)


def telling(*authors: str, date: Printed | None = None, issue: str = "", weight: int = 70) -> Mention:
    """A naming with what it tells of its item."""
    return replace(LANTERN, authors=list(authors), date=date, issue=issue, weight=weight, evidence=["it is named"])
