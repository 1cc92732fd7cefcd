"""Searching a bank: keeps the index up with it, and loads what the index finds."""

from collections.abc import Iterable
from typing import NamedTuple

from quotebank.actions.progress import Progress, counted
from quotebank.actions.saving import expanded
from quotebank.bank.bank import Bank
from quotebank.bank.transaction import ARTICLES, QUOTES
from quotebank.errors import Damaged
from quotebank.model.articles import Article
from quotebank.model.quotes import Quote
from quotebank.search.evidence import Evidence, evidence
from quotebank.search.index import Change, Reading, SearchIndex
from quotebank.search.query import parse
from quotebank.search.ranking import Hit, Suggestion, Wanted


class Found(NamedTuple):
    """One result: its article, its quote (None for an article without), and why it was found.

    `score` is 0 to 100, `coverage` the share of the query's words it has, `partial` whether that is not all.
    """

    article: Article
    quote: Quote | None
    score: float
    coverage: float
    partial: bool
    evidence: Evidence


class Answer(NamedTuple):
    """The results, best first, how many there are in all, and words that may have been meant.

    `cut` tells that of a very long query only the beginning was read.
    """

    total: int
    found: list[Found]
    suggestions: tuple[Suggestion, ...] = ()
    cut: bool = False


def search(
    bank: Bank,
    text: str,
    limit: int | None = None,
    progress: Progress | None = None,
    *,
    offset: int = 0,
    sort: str = "score",
    partial: bool = False,
) -> Answer:
    """The best `limit` quotes and articles for a query (None: all) after the first `offset`.

    `sort` is ``score``, ``date`` or ``outlet``; `partial` shows what lacks some of the words beside what has
    them all. Raises `UsageError` for an unknown field or a date that is none, `Busy` while another process keeps
    the index locked, and what the bank raises.
    """
    with opened(bank, progress) as index:
        return ask(bank, index, text, Wanted(limit, offset, sort, partial))


def ask(bank: Bank, index: SearchIndex, text: str, wanted: Wanted) -> Answer:
    """What an `opened` index answers, with the records; raises as `search` does."""
    query = parse(expanded(bank, text))
    results = index.search(query, wanted)
    found = (_load(bank, hit) for hit in results.hits)
    return Answer(results.total, [each for each in found if each is not None], results.suggestions, query.cut)


def matching_keys(bank: Bank, text: str, progress: Progress | None = None) -> list[str]:
    """The keys of all articles that answer a query themselves or by a quote, best first; raises as `search` does."""
    query = parse(expanded(bank, text))
    with opened(bank, progress) as index:
        return list(dict.fromkeys(hit.key for hit in index.search(query).hits))


def opened(bank: Bank, progress: Progress | None = None) -> SearchIndex:
    """The bank's search index, in step with the bank; to be closed. Raises `Busy`, and what the bank raises."""
    path = bank.view_now.path
    name = path.with_name(path.name.replace(".keys.", ".search.")) if path else None
    index = SearchIndex.open(name, bank.journal.header().bank)
    try:
        index.catch_up(lambda cursor: _reading(bank, cursor, progress))
    except BaseException:
        index.close()
        raise
    return index


def _reading(bank: Bank, cursor: str | None, progress: Progress | None) -> Reading:
    changes, reached, fresh = bank.changes(cursor or "")
    told: Iterable[Change] = (Change(*change) for change in changes)
    if progress and fresh:
        told = counted(told, sum(bank.counts()), progress)
    return Reading(told, reached, fresh)


def _load(bank: Bank, hit: Hit) -> Found | None:
    """The records of a hit; None if they went while the index was being asked."""
    spot = bank.view.by_id(ARTICLES, hit.article) if hit.article else None
    place = bank.view.by_id(QUOTES, hit.id) if hit.kind == "quote" else None
    if spot is None or not spot.live or (hit.kind == "quote" and (place is None or not place.live)):
        return None
    try:
        article_shape = bank.read(spot).doc or {}
        quote_shape = {"id": hit.id, **(bank.read(place).doc or {})} if place else None
    except Damaged:
        if bank.journal.stamp() != bank.view.stamp:  # rewritten meanwhile
            return None
        raise
    quote = Quote.from_json(quote_shape) if quote_shape else None
    why = evidence(hit.used, article_shape, quote_shape)
    return Found(Article.from_json(article_shape), quote, hit.score, hit.coverage, hit.partial, why)
