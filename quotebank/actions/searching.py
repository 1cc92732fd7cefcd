"""Searching a bank: keeps the index up with it, and loads what the index finds."""

from collections.abc import Iterable
from typing import NamedTuple

from quotebank.actions.outlets import OutletNames, outlet_names
from quotebank.actions.progress import Progress, counted
from quotebank.bank.bank import Bank
from quotebank.bank.transaction import ARTICLES, QUOTES
from quotebank.errors import Damaged
from quotebank.model.articles import Article
from quotebank.model.quotes import Quote
from quotebank.search.evidence import Evidence, evidence
from quotebank.search.index import Change, Reading, SearchIndex
from quotebank.search.query import Query, Term, parse
from quotebank.text.folding import fold


class Found(NamedTuple):
    """One result: its article, its quote (None for an article without), score 0 to 100, and what matched."""

    article: Article
    quote: Quote | None
    score: float
    evidence: Evidence


class Answer(NamedTuple):
    """The results, best first, and how many there are in all."""

    total: int
    found: list[Found]


def search(bank: Bank, text: str, limit: int | None = None, progress: Progress | None = None) -> Answer:
    """The best `limit` quotes and articles for a query (None: all).

    Raises `UsageError` for an unknown field or a date that is none, `Busy` while another process keeps the
    index locked, and what the bank raises.
    """
    query = with_spellings(parse(text), outlet_names(bank))
    path = bank.view_now.path
    name = path.with_name(path.name.replace(".keys.", ".search.")) if path else None
    with SearchIndex.open(name, bank.journal.header().bank) as index:
        index.catch_up(lambda cursor: _reading(bank, cursor, progress))
        results = index.search(query, limit)
    found = (_load(bank, hit.kind, hit.id, hit.article, hit.score, query) for hit in results.hits)
    return Answer(results.total, [each for each in found if each is not None])


def with_spellings(query: Query, names: OutletNames) -> Query:
    """The query with every spelling of an outlet standing for all of them."""
    return query._replace(groups=tuple(tuple(_spelt(term, names) for term in group) for group in query.groups))


def _spelt(term: Term, names: OutletNames) -> Term:
    if not term.forms or term.field not in ("", "outlet") or term.how == "prefix":
        return term
    others = (tuple(fold(name).split()) for name in names.spellings(" ".join(term.forms[0])))
    return term._replace(forms=tuple(dict.fromkeys((*term.forms, *(form for form in others if form)))))


def _reading(bank: Bank, cursor: str | None, progress: Progress | None) -> Reading:
    changes, reached, fresh = bank.changes(cursor or "")
    told: Iterable[Change] = (Change(*change) for change in changes)
    if progress and fresh:
        told = counted(told, sum(bank.counts()), progress)
    return Reading(told, reached, fresh)


def _load(bank: Bank, kind: str, record: str, article: str | None, score: float, query: Query) -> Found | None:
    """The records of a hit; None if they went while the index was being asked."""
    spot = bank.view.by_id(ARTICLES, article) if article else None
    place = bank.view.by_id(QUOTES, record) if kind == "quote" else None
    if spot is None or not spot.live or (kind == "quote" and (place is None or not place.live)):
        return None
    try:
        article_shape = bank.read(spot).doc or {}
        quote_shape = {"id": record, **(bank.read(place).doc or {})} if place else None
    except Damaged:
        if bank.journal.stamp() != bank.view.stamp:  # rewritten meanwhile
            return None
        raise
    quote = Quote.from_json(quote_shape) if quote_shape else None
    return Found(Article.from_json(article_shape), quote, score, evidence(query, article_shape, quote_shape))
