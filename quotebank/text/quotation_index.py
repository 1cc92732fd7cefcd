"""Where in a long text the words of a quotation may stand, found without reading the text again for each."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from quotebank.text.quotation_tokens import NUMBER, WORDS, Token, tokens

MOST_OCCURRENCES = 8
_COMMON = 64
_RARE_WORDS = 24
_MOST_WINDOWS = 3


class WordIndex:
    """The tokens of a text, and which words stand where; made in time proportional to the text.

    `tokens` are all of them but the numbers of notes (``[12]``), `places` the positions among them of the words.
    """

    def __init__(self, text: str) -> None:
        self.tokens = [token for token in tokens(text) if token.kind != NUMBER or not _is_note(text, token)]
        self.places = [at for at, token in enumerate(self.tokens) if token.kind in WORDS]
        self._offsets: list[int] = []
        self._where: dict[str, list[int]] = {}
        at = 1
        for number, place in enumerate(self.places):
            key = self.tokens[place].key
            self._where.setdefault(key, []).append(number)
            self._offsets.append(at)
            at += len(key) + 1
        self._line = " ".join(("", *(self.tokens[place].key for place in self.places), ""))

    def runs(self, words: Sequence[str], low: int, high: int, backward: bool = False) -> Iterator[int]:
        """Where just these words follow one another between two words, the first (or last) few places."""
        if any(word not in self._where for word in words):
            return
        needle = f" {' '.join(words)} "
        start, end = self._offset(low) - 1, self._offset(high)
        for _ in range(MOST_OCCURRENCES):
            at = self._line.rfind(needle, start, end) if backward else self._line.find(needle, start, end)
            if at < 0:
                return
            yield bisect_left(self._offsets, at + 1)
            start, end = (start, at + len(needle) - 1) if backward else (at + 1, end)

    def windows(self, words: Sequence[tuple[int, str]], size: int, low: int, high: int) -> list[tuple[int, int]]:
        """Where most of the rarest of these words stand in about their order: ranges of words, the likeliest first.

        `words` are (place in the piece, word), `size` is how long the piece is. Common words count only where there
        are no rarer ones, and then only some of their places.
        """
        diagonals = self._diagonals(words, low, high)
        reach = size // 4 + 6
        margin = size // 4 + 4
        best: list[tuple[int, int, int]] = []
        inside: Counter[int] = Counter()
        left = 0
        for diagonal, at in diagonals:
            inside[at] += 1
            while diagonals[left][0] < diagonal - reach:
                gone = diagonals[left][1]
                inside[gone] -= 1
                if not inside[gone]:
                    del inside[gone]
                left += 1
            best.append((len(inside), diagonals[left][0], diagonal))
        found: list[tuple[int, int]] = []
        for _, first, last in sorted(best, key=lambda window: -window[0]):
            start, end = max(low, first - margin), min(high, last + size + margin)
            if all(end <= other[0] or start >= other[1] for other in found):
                found.append((start, end))
            if len(found) == _MOST_WINDOWS:
                break
        return found

    def token_range(self, low: int, high: int) -> tuple[int, int]:
        """The range of tokens that a range of words spans."""
        return self._place(low), self._place(high)

    def word_at(self, token: int) -> int:
        """The number of the first word at or after a token."""
        return bisect_left(self.places, token)

    def __len__(self) -> int:
        return len(self.places)

    def _diagonals(self, words: Sequence[tuple[int, str]], low: int, high: int) -> list[tuple[int, int]]:
        """For the rarest words: where the piece would begin if this word were that one; with the word's place."""
        known = sorted((len(self._where[word]), at, word) for at, word in words if word in self._where)
        rare = [(at, word) for count, at, word in known if count <= _COMMON][:_RARE_WORDS]
        found: list[tuple[int, int]] = []
        for at, word in rare or [(at, word) for _, at, word in known[:_RARE_WORDS]]:
            numbers = self._where[word]
            start = bisect_left(numbers, low)
            found += [(number - at, at) for number in numbers[start : start + _COMMON] if number < high]
        return sorted(found)

    def _offset(self, word: int) -> int:
        return self._offsets[word] if word < len(self._offsets) else len(self._line)

    def _place(self, word: int) -> int:
        return self.places[word] if word < len(self.places) else len(self.tokens)


def _is_note(text: str, token: Token) -> bool:
    return text[token.start - 1 : token.start] == "[" and text[token.end : token.end + 1] == "]"
