"""Citing articles and quotes in quotebank's own plain forms."""

from collections.abc import Sequence

from quotebank.actions.finding import find, find_article, unknown
from quotebank.bank.bank import Bank
from quotebank.bank.transaction import QUOTES
from quotebank.cite.plain import cite, cite_quote
from quotebank.model.articles import Article
from quotebank.model.quotes import Locator


def citations(bank: Bank, keys: Sequence[str], form: str, locator: Locator | None = None) -> list[str]:
    """The citation of each article, in the order given.

    Raises `NotFound` with the nearest keys before anything is cited, `UsageError` for an unknown form.
    """
    articles = [find_article(bank, key) for key in keys]
    return [cite(article, form, locator=locator) for article in articles]


def cited(bank: Bank, names: Sequence[str], form: str, locator: Locator | None = None) -> list[str]:
    """The citation of each article named by its key, and the quote with its citation for each id of one.

    Raises as `citations` and `quoted` do.
    """
    found = [find(bank, name) for name in names]
    return [
        cite(record, form, locator=locator) if isinstance(record, Article) else quoted(bank, record.id, form)
        for record in found
    ]


def quoted(bank: Bank, record: str, form: str) -> str:
    """What a quote says, with its citation, locator and the source it was read in. Raises `NotFound`, `UsageError`."""
    place = bank.view_now.by_id(QUOTES, record)
    if place is None or not place.live:
        raise unknown(bank, record, "no quote has this id")
    quote = bank.quote(record)
    via = _via(bank, quote.via.article) if quote.via else None
    return cite_quote(quote, bank.article(quote.article), via, form)


def _via(bank: Bank, key: str) -> Article | None:
    place = bank.view_now.by_name(key)
    return Article.from_json(bank.read(place).doc) if place else None
