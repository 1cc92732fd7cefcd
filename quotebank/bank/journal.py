"""The bank's file: a header line, then one line a change, appended and never rewritten.

A transaction's lines stand together and count only once its last line (which says how many they are) is
there. What stands behind the last complete transaction was never acknowledged: readers pass over it, the
next writer sets it aside. Anything else that does not check is damage, and damage is an error: it is never
taken for an empty bank and never overwritten.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from json import dumps
from pathlib import Path
from typing import NamedTuple

from quotebank.bank.disk import Disk, explain, explained
from quotebank.bank.header import REPAIR, Header, read_header
from quotebank.bank.lines import (
    DamagedLine,
    Line,
    decode,
    is_header,
    membership,
    of_table,
    parsed,
    read_line,
    record_text,
    table_start,
    unsealed,
    verify,
)
from quotebank.bank.migrations import STEPS, Step
from quotebank.errors import Damaged, MissingFile

_HEAD_BYTES = 4096
_BLOCK_BYTES = 1 << 20
_HELD_BYTES = 1 << 26


class Place(NamedTuple):
    """A point between two lines: the bytes and lines before it, and the checksum of the line before it."""

    offset: int
    line: int
    check: str


class Entry(NamedTuple):
    """A line with where it stands: offset and length in bytes, number from 1; `void` if never completed."""

    offset: int
    length: int
    number: int
    line: Line
    void: bool = False


class Stamp(NamedTuple):
    """What tells a changed file from an unchanged one without reading it."""

    size: int
    mtime: int
    inode: int


class Journal:
    """Reads one journal file. Knows lines, not records.

    `steps` lead from older formats to the one in force, which is their number plus one.
    """

    def __init__(self, path: Path, disk: Disk, steps: tuple[Step, ...] = STEPS) -> None:
        self.path = path
        self.disk = disk
        self.version = 1 + len(steps)
        self.steps = steps
        self._due: tuple[Step, ...] = ()
        self._format = self.version

    @contextmanager
    def opened(self) -> Iterator[int]:
        """A descriptor of the file, for reading; raises `MissingFile`, `NotPermitted`, `StorageError`."""
        try:
            handle = self.disk.open(self.path, os.O_RDONLY)
        except OSError as problem:
            raise self._unopened(problem) from problem
        try:
            yield handle
        finally:
            self.disk.close(handle)

    @contextmanager
    def pinned(self) -> Iterator["PinnedJournal"]:
        """This file as it is now, read from one descriptor: what takes its place meanwhile is not seen."""
        with self.opened() as handle:
            pinned = PinnedJournal(self, handle)
            pinned.header()
            yield pinned

    def stamp(self) -> Stamp:
        """The file's size, time and identity now; errors as `opened`."""
        try:
            found = os.stat(self.path)  # noqa: PTH116 - the hot path
        except OSError as problem:
            raise self._unopened(problem) from problem
        return Stamp(found.st_size, found.st_mtime_ns, found.st_ino)

    def header(self) -> Header:
        """The first line; raises `BadInput` for a file that is no bank, `Damaged`, and `NewerBank`."""
        with self.opened() as handle, explained(self.path, "reading"):
            first = self.disk.read(handle, _HEAD_BYTES, 0)
        header = read_header(self.path, first, self.version)
        self._due = self.steps[header.version - 1 :]
        self._format = header.version
        return header

    def read(self, offset: int, length: int) -> Line:
        """The line at a known place; raises `Damaged` when no whole line stands there any more."""
        with self.opened() as handle, explained(self.path, "reading"):
            raw = self.disk.read(handle, length, offset)
        try:
            return self.decode(raw)
        except DamagedLine as problem:
            raise Damaged(f"{self.path}: the line at byte {offset} is damaged: {problem}", REPAIR) from problem

    def entries(self, start: Place, end: int | None = None) -> Iterator[Entry]:
        """The lines from `start` on (to byte `end`), transaction by transaction; raises `Damaged` at the first bad one.

        Lines of a transaction that was never completed come as `void` if others follow them, and not at
        all at the end of the file.
        """
        group: list[bytes] = []
        size, held, first, current = 0, 0, start, b""
        for raw, place in self._walk(start, end):
            tx, whole = membership(raw)
            if size and tx != current:
                yield from self._told(first, group, size, void=True)
                group, size, held = [], 0, 0
            if not size:
                first, current = Place(place.offset - len(raw), place.line - 1, ""), tx
            size += 1
            if held < _HELD_BYTES:
                group.append(raw)
                held += len(raw)
            if whole:
                yield from self._told(first, group, size, void=whole != size)
                group, size, held = [], 0, 0

    def _told(self, first: Place, group: list[bytes], size: int, *, void: bool) -> Iterator[Entry]:
        """The lines of one transaction; what a long one has beyond `_HELD_BYTES` is read a second time."""
        offset, number, _ = first
        for raw in group:
            number += 1
            yield Entry(offset, len(raw), number, self._read(raw, number), void)
            offset += len(raw)
        if size > len(group):
            rest = islice(self._walk(Place(offset, number, "")), size - len(group))
            for raw, place in rest:
                yield Entry(place.offset - len(raw), len(raw), place.line, self._read(raw, place.line), void)

    def _walk(self, start: Place, end: int | None = None) -> Iterator[tuple[bytes, Place]]:
        """Every verified line from `start` on and the place behind it, up to a write cut short; raises `Damaged`."""
        offset, number, _ = start
        for raw in self.lines(start.offset, end):
            if raw == b"\n":  # a writer mends a missing last newline, so a catch-up may start with one
                number += offset != start.offset
                offset += 1
                continue
            number += 1
            try:
                verify(raw)
                inner = self.is_inner_header(raw)
            except DamagedLine as problem:
                if is_torn(raw):
                    return
                raise self._damaged(number, problem) from problem
            offset += len(raw)
            if not inner:
                yield raw, Place(offset, number, "")

    def _read(self, raw: bytes, number: int) -> Line:
        try:
            return self._upgraded(read_line(raw))
        except DamagedLine as problem:
            raise self._damaged(number, problem) from problem

    def _damaged(self, number: int, problem: object) -> Damaged:
        return Damaged(f"{self.path}: line {number} is damaged: {problem}", REPAIR)

    def table(self, table: str, end: int, skip: frozenset[int]) -> Iterator[Line]:
        """The lines of one table before byte `end`, but those at the offsets in `skip`; raises `Damaged`.

        For a reader that knows from its view which lines count: other tables' lines are not even parsed.
        """
        return (self._read(raw, number) for number, raw in self._of_table(table, end, skip))

    def texts(self, table: str, end: int, skip: frozenset[int]) -> Iterator[tuple[str, str]]:
        """As `table`, but each line's id and record as JSON text, copied without being parsed where that can be."""
        for number, raw in self._of_table(table, end, skip):
            if self._due:
                line = self._read(raw, number)
                yield dumps(line.id), dumps(line.doc, ensure_ascii=False)
            else:
                yield record_text(raw)

    def _of_table(self, table: str, end: int, skip: frozenset[int]) -> Iterator[tuple[int, bytes]]:
        start = table_start(table)
        offset = 0
        for number, raw in enumerate(self.lines(0, end), start=1):
            here, offset = offset, offset + len(raw)
            if of_table(raw, start) and here not in skip:
                try:
                    verify(raw)
                except DamagedLine as problem:
                    raise self._damaged(number, problem) from problem
                yield number, raw

    def lines(self, offset: int, end: int | None = None) -> Iterator[bytes]:
        """The raw lines from byte `offset` (to byte `end`), newline included; the last of the file may lack it."""
        with self.opened() as handle:
            rest: list[bytes] = []
            while end is None or offset < end:
                size = _BLOCK_BYTES if end is None else min(_BLOCK_BYTES, end - offset)
                with explained(self.path, "reading"):
                    block = self.disk.read(handle, size, offset)
                if not block:
                    break
                offset += len(block)
                head, newline, block = block.partition(b"\n")
                rest.append(head + newline)
                if not newline:
                    continue
                yield b"".join(rest)
                *whole, last = block.split(b"\n")
                for part in whole:
                    yield part + b"\n"
                rest = [last]
            if last := b"".join(rest):
                yield last

    def place_after(self, entry: Entry) -> Place:
        """The place behind `entry`."""
        with self.opened() as handle, explained(self.path, "reading"):
            check = self.disk.read(handle, 8, entry.offset + 8).decode("ascii", "replace")
        return Place(entry.offset + entry.length, entry.number, check)

    def unchanged(self, last: int, place: Place) -> bool:
        """Whether the line at offset `last` still stands and ends at `place`: the file has only grown since."""
        with self.opened() as handle, explained(self.path, "reading"):
            raw = self.disk.read(handle, place.offset - last, last)
            before = self.disk.read(handle, 1, last - 1) if last else b"\n"
        if len(raw) != place.offset - last or before != b"\n" or raw[8:16] != place.check.encode():
            return False
        try:
            unsealed(raw)
        except DamagedLine:
            return False
        return b"\n" not in raw[:-1]

    def change(self, raw: bytes) -> Line | None:
        """As `decode`, but None for an inner header."""
        verify(raw)
        return None if self.is_inner_header(raw) else self._upgraded(read_line(raw))

    def is_inner_header(self, raw: bytes) -> bool:
        """Whether a verified line behind the first is a header: a merge with a rewritten bank leaves one inside.

        It is passed over; raises `DamagedLine` if lines of another format would follow it.
        """
        if not is_header(raw):
            return False
        version = parsed(raw)["quotebank"]
        if version != self._format:
            raise DamagedLine(f"lines of format {version} in a bank of format {self._format}")
        return True

    def decode(self, raw: bytes) -> Line:
        """The line in `raw`, in the present format; raises `DamagedLine`."""
        return self._upgraded(decode(raw))

    def _upgraded(self, line: Line) -> Line:
        for step in self._due:
            line = step(line)
        return line

    def _unopened(self, problem: OSError) -> Exception:
        if isinstance(problem, FileNotFoundError):
            return MissingFile(f"{self.path}: there is no bank", "make one with `quotebank init`")
        return explain(problem, self.path, "opening the bank")


class PinnedJournal(Journal):
    """A journal read from one open descriptor; made by `Journal.pinned`. `inode` tells which file it is."""

    def __init__(self, journal: Journal, handle: int) -> None:
        super().__init__(journal.path, journal.disk, journal.steps)
        self._handle = handle
        self.inode = os.fstat(handle).st_ino

    @contextmanager
    def opened(self) -> Iterator[int]:
        """The held descriptor."""
        yield self._handle


def start_of(header: Header) -> Place:
    """The place of the first change."""
    return Place(header.size, 1, header.check)


def is_torn(raw: bytes) -> bool:
    """Whether a last line that does not check is a write cut short.

    It is one if its newline is missing too; but if the line checks without its last byte, then the newline
    itself was damaged, and the line had been acknowledged.
    """
    if raw.endswith(b"\n"):
        return False
    try:
        unsealed(raw[:-1])
    except DamagedLine:
        return True
    return False
