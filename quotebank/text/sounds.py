"""Keys under which words meet that sound alike but are romanised by different systems.

`sound_key` (K) is for Slavic names: Vzgliad, Vzglyad, Vzgljad and Взгляд have one key. `romanisation_key` (L) is
looser, for Korean, Chinese and other systems: two words under one key still have to look alike. Both take folded words
(`folding.base`) and take linear time; the rules are ours, measured on pairs of names, in the order in which they stand.
"""

import re
from functools import cache
from operator import eq

_K = {
    "schtsch": "sh", "shtch": "sh", "shch": "sh", "szcz": "sh", "chtch": "sh", "tsch": "ch", "sch": "sh", "tch": "ch",
    "kh": "h", "chr": "hr", "ts": "c", "tz": "c", "ph": "f",
}  # fmt: skip
_L_CONSONANTS = {
    "schtsch": "S", "shtch": "S", "shch": "S", "szcz": "S", "chtch": "S", "tsch": "C", "tch": "C", "dzh": "C",
    "dj": "C", "cz": "C", "sch": "S", "sz": "S", "szu": "Su", "ssu": "Su", "hsi": "Si", "hsu": "Su", "hsy": "Sy",
    "sh": "S", "zh": "C", "ch": "C", "xi": "Si", "xu": "Su", "kh": "k", "ph": "p", "th": "t", "tz": "Z", "ts": "Z",
}  # fmt: skip
_L_VOWELS = {
    "yeo": "yo", "eo": "o", "eu": "u", "oo": "u", "ou": "o", "ee": "i", "ae": "e", "oe": "e",
}  # fmt: skip
_L_ENDS = {"ian": "en", "ien": "en", "ung": "ong"}
_L_LETTERS = str.maketrans(
    {"q": "C", "x": "kS", "j": "C", "z": "Z", "c": "Z", "s": "S", "w": "v", "g": "k", "d": "t", "b": "p", "r": "l"}
)
_LONGEST = 64
"""Letters of a word that count; what is longer is no name, and its key no use."""


_TABLES = {"K": _K, "LC": _L_CONSONANTS, "LV": _L_VOWELS, "LE": _L_ENDS}


@cache
def _groups(table: str) -> re.Pattern[str]:
    return re.compile("|".join(sorted(_TABLES[table], key=lambda group: (-len(group), group))))


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source)


def sound_key(word: str) -> str:
    """K: the sound of a Slavic name however it was romanised; ``""`` for a word without letters or with figures."""
    word = word[:_LONGEST]
    if not word.isalpha():
        return ""
    if "h" in word or "z" in word or "ts" in word:
        word = _replaced(word, "K")
    word = word.replace("w", "v").replace("ks", "x")
    if word.endswith(("eff", "off")):
        word = word[:-2] + "v"
    word = _single(word)
    if word.endswith("ov") and word[-4:-2] in ("ch", "sh", "zh"):
        word = word[:-2] + "ev"
    if "y" in word or "j" in word or "i" in word:
        if "yo" in word or "jo" in word:
            word = _pattern("(?<=[bcdfghklmnpqrstvxz])[yj]o").sub("e", word)
        word = _pattern("(?<=..)(?:[iy][jyi]|ie|[yij])$").sub("i", word)
        word = _pattern("[yij]+(?=[aeou])|[yi](?=i)").sub("", word)
        # Between a consonant and i it is no glide: Nanjing is not Naniing.
        word = _pattern("(?<![bcdfghklmnpqrstvxz])j|j(?!i)|y").sub("i", word)
        word = _single(word)
    return word


def romanisation_key(word: str) -> str:
    """L: a loose key over Korean, Chinese, German, French and Polish spellings; ``""`` as for `sound_key`.

    Capitals stand for families of sounds: S (sh, s), C (ch, zh, j, q), Z (z, ts).
    """
    word = word[:_LONGEST]
    if not word.isalpha():
        return ""
    # Most words have none of the groups, and looking is quicker than replacing.
    if "h" in word or "z" in word or "x" in word or "dj" in word or "ts" in word or "ssu" in word:
        word = _replaced(word, "LC")
    if "e" in word or "oo" in word or "ou" in word:
        word = _replaced(word, "LV")
    if "ian" in word or "ien" in word or "ung" in word:
        word = _replaced(word, "LE")
    word = word.translate(_L_LETTERS)
    if word.endswith("ui"):
        word = word[:-2] + "i"
    if "h" in word:
        word = _pattern("(?<=[aeiouy])h(?![aeiouy])").sub("", word)
    word = _single(word)
    if "y" in word or "i" in word:
        word = _single(_pattern("[yi](?=[aeiou])").sub("", word).replace("y", "i"))
    return word


def _replaced(word: str, table: str) -> str:
    """The word with every group of letters in a table replaced, the longest first, from left to right."""
    groups = _TABLES[table]
    return _groups(table).sub(lambda match: groups[match[0]], word)


def _single(word: str) -> str:
    """The word with every run of one letter made one."""
    # Most words have none, and comparing neighbours is quicker than a pattern.
    if not any(map(eq, word, word[1:])):
        return word
    return _pattern(r"(.)\1+").sub(r"\1", word)
