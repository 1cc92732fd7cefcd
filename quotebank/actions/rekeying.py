"""Giving articles new citation keys; the old ones go on leading to them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from quotebank.bank.bank import Bank
from quotebank.errors import UsageError
from quotebank.model.articles import Article
from quotebank.model.key_patterns import patterned_key
from quotebank.model.keys import LONGEST_MADE, check_key, citation_key, new_key


class Rekeyed(NamedTuple):
    """A key before and after; the same twice where nothing changed."""

    old: str
    new: str


def rekey(bank: Bank, keys: Sequence[str], *, to: str = "", pattern: str = "", dry_run: bool = False) -> list[Rekeyed]:
    """Give each of the articles a key made anew, by `pattern` if there is one, or the one called `to`.

    All in one transaction, in the order given. Raises `NotFound` for an unknown key, `BadInput` for a key or
    a pattern that is none, `UsageError` when `to` is meant for several.
    """
    if to and (len(keys) != 1 or pattern):
        raise UsageError("--to: one key for one article", "name one article, and no --pattern")
    done: list[Rekeyed] = []
    with bank.transaction("rekey", dry_run=dry_run) as change:
        for key in keys:
            article = Article.from_json(change.shape(change.find(key)))
            old = article.key.casefold()
            own = {old, *(name.casefold() for name in article.ids)}

            def taken(name: str, own: set[str] = own) -> bool:
                return name.casefold() not in own and change.taken(name)

            new = check_key(to) if to else _made(article, pattern, taken)
            if new != article.key:
                change.replace_article(article.key, replace(article, key=new))
            done.append(Rekeyed(article.key, new))
    return done


def _made(article: Article, pattern: str, taken: Callable[[str], bool]) -> str:
    if not pattern:
        return citation_key(article, taken)
    stem = patterned_key(article, pattern)[:LONGEST_MADE]
    return new_key(check_key(stem), taken) if stem else citation_key(article, taken)
