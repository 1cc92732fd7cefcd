"""Latin letters for Japanese kana: Hepburn, as the press writes it, without marks for length.

A run of kana is read as a whole: small letters join the one before (きょ kyo), っ doubles what follows (っぽ ppo), and
what only makes a vowel longer falls away (とうきょう tokyo, シンゾー shinzo). The system is Hepburn's as in ALA-LC's
romanization table for Japanese, with the usual combinations for foreign words (ティ ti, ヴェ ve).
"""

_ROWS = {
    "": "あいうえお", "k": "かきくけこ", "g": "がぎぐげご", "s": "さしすせそ", "z": "ざじずぜぞ", "t": "たちつてと",
    "d": "だぢづでど", "n": "なにぬねの", "h": "はひふへほ", "b": "ばびぶべぼ", "p": "ぱぴぷぺぽ", "m": "まみむめも",
    "r": "らりるれろ",
}  # fmt: skip
_OTHERS = {
    "し": "shi", "じ": "ji", "ち": "chi", "つ": "tsu", "ぢ": "ji", "づ": "zu", "ふ": "fu", "や": "ya", "ゆ": "yu",
    "よ": "yo", "わ": "wa", "ゐ": "i", "ゑ": "e", "を": "o", "ん": "n", "ゔ": "vu", "ゎ": "wa", "ゕ": "ka", "ゖ": "ke",
}  # fmt: skip
_SMALL = {"ぁ": "a", "ぃ": "i", "ぅ": "u", "ぇ": "e", "ぉ": "o", "ゃ": "ya", "ゅ": "yu", "ょ": "yo", "ゎ": "wa"}
_DOUBLING, _LONG = "っ", "ー"
_REPEATED, _REPEATED_VOICED = "ゝヽ", "ゞヾ"
_VOICED = {"k": "g", "s": "z", "t": "d", "h": "b", "sh": "j", "ch": "j", "ts": "z", "f": "b"}
_FIRST_KATAKANA, _LAST_KATAKANA, _OFFSET = "ァ", "ヶ", 0x60


def _table() -> dict[str, str]:
    plain = {
        kana: consonant + vowel for consonant, row in _ROWS.items() for kana, vowel in zip(row, "aiueo", strict=True)
    }
    return plain | _OTHERS


_TABLE = _table()


def is_kana(char: str) -> bool:
    """Whether a character is hiragana, katakana or one of their marks."""
    return "ぁ" <= char <= "ゖ" or "ゝ" <= char <= "ゟ" or "ァ" <= char <= "ヺ" or "ー" <= char <= "ヿ"


def romanized(run: str) -> str:
    """The letters of a run of composed kana; signs that are none give nothing. Takes any text, in linear time."""
    syllables: list[str] = []
    doubled = False
    for char in map(_hiragana, run):
        if char == _DOUBLING:
            doubled = True
            continue
        if char in _SMALL and syllables and syllables[-1]:
            syllables[-1] = _joined(syllables[-1], _SMALL[char])
            continue
        syllable = _TABLE.get(char) or _SMALL.get(char, "")
        if char in _REPEATED or char in _REPEATED_VOICED:
            syllable = _repeated(syllables[-1] if syllables else "", voiced=char in _REPEATED_VOICED)
        if doubled and syllable and syllable[0] not in "aiueo":
            syllable = ("t" if syllable.startswith("ch") else syllable[0]) + syllable
        doubled = False
        if syllable:
            syllables.append(syllable)
    return _short(syllables)


def _hiragana(char: str) -> str:
    if _FIRST_KATAKANA <= char <= _LAST_KATAKANA:
        return chr(ord(char) - _OFFSET)
    return {"ヴ": "ゔ", "ヷ": "わ", "ヸ": "ゐ", "ヹ": "ゑ", "ヺ": "を"}.get(char, char)


def _joined(syllable: str, small: str) -> str:
    """A syllable with a small letter behind it: ki and small yo are kyo, te and small i are ti."""
    stem, vowel = syllable[:-1], syllable[-1]
    if vowel not in "aiueo":
        return syllable + small
    if small.startswith(("y", "w")):
        if not stem or (vowel != "i" and stem not in ("f", "v", "t", "d")):
            return syllable + small
        return stem + (small[1:] if stem.endswith(("sh", "ch", "j")) else small)
    if not stem:
        # ウィ wi, イェ ye, ヴァ is of the v row.
        return {"u": "w", "i": "y"}.get(vowel, vowel) + small if vowel != small else syllable
    if stem == "ts" and small != "u":
        return "ts" + small
    return stem + small


def _repeated(before: str, *, voiced: bool) -> str:
    if not voiced:
        return before
    stem = before.rstrip("aiueo")
    return _VOICED.get(stem, stem) + before[len(stem) :]


def _short(syllables: list[str]) -> str:
    """The syllables as one word, without those that only make the vowel before them longer."""
    word = ""
    for syllable in syllables:
        if (syllable == "u" and word[-1:] in ("o", "u")) or (syllable == "o" and word[-1:] == "o"):
            continue
        word += syllable
    return word
