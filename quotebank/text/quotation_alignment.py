"""A piece of a quotation laid beside a passage of its source, word by word."""

from collections.abc import Sequence
from typing import NamedTuple

from quotebank.text.quotation_tokens import FREE, GAP, WORD, WORDS, Token, letters_of

_ALIKE = 70
_SHOUTED = 3
_PATIENCE = (2, 1)
_SPREAD = 4
LONGEST_BRACKET = 12
"""Words of the source that words in brackets may stand for, and more only if nothing else fits."""


class Block(NamedTuple):
    """Where two rows of tokens differ: ``piece[i1:i2]`` against ``source[j1:j2]``; either may be empty."""

    i1: int
    i2: int
    j1: int
    j2: int


class Alignment(NamedTuple):
    """A piece beside ``source[start:end]`` (tokens), with what differs; `there` of the piece's words are there."""

    start: int
    end: int
    blocks: tuple[Block, ...]
    there: int


def align(piece: Sequence[Token], source: Sequence[Token], low: int, high: int) -> Alignment | None:
    """The piece beside the tokens ``source[low:high]`` that fit it best, None if no word does.

    Typography and the case of the first letter are no differences here, marks are.
    """
    low, high = max(low, 0), min(high, len(source))
    if _same_keys(piece, source, low, high):
        return _alignment(piece, source, low, high, [Block(0, len(piece), low, high)])
    found: dict[tuple[int, int], Alignment | None] = {}
    for islands in (_islands(piece, source, low, high), _islands(piece, source, low, high, most=True)):
        for patience in _PATIENCE if islands else ():
            solid = _solid(piece, islands, patience)
            first, last = solid[0], solid[-1]
            ends = max(low, first.j1 - first.i1), min(high, last.j2 + len(piece) - last.i2)
            if ends not in found:
                found[ends] = _alignment(piece, source, *ends, _islands(piece, source, *ends))
    places = [place for place in found.values() if place is not None]
    return min(places, key=lambda place: sum(_changed(piece, block) for block in place.blocks), default=None)


def _alignment(
    piece: Sequence[Token], source: Sequence[Token], low: int, high: int, islands: list[Block]
) -> Alignment | None:
    blocks: list[Block] = []
    pairs = [(at, at - island.i1 + island.j1) for island in islands for at in range(island.i1, island.i2)]
    if not any(piece[i].kind in WORDS for i, _ in pairs):
        return None
    shouted = _is_shouted([source[j] for _, j in pairs])
    beginning = next(at for at, token in enumerate(piece) if token.kind in WORDS)
    i, j = 0, low
    for at, other in [*pairs, (len(piece), high)]:
        if at > i or other > j:
            _add(blocks, Block(i, at, j, other))
        if at < len(piece) and not shouted and not _same_case(piece[at], source[other], first=at == beginning):
            _add(blocks, Block(at, at + 1, other, other + 1))
        i, j = at + 1, other + 1
    start, end = _fit_edges(piece, source, blocks, low, high)
    there = sum(piece[at].kind in WORDS for at, _ in pairs) + sum(_alike(piece, source, block) for block in blocks)
    return Alignment(start, end, tuple(blocks), there)


def _fit_edges(
    piece: Sequence[Token], source: Sequence[Token], blocks: list[Block], low: int, high: int
) -> tuple[int, int]:
    """Let the blocks at the ends hold of the source only what stands for words of the piece; returns its new ends."""
    if blocks and blocks[0].i1 == 0 and blocks[0].j1 == low:
        first = blocks.pop(0)
        low = _edge(piece[: first.i2], source, first.j2, first.j1, -1)
        if first.i2:
            blocks.insert(0, first._replace(j1=low))
    if blocks and blocks[-1].i2 == len(piece) and blocks[-1].j2 == high:
        last = blocks.pop()
        high = _edge(piece[last.i1 :], source, last.j1, last.j2, 1)
        if last.i1 < len(piece):
            blocks.append(last._replace(j2=high))
    return low, high


def _edge(some: Sequence[Token], source: Sequence[Token], inner: int, outer: int, step: int) -> int:
    """How far from `inner` the source stands for an end of a piece: to `outer` if nothing is spelt like it.

    Brackets at an end stand for nothing, and words that are only spaced or hyphened in another way for all of it.
    """
    if all(token.kind == GAP for token in some):
        return inner
    sought = letters_of(some)
    for size in range(1, len(some) + _SPREAD):
        left, right = sorted((inner, inner + step * size))
        if left < 0 or right > len(source):
            break
        if letters_of(source[left:right]) == sought:
            return inner + step * size
    return outer


def _same_keys(piece: Sequence[Token], source: Sequence[Token], low: int, high: int) -> bool:
    return high - low == len(piece) and all(
        token.key == other.key and token.key for token, other in zip(piece, source[low:high], strict=True)
    )


def _islands(
    piece: Sequence[Token], source: Sequence[Token], low: int, high: int, *, most: bool = False
) -> list[Block]:
    """The runs of tokens that are the same, by the fewest words changed or by the most words kept."""
    from rapidfuzz.distance import Indel, Levenshtein

    opcodes = Indel.opcodes if most else Levenshtein.opcodes
    edits = opcodes([token.key for token in piece], [source[at].key for at in range(low, high)])
    return [
        Block(edit.src_start, edit.src_end, edit.dest_start + low, edit.dest_end + low)
        for edit in edits
        if edit.tag == "equal"
    ]


def _solid(piece: Sequence[Token], islands: list[Block], patience: int) -> list[Block]:
    """The islands without those at either end that hang on by a word or two, far from the rest."""

    def is_loose(island: Block, one: Block, other: Block) -> bool:
        between = piece[one.i2 : other.i1]
        extra = (
            (other.j1 - one.j2) - len(between) - (LONGEST_BRACKET if any(token.kind == GAP for token in between) else 0)
        )
        return extra > patience * (island.i2 - island.i1)

    start, end = 0, len(islands)
    while end - start > 1 and is_loose(islands[start], islands[start], islands[start + 1]):
        start += 1
    while end - start > 1 and is_loose(islands[end - 1], islands[end - 2], islands[end - 1]):
        end -= 1
    return islands[start:end]


def _changed(piece: Sequence[Token], block: Block) -> int:
    """How many words a block changes; a bracket may stand for any number of the source's."""
    own = sum(token.kind == GAP for token in piece[block.i1 : block.i2])
    mine = block.i2 - block.i1 - own
    return mine if own else max(mine, block.j2 - block.j1)


def _add(blocks: list[Block], block: Block) -> None:
    """Add a block, as one with the last if it touches that."""
    if blocks and blocks[-1].i2 == block.i1 and blocks[-1].j2 == block.j1:
        last = blocks.pop()
        block = Block(last.i1, block.i2, last.j1, block.j2)
    blocks.append(block)


def _same_case(token: Token, other: Token, first: bool) -> bool:
    if token.form == other.form or token.kind not in WORDS:
        return True
    return (first or token.kind == FREE) and token.form[1:] == other.form[1:]


def _is_shouted(words: Sequence[Token]) -> bool:
    """Whether a passage is in capitals throughout, as captions and headlines are."""
    forms = [word.form for word in words if word.kind == WORD and len(word.form) > 1]
    return len(forms) >= _SHOUTED and all(form.isupper() for form in forms)


def _alike(piece: Sequence[Token], source: Sequence[Token], block: Block) -> int:
    """How many words of a block stand beside a word of the same stem, or are only spaced in another way."""
    mine = [token.key for token in piece[block.i1 : block.i2] if token.kind in WORDS]
    theirs = [token.key for token in source[block.j1 : block.j2] if token.kind in WORDS]
    if not mine or not theirs:
        return 0
    if "".join(mine) == "".join(theirs):
        return len(mine)
    from rapidfuzz import fuzz

    return sum(fuzz.ratio(one, other) >= _ALIKE for one, other in zip(mine, theirs, strict=False))
