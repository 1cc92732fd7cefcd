"""Press digests made by hand, as the reader would hand them on: every name in them is invented."""

from collections.abc import Sequence

from quotebank.actions.digest_report import Beforehand
from quotebank.ingest.digest.records import Block, Digest, Passage, Source
from quotebank.model.dates import PartialDate


def item(
    outlet: str,
    authors: Sequence[str] = (),
    date: str = "",
    *says: str,
    issue: str = "",
    printed: str = "",
    url: str = "",
    confidence: int = 90,
) -> Source:
    """A source that says something; its passages get their places in `made`."""
    when = PartialDate.from_edtf(date, ("year",)) if date else None
    return Source(
        outlet, printed or outlet, tuple(authors), when, date, issue, url,
        tuple(Passage(0, 0, 0, text) for text in says or (f"{outlet or authors} says something.",)),
        confidence, "made by hand", ("frame: none",),
    )  # fmt: skip


def made(
    *sources: Source,
    title: str = "Morning review",
    date: str = "2021-11-30",
    outlet: str = "",
    beside: Sequence[str] = (),
    whole: bool = True,
) -> Digest:
    """A digest of these sources, a paragraph a passage, then paragraphs `beside` them.

    Paragraphs hold more than the passage unless it is the `whole` of them.
    """
    text = ""
    blocks: list[Block] = []
    placed: list[Source] = []
    for source in sources:
        passages = []
        for passage in source.passages:
            start = len(text)
            text += passage.text
            passages.append(Passage(len(blocks) + 1, start, len(text), passage.text))
            text += "" if whole else " And so on."
            blocks.append(Block(len(blocks) + 1, start, len(text), "paragraph"))
            text += "\n\n"
        placed.append(
            Source(
                source.outlet, source.outlet_printed, source.authors, source.date, source.date_printed, source.issue,
                source.url, tuple(passages), source.confidence, source.why, source.evidence,
            )
        )  # fmt: skip
    loose = []
    for paragraph in beside:
        blocks.append(Block(len(blocks) + 1, len(text), len(text) + len(paragraph), "paragraph"))
        loose.append(len(blocks))
        text += paragraph + "\n\n"
    day = PartialDate.from_edtf(date) if date else None
    return Digest(text, title, outlet, day, "en", tuple(blocks), tuple(placed), tuple(loose), ())


def read_lines(text: str, known: Beforehand, *, name: str = "", form: str = "", progress: object = None) -> Digest:
    """Stands for the reader: ``outlet|authors|date|issue|confidence|text`` a line, ``-|text`` for nobody's."""
    del name, form, progress
    rows = [line.split("|") for line in text.split("\n") if "|" in line]
    sources = [
        item(
            row[0], [author for author in row[1].split(";") if author], row[2], row[5], issue=row[3],
            confidence=int(row[4]),
        )
        for row in rows
        if row[0] != "-"
    ]  # fmt: skip
    beside = [row[1] for row in rows if row[0] == "-"]
    date = known.date.edtf() if known.date else ""
    return made(*sources, title=known.title, date=date, outlet=known.outlet, beside=beside)
