"""The query language: what a writer typed, as terms that are all wanted.

=====================  ===============================================================================
``hermit kingdom``     these words, anywhere in a quote or its article, however they are spelt
``"hermit kingdom"``   these words together, as they are (straight, curly or angled quotation marks)
``kimjong*``           words that begin so
``author:lankov``      in that field only; see `FIELDS`; ``author:"Andrei Lankov"`` together
``October 5``          that day, as the article's date or in the text; also 2021-10-05, 5.10.2021, October 2021
``after: before:``     2021, 2021-10, 2021-10-05; ends included
``date:``              the same, or ``date:2021-10-01..2021-10-05``
``key: via: kind:``    the article's key, the key it was read in, the kind of quote
``-word -author:x``    not these
``A OR B``             one of the two
=====================  ===============================================================================

Case, accents, apostrophes, hyphens and scripts do not matter. Any text is a query: what has no meaning here is
read as words or passed over. Only a field that does not exist, and a date that is none, are errors.
"""

from collections.abc import Iterator
from typing import NamedTuple

from quotebank.errors import UsageError
from quotebank.search.stop_words import STOP_WORDS
from quotebank.text.folding import fold, tokens

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
MOST_WORDS = 60
"""A query is read up to these; nobody types more, and each word costs look-ups."""

_OPENING = '"“„«‟”'
_CLOSING = '"”“»'


class Atom(NamedTuple):
    """A folded word of the query: `typed` is what stood there, `place` counts the query's words before it."""

    text: str
    typed: str
    place: int

    @property
    def common(self) -> bool:
        """Whether the word is too common to be asked for."""
        return self.text in STOP_WORDS


class Term(NamedTuple):
    """One thing wanted (or not wanted).

    `typed` is how it was written, `field` a name of `FIELDS` or `FILTERS` or ``""`` for anywhere. `how` is ``words``
    (to be found however they are spelt), ``phrase``, ``prefix``, ``date`` or ``filter``. `atoms` are its words.
    A filter has its `value`, a date filter its `bounds` (numbers as of `day_number`; None is open). A date found
    among the words has as `value` its word in the index's column of dates.
    """

    typed: str
    field: str
    how: str
    atoms: tuple[Atom, ...] = ()
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


class Piece(NamedTuple):
    """A stretch of the query between spaces or quotation marks."""

    typed: str
    negated: bool
    field: str
    quoted: bool
    value: str

    @property
    def bare(self) -> bool:
        """Whether it is just words: no sign, field or quotation mark about it."""
        return not (self.negated or self.field or self.quoted)


def parse(text: str) -> Query:
    """The query a text stands for. Raises `UsageError` for an unknown field or a date that is none."""
    groups: list[list[Term]] = []
    excluded: list[Term] = []
    read, either, cut = 0, False, len(text) > MOST_CHARACTERS
    pieces = list(_pieces(text[:MOST_CHARACTERS]))
    number = 0
    while number < len(pieces):
        piece, taken = pieces[number], 1
        if _is_connective(pieces, number):
            either = piece.value == "OR"
            number += 1
            continue
        if read >= MOST_WORDS:
            cut = True
            break
        term, taken = _dated(pieces, number, read)
        if term is None:
            term = _term(piece, read)
        number += taken
        if term is None:
            continue
        cut = cut or len(term.atoms) > MOST_WORDS - read
        term = term._replace(atoms=term.atoms[: MOST_WORDS - read])
        read += len(term.atoms) or 1
        if piece.negated:
            excluded.append(term)
        elif either and groups:
            groups[-1].append(term)
        else:
            groups.append([term])
        either = False
    return Query(text, _unique(groups), tuple(excluded), cut)


def _pieces(text: str) -> Iterator[Piece]:
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
        yield Piece(text[start:at], negated, field, quoted, value)


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


def _is_connective(pieces: list[Piece], number: int) -> bool:
    """Whether a piece is the word AND or OR between two others, not something to look for."""
    piece = pieces[number]
    return piece.bare and piece.value in ("AND", "OR") and 0 < number < len(pieces) - 1


def _dated(pieces: list[Piece], number: int, place: int) -> tuple[Term | None, int]:
    """A date among bare words as a term, and how many pieces it takes; (None, 1) when there is none."""
    from quotebank.search.spoken_dates import LONGEST, may_date, spoken_date

    window: list[str] = []
    for piece in pieces[number : number + LONGEST]:
        if not piece.bare:
            break
        window.append(piece.value)
    if not may_date(window):
        return None, 1
    found = spoken_date(window)
    if found is None:
        return None, 1
    value, size = found
    typed = " ".join(window[:size])
    return Term(typed, "", "date", _atoms(typed, place), value), size


def _term(piece: Piece, place: int) -> Term | None:
    """What a piece asks for; None when nothing in it can be looked for."""
    if piece.field in FILTERS:
        return _filter(piece)
    typed = piece.typed.lstrip("-") if piece.negated else piece.typed
    if piece.quoted:
        how, atoms = "phrase", _folded_atoms(piece.value, place)
    elif piece.value.endswith("*"):
        how, atoms = "prefix", _folded_atoms(piece.value, place)
    else:
        how, atoms = "words", _atoms(piece.value, place)
    return Term(typed, piece.field, how, atoms) if atoms else None


def _folded_atoms(text: str, place: int) -> tuple[Atom, ...]:
    return tuple(Atom(word, word, place + number) for number, word in enumerate(fold(text).split()))


def _atoms(text: str, place: int) -> tuple[Atom, ...]:
    """The words of a piece: CamelCase is parted, scripts without spaces are by syllable."""
    from quotebank.text.variants import camel_parts

    found = list(tokens(text))
    if not (text.islower() or text.isupper()) and len(parts := list(camel_parts(text, found))) > 1:
        whole = {(token.start, token.end) for token in found}
        joined = sum(part.end - part.start for part in parts)
        if len(found) == 1 and joined == sum(end - start for start, end in whole):
            found = parts
    return tuple(Atom(token.text, text[token.start : token.end], place + at) for at, token in enumerate(found))


def _filter(piece: Piece) -> Term | None:
    value = piece.value.strip()
    if not value:
        return None
    bounds = _bounds(piece.field, value) if piece.field in ("after", "before", "date") else (None, None)
    return Term(piece.typed.lstrip("-"), piece.field, "filter", (), value, bounds)


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


def _unique(groups: list[list[Term]]) -> tuple[tuple[Term, ...], ...]:
    """The groups without repetitions."""
    kept: dict[object, tuple[Term, ...]] = {}
    for group in groups:
        same = tuple((term.field, term.how, tuple(a.text for a in term.atoms), term.value) for term in group)
        kept.setdefault(same, tuple(group))
    return tuple(kept.values())
