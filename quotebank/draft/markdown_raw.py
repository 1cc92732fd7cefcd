"""Comments, verbatim HTML and LaTeX in a Markdown document: they may run over several blocks, whatever those are."""

import re
from bisect import bisect_left
from functools import cache
from typing import NamedTuple


class Raw(NamedTuple):
    """One such span, from its first character to behind its last."""

    start: int
    end: int
    comment: bool


def raw_spans(text: str, *, percent_comments: bool) -> list[Raw]:
    """The spans of `text` by their start; some may lie within others or in code, most end on the line they begin.

    ``<!-- -->``, ``<pre>``, ``<script>``, ``<style>``, ``<textarea>`` (pandoc manual, "Raw HTML"), environments of
    LaTeX ("Raw TeX") and, if `percent_comments`, Obsidian's ``%% %%``. What is not closed is no span.
    """
    found = [*_closed(text), *_environments(text)]
    if percent_comments:
        found += _percents(text)
    return sorted(found)


def _closed(text: str) -> list[Raw]:
    ends: dict[str, list[int]] = {}
    for close in _closers().finditer(text) if "<" in text else ():
        ends.setdefault((close[1] or "").lower(), []).append(close.end())
    found: list[Raw] = []
    if ends:
        for start in _openers().finditer(text):
            closing = ends.get((start[1] or "").lower(), [])
            place = bisect_left(closing, start.end() + 1)
            if place < len(closing):
                found.append(Raw(start.start(), closing[place], start[1] is None))
    return found


def _environments(text: str) -> list[Raw]:
    r"""From each ``\begin{name}`` to its ``\end{name}``."""
    found: list[Raw] = []
    opened: dict[str, list[int]] = {}
    for mark in _begin_or_end().finditer(text) if "\\begin{" in text else ():
        if mark[1] == "begin":
            opened.setdefault(mark[2], []).append(mark.start())
        elif begun := opened.get(mark[2]):
            found.append(Raw(begun.pop(), mark.end(), comment=False))
    return found


def _percents(text: str) -> list[Raw]:
    marks = [mark.start() for mark in _percent_mark().finditer(text)] if "%%" in text else []
    return [Raw(start, end + 2, comment=True) for start, end in zip(marks[::2], marks[1::2], strict=False)]


@cache
def _openers() -> "re.Pattern[str]":
    return re.compile(r"<(?:!--|(pre|script|style|textarea)(?=[\s>]))", re.IGNORECASE)


@cache
def _closers() -> "re.Pattern[str]":
    return re.compile(r"-->|</(pre|script|style|textarea)\s{0,9}>", re.IGNORECASE)


@cache
def _begin_or_end() -> "re.Pattern[str]":
    return re.compile(r"\\(begin|end)\{([A-Za-z]{1,40}\*?)\}")


@cache
def _percent_mark() -> "re.Pattern[str]":
    return re.compile(r"%%")
