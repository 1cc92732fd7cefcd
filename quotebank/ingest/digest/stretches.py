"""Which stretch of a block belongs to a naming, and whether an item goes on in a block that names no source."""

import re
from bisect import bisect_left
from functools import lru_cache
from operator import attrgetter

from quotebank.ingest.digest.items import Item
from quotebank.ingest.digest.mentions import Mention
from quotebank.ingest.digest.people import surname
from quotebank.ingest.digest.sentences import sentence_at
from quotebank.ingest.digest.tokens import plain
from quotebank.ingest.digest.units import Row

_GOES_ON = re.compile(r"(?:e?m?[kx]|w?,?p[vs]|ek|e?w?r)")
_POINTS_BACK = re.compile(r"e?m?[kx]|p[vs]")
_NEAR = 80
"""In how many characters of a block's beginning an author's surname shows that the block goes on."""


def unit_at(row: Row, place: int) -> int:
    """The first unit that begins at a character or behind it."""
    return bisect_left(row.units, place, key=attrgetter("start"))


def start_of(row: Row, mention: Mention, previous: Mention | None) -> int:
    """The character where the stretch of a naming begins, behind the naming `previous` of the same block."""
    if mention.way == "bracket":
        if previous is None or previous.way == "bracket":
            return previous.end if previous else 0
        last = sentence_at(row, previous.place)[1]
        return row.units[last].start if last < len(row.units) else previous.end
    if mention.way == "label" and not previous:
        return 0
    first = sentence_at(row, mention.place)[0]
    if mention.way in ("before", "sentence"):
        first = _opening(row, first)
    start = row.units[first - 1].end if first else 0
    if previous and previous.start >= start:
        cut = max(row.text.rfind(sign, previous.end, mention.start) for sign in ",;—–:")
        return cut + 1 if cut > 0 else mention.start
    return start


@lru_cache(maxsize=64)
def _marks(tags: str) -> tuple[int, ...]:
    """Where the quotation marks of a row stand."""
    return tuple([n for n, tag in enumerate(tags) if tag == '"'])


def _opening(row: Row, first: int) -> int:
    """The unit where the sentence begins in which the quotation was opened that goes on in the sentence at `first`."""
    marks = _marks(row.tags)
    count = bisect_left(marks, first)
    return sentence_at(row, marks[count - 1])[0] if count % 2 else first


def opens_back(row: Row, item: Item) -> bool:
    """Whether the first sentence of a block still tells of an item: "the article goes on", or its author's name."""
    return bool(_POINTS_BACK.match(row.tags)) or _names_author(row.text[:_NEAR], item)


def goes_on(row: Row, before: Row | None, item: Item, *, beside: bool) -> bool:
    """Whether an item goes on in a block of prose that names no source.

    `before` is the block before, and `beside` whether the item's last stretch is in it.
    """
    if before and beside and _is_open(before.text):
        return True
    if row.tags[:1] == '"' or (row.tags[:1] in tuple("QY") and row.text[:1] in "\"„“«»'‘"):
        return True
    if _GOES_ON.match(row.tags) or _names_author(row.text, item):
        return True
    return before is not None and before.tags.endswith(":")


def _names_author(text: str, item: Item) -> bool:
    if not item.authors:
        return False
    shown = plain(text)
    return any(surname(author) in shown for author in item.authors)


def _is_open(text: str) -> bool:
    """Whether a block ends inside a quotation."""
    german, french = text.count("„"), text.count("«")
    if german or french > text.count("»") > 0:
        return german > sum(map(text.count, '“”"')) or french > text.count("»")
    return text.startswith(('"', "«", "“")) and sum(map(text.count, '"”»')) < (2 if text[0] == '"' else 1)
