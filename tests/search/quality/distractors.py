"""Records to be lost among: press articles on other things, with the same words, names, outlets and days.

Texts are drawn by Zipf's law from real English words, with people in two romanisations (`tests.benchmarks.cast`) and
made-up words that keep coming (`tests.benchmarks.vocabulary`). A third of the articles are the example bank's outlets',
a third of them of the same autumn; its authors write one in two hundred, on other days. No distractor is a right
answer: none has an example article's outlet and day, and none has the telling words or the people of the example bank.
"""

import itertools
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

import quotebank.search
from quotebank.text.folding import fold
from quotebank.text.sounds import sound_key
from quotebank.text.stems import root, stem
from tests.benchmarks import tables
from tests.benchmarks.cast import Cast
from tests.benchmarks.vocabulary import Vocabulary
from tests.example.source import SOURCE, load

Shape = dict[str, object]

_OUTLETS = (
    "Vzglyad", "TASS", "Valdai Club", "Profil", "Forbes", "Zavtra", "Carnegie Moscow Center", "Mezhdunarodnaya Gazeta",
)  # fmt: skip
_DAYS = frozenset(("-09-29", "-10-02", "-10-05", "-10-20", "-10-28", "-10-31", "-11-03", "-11-04", "-11-11", "-11-15"))
"""The days of the example's articles; no distractor of their outlets has one of them, of whatever year."""

_AUTHORS = (("Lankov", "Andrei"), ("Zuenko", "Ivan"))
"""Authors of the example who write distractors too: whoever looks for one of them says what about."""

_QUOTES = (1, 2, 2, 3, 3, 4, 5)
_MADE_UP = 0.02
_PEOPLE = 0.02


def distractors(count: int, avoid: frozenset[str] = frozenset(), seed: int = 1) -> Iterator[tuple[Shape, list[Shape]]]:
    """Articles with their quotes in quotebank's JSON shapes, exactly `count` quotes in all; none has a word of `avoid`.

    The same `seed` gives the same records, and fewer are the beginning of more (but for the last article).
    """
    press = _Press(Random(seed), avoid)
    made = 0
    while made < count:
        article, quotes = press.item()
        yield article, quotes[: count - made]
        made += len(quotes)


class _Press:
    def __init__(self, random: Random, avoid: frozenset[str]) -> None:
        self._random = random
        self._cast = Cast(random)
        self._made_up = Vocabulary(random)
        self._keys = frozenset(key for word in avoid | _telling() for key in _keys(word))
        words = [word for word in dict.fromkeys((*tables.COMMON_WORDS, *_english())) if self._is_allowed(word)]
        self._words = words
        self._totals = list(itertools.accumulate(1 / (rank + 8) for rank in range(len(words))))
        self._tags = [tag for tag in tables.TAGS if self._is_allowed(tag)]
        self._made = 0
        self._articles = 0

    def item(self) -> tuple[Shape, list[Shape]]:
        """The next article and its quotes."""
        random = self._random
        self._articles += 1
        known = random.random() < 1 / 3
        outlet = random.choice(_OUTLETS) if known else self._outlet()
        date = self._date(known=known)
        article: Shape = {
            "key": f"d{self._articles:07}",
            "type": "article-newspaper",
            "title": self._text(6).capitalize(),
            "outlet": outlet,
            "date": date,
            "language": "en",
            "tags": random.sample(self._tags, 2),
        }
        if random.random() < 1 / 200 and not date.startswith(("2021-09", "2021-10", "2021-11")):
            family, given = random.choice(_AUTHORS)
            article["authors"] = [{"family": family, "given": given}]
        elif random.random() < 0.85:
            article["authors"] = [self._author()]
        quotes = [self._quote(str(article["key"])) for _ in range(random.choice(_QUOTES))]
        return article, quotes

    def _outlet(self) -> str:
        while True:
            name = f"{self._random.choice(tables.OUTLET_PLACES)} {self._random.choice(tables.OUTLET_KINDS)[0]}"
            if self._is_allowed(name):
                return name

    def _author(self) -> Shape:
        while True:
            (person,) = self._cast.pick(1)
            if self._is_allowed(person.full):
                return person.shape

    def _quote(self, key: str) -> Shape:
        self._made += 1
        text = self._text(40 + int(self._random.random() * 70))
        return {
            "id": f"d{self._made:07}",
            "article": key,
            "kind": "paraphrase",
            "text": f"{text[0].upper()}{text[1:]}.",
        }

    def _text(self, count: int) -> str:
        random = self._random
        words = random.choices(self._words, cum_weights=self._totals, k=count)
        for at in range(count):
            chance = random.random()
            if chance < _PEOPLE:
                words[at] = self._allowed(self._cast.pick(1)[0].family)
            elif chance < _PEOPLE + _MADE_UP:
                words[at] = self._allowed(self._made_up.rare())
        return " ".join(words)

    def _allowed(self, word: str) -> str:
        return word if self._is_allowed(word) else "press"

    def _is_allowed(self, word: str) -> bool:
        """Whether a word is none to be avoided, and no other form or spelling of one."""
        return all(self._keys.isdisjoint(_keys(part)) for part in fold(word).split())

    def _date(self, *, known: bool) -> str:
        random = self._random
        while True:
            if random.random() < 1 / 3:
                date = f"2021-{random.randint(9, 11):02}-{random.randint(1, 30):02}"
            else:
                date = f"{random.randint(2018, 2023)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
            if not (known and date[4:] in _DAYS):
                return date


@cache
def _keys(word: str) -> tuple[str, ...]:
    """What a word has in common with its other forms and spellings."""
    return word, f"S{stem(word)}", f"R{root(word)}", f"K{sound_key(word)}"


@cache
def _english() -> tuple[str, ...]:
    """English words in an order of their own that is always the same, the short ones rather at the front."""
    path = Path(next(iter(quotebank.search.__path__))) / "words" / "english.txt"
    words = path.read_text(encoding="utf-8").split()
    random = Random(7)
    return tuple(sorted(words, key=lambda word: len(word) / 4 + 6 * random.random()))


@cache
def _telling() -> frozenset[str]:
    """Words of at least five letters that the example bank has in at most two of its quotes, and its people."""
    seen: dict[str, int] = {}
    example = load(SOURCE)
    for _, quote in example.quotes:
        for word in set(fold(quote.text).split()):
            seen[word] = seen.get(word, 0) + 1
    words = {word for word, times in seen.items() if times <= 2 and len(word) >= 5}
    people = {word for article in example.articles for name in article.authors for word in fold(name.family).split()}
    return frozenset(words | people | {"jeong", "chong"})
