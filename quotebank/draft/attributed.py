"""Attributions in prose: who wrote, argued, said or reported something, in which outlet, on which day.

Only what prose says beside the verb is taken: ``Zuenko wrote in Vzglyad on 2 October``, ``wie TASS am 2. Oktober
berichtete``, ``Le 2 octobre, Zuenko écrivait``, ``писал Зуенко 2 октября``, ``Zuenko’s column of 2 October``. A date
further on in the sentence is a date of what is told, and none of the telling.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from quotebank.draft import attributed_words as words
from quotebank.draft.quoted import Prose, nearest
from quotebank.draft.quoted_sentences import ASIDE, NAMED, Sentence
from quotebank.draft.records import Citation

_BEFORE = 160
_MOST_ITEMS = 5
_PREPOSITION = 10
_LONG_QUOTATION = 30
_DAYS, _MONTHS_OF_YEAR = 31, 12


class Said(NamedTuple):
    """Words of the prose and their offsets."""

    text: str
    start: int
    end: int


class SaidDate(NamedTuple):
    """A date as far as the prose says it: 0 for what it does not."""

    year: int
    month: int
    day: int
    said: Said


@dataclass(frozen=True, slots=True)
class Attribution:
    """What a sentence says of where something comes from.

    `kind` is ``write``, ``argue``, ``say`` or ``report``. `subject` is who does so, None where the citation itself
    stands for the author. `citations` are those of the sentence, the nearest behind first. `start` and `end` are
    offsets.
    """

    start: int
    end: int
    kind: str
    subject: Said | None = None
    outlets: tuple[Said, ...] = ()
    dates: tuple[SaidDate, ...] = ()
    citations: tuple[Citation, ...] = ()
    adjacent: bool = False
    """Whether a citation stands between the subject and the verb, or for the subject."""


@dataclass(slots=True)
class _Found:
    """An attribution being read."""

    start: int
    end: int
    subject: Said | None = None
    adjacent: bool = False
    outlets: list[Said] = field(default_factory=list)
    dates: list[SaidDate] = field(default_factory=list)


def attributions(prose: Prose) -> list[Attribution]:
    """The attributions of the sentences that cite something, in order; none inside a quotation."""
    reader = _Reader(prose)
    return list(reader.run())


class _Reader:
    def __init__(self, prose: Prose) -> None:
        self._prose = prose
        self._text = prose.text
        spans = [mark[:2] for mark in prose.marks if mark.end - mark.start > _LONG_QUOTATION] + list(prose.blocks)
        self._quoted = sorted(spans)
        self._starts = [start for start, _ in self._quoted]

    def run(self) -> Iterator[Attribution]:
        for number, citations in sorted(self._prose.cited.items()):
            sentence = self._prose.sentences[number]
            for verb in words.verbs().finditer(self._text, sentence.start, sentence.end):
                if self._is_quoted(verb.start()) or not self._tells(verb, sentence):
                    continue
                if verb["verb"] and words.objects().match(self._text, verb.end(), sentence.end):
                    continue
                found = self._around(verb.start(), verb.end(), sentence.start, sentence.end)
                if found is None:
                    continue
                kind = words.verb_kinds().get(verb["verb"] or "", words.WRITE)
                ordered = nearest(citations, found.end)
                yield Attribution(
                    found.start, found.end, kind, found.subject, tuple(found.outlets), tuple(found.dates), ordered,
                    found.adjacent,
                )  # fmt: skip

    def _is_quoted(self, offset: int) -> bool:
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._quoted[at][1]

    def _tells(self, verb: "re.Match[str]", sentence: Sentence) -> bool:
        """Whether there can be more than who: of what is merely said or argued, nothing else is of use."""
        if words.verb_kinds().get(verb["verb"] or "", words.WRITE) == words.WRITE:
            return True
        low = max(sentence.start, verb.start() - _BEFORE)
        near = self._text[max(low, verb.start() - _PREPOSITION) : verb.start()]
        if NAMED in near or ASIDE in near:
            return True
        if words.dates().search(self._text, low, min(sentence.end, verb.end() + _BEFORE)):
            return True
        item = words.items().match(self._text, verb.end(), sentence.end)
        if item is not None and item["outlet"]:
            return True
        return words.leads().match(self._text[low : verb.start()]) is not None

    def _around(self, start: int, end: int, first: int, last: int) -> _Found | None:
        """What stands around a verb in its sentence; None without anybody who does it."""
        found = _Found(start, end)
        low = max(first, start - _BEFORE)
        if not self._subject_before(found, low, start):
            self._subject_behind(found, end, last)
        if found.subject is None and not found.adjacent:
            return None
        found.end = self._items(found, found.end, last)
        self._lead(found, low)
        return found

    def _subject_before(self, found: _Found, low: int, verb: int) -> bool:
        """The subject before its verb, with what is said between the two; or a citation in its place."""
        for name in words.names().finditer(self._text, low, verb):
            subject = _trimmed(name[0], name.start())
            if subject is None or self._is_governed(subject.start, low):
                continue
            trial = _Found(subject.start, found.end)
            at = self._items(trial, name.end(), verb)
            gap = words.between().match(self._text, at, verb)
            if gap is not None and gap.end() == verb and gap.start() <= verb:
                found.start, found.subject = subject.start, subject
                found.adjacent = self._is_plain(gap.start(), gap.end())
                found.outlets += trial.outlets
                found.dates += trial.dates
                return True
        before = self._text[low:verb].rstrip(" \n")
        if before.endswith(NAMED):
            found.start, found.adjacent = low + len(before.rstrip(NAMED)), True
        return found.adjacent

    def _is_plain(self, start: int, end: int) -> bool:
        """Whether citations stand between two offsets, none of them with words of its own (``quoted in @key``)."""
        citations, places = self._prose.layout.citations, self._prose.layout.places
        some = citations[bisect_left(places, start) : bisect_left(places, end)]
        return bool(some) and not any(each.prefix.strip() for each in some)

    def _is_governed(self, start: int, low: int) -> bool:
        return words.governed().search(self._text, max(low, start - _PREPOSITION), start) is not None

    def _subject_behind(self, found: _Found, at: int, last: int) -> None:
        gap = words.title_before().match(self._text, at, last)
        name = words.names().match(self._text, gap.end(), last) if gap else None
        subject = _trimmed(name[0], name.start()) if name else None
        if name is not None and subject is not None and subject.start == name.start():
            found.subject, found.end = subject, name.end()

    def _items(self, found: _Found, at: int, last: int) -> int:
        """Take the dates and outlets that follow one another from a place on; the answer is where they end."""
        for _ in range(_MOST_ITEMS):
            item = words.items().match(self._text, at, last)
            if item is None or item.end() == at or not self._take(found, item):
                break
            at = item.end()
        return at

    def _take(self, found: _Found, item: "re.Match[str]") -> bool:
        if item["outlet"]:
            name = item["outlet"].strip('«»“”"„ ')
            offset = item.start("outlet") + item["outlet"].find(name)
            found.outlets.append(Said(name, offset, offset + len(name)))
        elif item["date"]:
            date = _date(item["date"], item.start("date"))
            if date is None or not (item["prep"] or date.day):
                return False
            found.dates.append(date)
        return True

    def _lead(self, found: _Found, low: int) -> None:
        """Dates and outlets before the subject: ``On 2 October, Zuenko wrote``, ``Am 2. Oktober schrieb Zuenko``."""
        window = self._text[low : found.start]
        for begun in words.leads().finditer(window):
            trial = _Found(low + begun.end(), found.end)
            at = self._items(trial, trial.start, found.start)
            if (trial.dates or trial.outlets) and not self._text[at : found.start].strip(" ,\n\u00a0"):
                found.dates += trial.dates
                found.outlets += trial.outlets
                found.start = trial.start
                return


def _trimmed(name: str, start: int) -> Said | None:
    """A name without the words before it that are none; None if nothing is left."""
    at = 0
    for word in name.split():
        at = name.index(word, at)
        if not words.is_no_name(word):
            break
        at += len(word)
    rest = name[at:]
    kept = rest.strip(" \n\u00a0")
    if not kept:
        return None
    offset = start + at + rest.index(kept)
    # A possessive (Zuenko’s) is no part of the name, and neither is a full stop.
    bare = kept.removesuffix("’s").removesuffix("'s").rstrip("’'")
    return Said(bare, offset, offset + len(bare))


def _date(text: str, start: int) -> SaidDate | None:
    found = words.dates().match(text)
    if found is None:
        return None
    parts = {name[0]: value for name, value in found.groupdict().items() if value}
    month = parts.get("m", "")
    number = int(month) if month.isdigit() else words.month_numbers().get(month, 0)
    year, day = int(parts.get("y", 0)), int(parts.get("d", 0))
    if number > _MONTHS_OF_YEAR or day > _DAYS:
        return None
    return SaidDate(year, number, day, Said(text, start, start + len(text)))
