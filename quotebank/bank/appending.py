"""Writing to the journal: only ever at its end, undone as a whole when any part of it fails."""

import os
from pathlib import Path

from quotebank.bank.disk import Disk, explain, explained
from quotebank.bank.header import read_header
from quotebank.bank.journal import Journal, Place
from quotebank.bank.lock import writer_lock
from quotebank.bank.rewriting import write_whole
from quotebank.errors import CannotCreate, QuotebankError

_FLUSH_BYTES = 1 << 20
_WAIT_SECONDS = 10.0


class Appender:
    """One transaction's bytes on their way to the end of the journal. Use under the writer lock.

    `place` is the end of the last complete transaction: what stands behind it is set aside first. After
    `commit` the bytes are on disk; after `rollback` the file is as it was.
    """

    def __init__(self, journal: Journal, place: Place) -> None:
        self._journal = journal
        self._disk = journal.disk
        self._start = place.offset
        self._buffer: list[bytes] = []
        self._buffered = 0
        self._written = False
        path = journal.path
        with explained(path, "opening the bank for writing"):
            self._handle = self._disk.open(path, os.O_RDWR | os.O_APPEND)
        try:
            with explained(path, "reading"):
                size = self._disk.size(self._handle)
                before = self._disk.read(self._handle, 1, place.offset - 1)
            if size > place.offset:
                self._set_aside()
            if before != b"\n":
                self._buffer.append(b"\n")
        except BaseException:
            self._disk.close(self._handle)
            raise

    def add(self, data: bytes) -> None:
        """Take one encoded line; long transactions reach the file in blocks, but count only when committed."""
        self._buffer.append(data)
        self._buffered += len(data)
        if self._buffered >= _FLUSH_BYTES:
            self._flush()

    def commit(self) -> None:
        """Return only when everything is on disk, file first and folder second; undo all if that fails."""
        try:
            self._flush()
            self._disk.sync(self._handle)
            self._disk.sync_folder(self._journal.path.parent)
        except OSError as problem:
            undone = self._undo()
            raise self._failed(problem, undone) from problem
        except BaseException:
            self._undo()
            raise
        self.close()

    def rollback(self) -> None:
        """Leave the file as it was before."""
        if self._handle >= 0:
            self._undo()

    def close(self) -> None:
        """Give the descriptor back."""
        handle, self._handle = self._handle, -1
        if handle >= 0:
            self._disk.close(handle)

    def _flush(self) -> None:
        data = b"".join(self._buffer)
        self._buffer, self._buffered = [], 0
        if data:
            self._written = True
            try:
                self._disk.write(self._handle, data)
            except OSError as problem:
                undone = self._undo()
                raise self._failed(problem, undone) from problem

    def _undo(self) -> bool:
        """Cut the file back, on the device too: else a power cut might bring back what was said to have failed."""
        try:
            if self._written and self._handle >= 0:
                self._disk.truncate(self._handle, self._start)
                self._disk.sync(self._handle)
        except OSError:
            return False
        else:
            return True
        finally:
            self.close()

    def _failed(self, problem: OSError, undone: bool) -> QuotebankError:
        error = explain(problem, self._journal.path, "writing")
        if not undone:
            error.hint = "the change may or may not be kept: see `quotebank history`, then `quotebank check`"
        return error

    def _set_aside(self) -> None:
        """Move the unacknowledged tail to ``bank.jsonl.torn`` before anything is written over it."""
        path = self._journal.path
        torn = path.with_name(path.name + ".torn")
        with explained(torn, "setting an unfinished write aside"):
            handle = self._disk.open(torn, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
            try:
                offset = self._start
                while block := self._disk.read(self._handle, _FLUSH_BYTES, offset):
                    self._disk.write(handle, block)
                    offset += len(block)
                self._disk.write(handle, b"\n")
                self._disk.sync(handle)
            finally:
                self._disk.close(handle)
            self._disk.sync_folder(path.parent)
            self._disk.truncate(self._handle, self._start)
            self._disk.sync(self._handle)


def create(path: Path, disk: Disk, header: bytes, wait: float = _WAIT_SECONDS) -> None:
    """Make a new bank holding only its header, on disk when this returns; it is there whole or not at all.

    Raises `CannotCreate` if something is at `path`, `Busy` if another is at work there for `wait` seconds.
    """
    read_header(path, header)
    _refuse_taken(path)
    with explained(path, "making the bank"):
        disk.make_folder(path.parent)
    with writer_lock(path, disk, wait):
        _refuse_taken(path)
        write_whole(path, (header,), disk)


def _refuse_taken(path: Path) -> None:
    if os.path.lexists(path):
        raise CannotCreate(f"{path}: there is something already", "use it, or choose another folder")
