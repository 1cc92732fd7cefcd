"""Counting what a bank holds."""

from collections import Counter
from typing import NamedTuple

from quotebank.bank.bank import Bank
from quotebank.bank.transaction import QUOTES


class Stats(NamedTuple):
    """Counts of a bank, each table the most frequent first; years are of publication."""

    articles: int
    quotes: int
    size: int
    without_quotes: int
    kinds: dict[str, int]
    types: dict[str, int]
    languages: dict[str, int]
    outlets: dict[str, int]
    authors: dict[str, int]
    years: dict[str, int]
    tags: dict[str, int]


def stats(bank: Bank) -> Stats:
    """Count everything in one reading of the bank."""
    types, languages, outlets, authors, years, tags, kinds = (Counter[str]() for _ in range(7))
    keys: set[str] = set()
    for article in bank.iter_articles():
        keys.add(article.key.casefold())
        types[article.type] += 1
        languages[article.language or "unknown"] += 1
        outlets[article.outlet or "none"] += 1
        authors.update(name.sorted for name in article.authors)
        years[str(article.date.year) if article.date and article.date.year is not None else "n.d."] += 1
        tags.update(article.tags)
    quotes = 0
    for line in bank.lines(QUOTES):
        shape = line.doc or {}
        quotes += 1
        kinds[str(shape.get("kind"))] += 1
        keys.discard(str(shape.get("article")).casefold())
        tags.update(map(str, found) if isinstance(found := shape.get("tags"), list) else ())
    counts = (dict(counter.most_common()) for counter in (kinds, types, languages, outlets, authors, years, tags))
    return Stats(types.total(), quotes, bank.journal.stamp().size, len(keys), *counts)
