"""Which records of a bank are likely to be of one work, and which names to be one person's: listed, never merged.

Records are compared only if they share an address, a DOI, a title or a shelf (outlet, first author and date), names
only if they sound alike, so that the time grows with the bank and not with its square.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from quotebank.actions.duplicate_evidence import Relation, authors, likeness, outlets, telling
from quotebank.actions.duplicate_titles import Titles, compare_titles, words_of
from quotebank.actions.duplicates import OutletLikeness
from quotebank.actions.naming import aliases
from quotebank.actions.outlets import outlet_names
from quotebank.actions.person_pairs import alike_people
from quotebank.actions.progress import Progress
from quotebank.bank.bank import Bank
from quotebank.model.articles import Article

ARTICLE, PERSON = "article", "person"
LEAST = 50
"""Pairs that are less sure than this are not worth a look."""

_MARKS = ("address", "doi", "title", "shelf")
_SMALL = 8
_NEIGHBOURS = 3
_ANOTHER_DATE = 60


class Pair(NamedTuple):
    """Two articles (by their keys) or two names that may be one, how sure that is (0 to 100), and why."""

    kind: str
    one: str
    other: str
    sure: int
    reasons: tuple[str, ...]

    def to_json(self) -> dict[str, object]:
        """``{"kind", "one", "other", "sure", "reasons"}``."""
        return {**self._asdict(), "reasons": list(self.reasons)}


def likely_pairs(bank: Bank, *, least: int = LEAST, progress: Progress | None = None) -> list[Pair]:
    """Every pair that is at least that sure, the surest first."""
    found = [pair for pair in (*_articles(bank, progress), *_people(bank)) if pair.sure >= least]
    return sorted(found, key=lambda pair: (-pair.sure, pair.kind, pair.one, pair.other))


def _articles(bank: Bank, progress: Progress | None) -> Iterator[Pair]:
    alike = OutletLikeness(outlet_names(bank))
    article = lru_cache(maxsize=2000)(bank.article)
    seen: set[tuple[str, str]] = set()
    for number, mark in enumerate(_MARKS):
        if progress:
            progress(number, len(_MARKS))
        for group in bank.view_now.sharing(mark):
            for one, other in _near([article(key) for key in group]):
                names = (one.key, other.key)
                if names not in seen:
                    seen.add(names)
                    if pair := _pair(one, other, alike):
                        yield pair
    if progress:
        progress(1, 1)


def _near(group: Sequence[Article]) -> Iterator[tuple[Article, Article]]:
    """The pairs of a small group; of a large one each with the next few in the order of their titles and dates."""
    ordered = sorted(group, key=lambda each: each.key)
    if len(ordered) <= _SMALL:
        yield from combinations(ordered, 2)
        return

    def told(article: Article) -> tuple[tuple[str, ...], str]:
        return words_of(article.title), article.date.edtf() if article.date else ""

    ordered.sort(key=told)
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 : at + 1 + _NEIGHBOURS]:
            yield (one, other) if one.key < other.key else (other, one)


def _pair(one: Article, other: Article, alike: OutletLikeness) -> Pair | None:
    found = likeness(one, other, alike)
    if found:
        return Pair(ARTICLE, one.key, other.key, found.sure, found.reasons)
    return _misdated(one, other, alike)


def _misdated(one: Article, other: Article, alike: OutletLikeness) -> Pair | None:
    """Alike in all but the date, which may be mistyped, or that of another edition."""
    if (
        telling(one)
        and compare_titles(one, other) is Titles.EQUAL
        and outlets(one, other, alike) is Relation.SAME
        and authors(one, other) is Relation.SAME
        and one.issue == other.issue
    ):
        reasons = ("same outlet", "same author", "same title", "another date")
        return Pair(ARTICLE, one.key, other.key, _ANOTHER_DATE, reasons)
    return None


def _people(bank: Bank) -> Iterator[Pair]:
    names = dict.fromkeys(name for brief in bank.view_now.briefs() for name in brief.authors)
    known = [alias.names for alias in aliases(bank)]
    for one, other, sure, reason in alike_people(list(names), known):
        yield Pair(PERSON, one, other, sure, (reason,))
