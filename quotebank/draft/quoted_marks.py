"""Pairs of quotation marks in running text, of any language, the outermost of those inside one another.

Apostrophes, inches, and the mark that a paragraph repeats are no quotations. What English, German, French, Russian,
Polish, Swedish, Chinese and Japanese use is in the table; which of two readings a mark has is told by the white space
around it, as typographers use it (Unicode Standard, chapter 6.2, "Language-Based Usage of Quotation Marks").
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

_CLOSES = {
    "“": "”", "”": "”", "„": "“”", "«": "»", "»": "«»", "‹": "›", "›": "‹", '"': '"', "``": "''", "‘": "’", "‚": "‘’",
    "'": "'", "「": "」", "『": "』",
}  # fmt: skip
"""For each mark that can open, those that close what it opened."""

SINGLE = frozenset("‘‚'‹›")
"""Marks that are the outer ones in some countries and apostrophes or inner ones in others."""

_BEFORE_OPENING = frozenset("([{—–-/…:=\u00a0\u202f")
_AFTER_CLOSING = frozenset(".,;:!?)]}—–…")


class Marked(NamedTuple):
    """A quotation with its marks: `start` and `end` span the words between them, `opening` is the mark before.

    `closed` is False when the paragraph ends before the quotation does; it is then as long as the paragraph.
    """

    start: int
    end: int
    opening: str
    closed: bool = True

    @property
    def outer(self) -> tuple[int, int]:
        """The span with the marks."""
        closing = len(self.opening) if self.closed else 0
        return self.start - len(self.opening), self.end + closing


class _Open(NamedTuple):
    opening: str
    start: int


def pairs(text: str, start: int = 0, end: int | None = None) -> list[Marked]:
    """The outermost quotations between two offsets, in order; takes time in proportion to the text between them."""
    end = len(text) if end is None else end
    found: list[Marked] = []
    stack: list[_Open] = []
    # How many marks wait for each closing mark: one that nobody waits for needs no search.
    waiting: dict[str, int] = {}
    for sign in _signs().finditer(text, start, end):
        mark = sign[0]
        closed = _close(text, sign, stack, waiting, end) if waiting.get(mark) else None
        if closed is not None:
            found.append(Marked(closed.start, sign.start(), closed.opening))
        elif mark in _CLOSES and _opens(text, sign, start, end):
            stack.append(_Open(mark, sign.end()))
            for closing in _closings(mark):
                waiting[closing] = waiting.get(closing, 0) + 1
    left = next((each for each in stack if each.opening not in SINGLE), None)
    if left is not None:
        found.append(Marked(left.start, end, left.opening, closed=False))
    return _outermost(found)


def _closings(mark: str) -> Iterator[str]:
    return iter(("''",)) if mark == "``" else iter(_CLOSES[mark])


def _close(text: str, sign: "re.Match[str]", stack: list[_Open], waiting: dict[str, int], end: int) -> _Open | None:
    """What a mark closes; it and all that was opened after it are taken off the stack."""
    mark = sign[0]
    if not _can_close(text, sign, end):
        return None
    while stack:
        last = stack.pop()
        for closing in _closings(last.opening):
            waiting[closing] -= 1
        if mark in _closings(last.opening):
            return last
    return None


def _can_close(text: str, sign: "re.Match[str]", end: int) -> bool:
    """Whether a mark that is waited for does close: no apostrophe, and not the beginning of another quotation."""
    mark, before, after = sign[0], text[sign.start() - 1 : sign.start()], text[sign.end() : sign.end() + 1]
    if sign.end() >= end:
        return True
    if mark in "'’‘":
        if after.isalnum():
            return False
        # The workers’ demands: an apostrophe if the real end of the quotation is still to come.
        return not (before == "s" and after == " " and _ends_later(text, sign.end(), end, mark))
    if mark in '"“»«”':
        return not (before.isspace() and after.isalnum()) or mark == "”"
    return True


def _ends_later(text: str, at: int, end: int, mark: str) -> bool:
    """Whether the same mark closes within reach, before the next that opens."""
    found = _later().search(text, at, min(end, at + 400))
    return found is not None and found[0] == mark


def _opens(text: str, sign: "re.Match[str]", start: int, end: int) -> bool:
    mark, after = sign[0], text[sign.end() : sign.end() + 1]
    if sign.end() >= end or (after.isspace() and mark not in "«»“„"):
        return False
    before = text[sign.start() - 1 : sign.start()] if sign.start() > start else ""
    free = not before or before.isspace() or before in _BEFORE_OPENING or before in _CLOSES
    if mark in "'‘":
        return free and after.isalpha() and _shortened().match(text, sign.end()) is None
    if mark in '"”»›':
        return free and not after.isspace()
    return free or mark != "“" or not before.isalnum()


def _outermost(found: list[Marked]) -> list[Marked]:
    found.sort(key=lambda each: (each.start, -each.end))
    kept: list[Marked] = []
    for each in found:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


@cache
def _signs() -> "re.Pattern[str]":
    return re.compile(r"``|''|[“”„«»‹›\"‘’‚'「」『』]")


@cache
def _later() -> "re.Pattern[str]":
    return re.compile(r"[‘’'](?![^\W_])|(?<![^\W_])[‘'](?=[^\W_])")


@cache
def _shortened() -> "re.Pattern[str]":
    return re.compile(r"(?:\d|em\b|tis\b|twas\b|til\b|cause\b|n\b|round\b|s\b|t\b)", re.IGNORECASE)
