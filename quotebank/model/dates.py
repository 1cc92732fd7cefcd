"""Dates as the press prints them: to the day, the month, the season or the year, certain or not."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotebank.errors import BadInput
from quotebank.model.edtf import FURTHEST, Day, Point, is_plain, read

if TYPE_CHECKING:
    import datetime as dt

PARTS = ("year", "month", "day")
"""The parts of a date that may have been inferred."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of publication or access, as much of it as is known.

    `text` is its canonical EDTF form, level 1 (see `quotebank.model.edtf`); `inferred` names the parts
    that were worked out and not printed, out of `PARTS` and in their order. Make one with `from_edtf` or
    `parse`, which check; the bare constructor trusts its caller.
    """

    text: str
    inferred: tuple[str, ...] = ()

    @classmethod
    def from_edtf(cls, text: str, inferred: tuple[str, ...] = ()) -> "PartialDate":
        """The date of an EDTF text, checked against the calendar; raises `BadInput`."""
        if not is_plain(text):
            read(text)
        return cls(text, _in_order(inferred) if inferred else ())

    @classmethod
    def parse(cls, text: str, reference: "dt.date | None" = None) -> "PartialDate | None":
        """The date a writer typed, in a dozen languages; None for "n.d." and an empty text.

        A date without its year is put into the latest year in which it does not lie after `reference`,
        and marked as inferred. Raises `BadInput` for what is no date or could be two.
        """
        from quotebank.model.date_reading import read_date

        return read_date(text, reference)

    def edtf(self) -> str:
        """The EDTF text."""
        return self.text

    def display(self) -> str:
        """The date in English prose: ``29 September 2021``, ``autumn 2021``, ``c. 2019``, ``4–6 October 2021``."""
        from quotebank.model.date_prose import prose

        return prose(self.text)

    @property
    def year(self) -> int | None:
        """The year, astronomical (0 is 1 BC); None when some of its digits are unspecified."""
        point = self._point()
        return None if point.hidden else point.year

    @property
    def month(self) -> int | None:
        """The month, 1 to 12, where one is given; an interval's is that of its first known date."""
        return self._point().month or None

    @property
    def day(self) -> int | None:
        """The day of the month where one is given; an interval's is that of its first known date."""
        return self._point().day or None

    @property
    def season(self) -> int | None:
        """21 spring, 22 summer, 23 autumn, 24 winter; None when no season is given."""
        return self._point().season or None

    @property
    def is_interval(self) -> bool:
        """Whether it has a beginning and an end of its own."""
        return "/" in self.text

    @property
    def approximate(self) -> bool:
        """Whether it is given as about right (``~`` or ``%``)."""
        return "~" in self.text or "%" in self.text

    @property
    def uncertain(self) -> bool:
        """Whether it is given as doubtful (``?`` or ``%``)."""
        return "?" in self.text or "%" in self.text

    def earliest(self) -> Day:
        """The first day it may mean, as (year, month, day).

        Doubt (``~``, ``?``) does not widen it. An interval open or unknown at its beginning starts at the
        year ``-FURTHEST``. Seasons are the northern ones and a winter begins in its year's December.
        """
        start = read(self.text)[0]
        return start.first() if start else (-FURTHEST, 1, 1)

    def latest(self) -> Day:
        """The last day it may mean, as (year, month, day), as `earliest` is the first."""
        end = read(self.text)[1]
        return end.last() if end else (FURTHEST, 12, 31)

    def overlaps(self, after: "PartialDate | None", before: "PartialDate | None") -> bool:
        """Whether it can lie in the range from the start of `after` to the end of `before`, both included.

        None leaves that side open. A date known in part counts when any day it may mean is in the range:
        ``2021`` is found both after 2021-10 and before 2021-02.
        """
        return (after is None or self.latest() >= after.earliest()) and (
            before is None or self.earliest() <= before.latest()
        )

    def _point(self) -> Point:
        """The first known date: an interval without a beginning has only its end."""
        start, end = read(self.text)
        point = start or end
        assert point is not None
        return point


def _in_order(inferred: tuple[str, ...]) -> tuple[str, ...]:
    strange = [part for part in inferred if part not in PARTS]
    if strange:
        raise BadInput(f"inferred parts of a date: {strange[0]!r} is none", "the parts are year, month and day")
    return tuple(part for part in PARTS if part in inferred)
