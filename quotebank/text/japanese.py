"""Japanese names in other systems than Hepburn: Kunrei (and Nihon-shiki) in Latin letters, Polivanov's in Cyrillic.

Long vowels are short in what is given, and n is n before b, m and p, as `kana` has it. Sources: ISO 3602:1989 (Kunrei,
and Nihon-shiki as its strict form); Polivanov's system of 1917, in the form of 1930 that the Russian press uses.
"""

import unicodedata
from functools import cache

from quotebank.text.folding import APOSTROPHES

_LONGEST = 40
_LONGEST_SYLLABLE = 5
_VOWELS = "aiueo"
_SIGNS = str.maketrans("", "", APOSTROPHES + "-‐‑")

_KUNREI = {
    "si": "shi", "ti": "chi", "tu": "tsu", "hu": "fu", "zi": "ji", "di": "ji", "du": "zu", "dzu": "zu", "sya": "sha",
    "syu": "shu", "syo": "sho", "tya": "cha", "tyu": "chu", "tyo": "cho", "zya": "ja", "zyu": "ju", "zyo": "jo",
    "dya": "ja", "dyu": "ju", "dyo": "jo",
}  # fmt: skip
_HEPBURN = (
    "shi", "chi", "tsu", "fu", "ji", "sha", "shu", "sho", "cha", "chu", "cho", "ja", "ju", "jo", "wa", "ya", "yu", "yo",
)  # fmt: skip
_CONSONANTS = {
    "к": "k", "г": "g", "с": "s", "дз": "z", "т": "t", "д": "d", "н": "n", "х": "h", "б": "b", "п": "p", "м": "m",
    "р": "r", "": "",
}  # fmt: skip
_RUSSIAN_VOWELS = {"а": "a", "и": "i", "у": "u", "э": "e", "е": "e", "о": "o"}
_RUSSIAN_GLIDES = {"я": "a", "ю": "u", "ё": "o", "йо": "o", "ьо": "o"}
_RUSSIAN_ODD = {
    "си": "shi", "ти": "chi", "цу": "tsu", "тцу": "ttsu", "фу": "fu", "дзи": "ji", "джи": "ji", "я": "ya", "ю": "yu",
    "ё": "yo", "йо": "yo", "ва": "wa", "во": "o", "ся": "sha", "сю": "shu", "сё": "sho", "тя": "cha", "тю": "chu",
    "тё": "cho", "дзя": "ja", "дзю": "ju", "дзё": "jo", "джа": "ja", "джу": "ju", "джо": "jo", "ши": "shi", "ша": "sha",
    "шу": "shu", "шо": "sho", "чи": "chi", "чо": "cho", "чу": "chu", "ча": "cha", "н": "n", "нъ": "n", "й": "i",
    "сьо": "sho", "тьо": "cho", "дзьо": "jo", "скэ": "suke", "ске": "suke",
}  # fmt: skip
_ESTABLISHED = {"токио": "tokyo", "киото": "kyoto", "иокогама": "yokohama", "йокогама": "yokohama"}
"""Names that Russian has in an older spelling than Polivanov's."""


def hepburn(word: str) -> str | None:
    """The Hepburn spelling of a Latin word in another Japanese system; None if it has none, or is that already.

    Case, apostrophes, hyphens and the marks of long vowels do not matter.
    """
    if len(word) > _LONGEST:
        return None
    decomposed = unicodedata.normalize("NFD", word.lower().translate(_SIGNS))
    plain = "".join(char for char in decomposed if char not in "\u0302\u0304")
    # The older Hepburn has m before b, m and p.
    syllables = _parted(_with_n(plain, "m", "n", "bmp"), "latin")
    read = _short(syllables)
    return read if syllables and read != plain else None


def polivanov(word: str) -> str | None:
    """The Hepburn spelling of a Cyrillic word by Polivanov's system; None if it cannot be Japanese.

    Taken are also йо and, in the beginning, е for ё, е for э, the Ukrainian і and ьо, and the ши, чи, джи of those who
    transliterate Hepburn.
    """
    if len(word) > _LONGEST:
        return None
    plain = unicodedata.normalize("NFC", word.lower().translate(_SIGNS)).replace("і", "и").replace("ї", "и")
    if plain in _ESTABLISHED:
        return _ESTABLISHED[plain]
    # An e that begins a word is э, so that е there is a ё without its dots: Есида is Yoshida.
    if plain.startswith("е"):
        plain = "ё" + plain[1:]
    return _short(_parted(_with_n(plain, "м", "н", "бмп"), "cyrillic")) or None


def _with_n(word: str, labial: str, dental: str, before: str) -> str:
    """A word with `dental` for every `labial` that stands before one of `before`."""
    for letter in before:
        word = word.replace(labial + letter, dental + letter)
    return word


def _parted(word: str, system: str) -> list[str]:
    """The syllables of a word in Hepburn, the fewest; a doubled consonant goes with the syllable after it."""
    table = _table(system)
    best: list[list[str] | None] = [None] * (len(word) + 1)
    best[0] = []
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - _LONGEST_SYLLABLE), end):
            before, known, syllable = best[start], best[end], table.get(word[start:end])
            if before is not None and syllable and (known is None or len(before) + 1 < len(known)):
                best[end] = [*before, syllable]
    return best[-1] or []


def _short(syllables: list[str]) -> str:
    """The syllables as one word, long vowels made short."""
    word = ""
    for syllable in syllables:
        if (syllable == "u" and word[-1:] in ("o", "u")) or (syllable == "o" and word[-1:] == "o"):
            continue
        word += syllable
    return word


@cache
def _table(system: str) -> dict[str, str]:
    """The syllables of a system with their Hepburn, also with their consonant doubled."""
    table = _latin() if system == "latin" else _cyrillic()
    doubled = {
        spelt[0] + spelt: ("t" if read.startswith("ch") else read[0]) + read
        for spelt, read in table.items()
        if len(spelt) > 1 and read[0] not in _VOWELS and spelt[0] not in "nwyнмйв"
    }
    return doubled | table


def _latin() -> dict[str, str]:
    table = {consonant + vowel: consonant + vowel for consonant in ("", *"kgsztdnhbpmr") for vowel in _VOWELS}
    table |= {f"{consonant}y{vowel}": f"{consonant}y{vowel}" for consonant in "kgnhbpmr" for vowel in ("a", "u", "o")}
    table |= {syllable: syllable for syllable in _HEPBURN} | _KUNREI
    return table | {"n": "n", "tchi": "tchi", "tcha": "tcha", "tchu": "tchu", "tcho": "tcho"}


def _cyrillic() -> dict[str, str]:
    table = {
        consonant + vowel: latin + letter
        for consonant, latin in _CONSONANTS.items()
        for vowel, letter in _RUSSIAN_VOWELS.items()
    }
    table |= {
        cyrillic + glide: f"{latin}y{letter}"
        for cyrillic, latin in _CONSONANTS.items()
        if latin
        for glide, letter in _RUSSIAN_GLIDES.items()
    }
    return table | _RUSSIAN_ODD
