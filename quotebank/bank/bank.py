"""A writer's bank: articles and quotes kept in one journal file."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from quotebank.bank.appending import Appender, create
from quotebank.bank.disk import Disk
from quotebank.bank.header import header_line
from quotebank.bank.journal import Journal, Place, start_of
from quotebank.bank.lines import Line, Shape
from quotebank.bank.lock import writer_lock
from quotebank.bank.places import bank_path, cache_folder
from quotebank.bank.rewriting import upgrade
from quotebank.bank.transaction import ARTICLES, QUOTES, Transaction, keys_of
from quotebank.bank.view import Counts, KeyView, Location, Progress
from quotebank.errors import Damaged, NotFound
from quotebank.model.articles import Article
from quotebank.model.quotes import Quote

if TYPE_CHECKING:
    from quotebank.bank.documents import JournalTable

WAIT_SECONDS = 10.0
"""How long a writer waits for another before it gives up with `Busy`."""

_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"


class Change(NamedTuple):
    """A record's new state, `shape` None if it was removed; for whoever keeps a view of the bank."""

    table: str
    id: str
    shape: Shape | None


class Bank:
    """A bank at a path; nothing is read until something is asked.

    `path` names the ``.jsonl`` file or the folder that holds ``bank.jsonl``. `cache` is the folder of the
    disposable views (the user's cache folder by default). Reading never waits; writing takes turns and waits
    up to `wait` seconds. `disk`, `clock` and `new_id` stand for the system's, for tests and rebuilds.
    Every method may raise `MissingFile`, `Damaged`, `BadInput` (a file of another kind), `NewerBank`,
    `NotPermitted` and `StorageError`; writing ones also `Busy`.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        *,
        cache: Path | None = None,
        wait: float = WAIT_SECONDS,
        progress: Progress | None = None,
        disk: Disk | None = None,
        clock: Callable[[], str] | None = None,
        new_id: Callable[[], str] | None = None,
    ) -> None:
        self.path = bank_path(os.fspath(path), Path.cwd())
        self.disk = disk or Disk()
        self.wait = wait
        self.clock = clock or utc_now
        self.new_id = new_id or random_id
        self.journal = Journal(self.path, self.disk)
        self.view = KeyView(self.journal, cache or cache_folder(os.environ), progress)
        self._tables: dict[str, JournalTable] = {}

    @classmethod
    def create(cls, path: str | os.PathLike[str], **options: object) -> Self:
        """Make a new, empty bank; options as for `Bank`. Raises `CannotCreate` if something is there."""
        bank = cls(path, **options)  # type: ignore[arg-type]
        create(bank.path, bank.disk, header_line(random_id(), bank.new_id(), bank.clock()))
        return bank

    def close(self) -> None:
        """Give the view's file back; the bank can still be used."""
        self.view.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Reading ------------------------------------------------------------------------------------------------------

    def article(self, key: str) -> Article:
        """The article with that citation key, present or old; raises `NotFound`."""
        return Article.from_json(self._line(self.view_now.by_name(key), f"{key}: no article has this key").doc)

    def quote(self, record: str) -> Quote:
        """The quote with that id; raises `NotFound`."""
        line = self._line(self.view_now.by_id(QUOTES, record), f"{record}: no quote has this id")
        return _quote(line)

    def quotes_of(self, article: Article) -> list[Quote]:
        """The quotes of an article, in the order they were added."""
        return [_quote(self.read(place)) for place in self.view_now.quotes_of(*keys_of(article))]

    def iter_articles(self) -> Iterator[Article]:
        """Every article, in the order of their newest lines."""
        return (Article.from_json(line.doc) for line in self.lines(ARTICLES))

    def iter_quotes(self) -> Iterator[Quote]:
        """Every quote, in the order of their newest lines."""
        return (_quote(line) for line in self.lines(QUOTES))

    def lines(self, table: str) -> Iterator[Line]:
        """The newest line of every live record of a table, streamed in the order they stand in the file."""
        view = self.view_now
        return self.journal.table(table, view.place.offset, view.superseded())

    def few(self, table: str) -> list[Line]:
        """The lines of a table known to be small, found without reading the rest of the bank."""
        return [self.read(place) for place in self.view_now.in_table(table)]

    def counts(self) -> Counts:
        """How many articles and quotes there are."""
        return self.view_now.counts()

    def changes(self, cursor: str = "") -> tuple[Iterator[Change], str, bool]:
        """What happened since `cursor`, the new cursor, and whether that is everything from the start.

        A cursor is text to be handed back as it is; one that fits this bank no longer counts as none.
        """
        view = self.view_now
        start, fresh = self._resume(cursor), False
        if start is None:
            start, fresh = self.start, True
        end = view.place
        gained = (
            Change(entry.line.table, entry.line.id, entry.line.doc)
            for entry in self.journal.entries(start)
            if not entry.void and entry.offset < end.offset
        )
        return gained if start.offset < end.offset else iter(()), self._cursor(end), fresh

    def read(self, place: Location) -> Line:
        """The line at a place the view named; mends a view that is out of step. Raises `Damaged`."""
        line = self.journal.read(place.offset, place.length)
        if (line.table, line.id) != (place.table, place.id):
            raise Damaged(f"{self.path}: the key view is out of step", "run the command again after `quotebank check`")
        return line

    @property
    def start(self) -> Place:
        """The place of the first change in the file."""
        return start_of(self.journal.header())

    @property
    def view_now(self) -> KeyView:
        """The key view, brought up to the journal's end."""
        self.view.sync()
        return self.view

    # Writing ------------------------------------------------------------------------------------------------------

    @contextmanager
    def transaction(self, did: str, *, dry_run: bool = False) -> Iterator[Transaction]:
        """Changes that take effect together when the block ends, on disk before it returns; none if it raises.

        `did` is the command's name, for `history`. With `dry_run` everything is checked and nothing written.
        """
        if dry_run:
            change = self._begin(did)
            yield change
            change.commit()
            return
        self.journal.stamp()  # no lock file beside a bank that is not there
        with writer_lock(self.path, self.disk, self.wait):
            if self.journal.header().version < self.journal.version:
                upgrade(self.journal, random_id(), self.clock())
            change = self._begin(did)
            change.start(lambda: Appender(self.journal, self.view.place))
            try:
                yield change
                change.commit()
            except BaseException:
                change.rollback()
                raise

    def add(self, article: Article) -> Article:
        """Add one article; returns it as stored, key and times filled in."""
        with self.transaction("add") as change:
            return change.add_article(article)

    def add_quote(self, quote: Quote) -> Quote:
        """Attach one quote to its article; returns it as stored, id and times filled in."""
        with self.transaction("quote") as change:
            return change.add_quote(quote)

    # The document layer -------------------------------------------------------------------------------------------

    @property
    def articles(self) -> "JournalTable":
        """The articles as a TinyDB table of JSON shapes: ``bank.articles.search(where("outlet") == "TASS")``."""
        return self.documents(ARTICLES)

    @property
    def quotes(self) -> "JournalTable":
        """The quotes as a TinyDB table of JSON shapes (a document's `doc_id` is the quote's id)."""
        return self.documents(QUOTES)

    def documents(self, table: str) -> "JournalTable":
        """Any table of the bank as a TinyDB table; one that is not there yet is empty."""
        if table not in self._tables:
            from quotebank.bank.documents import JournalStorage, JournalTable

            self._tables[table] = JournalTable(JournalStorage(bank=self), table)
        return self._tables[table]

    def _begin(self, did: str) -> Transaction:
        return Transaction(did, self.view_now, self.read, self.clock(), self.new_id)

    def _line(self, place: Location | None, message: str) -> Line:
        if place is None or not place.live:
            raise NotFound(message, "see `quotebank list`")
        return self.read(place)

    def _cursor(self, place: Place) -> str:
        return f"{self.view.generation} {self.view.last} {place.offset} {place.line} {place.check}"

    def _resume(self, cursor: str) -> Place | None:
        parts = cursor.split(" ")
        if len(parts) != 5 or parts[0] != self.view.generation:
            return None
        last, place = int(parts[1]), Place(int(parts[2]), int(parts[3]), parts[4])
        return place if place == self.view.place or self.journal.unchanged(last, place) else None


def _quote(line: Line) -> Quote:
    return Quote.from_json({"id": line.id, **(line.doc or {})})


def utc_now() -> str:
    """The time now as quotebank stores it: ``2021-11-30T09:00:00Z``."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


def random_id() -> str:
    """Eight characters of 40 random bits: short enough to type, and apart in banks that are merged later.

    Crockford's base 32 alphabet, lower case: no two letters are easily misread for each other.
    """
    number = int.from_bytes(os.urandom(5), "big")
    return "".join(_DIGITS[(number >> shift) & 31] for shift in range(0, 40, 5))
