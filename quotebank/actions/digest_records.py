"""What a digest is to become: its own record, and one record a source, each with what the bank has of it already."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from zlib import crc32

from quotebank.ingest.digest.records import Digest, Passage, Source
from quotebank.model.articles import Article
from quotebank.model.dates import PartialDate

DIGESTS = "digests"
"""The bank's table of digests that were read; each document is ``{"article": KEY, "text": MARK}``."""

POSITION = "position"
"""The field of a `Via` with the passage's place in the digest's text: ``{"start": 0, "end": 120}``, in characters."""

Typed = Mapping[str, str | None]
"""What a writer said of the digest: title, outlet, date and url, None where nothing was said."""


class Report(NamedTuple):
    """The record of the digest itself.

    `mark` tells its text from others, `known` says that the bank has the record. `titled` is false where the title is
    only the file's name, which other digests may have too.
    """

    article: Article
    mark: str = ""
    known: bool = False
    titled: bool = True


@dataclass(frozen=True, slots=True)
class Proposal:
    """One source of a digest as a record.

    `source` is what the digest says, with outlet and authors as they are to be kept; `draft` the same as an article,
    its key filled in. `known` is the bank's own record of that item, None for a new one. `passages` are those that are
    not banked yet. `notes` are for the writer: what was concluded, and what is doubtful.
    """

    source: Source
    draft: Article
    known: Article | None = None
    passages: tuple[Passage, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def article(self) -> Article:
        """The record: the bank's own, or the new one."""
        return self.known or self.draft

    @property
    def news(self) -> bool:
        """Whether the bank would gain anything by it."""
        return self.known is None or bool(self.passages)


@dataclass(frozen=True, slots=True)
class Proposals:
    """A digest, the record of it, and its sources as records, one `items` entry a source of the digest."""

    digest: Digest
    report: Report
    items: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True)
class Banked:
    """What was banked: `proposals` as they were stored, in the order of the digest, with the ids of new quotes.

    `added` are the keys of new records (the report's not among them), `extended` those of known ones that gained
    quotes.
    """

    report: Report
    proposals: Sequence[Proposal] = ()
    added: Sequence[str] = ()
    extended: Sequence[str] = ()
    quotes: Sequence[str] = ()


def text_mark(text: str) -> str:
    """What tells one digest's text from another's: a checksum and the length."""
    data = text.encode("utf-8", "surrogatepass")
    return f"{crc32(data):08x}-{len(data)}"


def day_of(date: PartialDate | None, today: datetime.date) -> datetime.date:
    """The day from which dates without a year are counted: the last one the digest may be of, else `today`."""
    if date is None:
        return today
    try:
        return datetime.date(*date.latest())
    except ValueError:  # before Christ, or open at its end
        return today
