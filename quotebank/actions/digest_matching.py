"""Telling which items of a digest a bank has already: never two different ones for one."""

from collections.abc import Iterator, Mapping, Sequence

from quotebank.actions.digest_names import Person, person, same_people, sorted_person
from quotebank.actions.digest_records import POSITION
from quotebank.actions.digest_shelf import Shelf
from quotebank.ingest.digest.records import Passage
from quotebank.model.articles import Article
from quotebank.model.quotes import Quote
from quotebank.text.addresses import compared
from quotebank.text.folding import fold

_DAY = len("2021-11-30")

_Held = str | tuple[str, object]
"""A passage's text, or that with where it begins."""


class Matcher:
    """Finds the bank's record of each item of one digest, for no two items the same one.

    Five questions, the surest first, each put to all items before the next: does a record of the same outlet and
    authors hold passages of this report from the same places; does one hold the same passages; does one have the same
    address; does just one have the same outlet, authors and date (or issue); does one hold all of the item's passages
    of this report, whatever it is called by now.
    """

    def __init__(self, shelf: Shelf, report: Article | None) -> None:
        """`report` is the bank's record of the digest, None if it is new."""
        self._shelf = shelf
        self._of_report: dict[str, set[str]] = {}
        self._holders: dict[_Held, list[str]] = {}
        self._taken: set[str] = set()
        if report is not None:
            self._taken.add(report.key)
            self._look_through(report)

    def _look_through(self, report: Article) -> None:
        """Note which articles hold which texts of the report, and from where in it."""
        found: dict[str, Article | None] = {}
        for quote in self._shelf.read_in(report):
            if quote.article not in found:
                found[quote.article] = self._shelf.find(quote.article)
            if article := found[quote.article]:
                self._of_report.setdefault(article.key, set()).add(quote.text)
                for held in (quote.text, (quote.text, _start(quote))):
                    self._holders.setdefault(held, []).append(article.key)

    def match(
        self, drafts: Sequence[Article], passages: Sequence[Sequence[Passage]]
    ) -> tuple[list[Article | None], list[list[str]]]:
        """The known record of each draft, and for each the keys of several among which there is no choosing."""
        found: list[Article | None] = [None] * len(drafts)
        doubts: list[list[str]] = [[] for _ in drafts]
        addresses = self._shelf.at_addresses(draft.url for draft in drafts)

        def by_places(number: int) -> Article | None:
            return self._holding(drafts[number], [(passage.text, passage.start) for passage in passages[number]])

        def by_passages(number: int) -> Article | None:
            return self._holding(drafts[number], list(dict.fromkeys(passage.text for passage in passages[number])))

        def by_address(number: int) -> Article | None:
            there = addresses.get(compared(drafts[number].url))
            if there is None:
                return None
            either = not (there.authors and drafts[number].authors)
            return there if either or _signed_alike(there, drafts[number]) else None

        def by_date(number: int) -> Article | None:
            alike = [brief for brief in self._alike(drafts[number]) if brief.key not in self._taken]
            here = [each for each in alike if each.key in self._of_report]
            chosen = here if len(here) == 1 else alike
            doubts[number] = [each.key for each in chosen] if len(chosen) > 1 else []
            return chosen[0] if len(chosen) == 1 else None

        def by_all_passages(number: int) -> Article | None:
            return self._renamed({passage.text for passage in passages[number]})

        for ask in (by_places, by_passages, by_address, by_date, by_all_passages):
            for number in (number for number, there in enumerate(found) if there is None):
                there = ask(number)
                if there is not None and there.key not in self._taken:
                    self._taken.add(there.key)
                    found[number], doubts[number] = there, []
        return found, doubts

    def _holding(self, draft: Article, wanted: Sequence[_Held]) -> Article | None:
        """The article of the same outlet and authors that holds most of what is wanted, one of the same date first."""
        counts: dict[str, int] = {}
        for key in (key for held in wanted for key in self._holders.get(held, ())):
            counts[key] = counts.get(key, 0) + 1
        best, chosen = (False, 0), None
        for key, count in counts.items():
            there = self._shelf.article(key)
            if key in self._taken or self._outlet(there) != self._outlet(draft) or not _signed_alike(there, draft):
                continue
            rank = (there.date == draft.date and _issue(there) == _issue(draft), count)
            if rank > best:
                best, chosen = rank, there
        return chosen

    def _renamed(self, texts: set[str]) -> Article | None:
        for key in self._holders.get(min(texts), ()) if texts else ():
            if key not in self._taken and texts <= self._of_report[key]:
                return self._shelf.article(key)
        return None

    def _alike(self, draft: Article) -> Iterator[Article]:
        """The articles with the outlet, authors and date or issue of a draft, and no other address."""
        people = _people(draft)
        if not (draft.outlet or people):
            return
        for brief in self._shelf.of_outlet(draft.outlet):
            here = brief.key in self._of_report
            if same_people(people, [sorted_person(name) for name in brief.authors]) and (
                here or not draft.date or _may_meet(brief.date, draft.date.edtf())
            ):
                there = self._shelf.article(brief.key)
                if _same_time(there, draft, here=here, signed=bool(people)) and not _elsewhere(there, draft):
                    yield there

    def _outlet(self, article: Article) -> str:
        return self._shelf.outlets.find(article.outlet) or fold(article.outlet)


def _start(quote: Quote) -> object:
    """Where a quote begins in the digest's text, if that was kept."""
    place = quote.via.extra.get(POSITION) if quote.via else None
    return place.get("start") if isinstance(place, Mapping) else None


def _may_meet(date: str, other: str) -> bool:
    return not date or date[:4] == other[:4]


def _people(article: Article) -> list[Person]:
    return [person(name) for name in article.authors]


def _signed_alike(there: Article, draft: Article) -> bool:
    return same_people(_people(there), _people(draft))


def _elsewhere(there: Article, draft: Article) -> bool:
    """Whether both have an address, and not the same."""
    one, other = compared(there.url), compared(draft.url)
    return bool(one and other) and one != other


def _issue(article: Article) -> str:
    return fold(article.issue)


def _same_time(there: Article, draft: Article, *, here: bool, signed: bool) -> bool:
    """Whether two items of one outlet and the same authors are of one day or one issue.

    `here`: the other was read in this very report. Only then does less than a day do, or an issue without a year, or,
    for a `signed` item, no date at all: elsewhere one author may have several items in a month, or under a number.
    """
    if there.issue and draft.issue:
        if _issue(there) != _issue(draft):
            return False
        if there.date and draft.date:
            return there.date.overlaps(draft.date, draft.date)
        return here
    if there.date and draft.date:
        exact = len(draft.date.edtf()) >= _DAY or here
        return there.date.edtf() == draft.date.edtf() and exact
    undated = not (there.date or draft.date or there.issue or draft.issue)
    return undated and here and signed
