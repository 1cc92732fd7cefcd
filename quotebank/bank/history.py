"""What was done to a bank, and taking it back: both are reading the journal."""

from collections.abc import Iterator
from json import dumps
from typing import NamedTuple

from quotebank.bank.bank import Bank
from quotebank.bank.journal import Entry, Journal, Place, start_of
from quotebank.bank.lines import BASE, Line, Shape
from quotebank.bank.transaction import ARTICLES, QUOTES
from quotebank.errors import BadInput, NotFound

_WINDOW_BYTES = 1 << 18
_UNDO = "undo"
_REDO = "redo"
_FEW = 3
_SHORT = 100


class Deed(NamedTuple):
    """One transaction: its id, the command that made it, when, its lines, and which one it takes back."""

    id: str
    did: str
    at: str
    entries: tuple[Entry, ...]
    undoes: str
    undone: bool = False


class Revision(NamedTuple):
    """One state of one record: number, time, transaction, command, and the shape (None: removed)."""

    rev: int
    at: str
    tx: str
    did: str
    shape: Shape | None


def deeds(bank: Bank, limit: int = 0) -> list[Deed]:
    """The bank's transactions, newest first, at most `limit` of them (0: all) and those that undid any of them.

    What a rewriting brought along is not a transaction any more and cannot be undone.
    """
    window = _WINDOW_BYTES
    with bank.pinned(lambda view: view.place.offset) as (size, journal):
        while True:
            found = list(_from(journal, max(0, size - window), size))
            if window >= size or (limit and len(found) > limit):
                break
            window *= 8
    marked = _mark_undone(found)
    return marked[:limit] if limit else marked


def undo(bank: Bank, deed: str = "", *, dry_run: bool = False) -> tuple[Deed, int]:
    """Take a transaction back, the newest one that stands if none is named; returns it and the number of changes.

    Undoing an undo does the thing again. Raises `NotFound` when there is none, `BadInput` when its records
    have changed since or their earlier state is gone.
    """
    with bank.transaction(_UNDO, dry_run=dry_run) as change:
        target = _choose(bank, deed)
        change.undoes = target.id
        if target.did == _UNDO:  # so that the newest change that stands is always one that can be taken back
            change.did = _REDO
        before = {
            (entry.line.table, entry.line.id): (entry, _state_before(bank, entry)) for entry in reversed(target.entries)
        }
        last = {(entry.line.table, entry.line.id): entry for entry in target.entries}
        for record, entry in last.items():
            if _state_now(bank, *record) != entry.line.doc:
                raise BadInput(
                    f"{target.id}: {_called(entry.line)} has been changed since", "undo the later changes first"
                )
        # What goes frees its key for what comes back, and articles come back before the quotes that point to them.
        order = sorted(before.items(), key=lambda item: (item[1][1] is not None, item[0][0] != ARTICLES))
        for record, (_, shape) in order:
            if shape is not None:
                change.put(*record, shape)
            elif change.live(*record):
                change.remove(*record)
    return target, len(before)


def revisions(bank: Bank, table: str, record: str) -> list[Revision]:
    """Every state of a record that the journal still holds, oldest first. Raises `NotFound`."""
    with bank.pinned(lambda view: (view.by_id(table, record), view.older(table, record))) as ((place, older), journal):
        if place is None:
            raise NotFound(f"{record}: no record has this id", "see `quotebank list`")
        spots = [*older, (place.offset, place.length)]
        lines = [journal.read(offset, length) for offset, length in spots]
    return [Revision(line.rev, line.at, line.tx, line.did, line.doc) for line in lines]


def locate(bank: Bank, name: str) -> tuple[str, str]:
    """Table and id of the record with that key or id, removed ones too. Raises `NotFound`.

    A removed article is found by its id, or by its key if a change that touched it is still in the journal.
    """
    view = bank.view_now
    if place := view.by_name(name):
        return place.table, place.id
    for table in (QUOTES, ARTICLES):
        if view.by_id(table, name):
            return table, name
    for deed in deeds(bank):
        for entry in deed.entries:
            if (
                entry.line.table == ARTICLES
                and str((entry.line.doc or {}).get("key", "")).casefold() == name.casefold()
            ):
                return ARTICLES, entry.line.id
    raise NotFound(f"{name}: no record has or had this key or id", "see `quotebank list`")


def differences(before: Shape | None, after: Shape | None) -> list[str]:
    """What a revision changed, a line a field."""
    if after is None:
        return ["removed"]
    old = before or {}
    names = [name for name in dict.fromkeys((*old, *after)) if name != "modified" and old.get(name) != after.get(name)]
    return [f"{name}: {_short(old.get(name))} -> {_short(after.get(name))}" if name in old
            else f"{name}: {_short(after.get(name))}" for name in names]  # fmt: skip


def touched(deed: Deed) -> str:
    """The records of a transaction in a few words."""
    names = [_called(entry.line) for entry in deed.entries[:_FEW]]
    more = len(deed.entries) - len(names)
    return ", ".join(names) + (f" and {more} more" if more else "")


def _short(value: object) -> str:
    text = value if isinstance(value, str) else dumps(value, ensure_ascii=False)
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"


def _choose(bank: Bank, deed: str) -> Deed:
    limit = 32
    while True:
        known = deeds(bank, 0 if deed else limit)
        for found in known:
            if found.id == deed or (not deed and not found.undone and found.did != _UNDO):
                if found.undone:
                    raise BadInput(f"{deed}: it is undone already", "see `quotebank history`")
                return found
        if deed or len(known) < limit:
            break
        limit *= 8
    what = f"{deed}: no such change" if deed else "there is nothing to undo"
    raise NotFound(f"{bank.path}: {what}", "see `quotebank history`")


def _state_now(bank: Bank, table: str, record: str) -> Shape | None:
    place = bank.view.by_id(table, record)
    return bank.read(place).doc if place and place.live else None


def _state_before(bank: Bank, entry: Entry) -> Shape | None:
    earlier = [spot for spot in bank.view.older(entry.line.table, entry.line.id) if spot[0] < entry.offset]
    if not earlier:
        if entry.line.rev > 1:
            raise BadInput(
                f"{_called(entry.line)}: its earlier state is not in the bank any more", "see `quotebank restore`"
            )
        return None
    return bank.journal.read(*earlier[-1]).doc


def _called(line: Line) -> str:
    key = (line.doc or {}).get("key")
    return f"article {key}" if line.table == "articles" and key else f"{line.table.removesuffix('s')} {line.id}"


def _from(journal: Journal, offset: int, end: int) -> Iterator[Deed]:
    """The transactions whose first line stands behind byte `offset` (and before byte `end`), oldest first."""
    start = _first_line_behind(journal, offset)
    pending: list[Entry] = []
    for entry in journal.entries(start, end):
        if entry.void or entry.line.tx == BASE:
            continue
        pending.append(entry)
        if entry.line.end:
            # The window may begin inside a transaction; then its first lines are missing and it is left out.
            if len(pending) == entry.line.end:
                line = entry.line
                yield Deed(line.tx, line.did, line.at, tuple(pending), line.undoes)
            pending = []


def _first_line_behind(journal: Journal, offset: int) -> Place:
    header = journal.header()
    if offset <= header.size:
        return start_of(header)
    first = next(journal.lines(offset), b"")
    return Place(offset + len(first), 0, "")


def _mark_undone(found: list[Deed]) -> list[Deed]:
    """Newest first, each with whether it is undone: by an undo that is not undone itself."""
    undone: set[str] = set()
    marked = []
    for deed in reversed(found):
        marked.append(deed._replace(undone=deed.id in undone))
        if deed.undoes and deed.id not in undone:
            undone.add(deed.undoes)
    return marked
