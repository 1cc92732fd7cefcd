"""A writer's bank: articles and quotes kept in one journal file."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Self, TypeVar

from quotebank.bank.appending import Appender, create
from quotebank.bank.disk import Disk
from quotebank.bank.header import REPAIR, header_line
from quotebank.bank.journal import Journal, PinnedJournal, Place, start_of
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

_Told = TypeVar("_Told")
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
        # Through links, so that one file has one lock, and a rewriting replaces the file and not the link.
        self.path = Path(os.path.realpath(bank_path(os.fspath(path), Path())))
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
        return self._whole(table, Journal.table)

    def article_texts(self) -> Iterator[str]:
        """The JSON shape of every article as text, copied from the file: for taking the bank whole elsewhere."""
        return (shape for _, shape in self._whole(ARTICLES, Journal.texts))

    def quote_texts(self) -> Iterator[str]:
        """The JSON shape of every quote as text, its id put in."""
        found = self._whole(QUOTES, Journal.texts)
        return (f'{{"id":{record},{shape[1:]}' for record, shape in found)

    def _whole(self, table: str, take: Callable[[Journal, str, int, frozenset[int]], Iterator[Any]]) -> Iterator[Any]:
        """What `take` makes of every line of a table that counts, all of them from the file as it is now."""
        found = self._taken(table, take)
        next(found)  # opens the file
        return found

    def _taken(self, table: str, take: Callable[[Journal, str, int, frozenset[int]], Iterator[Any]]) -> Iterator[Any]:
        """None once the file is open, then the lines; raises `Damaged` at the end if there are too few of them."""
        number = 0
        with self.pinned(lambda view: (view.place.offset, view.superseded(), view.size(table))) as (told, journal):
            end, skip, expected = told
            yield None
            for line in take(journal, table, end, skip):
                number += 1
                yield line
        if number != expected:
            raise Damaged(f"{self.path}: only {number} of {expected} {table} can be found", REPAIR)

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
        gained = self._changes(cursor)
        reached, fresh = next(gained)
        return gained, reached, fresh

    def _changes(self, cursor: str) -> Iterator[Any]:
        """The new cursor and whether all is told once everything is opened, then the changes."""
        with self.pinned(lambda view: (view.generation, view.last, view.place, view.never_counted())) as (
            told,
            journal,
        ):
            generation, last, place, skip = told
            resumed = _resume(cursor, generation, place, journal)
            yield f"{generation} {last} {place.offset} {place.line} {place.check}", resumed is None
            for entry in journal.entries(resumed or start_of(journal.header()), place.offset):
                if entry.offset not in skip:
                    yield Change(entry.line.table, entry.line.id, entry.line.doc)

    def read(self, place: Location) -> Line:
        """The line at a place the view named, or where the record stands now if that is out of step.

        Raises `Damaged`, and `NotFound` if the record went meanwhile.
        """
        line = self._read(place)
        for mend in (self.view.sync, self.view.rebuild):
            if line is not None:
                return line
            mend()
            found = self.view.by_id(place.table, place.id)
            if found is None or found.live != place.live:
                raise NotFound(f"{place.table}: no record {place.id} any more", "see `quotebank history`")
            line = self._read(found)
        if line is None:
            raise Damaged(f"{self.path}: {place.table} {place.id} cannot be found", REPAIR)
        return line

    def _read(self, place: Location) -> Line | None:
        try:
            line = self.journal.read(place.offset, place.length)
        except Damaged:
            return None
        return line if (line.table, line.id) == (place.table, place.id) else None

    @contextmanager
    def pinned(self, ask: Callable[[KeyView], _Told]) -> Iterator[tuple[_Told, PinnedJournal]]:
        """What the key view tells at one moment, and the very file it tells of, whatever takes its place meanwhile."""
        while True:
            view = self.view_now
            with self.journal.pinned() as journal:
                with view.moment():
                    fits = view.stamp is not None and view.stamp.inode == journal.inode
                    told = ask(view) if fits else None
                if fits:
                    yield told, journal  # type: ignore[misc]
                    return

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
            self.view_now.confirm()
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


def _resume(cursor: str, generation: str, place: Place, journal: Journal) -> Place | None:
    """The place a cursor stands for, if it is one of this file."""
    named, *parts = cursor.split(" ")
    if named != generation or len(parts) != len(Place._fields) + 1 or not all(map(str.isdecimal, parts[:3])):
        return None
    last, reached = int(parts[0]), Place(int(parts[1]), int(parts[2]), parts[3])
    return reached if last <= reached.offset <= place.offset and journal.unchanged(last, reached) else None


def _quote(line: Line) -> Quote:
    return Quote.from_json({"id": line.id, **(line.doc or {})})


def utc_now() -> str:
    """The time now as quotebank stores it: ``2021-11-30T09:00:00Z``."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


def random_id() -> str:
    """Eight characters of 40 random bits: short enough to type, and apart in banks that are merged later.

    Crockford's base 32 alphabet, lower case: no two letters are easily misread for each other.
    """
    pairs = _pairs()
    number = int.from_bytes(os.urandom(5), "big")
    return pairs[number >> 30] + pairs[number >> 20 & 1023] + pairs[number >> 10 & 1023] + pairs[number & 1023]


@cache
def _pairs() -> tuple[str, ...]:
    """Two characters for each number of ten bits."""
    return tuple(first + second for first in _DIGITS for second in _DIGITS)
