"""Publication dates and issue numbers as digests print them: where they stand, and what they say.

A date keeps its parts apart until the digest's own date is known; "No. 10" is an issue and never a day.
"""

# ruff: noqa: PLR2004 -- the numbers are those of the calendar

import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import cache

from quotebank.ingest.digest.lexicon import Lexicon
from quotebank.ingest.digest.patterns import compiled
from quotebank.model.date_tables import folded, months, others
from quotebank.model.dates import PartialDate
from quotebank.model.edtf import days_in

_WORD = r"[^\W\d_]+(?:['’]hui\b)?"
_YEAR = r"(?:1[5-9]|20)\d\d"
_MONTH = r"(?P<month>[^\W\d_]{3,})\b"
_NUMERIC = rf"""(?x)
      (?P<y1>{_YEAR})[-/.](?P<m1>\d{{1,2}})[-/.](?P<d1>\d{{1,2}})(?!\d)           # 2026-05-03
    | (?P<d2>\d{{1,2}})\.\s?(?P<m2>\d{{1,2}})\.                                   # 3.5.  3.5.26  3. 5. 2026
      (?: \s?(?P<y2>{_YEAR}) | (?P<s2>\d\d)(?!\d)(?!\s*(?:Uhr|h\b)) )?
    | (?P<d3>\d{{1,2}})/(?P<m3>\d{{1,2}})/(?P<y3>{_YEAR}|\d\d)(?!\d)              # 3/5/2026
    | (?P<d4>\d{{1,2}})\.(?P<m4>0[1-9]|1[0-2])(?![\d.%])(?!\s?[%€$£])             # 03.05
    | (?P<d6>\d{{1,2}})/(?P<m6>\d{{1,2}})(?=[)\].;]|,\s|$)                        # 3/5)
    | (?P<y5>{_YEAR})年(?P<m5>\d{{1,2}})月(?P<d5>\d{{1,2}})日
"""
_DAY_MONTH = rf"""(?x)
    (?P<day>\d{{1,2}}) (?:st|nd|rd|th|er|\.|-?го|-?е)?                            # 3, 3rd, 1er, 3., 3-го
    (?:\s?\(\d{{1,2}}\))?                                                         # 20 (7), old style
    (?:\s?[-–]\s?\d{{1,2}}\.?)?                                                   # 3-4
    \s+(?:of\s|de\s)? {_MONTH} (?P<dot>\.?)
    (?:,?\s+(?P<year>{_YEAR})\b (?:\s*(?:г\.|года|год\b))?)?
"""
_MONTH_DAY = rf"""(?x)
    {_MONTH}\.?\s+
    (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?![%.,]?\d)(?!\s?[-–]?\s?(?:percent|per|%))
    (?:\s?[-–]\s?\d{{1,2}})?
    (?:,?\s+(?P<year>{_YEAR})\b)?
"""
_MONTH_YEAR = rf"{_MONTH}\.?,?\s+(?:de\s|of\s)?(?P<year>{_YEAR})\b(?:\s*(?:г\.|года))?"
_SEASON_YEAR = rf"{_WORD}\s+(?:de\s)?(?P<year>{_YEAR})\b"
_BEHIND_WEEKDAY = r",?\s+(?:den\s|dem\s)?"

_LABEL = r"""(?:
    No|Nos|N|Nr|Nrn|nr|no|nos|issue|Issue|number|Number|№№?|[nN][°º]|numéro|Numéro|Nummer|Heft|H|Ausgabe
    |вып|Вып|Выпуск|выпуск|номер
)\.?"""
_VOLUME = r"(?:[Vv]ol|[Vv]olume|[Tt]ome|[Tt]|[Bb]d|[Bb]and|Jg|[Тт]|[Тт]ом)\.?"
_NUMBERS = r"(?:\d{1,4}(?:[.,]\d{3})?(?:\s?[-–/]\s?\d{1,4})?(?:\s?\(\d{1,4}\))?|[IVXLC]{1,7}\b)"
_ISSUE = rf"""(?x)
      {_VOLUME}\s*{_NUMBERS} (?:\s*\(?,?\s*{_LABEL}\s*{_NUMBERS})?                 # vol. 88, no. 2
    | {_LABEL}\s*{_NUMBERS}                                                       # No. 3-4, n° 311, № 10
    | \#\s?\d+
"""
_BARE_ISSUE = r"""(?x)
    [\s,]*
    (?P<issue>
        \d{1,4}\s?/\s?\d{1,3}(?!\d|/)                                             # 88/2
      | \d{1,4}\s?\(\d{1,4}\)(?:,?\s(?:H|Nr|no|No|№)\.?\s?\d+)?                   # 9 (2)
      | [IVXLC]{1,7}\s?:\s?\d{1,3}                                                # XXXIV: 4
    )
"""

_CAPITALISED_MONTHS = frozenset(("may", "march", "mar", "dec"))
"""Names of months that are other words when they are written small."""

_SHORT_MONTHS = frozenset(("may", "mai", "mars", "june", "july", "juin", "juli", "juni", "août", "мая", "июня", "июля"))
"""Names of months so short that nobody abbreviates them: a full stop behind one ends the sentence."""

_TODAY = ("today", "aujourd", "heut", "сегодня")
_DAY_BEFORE_YESTERDAY = ("vorgestern", "позавчера")


@dataclass(frozen=True, slots=True)
class Printed:
    """A date as a text prints it, its parts apart: 0 or ``""`` where it says nothing.

    `weekday` runs from 0 (Monday); -1 for none. `ago` counts days before the digest ("yesterday" 1); -1 for none.
    """

    text: str
    year: int = 0
    month: int = 0
    day: int = 0
    season: str = ""
    weekday: int = -1
    ago: int = -1
    impossible: bool = False

    @property
    def exact(self) -> bool:
        """Whether it can name one day, given the digest's date."""
        return bool(self.day) or self.weekday >= 0 or self.ago >= 0


@cache
def month_number(word: str) -> int:
    """The month that a word names in any language, 1 to 12; 0 for none."""
    number = months().get(folded(word.rstrip(".")), 0)
    return number if number <= 12 else 0


def date_at(text: str, place: int, words: Lexicon) -> tuple[Printed, int] | None:
    """The date that begins at `place` of a text and where it ends; None when none does."""
    if not text[place].isdigit():
        return _worded(text, place, words)
    numeric = _numeric(text, place)
    if numeric and words.language == "en" and not numeric[0].year and "/" in numeric[0].text:
        return None
    return numeric or _day_first(text, place)


def _numeric(text: str, place: int) -> tuple[Printed, int] | None:
    match = compiled(_NUMERIC).match(text, place)
    if match is None:
        return None
    parts = {name: int(figures) for name, figures in match.groupdict(default="0").items()}
    form = next(number for number in "123456" if match[f"m{number}"])
    day, month = parts[f"d{form}"], parts[f"m{form}"]
    year = parts.get(f"y{form}", 0) or parts.get(f"s{form}", 0)
    if 0 < year < 100:
        year += 2000 if year < 70 else 1900
    if form == "3" and month > 12 >= day:
        day, month = month, day
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    return _checked(match.group(), year, month, day), match.end()


def _checked(shown: str, year: int, month: int, day: int) -> Printed:
    """The date of a day from 1 to 31, its day left out and the date impossible where the month has no such day."""
    impossible = day > days_in(year or 2000, month)
    return Printed(shown, year, month, 0 if impossible else day, impossible=impossible)


def _day_first(text: str, place: int) -> tuple[Printed, int] | None:
    match = compiled(_DAY_MONTH).match(text, place)
    if match is None or not (month := month_number(match["month"])) or not _is_month_case(match["month"]):
        return None
    end = match.end()
    if match["dot"] and not match["year"] and (len(match["month"]) > 4 or match["month"].lower() in _SHORT_MONTHS):
        end = match.end("month")
    day = int(match["day"])
    if not 1 <= day <= 31:
        return None
    return _checked(text[place:end], int(match["year"] or 0), month, day), end


def _is_month_case(word: str) -> bool:
    """Whether a word is written as a month's name: ``may`` and ``march`` are not."""
    return word.lower() not in _CAPITALISED_MONTHS or word[:1].isupper()


def _worded(text: str, place: int, words: Lexicon) -> tuple[Printed, int] | None:
    match = compiled(_WORD).match(text, place)
    if match is None:
        return None
    word = match.group()
    lowered = word.lower().replace("’", "'")
    if lowered in words.weekdays:
        return _weekday(text, match, words)
    if lowered in words.relative:
        return Printed(word, ago=_days_ago(lowered)), match.end()
    if lowered in words.seasons and (season := compiled(_SEASON_YEAR).match(text, place)):
        return Printed(season.group(), int(season["year"]), season=lowered), season.end()
    return _month_first(text, place, word)


def _days_ago(lowered: str) -> int:
    """How many days before the digest a word like "yesterday" names."""
    if lowered.startswith(_TODAY):
        return 0
    return 2 if lowered in _DAY_BEFORE_YESTERDAY else 1


def _month_first(text: str, place: int, word: str) -> tuple[Printed, int] | None:
    """A date that begins with its month: ``May 3``, ``May 2021``."""
    month = month_number(word)
    if not month or not _is_month_case(word):
        return None
    if match := compiled(_MONTH_DAY).match(text, place):
        day = int(match["day"])
        if 1 <= day <= 31:
            return _checked(match.group(), int(match["year"] or 0), month, day), match.end()
    if match := compiled(_MONTH_YEAR).match(text, place):
        return Printed(match.group(), int(match["year"]), month), match.end()
    return None


def _weekday(text: str, match: "re.Match[str]", words: Lexicon) -> tuple[Printed, int]:
    """A weekday, with the date that follows it if one does: ``vendredi 3 mai``, ``Friday, 17 May``."""
    number = words.weekdays[match.group().lower()]
    gap = compiled(_BEHIND_WEEKDAY).match(text, match.end())
    following = _day_at(text, gap.end(), words) if gap and gap.end() < len(text) else None
    if following is None:
        return Printed(match.group(), weekday=number), match.end()
    date, end = following
    return replace(date, text=text[match.start() : end], weekday=number), end


def _day_at(text: str, place: int, words: Lexicon) -> tuple[Printed, int] | None:
    """The date of a day and a month that begins at `place`."""
    if text[place].isdigit():
        return _numeric(text, place) or _day_first(text, place)
    worded = _worded(text, place, words) if text[place].isalpha() else None
    return worded if worded and worded[0].month and worded[0].day else None


def issue_at(text: str, place: int) -> tuple[str, int] | None:
    """The issue number that begins at `place`, as printed, and where it ends: ``No. 10``, ``vol. 88, no. 2``."""
    match = compiled(_ISSUE).match(text, place)
    return (" ".join(match.group().split()), match.end()) if match else None


def bare_issue_at(text: str, place: int) -> tuple[str, int] | None:
    """An issue number without a word, as it follows a journal's name: ``88/2``, ``9 (2)``, ``XXXIV: 4``."""
    match = compiled(_BARE_ISSUE).match(text, place)
    return (match["issue"], match.end()) if match else None


def resolved(printed: Printed, report: PartialDate | None) -> PartialDate | None:
    """The date in full, counted from the digest's own; None where no part of it can be told.

    The year is the latest in which the date does not lie after the digest; what was not printed is marked inferred.
    """
    if printed.impossible:
        return None
    if printed.month:
        return _in_year(printed, report)
    if printed.season:
        season = others().seasons.get(folded(printed.season))
        return PartialDate.from_edtf(f"{printed.year:04}-{season}") if season else None
    if printed.year:
        return PartialDate.from_edtf(f"{printed.year:04}")
    return _counted_back(printed, report)


def _counted_back(printed: Printed, report: PartialDate | None) -> PartialDate | None:
    """The date of a weekday or of "yesterday": the latest such day that does not lie after the digest."""
    if not printed.exact or report is None or not report.day or not _is_near(report):
        return None
    day = dt.date(*report.latest())
    back = printed.ago if printed.ago >= 0 else (day.weekday() - printed.weekday) % 7
    if day.toordinal() <= back:
        return None
    return PartialDate.from_edtf((day - dt.timedelta(days=back)).isoformat(), ("year", "month", "day"))


def _in_year(printed: Printed, report: PartialDate | None) -> PartialDate | None:
    year = printed.year
    inferred: tuple[str, ...] = ()
    if not year:
        if report is None or not _is_near(report):
            return None
        year, *last = report.latest()
        year -= [printed.month, printed.day or 1] > last
        inferred = ("year",)
    if printed.day > days_in(year, printed.month):
        return None
    edtf = f"{year:04}-{printed.month:02}" + (f"-{printed.day:02}" if printed.day else "")
    return PartialDate.from_edtf(edtf, inferred)


def _is_near(report: PartialDate) -> bool:
    """Whether a digest's date can be counted from: it ends, within the years that a calendar of today counts."""
    return dt.MINYEAR < report.latest()[0] <= dt.MAXYEAR
