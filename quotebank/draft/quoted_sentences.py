"""The paragraphs and sentences of a draft, and where its citations stand among them.

A citation in brackets behind a full stop still belongs to the sentence before it; one that is part of the sentence
(``@key argues``) begins a sentence as a name would.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from quotebank.draft.records import Citation, Part

NAMED = "\ufffc"
"""Stands, in the text that `marked` gives, for a citation that is a word of its sentence."""

ASIDE = "\x1f"
"""Stands for a citation beside the sentence. It is white space to Python, as a citation in brackets is to a reader."""

_SHORT_LINES = frozenset(("docx", "odt"))
"""Formats whose every line is a paragraph."""

_LONGEST_WORD = 12

_ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr prof st jr sr gen col lt sen rep gov capt sgt rev hon vs etc cf al no nos vol vols ed eds pp para paras
    sec ch chap fig ca approx dept est inc ltd co corp bros jan feb mar apr jun jul aug sep sept oct nov dec ibid op cit
    viz esp trans z.b u.a d.h usw bzw vgl hrsg nr bd abs art s. str hl geb gest jh mio mrd m mme mlle mm env éd
    cit chap р руб гг вв тыс млн млрд др пр им ул стр см напр ред изд проф акад гл п e.g i.e u.s u.n a.m p.m т.е т.д т.п
    """.split()  # noqa: SIM905 - a list of words is easier to read so
)
"""Abbreviations in the drafts' languages after whose full stop a sentence may go on with a capital."""

_MONTHS = "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"


class Sentence(NamedTuple):
    """A stretch of a part's prose, by offsets; `paragraph` is the number of the paragraph it stands in."""

    start: int
    end: int
    paragraph: int


class Layout:
    """A part's prose with its citations marked, and its paragraphs as they are parted in the text."""

    def __init__(self, part: Part) -> None:
        self.part = part
        cited = (citation for citation in part.citations if citation.mode != "nocite")
        self.citations = sorted(cited, key=lambda citation: citation.start)
        self.places = [citation.start for citation in self.citations]
        self.text = marked(part, self.citations)
        self.paragraphs = _paragraphs(part)

    def sentences(self, whole: Sequence[tuple[int, int]] = ()) -> list[Sentence]:
        """The sentences in order; no sentence ends inside one of the spans `whole` (sorted, apart)."""
        starts = [start for start, _ in whole]
        found: list[Sentence] = []
        for number, (start, end) in enumerate(self.paragraphs):
            at = start
            for stop in _stops(self.text, start, end):
                before = bisect_right(starts, stop.mark) - 1
                if before >= 0 and stop.mark < whole[before][1]:
                    continue
                found.append(Sentence(at, stop.next, number))
                at = stop.next
            if at < end:
                found.append(Sentence(at, end, number))
        return found


def marked(part: Part, citations: Sequence[Citation]) -> str:
    """The prose with `NAMED` or `ASIDE` where the keys of these citations stand; it has the length of the prose.

    The citations come in the order of their places.
    """
    pieces: list[str] = []
    at = 0
    for citation in citations:
        if citation.start < at or citation.end > len(part.prose):
            continue
        sign = NAMED if citation.mode == "narrative" else ASIDE
        pieces += (part.prose[at : citation.start], sign * (citation.end - citation.start))
        at = citation.end
    pieces.append(part.prose[at:])
    return "".join(pieces)


def in_notes(part: Part, citations: Sequence[Citation]) -> list[Citation]:
    """The citations of Markdown's footnotes as if they began where the notes are referred to (``[^1]``, ``[^1]: …``).

    They still end where they do.
    """
    if part.format != "markdown" or "[^" not in part.text:
        return []
    markers: dict[str, list[int]] = {}
    for found in _marker().finditer(part.text):
        markers.setdefault(found["label"], []).append(found.start())
    starts = [citation.start for citation in citations]
    moved: list[Citation] = []
    for note in _note().finditer(part.text):
        inside = citations[bisect_left(starts, note.start()) : bisect_left(starts, note.end())]
        for at in markers.get(note["label"], ()):
            moved += [replace(citation, start=at) for citation in inside]
    return moved


def among(sentences: Sequence[Sentence], citations: Sequence[Citation]) -> dict[int, list[Citation]]:
    """The citations of each sentence, by the sentence's number."""
    starts = [sentence.start for sentence in sentences]
    found: dict[int, list[Citation]] = {}
    for citation in citations:
        at = bisect_right(starts, citation.start) - 1
        if at >= 0 and citation.start < sentences[at].end:
            found.setdefault(at, []).append(citation)
    return found


class _Stop(NamedTuple):
    """Where a sentence may end: the offset behind its last mark, and where the next begins."""

    mark: int
    next: int


def _stops(text: str, start: int, end: int) -> Iterator[_Stop]:
    for found in _full_stop().finditer(text, start, end):
        if found.end() >= end:
            return
        if found["stop"] == "." and _goes_on(text, start, found.start(), found.end()):
            continue
        yield _Stop(found.start("gap") if found["stop"] else found.start("near"), found.end())


def _goes_on(text: str, start: int, dot: int, after: int) -> bool:
    """Whether a full stop ends an abbreviation, an initial or an ordinal (am 2. Oktober) and no sentence."""
    window = text[max(start, dot - _LONGEST_WORD) : dot]
    word = _last_word().search(window)
    if word is None:
        return False
    form = word[0].casefold()
    if form.isdigit():
        return len(form) <= 2 and _german_month().match(text, after) is not None  # noqa: PLR2004
    return (len(form) == 1 and form.isalpha()) or form in _ABBREVIATIONS


def _paragraphs(part: Part) -> list[tuple[int, int]]:
    """The paragraphs of a part, by offsets, those without any prose left out."""
    pattern = _every_line() if part.format in _SHORT_LINES else _breaks()
    found: list[tuple[int, int]] = []
    at = 0
    for gap in pattern.finditer(part.text):
        found.append((at, gap.start()))
        at = gap.end()
    found.append((at, len(part.text)))
    return [(start, end) for start, end in found if start < end and not part.text[start:end].isspace()]


@cache
def _breaks() -> re.Pattern[str]:
    """Between paragraphs: an empty line (quoted or not), or the beginning of an item, a heading, a note, a row."""
    return re.compile(
        r"""\r?\n[ \t]*+(?:>[ \t]*+)*+\r?(?=\n)
          | \n(?=[ \t>]*+(?:[-*+•]|\d{1,3}[.)]|\#{1,6}|=+)[ \t])
          | \n(?=[ \t]*+(?:\||\[\^[^\]\n]{1,80}\]:|\\(?:item|section|subsection|chapter|paragraph|par|begin|end)\b))""",
        re.VERBOSE,
    )


@cache
def _marker() -> re.Pattern[str]:
    return re.compile(r"\[\^(?P<label>[^\]\s]{1,80})\](?!:)")


@cache
def _note() -> re.Pattern[str]:
    """A footnote's text: its line, and what follows up to an empty line or the next note."""
    return re.compile(
        r"^ {0,3}\[\^(?P<label>[^\]\s]{1,80})\]:[^\n]*+(?:\n(?![ \t]*\n| {0,3}\[\^)[^\n]++)*+", re.MULTILINE
    )


@cache
def _every_line() -> re.Pattern[str]:
    return re.compile(r"\n")


@cache
def _full_stop() -> re.Pattern[str]:
    """The end of a sentence with the marks that close there, and the white space (citations too) behind it."""
    return re.compile(
        rf"""(?P<stop>[.!?…])[.!?…]*+["'”“»«’‘)\]]*+(?P<gap>\s++)
              (?=["“„«»‘'(\[¿¡—–-]*+(?:[^\W_a-zà-öø-ÿа-яёії]|{NAMED}))
          | (?P<far>[。！？])[」』”]?+(?P<near>(?=.))""",
        re.VERBOSE | re.DOTALL,
    )


@cache
def _last_word() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.])[\w.]+\Z")


@cache
def _german_month() -> re.Pattern[str]:
    return re.compile(_MONTHS)
