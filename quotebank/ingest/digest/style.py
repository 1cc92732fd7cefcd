"""How a digest as a whole is laid out: who owns the paragraphs, and whether citation lines stand above or below."""

from collections.abc import Sequence

from quotebank.ingest.digest.items import LONG
from quotebank.ingest.digest.mentions import Mention
from quotebank.ingest.digest.sentences import sentence_ends
from quotebank.ingest.digest.units import Row

_REPORT_LENGTH = 330
"""The average characters of a paragraph from which a report's sources can own the paragraphs that follow."""

_EARLY, _DATED = 0.55, 0.4
"""What share of a report's naming paragraphs name the source in the first sentence, and give its date or issue."""


def is_report(rows: Sequence[Row], kinds: Sequence[str], mentions: Sequence[Sequence[Mention]]) -> bool:
    """Whether a source owns the paragraphs that follow it: long ones, named in their first words, few per paragraph."""
    bodies = [n for n, row in enumerate(rows) if kinds[n] == "paragraph" and len(row.text) > LONG]
    naming = [block for block in bodies if mentions[block]]
    if not naming or any(m.way == "line" for several in mentions for m in several):
        return False
    length = sum(len(rows[block].text) for block in bodies) / len(bodies)
    per_block = sum(len(mentions[block]) for block in naming) / len(naming)
    early = sum(_is_early(rows[block], mentions[block]) for block in naming) / len(naming)
    dated = sum(any(m.date or m.issue for m in mentions[block]) for block in naming) / len(naming)
    return length >= _REPORT_LENGTH and per_block < 2 and early >= _EARLY and dated >= _DATED  # noqa: PLR2004


def _is_early(row: Row, mentions: Sequence[Mention]) -> bool:
    first = sentence_ends(row)[0]
    return any(m.place < first and m.way != "bracket" for m in mentions)


def is_below(rows: Sequence[Row], kinds: Sequence[str], mentions: Sequence[Sequence[Mention]]) -> bool:
    """Whether the citation lines of the digest stand below what they cite."""
    votes = 0
    order: list[str] = []
    for row, kind, several in zip(rows, kinds, mentions, strict=True):
        if any(m.way == "line" for m in several):
            votes -= 2 * (order[-1:] == ["heading"])
            order.append("line")
        elif kind in ("heading", "rule"):
            order.append("heading")
        elif kind != "boilerplate" and len(row.text) > LONG:
            votes += order[-2:] == ["line", "heading"]
            order.append("body")
    bodies = [kind for kind in order if kind != "heading"]
    if "line" not in bodies:
        return False
    return votes + (2 if bodies[-1] == "line" else -2) > 0
