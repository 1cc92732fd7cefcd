"""The units that are worth scoring: found by the full-text table, cut to some hundreds, with their columns."""

# ruff: noqa: S608 - statements are put together from our own constants only; what comes from outside is bound.

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import combinations, islice
from typing import Any, NamedTuple

from quotebank.search.matching import SOURCE, Conditions, Wording, all_of, any_of, expression
from quotebank.search.scoring import Columns
from quotebank.search.vocabulary import Vocabulary

MOST = 300
"""How many units are scored for a query of several words, unless all are asked for."""

MOST_OF_ONE = 100
"""The same for a query of one word: little but where it stands tells units that have it apart."""

_FEW = 10
_LIKEST = 12
_WHOLE = 8
_RANKED, _RANKED_OF_ONE = 5_000, 1_000
_RAREST = 6
_SCANNED = 60_000
_AT_ONCE = 500
# Reading further than this would let one enormous text slow every search down.
_READ_CHARACTERS = 50_000

_COLUMNS = (
    f"substr(coalesce(q.text, ''), 1, {_READ_CHARACTERS})", "coalesce(q.extras, '')", "coalesce(a.title, '')",
    "coalesce(a.authors, '')", "coalesce(a.outlet, '')", "coalesce(q.tags || ' ', '') || coalesce(a.tags, '')",
    "coalesce(q.speaker, '')", "coalesce(q.note || ' ', '') || coalesce(a.note, '')", "coalesce(a.date, '')",
)  # fmt: skip
_NAMES = ("text", "extras", "title", "authors", "outlet", "tags", "speaker", "note", "date")
_IDS = "s.unit, coalesce(q.id, a.id), coalesce(a.key, q.ref), a.id, a.first"
_SELECTED = f"{_IDS}, {', '.join(_COLUMNS)}"
_ORDERS = {
    "newest": "a.first DESC NULLS LAST, coalesce(q.id, a.id), s.unit",
    "outlet": "coalesce(a.outlet, '') = '', a.outlet, a.first DESC NULLS LAST, coalesce(q.id, a.id), s.unit",
}


class Unit(NamedTuple):
    """A unit: its number, ids and date, and its folded columns."""

    unit: int
    id: bytes
    key: bytes
    article: bytes | None
    first: int | None
    columns: Columns


class Candidates:
    """Finds the units that may answer one query's wordings and conditions."""

    def __init__(self, db: sqlite3.Connection, groups: Sequence[tuple[Wording, ...]], conditions: Conditions) -> None:
        self._db = db
        self._groups = groups
        self._conditions = conditions
        self._required = [text for group in groups if not group[0].loose and (text := _group(group))]
        self._impossible = sum(not group[0].loose for group in groups) > len(self._required)
        self._loose = next((group[0] for group in groups if group[0].loose), None)
        self._parts = (self._loose.expressions() or []) if self._loose else []
        self.most = MOST if len(self._parts) + len(self._required) > 1 else MOST_OF_ONE

    def all_words(self) -> str:
        """The expression that wants every word; ``""`` when nothing can have them all."""
        missing = self._loose is not None and len(self._parts) < len(self._wanted())
        return "" if self._impossible or missing else all_of([*self._required, *self._parts])

    def gather(self, *, everything: bool = False) -> tuple[Iterator[Unit], int | None]:
        """Units with all the words, or failing that with most of them; and how many have them all, if that is more.

        `everything` leaves none out that has all the words. The units are read as they are taken.
        """
        expression = self.all_words()
        found: dict[int, None] = {}
        total: int | None = None
        if expression:
            found = dict.fromkeys(self._numbers(expression, -1 if everything else self.most + 1))
            if len(found) > self.most and not everything:
                total = self._count(expression)
                found = self._choose(expression, total)
        if len(found) < _FEW and self._loose and not self._impossible:
            for partial in self._partials():
                found |= dict.fromkeys(self._numbers(partial, MOST))
                if len(found) >= _FEW:
                    break
        return self._units(list(found)), total

    def listed(self, order: str, limit: int) -> list[Unit]:
        """Units that meet the conditions, where no words are asked for; ``newest`` first or by ``outlet``."""
        statement = f"SELECT {_SELECTED} FROM {SOURCE} WHERE {self._tests()} ORDER BY {_ORDERS[order]} LIMIT ?"
        return list(map(_unit, self._db.execute(statement, (*self._conditions.values, limit))))

    def count_listed(self) -> int:
        """How many units meet the conditions."""
        statement = f"SELECT count(*) FROM {SOURCE} WHERE {self._tests()}"
        return int(self._db.execute(statement, self._conditions.values).fetchone()[0])

    def _wanted(self) -> list[int]:
        return self._loose.content() if self._loose else []

    def _choose(self, expression: str, total: int) -> dict[int, None]:
        """The likeliest of very many: compounds whole, words side by side, then by rank (the newest of too many)."""
        found: dict[int, None] = {}
        for better, most in self._likely(expression):
            found |= dict.fromkeys(self._numbers(better, most))
        order = "rank" if total <= (_RANKED if self.most == MOST else _RANKED_OF_ONE) else "rowid DESC"
        found |= dict.fromkeys(self._numbers(expression, self.most, order))
        return dict.fromkeys(islice(found, self.most))

    def _likely(self, wanted: str) -> Iterator[tuple[str, int]]:
        """Expressions for the best of very many, and how many units to take of each."""
        some = self.most // 3
        for group in self._groups:
            if not group[0].loose and len(group) > 1:
                for wording in group:
                    yield all_of([wanted, *(wording.expressions(strict=True) or [])]), some
        if self._loose is None:
            return
        for compound in self._compounds(self._loose):
            yield all_of([compound, wanted]), _WHOLE
        words = [atom.text for atom in self._loose.run.atoms]
        likest = self._likest(self._loose)
        if len(words) > 1:
            near = " ".join(f'"{words[at]}"' for at in self._loose.content())
            best = [all_of(each[0] for each in likest if each), '"' + " ".join(words) + '"']
            best += [f"NEAR({near}, 10)"] if len(words) <= _RAREST else []
        else:
            # Of many words that one may be meant for, the likest must not be lost among the others.
            best = [f"{{title authors outlet tags}} : ({self._parts[0]})", *likest[0][:_LIKEST]]
        for each in best:
            yield all_of([*self._required, each]), some

    def _compounds(self, wording: Wording) -> Iterator[str]:
        """Expressions for neighbours that were written as one word."""
        for (first, last), guesses in wording.guesses.spans.items():
            for guessed in guesses if last - first > 1 else ():
                if len(guessed.words) == 1 and guessed.how == "exact":
                    yield f'"{guessed.words[0]}"'

    def _likest(self, wording: Wording) -> list[list[str]]:
        """For each word asked for, the expressions of what it may stand for, the likest first."""
        found: list[list[str]] = []
        for at in wording.content():
            guesses = [
                guessed
                for (first, last), some in wording.guesses.spans.items()
                if first <= at < last
                for guessed in some
            ]
            guesses.sort(key=lambda guessed: -guessed.similarity)
            found.append([expression(guessed) for guessed in guesses])
        return found

    def _partials(self) -> Iterator[str]:
        """Expressions that want most of the words: all but one, then any two of the rarest."""
        parts = self._parts
        if len(parts) == 1:
            if self._required or len(self._wanted()) > 1:
                yield all_of([*self._required, parts[0]])
            return
        if not parts:
            if self._required:
                yield all_of(self._required)
            return
        rarest = sorted(parts, key=self._frequency)[:_RAREST]
        if len(rarest) > 2:  # noqa: PLR2004 - of two, all but one is one
            most = [all_of(left) for left in combinations(rarest, len(rarest) - 1)]
            yield all_of([*self._required, any_of([f"({each})" for each in most])])
        pairs = [f"({all_of(pair)})" for pair in combinations(rarest, 2)]
        yield all_of([*self._required, any_of(pairs)])
        # One after the other, the rarest first: units with a common word would crowd out the one with the telling word.
        scanned = 0
        for part in rarest:
            scanned += self._frequency(part)
            if scanned <= _SCANNED:
                yield all_of([*self._required, part])

    def _frequency(self, part: str) -> int:
        return _frequencies(self._db, part)

    def _numbers(self, expression: str, most: int, order: str = "") -> list[int]:
        """The numbers of units that answer an expression and meet the conditions."""
        by = f"ORDER BY {order}" if order else ""
        statement = f"SELECT rowid FROM fts WHERE fts MATCH ? {by} LIMIT ?"
        if self._conditions.tests:
            by = by.replace("rowid", "fts.rowid")
            where = f"fts MATCH ? AND {self._tests()}"
            statement = f"SELECT fts.rowid FROM {_joined('fts', 'rowid')} WHERE {where} {by} LIMIT ?"
        return [unit for (unit,) in self._db.execute(statement, (expression, *self._conditions.values, most))]

    def _units(self, numbers: Sequence[int]) -> Iterator[Unit]:
        """The units of these numbers with their columns."""
        for at in range(0, len(numbers), _AT_ONCE):
            some = numbers[at : at + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            yield from map(_unit, self._db.execute(f"SELECT {_SELECTED} FROM {SOURCE} WHERE s.unit IN ({marks})", some))

    def _count(self, expression: str) -> int:
        source = _joined("fts", "rowid") if self._conditions.tests else "fts"
        statement = f"SELECT count(*) FROM {source} WHERE fts MATCH ? AND {self._tests()}"
        return int(self._db.execute(statement, (expression, *self._conditions.values)).fetchone()[0])

    def _tests(self) -> str:
        return " AND ".join(self._conditions.tests) or "1"


def _joined(table: str, number: str) -> str:
    """The units in `table` with what stands behind them."""
    # CROSS JOIN keeps SQLite from walking over all units and asking `table` about each.
    return f"{table} CROSS JOIN " + SOURCE.replace(" LEFT", f" ON s.unit = {table}.{number} LEFT", 1)


def _group(group: tuple[Wording, ...]) -> str:
    """The expression of a group any wording of which will do; ``""`` if none can be met."""
    options = [all_of(found) for wording in group if (found := wording.expressions())]
    return any_of([f"({each})" for each in options]) if options else ""


def _frequencies(db: sqlite3.Connection, part: str) -> int:
    import re

    words = re.findall('"([^"]+)"', part)
    return sum(Vocabulary(db).frequencies(words).values())


def _unit(row: tuple[Any, ...]) -> Unit:
    unit, record, key, article, first, *columns = row
    return Unit(unit, record, key, article, first, dict(zip(_NAMES, columns, strict=True)))
