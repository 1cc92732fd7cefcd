"""A query as SQLite understands it.

Words go into FTS5 expressions; every word is quoted, so nothing typed is ever read as FTS5's own language
(https://www.sqlite.org/fts5.html, section 3). Filters become conditions on the tables behind a unit.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quotebank.search.hypotheses import STRICT, guess
from quotebank.search.query import FIELDS, Query, Term
from quotebank.search.runs import Guesses, Hypothesis, Run
from quotebank.search.units import name_bytes, raw
from quotebank.search.vocabulary import Vocabulary

# ruff: noqa: S608 - statements are put together from our own constants only; what comes from outside is bound.

SOURCE = "shown s LEFT JOIN quotes q ON s.unit % 2 = 0 AND q.n = s.unit / 2 LEFT JOIN articles a ON a.n = s.article"
"""The tables conditions are about: `s` the unit, `q` its quote if it is one, `a` its article if it is known."""

_HITS = "s.unit IN (SELECT rowid FROM fts WHERE fts MATCH ?)"
_NAMED = "(SELECT article FROM names WHERE {test})"
_LED = "s.unit IN (SELECT n * 2 FROM quotes WHERE {test})"
_NEVER = "(s.unit < 0)"
_AS_IT_IS = 1.0
_DATE_IN_TEXT = 0.97


class Wording(NamedTuple):
    """A run of words with what they may stand for; `loose` if some of them may be missing."""

    run: Run
    guesses: Guesses
    loose: bool = False

    def content(self) -> list[int]:
        """The places of the words that are asked for: all but the common ones, or all if there are no others."""
        atoms = self.run.atoms
        telling = [
            at
            for at in range(len(atoms))
            if not atoms[at].common
            or any(last - first > 1 and first <= at < last for first, last in self.guesses.spans)
        ]
        return telling or list(range(len(atoms)))

    def expressions(self, *, strict: bool = False) -> list[str] | None:
        """For each word asked for, an FTS5 expression of all that may stand for it; None if one has nothing."""
        parts: list[str] = []
        for at in self.content():
            options = dict.fromkeys(
                expression(guessed)
                for (first, last), guessed_all in self.guesses.spans.items()
                if first <= at < last
                for guessed in guessed_all
                if not strict or guessed.how in STRICT
            )
            if not options:
                if not self.loose:
                    return None
                continue
            parts.append(in_field("(" + " OR ".join(options) + ")", self.run.field))
        return list(dict.fromkeys(parts)) or None


class Conditions(NamedTuple):
    """SQL conditions, all of them wanted, with their values."""

    tests: tuple[str, ...]
    values: tuple[object, ...]


def wordings(vocabulary: Vocabulary, query: Query, *, deep: bool = False) -> list[tuple[Wording, ...]]:
    """What a query's words may stand for: of each group any wording. Groups with filters are conditions instead.

    All bare words are one run, and so are the words asked of one field; `deep` doubts known words too.
    """
    runs: dict[str, list[Term]] = {}
    groups: list[tuple[Wording, ...]] = []
    for group in query.groups:
        if len(group) == 1 and group[0].how == "words":
            runs.setdefault(group[0].field, []).append(group[0])
        elif all(term.how != "filter" for term in group):
            groups.append(tuple(_wording(vocabulary, term) for term in group))
    several = len(groups) + sum(len(term.atoms) for terms in runs.values() for term in terms) > 1
    for field, terms in runs.items():
        run = Run.of(terms, field)
        groups.append((Wording(run, guess(vocabulary, run, several=several, deep=deep), loose=not field),))
    return groups


def conditions(vocabulary: Vocabulary, query: Query, *, listing: bool = False) -> Conditions:
    """What a query's filters, and the words it does not want, ask of a unit.

    For a `listing` the conditions are put so that they lead to the units, and need not be tried on all of them.
    """
    tests: list[str] = []
    values: list[object] = []
    for group in query.groups:
        if any(term.how == "filter" for term in group):
            found = [_condition(vocabulary, term, strict=False, listing=listing) for term in group]
            tests.append("(" + " OR ".join(test for test, _ in found) + ")")
            values.extend(value for _, given in found for value in given)
    for term in query.excluded:
        test, given = _condition(vocabulary, term, strict=True)
        # A unit that lacks what is compared (no date, no article) is not excluded.
        tests.append(f"NOT coalesce({test}, 0)")
        values.extend(given)
    return Conditions(tuple(tests), tuple(values))


def expression(guessed: Hypothesis) -> str:
    """A hypothesis as FTS5 looks for it."""
    if not guessed.together:
        return "(" + " AND ".join(f'"{word}"' for word in guessed.words) + ")"
    return '"' + " ".join(guessed.words) + '"' + (" *" if guessed.how == "prefix*" else "")


def in_field(text: str, field: str) -> str:
    """An expression looked for in one field's columns only; ``""`` is anywhere."""
    columns = FIELDS.get(field)
    return f"{{{' '.join(columns)}}} : {text}" if columns else text


def all_of(expressions: Iterable[str]) -> str:
    """An expression that wants every one of `expressions`."""
    return " AND ".join(expressions)


def any_of(expressions: Sequence[str]) -> str:
    """An expression that wants any of `expressions`."""
    return "(" + " OR ".join(expressions) + ")"


def _wording(vocabulary: Vocabulary, term: Term) -> Wording:
    run = Run.of((term,), term.field)
    if term.how == "words":
        return Wording(run, guess(vocabulary, run, several=len(run.atoms) > 1))
    whole = (0, len(run.atoms))
    words = tuple(atom.text for atom in run.atoms)
    if term.how == "date":
        return Wording(run, Guesses({whole: [*_dates(term, words)]}, []))
    how = "prefix*" if term.how == "prefix" else "phrase"
    return Wording(run, Guesses({whole: [Hypothesis(words, _AS_IT_IS, how)]}, []))


def _dates(term: Term, words: tuple[str, ...]) -> list[Hypothesis]:
    """A date in the column of dates, or the same words in a text."""
    return [Hypothesis((term.value,), _AS_IT_IS, "date"), Hypothesis(words, _DATE_IN_TEXT, "date")]


def _condition(
    vocabulary: Vocabulary, term: Term, *, strict: bool, listing: bool = False
) -> tuple[str, tuple[object, ...]]:
    match term.field if term.how == "filter" else "":
        case "key":
            return _key(term.value, listing=listing)
        case "via":
            name = name_bytes(term.value)
            same = f"SELECT name FROM names WHERE article IN {_NAMED.format(test='name = ?')}"
            if listing:
                return _LED.format(test=f"via <> x'' AND (via = ? OR via IN ({same}))"), (name, name)
            return f"(q.via = ? OR q.via IN ({same}))", (name, name)
        case "kind":
            return _kind(term.value.casefold())
        case "after" | "before" | "date":
            return _dated(term.bounds, listing=listing)
        case _:
            found = _wording(vocabulary, term).expressions(strict=strict)
            return (_HITS, (all_of(found),)) if found else (_NEVER, ())


def _kind(value: str) -> tuple[str, tuple[object, ...]]:
    """Units of a kind of quote; ``article`` for articles without quotes, ``quote`` for all that are quotes."""
    if value in ("article", "quote"):
        return ("q.id IS NULL" if value == "article" else "q.id IS NOT NULL"), ()
    return "q.kind = ?", (raw(value),)


def _key(value: str, *, listing: bool) -> tuple[str, tuple[object, ...]]:
    """Units of the article that bears a key, now or once; ``lankov*`` for all keys that begin so."""
    name = name_bytes(value.rstrip("*"))
    ref, named = "{}ref = ?", "name = ?"
    given: tuple[object, ...] = (name,)
    if value.endswith("*"):
        ref, named, given = "substr({}ref, 1, ?) = ?", "substr(name, 1, ?) = ?", (len(name), name)
    articles = _NAMED.format(test=named)
    if listing:
        # A unit cannot be looked up by either of two tables at once; a list of units can.
        own = f"SELECT unit FROM shown WHERE article IN {articles}"
        return f"s.unit IN (SELECT n * 2 FROM quotes WHERE {ref.format('')} UNION {own})", given * 2
    return f"({ref.format('q.')} OR s.article IN {articles})", given * 2


def _dated(bounds: tuple[int | None, int | None], *, listing: bool) -> tuple[str, tuple[object, ...]]:
    """Units whose article's date can lie between two days, both included."""
    low, high = bounds
    tests = ["first IS NOT NULL"]
    if low is not None:
        tests.append("last >= ?")
    if high is not None:
        tests.append("first <= ?")
    given = tuple(day for day in bounds if day is not None)
    if listing:
        return f"s.article IN (SELECT n FROM articles WHERE {' AND '.join(tests)})", given
    return "(" + " AND ".join(f"a.{test}" for test in tests) + ")", given
