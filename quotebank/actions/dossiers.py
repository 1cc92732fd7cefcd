"""A dossier: who said what, when and in which outlet, of everything a search finds, ready to write from.

It is data here; `quotebank.actions.dossier_markdown` writes it as a document.
"""

import datetime
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from quotebank.actions.outlets import OutletNames, outlet_names
from quotebank.actions.progress import Progress
from quotebank.actions.selecting import Selection, in_order, select
from quotebank.actions.sources import Sources
from quotebank.bank.bank import Bank
from quotebank.bank.transaction import ARTICLES
from quotebank.cite.wording import outlet, running_names
from quotebank.errors import BadInput, NotFound, UsageError
from quotebank.model.articles import Article
from quotebank.model.dates import PartialDate
from quotebank.model.quotes import Quote
from quotebank.text.folding import fold
from quotebank.text.lines import one_line

WAYS = ("date", "author", "outlet", "tag")
"""How the passages may be grouped."""

UNDATED, UNSIGNED, NOWHERE, UNTAGGED = "Undated", "Unsigned", "No outlet", "Untagged"
"""Headings for what lacks that by which it is grouped; they come last."""

_HALF = 0.5
_FEW = 2
_READ_THROUGH = 5
"""The quotes of more than this part of all articles are read in one go."""

_LAST_YEAR = 9999


class Passage(NamedTuple):
    """One quote with its article and its outlet under the bank's name for it.

    `via` is the source it was read in where that is another one and known; `via_key` its key, known or not.
    """

    article: Article
    quote: Quote
    outlet: str
    via: Article | None = None
    via_key: str = ""

    @property
    def who(self) -> tuple[str, ...]:
        """Who says it: the speaker, else the authors, else the outlet; nobody for neither."""
        return (self.speaker,) if self.speaker else self.signed or ((self.outlet,) if self.outlet else ())

    @property
    def speaker(self) -> str:
        """The speaker where that is not the author."""
        speaker = one_line(self.quote.speaker).strip()
        return "" if fold(speaker) in (fold(name) for name in self.signed) else speaker

    @property
    def signed(self) -> tuple[str, ...]:
        """The authors in reading order."""
        return tuple(text for name in self.article.authors if (text := one_line(name.display).strip()))


class Group(NamedTuple):
    """Passages under one heading; `missing` for those that have none of their own (undated, untagged, ...)."""

    heading: str
    passages: Sequence[Passage]
    missing: bool = False


class Day(NamedTuple):
    """A line of the timeline: an EDTF date (None: undated), how many passages it has, and who says them where."""

    date: PartialDate | None
    passages: int
    who: Sequence[str]
    outlets: Sequence[str]


class Share(NamedTuple):
    """How many passages hang on one source, and which part of all that is, 0 to 1; `key` where that is a record."""

    name: str
    passages: int
    share: float
    key: str = ""


class Dossier(NamedTuple):
    """All that was found. `records` counts the articles quoted, `silent` are those found without quotes.

    Shares are the greatest first: `outlets` and `authors` of the passages, and the reports they were `read_in`.
    `warnings` say where more than half hangs on one source, but not where the search itself asked for that source.
    """

    query: str
    selection: Selection
    by: str
    records: int
    passages: Sequence[Passage]
    groups: Sequence[Group]
    timeline: Sequence[Day]
    outlets: Sequence[Share]
    authors: Sequence[Share]
    read_in: Sequence[Share]
    warnings: Sequence[str]
    silent: Sequence[Article]

    @property
    def read_themselves(self) -> int:
        """How many passages were read where they first appeared."""
        return len(self.passages) - sum(share.passages for share in self.read_in)


def gather(
    bank: Bank,
    query: str,
    selection: Selection,
    today: datetime.date,
    by: str = "date",
    progress: Progress | None = None,
) -> Dossier:
    """The dossier of the passages that answer a query, filters or both, grouped by one of `WAYS`.

    A tag is one of the passage or of its article; other filters are about the article. The order depends on the records
    alone: by date (undated last), author, title and the place in the source. Raises `NotFound` when there is nothing,
    `UsageError` for no query and no filter, another way of grouping, and as a search does.
    """
    if by not in WAYS:
        raise UsageError(f"--by {by}: no such grouping", f"choose {', '.join(WAYS)}")
    if not (query.strip() or any(selection)):
        raise UsageError("dossier: nothing says what it is about", "give a query, or a filter such as --author")
    articles, ids = _found(bank, query, selection._replace(tags=()), today, progress)
    many = len(articles) > bank.counts().articles // _READ_THROUGH
    sources = Sources(bank, articles if many else (), every_quote=True)
    names = outlet_names(bank)
    tags = {tag.casefold() for tag in selection.tags}
    passages: list[Passage] = []
    silent: list[Article] = []
    for article in articles:
        quotes = list(sources.quotes_of(article.key) if many else bank.quotes_of(article))
        chosen = [quote for quote in quotes if ids is None or quote.id in ids]
        chosen = [quote for quote in chosen if not tags or _tagged(tags, (*quote.tags, *article.tags))]
        passages += [_passage(quote, article, sources, names) for quote in sorted(chosen, key=_place)]
        if not quotes and (not tags or _tagged(tags, article.tags)):
            silent.append(article)
    if not (passages or silent):
        raise NotFound("dossier: nothing is what was asked for", "use fewer words or filters")
    return _dossier(query.strip(), selection, by, passages, silent, _asked(bank, query, selection))


def _found(
    bank: Bank, query: str, selection: Selection, today: datetime.date, progress: Progress | None
) -> tuple[list[Article], set[str] | None]:
    """The articles found, from old to new, and the ids of the quotes found in them; None for all they have."""
    if not query.strip():
        return _ordered(select(bank, selection, today)), None
    from quotebank.actions.saving import expanded
    from quotebank.actions.searching import opened
    from quotebank.search.query import parse

    asked = parse(expanded(bank, query))
    with opened(bank, progress) as index:
        hits = index.search(asked).hits
    numbers = {hit.article for hit in hits if hit.article}
    ids = {hit.id for hit in hits if hit.kind == "quote"}
    if any(selection):
        keys = {hit.key for hit in hits}
        return _ordered(article for article in select(bank, selection, today) if article.key in keys), ids
    return _ordered(_articles(bank, numbers)), ids


def _articles(bank: Bank, numbers: set[str]) -> Iterator[Article]:
    """The articles with these ids, without those that went since they were found."""
    for number in numbers:
        place = bank.view.by_id(ARTICLES, number)
        if place is not None and place.live:
            yield Article.from_json(bank.read(place).doc)


def _ordered(articles: Iterator[Article]) -> list[Article]:
    """Articles by date, undated ones last, then by author and title, then by key: in a dossier time runs forward."""
    listed = in_order(list(articles), "author")
    return sorted(listed, key=lambda article: _first_day(article.date))


def _first_day(date: PartialDate | None) -> tuple[bool, tuple[int, int, int]]:
    return (date is None, date.earliest() if date else (0, 0, 0))


def _place(quote: Quote) -> tuple[list[int], bool]:
    """The order of passages of one article: by the numbers of their place; those without a place last."""
    import re

    locator = quote.locator or (quote.via.locator if quote.via else None)
    numbers = [int(number[:9]) for number in re.findall("[0-9]+", locator.value)] if locator else []
    return (numbers, False) if numbers else ([10**9], True)


def _tagged(wanted: set[str], tags: Sequence[str]) -> bool:
    return any(tag.casefold() in wanted for tag in tags)


def _passage(quote: Quote, article: Article, sources: Sources, names: OutletNames) -> Passage:
    where = outlet(article)
    named = one_line(names.listed(where)) if where else ""
    if quote.via is None:
        return Passage(article, quote, named)
    via = sources.find(quote.via.article)
    if via is not None and via.key == article.key:
        return Passage(article, quote, named)
    return Passage(article, quote, named, via, via.key if via else quote.via.article)


def _asked(bank: Bank, query: str, selection: Selection) -> set[str]:
    """The fields that were asked for: that all comes from an outlet is no news when that outlet was asked for."""
    from quotebank.actions.saving import expanded
    from quotebank.search.query import parse

    groups = parse(expanded(bank, query)).groups if query.strip() else ()
    fields = {term.field for group in groups for term in group}
    fields |= {"author"} if selection.authors else set()
    return fields | ({"outlet"} if selection.outlets else set())


def _dossier(
    query: str, selection: Selection, by: str, passages: list[Passage], silent: list[Article], asked: set[str]
) -> Dossier:
    total = len(passages)
    outlets = _shares((passage.outlet for passage in passages), total)
    authors = _shares((name for passage in passages for name in dict.fromkeys(passage.who)), total)
    reports = {passage.via_key: passage.via for passage in passages}
    read_in = [
        Share(_titled(reports[key]) or key, count, count / total, key if reports[key] else "")
        for key, count in _counted(passage.via_key for passage in passages)
    ]
    return Dossier(
        query, selection, by, len({passage.article.key for passage in passages}), passages, _groups(passages, by),
        list(_timeline(passages)), outlets, authors, read_in,
        list(_warnings(total, outlets, authors, read_in, asked)), silent,
    )  # fmt: skip


def _titled(via: Article | None) -> str:
    return one_line(via.title or via.original.title or via.title_translated) or outlet(via) if via else ""


def _counted(names: Iterator[str]) -> list[tuple[str, int]]:
    """Names and how often each comes, the most frequent first, then by name; ``""`` is no name."""
    counts = Counter(name for name in names if name)
    return sorted(counts.items(), key=lambda item: (-item[1], fold(item[0]), item[0]))


def _shares(names: Iterator[str], total: int) -> list[Share]:
    return [Share(name, count, count / total) for name, count in _counted(names)]


def _warnings(
    total: int, outlets: Sequence[Share], authors: Sequence[Share], read_in: Sequence[Share], asked: set[str]
) -> Iterator[str]:
    """What hangs on one source by more than half, in plain words."""
    told = (("outlet", "come from one outlet, {}", outlets), ("author", "have one voice, {}", authors),
            ("via", "were read in one source, {}, and not where they first appeared", read_in))  # fmt: skip
    for field, words, shares in told:
        if total >= _FEW and shares and shares[0].share > _HALF and field not in asked:
            most = shares[0]
            name = f"{most.name} ({most.key})" if most.key and most.name != most.key else most.name
            yield f"{most.passages} of {total} passages ({percent(most.share)}) {words.format(name)}"


def percent(share: float) -> str:
    """A share in whole per cent; what is not all is never said to be."""
    return f"{min(round(100 * share), 99) if share < 1 else 100} %"


def _timeline(passages: Sequence[Passage]) -> Iterator[Day]:
    """The dates in their order, undated last, each with its passages counted."""
    days: dict[str, list[Passage]] = {}
    for passage in sorted(passages, key=lambda each: _first_day(each.article.date)):
        days.setdefault(passage.article.date.edtf() if passage.article.date else "", []).append(passage)
    for some in days.values():
        who = dict.fromkeys(name for passage in some for name in passage.who)
        where = dict.fromkeys(passage.outlet for passage in some if passage.outlet)
        yield Day(some[0].article.date, len(some), list(who), list(where))


def _groups(passages: Sequence[Passage], by: str) -> list[Group]:
    """The passages under their headings: months from old to new, names and tags by the alphabet."""
    ways: dict[str, Callable[[Passage], Sequence[tuple[object, str]]]] = {
        "date": _months, "author": _authors, "outlet": _outlet, "tag": _tags,
    }  # fmt: skip
    missing = {"date": UNDATED, "author": UNSIGNED, "outlet": NOWHERE, "tag": UNTAGGED}[by]
    headed: dict[Any, tuple[str, list[Passage]]] = {}
    without: list[Passage] = []
    for passage in passages:
        places = ways[by](passage)
        for order, heading in places:
            headed.setdefault(order, (heading, []))[1].append(passage)
        if not places:
            without.append(passage)
    found = [Group(*headed[order]) for order in sorted(headed)]
    return found + ([Group(missing, without, missing=True)] if without else [])


def _months(passage: Passage) -> Sequence[tuple[object, str]]:
    date = passage.article.date
    if date is None:
        return ()
    period = _period(date.edtf())
    return [((period.earliest(), period.edtf()), period.display())]


@cache
def _period(text: str) -> PartialDate:
    """The month of a date that has one, else the date itself (a season, a year, a decade)."""
    date = PartialDate.from_edtf(text)
    if date.year is None or not 0 <= date.year <= _LAST_YEAR or not date.month:
        return date
    try:
        return PartialDate.from_edtf(f"{date.year:04}-{date.month:02}")
    except BadInput:  # pragma: no cover - a month of the calendar is one
        return date


def _authors(passage: Passage) -> Sequence[tuple[object, str]]:
    names = passage.article.authors
    if not passage.signed:
        return ()
    return [(" / ".join(fold(name.sorted) for name in names), running_names(names))]


def _outlet(passage: Passage) -> Sequence[tuple[object, str]]:
    return [(fold(passage.outlet) or passage.outlet, passage.outlet)] if passage.outlet else ()


def _tags(passage: Passage) -> Sequence[tuple[object, str]]:
    tags = (one_line(tag).strip() for tag in (*passage.quote.tags, *passage.article.tags))
    return list({fold(tag) or tag: (fold(tag) or tag, tag) for tag in tags if tag}.values())
