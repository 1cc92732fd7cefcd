"""The labelled digests of this folder: made-up press digests and what a person reads in them.

Each digest is a pair ``corpus/LANGUAGE_NAME.txt`` and ``.json``. The label file tells the digest's own date, the
traps in it, and its `sources`: how the outlet is printed, its name and other spellings, the authors, the date or issue,
and the passages, verbatim. Events and authors are invented, and of the outlets nineteen in twenty, so that
no table of outlets can know them.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from quotebank.ingest.digest import Digest, read_digest
from quotebank.model.dates import PartialDate

CORPUS = Path(__file__).with_name("corpus")


class Span(NamedTuple):
    """A stretch of a digest's text, offsets in characters; `optional` when a parser may take it or leave it."""

    start: int
    end: int
    optional: bool = False


class Label(NamedTuple):
    """One press item that a digest reports, as a person reads it.

    `outlets` are the accepted spellings, `authors` the accepted ways to name all its authors (each a tuple, empty for
    an unsigned item), `dates` the accepted EDTF dates, None among them where none is printed. `dated` tells whether
    one is. `optional` items are borderline: a parser may propose them or not.
    """

    outlets: tuple[str, ...]
    authors: tuple[tuple[str, ...], ...]
    dates: tuple[str | None, ...]
    issue: str = ""
    spans: tuple[Span, ...] = ()
    dated: bool = False
    optional: bool = False


class Labelled(NamedTuple):
    """A digest with its labels. `date` is its own date in EDTF or ``""``."""

    name: str
    language: str
    text: str
    date: str
    labels: tuple[Label, ...]

    def read(self) -> Digest:
        """What the parser makes of it when told its date, as a writer would."""
        return read_digest(self.text, date=PartialDate.from_edtf(self.date) if self.date else None)


def names() -> list[str]:
    """The names of all labelled digests, in order."""
    return sorted(path.stem for path in CORPUS.glob("*.json"))


def labelled(name: str) -> Labelled:
    """The digest of this name; raises `ValueError` when a passage of its labels does not stand in its text."""
    shape = json.loads((CORPUS / f"{name}.json").read_text(encoding="utf-8"))
    text = (CORPUS / f"{name}.txt").read_text(encoding="utf-8")
    return from_shapes(name, text, shape["doc_date"] or "", shape["sources"], shape["language"])


def from_shapes(
    name: str, text: str, date: str, sources: Iterable[Mapping[str, Any]], language: str = "en"
) -> Labelled:
    """A digest and the sources of a label file (see `labelled`)."""
    taken: list[Span] = []
    labels = tuple(_label(name, text, date, source, taken) for source in sources)
    return Labelled(name, language, text, date, labels)


def _label(name: str, text: str, date: str, source: Mapping[str, Any], taken: list[Span]) -> Label:
    outlets = (source.get("outlet_printed"), source.get("outlet"), *source.get("outlet_aliases", ()))
    dates: list[str | None] = [source.get("date"), *source.get("date_accept", ())]
    if not source.get("date"):
        dates += [date[:4], date[:7]]  # the digest's own year or month, inferred, is no mistake
    return Label(
        outlets=tuple(dict.fromkeys(spelling for spelling in outlets if spelling)),
        authors=tuple(tuple(authors) for authors in (source["authors"], *source.get("authors_alt", ()))),
        dates=tuple(dates),
        issue=source.get("issue") or "",
        spans=tuple(_span(name, text, passage, taken) for passage in source["passages"]),
        dated=bool(source.get("date")),
        optional=bool(source.get("optional")),
    )


def _span(name: str, text: str, passage: str | Mapping[str, Any], taken: list[Span]) -> Span:
    """Where a passage stands: its first occurrence that no other passage has."""
    wanted = passage if isinstance(passage, str) else str(passage["text"])
    optional = not isinstance(passage, str) and bool(passage.get("optional"))
    start = text.find(wanted)
    while start >= 0 and any(start < other.end and other.start < start + len(wanted) for other in taken):
        start = text.find(wanted, start + 1)
    if start < 0:
        raise ValueError(f"{name}: no such passage: {wanted[:60]!r}")
    span = Span(start, start + len(wanted), optional)
    taken.append(span)
    return span
