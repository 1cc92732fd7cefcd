"""The entries of a .bib file, ``@string``s and ``#`` resolved, and everything in it that is not as it should be.

Three readers, the next one for what the one before is not sure of. Nearly every entry is fields in braces, which a
pattern reads; bibtexparser's splitter reads whatever else is well formed; what it loses, or takes for something that
BibTeX's grammar has not, is read by our own `bib_scanner`, which mends what it can and tells of everything.
"""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from quotebank.formats.bib_grammar import (
    MACRO,
    Entry,
    Piece,
    closing_brace,
    joined,
    pattern,
    plain_piece,
    problem,
    read_value,
)
from quotebank.formats.bib_inheritance import inherit
from quotebank.formats.bib_scanner import Item, Landmarks, Scanner
from quotebank.formats.parsed import Problem

if TYPE_CHECKING:
    from bibtexparser.model import Block
    from bibtexparser.splitter import Splitter

__all__ = ["Entry", "inherit", "read_entries"]

Fields = list[tuple[str, tuple[Piece, ...] | str]]

_HEAD = r"@([A-Za-z]++)\{\s*+([^\s,{}\"#%=()@\\]++)\s*+,"
_FIELD = (
    r"\s*+([A-Za-z_][\w+./:-]*+)\s*+=\s*+"
    r"(?:\{([^{}]*+(?:\{[^{}]*+(?:\{[^{}]*+\}[^{}]*+)*+\}[^{}]*+)*+)\}|([0-9A-Za-z]++))\s*+(?:(,)\s*+)?(\})?"
)
_OTHERS = frozenset(("string", "comment", "preamble"))


def read_entries(text: str) -> tuple[list[Entry], list[Problem]]:
    """The entries in the order of the file, and problems, each with its line and raw text; raises nothing.

    Of two entries with one key, in any case, the first is kept; so is the first of two fields that says something.
    """
    file = _File(text)
    landmarks = Landmarks(text)
    scanner = Scanner(text, landmarks, file.tell)
    place = text.find("@")
    while place >= 0:
        item = _plain(text, place) or _split(text, place, landmarks)
        if item is not None:
            file.take(item)
            place = item.end
        else:
            place = scanner.one(place, file.take)
        place = text.find("@", place)
    return file.entries, sorted(file.problems, key=lambda found: found.line)


def _plain(text: str, start: int) -> Item | None:
    """An entry whose fields are in braces, numbers or names, with commas between; None for any other."""
    head = pattern(_HEAD).match(text, start)
    if head is None:
        return None
    kind = head[1].lower()
    if kind in _OTHERS:
        return None
    fields: Fields = []
    place, match = head.end(), pattern(_FIELD).match
    while found := match(text, place):
        name, value, bare, comma, closed = found.groups()
        fields.append((name.lower(), value if bare is None else (plain_piece(bare),)))
        place = found.end()
        if closed:
            return Item(kind, head[2], fields, start, place)
        if not comma:
            return None
    return None


def _split(text: str, start: int, landmarks: Landmarks) -> Item | None:
    """What bibtexparser's splitter makes of the text up to the brace that closes this item, if it is well formed."""
    head = pattern(r"@[A-Za-z]++\{").match(text, start)
    end = closing_brace(text, head.end() - 1, landmarks.following(start, keyed=True)) + 1 if head else 0
    if not end:
        return None
    blocks = _splitter()(text[start:end]).split().blocks
    item = _well_formed(blocks[0]) if len(blocks) == 1 else None
    return item._replace(start=start, end=end) if item else None


@cache
def _splitter() -> "type[Splitter]":
    """The splitter of bibtexparser; it logs what it cannot read, which we say ourselves, in one line each."""
    from logging import NullHandler, getLogger

    from bibtexparser.splitter import Splitter

    quiet = getLogger("bibtexparser")
    quiet.addHandler(NullHandler())
    quiet.propagate = False
    return Splitter


def _well_formed(block: "Block") -> Item | None:
    """A block that BibTeX would read as the splitter did; None for any other."""
    from bibtexparser import model

    if isinstance(block, model.Entry):
        fields: Fields = []
        for field in block.fields:
            value = field.value
            if value[:1] == "{" and value[-1:] == "}" and value.find("{", 1) < 0 and value.find("}") == len(value) - 1:
                fields.append((field.key.lower(), value[1:-1]))
                continue
            pieces = _pieces(value.strip())
            if pieces is None:
                return None
            fields.append((field.key.lower(), pieces))
        if not fields or not block.key or any(mark in block.key for mark in '\n {}="#%@'):
            return None
        return Item(block.entry_type.lower(), block.key, fields, 0, 0)
    if isinstance(block, model.String):
        value = _pieces(block.value.strip())
        return None if value is None else Item("string", "", [(block.key.lower(), value)], 0, 0)
    return None


def _pieces(value: str) -> tuple[Piece, ...] | str | None:
    """A value as BibTeX reads it: nearly all are one text in braces."""
    if value[:1] == "{" and closing_brace(value, 0, len(value)) == len(value) - 1:
        return value[1:-1]
    return read_value(value)


class _File:
    """A file being read: its entries, its strings, its problems."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.entries: list[Entry] = []
        self.problems: list[Problem] = []
        self._strings: dict[str, str] = {}
        self._keys: dict[str, Entry] = {}
        self._counted = (0, 1)

    def line(self, place: int) -> int:
        """The line, from 1, of a place in the text; quick for places in their order."""
        counted, line = self._counted if self._counted[0] <= place else (0, 1)
        line += self.text.count("\n", counted, place)
        self._counted = (place, line)
        return line

    def tell(self, place: int, message: str, end: int, mended: bool) -> None:
        """Note what is wrong at a place of the text."""
        self.problems.append(problem(self.line(place), message, self.text[place:end].strip(), mended=mended))

    def take(self, item: Item) -> None:
        """Keep an entry, or a string for those after it."""
        if item.kind == "comment":
            return
        if item.kind == "string":
            for name, pieces in item.fields:
                self._strings[name] = self._text(name, pieces, item)
            return
        fields: dict[str, str] = {}
        for name, pieces in item.fields:
            value = pieces if isinstance(pieces, str) else self._text(f"{_where(item)}: {name}", pieces, item)
            if name in fields and fields[name].strip():
                if value.strip() and value != fields[name]:
                    self._say(item, f"{name} stands twice; the first is kept")
                continue
            fields[name] = value
        entry = Entry(item.kind, item.key, fields, self.line(item.start), self.text[item.start : item.end])
        if not item.key and item.kind != "xdata":
            self._say(item, "no key; the bank will make one", mended=True)
        first = self._keys.setdefault(item.key.casefold(), entry) if item.key else entry
        if first is not entry:
            same = first.fields == fields and first.kind == item.kind
            told = f"{'the same' if same else 'a different'} entry has this key in line {first.line}; left out"
            self._say(item, told, mended=same)
            return
        self.entries.append(entry)

    def _text(self, where: str, pieces: Sequence[Piece] | str, item: Item) -> str:
        """The text of a value; the name of a string that nobody defined stands for itself, and is told."""
        if isinstance(pieces, str):
            return pieces
        text = joined(pieces, self._strings)
        if text is not None:
            return text
        known: list[str] = []
        for piece in pieces:
            shown = joined([piece], self._strings)
            if shown is None and piece.kind == MACRO:
                self.tell(item.start, f"{where}: no @string is called {piece.text!r}; kept as text", item.end, True)
            known.append(piece.text if shown is None else shown)
        return "".join(known)

    def _say(self, item: Item, message: str, *, mended: bool = False) -> None:
        self.tell(item.start, f"{_where(item)}: {message}", item.end, mended)


def _where(item: Item) -> str:
    return f"entry {item.key!r}" if item.key else f"@{item.kind}"
