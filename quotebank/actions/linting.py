"""Holding a manuscript against the bank: its keys, its quotations, and what its prose says of its sources."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from quotebank.actions.lint_rules import Choice, Finding, is_ignored
from quotebank.bank.bank import Bank

if TYPE_CHECKING:
    from quotebank.actions.cited import Cited
    from quotebank.actions.lint_draft import Desk
    from quotebank.actions.lint_elsewhere import Finder
    from quotebank.actions.lint_outlets import OutletForms
    from quotebank.actions.progress import Progress
    from quotebank.actions.verifying import Snapshot
    from quotebank.draft.records import Part

_KEYS = ("Q101", "Q103", "Q104", "Q105")
_QUOTATIONS = ("Q106", "Q201", "Q202", "Q203", "Q401")
_ATTRIBUTIONS = ("Q301", "Q302", "Q303")
_WITHOUT_PROSE = frozenset(("aux", "bcf"))


def lint(
    bank: Bank,
    parts: "Sequence[Part]",
    choice: Choice | None = None,
    *,
    snapshot: "Snapshot | None" = None,
    progress: "Progress | None" = None,
) -> list[Finding]:
    """What a writer has to look at in the parts of a draft, by file (in their order), line and column.

    `choice` are the rules that count, by default all but those that have to be asked for. `snapshot` gives the saved
    text of an article, by default what lies beside the bank. Only the records that are cited are read, and the search
    index where a quotation is nowhere beside its citation; `progress` is told when that has to be built first. Raises
    what the bank raises, and `Busy` while another process keeps the index locked.
    """
    from quotebank.actions.lint_elsewhere import Finder
    from quotebank.bank.snapshots import read_snapshot

    choice = choice or Choice()
    order = {name: number for number, name in enumerate(dict.fromkeys(part.name for part in parts))}
    ignored = {part.name: part.ignored for part in parts}
    with Finder(bank, progress) as finder:
        found = dict.fromkeys(
            finding
            for finding in _findings(parts, choice, snapshot or partial(read_snapshot, bank.path), finder)
            if finding.code in choice and not is_ignored(finding, ignored.get(finding.file, {}))
        )
    return sorted(found, key=lambda each: (order.get(each.file, len(order)), each.line, each.column, each.code))


def _findings(parts: "Sequence[Part]", choice: Choice, snapshot: "Snapshot", finder: "Finder") -> Iterator[Finding]:
    from quotebank.actions.cited import cited

    for part in parts:
        for trouble in part.troubles:
            yield Finding(*trouble.spot, "Q001", trouble.message, trouble.hint)
    result = cited(finder.bank, parts)
    yield from _against_records(parts, choice, result, snapshot, finder)
    if "Q402" in choice and parts:
        from quotebank.actions.lint_keys import unused

        yield from unused(finder.bank, result, parts[0].name)


def _against_records(
    parts: "Sequence[Part]", choice: Choice, result: "Cited", snapshot: "Snapshot", finder: "Finder"
) -> Iterator[Finding]:
    from quotebank.actions.lint_draft import Desk
    from quotebank.actions.lint_keys import of_keys
    from quotebank.actions.lint_outlets import OutletForms
    from quotebank.actions.lint_sources import Shelf

    articles = list(result.articles.values())
    shelf = Shelf(finder.bank, articles, snapshot)
    outlets = OutletForms(finder.bank, [article.outlet for article in articles])
    for part in parts:
        desk = Desk(part, shelf, choice)
        if choice.any(*_KEYS):
            yield from of_keys(desk, result)
        if part.format not in _WITHOUT_PROSE and part.citations:
            yield from _of_prose(desk, finder, outlets)


def _of_prose(desk: "Desk", finder: "Finder", outlets: "OutletForms") -> Iterator[Finding]:
    if desk.choice.any(*_QUOTATIONS):
        from quotebank.actions.lint_quotations import of_quotations

        yield from of_quotations(desk, finder)
    if desk.choice.any("Q204"):
        from quotebank.actions.lint_passages import of_passages

        yield from of_passages(desk)
    if desk.choice.any(*_ATTRIBUTIONS):
        from quotebank.actions.lint_attributions import of_attributions

        yield from of_attributions(desk, outlets)
