"""Keeping a bank in order: compact, backup, restore, and bringing an older format up to date."""

import os
from collections.abc import Iterator
from pathlib import Path

from quotebank.bank.bank import Bank, random_id
from quotebank.bank.disk import explained
from quotebank.bank.header import header_line
from quotebank.bank.journal import Journal, Place, start_of
from quotebank.bank.lines import BASE, encode
from quotebank.bank.lock import writer_lock
from quotebank.bank.places import same_file
from quotebank.bank.rewriting import BACKUPS, copy_aside, free_name, write_whole
from quotebank.errors import BadInput, CannotCreate, MissingFile


def compact(bank: Bank) -> tuple[int, int, Path]:
    """Rewrite the journal with only the newest line of each live record, after copying it aside.

    Returns the sizes in bytes before and after, and where the copy is. What was done before can no longer
    be undone in the bank; the copy still knows it.
    """
    with writer_lock(bank.path, bank.disk, bank.wait):
        bank.view.rebuild()  # what is dropped for good must not hang on the word of a disposable file
        skip = bank.view.superseded()
        before = bank.journal.stamp().size
        copy = copy_aside(bank.path, bank.disk, bank.clock())
        after = write_whole(bank.path, _base(bank, skip), bank.disk)
    return before, after, copy


def backup(bank: Bank, target: Path | None = None) -> Path:
    """Copy the bank, checking every line on the way; returns the copy (in ``backups`` beside it by default).

    Raises `CannotCreate` if the target is there already, `Damaged` if the bank is not whole.
    """
    with bank.pinned(lambda view: view.place) as (place, journal):
        chunks = _checked(journal, place)
        if target is None:
            with writer_lock(bank.path, bank.disk, bank.wait):  # two copies of one second get two names
                target = free_name(bank.path, bank.disk, bank.clock())
                write_whole(target, chunks, bank.disk)
            return target
        if os.path.isdir(target):  # noqa: PTH112 - never raises
            target = target / bank.path.name
        if os.path.lexists(target):
            raise CannotCreate(f"{target}: there is something already", "choose another name")
        write_whole(target, chunks, bank.disk)
    return target


def backups(path: Path) -> list[Path]:
    """The copies in the bank's folder ``backups``, newest first."""
    found = (path.parent / BACKUPS).glob(f"{path.stem}-*{path.suffix}")
    return sorted(found, key=lambda copy: _stamp(copy.stem.removeprefix(f"{path.stem}-")), reverse=True)


def restore(bank: Bank, source: Path, *, dry_run: bool = False) -> Path | None:
    """Put a backup in the bank's place; returns where the bank as it was was copied to (None: there was none).

    The source is checked from its first line to its last before anything is touched: raises `BadInput` and
    its kin if it is not a whole bank. With `dry_run` that is all.
    """
    if not os.path.exists(source):  # noqa: PTH110 - never raises
        raise MissingFile(f"{source}: there is no such backup", "`quotebank restore` lists the backups")
    if same_file(source, bank.path):
        raise BadInput(f"{source}: this is the bank itself", "name one of its backups")
    journal = Journal(source, bank.disk, bank.journal.steps)
    header = journal.header()
    place = start_of(header)
    for entry in journal.entries(place):
        place = Place(entry.offset + entry.length, entry.number, "")
    if dry_run:
        return None
    with explained(bank.path.parent, "making the folder"):
        bank.disk.make_folder(bank.path.parent)
    with writer_lock(bank.path, bank.disk, bank.wait):
        copy = copy_aside(bank.path, bank.disk, bank.clock()) if os.path.lexists(bank.path) else None
        write_whole(bank.path, _renewed(journal, place, bank), bank.disk)
    return copy


def _stamp(name: str) -> tuple[str, int]:
    """The time and the number within its second that a copy's name ends in (see `free_name`)."""
    time, _, number = name.partition("-")
    return time, int(number) if number.isdecimal() else 1


def _base(bank: Bank, skip: frozenset[int]) -> Iterator[bytes]:
    header = bank.journal.header()
    yield header_line(header.bank, random_id(), bank.clock(), bank.journal.version)
    for entry in bank.journal.entries(start_of(header)):
        if entry.offset not in skip and not entry.void:
            yield encode(entry.line._replace(tx=BASE, end=1, undoes=""))


def _checked(journal: Journal, place: Place) -> Iterator[bytes]:
    """The journal's bytes up to `place`, every line of them checked."""
    for _ in journal.entries(start_of(journal.header()), place.offset):
        pass
    for raw in journal.lines(0, place.offset):
        yield raw if raw.endswith(b"\n") else raw + b"\n"


def _renewed(journal: Journal, place: Place, bank: Bank) -> Iterator[bytes]:
    """The journal up to `place` under a new generation, so that no view takes it for the file it replaces."""
    header = journal.header()
    yield header_line(header.bank, random_id(), bank.clock(), header.version)
    for raw in journal.lines(header.size, place.offset):
        yield raw if raw.endswith(b"\n") else raw + b"\n"
