"""Slavic names as French, German and Polish papers spell them, read back into the English press's letters.

Poutine is ``putin``, Loukachenko ``lukashenko``, Schukow ``zhukov``, Tschechow ``chekhov``, Gorbaczow ``gorbachov``.
Where a spelling leaves open what it stands for (German sch is sh or zh, s before a vowel s or z) there are several
readings. The rules are those of the papers' house styles (Duden for German), written down by ourselves.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

_LONGEST = 40
MOST = 8
"""How many readings of a word are given at most."""


def western_readings(word: str) -> tuple[str, ...]:
    """What a folded word may be in English spelling if a French, German or Polish paper wrote it; () for none."""
    return tuple(islice(_readings(word), MOST))


def west_european(word: str) -> str | None:
    """The likeliest of `western_readings`, of words that are hardly anything else; None for all others.

    What an index keeps: English words and names of other origin are full of ch, w and j too.
    """
    return next(_readings(word), None) if len(word) <= _LONGEST and _strong().search(word) else None


def _readings(word: str) -> Iterator[str]:
    """Every different reading, the likeliest first."""
    if not 2 < len(word) <= _LONGEST or not word.isalpha() or not _telling().search(word):  # noqa: PLR2004
        return
    ways = [_french, _german, _polish, _scientific]
    if "cz" in word or "sz" in word:
        ways = [_polish, _scientific, _french, _german]
    seen = {word}
    for way in ways:
        for form in way(word):
            if form not in seen:
                seen.add(form)
                yield form


@cache
def _telling() -> re.Pattern[str]:
    return re.compile("ch|sz|cz|rz|ou|gu[eiy]|[wjc]|[iy]ne$|^s[aeiouy]|z|ss")


@cache
def _strong() -> re.Pattern[str]:
    return re.compile("sch|tch|cz|sz|ou|[iy]ne$|[lnr]z|^j")


def _french(word: str) -> list[str]:
    if not re.search("ou|ch|gu[eiy]|[iy]ne$", word) or "sch" in word:
        return []
    plain = re.sub("([iy])ne$", r"\1n", word)
    plain = plain.replace("chtch", "SHCH").replace("tch", "CH").replace("kh", "KH").replace("ch", "sh")
    plain = re.sub("gu(?=[eiy])", "g", plain.replace("ou", "u").replace("j", "zh"))
    return [plain.lower()]


def _german(word: str) -> list[str]:
    plain = word.replace("schtsch", "SHCH").replace("tsch", "CH")
    plain = re.sub("(?<!c)(?<!s)ch", "KH", plain.replace("sch", "%")).replace("w", "v").replace("j", "y")
    plain = re.sub("z", "ts", plain)
    found = []
    for hush in ("sh", "zh") if "%" in plain else ("",):
        hushed = plain.replace("%", hush)
        voiced = re.sub("(?<!s)s(?=[aeiouy])", "z", hushed)
        found += [each.replace("ss", "s").lower() for each in dict.fromkeys((hushed, voiced))]
    return found


def _polish(word: str) -> list[str]:
    if not re.search("cz|sz|rz|w|c", word):
        return []
    plain = word.replace("szcz", "SHCH").replace("cz", "CH").replace("sz", "SH").replace("ch", "KH").replace("rz", "r")
    return [plain.replace("c", "ts").replace("w", "v").replace("j", "y").lower()]


def _scientific(word: str) -> list[str]:
    """The scholars' system with its marks lost: ch is kh, c is ts, j is y."""
    plain = re.sub("(?<!s)(?<!t)ch", "KH", word)
    return [plain.replace("c", "ts").replace("j", "y").lower()]
