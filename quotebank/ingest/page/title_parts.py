"""A title taken apart: what of ``Title | Section | Outlet`` is the title."""

import re
from collections.abc import Collection, Sequence
from functools import cache
from typing import NamedTuple

from quotebank.ingest.page.intake import bare

_STRONG = "|｜ㅣ丨¦:_»«•·/"
"""Marks that stand between a title and a site's name; dashes do, too, but are also part of titles."""
_SHORT = 5
_SHORT_DENSE = 10
_MOST = 40


class Piece(NamedTuple):
    """A piece of a title: its text, where it begins and ends, and the mark before it."""

    text: str
    start: int
    end: int
    mark: str


@cache
def _marks(dense: bool) -> re.Pattern[str]:
    """Marks that part a title; `dense` adds those of texts without spaces, which are slow to compile."""
    bars = r"\s{1,5}(?:[|·•»«–—:/-]|--|::|»»){1,2}\s{1,5}|\s{0,5}\|{1,2}\s{0,5}|\s{0,5}(?:::|--+)\s{0,5}"
    if not dense:
        return re.compile(bars)
    signs = "\u2e80-\u9fff\uac00-\ud7a3"
    return re.compile(
        rf"{bars}|\s{{0,5}}[｜ㅣ丨¦]{{1,2}}\s{{0,5}}"
        rf"|(?<=[{signs}\d?!？！」』”)])_{{1,2}}(?=[{signs}])|(?<=[{signs}?!？！」』”)])[-–—](?=[{signs}])"
        rf"|(?<=[{signs}])[-–—]\s|\s[-–—](?=[{signs}])"
    )


def pieces(text: str) -> list[Piece]:
    """The pieces of a title between the marks that sites use; at most 40."""
    found: list[Piece] = []
    start, mark = 0, ""
    for match in _marks(_is_dense(text)).finditer(text):
        if len(found) >= _MOST:
            break
        if match.start() > start:
            found.append(Piece(text[start : match.start()], start, match.start(), mark))
        start, mark = match.end(), match[0].strip()
    if start < len(text):
        found.append(Piece(text[start:], start, len(text), mark))
    return found


def trimmed(text: str, names: Collection[str]) -> str:
    """A title without the names (`bare`) of outlet, section and site at its ends; never without all of it."""
    parts = pieces(text)
    first, last = 0, len(parts)
    while last - first > 1 and is_named(parts[last - 1].text, names):
        last -= 1
    while last - first > 1 and is_named(parts[first].text, names):
        first += 1
    if not parts:
        return text
    return _without_worded(text[parts[first].start : parts[last - 1].end].strip(), names)


def without_prefix(text: str, names: Collection[str]) -> str:
    """A title without a name and a colon before it (The Example: A Title)."""
    before, colon, after = text.partition(": ")
    return after.strip() if colon and bare(after) and bare(before) in names else text


def is_named(piece: str, names: Collection[str]) -> bool:
    """Whether a piece is a name, a name with a word or date beside it, a date, or the number of an issue."""
    inner = bare(piece)
    if not inner or inner in names:
        return True
    if any(map(str.isdecimal, piece)) and _is_numbered(piece):
        return True
    return any(len(name) >= 4 and name in inner and len(inner) <= 2 * len(name) for name in names)  # noqa: PLR2004


def _is_numbered(piece: str) -> bool:
    """Whether a piece is a date in figures, the number of an issue, or a page of a paper: 第B05版：城事."""
    if re.fullmatch(r"[\d./ -]{6,12}", piece.strip()) or re.fullmatch(
        r"(?i)\s*(?:n|no|nr|n[º°]|№|issue|vol|第|num|número|numero)\b[\s.]{0,3}\d[\d\s()/.,№-]{0,20}(?:期|号|號)?\s*",
        piece,
    ):
        return True
    return re.match(r"第\s?[A-Za-z]?\d{1,3}\s?版|第\s?\d{1,5}\s?[期号號回]$", piece.strip()) is not None


def _without_worded(text: str, names: Collection[str]) -> str:
    """Without a name that stands before the title with nothing but a space, or after it in brackets."""
    match = (
        None if text[-1:] not in tuple(")]］）】") else re.search(r"\s[(\[［（【]([^()\[\]]{2,60})[)\]］）】]$", text)
    )
    if match and bare(match[1]) in names:
        return text[: match.start()].rstrip()
    return text


def ends(text: str, core: str) -> list[Piece]:
    """The pieces that stand after `core` in `text`, or else before it; none where `core` is no whole piece of it."""
    parts = pieces(text)
    wanted = bare(core)
    for stop in range(len(parts), 0, -1):
        if bare(text[: parts[stop - 1].end]) == wanted:
            return parts[stop:]
    for start in range(len(parts)):
        if bare(text[parts[start].start :]) == wanted:
            return parts[:start]
    return []


def likely(text: str) -> str:
    """The title in a text of which nothing else is known: without short pieces after strong marks and dashes.

    A piece at the end goes when it is much shorter than what is before it and stands after a mark that titles seldom
    hold, or after a dash and in capitals like a name.
    """
    parts = pieces(text)
    while len(parts) > 1:
        piece = parts[-1]
        before = text[: parts[-2].end]
        if not (_is_short(piece.text) and _size(before) > _size(piece.text)):
            break
        if piece.mark[:1] not in _STRONG and not _is_dense(piece.text) and not _is_capitalised(piece.text):
            break
        if _size(before) < 3:  # noqa: PLR2004 -- as like a name itself
            break
        parts.pop()
    return text[: parts[-1].end].strip() if parts else text


def _is_dense(text: str) -> bool:
    return not text.isascii() and any("\u2e80" <= char <= "\ud7a3" or char in "｜¦" for char in text)


def _size(text: str) -> float:
    """Words, or half the signs of a script without spaces."""
    dense = sum("\u2e80" <= char <= "\ud7a3" for char in text)
    return max(len(text.split()), dense / 2)


def _is_short(text: str) -> bool:
    return len(text) <= _SHORT_DENSE if _is_dense(text) else len(text.split()) <= _SHORT


def _is_capitalised(text: str) -> bool:
    words = [word for word in text.split() if word[0].isalpha()]
    small = ("of", "the", "and", "de", "du", "des", "del", "la", "le", "der", "die", "das", "di", "da", "e", "y", "et",
             "und", "en", "for", "am")  # fmt: skip
    return bool(words) and all(not word[0].islower() or word in small for word in words) and not words[0][0].islower()


def agreed(texts: Sequence[str]) -> dict[str, int]:
    """How many of `texts` have each run of leading or closing pieces, by its `bare` form; whole texts included."""
    counts: dict[str, int] = {}
    for text in texts:
        parts = pieces(text)[:8]
        runs = {bare(text)}
        for at in range(len(parts)):
            runs.add(bare(text[: parts[at].end]))
            runs.add(bare(text[parts[at].start :]))
        for run in runs - {""}:
            counts[run] = counts.get(run, 0) + 1
    return counts
