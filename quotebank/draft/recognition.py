"""Which format a draft is in, and how its bytes become text.

The name's ending says it; where there is none, or a plain ``.txt``, what stands in the file says it.
"""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from quotebank.errors import UsageError

SUFFIXES: Mapping[str, str] = MappingProxyType(
    {
        ".md": "markdown", ".qmd": "markdown", ".rmd": "markdown", ".markdown": "markdown", ".mdown": "markdown",
        ".tex": "latex", ".ltx": "latex", ".latex": "latex", ".rnw": "latex",
        ".aux": "aux", ".bcf": "bcf", ".typ": "typst", ".rst": "rst", ".org": "org", ".docx": "docx", ".odt": "odt",
    }
)  # fmt: skip
"""The format that a name's ending stands for, in any case."""

FORMS: tuple[str, ...] = ("markdown", "latex", "aux", "bcf", "typst", "rst", "org", "docx", "odt")
"""The names of the formats."""

WHOLE = frozenset({"bcf", "docx", "odt"})
"""Formats that are read from bytes."""

_LOOKED_AT = 1 << 16
"""Bytes of a file that tell what it is."""

_RARE = 20
"""One NUL in so many bytes may be a slip."""

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_SAVED_OTHERWISE = (
    (b"%PDF-", "a PDF", "give the source it was made from"),
    (b"\xd0\xcf\x11\xe0", "a document of an old Word", "save it as .docx"),
    (b"{\\rtf", "a document in RTF", "save it as .docx or .odt"),
    (b"PK\x03\x04", "an archive, and no document that can be read", "save the manuscript as .docx or .odt"),
)
_ENCODINGS: Mapping[str, str] = MappingProxyType(
    {
        "utf8": "utf-8", "utf8x": "utf-8", "ansinew": "cp1252", "applemac": "mac-roman", "latin4": "iso-8859-4",
        "latin5": "iso-8859-9", "latin9": "iso-8859-15", "latin10": "iso-8859-16", "decmulti": "latin-1",
    }
)  # fmt: skip
"""Encodings by the names that LaTeX's package inputenc has for them, where Python's are others."""


class Decoded(NamedTuple):
    """The text of a file, and what first does not fit its encoding: the offset (-1: all fits), what, what to do."""

    text: str
    offset: int = -1
    message: str = ""
    hint: str = ""


def find_form(name: str) -> str:
    """The format called `name`, by its name or a suffix of its files; raises `UsageError` naming those there are."""
    low = name.lower()
    found = low if low in FORMS else SUFFIXES.get(f".{low.removeprefix('.')}")
    if found is None:
        raise UsageError(f"draft format {name!r}: none of that name", f"choose {', '.join(FORMS)}")
    return found


def recognise(name: str, data: bytes) -> str:
    """The format of a file, by its name and else by what is in it; Markdown when nothing tells."""
    low = name.lower()
    for suffix, form in SUFFIXES.items():
        if low.endswith(suffix):
            return form
    if data.startswith(b"PK\x03\x04"):
        return "odt" if b"vnd.oasis.opendocument" in data[:_LOOKED_AT] else "docx"
    start = decode(data[:_LOOKED_AT], "utf-8").text
    # A text that says nothing of the kind is Markdown: so are notes, mails and plain text.
    return next((form for form, mark in _signs() if mark.search(start)), "markdown")


def other_file(data: bytes, form: str) -> tuple[str, str] | None:
    """What a file is that is no draft in a format, and what to do; None when it may be one."""
    if form in WHOLE and data.startswith((b"PK", b"<", b"\xef\xbb\xbf<")):
        return None
    for start, what, hint in _SAVED_OTHERWISE:
        if data.startswith(start):
            return f"this is {what}", hint
    if form not in WHOLE and not data.startswith(tuple(mark for mark, _ in _MARKS)) and _is_binary(data[:_LOOKED_AT]):
        return "this is a binary file, no text", "give the source of the manuscript"
    return None


def _is_binary(start: bytes) -> bool:
    """Whether a beginning is no text: it has many NULs, or one and what is no UTF-8. A stray one its reader tells."""
    import codecs

    if b"\0" not in start:
        return False
    if start.count(0) * _RARE > len(start):
        return True
    try:
        codecs.getincrementaldecoder("utf-8")().decode(start)
    except UnicodeDecodeError:
        return True
    return False


def declared_encoding(data: bytes) -> str:
    r"""The encoding that a text declares: LaTeX's inputenc, ``% !TeX encoding``, ``-*- coding: -*-``; else UTF-8."""
    import codecs

    found = _declaring().search(data[:_LOOKED_AT])
    if found is None:
        return "utf-8"
    name = next(filter(None, found.groups())).decode("ascii")
    try:
        known = codecs.lookup(_ENCODINGS.get(name.lower(), name))
    except LookupError:
        return "utf-8"
    return known.name if known.name in _single_bytes() else "utf-8"


def decode(data: bytes, encoding: str) -> Decoded:
    """The text of a file: UTF-8 or what it declares, UTF-16 with a mark of byte order; what does not fit is U+FFFD."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            data, encoding = data[len(mark) :], name
            break
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as failure:
        before = data[: failure.start].decode(encoding, "replace")
        message = f"this is no {encoding.upper()} text: byte 0x{data[failure.start]:02x} cannot be read"
        return Decoded(data.decode(encoding, "replace"), len(before), message, "save it as UTF-8")
    return Decoded(text)


@cache
def _single_bytes() -> frozenset[str]:
    names = (*(f"iso8859-{number}" for number in (*range(1, 12), *range(13, 17))), "koi8-r", "koi8-u", "mac-roman")
    return frozenset((*names, "utf-8", *(f"cp{number}" for number in (*range(1250, 1259), 437, 850, 852, 855, 866))))


@cache
def _declaring() -> "re.Pattern[bytes]":
    return re.compile(
        rb"""^[^%\r\n]{0,200}?\\usepackage[ \t]*\[([\w-]{1,40})\][ \t]*\{inputenc\}
          | ^[ \t]*%[ \t]*!TE?X[ \t]+encoding[ \t]*=[ \t]*([\w-]{1,40})
          | -\*-[^\r\n]{0,80}?coding:[ \t]*([\w-]{1,40})""",
        re.VERBOSE | re.MULTILINE | re.IGNORECASE,
    )


@cache
def _signs() -> "tuple[tuple[str, re.Pattern[str]], ...]":
    """What stands in no file but those of a format."""
    return tuple(
        (form, re.compile(pattern, re.MULTILINE))
        for form, pattern in (
            ("bcf", r"\A\s*<(?:\?xml[^>]{0,200}>\s*<)?bcf:controlfile"),
            ("aux", r"\A\\relax\s|^\\(?:citation|bibdata|abx@aux@cite)\{"),
            ("latex", r"^[ \t]*\\(?:documentclass|begin\{document\}|chapter\*?\{|section\*?\{|input\{|include\{)"),
            ("org", r"(?i)^#\+(?:title|author|begin_src|begin_quote|bibliography|cite_export|options|startup):?[ \t]"),
            ("typst", r"^#(?:import|include|show|set|let)[ \t(:]|#(?:cite|bibliography)\("),
            ("rst", r"^\.\.[ \t]+[\w-]+::|:(?:foot)?cite(?::\w+)?:`"),
        )
    )
