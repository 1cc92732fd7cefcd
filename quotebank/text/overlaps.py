"""Where a paraphrase repeats its source word by word.

A run counts as too long from eight words on: shorter ones are set phrases and what cannot be said otherwise, and eight
is where checkers for plagiarism usually begin. Five are too many when they are three quarters of the whole paraphrase.
Names and titles are nobody's wording: words with a capital inside a sentence are not counted, where capitals mean
names (not in German, not in titles). Chinese, Japanese and Thai characters count half a word.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quotebank.text.quotation_tokens import WORDS, Token, joined, tokens

TOO_MANY = 8
_FEW = 5
_SHARE = 0.75
_GRAM = 4
_MOST_PLACES = 64
_CAPITALS_NAME = 0.25
"""Share of words with a capital above which a text (German, a headline) does not use them for names."""

_PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", "‹": "›", "「": "」", "『": "』", "《": "》", '"': '"', "‘": "’"}
_INNER = frozenset("‘’")


class Run(NamedTuple):
    """Words of the source that a paraphrase repeats: ``source[start:end] == found``, `words` of them counted."""

    words: int
    start: int
    end: int
    found: str


class Overlaps:
    """A source prepared for asking what paraphrases repeat; takes time and memory in proportion to it."""

    def __init__(self, text: str, found: Sequence[Token]) -> None:
        self._text = text
        self._words = [token for token in found if token.kind in WORDS]
        self._last: dict[int, int] = {}
        self._before: list[int] = []
        keys = [token.key for token in self._words]
        for at in range(len(keys) - _GRAM + 1):
            gram = hash(tuple(keys[at : at + _GRAM]))
            self._before.append(self._last.get(gram, -1))
            self._last[gram] = at
        capitals = sum(token.form[:1].isupper() for token in self._words)
        self._names = capitals <= _CAPITALS_NAME * len(self._words)

    def longest(self, text: str) -> Run | None:
        """The longest run of at least four words that `text` repeats outside its own quotation marks, or None.

        Where four words stand in the source more than 64 times only their last places are looked at.
        """
        best = Run(0, 0, 0, "")
        for stretch in _unquoted(text):
            for length, at, there in self._runs(stretch):
                if length > best.words and (words := self._counted(stretch, length, at, there)) > best.words:
                    start, end = self._words[there].start, self._words[there + length - 1].end
                    best = Run(words, start, end, self._text[start:end])
        return best if best.words else None

    def too_close(self, text: str) -> Run | None:
        """The longest run if it is too long for a paraphrase, else None."""
        run = self.longest(text)
        if run is None or run.words < _FEW:
            return None
        whole = sum(_weight(token) for token in tokens(text) if token.kind in WORDS)
        return run if run.words >= TOO_MANY or run.words >= _SHARE * whole else None

    def _runs(self, words: Sequence[Token]) -> Iterator[tuple[int, int, int]]:
        """The runs a stretch of words shares with the source: how long, from which word of each.

        A run is followed once: `done` says how far on each diagonal, so that repetitions take no more time.
        """
        done: dict[int, int] = {}
        for at in range(len(words) - _GRAM + 1):
            there = self._last.get(hash(tuple([token.key for token in words[at : at + _GRAM]])), -1)
            for _ in range(_MOST_PLACES):
                if there < 0:
                    break
                if done.get(there - at, 0) <= at:
                    length = self._length(words, at, there)
                    done[there - at] = at + length
                    if length >= _GRAM:
                        yield length, at, there
                there = self._before[there]

    def _length(self, words: Sequence[Token], at: int, there: int) -> int:
        """How many words from two places on are the same."""
        most = min(len(words) - at, len(self._words) - there)
        return next((n for n in range(most) if words[at + n].key != self._words[there + n].key), most)

    def _counted(self, words: Sequence[Token], length: int, at: int, there: int) -> int:
        """How many words of a run are the source's wording; a name has a capital on both sides."""
        pairs = zip(words[at : at + length], self._words[there : there + length], strict=True)
        return int(sum(_weight(one) for one, other in pairs if not (self._names and _is_high(one) and _is_high(other))))


def _is_high(word: Token) -> bool:
    return word.form[:1].isupper()


def _weight(token: Token) -> float:
    return 0.5 if joined(token.key[:1]) and len(token.key) == 1 else 1.0


def _unquoted(text: str) -> Iterator[list[Token]]:
    """The words of a text in the stretches between its own quotations."""
    at = 0
    for start, end in _quotations(text):
        yield [token for token in tokens(text, at, start) if token.kind in WORDS]
        at = end
    yield [token for token in tokens(text, at) if token.kind in WORDS]


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    """Where a text has quotation marks around words; marks without a partner are passed over."""
    at = 0
    gone: set[str] = set()
    while at < len(text):
        closing = "" if text[at] in gone else _PAIRS.get(text[at], "")
        if closing and not (text[at] in _INNER and at and text[at - 1].isalnum()):
            ends = [end for mark in closing if (end := _closing(text, mark, at + 1)) >= 0]
            if ends:
                yield at, min(ends) + 1
                at = min(ends)
            else:
                gone.add(text[at])
        at += 1


def _closing(text: str, mark: str, at: int) -> int:
    """The closing mark from a place on; one inside a word is an apostrophe."""
    end = text.find(mark, at)
    while end >= 0 and mark in _INNER and text[end + 1 : end + 2].isalnum():
        end = text.find(mark, end + 1)
    return end
