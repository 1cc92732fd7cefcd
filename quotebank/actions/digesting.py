"""Proposing the sources of a press digest as records of a bank, none of them twice."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from quotebank.actions.describing import bare_issue
from quotebank.actions.digest_matching import Matcher
from quotebank.actions.digest_naming import Naming
from quotebank.actions.digest_records import Proposal, Proposals, Report
from quotebank.actions.digest_report import Beforehand, settle
from quotebank.actions.digest_shelf import Shelf
from quotebank.actions.progress import Progress
from quotebank.bank.bank import Bank
from quotebank.ingest.digest.records import Digest, Passage, Source
from quotebank.model.articles import Article
from quotebank.model.keys import citation_key
from quotebank.model.name_reading import read_name

_USUAL_TYPE = "article-newspaper"


def read(
    text: str, beforehand: Beforehand, *, name: str = "", form: str = "", progress: Progress | None = None
) -> Digest:
    """The digest in a text; `name` is its file's, `form` its format if it is not to be told (text, markdown, html)."""
    from quotebank.ingest.digest import read_digest

    return read_digest(
        text,
        name=name,
        form=form,
        date=beforehand.date,
        title=beforehand.title,
        outlet=beforehand.outlet,
        outlets=beforehand.outlets,
        progress=progress,
    )


def propose(bank: Bank, digest: Digest, report: Report, among: Collection[int] | None = None) -> Proposals:
    """Each source of a digest as a record: in which outlet, whose, under which key, and what of it the bank has.

    Outlets get the name the bank has for them, a bare family name the full one if only one author of that outlet has
    it. `among` are the numbers (from 0) of the sources to be banked: keys are given out among them, and only they are
    returned; all of them if None.
    """
    shelf = Shelf(bank)
    settled = settle(bank, shelf, report)
    sources, drafts, notes = _drafts(Naming(shelf), digest)
    matcher = Matcher(shelf, settled.article if settled.known else None)
    known, doubts = matcher.match(drafts, [source.passages for source in sources])
    used = {settled.article.key.casefold()}
    items: list[Proposal] = []
    for number, (source, draft) in enumerate(zip(sources, drafts, strict=True)):
        if among is not None and number not in among:
            continue
        there = known[number]
        if there is None:
            key = citation_key(draft, lambda name: name.casefold() in used or shelf.taken(name))
            used.add(key.casefold())
        else:
            key = there.key
        keyed = replace(draft, key=key, provenance=_provenance(source, draft, settled.article.key, notes[number]))
        left = _not_banked(shelf, settled.article, there, source)
        items.append(Proposal(source, keyed, there, left, (*notes[number], *_doubt(doubts[number]))))
    return Proposals(digest, settled, tuple(items))


def _drafts(names: Naming, digest: Digest) -> tuple[list[Source], list[Article], list[list[str]]]:
    """The sources with outlets and authors as they are to be kept, each as an article, and what was concluded."""
    sources: list[Source] = []
    drafts: list[Article] = []
    for source in digest.sources:
        outlet = names.outlet(source)
        sources.append(replace(source, outlet=outlet))
        drafts.append(_draft(sources[-1], names.kind(outlet, _USUAL_TYPE, source.outlet)))
    notes: list[list[str]] = []
    for number, draft in enumerate(drafts):
        drafts[number], said = names.in_full(draft, drafts)
        notes.append(said)
        if said:
            in_full = tuple(author.display for author in drafts[number].authors)
            sources[number] = replace(sources[number], authors=in_full)
    return sources, drafts, notes


def _draft(source: Source, kind: str) -> Article:
    return Article(
        type=kind,
        authors=tuple(read_name(author) for author in source.authors if author.strip(" ,{}")),
        outlet=source.outlet,
        date=source.date,
        issue=bare_issue(source.issue),
        url=source.url.strip(),
    )


def _not_banked(shelf: Shelf, report: Article, known: Article | None, source: Source) -> tuple[Passage, ...]:
    """The passages that the bank does not have of that item out of that report, each text once."""
    held: set[str] = set()
    if known is not None:
        keys = {key.casefold() for key in (report.key, *report.ids)}
        held = {quote.text for quote in shelf.quotes_of(known) if quote.via and quote.via.article.casefold() in keys}
    fresh: dict[str, Passage] = {}
    for passage in sorted(source.passages, key=lambda passage: (passage.start, passage.end)):
        if passage.text.strip() and passage.text not in held:
            fresh.setdefault(passage.text, passage)
    return tuple(fresh.values())


def _provenance(source: Source, draft: Article, report: str, concluded: Sequence[str]) -> dict[str, object]:
    """Where each field comes from: the report, what it prints for a date, and what was concluded."""
    found: dict[str, object] = {field: report for field in ("outlet", "issue", "url") if getattr(draft, field)}
    if draft.authors:
        found["authors"] = "; ".join((report, *(f"inferred: {note}" for note in concluded)))
    if draft.date:
        found["date"] = f"{report}: {source.date_printed}" if source.date_printed else report
    return found


def _doubt(keys: Sequence[str]) -> list[str]:
    return [f"could be any of {', '.join(keys)} in the bank, so it is proposed as another"] if keys else []
