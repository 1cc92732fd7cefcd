"""Words in scholars' transliterations: Ševčenko, Vzglâd, Michnevič.

Scientific transliteration and ISO 9 write one letter with a mark where the press writes two or more. Dropping the
marks, as folding does, leaves ``sevcenko``; this module also gives ``shevchenko``. Sources: ISO 9:1995, and the
scientific system as in the Slavic and East European Journal.
"""

import unicodedata

_MARKED = {
    "š": "sh", "č": "ch", "ž": "zh", "ŝ": "shch", "ĉ": "ch", "â": "ya", "û": "yu", "ě": "e", "ŭ": "u", "ï": "yi",
    "ë": "e", "è": "e", "é": "e", "ż": "zh", "ł": "l", "ĭ": "i",
}  # fmt: skip
_TELLING = frozenset("šžčŝĉâûż")


def press_spelling(word: str) -> str | None:
    """The folded press spelling of a word in a scholars' one, None for a word without its telling letters.

    ``ch`` then stands for kh, ``c`` for ts and ``j`` for y, as they do in these systems.
    """
    if word.isascii():
        return None
    composed = unicodedata.normalize("NFC", word.lower())
    if _TELLING.isdisjoint(composed):
        return None
    from quotebank.text.folding import base

    plain = composed.replace("šč", "shQ").replace("cz", "Q").replace("sz", "sh")
    plain = plain.replace("ch", "kh").replace("c", "ts").replace("j", "y").replace("Q", "ch").replace("w", "v")
    return base("".join([_MARKED.get(char, char) for char in plain]))


def ukrainian(word: str) -> str | None:
    """The folded form of a Cyrillic word by the Ukrainian table of 2010, None unless its letters are Ukrainian.

    Only letters that Russian lacks tell the two apart (і ї є ґ); see `as_ukrainian`.
    """
    if word.isascii() or _UKRAINIAN.isdisjoint(word.lower()):
        return None
    return as_ukrainian(word)


def as_ukrainian(word: str) -> str:
    """The folded form of a Cyrillic word if it is Ukrainian: г is then h and и is y."""
    from quotebank.text.folding import base

    return base(word.lower().replace("зг", "zgh").replace("г", "h").replace("и", "y"))


_UKRAINIAN = frozenset("іїєґ")
