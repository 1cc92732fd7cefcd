"""The key view: where in the journal each record stands, in a disposable SQLite file.

It answers "where is key K" without reading the bank, remembers how far it has read, catches up from the
journal's tail, and starts over when the journal is another one or has been rewritten. It is never asked to
be believed: every line it points to still has to check. It may be deleted at any time.
"""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from quotebank.bank.collecting import without_collector
from quotebank.bank.header import Header
from quotebank.bank.journal import Entry, Journal, Place, Stamp, start_of
from quotebank.bank.view_marks import ArticleMarks
from quotebank.bank.view_rows import INDEXES, SCHEMA, TABLES, WITHOUT_INDEXES, Brief, RowWriter, folded, run, storable
from quotebank.errors import Damaged, StorageError

_WAIT_SECONDS = 60.0
_TRIES = 4
_BULK_BYTES = 1 << 22
_CHECKPOINT_PAGES = 1000
_LOCATION = "tbl, records.id, rev, off, len, live"

Progress = Callable[[int, int], None]
"""Told how many bytes of how many are read; called for long catch-ups only."""


class Location(NamedTuple):
    """Where a record's newest line stands, and whether it was removed (`live` 0)."""

    table: str
    id: str
    rev: int
    offset: int
    length: int
    live: int


class Counts(NamedTuple):
    """How many articles and quotes a bank holds."""

    articles: int
    quotes: int


class KeyView(ArticleMarks):
    """One bank's key view. `folder` is the cache folder; where it cannot be written the view lives in memory."""

    def __init__(self, journal: Journal, folder: Path | None, progress: Progress | None = None) -> None:
        self._journal = journal
        self._folder = folder
        self._progress = progress
        self._db: sqlite3.Connection | None = None
        self.stamp: Stamp | None = None
        self.last = 0
        self.path: Path | None = None
        self.place = Place(0, 0, "")
        self.generation = ""

    def sync(self) -> None:
        """Read what the journal has gained; raises the journal's errors, `Damaged` above all."""
        for attempt in range(1, _TRIES + 1):
            try:
                self._sync()
            except Damaged:
                # A reader that met a writer setting a torn tail aside may have seen half of each.
                if attempt == _TRIES:
                    raise
                time.sleep(0.02)
            except sqlite3.DatabaseError as problem:
                self._discard(problem, last=attempt == _TRIES - 1)
            else:
                return

    def rebuild(self) -> None:
        """Forget everything and read the journal from its start; errors as `sync`."""
        self.sync()
        try:
            with self._transaction() as db:
                self._catch_up(db, anew=True)
        except sqlite3.DatabaseError as problem:
            self._discard(problem, last=False)
            self.sync()

    def confirm(self) -> None:
        """Hold the stored state against the journal, and build it anew if it is wrong. Under the writer lock.

        Where a writer appends, and what it sets aside there, must not hang on the word of a disposable file.
        """
        journal = self._journal
        if not journal.unchanged(self.last, self.place) or any(not entry.void for entry in journal.entries(self.place)):
            self.rebuild()

    def close(self) -> None:
        """Give the file back."""
        if self._db is not None:
            self._db.close()
        self._db, self.stamp = None, None

    def _sync(self) -> None:
        stamp = self._journal.stamp()
        if self._db is not None and stamp == self.stamp:
            return
        header = self._journal.header()
        if self._db is None:
            self._open(header)
        if self._load() == stamp:
            return
        with self._transaction() as db:
            if self._load() != self._journal.stamp() or self.generation != self._journal.header().generation:
                self._catch_up(db)

    def _catch_up(self, db: sqlite3.Connection, *, anew: bool = False) -> None:
        """Read what the journal has gained, or all of it when it has not merely grown.

        The stamp is taken first, so what is appended meanwhile is looked for next time; if another file took the
        journal's place meanwhile, that one is read.
        """
        while True:
            stamp = self._journal.stamp()
            header = self._journal.header()
            same = not anew and self.generation == header.generation
            grown = same and self._journal.unchanged(self.last, self.place)
            # What is built anew is written to its place once, on closing, and not as soon as it is complete.
            much = stamp.size - self.place.offset > max(self.place.offset, _BULK_BYTES)
            db.execute(f"PRAGMA wal_autocheckpoint={_CHECKPOINT_PAGES if grown and not much else 0}")
            if much:
                db.execute("PRAGMA cache_size=-65536")
            if not grown:
                self._start_over(db, header)
            elif much:
                run(db, WITHOUT_INDEXES)
            self._read(db, stamp)
            if self._journal.stamp().inode == stamp.inode:
                return
            anew = True

    def _load(self) -> Stamp | None:
        """Take the stored state; the answer tells of which file it is."""
        row = self._connection.execute(
            "SELECT schema, gen, offset, line, chk, last, size, mtime, inode FROM state"
        ).fetchone()
        if row is None or row[0] != SCHEMA:
            self.generation = ""
            return None
        self.generation, self.place, self.last = row[1], Place(*row[2:5]), row[5]
        self.stamp = Stamp(*row[6:9])
        return self.stamp

    def _start_over(self, db: sqlite3.Connection, header: Header) -> None:
        for table in ("state", "records", "older", "names", "articles"):
            db.execute(f"DROP TABLE IF EXISTS {table}")
        run(db, TABLES)
        self.place, self.generation, self.last = start_of(header), header.generation, 0
        db.execute("INSERT INTO state(schema, gen, articles, quotes) VALUES(?, ?, 0, 0)", (SCHEMA, header.generation))

    def _read(self, db: sqlite3.Connection, stamp: Stamp) -> None:
        long = stamp.size - self.place.offset > _BULK_BYTES
        bulk = self._progress if long else None
        writer = RowWriter(db)
        entry: Entry | None = None
        with without_collector() if long else nullcontext():
            for count, entry in enumerate(self._journal.entries(self.place)):
                writer.take(entry)
                if bulk and count % 20000 == 0:
                    bulk(entry.offset, stamp.size)
        writer.flush()
        run(db, INDEXES)
        if entry is not None:
            self.place, self.last = self._journal.place_after(entry), entry.offset
        db.execute(
            "UPDATE state SET offset=?, line=?, chk=?, last=?, size=?, mtime=?, inode=?, articles=articles+?, "
            "quotes=quotes+?",
            (*self.place, self.last, *stamp, writer.articles, writer.quotes),
        )
        self.stamp = stamp
        if bulk:
            bulk(stamp.size, stamp.size)

    # The file ---------------------------------------------------------------------------------------------------

    @property
    def _connection(self) -> sqlite3.Connection:
        if self._db is None:
            self.sync()
        assert self._db is not None
        return self._db

    def _open(self, header: Header) -> None:
        if self._folder is not None:
            place = str(self._journal.path.resolve()).encode("utf-8", "surrogateescape")
            self.path = self._folder / f"{header.bank}-{crc32(place):08x}.keys.sqlite"
            with suppress(OSError, sqlite3.OperationalError):
                self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                self._connect(str(self.path))
                return
        self.path = None
        self._connect(":memory:")

    def _connect(self, name: str) -> None:
        db = sqlite3.connect(name, timeout=_WAIT_SECONDS, isolation_level=None)
        try:
            db.execute("PRAGMA journal_mode=WAL")
            db.execute("PRAGMA synchronous=NORMAL")
            if db.execute("SELECT count(*) FROM sqlite_master WHERE name='state'").fetchone() == (0,):
                run(db, TABLES)
        except BaseException:
            db.close()
            raise
        self._db = db

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        db = self._connection
        db.execute("BEGIN IMMEDIATE")
        try:
            yield db
            db.execute("COMMIT")
        except BaseException:
            self.stamp = None
            with suppress(sqlite3.Error):
                db.execute("ROLLBACK")
            raise

    def _discard(self, problem: sqlite3.DatabaseError, last: bool) -> None:
        """Delete a cache file that cannot be used; the `last` time, or when it is merely busy, do without it."""
        self.close()
        if last or "locked" in str(problem):
            self._folder = None
        elif self.path is not None:
            for ending in ("", "-wal", "-shm"):
                with suppress(OSError):
                    self.path.with_name(self.path.name + ending).unlink()

    # Answers, all of them as of the last sync ---------------------------------------------------------------------

    @contextmanager
    def moment(self) -> Iterator[None]:
        """Let `place`, `stamp` and all answers inside be of one moment, whatever other processes read in meanwhile.

        Only questions may be asked inside: a `sync` would have to wait for itself.
        """
        db = self._connection
        db.execute("BEGIN")
        try:
            self._load()
            yield
        finally:
            with suppress(sqlite3.Error):
                db.execute("COMMIT")

    def by_id(self, table: str, record: str) -> Location | None:
        """The record of a table with that id, live or removed."""
        sql = f"SELECT {_LOCATION} FROM records WHERE tbl = ? AND id = ?"
        rows = self._rows(sql, storable(table), storable(record))
        return Location(*rows[0]) if rows else None

    def in_table(self, table: str) -> list[Location]:
        """Every live record of a table, in the order of their lines: for small tables."""
        rows = self._rows(f"SELECT {_LOCATION} FROM records WHERE tbl = ? AND live ORDER BY off", storable(table))
        return [Location(*row) for row in rows]

    def by_name(self, key: str) -> Location | None:
        """The live article with that citation key or that old key; case does not matter, present keys go first.

        If a merge left two articles with one key, it is the one that was added first.
        """
        rows = self._rows(
            f"SELECT {_LOCATION} FROM names JOIN records ON tbl = 'articles' AND records.id = names.id "
            "WHERE name = ? ORDER BY current DESC, off LIMIT 1",
            folded(key),
        )
        return Location(*rows[0]) if rows else None

    def quotes_of(self, *keys: str) -> list[Location]:
        """The live quotes of the article with these keys (present and old), in the order of their lines."""
        return self._pointing("owner", keys)

    def read_elsewhere(self, *keys: str) -> bool:
        """Whether a live quote of the article with these keys was read in another source."""
        marks = ",".join("?" * len(keys))
        sql = f"SELECT 1 FROM records WHERE owner IN ({marks}) AND via IS NOT NULL AND live LIMIT 1"
        return bool(self._rows(sql, *map(folded, keys)))

    def quotes_via(self, *keys: str) -> list[Location]:
        """The live quotes that were read in the article with these keys."""
        return self._pointing("via", keys)

    def quotes_read_elsewhere(self) -> list[Location]:
        """The live quotes that were read in another source than their article, in the order of their lines."""
        return [
            Location(*row)
            for row in self._rows(f"SELECT {_LOCATION} FROM records WHERE via IS NOT NULL AND live ORDER BY off")
        ]

    def older(self, table: str, record: str) -> list[tuple[int, int]]:
        """Offset and length of the earlier lines of a record, oldest first."""
        sql = "SELECT off, len FROM older WHERE tbl = ? AND id = ? ORDER BY off"
        return self._rows(sql, storable(table), storable(record))

    def superseded(self) -> frozenset[int]:
        """The offsets of all lines that do not count any more, or never did."""
        return frozenset(
            row[0] for row in self._rows("SELECT off FROM older UNION ALL SELECT off FROM records WHERE NOT live")
        )

    def never_counted(self) -> frozenset[int]:
        """The offsets of lines that never counted: they came too late, or were never completed."""
        return frozenset(row[0] for row in self._rows("SELECT off FROM older WHERE tbl IS NULL"))

    def counts(self) -> Counts:
        """How many live articles and quotes there are."""
        return Counts(*self._rows("SELECT articles, quotes FROM state")[0])

    def size(self, table: str) -> int:
        """How many live records a table has."""
        rows = self._rows("SELECT count(*) FROM records WHERE tbl = ? AND live", storable(table))
        return int(rows[0][0])

    def keys(self, prefix: str, limit: int) -> list[Brief]:
        """Articles one of whose keys starts with `prefix`, by key."""
        low = folded(prefix)
        rows = self._rows(
            "SELECT key, outlet, authors, date, tags FROM names JOIN articles USING(id) "
            "WHERE name >= ? AND name < ? AND current ORDER BY name LIMIT ?",
            low, low + "\U0010ffff", limit,
        )  # fmt: skip
        return [Brief.from_row(row) for row in rows]

    def clashes(self) -> list[tuple[str, str]]:
        """Keys, present or old, that more than one live article has (after a merge), with the ids of the others.

        "The others" are all but the one that `by_name` finds. Keys are case-folded.
        """
        rows = self._rows(
            "SELECT name, names.id FROM names JOIN records ON tbl = 'articles' AND records.id = names.id WHERE name IN "
            "(SELECT name FROM names GROUP BY name HAVING count(*) > 1) ORDER BY name, current DESC, off"
        )
        return [(name, record) for before, (name, record) in pairwise([("", ""), *rows]) if before[0] == name]

    def _pointing(self, column: str, keys: tuple[str, ...]) -> list[Location]:
        marks = ",".join("?" * len(keys))
        rows = self._rows(
            f"SELECT {_LOCATION} FROM records WHERE {column} IN ({marks}) AND live ORDER BY off", *map(folded, keys)
        )
        return [Location(*row) for row in rows]

    def _rows(self, sql: str, *values: object) -> list[Any]:
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.DatabaseError as problem:
            self._discard(problem, last=False)
        self.sync()
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.DatabaseError as problem:
            raise StorageError(f"the key view cannot be read ({problem})", "run the command again") from problem
