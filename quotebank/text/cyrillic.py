"""Latin letters for Cyrillic ones, close to what English-language papers write (BGN/PCGN, simplified).

One letter at a time and without context, so that a word always folds alike: iotated vowels are ``ya``
and ``yu`` everywhere, signs fall away. Letters of Ukrainian, Belarusian, Serbian, Macedonian, Kazakh and other
alphabets that Russian lacks stand beside the Russian ones.
"""

LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "й": "y", "к": "k",
    "л": "l",
    "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts",
    "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "ё": "e",
    "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ў": "u", "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz",
    "ѕ": "dz", "ѓ": "g", "ќ": "k", "ә": "a", "ғ": "gh", "қ": "q", "ң": "ng", "ө": "o", "ұ": "u", "ү": "u", "һ": "h",
    "ѣ": "e", "ѳ": "f", "ѵ": "i", "ѫ": "u", "ѐ": "e", "ѝ": "i", "ӣ": "i", "ӯ": "u", "ҳ": "h", "ҷ": "j", "җ": "j",
    "ҝ": "g",
    "ҹ": "ch", "ӏ": "", "ӑ": "a", "ӗ": "e", "ҫ": "s", "ӳ": "u", "ӊ": "n", "ҡ": "q", "ҙ": "z", "ҕ": "gh",
}  # fmt: skip
"""Lower-case Cyrillic letters, composed (NFC), with the Latin letters that stand for them."""
