"""Banks as large as wanted and much like real ones: the measure of everything that must not slow down.

A quote has about 95 words and 630 bytes; an article three to four quotes. Words follow Zipf's and Heaps' laws
(see `vocabulary`), people come in two romanisations (see `cast`), outlets and tags are used unevenly, dates are
as incomplete as the press leaves them. Nothing but the seed decides what comes out.
"""

import itertools
from collections.abc import Iterator
from random import Random

from tests.benchmarks import tables
from tests.benchmarks.cast import Cast, Person
from tests.benchmarks.vocabulary import Vocabulary

Shape = dict[str, object]

_FIRST_YEAR, _LAST_YEAR = 2000, 2026
_QUOTES_PER_ARTICLE = (1, 2, 2, 3, 3, 3, 4, 4, 5, 8)
_AUTHORS = (0, 1, 1, 1, 1, 1, 1, 1, 2, 3)
_KINDS = ("paraphrase",) * 6 + ("direct",) * 3 + ("summary",)
_LANGUAGES = ("ru", "ru", "ru", "en", "en", "zh", "ko", "ja")


def articles_and_quotes(quotes: int, seed: int = 1) -> Iterator[tuple[Shape, list[Shape]]]:
    """Articles with their quotes in quotebank's JSON shapes, exactly `quotes` quotes in all.

    No two articles share a key, no two quotes an id. The same `seed` gives the same bank, and a smaller bank is
    the beginning of a larger one (but for the last article, which may lose quotes).
    """
    press = _Press(Random(seed))
    made = 0
    while made < quotes:
        article, found = press.item()
        yield article, found[: quotes - made]
        made += len(found)


class _Press:
    """Writes one article after the other."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._vocabulary = Vocabulary(random)
        self._cast = Cast(random)
        self._outlets = [
            (f"{place} {kind}", style)
            for place, (kind, style) in itertools.product(tables.OUTLET_PLACES, tables.OUTLET_KINDS)
        ]
        random.shuffle(self._outlets)
        self._outlet_totals = list(itertools.accumulate(1 / (rank + 1) for rank in range(len(self._outlets))))
        self._tag_totals = list(itertools.accumulate(1 / (rank + 1) for rank in range(len(tables.TAGS))))
        self._keys: set[str] = set()
        self._repeats: dict[str, int] = {}
        self._made = 0

    def item(self) -> tuple[Shape, list[Shape]]:
        """The next article and all its quotes."""
        random = self._random
        authors = self._cast.pick(random.choice(_AUTHORS))
        ((outlet, style),) = random.choices(self._outlets, cum_weights=self._outlet_totals)
        date = self._date()
        title = self._vocabulary.draw(4 + int(random.random() * 6))
        telling = next((word for word in title if len(word) > 5), "") or self._vocabulary.rare()
        stem = (authors[0].ascii if authors else outlet.split()[0].lower()) + date[:4] + telling
        article: Shape = {"key": self._key(stem), "type": style, "title": _sentence(title)}
        if authors:
            article["authors"] = [author.shape for author in authors]
        article |= {"outlet": outlet, **self._dated(date), "language": random.choice(_LANGUAGES)}
        if random.random() < 0.6:
            article["url"] = f"https://{outlet.split()[0].lower()}.example/{date[:4] or 'undated'}/{telling}"
        article["tags"] = self._tags()
        quotes = [self._quote(article, authors) for _ in range(random.choice(_QUOTES_PER_ARTICLE))]
        return article, quotes

    def _quote(self, article: Shape, authors: list[Person]) -> Shape:
        random = self._random
        self._made += 1
        quote: Shape = {
            "id": f"q{self._made:07x}",
            "article": article["key"],
            "kind": random.choice(_KINDS),
            "text": self._text(authors),
        }
        if random.random() < 0.5:
            quote["locator"] = {"label": "paragraph", "value": str(1 + int(random.random() * 30))}
        if random.random() < 0.3:
            quote["tags"] = self._tags()
        return quote

    def _text(self, authors: list[Person]) -> str:
        random = self._random.random
        count = 55 + int(random() * 80)
        words = self._vocabulary.draw(count)
        for person in self._cast.pick(int(random() * 4)):
            words[int(random() * count)] = person.full if random() < 0.5 else person.family
        if authors and random() < 0.5:
            words[int(random() * count)] = authors[0].family
        start = 0
        while start < count:
            words[start] = words[start][0].upper() + words[start][1:]
            start += 9 + int(random() * 28)
            words[min(start, count) - 1] += "."
        return " ".join(words)

    def _date(self) -> str:
        """An EDTF date: mostly a day, at times a month, season, year, interval or guess, at times none."""
        random = self._random.random
        year = _FIRST_YEAR + int((_LAST_YEAR - _FIRST_YEAR + 1) * random() ** 0.6)
        month, day = 1 + int(random() * 12), 1 + int(random() * 28)
        chance = random()
        if chance < 0.80:
            return f"{year}-{month:02}-{day:02}"
        if chance < 0.88:
            return f"{year}-{month:02}"
        if chance < 0.93:
            return f"{year}"
        if chance < 0.95:
            return f"{year}-{21 + month % 4}"
        if chance < 0.96:
            return f"{year}~"
        return f"{year}-{month:02}-{day:02}/{year}-12-31" if chance < 0.97 else ""

    def _dated(self, date: str) -> Shape:
        if not date:
            return {}
        inferred = len(date) == len("2021-11-30") and self._random.random() < 0.2
        return {"date": date, **({"date_inferred": True, "date_inferred_parts": ["year"]} if inferred else {})}

    def _tags(self) -> list[str]:
        drawn = self._random.choices(tables.TAGS, cum_weights=self._tag_totals, k=1 + int(self._random.random() * 3))
        return list(dict.fromkeys(drawn))

    def _key(self, stem: str) -> str:
        """`stem`, or with letters after it (b, c, ... z, ba, ...) when another article has it."""
        key, number = stem, self._repeats.get(stem, 0)
        while key in self._keys:
            number += 1
            key = stem + _letters(number)
        self._keys.add(key)
        if number:
            self._repeats[stem] = number
        return key


def _sentence(words: list[str]) -> str:
    return " ".join((words[0].capitalize(), *words[1:]))


def _letters(number: int) -> str:
    """1 as b, 25 as z, 26 as ba: counting with letters for digits."""
    letters = ""
    while number:
        number, digit = divmod(number, 26)
        letters = chr(97 + digit) + letters
    return letters
