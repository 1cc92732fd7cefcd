"""Made-up words that come up as often as words do in print.

How often a word is used falls with its rank r in two regimes: as 1/(r + 1) down to rank `BEND` (Zipf's law) and
as r ** -`STEEPNESS` below it (Ferrer i Cancho and Solé, "Two regimes in the frequency of words", 2001). A text
of n words drawn like that has a vocabulary growing as n ** (1 / `STEEPNESS`) (Heaps' law), here n ** .56.
The stock never runs out, so that the millionth quote still brings words no quote had before.
"""

import itertools
from random import Random

from tests.benchmarks.tables import COMMON_WORDS, SYLLABLES

BEND = 6_000
STEEPNESS = 1 / 0.56
_TABLED = 12_000
_SLOTS = 400_000
_TWO_SYLLABLES = 250
_THREE_SYLLABLES = 12_000
_STEP = 1_000_003
"""Prime to the number of syllables: taking words in this stride keeps neighbours in rank apart in spelling."""


def word(rank: int) -> str:
    """The word of that rank, 0 the most frequent; rarer words are longer."""
    index = rank - len(COMMON_WORDS)
    if index < 0:
        return COMMON_WORDS[rank]
    if index < _TWO_SYLLABLES:
        return _spell(index, 2)
    if rank < _THREE_SYLLABLES:
        return _spell(index, 3)
    syllables = 4
    index = rank - _THREE_SYLLABLES
    while index >= len(SYLLABLES) ** syllables:
        index -= len(SYLLABLES) ** syllables
        syllables += 1
    return _spell(index, syllables)


def _spell(index: int, syllables: int) -> str:
    base = len(SYLLABLES)
    number = index * _STEP % base**syllables
    pieces = []
    for _ in range(syllables):
        number, digit = divmod(number, base)
        pieces.append(SYLLABLES[digit])
    return "".join(pieces)


def _shares() -> list[float]:
    """Running totals of the frequencies of the tabled ranks, in units in which all ranks together have 1."""
    head = [1 / (rank + 2) for rank in range(BEND)]
    scale = (BEND + 1) ** (STEEPNESS - 1)
    tail = [scale / (rank + 2) ** STEEPNESS for rank in range(BEND, _TABLED)]
    totals = list(itertools.accumulate(head + tail))
    rest = scale * (_TABLED + 1.5) ** (1 - STEEPNESS) / (STEEPNESS - 1)
    return [total / (totals[-1] + rest) for total in totals]


class Vocabulary:
    """Draws words, with `random` as the only source of chance: the same seed gives the same words.

    Frequent words lie in a long list, each as often as its frequency asks, so that drawing one is a look-up.
    """

    def __init__(self, random: Random) -> None:
        self._random = random
        shares = _shares()
        self._slots: list[str] = []
        for rank, share in enumerate(shares):
            self._slots += [word(rank)] * (round(share / shares[-1] * _SLOTS) - len(self._slots))
        self._share_of_rest = 1 - shares[-1]

    def draw(self, count: int) -> list[str]:
        """`count` words of running text, lower case."""
        random = self._random.random
        words = self._random.choices(self._slots, k=count)
        for _ in range(int(count * self._share_of_rest + random())):
            words[int(random() * count)] = self.rare()
        return words

    def rare(self) -> str:
        """A word from beyond the tabled ranks."""
        left = 1.0 - self._random.random()
        return word(int((_TABLED + 1.5) * left ** (1 / (1 - STEEPNESS)) - 1.5))
