"""Finding the record a writer names: an article by its key, a quote by its id."""

from quotebank.bank.bank import Bank
from quotebank.bank.transaction import QUOTES
from quotebank.errors import NotFound
from quotebank.model.articles import Article
from quotebank.model.quotes import Quote

_NEAR = 70
_MOST = 3


def find(bank: Bank, name: str) -> Article | Quote:
    """The article with that key (or an old one), or the quote with that id; raises `NotFound` with the nearest keys."""
    place = bank.view_now.by_name(name)
    if place is not None:
        return Article.from_json(bank.read(place).doc)
    quote = bank.view.by_id(QUOTES, name)
    if quote is not None and quote.live:
        return bank.quote(name)
    raise unknown(bank, name)


def find_article(bank: Bank, key: str) -> Article:
    """The article with that key (or an old one); raises `NotFound` with the nearest keys."""
    place = bank.view_now.by_name(key)
    if place is None:
        raise unknown(bank, key, "no article has this key")
    return Article.from_json(bank.read(place).doc)


def unknown(bank: Bank, name: str, what: str = "no article has this key, no quote this id") -> NotFound:
    """The error for a name that nothing has, with the keys most like it."""
    from rapidfuzz import fuzz, process

    keys = (brief.key for brief in bank.view_now.briefs())
    near = process.extract(name.casefold(), keys, scorer=fuzz.WRatio, score_cutoff=_NEAR, limit=_MOST)
    hint = "did you mean " + ", ".join(key for key, _, _ in near) + "?" if near else "see `quotebank list`"
    return NotFound(f"{name or '(empty)'}: {what}", hint)
