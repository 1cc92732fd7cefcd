"""What is different between a quotation and its source, and which differences no reader would call one."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quotebank.text.quotation_alignment import Alignment, Block
from quotebank.text.quotation_tokens import DOT, GAP, HYPHEN, NUMBER, PART, WORDS, Token, joined, letters_of
from quotebank.text.quotation_words import Language, opposite

_CONTEXT = 2
_SHORT_REMARK = 3
_UNHEARD = frozenset(".,;:-")


class Difference(NamedTuple):
    """One difference: what the quotation says, and what the source says there; either may be empty.

    `kind` is ``negation`` or ``number`` if one of these is touched, else ``changed``, ``missing`` (from the
    quotation), ``added`` (to it) or ``moved`` (a piece that stands elsewhere). `start` and `end` are the place in the
    quotation: ``text[start:end] == quoted``.
    """

    kind: str
    quoted: str
    source: str
    start: int
    end: int


class Sides(NamedTuple):
    """Two texts with their tokens: a piece of the quotation, and the source."""

    text: str
    piece: Sequence[Token]
    other: str
    source: Sequence[Token]
    language: Language


def differences(sides: Sides, found: Alignment) -> Iterator[Difference]:
    """What differs in an alignment, in order, typography left out."""
    for block in found.blocks:
        mine, theirs = _split(sides, block)
        own = [token for token in mine if token.kind == GAP]
        rest = [token for token in mine if token.kind != GAP]
        negated = _negated(sides, block, found)
        if own and not any(token.kind in WORDS or token.kind == PART for token in rest):
            if negated and (_is_short(own) or _negates(sides.language, theirs, sides.other)):
                yield _difference("negation", sides, block)
        elif not _unheard(sides, block, rest, theirs):
            yield _difference("negation" if negated else _kind(rest, theirs, sides.language), sides, block)


def _split(sides: Sides, block: Block) -> tuple[Sequence[Token], Sequence[Token]]:
    return sides.piece[block.i1 : block.i2], sides.source[block.j1 : block.j2]


def _kind(mine: Sequence[Token], theirs: Sequence[Token], language: Language) -> str:
    if _numbers(mine, language) != _numbers(theirs, language):
        return "number"
    if not mine:
        return "missing"
    return "changed" if theirs else "added"


def _numbers(some: Sequence[Token], language: Language) -> list[str]:
    values = [token.key if token.kind == NUMBER else language.value(token.key) for token in some]
    return [value for value in values if value]


def _difference(kind: str, sides: Sides, block: Block) -> Difference:
    mine, theirs = _split(sides, block)
    if mine:
        start, end = mine[0].start, mine[-1].end
    else:
        start = end = sides.piece[block.i1 - 1].end if block.i1 else sides.piece[0].start
    source = sides.other[theirs[0].start : theirs[-1].end] if theirs else ""
    return Difference(kind, sides.text[start:end], source, start, end)


def _unheard(sides: Sides, block: Block, mine: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """Whether a difference is one of typography or of the writer's brackets, and none of words."""
    if (
        len(mine) == len(theirs)
        and mine
        and all(_same(*pair, sides.language) for pair in zip(mine, theirs, strict=True))
    ):
        return True
    if block.i2 == len(sides.piece) and all(token.key in _UNHEARD for token in mine):
        return all(token.kind not in WORDS for token in theirs)
    either = [*mine, *theirs]
    if all(token.kind in (HYPHEN, DOT) for token in either):
        return True
    if [token.form for token in mine] == [token.form for token in theirs]:
        return True
    respaced = any(token.kind in (HYPHEN, DOT) for token in either) or all(joined(t.key[:1]) for t in either if t.key)
    return respaced and letters_of(mine) == letters_of(theirs)


def _same(mine: Token, other: Token, language: Language) -> bool:
    """Whether two tokens say the same: a part of a word and the whole, five and 5."""
    if mine.kind == PART:
        head, _, tail = mine.key.partition("[")
        return other.kind in WORDS and other.key.startswith(head) and other.key.endswith(tail)
    if NUMBER in (mine.kind, other.kind):
        return (language.value(mine.key) or mine.key) == (language.value(other.key) or other.key)
    return mine.form == other.form


def _negated(sides: Sides, block: Block, found: Alignment) -> bool:
    """Whether one side of a block denies what the other does not."""
    mine, theirs = _split(sides, block)
    if len(mine) == len(theirs) == 1 and opposite(mine[0].key, theirs[0].key):
        return True
    if any(joined(token.key[:1]) for token in (*mine, *theirs) if token.key):
        mine = sides.piece[max(0, block.i1 - _CONTEXT) : block.i2 + _CONTEXT]
        theirs = sides.source[max(found.start, block.j1 - _CONTEXT) : block.j2 + _CONTEXT]
    return _negates(sides.language, mine, sides.text) != _negates(sides.language, theirs, sides.other)


def _negates(language: Language, some: Sequence[Token], text: str) -> int:
    if not some:
        return 0
    words = [word for token in some for word in (token.form.casefold().split() if token.kind == GAP else (token.key,))]
    return language.negations(words, text[some[0].start : some[-1].end])


def _is_short(own: Sequence[Token]) -> bool:
    """Whether what a writer put in brackets stands for words, and is no remark on them."""
    return sum(len(token.form.split()) for token in own) <= _SHORT_REMARK
