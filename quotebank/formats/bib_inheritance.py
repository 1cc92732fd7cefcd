"""What entries take from others by ``crossref`` and ``xdata``.

Which field becomes which is the default of the biblatex manual, appendix B; what has no rule there is copied under its
own name, as classic BibTeX does. An entry's own fields always stand.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from quotebank.formats.bib_grammar import Entry, problem
from quotebank.formats.parsed import Problem

MOST_LEVELS = 32
"""How long a chain of parents may be; each level may copy every field above it."""

MOST_FIELDS = 500
"""Fields that a parent may hand down."""

_NEVER = frozenset(
    {
        "ids", "crossref", "xref", "xdata", "entryset", "entrysubtype", "execute", "keywords", "label", "options",
        "presort", "related", "relatedoptions", "relatedstring", "relatedtype", "shorthand", "shorthandintro",
        "sortkey", "key",
    }
)  # fmt: skip
"""Fields that belong to one entry alone."""

_TITLES = ("title", "subtitle", "titleaddon")
_SHORT_TITLES = frozenset({"shorttitle", "sorttitle", "indextitle", "indexsorttitle"})
_DATES = frozenset({"date", "year", "month", "day", "endyear"})

_IN_BOOKS = frozenset({"inbook", "bookinbook", "suppbook"})
_IN_OTHERS = frozenset({"incollection", "inreference", "suppcollection", "inproceedings", "conference"})
_IN_PERIODICALS = frozenset({"article", "suppperiodical", "review"})
_SETS = frozenset({"mvbook", "mvcollection", "mvreference", "mvproceedings"})
_BOOKS = frozenset({"book", "mvbook"})


class _Task(NamedTuple):
    """An entry on the way up to its parents: its number, how many of them have been looked at."""

    number: int
    looked: int


def inherit(entries: Sequence[Entry]) -> tuple[list[Entry], list[Problem]]:
    """The entries with what they inherit, ``@xdata`` left out, and problems: unknown parents and loops.

    A parent is found by its key or one of its ``ids`` in any case. Own fields come first, inherited ones after them.
    """
    if not any("crossref" in entry.fields or "xdata" in entry.fields for entry in entries):
        return [entry for entry in entries if entry.kind != "xdata"], []
    family = _Family(entries)
    for number in range(len(entries)):
        family.settle(number)
    family.problems.sort(key=lambda found: found.line)
    return [entry for entry in family.entries if entry.kind != "xdata"], family.problems


class _Family:
    """Entries and their parents, settled from the top of each chain down."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = list(entries)
        self.problems: list[Problem] = []
        self.settled = [False] * len(entries)
        self.levels = [0] * len(entries)
        self.by_key: dict[str, int] = {}
        for number, entry in enumerate(entries):
            if entry.key:
                self.by_key.setdefault(entry.key.lower(), number)
        for number, entry in enumerate(entries):
            for other in entry.fields.get("ids", "").split(","):
                if other.strip():
                    self.by_key.setdefault(other.strip().lower(), number)

    def settle(self, first: int) -> None:
        """Hand down to an entry, after its parents have got theirs; without recursion, for chains may be long."""
        tasks, open_ones = [_Task(first, 0)], {first}
        parents = {first: self._parents(first)}
        while tasks:
            number, looked = tasks.pop()
            if self.settled[number]:
                continue
            if looked == len(parents[number]):
                self._hand_down(number, parents.pop(number))
                open_ones.discard(number)
                continue
            tasks.append(_Task(number, looked + 1))
            parent = parents[number][looked][1]
            if parent in open_ones:
                self._say(number, f"{self.entries[parent].key!r} inherits from itself: not applied")
                parents[number][looked] = ("", parent)
            elif not self.settled[parent]:
                open_ones.add(parent)
                parents[parent] = self._parents(parent)
                tasks.append(_Task(parent, 0))

    def _parents(self, number: int) -> list[tuple[str, int]]:
        """How and from whom an entry inherits: its ``xdata`` first, as biber does."""
        fields = self.entries[number].fields
        named = [("xdata", key) for key in fields.get("xdata", "").split(",")]
        named.append(("crossref", fields.get("crossref", "")))
        found = []
        for way, key in named:
            if not key.strip():
                continue
            parent = self.by_key.get(key.strip().lower())
            if parent is None:
                self._say(number, f"{way} {key.strip()!r}: no such entry")
            else:
                found.append((way, parent))
        return found

    def _hand_down(self, number: int, parents: Sequence[tuple[str, int]]) -> None:
        self.settled[number] = True
        child = self.entries[number]
        fields = dict(child.fields)
        for way, above in parents:
            if not way:
                continue
            parent = self.entries[above]
            if self.levels[above] >= MOST_LEVELS or len(parent.fields) > MOST_FIELDS:
                self._say(number, f"{way} {parent.key!r}: too much to inherit")
                continue
            self.levels[number] = max(self.levels[number], self.levels[above] + 1)
            _fill(fields, parent.fields, _renamed(parent.kind, child.kind) if way == "crossref" else _AS_IT_IS)
        if len(fields) != len(child.fields):
            self.entries[number] = child._replace(fields=fields)

    def _say(self, number: int, message: str) -> None:
        entry = self.entries[number]
        self.problems.append(problem(entry.line, f"entry {entry.key!r}: {message}", entry.raw, mended=True))


_AS_IT_IS: Mapping[str, tuple[str, ...]] = MappingProxyType({})


def _fill(fields: dict[str, str], above: Mapping[str, str], renamed: Mapping[str, tuple[str, ...]]) -> None:
    """Add what is missing; a date counts as one thing, however it is written.

    Fields under their own names come first, so that a parent's own ``booktitle`` goes before its title.
    """
    dated = not _DATES.isdisjoint(fields)
    new = {
        name: value
        for name, value in above.items()
        if name not in _NEVER and name not in renamed and name not in fields and not (dated and name in _DATES)
    }
    for name, others in renamed.items():
        if name in above:
            for other in others:
                if other not in fields:
                    new.setdefault(other, above[name])
    fields |= new


def _renamed(parent: str, child: str) -> dict[str, tuple[str, ...]]:
    """What fields of a parent are called in a child; ``()`` for those that do not pass."""
    prefix = ""
    if parent in _SETS and child not in _SETS:
        prefix = "main"
    elif child in _IN_BOOKS or child in _IN_OTHERS:
        prefix = "book" if parent != child else ""
    elif parent == "periodical" and child in _IN_PERIODICALS:
        prefix = "journal"
    renamed: dict[str, tuple[str, ...]] = {}
    if prefix:
        renamed = {name: (prefix + name,) for name in _TITLES} | dict.fromkeys(_SHORT_TITLES, ())
    if parent in _BOOKS and child in _IN_BOOKS:
        renamed["author"] = ("author", "bookauthor")
    return renamed
