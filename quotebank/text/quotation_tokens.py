"""A text as words, numbers and marks, each with its place, in the form in which quotations are compared.

Stricter than searching (`quotebank.text.folding`): accents, letters and figures count, scripts are not romanised. What
typography changes does not: the shape of quotation marks, apostrophes, dashes and spaces, ligatures and other
compatibility forms (Unicode NFKC), soft hyphens, invisible characters, words broken at a line's end, how thousands are
grouped, Arabic and Hebrew vowel points, the Russian stress mark and the dots of ё.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

WORD, FREE, NUMBER, MARK, HYPHEN, DOT, GAP, PART = "word", "free", "number", "mark", "hyphen", "dot", "gap", "part"
"""Kinds of token.

A word; one whose first letter's case is the writer's (``[T]he``); a number; a mark; a hyphen inside a word; the dot of
an abbreviation; words of the writer's own in brackets; a word of which a part is the writer's (``speak[s]``).
"""

WORDS = frozenset((WORD, FREE, NUMBER))

EAST_ASIAN = "\u3041-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff々〇"
_KANA_MARKS = "\u3099\u309a\uff9e\uff9f"
SOUTHEAST_ASIAN = (
    "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0eb2\u0eb3\u0ebd-\u0ec6\u1000-\u102a\u1780-\u17b3"
)
_SOUTHEAST_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u17b4-\u17d3\u200b"
_INSIDE = (
    "\xad\u200b-\u200d\u2060\ufeff\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u0900-\u0963\u0966-\u0dff"
    "\u0f18-\u0f39\u0f71-\u0fbc\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
)
_APOSTROPHES = "'’‘ʼʹ`´′＇"
_SPACES = " \xa0\u2009\u202f\u2007"
_DASHES = "-‐‑‒–—―−﹘﹣－⸺⸻"
_HYPHENS = "-‐‑–"
_QUOTES = "\"“”„‟«»‹›'’‘‚‛`´′″ʼʹ＂＇「」『』｢｣〝〞〟《》〈〉"
_SILENT = frozenset(_QUOTES + "[]［］〔〕*_~^|\\•·")
_SAME_MARK = str.maketrans("。、｡､،؛؟।۔", ".,.,,;?..")
_INVISIBLE = str.maketrans("", "", "\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u061c\u180e" + "\u0640")
_LONGEST_SHORT_FORM = 3


class Token(NamedTuple):
    """A word, number or mark of a text: ``text[start:end]``.

    `key` is what is compared, the same whatever the case; `form` keeps the case. `kind` is one of this module's.
    """

    start: int
    end: int
    key: str
    form: str
    kind: str


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of a text, or of a part of it, in order; quotation marks, ellipses and spaces are none.

    Chinese and Japanese characters stand alone, so do the syllables of Thai, Lao, Burmese and Khmer. Takes time
    proportional to the length, and any string.
    """
    end = len(text) if end is None else end
    found = list(_read(text, start, end))
    return _rejoined(found, text) if _broken().search(text, start, end) else found


def folded(raw: str) -> str:
    """A word as it is compared, its case kept."""
    if raw.isascii():
        return raw.replace("`", "'")
    form = unicodedata.normalize("NFKC", raw.translate(_INVISIBLE))
    for sign in _APOSTROPHES:
        form = form.replace(sign, "'")
    return _optional().sub("", form).replace("ё", "е").replace("Ё", "Е")


def letters_of(some: Sequence[Token]) -> str:
    """The letters of tokens run together, hyphens and the dots of abbreviations left out."""
    return "".join(token.key for token in some if token.kind not in (HYPHEN, DOT))


def joined(char: str) -> bool:
    """Whether a character is of a script that writes words without spaces."""
    return _unspaced().match(char) is not None


def _read(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _pattern().finditer(text, start, end):
        kind, (left, right) = match.lastgroup, match.span()
        raw = match[0]
        if kind == "word":
            form = folded(raw)
            if form:
                yield Token(left, right, form.casefold(), form, WORD)
        elif kind == "number":
            value = _value(raw)
            yield Token(left, right, value, value, NUMBER)
        elif kind == "dash":
            yield Token(left, right, "-", "-", HYPHEN if _is_hyphen(text, left, right) else MARK)
        elif kind == "mark" and raw not in _SILENT and unicodedata.category(raw) not in ("Cf", "Cc", "Cs"):
            key = unicodedata.normalize("NFKC", raw).translate(_SAME_MARK)
            yield Token(left, right, key, key, DOT if key == "." and _shortens(text, left) else MARK)


def _value(raw: str) -> str:
    """A number in figures: ``1,000``, ``1 000`` and ``1.000`` are one, and ``3,5`` is ``3.5``."""
    figures = raw if raw.isascii() else "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in raw)
    grouped = _grouped().fullmatch(figures)
    if grouped and not figures.startswith("0"):
        rest = grouped["rest"]
        whole = figures[: len(figures) - len(rest)] if rest else figures
        return "".join(filter(str.isdigit, whole)) + (f".{rest[1:]}" if rest else "")
    head, comma, tail = figures.partition(",")
    return f"{head}.{tail}" if comma and tail.isdigit() and head.isdigit() else figures


def _is_hyphen(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return text[start:end] in _HYPHENS and before.isalpha() and after.isalpha()


def _shortens(text: str, at: int) -> bool:
    """Whether the dot at a place ends a short form: ``U.``, ``Dr.``; some write them without."""
    start = at
    while start and at - start <= _LONGEST_SHORT_FORM and text[start - 1].isalpha():
        start -= 1
    return 0 < at - start <= _LONGEST_SHORT_FORM and text[start].isupper()


def _rejoined(found: list[Token], text: str) -> list[Token]:
    """The tokens with words that were broken at a line's end made whole."""
    done: list[Token] = []
    for token in found:
        if token.kind == WORD and (parts := _broken_off(done, token, text)):
            half = done[-parts]
            del done[-parts:]
            done.append(Token(half.start, token.end, half.key + token.key, half.form + token.form, WORD))
        else:
            done.append(token)
    return done


def _broken_off(done: list[Token], token: Token, text: str) -> int:
    """How many tokens before `token` are the first half of its word: none, the half, or the half and its hyphen."""
    parts = 1 + (len(done) > 1 and done[-1].key == "-")
    half = done[-parts] if done else token
    between = text[half.end : token.start]
    if half.kind != WORD or "\n" not in between or not token.form[:1].islower() or not half.form[-1:].isalpha():
        return 0
    if parts == 1:
        return int(text[half.end - 1] == "\xad" and not between.strip())
    return parts if between[0] in _HYPHENS and not between[1:].strip() else 0


@cache
def _pattern() -> re.Pattern[str]:
    alone = f"[{EAST_ASIAN}][{_KANA_MARKS}]?|[{SOUTHEAST_ASIAN}][{_SOUTHEAST_MARKS}]*"
    letter = rf"(?:[^\W_{EAST_ASIAN}{SOUTHEAST_ASIAN}]|[{_INSIDE}])"
    number = rf"{_GROUPED}(?!\d)(?![.,:]\d)|\d+(?:[.,:/]\d+)*"
    return re.compile(
        rf"(?P<number>{number})|(?P<word>{alone}|{letter}+(?:[{_APOSTROPHES}]{letter}+)*)"
        rf"|(?P<ellipsis>{ELLIPSIS})|(?P<dash>-{{1,3}}|[{_DASHES}])|(?P<mark>\S)"
    )


_GROUPED = rf"\d{{1,3}}(?P<sep>[{_SPACES}'’.,])\d{{3}}(?:(?P=sep)\d{{3}})*(?P<rest>[.,]\d+)?"
ELLIPSIS = r"\.(?:[ \xa0\u2009\u202f]?\.){2,}|…+|⋯+"
"""An ellipsis as typists write it, as a pattern."""


@cache
def _grouped() -> re.Pattern[str]:
    return re.compile(_GROUPED)


@cache
def _broken() -> re.Pattern[str]:
    return re.compile(r"[-‐\xad][ \t]*\r?\n")


@cache
def _optional() -> re.Pattern[str]:
    """Signs that may be written or not: vowel points, and the stress mark over a Cyrillic vowel."""
    return re.compile(
        "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0670]|(?<=[\u0400-\u04ff])\u0301"
    )


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile(f"[{EAST_ASIAN}{SOUTHEAST_ASIAN}\uac00-\ud7a3]")
