"""Words, numbers and signs of a digest with their places, and forms of words for comparing."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from quotebank.ingest.digest.patterns import compiled

APOSTROPHES = "'’ʼ‘`´′"
"""Signs that stand for an apostrophe or a soft sign."""

_UNPRONOUNCED = frozenset(f"{APOSTROPHES}ʹ")

_TLD = (
    "com|org|net|info|news|eu|tv|press|media|example|online|blog|int|edu|gov|de|at|ch|fr|be|lu|ru|ua|by|kz|su"
    "|uk|ie|it|es|pt|pl|cz|sk|hu|ro|bg|rs|hr|si|se|no|fi|dk|nl|jp|kr|cn|tw|hk|in|il|tr|ir|qa|ae|sa|eg|ma|tn"
    "|dz|sn|ci|za|ng|ke|br|mx|ar|cl|ca|us|au|nz|me|io|co|рф|am|ge|az|lt|lv|ee|gr|kg|uz|tj|tm|mn|md|mk|ba|cy"
    "|is|asia|today|live|world"
)
"""Ends of domains; not all there are, so that ``St.Gallen`` and ``end.Then`` stay words."""

_DOMAIN = rf"(?:[^\W_][\w-]{{0,62}}+(?<![-_])\.(?=\w)){{1,9}}+(?i:{_TLD})"
"""A domain: labels of up to 63 signs (RFC 1035, 2.3.4), nine at most, so that dotted text takes linear time."""

_CAPITAL = r"[^\W\d_a-zа-яё]"
_PIECES = (
    r"(?P<url>https?://[^\s)\]>»”\"]+)"
    r"|(?P<link>\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?:\s\"[^\"\n]*\")?\))"
    r"|(?P<mail>[^\W_][\w.+-]{0,63}+@[\w-]+(?:\.[\w-]+)+)"
    rf"|(?P<domain>{_DOMAIN}(?![\w-]|\.\w))"
    r"|(?P<number>\d++(?:st|nd|rd|th|er|re|ème|e)?(?![^\W\d_])|\d+)"
    r"|(?P<elision>(?:[ldjnmtscLDJNMTSC]|[Qq]u)['’](?=[^\W\d_]{2}|[*_«\"“]))"
    r"|(?P<initial>"
    r"v\.\s?d\.(?=\s[^\W\d_a-z])"
    rf"|(?:Sh|Ch|Zh|Kh|Th|Ph|Yu|Ya|Iu|Ia|Ye|Dzh|Дж|St)\.(?=\s{_CAPITAL})"
    rf"|{_CAPITAL}\.(?:-?{_CAPITAL}\.)*(?=[\s-]?[^\W\d_]|,|;))"
    r"|(?P<possessive>['’]s(?![^\W_]))"
    r"|(?P<word>[^\W\d_]{3,}+\.(?=[A-ZÄÖÜ][a-zäöü]{2})[^\W\d_]+|[^\W\d_]+(?:[’'ʼ‘-](?!s(?![^\W_]))[^\W\d_]+)*)"
    r"|(?P<sign>[^\w\s]|_)"
)

_EVERYDAY_WORD = r"(?!https?:)[a-zß-öø-ÿœа-яё]+(?=[\s,;:)])"
_SPLIT = rf"{_EVERYDAY_WORD}|\s+|" + re.sub(r"\(\?P<\w+>", "(?:", _PIECES)


def token() -> "re.Pattern[str]":
    """One piece of a text. Names of groups say what it is; white space lies between the pieces."""
    return compiled(_PIECES)


def pieces(text: str) -> tuple[list[str], list[int]]:
    """The pieces of a text, as `token` finds them, and where each ends; white space left out.

    Several times faster than ``token().finditer``: no match objects, and everyday words are tried first.
    """
    found = compiled(_SPLIT).findall(text)
    ends = list(accumulate(map(len, found)))
    kept = [n for n, piece in enumerate(found) if not piece[0].isspace()]
    return [found[n] for n in kept], [ends[n] for n in kept]


def kind_of(piece: str) -> str:
    """What a piece is, by the names of the groups of `token`."""
    first = piece[0]
    if first.isdecimal():
        return _dotted(piece) if "." in piece else "number"
    if not first.isalnum():
        return _kind_of_sign(piece)
    if piece.startswith(("https://", "http://")):
        return "url"
    if piece[-1] in "'’":
        return "elision"
    return _dotted(piece) if "." in piece else "word"


def _dotted(piece: str) -> str:
    """What a piece with a full stop in it is that begins with a letter or a figure."""
    if "@" in piece:
        return "mail"
    if piece[-1] == ".":
        return "initial"
    return "domain" if compiled(_DOMAIN).fullmatch(piece) else "word"


def _kind_of_sign(piece: str) -> str:
    """What a piece is that begins with a sign."""
    if piece in ("'s", "’s"):
        return "possessive"
    return "link" if piece.startswith("](") else "sign"


@lru_cache(maxsize=65536)
def plain(word: str) -> str:
    """A word without case, marks and apostrophes; й and ё become и and е."""
    if not word.isascii():
        word = unicodedata.normalize("NFKD", "".join([sign for sign in word if sign not in _UNPRONOUNCED]))
        word = "".join([sign for sign in word.casefold() if not unicodedata.combining(sign)])
    return word.casefold().replace("'", "").replace("`", "")


_RUSSIAN = r"""(?x)(?:
    иями|ями|ами|ого|его|ему|ому|ыми|ими|иеи|иям|иях|ои|еи|ов|ев|ам|ям|ах|ях|ом|ем|ыи|ые|ая|яя|ое|ее|ую|юю|ых|их|ым|им
    |ия|ии|ию|ие|ье|ья|ью|[аяоеуюыиьъ]
)$"""
"""Endings of Russian cases, as `plain` gives them: with и for й."""

_GERMAN = r"(?<=...)(?:en|er|em|es|e|s|n)$"
"""Endings of German cases, which leave three letters at least (Neue, Neuen)."""

_SHORTEST_RUSSIAN = 5
"""How long a Russian word must be to show an ending that can be told."""


def roots(words: Sequence[str], language: str) -> list[str]:
    """Many words as `root` gives them, several times faster than one by one."""
    plains = plain("\n".join(words)).split("\n")
    if language == "de":
        return [root(word, language) for word in plains]
    return [root(word, language) if "а" <= word[-1:] <= "я" else word for word in plains]


@lru_cache(maxsize=65536)
def root(word: str, language: str) -> str:
    """A word without the ending that a case gives it, in Russian and German; elsewhere as `plain` gives it."""
    word = plain(word)
    if "а" <= word[-1:] <= "я":
        return compiled(_RUSSIAN).sub("", word) if len(word) >= _SHORTEST_RUSSIAN else word
    return compiled(_GERMAN).sub("", word) if language == "de" else word
