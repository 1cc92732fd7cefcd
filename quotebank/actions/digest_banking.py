"""Banking what was chosen of a digest: its record, its sources' and what they say, in one transaction."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from quotebank.actions.digest_names import is_short_form, letters
from quotebank.actions.digest_records import DIGESTS, POSITION, Banked, Proposal, Proposals, Report
from quotebank.actions.digest_report import marked
from quotebank.actions.digest_shelf import Shelf, spellings
from quotebank.actions.digesting import propose
from quotebank.actions.outlets import OUTLETS
from quotebank.bank.bank import Bank
from quotebank.bank.transaction import Transaction
from quotebank.ingest.digest.records import Digest, Passage
from quotebank.model.quotes import Locator, Quote, Via


def bank_them(
    bank: Bank, proposals: Proposals, chosen: Collection[int], *, tags: Sequence[str] = (), dry_run: bool = False
) -> Banked:
    """Bank the proposals with the numbers (from 0) in `chosen`, and the report they were read in, all or nothing.

    What the bank has is found again under the writer's lock: two digests banked at once give no twins. `tags` are put
    on new articles and quotes. If nothing is chosen nothing is banked, the report neither. Raises what a transaction
    raises.
    """
    if not chosen:
        return Banked(proposals.report)
    with bank.transaction("digest", dry_run=dry_run) as change:
        now = _chosen(proposals, chosen) if dry_run else propose(bank, proposals.digest, proposals.report, chosen)
        report = _report(bank, change, now.report, tags)
        _outlets(bank, change, now.items)
        added: list[str] = []
        extended: list[str] = []
        quotes: list[str] = []
        for item in now.items:
            if item.known is None:
                added.append(change.add_article(replace(item.draft, tags=tuple(tags))).key)
            elif item.passages:
                extended.append(item.known.key)
            kind = _kind(now.digest, item)
            for passage in item.passages:
                quote = _quote(item.article.key, report.article.key, passage, kind, now.digest.language)
                quotes.append(change.add_quote(replace(quote, tags=tuple(tags))).id)
    return Banked(report, now.items, added, extended, quotes)


def _chosen(proposals: Proposals, chosen: Collection[int]) -> Proposals:
    """The chosen proposals as they stand: for a rehearsal nothing need be found again."""
    return replace(proposals, items=tuple(item for at, item in enumerate(proposals.items) if at in chosen))


def _report(bank: Bank, change: Transaction, report: Report, tags: Sequence[str]) -> Report:
    """The report in the bank, its text remembered by its mark."""
    if not report.known:
        report = report._replace(article=change.add_article(replace(report.article, tags=tuple(tags))))
    if report.mark and marked(bank, Shelf(bank), report.mark) is None:
        change.put(DIGESTS, change.free_id(DIGESTS), {"article": report.article.key, "text": report.mark})
    return report


def _outlets(bank: Bank, change: Transaction, items: Sequence[Proposal]) -> None:
    """The spellings the digest prints, beside the names their outlets are kept under.

    Short forms (the Times) are left out, as elsewhere they may mean another outlet, and what is another outlet's.
    """
    shelf = Shelf(bank)
    known = {letters(name) for _, group in shelf.groups for name in (str(group.get("name", "")), *spellings(group))}
    fresh: dict[str, list[str]] = {}
    for item in items:
        name, printed = item.source.outlet, item.source.outlet_printed.strip()
        form = letters(printed)
        if not (name and form) or form in known or form == letters(name) or is_short_form(printed, name):
            continue
        if shelf.outlets.find(printed) in ("", name):
            known.add(form)
            fresh.setdefault(name, []).append(printed)
    for name, variants in fresh.items():
        group = next((each for each in shelf.groups if each[1].get("name") == name), None)
        record, document = group or (change.free_id(OUTLETS), {"name": name})
        change.put(OUTLETS, record, {**document, "variants": [*spellings(document), *variants]})


def _kind(digest: Digest, item: Proposal) -> str:
    """``summary`` when whole paragraphs tell of the item, else ``paraphrase``."""
    whole = {
        block.number: digest.text[block.start : block.end].strip()
        for block in digest.blocks
        if block.kind == "paragraph"
    }
    passages = item.source.passages
    return "summary" if all(whole.get(each.paragraph) == each.text.strip() for each in passages) else "paraphrase"


def _quote(article: str, report: str, passage: Passage, kind: str, language: str) -> Quote:
    place = {POSITION: {"start": passage.start, "end": passage.end}}
    via = Via(report, Locator("paragraph", str(passage.paragraph)), extra=place)
    return Quote(article=article, kind=kind, text=passage.text, via=via, language=language)
