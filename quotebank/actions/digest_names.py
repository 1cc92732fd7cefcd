"""Outlets and authors of a digest held against those a bank knows, however they are romanised.

Cheaper and stricter than `quotebank.text.names`: only the same letters, or the same sound of a name in another
romanisation, make two names one.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from quotebank.model.names import Name
from quotebank.text.folding import fold
from quotebank.text.sounds import sound_key

_ARTICLE = "the"


def letters(name: str) -> str:
    """An outlet's name as letters and figures in one word, without the article; signs alone stay as they are."""
    words = fold(name).split()
    if words[:1] == [_ARTICLE] and len(words) > 1:
        words = words[1:]
    return "".join(words) or name.strip()


def forms(name: str) -> Iterator[str]:
    """The forms under which two spellings of an outlet meet: its `letters`, then its sound; none for no name."""
    if joined := letters(name):
        yield joined
        if sound := sound_key(joined):
            yield f"°{sound}"


def is_short_form(printed: str, name: str) -> bool:
    """Whether `printed` is only some of the words of `name` (the Times): it may mean another outlet elsewhere."""
    some, every = set(fold(printed).split()) - {_ARTICLE}, set(fold(name).split()) - {_ARTICLE}
    return some < every


class Outlets:
    """Names of outlets by their spellings; what was taken up first counts."""

    def __init__(self) -> None:
        self._named: dict[str, str] = {}

    def take(self, name: str, spellings: Iterable[str] = ()) -> None:
        """Take up an outlet with other spellings of it."""
        for spelling in (name, *spellings):
            for form in forms(spelling):
                self._named.setdefault(form, name)

    def find(self, spelling: str) -> str:
        """The name of the outlet of that spelling, ``""`` for an unknown one."""
        return next((self._named[form] for form in forms(spelling) if form in self._named), "")


class Person(NamedTuple):
    """A name as it is compared: the sounds of the family name and of the given names."""

    family: str
    given: tuple[str, ...]


def person(name: Name) -> Person:
    """A name made comparable; institutions are a family name."""
    if name.literal:
        return Person(_sound("".join(fold(name.literal).split())), ())
    family = "".join(fold(f"{name.particle} {name.family}").split())
    return Person(_sound(family), tuple(_sound(word) for word in fold(name.given).split()))


def sorted_person(listed: str) -> Person:
    """The same for a name as an index lists it (``Lankov, Andrei``)."""
    family, _, given = listed.partition(",")
    return Person(
        _sound("".join(fold(family).split())), tuple(_sound(word) for word in fold(given.partition(",")[0]).split())
    )


def same_person(left: Person, right: Person) -> bool:
    """Whether two names can be one person's: the family names are one, and so are the given ones as far as they go.

    Initials stand for names that begin with them; a name without given names is any of its family.
    """
    if left.family != right.family:
        joined = sorted((left.family, *left.given)), sorted((right.family, *right.given))
        return joined[0] == joined[1] and len(joined[0]) > 1
    if not left.given or not right.given:
        return True
    one, other = left.given[0], right.given[0]
    return one == other or (min(len(one), len(other)) == 1 and one[:1] == other[:1])


def same_people(left: Sequence[Person], right: Sequence[Person]) -> bool:
    """Whether two lists of authors are the same persons, in any order; two unsigned items have the same: none."""
    if len(left) != len(right):
        return False
    rest = list(right)
    for each in left:
        found = next((other for other in rest if same_person(each, other)), None)
        if found is None:
            return False
        rest.remove(found)
    return True


def _sound(word: str) -> str:
    return (sound_key(word) if len(word) > 1 else "") or word
