"""Choosing articles by author, outlet, date, tag and type."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from quotebank.actions.describing import csl_type
from quotebank.actions.outlets import OutletNames, outlet_names
from quotebank.bank.bank import Bank
from quotebank.errors import BadInput, UsageError
from quotebank.model.articles import Article
from quotebank.model.dates import PartialDate
from quotebank.model.edtf import FURTHEST, is_plain
from quotebank.text.folding import fold


class Selection(NamedTuple):
    """What to choose, as typed: of each field any of the values, all fields together; empty chooses all.

    `authors` and `outlets` match by their words in any order, folded; an outlet by any of its spellings.
    `after` and `before` include their day. Articles without a date lie in no range of dates.
    """

    authors: Sequence[str] = ()
    outlets: Sequence[str] = ()
    after: str = ""
    before: str = ""
    tags: Sequence[str] = ()
    types: Sequence[str] = ()


def select(
    bank: Bank, selection: Selection, today: datetime.date, among: Iterable[Article] | None = None
) -> Iterator[Article]:
    """The chosen articles in the bank's order, or those `among` some in theirs; raises `UsageError` for a bad date."""
    after, before = _bound("--after", selection.after, today), _bound("--before", selection.before, today)
    authors = [set(fold(name).split()) or {name} for name in selection.authors]
    names = outlet_names(bank) if selection.outlets else None
    outlets = [set(fold(names.named(name)).split()) or {name} for name in selection.outlets] if names else []
    tags = {tag.casefold() for tag in selection.tags}
    types = {csl_type(name) for name in selection.types}
    for article in bank.iter_articles() if among is None else among:
        if (
            (not types or article.type in types)
            and (not tags or not tags.isdisjoint(tag.casefold() for tag in article.tags))
            and (
                (after is None and before is None)
                or (article.date is not None and article.date.overlaps(after, before))
            )
            and (not authors or _any_name(authors, article))
            and (not names or _any_within(outlets, _outlets(article, names)))
        ):
            yield article


def _outlets(article: Article, names: OutletNames) -> Sequence[str]:
    """What an article's outlet is called: as it is filed, under its name in the bank, and in its own script."""
    return (article.outlet, names.listed(article.outlet), article.original.outlet)


def by_date(articles: Iterator[Article]) -> list[Article]:
    """Newest first, undated ones last, then by key: the order of a list."""
    return sorted(articles, key=lambda article: (_newest_first(article), article.key.casefold()))


ORDERS = ("author", "date", "outlet", "title", "key", "added")
"""How a bibliography may be ordered; "added" is the bank's own order."""


def in_order(articles: Sequence[Article], order: str) -> list[Article]:
    """The articles by one of `ORDERS`, whatever marks and case their texts have; equal ones by author, date, title."""
    folded = cache(fold)
    first: dict[str, Callable[[Article], object]] = {
        "date": _newest_first,
        "outlet": lambda article: folded(article.outlet),
        "title": lambda article: folded(article.title),
        "key": lambda article: article.key.casefold(),
        "author": lambda article: folded(article.authors[0].sorted if article.authors else article.outlet),
    }
    if order == "added":
        return list(articles)
    # Sorting is stable: the last in rank goes first. Titles are folded only where authors and dates are the same.
    by = first["author"]
    ranked = sorted(articles, key=lambda article: (by(article), _oldest_first(article)))
    done: list[Article] = []
    for _, same in groupby(ranked, key=lambda article: (by(article), _oldest_first(article))):
        some = list(same)
        if len(some) > 1:
            some.sort(key=lambda article: (folded(article.title), article.key.casefold()))
        done += some
    return done if order == "author" else sorted(done, key=first[order])  # type: ignore[arg-type]


def _oldest_first(article: Article) -> tuple[int, str]:
    """A date's place among others, undated articles last."""
    date = article.date
    if date is None:
        return (FURTHEST, "")
    if is_plain(date.text):
        return (int(date.text[:4]), date.text[5:])
    year, month, day = date.earliest()
    return (year, f"{month:02}-{day:02}")


def _newest_first(article: Article) -> tuple[int, int, int]:
    if article.date is None:
        return (1, 0, 0)
    year, month, day = article.date.earliest()
    return (-year if year > 0 else 0, -month, -day)


def _bound(flag: str, typed: str, today: datetime.date) -> PartialDate | None:
    if not typed:
        return None
    try:
        date = PartialDate.parse(typed, today)
    except BadInput as problem:
        raise UsageError(f"{flag}: {problem.message}", problem.hint) from problem
    if date is None:
        raise UsageError(f"{flag}: {typed} is no date", "write it like 2021-11 or 2021-11-30")
    return date


def _any_name(wanted: list[set[str]], article: Article) -> bool:
    return _any_within(wanted, [text for name in article.authors for text in (name.display, name.original)])


def _any_within(wanted: list[set[str]], texts: Sequence[str]) -> bool:
    for text in texts:
        words = set(fold(text).split()) | {text}
        if any(words.issuperset(some) for some in wanted):
            return True
    return False
