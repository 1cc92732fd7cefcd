"""Whether two names can be one, and why.

Vzgliad and Взгляд, Hsi Chin-p’ing and Xi Jinping, A. Lankov and Андрей Ланьков are. Only spelling systems, other
names and shortening count. Misspelt names are not one name: whoever allows for slips does so himself.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, product
from typing import NamedTuple

from quotebank.text.distance import likeness
from quotebank.text.folding import fold, tokens
from quotebank.text.scholarly import as_ukrainian
from quotebank.text.scripts import is_cyrillic, is_hangul
from quotebank.text.sounds import romanisation_key, sound_key
from quotebank.text.variants import spellings
from quotebank.text.western import western_readings

_SAME, _SPELLING, _SOUND, _READING, _ALIAS = 1.0, 0.97, 0.94, 0.93, 0.985
_INITIALS, _PART = 0.85, 0.80
_LEAST_LIKENESS = 0.45
_LEAST_KEY = 3
_READINGS = 24
_LONGEST = 12
"""Words of a name that are compared one by one: longer ones are compared as a whole."""


class SameName(NamedTuple):
    """Why two names can be one, and how sure that is, 0 to 1.

    `how` is the weakest link: ``exact``, ``spelling`` (another transliteration of the same letters), ``sound``,
    ``reading`` (Wade-Giles and others), ``romanised``, ``alias``, ``initials`` or ``part`` (one lacks words of the
    other, a given name say).
    """

    how: str
    similarity: float


class _Word(NamedTuple):
    """A word of a name: its folded form, other spellings of it, and readings in other systems."""

    base: str
    spellings: frozenset[str]
    readings: frozenset[str]


def same_name(left: str, right: str) -> SameName | None:
    """Why `left` and `right` can name one person, place or outlet; None if they cannot.

    The order of words, case, marks, hyphens and spaces do not matter. Two names of the shipped table are one only if
    that says so: who is known under a name is not somebody else misspelt.
    """
    first, second = _words(left), _words(right)
    if not first or not second:
        return None
    if "".join(word.base for word in first) == "".join(word.base for word in second):
        return SameName("exact", _SAME)
    groups = _groups(left), _groups(right)
    if groups[0] & groups[1]:
        return SameName("alias", _ALIAS)
    found = [_whole(first, second, left, right)]
    if len(first) <= _LONGEST and len(second) <= _LONGEST:
        found.append(_word_by_word(first, second))
    known = [each for each in found if each and not (_refused(each, groups))]
    return max(known, key=lambda each: each.similarity) if known else None


def _refused(link: SameName, groups: tuple[frozenset[int], frozenset[int]]) -> bool:
    """Whether the table of names speaks against a link: both are known as others, or one is and the link is loose."""
    if groups[0] and groups[1]:
        return link.how not in ("exact", "spelling", "part")
    return bool(groups[0] or groups[1]) and link.how == "romanised"


def _words(name: str) -> list[_Word]:
    return [_word(name[token.start : token.end], token.text) for token in tokens(name)]


def _word(typed: str, form: str) -> _Word:
    from quotebank.text.korean import press_syllables

    readings = set(western_readings(form)) | press_syllables(form)
    if is_cyrillic(typed[0]):
        readings.add(as_ukrainian(typed))
    for other in spellings(typed):
        readings.update(western_readings(other))
    return _Word(form, frozenset(spellings(typed)), frozenset(readings - {form}))


def _whole(first: Sequence[_Word], second: Sequence[_Word], left: str, right: str) -> SameName | None:
    """The names run together, as Korean and Chinese names are parted in one system and not in another."""
    korean = any(is_hangul(char) for char in left + right)
    return _same(_joined(first, left, korean=korean), _joined(second, right, korean=korean))


def _joined(words: Sequence[_Word], typed: str, *, korean: bool) -> _Word:
    plain = "".join(word.base for word in words)
    spelt = "".join(next(iter(sorted(word.spellings)), word.base) for word in words)
    return _Word(plain, frozenset({spelt} - {plain}), frozenset(_readings(words, typed, korean=korean)))


def _readings(words: Sequence[_Word], typed: str, *, korean: bool) -> Iterator[str]:
    """A name in the letters of other systems, all its pieces read by one; a piece a system says nothing of stays.

    `korean`: one of the two names is, so that the other may have lost the signs of its system.
    """
    from quotebank.text.chinese import palladius, wade_giles
    from quotebank.text.japanese import hepburn, polivanov
    from quotebank.text.korean import kontsevich, mccune_reischauer, press_syllables

    pieces = typed.split()[:_LONGEST]
    systems = (
        wade_giles, kontsevich,
        lambda piece: mccune_reischauer(piece, signs=not korean),
        lambda piece: tuple(filter(None, [palladius(piece)])),
        lambda piece: tuple(filter(None, [polivanov(piece)])),
        lambda piece: tuple(filter(None, [hepburn(fold(piece).replace(" ", ""))])),
    )  # fmt: skip
    for system in systems:
        read = [system(piece) for piece in pieces]
        if any(read):
            options = [forms or (fold(piece).replace(" ", ""),) for forms, piece in zip(read, pieces, strict=True)]
            yield from ("".join(choice) for choice in islice(product(*options), _READINGS))
    syllables = [sorted(press_syllables(word.base)) or [word.base] for word in words[:_LONGEST]]
    yield from ("".join(choice) for choice in islice(product(*syllables), _READINGS))


def _same(left: _Word, right: _Word) -> SameName | None:
    if left.base == right.base:
        return SameName("exact", _SAME)
    forms, others = left.spellings | {left.base}, right.spellings | {right.base}
    if not forms.isdisjoint(others):
        return SameName("spelling", _SPELLING)
    if not _sounds(forms).isdisjoint(_sounds(others)):
        return SameName("sound", _SOUND)
    read, others_read = forms | left.readings, others | right.readings
    # A guess at a system on one side is held against what stands on the other, not against another guess.
    if not read.isdisjoint(others) or not forms.isdisjoint(others_read):
        return SameName("reading", _READING)
    if not _sounds(read).isdisjoint(_sounds(others)) or not _sounds(forms).isdisjoint(_sounds(others_read)):
        return SameName("reading", _READING)
    links = [link for link in (_romanised(read, others), _romanised(forms, others_read)) if link]
    return max(links, key=lambda link: link.similarity, default=None)


def _romanised(forms: frozenset[str], others: frozenset[str]) -> SameName | None:
    best = 0.0
    for form in forms:
        key = romanisation_key(form)
        if len(key) >= _LEAST_KEY:
            best = max([best] + [likeness(form, other) for other in others if romanisation_key(other) == key])
    return SameName("romanised", round(0.60 + 0.30 * best, 3)) if best >= _LEAST_LIKENESS else None


def _sounds(forms: frozenset[str]) -> set[str]:
    return {key for form in forms if (key := sound_key(form))}


def _word_by_word(first: Sequence[_Word], second: Sequence[_Word]) -> SameName | None:
    """Each word of the shorter name paired with one of the longer, in any order."""
    shorter, longer = sorted((first, second), key=len)
    left = list(longer)
    links: list[SameName] = []
    full = 0
    # Whole words first: an initial takes what is left.
    for word in sorted(shorter, key=lambda each: -len(each.base)):
        found = [(link, other) for other in left if (link := _same(word, other))]
        if found:
            link, other = max(found, key=lambda pair: pair[0].similarity)
            full += len(word.base) > 1
        else:
            other = next((each for each in left if _initial(word, each)), word)
            link = SameName("initials", _INITIALS)
        if other not in left:
            return None
        left.remove(other)
        links.append(link)
    if not full:
        return None
    if left:
        telling = max(len(word.base) for word in shorter)
        links.append(SameName("part", _PART))
        if telling < _LEAST_KEY:
            return None
    return min(links, key=lambda each: each.similarity)


def _initial(word: _Word, other: _Word) -> bool:
    """Whether one of the two is the other's first letter."""
    short, long = sorted((word, other), key=lambda each: len(each.base))
    starts = {form[0] for form in long.spellings | {long.base} if form}
    return len(short.base) <= 2 and len(long.base) > 1 and short.base[:1] in starts and _is_letter(short.base)  # noqa: PLR2004


def _is_letter(form: str) -> bool:
    """One letter, or the two or more that stand for one Cyrillic letter."""
    return len(form) == 1 or form in ("zh", "kh", "ts", "ch", "sh", "yu", "ya", "ye")


def _groups(name: str) -> frozenset[int]:
    """The groups of the shipped table that a name stands in."""
    return _table().get(fold(name).replace(" ", ""), frozenset())


@cache
def _table() -> dict[str, frozenset[int]]:
    """The known groups of names each name stands in, by its joined folded form."""
    from quotebank.text import known_names as known

    found: dict[str, set[int]] = {}
    for number, names in enumerate((*known.PLACES, *known.PEOPLE, *known.OUTLETS, *known.JAPANESE_NAMES, *known.TERMS)):
        for name in names:
            found.setdefault(fold(name).replace(" ", ""), set()).add(number)
    return {form: frozenset(numbers) for form, numbers in found.items()}
