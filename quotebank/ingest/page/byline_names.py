"""The names of a byline in parts, each once."""

# ruff: noqa: PLR2004 -- the numbers count letters

import re

from quotebank.errors import BadInput
from quotebank.ingest.page.byline_pieces import PERSON, folded
from quotebank.model.name_reading import read_name
from quotebank.model.names import Name


def as_name(text: str, kind: str) -> Name:
    """A name in parts, or a literal for all that is no person."""
    if kind != PERSON:
        return Name(literal=text)
    try:
        return read_name(_small_turkish(text))
    except BadInput:
        return Name(literal=text)


def _small_turkish(text: str) -> str:
    """Turkish words in capitals with one capital each: İ is i in small letters and I is ı (Unicode, SpecialCasing)."""
    if not set(text) & set("İĞŞığş") or set(text.lower()) & set("ăâîţț"):
        return text
    words = (
        word[0] + word[1:].replace("İ", "i").replace("I", "ı").lower() if word.isupper() and len(word) > 2 else word
        for word in text.split()
    )
    return " ".join(words)


def distinct(names: list[Name]) -> tuple[Name, ...]:
    """Names without those that repeat another: in capitals, in another order, or with an initial for a given name."""
    kept: list[Name] = []
    for name in names:
        twin = next((place for place, other in enumerate(kept) if _is_same(name, other)), -1)
        if twin < 0:
            kept.append(name)
        elif _fullness(name) > _fullness(kept[twin]):
            kept[twin] = name
    return tuple(kept)


def _fullness(name: Name) -> tuple[bool, int]:
    """How much a name tells: a whole first given name before the number of letters."""
    first = name.given.partition(" ")[0].strip(".")
    return len(first) > 1, len(name.display)


def _is_same(left: Name, right: Name) -> bool:
    if folded(left.display) == folded(right.display):
        return True
    if left.literal or right.literal:
        return False
    words = (sorted(map(folded, name.display.split())) for name in (left, right))
    if next(words) == next(words):
        return True
    given = [re.findall(r"\w+", name.given.lower()) for name in (left, right)]
    if folded(left.family) != folded(right.family) or not all(given):
        return False
    short = any(len(word) == 1 for word in (*given[0], *given[1]))
    return short and all(a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for a, b in zip(*given, strict=False))
