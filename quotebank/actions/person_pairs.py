"""Names that are likely to be one person's, spelt in two ways: Krasil'nikov and Красильников, A. Lankov and Andrei.

Two people may have one name; so pairs are listed for a writer to judge, and nothing is ever joined by them.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from quotebank.text.folding import APOSTROPHES, fold
from quotebank.text.sounds import romanisation_key

_MOST = 12
"""Names that sound alike and are compared in pairs; more than that under one sound are namesakes."""

_INITIALS = 60
_SURE = 99
_WAYS = {
    "exact": "same letters", "spelling": "another transliteration", "sound": "same sound", "reading": "another reading",
    "romanised": "another romanisation", "alias": "another name", "initials": "initials",
}  # fmt: skip


class _Heard(NamedTuple):
    """A name as an index lists it, with the sounds of its family name and its first given name."""

    listed: str
    family: str
    given: str


def alike_people(names: Iterable[str], known: Sequence[Sequence[str]] = ()) -> Iterator[tuple[str, str, int, str]]:
    """Pairs of names as an index lists them (``Lankov, Andrei``), how sure it is that they are one, and why.

    `known` are names that the writer has said to be one already; these are left out. Linear in the number of names.
    """
    groups = [frozenset(map(_words, group)) for group in known]
    blocks: dict[tuple[str, str], list[_Heard]] = {}
    short: list[_Heard] = []
    full: dict[tuple[str, str], list[_Heard]] = {}
    for heard in map(_heard, sorted({name for name in names if "," in name})):
        blocks.setdefault((heard.family, heard.given), []).append(heard)
        if len(heard.given) == 1:
            short.append(heard)
        elif heard.given:
            full.setdefault((heard.family, heard.given[0]), []).append(heard)
    pairs = [pair for block in blocks.values() for pair in combinations(block[:_MOST], 2)]
    pairs += [(heard, other) for heard in short for other in full.get((heard.family, heard.given), ())[:_MOST]]
    for one, other in pairs:
        forms = {_words(one.listed), _words(other.listed)}
        if any(forms <= group for group in groups):
            continue
        if found := _link(one.listed, other.listed):
            yield (*sorted((one.listed, other.listed)), *found)  # type: ignore[misc]


def _heard(listed: str) -> _Heard:
    family, _, given = listed.partition(",")
    words = fold(given).split() or [""]
    joined = "".join(fold(family).split())
    return _Heard(listed, romanisation_key(joined) or joined, _given(words))


def _given(words: Sequence[str]) -> str:
    """The sound of the given name; Korean and Chinese ones of two syllables are one word in some spellings."""
    if len(words[0]) == 1:
        return words[0]
    joined = "".join(words)
    return romanisation_key(joined) or joined


def _words(listed: str) -> str:
    return " ".join(sorted(fold(listed).split()))


def _link(one: str, other: str) -> tuple[int, str] | None:
    if _plain(one) == _plain(other):
        return None
    from quotebank.text.names import same_name

    link = same_name(one.replace(",", ""), other.replace(",", ""))
    if link is None or link.how == "part":
        return None
    return min(_SURE, _INITIALS if link.how == "initials" else round(100 * link.similarity)), _WAYS[link.how]


def _plain(name: str) -> str:
    """A name in which apostrophes and capitals make no difference: nobody would call that another spelling."""
    for sign in APOSTROPHES[1:]:
        name = name.replace(sign, APOSTROPHES[0])
    return name.casefold()
