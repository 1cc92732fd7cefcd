"""Which outlet of a bank a new name probably is a spelling of: Vzgliad for Vzglyad, Guardian for The Guardian.

Certain is what the same letters say, whatever their script, or the same sound of a long name in another romanisation.
Likely is what a reader should confirm: an article dropped, another name in the shipped table, one slip of the pen.
Namesakes (The Nation and Nation, Der Standard and The Standard) are never one by their names alone.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from quotebank.actions.outlet_forms import Parts, is_latin, parts
from quotebank.actions.outlet_shipped import Owners, owners, spellings_of
from quotebank.text.distance import edits

_SURE_SOUND = 6
_LEAST_TYPO = 8
_LEAST_WORD = 5
_END = 3
"""Letters at an end of a name of 8 letters that one slip at the other end leaves alone."""

_EASTERN = frozenset((
    "ribao", "wanbao", "shibao", "zhoubao", "zaobao", "chenbao", "ilbo", "shimbun", "sinmun", "shinmun",
))  # fmt: skip
"""Words of Chinese, Korean and Japanese papers, which differ in one letter by rights: Hebei Ribao, Hubei Ribao."""

_NEAREST = 20
"""Known names that are compared with care when no form is the same."""

_NEAR = 55
"""Per cent of letters in common from which on reading two names in other systems of their script is worth the time."""

_LONGEST = 120
"""Characters of a name that is read in other systems; a longer one is no outlet's."""

_ONE_NAME = ("exact", "spelling", "alias", "sound", "reading")
"""Ways in which `same_name` tells two names as one; looser ones join namesakes."""


class Suggestion(NamedTuple):
    """The outlet that a name probably is: as the bank has it, whether that is certain, and why.

    `why` is ``letters``, ``sound``, ``article``, ``place``, ``ending``, ``name`` (another name, or another reading of
    its script) or ``slip``.
    """

    name: str
    sure: bool
    why: str


class KnownOutlets:
    """The outlets a bank has, ready to be compared with new names; the first of equals counts.

    `shipped` asks the shipped table too: for other names, and against namesakes. Made in linear time.
    """

    def __init__(self, names: Iterable[str], *, shipped: bool = True) -> None:
        self._names = {name: parts(name) for name in dict.fromkeys(map(str.strip, names)) if name}
        self._shipped = shipped
        self._owned: dict[str, Owners] = {}
        self._by_form: dict[str, list[str]] = {}
        for name, known in self._names.items():
            for form in _forms(known):
                self._by_form.setdefault(form, []).append(name)

    def suggest(self, name: str, *, thorough: bool = True) -> Suggestion | None:
        """The outlet that `name` probably is; None if it is there as it stands, or like none.

        `thorough` reads names by their script's other systems (Wade-Giles, Palladius, McCune-Reischauer), which
        takes some 30 ms.
        """
        name = name.strip()
        if not name or name in self._names:
            return None
        return self.likest(name, thorough=thorough)

    def likest(self, name: str, *, thorough: bool) -> Suggestion | None:
        """The same for a name that may be among the known ones; it is never its own likest."""
        given, listed = parts(name), self._owners(name)
        alike = dict.fromkeys(other for form in _forms(given) for other in self._by_form.get(form, ()))
        found = [each for other in alike if other != name and (each := self._by_form_of(given, listed, other))]
        found += self._other_names(name, given, listed)
        found = found or list(self._slips(name, given, listed))
        if thorough and not found:
            found = list(self._readings(name, given, listed))
        return max(found, key=lambda each: (each.sure, -self._differences(given, each.name)), default=None)

    def _differences(self, given: Parts, other: str) -> int:
        return len(_beside(given, self._names[other]) or ())

    def _owners(self, name: str) -> Owners:
        if not self._shipped:
            return Owners(frozenset(), sure=False)
        if name not in self._owned:
            self._owned[name] = owners(name)
        return self._owned[name]

    def _by_form_of(self, given: Parts, listed: Owners, other: str) -> Suggestion | None:
        """What the same letters or the same sound of a known name say."""
        known = self._names[other]
        if given.whole == known.whole:
            return Suggestion(other, len(listed.names) <= 1, "letters")
        differences = _beside(given, known)
        theirs = self._owners(other)
        if differences is None or len(differences) > 1 or _two_outlets(listed, theirs):
            return None
        if differences:
            several = len(listed.names) > 1 or len(theirs.names) > 1
            agreed = differences == ("article",) and listed.sure and listed == theirs
            return None if several else Suggestion(other, agreed, differences[0])
        if given.core == known.core:
            return Suggestion(other, sure=True, why="letters")
        doubled = given.single == known.single
        if doubled and not _EASTERN.isdisjoint(given.words):
            return None
        sure = len(given.core) >= _SURE_SOUND and not doubled
        return Suggestion(other, sure or (listed.sure and listed == theirs), "sound")

    def _other_names(self, name: str, given: Parts, listed: Owners) -> Iterator[Suggestion]:
        """Known outlets that the table has under other names; in another script they are certain."""
        if len(listed.names) != 1 or (is_latin(name) and not listed.sure):
            return
        for form in map(parts, spellings_of(next(iter(listed.names)))):
            for other in self._by_form.get(form.core, ()):
                known = self._names[other]
                if other != name and known.whole == form.whole and _beside(given, known) is not None:
                    yield Suggestion(other, listed.sure and is_latin(name) != is_latin(other), "name")

    def _slips(self, name: str, given: Parts, listed: Owners) -> Iterator[Suggestion]:
        """Known names that are the given one misspelt; a name that the table knows is no slip of the pen."""
        if listed.names or len(given.core) < _LEAST_TYPO:
            return
        lengths = range(len(given.core) - 1, len(given.core) + 2)
        places = [(end, length) for length in lengths for end in _ends(given.core)]
        for other in dict.fromkeys(other for place in places for other in self._by_ends.get(place, ())):
            known = self._names[other]
            if other != name and _beside(given, known) in ((), ("article",)) and _is_slip(given, known):
                yield Suggestion(other, sure=False, why="slip")

    def _readings(self, name: str, given: Parts, listed: Owners) -> Iterator[Suggestion]:
        """Known names that are the given one in another system of their script."""
        if len(name) > _LONGEST:
            return
        from rapidfuzz import fuzz, process

        cores = {each: known.core for each, known in self._names.items() if each != name and len(each) <= _LONGEST}
        near = process.extract(given.core, cores, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=_NEAREST)
        for _, _, other in near:
            known = self._names[other]
            if _beside(given, known) is None:
                continue
            for found in _read(name, other, short=min(len(given.core), len(known.core)) < _SURE_SOUND):
                if not _two_outlets(listed, self._owners(other)):
                    yield found

    @cached_property
    def _by_ends(self) -> dict[tuple[str, int], list[str]]:
        """The known names by their first and by their last letters, and by their length."""
        found: dict[tuple[str, int], list[str]] = {}
        for name, known in self._names.items():
            for end in _ends(known.core):
                found.setdefault((end, len(known.core)), []).append(name)
        return found


def _forms(name: Parts) -> Iterator[str]:
    yield name.core
    if sound := name.sound:
        yield f"°{sound}"


def _ends(core: str) -> tuple[str, str]:
    return (f"{core[:_END]}-", f"-{core[-_END:]}")


def _beside(one: Parts, other: Parts) -> tuple[str, ...] | None:
    """What one of two names has beside its core and the other has not; None for what makes them two outlets'."""
    found = []
    for kind, left, right in (
        ("article", one.article, other.article), ("place", one.place, other.place), ("ending", one.tail, other.tail),
    ):  # fmt: skip
        if left and right and left != right:
            return None
        if left != right:
            found.append(kind)
    return tuple(found)


def _two_outlets(one: Owners, other: Owners) -> bool:
    """Whether the table knows two names as those of different outlets."""
    return bool(one.names and other.names) and one.names.isdisjoint(other.names)


def _is_slip(one: Parts, other: Parts) -> bool:
    """Whether a long name is another with one letter wrong, inside a word."""
    if min(len(one.core), len(other.core)) < _LEAST_TYPO or edits(one.core, other.core) != 1:
        return False
    if len(one.words) != len(other.words) or not _EASTERN.isdisjoint(one.words):
        return False
    left, right = next((pair for pair in zip(one.words, other.words, strict=True) if pair[0] != pair[1]), ("", ""))
    if min(len(left), len(right)) < _LEAST_WORD or not (left.isalpha() and right.isalpha()):
        return False
    swapped = sorted(left) == sorted(right)
    return left[0] == right[0] and (swapped or left[-1] == right[-1])


def _read(name: str, other: str, *, short: bool) -> Iterator[Suggestion]:
    from quotebank.text.names import same_name

    link = same_name(name, other)
    if link and link.how in _ONE_NAME and not (short and link.how in ("sound", "spelling")):
        yield Suggestion(other, link.how == "spelling", "name")
