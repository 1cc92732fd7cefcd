"""Dates among the words of a query: October 5, 5 Oct 2021, 5.10.2021, 2021-10, 5 октября.

A date stands for one word of the index's column of dates (`date_word`). A bare year is no date here but a word: it
is found in that column as well as in the text.
"""

from collections.abc import Sequence

LONGEST = 3
"""How many words a date has at most: a day, a month and a year."""

_LAST_DAY = 31
_YEAR_DIGITS = 4
_MONTHS = 12


def date_word(year: int | None, month: int, day: int | None) -> str:
    """The index's word for a date: ``20211005``, ``202110``, or ``md1005`` where the year is open."""
    if year is None:
        return f"md{month:02}{day or 0:02}"
    return f"{year:04}{month:02}" + (f"{day:02}" if day else "")


def may_date(words: Sequence[str]) -> bool:
    """Whether a date can begin these words, told without looking anything up."""
    first = words[0] if words else ""
    if not first or not any(char.isdecimal() for word in words for char in word):
        return False
    return first[0].isdecimal() or (len(words) > 1 and words[1][0].isdecimal())


def spoken_date(words: Sequence[str]) -> tuple[str, int] | None:
    """The `date_word` of the date that begins `words`, and how many of them it is; None when there is none."""
    numeric = _numeric(words[0].strip(",.;"))
    if numeric:
        return date_word(*numeric), 1
    for size in range(min(LONGEST, len(words)), 1, -1):
        found = _worded([word.strip(",.;()") for word in words[:size]])
        if found:
            return date_word(*found), size
    return None


def _numeric(word: str) -> tuple[int, int, int | None] | None:
    """2021-10-05, 2021-10 or 5.10.2021; with figures of one system only, and a day that exists."""
    from quotebank.errors import BadInput
    from quotebank.model.dates import PartialDate

    if not word[:1].isdecimal() or sum(word.count(sign) for sign in "-./") not in (1, 2):
        return None
    try:
        date = PartialDate.parse(word)
    except BadInput:
        return None
    if date is None or date.year is None or not date.month or date.year < 1 or date.earliest()[:2] != date.latest()[:2]:
        return None
    return date.year, date.month, date.day


def _worded(words: list[str]) -> tuple[int | None, int, int | None] | None:
    """A month word with a day, a year, or both, in any order; None for anything else."""
    from quotebank.model.date_tables import folded, months

    month = day = year = None
    for word in words:
        plain = folded(word)
        number = _number(plain)
        if number is None:
            named = months().get(plain.rstrip("."))
            if named is None or month is not None or named > _MONTHS:
                return None
            month = named
        elif len(plain) == _YEAR_DIGITS and year is None:
            year = number
        elif day is None and 1 <= number <= _LAST_DAY:
            day = number
        else:
            return None
    if month is None or (day is None and year is None):
        return None
    return year, month, day


def _number(word: str) -> int | None:
    """A number, also as an English ordinal (5th)."""
    figures = word[:-2] if word[-2:] in ("st", "nd", "rd", "th") else word
    return int(figures) if figures.isascii() and figures.isdecimal() and len(figures) <= _YEAR_DIGITS else None
