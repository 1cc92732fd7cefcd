"""The order of results: candidates scored, what is too little left out, the best first.

A query of one word wants 76 points, of several 60. What has all the words is a result; what lacks some is a *partial*
one, shown where nothing has them all, where it scores higher than what does, or when asked for. Equal scores:
the newer article first, undated ones last, then by id. A query of filters only gives 100 to all.
"""

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from quotebank.search.candidates import Candidates, Unit
from quotebank.search.hypotheses import DOUBTED, SURE
from quotebank.search.matching import Wording, conditions, wordings
from quotebank.search.query import Query
from quotebank.search.scoring import Score, Scorer, Used
from quotebank.search.units import plain
from quotebank.search.vocabulary import Vocabulary

ONE_WORD, SEVERAL = 76.0, 60.0
"""What a result has to score before anything is added."""

_POOR = 70.0


class Hit(NamedTuple):
    """One result: a ``quote`` or an ``article`` without quotes.

    `id` is the quote's or the article's id, `key` the article's key as it is now (for a quote without an article
    the key it names), `article` the article's id or None. `score` is 0 to 100, to one decimal, `coverage` the share
    of the query's words that are there, `partial` whether that is not all; `used` says what answers what.
    """

    id: str
    kind: str
    key: str
    score: float
    article: str | None
    coverage: float = 1.0
    partial: bool = False
    used: tuple[Used, ...] = ()


class Wanted(NamedTuple):
    """How results are wanted: at most `limit` after the first `offset` (None: all), with partial ones.

    `sort` is ``score``, ``date`` or ``outlet``.
    """

    limit: int | None = None
    offset: int = 0
    sort: str = "score"
    partial: bool = False


class Suggestion(NamedTuple):
    """A word of the index that may have been meant, and how alike the two are, 0 to 100."""

    query: str
    found: str
    score: int


class Results(NamedTuple):
    """The hits, how many there are in all, and what else may have been meant."""

    total: int
    hits: list[Hit]
    suggestions: tuple[Suggestion, ...] = ()


class _Scored(NamedTuple):
    score: Score
    unit: Unit


def find(db: sqlite3.Connection, query: Query, wanted: Wanted = Wanted()) -> Results:  # noqa: B008 - immutable
    """The results of a query. A query without anything to look for has none."""
    if not (query.groups or query.excluded):
        return Results(0, [])
    vocabulary = Vocabulary(db)
    groups = wordings(vocabulary, query)
    if not groups:
        return _listed(Candidates(db, groups, conditions(vocabulary, query, listing=True)), wanted)
    asked = conditions(vocabulary, query)
    candidates = Candidates(db, groups, asked)
    last = None if wanted.limit is None else wanted.offset + wanted.limit
    everything = last is None or last > candidates.most or wanted.sort != "score"
    kept, total = _answers(vocabulary, candidates, groups, everything=everything)
    if (not kept or kept[0].score.sure < _POOR) and _may_be_misspelt(groups) and not _has_all_known(kept, groups):
        again = wordings(vocabulary, query, deep=True)
        deeper, more = _answers(vocabulary, Candidates(db, again, asked), again, everything=everything)
        if deeper and (not kept or deeper[0].score.sure > kept[0].score.sure):
            groups, kept, total = again, deeper, more
    shown = _shown(kept, wanted)
    suggestions = () if any(each.score.coverage >= 1 for each in kept) else _suggestions(vocabulary, groups)
    hits = [_hit(each) for each in _sorted(shown, wanted)[wanted.offset :][: wanted.limit]]
    return Results(max(len(shown), total or 0), hits, suggestions)


def _answers(
    vocabulary: Vocabulary, candidates: Candidates, groups: Sequence[tuple[Wording, ...]], *, everything: bool
) -> tuple[list[_Scored], int | None]:
    """The candidates that pass, best first, and how many more units have all the words."""
    units, total = candidates.gather(everything=everything)
    scorer = Scorer(vocabulary, groups)
    least = SEVERAL if scorer.count > 1 else ONE_WORD
    kept = [
        # What was scored is not kept of very many: all units with a common word may be asked for.
        _Scored(score, unit._replace(columns={"outlet": unit.columns["outlet"]}) if everything else unit)
        for unit in units
        if (score := scorer.score(unit.columns)) and score.sure >= least
    ]
    kept.sort(key=lambda each: (-each.score.points, *_newest(each.unit)))
    return kept, total


def _has_all_known(kept: list[_Scored], groups: Sequence[tuple[Wording, ...]]) -> bool:
    """Whether the best result lacks only words the index does not know: then none of the others need be doubted."""
    asked = [(len(group[0].content()), _known(group[0])) for group in groups]
    share = sum(known for _, known in asked) / max(1, sum(content for content, _ in asked))
    return bool(kept) and kept[0].score.coverage >= share


def _known(wording: Wording) -> int:
    """How many of the words asked for mean anything to the index."""
    return sum(any(first <= at < last for first, last in wording.guesses.spans) for at in wording.content())


def _may_be_misspelt(groups: Sequence[tuple[Wording, ...]]) -> bool:
    """Whether there are known words that could be doubted, and were not yet."""
    return any(
        guessed.similarity >= SURE
        for (wording, *_) in groups
        if wording.loose or wording.run.field
        for (first, last), guesses in wording.guesses.spans.items()
        if last - first == 1 and len(wording.run.atoms[first].text) >= DOUBTED
        for guessed in guesses[:1]
    )


def _shown(kept: list[_Scored], wanted: Wanted) -> list[_Scored]:
    """All that is complete, and of the partial ones those that are asked for or better than any complete one."""
    best = max((each.score.points for each in kept if each.score.coverage >= 1), default=0.0)
    return [each for each in kept if wanted.partial or each.score.coverage >= 1 or each.score.points > best]


def _sorted(shown: list[_Scored], wanted: Wanted) -> list[_Scored]:
    match wanted.sort:
        case "date":
            return sorted(shown, key=lambda each: _newest(each.unit))
        case "outlet":
            outlets = {each.unit.unit: each.unit.columns["outlet"] for each in shown}
            return sorted(
                shown,
                key=lambda each: (
                    not outlets[each.unit.unit],
                    outlets[each.unit.unit],
                    -each.score.points,
                    *_newest(each.unit),
                ),
            )
        case _:
            return shown


def _listed(candidates: Candidates, wanted: Wanted) -> Results:
    """What meets the filters, without any words to score by."""
    most = -1 if wanted.limit is None else wanted.limit + wanted.offset
    units = candidates.listed("outlet" if wanted.sort == "outlet" else "newest", most)
    total = candidates.count_listed() if len(units) == most else len(units)
    score = Score(100.0, 100.0, 1.0, [])
    return Results(total, [_hit(_Scored(score, unit)) for unit in units[wanted.offset :]])


def _suggestions(vocabulary: Vocabulary, groups: Sequence[tuple[Wording, ...]]) -> tuple[Suggestion, ...]:
    from quotebank.search.suggestions import suggestions

    return tuple(Suggestion(*each) for each in suggestions(vocabulary, groups))


def _newest(unit: Unit) -> tuple[bool, int, bytes, int]:
    return unit.first is None, -(unit.first or 0), unit.id, unit.unit


def _hit(scored: _Scored) -> Hit:
    score, unit = scored
    return Hit(
        plain(unit.id),
        "article" if unit.unit % 2 else "quote",
        plain(unit.key),
        score.points,
        None if unit.article is None else plain(unit.article),
        score.coverage,
        score.coverage < 1,
        tuple(score.used(unit.columns)),
    )
