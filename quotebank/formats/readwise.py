"""Readwise's CSV export: one highlight a row, with the book, article or podcast it is from.

Columns are found by their headings: Highlight, Book Title, Book Author, Amazon Book ID, Note, Color, Tags, Location
Type, Location, Highlighted at, Document tags, and an address where there is one. The export does not say what a source
is: what was bought at Amazon or has pages is a book, what has times a broadcast, all else a web page.
"""

from collections.abc import Mapping
from dataclasses import replace

from quotebank.formats.csv_reading import Row, header_of, heading_of, rows_of
from quotebank.formats.parsed import Parsed
from quotebank.formats.text_source import Shelf, addressed, authors_of, decode_text, locator_of, tags_of, utc_time
from quotebank.model.articles import Article
from quotebank.model.quotes import Locator, Quote
from quotebank.text.addresses import compared

_ADDRESSES = ("url", "source url", "document url", "book url")
_LABELS = {"page": "page", "location": "elocation", "time stamp": "timestamp", "timestamp": "timestamp"}
"""The CSL locators of Readwise's types of location; ``order`` and ``offset`` are no places anybody can look up."""

_TYPES = {"elocation": "book", "page": "book", "timestamp": "broadcast"}
_KNOWN = frozenset((
    "highlight", "book title", "book author", "amazon book id", "note", "tags", "location type", "location",
    "highlighted at", "document tags", *_ADDRESSES,
))  # fmt: skip
_MINUTE = 60


def looks_like(start: bytes) -> bool:
    """Whether the first line of a file has Readwise's headings."""
    return {"highlight", "book title"} <= set(map(heading_of, header_of(decode_text(start).text)))


def read(data: bytes) -> Parsed:
    """The sources and their quotes; rows that hold neither are problems with their line. Raises nothing."""
    source = decode_text(data)
    shelf = Shelf(source.problems)
    if not {"highlight", "book title"} <= set(map(heading_of, header_of(source.text))):
        told = "not an export of Readwise: the first line has no Highlight and no Book Title"
        shelf.problem(1, told, source.text[:200].partition("\n")[0])
        return shelf.parsed()
    for row in rows_of(source.text, shelf):
        cells = {heading_of(heading): cell for heading, cell in row.cells.items()}
        others = {heading: cell for heading, cell in row.cells.items() if heading_of(heading) not in _KNOWN}
        _take(row, cells, others, shelf)
    return shelf.parsed()


def _take(row: Row, cells: Mapping[str, str], others: Mapping[str, str], shelf: Shelf) -> None:
    text, note = cells.get("highlight", ""), cells.get("note", "")
    article = _article(cells)
    if not (article.title or article.url):
        shelf.problem(row.line, "nothing says which source this is: no title, no address", row.raw)
        return
    if not (text or note):
        shelf.problem(row.line, "neither a highlight nor a note", row.raw)
        return
    locator, extra = _locator(cells), dict[str, object](others)
    if locator is None:
        extra |= {name: cells[name] for name in ("location type", "location") if name in cells}
    added = utc_time(cells.get("highlighted at", ""))
    if not added and "highlighted at" in cells:
        extra["highlighted at"] = cells["highlighted at"]
    place = shelf.article(article, compared(article.url) or (article.title.casefold(), article.authors))
    shelf.quote(
        Quote(
            article=place,
            kind="direct" if text else "comment",
            text=text or note,
            locator=locator,
            tags=tags_of(cells.get("tags", "")),
            note=note if text else "",
            added=added,
            extra={"readwise": extra} if extra else {},
        )
    )


def _article(cells: Mapping[str, str]) -> Article:
    locator, amazon = _locator(cells), cells.get("amazon book id", "")
    kind = "book" if amazon else _TYPES.get(locator.label, "webpage") if locator else "webpage"
    author = cells.get("book author", "")
    is_site = _is_site(author)
    article = Article(
        type=kind,
        title=cells.get("book title", ""),
        authors=() if is_site else authors_of(author),
        outlet=author if is_site else "",
        tags=tags_of(cells.get("document tags", "")),
        extra={"readwise": {"Amazon Book ID": amazon}} if amazon else {},
    )
    address = next((cells[name] for name in _ADDRESSES if name in cells), "")
    return replace(addressed(article, address), type=_of_web(kind, amazon, address)) if address else article


def _of_web(kind: str, amazon: str, address: str) -> str:
    """A page of a web address is a page of print only where the source was bought."""
    return "webpage" if kind == "book" and not amazon and address.startswith("http") else kind


def _is_site(author: str) -> bool:
    """Whether an author is the name of a host, as for articles whose author Readwise did not find."""
    labels = author.split(".")
    ending = labels[-1]
    return len(labels) > 1 and " " not in author and ending.isascii() and ending.islower() and all(labels)


def _locator(cells: Mapping[str, str]) -> Locator | None:
    label = _LABELS.get(heading_of(cells.get("location type", "")), "")
    value = cells.get("location", "")
    if label != "timestamp" or not (value.isascii() and value.isdigit() and len(value) < 7):  # noqa: PLR2004
        return Locator(label, value) if label and locator_of(value) else None
    minutes, seconds = divmod(int(value), _MINUTE)
    hours, minutes = divmod(minutes, _MINUTE)
    return Locator(label, f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}")
