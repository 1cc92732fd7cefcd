"""Words that turn or measure a statement, by language: negations, and numbers written as words.

A quotation that loses its "not" or changes a number is wrong in another way than one with a changed adjective, so
these are looked for first. The tables are our own and hold the everyday words; they decide how a difference is
called and ordered, and never whether there is one.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache

NEGATIONS = {
    "en": "not no never none nobody nothing nowhere neither nor cannot without hardly scarcely",
    "fr": "ne n' pas jamais rien aucun aucune personne sans ni non nul nulle guère",
    "de": "nicht nichts nie niemals niemand kein keine keinen keinem keiner keines ohne weder nirgends nein",
    "ru": "не ни нет никогда ничего ничто никто никого нельзя без нигде никакой никакого никаких вовсе",
    "uk": "не ні нема немає ніколи нічого ніщо ніхто нікого без ніде жоден жодна жодного",
    "be": "не ні няма ніколі нічога ніхто без",
    "bg": "не няма никога нищо никой без нито",
    "sr": "не није нису нема никада никад ништа нико без ni nije nisu nema nikada nikad ništa niko bez ne",
    "es": "no nunca jamás nada nadie ningún ninguno ninguna sin ni tampoco",
    "it": "non no mai niente nulla nessuno nessuna nessun senza né neanche",
    "pt": "não nunca jamais nada ninguém nenhum nenhuma sem nem tampouco",
    "pl": "nie nigdy nic nikt żaden żadna żadne bez ani",
    "cs": "ne není nejsou nikdy nic nikdo žádný žádná bez ani nebude nebyl nemá nemůže",
    "ro": "nu niciodată nimic nimeni fără nici",
    "nl": "niet niets nooit niemand geen zonder noch nergens",
    "sv": "inte icke ej aldrig ingen inget inga utan varken",
    "da": "ikke aldrig ingen intet uden hverken",
    "no": "ikke ikkje aldri ingen intet uten verken",
    "fi": "ei en et emme ette eivät älä älkää",
    "hu": "nem ne nincs nincsenek soha sem senki semmi nélkül",
    "el": "δεν δε μη μην όχι ποτέ κανείς τίποτα χωρίς ούτε",
    "tr": "değil yok hiç asla",
    "vi": "không chưa chẳng đừng",
    "id": "tidak bukan belum jangan tak tanpa",
    "ar": "لا لم لن ليس ليست ليسوا غير دون بدون",
    "fa": "نه نیست نیستند نبود هیچ بدون",
    "he": "לא אין בלי אינו אינה",
    "hi": "नहीं न मत बिना",
}
"""Words of negation by language (ISO 639-1); compared as whole words, case apart."""

PARTS = {
    "zh": "不 没 沒 未 勿 无 無",
    "ja": "ない なかっ なけれ なく ません ずに せず 不 無 未",
    "ko": "않 없 아니 못하 못했 지마 지말",
    "th": "ไม่ มิได้ อย่า",
}
"""Signs of negation where words are written together: looked for inside the text itself."""

_ELSEWHERE = frozenset(("en", "et", "mai", "tak", "nu", "ej", "ei"))
"""Negations that are other words in another language: they count only where the language is known."""

_ENDINGS = ("n't",)
_BEGINNINGS = ("n'", "نمی")
_ALONE = ("안", "못")
_PREFIXES = (
    "un", "in", "im", "il", "ir", "dis", "non", "mis", "de", "miss", "не", "без", "бес", "ни", "nie", "bez",
    "des", "dés", "ne", "무", "불", "비",
)  # fmt: skip
_LEAST_STEM = 3
_SAMPLE = 4000

_NUMBERS = (
    ("0", "zero zéro null ноль нуль"),
    ("1", "one eins один одна одно одного одну"),
    ("2", "two deux zwei два две двух"),
    ("3", "three trois drei три трех"),
    ("4", "four quatre vier четыре четырех"),
    ("5", "five cinq fünf пять пяти"),
    ("6", "six sechs шесть шести"),
    ("7", "seven sept sieben семь семи"),
    ("8", "eight huit acht восемь восьми"),
    ("9", "nine neuf neun девять девяти"),
    ("10", "ten dix zehn десять десяти"),
    ("11", "eleven onze elf одиннадцать"),
    ("12", "twelve douze zwölf двенадцать"),
    ("13", "thirteen treize dreizehn тринадцать"),
    ("14", "fourteen quatorze vierzehn четырнадцать"),
    ("15", "fifteen quinze fünfzehn пятнадцать"),
    ("16", "sixteen seize sechzehn шестнадцать"),
    ("17", "seventeen siebzehn семнадцать"),
    ("18", "eighteen achtzehn восемнадцать"),
    ("19", "nineteen neunzehn девятнадцать"),
    ("20", "twenty vingt zwanzig двадцать двадцати"),
    ("30", "thirty trente dreißig тридцать тридцати"),
    ("40", "forty quarante vierzig сорок сорока"),
    ("50", "fifty cinquante fünfzig пятьдесят"),
    ("60", "sixty soixante sechzig шестьдесят"),
    ("70", "seventy siebzig семьдесят"),
    ("80", "eighty achtzig восемьдесят"),
    ("90", "ninety neunzig девяносто"),
    ("100", "hundred cent hundert сто ста"),
    ("1000", "thousand mille tausend тысяча тысячи тысяч"),
    ("1000000", "million millions millionen миллион миллиона миллионов"),
    ("1000000000", "billion milliard milliards milliarden миллиард миллиарда миллиардов"),
)  # fmt: skip


class Language:
    """What negates and what counts in one language, or in all of them when it is not known.

    `base` is a key of `NEGATIONS` or `PARTS`, ``""`` for all.
    """

    def __init__(self, base: str = "") -> None:
        words = (word for name, row in NEGATIONS.items() if base in ("", name) for word in row.split())
        self._words = frozenset(word.casefold() for word in words if base or word not in _ELSEWHERE)
        self._parts = [part for name, parts in PARTS.items() if base in ("", name) for part in parts.split()]
        self._values = {word.casefold(): value for value, words in _NUMBERS for word in words.split()}

    def negations(self, words: Iterable[str], text: str) -> int:
        """How often a stretch of text negates: `words` are its folded words, `text` is it as written."""
        found = sum(self._negates(word) for word in words)
        return found if text.isascii() else found + sum(text.count(part) for part in self._parts)

    def value(self, word: str) -> str:
        """The number that a folded word spells, in figures; ``""`` if it spells none."""
        return self._values.get(word, "")

    def _negates(self, word: str) -> bool:
        return word in self._words or word.endswith(_ENDINGS) or word.startswith(_BEGINNINGS) or word in _ALONE


def opposite(one: str, other: str) -> bool:
    """Whether one folded word is the other with a negating syllable before it: likely, unlikely."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _LEAST_STEM and long.endswith(short) and long[: -len(short)] in _PREFIXES


def main_script(text: str) -> str:
    """The script most letters of a text (of its first few thousand) are of, as Unicode names it; ``""`` for none.

    Chinese and Japanese are one, because they share most of their characters.
    """
    names = (unicodedata.name(char, "").partition(" ")[0] for char in text[:_SAMPLE] if char.isalpha())
    counts = Counter("CJK" if name in ("HIRAGANA", "KATAKANA") else name for name in names)
    return max(counts, key=lambda name: counts[name], default="")


def language(tag: str) -> Language:
    """The words of the language a BCP 47 tag names, or of all languages for one without a table."""
    base = tag.partition("-")[0].lower()
    return _language(base if base in NEGATIONS or base in PARTS else "")


@cache
def _language(base: str) -> Language:
    return Language(base)
