"""Records as the index sees them: columns of folded words.

Shapes are the documented JSON ones. A field of the wrong type counts as absent: the index finds what it can
and leaves judging a record to the model. *Extras* are the joined forms of hyphen compounds (``jongun`` for
Jong-un); those of a quote's text have a column of their own, those of other fields follow their words
behind a border.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from quotebank.search.folded import FENCE, column, columns
from quotebank.search.schema import BORDER
from quotebank.search.spoken_dates import date_word

Shape = Mapping[str, object]

_DATE_WORDS = 13  # 5 october 2021 ¦ 202110 ¦ 20211005 ¦ md1005 ¦ issue no 10
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip


class ArticleColumns(NamedTuple):
    """What the index keeps of an article; `first` and `last` are its date's bounds as `day_number` gives them."""

    key: bytes
    first: int | None
    last: int | None
    title: str
    authors: str
    outlet: str
    tags: str
    note: str
    date: str


class QuoteColumns(NamedTuple):
    """What the index keeps of a quote; `ref` and `via` are case-folded keys."""

    ref: bytes
    kind: bytes
    via: bytes
    text: str
    extras: str
    tags: str
    speaker: str
    note: str


def article_columns(shape: Shape) -> ArticleColumns:
    """The columns of an article's JSON shape."""
    first, last, date = _date(_text(shape, "date"))
    return ArticleColumns(
        raw(_text(shape, "key")),
        first,
        last,
        column(article_titles(shape)),
        column(author_names(shape.get("authors"))),
        column(article_outlets(shape)),
        column(_texts(shape.get("tags"))),
        column((_text(shape, "note"),)),
        _filled(_with_issue(date, _text(shape, "issue"))),
    )


def quote_columns(shape: Shape) -> QuoteColumns:
    """The columns of a quote's JSON shape."""
    via = shape.get("via")
    text, extras = columns(quote_texts(shape))
    return QuoteColumns(
        name_bytes(_text(shape, "article")),
        raw(_text(shape, "kind").casefold()),
        name_bytes(_text(via, "article") if isinstance(via, Mapping) else ""),
        text,
        extras,
        column(_texts(shape.get("tags"))),
        column((_text(shape, "speaker"),)),
        column((_text(shape, "note"),)),
    )


def article_names(shape: Shape) -> tuple[bytes, tuple[bytes, ...]]:
    """The keys an article answers to: its own, and the ones it had before."""
    key = name_bytes(_text(shape, "key"))
    return key, tuple({name for old in _texts(shape.get("ids")) if (name := name_bytes(old)) != key})


def article_titles(shape: Shape) -> tuple[str, ...]:
    """The titles of an article: as cited, translated, and in its own script."""
    return (_text(shape, "title"), _text(shape, "title_translated"), _text(_original(shape), "title"))


def article_outlets(shape: Shape) -> tuple[str, ...]:
    """The outlet of an article, as cited and in its own script."""
    return (_text(shape, "outlet"), _text(_original(shape), "outlet"))


def quote_texts(shape: Shape) -> tuple[str, ...]:
    """The passages of a quote: its text, and its translation."""
    return (_text(shape, "text"), _text(shape, "translation"))


def author_names(authors: object) -> list[str]:
    """Each author's name in reading order, and in its own script where that is known too."""
    names: list[str] = []
    for author in authors if isinstance(authors, list | tuple) else (authors,):
        if isinstance(author, str):
            names.append(author)
        elif isinstance(author, Mapping):
            parts = ("given", "particle", "family", "suffix", "literal")
            names.append(" ".join(part for name in parts if (part := _text(author, name))))
            names.append(_text(author, "original"))
            # A name written family first is searched for family first, phrase and all.
            if author.get("family_first") is True:
                names.append(f"{_text(author, 'family')} {_text(author, 'given')}")
    return names


def field_texts(article: Shape, quote: Shape) -> dict[str, tuple[str, ...]]:
    """The raw texts behind each column of the index (extras have none of their own), for showing what matched."""
    return {
        "text": quote_texts(quote),
        "title": article_titles(article),
        "authors": tuple(author_names(article.get("authors"))),
        "outlet": article_outlets(article),
        "tags": (*_texts(quote.get("tags")), *_texts(article.get("tags"))),
        "speaker": (_text(quote, "speaker"),),
        "note": (_text(quote, "note"), _text(article, "note")),
        "date": (_with_issue(_date(_text(article, "date"))[2], _text(article, "issue")),),
    }


def day_number(day: tuple[int, int, int]) -> int:
    """A (year, month, day) as one number that sorts as the days do."""
    return day[0] * 10_000 + day[1] * 100 + day[2]


def raw(text: str) -> bytes:
    """Any text as bytes, lone surrogates included; `plain` is the way back."""
    return text.encode("utf-8", "surrogatepass")


def plain(data: bytes) -> str:
    """The text of `raw` bytes."""
    return data.decode("utf-8", "surrogatepass")


def name_bytes(key: str) -> bytes:
    """A citation key as it is compared: without regard to case."""
    return raw(key.strip().casefold())


@lru_cache(maxsize=16384)  # articles share their days, and reading EDTF takes longer than all else of an article
def _date(text: str) -> tuple[int | None, int | None, str]:
    """The bounds of an EDTF date and the words it can be found by.

    For a day: ``5 october 2021``, ``202110``, ``20211005``, ``md1005``; see `spoken_dates.date_word`.
    """
    if not text:
        return None, None, ""
    from quotebank.errors import BadInput
    from quotebank.model.dates import PartialDate

    try:
        date = PartialDate.from_edtf(text)
        bounds = day_number(date.earliest()), day_number(date.latest())
        year, month, day = date.year, date.month, date.day
    except BadInput:
        return None, None, ""
    if year is None or year < 0:
        return *bounds, ""
    spoken = [f"{day}"] if day else []
    spoken += [_MONTHS[month - 1]] if month else []
    words = [" ".join([*spoken, f"{year:04}"])]
    if month:
        words.append(date_word(year, month, None))
        words += [date_word(year, month, day), date_word(None, month, day)] if day else []
    return *bounds, FENCE.join(words)


def _with_issue(date: str, issue: str) -> str:
    """A date's words and those of the issue: a magazine's number is its date."""
    number = column((issue,))
    return FENCE.join(part for part in (date, f"issue no {number}" if number else "") if part)


def _filled(date: str) -> str:
    """A date's words, as many for every date and for none: bm25 prefers short units, not undated ones."""
    return " ".join([*date.split(), *[BORDER] * (_DATE_WORDS - len(date.split()))])


def _original(shape: Shape) -> Shape:
    value = shape.get("original")
    return value if isinstance(value, Mapping) else {}


def _text(shape: Shape, name: str) -> str:
    value = shape.get(name)
    return value if isinstance(value, str) else ""


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list | tuple):
        return tuple(item for item in value if isinstance(item, str))
    return ()
