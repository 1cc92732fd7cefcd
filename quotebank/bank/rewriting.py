"""Putting a whole new file in the journal's place: beside it, then in one step, never over it."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path

from quotebank.bank.disk import Disk, explain, explained
from quotebank.bank.header import header_line
from quotebank.bank.journal import Journal, start_of
from quotebank.bank.lines import encode
from quotebank.errors import CannotCreate

_BLOCK_BYTES = 1 << 20
BACKUPS = "backups"


def write_whole(path: Path, chunks: Iterable[bytes], disk: Disk) -> int:
    """Write a file so that it is there whole, or as it was before: on disk when this returns its size.

    It is written beside its place as ``NAME.new`` and moved there. Raises `StorageError` and its kin; what
    `chunks` raises passes through. Either way nothing is left of an attempt that failed; only when the folder
    could not be synced the file is in its place all the same, and the error says so.
    """
    new = path.with_name(path.name + ".new")
    size = 0
    with explained(path, "writing"):
        handle = disk.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        try:
            try:
                for block in _blocks(chunks):
                    disk.write(handle, block)
                    size += len(block)
                disk.sync(handle)
            finally:
                disk.close(handle)
            disk.replace(new, path)
        except BaseException:
            with suppress(OSError):
                disk.remove(new)
            raise
    try:
        disk.sync_folder(path.parent)
    except OSError as problem:
        error = explain(problem, path, "writing")
        error.hint = "the file is in its place, but a power cut might undo that; check the device"
        raise error from problem
    return size


def upgrade(journal: Journal, generation: str, now: str) -> None:
    """Rewrite a journal of an older format in the present one, after copying it aside. Under the writer lock."""
    header = journal.header()
    copy_aside(journal.path, journal.disk, now)
    lines = (encode(entry.line) for entry in journal.entries(start_of(header)) if not entry.void)
    first = header_line(header.bank, generation, header.at, journal.version)
    write_whole(journal.path, chain((first,), lines), journal.disk)


def copy_aside(path: Path, disk: Disk, now: str) -> Path:
    """Copy a file, whatever is in it, into the folder ``backups`` beside it; returns the copy, on disk."""
    target = free_name(path, disk, now)
    write_whole(target, read_blocks(path, disk), disk)
    return target


def free_name(path: Path, disk: Disk, now: str) -> Path:
    """A name for a copy in the folder ``backups`` (made if missing): the file's, with the time, not yet taken."""
    folder = path.parent / BACKUPS
    with explained(folder, "making the folder"):
        disk.make_folder(folder)
    stamp = now.replace("-", "").replace(":", "")
    for number in range(1, 1000):
        target = folder / f"{path.stem}-{stamp}{f'-{number}' if number > 1 else ''}{path.suffix}"
        if not os.path.lexists(target):
            return target
    raise CannotCreate(f"{folder}: too many backups of one second", "try again in a moment")


def read_blocks(path: Path, disk: Disk) -> Iterator[bytes]:
    """The bytes of a file in blocks."""
    with explained(path, "reading"):
        handle = disk.open(path, os.O_RDONLY)
        try:
            offset = 0
            while block := disk.read(handle, _BLOCK_BYTES, offset):
                offset += len(block)
                yield block
        finally:
            disk.close(handle)


def _blocks(chunks: Iterable[bytes]) -> Iterator[bytes]:
    parts: list[bytes] = []
    size = 0
    for chunk in chunks:
        parts.append(chunk)
        size += len(chunk)
        if size >= _BLOCK_BYTES:
            yield b"".join(parts)
            parts, size = [], 0
    if parts:
        yield b"".join(parts)
