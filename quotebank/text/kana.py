"""Latin letters for Japanese kana: Hepburn, as the press writes it, without marks for length.

A run of kana is read as a whole: small letters join the one before (きょ kyo), っ doubles what follows (っぽ ppo), and
what only makes a vowel longer falls away (とうきょう tokyo, シンゾー shinzo). The system is Hepburn's as in ALA-LC's
romanization table for Japanese, with the combinations for foreign words of the Japanese cabinet's notice on loanwords
(1991): ティ ti, ヴェ ve, クォ kwo.
"""

from functools import cache

_ROWS = {
    "": "あいうえお", "k": "かきくけこ", "g": "がぎぐげご", "s": "さしすせそ", "z": "ざじずぜぞ", "t": "たちつてと",
    "d": "だぢづでど", "n": "なにぬねの", "h": "はひふへほ", "b": "ばびぶべぼ", "p": "ぱぴぷぺぽ", "m": "まみむめも",
    "r": "らりるれろ",
}  # fmt: skip
_OTHERS = {
    "し": "shi", "じ": "ji", "ち": "chi", "つ": "tsu", "ぢ": "ji", "づ": "zu", "ふ": "fu", "や": "ya", "ゆ": "yu",
    "よ": "yo", "わ": "wa", "ゐ": "i", "ゑ": "e", "を": "o", "ん": "n", "ゔ": "vu", "ゎ": "wa", "ゕ": "ka", "ゖ": "ke",
    "ヷ": "va", "ヸ": "vi", "ヹ": "ve", "ヺ": "vo", "ゟ": "yori", "ヿ": "koto",
}  # fmt: skip
_SMALL = {"ぁ": "a", "ぃ": "i", "ぅ": "u", "ぇ": "e", "ぉ": "o", "ゃ": "ya", "ゅ": "yu", "ょ": "yo", "ゎ": "wa"}
_SOFT = ("sh", "ch", "j")
"""Consonants that are soft already: しゃ is sha, not shya."""
_GLIDING = ("fu", "vu", "te", "de")
"""Syllables that are none in i and yet take a small y: フュ fyu, ヴュ vyu, テュ tyu, デュ dyu."""

_FOREIGN = {
    "u": ("w", "ieo"), "fu": ("f", "aieo"), "vu": ("v", "aieo"), "tsu": ("ts", "aieo"), "ku": ("kw", "aieo"),
    "gu": ("gw", "aieo"), "su": ("s", "i"), "zu": ("z", "i"), "te": ("t", "i"), "de": ("d", "i"), "to": ("t", "u"),
    "do": ("d", "u"), "i": ("y", "e"),
}  # fmt: skip
"""Syllables that give their vowel up to a small one behind them: what is left, and to which vowels."""

_DOUBLING = "っ"
_REPEATED, _REPEATED_VOICED = "ゝヽ", "ゞヾ"
_VOICED = {"k": "g", "s": "z", "t": "d", "h": "b", "sh": "j", "ch": "j", "ts": "z", "f": "b"}
_FIRST_KATAKANA, _LAST_KATAKANA, _OFFSET = "ァ", "ヴ", 0x60


def is_kana(char: str) -> bool:
    """Whether a character is hiragana, katakana or one of their marks."""
    return "ぁ" <= char <= "ゖ" or "ゝ" <= char <= "ゟ" or "ァ" <= char <= "ヺ" or "ー" <= char <= "ヿ"


def romanized(run: str) -> str:
    """The letters of a run of composed kana; signs that are none give nothing. Takes any text, in linear time."""
    table = _table()
    syllables: list[str] = []
    doubled = False
    for char in run:
        letters = table.get(char)
        if letters == _DOUBLING:
            doubled = True
            continue
        if letters is None and (char in _REPEATED or char in _REPEATED_VOICED):
            letters = _repeated(syllables[-1] if syllables else "", voiced=char in _REPEATED_VOICED)
        if not letters:
            doubled = False
            continue
        if letters[0] == "+":
            letters = letters[1:]
            if syllables and not doubled and (joined := _joined(syllables[-1], letters)):
                syllables[-1] = joined
                continue
        elif doubled and letters[0] not in "aiueo":
            letters = ("t" if letters.startswith("ch") else letters[0]) + letters
        doubled = False
        syllables.append(letters)
    return _short(syllables)


@cache
def _table() -> dict[str, str]:
    """The letters of every kana, hiragana and katakana; small ones after a ``+``; っ stands for itself."""
    hiragana = {
        kana: consonant + vowel for consonant, row in _ROWS.items() for kana, vowel in zip(row, "aiueo", strict=True)
    }
    hiragana |= _OTHERS | {kana: "+" + letters for kana, letters in _SMALL.items()} | {_DOUBLING: _DOUBLING}
    katakana = {chr(ord(kana) + _OFFSET): letters for kana, letters in hiragana.items()}
    within = {kana: letters for kana, letters in katakana.items() if _FIRST_KATAKANA <= kana <= _LAST_KATAKANA}
    return hiragana | within | {"ヵ": "ka", "ヶ": "ke"}


def _joined(syllable: str, small: str) -> str:
    """A syllable with a small letter that it takes: ki and small yo are kyo, te and small i are ti. Else nothing."""
    stem, vowel = syllable[:-1], syllable[-1]
    if small == vowel:
        return syllable
    if small[0] == "y":
        if stem and (vowel == "i" or syllable in _GLIDING):
            return stem + small[1:] if stem.endswith(_SOFT) else stem + small
        return ""
    if small == "wa":
        return stem + small if syllable in ("ku", "gu") else ""
    if stem and vowel == "i" and small == "e":
        return stem + small if stem.endswith(_SOFT) else stem + "ye"
    left, vowels = _FOREIGN.get(syllable, ("", ""))
    return left + small if small in vowels else ""


def _repeated(before: str, *, voiced: bool) -> str:
    """What an iteration mark stands for: the syllable before it, voiced or not."""
    if not voiced:
        return before
    stem = before.rstrip("aiueo")
    return _VOICED.get(stem, stem) + before[len(stem) :]


def _short(syllables: list[str]) -> str:
    """The syllables as one word, without those that only make the vowel before them longer."""
    word: list[str] = []
    last = ""
    for syllable in syllables:
        if (syllable == "u" and last in ("o", "u")) or (syllable == "o" and last == "o"):
            continue
        word.append(syllable)
        last = syllable[-1]
    return "".join(word)
