"""Dates as people type them, in many languages, read without guessing.

What could be two dates (4/11/2021) or is none ("No. 10", "31 November") is an error that says what to write; only a
missing year is inferred, and marked.
"""

# ruff: noqa: PLR2004 -- the numbers are those of the calendar

import datetime as dt
import re
from typing import NamedTuple

from quotebank.errors import BadInput
from quotebank.model.date_tables import folded, months, others
from quotebank.model.dates import PartialDate
from quotebank.model.edtf import Point, days_in

LONGEST = 120
"""The longest text that may be a date, in characters."""

_HINT = "write it like 2021-11-30, 30 Nov 2021, November 2021, autumn 2021 or 2021"


_COUNTING = ("q", "thang", "quarter")
"""Words before the number of a quarter or (Vietnamese) of a month."""


class _Parts(NamedTuple):
    """What one side of a span says; None and 0 where it says nothing."""

    year: int | None = None
    month: int = 0
    day: int = 0
    season: int = 0
    quarter: int = 0


class _Symbol(NamedTuple):
    """A word of a date: ``d`` day, ``y`` year, ``m`` month, ``s`` season, ``q`` quarter, ``-`` the dash of a span."""

    kind: str
    value: int = 0


class _Reader:
    """Reads one date; keeps the text for its errors and the day from which missing years are counted."""

    def __init__(self, text: str, reference: dt.date | None) -> None:
        self.text = text
        self.reference = reference

    def refused(self, why: str, hint: str = _HINT) -> BadInput:
        """The error for this text."""
        shown = self.text if len(self.text) <= 40 else f"{self.text[:40]}…"
        return BadInput(f"date {shown!r}: {why}", hint)

    def read(self) -> PartialDate | None:
        """The date, None when the text says that there is none."""
        if len(self.text) > LONGEST:
            raise self.refused("too long for a date")
        line = folded(self.text).strip("[](){} ,;")
        if not line or line in others().undated:
            return None
        if known := _edtf(self.text.strip()):
            return known
        line, qualifier = self._without_qualifier(_without_time(line))
        if known := _edtf(line.upper().replace("/", f"{qualifier}/") + qualifier):
            return known
        if line in others().relative:
            return self._relative(others().relative[line])
        first, last = self._east_asian(line) or self._numeric(line) or self._in_words(line)
        return self._dated(first, last, qualifier)

    def _without_qualifier(self, line: str) -> tuple[str, str]:
        bare = re.sub(r" ?(?:\(\?\)|\?)$", "", line)
        doubt = "?" if bare != line else ""
        match = re.match(rf"(?:(?:{others().about})(?:\. ?| )|~ ?)(?=.)", bare)
        if match is None:
            return bare, doubt
        return bare[match.end() :], "%" if doubt else "~"

    def _relative(self, days_ago: int) -> PartialDate:
        if self.reference is None:
            raise self.refused("no day to count from", _HINT)
        return PartialDate(dt.date.fromordinal(max(self.reference.toordinal() - days_ago, 1)).isoformat())

    def _east_asian(self, line: str) -> tuple[_Parts, None] | None:
        if line.isascii():
            return None
        from quotebank.model.date_calendars import east_asian

        found = east_asian(re.sub(r"\(.\)?$|[月火水木金土日]曜日?$|(?:星期|周).$", "", line))
        if found is None:
            return None
        year, month, day = found
        if (month is None and day is not None) or (year is None and month is None):
            raise self.refused("not a whole date")
        return _Parts(year, self._month(month) if month is not None else 0, day or 0), None

    def _numeric(self, line: str) -> tuple[_Parts, None] | None:
        """Dates of figures only: the year first, or the day first after dots, or no doubt which is which."""
        if re.fullmatch(r"\d{8}", line):
            return self._ymd(line[:4], line[4:6], line[6:]), None
        match = re.fullmatch(r"(\d{1,4}) ?([./-]) ?(\d{1,2})(?: ?\2 ?(\d{1,4}))?\.?", line)
        if match is None:
            return None
        one, mark, two, three = match.groups()
        if three is None:
            return self._two_numbers(one, mark, two)
        if len(one) == 4 and len(three) <= 2:
            return (self._iranian if mark == "/" and 1244 <= int(one) <= 1472 else self._ymd)(one, two, three), None
        if len(three) != 4 or len(one) > 2:
            raise self.refused("the year is unclear", "write the year in four digits: 2021-11-30")
        if mark == "." or int(one) > 12 or one == two:
            return self._ymd(three, two, one), None
        if int(two) > 12:
            return self._ymd(three, one, two), None
        either = f"write {three}-{two:0>2}-{one:0>2} or {three}-{one:0>2}-{two:0>2}"
        raise self.refused("day and month could be either way round", either)

    def _two_numbers(self, one: str, mark: str, two: str) -> tuple[_Parts, None] | None:
        """``2021/11``, ``2021.11`` and ``4.11``; spans like 2019-21 are left to the words."""
        if len(one) == 4 and mark != "-":
            return _Parts(int(one), self._month(int(two))), None
        if len(one) <= 2 and mark == ".":
            return _Parts(None, self._month(int(two)), int(one)), None
        if len(one) == 4:
            return None
        raise self.refused("day and month could be either way round" if len(one) <= 2 else "no date")

    def _ymd(self, year: str, month: str, day: str) -> _Parts:
        return _Parts(int(year), self._month(int(month)), int(day))

    def _iranian(self, year: str, month: str, day: str) -> _Parts:
        from quotebank.model.date_calendars import from_solar_hijri

        try:
            date = from_solar_hijri(int(year), int(month), int(day))
        except ValueError:
            raise self.refused("no day of the Iranian calendar") from None
        return _Parts(date.year, date.month, date.day)

    def _in_words(self, line: str) -> tuple[_Parts, _Parts | None]:
        """Dates with a month, a season or a year alone, and spans of them."""
        if re.search(r"(?:^|\s)'\d\d(?!\d)", line):
            raise self.refused("the year is unclear", "write the year in four digits: October 2021")
        rest = re.sub(rf"(?:#|(?<!\w)(?:{others().issue_marks})\.? ?)\d+(?: ?[-/] ?\d{{1,2}}(?!\d))?", " ", line)
        symbols = self._symbols(re.sub(r"(?<=\d)-(?:го|е|ое|и)(?!\w)", "", rest))
        if rest != line and not symbols:
            raise self.refused("a number of an issue, volume or page and no date", "give the number with --issue")
        kinds = "".join([symbol.kind for symbol in symbols])
        if kinds.count("-") > 1 or not kinds:
            raise self.refused("no date")
        split = kinds.find("-")
        if split < 0:
            return self._side(symbols, "dmy mdy ymd dm md my ym m y sy ys s qy yq"), None
        left = self._side(symbols[:split], "dmy mdy ymd dm md my ym m y d sy s")
        right = self._side(symbols[split + 1 :], "dmy mdy ymd dm md my ym m y d dy sy s")
        return self._span(left, right)

    def _symbols(self, line: str) -> list[_Symbol]:
        if " " not in line and re.search(r"\d", line):
            line = re.sub(r"(?<=\d)[-/](?=[^\W\d])|(?<=[^\W\d])[-/](?=\d)", " ", line)
        symbols: list[_Symbol] = []
        tokens = re.findall(r"\d+|[-/]|[^\s\d.,;:()\[\]{}'\"/،、年년-]+", line)
        for before, token in zip(["", *tokens], tokens, strict=False):
            counted = before in _COUNTING and token.isdecimal() and 1 <= int(token) <= 12
            symbol = self._counted(before, int(token)) if counted else self._symbol(token)
            if symbol is not None:
                symbols.append(symbol)
        while symbols and symbols[0].kind == "-":
            del symbols[0]
        while symbols and symbols[-1].kind == "-":
            del symbols[-1]
        return symbols

    def _counted(self, word: str, number: int) -> _Symbol:
        if word == "thang":
            return _Symbol("m", number)
        if number > 4:
            raise self.refused("a year has four quarters")
        return _Symbol("q", number)

    def _symbol(self, token: str) -> _Symbol | None:
        """What a word or number means in a date, None if nothing; an unknown one makes the text no date."""
        if token.isdecimal():
            if len(token) in (1, 2, 4):
                return _Symbol("y" if len(token) == 4 else "d", int(token))
            raise self.refused(f"{token} is neither a day nor a year")
        if token in months():
            return _Symbol("m", months()[token])
        if token in others().seasons:
            return _Symbol("s", others().seasons[token])
        if token in others().to:
            return _Symbol("-")
        if token in others().fillers:
            return None
        raise self.refused(f"{token[:20]!r} is no part of a date")

    def _side(self, symbols: list[_Symbol], allowed: str) -> _Parts:
        kinds = "".join([symbol.kind for symbol in symbols])
        if kinds not in allowed.split():
            why = "a number alone is no date" if kinds == "d" else "no date"
            raise self.refused(why)
        value = {symbol.kind: symbol.value for symbol in symbols}
        year, month, day = value.get("y"), value.get("m", 0), value.get("d", 0)
        if month > 12 or (year and month and 1244 <= year <= 1472 and day and month - 12 in range(1, 13)):
            if year is None or not day:
                raise self.refused("a day of the Iranian calendar needs its year")
            return self._iranian(str(year), str(month - 12), str(day))
        if "d" in kinds and not day:
            raise self.refused("there is no day 0")
        return _Parts(year, month, day, value.get("s", 0), value.get("q", 0))

    def _span(self, left: _Parts, right: _Parts) -> tuple[_Parts, _Parts | None]:
        """Both ends of a span, each given what only the other says; ``winter 2021-22`` and ``2019-21`` undone."""
        if right == _Parts(day=right.day) and left.year is not None and not left.month:
            right = _Parts(left.year // 100 * 100 + right.day)
        if left.season and left.year is not None and right == _Parts(left.year + 1):
            return left, None
        if left == _Parts(day=left.day):
            left = left._replace(month=right.month)
        if right.day and not right.month:
            right = right._replace(month=left.month)
        if (left.day and not left.month) or (right.day and not right.month):
            raise self.refused("no date")
        return self._years_of_span(left, right)

    def _years_of_span(self, left: _Parts, right: _Parts) -> tuple[_Parts, _Parts]:
        turns = left.month > right.month > 0
        if left.year is None and right.year is not None:
            left = left._replace(year=right.year - turns)
        elif right.year is None and left.year is not None:
            right = right._replace(year=left.year + turns)
        return left, right

    def _dated(self, first: _Parts, last: _Parts | None, qualifier: str) -> PartialDate:
        """The date of what was read; its year is inferred where it says none."""
        inferred = ("year",) if first.year is None else ()
        if first.year is None:
            year = self._latest_year(first)
            turns = last is not None and first.month > last.month > 0
            first = first._replace(year=year)
            last = last._replace(year=year + turns) if last is not None else None
        if first.quarter:
            last = _Parts(first.year, first.quarter * 3)
            first = _Parts(first.year, first.quarter * 3 - 2)
        text = self._edtf(first) + qualifier
        if last is not None:
            text = f"{text}/{self._edtf(last)}{qualifier}"
        return PartialDate.from_edtf(text, inferred)

    def _latest_year(self, parts: _Parts) -> int:
        """The latest year in which the date exists and does not lie after the reference."""
        if self.reference is None:
            raise self.refused("the year is missing", "add the year")
        reference = (self.reference.year, self.reference.month, self.reference.day)
        for year in range(self.reference.year, max(self.reference.year - 9, 0), -1):
            point = Point(year, parts.month or parts.quarter * 3, parts.day, parts.season)
            exists = not point.day or (point.month and point.day <= days_in(year, point.month))
            if exists and point.first() <= reference:
                return year
        raise self.refused("there is no such day")

    def _month(self, month: int) -> int:
        if not 1 <= month <= 12:
            raise self.refused(f"there is no month {month}")
        return month

    def _edtf(self, parts: _Parts) -> str:
        year = parts.year
        if year is None or not 0 <= year <= 9999:
            raise self.refused("the year is unclear")
        if parts.season:
            return f"{year:04d}-{parts.season}"
        if not parts.month:
            return f"{year:04d}"
        if not parts.day:
            return f"{year:04d}-{parts.month:02d}"
        if parts.day > days_in(year, parts.month):
            raise self.refused("there is no such day")
        return f"{year:04d}-{parts.month:02d}-{parts.day:02d}"


def read_date(text: str, reference: dt.date | None = None) -> PartialDate | None:
    """See `PartialDate.parse`: the date of a typed text, None for "n.d.". Raises `BadInput`."""
    return _Reader(text, reference).read()


def _edtf(text: str) -> PartialDate | None:
    try:
        return PartialDate.from_edtf(text)
    except BadInput:
        return None


def _without_time(line: str) -> str:
    """A date without the time of day and its zone: the day stands as it is shown."""
    zone = r"(?:z|utc|gmt|msk|uhr|[ap]\.?m\.?|[a-z]{2,4}t)"
    clock = r"(?:at |um |в |о )?\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?"
    pattern = rf"(?:^|,? |t|(?<=日)){clock}(?: ?{zone})?(?: ?[+-]\d\d:?\d\d)?(?: ?{zone})?$"
    return re.sub(pattern, "", line).strip(" ,")
