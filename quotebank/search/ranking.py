"""The order of results, and their scores.

A score runs from 0 to 100: ``85 x b / b(best) + 15 x closeness``. `b` is bm25 as FTS5 computes it, with the
columns' weights of `schema.WEIGHTS`, and b(best) that of the best result, so scores compare the results of one
query and not of two. `closeness` is how near to one another, and in which order, the query's words stand in
the text: 1 as in the query, less with every word between, 0 from sixteen on; words found elsewhere (author,
title, ...) do not count against it, and a single word is always close. Equal scores: the newer article first,
undated ones last, then by id. A query of filters only gives 100 to all.
"""

# ruff: noqa: S608 - statements are put together from our own constants only; what comes from outside is bound.

import sqlite3
from itertools import pairwise
from typing import NamedTuple

from quotebank.search.matching import SOURCE, Plan, plan
from quotebank.search.query import Query, Term
from quotebank.search.schema import WEIGHTS
from quotebank.search.units import plain

CANDIDATES = 200
"""How many of the best by bm25 are looked at for closeness, if fewer are asked for."""

_BM25_SHARE = 85.0
_CLOSE_SHARE = 15.0
_FAR = 15
# Reading further than this for closeness would let one enormous text slow every search down.
_READ_CHARACTERS = 50_000


class Hit(NamedTuple):
    """One result: a ``quote`` or an ``article`` without quotes.

    `id` is the quote's or the article's id, `key` the article's key as it is now (for a quote without an article
    the key it names), `article` the article's id or None. `score` is 0 to 100, to one decimal.
    """

    id: str
    kind: str
    key: str
    score: float
    article: str | None


class Results(NamedTuple):
    """The best hits, best first, and how many there are in all."""

    total: int
    hits: list[Hit]


class _Row(NamedTuple):
    unit: int
    weight: float
    id: bytes
    key: bytes
    article: bytes | None
    first: int | None
    text: str


def find(db: sqlite3.Connection, query: Query, limit: int | None = None) -> Results:
    """The best `limit` results (None: all). A query without anything to look for has none."""
    if not (query.groups or query.excluded) or (limit is not None and limit < 1):
        return Results(0, [])
    wanted = plan(query)
    most = -1 if limit is None else max(limit, CANDIDATES) if wanted.expression else limit
    rows = _rows(db, wanted, most)
    total = _count(db, wanted) if len(rows) == most else len(rows)
    scored = _scored(rows, query) if wanted.expression else [(100.0, row) for row in rows]
    return Results(total, [_hit(score, row) for score, row in scored[:limit]])


def _rows(db: sqlite3.Connection, wanted: Plan, most: int) -> list[_Row]:
    columns = "coalesce(q.id, a.id), coalesce(a.key, q.ref), a.id, a.first"
    if wanted.expression:
        # Ranked and cut first, then the tables are asked about the few that are left.
        statement = (
            f"WITH best(unit, weight) AS MATERIALIZED ("
            f"SELECT fts.rowid, -bm25(fts, {', '.join(map(str, WEIGHTS))}) FROM {_source(wanted)} "
            f"WHERE {_tests(wanted)} ORDER BY 2 DESC LIMIT ?) "
            f"SELECT s.unit, weight, {columns}, substr(coalesce(q.text, ''), 1, {_READ_CHARACTERS}) "
            f"FROM {_joined('best', 'unit')}"
        )
    else:
        newest = "a.first DESC NULLS LAST, coalesce(q.id, a.id), s.unit"
        statement = f"SELECT s.unit, 0.0, {columns}, '' FROM {SOURCE} WHERE {_tests(wanted)} ORDER BY {newest} LIMIT ?"
    return [_Row._make(row) for row in db.execute(statement, (*_values(wanted), most))]


def _count(db: sqlite3.Connection, wanted: Plan) -> int:
    statement = f"SELECT count(*) FROM {_source(wanted)} WHERE {_tests(wanted)}"
    return int(db.execute(statement, _values(wanted)).fetchone()[0])


def _source(wanted: Plan) -> str:
    if not wanted.expression:
        return SOURCE
    return _joined("fts", "rowid") if wanted.conditions else "fts"


def _joined(table: str, number: str) -> str:
    """The units in `table` with what stands behind them."""
    # CROSS JOIN keeps SQLite from walking over all units and asking `table` about each.
    return f"{table} CROSS JOIN " + SOURCE.replace(" LEFT", f" ON s.unit = {table}.{number} LEFT", 1)


def _tests(wanted: Plan) -> str:
    matches = ("fts MATCH ?",) if wanted.expression else ()
    return " AND ".join((*matches, *wanted.conditions)) or "1"


def _values(wanted: Plan) -> tuple[object, ...]:
    return (wanted.expression, *wanted.values) if wanted.expression else wanted.values


def _scored(rows: list[_Row], query: Query) -> list[tuple[float, _Row]]:
    best = max((row.weight for row in rows), default=0.0)
    words = [(place, word) for group in query.groups if len(group) == 1 for place, word in _places(group[0])]
    scored = []
    for row in rows:
        share = row.weight / best if best > 0 else 1.0
        near = closeness(words, row.text) if len(words) > 1 else 1.0
        scored.append((round(_BM25_SHARE * max(share, 0.0) + _CLOSE_SHARE * near, 1), row))
    return sorted(scored, key=lambda pair: (-pair[0], *_newest(pair[1])))


def _places(term: Term) -> list[tuple[int, str]]:
    """The words of a term that look for text, with their places in the query."""
    if term.field not in ("", "text") or not term.forms:
        return []
    return [(term.place + number, word) for number, word in enumerate(term.forms[0])]


def _newest(row: _Row) -> tuple[bool, int, bytes, int]:
    return row.first is None, -(row.first or 0), row.id, row.unit


def closeness(words: list[tuple[int, str]], text: str) -> float:
    """How near the words stand in a folded text, 0 to 1; `words` with their places in the query.

    The mean over neighbours that both are in the text of ``1 - (gap - 1) / 15``, the gap being how far the
    nearest pair of their places is from what it is in the query; 1 when there is no such pair.
    """
    wanted = {word for _, word in words}
    places: dict[str, list[int]] = {word: [] for word in wanted}
    for number, word in enumerate(text.split()):
        if word in wanted:
            places[word].append(number)
    shares = []
    for (place, word), (after, following) in pairwise(words):
        if places[word] and places[following]:
            gap = _nearest(places[word], places[following], after - place)
            shares.append(max(0.0, 1 - gap / _FAR))
    return sum(shares) / len(shares) if shares else 1.0


def _nearest(left: list[int], right: list[int], step: int) -> int:
    """The least distance between any right place and where a left place expects it, in linear time."""
    best, at = _FAR, 0
    for place in left:
        target = place + step
        while at + 1 < len(right) and right[at + 1] <= target:
            at += 1
        best = min([best] + [abs(found - target) for found in right[at : at + 2]])
    return best


def _hit(score: float, row: _Row) -> Hit:
    article = None if row.article is None else plain(row.article)
    return Hit(plain(row.id), "article" if row.unit % 2 else "quote", plain(row.key), score, article)
