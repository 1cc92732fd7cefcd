"""Marks under which an article is found again by what it is and not by its key: address, DOI, title, shelf.

Each is cheap to make, for the key view keeps them of every article. They only lead to articles that may be the same:
two that share a mark are still to be compared.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from zlib import crc32

from quotebank.text.addresses import compared
from quotebank.text.folding import fold
from quotebank.text.sounds import sound_key

_SHAPE = Mapping[str, object]
PARTS = "|"
"""Parts the outlet, the author and the date of a `shelf_mark`."""

_LONGEST_TITLE = 48
_LONGEST_NAME = 64
_SHORT = 500
_ARTICLE = "the"
_SIGNS = bytes(number for number in range(128) if not chr(number).isalnum())
_DOI = "10."


def address_mark(shape: _SHAPE) -> str:
    """The first of the `address_marks`, ``""`` if there is none."""
    marks = address_marks(shape)
    return marks[0] if marks else ""


def address_marks(shape: _SHAPE) -> list[str]:
    """The addresses of an article's shape, and of what its archived copy is of, as two are compared."""
    url, copy = shape.get("url"), shape.get("archive_url")
    first = compared_address(url) if url and isinstance(url, str) else ""
    second = compared_address(copy) if copy and isinstance(copy, str) else ""
    return [first, second] if first and second and first != second else [first or second] if first or second else []


def doi_mark(shape: _SHAPE) -> str:
    """The DOI of an article's shape in lower case, however it was written; ``""`` for none.

    It stands among CSL's variables. Case does not matter in a DOI (DOI Handbook, 2.4).
    """
    variables = shape.get("csl")
    if variables is None:
        return ""
    value = variables.get("DOI") if isinstance(variables, Mapping) else None
    return bare_doi(value) if isinstance(value, str) else ""


def bare_doi(text: str) -> str:
    """The DOI in a text such as ``https://doi.org/10.1000/ABC`` or ``doi:10.1000/abc``; ``""`` if there is none."""
    low = text.strip().lower()
    start = low.find(_DOI)
    if start > 0 and low[start - 1] not in "/: ":
        return ""
    if start > 0:
        low = low[start:].replace("%2f", "/")
    head, slash, tail = low.removeprefix(_DOI).partition("/")
    return low if start >= 0 and slash and tail and head.replace(".", "").isdigit() else ""


def title_mark(title: str) -> int | None:
    """A number for the letters and figures of a title in any case; None for a title without any."""
    low = title[:_LONGEST_TITLE].casefold()
    if low.isascii():  # the same in a third of the time
        told = low.encode().translate(None, _SIGNS)
    else:
        told = "".join(filter(str.isalnum, low)).encode("utf-8", "backslashreplace")
    return crc32(told) if told else None


def shelf_mark(outlet: str, author: str, date: str) -> str:
    """Where an article stands: the sound of its outlet, that of its first author's family name, its EDTF date."""
    return f"{sound_mark(outlet)}{PARTS}{sound_mark(author)}{PARTS}{date}"


@lru_cache(maxsize=8192)
def sound_mark(name: str) -> str:
    """A name however it was romanised: the sound of its letters, run together, or these; without a leading "The"."""
    words = fold(name[: 4 * _LONGEST_NAME]).split()
    if words[:1] == [_ARTICLE] and len(words) > 1:
        words = words[1:]
    joined = "".join(words)[:_LONGEST_NAME]
    return sound_key(joined) or joined


def shelf_of(shape: _SHAPE) -> str:
    """The `shelf_mark` of an article's shape."""
    authors, outlet, date = shape.get("authors"), shape.get("outlet"), shape.get("date")
    first = family_of(authors[0]) if authors and isinstance(authors, list) else ""
    return shelf_mark(outlet if isinstance(outlet, str) else "", first, date if isinstance(date, str) else "")


def family_of(author: object) -> str:
    """What a name's shape is shelved under: the institution, or the family name with its particle."""
    if not isinstance(author, Mapping):
        return author if isinstance(author, str) else ""
    name = author.get("literal") or author.get("family")
    if not isinstance(name, str):
        return ""
    particle = author.get("particle")
    return f"{particle} {name}" if particle and name is not author.get("literal") else name


def compared_address(url: str) -> str:
    """As `quotebank.text.addresses.compared`, and quicker for addresses that have nothing to be compared away."""
    plain = _plain().fullmatch(url) if len(url) < _SHORT else None
    return plain[1] if plain else compared(url)


@cache
def _plain() -> re.Pattern[str]:
    """An address of letters, figures and single slashes, whose host and path say nothing of a layout or an archive."""
    host = (
        r"(?!(?:www|m|mobile|amp|mobil|wap|touch|archive)\.|web\.archive\.|perma\.|[^/]*xn--)"
        r"[a-z0-9-]+(?:\.[a-z0-9-]+)+"
    )
    path = r"(?!(?i:amp)/)[\w-]+(?:/[\w-]+)*(?<!/(?i:amp))(?:(?<!/(?i:index))\.html?)?"
    return re.compile(rf"https?://(?:www\.)?({host}/{path})", re.ASCII)
