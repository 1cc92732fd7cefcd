"""A citation taken apart at its separators: what each of its parts is, a date, a person, a title or a name.

What a part is shows in the letters of its units (`quotebank.ingest.digest.units`); `_LAYOUTS` lists them.
"""

from typing import NamedTuple

from quotebank.ingest.digest.patterns import compiled
from quotebank.ingest.digest.people import could_be_person
from quotebank.ingest.digest.units import Row

_SEPARATORS = ",|/-;:.@"
_PAGES = r"(?i)\b(?:pp?|s|c|с|стр|seiten?|pages?)\.?$"
_INITIALS = r"(?:[^\W\d_]\.[\s-]?){1,3}"
_FRENCH = r"\b(?:d[eu']|des|du|de la|l')\b|^(?:L[ea']|Les)\b"

_LONGEST_QUOTED_NAME, _LONGEST_FRENCH_NAME, _LONGEST_FAMILY_NAME = 28, 6, 3
"""How long a name in quotation marks may be in characters, one with small French words and a family name in words."""

_PERSON = r"[rwteoijx]{0,4}N(?:[c&][NC])*(?:wo?w?)?"
_UNKNOWN_PEOPLE = r"C(?:,?cC)+"
_AUTHORED = r"[NC](?:,?c[NC])*[ij]e?[OYTKQC]"
_DATES = (
    ("date", r"[Dweoin]*D[Dweoin]*"),
    ("issue", r"[IDwein]*I[IDwein]*"),
)
_LAYOUTS = (
    ("name", r"[OTYK]i[COT]|[OYTKQC]D"),
    ("name", r"[ei]?DS[ew]?[OYKTQC]k?|[CO]SC|[CK][wmr]C?|Cc[wC]|[ei]*C(?:[&c]C|o?e?C)"),
    ("place", r"e?P"),
    ("url", r"[UL]"),
    ("name", r"[ieow]{0,2}k?e?[OYKTQC](?:[c&][CT])?k?|[we]*[OYKTQCU][we]*"),
)
"""What a part is by the letters of all its units, the first that fits."""


class Part(NamedTuple):
    """A part of a citation: its units (from `first` up to `last`), what it is, and the separator before it.

    `kind` is ``date``, ``year``, ``issue``, ``pages``, ``number``, ``person``, ``reversed`` (a family name, then a
    given name), ``authored`` (a person in an outlet), ``title``, ``name`` (a phrase that may be an outlet), ``place``,
    ``url`` or ``text``.
    """

    kind: str
    first: int
    last: int
    separator: str


def parts_of(row: Row, first: int, last: int) -> list[Part]:
    """The parts of the units from `first` up to `last`."""
    parts: list[Part] = []
    start, separator, quoted = first, "", False
    for place in range(first, last + 1):
        tag = row.tags[place] if place < last else "."
        quoted ^= tag == '"'
        if not (place == last or (tag in _SEPARATORS and not quoted) or tag in "()[]"):
            continue
        if place > start:
            parts.append(_part(row, start, place, separator))
        separator = tag
        start = place + 1
    return _joined_names(row, parts)


def part_text(row: Row, first: int, last: int) -> str:
    """The text of the units from `first` up to `last`, as it stands."""
    return row.text[row.units[first].start : row.units[last - 1].end]


def _part(row: Row, first: int, last: int, separator: str) -> Part:
    kind = _kind(row, first, last)
    if first > 1 and row.tags[first - 2 : first] == "//":
        return Part("name" if kind == "text" else kind, first, last, "//")
    return Part(kind, first, last, separator)


def _kind(row: Row, first: int, last: int) -> str:
    """What the units from `first` up to `last` are as a part of a citation."""
    tags = row.tags[first:last]
    return (
        _title(row, first, tags)
        or _laid_out(tags, _DATES)
        or _figures(row, first, last)
        or _people(row, first, last)
        or _french_name(row, first, last)
        or _laid_out(tags, _LAYOUTS)
        or "text"
    )


def _laid_out(tags: str, layouts: tuple[tuple[str, str], ...]) -> str:
    return next((kind for kind, pattern in layouts if compiled(pattern).fullmatch(tags)), "")


def _title(row: Row, first: int, tags: str) -> str:
    return "title" if '"' in tags or (tags == "Q" and len(row.shown(row.units[first])) > _LONGEST_QUOTED_NAME) else ""


def _figures(row: Row, first: int, last: int) -> str:
    """Whether a part is a year, pages or another number."""
    tags = row.tags[first:last]
    if tags == "n" and compiled(r"(?:1[5-9]|20)\d\d").fullmatch(row.shown(row.units[first])):
        return "year"
    if tags not in ("wn", "wn-n", "n-n", "n", "nw", "wnw", "on", "gn", "pn"):
        return ""
    before = row.text[row.units[first].start : row.units[last - 1].start].strip()
    return "pages" if compiled(_PAGES).search(before) else "number"


def _people(row: Row, first: int, last: int) -> str:
    """Whether a part names people, alone or with the outlet that they wrote in."""
    tags = row.tags[first:last]
    if compiled(_PERSON).fullmatch(tags):
        return "person"
    people = [row.units[n] for n in range(first, last) if row.tags[n] in "NC"]
    if compiled(_AUTHORED).fullmatch(tags):
        writers = people[:-1] if tags[-1] == "C" else people
        if all(could_be_person(row, unit) for unit in writers):
            return "authored"
    unknown = compiled(_UNKNOWN_PEOPLE).fullmatch(tags) and all(could_be_person(row, unit) for unit in people)
    return "person" if unknown else ""


def _french_name(row: Row, first: int, last: int) -> str:
    """Whether a part is a name with small words as French papers have them: ``La Gazette des marais salants``."""
    if not compiled(r"i?[OTC][eow]{1,4}").fullmatch(row.tags[first:last]):
        return ""
    text = part_text(row, first, last).replace("’", "'")
    is_name = len(text.split()) <= _LONGEST_FRENCH_NAME and compiled(_FRENCH).search(text)
    return "name" if is_name else ""


def _joined_names(row: Row, parts: list[Part]) -> list[Part]:
    """Family name and given name or initials, parted by a comma or a bracket, as one person: ``Doe, J.``."""
    joined: list[Part] = []
    for part in parts:
        before = joined[-1] if joined else None
        if before and part.separator in (",", "(") and _is_reversed(row, before, part, parts):
            joined[-1] = Part("reversed", before.first, part.last, before.separator)
        else:
            joined.append(part)
    return joined


def _is_reversed(row: Row, family: Part, given: Part, parts: list[Part]) -> bool:
    """Whether a part is the given name, or the initials, of the family name that is the part before it."""
    if family.kind != "name" or row.tags[family.first : family.last] != "C" or given.kind not in ("name", "person"):
        return False
    surname, forename = row.shown(row.units[family.first]), part_text(row, given.first, given.last)
    if compiled(_INITIALS).fullmatch(f"{forename.removesuffix('.')}."):
        return len(surname.split()) <= _LONGEST_FAMILY_NAME
    opens = family.first == parts[0].first and " " not in surname and len(forename.split()) == 1
    if not opens:
        return False
    bracketed = given.separator == "(" and len(parts) > 2  # noqa: PLR2004 -- the name's two and one more
    goes_on = len(parts) > 3 and any(later.kind in ("title", "text", "name") for later in parts[2:4])  # noqa: PLR2004
    return bracketed or goes_on
