"""How well a unit answers a query: 0 to 100.

Every word of the query is covered by the best of its hypotheses that the unit has. The score is half the mean of their
similarities weighted by how rare the words are, half the plain mean over the words asked for; a word the index
has never seen must not sink the rest, so it weighs no more than the others. From this go up to 14 points where
the words stand further apart in the text than in the query; words of the author, the outlet, the title and the tags
are free of that. What matches there, and what is said more than once, adds up to 1.5.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from math import log
from typing import NamedTuple

from quotebank.search.hypotheses import STRICT, is_eastern
from quotebank.search.matching import Wording
from quotebank.search.query import FIELDS
from quotebank.search.runs import Hypothesis, Span
from quotebank.search.vocabulary import Vocabulary

_FAR = 15
_PENALTY = 1.5
_MOST_PENALTY = 14.0
_METADATA = ("authors", "outlet", "title", "tags")
_METADATA_BONUS = 0.9
_REPETITION_BONUS = 0.6
_COMMON_SHARE = 0.12
_PARTS = 0.92
_APART = {True: 0.35, False: 0.80}
_HAIR = 1e-9
_SCALE = 0.985
"""Leaves room below 100 for what is added."""

Columns = Mapping[str, str]


class Used(NamedTuple):
    """A hypothesis that covers words of the query: what was `typed`, the `field` asked, the hypothesis.

    `columns` are those of the index that have it; None when it is not known which.
    """

    typed: str
    field: str
    guessed: Hypothesis
    columns: tuple[str, ...] | None = None


class Score(NamedTuple):
    """`points` 0 to 100; `sure` the same before anything is added, for the cut-off.

    `coverage` is the share of the words asked for that are there; `used` says what covers them.
    """

    points: float
    sure: float
    coverage: float
    covers: "list[_Covered]"

    def used(self, columns: Columns) -> Iterator[Used]:
        """What covers which words of the query, and which of the unit's columns have it (if they were kept)."""
        for cover in self.covers:
            yield from cover.used(columns)


class Scorer:
    """Scores the units of one query."""

    def __init__(self, vocabulary: Vocabulary, groups: Sequence[tuple[Wording, ...]]) -> None:
        sized = vocabulary.size()
        self._groups = [tuple(_Cover(wording, vocabulary, sized) for wording in group) for group in groups]
        self._weights = [max(cover.total for cover in group) for group in self._groups]
        self._counts = [max(cover.count for cover in group) for group in self._groups]
        self._whole = sum(self._weights) or 1.0
        self._count = sum(self._counts) or 1

    @property
    def count(self) -> int:
        """How many words are asked for."""
        return self._count

    def score(self, columns: Columns) -> Score | None:
        """The score of a unit with these folded columns; None if what has to be there is not."""
        unit = _Words(columns)
        weighted = plain = metadata = repeated = covered = 0.0
        chosen: list[_Covered] = []
        for group, weight, count in zip(self._groups, self._weights, self._counts, strict=True):
            best: _Covered | None = None
            for cover in group:
                found = cover.find(unit)
                if found and (found.complete or cover.loose) and (best is None or found.plain > best.plain):
                    best = found
            if best is None:
                return None
            # Of words either of which will do, each counts as much as the other.
            share = count / best.cover.count
            weighted += weight * best.weighted / (best.cover.total or 1.0)
            plain += share * best.plain
            covered += share * best.covered
            metadata += best.in_metadata(unit)
            repeated += best.repetitions(unit)
            chosen.append(best)
        sure = 50 * weighted / self._whole + 50 * plain / self._count
        if self._count > 1:
            sure -= _apartness(chosen, unit)
        bonus = _METADATA_BONUS * min(1.0, metadata / self._count) + _REPETITION_BONUS * min(1.0, repeated / 4)
        return Score(round(max(0.0, sure * _SCALE + bonus), 1), sure, covered / self._count, chosen)


class _Words:
    """The words of a unit's columns, parted when they are first asked for."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self._sets: dict[str, set[str]] = {}

    def of(self, field: str) -> set[str]:
        """The words of a field of the query language; ``""`` for all."""
        if field not in self._sets:
            self._sets[field] = set(" ".join(_columns_of(self.columns, field)).split())
        return self._sets[field]

    @cached_property
    def text(self) -> list[str]:
        """The words of the text in their order."""
        return self.columns["text"].split()

    @cached_property
    def beside(self) -> set[str]:
        """The words of the author, the outlet, the title and the tags."""
        return set(" ".join([self.columns[name] for name in _METADATA]).split())


class _Covered(NamedTuple):
    """How a wording is covered by one unit."""

    cover: "_Cover"
    spans: list[tuple[Span, Hypothesis]]
    weighted: float
    plain: float
    covered: int

    @property
    def complete(self) -> bool:
        return self.covered == self.cover.count

    def used(self, columns: Columns) -> Iterator[Used]:
        """What covers what, for showing."""
        whole = set(_METADATA).issubset(columns)
        for span, guessed in self.spans:
            first = f" {guessed.words[0]}" + ("" if guessed.how == "prefix*" else " ")
            where = tuple(name for name, column in columns.items() if first in f" {column} ") if whole else ()
            yield Used(self.cover.run.written(span), self.cover.field, guessed, where or None)

    def in_metadata(self, unit: _Words) -> float:
        """How many of the words stand in the author, the outlet, the title or the tags."""
        return sum(last - first for (first, last), guessed in self.spans if unit.beside.issuperset(guessed.words))

    def repetitions(self, unit: _Words) -> float:
        """How many more times than once the words are said, on the mean."""
        if not self.spans:
            return 0.0
        return sum(max(0, unit.text.count(guessed.words[0]) - 1) for _, guessed in self.spans) / len(self.spans)


class _Cover:
    """The best cover of a wording's words by what a unit has."""

    def __init__(self, wording: Wording, vocabulary: Vocabulary, sized: int) -> None:
        self.run = wording.run
        self.field = wording.run.field
        self.loose = wording.loose
        self._size = len(self.run.atoms)
        content = wording.content()
        self.count = len(content)
        self._weights = _weights(wording, content, vocabulary, sized)
        self.total = sum(self._weights)
        self._worth = [50 * weight / (self.total or 1.0) for weight in self._weights]
        for at in content:
            self._worth[at] += 50 / self.count
        self._content = set(content)
        self._eastern = [is_eastern(atom.typed) for atom in self.run.atoms]
        self._by_word: dict[str, list[tuple[Span, Hypothesis]]] = {}
        self._open: list[tuple[Span, Hypothesis]] = []
        for span, guesses in wording.guesses.spans.items():
            for guessed in guesses:
                if guessed.how == "prefix*":
                    self._open.append((span, guessed))
                else:
                    self._by_word.setdefault(guessed.words[0], []).append((span, guessed))

    def find(self, unit: _Words) -> _Covered | None:
        """The best cover, None if there is none at all."""
        words, columns = unit.of(self.field), unit.columns
        present: dict[Span, list[Hypothesis]] = {}
        for word in self._by_word.keys() & words:
            for span, guessed in self._by_word[word]:
                if len(guessed.words) == 1 or self._has(columns, words, guessed):
                    present.setdefault(span, []).append(guessed)
        for span, guessed in self._open:
            if self._has_beginning(columns, guessed):
                present.setdefault(span, []).append(guessed)
        if not present:
            return None
        best = {span: _likest(found) for span, found in present.items()}
        used = self._cheapest(best)
        alone = self._standing_alone(columns, used)
        if alone:
            for span in alone:
                firm = [each for each in present[span] if not each.weak]
                if firm:
                    best[span] = _likest(firm)
                else:
                    del best[span]
            used = self._cheapest(best)
        return self._covered(columns, used)

    def _has(self, columns: Columns, words: set[str], guessed: Hypothesis) -> bool:
        if not words.issuperset(guessed.words):
            return False
        if not guessed.together:
            return True
        phrase = f" {' '.join(guessed.words)} "
        return any(phrase in f" {column} " for column in _columns_of(columns, self.field))

    def _has_beginning(self, columns: Columns, guessed: Hypothesis) -> bool:
        phrase = f" {' '.join(guessed.words)}"
        return any(phrase in f" {column}" for column in _columns_of(columns, self.field))

    def _cheapest(self, best: dict[Span, Hypothesis]) -> list[tuple[Span, Hypothesis]]:
        """The cover that is worth most, by dynamic programming over the places where a span may end."""
        values = [0.0] * (self._size + 1)
        chosen: list[Span | None] = [None] * (self._size + 1)
        ending: dict[int, list[tuple[Span, float]]] = {}
        for (first, last), guessed in best.items():
            similarity = guessed.similarity * (1.0 if self._is_whole(first, last) else _PARTS)
            ending.setdefault(last, []).append(((first, last), similarity * sum(self._worth[first:last])))
        for end in range(1, self._size + 1):
            values[end] = values[end - 1]
            # Of equals the longest: a compound is rather found whole than in its parts.
            for each, worth in sorted(ending.get(end, ())):
                if values[each[0]] + worth > values[end] + _HAIR:
                    values[end], chosen[end] = values[each[0]] + worth, each
        used: list[tuple[Span, Hypothesis]] = []
        end = self._size
        while end > 0:
            span = chosen[end]
            if span is None:
                end -= 1
            else:
                used.append((span, best[span]))
                end = span[0]
        return used[::-1]

    def _is_whole(self, first: int, last: int) -> bool:
        """Whether a span begins and ends with whole typed pieces."""
        compounds = self.run.compounds
        begins = first == 0 or compounds[first - 1] != compounds[first]
        return begins and (last == self._size or compounds[last - 1] != compounds[last])

    def _covered(self, columns: Columns, used: list[tuple[Span, Hypothesis]]) -> _Covered:
        similarities = [0.0] * self._size
        for (first, last), guessed in used:
            for at in range(first, last):
                similarities[at] = guessed.similarity
        for span, parts in self._broken(used):
            together = len(parts) > 1 and _covers(parts, span) and self._adjacent(columns, parts)
            for at in range(*span):
                similarities[at] *= _PARTS if together else _APART[self._eastern[at]]
        weighted = sum(weight * similarity for weight, similarity in zip(self._weights, similarities, strict=True))
        plain = sum(similarities[at] for at in self._content)
        return _Covered(self, used, weighted, plain, sum(similarities[at] > 0 for at in self._content))

    def _broken(self, used: list[tuple[Span, Hypothesis]]) -> Iterator[tuple[Span, list[tuple[Span, Hypothesis]]]]:
        """Typed pieces of several words that are covered piecemeal, with the parts."""
        first = 0
        for at in range(1, self._size + 1):
            if at == self._size or self.run.compounds[at] != self.run.compounds[first]:
                if at - first > 1:
                    parts = [each for each in used if each[0][0] < at and each[0][1] > first]
                    if parts and not any(span[0] <= first and span[1] >= at for span, _ in parts):
                        yield (first, at), parts
                first = at

    def _adjacent(self, columns: Columns, parts: Sequence[tuple[Span, Hypothesis]]) -> bool:
        """Whether the parts stand one after the other in some column."""
        phrase = " ".join(word for _, guessed in parts for word in guessed.words)
        return any(f" {phrase} " in f" {column} " for column in _columns_of(columns, self.field))

    def _standing_alone(self, columns: Columns, used: list[tuple[Span, Hypothesis]]) -> list[Span]:
        """The spans covered by weak guesses next to no other match."""
        alone: list[Span] = []
        for number, (span, guessed) in enumerate(used):
            if guessed.weak:
                pairs = [used[number - 1 : number + 1] if number else [], used[number : number + 2]]
                beside = (pair for pair in pairs if len(pair) > 1)
                if not any(self._adjacent(columns, pair) or self._adjacent(columns, pair[::-1]) for pair in beside):
                    alone.append(span)
        return alone


def _likest(found: list[Hypothesis]) -> Hypothesis:
    return found[0] if len(found) == 1 else max(found, key=lambda each: (each.similarity, each.words))


def _covers(parts: Sequence[tuple[Span, Hypothesis]], span: Span) -> bool:
    return {at for (first, last), _ in parts for at in range(first, last)}.issuperset(range(*span))


def _columns_of(columns: Columns, field: str) -> Iterator[str]:
    for name in FIELDS.get(field, tuple(columns)):
        yield columns[name]


def _weights(wording: Wording, content: Sequence[int], vocabulary: Vocabulary, sized: int) -> list[float]:
    """How much each word of a run weighs: the rarer, the more."""
    atoms = wording.run.atoms
    strict: dict[int, dict[str, None]] = {}
    for (first, last), guesses in wording.guesses.spans.items():
        for guessed in guesses:
            if guessed.how in STRICT:
                for at in range(first, last):
                    strict.setdefault(at, {})[guessed.words[0]] = None
    frequencies = vocabulary.frequencies({word for words in strict.values() for word in words})
    weights: list[float] = []
    known: list[float] = []
    asked = set(content)
    for at, atom in enumerate(atoms):
        own = frequencies.get(atom.text, 0)
        units = own or max((frequencies.get(word, 0) for word in strict.get(at, ())), default=0)
        weight = max(0.1, log((sized + 1) / (units + 0.5)))
        weights.append(weight)
        if units and at in asked:
            known.append(weight)
    if len(atoms) > 2 and known:  # noqa: PLR2004 - of two words, one unknown, nothing could be said to be found
        mean = sum(known) / len(known)
        for at in content:
            units = frequencies.get(atoms[at].text, 0) or any(frequencies.get(word) for word in strict.get(at, ()))
            if not units:
                weights[at] = min(weights[at], mean)
    most = max((weights[at] for at in content), default=1.0)
    return [weight if at in asked else min(weight, _COMMON_SHARE * most) for at, weight in enumerate(weights)]


def _apartness(chosen: Sequence[_Covered], unit: _Words) -> float:
    """What it costs that the query's words stand further apart in the text than in the query, 0 to 14 points."""
    shares: list[float] = []
    count = 0
    for found in chosen:
        if len(found.spans) < 2:  # noqa: PLR2004 - one word is always close
            continue
        before: tuple[int, list[int]] | None = None
        for (first, _), guessed in found.spans:
            # Words of the author, the outlet, the title and the tags need not stand near the others.
            stands = [] if unit.beside.issuperset(guessed.words) else _places(unit, guessed)
            if stands:
                count += 1
                place = found.cover.run.atoms[first].place
                if before:
                    shares.append(max(0.0, 1 - _nearest(before[1], stands, place - before[0]) / _FAR))
                before = place, stands
    if not shares:
        return 0.0
    return (1 - sum(shares) / len(shares)) * min(_MOST_PENALTY, _PENALTY * (count - 1))


def _places(unit: _Words, guessed: Hypothesis) -> list[int]:
    """Where a hypothesis begins in the text; a joined word where its first part does."""
    first, text = guessed.words[0], unit.text
    if first in text:
        stands, at = [], -1
        for _ in range(text.count(first)):
            at = text.index(first, at + 1)
            stands.append(at)
        return stands
    if first not in unit.of("text"):
        return []
    stands = []
    for at, word in enumerate(text):
        if first.startswith(word):
            joined, end = word, at + 1
            while len(joined) < len(first) and end < len(text):
                joined += text[end]
                end += 1
            if joined == first:
                stands.append(at)
    return stands


def _nearest(left: list[int], right: list[int], step: int) -> int:
    """The least distance between any right place and where a left place expects it, in linear time."""
    best, at = _FAR, 0
    for place in left:
        target = place + step
        while at + 1 < len(right) and right[at + 1] <= target:
            at += 1
        best = min([best] + [abs(found - target) for found in right[at : at + 2]])
    return best
