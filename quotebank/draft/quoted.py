"""The quotations of a draft: what stands in quotation marks or in a block, and the citation that belongs to each.

The citation is the nearest one behind the quotation in its sentence, else the nearest before it; of a block, the one
inside it, or right behind it, or of the sentence that introduces it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from quotebank.draft.quoted_marks import SINGLE, Marked, pairs
from quotebank.draft.quoted_sentences import Layout, Sentence, among, in_notes
from quotebank.draft.records import Citation, Part

MOST_CITATIONS = 20
"""Citations of one sentence, on each side of a place, that can belong to what stands there."""

_MOST_BETWEEN = 300
"""Characters between a block and the citation behind it."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted string: `start` and `end` are the offsets of its words in its part, `text` the words on one line.

    `opening` is the mark before it, ``""`` for a block. `citations` are those of its sentence, the one that belongs to
    it first. `closed` is False where a paragraph ends before its quotation does.
    """

    start: int
    end: int
    text: str
    opening: str = ""
    citations: tuple[Citation, ...] = ()
    closed: bool = True
    sentence: tuple[int, int] = (0, 0)

    @property
    def block(self) -> bool:
        """Whether it is set off as a block, without marks of its own."""
        return not self.opening

    @property
    def citation(self) -> Citation | None:
        """The citation that belongs to it."""
        return self.citations[0] if self.citations else None


class Prose:
    """The prose of one part, taken apart: its sentences, the citations of each, and its quotations."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self.layout = Layout(part)
        self.text = self.layout.text
        self.blocks = _blocks(part)
        self.marks = self._marks()
        spans = sorted({*(mark.outer for mark in self.marks if mark.closed and mark.opening not in SINGLE)})
        self.sentences = self.layout.sentences(spans)
        cited = [*self.layout.citations, *in_notes(part, self.layout.citations)]
        self.cited = among(self.sentences, sorted(cited, key=lambda each: each.start))
        self._starts = [sentence.start for sentence in self.sentences]

    def quotations(self) -> Iterator[Quotation]:
        """The quotations in the order of the text."""
        found = [self._marked(mark) for mark in self.marks] + [self._block(*block) for block in self.blocks]
        return iter(sorted(found, key=lambda each: each.start))

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that an offset lies in, or of the last before it; -1 before all."""
        return bisect_right(self._starts, offset) - 1

    def in_paragraph(self, number: int) -> Sequence[Citation]:
        """The citations of a paragraph."""
        return self._by_paragraph.get(number, ())

    @cached_property
    def _by_paragraph(self) -> dict[int, list[Citation]]:
        found: dict[int, list[Citation]] = {}
        for number, citations in self.cited.items():
            found.setdefault(self.sentences[number].paragraph, []).extend(citations)
        return found

    def unquoted(self) -> str:
        """The prose with spaces where its quotations stand, closed or not."""
        spans = [*(mark.outer for mark in self.marks), *self.blocks]
        from quotebank.draft.latex_places import blanked

        return blanked(self.text, spans)

    def _marks(self) -> list[Marked]:
        """The marked quotations outside of blocks, a paragraph each; one that is a whole block counts as the block."""
        found: list[Marked] = []
        starts = [start for start, _ in self.blocks]
        for start, end in self.layout.paragraphs:
            for mark in pairs(self.text, start, end):
                at = bisect_right(starts, mark.start) - 1
                if at < 0 or mark.start >= self.blocks[at][1]:
                    found.append(mark)
        return found

    def _marked(self, mark: Marked) -> Quotation:
        number = self.sentence_at(mark.start)
        sentence = self.sentences[number] if number >= 0 else Sentence(mark.start, mark.end, 0)
        ordered = nearest(self.cited.get(number, ()), mark.start)
        words = _on_one_line(self.text[mark.start : mark.end])
        return Quotation(mark.start, mark.end, words, mark.opening, ordered, mark.closed, sentence[:2])

    def _block(self, start: int, end: int) -> Quotation:
        text = self.text[start:end]
        words = _on_one_line(text).strip('“”"«»„ \ufffc')
        first = start + len(text) - len(text.lstrip('\x1f\ufffc> \t\r\n“"«„'))
        return Quotation(first, end, words, "", tuple(self._of_block(start, end)), sentence=(start, end))

    def _of_block(self, start: int, end: int) -> list[Citation]:
        """The citations of a block: inside it, right behind it, or in the sentence before it."""
        citations, places = self.layout.citations, self.layout.places
        inside = citations[bisect_left(places, start) : bisect_left(places, end)]
        if inside:
            return list(reversed(inside[-MOST_CITATIONS:]))
        behind = citations[bisect_left(places, end) : bisect_left(places, end + _MOST_BETWEEN)]
        if behind and not _begun().search(self.text, end, behind[0].start):
            return behind[:1]
        number = self.sentence_at(start)
        while number >= 0 and not self._begins_before(number, start):
            number -= 1
        return list(reversed(self.cited.get(number, [])[-MOST_CITATIONS:]))

    def _begins_before(self, number: int, offset: int) -> bool:
        sentence = self.sentences[number]
        return _has_words(self.text, sentence.start, min(sentence.end, offset))


def _on_one_line(text: str) -> str:
    """The words of a stretch of prose; soft hyphens, which stand for markup inside a word, are none of theirs."""
    return " ".join(text.replace("\xad", "").split())


def nearest(citations: Sequence[Citation], offset: int) -> tuple[Citation, ...]:
    """Of citations in order, those about an offset: behind it, the nearest first, then before it; of very many some."""
    at = bisect_left(citations, offset, key=lambda each: each.start)
    return (*citations[at : at + MOST_CITATIONS], *reversed(citations[max(0, at - MOST_CITATIONS) : at]))


def _has_words(text: str, start: int, end: int) -> bool:
    return _word().search(text, start, end) is not None


def _blocks(part: Part) -> list[tuple[int, int]]:
    """The block quotations of a part that have words, by offsets."""
    pattern = {"markdown": _markdown_block, "latex": _latex_block, "org": _org_block, "rst": _rst_block}
    if part.format not in pattern:
        return []
    found = [match.span("body") for match in pattern[part.format]().finditer(part.text)]
    kept: list[tuple[int, int]] = []
    for start, end in found:
        if _callout().match(part.text, start):
            continue
        if _has_words(part.prose, start, end) and (not kept or start >= kept[-1][1]):
            last = _signature().search(part.prose, start, end)
            kept.append((start, last.start() if last else end))
    return kept


@cache
def _begun() -> re.Pattern[str]:
    """Words, or marks before words: what is behind them is no longer about the block."""
    return re.compile(r"[^\W_]|[“„«\[]")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]")


@cache
def _signature() -> re.Pattern[str]:
    """The line at the end of a block that says whose it is."""
    return re.compile(r"\n[ \t>]*(?:—|–|―|--+)[^\n]*\s*\Z")


@cache
def _markdown_block() -> re.Pattern[str]:
    """Lines that begin with ``>``, with the lazy lines behind them (CommonMark 5.1); callouts (``> [!note]``) not."""
    return re.compile(r"^(?P<body> {0,3}>[^\n]*+(?:\n {0,3}>[^\n]*+|\n(?=[^\s>#`*+-])[^\n]++)*+)", re.MULTILINE)


@cache
def _callout() -> re.Pattern[str]:
    return re.compile(r" {0,3}>[ \t]*\[!")


@cache
def _latex_block() -> re.Pattern[str]:
    return re.compile(
        r"\\begin\{(?P<name>quote|quotation|(?:foreign)?display(?:c)?quote\*?)\}"
        r"(?P<body>[^\\]*+(?:\\(?!end\{(?P=name)\})[^\\]*+)*+)"
        r"\\end\{(?P=name)\}"
    )


@cache
def _org_block() -> re.Pattern[str]:
    return re.compile(
        r"^[ \t]*#\+begin_quote\b[^\n]*\n(?P<body>(?:(?![ \t]*#\+end_quote)[^\n]*+\n)*+)", re.MULTILINE | re.IGNORECASE
    )


@cache
def _rst_block() -> re.Pattern[str]:
    """Lines that stand further in than the text before them, which introduces them with a full stop or a colon."""
    return re.compile(r"^\S[^\n]*[.:,!?”\"»]\n[ \t]*\n(?P<body>(?:[ \t]{2,}[^\n]*+(?:\n|\Z))++)", re.MULTILINE)
