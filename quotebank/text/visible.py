r"""Stored text made fit for a terminal: nothing in it acts, everything can be seen, widths are known.

Titles come from the web and may hold escape sequences, overrides of the writing direction or invisible
characters. They are shown as escapes (``\x1b``, ``\u202e``) and never sent as they are.
"""

# ruff: noqa: PLR2004 -- the numbers are code points of the Unicode Standard

import unicodedata

_KEPT = frozenset(
    "\u200c\u200d"  # joiners: Persian and emoji need them
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2"  # signs that enclose Arabic and Syriac figures
)
_HIDDEN = ("Cc", "Cf", "Cs", "Zl", "Zp")


def visible(text: str, newlines: bool = False) -> str:
    """`text` without any character that moves the cursor, hides, reorders or cannot be written.

    Controls, bidirectional and zero-width characters, line separators, tags and lone surrogates become Python-like
    escapes; a tab becomes a space. A newline (or CR LF) stays with `newlines`, else it becomes a space too.
    """
    if text.isprintable():
        return text
    text = text.replace("\r\n", "\n")
    return "".join([char if char.isprintable() else _shown(char, newlines) for char in text])


def _shown(char: str, newlines: bool) -> str:
    if char in "\t\n":
        return "\n" if newlines and char == "\n" else " "
    code = ord(char)
    nothing = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF or 0xE0000 <= code <= 0xE0FFF
    if char in _KEPT or not (nothing or unicodedata.category(char) in _HIDDEN):
        return char
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def cells(text: str) -> int:
    """How many terminal cells `text` (made `visible`) takes: Chinese, Korean and emoji two, combining marks none."""
    return len(text) if text.isascii() else sum(_widths(text))


def clip(text: str, limit: int, ellipsis: str = "…") -> str:
    """`text` cut to at most `limit` cells, `ellipsis` at its end if anything was cut."""
    if cells(text) <= limit:
        return text
    room = limit - cells(ellipsis)
    if room < 0:
        return ""
    return text[: _fitting(_widths(text), 0, room)].rstrip() + ellipsis


def wrap(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` cells, broken at spaces; a longer word is broken where it must be.

    Newlines in the text stay breaks. Only white space is lost, and a character wider than the line has a
    line of its own.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _wrapped(paragraph, max(width, 1))
    return lines


def _wrapped(paragraph: str, width: int) -> list[str]:
    lines: list[str] = []
    line: list[str] = []
    used = 0
    for word in paragraph.split():
        size = cells(word)
        if line and used + 1 + size > width:
            lines.append(" ".join(line))
            line, used = [], 0
        if size > width:
            *whole, word = _pieces(word, width)  # noqa: PLW2901 -- the last piece goes on as the word
            lines += whole
            size = cells(word)
        used += size + bool(line)
        line.append(word)
    return [*lines, " ".join(line)]


def _pieces(word: str, width: int) -> list[str]:
    widths = _widths(word)
    pieces: list[str] = []
    start = 0
    while start < len(word):
        stop = _fitting(widths, start, width)
        if stop == start:  # one character wider than the line, with the marks it carries
            stop = _fitting(widths, start + 1, 0)
        pieces.append(word[start:stop])
        start = stop
    return pieces


def _fitting(widths: list[int], start: int, room: int) -> int:
    """The end of the longest run of characters from `start` that takes at most `room` cells."""
    stop = start
    while stop < len(widths) and widths[stop] <= room:
        room -= widths[stop]
        stop += 1
    return stop


def _widths(text: str) -> list[int]:
    """The cells of each character; what a joiner binds to the emoji before it takes none of its own."""
    widths: list[int] = []
    joined = False
    for char in text:
        widths.append(0 if joined else _width(char))
        joined = char == "\u200d" and len(widths) > 1 and text[len(widths) - 2] >= "\U0001f000"
    return widths


def _width(char: str) -> int:
    if char.isascii():
        return 1
    if unicodedata.category(char) in ("Mn", "Me", "Cf") or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
