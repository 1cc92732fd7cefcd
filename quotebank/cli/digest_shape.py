"""A digest's proposals as the documented JSON."""

from collections.abc import Mapping

from quotebank.actions.digest_records import Proposal, Proposals


def shape(proposals: Proposals, banked: frozenset[int] | None = None) -> dict[str, object]:
    """The documented JSON of one digest.

    `banked` are the places (from 0) of the sources that were banked: each then says whether it was. None if nothing was
    to be. A source that is not in the bank after that has no key.
    """
    return {
        "report": proposals.report.article.to_json(),
        "sources": [_told(at, item, banked) for at, item in enumerate(proposals.items)],
        "unattributed": list(proposals.digest.unattributed),
        "warnings": list(proposals.digest.warnings),
    }


def source_shape(item: Proposal) -> dict[str, object]:
    """One source: what the digest says of it, under the names it is kept by; ``known`` if the bank has its record."""
    source, draft = item.source, item.draft
    found: dict[str, object] = {
        "outlet": source.outlet,
        "outlet_printed": source.outlet_printed,
        "authors": [name.display for name in draft.authors],
        "date": draft.date.edtf() if draft.date else None,
        "date_inferred": bool(draft.date and draft.date.inferred),
        "issue": draft.issue or None,
        "passages": [passage.text for passage in source.passages],
        "paragraphs": [passage.paragraph for passage in source.passages],
        "positions": [[passage.start, passage.end] for passage in source.passages],
        "confidence": source.confidence,
        "why": source.why,
        "key": draft.key or None,
    }
    if item.known is not None:
        found["known"] = True
    return found


def explained_shape(number: int, item: Proposal) -> dict[str, object]:
    """One source with its number, the date as printed, its address, the evidence, and what was concluded."""
    more: Mapping[str, object] = {
        "date_printed": item.source.date_printed or None,
        "url": item.source.url or None,
        "evidence": list(item.source.evidence),
        "notes": list(item.notes),
    }
    return {"number": number, **source_shape(item), **more}


def _told(at: int, item: Proposal, banked: frozenset[int] | None) -> dict[str, object]:
    return source_shape(item) | ({} if banked is None else {"banked": at in banked})
