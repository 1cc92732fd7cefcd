"""A query as SQLite understands it.

Words go into one FTS5 expression; every word is quoted, so nothing typed is ever read as FTS5's own language
(https://www.sqlite.org/fts5.html, section 3). Filters become conditions on the tables behind a unit.
"""

# ruff: noqa: S608 - statements are put together from our own constants only; what comes from outside is bound.

from typing import NamedTuple

from quotebank.search.query import FIELDS, Query, Term
from quotebank.search.units import name_bytes, raw

SOURCE = "shown s LEFT JOIN quotes q ON s.unit % 2 = 0 AND q.n = s.unit / 2 LEFT JOIN articles a ON a.n = s.article"
"""The tables conditions are about: `s` the unit, `q` its quote if it is one, `a` its article if it is known."""

_HITS = "s.unit IN (SELECT rowid FROM fts WHERE fts MATCH ?)"
_NAMED = "(SELECT article FROM names WHERE {test})"


class Plan(NamedTuple):
    """How to find a query's units: an FTS5 expression (``""`` for none) and conditions with their values."""

    expression: str
    conditions: tuple[str, ...]
    values: tuple[object, ...]


def plan(query: Query) -> Plan:
    """The plan for a query; groups that mix words and filters become conditions too."""
    expressions: list[str] = []
    conditions: list[str] = []
    values: list[object] = []
    for group in query.groups:
        if all(term.how != "filter" for term in group):
            expressions.append(_any(group))
            continue
        tests = [_condition(term) for term in group]
        conditions.append("(" + " OR ".join(test for test, _ in tests) + ")")
        values.extend(value for _, given in tests for value in given)
    for term in query.excluded:
        test, given = _condition(term)
        # A unit that lacks what is compared (no date, no article) is not excluded.
        conditions.append(f"NOT coalesce({test}, 0)")
        values.extend(given)
    return Plan(" AND ".join(expressions), tuple(conditions), tuple(values))


def _any(group: tuple[Term, ...]) -> str:
    return "(" + " OR ".join(_expression(term) for term in group) + ")"


def _expression(term: Term) -> str:
    star = " *" if term.how == "prefix" else ""
    forms = " OR ".join('"' + " ".join(form) + '"' + star for form in term.forms)
    columns = FIELDS.get(term.field)
    return f"{{{' '.join(columns)}}} : ({forms})" if columns else f"({forms})"


def _condition(term: Term) -> tuple[str, tuple[object, ...]]:
    match term.field if term.how == "filter" else "":
        case "key":
            return _key(term.value)
        case "via":
            name = name_bytes(term.value)
            same = f"SELECT name FROM names WHERE article IN {_NAMED.format(test='name = ?')}"
            return f"(q.via = ? OR q.via IN ({same}))", (name, name)
        case "kind":
            return "q.kind = ?", (raw(term.value.casefold()),)
        case "after" | "before" | "date":
            return _dated(term.bounds)
        case _:
            return _HITS, (_expression(term),)


def _key(value: str) -> tuple[str, tuple[object, ...]]:
    """Units of the article that bears a key, now or once; ``lankov*`` for all keys that begin so."""
    name = name_bytes(value.rstrip("*"))
    if value.endswith("*"):
        size = len(name)
        test = f"substr(q.ref, 1, ?) = ? OR s.article IN {_NAMED.format(test='substr(name, 1, ?) = ?')}"
        return f"({test})", (size, name, size, name)
    return f"(q.ref = ? OR s.article IN {_NAMED.format(test='name = ?')})", (name, name)


def _dated(bounds: tuple[int | None, int | None]) -> tuple[str, tuple[object, ...]]:
    """Units whose article's date can lie between two days, both included."""
    low, high = bounds
    tests = ["a.first IS NOT NULL"]
    if low is not None:
        tests.append("a.last >= ?")
    if high is not None:
        tests.append("a.first <= ?")
    return "(" + " AND ".join(tests) + ")", tuple(day for day in bounds if day is not None)
