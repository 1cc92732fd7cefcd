"""The bytes of a library file as text, whatever encoding a program of some decade gave them.

A byte-order mark decides, then JabRef's ``% Encoding:`` line, then whether the bytes are UTF-8; else the likeliest of
the old one-byte encodings of Western Europe and of Russia, which is told. Lines end in LF afterwards.
"""

import codecs
import re
from typing import NamedTuple

from quotebank.formats.parsed import Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_NAMED = re.compile(rb"^\s*%+\s*Encoding:\s*([\w.:-]+)", re.IGNORECASE | re.MULTILINE)
_TEXT_ENCODINGS = (
    "ascii", "us-ascii", "utf", "iso-8859", "iso8859", "latin", "windows-", "cp125", "cp932", "koi8", "gb", "big5",
    "shift", "sjis", "euc-", "mac",
)  # fmt: skip
_LOOKED_AT = 4096
_COMMON_RUSSIAN = frozenset("оеаинтсрвлкмдпу")
_LEAST_CYRILLIC = 0.4
"""Share of the letters outside ASCII that stand in words of Cyrillic alone, for a text to be Russian."""


class Source(NamedTuple):
    """A file's text, and what is to be said about its encoding."""

    text: str
    problems: tuple[Problem, ...] = ()


def decode_source(data: bytes) -> Source:
    """The text of a file; raises nothing. Control characters are dropped, and that is told."""
    problems: list[Problem] = []
    text = _decoded(data, problems)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", text):
        text = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text)
        problems.append(Problem(1, "control characters in the file; left out", mended=True))
    return Source(text, tuple(problems))


def is_of_text(name: str) -> bool:
    """Whether an encoding that a file names is one of text: Python knows others, and slow ones (punycode)."""
    return name.lower().replace("_", "-").startswith(_TEXT_ENCODINGS)


def _decoded(data: bytes, problems: list[Problem]) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    named = _NAMED.search(data[:_LOOKED_AT])
    if named:
        name = named[1].decode("ascii").lower().replace("iso8859_", "iso8859-")
        try:
            return data.decode(name if is_of_text(name) else "")
        except (LookupError, UnicodeError):
            told = f"the file says its encoding is {named[1].decode('ascii')}, but it is not"
            problems.append(Problem(1, told, mended=True))
    if wide := _wide(data):
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as failure:
        line = data.count(b"\n", 0, failure.start) + 1
    name = _likeliest(data)
    told = f"not UTF-8; read as {name}: look at the letters outside ASCII, or convert the file"
    problems.append(Problem(line, told, mended=True))
    return data.decode(name, "replace")


def _wide(data: bytes) -> str:
    """UTF-16 without its mark, told by the zero bytes of its ASCII; ``""`` for anything else."""
    sample = data[:_LOOKED_AT]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    most = len(sample) // 4
    return "utf-16-le" if odd > most > even else "utf-16-be" if even > most > odd else ""


def _likeliest(data: bytes) -> str:
    """The one-byte encoding that makes Russian words of most letters; the Western one when neither does."""
    best, most = "cp1252", _LEAST_CYRILLIC
    for name in ("cp1251", "koi8-r"):
        share = _russian(data.decode(name, "replace"))
        if share > most:
            best, most = name, share
    return best


def _russian(text: str) -> float:
    """How much of the text outside ASCII are Cyrillic words as Russian has them, 0 to 1."""
    high = sum(char > "\x7f" for char in text)
    words = re.findall(r"[А-ЯЁ]?[а-яё]{2,}|[А-ЯЁ]{2,}", text)
    common = sum(char in _COMMON_RUSSIAN for word in words for char in word.lower())
    letters = sum(map(len, words))
    return common / max(high, 1) if letters else 0.0
