"""The key view's tables, and how a line of the journal becomes rows of them."""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from quotebank.bank.journal import Entry
from quotebank.bank.lines import BASE, Line, Shape
from quotebank.bank.marks import address_mark, doi_mark, shelf_of, title_mark

SCHEMA = 2
"""Raised with every change of the tables below; a view with another number is built anew."""

TABLES = """
CREATE TABLE IF NOT EXISTS state(schema INT, gen TEXT, offset INT, line INT, chk TEXT, last INT,
    size INT, mtime INT, inode INT, articles INT, quotes INT);
CREATE TABLE IF NOT EXISTS records(tbl TEXT, id TEXT, rev INT, off INT, len INT, live INT,
    owner TEXT, via TEXT, PRIMARY KEY(tbl, id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS older(tbl TEXT, id TEXT, rev INT, off INT, len INT);
CREATE TABLE IF NOT EXISTS names(name TEXT, id TEXT, current INT, PRIMARY KEY(name, id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS articles(id TEXT PRIMARY KEY, key TEXT, outlet TEXT, authors TEXT, date TEXT, tags TEXT,
    address TEXT, doi TEXT, title INT, shelf TEXT) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS named ON names(id)
"""
INDEXES = """
CREATE INDEX IF NOT EXISTS owners ON records(owner) WHERE owner IS NOT NULL;
CREATE INDEX IF NOT EXISTS vias ON records(via) WHERE via IS NOT NULL;
CREATE INDEX IF NOT EXISTS olders ON older(tbl, id);
CREATE INDEX IF NOT EXISTS addresses ON articles(address) WHERE address IS NOT NULL;
CREATE INDEX IF NOT EXISTS dois ON articles(doi) WHERE doi IS NOT NULL;
CREATE INDEX IF NOT EXISTS titles ON articles(title) WHERE title IS NOT NULL;
CREATE INDEX IF NOT EXISTS shelves ON articles(shelf)
"""
WITHOUT_INDEXES = ";".join(f"DROP INDEX IF EXISTS {statement.split()[5]}" for statement in INDEXES.split(";"))
"""Takes the indexes away for a while: for very many rows they are made anew in less time than kept up."""

SEPARATOR = "\x1f"
_AT_ONCE = 500
_TWO_PARTS = 2
_Row = tuple[str, str, int, int, int, bool, str | None, str | None]


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
    """Writes entries into the tables, all of them after a last `flush`; many rows at once cost less than each alone.

    `articles` and `quotes` count how many live records were gained.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._run = db.execute
        self._run_many = db.executemany
        self._first: dict[tuple[str, str], tuple[Line, _Row]] = {}
        self.articles = 0
        self.quotes = 0

    def take(self, entry: Entry) -> None:
        """One line of the journal: the newest revision of its record, or one that never counted."""
        offset, length, _, line, void = entry
        live = line.doc is not None
        owner, via = _pointers(line) if line.table == "quotes" else (None, None)
        row = (line.table, line.id, line.rev, offset, length, live, owner, via)
        name = (line.table, line.id)
        if void or line.rev > 1 or name in self._first:
            self.flush()
            self._later(line, row, void)
            return
        self._first[name] = (line, row)
        if len(self._first) >= _AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Write what was gathered: first revisions, nearly all of them of records that are new."""
        gathered, self._first = list(self._first.values()), {}
        if not gathered:
            return
        rows = [row for _, row in gathered]
        put = self._run_many("INSERT OR IGNORE INTO records VALUES(?, ?, ?, ?, ?, ?, ?, ?)", rows).rowcount
        if put < len(rows):
            old = [(line, row) for line, row in gathered if not self._is_there(row)]
            gathered = [each for each in gathered if each not in old]
        else:
            old = []
        self._count(gathered)
        for line, row in old:
            self._later(line, row, void=False)

    def _is_there(self, row: _Row) -> bool:
        """Whether it is this very line that the table has of a record, and not another."""
        stored = self._run("SELECT off FROM records WHERE tbl = ? AND id = ?", row[:2]).fetchone()
        return stored is not None and bool(stored[0] == row[3])

    def _count(self, gathered: Iterable[tuple[Line, _Row]]) -> None:
        names: list[tuple[object, ...]] = []
        articles: list[tuple[object, ...]] = []
        for line, _ in gathered:
            if line.doc is None:
                continue
            if line.table == "quotes":
                self.quotes += 1
            elif line.table == "articles":
                self.articles += 1
                names += _names(line)
                articles.append(_article(line))
        self._insert(names, articles)

    def _insert(self, names: list[tuple[object, ...]], articles: list[tuple[object, ...]]) -> None:
        for sql, rows in (
            ("INSERT OR REPLACE INTO names VALUES(?, ?, ?)", names),
            ("INSERT OR REPLACE INTO articles VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", articles),
        ):
            try:
                self._run_many(sql, rows)
            except UnicodeEncodeError:
                self._run_many(
                    sql, [[storable(each) if isinstance(each, str) else each for each in row] for row in rows]
                )

    def _later(self, line: Line, row: _Row, void: bool) -> None:
        """A line of a record that may be there already.

        In one journal revisions only rise. After a line-by-line merge they may not: then the highest counts, of
        two alike the later, and what a rewriting brought along never replaces what it was made from.
        """
        _, _, rev, offset, length, live, _, _ = row
        old = self._run("SELECT rev, off, len, live FROM records WHERE tbl = ? AND id = ?", row[:2]).fetchone()
        if void or (old and (old[0] > rev or (old[0] == rev and line.tx == BASE))):
            self._run("INSERT INTO older VALUES(NULL, NULL, ?, ?, ?)", (rev, offset, length))
            return
        if old:
            self._run("INSERT INTO older VALUES(?, ?, ?, ?, ?)", (line.table, line.id, *old[:3]))
        self._run("INSERT OR REPLACE INTO records VALUES(?, ?, ?, ?, ?, ?, ?, ?)", row)
        gained = bool(live) - (old[3] if old else 0)
        if line.table == "quotes":
            self.quotes += gained
        elif line.table == "articles":
            self.articles += gained
            if old:
                self._run("DELETE FROM names WHERE id = ?", (line.id,))
                self._run("DELETE FROM articles WHERE id = ?", (line.id,))
            if line.doc is not None:
                self._insert(_names(line), [_article(line)])


def _names(line: Line) -> list[tuple[object, ...]]:
    """The rows of an article's former keys and, as it has to win, behind them that of its present one."""
    doc = line.doc or {}
    rows: list[tuple[object, ...]] = [(folded(old), line.id, 0) for old in _texts(doc.get("ids"))]
    rows.append((folded(_text(doc, "key")), line.id, 1))
    return rows


def _article(line: Line) -> tuple[object, ...]:
    doc = line.doc or {}
    return (
        line.id,
        _text(doc, "key"),
        _text(doc, "outlet"),
        _authors(doc),
        _text(doc, "date"),
        SEPARATOR.join(_texts(doc.get("tags"))),
        address_mark(doc) or None,
        doi_mark(doc) or None,
        title_mark(_text(doc, "title")),
        shelf_of(doc),
    )


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
    family, given = name.get("family"), name.get("given")
    if len(name) == _TWO_PARTS and family and given and type(family) is type(given) is str:  # as nearly all are
        return f"{family}, {given}"
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
