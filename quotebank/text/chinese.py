"""Chinese names in other Latin and Cyrillic systems than pinyin: Wade-Giles and Palladius.

Both systems spell syllables, of which Chinese has about 400. They are put together here from initials and finals, once,
in each system, and only those that Chinese has. Sources: ISO 7098 (pinyin); Wade-Giles as in Giles's dictionary (1912);
Palladius as in the Chinese-Russian dictionary of Kafarov and Popov (1888), and the practice since.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from quotebank.text.folding import APOSTROPHES

MOST = 8
"""How many readings of one compound are given at most."""

_LONGEST = 40
_LONGEST_SYLLABLE = 7
_HYPHENS = "-‐‑"
_BREAK = "ъ"

_INITIALS = {
    "b": ("p", "б"), "p": ("p'", "п"), "m": ("m", "м"), "f": ("f", "ф"), "d": ("t", "д"), "t": ("t'", "т"),
    "n": ("n", "н"), "l": ("l", "л"), "g": ("k", "г"), "k": ("k'", "к"), "h": ("h", "х"), "j": ("ch", "цз"),
    "q": ("ch'", "ц"), "x": ("hs", "с"), "zh": ("ch", "чж"), "ch": ("ch'", "ч"), "sh": ("sh", "ш"), "r": ("j", "ж"),
    "z": ("ts", "цз"), "c": ("ts'", "ц"), "s": ("s", "с"),
}  # fmt: skip
"""Pinyin: Wade-Giles, Palladius."""

_FINALS = {
    "a": ("a", "а"), "o": ("o", "о"), "e": ("e", "э"), "ai": ("ai", "ай"), "ei": ("ei", "эй"), "ao": ("ao", "ао"),
    "ou": ("ou", "оу"), "an": ("an", "ань"), "en": ("en", "энь"), "ang": ("ang", "ан"), "eng": ("eng", "эн"),
    "i": ("i", "и"), "ia": ("ia", "я"), "ie": ("ieh", "е"), "iao": ("iao", "яо"), "iu": ("iu", "ю"),
    "ian": ("ien", "янь"), "in": ("in", "инь"), "iang": ("iang", "ян"), "ing": ("ing", "ин"), "iong": ("iung", "юн"),
    "u": ("u", "у"), "ua": ("ua", "уа"), "uo": ("o", "о"), "uai": ("uai", "уай"), "ui": ("ui", "уй"),
    "uan": ("uan", "уань"), "un": ("un", "унь"), "uang": ("uang", "уан"), "ong": ("ung", "ун"),
    "ü": ("ü", "юй"), "üe": ("üeh", "юэ"), "üan": ("üan", "юань"), "ün": ("ün", "юнь"),
}  # fmt: skip
_LABIAL = "a ai ei ao an en ang eng i ie iao ian in ing u o"
_GUTTURAL = "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang"
_SIBILANT = "a e ai ao ou an en ang eng ong u uo ui uan un"
_PALATAL = "i ia ie iao iu ian in iang ing iong ü üe üan ün"
_SYLLABLES = {
    "b": _LABIAL, "p": _LABIAL + " ou", "m": _LABIAL + " e ou iu", "f": "a o ei ou an en ang eng u",
    "d": "a e ai ei ao ou an en ang eng ong i ia ie iao iu ian ing u uo ui uan un",
    "t": "a e ai ao ou an ang eng ong i ie iao ian ing u uo ui uan un",
    "n": "a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan un ü üe",
    "l": "a e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un ü üe",
    "g": _GUTTURAL, "k": _GUTTURAL, "h": _GUTTURAL, "j": _PALATAL, "q": _PALATAL, "x": _PALATAL,
    "zh": _SIBILANT + " ei ua uai uang", "ch": _SIBILANT + " ua uai uang",
    "sh": "a e ai ei ao ou an en ang eng u ua uo uai ui uan un uang",
    "r": "e ao ou an en ang eng ong u ua uo ui uan un",
    "z": _SIBILANT + " ei", "c": _SIBILANT, "s": _SIBILANT,
}  # fmt: skip
"""The finals that stand behind each initial."""

_ALONE = {
    "a": ("a", "а"), "ai": ("ai", "ай"), "an": ("an", "ань"), "ang": ("ang", "ан"), "ao": ("ao", "ао"),
    "e": ("e", "э"), "en": ("en", "энь"), "er": ("erh", "эр"), "o": ("o", "о"), "ou": ("ou", "оу"),
    "ya": ("ya", "я"), "ye": ("yeh", "е"), "yao": ("yao", "яо"), "you": ("yu", "ю"), "yan": ("yen", "янь"),
    "yin": ("yin", "инь"), "yang": ("yang", "ян"), "ying": ("ying", "ин"), "yong": ("yung", "юн"), "yi": ("i", "и"),
    "yu": ("yü", "юй"), "yue": ("yüeh", "юэ"), "yuan": ("yüan", "юань"), "yun": ("yün", "юнь"), "wu": ("wu", "у"),
    "wa": ("wa", "ва"), "wo": ("wo", "во"), "wai": ("wai", "вай"), "wei": ("wei", "вэй"), "wan": ("wan", "вань"),
    "wen": ("wen", "вэнь"), "wang": ("wang", "ван"), "weng": ("weng", "вэн"), "zhi": ("chih", "чжи"),
    "chi": ("ch'ih", "чи"), "shi": ("shih", "ши"), "ri": ("jih", "жи"), "zi": ("tzu", "цзы"), "ci": ("tz'u", "цы"),
    "si": ("ssu", "сы"),
}  # fmt: skip
"""Syllables without an initial, and those in the vowel that only sibilants have."""

_IRREGULAR = {
    "gui": "kuei", "kui": "k'uei", "ge": "ko", "ke": "k'o", "he": "ho", "guo": "kuo", "kuo": "k'uo", "huo": "huo",
    "shuo": "shuo",
}  # fmt: skip
_ALSO = {
    "ke": "ge", "k'e": "ke", "he": "he", "o": "e", "szu": "si", "yi": "yi", "huei": "hui", "kui": "gui", "k'ui": "kui",
    "tsuo": "zuo", "ts'uo": "cuo", "tuo": "duo", "t'uo": "tuo", "luo": "luo", "yai": "ya", "lieh": "lie",
}  # fmt: skip
"""Other Wade-Giles spellings that are met."""

_ALSO_CYRILLIC = {"хуэй": "hui", "хой": "hui", "юе": "yue"}
"""Hui as it is written to avoid an obscene Russian word; yue as the press writes it."""


def wade_giles(compound: str) -> tuple[str, ...]:
    """The pinyin readings, joined and without tones, of a word or hyphen compound in Wade-Giles; () if it is none.

    An aspirate's apostrophe anywhere means that consonants without one are unaspirated. Where there is none, as in the
    press, the reading by the book comes first and then those with lost apostrophes, the fewest first, at most `MOST`.
    """
    if len(compound) > _LONGEST:
        return ()
    plain = unicodedata.normalize("NFC", plain_signs(compound))
    # The short u stands only in tzŭ, tz'ŭ and ssŭ; Giles's older spelling is tsŭ.
    plain = plain.replace("tsŭ", "tzu").replace("ts'ŭ", "tz'u").replace("ê", "e").replace("ŭ", "u")
    exact = "'" in plain
    syllables: list[Sequence[str]] = []
    for piece in plain.split("-"):
        read = _syllables(piece, exact=exact)
        if not read:
            return ()
        syllables.extend(read)
    folded = "".join(char for char in unicodedata.normalize("NFD", plain) if char.isalpha())
    return tuple(reading for reading in likeliest(syllables, MOST + 1) if reading != folded)[:MOST]


def palladius(word: str) -> str | None:
    """The pinyin, joined and without tones, of a Cyrillic word by Palladius's system; None if it cannot be one.

    Ukrainian letters are taken too, and е for э where nothing else can be meant. A hard sign, an apostrophe or a hyphen
    parts syllables.
    """
    return "".join(palladius_syllables(word)) or None


def palladius_syllables(word: str) -> tuple[str, ...]:
    """The pinyin syllables of a Cyrillic word by Palladius's system; () if it cannot be one."""
    if len(word) > _LONGEST:
        return ()
    plain = unicodedata.normalize("NFC", plain_signs(word)).replace("-", _BREAK).replace("'", _BREAK)
    for old, new in (("і", "и"), ("ї", "и"), ("є", "е"), ("ё", "е"), ("ґ", "г")):
        plain = plain.replace(old, new)
    return _cyrillic(plain, _palladius_table()) or _cyrillic(plain, _lenient_table())


def plain_signs(compound: str) -> str:
    """A compound in small letters with one kind of hyphen and of apostrophe, and without a possessive 's."""
    plain = compound.lower()
    for sign in APOSTROPHES:
        plain = plain.replace(sign, "'")
    for sign in _HYPHENS:
        plain = plain.replace(sign, "-")
    return plain.removesuffix("'s")


def likeliest(syllables: Iterable[Sequence[str]], most: int) -> tuple[str, ...]:
    """Words put together from the possible readings of each syllable, at most `most`.

    The readings of a syllable are in order of likelihood; a word is the likelier the earlier its syllables' stand.
    Takes time in proportion to the syllables, not to the combinations.
    """
    found: dict[str, int] = {"": 0}
    for options in syllables:
        longer: dict[str, int] = {}
        for word, cost in found.items():
            for place, option in enumerate(options):
                joined, total = word + option, cost + place
                longer[joined] = min(total, longer.get(joined, total))
        found = dict(sorted(longer.items(), key=lambda each: each[1])[:most])
    return tuple(word for word in found if word)


def _syllables(piece: str, *, exact: bool) -> list[Sequence[str]]:
    """The syllables of a piece without hyphens, each with its possible pinyin; [] if it cannot be parted."""
    table = _wade_giles_table()
    best: list[list[str] | None] = [None] * (len(piece) + 1)
    best[0] = []
    for end in range(1, len(piece) + 1):
        for start in range(max(0, end - _LONGEST_SYLLABLE), end):
            before, known = best[start], best[end]
            if before is not None and piece[start:end] in table and (known is None or len(before) + 1 < len(known)):
                best[end] = [*before, piece[start:end]]
    return [table[each] if exact else (*table[each], *_aspirated(each)) for each in best[-1] or []]


def _aspirated(syllable: str) -> Iterator[str]:
    """The readings of a syllable whose apostrophe was lost."""
    for initial in ("ch", "ts", "tz", "k", "p", "t"):
        if syllable.startswith(initial):
            yield from _wade_giles_table().get(f"{initial}'{syllable[len(initial) :]}", ())
            return


def _cyrillic(word: str, table: dict[str, str]) -> tuple[str, ...]:
    """The fewest syllables that make up a word; where there is a choice, a consonant begins one."""
    best: list[tuple[str, ...] | None] = [None] * (len(word) + 1)
    best[0] = ()
    for end in range(1, len(word) + 1):
        if word[end - 1] == _BREAK:
            best[end] = best[end - 1] or None
            continue
        for start in range(max(0, end - _LONGEST_SYLLABLE), end):
            before, known, syllable = best[start], best[end], table.get(word[start:end])
            if before is not None and syllable and (known is None or len(before) + 1 < len(known)):
                best[end] = (*before, syllable)
    return best[-1] or ()


def _all() -> Iterator[tuple[str, str, str]]:
    """Every syllable in pinyin (ü is u), Wade-Giles and Palladius's system."""
    for initial, finals in _SYLLABLES.items():
        latin, cyrillic = _INITIALS[initial]
        for final in finals.split():
            ending, russian = _FINALS[final]
            pinyin = (initial + final).replace("ü", "u")
            yield pinyin, _IRREGULAR.get(initial + final, latin + ending), cyrillic + russian
    for pinyin, (latin, cyrillic) in _ALONE.items():
        yield pinyin, latin, cyrillic


@cache
def _wade_giles_table() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for pinyin, latin, _ in _all():
        found.setdefault(latin, {})[pinyin] = None
    # Written without its dots ü is u, and then stands behind the real u.
    for pinyin, latin, _ in _all():
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


@cache
def _lenient_table() -> dict[str, str]:
    """The syllables, also with е for э: so Ukrainians write, and many Russian papers."""
    strict = _palladius_table()
    return {cyrillic.replace("э", "е"): pinyin for cyrillic, pinyin in strict.items()} | strict
