"""Japanese names in other systems than Hepburn: Kunrei (and Nihon-shiki) in Latin letters, Polivanov's in Cyrillic.

Long vowels are short in what is given, and n is n before b, m and p, as `kana` has it. Sources: ISO 3602:1989 (Kunrei);
Polivanov's system of 1917 as used by the Russian press.
"""

import re
import unicodedata
from functools import cache

_LONGEST = 40
_VOWELS = "aiueo"

_KUNREI = {
    "si": "shi", "ti": "chi", "tu": "tsu", "hu": "fu", "zi": "ji", "di": "ji", "du": "zu", "sya": "sha", "syu": "shu",
    "syo": "sho", "tya": "cha", "tyu": "chu", "tyo": "cho", "zya": "ja", "zyu": "ju", "zyo": "jo", "dya": "ja",
    "dyu": "ju", "dyo": "jo",
}  # fmt: skip
_HEPBURN = (
    "shi", "chi", "tsu", "fu", "ji", "sha", "shu", "sho", "cha", "chu", "cho", "ja", "ju", "jo", "wa", "ya", "yu", "yo",
)  # fmt: skip
_CONSONANTS = {
    "к": "k", "г": "g", "с": "s", "дз": "z", "т": "t", "д": "d", "н": "n", "х": "h", "б": "b", "п": "p", "м": "m",
    "р": "r", "": "",
}  # fmt: skip
_RUSSIAN_VOWELS = {"а": "a", "и": "i", "у": "u", "э": "e", "е": "e", "о": "o"}
_RUSSIAN_GLIDES = {"я": "a", "ю": "u", "ё": "o", "йо": "o"}
_RUSSIAN_ODD = {
    "си": "shi", "ти": "chi", "цу": "tsu", "фу": "fu", "дзи": "ji", "джи": "ji", "я": "ya", "ю": "yu", "ё": "yo",
    "йо": "yo", "ва": "wa", "во": "o", "ся": "sha", "сю": "shu", "сё": "sho", "тя": "cha", "тю": "chu", "тё": "cho",
    "дзя": "ja", "дзю": "ju", "дзё": "jo", "джа": "ja", "джу": "ju", "джо": "jo", "ши": "shi", "ша": "sha", "шу": "shu",
    "шо": "sho", "чи": "chi", "чо": "cho", "чу": "chu", "ча": "cha", "н": "n", "нъ": "n", "й": "i",
}  # fmt: skip


def hepburn(word: str) -> str | None:
    """The Hepburn spelling of a folded word in another Japanese system; None if it has none, or is that already."""
    if not 0 < len(word) <= _LONGEST:
        return None
    # The older Hepburn has m before b, m and p.
    syllables = _parted(re.sub("m(?=[bmp])", "n", word), "latin")
    if not syllables:
        return None
    read = _short(syllables)
    return read if read != word else None


def polivanov(word: str) -> str | None:
    """The Hepburn spelling of a Cyrillic word by Polivanov's system; None if it cannot be Japanese."""
    if not 0 < len(word) <= _LONGEST:
        return None
    plain = unicodedata.normalize("NFC", word.lower()).replace("-", "").replace("і", "и")
    syllables = _parted(re.sub("м(?=[бмп])", "н", plain), "cyrillic")
    return _short(syllables) if syllables else None


def _parted(word: str, system: str) -> list[str]:
    """The syllables of a word in Hepburn, the fewest; a doubled consonant goes with the syllable after it."""
    table = _table(system)
    best: list[list[str] | None] = [None] * (len(word) + 1)
    best[0] = []
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - 5), end):
            before, syllable = best[start], table.get(word[start:end])
            if before is None or syllable is None:
                continue
            known = best[end]
            if known is None or len(before) + 1 < len(known):
                best[end] = [*before, syllable]
    return best[-1] or []


def _short(syllables: list[str]) -> str:
    """The syllables as one word, long vowels made short."""
    word = ""
    for syllable in syllables:
        if word and syllable in ("o", "u") and word[-1] in ("o", "u") and (syllable == word[-1] or syllable == "u"):
            continue
        word += syllable
    return word


@cache
def _table(system: str) -> dict[str, str]:
    table = _latin() if system == "latin" else _cyrillic()
    doubled = {
        spelt[0] + spelt: ("t" if read.startswith("ch") else read[0]) + read
        for spelt, read in table.items()
        if len(spelt) > 1 and read[0] not in _VOWELS and spelt[0] not in "nнмй"
    }
    return doubled | table


def _latin() -> dict[str, str]:
    table = {consonant + vowel: consonant + vowel for consonant in ("", *"kgsztdnhbpmr") for vowel in _VOWELS}
    table |= {f"{consonant}y{vowel}": f"{consonant}y{vowel}" for consonant in "kgnhbpmr" for vowel in ("a", "u", "o")}
    table |= {syllable: syllable for syllable in _HEPBURN} | _KUNREI
    return table | {"n": "n", "tchi": "tchi"}


def _cyrillic() -> dict[str, str]:
    table = {
        consonant + vowel: latin + letter
        for consonant, latin in _CONSONANTS.items()
        for vowel, letter in _RUSSIAN_VOWELS.items()
    }
    table |= {
        consonant + glide: f"{latin}y{letter}"
        for consonant, latin in _CONSONANTS.items()
        if latin
        for glide, letter in _RUSSIAN_GLIDES.items()
    }
    return table | _RUSSIAN_ODD
