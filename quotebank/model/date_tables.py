"""The words of `date_words` folded and ready to be looked up; made on first use."""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from quotebank.model import date_words as words

_SAME = {"ı": "i", "’": "'"}
_BUDDHIST = 543
"""The years of the Buddhist era, as Thailand counts them, before those of the common one."""


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

    Figures of any script become European ones. Hangul syllables stay composed, Thai vowels stay, months of two words
    become one. In Thai texts abbreviations lose their full stops, and years of the Buddhist era become common ones.
    """
    if text.isascii():
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).lower())
    odd = {ord(char): _plain_form(char) for char in set(plain) if char > "~"}
    line = " ".join(unicodedata.normalize("NFC", plain.translate(odd)).split())
    return _thai(line) if any(map(_is_thai, line)) else _joined(line)


def _plain_form(char: str) -> str:
    """What a character stands for: nothing for a mark or an invisible one, a hyphen for any dash, a European figure."""
    if char in "‐‑‒–—―−－":
        return "-"
    if unicodedata.category(char) in ("Mn", "Cf") and not _is_thai(char):
        return ""
    return str(unicodedata.decimal(char, _SAME.get(char, char)))


def _is_thai(char: str) -> bool:
    return "\u0e01" <= char <= "\u0e4e"


def _thai(line: str) -> str:
    line = re.sub(r"(?<=[\u0e01-\u0e4e])\.", "", line)
    return re.sub(r"(?<!\d)2[456]\d\d(?!\d)", lambda year: str(int(year[0]) - _BUDDHIST), line)


def _joined(line: str) -> str:
    """A line with an underscore in the months of two words that Syria, Iraq and their neighbours use."""
    return re.sub(r"(كانون|تشرين) (?=ال)", r"\1_", line) if "ن ال" in line else line


@cache
def months() -> dict[str, int]:
    """Month words and their numbers; 13 to 24 are the months of the Iranian calendar."""
    lists = [f"{names} {more}" for names, more in zip(words.MONTHS, words.MORE_MONTHS, strict=True)]
    lists += words.SOLAR_HIJRI_MONTHS
    return {word: number for number, names in enumerate(lists, 1) for word in reversed(folded(names).split())}


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
    return frozenset(folded(text).split())


def _alternatives(text: str) -> str:
    return "|".join(sorted({re.escape(folded(word).rstrip(".")) for word in text.split()}, key=len, reverse=True))
