"""A digest's proposals on a terminal, or as lines for other programs."""

from collections.abc import Iterator, Mapping, Sequence

from quotebank.actions.digest_records import Proposal
from quotebank.cli.render import bold, dim, pad, when, who
from quotebank.ingest.digest.records import Digest
from quotebank.text.visible import cells, clip, visible, wrap

WIDE = 100
"""From this width on a proposal takes one line, below it two."""

_FIRST = 60
_MOST_LISTED = 20
_CAPS = (28, 24, 14, 12)
_NARROWEST = 12


def row(number: int, item: Proposal) -> str:
    """A proposal as a line for other programs.

    Number, outlet, authors, date, issue, paragraphs, confidence, key, ``known`` or ``new``, why; parted by tabs.
    """
    draft, source = item.draft, item.source
    fields = (
        str(number), source.outlet, "; ".join(name.sorted for name in draft.authors),
        draft.date.edtf() if draft.date else "", draft.issue, paragraphs(item), str(source.confidence), draft.key,
        "known" if item.known else "new", _why(item),
    )  # fmt: skip
    return "\t".join(visible(field) for field in fields)


def table(
    items: Mapping[int, Proposal], width: int, colour: bool, marks: Mapping[int, str] | None = None
) -> Iterator[str]:
    """The proposals by their numbers: one line each where the terminal is `WIDE`, else two; none wider than it is.

    A mark before the number says what becomes of it: ``+`` banked, ``-`` dropped, ``?`` unsure.
    """
    rows = {number: _cells(number, item, (marks or {}).get(number, " ")) for number, item in items.items()}
    if width < WIDE:
        for head, *parts, why in rows.values():
            outlet, people, date, where, sure = parts
            about = ", ".join(part for part in (outlet, people, date) if part)
            room = max(1, width - cells(head) - cells(sure) - 2)
            yield f"{bold(head, colour)} {pad(clip(about, room), room)} {sure}"
            indent = " " * (cells(head) + 1)
            yield indent + dim(clip(f"{where}; {why}" if why else where, max(1, width - len(indent))), colour)
        return
    columns = [max((cells(parts[at]) for parts in rows.values()), default=0) for at in range(6)]
    columns[1:5] = [min(cap, size) for cap, size in zip(_CAPS, columns[1:5], strict=True)]
    for head, *parts, why in rows.values():
        line = "  ".join(pad(clip(text, size), size) for text, size in zip(parts, columns[1:], strict=True))
        rest = width - columns[0] - cells(line) - 3
        yield f"{bold(pad(head, columns[0]), colour)} {line}  {clip(why, max(1, rest))}".rstrip()


def summary(number: int, item: Proposal) -> str:
    """A proposal in one line: ``7. Vzglyad, Mirzaian, 2021-09-29 (confidence 85)``."""
    about = ", ".join(part for part in (item.source.outlet, who(item.draft), when(item.draft)) if part)
    return f"{number}. {about} (confidence {item.source.confidence})"


def explanation(number: int, item: Proposal, width: int) -> Iterator[str]:
    """Where a proposal comes from: what was found, how its date was read, its passages."""
    source, draft = item.source, item.draft
    yield from _wrapped("", summary(number, item), width)
    state = "in the bank already" if item.known else "new"
    printed = f"printed as {source.outlet_printed}" if source.outlet_printed else "not printed"
    fields = {
        "key": f"{draft.key} ({state})",
        "outlet": f"{source.outlet or 'none'}, {printed}",
        "authors": "; ".join(name.display for name in draft.authors) or "unsigned",
        "date": _date(item),
        "issue": source.issue,
        "url": source.url,
        "why": source.why,
    }
    for label, value in fields.items():
        if value:
            yield from _wrapped(label, value, width)
    for line in (*source.evidence, *item.notes):
        yield from _wrapped("evidence", line, width)
    for passage in source.passages:
        yield from _wrapped(f"para. {passage.paragraph}", f"{passage.start}-{passage.end}: {passage.text}", width)


def passages(item: Proposal, width: int) -> Iterator[str]:
    """The passages of a proposal, whole."""
    for passage in item.source.passages:
        yield from _wrapped(f"para. {passage.paragraph}", passage.text, width)


def unattributed(digest: Digest) -> Iterator[str]:
    """The paragraphs that belong to no source, with their first words; the first of many."""
    blocks = {block.number: block for block in digest.blocks}
    numbers = digest.unattributed
    for number in numbers[:_MOST_LISTED]:
        block = blocks.get(number)
        first = " ".join(digest.text[block.start : block.end][: 4 * _FIRST].split()) if block else ""
        yield f"para. {number} belongs to no source: {clip(visible(first), _FIRST)}"
    if len(numbers) > _MOST_LISTED:
        yield f"and {len(numbers) - _MOST_LISTED} more paragraphs that belong to no source (--json lists them all)"


def paragraphs(item: Proposal) -> str:
    """The numbers of an item's paragraphs, runs of them shortened: ``4-6, 9``."""
    runs: list[list[int]] = []
    for number in sorted({passage.paragraph for passage in item.source.passages}):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def _cells(number: int, item: Proposal, mark: str) -> Sequence[str]:
    draft = item.draft
    shown = (
        f"{mark}{number:>3}.", item.source.outlet or "(no outlet)", who(draft), when(draft),
        f"para. {paragraphs(item)}", f"{item.source.confidence:>3}", _why(item),
    )  # fmt: skip
    return [visible(text) for text in shown]


def _why(item: Proposal) -> str:
    there = ""
    if item.known is not None:
        left = len(item.passages)
        there = f"in the bank as {item.known.key}, {f'{left} passage(s) new' if left else 'nothing new'}"
    return "; ".join(part for part in (there, item.source.why, *item.notes) if part)


def _date(item: Proposal) -> str:
    source = item.source
    if source.date is None:
        return f"none: {source.date_printed} is no date" if source.date_printed else "none printed"
    read = source.date.edtf()
    if source.date_printed:
        read += f", printed as {source.date_printed}"
    return read + (f", {' and '.join(source.date.inferred)} inferred" if source.date.inferred else "")


def _wrapped(label: str, text: str, width: int) -> Iterator[str]:
    size = _NARROWEST if label else 0
    first, *rest = wrap(visible(text), max(10, width - size)) or [""]
    yield pad(label, size) + first
    yield from (" " * size + line for line in rest)
