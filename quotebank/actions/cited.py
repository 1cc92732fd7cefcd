"""Which records a draft cites: its keys held against the bank, old ones resolved, unknown ones with the nearest."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from quotebank.bank.bank import Bank
from quotebank.model.articles import Article
from quotebank.model.keys import valid_key

if TYPE_CHECKING:
    from quotebank.draft.records import Citation, Part, Trouble

MOST_NEAREST = 3
"""Keys that are named for one that is unknown."""

MOST_LOOKED_UP = 100
"""Unknown keys of a draft for which the nearest are looked for."""

_NEAR = 70
_BEGINNING = 4
_ENOUGH = 2_000


class Missing(NamedTuple):
    """A key that no record has: where it is first cited, and the present keys most like it, the likeliest first."""

    citation: "Citation"
    nearest: tuple[str, ...] = ()

    def __str__(self) -> str:
        spot = self.citation.spot
        meant = f"; did you mean {' or '.join(self.nearest)}?" if self.nearest else ""
        return f"{spot.file}:{spot.line}:{spot.column}: {self.citation.key}: no record has this key{meant}"


class Cited(NamedTuple):
    r"""What drafts cite.

    `keys` are the present keys of the records in the order of their first citations, which `first` has by those keys,
    as `articles` has the records and `spelt` all the keys by which they are cited. `aliases` are the old keys among
    these with the present ones. `missing` holds each unknown key once. `everything`: the whole bibliography is asked
    for (``\nocite{*}``). `formats` are those of the drafts.
    """

    keys: tuple[str, ...] = ()
    first: "Mapping[str, Citation]" = MappingProxyType({})
    articles: Mapping[str, Article] = MappingProxyType({})
    spelt: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    aliases: Mapping[str, str] = MappingProxyType({})
    missing: tuple[Missing, ...] = ()
    everything: bool = False
    formats: frozenset[str] = frozenset()

    @property
    def by_biber(self) -> bool:
        """Whether LaTeX alone makes these drafts, so that of BibLaTeX's tools biber is the one."""
        return self.formats <= {"latex", "aux", "bcf"}


def cited(bank: Bank, parts: "Iterable[Part]") -> Cited:
    """The records that the parts of drafts cite, looked up one by one; the bank is not read through.

    A key is that of a record only as it is written: pandoc, biber and Typst know no other. Classic BibTeX finds
    ``lankov2021`` for ``Lankov2021``, and so does a draft here that goes through it.
    """
    parts = list(parts)
    lookup = _Lookup(bank, any_case=_goes_through_bibtex(parts))
    for part in parts:
        for citation in part.citations:
            lookup.take(citation)
    found = lookup.result()
    formats = frozenset(part.format for part in parts)
    return found._replace(everything=any(part.all_entries for part in parts), formats=formats)


def trouble_line(trouble: "Trouble") -> str:
    """A trouble as a line: ``file:line:column: what; what to do``."""
    spot = trouble.spot
    hint = f"; {trouble.hint}" if trouble.hint else ""
    return f"{spot.file}:{spot.line}:{spot.column}: {trouble.message}{hint}"


class _Lookup:
    """Keys being looked up, each spelling once."""

    def __init__(self, bank: Bank, *, any_case: bool) -> None:
        self._bank = bank
        self._view = bank.view_now
        self._any_case = any_case
        self._seen: set[str] = set()
        self._first: dict[str, Citation] = {}
        self._articles: dict[str, Article] = {}
        self._spelt: dict[str, tuple[str, ...]] = {}
        self._missing: dict[str, Citation] = {}

    def take(self, citation: "Citation") -> None:
        """One citation, in the order of the draft."""
        key = citation.key
        if key in self._seen:
            return
        self._seen.add(key)
        article = self._find(key)
        if article is None:
            self._missing[key] = citation
            return
        self._first.setdefault(article.key, citation)
        self._articles.setdefault(article.key, article)
        self._spelt[article.key] = (*self._spelt.get(article.key, ()), key)

    def result(self) -> Cited:
        """What was found."""
        near = _Nearest(self._bank)
        missing = tuple(
            Missing(citation, near(key) if number < MOST_LOOKED_UP else ())
            for number, (key, citation) in enumerate(self._missing.items())
        )
        # Another case of the present key, which BibTeX does not mind, is no old key.
        aliases = {
            spelling: key
            for key, spellings in self._spelt.items()
            for spelling in spellings
            if spelling.casefold() != key.casefold()
        }
        return Cited(tuple(self._first), self._first, self._articles, self._spelt, aliases, missing)

    def _find(self, key: str) -> Article | None:
        # What cannot stand in a bibliography cannot be found in one, were it an old key of a record.
        place = self._view.by_name(key) if valid_key(key) else None
        if place is None:
            return None
        article = Article.from_json(self._bank.read(place).doc)
        names = (article.key, *article.ids)
        if key in names or (self._any_case and key.casefold() in [name.casefold() for name in names]):
            return article
        return None


class _Nearest:
    """The keys of the bank most like one that it lacks. All of them are read only where none begins alike."""

    def __init__(self, bank: Bank) -> None:
        self._bank = bank
        self._all: list[str] | None = None

    def __call__(self, key: str) -> tuple[str, ...]:
        low = key.casefold()
        alike = [brief.key for brief in self._bank.view.keys(low[:_BEGINNING], _ENOUGH)]
        return _most_like(low, alike) or _most_like(low, self._every_key())

    def _every_key(self) -> list[str]:
        if self._all is None:
            self._all = [brief.key for brief in self._bank.view.briefs()]
        return self._all


def _most_like(low: str, keys: Sequence[str]) -> tuple[str, ...]:
    from rapidfuzz import fuzz, process

    found = process.extract(
        low, keys, processor=str.casefold, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=MOST_NEAREST
    )
    return tuple(key for key, _, _ in found)


def _goes_through_bibtex(parts: "Iterable[Part]") -> bool:
    """Whether a draft is made with classic BibTeX: it names a style of it, as biblatex never does with biber."""
    marks = {"latex": "\\bibliographystyle{", "aux": "\\bibstyle{"}
    return any(part.format in marks and marks[part.format] in part.text for part in parts)


def as_written(articles: Iterable[Article], result: Cited, *, copies: bool) -> Iterator[Article]:
    """The articles under the keys by which the drafts cite them; their other keys are the old ones of what is made.

    With `copies` one that is cited by two keys comes twice, for formats that know one key a record. Without, it comes
    under its present key if that is cited, else under the first of the old ones: pandoc looks into the ``ids`` of an
    entry only when the entry's own key is cited as well (measured with 2.17 and 3.9).
    """
    for article in articles:
        # BibTeX takes no two entries whose keys differ only in case.
        spellings = {key.casefold(): key for key in result.spelt.get(article.key, (article.key,))}
        present = article.key.casefold()
        lows = list(spellings) if copies else [present if present in spellings else next(iter(spellings))]
        for low in lows:
            yield article if low == present else _renamed(article, spellings[low])


def _renamed(article: Article, key: str) -> Article:
    from dataclasses import replace

    others = (name for name in (article.key, *article.ids) if name.casefold() != key.casefold())
    return replace(article, key=key, ids=tuple(others))


def told_of_old_keys(result: Cited) -> Iterator[str]:
    """What to tell the writer of records that are cited by keys they had before."""
    for old, present in result.aliases.items():
        spot = result.first[present].spot
        yield f"{spot.file}: {old} is now {present}; it is written so that {old} is found too"
