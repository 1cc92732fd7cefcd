"""What the blocks of a Markdown document come to: the same text with all blanked that holds no running text."""

import re
from functools import cache
from typing import NamedTuple

CUT = "\0"
"""Stands in the masked text where a block ends: nothing inline crosses it."""

CELL = "\x01"
"""Stands in the masked text between the cells of a table: only inline code crosses it."""


class Layout(NamedTuple):
    """What the blocks of a document say.

    `masked` has the length of the text, blocks that are no text blanked, `CUT` and `CELL` put in. `blanks` are the
    spans blanked, in order. `comments` are spans of comments. `links` are the labels of link definitions. `notes` are
    the labels of footnotes and the spans of their texts. `examples` are labels of example lists, `fronts` blocks of
    YAML. `includes` are files that directives of MyST name, `raws` the ends of comments and the like by their starts.
    """

    masked: str
    blanks: list[tuple[int, int]]
    comments: list[tuple[int, int]]
    links: set[str]
    notes: list[tuple[str, int, int]]
    examples: set[str]
    fronts: list[tuple[int, int]]
    includes: list[tuple[int, str]]
    raws: dict[int, int]


def link_label(text: str) -> str:
    """A label as definitions of links are compared: case and white space do not count (CommonMark 6.3)."""
    return " ".join(text.casefold().split())


def blanked(text: str) -> str:
    """`text` as spaces, its line ends kept."""
    if "\n" in text or "\r" in text:
        return _not_line_end().sub(" ", text)
    return " " * len(text)


def masked_text(text: str, edits: list[tuple[int, int, str]]) -> str:
    """`text` with each span of `edits`, sorted, as spaces or as the mark that stands for it."""
    pieces: list[str] = []
    at = 0
    for start, end, fill in edits:
        if end <= at:
            continue
        begin = max(start, at)
        pieces.append(text[at:begin])
        pieces.append(blanked(text[begin:end]) if fill == " " else fill)
        at = end
    pieces.append(text[at:])
    return "".join(pieces)


@cache
def _not_line_end() -> "re.Pattern[str]":
    return re.compile(r"[^\r\n]")
