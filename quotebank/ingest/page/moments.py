"""Dates as pages write them: ISO times with their offset, HTTP dates, numbers, and prose in many languages.

A day is the day in the time's own offset; nothing is converted. Only a time given in UTC may be another day where the
reader is, and says so (`Moment.utc`).
"""

# ruff: noqa: PLR2004 -- the numbers are those of the calendar

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from quotebank.errors import BadInput
from quotebank.ingest.page.intake import clean
from quotebank.model.dates import PartialDate

_LONGEST = 400
_SOLAR = range(1244, 1473)
_EARLIEST = 1600


class Moment(NamedTuple):
    """A date with what is known of its time.

    `edtf` is the day (or month, or year); `utc` says that it was given in UTC, so that the day shown to readers may be
    the one before or after, unless `hour` (of UTC; -1 if not said) is against it; `other` is a second reading of a date
    like 04/11/2021, whose first is day first; `""` otherwise.
    """

    edtf: str
    utc: bool = False
    other: str = ""
    hour: int = -1

    @property
    def days(self) -> frozenset[str]:
        """Every day it may mean."""
        days = {self.edtf, self.other} - {""}
        if self.utc and len(self.edtf) == 10:
            day = dt.date.fromisoformat(self.edtf).toordinal()
            # Clocks are from 12 hours behind UTC to 14 before it.
            if self.hour < 12:
                days.add(dt.date.fromordinal(max(day - 1, 1)).isoformat())
            if self.hour >= 10 or self.hour < 0:
                days.add(dt.date.fromordinal(day + 1).isoformat())
        return frozenset(days)


@cache
def _iso() -> re.Pattern[str]:
    return re.compile(
        r"(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:T|\s{1,3})(\d{1,2}):?(\d\d)(?::?\d\d(?:[.,]\d{1,9})?)?\s{0,3}"
        r"(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?", re.IGNORECASE,
    )  # fmt: skip


@cache
def _prose() -> re.Pattern[str]:
    word = r"[^\s\d.,;:()\[\]|/<>«»\"“”]{2,24}"
    words = rf"{word}(?:[ /]{word})?"
    return re.compile(
        r"(?:(?<!\d)\d{4}|(?:令和|平成|民國|民国)\s?(?:\d{1,3}|元))\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]"
        r"|[〇零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日"
        r"|(?<![\d.])\d{4}([./-])\s?\d{1,2}\1\s?\d{1,2}(?![\d])"
        r"|(?<![\d.])\d{1,2}([./-])\s?\d{1,2}\2\s?\d{4}(?!\d|\.\d)"
        r"|(?<![\d:])\d{1,2}(?:\.|er|re|st|nd|rd|th|[ºª°η]|-го)?\s{1,2}(?:de |of |d['’]|tháng )?"
        rf"{words}[.,]?\s{{1,2}}(?:de[l]? |of |năm )?\d{{4}}(?![\d:])"
        rf"|(?<![^\W\d]){word}\.?\s{{1,2}}\d{{1,2}}(?:st|nd|rd|th)?,?\s{{1,2}}\d{{4}}(?![\d:])"
        rf"|(?<!\d)\d{{4}}\. gada \d{{1,2}}\. ?{word}|(?<!\d)\d{{4}}\.?\s(?:m\. )?{word}\s\d{{1,2}}(?!\d)"
        r"|(?<!\d)\d{1,2}\s?[\u0e01-\u0e4e]{1,3}\.[\u0e01-\u0e4e]\.\s?\d{4}(?!\d)"
    )


class Found(NamedTuple):
    """A date in a text and the place it takes there."""

    moment: Moment
    start: int
    end: int


def moment(text: str, language: str = "") -> Moment | None:
    """The date a text is or begins with, as far as it says; None for none and for an unlikely one.

    `language` (BCP 47) is that of the page, for words that are other months elsewhere.
    """
    text = clean(text[:_LONGEST])
    if (exact := _exact(text)) is not None:
        return exact
    if match := _iso().match(text):
        return _of_iso(match)
    if re.fullmatch(r"\d{10}(?:\d{3})?", text):
        return _of_seconds(int(text[:10]))
    if re.fullmatch(r"\d{14}|\d{12}|\d{8}T\d{4,6}Z?", text):
        return _checked(text[:8], utc=text.endswith("Z"))
    found = next(moments(text, language), None)
    if found is not None:
        universal = re.search(r"\d\d:\d\d(?::\d\d)?\s{0,3}(?:GMT|UTC|Z|\+00:?00)(?![+-]?\d)", text[found.end :])
        return found.moment._replace(utc=universal is not None)
    return _javascript(text) or _checked(text, language)


def _exact(text: str) -> Moment | None:
    """A time in ISO 8601 with its offset, as most pages give it: the way without a pattern."""
    if text[4:5] != "-" or text[7:8] != "-" or text[10:11] != "T" or not text.isascii():
        return None
    try:
        time = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    if time.year < _EARLIEST or time.date() == dt.date(1970, 1, 1):
        return None
    utc = time.tzinfo is not None and not time.utcoffset()
    return Moment(time.date().isoformat(), utc, hour=time.hour if utc else -1)


def moments(text: str, language: str = "") -> Iterator[Found]:
    """Every whole date in a text of a language, left to right; at most 20."""
    text = text[:4_000]
    if not any(map(str.isdecimal, text)) and "年" not in text:
        return
    none = True
    for found in _plain_moments(text, language):
        none = False
        yield found
    if none and (bracket := re.search(r"\s?[(（][^()（）\d]{1,12}\d{0,2}年?[)）]\s?", text)):
        # A second name of the month or the year: 18 تموز (يوليو) 2009, 2019年（令和元年）6月3日.
        space = " " if bracket[0][-1].isspace() else ""
        shorter = f"{text[: bracket.start()]}{space}{text[bracket.end() :]}"
        for found in _plain_moments(shorter, language):
            if found.start <= bracket.start() < found.end:
                yield found._replace(end=found.end + len(text) - len(shorter))


def _plain_moments(text: str, language: str) -> Iterator[Found]:
    start = 0
    for _ in range(20):
        match = _prose().search(text, start)
        if match is None:
            return
        found = _checked(match[0], language)
        if found is None and (inner := re.search(r"\s\S", match[0])):
            start = (
                match.start() + inner.start() + 1
            )  # "Monday 4 November" read as "ay 4 ..." is tried from its next word
            continue
        start = match.end()
        if found is not None:
            yield Found(found, match.start(), match.end())


def months(text: str, language: str = "") -> Iterator[str]:
    """Every month with its year in a text (EDTF), as magazines date issues: avril 2019, 2019年4月号; at most 10."""
    for match in islice(_month_and_year().finditer(text[:1_000]), 10):
        said = f"{match[1]}-{int(match[2]):02}" if match[1] else match[0]
        found = _of_edtf(said, utc=False) if match[1] else _checked(said, language)
        if found is not None and len(found.edtf) == 7:
            yield found.edtf


@cache
def _month_and_year() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\d)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월](?!\s?\d)"
        r"|(?<![\w.])[^\W\d_]{3,14}\.?\s(?:de |del )?\d{4}(?![\d:])"
    )


def _of_iso(match: re.Match[str]) -> Moment | None:
    year, month, day = (int(match[at]) for at in (1, 2, 3))
    if year in _SOLAR:
        return _checked(f"{year}/{month:02}/{day:02}")
    zone = (match[6] or "").upper()
    utc = match[4] is not None and zone in ("Z", "UTC", "GMT", "+00:00", "+0000", "+00", "-00:00")
    found = _of_edtf(f"{year:04}-{month:02}-{day:02}", utc=utc)
    return found._replace(hour=int(match[4])) if found is not None and utc else found


def _of_seconds(seconds: int) -> Moment | None:
    day = dt.datetime.fromtimestamp(seconds, dt.UTC).date()
    return Moment(day.isoformat(), utc=True) if day.year > 1990 else None


def _javascript(text: str) -> Moment | None:
    """``Thu Nov 04 2021 00:00:00 GMT+0300`` and ``Thu Nov 4 15:30:00 MSK 2021``."""
    match = re.match(r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) (?:\d\d:\d\d:\d\d [A-Z]{3,4} )?(\d{4})", text)
    return _checked(f"{match[2]} {match[1]} {match[3]}") if match else None


def _of_edtf(text: str, *, utc: bool) -> Moment | None:
    """An ISO day checked against the calendar; without the words of `PartialDate.parse`, which take time to load."""
    try:
        date = PartialDate.from_edtf(text)
    except BadInput:
        return None
    return Moment(date.text, utc) if int(text[:4]) >= _EARLIEST and text != "1970-01-01" else None


def _checked(text: str, language: str = "", *, utc: bool = False) -> Moment | None:
    text = _one_name(text)
    if language.startswith("hr"):
        # October in Croatian, November in Polish and Czech, and by itself.
        text = re.sub(r"(?i)\blistopad[au]?\b", "oktobra", text)
    try:
        date = PartialDate.parse(text)
    except BadInput:
        return _either(text)
    if date is None or date.inferred or date.is_interval or date.season or date.text[-1] in "~?%X":
        return None
    year = date.year
    return Moment(date.text, utc) if year is not None and year >= _EARLIEST and date.text != "1970-01-01" else None


def _one_name(text: str) -> str:
    """A date without the second of two names of its month: 4 نيسان/أبريل 2021; with its day first: 2021 m. liepos 5."""
    if match := re.fullmatch(r"(\d{4}) m\. ([^\W\d_]{3,12}) (\d{1,2})", text):
        return f"{match[3]} {match[2]} {match[1]}"
    if match := re.fullmatch(r"(\d{4})\. gada (\d{1,2})\. ?([^\W\d_]{3,12})", text):
        return f"{match[2]} {match[3]} {match[1]}"
    if "/" not in text or all(map(str.isdecimal, text.split("/"))):
        return text
    return re.sub(r"([^\W\d_]{3,15})/[^\W\d_]{3,15}(?: [^\W\d_]{3,15})?(?= |$)", r"\1", text)


def _either(text: str) -> Moment | None:
    """Both readings of a date like 04/11/2021, the day first in the first of them."""
    match = re.fullmatch(r"(\d{1,2})([/-])\s?(\d{1,2})\2\s?(\d{4})", text.strip())
    if match is None or not (1 <= int(match[1]) <= 12 and 1 <= int(match[3]) <= 12):
        return None
    one, two, year = int(match[1]), int(match[3]), match[4]
    return Moment(f"{year}-{two:02}-{one:02}", other=f"{year}-{one:02}-{two:02}")
