"""Bringing records in from files, none of them twice."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import NamedTuple

from quotebank.actions.importing_records import POLICIES, SKIP, Ask, Imported, Importing, check_policy
from quotebank.actions.naming import ALIASES, aliases
from quotebank.actions.outlets import OUTLETS, outlet_names
from quotebank.actions.progress import Progress, counted
from quotebank.actions.saving import saved_searches
from quotebank.bank.bank import Bank
from quotebank.bank.collecting import without_collector
from quotebank.bank.lines import Shape
from quotebank.bank.transaction import Transaction
from quotebank.errors import ManyProblems, QuotebankError, UsageError
from quotebank.formats import Format, find_format, sniff, sniff_content
from quotebank.formats.parsed import Problem
from quotebank.model.articles import Article
from quotebank.model.quotes import Quote

__all__ = ["POLICIES", "Ask", "Imported", "Source", "bring_in", "told_apart"]


class Source(NamedTuple):
    """A file to import: its name as typed, its bytes and its format."""

    name: str
    data: bytes
    format: Format


def told_apart(name: str, data: bytes) -> Format:
    """The format of a file, by what is in it and else by its name; raises `UsageError` when neither tells."""
    known = sniff_content(data) or sniff(name, to="read")
    if known is None and data.strip():
        raise UsageError(f"{name}: not a format that can be read", "say --format")
    return known or find_format("json", to="read")


def bring_in(
    bank: Bank,
    sources: Sequence[Source],
    *,
    policy: str = SKIP,
    keep_going: bool = False,
    dry_run: bool = False,
    progress: Progress | None = None,
    ask: Ask | None = None,
) -> Imported:
    """Import files in one transaction: everything, or nothing if anything is wrong.

    A record of a work that is there already, by its key, its address, its DOI or by all that is said of it, is dealt
    with as `policy` says; the quotes that came with it go to the one that is there, unless it has them. With
    `keep_going` what is right is kept and the rest reported; what was mended is reported and hinders nothing. Raises
    `ManyProblems` naming each with its file and line, `UsageError` for an unknown `policy`, or when there is no `ask`
    to be asked.
    """
    check_policy(policy, ask)
    with without_collector(), bank.transaction("import", dry_run=dry_run) as change:
        importing = Importing(bank, change, policy, ask)
        for source in sources:
            _take(source, bank, change, importing, progress)
        result = importing.result
        lost = [(name, problem) for name, problem in result.problems if not problem.mended]
        if lost and not keep_going:
            raise ManyProblems(
                f"{len(lost)} problem(s), nothing imported",
                [f"{name}{f': line {p.line}' if p.line else ''}: {p.message}" for name, p in lost],
                "mend them, or import the rest with --keep-going",
            )
    return result


def _take(source: Source, bank: Bank, change: Transaction, importing: Importing, progress: Progress | None) -> None:
    """All records of one file, articles before the quotes that point to them."""
    importing.begin_file()
    problems = importing.result.problems
    for record in _records(source, bank, change, progress):
        if type(record) is dict:
            _try(source.name, f"article {record['key']}", problems, importing.shape, record)
        elif isinstance(record, Problem):
            problems.append((source.name, record))
        elif isinstance(record, Article):
            _try(source.name, f"article {record.key}", problems, importing.article, record)
        elif isinstance(record, Quote):
            _try(source.name, f"quote {record.id}", problems, importing.quote, record)


def _records(
    source: Source, bank: Bank, change: Transaction, progress: Progress | None
) -> Iterator[Article | Quote | Shape | Problem]:
    """The records and problems of a file; of a format that can be streamed, each as it is read."""
    stream = getattr(import_module(source.format.module), "stream", None)
    if stream is not None:
        yield from stream(source.data, progress)
        return
    parsed = source.format.read(source.data)
    yield from parsed.problems
    yield from counted(parsed.articles, len(parsed.articles), progress)
    yield from counted(parsed.quotes, len(parsed.quotes), progress)
    _put_beside(bank, change, parsed.beside)


def _put_beside(bank: Bank, change: Transaction, beside: Mapping[str, Sequence[Mapping[str, object]]]) -> None:
    """Outlets, aliases and saved searches, as far as the bank does not have them."""
    if not beside:
        return
    known = outlet_names(bank)
    taken = saved_searches(bank)
    names = [list(alias.names) for alias in aliases(bank)]
    for table, shapes in beside.items():
        for shape in shapes:
            if table == OUTLETS:
                there = bool(known.spellings(str(shape["name"])))
            elif table == ALIASES:
                there = shape["names"] in names
            else:
                there = shape["name"] in taken
            if not there:
                change.put(table, change.free_id(table), shape)


def _try(name: str, what: str, problems: list[tuple[str, Problem]], step: Callable[..., None], record: object) -> None:
    try:
        step(record)
    except QuotebankError as problem:
        problems.append((name, Problem(0, f"{what}: {problem}")))
