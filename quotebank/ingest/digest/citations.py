"""What a citation says: ``[Jane Doe, Politico]``, ``Title | Outlet``, ``Doe, J. 'Title', Outlet, 4 May``.

One reader serves brackets, labels and lines: it parts a stretch of units at its separators, tells what each part is
(`quotebank.ingest.digest.citation_parts`), and picks the outlet among what is left.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from quotebank.ingest.digest.citation_parts import Part, part_text, parts_of
from quotebank.ingest.digest.dating import Printed
from quotebank.ingest.digest.patterns import compiled
from quotebank.ingest.digest.people import could_be_person, named
from quotebank.ingest.digest.units import Row

_ASIDES = ("via ", "also ", "auch ", "aussi ", "см. ")
"""Words with which a citation goes on to another source than its own."""

_DATED = ("date", "issue", "name", "url")
_DATED_PERSON = r"(?=.*D)[DNeiwo]*N[eiwo]*"
_FEW_WORDS = r"[wkxreio]{1,2}"
_WITH_SMALL_WORDS = r"[OTC][eow]+$"
_PARTICLE = (
    r"\b(?:van|von|de|der|bin|ben|al|el|di|da|O['’]|Mc|Mac|Ní|Ó|fitz)\b"
    r"|\b(?:O['’]|Mc)[^\W\d_]"
)
_IN = r"(?:^|[\s,.(–-])(?:[Ii]n|в):?\s*$"
_LONGEST_IN = 12
"""How far before a part its "in" may begin."""

_WEIGHTS = {"O": 100, "U": 60, "T": 45, "Y": 40, "K": 40, "C": 20, "Q": 15, "L": 5, "N": 0, "P": -20}
"""How likely a part is the outlet, by the letter of its main unit."""


@dataclass(slots=True)
class Citation:
    """What a citation says, and how much else it holds.

    `first` and `last` bound its units in the row, `outlet` is that of its outlet (None when no part may be one) and
    `printed` the outlet's name where that is more than the unit shows. `words` counts the running words among its
    parts, `piped` tells of a bar between them, `placed` of a town or country beside the outlet.
    """

    outlet: int | None = None
    authors: list[str] = field(default_factory=list)
    date: Printed | None = None
    issue: str = ""
    has_title: bool = False
    words: int = 0
    piped: bool = False
    first: int = 0
    last: int = 0
    printed: str = ""
    placed: bool = False

    @property
    def typed(self) -> int:
        """How many kinds of parts beside the outlet it has."""
        return bool(self.authors) + bool(self.date) + bool(self.issue) + self.has_title


def read_citation(row: Row, first: int, last: int) -> Citation:
    """What the units from `first` up to `last` cite; with no outlet when no part may be one."""
    found = Citation(first=first, last=last)
    parts = parts_of(row, first, last)
    found.piped = any(part.separator == "|" for part in parts)
    own = [part for number, part in enumerate(parts) if not (number and _is_aside(row, part))]
    names: list[Part] = []
    for part in own:
        if part.kind == "place" or (names and _is_town(row, part)):
            found.placed = True
        else:
            _take(row, part, found, names)
    if any(part.separator == "//" for part in own):
        found.authors = _heads(row, own) or found.authors
    year = next((int(row.shown(row.units[part.first])) for part in own if part.kind == "year"), 0)
    if year and found.date is None:
        found.date = Printed(str(year), year)
    elif year and found.date and found.date.month and not found.date.year:
        found.date = replace(found.date, year=year)
    _choose(row, found, names, parts)
    return found


def _heads(row: Row, parts: Sequence[Part]) -> list[str]:
    """The people with whom a citation by GOST R 7.0.100 begins, before its title: ``Doe J. Title // Outlet``."""
    people = []
    for part in parts:
        if row.tags[part.first] != "N" or part.separator not in ("", ","):
            break
        people.append(named(row, row.units[part.first]))
        if part.last > part.first + 1:
            break
    return people


def _is_aside(row: Row, part: Part) -> bool:
    start = row.units[part.first].start
    return row.text[start : start + max(map(len, _ASIDES))].lower().startswith(_ASIDES)


def _is_town(row: Row, part: Part) -> bool:
    """Whether a part is a capitalised phrase in brackets, as the town of a paper is."""
    return part.separator == "(" and part.kind == "name" and row.tags[part.first : part.last] == "C"


def _take(row: Row, part: Part, found: Citation, names: list[Part]) -> None:
    """Enter what a part says; one that may be the outlet goes to `names`."""
    if part.kind in _DATED:
        found.date = found.date or _date(row, part)
    match part.kind:
        case "issue":
            found.issue = found.issue or _issue(row, part)
        case "person" | "reversed":
            found.authors += _people(row, part)
        case "authored":
            middle = next(n for n in range(part.first, part.last) if row.tags[n] in "ij")
            found.authors += _people(row, part._replace(last=middle))
            names.append(Part("name", middle, part.last, part.separator))
        case "title":
            found.has_title = True
        case "name" | "url":
            names.append(part)
        case "text":
            _take_text(row, part, found)


def _take_text(row: Row, part: Part, found: Citation) -> None:
    """Enter running text: a person with a date, or mere words, which speak against a citation."""
    tags = row.tags[part.first : part.last]
    if compiled(_DATED_PERSON).fullmatch(tags):
        found.date = found.date or _date(row, part)
        found.authors += [named(row, row.units[n]) for n in range(part.first, part.last) if row.tags[n] == "N"]
    elif not compiled(_FEW_WORDS).fullmatch(tags):
        found.words += tags.count("w") + 1


def _date(row: Row, part: Part) -> Printed | None:
    values = (row.units[n].value for n in range(part.first, part.last) if row.tags[n] == "D")
    return next((value for value in values if isinstance(value, Printed)), None)


def _issue(row: Row, part: Part) -> str:
    return next(str(row.units[n].value) for n in range(part.first, part.last) if row.tags[n] == "I")


def _people(row: Row, part: Part) -> list[str]:
    if part.kind == "reversed":
        family, given = named(row, row.units[part.first]), named(row, row.units[part.last - 1])
        return [f"{given} {family}"]
    return [named(row, row.units[n]) for n in range(part.first, part.last) if row.tags[n] in "NC"]


def _choose(row: Row, found: Citation, names: list[Part], parts: Sequence[Part]) -> None:
    """Pick the outlet among the parts that may be one; what is left may be an author or a title."""
    if not names and found.placed and parts[0].kind == "person" and parts[0].last == parts[0].first + 1:
        names, found.authors = [parts[0]._replace(separator="")], []
    if not names:
        return
    best = max(names, key=lambda part: _outletness(row, part, [*parts, part], found))
    found.outlet = _core(row, best)
    found.printed = _printed(row, best, found.outlet)
    for part in names:
        if part is best:
            continue
        unit = row.units[_core(row, part)]
        if unit.tag in "CN" and not found.authors and could_be_person(row, unit):
            found.authors.append(named(row, unit))
        elif unit.tag in "QY":
            found.has_title = True


def _core(row: Row, part: Part) -> int:
    """The unit of a part that names something, else its first."""
    return next((n for n in range(part.first, part.last) if row.tags[n] in "OYKTQCUPLN"), part.first)


def _printed(row: Row, part: Part, outlet: int) -> str:
    """The outlet's name where it reaches beyond its main unit; else ``""``."""
    tags = row.tags[part.first : part.last]
    start = None
    if part.separator == "//":
        start = part.first
    elif tags.endswith("D"):
        start = None
    elif tags.endswith(("CSC", "OSC")):
        start = part.last - 3
    elif tags[0] != "w" and compiled(_WITH_SMALL_WORDS).search(tags):
        start = next(n for n in range(part.first, part.last) if row.tags[n] in "OTC")
    elif "C" in tags and "O" not in tags.rstrip("C") and tags.strip("eiDSwk") != row.tags[outlet]:
        start = min(outlet, next(n for n in range(part.first, part.last) if row.tags[n] not in "eiDS"))
    return "" if start is None else " ".join(part_text(row, start, part.last).split())


def _outletness(row: Row, part: Part, parts: Sequence[Part], found: Citation) -> int:
    """How likely a part is the outlet: a known name, a styled one, one that is no person's, one beside a date."""
    place = parts.index(part)
    return (
        _weight(row, part, bool(found.authors))
        + _weight_of_place(row, part, parts, bool(found.authors))
        + place * (4 if found.authors else 1)
    )


def _weight(row: Row, part: Part, authored: bool) -> int:
    """What a part's own units weigh for an outlet; less if they may be the author's name that is still wanting."""
    unit = row.units[_core(row, part)]
    score = _WEIGHTS.get(unit.tag, 0)
    if unit.tag in "UL" and unit.value:
        score += 45
    words = len(row.shown(unit).split())
    if unit.tag == "C" and not authored and 2 <= words <= 4:  # noqa: PLR2004 -- as long as a person's name
        score -= 12 * (words < 4)  # noqa: PLR2004
        score -= 14 * bool(compiled(_PARTICLE).search(row.shown(unit)))
    return score


def _weight_of_place(row: Row, part: Part, parts: Sequence[Part], authored: bool) -> int:
    """What a part's neighbours weigh for an outlet: a date or place beside it, "in" before it, its place in the row."""
    place = parts.index(part)
    score = 80 * (part.separator == "//")
    if place == 0 and len(parts) > 1:
        following = parts[1]
        score += 10 * (following.separator == "/")
        single = " " not in row.shown(row.units[_core(row, part)])
        short = single and " " not in part_text(row, following.first, following.last)
        score += 16 * (not authored and len(parts) > 2 and short)  # noqa: PLR2004 -- it, its like and one more
    before = parts[place - 1].kind if place else ""
    behind = parts[place + 1].kind if place + 1 < len(parts) else ""
    dated = ("date", "issue", "pages", "year")
    score += 14 * (behind in dated) + 7 * (before in dated) + 20 * (behind == "place")
    score += 5 * bool({before, behind} & {"person", "reversed"})
    return score + 30 * (row.tags[part.first] == "i" or _is_behind_in(row, part))


def _is_behind_in(row: Row, part: Part) -> bool:
    start = row.units[part.first].start
    return compiled(_IN).search(row.text, max(0, start - _LONGEST_IN), start) is not None
