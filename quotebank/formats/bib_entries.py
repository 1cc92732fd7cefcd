"""The entries of a .bib file, ``@string``s and ``#`` resolved, and everything in it that is not as it should be.

bibtexparser's splitter reads the file; it is exact on files that are well formed. What it lost, or read as something
that BibTeX's grammar has not, is read again by `bib_scanner`, from there to the next entry that both agree on.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotebank.formats.bib_grammar import MACRO, Entry, Piece, closing_brace, joined, problem, read_value
from quotebank.formats.bib_inheritance import inherit
from quotebank.formats.bib_scanner import Item, Scanner
from quotebank.formats.parsed import Problem

if TYPE_CHECKING:
    from bibtexparser.model import Block

__all__ = ["Entry", "inherit", "read_entries"]

Fields = list[tuple[str, tuple[Piece, ...] | str]]


def read_entries(text: str) -> tuple[list[Entry], list[Problem]]:
    """The entries in the order of the file, and problems, each with its line and raw text; raises nothing.

    Of two entries with one key, in any case, the first is kept; so is the first of two fields that says something.
    """
    from logging import NullHandler, getLogger

    from bibtexparser.splitter import Splitter

    # It logs what it cannot read; we say that ourselves, in one line each.
    quiet = getLogger("bibtexparser")
    quiet.addHandler(NullHandler())
    quiet.propagate = False
    file = _File(text)
    blocks = Splitter(text).split().blocks
    items = [_well_formed(block) for block in blocks]
    number = 0
    while number < len(blocks):
        block, item = blocks[number], items[number]
        if item is not None:
            file.take(item, block.start_line or 0, block.raw or "")
            number += 1
        elif _is_nothing(block):
            number += 1
        else:
            place = file.offset(block.start_line or 0)
            stops = {
                file.at_sign(other.start_line or 0)
                for other, good in zip(blocks[number + 1 :], items[number + 1 :], strict=True)
                if good is not None
            }
            reached = Scanner(text, file.tell).run(place, stops, file.take_again)
            number += 1
            while number < len(blocks) and file.at_sign(blocks[number].start_line or 0) < reached:
                number += 1
    return file.entries, sorted(file.problems, key=lambda found: found.line)


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


def _is_nothing(block: "Block") -> bool:
    """Whether a block is a comment, with nothing in it that may have been meant for an entry."""
    from bibtexparser import model

    if isinstance(block, model.ExplicitComment):
        return True
    return isinstance(block, model.ImplicitComment) and "@" not in (block.comment or "")


class _File:
    """A file being read: its entries, its strings, its problems."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.entries: list[Entry] = []
        self.problems: list[Problem] = []
        self._strings: dict[str, str] = {}
        self._keys: dict[str, Entry] = {}
        self._lines: list[int] = []

    def offset(self, line: int) -> int:
        """Where a line, counted from 0, begins."""
        if not self._lines:
            self._lines = [0]
            place = self.text.find("\n")
            while place >= 0:
                self._lines.append(place + 1)
                place = self.text.find("\n", place + 1)
        return self._lines[min(line, len(self._lines) - 1)]

    def at_sign(self, line: int) -> int:
        """Where the first ``@`` of a line stands."""
        found = self.text.find("@", self.offset(line))
        return found if found >= 0 else len(self.text)

    def tell(self, place: int, message: str, end: int) -> None:
        """Note what is wrong at a place of the text."""
        self.offset(0)
        self.problems.append(problem(bisect_right(self._lines, place), message, self.text[place:end].strip()))

    def take_again(self, item: Item) -> None:
        """Keep what our own scanner read."""
        self.offset(0)
        self.take(item, bisect_right(self._lines, item.start) - 1, self.text[item.start : item.end])

    def take(self, item: Item, line: int, raw: str) -> None:
        """Keep an entry, or a string for those after it."""
        if item.kind == "string":
            for name, pieces in item.fields:
                self._strings[name] = self._text(name, pieces, line, raw)
            return
        where = f"entry {item.key!r}" if item.key else f"@{item.kind}"
        fields: dict[str, str] = {}
        for name, pieces in item.fields:
            value = self._text(f"{where}: {name}", pieces, line, raw)
            if fields.get(name, "").strip():
                if value.strip() and value != fields[name]:
                    self._say(line, f"{where}: {name} stands twice; the first is kept", raw)
                continue
            fields[name] = value
        entry = Entry(item.kind, item.key, fields, line + 1, raw)
        if not item.key and item.kind != "xdata":
            self._say(line, f"{where}: no key; the bank will make one", raw)
        first = self._keys.setdefault(item.key.casefold(), entry) if item.key else entry
        if first is not entry:
            same = "the same" if first.fields == fields and first.kind == item.kind else "a different"
            self._say(line, f"{where}: {same} entry has this key in line {first.line}; left out", raw)
            return
        self.entries.append(entry)

    def _text(self, where: str, pieces: Sequence[Piece] | str, line: int, raw: str) -> str:
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
                self._say(line, f"{where}: no @string is called {piece.text!r}; kept as text", raw)
            known.append(piece.text if shown is None else shown)
        return "".join(known)

    def _say(self, line: int, message: str, raw: str) -> None:
        self.problems.append(problem(line + 1, message, raw))
