"""Finding what is wrong with a bank, line by line, and mending it without losing what is whole."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from quotebank.bank.bank import Bank, random_id
from quotebank.bank.header import header_line, read_header
from quotebank.bank.journal import Entry, is_torn
from quotebank.bank.lines import DamagedLine, Line, Shape, apart, encode, is_header, verify
from quotebank.bank.lock import writer_lock
from quotebank.bank.rewriting import copy_aside, write_whole
from quotebank.bank.transaction import ARTICLES, QUOTES, Transaction
from quotebank.bank.view_rows import folded
from quotebank.errors import BadInput, Damaged
from quotebank.model.articles import Article
from quotebank.model.keys import citation_key, valid_key
from quotebank.model.quotes import Quote

_RAW_CHARACTERS = 2000


_TRIES = 3
_LOST = "The line of this article was damaged and is lost; its quotes are kept here."


class Problem(NamedTuple):
    """One thing wrong: the line's number (0 for the bank as a whole), what, the raw text; `minor` loses nothing."""

    line: int
    message: str
    raw: str = ""
    minor: bool = False


class Report(NamedTuple):
    """What `check` found. `ok` allows for minor things, such as an unfinished write that nobody was told is done."""

    ok: bool
    articles: int
    quotes: int
    problems: list[Problem]


class Mended(NamedTuple):
    """What `repair` did: what it dropped or changed, and where the file as it was was copied to (None: no change)."""

    problems: list[Problem]
    copy: Path | None


class _Group(NamedTuple):
    """Lines of one transaction as they stand, or one line that does not check (`lines` empty)."""

    lines: list[Entry]
    damage: Problem | None


def check(bank: Bank) -> Report:
    """Read the whole file and say everything that is wrong with it; touches nothing.

    Raises only when the file cannot be read at all or is no bank (`BadInput`, `NewerBank`, `MissingFile`).
    """
    for _ in range(_TRIES):
        stamp = bank.journal.stamp()
        report = _checked(bank)
        if report.ok or bank.journal.stamp() == stamp:  # else a writer may have been seen half-way
            break
    return report


def repair(bank: Bank) -> Mended:
    """Mend what can be mended, after copying the file as it is into ``backups``.

    Lines that do not check are dropped, and with them nothing else: whole lines of the same transaction
    stay. A record whose newest line was lost goes back to the line before; quotes whose article was lost get
    an empty one of that key. Of two articles with one key the later gets a new one. Returns all that was
    dropped or changed. Raises `Damaged` for an empty file: there is nothing to mend.
    """
    with writer_lock(bank.path, bank.disk, bank.wait):
        if not bank.journal.stamp().size:
            bank.journal.header()
        problems = _header_problems(bank)
        problems += [problem for group in _suspects(bank) for problem in _told(group)]
        copy = None
        if problems:
            copy = copy_aside(bank.path, bank.disk, bank.clock())
            write_whole(bank.path, _sound(bank), bank.disk)
    with bank.transaction("repair") as change:
        problems += _unclash(bank, change)
        problems += _adopt(bank, change)
    return Mended(problems, copy)


def _checked(bank: Bank) -> Report:
    problems = _header_problems(bank)
    groups = list(_suspects(bank))
    problems += [problem for group in groups for problem in _told(group)]
    if any(not problem.minor for problem in problems):
        return Report(ok=False, articles=0, quotes=0, problems=problems)
    counts = bank.view_now.counts()
    problems += _record_problems(bank)
    return Report(all(problem.minor for problem in problems), counts.articles, counts.quotes, problems)


def _header_problems(bank: Bank) -> list[Problem]:
    try:
        bank.journal.header()
    except Damaged as problem:
        return [Problem(1, problem.message)]
    return []


def _told(group: _Group) -> list[Problem]:
    if group.damage:
        return [group.damage]
    first, last = group.lines[0], group.lines[-1]
    where = f"lines {first.number} to {last.number}" if len(group.lines) > 1 else f"line {first.number}"
    if wanted := last.line.end:  # its last line is there, so it had been completed
        return [Problem(first.number, f"{where}: a change of {wanted} lines has {len(group.lines)}")]
    return [Problem(first.number, f"{where}: a change that was never completed", minor=True)]


def _suspects(bank: Bank) -> Iterator[_Group]:
    """The groups that are not complete transactions."""
    return (group for group in _groups(bank) if group.damage or not _complete(group.lines))


def _groups(bank: Bank) -> Iterator[_Group]:
    """The file behind its header, cut into transactions and damaged lines; never raises on damage."""
    pending: list[Entry] = []
    for number, offset, raw in _pieces(bank):
        damage = None
        try:
            line = bank.journal.change(raw)
        except DamagedLine as problem:
            damage = _damage(number, raw, problem)
            line = _salvaged(bank, raw)
            if pending and line is None:
                yield _Group(pending, None)
                pending = []
        if damage:
            yield _Group([], damage)
        if line is None:
            continue
        if pending and pending[0].line.tx != line.tx:
            yield _Group(pending, None)
            pending = []
        pending.append(Entry(offset, len(raw), number, line))
        if line.end:
            yield _Group(pending, None)
            pending = []
    if pending:
        yield _Group(pending, None)


def _pieces(bank: Bank) -> Iterator[tuple[int, int, bytes]]:
    """Number, offset and bytes of each line behind the header; lines that run into one another come apart."""
    offset = 0
    for number, raw in enumerate(bank.journal.lines(0), start=1):
        for piece in [raw] if _checks(raw) else apart(raw):
            header = not offset and (is_header(piece) or not _checks(piece))
            if not header and raw != b"\n":
                yield number, offset, piece
            offset += len(piece)


def _checks(raw: bytes) -> bool:
    try:
        verify(raw)
    except DamagedLine:
        return False
    return True


def _salvaged(bank: Bank, raw: bytes) -> Line | None:
    """The line if nothing but its line end is damaged."""
    try:
        return bank.journal.change(raw[:-1])
    except DamagedLine:
        return None


def _damage(number: int, raw: bytes, problem: DamagedLine) -> Problem:
    torn = is_torn(raw)
    what = "an unfinished write at the end" if torn else f"damaged: {problem}"
    return Problem(number, f"line {number}: {what}", raw[:_RAW_CHARACTERS].decode("utf-8", "replace"), minor=torn)


def _complete(lines: list[Entry]) -> bool:
    return bool(lines) and lines[-1].line.end == len(lines)


def _sound(bank: Bank) -> Iterator[bytes]:
    """The file without what does not check: the header, every complete transaction, whole lines beside damage."""
    yield _sound_header(bank)
    damaged_before = False
    waiting: list[Entry] = []
    for group in _groups(bank):
        damage = group.damage is not None and not group.damage.minor
        if waiting:
            if damage:
                yield from _alone(waiting)
            waiting = []
        if _complete(group.lines):
            yield from (encode(entry.line) for entry in group.lines)
        elif damaged_before or (group.lines and group.lines[-1].line.end):
            yield from _alone(group.lines)
        else:
            waiting = group.lines
        damaged_before = damage


def _sound_header(bank: Bank) -> bytes:
    """A header of a new generation, with the bank's own id if the old header can be read."""
    first = next(bank.journal.lines(0), b"")
    for line in (first, apart(first)[0][:-1]):  # its line end may be all that is damaged
        try:
            header = read_header(bank.path, line, bank.journal.version)
        except BadInput:
            continue
        return header_line(header.bank, random_id(), header.at, bank.journal.version)
    return header_line(random_id(), random_id(), bank.clock(), bank.journal.version)


def _alone(lines: list[Entry]) -> Iterator[bytes]:
    """Lines of a transaction that lost some, each as a transaction of its own."""
    return (encode(entry.line._replace(tx=f"{entry.line.tx}-{n}", end=1, did=entry.line.did or "repair"))
            for n, entry in enumerate(lines, start=1))  # fmt: skip


def _record_problems(bank: Bank) -> list[Problem]:
    """What is wrong between lines that each check."""
    clashing = dict.fromkeys(key for key, _ in bank.view_now.clashes())
    problems = [Problem(0, f"{key}: two articles have or had this key (a merge?)") for key in clashing]
    known: set[str] = set()
    for line in bank.lines(ARTICLES):
        problems += _shape_problem(line, f"article {line.id}")
        shape = line.doc or {}
        ids = shape.get("ids")
        known.update(folded(str(key)) for key in (shape.get("key", ""), *(ids if isinstance(ids, list) else ())))
    for line in bank.lines(QUOTES):
        problems += _shape_problem(line, f"quote {line.id}")
        problems += [
            Problem(0, f"quote {line.id}: {what} {key} is not in the bank")
            for what, key in _pointers(line.doc or {})
            if folded(key) not in known
        ]
    return problems


def _shape_problem(line: Line, what: str) -> list[Problem]:
    try:
        (Article if line.table == ARTICLES else Quote).from_json(line.doc)
    except BadInput as problem:
        return [Problem(0, f"{what}: {problem.message}")]
    return []


def _pointers(shape: Shape) -> Iterator[tuple[str, str]]:
    yield "its article", str(shape.get("article", ""))
    via = shape.get("via")
    if isinstance(via, dict):
        yield "the source it was read in,", str(via.get("article", ""))


def _unclash(bank: Bank, change: Transaction) -> list[Problem]:
    """Leave each key that several articles have to the first; the others get a new one, or lose an old one."""
    told = []
    clashes: dict[str, set[str]] = {}
    for name, record in bank.view_now.clashes():
        clashes.setdefault(record, set()).add(name)
    for record, lost in clashes.items():
        place = bank.view.by_id(ARTICLES, record)
        article = Article.from_json(bank.read(place).doc if place else None)
        ids = tuple(name for name in article.ids if name.casefold() not in lost)
        after = replace(article, ids=ids)
        if article.key.casefold() in lost:
            after = replace(after, key=citation_key(after, change.taken))
            told.append(Problem(0, f"{article.key}: two articles had this key; the later is {after.key} now"))
        told += [
            Problem(0, f"{old}: this is another article's key now, no longer an old key of {after.key}")
            for old in article.ids
            if old not in ids
        ]
        change.put(ARTICLES, record, after.to_json())
    return told


def _adopt(bank: Bank, change: Transaction) -> list[Problem]:
    """Give quotes whose article (or the source they were read in) was lost an empty one of that key."""
    told = []
    for line in bank.lines(QUOTES):
        for _, key in _pointers(line.doc or {}):
            if valid_key(key) and not change.taken(key):
                change.put(ARTICLES, change.free_id(ARTICLES), {"key": key, "type": "document", "note": _LOST})
                told.append(Problem(0, f"{key}: this article is lost; an empty one holds its quotes"))
    return told
