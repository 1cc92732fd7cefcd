"""Texts as columns of folded words, quickly: an index reads every word of a bank.

What `quotebank.text.folding` and `quotebank.text.variants` say is what holds; their words carry their places in the
text, which an index does not need and which take most of their time. Here texts of plain letters and common
typographic signs, nearly all there are, are taken a text at a time; any other goes the long way. A property
test holds the two to the same answers.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from quotebank.search.schema import BORDER
from quotebank.text.folding import base, tokens
from quotebank.text.variants import elision, joins, variants

FENCE = f" {BORDER} "

_WORD = "[a-z0-9]+(?:['`][a-z0-9]+)*"
_SPACES = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}
_SPACES_BUT_APOSTROPHES = _SPACES | {ord(sign): sign for sign in "'`"}
_SIGNS = (
    ("’", "'"), ("‘", "'"), ("´", "'"), ("′", "'"), ("‐", "-"), ("‑", "-"),
    ("“", " "), ("”", " "), ("„", " "), ("«", " "), ("»", " "), ("–", " "), ("—", " "), ("…", " "), ("\xa0", "\t"),
)  # fmt: skip
_SHORT = 120
_CASES = {code: "A" if chr(code).isupper() else "a" if chr(code).islower() else " " for code in range(128)}


def columns(texts: Iterable[str]) -> tuple[str, str]:
    """The folded words of several texts, and their extras (variants, each once), with borders between."""
    words: list[str] = []
    # A dict keeps the order and drops repetitions: a name often repeated is still one extra word.
    extras: dict[str, None] = {}
    for text in filter(None, texts):
        plain = _plain(text)
        if plain is None:
            found = list(tokens(text))
            folded = [token.text for token in found]
            extras |= dict.fromkeys(token.text for token in variants(text, found))
        else:
            folded = _plain_words(plain)
            extras |= dict.fromkeys(_plain_extras(plain))
        if folded:
            words.append(" ".join(folded))
    return FENCE.join(words), FENCE.join(extras)


def column(texts: Iterable[str]) -> str:
    """The folded words of several texts and, behind them, their extras."""
    some = tuple(filter(None, texts))
    if not some:
        return ""
    # Outlets, people and tags come again and again.
    return _cached(some) if sum(map(len, some)) <= _SHORT else _column(some)


def _column(texts: tuple[str, ...]) -> str:
    return FENCE.join([part for part in columns(texts) if part])


@lru_cache(maxsize=8192)
def _cached(texts: tuple[str, ...]) -> str:
    return _column(texts)


def _plain(text: str) -> str | None:
    """The text in ASCII, signs by their plain cousins; None when there is more to it."""
    if not text.isascii():
        for sign, plain in _SIGNS:
            text = text.replace(sign, plain)
        if not text.isascii():
            return None
    return text


def _plain_extras(text: str) -> Iterator[str]:
    camel = "aA" in text.translate(_CASES)
    if camel or (("'" in text or "`" in text) and elision().search(text)):
        yield from (token.text for token in variants(text, list(tokens(text))))
    elif "-" in text:
        # A compound and the word before it are all that matters; the rest need not be parted into words.
        before = ""
        for chunk in text.split(" "):
            if "-" in chunk:
                some = f"{before} {chunk}"
                yield from (token.text for token in joins(some, list(tokens(some))))
            before = chunk


def _plain_words(text: str) -> list[str]:
    if "'" not in text and "`" not in text:
        return text.translate(_SPACES).split()
    return [
        word if word.isalnum() else base(word)
        for chunk in text.translate(_SPACES_BUT_APOSTROPHES).split()
        for word in (re.findall(_WORD, chunk) if not chunk.isalnum() else (chunk,))
    ]
