"""Words in a form that case, accents, apostrophes and scripts do not change.

``Krasil’nikov``, ``Krasilnikov`` and ``Красильников`` fold alike. Cyrillic, Hangul, kana, Latin and Greek letters have
tables of our own; for any other script (Chinese, Arabic, ...) the `anyascii` package is loaded
when the first such letter is met.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from quotebank.text.cyrillic import LETTERS as CYRILLIC
from quotebank.text.hangul import is_syllable, romanized

if TYPE_CHECKING:
    import re

VERSION = 3
"""Changes with any change of the folding: what was indexed under another number has to be indexed anew."""

APOSTROPHES = "'’‘ʹʺʻʼ`´′"
"""Signs that fall out of the inside of a word: apostrophes, primes and soft-sign marks."""

_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff々〇"
_HANGUL = "\uac00-\ud7a3"
_JAMO = "[\u1100-\u115f\ua960-\ua97c][\u1160-\u11a7\ud7b0-\ud7c6][\u11a8-\u11ff\ud7cb-\ud7fb]?"
_HIRAGANA = "\u3041-\u3096\u309d-\u309f"
_KATAKANA = "\u30a1-\u30fa\u30fd-\u30ff\u31f0-\u31ff\uff66-\uff9d"
_KANA_MARKS = "\u3099\u309aー\uff70\uff9e\uff9f"
_FIRST_KANA, _LAST_KANA = "\u3041", "\u30ff"

_OTHER_LATIN = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŋ": "ng",
    "ə": "a", "ĸ": "k", "ŧ": "t", "ſ": "s", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y", "ȷ": "j",
    "ʹ": "", "ʺ": "", "ʻ": "", "ʼ": "", "ʾ": "", "ʿ": "", "ˈ": "", "ˮ": "",
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l",
    "μ": "m",
    "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f", "χ": "ch",
    "ψ": "ps",
    "ω": "o",
}  # fmt: skip


class Token(NamedTuple):
    """A word of a text: `start` and `end` index the raw text, `text` is its folded form."""

    start: int
    end: int
    text: str


def base(word: str) -> str:
    """The folded form of one word: lower-case ASCII letters and digits only, perhaps none.

    Compatibility forms are normalised (NFKC), soft hyphens, zero-width characters and apostrophes dropped, a
    final ``’s`` too. Text of several words comes back as one. Defined for every string.
    """
    if word[-1:] in ("s", "S") and word[-2:-1] and word[-2] in APOSTROPHES and word[:-2]:
        word = word[:-2]
    if word.isascii():
        return word.lower() if word.isalnum() else "".join(filter(str.isalnum, word.lower()))
    for sign in APOSTROPHES:
        if sign in word:
            word = word.replace(sign, "")
    composed = unicodedata.normalize("NFKC", word).lower()
    if any(_FIRST_KANA <= char <= _LAST_KANA for char in composed):
        return _with_kana(composed)
    return "".join(map(_letters, composed))


def tokens(text: str) -> Iterator[Token]:
    """The words of `text` in order; words that fold to nothing are left out.

    Hyphens part words (``Kim Jong-un`` is three), apostrophes and combining marks do not. Scripts written without
    spaces are parted too: every Chinese character and every Hangul syllable is a word, and so is every run of
    hiragana or of katakana. Takes time proportional to the length of the text, and any string.
    """
    return _ascii_tokens(text) if text.isascii() else _unicode_tokens(text)


def fold(text: str) -> str:
    """The folded words of `text`, one space between them."""
    return " ".join([token.text for token in tokens(text)])


def _ascii_tokens(text: str) -> Iterator[Token]:
    import re

    make = Token._make
    for match in re.finditer(r"[a-z0-9]+(?:['`][a-z0-9]+)*", text.lower()):
        word = match[0]
        yield make((match.start(), match.end(), word if word.isalnum() else base(word)))


def _unicode_tokens(text: str) -> Iterator[Token]:
    for start, end in _words(text):
        word = text[start:end]
        if folded := base(word):
            yield Token(start, end, folded)


def _words(text: str) -> Iterator[tuple[int, int]]:
    """Where words stand: runs of letters and figures with what joins them, parted where scripts need it."""
    if not _may_be_parted(text):
        yield from _runs(text)
        return
    parted = _parted()
    for start, end in _runs(text):
        for match in parted.finditer(text, start, end):
            yield match.span()


def _may_be_parted(text: str) -> bool:
    """Whether there is anything of East Asia in a text; a pattern for it would be slow to make."""
    return any(char >= "\u2e80" or "\u1100" <= char <= "\u11ff" for char in set(text))


@cache
def _parted() -> "re.Pattern[str]":
    """Pieces of a run: a Chinese character, a Hangul syllable (with its marks), a run of kana, or of anything else."""
    import re

    alone = f"[{_HAN}]|[{_HANGUL}]|{_JAMO}"
    kana = f"[{_HIRAGANA}][{_HIRAGANA}{_KANA_MARKS}]*|[{_KATAKANA}][{_KATAKANA}{_KANA_MARKS}]*"
    other = f"(?:(?!{_JAMO})[^{_HAN}{_HANGUL}{_HIRAGANA}{_KATAKANA}])+"
    return re.compile(f"{alone}|{kana}|{other}")


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Runs of letters and figures, apostrophes, combining marks and invisible characters inside them."""
    import re

    start = end = 0
    for match in re.finditer(rf"[^\W_]+(?:[{APOSTROPHES}][^\W_]+)*", text):
        left, right = match.span()
        if end:
            stop = end if text[end] == " " else _past_marks(text, end, left)
            if stop == left or (end < stop == left - 1 and text[stop] in APOSTROPHES):
                end = right
                continue
            yield start, stop
        start, end = left, right
    if end:
        yield start, _past_marks(text, end, len(text))


def _past_marks(text: str, start: int, end: int) -> int:
    """The end of the combining marks and format characters that stand at `start`, at most `end`."""
    while start < end and unicodedata.category(text[start]) in ("Mn", "Mc", "Me", "Cf"):
        start += 1
    return start


def _with_kana(text: str) -> str:
    """The letters of a normalised text with kana in it, which are read in runs: っぽ is ppo."""
    from itertools import groupby

    from quotebank.text.kana import is_kana, romanized

    pieces = ((kana, "".join(run)) for kana, run in groupby(text, is_kana))
    return "".join([romanized(run) if kana else "".join(map(_letters, run)) for kana, run in pieces])


@lru_cache(maxsize=4096)
def _letters(char: str) -> str:
    """The ASCII letters and digits for one lower-case character of a normalised (NFKC) text."""
    if char.isascii():
        return char if char.isalnum() else ""
    if char in CYRILLIC:
        return CYRILLIC[char]
    if is_syllable(char):
        return romanized(char)
    bare = unicodedata.normalize("NFD", char)[0]
    if bare.isascii():
        return bare if bare.isalnum() else ""
    return _table_or_anyascii(bare if bare in _OTHER_LATIN or bare in CYRILLIC else char)


def _table_or_anyascii(char: str) -> str:
    known = _OTHER_LATIN.get(char, CYRILLIC.get(char))
    if known is not None:
        return known
    category = unicodedata.category(char)
    if category[0] not in "LNM" or "\u0300" <= char <= "\u036f":
        return ""
    from anyascii import anyascii

    return "".join([letter for letter in anyascii(char).lower() if letter.isascii() and letter.isalnum()])
