"""What a .bib file is made of: entries, names of fields, and values that are joined from pieces.

The grammar is that of BibTeX 0.99d: a value is one or more pieces joined by ``#``, each in braces, in quotes, a number
or the name of an ``@string``; every brace counts, also one behind a backslash, and also within quotes. Names are read
as biber reads them, with the signs that reference managers put into them.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from quotebank.formats.parsed import MOST_RAW, Problem

if TYPE_CHECKING:
    import re

MACRO = 0
"""A piece that is the name of an ``@string``."""

TEXT = 1
"""A piece that is text as it stands."""

MONTHS: Mapping[str, str] = MappingProxyType(
    {month: month for month in ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")}
)
"""The ``@string``s that every standard style defines; here each stands for its own name."""

NAME = r"[A-Za-z_][\w+./:-]*+"
"""The name of a field, or the type of an entry, as a regular expression."""


class Entry(NamedTuple):
    """One entry: its `kind` and the names of its `fields` in lower case, both as they stand otherwise.

    `fields` are in the order of the file; values are LaTeX without the braces or quotes around them, ``@string``s and
    ``#`` resolved. `key` is ``""`` where the file gives none. `line` is where it starts, from 1; `raw` is all of it.
    """

    kind: str
    key: str
    fields: dict[str, str]
    line: int
    raw: str


class Piece(NamedTuple):
    """A piece of a value: `TEXT` as it stands or the name of a `MACRO`."""

    kind: int
    text: str


@cache
def pattern(expression: str) -> "re.Pattern[str]":
    """A regular expression, compiled when it is first asked for."""
    import re

    return re.compile(expression)


def problem(line: int, message: str, raw: str = "", *, mended: bool = False) -> Problem:
    """A problem whose raw text is cut to what problems show."""
    return Problem(line, message, raw[:MOST_RAW], mended)


def closing_brace(text: str, start: int, limit: int, *, escapes: bool = False) -> int:
    r"""Where the brace at `start` is closed before `limit`, or -1; with `escapes` a ``\}`` closes nothing."""
    depth = 0
    for match in pattern(r"\\.|[{}]" if escapes else "[{}]").finditer(text, start, limit):
        mark = match[0]
        if mark == "{":
            depth += 1
        elif mark == "}":
            depth -= 1
            if depth == 0:
                return match.start()
    return -1


def closing_quote(text: str, start: int, limit: int, *, escapes: bool = False) -> int:
    r"""Where the quote at `start` is closed before `limit`, or -1; quotes within braces close nothing."""
    depth = 0
    for match in pattern(r"\\.|[{}\"]" if escapes else r"[{}\"]").finditer(text, start + 1, limit):
        mark = match[0]
        if mark == "{":
            depth += 1
        elif mark == "}":
            depth -= 1
            if depth < 0:
                return -1
        elif mark == '"' and depth == 0:
            return match.start()
    return -1


def read_value(text: str) -> tuple[Piece, ...] | None:
    """The pieces of a value that is nothing but a value, or None where BibTeX would find fault with it."""
    found: list[Piece] = []
    place, end = 0, len(text)
    while True:
        first = text[place : place + 1]
        if first in ("{", '"'):
            close = (closing_brace if first == "{" else closing_quote)(text, place, end)
            if close < 0:
                return None
            found.append(Piece(TEXT, text[place + 1 : close]))
            place = close + 1
        else:
            word = pattern(r"[^\s,{}\"#=()%'@]++").match(text, place)
            if word is None:
                return None
            found.append(plain_piece(word[0]))
            place = word.end()
        joint = pattern(r"\s*#\s*").match(text, place)
        if joint is None:
            return tuple(found) if not text[place:].strip() else None
        place = joint.end()


def plain_piece(word: str) -> Piece:
    """A piece without braces or quotes: a number is text, anything else the name of an ``@string``."""
    return Piece(TEXT if word.isdigit() else MACRO, word)


def joined(pieces: Sequence[Piece], strings: Mapping[str, str]) -> str | None:
    """The text of a value; None when it names an ``@string`` that is not among `strings` nor a month."""
    shown = []
    for piece in pieces:
        if piece.kind == TEXT:
            shown.append(piece.text)
            continue
        name = piece.text.lower()
        meaning = strings.get(name)
        if meaning is None:
            meaning = MONTHS.get(name)
        if meaning is None:
            return None
        shown.append(meaning)
    return "".join(shown)
