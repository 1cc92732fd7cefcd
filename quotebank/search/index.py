"""The search index: what a bank's records say, ready to be found.

It is derived and disposable. It remembers, as a *cursor* it does not understand, how far it has read, and is told
the rest by a *feed*; two processes that do so at once take turns and the second finds nothing left to do. It
heals itself: what is damaged is thrown away and read again, what cannot be written is kept in memory.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, Self, TypeVar

from quotebank.errors import StorageError
from quotebank.search.cachefile import Trouble, busy, connect, discard, empty, trouble
from quotebank.search.units import plain, raw
from quotebank.search.upkeep import Change, apply

if TYPE_CHECKING:
    from quotebank.search.query import Query
    from quotebank.search.ranking import Results, Wanted

__all__ = ["Change", "Feed", "Reading", "SearchIndex"]

_T = TypeVar("_T")
_WAIT = 30.0


class Reading(NamedTuple):
    """What a feed tells: the records that changed, and the cursor that stands for having read them.

    `changes` may be lazy; it is read at most once, inside the index's transaction. `fresh` says that they are
    the whole bank and not what came after the cursor: the index is emptied first.
    """

    changes: Iterable[Change]
    cursor: str
    fresh: bool = False


Feed = Callable[[str | None], Reading]
"""Called with the index's cursor (None when it is empty): what changed since then. It may be called again."""


class SearchIndex:
    """An open index; use `open`, and close it or use it as a context."""

    def __init__(self, db: sqlite3.Connection, path: Path | None, fingerprint: str, wait: float) -> None:
        self._db = db
        self._path = path
        self._fingerprint = fingerprint
        self._wait = wait
        self._feed: Feed | None = None

    @classmethod
    def open(cls, path: Path | None, fingerprint: str = "", *, wait: float = _WAIT) -> Self:
        """The index in `path`, made if need be; None, or a path that cannot be written, means in memory.

        `fingerprint` names what is indexed (a bank's identity): an index made for another is emptied.
        `wait` is how many seconds to wait for another process before `Busy` is raised.
        """
        return cls(connect(path, fingerprint, wait), path, fingerprint, wait)

    @property
    def cursor(self) -> str | None:
        """How far the index has read, in the words of whoever feeds it; None when it is empty."""
        found = self._db.execute("SELECT value FROM meta WHERE name = 'cursor'").fetchone()
        return None if found is None else plain(bytes(found[0]))

    @property
    def in_memory(self) -> bool:
        """Whether the index lasts no longer than this process."""
        return not self._db.execute("PRAGMA database_list").fetchone()[2]

    def catch_up(self, feed: Feed) -> int:
        """Read what the feed has since the cursor, in one transaction; the number of changes read.

        Heals damage and full disks on the way. Raises `Busy` when another process writes for too long,
        and whatever the feed raises; the index is then as it was.
        """
        self._feed = feed
        return self._healing(lambda: self._catch_up(feed))

    def search(self, query: "Query", wanted: "Wanted | None" = None) -> "Results":
        """The units that answer the query, as they are `wanted` (None: all of them, best first).

        Damage found on the way is healed from the feed of the last `catch_up`; raises `Busy` if that must wait
        too long for another process, and `StorageError` if there was none.
        """
        from quotebank.search.ranking import Wanted, find

        def answer() -> "Results":
            if self.cursor is None and self._feed:
                self._catch_up(self._feed)
            return self._snapshot(lambda: find(self._db, query, wanted or Wanted()))

        if self._feed:
            return self._healing(answer)
        try:
            return answer()
        except sqlite3.DatabaseError as error:
            raise StorageError(f"{self._path}: the search index cannot be read ({error})", "catch up first") from error

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _catch_up(self, feed: Feed) -> int:
        seen = self.cursor
        if seen is not None and feed(seen).cursor == seen:
            return 0
        with self._transaction():
            # Asked again: another process may have read on while this one waited for its turn.
            return self._apply(feed(self.cursor))

    def _apply(self, reading: Reading) -> int:
        if reading.fresh:
            empty(self._db, self._fingerprint)
        count = apply(self._db, reading.changes)
        self._db.execute("INSERT OR REPLACE INTO meta VALUES ('cursor', ?)", (raw(reading.cursor),))
        return count

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            # SQLite has already rolled back by itself after some errors (a full disk).
            with suppress(sqlite3.Error):
                self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def _snapshot(self, read: Callable[[], _T]) -> _T:
        """Run several statements against one state of the index, whatever others write meanwhile."""
        self._db.execute("BEGIN")
        try:
            return read()
        finally:
            with suppress(sqlite3.Error):
                self._db.execute("ROLLBACK")

    def _healing(self, action: Callable[[], _T]) -> _T:
        """Run `action`; if the file fails, again with a new file, and at last in memory."""
        for place in (self._path, None):
            try:
                return action()
            except sqlite3.ProgrammingError:
                raise
            except sqlite3.Error as error:
                self._reopen(error, place)
        try:
            return action()
        except sqlite3.Error as error:
            raise StorageError(f"the search index cannot be used ({error})") from error

    def _reopen(self, error: sqlite3.Error, path: Path | None) -> None:
        kind = trouble(error)
        if kind is Trouble.BUSY:
            raise busy(self._path) from error
        self._db.close()
        self._path = path if kind is Trouble.DAMAGED else None
        if self._path is not None:
            with suppress(OSError):
                discard(self._path)
        self._db = connect(self._path, self._fingerprint, self._wait)
