"""Zotero's items in JSON: Better BibTeX's "BetterBibTeX JSON" and what Zotero's web API (v3) gives, with their quotes.

Highlights become direct quotes with their page; the comment on one is its note. A comment that stands alone is a quote
of the kind ``comment``, and so is a note that has tags; other notes are the article's note. A passage that stands both
in an annotation and in a note made from it is one quote. Drawings and pictures without words are passed over.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from quotebank.errors import BadInput
from quotebank.formats.csl_reading import plain_text
from quotebank.formats.json_entries import Entries, Entry
from quotebank.formats.parsed import Parsed, Problem, place_of
from quotebank.formats.text_source import decode_text, utc_time
from quotebank.formats.zotero_items import article_of, key_of, tags_of
from quotebank.model.articles import Article
from quotebank.model.quotes import Locator, Quote

if TYPE_CHECKING:
    from quotebank.formats.zotero_notes import Passage

_NEEDED = "not a Zotero library: a list of items, or an object with items, is needed in JSON"
_CHILDREN = ("note", "attachment", "annotation")
_QUOTING = ("highlight", "underline", "")


def looks_like(start: bytes) -> bool:
    """Whether the first bytes of a file are Zotero's items in JSON."""
    bare = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    return bare[:1] in (b"{", b"[") and (b'"itemType"' in bare or b'"BetterBibTeX JSON"' in bare)


def read(data: bytes) -> Parsed:
    """The articles and their quotes; items that cannot be read are problems with their line. Raises nothing."""
    source = decode_text(data)
    library = _Library()
    library.problems += source.problems
    entries = Entries(source.text, ("items",), _NEEDED)
    for each in entries.read():
        if isinstance(each, Problem):
            library.problems.append(each)
        else:
            library.take(each, entries.beside)
    library.settle()
    problems = sorted(library.problems, key=lambda problem: problem.line)
    return Parsed((*library.articles, *library.quotes), problems)


class _Child(NamedTuple):
    """A note, attachment or annotation that waits for its item, and where it stands."""

    item: Mapping[str, object]
    entry: Entry


class _Library:
    """What was read so far: children may come before the items they belong to."""

    def __init__(self) -> None:
        self.articles: list[Article] = []
        self.quotes: list[Quote] = []
        self.problems: list[Problem] = []
        self._notes: dict[int, list[str]] = {}
        self._places: dict[str, int] = {}
        self._waiting: dict[str, list[_Child]] = {kind: [] for kind in _CHILDREN}
        self._seen: dict[tuple[int, str], int] = {}
        self._collections: dict[str, list[str]] | None = None

    def take(self, entry: Entry, beside: Mapping[str, object]) -> None:
        """One entry of the document: an item, or a child of one."""
        value = entry.value
        item = value.get("data", value) if isinstance(value, Mapping) else value
        if not isinstance(item, Mapping) or not isinstance(item.get("itemType"), str):
            self._problem(entry, "an item is an object with an itemType")
            return
        kind = str(item["itemType"])
        if kind in _CHILDREN:
            self._waiting[kind].append(_Child(item, entry))
            return
        try:
            article = article_of(item)
        except BadInput as failure:
            self._problem(entry, f"item {_named(item)}: {failure}")
            return
        place = self._add(self._collected(article, item, beside), item)
        self._take_children(place, item, entry)

    def settle(self) -> None:
        """Give the children that waited to their items."""
        for child in self._waiting["attachment"]:
            self._take_attachment(child)
        for child in self._waiting["annotation"]:
            place = self._parent(child.item)
            if place is None:
                self._problem(child.entry, "an annotation whose item is not in the file; left out")
            else:
                self._take_annotation(place, child.item, child.entry)
        for child in self._waiting["note"]:
            self._take_note(self._parent(child.item), child.item, child.entry)
        for place, notes in self._notes.items():
            article = self.articles[place]
            self.articles[place] = replace(article, note="\n\n".join(filter(None, [article.note, *notes])))

    def _add(self, article: Article, item: Mapping[str, object]) -> int:
        place = len(self.articles)
        self.articles.append(article)
        if key := key_of(item):
            self._places[key] = place
        return place

    def _take_children(self, place: int, item: Mapping[str, object], entry: Entry) -> None:
        """Notes and annotations that stand within an item or an attachment."""
        for each in _list(item, "notes"):
            note = each if isinstance(each, Mapping) else {"note": each}
            self._take_note(place, note, entry)
        for each in _list(item, "annotations"):
            if isinstance(each, Mapping):
                self._take_annotation(place, each, entry)
        for each in _list(item, "attachments"):
            if isinstance(each, Mapping):
                if key := key_of(each):
                    self._places.setdefault(key, place)
                self._take_children(place, {name: each.get(name) for name in ("notes", "annotations")}, entry)

    def _take_attachment(self, child: _Child) -> None:
        """A file or a page kept beside an item; one without an item is a document of its own."""
        place = self._parent(child.item)
        if place is None:
            try:
                place = self._add(article_of({**child.item, "itemType": "document"}), child.item)
            except BadInput as failure:
                self._problem(child.entry, f"attachment {_named(child.item)}: {failure}")
                return
        elif key := key_of(child.item):
            self._places[key] = place
        self._take_children(place, child.item, child.entry)

    def _take_annotation(self, place: int, shape: Mapping[str, object], entry: Entry) -> None:
        try:
            kind = plain_text(shape.get("annotationType"), "annotationType")
            text = plain_text(shape.get("annotationText"), "annotationText").strip()
            comment = plain_text(shape.get("annotationComment"), "annotationComment").strip()
            page = plain_text(shape.get("annotationPageLabel"), "annotationPageLabel").strip()
            color = plain_text(shape.get("annotationColor"), "annotationColor")
            times = [utc_time(plain_text(shape.get(name), name)) for name in ("dateAdded", "dateModified")]
        except BadInput as failure:
            self._problem(entry, f"annotation {_named(shape)}: {failure}")
            return
        tags = tags_of(shape)
        quoted = text if kind in _QUOTING else ""
        if not (text or comment):
            if kind in _QUOTING or tags:
                self._problem(entry, f"annotation {_named(shape)}: without text and comment")
            return
        kept = {name: value for name, value in (("key", key_of(shape)), ("color", color)) if value}
        words = quoted or "\n\n".join(filter(None, (text, comment)))
        self._quote(
            place,
            Quote(
                kind="direct" if quoted else "comment",
                text=words,
                locator=Locator("page", page) if page else None,
                tags=tags,
                note=comment if quoted else "",
                added=times[0],
                modified=times[1],
                extra={"zotero": kept} if kept else {},
            ),
        )

    def _take_note(self, place: int | None, shape: Mapping[str, object], entry: Entry) -> None:
        """A note: its passages go to the items they cite, its own words to the item it belongs to."""
        from quotebank.formats.zotero_notes import read_note

        html = shape.get("note")
        if not isinstance(html, str):
            self._problem(entry, "a note is text")
            return
        note = read_note(html)
        lost = bool(note.text) and place is None
        for passage in note.passages:
            cited = next((self._places[key] for key in passage.items if key in self._places), place)
            if cited is None:
                lost = True
            else:
                self._quote(cited, _passage(passage))
        tags = tags_of(shape)
        if place is not None and note.text and tags:
            self._quote(place, Quote(kind="comment", text=note.text, tags=tags))
        elif place is not None and note.text:
            self._notes.setdefault(place, []).append(note.text)
        if lost:
            self._problem(entry, "a note whose item is not in the file; its words are left out")

    def _quote(self, place: int, quote: Quote) -> None:
        """Add a quote; the same words of the same article are there once, with what either says of them."""
        quote = replace(quote, article=place_of(place))
        at = self._seen.setdefault((place, quote.text), len(self.quotes))
        if at == len(self.quotes):
            self.quotes.append(quote)
            return
        first = self.quotes[at]
        notes = list(dict.fromkeys(filter(None, (first.note, quote.note))))
        if first.kind != quote.kind or (first.locator and quote.locator and first.locator != quote.locator):
            self.quotes.append(quote)
        else:
            tags = tuple(dict.fromkeys((*first.tags, *quote.tags)))
            found = first.locator or quote.locator
            self.quotes[at] = replace(first, note="\n\n".join(notes), tags=tags, locator=found)

    def _parent(self, item: Mapping[str, object]) -> int | None:
        key = item.get("parentItem")
        return self._places.get(key) if isinstance(key, str) else None

    def _collected(self, article: Article, item: Mapping[str, object], beside: Mapping[str, object]) -> Article:
        """The article with the names of the collections that the document says it is in."""
        if self._collections is None:
            self._collections = _collections(beside.get("collections"))
        number = item.get("itemID")
        names = self._collections.get(str(number)) if isinstance(number, int | str) else None
        if not names:
            return article
        own = article.extra.get("zotero")
        kept = {**(own if isinstance(own, Mapping) else {}), "collections": names}
        return replace(article, extra={**article.extra, "zotero": kept})

    def _problem(self, entry: Entry, message: str) -> None:
        self.problems.append(Problem(entry.line, message, entry.raw))


def _passage(passage: "Passage") -> Quote:
    return Quote(kind="direct", text=passage.text, locator=passage.locator, note=passage.comment)


def _collections(value: object) -> dict[str, list[str]]:
    """The names of collections by the number of each item in them."""
    found: dict[str, list[str]] = {}
    for each in value.values() if isinstance(value, Mapping) else ():
        name = each.get("name") if isinstance(each, Mapping) else None
        if not isinstance(name, str) or not name:
            continue
        for number in _list(each, "items"):
            found.setdefault(str(number), []).append(name)
    return found


def _list(shape: Mapping[str, object], name: str) -> list[object]:
    value = shape.get(name)
    return value if isinstance(value, list) else []


def _named(item: Mapping[str, object]) -> str:
    """What to call an item in a problem."""
    for name in ("title", "citationKey", "key"):
        if isinstance(item.get(name), str) and item[name]:
            return repr(str(item[name])[:60])
    return "without a title"
