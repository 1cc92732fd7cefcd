"""Days of other calendars as Gregorian ones, and the figures of East Asian dates."""

# ruff: noqa: PLR2004 -- the numbers are those of the calendar

import datetime as dt
import re

from quotebank.model.date_words import ERAS, HAN_FIGURES

_SOLAR_HIJRI_EPOCH = dt.date(622, 3, 21).toordinal()
_CYCLE_YEARS = 33
_CYCLE_DAYS = 12053
_LEAP_YEARS = (1, 5, 9, 13, 17, 22, 26, 30)


def from_solar_hijri(year: int, month: int, day: int) -> dt.date:
    """The Gregorian day of an Iranian one; raises `ValueError` when there is none.

    By the cycle of 33 years with eight leap ones, which agrees with the calendar in use from 1244 to 1472
    (1865 to 2093): the years with remainder 1, 5, 9, 13, 17, 22, 26 or 30 are leap.
    """
    length = 31 if month <= 6 else 30 if month < 12 or year % _CYCLE_YEARS in _LEAP_YEARS else 29
    if not (1244 <= year <= 1472 and 1 <= month <= 12 and 1 <= day <= length):
        raise ValueError(f"{year}-{month}-{day}")
    cycles, in_cycle = divmod(year, _CYCLE_YEARS)
    leap_days = sum(1 for leap in _LEAP_YEARS if leap < in_cycle)
    days = cycles * _CYCLE_DAYS + in_cycle * 365 + leap_days - 365
    days += (month - 1) * 31 - max(0, month - 7) + day - 1
    return dt.date.fromordinal(_SOLAR_HIJRI_EPOCH + days)


def east_asian(text: str) -> tuple[int | None, int | None, int | None] | None:
    """Year, month, day of a Chinese, Japanese or Korean date, each None where it is not given.

    Takes ``2021年11月4日``, ``二〇二一年十一月四日``, ``令和3年11月4日``, ``民國110年``, ``11月4日``
    and ``2021년 11월 4일``; None for anything else.
    """
    eras = "|".join(ERAS)
    number = r"(\d{1,4}|[〇零○元一二三四五六七八九十廿卅]{1,5})"
    pattern = rf"({eras})?(?:{number}[年년])?(?:{number}[月월])?(?:{number}[日号號일])?"
    match = re.fullmatch(pattern, re.sub(r"\s", "", text))
    if match is None or not any(match.groups()[1:]):
        return None
    era, *figures = match.groups()
    year, month, day = (_number(figure) if figure else None for figure in figures)
    if era and year is not None:
        year += ERAS[era]
    return year, month, day


def _number(figures: str) -> int:
    """A number in Arabic or Chinese figures: 十一 is 11, 二〇二一 is 2021."""
    if figures.isdecimal():
        return int(figures)
    figures = figures.replace("廿", "二十").replace("卅", "三十")
    tens, ten, units = figures.rpartition("十")
    if not ten:
        return int("".join([str(HAN_FIGURES[figure]) for figure in figures]))
    return (_number(tens) if tens else 1) * 10 + (_number(units) if units else 0)
