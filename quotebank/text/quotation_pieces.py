"""A quotation as a writer prints it, taken apart: ellipses part it, brackets hold the writer's own words.

The conventions are those of the style guides (Chicago Manual of Style, 17th ed., 13.50 ff. on ellipses, 13.59 ff. on
brackets): ``…``, ``...``, ``[...]``, ``(…)``, ``<…>`` for words left out; ``[the president]`` for words put
in the place of others; ``[T]he`` for another first letter; ``speak[s]`` for another ending; ``[sic]`` and remarks.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from quotebank.text.quotation_tokens import (
    ELLIPSIS,
    FREE,
    GAP,
    PART,
    WORDS,
    Token,
    folded,
    joined,
    tokens,
)  # fmt: skip

MOST_PIECES = 100
"""An ellipsis beyond so many is passed over, so that the time stays bounded."""

LONGEST_PIECE = 256
"""Tokens; a longer piece is compared bit by bit."""

_LOOSE = frozenset(".,;:-")
"""Marks that a writer may put at an end of a quotation, or leave away there (Chicago 13.7)."""


class Piece(NamedTuple):
    """A stretch of a quotation without an ellipsis; one that is `cut` follows the one before with nothing between."""

    tokens: tuple[Token, ...]
    cut: bool = False


def read_pieces(text: str) -> list[Piece]:
    """The pieces of a quotation, in order; none for a text without words."""
    pieces: list[Piece] = []
    start = 0
    ends = [match.span() for match, _ in zip(_ellipsis().finditer(text), range(MOST_PIECES - 1), strict=False)]
    for left, right in (*ends, (len(text), len(text))):
        found = _trimmed(list(_tokens(text, start, left)))
        start = right
        bits = range(0, len(found), LONGEST_PIECE)
        pieces += [Piece(tuple(found[at : at + LONGEST_PIECE]), cut=at > 0) for at in bits]
    if not any(token.kind in WORDS for piece in pieces for token in piece.tokens):
        return []
    return pieces


def _trimmed(found: list[Token]) -> list[Token]:
    start, end = 0, len(found)
    while start < end and _is_loose(found[start]):
        start += 1
    while start < end and _is_loose(found[end - 1]):
        end -= 1
    return found[start:end] if any(token.kind in WORDS for token in found[start:end]) else []


def _is_loose(token: Token) -> bool:
    return token.key in _LOOSE and token.kind not in WORDS


def _tokens(text: str, start: int, end: int) -> Iterator[Token]:
    at = start
    for match in _bracket().finditer(text, start, end):
        left, right = match.span()
        content = match["inside"]
        if content is None:  # (sic)
            yield from tokens(text, at, left)
        else:
            left, right = _around(text, at, left), _past(text, right, end)
            yield from tokens(text, at, left)
            if token := _bracketed(text, left, match, right):
                yield token
        at = max(at, right)
    yield from tokens(text, at, end)


def _bracketed(text: str, left: int, match: re.Match[str], right: int) -> Token | None:
    content = match["inside"]
    head, tail = text[left : match.start()], text[match.end() : right]
    if not head and not tail:
        own = content.strip()
        return None if own.casefold().rstrip(".!?") in _REMARKS else Token(left, right, "", own, GAP)
    if not head and len(content) == 1 and content.isalpha():
        form = folded(content + tail)
        return Token(left, right, form.casefold(), form, FREE)
    return Token(left, right, f"{folded(head).casefold()}[{folded(tail).casefold()}", content, PART)


_REMARKS = frozenset(("sic", "so", "так", ""))
"""What stands in brackets and for no word of the source."""


def _around(text: str, least: int, at: int) -> int:
    """The start of the word that ends at a place."""
    while at > least and text[at - 1].isalnum() and not joined(text[at - 1]):
        at -= 1
    return at


def _past(text: str, at: int, most: int) -> int:
    """The end of the word that begins at a place."""
    while at < most and text[at].isalnum() and not joined(text[at]):
        at += 1
    return at


@cache
def _ellipsis() -> re.Pattern[str]:
    one = rf"(?:{ELLIPSIS})"
    return re.compile(rf"[\[［〔]\s?{one}\s?[\]］〕]|[(（]\s?{one}\s?[)）]|<\s?{one}\s?>|/\s?{one}\s?/|{one}")


@cache
def _bracket() -> re.Pattern[str]:
    return re.compile(r"[\[［〔](?P<inside>[^\[\]［］〔〕]*)[\]］〕]|\(\s?sic\s?!?\s?\)")
