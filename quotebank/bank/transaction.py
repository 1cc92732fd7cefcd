"""One command's changes, staged together and written together or not at all."""

from collections.abc import Callable
from dataclasses import replace
from json import dumps

from quotebank.bank.appending import Appender
from quotebank.bank.lines import Line, Shape, encode
from quotebank.bank.view import KeyView, Location
from quotebank.errors import BadInput, NotFound, UsageError
from quotebank.model.articles import Article
from quotebank.model.keys import check_key, citation_key
from quotebank.model.quotes import KINDS, LOCATORS, Quote

ARTICLES = "articles"
QUOTES = "quotes"
_LONGEST_NAME = 200


class Transaction:
    """Changes on their way into a bank; made by `Bank.transaction`, under the writer lock.

    `put` and `remove` take JSON shapes of any table; `add_article`, `add_quote` and their like take records
    and fill in ids, keys and times. Articles and quotes are checked either way: keys are valid and not
    taken, a quote's article and its `via` exist, nothing that is pointed to is removed.
    """

    def __init__(
        self, did: str, view: KeyView, read: Callable[[Location], Line], now: str, new_id: Callable[[], str]
    ) -> None:
        self.did = did
        self.now = now
        self.id = new_id()
        self.undoes = ""
        self._view = view
        self._read = read
        self._new_id = new_id
        self._revs: dict[tuple[str, str], tuple[int, bool]] = {}
        self._names: dict[str, str | None] = {}
        self._called: dict[str, tuple[str, ...]] = {}
        self._pointers: dict[str, tuple[str, ...]] = {}
        self._released: dict[str, str] = {}
        self._lines = 0
        self._held: Line | None = None
        self._appender: Callable[[], Appender] | None = None
        self._opened: Appender | None = None
        self._empty = not view.counts().articles
        self._blank = not view.last

    # Records ------------------------------------------------------------------------------------------------------

    def add_article(self, article: Article) -> Article:
        """A new article; its key is made if it has none. Returns it as stored. Raises `BadInput`."""
        return Article.from_json(self.enter_article(article))

    def enter_article(self, article: Article) -> Shape:
        """As `add_article`, but returns the shape as it will be stored."""
        shape = article.to_json()
        if not article.key:
            shape["key"] = citation_key(article, self.taken)
        return self.enter_shape(shape, article.ids)

    def enter_shape(self, shape: Shape, ids: tuple[str, ...] = ()) -> Shape:
        """The same for the shape of a new article, as `Article.to_json` writes it, with a key: for many at once."""
        record = self.free_id(ARTICLES)
        keys = (str(shape["key"]), *ids)
        self._check_names(record, keys)
        self._take_names(record, keys)
        stored = self.keep_times(shape)
        self._stage(ARTICLES, record, stored, rev=0)
        return stored

    def add_quote(self, quote: Quote) -> Quote:
        """A new quote; it keeps an id of its own if that is free. Returns it as stored.

        Raises `NotFound`, `BadInput`.
        """
        record = quote.id or self.free_id(QUOTES)
        if self.live(QUOTES, record):
            raise BadInput(f"quote {record}: the id is taken", "leave the id out to get a new one")
        return self._as_quote(record, self.put(QUOTES, record, _without_id(quote)))

    def replace_article(self, key: str, article: Article) -> Article:
        """Another state of the article that has `key` now; a changed key keeps the old one among `ids`."""
        place = self.find(key)
        old = Article.from_json(self.shape(place)).key
        if renamed := old.casefold() != article.key.casefold():
            article = replace(
                article, ids=(*(name for name in article.ids if name.casefold() != article.key.casefold()), old)
            )
        after = Article.from_json(self.put(ARTICLES, place.id, _modified(article.to_json(), self.now)))
        if renamed:
            self._repoint(old, after.key)
        return after

    def replace_quote(self, quote: Quote) -> Quote:
        """Another state of the quote with that id; raises `NotFound`."""
        if not self.live(QUOTES, quote.id):
            raise NotFound(f"quote {quote.id}: there is none", "see `quotebank list`")
        return self._as_quote(quote.id, self.put(QUOTES, quote.id, _modified(_without_id(quote), self.now)))

    def remove_article(self, key: str) -> tuple[Article, list[Quote]]:
        """Remove an article and its quotes; returns them. Raises `BadInput` while other quotes were read in it.

        Quotes this transaction has already changed are not taken along: those it attached elsewhere stay, and
        those still attached here make the commit fail.
        """
        place = self.find(key)
        article = Article.from_json(self.shape(place))
        gone = [
            (spot, self._as_quote(spot.id, self.shape(spot)))
            for spot in self._view.quotes_of(*keys_of(article))
            if not self._touched(QUOTES, spot.id)
        ]
        for spot, _ in gone:
            self.remove(QUOTES, spot.id)
        self.remove(ARTICLES, place.id)
        return article, [quote for _, quote in gone]

    def find(self, key: str) -> Location:
        """The article with that key as the bank stood before this transaction; raises `NotFound`."""
        place = self._view.by_name(key)
        if place is None:
            raise NotFound(f"{key}: no article has this key", "see `quotebank list`")
        return place

    def shape(self, place: Location) -> Shape:
        """The stored shape at a place; raises `Damaged`."""
        doc = self._read(place).doc
        assert doc is not None
        return doc

    # Shapes -------------------------------------------------------------------------------------------------------

    def put(self, table: str, record: str, shape: Shape) -> Shape:
        """Stage a new state of a record, new or not; returns it as it will be stored. Raises `BadInput`."""
        _check_name(table, "a table's name")
        _check_name(record, "an id")
        if table == ARTICLES:
            shape = self._article(record, shape)
        elif table == QUOTES:
            self._pointers[record] = self._quote(shape)
            shape = self.keep_times(shape)
        self._stage(table, record, shape)
        return shape

    def remove(self, table: str, record: str) -> None:
        """Stage the removal of a record; raises `NotFound` when there is none."""
        if not self.live(table, record):
            raise NotFound(f"{table}: no record {record}")
        if table == ARTICLES:
            self._forget_names(record)
        elif table == QUOTES:
            self._pointers.pop(record, None)
        self._stage(table, record, None)

    def live(self, table: str, record: str) -> bool:
        """Whether a table has a record with that id, this transaction's changes included."""
        if (table, record) in self._revs:
            return self._revs[table, record][1]
        place = self._view.by_id(table, record)
        return place is not None and bool(place.live)

    def taken(self, key: str) -> bool:
        """Whether an article has that key, or had it; case does not matter."""
        return self.holder(key) is not None

    def holder(self, key: str) -> str | None:
        """The id of the article that has that key, or had it, this transaction's changes included; None for none."""
        name = key.casefold()
        if name in self._names:
            return self._names[name]
        place = None if self._empty else self._view.by_name(key)
        return place.id if place else None

    def keep_times(self, shape: Shape) -> Shape:
        """The shape with the times of adding and changing, where it has none."""
        return {**shape, "added": shape.get("added") or self.now, "modified": shape.get("modified") or self.now}

    # Ends ---------------------------------------------------------------------------------------------------------

    def start(self, appender: Callable[[], Appender]) -> None:
        """Let the changes reach a file; without this the transaction is a rehearsal."""
        self._appender = appender

    def commit(self) -> int:
        """Put everything on disk; returns how many lines. Raises `BadInput` if a quote would point nowhere."""
        self._check_pointers()
        if self._held is not None:
            self._write(self._held._replace(end=self._lines, did=self.did, undoes=self.undoes))
        if self._opened is not None:
            self._opened.commit()
        return self._lines

    def rollback(self) -> None:
        """Leave the bank as it was."""
        if self._opened is not None:
            self._opened.rollback()

    def _stage(self, table: str, record: str, shape: Shape | None, rev: int | None = None) -> None:
        """Put a change in line; `rev` is the record's revision so far where that is known."""
        if self._held is not None:
            self._write(self._held)
        if (table, record) in self._revs:
            rev = self._revs[table, record][0]
        elif rev is None:
            rev = place.rev if (place := self._view.by_id(table, record)) else 0
        self._revs[table, record] = (rev + 1, shape is not None)
        self._lines += 1
        self._held = Line(table, record, rev + 1, self.now, self.id, shape)

    def _write(self, line: Line) -> None:
        try:
            data = encode(line)
        except (TypeError, ValueError, RecursionError) as problem:
            raise BadInput(f"{line.table} {line.id}: it cannot be stored as JSON ({problem})") from problem
        if self._opened is None and self._appender is not None:
            self._opened = self._appender()
        if self._opened is not None:
            self._opened.add(data)

    # Rules --------------------------------------------------------------------------------------------------------

    def _article(self, record: str, shape: Shape) -> Shape:
        article = Article.from_json(shape)
        if not article.key:
            shape = {"key": citation_key(article, self.taken), **{k: v for k, v in shape.items() if k != "key"}}
            article = Article.from_json(shape)
        keys = keys_of(article)
        self._check_names(record, keys)
        self._forget_names(record)
        self._take_names(record, keys)
        return self.keep_times(shape)

    def _check_names(self, record: str, keys: tuple[str, ...]) -> None:
        """Raise `BadInput` for a key that is none, or another record's."""
        for key in keys:
            check_key(key)
            if self.holder(key) not in (None, record):
                raise BadInput(f"{key}: another article has this key", "choose another with --key")

    def _take_names(self, record: str, keys: tuple[str, ...]) -> None:
        self._called[record] = keys
        for key in keys:
            self._names[key.casefold()] = record

    def _quote(self, shape: Shape) -> tuple[str, ...]:
        """Check a quote's shape; returns the keys it points to."""
        quote = Quote.from_json(shape)
        if quote.kind not in KINDS:
            raise UsageError(f"{quote.kind}: not a kind of quote", "use one of " + ", ".join(KINDS))
        for locator in (quote.locator, quote.via.locator if quote.via else None):
            if locator and locator.label not in LOCATORS:
                raise UsageError(
                    f"{locator.label}: not a CSL locator", "use one of " + ", ".join(LOCATORS[:4]) + ", ..."
                )
        pointers = (quote.article, quote.via.article) if quote.via else (quote.article,)
        for key in pointers:
            if not self.taken(key):
                raise NotFound(
                    f"{key or '(no key)'}: no article has this key", "see `quotebank list`, or `quotebank add`"
                )
        return pointers

    def _forget_names(self, record: str) -> None:
        """What the article was called until now is free again, unless it is given back before the end."""
        names = self._called.pop(record, ())
        if not self._touched(ARTICLES, record):
            place = self._view.by_id(ARTICLES, record)
            names = keys_of(Article.from_json(self.shape(place))) if place and place.live else ()
        for name in names:
            if self.holder(name) == record:  # after a merge another article may have it too
                self._names[name.casefold()] = None
                self._released[name.casefold()] = name

    def _check_pointers(self) -> None:
        """Nothing may point to a key that is free at the end: neither quotes as they were nor quotes staged here."""
        for name in [name for name in self._released.values() if not self.taken(name)]:
            spots = dict.fromkeys((*self._view.quotes_of(name), *self._view.quotes_via(name)))
            left = [spot.id for spot in spots if not self._touched(QUOTES, spot.id)]
            left += [
                record
                for record, pointers in self._pointers.items()
                if name.casefold() in (key.casefold() for key in pointers)
            ]
            if left:
                raise BadInput(
                    f"{name}: {len(left)} quote(s) still point to it: {', '.join(left[:5])}",
                    "remove or edit them first",
                )

    def _touched(self, table: str, record: str) -> bool:
        """Whether this transaction has changed the record: what the view knows of it is out of date."""
        return (table, record) in self._revs

    def _repoint(self, old: str, new: str) -> None:
        """Let quotes say the new key; those this transaction has changed stay as it left them (an old key will do)."""
        spots = dict.fromkeys((*self._view.quotes_of(old), *self._view.quotes_via(old)))
        for spot in [spot for spot in spots if not self._touched(QUOTES, spot.id)]:
            shape = dict(self.shape(spot))
            if str(shape.get("article", "")).casefold() == old.casefold():
                shape["article"] = new
            via = shape.get("via")
            if isinstance(via, dict) and str(via.get("article", "")).casefold() == old.casefold():
                shape["via"] = {**via, "article": new}
            self.put(QUOTES, spot.id, shape)

    def free_id(self, table: str) -> str:
        """An id that no record of the table has or ever had."""
        while (table, record := self._new_id()) in self._revs or self._was_there(table, record):
            pass
        return record

    def _was_there(self, table: str, record: str) -> bool:
        return not self._blank and self._view.by_id(table, record) is not None

    def _as_quote(self, record: str, shape: Shape) -> Quote:
        return Quote.from_json({"id": record, **shape})


def keys_of(article: Article) -> tuple[str, ...]:
    """The present key of an article, then its old ones."""
    return (article.key, *article.ids)


def _without_id(quote: Quote) -> dict[str, object]:
    shape = quote.to_json()
    del shape["id"]
    return shape


def _modified(shape: dict[str, object], now: str) -> dict[str, object]:
    return {**shape, "modified": now}


def _check_name(name: str, what: str) -> None:
    if not name or not name.isprintable() or len(dumps(name)) > _LONGEST_NAME:
        raise BadInput(f"{name!r}: not {what}", "use letters and digits")
