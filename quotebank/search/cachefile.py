"""The index's file: opened, made, thrown away when it is damaged or not ours, done without when it cannot be.

The file holds nothing that is not in the bank, so the answer to every doubt is a new one. Where none can be
written the index lives in memory, for one command.
"""

import os
import sqlite3
import time
from contextlib import suppress
from enum import Enum
from pathlib import Path

from quotebank.errors import Busy
from quotebank.search import schema
from quotebank.search.units import raw
from quotebank.search.upkeep import clear
from quotebank.text.folding import VERSION

_SIDES = ("-wal", "-shm", "-journal", "")
_MAPPED = 256 * 1024 * 1024
_PAUSE = 0.02
_FORMAT = schema.FORMAT * 1000 + VERSION


class Trouble(Enum):
    """What an SQLite error means for the file."""

    BUSY = "another process is writing it"
    DAMAGED = "it is damaged"
    UNUSABLE = "it cannot be written"


def trouble(error: sqlite3.Error) -> Trouble:
    """What went wrong, from SQLite's result code (https://www.sqlite.org/rescode.html)."""
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if isinstance(code, int) else sqlite3.SQLITE_ERROR
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return Trouble.BUSY
    unusable = (
        sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_PROTOCOL,
    )  # fmt: skip
    return Trouble.UNUSABLE if primary in unusable else Trouble.DAMAGED


def connect(path: Path | None, fingerprint: str, wait: float) -> sqlite3.Connection:
    """An open index: what `path` holds if it was made for `fingerprint` by this version, else an empty one.

    A damaged or foreign file is replaced; where no file can be kept the connection is to memory. `wait`
    is how many seconds to wait for another process; after that `Busy` is raised.
    """
    if path is not None:
        for attempt in range(2):
            with suppress(OSError):
                try:
                    return _open_file(path, fingerprint, wait)
                except sqlite3.Error as error:
                    kind = trouble(error)
                    if kind is Trouble.BUSY:
                        raise busy(path) from error
                    if kind is Trouble.UNUSABLE or attempt:
                        break
                    discard(path)
    return _prepared(sqlite3.connect(":memory:", isolation_level=None), fingerprint)


def busy(path: Path | None) -> Busy:
    """The error for an index that another process keeps to itself."""
    return Busy(f"{path}: the search index is being written by another process", "try again in a moment")


def discard(path: Path) -> None:
    """Remove the file and what SQLite keeps beside it; raises `OSError`."""
    # The log goes first: a log left beside a new file could be taken for its own.
    for side in _SIDES:
        path.with_name(path.name + side).unlink(missing_ok=True)


def empty(db: sqlite3.Connection, fingerprint: str) -> None:
    """Make the index empty, of this format and for `fingerprint`; inside the caller's transaction."""
    clear(db)
    db.execute("INSERT INTO meta VALUES ('fingerprint', ?)", (raw(fingerprint),))
    db.execute(f"PRAGMA application_id = {schema.APPLICATION}")
    db.execute(f"PRAGMA user_version = {_FORMAT}")


def _open_file(path: Path, fingerprint: str, wait: float) -> sqlite3.Connection:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    db = sqlite3.connect(path, timeout=wait, isolation_level=None)
    try:
        _write_ahead(db, wait)
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute(f"PRAGMA mmap_size = {_MAPPED}")
        return _prepared(db, fingerprint)
    except BaseException:
        db.close()
        raise


def _write_ahead(db: sqlite3.Connection, wait: float) -> None:
    """Switch to a write-ahead log. SQLite does not wait for others in this one pragma, so we do."""
    until = time.monotonic() + wait
    while True:
        try:
            db.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if trouble(error) is not Trouble.BUSY or time.monotonic() > until:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _prepared(db: sqlite3.Connection, fingerprint: str) -> sqlite3.Connection:
    """The connection with an index of this format in it: the one found, or a new one."""
    if not _is_current(db, fingerprint):
        db.execute("BEGIN IMMEDIATE")
        try:
            # Another process may have made it while this one waited.
            if not _is_current(db, fingerprint):
                empty(db, fingerprint)
        except BaseException:
            db.execute("ROLLBACK")
            raise
        db.execute("COMMIT")
    return db


def _is_current(db: sqlite3.Connection, fingerprint: str) -> bool:
    marks = [db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
    if marks != [schema.APPLICATION, _FORMAT]:
        return False
    found = db.execute("SELECT value FROM meta WHERE name = 'fingerprint'").fetchone()
    return found is not None and bytes(found[0]) == raw(fingerprint)
