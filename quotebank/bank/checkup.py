"""Finding what is wrong with a bank, line by line, and mending it without losing what is whole."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from quotebank.bank.bank import Bank, random_id
from quotebank.bank.header import header_line, read_header
from quotebank.bank.journal import Entry, is_torn
from quotebank.bank.lines import DamagedLine, Line, Shape, encode
from quotebank.bank.lock import writer_lock
from quotebank.bank.rewriting import copy_aside, write_whole
from quotebank.bank.transaction import ARTICLES, QUOTES
from quotebank.bank.view_rows import folded
from quotebank.errors import BadInput, Damaged
from quotebank.model.articles import Article
from quotebank.model.keys import citation_key
from quotebank.model.quotes import Quote

_RAW_CHARACTERS = 120
_HEAD_BYTES = 4096


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
    problems = _header_problems(bank)
    groups = list(_suspects(bank))
    problems += [problem for group in groups for problem in _told(group)]
    if any(not problem.minor for problem in problems):
        return Report(ok=False, articles=0, quotes=0, problems=problems)
    counts = bank.view_now.counts()
    problems += _record_problems(bank)
    return Report(all(problem.minor for problem in problems), counts.articles, counts.quotes, problems)


def repair(bank: Bank) -> Mended:
    """Mend what can be mended, after copying the file as it is into ``backups``.

    Lines that do not check are dropped, and with them nothing else: whole lines of the same transaction
    stay. A record whose newest line was lost goes back to the line before. Of two articles with one key the
    later gets a new one. Returns all that was dropped or changed.
    """
    with writer_lock(bank.path, bank.disk, bank.wait):
        problems = _header_problems(bank)
        problems += [problem for group in _suspects(bank) for problem in _told(group)]
        copy = None
        if problems:
            copy = copy_aside(bank.path, bank.disk, bank.clock())
            write_whole(bank.path, _sound(bank), bank.disk)
    return Mended(problems + _rekey(bank), copy)


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
    return [Problem(first.number, f"{where}: a change that was never completed", minor=True)]


def _suspects(bank: Bank) -> Iterator[_Group]:
    """The groups that are not complete transactions."""
    return (group for group in _groups(bank) if group.damage or not _complete(group.lines))


def _groups(bank: Bank) -> Iterator[_Group]:
    """The file behind its header, cut into transactions and damaged lines; never raises on damage."""
    pending: list[Entry] = []
    offset = 0
    for number, raw in enumerate(bank.journal.lines(0), start=1):
        here, offset = offset, offset + len(raw)
        if number == 1 or raw == b"\n":
            continue
        try:
            entry = Entry(here, len(raw), number, bank.journal.decode(raw))
        except DamagedLine as problem:
            if pending:
                yield _Group(pending, None)
                pending = []
            torn = is_torn(raw)
            what = "an unfinished write at the end" if torn else f"damaged: {problem}"
            shown = raw[:_RAW_CHARACTERS].decode("utf-8", "replace")
            yield _Group([], Problem(number, f"line {number}: {what}", shown, minor=torn))
            continue
        if pending and pending[0].line.tx != entry.line.tx:
            yield _Group(pending, None)
            pending = []
        pending.append(entry)
        if entry.line.end:
            yield _Group(pending, None)
            pending = []
    if pending:
        yield _Group(pending, None)


def _complete(lines: list[Entry]) -> bool:
    return bool(lines) and lines[-1].line.end == len(lines)


def _sound(bank: Bank) -> Iterator[bytes]:
    """The file without what does not check: the header, every complete transaction, whole lines beside damage."""
    first = next(bank.journal.lines(0), b"")
    try:
        header = read_header(bank.path, first, bank.journal.version)
        yield header_line(header.bank, random_id(), header.at)
    except Damaged:
        yield header_line(random_id(), random_id(), bank.clock())
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
        elif damaged_before:
            yield from _alone(group.lines)
        else:
            waiting = group.lines
        damaged_before = damage


def _alone(lines: list[Entry]) -> Iterator[bytes]:
    """Lines of a transaction that lost some, each as a transaction of its own."""
    return (encode(entry.line._replace(tx=f"{entry.line.tx}-{n}", end=1, did=entry.line.did or "repair"))
            for n, entry in enumerate(lines, start=1))  # fmt: skip


def _record_problems(bank: Bank) -> list[Problem]:
    """What is wrong between lines that each check."""
    problems = [Problem(0, f"{key}: two articles have this key (a merge?)") for key in _double_keys(bank)]
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


def _double_keys(bank: Bank) -> list[str]:
    return list(dict.fromkeys(key.casefold() for key, _ in bank.view_now.doubles()))


def _rekey(bank: Bank) -> list[Problem]:
    """Give the later of two articles with one key a new key; the quotes stay with the first."""
    doubles: dict[str, list[int]] = {}
    for key, offset in bank.view_now.doubles():
        doubles.setdefault(key.casefold(), []).append(offset)
    if not doubles:
        return []
    told = []
    with bank.transaction("repair") as change:
        later = {offset for offsets in doubles.values() for offset in offsets[1:]}
        for entry in [found for found in bank.journal.entries(bank.start) if found.offset in later]:
            shape = {k: v for k, v in (entry.line.doc or {}).items() if k not in ("key", "ids")}
            key = citation_key(Article.from_json(shape), change.taken)
            change.put(ARTICLES, entry.line.id, {"key": key, **shape})
            old = (entry.line.doc or {}).get("key")
            told.append(Problem(entry.number, f"{old}: two articles had this key; the later is {key} now"))
    return told
