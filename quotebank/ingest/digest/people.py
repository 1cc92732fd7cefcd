"""Who wrote it: names of people in the row of a block, and short forms of names met before.

Rows, their units and the letters of these are those of `quotebank.ingest.digest.units`.
"""

from collections.abc import Sequence

from quotebank.ingest.digest.tokens import plain
from quotebank.ingest.digest.units import NO_PERSON, Row, Unit

PARTICLES = frozenset((
    "von", "van", "de", "der", "den", "del", "della", "di", "da", "do", "dos", "das", "du", "des", "la", "le", "al",
    "el", "bin", "ibn", "ben", "ter", "ten", "te", "zu", "zur", "zum", "af", "av", "y", "и", "фон", "ван",
))  # fmt: skip
"""Words that stand small within a person's name."""

_LONGEST_NAME = 5
"""How many words a person's name may have."""


def surname(name: str) -> str:
    """The last word of a name, for comparing."""
    words = name.split()
    return plain(words[-1]) if words else ""


def named(row: Row, unit: Unit) -> str:
    """The name that a unit shows, on one line."""
    return " ".join(row.shown(unit).split()).strip(" ,;")


def group_before(row: Row, last: int) -> tuple[int, list[int]]:
    """The list of people that ends with unit `last`: where it begins and its units."""
    first = last
    found = [last]
    while step := _step_before(row, first, len(found)):
        first -= step
        found.insert(0, first)
    return first, found


def _step_before(row: Row, first: int, found: int) -> int:
    """How many units before the first of `found` people the one before stands; 0 when none does."""
    tags = row.tags[:first]
    if tags.endswith("N,c"):
        return 3
    if tags.endswith("Cc") and row.tags[first] in "NC" and could_be_person(row, row.units[first - 2]):
        return 2
    if tags.endswith(("Nc", "N&")) or (tags.endswith("N,") and (found > 1 or row.tags[first] == "N")):
        return 2
    return 0


def group_after(row: Row, first: int) -> tuple[int, list[int]]:
    """The list of people that begins with unit `first`: the unit behind it and its units."""
    last = first
    found = [first]
    while step := _step_after(row.tags, last):
        last += step
        found.append(last)
    return last + 1, found


def _step_after(tags: str, last: int) -> int:
    """How many units behind one person the next stands; 0 when none does."""
    if tags.startswith((",cN", ",cC"), last + 1):
        return 3
    if tags.startswith((",C,c", ",CcN", ",CcC"), last + 1):
        return 2
    listed = tags.startswith(",N", last + 1) and tags[last + 3 : last + 4] not in ("", "v", "s")
    return 2 if listed or tags.startswith(("cN", "&N", "/N", "cC"), last + 1) else 0


def could_be_person(row: Row, unit: Unit) -> bool:
    """Whether a unit is a person or may be: a capitalised phrase of two to five words, none small but particles."""
    if unit.tag != "C" or unit.value == NO_PERSON:
        return unit.tag == "N"
    shown = row.shown(unit)
    words = shown.split()
    if not 1 < len(words) <= _LONGEST_NAME or "&" in shown or any(map(str.isdigit, shown)):
        return False
    return all(not word[0].islower() or _is_particle(word) for word in words)


def _is_particle(word: str) -> bool:
    return word.lower() in PARTICLES or word.startswith(("d'", "d’", "al-", "el-"))


def expanded(name: str, known: Sequence[str]) -> str:
    """The full name that a short form stands for, the latest first: ``Vey`` is ``Ann Vey``; else as it is."""
    words = name.split()
    longer = (full for full in reversed(known) if len(full.split()) > len(words) - _has_initial(name, full) > 0)
    for full in longer:
        if plain(words[-1]) in (surname(full), plain(full.split()[0])) and _fits(words[:-1], full.split()):
            return full
    return name


def _has_initial(name: str, full: str) -> bool:
    """Whether a name begins with an initial and another with a whole word: ``A. Vey``, ``Ann Vey``."""
    return name[1:2] == "." and full[1:2] != "."


def _fits(given: Sequence[str], full: Sequence[str]) -> bool:
    """Whether the words before a surname agree with a full name: none, or its initials, or its given name."""
    return all(any(plain(word).rstrip(".")[:1] == plain(other)[:1] for other in full) for word in given)


def same_person(one: str, other: str) -> bool:
    """Whether two names can be one person's: one surname, and given names or initials that do not differ."""
    if plain(one) == plain(other):
        return True
    first, second = one.split(), other.split()
    if not first or not second or surname(one) != surname(other):
        return False
    alone = len(first) == 1 or len(second) == 1
    return alone or (_fits(first[:-1], second) and _fits(second[:-1], first))
