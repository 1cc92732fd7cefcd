"""Other words a text can be found by, besides its own: for each where it stands.

=====================  ===================================================  ===========================
joined compounds       two to four neighbours of a hyphen compound          ``jongun`` for Jong-un
a name before one      the capitalised word before a capitalised compound   ``kimjongun`` for Kim Jong-un
CamelCase              the parts                                            ``me``, ``too`` for MeToo
elision                what follows the apostrophe                          ``ukraine`` for l’Ukraine
scholars’ spelling     the press's                                          ``shevchenko`` for Ševčenko
Cyrillic names         Chinese and Japanese names, Ukrainian letters       ``jinping`` for Цзиньпин
Chinese, Korean        two to four syllables in Latin letters, marked       ``°jinping`` for 近平, ``°gimjeong``
Chinese, Japanese      one (Chinese) and two characters as written          ``青``, ``青岛``
=====================  ===================================================  ===========================

The mark keeps syllables run together, which are no words of anybody's, apart from words.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from quotebank.text.folding import APOSTROPHES, Token, base
from quotebank.text.scripts import is_cyrillic, is_han, is_hangul, is_kana

HYPHENS = "-‐‑"
"""Signs that make a compound of the words beside them: hyphen-minus, hyphen, non-breaking hyphen."""

LONGEST_JOIN = 4
"""How many neighbours are joined at most."""

GRAM = "°"
"""Stands before Chinese and Korean syllables that were joined."""

_ELIDED = "[ldjnscmt]|(?:jus|lors|puis|quoi)?qu|[dns]ell|all|sull"
_LEAST_PART = 2


def variants(text: str, found: Sequence[Token]) -> Iterator[Token]:
    """The other words of `text`, whose own words are `found`; in order of their kind, repetitions and all.

    Linear in the length of the text. `start` and `end` of each say which stretch of the text it stands for.
    """
    if any(sign in text for sign in HYPHENS):
        yield from joins(text, found)
    if _has_camel(text):
        yield from camel_parts(text, found)
    if elision().search(text):
        yield from _elided(text, found)
    if not text.isascii():
        for token in found:
            word = text[token.start : token.end]
            if not word.isascii():
                for form in spellings(word):
                    if form != token.text:
                        yield token._replace(text=form)
        yield from _grams(text, found)


def joins(text: str, found: Sequence[Token]) -> Iterator[Token]:
    """Neighbours of a hyphen compound as one word, and a name with the compound that follows it."""
    chain: list[Token] = []
    before: Token | None = None
    for token in found:
        if not (chain and token.start - chain[-1].end == 1 and text[token.start - 1] in HYPHENS):
            yield from _named(text, before, chain)
            before = chain[-1] if len(chain) == 1 else None
            chain = []
        for first in range(max(0, len(chain) - LONGEST_JOIN + 1), len(chain)):
            yield Token(chain[first].start, token.end, "".join([part.text for part in chain[first:]]) + token.text)
        chain.append(token)
    yield from _named(text, before, chain)


def _named(text: str, before: Token | None, chain: list[Token]) -> Iterator[Token]:
    """The word before a compound joined to all of it, where both look like names."""
    if before is None or not 1 < len(chain) < LONGEST_JOIN:
        return
    if text[before.end : chain[0].start] == " " and text[before.start].isupper() and text[chain[0].start].isupper():
        yield Token(before.start, chain[-1].end, before.text + "".join([part.text for part in chain]))


def camel_parts(text: str, found: Sequence[Token]) -> Iterator[Token]:
    """The parts of words with capitals inside; parts of one letter are no words."""
    for token in found:
        word = text[token.start : token.end]
        if not _has_camel(word):
            continue
        borders = [0, *(match.start() + 1 for match in _camel().finditer(word)), len(word)]
        for start, end in pairwise(borders):
            part = base(word[start:end])
            if len(part) >= _LEAST_PART:
                yield Token(token.start + start, token.start + end, part)


@cache
def elision() -> re.Pattern[str]:
    """A French or Italian word that lost its last vowel to the next word, with the apostrophe: l’, qu’, dell’."""
    return re.compile(rf"(?<![^\W_{APOSTROPHES}])(?:{_ELIDED})[{APOSTROPHES}](?=[^\W_]{{2}})", re.IGNORECASE)


def spellings(word: str) -> Iterator[str]:
    """Other folded forms of one word that is not plain ASCII: the press's of a scholar's, and readings of names."""
    from quotebank.text.scholarly import press_spelling, ukrainian

    for form in (press_spelling(word), ukrainian(word)):
        if form:
            yield form
    if word[0].isupper() and is_cyrillic(word[0]):
        yield from _eastern(word)


def _eastern(word: str) -> Iterator[str]:
    """The Latin spellings of a Chinese or Japanese name behind a Cyrillic word."""
    from quotebank.text.chinese import palladius
    from quotebank.text.japanese import polivanov

    for form in dict.fromkeys((palladius(word), polivanov(word))):
        if form:
            yield form


def _has_camel(text: str) -> bool:
    return not (text.islower() or text.isupper()) and _camel().search(text) is not None


@cache
def _camel() -> re.Pattern[str]:
    return re.compile(r"[a-zа-яёіїєґß-öø-ÿ](?=[A-ZА-ЯЁІЇЄҐÀ-ÖØ-Þ])")


def _elided(text: str, found: Sequence[Token]) -> Iterator[Token]:
    for token in found:
        match = elision().match(text, token.start, token.end)
        if match and len(rest := base(text[match.end() : token.end])) >= _LEAST_PART:
            yield Token(match.end(), token.end, rest)


def _grams(text: str, found: Sequence[Token]) -> Iterator[Token]:
    """Syllables joined, and characters as written, of stretches without spaces."""
    chain: list[Token] = []
    for token in found:
        char = text[token.start]
        if char < "\u1100" or not (is_han(char) or is_hangul(char) or is_kana(char)):
            chain = []
            continue
        if chain and chain[-1].end != token.start:
            chain = []
        chain.append(token)
        del chain[:-LONGEST_JOIN]
        if not is_hangul(char):
            yield from _characters(text, chain)
        if not is_kana(char):
            yield from _joined(text, chain)


def _joined(text: str, chain: list[Token]) -> Iterator[Token]:
    joined = ""
    for part in reversed(chain):
        if is_kana(text[part.start]):
            return
        joined = part.text + joined
        if part is not chain[-1]:
            yield Token(part.start, chain[-1].end, GRAM + joined)


def _characters(text: str, chain: list[Token]) -> Iterator[Token]:
    """The last token's characters: each with the one before it, Chinese ones also alone."""
    last = chain[-1]
    before = chain[-2].end - 1 if len(chain) > 1 and not is_hangul(text[chain[-2].start]) else last.start
    for at in range(last.start, last.end):
        if at > before:
            yield Token(at - 1, at + 1, _written(text[at - 1 : at + 1]))
        if not is_kana(text[at]):
            yield Token(at, at + 1, _written(text[at]))


def _written(chars: str) -> str:
    return unicodedata.normalize("NFKC", chars)
