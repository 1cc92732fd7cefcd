"""The query language: what a writer typed, as terms that are all wanted.

=====================================  ================================================================
``hermit kingdom``                     both words, anywhere in a quote or its article
``"common prosperity"``                these words together (straight, curly or angled quotation marks)
``kimjong*``                           words that begin so
``author:lankov``                      in that field only; see `FIELDS`; ``author:"Andrei Lankov"`` together
``after: before: date:``               2021, 2021-10, 2021-10-05, ``date:2021-10-01..2021-10-05``; ends included
``key: via: kind:``                    the article's key, the key it was read in, the kind of quote
``-word -"a phrase" -author:x``        not these
``A OR B``                             one of the two
=====================================  ================================================================

Case, accents, apostrophes, hyphens and scripts do not matter. Any text is a query: what has no meaning here is
read as words or passed over. Only a field that does not exist, and a date that is none, are errors.
"""

from collections.abc import Iterator
from typing import NamedTuple

from quotebank.errors import UsageError
from quotebank.search.stop_words import STOP_WORDS
from quotebank.text.folding import HYPHENS, LONGEST_JOIN, fold

FIELDS = {
    "author": ("authors",),
    "outlet": ("outlet",),
    "title": ("title",),
    "tag": ("tags",),
    "text": ("text", "extras"),
    "speaker": ("speaker",),
    "note": ("note",),
}
"""Fields of words: their name in a query, and the index's columns behind it."""

FILTERS = ("key", "via", "kind", "after", "before", "date")
"""Fields that are compared as a whole."""

MOST_CHARACTERS = 20_000
MOST_WORDS = 200
"""A query is read up to these; nobody types more, and each word costs a look-up."""

_OPENING = '"“„«‟”'
_CLOSING = '"”“»'


class Term(NamedTuple):
    """One thing wanted (or not wanted).

    `typed` is how it was written, `field` a name of `FIELDS` or `FILTERS` or ``""`` for anywhere, `how` one of
    ``exact``, ``phrase``, ``prefix`` and ``filter``. `forms` are the runs of folded words that satisfy it, any of
    them; `place` counts the query's words before it. A filter has its `value`, a date filter its `bounds`
    (numbers as of `day_number`; None is open).
    """

    typed: str
    field: str
    how: str
    forms: tuple[tuple[str, ...], ...] = ()
    place: int = 0
    value: str = ""
    bounds: tuple[int | None, int | None] = (None, None)


class Query(NamedTuple):
    """All `groups` are wanted, of each group any term, and none of `excluded`.

    `cut` tells that only the beginning of a very long text was read.
    """

    text: str
    groups: tuple[tuple[Term, ...], ...]
    excluded: tuple[Term, ...] = ()
    cut: bool = False


class _Piece(NamedTuple):
    """A stretch of the query between spaces or quotation marks."""

    typed: str
    negated: bool
    field: str
    quoted: bool
    value: str


def parse(text: str) -> Query:
    """The query a text stands for. Raises `UsageError` for an unknown field or a date that is none."""
    groups: list[list[Term]] = []
    excluded: list[Term] = []
    read, either, cut = 0, False, len(text) > MOST_CHARACTERS
    pieces = list(_pieces(text[:MOST_CHARACTERS]))
    for number, piece in enumerate(pieces):
        if _is_connective(pieces, number):
            either = piece.value == "OR"
            continue
        if read >= MOST_WORDS:
            cut = True
            break
        term = _term(piece, read)
        if term is None:
            continue
        cut = cut or _length(term) > MOST_WORDS - read
        term = term._replace(forms=tuple(form[: MOST_WORDS - read] for form in term.forms))
        read += _length(term)
        if piece.negated:
            excluded.append(term)
        elif either and groups:
            groups[-1].append(term)
        else:
            groups.append([term])
        either = False
    return Query(text, _wanted(groups), tuple(excluded), cut)


def _length(term: Term) -> int:
    """How many words of the query a term takes up."""
    return len(term.forms[0]) if term.forms else 1


def _pieces(text: str) -> Iterator[_Piece]:
    at = 0
    while True:
        while at < len(text) and text[at].isspace():
            at += 1
        if at >= len(text):
            return
        start = at
        negated = text[at] == "-" and at + 1 < len(text) and not (text[at + 1].isspace() or text[at + 1] == "-")
        at += negated
        field, at = _field(text, at)
        quoted, value, at = _value(text, at)
        yield _Piece(text[start:at], negated, field, quoted, value)


def _field(text: str, at: int) -> tuple[str, int]:
    """A field name that stands at `at`, and where its value begins; ``""`` for none. Raises `UsageError`."""
    end = at
    while end < len(text) and text[end].isascii() and text[end].isalpha():
        end += 1
    if end == at or text[end : end + 1] != ":":
        return "", at
    name, after = text[at:end].lower(), end + 1
    if name in FIELDS or name in FILTERS:
        while after < len(text) and text[after].isspace():
            after += 1
        return (name, after) if after < len(text) else ("", at)
    # "Korea: a survey" and "https://..." are words, "autor:Lankov" is a slip.
    if not text[after : after + 1].strip() or text.startswith("//", after):
        return "", at
    known = ", ".join((*FIELDS, *FILTERS))
    raise UsageError(
        f"query: there is no field {name!r}", f"fields are {known}; put words with a colon between quotation marks"
    )


def _value(text: str, at: int) -> tuple[bool, str, int]:
    """Whether what stands at `at` is quoted, what it says, and where it ends."""
    if at < len(text) and text[at] in _OPENING:
        end = min((found for sign in _CLOSING if (found := text.find(sign, at + 1)) >= 0), default=-1)
        if end >= 0:
            return True, text[at + 1 : end], end + 1
    end = at
    while end < len(text) and not text[end].isspace():
        end += 1
    return False, text[at:end], end


def _is_connective(pieces: list[_Piece], number: int) -> bool:
    """Whether a piece is the word AND or OR between two others, not something to look for."""
    piece = pieces[number]
    plain = not (piece.quoted or piece.negated or piece.field) and piece.value in ("AND", "OR")
    return plain and 0 < number < len(pieces) - 1


def _term(piece: _Piece, place: int) -> Term | None:
    """What a piece asks for; None when nothing in it can be looked for."""
    if piece.field in FILTERS:
        return _filter(piece, place)
    words = tuple(fold(piece.value).split())
    if not words:
        return None
    how = "phrase" if piece.quoted else "exact"
    forms: tuple[tuple[str, ...], ...] = (words,)
    if not piece.quoted:
        if piece.value.endswith("*"):
            how = "prefix"
        # Jong-un is also found where it is written Jongun, and 2021-10-05 in the column of dates.
        if 1 < len(words) <= LONGEST_JOIN and any(sign in piece.value for sign in HYPHENS):
            forms = (words, ("".join(words),))
    return Term(piece.typed.lstrip("-"), piece.field, how, forms, place)


def _filter(piece: _Piece, place: int) -> Term | None:
    value = piece.value.strip()
    if not value:
        return None
    bounds = _bounds(piece.field, value) if piece.field in ("after", "before", "date") else (None, None)
    return Term(piece.typed.lstrip("-"), piece.field, "filter", (), place, value, bounds)


def _bounds(field: str, value: str) -> tuple[int | None, int | None]:
    """The first and the last day a date filter lets through, as numbers."""
    start, dots, end = value.partition("..")
    if field != "date" or not dots or "/" in value:
        start = end = value
    low = _day(start, last=False) if start and field != "before" else None
    high = _day(end, last=True) if end and field != "after" else None
    return low, high


def _day(text: str, last: bool) -> int:
    from quotebank.errors import BadInput
    from quotebank.model.dates import PartialDate
    from quotebank.search.units import day_number

    date: PartialDate | None
    try:
        date = PartialDate.from_edtf(text)
    except BadInput:
        try:
            date = PartialDate.parse(text)
        except BadInput:
            date = None
    if date is None:
        raise UsageError(
            f"query: {text[:40]!r} is no date", "write 2021, 2021-10, 2021-10-05 or 2021-10-01..2021-10-05"
        )
    return day_number(date.latest() if last else date.earliest())


def _wanted(groups: list[list[Term]]) -> tuple[tuple[Term, ...], ...]:
    """The groups without repetitions, and without common words where there is anything else."""
    unique: dict[object, tuple[Term, ...]] = {}
    for group in groups:
        unique.setdefault(tuple((term.field, term.how, term.forms, term.value) for term in group), tuple(group))
    content = tuple(group for group in unique.values() if not _is_common(group))
    return content or tuple(unique.values())


def _is_common(group: tuple[Term, ...]) -> bool:
    term = group[0]
    bare = len(group) == 1 and not term.field and term.how == "exact"
    return bare and len(term.forms[0]) == 1 and term.forms[0][0] in STOP_WORDS
