"""Square brackets and keys as they nest in a paragraph of Markdown, and which of them make citations.

The order of things is pandoc's: a bracket is a citation when each of its parts between semicolons has a key of its own
and neither an address, attributes nor another bracket follows; a bracket behind a key in the text holds its locator.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from quotebank.draft.markdown_locators import locator_in

_LONGEST = 1000
"""Characters of a prefix or suffix that are kept: brackets may nest, and each would repeat all within it."""

_MOST_WRAPPED = 8


class Key(NamedTuple):
    """A key where it stands: from its mark (``@``, ``-@``) to its end, and the key alone."""

    mark: int
    start: int
    end: int
    close: int
    suppressed: bool
    braced: bool


class Bracket:
    """What stands between two brackets: keys, brackets, and the places of semicolons, in order.

    `kind` is ``[``, ``![`` or ``^[``. `role` is what the text behind it makes of it: ``""``, ``link``, ``span``.
    `followed` says that another bracket comes right after; that one is its `label`.
    """

    __slots__ = ("end", "followed", "items", "kind", "label", "role", "start")

    def __init__(self, start: int, kind: str) -> None:
        self.start = start
        self.kind = kind
        self.end = -1
        self.role = ""
        self.followed = False
        self.label = False
        self.items: Items = []

    @property
    def may_have_label(self) -> bool:
        """Whether a bracket right behind it is read as its label."""
        return not (self.role or self.label) and self.kind != "^["


Items = list[Key | Bracket | int]
_Nested = tuple[Items, int | None]
"""What stands in brackets within others, and the cluster its keys belong to, None for one of their own."""


class Cited(NamedTuple):
    """One key cited: how, with what around it, and in which cluster."""

    key: Key
    mode: str
    prefix: str
    suffix: str
    locator: str
    cluster: int


class Clusters:
    """Makes citations of the items of a text; `blanks` are the spans they take up."""

    def __init__(self, text: str) -> None:
        self.cited: list[Cited] = []
        self.blanks: list[tuple[int, int]] = []
        self._text = text
        self._count = 0

    def add(self, items: Items) -> None:
        """Takes what stands in a paragraph, outside of any bracket."""
        waiting: list[_Nested] = [(items, None)]
        while waiting:
            some, cluster = waiting.pop()
            waiting.extend(self._in_text(some, cluster))

    def _in_text(self, items: Items, cluster: int | None) -> Iterator[_Nested]:
        """Cites the keys of running text, each perhaps with a bracket behind it; gives what stands in brackets."""
        skip = False
        for place, item in enumerate(items):
            if skip:
                skip = False
                continue
            if isinstance(item, Key):
                after = items[place + 1] if place + 1 < len(items) else None
                skip = isinstance(after, Bracket) and self._belongs(item, after)
                yield from self._narrative(item, after if skip and isinstance(after, Bracket) else None, cluster)
            elif isinstance(item, Bracket):
                parts = self._parts(item)
                if parts is None:
                    yield item.items, None
                else:
                    self.blanks.append((item.start, item.end))
                    yield from self._bracketed(item, parts, self._new())

    def _narrative(self, key: Key, after: Bracket | None, cluster: int | None) -> Iterator[_Nested]:
        """A key in the text, and the bracket behind it: its locator first, or more citations."""
        mode = "suppressed" if key.suppressed else "narrative"
        number = self._new() if cluster is None else cluster
        self.blanks.append((key.mark, key.close))
        if after is None:
            self._cite(key, mode, "", "", number)
            return
        self.blanks.append((after.start, after.end))
        parts = self._parts(after)
        if parts is not None:
            self._cite(key, mode, "", "", number)
            yield from self._bracketed(after, parts, number)
            return
        first = next((place for place, item in enumerate(after.items) if isinstance(item, int)), len(after.items))
        end = after.items[first] if first < len(after.items) else after.end - 1
        assert isinstance(end, int)
        self._cite(key, mode, "", self._text[after.start + 1 : min(end, after.start + _LONGEST)], number, bare=True)
        yield after.items[:first], number
        if first < len(after.items):
            yield from self._segments(after, self._parts(after, first + 1) or [], number, first + 1)

    def _bracketed(self, bracket: Bracket, parts: list[int], cluster: int) -> Iterator[_Nested]:
        return self._segments(bracket, parts, cluster, 0)

    def _segments(self, bracket: Bracket, keys: list[int], cluster: int, first: int) -> Iterator[_Nested]:
        """The citations of a bracket from its item `first`; `keys` are the places of the key of each part."""
        items = bracket.items
        if not keys:
            return
        before = items[first - 1] if first else bracket.start
        assert isinstance(before, int)
        begin, place = before + 1, first
        for at in keys:
            stop = next((n for n in range(at + 1, len(items)) if isinstance(items[n], int)), len(items))
            semicolon = items[stop] if stop < len(items) else bracket.end - 1
            key = items[at]
            assert isinstance(key, Key)
            assert isinstance(semicolon, int)
            prefix = self._text[max(begin, key.mark - _LONGEST) : key.mark]
            suffix = self._text[key.close : min(semicolon, key.close + _LONGEST)]
            self._cite(key, "suppressed" if key.suppressed else "parenthetical", prefix, suffix, cluster)
            nested: Items = [item for item in items[place:at] if not isinstance(item, int)]
            if nested:
                yield nested, cluster
            if at + 1 < stop:
                yield items[at + 1 : stop], cluster
            begin, place = semicolon + 1, stop + 1

    def _parts(self, bracket: Bracket, first: int = 0) -> list[int] | None:
        """The place of the key of each part of a bracket from its item `first`; None when it is no citation."""
        if not first and (bracket.role or bracket.followed or bracket.kind == "^["):
            return None
        items, found = bracket.items, []
        begin = items[first - 1] if first else bracket.start
        assert isinstance(begin, int)
        key: int | None = None
        tried = 0
        for place in range(first, len(items)):
            item = items[place]
            if isinstance(item, int):
                if key is None:
                    return None
                found.append(key)
                key, begin, tried = None, item, 0
            elif key is None and isinstance(item, Key) and tried < _MOST_WRAPPED:
                tried += 1
                key = None if _wrapped(self._text[max(begin + 1, item.mark - _LONGEST) : item.mark]) else place
        if key is None:
            return None
        return [*found, key]

    def _belongs(self, key: Key, after: Bracket) -> bool:
        """Whether a bracket in the text is that of the key before it (pandoc manual, "Author-in-text citations")."""
        if after.kind != "[" or self._text[key.close : min(after.start, key.close + _LONGEST)].strip():
            return False
        if self._parts(after) is not None:
            return True
        if after.role == "link" or after.followed:
            return False
        rest = next((place for place, item in enumerate(after.items) if isinstance(item, int)), None)
        return rest is None or self._parts(after, rest + 1) is not None

    def _cite(self, key: Key, mode: str, prefix: str, suffix: str, cluster: int, *, bare: bool = False) -> None:
        locator = ""
        if suffix:
            suffix = " ".join(suffix.split())
            locator = locator_in(suffix, bare=bare)
        if prefix:
            prefix = " ".join(prefix.split())
        self.cited.append(Cited(key, mode, prefix, suffix, locator, cluster))

    def _new(self) -> int:
        self._count += 1
        return self._count


def _wrapped(before: str) -> bool:
    """Whether a quotation or emphasis opened before a key in a bracket is still open there: it is none of its own."""
    if not _wrap().search(before):
        return False
    left = _pairs().sub("", before)
    return _left_open().search(left) is not None


@cache
def _wrap() -> "re.Pattern[str]":
    return re.compile(r"[\"“*_]")


@cache
def _pairs() -> "re.Pattern[str]":
    return re.compile(r"\"[^\"]*+\"|“[^“”]*+”|\*[^*]++\*|(?<!\w)_[^_]++_(?!\w)|\*\*|\\.")


@cache
def _left_open() -> "re.Pattern[str]":
    return re.compile(r"[\"“]|\*(?=\S|$)|(?<!\w)_(?=\S|$)")
