"""The example bank, with as many distractors beside it as wanted, and queries put to it."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from quotebank import Bank
from quotebank.actions.searching import search
from tests.example.build import build
from tests.search.quality.distractors import distractors
from tests.search.quality.queries import Graded, words
from tests.search.quality.scorer import Ranked, Result, rank

_AT_ONCE = 2_000
SHOWN = 10
"""How many results are looked at."""


def make_bank(path: Path, count: int) -> Bank:
    """The example bank at `path` with `count` distractors; one that is there already is opened."""
    if not path.exists():
        build(path)
        items = distractors(count, words())
        with Bank(path, cache=path.parent / "cache") as bank:
            while count and (batch := list(islice(items, _AT_ONCE))):
                with bank.transaction("distractors") as change:
                    for number, (article, quotes) in enumerate(batch):
                        change.put("articles", change.free_id("articles") + f"{number:04}", article)
                        for quote in quotes:
                            record = str(quote["id"])
                            change.put("quotes", record, {name: value for name, value in quote.items() if name != "id"})
    return Bank(path, cache=path.parent / "cache")


def found(bank: Bank, query: str) -> list[Result]:
    """The first results of a query."""
    answer = search(bank, query, SHOWN)
    return [(each.article.key, each.quote.text if each.quote else each.article.title) for each in answer.found]


def ranked(bank: Bank, queries: list[Graded]) -> Iterator[Ranked]:
    """The rank of each query's right answer."""
    for query in queries:
        yield Ranked(query, rank(query, found(bank, query.query)))
