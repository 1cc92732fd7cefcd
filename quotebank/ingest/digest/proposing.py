"""From press items to proposals: dates in full, confidence and reasons, passages, and what belongs to nobody."""

from quotebank.ingest.digest.dating import Printed, resolved
from quotebank.ingest.digest.items import Item
from quotebank.ingest.digest.records import Digest, Passage, Source
from quotebank.ingest.digest.survey import Survey
from quotebank.model.dates import PartialDate


def proposed(survey: Survey, items: list[Item]) -> Digest:
    """The digest with one proposal for each item, in the order of the text."""
    sources = tuple([_source(survey, item) for item in items])
    owned = {passage.paragraph for source in sources for passage in source.passages}
    left = [b.number for b in survey.blocks if b.kind in ("paragraph", "item") and b.number not in owned]
    pairs = zip(items, sources, strict=True)
    warnings = [warning for item, source in pairs for warning in _warnings(survey, item, source)]
    return Digest(
        survey.text, survey.title, survey.outlet, survey.date, survey.language, survey.blocks, sources, tuple(left),
        tuple(dict.fromkeys(warnings)),
    )  # fmt: skip


def _source(survey: Survey, item: Item) -> Source:
    passages = [
        passage for number, start, end in sorted(item.stretches or item.lines)
        if (passage := _passage(survey, number, start, end)) is not None
    ]  # fmt: skip
    date = resolved(item.date, survey.date) if item.date else None
    confidence = _confidence(item, date)
    return Source(
        item.outlet, item.printed, tuple(item.authors), date, item.date.text if item.date else "", item.issue,
        passages=tuple(passages), confidence=confidence, why=_why(item),
        evidence=(*item.evidence, *_evidence(item, date)),
    )  # fmt: skip


def _passage(survey: Survey, number: int, start: int, end: int) -> Passage | None:
    """A stretch of a block as a passage, without the white space around it; None when nothing is left."""
    block = survey.blocks[number]
    raw = survey.text[block.start + start : block.start + end]
    text = raw.strip()
    if not text:
        return None
    first = block.start + start + len(raw) - len(raw.lstrip())
    return Passage(block.number, first, first + len(text), text)


def _confidence(item: Item, date: PartialDate | None) -> int:
    """How sure a proposal is, 0 to 99: the weight of its surest naming, and what its parts and repetition add."""
    weight = item.weight + 4 * bool(item.authors) + 4 * (date is not None or bool(item.issue)) + 3 * (item.mentions > 1)
    return max(0, min(weight, 99))


def _why(item: Item) -> str:
    """One line for a person: by what the source was recognised."""
    first = item.evidence[0].partition(" (")[0] if item.evidence else ""
    more = f", named {item.mentions} times" if item.mentions > 1 else ""
    return first + more


def _evidence(item: Item, date: PartialDate | None) -> list[str]:
    lines = []
    if item.date:
        shown = date.edtf() if date else "no day that can be told"
        worked_out = f", {', '.join(date.inferred)} inferred" if date and date.inferred else ""
        lines.append(f"date {item.date.text!r} read as {shown}{worked_out}")
    if item.issue:
        lines.append(f"issue {item.issue!r}")
    return lines


def _warnings(survey: Survey, item: Item, source: Source) -> list[str]:
    """What a writer should look at: dates that cannot be, lie after the digest, or fall on another weekday."""
    printed = item.date
    if printed is None:
        return []
    where = f"{source.outlet or 'a source'}, {printed.text!r}"
    if printed.impossible:
        return [f"{where}: there is no such day"]
    if source.date is None:
        return []
    warnings = []
    if survey.date and printed.year and source.date.earliest() > survey.date.latest():
        warnings.append(f"{where}: lies after the digest's own date, {survey.date.edtf()}")
    if _is_other_weekday(printed, source.date):
        warnings.append(f"{where}: that day was no {printed.text.split(',')[0].split()[0]}")
    return warnings


def _is_other_weekday(printed: Printed, date: PartialDate) -> bool:
    """Whether a date is printed with a weekday that it does not fall on."""
    import datetime as dt

    if printed.weekday < 0 or not printed.day or not date.day:
        return False
    return dt.date(*date.earliest()).weekday() != printed.weekday
