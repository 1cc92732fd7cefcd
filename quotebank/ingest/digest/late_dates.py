"""Dates that are given only after their outlet: ``The paper has no doubt. In Monday's editorial it says ...``."""

import re

from quotebank.ingest.digest.dating import Printed
from quotebank.ingest.digest.units import Row

_OWN_DATE = re.compile(
    r"""
    (?: i[epm]?w?[xk]o? | [ep]w?[kx]S? | i | [kr][PCw]?w?[vs] )  # in its issue of, the daily's, in, the writer said
    (?P<date>D) (?: S?w?[kx] )?
    | \( (?P<issue>I) ,? (?P<dated>D)? \)
    """,
    re.VERBOSE,
)
"""A date or issue number that a stretch gives its source: of an issue, an edition, an article."""

_OF_A_WORK = re.compile(r"S?w?[kx]")


def late_date(row: Row, first: int, last: int) -> tuple[Printed | None, str]:
    """The date and the issue number that the units from `first` up to `last` give the source they tell of."""
    for match in _OWN_DATE.finditer(row.tags, first, last):
        number = match.start("issue")
        place = match.start("date") if number < 0 else match.start("dated")
        bare = number < 0 and match[0].startswith("i") and place == match.start() + 1
        if bare and not _OF_A_WORK.match(row.tags, place + 1):
            continue
        date = row.units[place].value if place >= 0 else None
        if match[0][0] in "kr" and isinstance(date, Printed) and date.ago < 0 and date.weekday < 0:
            continue  # what happened on that day, not when it was written
        issue = str(row.units[number].value) if number >= 0 else ""
        if issue or isinstance(date, Printed):
            return date if isinstance(date, Printed) else None, issue
    return None, ""
