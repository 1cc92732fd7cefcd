"""Holding a quotation against the text it is taken from: is this what the source says?

Same up to typography is what a style guide lets a writer change without a word (Chicago Manual of Style, 17th ed.,
13.7: quotation marks, the first letter, the final mark) or with a sign of it (ellipses and brackets).
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from quotebank.text.overlaps import Overlaps, Run
from quotebank.text.quotation_alignment import LONGEST_BRACKET, Alignment, align
from quotebank.text.quotation_differences import Difference, Sides, differences
from quotebank.text.quotation_index import MOST_OCCURRENCES, WordIndex
from quotebank.text.quotation_pieces import LONGEST_PIECE, Piece, read_pieces
from quotebank.text.quotation_tokens import GAP, PART, WORDS, Token, joined
from quotebank.text.quotation_words import Language, language

ENOUGH = 0.6
"""The share of a quotation's words that must stand in the source, in their order, for it to be there, altered.

Of half the words of a sentence, another sentence on the same matter can be made; below 3 in 5, passages that have
nothing to do with each other begin to pass. Two words out of two, two of three, three of four, three of five.
"""

PAGE = 300
"""Words; pieces of a quotation with more than these between them are far apart, and that is said."""

_NEAR = 6
_LOOKS = 10_000
_REACH = 8 * LONGEST_PIECE
_ENDS_SENTENCE = frozenset(".?!")
_FIRST = ("negation", "number")


@dataclass(frozen=True, slots=True)
class Held:
    """A quotation held against a text.

    `status` is ``exact`` (the same characters), ``typography`` (the same words), ``altered`` or ``absent``. `start` and
    `end` are where it stands in the source (-1 when absent), `found` is what the source says there, its pieces joined
    by an ellipsis where they are apart. `differences` holds negations and numbers first. `left_out` is how many words
    the longest ellipsis leaves out; more than `PAGE` is a matter of its own.
    """

    status: str
    start: int = -1
    end: int = -1
    found: str = ""
    differences: tuple[Difference, ...] = ()
    left_out: int = 0


class _Layout(NamedTuple):
    """The pieces of a quotation, each with its place in the source (None where there is none)."""

    places: Sequence[Alignment | None]
    moved: frozenset[int]


class Source:
    """A text that quotations are held against; it is read once, when it is first needed."""

    def __init__(self, text: str) -> None:
        self.text = text

    def hold(self, quote: str, tag: str = "") -> Held:
        """The quotation held against this text; `tag` is its language (BCP 47), for what negates.

        The time is proportional to the length of the quotation, with a fixed number of searches through the source.
        """
        if (at := self._find(quote.strip())) >= 0:
            return Held("exact", at, at + len(quote.strip()), quote.strip())
        pieces = read_pieces(quote)
        words = language(tag)
        best: Held | None = None
        for layout in self._layouts(pieces):
            held = self._held(quote, pieces, layout, words)
            if held and (best is None or _badness(held) < _badness(best)):
                best = held
            if best and not any(_badness(best)):
                break
        return best or Held("absent")

    def longest_run(self, text: str) -> Run | None:
        """The longest run of this text's words that a paraphrase repeats outside quotation marks of its own."""
        return self._overlaps.longest(text)

    def too_close(self, text: str) -> Run | None:
        """That run if a paraphrase should not repeat so much (see `quotebank.text.overlaps`), else None."""
        return self._overlaps.too_close(text)

    @cached_property
    def _index(self) -> WordIndex:
        return WordIndex(self.text)

    @cached_property
    def _overlaps(self) -> Overlaps:
        return Overlaps(self.text, self._index.tokens)

    def _find(self, quote: str) -> int:
        """Where the very characters stand as whole words; -1 if they do not."""
        at = -1
        for _ in range(max(MOST_OCCURRENCES, _LOOKS // len(quote)) if quote else 0):
            at = self.text.find(quote, at + 1)
            if at < 0 or (self._is_edge(at) and self._is_edge(at + len(quote))):
                return at
        return -1

    def _is_edge(self, at: int) -> bool:
        before, after = self.text[at - 1 : at] if at else "", self.text[at : at + 1]
        return not (before.isalnum() and after.isalnum()) or (joined(before) and joined(after))

    # Places -------------------------------------------------------------------------------------------------------

    def _layouts(self, pieces: Sequence[Piece]) -> Iterator[_Layout]:
        """The ways in which the pieces may stand in the source, the likeliest first."""
        if not pieces:
            return
        main = max(range(len(pieces)), key=lambda at: _size(pieces[at]))
        everywhere = (0, len(self._index))
        tries = max(1, 2 * MOST_OCCURRENCES // len(pieces))
        for place, _ in zip(self._places(pieces[main], *everywhere), range(tries), strict=False):
            yield self._around(pieces, main, place)

    def _around(self, pieces: Sequence[Piece], main: int, place: Alignment) -> _Layout:
        """The other pieces before and behind one that has its place, each as near as can be."""
        places: list[Alignment | None] = [None] * len(pieces)
        moved: set[int] = set()
        places[main] = place
        for backward, order in ((False, range(main + 1, len(pieces))), (True, range(main - 1, -1, -1))):
            last = place
            for at in order:
                edge = self._index.word_at(last.start if backward else last.end)
                cut = pieces[at + 1 if backward else at].cut
                low, high = (0, edge) if backward else (edge, len(self._index))
                if cut:
                    low, high = max(low, edge - _REACH), min(high, edge + _REACH)
                found = next(self._places(pieces[at], low, high, backward), None)
                if found is None and not cut and len(pieces) <= MOST_OCCURRENCES:
                    found = next(self._places(pieces[at], 0, len(self._index)), None)
                    if found is not None:
                        moved.add(at)
                elif found is not None:
                    last = found
                places[at] = found
        return _Layout(places, frozenset(moved))

    def _places(self, piece: Piece, low: int, high: int, backward: bool = False) -> Iterator[Alignment]:
        """Where a piece may stand between two words of the source, the nearest place or the likeliest first."""
        index, mine = self._index, piece.tokens
        start, end = _plain_stretch(mine)
        stretch = [at for at in range(start, end) if mine[at].kind in WORDS]
        found = False
        for word in index.runs([mine[at].key for at in stretch], low, high, backward) if stretch else ():
            left, right = index.token_range(word, word + len(stretch) - 1)
            left, right = left - stretch[0], right + len(mine) - stretch[-1]
            if end - start < len(mine):  # brackets stand for any number of words
                left, right = left - LONGEST_BRACKET - stretch[0], right + LONGEST_BRACKET + len(mine) - stretch[-1]
            if place := self._fitting(piece, left, right):
                found = True
                yield place
        if found:
            return
        numbered = list(enumerate(token.key for token in mine if token.kind in WORDS))
        for left, right in index.windows(numbered, len(numbered), low, high):
            if place := self._fitting(piece, *index.token_range(left, right)):
                yield place

    def _fitting(self, piece: Piece, left: int, right: int) -> Alignment | None:
        place = align(piece.tokens, self._index.tokens, left, right)
        return place if place and place.there >= ENOUGH * _size(piece) else None

    # Findings -----------------------------------------------------------------------------------------------------

    def _held(self, quote: str, pieces: Sequence[Piece], layout: _Layout, words: Language) -> Held | None:
        placed = [place for place in layout.places if place is not None]
        if sum(place.there for place in placed) < ENOUGH * sum(map(_size, pieces)):
            return None
        index = self._index
        found: list[Difference] = []
        left_out = 0
        last: Alignment | None = None
        for at, (piece, place) in enumerate(zip(pieces, layout.places, strict=True)):
            if place is None or at in layout.moved:
                found.append(self._elsewhere(quote, piece, place))
                continue
            found += differences(Sides(quote, piece.tokens, self.text, index.tokens, words), place)
            if last is not None:
                found += self._between(last, place, piece, words)
                if not piece.cut:
                    left_out = max(left_out, index.word_at(place.start) - index.word_at(last.end))
            last = place
        found.sort(key=lambda one: (_FIRST.index(one.kind) if one.kind in _FIRST else len(_FIRST), one.start))
        start = min(index.tokens[place.start].start for place in placed)
        end = max(index.tokens[place.end - 1].end for place in placed)
        status = "altered" if found else "typography"
        return Held(status, start, end, self._words_at(placed), tuple(found), left_out)

    def _elsewhere(self, quote: str, piece: Piece, place: Alignment | None) -> Difference:
        start, end = piece.tokens[0].start, piece.tokens[-1].end
        there = self._words_at([place]) if place else ""
        return Difference("moved" if place else "added", quote[start:end], there, start, end)

    def _between(self, last: Alignment, place: Alignment, piece: Piece, words: Language) -> Iterator[Difference]:
        """What is left out between two pieces, where no ellipsis says so, or where it hides a negation."""
        gone = self._index.tokens[last.end : place.start]
        at = piece.tokens[0].start
        if not any(token.kind in WORDS for token in gone):
            return
        raw = self.text[gone[0].start : gone[-1].end]
        short = len(gone) <= _NEAR and not any(token.key in _ENDS_SENTENCE for token in gone)
        negates = short and words.negations([token.key for token in gone], raw)
        if negates or piece.cut:
            yield Difference("negation" if negates else "missing", "", raw, at, at)

    def _words_at(self, placed: Sequence[Alignment]) -> str:
        """The source's words at some places, an ellipsis where more than a few stand between them."""
        tokens = self._index.tokens
        spans: list[tuple[int, int]] = []
        for place in sorted(placed):
            start, end = tokens[place.start].start, tokens[place.end - 1].end
            if spans and place.start - self._token_after(spans[-1][1]) <= 2 * _NEAR:
                spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
            else:
                spans.append((start, end))
        return " … ".join(self.text[start:end] for start, end in spans)

    def _token_after(self, at: int) -> int:
        return bisect_left(self._index.tokens, at, key=lambda token: token.start)


def _size(piece: Piece) -> int:
    return sum(token.kind in WORDS for token in piece.tokens)


def _plain_stretch(some: Sequence[Token]) -> tuple[int, int]:
    """The longest stretch of tokens with nothing of the writer's own in it."""
    best, start = (0, 0), 0
    for at in range(len(some) + 1):
        if at == len(some) or some[at].kind in (GAP, PART):
            if at - start > best[1] - best[0]:
                best = (start, at)
            start = at + 1
    return best


def _badness(held: Held) -> tuple[bool, int, bool, int]:
    """How much is wrong with a finding, to choose the best of several."""
    far = held.left_out > PAGE
    return held.status != "typography", len(held.differences), far, held.left_out if far else 0
