"""Latin letters for Hangul syllables, by arithmetic (Revised Romanization, letter by letter).

Sounds that meet are not assimilated: 독립 is ``dogrib``, so that a syllable always folds alike. The
composition of syllables is that of the Unicode Standard, section 3.12.
"""

FIRST = 0xAC00
LAST = 0xD7A3

_INITIALS = ("g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h")
_VOWELS = (
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu",
    "ui", "i",
)  # fmt: skip
_FINALS = (
    "", "g", "kk", "gs", "n", "nj", "nh", "d", "l", "lg", "lm", "lb", "ls", "lt", "lp", "lh", "m", "b", "bs", "s",
    "ss", "ng",
    "j", "ch", "k", "t", "p", "h",
)  # fmt: skip


def is_syllable(char: str) -> bool:
    """Whether a character is a composed Hangul syllable."""
    return FIRST <= ord(char) <= LAST


def romanized(syllable: str) -> str:
    """The Latin letters of one composed syllable (``is_syllable``)."""
    index = ord(syllable) - FIRST
    vowel_and_final = index % 588
    return _INITIALS[index // 588] + _VOWELS[vowel_and_final // 28] + _FINALS[vowel_and_final % 28]
