"""Rules on keys: unknown and old ones (Q101, Q103), second citations in brackets (Q104), sources not read (Q105)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from quotebank.actions.cited import Cited
from quotebank.actions.lint_draft import Desk
from quotebank.actions.lint_rules import Finding
from quotebank.actions.lint_sources import CitedRecord
from quotebank.bank.bank import Bank
from quotebank.draft.records import Citation

_WITHOUT_PROSE = frozenset(("aux", "bcf"))
_PANDOC = frozenset(("markdown",))


def of_keys(desk: Desk, cited: Cited) -> Iterator[Finding]:
    """What is wrong with the keys of a part."""
    nearest = {missing.citation.key: missing.nearest for missing in cited.missing}
    for citation in desk.part.citations:
        if citation.key in nearest:
            if "Q101" in desk.choice:
                yield _unknown(citation, nearest)
        elif "Q103" in desk.choice and (present := cited.aliases.get(citation.key)):
            spot = citation.spot
            message = f"{citation.key} is an old key of {present}"
            yield Finding(*spot, "Q103", message, f"write {present}", present)
    if "Q104" in desk.choice and desk.part.format in _PANDOC:
        yield from _trapped(desk)
    if "Q105" in desk.choice and desk.part.format not in _WITHOUT_PROSE:
        yield from _unread(desk)


def unused(bank: Bank, cited: Cited, file: str) -> Iterator[Finding]:
    """The records of the bank that are neither cited nor lead to what is cited (Q402), at the beginning of a draft."""
    used = set(cited.keys)
    for article in cited.articles.values():
        used |= {quote.via.article for quote in bank.quotes_of(article) if quote.via}
    for brief in bank.view.briefs():
        if brief.key not in used and not cited.everything:
            yield Finding(
                file, 1, 1, "Q402", f"{brief.key} is cited nowhere", "cite it, or leave --unused out", brief.key
            )


def _unknown(citation: Citation, nearest: Mapping[str, Sequence[str]]) -> Finding:
    near = nearest[citation.key]
    hint = f"did you mean {' or '.join(near)}?" if near else "add the record, or see `quotebank list`"
    return Finding(*citation.spot, "Q101", f"{citation.key}: no record has this key", hint, citation.key)


def _trapped(desk: Desk) -> Iterator[Finding]:
    """``[@a, as cited in @b]``: the second key stands in the suffix of the first.

    Pandoc reads the second as a citation inside a citation and prints only that: the first is gone from the text and
    from the bibliography (pandoc 3, ``--citeproc``). Parted by a semicolon both are cited.
    """
    for citation in desk.part.citations:
        inner = _inner_key().search(citation.suffix) if "@" in citation.suffix else None
        if inner is None:
            continue
        place, comma, said = citation.suffix[: inner.start()].strip(" ,;").rpartition(",")
        kept = f", {place.strip(' ,')}" if comma else ""
        fix = f"[@{citation.key}{kept}; {said.strip() or 'as cited in'} {inner[0]}]"
        message = f"pandoc drops @{citation.key} here and cites only {inner[0].lstrip('-')}"
        yield Finding(*citation.spot, "Q104", message, f"part the two with a semicolon: {fix}", citation.key)


def _unread(desk: Desk) -> Iterator[Finding]:
    """Records all of whose quotes were read elsewhere, where none of that is cited beside them."""
    prose = desk.prose
    places = [("sentence", prose.sentence_at(each.start)) for each in desk.part.citations]
    beside: dict[tuple[str, int], set[str]] = {}
    for citation, place in zip(desk.part.citations, places, strict=True):
        record = desk.shelf.record(citation.key)
        if record is not None:
            for where in (place, ("cluster", citation.cluster)):
                beside.setdefault(where, set()).add(record.key)
    for citation, place in zip(desk.part.citations, places, strict=True):
        record = desk.shelf.record(citation.key) if citation.mode != "nocite" else None
        if record is None or not record.secondhand:
            continue
        if all(beside[where].isdisjoint(record.read_in) for where in (place, ("cluster", citation.cluster))):
            yield _secondhand(citation, record)


def _secondhand(citation: Citation, record: CitedRecord) -> Finding:
    sources = list(record.read_in)
    named = " or ".join(sources[:3])
    message = f"{record.key} was not read itself: all the bank has of it was read in {named}"
    how = f"as cited in {sources[0]}"
    if citation.command == "@":
        how = f"as cited in @{sources[0]}"
        narrative = citation.mode == "narrative"
        how = f"@{citation.key} [{how}]" if narrative else f"[@{citation.key}; {how}]"
    return Finding(*citation.spot, "Q105", message, f"cite both: {how}", record.key)


@cache
def _inner_key() -> re.Pattern[str]:
    """A second key in a suffix: an @ that no letter or figure stands before."""
    return re.compile(r"(?<![\w\\])-?@(?:\{[^{}\s]+\}|[\w](?:[\w]|[:.#$%&+?<>~/-](?=\w))*)")
