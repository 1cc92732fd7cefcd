"""The words of `date_words` folded and ready to be looked up; made on first use."""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from quotebank.model import date_words as words


class Others(NamedTuple):
    """All words but the months: sets and tables of folded words, and alternatives for patterns."""

    seasons: dict[str, int]
    fillers: frozenset[str]
    to: frozenset[str]
    undated: frozenset[str]
    relative: dict[str, int]
    about: str
    issue_marks: str


def folded(text: str) -> str:
    """A text for comparing: compatibility forms, case, marks and invisible characters gone, one kind of dash and space.

    Figures of any script become European ones. Hangul syllables stay composed.
    """
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).lower())
    kept = "".join([char for char in plain if unicodedata.category(char) not in ("Mn", "Cf")])
    kept = unicodedata.normalize("NFC", re.sub(r"[‐‑‒–—―−－]", "-", kept).replace("ı", "i"))
    figures = [str(unicodedata.decimal(char)) if char.isdecimal() else char for char in kept]
    return " ".join("".join(figures).replace("’", "'").split())


@cache
def months() -> dict[str, int]:
    """Month words and their numbers; 13 to 24 are the months of the Iranian calendar."""
    lists = (*words.MONTHS, *words.SOLAR_HIJRI_MONTHS)
    return {folded(word): number for number, names in enumerate(lists, 1) for word in reversed(names.split())}


@cache
def others() -> Others:
    """Every other word of dates."""
    relative = {folded(word): 0 for word in words.TODAY.split()} | {folded(word): 1 for word in words.YESTERDAY.split()}
    return Others(
        seasons={folded(word): number for number, names in enumerate(words.SEASONS, 21) for word in names.split()},
        fillers=_set(f"{words.WEEKDAYS} {words.FILLERS} q thang quarter"),
        to=_set(words.TO) | {"-", "/"},
        undated=frozenset(folded(word) for word in words.UNDATED.split("|")),
        relative=relative,
        about=_alternatives(words.ABOUT),
        issue_marks=_alternatives(words.ISSUE_MARKS),
    )


def _set(text: str) -> frozenset[str]:
    return frozenset(folded(word) for word in text.split())


def _alternatives(text: str) -> str:
    return "|".join(sorted({re.escape(folded(word).rstrip(".")) for word in text.split()}, key=len, reverse=True))
