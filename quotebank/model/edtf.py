"""The grammar of EDTF dates: what a date text says, and whether it is one.

Extended Date/Time Format (Library of Congress, 2019; now ISO 8601-2), level 1: years, months, days,
seasons, approximate and uncertain dates, intervals, unspecified digits, negative years and years of more
than four digits. Times of day, and the sets and lists of level 2, are not dates of publication and are refused.
"""

# ruff: noqa: PLR2004 -- the numbers are those of the calendar and of EDTF

from typing import NamedTuple

from quotebank.errors import BadInput

HINT = "write an EDTF date: 2021-11-30, 2021-11, 2021, 2021-23 (autumn), 2019~ (about), 2021-10-04/2021-10-06"
QUALIFIERS = "~?%"
"""Approximate, uncertain, both (specification, level 1, "Qualification of a date")."""

LONGEST = 40
"""No level-1 date of ours is longer, in characters."""

FURTHEST = 10**9
"""The year that stands for an open end (with a minus for an open beginning)."""

Day = tuple[int, int, int]
"""Year (astronomical: 0 is 1 BC), month, day."""

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Point(NamedTuple):
    """One date without its interval: numbers, 0 where a part is not given.

    `hidden` counts the year's unspecified last digits: ``199X`` is the year 1990 with one of them. `season` is
    21 to 24, `qualifier` one of ``~?%`` or empty.
    """

    year: int
    month: int = 0
    day: int = 0
    season: int = 0
    hidden: int = 0
    qualifier: str = ""

    def first(self) -> Day:
        """The first day it may mean; seasons are northern: from the first of March, June, September, December."""
        month = (self.season - 20) * 3 if self.season else self.month or 1
        return (self.year, month, self.day or 1)

    def last(self) -> Day:
        """The last day it may mean; a winter ends with the following February."""
        if self.season == 24:
            return (self.year + 1, 2, days_in(self.year + 1, 2))
        year = self.year + 10**self.hidden - 1
        month = (self.season - 20) * 3 + 2 if self.season else self.month or 12
        return (year, month, self.day or days_in(year, month))


Ends = tuple[Point | None, Point | None]
"""The two ends of an interval, None where it is open or unknown; a single date is both its ends."""


def days_in(year: int, month: int) -> int:
    """How many days a month has in the proleptic Gregorian calendar."""
    return 29 if month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else _LENGTHS[month - 1]


def is_plain(text: str) -> bool:
    """Whether `text` is one of the three usual forms, ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``, and real.

    The quick road for the millions: False only means that the grammar has to be asked.
    """
    size = len(text)
    if size == 10:
        year, month, day = text[:4], text[5:7], text[8:]
        return (
            text[4] == "-" == text[7]
            and "01" <= month <= "12"
            and "01" <= day <= "31"
            and (text_digits := year + month + day).isdigit()
            and text_digits.isascii()
            and (day <= "28" or int(day) <= days_in(int(year), int(month)))
        )
    if size == 7:
        return text[4] == "-" and "01" <= text[5:] <= "12" and (text[:4] + text[5:]).isdigit() and text.isascii()
    return size == 4 and text.isdigit() and text.isascii()


def read(text: str) -> Ends:
    """The ends of the interval `text`; a single date comes back twice. Raises `BadInput`."""
    if len(text) > LONGEST or not text.isascii():
        raise refusal(text, "not an EDTF date")
    first, slash, second = text.partition("/")
    if not slash:
        point = _point(text, first)
        return point, point
    start = None if first in ("", "..") else _point(text, first)
    end = None if second in ("", "..") else _point(text, second)
    if start is None and end is None:
        raise refusal(text, "an interval without any date")
    if start is not None and end is not None and start.first() > end.last():
        raise refusal(text, "an interval that ends before it begins")
    return start, end


def _point(text: str, part: str) -> Point:
    qualifier = part[-1:] if part[-1:] and part[-1:] in QUALIFIERS else ""
    body = part.removesuffix(qualifier)
    if body[:1] == "Y":
        return Point(_long_year(text, body), qualifier=qualifier)
    sign, body = (-1, body[1:]) if body[:1] == "-" else (1, body)
    pieces = body.split("-")
    year, hidden = _year(text, pieces[0])
    if sign < 0 and (year == 0 or hidden):
        raise refusal(text, "not a year before Christ")
    if len(pieces) == 1:
        return Point(sign * year, hidden=hidden, qualifier=qualifier)
    if hidden or len(pieces) > 3:
        raise refusal(text, "not an EDTF date of level 1")
    return _in_year(text, sign * year, pieces[1:], qualifier)


def _in_year(text: str, year: int, pieces: list[str], qualifier: str) -> Point:
    """A date from the parts after its year: a month or season, and perhaps a day."""
    part, day_text = pieces[0], pieces[1] if len(pieces) == 2 else "XX"
    month = 0 if part == "XX" else _number(text, part)
    day = 0 if day_text == "XX" else _number(text, day_text)
    if 21 <= month <= 24 and len(pieces) == 1:
        return Point(year, season=month, qualifier=qualifier)
    if part != "XX" and not 1 <= month <= 12:
        raise refusal(text, f"there is no month {part}")
    if day_text != "XX" and not (month and 1 <= day <= days_in(year, month)):
        raise refusal(text, f"there is no such day as the {day_text}" if month else "a day without its month")
    return Point(year, month, day, qualifier=qualifier)


def _year(text: str, piece: str) -> tuple[int, int]:
    digits = piece.rstrip("X")
    if len(piece) != 4 or not digits.isdigit():
        raise refusal(text, "no year of four digits" if digits else "nothing of the year is known")
    return int(digits) * 10 ** (4 - len(digits)), 4 - len(digits)


def _long_year(text: str, body: str) -> int:
    sign, digits = (-1, body[2:]) if body[1:2] == "-" else (1, body[1:])
    if not (digits.isdigit() and 5 <= len(digits) <= 9 and digits[0] != "0"):
        raise refusal(text, "a year after Y needs five to nine digits")
    return sign * int(digits)


def _number(text: str, piece: str) -> int:
    if len(piece) != 2 or not piece.isdigit():
        raise refusal(text, "months and days need two digits")
    return int(piece)


def refusal(text: str, why: str) -> BadInput:
    """The error for a date text that is none, quoting its beginning and saying why."""
    return BadInput(f"date {text[:LONGEST]!r}: {why}", HINT)
