"""What the readers of drafts share: lines and columns, blanked text, rules switched off, locators in notes.

All take time proportional to the text they are given.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache

from quotebank.draft.records import Spot, Trouble

MOST_TROUBLES = 100
"""Troubles of one file that are told; a file with more is of another format."""

_FIGURES = r"[A-Z]{0,2}-?\d(?:[\d.:]*\d)?(?:\s?ff?\.?|\s?sqq?\.?|[a-z])?(?![^\W_])"
_BARE = rf"(?:{_FIGURES}|[ivx]{{1,7}}(?![^\W_])|[xlc][ivxlc]{{1,7}}(?![^\W_]))"
_NUMBER = rf"(?:{_FIGURES}|[ivxlcdm]+(?![^\W_])|[IVXLCDM]+(?![^\W_]))"
_STOP = r"(?:\.\s*|\s+|(?=\d))"
_PAGES = rf"(?:pages?|pp?|pg|Seiten?|S|стр|с){_STOP}"
_TERMS = r"""
    (?: paragraphs? | paras? | par | sections? | secs? | chapters? | chaps? | ch | volumes? | vols? | numbers? | nos?
      | folios? | fols? | lines? | ll? | notes? | nn? | parts? | pts? | books? | bks? | figures? | figs? | columns?
      | cols? | verses? | vv? | tables? | articles? | arts? | appendix | app | act | scene | Kapitel | Kap | Absatz
      | Abs | Abschnitt | Bd | Nr | Anm | chapitre | tome | абз | гл | глава | т | том | разд | § | §§ | ¶ | ¶¶
    )
"""


class Places:
    """The lines of a text, for saying where an offset lies; they are found when first asked for."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self._text = text
        self._starts: list[int] | None = None

    def spot(self, offset: int) -> Spot:
        """The place of an offset: line and column from 1."""
        starts = self._starts or self._lines()
        line = bisect_right(starts, offset)
        return Spot(self.file, line, offset - starts[line - 1] + 1)

    def line(self, offset: int) -> int:
        """The line of an offset, from 1."""
        return bisect_right(self._lines(), offset)

    def _lines(self) -> list[int]:
        if self._starts is None:
            ends = re.finditer(r"\r(?!\n)|\n" if "\r" in self._text else r"\n", self._text)
            self._starts = [0, *[end.end() for end in ends]]
        return self._starts


def blank(text: str, fill: str = " ") -> str:
    """Spaces (or `fill`) for each character but the ends of lines."""
    if "\n" not in text and "\r" not in text:
        return fill * len(text)
    if "\r" in text:
        return _all_but_ends().sub(fill, text)
    return "\n".join([fill * len(line) for line in text.split("\n")])


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """`text` with spaces in these spans, which may overlap; ends of lines stay."""
    pieces, last = [], 0
    for start, end in sorted(spans):
        if end > last:
            pieces += [text[last:start], blank(text[max(start, last) : end])]
            last = end
    pieces.append(text[last:])
    return "".join(pieces)


def binary_troubles(text: str, places: Places) -> list[Trouble]:
    """A trouble when the text holds NUL: no text file does."""
    at = text.find("\0")
    if at < 0:
        return []
    return [Trouble(places.spot(at), "this is no text: a NUL character", "give the source of the manuscript as text")]


def ignored_rules(text: str, comments: Iterable[tuple[int, int]], places: Places) -> dict[int, frozenset[str]]:
    """Rules that comments switch off, by line (0: everywhere): ``quotebank: ignore=Q104,Q105``, ``ignore-file=``.

    A comment holds for its line and the next line of text. `comments` are spans of the text.
    """
    found: dict[int, set[str]] = {}
    if "quotebank:" not in text:
        return {}
    for start, end in comments:
        for match in _ignoring().finditer(text, start, end):
            codes = set(match[2].upper().replace(",", " ").split())
            after = _ink().search(text, end)
            lines = {places.line(match.start()), places.line(after.start() if after else end)}
            for each in {0} if match[1] else lines:
                found.setdefault(each, set()).update(codes)
    return {line: frozenset(codes) for line, codes in found.items()}


def locator_of(suffix: str) -> str:
    """What of a note names a place: ``12`` of ``p. 12, with doubts``, ``chap. 3`` of ``chap. 3``; else ``""``."""
    found = _locator().match(suffix)
    if found is None:
        return ""
    return " ".join((found["numbers"] or found["other"]).split())


def tidy(note: str) -> str:
    """A note on one line, single spaces between its words."""
    return " ".join(note.split())


@cache
def _all_but_ends() -> re.Pattern[str]:
    return re.compile(r"[^\r\n]")


@cache
def _ink() -> re.Pattern[str]:
    return re.compile(r"\S")


@cache
def _ignoring() -> re.Pattern[str]:
    return re.compile(r"quotebank:[ \t]*ignore(-file)?[ \t]*=[ \t]*(\w+(?:[ \t]*,[ \t]*\w+)*+)")


@cache
def _locator() -> re.Pattern[str]:
    several = r"(?:\s*(?:[-–—,&]|--|and|und|et|и)\s*{0})*+"
    numbers, bare = (each + several.format(each) for each in (_NUMBER, _BARE))
    other = rf"(?:(?x:{_TERMS}){_STOP}{numbers}|{bare})"
    return re.compile(rf"[\s,;]*+(?:{_PAGES}(?P<numbers>{numbers})|(?P<other>{other}))")
