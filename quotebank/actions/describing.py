"""Turning what a writer typed into the fields of an article."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from quotebank.errors import BadInput, UsageError
from quotebank.model.articles import TYPES, Article
from quotebank.model.dates import PartialDate
from quotebank.model.name_reading import read_name
from quotebank.model.names import Name

Typed = Mapping[str, str | Sequence[str] | None]
"""Field names to typed texts; None leaves a field as it is, an empty text clears it."""

_PLAIN = (
    "key", "title", "volume", "pages", "section", "url", "archive_url", "language", "publisher", "title_translated",
    "note",
)  # fmt: skip
_ORIGINAL = {"original_title": "title", "original_outlet": "outlet", "original_script": "script"}
_SHORT = {
    "newspaper": "article-newspaper",
    "magazine": "article-magazine",
    "journal": "article-journal",
    "blog": "post-weblog",
    "web": "webpage",
}


def describe(
    article: Article, typed: Typed, today: datetime.date, outlet_named: Callable[[str], str] = lambda name: name
) -> Article:
    """`article` with the typed fields put in.

    Authors and translators are read as names, dates as people type them (`PartialDate.parse`, with `today`
    for what lacks a year), an issue without its "No.", a type also by its short name; `outlet_named` gives
    an outlet the spelling the bank knows. Raises `BadInput`, `UsageError` with the field's name.
    """
    given = {name: value for name, value in typed.items() if value is not None}
    changes: dict[str, object] = {name: _one(value) for name, value in given.items() if name in _PLAIN}
    original = {_ORIGINAL[name]: _one(value) for name, value in given.items() if name in _ORIGINAL}
    if original:
        changes["original"] = replace(article.original, **original)  # type: ignore[arg-type]
    for name in ("authors", "translator"):
        if name in given:
            changes[name] = _names(given[name])
    for name in ("date", "accessed", "archive_date"):
        if name in given:
            changes[name] = _date(name, _one(given[name]), today)
    if "type" in given:
        changes["type"] = csl_type(_one(given["type"]))
    if "issue" in given:
        changes["issue"] = bare_issue(_one(given["issue"]))
    if "outlet" in given:
        changes["outlet"] = outlet_named(_one(given["outlet"]).strip())
    if "tags" in given:
        changes["tags"] = tuple(dict.fromkeys(tag.strip() for tag in _many(given["tags"]) if tag.strip()))
    return replace(article, **changes)  # type: ignore[arg-type]


def csl_type(name: str) -> str:
    """The CSL type for a typed name, short names such as ``newspaper`` too; raises `UsageError`."""
    full = _SHORT.get(name.lower(), name.lower())
    if full not in TYPES:
        raise UsageError(f"type: {name} is not a CSL type", "use one of " + ", ".join(TYPES[:11]) + ", ...")
    return full


def bare_issue(text: str) -> str:
    """An issue's number without the word before it: ``No. 10``, ``n° 10``, ``№ 10``, ``Nr. 10`` are all ``10``."""
    word = text.strip()
    low = word.lower()
    for mark in ("number", "issue", "nos", "no", "nr", "num", "n°", "nº", "№", "#", "n."):
        rest = word[len(mark) :].lstrip(" .\u00a0")
        if low.startswith(mark) and rest[:1].isdigit():
            return rest
    return word


def _date(field: str, text: str, today: datetime.date) -> PartialDate | None:
    try:
        return PartialDate.parse(text, today)
    except BadInput as problem:
        raise BadInput(f"{field}: {problem.message}", problem.hint) from problem


def _names(value: str | Sequence[str]) -> tuple[Name, ...]:
    return tuple(read_name(text) for text in _many(value) if text.strip())


def _one(value: str | Sequence[str]) -> str:
    return value if isinstance(value, str) else " ".join(value)


def _many(value: str | Sequence[str]) -> Sequence[str]:
    return (value,) if isinstance(value, str) else value
