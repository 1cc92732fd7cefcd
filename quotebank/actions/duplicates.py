"""Finding the record a bank has of a work already, so that nothing enters twice.

A record is looked up by its address, its DOI, its title and its place among others (outlet, first author, date); few
records share one of these, and those are compared field by field (see `quotebank.actions.duplicate_evidence`). A
look-up takes the same time in a large bank as in a small one, whatever is in it.
"""

from collections.abc import Iterator
from marshal import dumps, loads
from typing import NamedTuple

from quotebank.actions.duplicate_evidence import (
    SAME,
    Likeness,
    contradictions,
    doi_of,
    likeness,
    same_outlet_sound,
)
from quotebank.actions.outlets import OutletNames, outlet_names
from quotebank.bank.bank import Bank
from quotebank.bank.lines import Shape
from quotebank.bank.marks import address_marks, doi_mark, family_of, shelf_mark, sound_mark, title_mark
from quotebank.bank.view_marks import MOST_ALIKE
from quotebank.model.articles import Article

__all__ = ["SAME", "Duplicates", "Likeness", "OutletLikeness"]

_YEAR, _MONTH, _DAY = len("2021"), len("2021-11"), len("2021-11-30")
_MOST_STARTS = 10_000
_MOST_AUTHORS = 3
_CERTAIN = 97


class OutletLikeness:
    """Tells whether two names are one outlet's, by the bank's spellings and the shipped ones; remembers answers."""

    def __init__(self, names: OutletNames) -> None:
        self._names = names
        self._known: dict[str, tuple[str, ...]] = {}
        self._told: dict[tuple[str, str], bool] = {}

    def __call__(self, one: str, other: str) -> bool:
        """Whether the two are one outlet's."""
        if same_outlet_sound(one, other):
            return True
        pair = (one, other)
        if pair not in self._told:
            self._told[pair] = self._alike(one, other)
        return self._told[pair]

    def sounds(self, name: str) -> tuple[str, ...]:
        """The names under whose sounds the outlet may be shelved, each sound once, its own first."""
        if name not in self._known:
            by_sound = {sound_mark(spelling): spelling for spelling in self._names.spellings(name)}
            self._known[name] = tuple(({sound_mark(name): name} | by_sound).values())
        return self._known[name]

    def _alike(self, one: str, other: str) -> bool:
        if set(map(sound_mark, self.sounds(one))) & set(map(sound_mark, self.sounds(other))):
            return True
        from quotebank.text.names import same_name

        link = same_name(one, other)
        return link is not None and link.how in ("exact", "spelling", "sound", "alias")


class Duplicates:
    """The works a bank has, and those that were noted since: asked for one that may be there already."""

    def __init__(self, bank: Bank) -> None:
        self._bank = bank
        self._view = bank.view_now
        self._empty = not self._view.counts().articles
        self.alike = OutletLikeness(outlet_names(bank))
        self._starts: dict[tuple[str, str], list[str]] = {}
        self._vague = False
        self._noted: list[bytes] = []
        self._places: dict[str, int] = {}
        self._marked: dict[int, int | list[int]] = {}

    def find(self, article: Article) -> Likeness | None:
        """The likest record and why; None when there is none at all. Look at its `same` before believing it.

        The record itself (by its key) is no likeness.
        """
        best: Likeness | None = None
        for known in self._candidates(article.to_json()):
            if article.key and known.key.casefold() == article.key.casefold():
                continue
            found = likeness(article, known, self.alike)
            if found and (best is None or found.sure > best.sure):
                best = found
                if best.sure >= _CERTAIN:
                    break
        return best

    def meets(self, sought: "Sought") -> bool:
        """Whether any record has one of the marks: nearly all have none, and need no comparing."""
        if not self._marked.keys().isdisjoint(sought.numbers):
            return True
        return not self._empty and any(self._banked(sought))

    def same_work(self, article: Article, known: Article) -> Likeness | None:
        """Why a record that has another's key is of the same work; None when it is another work under that key.

        A record that was exported and came back has the time of its adding. Else the title must not be another,
        and no more than one of authors, date and outlet: that much may have been corrected.
        """
        reason = "same key"
        if article.added and article.added == known.added:
            return Likeness(known.key, (reason,), 100)
        found = likeness(article, known, self.alike)
        if found and found.same:
            return Likeness(known.key, (reason, *found.reasons), found.sure)
        one, other = doi_of(article), doi_of(known)
        against = contradictions(article, known, self.alike)
        if (one and other and one != other) or "title" in against or len(against) > 1:
            return None
        return Likeness(known.key, (reason, *(f"another {field}" for field in against)), 90 - 5 * len(against))

    def note(self, shape: Shape, sought: "Sought | None" = None) -> None:
        """Take up the shape of a record that is about to enter the bank, with what it was `sought` by."""
        number = len(self._noted)
        # Packed it takes a third of its room, and very few are unpacked again.
        self._noted.append(dumps(dict(shape)))
        self._places[str(shape["key"]).casefold()] = number
        for mark in (sought or self.sought(shape)).own:
            there = self._marked.get(mark)
            if there is None:
                self._marked[mark] = number
            elif isinstance(there, int):
                self._marked[mark] = [there, number]
            elif len(there) < MOST_ALIKE:
                there.append(number)

    def noted(self, key: str) -> Article | None:
        """What was noted last under a key."""
        number = self._places.get(key.casefold())
        return None if number is None else _read(self._noted[number])

    def _candidates(self, shape: Shape) -> Iterator[Article]:
        """Each record that shares a mark, noted ones first."""
        sought = self.sought(shape)
        numbers: dict[int, None] = {}
        for mark in sought.numbers:
            there = self._marked.get(mark)
            if there is not None:
                numbers |= dict.fromkeys([there] if isinstance(there, int) else there)
        for number in numbers:
            known = _read(self._noted[number])
            if self._places[known.key.casefold()] == number:
                yield known
        if not self._empty:
            for key in dict.fromkeys(self._banked(sought)):
                if key.casefold() not in self._places and (place := self._view.by_name(key)):
                    yield Article.from_json(self._bank.read(place).doc)

    def _banked(self, sought: "Sought") -> Iterator[str]:
        """The keys of the bank's records that share a mark, some of them several times."""
        alike = self._view.alike
        if sought.addresses:
            yield from (brief.key for brief in alike("address", *sought.addresses))
        if sought.doi:
            yield from (brief.key for brief in alike("doi", sought.doi))
        if sought.title is not None:
            yield from (brief.key for brief in alike("title", sought.title))
        if sought.shelves:
            yield from (brief.key for brief in alike("shelf", *sought.shelves))
        for start in sought.starts:
            yield from (brief.key for brief in self._view.shelved(start))

    def sought(self, shape: Shape) -> "Sought":
        """What the like of an article's shape is looked up by."""
        addresses = address_marks(shape)
        doi = doi_mark(shape)
        title = title_mark(_text(shape, "title"))
        day = _text(shape, "date")
        # What has neither a date nor an author stands on no shelf: only its address or its title can tell.
        places = self._places_of(shape) if day or shape.get("authors") else []
        starts = [f"{place}{day}-" for place in places] if len(day) in (_YEAR, _MONTH) else []
        self._vague = self._vague or len(day) < _DAY
        shelves = [place + day for place in places]
        if self._vague or not self._empty:
            shelves += [place + day[:size] for place in places for size in (_YEAR, _MONTH) if len(day) > size]
        own = [hash(mark) for mark in (*addresses, doi, title, *shelves[:1]) if mark]
        return Sought(addresses, doi, title, shelves, starts, own, own + [hash(shelf) for shelf in shelves[1:]])

    def _places_of(self, shape: Shape) -> list[str]:
        """Where the work may stand, under each author and each spelling of its outlet, but for its date."""
        authors, outlet = shape.get("authors"), _text(shape, "outlet")
        families = [family_of(name) for name in authors[:_MOST_AUTHORS]] if isinstance(authors, list) else [""]
        return [place for family in families for place in self._shelf_starts(outlet, family)]

    def _shelf_starts(self, outlet: str, family: str) -> list[str]:
        if (outlet, family) not in self._starts:
            if len(self._starts) > _MOST_STARTS:
                self._starts.clear()
            self._starts[outlet, family] = [shelf_mark(name, family, "") for name in self.alike.sounds(outlet)]
        return self._starts[outlet, family]


class Sought(NamedTuple):
    """The marks of a record: its `own`, under which it is noted, and all `numbers` under which its like may be.

    `shelves` are where the work may stand, its own first; `starts` how the shelves begin on which it may stand with
    more of a date.
    """

    addresses: list[str]
    doi: str
    title: int | None
    shelves: list[str]
    starts: list[str]
    own: list[int]
    numbers: list[int]


def _text(shape: Shape, name: str) -> str:
    value = shape.get(name)
    return value if isinstance(value, str) else ""


def _read(told: bytes) -> Article:
    return Article.from_json(loads(told))  # noqa: S302 -- packed by this very process
