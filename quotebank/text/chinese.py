"""Chinese names in other Latin and Cyrillic systems than pinyin: Wade-Giles and Palladius.

Both systems spell syllables, of which Chinese has about 400. They are put together here from initials and finals, once,
in each system: Wade-Giles as revised by Giles (1912), Palladius as in the Russian dictionaries (Kafarov and
Popov 1888, and the practice since). Combinations that Chinese does not have do no harm.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import islice, product

from quotebank.text.folding import APOSTROPHES

MOST = 8
"""How many readings of one compound are given at most."""

_LONGEST = 40
_LONGEST_SYLLABLE = 7
_HYPHENS = "-‐‑"

# pinyin: (Wade-Giles, Palladius)
_INITIALS = {
    "b": ("p", "б"), "p": ("p'", "п"), "m": ("m", "м"), "f": ("f", "ф"), "d": ("t", "д"), "t": ("t'", "т"),
    "n": ("n", "н"), "l": ("l", "л"), "g": ("k", "г"), "k": ("k'", "к"), "h": ("h", "х"), "j": ("ch", "цз"),
    "q": ("ch'", "ц"), "x": ("hs", "с"), "zh": ("ch", "чж"), "ch": ("ch'", "ч"), "sh": ("sh", "ш"), "r": ("j", "ж"),
    "z": ("ts", "цз"), "c": ("ts'", "ц"), "s": ("s", "с"),
}  # fmt: skip
_FINALS = {
    "a": ("a", "а"), "o": ("o", "о"), "e": ("e", "э"), "ai": ("ai", "ай"), "ei": ("ei", "эй"), "ao": ("ao", "ао"),
    "ou": ("ou", "оу"), "an": ("an", "ань"), "en": ("en", "энь"), "ang": ("ang", "ан"), "eng": ("eng", "эн"),
    "i": ("i", "и"), "ia": ("ia", "я"), "ie": ("ieh", "е"), "iao": ("iao", "яо"), "iu": ("iu", "ю"),
    "ian": ("ien", "янь"), "in": ("in", "инь"), "iang": ("iang", "ян"), "ing": ("ing", "ин"), "iong": ("iung", "юн"),
    "u": ("u", "у"), "ua": ("ua", "уа"), "uo": ("uo", "о"), "uai": ("uai", "уай"), "ui": ("ui", "уй"),
    "uan": ("uan", "уань"), "un": ("un", "унь"), "uang": ("uang", "уан"), "ong": ("ung", "ун"),
}  # fmt: skip
_ROUNDED = {"u": ("ü", "юй"), "ue": ("üeh", "юэ"), "uan": ("üan", "юань"), "un": ("ün", "юнь")}
"""Finals in ü, which pinyin writes u behind j, q and x."""

_ALONE = {
    "a": ("a", "а"), "ai": ("ai", "ай"), "an": ("an", "ань"), "ang": ("ang", "ан"), "ao": ("ao", "ао"),
    "e": ("e", "э"), "en": ("en", "энь"), "er": ("erh", "эр"), "o": ("o", "о"), "ou": ("ou", "оу"),
    "ya": ("ya", "я"), "ye": ("yeh", "е"), "yao": ("yao", "яо"), "you": ("yu", "ю"), "yan": ("yen", "янь"),
    "yin": ("yin", "инь"), "yang": ("yang", "ян"), "ying": ("ying", "ин"), "yong": ("yung", "юн"), "yi": ("i", "и"),
    "yu": ("yü", "юй"), "yue": ("yüeh", "юэ"), "yuan": ("yüan", "юань"), "yun": ("yün", "юнь"), "wu": ("wu", "у"),
    "wa": ("wa", "ва"), "wo": ("wo", "во"), "wai": ("wai", "вай"), "wei": ("wei", "вэй"), "wan": ("wan", "вань"),
    "wen": ("wen", "вэнь"), "wang": ("wang", "ван"), "weng": ("weng", "вэн"), "zhi": ("chih", "чжи"),
    "chi": ("ch'ih", "чи"), "shi": ("shih", "ши"), "ri": ("jih", "жи"), "zi": ("tzu", "цзы"), "ci": ("tz'u", "цы"),
    "si": ("ssu", "сы"), "lü": ("lü", "люй"), "nü": ("nü", "нюй"), "lue": ("lüeh", "люэ"),
}  # fmt: skip
_SPECIAL = {
    "gui": "kuei", "kui": "k'uei", "ge": "ko", "ke": "k'o", "he": "ho", "duo": "to", "tuo": "t'o", "nuo": "no",
    "luo": "lo", "zuo": "tso", "cuo": "ts'o", "suo": "so", "zhuo": "cho", "chuo": "ch'o", "ruo": "jo",
}  # fmt: skip
_ALSO = {"szu": "si", "yi": "yi", "tse": "ze", "ts'e": "ce", "huei": "hui", "lueh": "lue"}
_ALSO_CYRILLIC = {"хуэй": "hui", "хой": "hui", "юе": "yue"}
_LABIALS = frozenset("bpmf")
_PALATALS = frozenset("jqx")
_RETROFLEX = frozenset(("zh", "ch", "sh", "r", "z", "c", "s"))


def wade_giles(compound: str) -> tuple[str, ...]:
    """The pinyin readings, joined and without tones, of a word or hyphen compound in Wade-Giles; () if it is none.

    An aspirate's apostrophe anywhere means that consonants without one are unaspirated. Where there is none, as in the
    press, the reading by the book comes first and then those with lost apostrophes, at most `MOST`.
    """
    if len(compound) > _LONGEST:
        return ()
    plain = unicodedata.normalize("NFC", compound.lower())
    for sign in APOSTROPHES:
        plain = plain.replace(sign, "'")
    for sign in _HYPHENS:
        plain = plain.replace(sign, "-")
    plain = plain.replace("ê", "e").replace("ŭ", "u")
    exact = "'" in plain
    syllables: list[list[str]] = []
    for piece in plain.split("-"):
        read = _syllables(piece, exact=exact)
        if not read:
            return ()
        syllables.extend(read)
    folded = "".join(char for char in unicodedata.normalize("NFD", plain) if char.isalpha())
    readings = dict.fromkeys("".join(choice) for choice in islice(product(*syllables), MOST * 4))
    readings.pop(folded, None)
    return tuple(islice(readings, MOST))


def palladius(word: str) -> str | None:
    """The pinyin, joined and without tones, of a Cyrillic word by Palladius's system; None if it cannot be one."""
    if not 0 < len(word) <= _LONGEST:
        return None
    plain = unicodedata.normalize("NFC", word.lower())
    for old, new in (("і", "и"), ("ї", "и"), ("є", "е"), ("ё", "е"), *((sign, "") for sign in _HYPHENS + APOSTROPHES)):
        plain = plain.replace(old, new)
    return _cyrillic(plain) or _cyrillic(plain.replace("е", "э"))


def _syllables(piece: str, *, exact: bool) -> list[list[str]]:
    """The syllables of a piece without hyphens, each with its possible pinyin; [] if it cannot be parted."""
    table = _wade_giles_table()
    best: list[list[list[str]] | None] = [None] * (len(piece) + 1)
    best[0] = []
    for end in range(1, len(piece) + 1):
        for start in range(max(0, end - _LONGEST_SYLLABLE), end):
            before, options = best[start], table.get(piece[start:end])
            if before is None or not options:
                continue
            read = [*before, list(options if exact else (*options, *_aspirated(piece[start:end])))]
            known = best[end]
            if known is None or len(read) < len(known):
                best[end] = read
    return best[-1] or []


def _aspirated(syllable: str) -> Iterator[str]:
    """The readings of a syllable whose apostrophe was lost."""
    for initial in ("ch", "ts", "tz", "k", "p", "t"):
        if syllable.startswith(initial):
            yield from _wade_giles_table().get(f"{initial}'{syllable[len(initial) :]}", ())
            return


def _cyrillic(word: str) -> str | None:
    table = _palladius_table()
    best: list[str | None] = [None] * (len(word) + 1)
    parts = [0] * (len(word) + 1)
    best[0] = ""
    for end in range(1, len(word) + 1):
        if word[end - 1] == "ъ" and best[end - 1]:
            best[end], parts[end] = best[end - 1], parts[end - 1]
            continue
        for start in range(max(0, end - _LONGEST_SYLLABLE), end):
            before, syllable = best[start], table.get(word[start:end])
            if before is not None and syllable and (best[end] is None or parts[start] + 1 < parts[end]):
                best[end], parts[end] = before + syllable, parts[start] + 1
    return best[-1] or None


def _all() -> Iterator[tuple[str, str, str]]:
    """Every syllable in pinyin, Wade-Giles and Palladius's system."""
    for initial, (latin, cyrillic) in _INITIALS.items():
        for final, (ending, russian) in _FINALS.items():
            if initial in _PALATALS and not final.startswith("i"):
                continue
            if initial in _RETROFLEX and final.startswith("i"):
                continue
            if (final == "o") != (initial in _LABIALS) and final in ("o", "uo"):
                continue
            yield initial + final, _SPECIAL.get(initial + final, latin + ending), cyrillic + russian
        if initial in _PALATALS:
            for final, (ending, russian) in _ROUNDED.items():
                yield initial + final, latin + ending, cyrillic + russian
    for syllable, (latin, cyrillic) in _ALONE.items():
        yield syllable.replace("ü", "u"), latin, cyrillic


@cache
def _wade_giles_table() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for pinyin, latin, _ in _all():
        found.setdefault(latin, {})[pinyin] = None
        # Written without its dots ü is u, and then stands beside the real u.
        if "ü" in latin:
            found.setdefault(latin.replace("ü", "u"), {})[pinyin] = None
    for latin, pinyin in _ALSO.items():
        found.setdefault(latin, {})[pinyin] = None
    return {latin: tuple(options) for latin, options in found.items()}


@cache
def _palladius_table() -> dict[str, str]:
    found: dict[str, str] = dict(_ALSO_CYRILLIC)
    for pinyin, _, cyrillic in _all():
        found.setdefault(cyrillic, pinyin)
    return found
