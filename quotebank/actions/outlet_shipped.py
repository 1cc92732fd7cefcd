"""The shipped table of outlets, asked whose a name is; only as much of it is folded as a question needs."""

from functools import cache
from typing import NamedTuple

from quotebank.actions.outlet_forms import LEAST_SOUND
from quotebank.text.folding import base, fold
from quotebank.text.sounds import sound_key

_CLASSES = ("aeiouyj", "kchtszqx", "vwfp")
"""Letters that stand for one another at the beginning of names, as systems of romanisation differ."""


class Owners(NamedTuple):
    """Outlets of the table that a name is of; `sure` when it is no ordinary word and no name of several."""

    names: frozenset[str]
    sure: bool


_NOBODY = Owners(frozenset(), sure=False)


class _Names(NamedTuple):
    """Owners of the table's names that begin with letters of one class.

    By the whole name, by what stands after an article, and by the sound of the whole.
    """

    whole: dict[str, Owners]
    bare: dict[str, Owners]
    sounds: dict[str, Owners]


def owners(name: str) -> Owners:
    """The outlets of the table with that name: by its letters, its article there or not, else by its sound.

    Der Standard is not The Standard: with two articles they have to be the same.
    """
    given = _forms(name)
    some = _names(_initial(given.bare or given.whole))
    other = some.whole.get(given.bare) if given.bare else some.bare.get(given.whole)
    if found := some.whole.get(given.whole) or other:
        return found
    sound = sound_key(given.whole) if len(given.whole) >= LEAST_SOUND else ""
    return some.sounds.get(sound, _NOBODY)


def spellings_of(name: str) -> tuple[str, ...]:
    """All names of an outlet of the table that are its alone, its own first."""
    return tuple(_spellings().get(name, ()))


@cache
def _spellings() -> dict[str, dict[str, None]]:
    from quotebank.ingest.outlet_table import spellings

    found: dict[str, dict[str, None]] = {}
    for name, filed, _, wary in spellings():
        if not wary:
            found.setdefault(filed, {})[name] = None
    return found


class _Forms(NamedTuple):
    """A name in one folded word; `bare` is the same without its article, ``""`` if it has none."""

    whole: str
    bare: str


def _forms(name: str) -> _Forms:
    from quotebank.ingest.outlet_table import ARTICLES

    first, _, rest = name.partition(" ")
    whole = fold(name).replace(" ", "") or name.strip()
    return _Forms(whole, fold(rest).replace(" ", "") if rest and first in ARTICLES else "")


def _initial(text: str) -> str:
    """The class of letters that a folded text begins with."""
    first = text[:1]
    return next((letters for letters in _CLASSES if first and first in letters), first)


@cache
def _heads() -> dict[str, list[tuple[str, str, bool]]]:
    """The names of the table by the class of their first letter, articles passed over."""
    from quotebank.ingest.outlet_table import spellings

    classes: dict[str, str] = {}
    found: dict[str, list[tuple[str, str, bool]]] = {}
    for name, filed, head, wary in spellings():
        first = head[:1]
        if first not in classes:
            classes[first] = _initial(base(first))
        key = classes[first] or _initial(fold(name) or name)
        found.setdefault(key, []).append((name, filed, wary))
    return found


@cache
def _names(initial: str) -> _Names:
    found = _Names({}, {}, {})
    for name, filed, wary in _heads().get(initial, ()):
        given = _forms(name)
        sound = sound_key(given.whole) if len(given.whole) >= LEAST_SOUND else ""
        for table, form in zip(found, (given.whole, given.bare, sound), strict=True):
            if form:
                known = table.get(form, Owners(frozenset(), sure=True))
                table[form] = Owners(known.names | {filed}, known.sure and not wary)
    return found
