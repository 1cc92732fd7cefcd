"""What a digest says of itself: its date."""

from collections.abc import Sequence

from quotebank.ingest.digest.dating import Printed, date_at, month_number
from quotebank.ingest.digest.lexicon import Lexicon
from quotebank.ingest.digest.records import Block
from quotebank.ingest.digest.tokens import pieces
from quotebank.model.dates import PartialDate

_HEAD = 8
"""How many blocks may hold the digest's own date."""


def own_date(text: str, blocks: Sequence[Block], words: Lexicon) -> PartialDate | None:
    """The date of a digest: the first whole one of its first short lines, else a month or year there.

    Where its head has none, the latest date with a year in the whole text.
    """
    head = [block for block in blocks[:_HEAD] if block.end - block.start < 200]  # noqa: PLR2004
    tail = [block for block in blocks[-2:] if block.end - block.start < 200]  # noqa: PLR2004
    found = [date for block in (*head, *tail) for date in dates_in(text[block.start : block.end], words)]
    for date in found:
        if date.year and date.month and date.day:
            return PartialDate.from_edtf(f"{date.year:04}-{date.month:02}-{date.day:02}")
    for date in found:
        if date.year and date.month:
            return PartialDate.from_edtf(f"{date.year:04}-{date.month:02}")
    everywhere = [date for date in dates_in(text[:200_000], words) if date.year and date.month]
    if everywhere:
        last = max(everywhere, key=lambda date: (date.year, date.month, date.day))
        return PartialDate.from_edtf(f"{last.year:04}-{last.month:02}")
    return None


def dates_in(text: str, words: Lexicon) -> list[Printed]:
    """All dates of a text, in order."""
    found: list[Printed] = []
    end = 0
    for piece, last in zip(*pieces(text), strict=True):
        start = last - len(piece)
        if start < end or not (piece[0].isdecimal() or month_number(piece) or piece.lower() in words.weekdays):
            continue
        if date := date_at(text, start, words):
            found.append(date[0])
            end = date[1]
    return found
