"""Korean names in other systems than the Revised Romanization: McCune-Reischauer and Kontsevich's Cyrillic.

Both are read syllable by syllable into Revised letters as `hangul` writes them, one letter at a time and without
assimilation. Where a system leaves open what it spells (the press drops breves and apostrophes; н ends what Korean ends
in n or ng) there are several readings, the likeliest first. Sources: McCune and Reischauer, "The Romanization of the
Korean Language" (1939); Kontsevich's transcription as in Russian handbooks, after Kholodovich.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import islice, product

from quotebank.text.folding import APOSTROPHES

MOST = 8
"""How many readings of one word are given at most."""

_LONGEST = 24
_HYPHENS = "-‐‑"

_Table = dict[str, tuple[str, ...]]
_Parts = tuple[_Table, ...]

_INITIALS: _Table = {
    "ch'": ("ch",), "k'": ("k",), "t'": ("t",), "p'": ("p",), "kk": ("kk",), "tt": ("tt",), "pp": ("pp",),
    "ss": ("ss",), "tch": ("jj",), "ch": ("j", "ch"), "k": ("g",), "t": ("d",), "p": ("b",), "s": ("s",),
    "sh": ("s",), "h": ("h",), "n": ("n",), "m": ("m",), "r": ("r",), "l": ("r",), "j": ("j",), "g": ("g",),
    "d": ("d",),
    "b": ("b",), "": ("",),
}  # fmt: skip
_VOWELS: _Table = {
    "a": ("a",), "ya": ("ya",), "ŏ": ("eo",), "yŏ": ("yeo",), "o": ("o", "eo"), "yo": ("yo", "yeo"), "u": ("u", "eu"),
    "yu": ("yu",), "ŭ": ("eu",), "i": ("i",), "ae": ("ae",), "yae": ("yae",), "e": ("e",), "ye": ("ye",), "wa": ("wa",),
    "wae": ("wae",), "oe": ("oe",), "wŏ": ("wo",), "wo": ("wo",), "we": ("we",), "wi": ("wi",), "ŭi": ("ui",),
    "ui": ("ui",),
}  # fmt: skip
_FINALS: _Table = {
    "": ("",), "k": ("g",), "n": ("n",), "t": ("d",), "l": ("l",), "m": ("m",), "p": ("b",), "ng": ("ng",),
}  # fmt: skip
_RUSSIAN_INITIALS = {
    "чх": ("ch",), "кх": ("k",), "тх": ("t",), "пх": ("p",), "кк": ("kk",), "тт": ("tt",), "пп": ("pp",), "сс": ("ss",),
    "чч": ("jj",), "чж": ("j",), "дж": ("j",), "ч": ("j", "ch"), "к": ("g",), "т": ("d",), "п": ("b",), "с": ("s",),
    "х": ("h",), "н": ("n",), "м": ("m",), "р": ("r",), "л": ("r",), "г": ("g",), "д": ("d",), "б": ("b",), "": ("",),
}  # fmt: skip
_RUSSIAN_VOWELS = {
    "а": ("a",), "я": ("ya",), "о": ("eo", "o"), "ё": ("yeo", "yo"), "у": ("u",), "ю": ("yu",), "ы": ("eu",),
    "и": ("i",), "э": ("ae", "e"), "е": ("eo", "yeo", "e"), "йе": ("ye",), "ва": ("wa",), "вэ": ("wae", "we"),
    "ве": ("oe", "we"), "во": ("wo",), "ви": ("wi",), "ый": ("ui",),
}  # fmt: skip
_RUSSIAN_FINALS = {
    "": ("",), "к": ("g",), "н": ("ng", "n"), "нъ": ("ng", "n"), "нь": ("n",), "т": ("d",), "ль": ("l",), "л": ("l",),
    "р": ("l",), "м": ("m",), "п": ("b",),
}  # fmt: skip


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

    The signs are the apostrophe of an aspirate and the breve of ŏ and ŭ. With `signs` false they may have been lost.
    """
    if len(compound) > _LONGEST:
        return ()
    plain = unicodedata.normalize("NFC", compound.lower())
    for sign in APOSTROPHES:
        plain = plain.replace(sign, "'")
    for sign in _HYPHENS:
        plain = plain.replace(sign, "-")
    marked = "ŏ" in plain or "ŭ" in plain
    if signs and not marked and not any(each in plain for each in ("ch'", "k'", "t'", "p'")):
        return ()
    syllables: list[tuple[str, ...]] = []
    for piece in plain.split("-"):
        read = _parted(piece, "latin")
        if not read:
            return ()
        syllables.extend(read)
    if marked:
        # Who writes breves writes them all: a bare vowel is itself.
        syllables = [_unmarked_first(options) for options in syllables]
    return _readings(syllables)


def kontsevich(word: str) -> tuple[str, ...]:
    """The readings of a Cyrillic word as a Korean name; () if it cannot be one."""
    if not 0 < len(word) <= _LONGEST:
        return ()
    plain = unicodedata.normalize("NFC", word.lower())
    for sign in _HYPHENS:
        plain = plain.replace(sign, "")
    return _readings(_parted(plain, "cyrillic"))


def _unmarked_first(options: tuple[str, ...]) -> tuple[str, ...]:
    return options[:1]


def _readings(syllables: list[tuple[str, ...]]) -> tuple[str, ...]:
    if not syllables:
        return ()
    return tuple(islice(dict.fromkeys("".join(choice) for choice in islice(product(*syllables), MOST * 4)), MOST))


def _parted(word: str, system: str) -> list[tuple[str, ...]]:
    """The fewest syllables that make up a word, each with its readings; [] if there are none."""
    table = _table(system)
    longest = max(map(len, table))
    best: list[list[tuple[str, ...]] | None] = [None] * (len(word) + 1)
    best[0] = []
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - longest), end):
            before, options = best[start], table.get(word[start:end])
            known = best[end]
            if before is not None and options and (known is None or len(before) + 1 < len(known)):
                best[end] = [*before, options]
    return best[-1] or []


@cache
def _table(system: str) -> dict[str, tuple[str, ...]]:
    latin: _Parts = (_INITIALS, _VOWELS, _FINALS)
    cyrillic: _Parts = (_RUSSIAN_INITIALS, _RUSSIAN_VOWELS, _RUSSIAN_FINALS)
    parts = latin if system == "latin" else cyrillic
    return {"".join(spelt): tuple(_joined(parts, spelt)) for spelt in product(*parts)}


def _joined(parts: tuple[dict[str, tuple[str, ...]], ...], spelt: tuple[str, ...]) -> Iterator[str]:
    for choice in product(*(table[piece] for table, piece in zip(parts, spelt, strict=True))):
        yield "".join(choice)
