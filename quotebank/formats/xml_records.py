"""Libraries in XML, record by record: each a small tree with its line, and what cannot be read a problem.

The standard library's expat reads it. Nothing outside the file is opened, entities that a file defines are refused
(XML 1.0, 4.2: they are how a small file becomes a huge one), and a record's depth and size are bounded. After a mistake
the records that follow are still read, each on its own.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from quotebank.formats.bib_source import Source, decode_source, is_of_text
from quotebank.formats.parsed import MOST_RAW, Problem

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

DEEPEST = 100
"""Elements within one another in a record."""

MOST_ELEMENTS = 20_000
"""Elements of one record."""

_PIECE = 1 << 16
_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
_LOOKED_AT = 1024
_RAW_BYTES = 4 * MOST_RAW
"""Bytes of UTF-8 that certainly hold as many characters as a problem shows."""


class Element:
    """An element: its name without prefix, attributes without theirs, and text and elements in their order."""

    __slots__ = ("_named", "attributes", "name", "pieces")

    def __init__(self, name: str, attributes: Mapping[str, str]) -> None:
        self.name = name
        self.attributes = attributes
        self.pieces: list[str | Element] = []
        self._named: dict[str, list[Element]] | None = None

    @property
    def children(self) -> "list[Element]":
        """The elements directly in it."""
        return [piece for piece in self.pieces if not isinstance(piece, str)]

    def all(self, path: str) -> "list[Element]":
        """The elements at a path of names: ``urls/related-urls/url``."""
        if "/" not in path:
            return self.by_name.get(path, [])
        found = [self]
        for step in path.split("/"):
            found = [child for each in found for child in each.by_name.get(step, ())]
        return found

    @property
    def by_name(self) -> "dict[str, list[Element]]":
        """The elements directly in it by their names; ask for it when all are there."""
        if self._named is None:
            self._named = {}
            for child in self.pieces:
                if isinstance(child, Element):
                    self._named.setdefault(child.name, []).append(child)
        return self._named

    def first(self, path: str) -> "Element | None":
        """The first element at a path."""
        found = self.all(path)
        return found[0] if found else None

    @property
    def raw_text(self) -> str:
        """All text in it, as it stands there."""
        if len(self.pieces) == 1 and isinstance(self.pieces[0], str):
            return self.pieces[0]
        return "".join([piece if isinstance(piece, str) else piece.raw_text for piece in self.pieces])

    @property
    def text(self) -> str:
        """All text in it on one line, each run of white space one space."""
        return " ".join(self.raw_text.split())

    def text_at(self, path: str) -> str:
        """The text of the first element at a path that has any."""
        return next((text for each in self.all(path) if (text := each.text)), "")


class Record(NamedTuple):
    """A record's element, the line it begins on, and what stands there."""

    element: Element
    line: int
    raw: str


class _RefusedError(Exception):
    """The file or the record asks for more than is reasonable."""


class _EntityError(_RefusedError):
    """The file defines entities of its own."""


class _Failure(NamedTuple):
    """What is wrong with a file, and whether nothing of it is to be read."""

    message: str
    is_final: bool = False


def records_of(data: bytes, name: str, roots: tuple[str, ...]) -> Iterator[Record | Problem]:
    """The elements called `name`, wherever they stand, and the problems; raises nothing.

    A file without any is a problem, but for one whose first element is one of `roots`: an empty library.
    """
    source, text = _utf8(data)
    yield from source.problems
    reading = _Reading(name)
    for start in range(0, max(len(text), 1), _PIECE):
        failure = reading.feed(text[start : start + _PIECE], is_last=start + _PIECE >= len(text))
        yield from reading.taken(text)
        if failure is not None:
            yield from _after(failure, reading, text, name)
            return
    if reading.count == 0 and reading.root not in roots:
        yield Problem(1, f"no <{name}> in the file", _shown(text[:_RAW_BYTES]))


def root_of(start: bytes) -> str:
    """The name of the first element of a file, without prefix, by its first bytes; ``""`` when it is no XML."""
    text = _utf8(start)[1].lstrip()
    for mark, end in (b"<?", b"?>"), (b"<!--", b"-->"), (b"<!DOCTYPE", b">"), (b"<!--", b"-->"):
        while text.startswith(mark):
            text = text.partition(end)[2].lstrip()
    found = re.match(rb"<(?:[\w.-]+:)?([\w.-]+)[\s/>]", text)
    return found[1].decode("ascii", "replace") if found else ""


class _Reading:
    """Expat, and the records it has come to so far."""

    def __init__(self, name: str) -> None:
        self.count = 0
        self.root = ""
        self._name = name
        self._open: list[Element] = []
        self._depth = 0
        self._elements = 0
        self._start = (0, 1)
        self._done: list[tuple[Element, bytes, int, int, int]] = []
        self._parser = _parser()
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.EntityDeclHandler = _refuse_entity

    @property
    def begun(self) -> tuple[int, int] | None:
        """Place and line of the record that is open, None between records."""
        return self._start if self._open else None

    @property
    def place(self) -> tuple[int, int]:
        """Place and line where expat stands."""
        return max(self._parser.CurrentByteIndex, 0), self._parser.CurrentLineNumber

    def feed(self, piece: bytes, *, is_last: bool) -> _Failure | None:
        """Read on; what is wrong, None for nothing."""
        from xml.parsers.expat import ExpatError

        try:
            self._parser.Parse(piece, is_last)
        except ExpatError as failure:
            from xml.parsers.expat import errors

            return _Failure(f"not well-formed XML: {errors.messages.get(failure.code, 'unreadable')}")
        except _RefusedError as failure:
            return _Failure(str(failure), isinstance(failure, _EntityError))
        return None

    def taken(self, text: bytes) -> Iterator[Record]:
        """The records that have come to their end."""
        for element, tag, start, end, line in self._done:
            # Of an empty element (`<record/>`) expat tells where it ends.
            end += len(tag) + 1 if text.startswith(tag, end) else 0  # noqa: PLW2901
            yield Record(element, line, _shown(text[start : min(end, start + _RAW_BYTES)]))
        self._done.clear()

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        self.root = self.root or name
        self._depth += 1
        if self._depth > DEEPEST:
            raise _RefusedError(f"more than {DEEPEST} elements within one another")
        if not self._open:
            if name != self._name:
                return
            self._start = self.place
            self._elements = 0
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            raise _RefusedError(f"a record of more than {MOST_ELEMENTS} elements")
        if attributes:
            attributes = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        element = Element(name, attributes)
        if self._open:
            self._open[-1].pieces.append(element)
        self._open.append(element)

    def _end(self, name: str) -> None:
        self._depth -= 1
        if not self._open:
            return
        element = self._open.pop()
        if not self._open:
            self.count += 1
            self._done.append((element, f"</{name}".encode(), self._start[0], self.place[0], self._start[1]))

    def _text(self, text: str) -> None:
        if self._open:
            self._open[-1].pieces.append(text)


def _parser() -> "XMLParserType":
    from xml.parsers.expat import ParserCreate

    parser = ParserCreate("utf-8")
    parser.buffer_text = True
    return parser


def _refuse_entity(*declaration: Any) -> None:
    raise _EntityError(f"the file defines an entity ({str(declaration[0])[:40]!r})")


def _after(failure: _Failure, reading: _Reading, text: bytes, name: str) -> Iterator[Record | Problem]:
    """The problem of a broken file, and the records after it, each read alone."""
    if failure.is_final:
        place, line = reading.place
        yield Problem(line, f"{failure.message}; refused, nothing was read", _line(text, place))
        return
    if reading.begun is None:
        place, line = reading.place
        yield Problem(line, failure.message, _line(text, place))
    else:
        place, line = reading.begun
    yield from _Chunks(text, name, place, line).records()


class _Chunks:
    """What stands between the tags of records, from a place on, without asking whether the whole is well-formed."""

    def __init__(self, text: bytes, name: str, place: int, line: int) -> None:
        self._text = text
        self._name = name
        self._start = re.compile(rb"<((?:[\w.-]+:)?%s)(?=[\s>])" % re.escape(name).encode())
        self._place = place
        self._counted = (place, line)
        self._ends: dict[bytes, re.Pattern[bytes]] = {}

    def records(self) -> Iterator[Record | Problem]:
        """Each record, or the problem with it."""
        while found := self._start.search(self._text, self._place):
            start, line = found.start(), self._line(found.start())
            end = self._ends.setdefault(found[1], re.compile(rb"</%s\s*>" % re.escape(found[1]))).search(
                self._text, found.end()
            )
            if end is None:
                shown = _shown(self._text[start : start + _RAW_BYTES])
                yield Problem(line, f"a <{found[1].decode()}> without its end; left out", shown)
                return
            yield from self._one(start, end.end(), line)
            self._place = end.end()

    def _one(self, start: int, end: int, line: int) -> Iterator[Record | Problem]:
        chunk = self._text[start:end]
        reading = _Reading(self._name)
        failure = reading.feed(chunk, is_last=True)
        if failure is None:
            yield from (Record(each.element, line, each.raw) for each in reading.taken(chunk))
            return
        yield Problem(
            line + reading.place[1] - 1, f"{failure.message}; this record was left out", _shown(chunk[:_RAW_BYTES])
        )

    def _line(self, place: int) -> int:
        counted, line = self._counted
        line += self._text.count(b"\n", counted, place)
        self._counted = (place, line)
        return line


def _utf8(data: bytes) -> tuple[Source, bytes]:
    """A file in UTF-8, whatever encoding it names or has, without what XML cannot hold; and what is to be told."""
    problems: tuple[Problem, ...] = ()
    if data.startswith(_MARKS) or not _is_utf8(data):
        data, problems = _converted(data)
    if _forbidden().search(data):
        data = _forbidden().sub(b"", data)
        problems = (*problems, Problem(1, "control characters in the file; left out", mended=True))
    return Source("", problems), data


def _is_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8; a file that says otherwise of plain ASCII means the same characters."""
    if b"\x00" in data[:_LOOKED_AT]:
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _converted(data: bytes) -> tuple[bytes, tuple[Problem, ...]]:
    named = re.match(rb"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]{1,40})[\"']", data[:_LOOKED_AT])
    name = named[1].decode("ascii").lower() if named else ""
    if is_of_text(name) and not data.startswith(_MARKS):
        with suppress(LookupError, UnicodeError):
            return data.decode(name).encode("utf-8", "replace"), ()
    source = decode_source(data)
    return source.text.encode("utf-8", "replace"), source.problems


@cache
def _forbidden() -> re.Pattern[bytes]:
    """Control characters (XML 1.0, 2.2), as they are and as references."""
    reference = rb"&#(?:0*(?:[0-8]|1[124-9]|2[0-9]|3[01])|[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]));"
    return re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|" + reference)


def _line(text: bytes, place: int) -> str:
    """The line at a place."""
    start = text.rfind(b"\n", max(0, place - _RAW_BYTES), place) + 1
    start = max(start, place - MOST_RAW)
    return _shown(text[start : start + _RAW_BYTES].partition(b"\n")[0])


def _shown(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")[:MOST_RAW]
