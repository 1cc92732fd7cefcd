"""Korean names in other systems than the Revised Romanization: McCune-Reischauer and Kontsevich's Cyrillic.

Both are read syllable by syllable into Revised letters, without assimilation. Where a system leaves open what it spells
(the press drops breves and apostrophes; н ends what Korean ends in n or ng) there are several readings, the likeliest
first; a last k, t or p is given as the Revised Romanization prints it and then as `hangul` does (g, d, b).
Sources: McCune and Reischauer, "The Romanization of the Korean Language" (1939); Kholodovich's transcription as revised
by Kontsevich (2001), with е for ё and ч for чж as the Russian press has them.
"""

import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from quotebank.text.chinese import MOST, likeliest, plain_signs

_LONGEST = 24
_LONGEST_SYLLABLE = 8
_BREAK = "ъ"

_Table = dict[str, tuple[str, ...]]

_INITIALS: _Table = {
    "ch'": ("ch",), "k'": ("k",), "t'": ("t",), "p'": ("p",), "kk": ("kk",), "tt": ("tt",), "pp": ("pp",),
    "ss": ("ss",), "tch": ("jj",), "ch": ("j", "ch"), "k": ("g", "k"), "t": ("d", "t"), "p": ("b", "p"), "s": ("s",),
    "sh": ("s",), "h": ("h",), "n": ("n",), "m": ("m",), "r": ("r",), "l": ("l", "r"), "j": ("j",), "g": ("g",),
    "d": ("d",), "b": ("b",), "": ("",),
}  # fmt: skip
"""What begins a syllable; where there are two readings the second holds if apostrophes were dropped, or for l."""

_VOWELS: _Table = {
    "a": ("a",), "ya": ("ya",), "ŏ": ("eo",), "yŏ": ("yeo",), "o": ("o", "eo"), "yo": ("yo", "yeo"), "u": ("u", "eu"),
    "yu": ("yu",), "ŭ": ("eu",), "i": ("i",), "ae": ("ae",), "yae": ("yae",), "e": ("e",), "ye": ("ye",), "wa": ("wa",),
    "wae": ("wae",), "oe": ("oe",), "wŏ": ("wo",), "wo": ("wo",), "we": ("we",), "wi": ("wi",), "ŭi": ("ui",),
    "ui": ("ui",),
}  # fmt: skip
"""Vowels; the second reading is the one that lost its breve."""

_FINALS: _Table = {
    "": ("",), "k": ("k", "g"), "n": ("n",), "t": ("t", "d"), "l": ("l",), "m": ("m",), "p": ("p", "b"), "ng": ("ng",),
}  # fmt: skip

_RUSSIAN_INITIALS: _Table = {
    "чх": ("ch",), "кх": ("k",), "тх": ("t",), "пх": ("p",), "кк": ("kk",), "тт": ("tt",), "пп": ("pp",), "сс": ("ss",),
    "чч": ("jj",), "чж": ("j",), "дж": ("j",), "ч": ("j", "ch"), "к": ("g",), "т": ("d",), "п": ("b",), "с": ("s",),
    "ш": ("s",), "х": ("h",), "н": ("n",), "м": ("m",), "р": ("r",), "л": ("r", "l"), "г": ("g",), "д": ("d",),
    "б": ("b",), "": ("",),
}  # fmt: skip
_RUSSIAN_VOWELS: _Table = {
    "а": ("a",), "я": ("ya",), "о": ("eo", "o"), "ё": ("yeo", "yo"), "у": ("u",), "ю": ("yu",), "ы": ("eu",),
    "и": ("i",), "э": ("ae", "e"), "е": ("yeo", "e"), "йе": ("ye",), "ва": ("wa",), "вэ": ("wae", "we"),
    "ве": ("oe", "we"), "во": ("wo",), "ви": ("wi",), "ый": ("ui",),
}  # fmt: skip
_RUSSIAN_FINALS: _Table = {
    "": ("",), "к": ("k", "g"), "н": ("ng", "n"), "нь": ("ng", "n"), "т": ("t", "d"), "ль": ("l",), "л": ("l",),
    "р": ("l",), "м": ("m",), "п": ("p", "b"),
}  # fmt: skip
_OPEN_O = frozenset(("т", "тх", "п", "пх", "н", "д", "б", ""))
"""Initials after which о is oftener o than eo in names (dong, bong, no)."""

_BARE_E = frozenset(("ч", "чх", "чж", "дж", "с", "т", "тх", "д"))
"""Initials after which the press's е is oftener eo than yeo: Чен is Jeong, Сен Seong, but Кен Gyeong."""

_FINAL_N = frozenset(("ы", "и", "ю", "у"))
"""Vowels after which н is oftener n than ng in names (geun, jin, jun)."""

_ONLY_N = frozenset(("ын", "ин", "мин", "мун", "вон", "квон"))
"""Syllables of names whose н is never ng."""

_RATHER_NG = frozenset(("сын", "хын"))
"""Syllables in ы whose н is oftener ng (Seung, Heung)."""

_ESTABLISHED: _Table = {"цой": ("choe",), "тен": ("jeong",), "хи": ("hui", "hi"), "хе": ("hye", "hyeo", "he")}
"""Syllables of names in old Russian spellings that no rule gives."""


_PRESS = """
    bak park pak; choe choi; jo cho joe; yun yoon youn; i lee yi rhee ri li; baek paik paek back; an ahn; jeon chun
    chon jun; seo suh so; go ko koh; guk kuk kook; hun hoon; jeong chung jung chong; gang kang; gwon kwon; im lim
    rim; yu yoo ryu you; no roh noh; mun moon; o oh; sin shin; heo hur huh; u woo; jang chang; eun un; deok duck
    duk; su soo; gyeong kyung kyong; hwa wha; yeol yul yol; geon kun gun keon; hui hee hi; hyeon hyun hyon; cheol
    chul chol; uk wook ook; jun june joon; hoe hoi; seon sun son; gyu kyu; ha hah; yeon yun youn; yeong young yong;
    seok suk sok; seong sung song; geun keun kun; jae chae; ju joo chu; sik shik; gi ki; gil kil; gu koo ku; bong
    pong; byeong pyong byung; bok pok; beom bum pom; do to; dong tong; dae tae; deuk duk; gwang kwang; gwan kwan;
    gap kap; geum kum keum; heung hung; hyeok hyuk hyok; yeop yup; yeo yo; myeong myung myong; mu moo; min; nam; ik;
    il; in; jin chin; je che; bu boo; beon bun; pil phil; ryong yong; ri ni; ro no; rye; seung sung; taek taik; yun
    yune; won; u wu; cheon chun; chun choon; chang; chan
"""
"""Syllables of Korean names in Revised letters, each with what the press and the bearers write."""


def press_syllables(syllable: str) -> frozenset[str]:
    """The Revised syllables that a syllable of a name may stand for as the press writes it; empty if it is no such."""
    return _press_table().get(syllable, frozenset())


@cache
def _press_table() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _PRESS.split(";"):
        revised, *others = line.split()
        for spelt in (revised, *others):
            found.setdefault(spelt, set()).add(revised)
    return {spelt: frozenset(revised) for spelt, revised in found.items()}


def mccune_reischauer(compound: str, *, signs: bool = True) -> tuple[str, ...]:
    """The readings of a word or hyphen compound with McCune-Reischauer's signs; () without them, or if it is none.

    The signs are the apostrophe of an aspirate or between n and g, and the breve of ŏ and ŭ. Who writes one kind writes
    all of that kind: with an apostrophe k is g, with a breve o is o. With `signs` false they may all have been lost.
    """
    if len(compound) > _LONGEST:
        return ()
    plain = unicodedata.normalize("NFC", plain_signs(compound)).replace("n'g", f"n{_BREAK}g")
    breves, apostrophes = "ŏ" in plain or "ŭ" in plain, "'" in plain or _BREAK in plain
    if signs and not breves and not apostrophes:
        return ()
    syllables: list[Sequence[str]] = []
    for piece in plain.replace(_BREAK, "-").split("-"):
        read = _parted(piece, "latin")
        if not read:
            return ()
        syllables.extend(_latin(syllable, breves=breves, aspirates=apostrophes or breves) for syllable in read)
    return likeliest(syllables, MOST)


def kontsevich(word: str) -> tuple[str, ...]:
    """The readings of a Cyrillic word as a Korean name; () if it cannot be one."""
    if len(word) > _LONGEST:
        return ()
    plain = unicodedata.normalize("NFC", plain_signs(word)).replace("-", _BREAK).replace("'", _BREAK)
    syllables: list[Sequence[str]] = []
    for piece in plain.replace("і", "и").split(_BREAK):
        read = _parted(piece, "cyrillic")
        if not read:
            return ()
        syllables.extend(map(_russian, read))
    return likeliest(syllables, MOST)


def _parted(word: str, system: str) -> list[str]:
    """The fewest syllables that make up a word; a consonant rather begins one than ends it. [] if there are none."""
    best: list[list[str] | None] = [None] * (len(word) + 1)
    best[0] = []
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - _LONGEST_SYLLABLE), end):
            before, known = best[start], best[end]
            if before is None or (known is not None and len(before) + 1 >= len(known)):
                continue
            if _sounds(word[start:end], system):
                best[end] = [*before, word[start:end]]
    return best[-1] or []


@lru_cache(maxsize=1024)
def _sounds(syllable: str, system: str) -> tuple[str, str, str] | None:
    """The initial, vowel and final of a syllable, the longest initial that leaves a vowel; None if it is none."""
    if system == "cyrillic" and syllable in _ESTABLISHED:
        return "", syllable, ""
    initials, vowels, finals = _systems()[system]
    for first in range(min(3, len(syllable) - 1), -1, -1):
        if syllable[:first] not in initials:
            continue
        for last in range(min(first + 3, len(syllable)), first, -1):
            if syllable[first:last] in vowels and syllable[last:] in finals:
                return syllable[:first], syllable[first:last], syllable[last:]
    return None


@cache
def _systems() -> dict[str, tuple[_Table, _Table, _Table]]:
    # The surname Yi has a y of its own.
    return {
        "latin": (_INITIALS, _VOWELS | {"yi": ("i",)}, _FINALS),
        "cyrillic": (_RUSSIAN_INITIALS, _RUSSIAN_VOWELS, _RUSSIAN_FINALS),
    }


def _latin(syllable: str, *, breves: bool, aspirates: bool) -> tuple[str, ...]:
    """The readings of a McCune-Reischauer syllable; what its writer marks elsewhere is itself where it is bare."""
    sounds = _sounds(syllable, "latin")
    if sounds is None:
        return ()
    initials, vowels, finals = (table[sound] for table, sound in zip(_systems()["latin"], sounds, strict=True))
    if aspirates and sounds[0] != "l":
        initials = initials[:1]
    return likeliest((initials, vowels[:1] if breves else vowels, finals), MOST)


def _russian(syllable: str) -> tuple[str, ...]:
    """The readings of a Cyrillic syllable, in the order of how often names have them."""
    if syllable in _ESTABLISHED:
        return _ESTABLISHED[syllable]
    sounds = _sounds(syllable, "cyrillic")
    if sounds is None:
        return ()
    initial, vowel, final = sounds
    vowels, finals = _RUSSIAN_VOWELS[vowel], _RUSSIAN_FINALS[final]
    if vowel == "о" and (not final or (final == "н" and initial in _OPEN_O)):
        vowels = ("o", "eo")
    if vowel == "е":
        vowels = ("eo", "e") if initial in _BARE_E else vowels if final else (*vowels, "ye")
    if syllable in _ONLY_N:
        finals = ("n",)
    elif final == "н" and vowel in _FINAL_N and syllable not in _RATHER_NG:
        finals = ("n", "ng")
    return likeliest((_RUSSIAN_INITIALS[initial], vowels, finals), MOST)
