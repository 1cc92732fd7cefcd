"""Making one record of two that are of one work: nothing either of them says is lost unawares."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import NamedTuple

from quotebank.bank.bank import Bank
from quotebank.bank.transaction import ARTICLES, QUOTES, Transaction, keys_of
from quotebank.errors import UsageError
from quotebank.model.articles import Article
from quotebank.model.dates import PartialDate
from quotebank.model.names import Name
from quotebank.model.quotes import Quote

_KEPT = frozenset(("key", "ids", "added", "modified", "tags", "note", "provenance", "snapshot", "extra", "date"))
"""Fields that have a rule of their own."""

_VAGUE_TYPE = "document"
"""What formats make of a type they do not know; any other says more."""


class Contradiction(NamedTuple):
    """A field in which two records differed: what was kept, and what was given up."""

    field: str
    kept: str
    lost: str


class Merged(NamedTuple):
    """What became of a merge: the article, the key that leads to it now, quotes moved and those it had already."""

    article: Article
    other: str
    moved: list[str]
    dropped: list[str]
    contradictions: list[Contradiction]


def joined(first: Article, second: Article) -> Article:
    """`first` with its gaps filled from `second`: tags, notes and unknown fields of both.

    Key, former keys and times are the first's. Of two dates the one that says more is kept if they agree, of a
    field's provenance that of the record the field comes from.
    """
    chosen: dict[str, object] = {}
    filled: list[str] = []
    for name in (field.name for field in fields(Article)):
        if name not in _KEPT and not getattr(first, name) and getattr(second, name):
            chosen[name] = getattr(second, name)
            filled.append(name)
    if first.type == _VAGUE_TYPE:
        chosen["type"] = second.type
    date = _fuller(first.date, second.date)
    if date is not first.date:
        chosen["date"] = date
        filled.append("date")
    if first.authors and second.authors:
        chosen["authors"] = _with_originals(first.authors, second.authors)
    return replace(
        first,
        **chosen,  # type: ignore[arg-type]
        tags=tuple(dict.fromkeys((*first.tags, *second.tags))),
        note=_both(first.note, second.note),
        snapshot=first.snapshot or second.snapshot,
        provenance={
            **{name: source for name, source in second.provenance.items() if name in filled},
            **{name: source for name, source in first.provenance.items() if name not in filled},
        },
        extra=_deep(first.extra, second.extra),
    )


def contradicted(first: Article, second: Article) -> list[Contradiction]:
    """The fields in which two records say different things, of which the first's is kept."""
    told: list[Contradiction] = []
    one, other = joined(first, second).to_json(), second.to_json()
    for name, lost in other.items():
        if name in _KEPT - {"date"} or name in ("date_inferred", "date_inferred_parts", "type"):
            continue
        kept = one.get(name)
        if kept != lost and not (name == "authors" and _same_names(first, second)):
            told.append(Contradiction(name, _in_words(first, name, kept), _in_words(second, name, lost)))
    return told


def merge(bank: Bank, keep: str, other: str, *, dry_run: bool = False) -> Merged:
    """Make one article of two: `keep`'s fields win, `other`'s keys go on leading to it and its quotes move to it.

    In one transaction. A quote with a text that is there already is not kept twice. Raises `NotFound` for an unknown
    key, `UsageError` when both are one article.
    """
    with bank.transaction("merge", dry_run=dry_run) as change:
        first, second = (change.find(key) for key in (keep, other))
        if first.id == second.id:
            raise UsageError(f"merge: {keep} and {other} are one article", "name two")
        kept, given = (Article.from_json(change.shape(place)) for place in (first, second))
        whole = joined(kept, given)
        # The keys have to be free before the other article can have them.
        change.remove(ARTICLES, second.id)
        names = dict.fromkeys(name for name in (*kept.ids, given.key, *given.ids))
        stored = change.replace_article(kept.key, replace(whole, ids=tuple(names)))
        moved, dropped = _move_quotes(bank, change, kept, given)
    return Merged(stored, given.key, moved, dropped, contradicted(kept, given))


def _move_quotes(bank: Bank, change: Transaction, kept: Article, given: Article) -> tuple[list[str], list[str]]:
    """Let everything that points to the given article point to the kept one."""
    there = {same_text(quote): quote for quote in bank.quotes_of(kept)}
    moved: list[str] = []
    dropped: list[str] = []
    gone: set[str] = set()
    for quote in bank.quotes_of(given):
        twin = there.get(same_text(quote))
        if twin is None:
            moved.append(quote.id)
            there[same_text(quote)] = quote
            _repoint(change, quote, kept, given)
        else:
            dropped.append(quote.id)
            gone.add(quote.id)
            change.remove(QUOTES, quote.id)
            whole = joined_quotes(twin, quote)
            if whole != twin:
                there[same_text(quote)] = whole
                _repoint(change, whole, kept, given)
    for place in bank.view.quotes_via(*keys_of(given)):
        if place.id not in gone and place.id not in moved:
            twins = (each for each in there.values() if each.id == place.id)
            _repoint(change, next(twins, None) or _quote(change, place.id, bank), kept, given)
    return moved, dropped


def _quote(change: Transaction, record: str, bank: Bank) -> Quote:
    place = bank.view.by_id(QUOTES, record)
    assert place is not None
    return Quote.from_json({"id": record, **change.shape(place)})


def _repoint(change: Transaction, quote: Quote, kept: Article, given: Article) -> None:
    names = {name.casefold() for name in keys_of(given)}
    if quote.article.casefold() in names:
        quote = replace(quote, article=kept.key)
    if quote.via and quote.via.article.casefold() in names:
        quote = replace(quote, via=replace(quote.via, article=kept.key))
    change.replace_quote(quote)


def same_text(quote: Quote) -> tuple[object, ...]:
    """What makes two quotes of an article one: their words and kind, their place, who says it, where it was read."""
    via = quote.via.article.casefold() if quote.via else ""
    return (" ".join(quote.text.split()), quote.kind, quote.locator, quote.speaker, via, quote.language)


def joined_quotes(first: Quote, second: Quote) -> Quote:
    """`first` with its gaps filled from `second`; tags and notes of both, id and times of the first."""
    return replace(
        first,
        locator=first.locator or second.locator,
        speaker=first.speaker or second.speaker,
        via=first.via or second.via,
        language=first.language or second.language,
        translation=first.translation or second.translation,
        tags=tuple(dict.fromkeys((*first.tags, *second.tags))),
        note=_both(first.note, second.note),
        verified=first.verified or (second.verified if first.text == second.text else {}),
        extra=_deep(first.extra, second.extra),
    )


def _fuller(first: PartialDate | None, second: PartialDate | None) -> PartialDate | None:
    """The date that says more where the two agree, else the first."""
    if first is None or second is None:
        return first or second
    narrower = first.earliest() <= second.earliest() and second.latest() <= first.latest()
    return second if narrower and first.text != second.text and len(second.text) > len(first.text) else first


def _with_originals(first: tuple[Name, ...], second: tuple[Name, ...]) -> tuple[Name, ...]:
    """The first names, with the second's in their own script beside them where both are the same persons."""
    from quotebank.actions.digest_names import person, same_person

    if len(first) != len(second):
        return first
    return tuple(
        replace(one, original=other.original)
        if other.original and not one.original and same_person(person(one), person(other))
        else one
        for one, other in zip(first, second, strict=True)
    )


def _same_names(first: Article, second: Article) -> bool:
    return [name.display for name in first.authors] == [name.display for name in second.authors]


def _both(first: str, second: str) -> str:
    """Two notes as one; a note that the other holds is not repeated."""
    if not second or second in first:
        return first
    return second if first in second else f"{first}\n{second}"


def _deep(first: Mapping[str, object], second: Mapping[str, object]) -> dict[str, object]:
    """Unknown fields of both, the first's where both have one; objects are joined field by field."""
    found = dict(first)
    for name, value in second.items():
        mine = found.get(name)
        if name not in found:
            found[name] = value
        elif isinstance(mine, Mapping) and isinstance(value, Mapping):
            found[name] = _deep(mine, value)
    return found


def _in_words(article: Article, name: str, value: object) -> str:
    if name in ("authors", "translator"):
        return "; ".join(each.display for each in getattr(article, name))
    return value if isinstance(value, str) else str(value)
