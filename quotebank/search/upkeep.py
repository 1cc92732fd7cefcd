"""Keeping the index in step with the records: what changes when a record does.

A quote's unit carries its article's columns, so an article that changes takes its quotes' units with it; an
article's own unit is there only while it has no quotes. Both follow from one rule: first *withdraw* every unit
a change may touch (the views still give the columns it was put in with), then write the record, and at the
end *show* whatever ought to be there. An index built from nothing skips the first step and shows all at once.
All of it runs inside the caller's transaction.
"""

# ruff: noqa: S608 - statements are put together from our own constants only; what comes from outside is bound.

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

from quotebank.search.lexicon import know_names, learn, learn_all, name_aliases, words_of
from quotebank.search.schema import COLUMNS, RESOLVED, TABLES
from quotebank.search.units import article_columns, article_names, quote_columns, raw

TABLES_READ = ("articles", "quotes", "outlets", "aliases")
"""The tables of a bank that make a difference to what is found."""

_FTS = ", ".join(COLUMNS)
_VIEWS = ("quote_units", "article_units")

# Nobody asks for them while an index is built.
_LATE = "'articles_dates', 'quotes_ref', 'quotes_via'"

# In memory at most, before FTS5 writes out a piece of its index: a fifth less time than its default of 1 MiB.
_HASH_BYTES = 16 * 1024 * 1024


class Change(NamedTuple):
    """One record as it now is: `table` is one of `TABLES_READ` (others pass unread), `shape` None if gone."""

    table: str
    id: str
    shape: Mapping[str, object] | None


def clear(db: sqlite3.Connection) -> None:
    """Leave an empty index, whatever was there."""
    # Full-text tables first: they take shadow tables of their own along.
    for what in ("sql LIKE 'CREATE VIRTUAL%'", "type = 'view'", "type = 'table' AND name NOT LIKE 'sqlite%'"):
        for kind, name in db.execute(f"SELECT type, name FROM sqlite_master WHERE {what}").fetchall():
            db.execute(f'DROP {kind} "{name}"')
    for statement in TABLES.split(";\n"):
        if statement.strip():
            db.execute(statement)
    know_names(db)


def apply(db: sqlite3.Connection, changes: Iterable[Change]) -> int:
    """Bring the index in step with `changes`, in their order; the number of changes."""
    fresh = db.execute("SELECT NOT EXISTS (SELECT 1 FROM articles) AND NOT EXISTS (SELECT 1 FROM quotes)").fetchone()[0]
    return _build(db, changes) if fresh else _Revision(db).run(changes)


def _build(db: sqlite3.Connection, changes: Iterable[Change]) -> int:
    db.execute("INSERT INTO fts(fts, rank) VALUES ('hashsize', ?)", (_HASH_BYTES,))
    count = 0
    with _indexed_at_last(db):
        for change in changes:
            count += 1
            _write(db, change)
    resolved = RESOLVED.format(name="quotes.ref")
    db.execute(f"INSERT INTO shown SELECT n * 2, {resolved} FROM quotes ORDER BY n")
    db.execute(
        "INSERT INTO shown SELECT n * 2 + 1, n FROM articles "
        "WHERE n NOT IN (SELECT article FROM shown WHERE article IS NOT NULL) ORDER BY n"
    )
    for view in _VIEWS:
        db.execute(f"INSERT INTO fts(rowid, {_FTS}) SELECT unit, {_FTS} FROM {view}")
    # In one piece, or the tenth change from now would have to merge all pieces while somebody waits. The pages this
    # frees are taken by the vocabulary.
    db.execute("INSERT INTO fts(fts) VALUES ('optimize')")
    learn_all(db)
    db.execute("INSERT OR REPLACE INTO meta VALUES ('units', (SELECT count(*) FROM shown))")
    return count


@contextmanager
def _indexed_at_last(db: sqlite3.Connection) -> Iterator[None]:
    """Fill a table without its indexes, which are quicker sorted all at once than row by row."""
    found = db.execute(f"SELECT name, sql FROM sqlite_master WHERE name IN ({_LATE})").fetchall()
    for name, _ in found:
        db.execute(f"DROP INDEX {name}")
    yield
    for _, statement in found:
        db.execute(statement)


def _write(db: sqlite3.Connection, change: Change) -> None:
    """Write or remove the row of one record, and the names of an article; units are left alone."""
    if change.table == "articles":
        _write_article(db, change)
    elif change.table == "quotes":
        _write_quote(db, change)
    else:
        _write_names(db, change)


def _write_names(db: sqlite3.Connection, change: Change) -> None:
    """Names that stand for one another: of an outlet, or of anything."""
    shape = change.shape or {}
    fields = {"outlets": ("name", "variants"), "aliases": ("names",)}.get(change.table)
    if fields:
        values = (value for field in fields if (value := shape.get(field)))
        names = [name for value in values for name in ((value,) if isinstance(value, str) else _strings(value))]
        name_aliases(db, raw(change.table + change.id), names, "alias")


def _strings(value: object) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list | tuple) else []


def _write_article(db: sqlite3.Connection, change: Change) -> None:
    ident, shape = raw(change.id), change.shape
    found = db.execute("SELECT n FROM articles WHERE id = ?", (ident,)).fetchone()
    if found:
        db.execute("DELETE FROM names WHERE article = ?", found)
    if shape is None:
        db.execute("DELETE FROM articles WHERE id = ?", (ident,))
        return
    number = found[0] if found else None
    marks = ", ".join("?" * 11)
    number = db.execute(
        f"INSERT OR REPLACE INTO articles VALUES ({marks})", (number, ident, *article_columns(shape))
    ).lastrowid
    key, old = article_names(shape)
    rows = [(key, 0, ident, number), *((name, 1, ident, number) for name in old)]
    db.executemany("INSERT INTO names VALUES (?, ?, ?, ?)", rows)


def _write_quote(db: sqlite3.Connection, change: Change) -> None:
    ident, shape = raw(change.id), change.shape
    if shape is None:
        db.execute("DELETE FROM quotes WHERE id = ?", (ident,))
        return
    marks = ", ".join("?" * 9)
    db.execute(f"INSERT OR REPLACE INTO quotes VALUES (NULL, {marks})", (ident, *quote_columns(shape)))


class _Revision:
    """Changes to an index that already holds something: remembers which units to show when all are read."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.quotes: set[int] = set()
        self.articles: set[int] = set()
        self.counts: Counter[str] = Counter()
        self.units = 0

    def run(self, changes: Iterable[Change]) -> int:
        count = 0
        for change in changes:
            count += 1
            if change.table == "articles":
                self._revise_article(change)
            elif change.table == "quotes":
                self._revise_quote(change)
            else:
                _write_names(self.db, change)
        self._show()
        learn(self.db, self.counts)
        self.db.execute("UPDATE meta SET value = value + ? WHERE name = 'units'", (self.units,))
        return count

    def _revise_article(self, change: Change) -> None:
        find = "SELECT n FROM articles WHERE id = ?"
        names = {
            name for (name,) in self.db.execute(f"SELECT name FROM names WHERE article = ({find})", (raw(change.id),))
        }
        if change.shape is not None:
            key, former = article_names(change.shape)
            names |= {key, *former}
        for name in names:
            self._unsettle_articles(name)
            for (number,) in self.db.execute("SELECT n FROM quotes WHERE ref = ?", (name,)).fetchall():
                self._withdraw(number * 2)
                self.quotes.add(number)
        _write(self.db, change)
        self.articles.update(number for (number,) in self.db.execute(find, (raw(change.id),)))

    def _revise_quote(self, change: Change) -> None:
        find = "SELECT n, ref FROM quotes WHERE id = ?"
        for number, ref in self.db.execute(find, (raw(change.id),)).fetchall():
            self._withdraw(number * 2)
            self._unsettle_articles(ref)
        _write(self.db, change)
        for number, ref in self.db.execute(find, (raw(change.id),)).fetchall():
            self.quotes.add(number)
            self._unsettle_articles(ref)

    def _unsettle_articles(self, name: bytes) -> None:
        """Withdraw the own units of the articles that answer to `name`: they may gain or lose a quote."""
        for (number,) in self.db.execute("SELECT article FROM names WHERE name = ?", (name,)).fetchall():
            self._withdraw(number * 2 + 1)
            self.articles.add(number)

    def _withdraw(self, unit: int) -> None:
        self._count(unit, -1)
        self.db.execute(
            f"INSERT INTO fts(fts, rowid, {_FTS}) SELECT 'delete', unit, {_FTS} FROM {_VIEWS[unit % 2]} WHERE unit = ?",
            (unit,),
        )
        self.db.execute("DELETE FROM shown WHERE unit = ?", (unit,))

    def _count(self, unit: int, step: int) -> None:
        """Count the words of a unit that comes (1) or goes (-1), if it is there."""
        row = self.db.execute(f"SELECT {_FTS} FROM {_VIEWS[unit % 2]} WHERE unit = ?", (unit,)).fetchone()
        if row:
            self.units += step
            for word in words_of(row):
                self.counts[word] += step

    def _show(self) -> None:
        resolved = RESOLVED.format(name="quotes.ref")
        self.db.executemany(
            f"INSERT INTO shown SELECT n * 2, {resolved} FROM quotes WHERE n = ?", [(n,) for n in sorted(self.quotes)]
        )
        self.db.executemany(
            "INSERT INTO shown SELECT n * 2 + 1, n FROM articles WHERE n = ? "
            "AND NOT EXISTS (SELECT 1 FROM shown WHERE shown.article = articles.n)",
            [(n,) for n in sorted(self.articles)],
        )
        for unit in (*(n * 2 for n in sorted(self.quotes)), *(n * 2 + 1 for n in sorted(self.articles))):
            self._count(unit, 1)
            view = _VIEWS[unit % 2]
            self.db.execute(f"INSERT INTO fts(rowid, {_FTS}) SELECT unit, {_FTS} FROM {view} WHERE unit = ?", (unit,))
