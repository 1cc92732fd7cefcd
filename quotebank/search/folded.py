"""Texts as columns of folded words, quickly: an index reads every word of a bank.

What `quotebank.text.folding` says is what holds; its words carry their places in the text, which an index does not need
and which take most of its time. Here texts of plain letters and common typographic signs, nearly all there are,
are taken a text at a time; any other goes the long way. A property test holds the two to the same answers.
"""

import re
from collections.abc import Iterable

from quotebank.search.schema import BORDER
from quotebank.text.folding import base, joins, tokens

FENCE = f" {BORDER} "

_WORD = "[a-z0-9]+(?:['`][a-z0-9]+)*"
_LONGEST = 500  # characters; what hangs together for longer is no compound, and could be megabytes of hyphens
_SIGNS = (
    ("’", "'"), ("‘", "'"), ("´", "'"), ("′", "'"), ("‐", "-"), ("‑", "-"),
    ("“", " "), ("”", " "), ("„", " "), ("«", " "), ("»", " "), ("–", " "), ("—", " "), ("…", " "), ("\xa0", " "),
)  # fmt: skip


def columns(texts: Iterable[str]) -> tuple[str, str]:
    """The folded words of several texts, and their extras (joined compounds, each once), with borders between."""
    words: list[str] = []
    # A dict keeps the order and drops repetitions: a name often repeated is still one extra word.
    extras: dict[str, None] = {}
    for text in filter(None, texts):
        plain = _plain(text)
        found = _words(text) if plain is None else _plain_words(plain)
        if found:
            words.append(" ".join(found))
        compounds = _joins(text) if plain is None else _plain_joins(plain) if "-" in plain else ()
        extras |= dict.fromkeys(compounds)
    return FENCE.join(words), FENCE.join(extras)


def column(texts: Iterable[str]) -> str:
    """The folded words of several texts and, behind them, their extras."""
    return FENCE.join([part for part in columns(texts) if part])


def _plain(text: str) -> str | None:
    """The text in lower-case ASCII, signs by their plain cousins; None when there is more to it."""
    if not text.isascii():
        for sign, plain in _SIGNS:
            text = text.replace(sign, plain)
        if not text.isascii():
            return None
    return text.lower()


def _plain_words(text: str) -> list[str]:
    found: list[str] = re.findall(_WORD, text)
    return [word if word.isalnum() else base(word) for word in found] if "'" in text or "`" in text else found


def _plain_joins(text: str) -> list[str]:
    return [join for chunk in text.split() if "-" in chunk and len(chunk) <= _LONGEST for join in _joins(chunk)]


def _words(text: str) -> list[str]:
    return [token.text for token in tokens(text)]


def _joins(text: str) -> list[str]:
    return [join.text for join in joins(text, tokens(text))]
