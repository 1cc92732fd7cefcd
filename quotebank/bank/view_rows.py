"""The key view's tables, and how a line of the journal becomes rows of them."""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from quotebank.bank.journal import Entry
from quotebank.bank.lines import BASE, Line, Shape

SCHEMA = 1
"""Raised with every change of the tables below; a view with another number is built anew."""

TABLES = """
CREATE TABLE IF NOT EXISTS state(schema INT, gen TEXT, offset INT, line INT, chk TEXT, last INT,
    size INT, mtime INT, inode INT, articles INT, quotes INT);
CREATE TABLE IF NOT EXISTS records(tbl TEXT, id TEXT, rev INT, off INT, len INT, live INT,
    owner TEXT, via TEXT, PRIMARY KEY(tbl, id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS older(tbl TEXT, id TEXT, rev INT, off INT, len INT);
CREATE TABLE IF NOT EXISTS names(name TEXT, id TEXT, current INT, PRIMARY KEY(name, id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS articles(id TEXT PRIMARY KEY, key TEXT, outlet TEXT, authors TEXT, date TEXT, tags TEXT)
    WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS named ON names(id)
"""
INDEXES = """
CREATE INDEX IF NOT EXISTS owners ON records(owner) WHERE owner IS NOT NULL;
CREATE INDEX IF NOT EXISTS vias ON records(via) WHERE via IS NOT NULL;
CREATE INDEX IF NOT EXISTS olders ON older(tbl, id)
"""
SEPARATOR = "\x1f"


class Brief(NamedTuple):
    """An article in a line, for completion: its key, outlet, authors, EDTF date and tags."""

    key: str
    outlet: str
    authors: tuple[str, ...]
    date: str
    tags: tuple[str, ...]

    @classmethod
    def from_row(cls, row: tuple[str, str, str, str, str]) -> "Brief":
        """From a row of the table `articles`."""
        key, outlet, authors, date, tags = row
        return cls(key, outlet, _split(authors), date, _split(tags))


def run(db: sqlite3.Connection, statements: str) -> None:
    """Execute statements one by one (`executescript` would end the transaction)."""
    for statement in statements.split(";"):
        db.execute(statement)


def storable(text: str) -> str:
    """Text as SQLite can hold it: lone surrogates, which have no UTF-8 form, are spelt out."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")


def folded(key: str) -> str:
    """A key as it is compared: case does not matter."""
    low = key.casefold()
    return low if low.isascii() else storable(low)


class RowWriter:
    """Writes entries into the tables; `articles` and `quotes` count how many live records were gained."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._run = db.execute
        self.articles = 0
        self.quotes = 0

    def take(self, entry: Entry) -> None:
        """One line of the journal: the newest revision of its record, or one that never counted.

        In one journal revisions only rise. After a line-by-line merge they may not: then the highest counts, of
        two alike the later, and what a rewriting brought along never replaces what it was made from.
        """
        offset, length, _, line, void = entry
        live = line.doc is not None
        owner, via = _pointers(line) if line.table == "quotes" else (None, None)
        row = (line.table, line.id, line.rev, offset, length, live, owner, via)
        old = None
        if void or line.rev > 1 or not self._insert(row):
            old = self._run(
                "SELECT rev, off, len, live FROM records WHERE tbl = ? AND id = ?", (line.table, line.id)
            ).fetchone()
            if void or (old and (old[0] > line.rev or (old[0] == line.rev and line.tx == BASE))):
                self._run("INSERT INTO older VALUES(NULL, NULL, ?, ?, ?)", (line.rev, offset, length))
                return
            if old:
                self._run("INSERT INTO older VALUES(?, ?, ?, ?, ?)", (line.table, line.id, *old[:3]))
            self._run("INSERT OR REPLACE INTO records VALUES(?, ?, ?, ?, ?, ?, ?, ?)", row)
        gained = live - (old[3] if old else 0)
        if line.table == "quotes":
            self.quotes += gained
        elif line.table == "articles":
            self.articles += gained
            self._article(line, bool(old))

    def _insert(self, row: tuple[object, ...]) -> bool:
        """Insert a record that is new, as nearly every first revision is; false if it is not."""
        try:
            self._run("INSERT INTO records VALUES(?, ?, ?, ?, ?, ?, ?, ?)", row)
        except sqlite3.IntegrityError:
            return False
        return True

    def _article(self, line: Line, known: bool) -> None:
        if known:
            self._run("DELETE FROM names WHERE id = ?", (line.id,))
            self._run("DELETE FROM articles WHERE id = ?", (line.id,))
        if (doc := line.doc) is None:
            return
        key = _text(doc, "key")
        for old in _texts(doc.get("ids")):
            self._run("INSERT OR REPLACE INTO names VALUES(?, ?, 0)", (folded(old), line.id))
        self._run("INSERT OR REPLACE INTO names VALUES(?, ?, 1)", (folded(key), line.id))
        fields = (key, _text(doc, "outlet"), _authors(doc), _text(doc, "date"), SEPARATOR.join(_texts(doc.get("tags"))))
        self._run("INSERT OR REPLACE INTO articles VALUES(?, ?, ?, ?, ?, ?)", (line.id, *map(storable, fields)))


def _pointers(line: Line) -> tuple[str | None, str | None]:
    """The folded keys of a quote's article and of the source it was read in, where there are any."""
    if (doc := line.doc) is None:
        return None, None
    owner, via = doc.get("article"), doc.get("via")
    read_in = via.get("article") if isinstance(via, dict) else None
    return (
        folded(owner) if isinstance(owner, str) and owner else None,
        folded(read_in) if isinstance(read_in, str) and read_in else None,
    )


def _authors(doc: Shape) -> str:
    names = doc.get("authors")
    if not isinstance(names, list):
        return ""
    return SEPARATOR.join(_author(name) for name in names if isinstance(name, Mapping))


def _author(name: Shape) -> str:
    if literal := _text(name, "literal"):
        return literal
    given = " ".join(part for part in (_text(name, "given"), _text(name, "particle")) if part)
    return ", ".join(part for part in (_text(name, "family"), given, _text(name, "suffix")) if part)


def _text(doc: Shape, name: str) -> str:
    value = doc.get(name)
    return value if isinstance(value, str) else ""


def _texts(value: object) -> Iterable[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else ()


def _split(joined: str) -> tuple[str, ...]:
    return tuple(joined.split(SEPARATOR)) if joined else ()
