"""Reading what bibtexparser's splitter loses or gets wrong: entry by entry, leniently, everything amiss told.

BibTeX's own grammar first (`bib_grammar`); where that fails, an escaped brace is taken for none, a missing comma or
equals sign is put in, and what still is no entry is passed over up to the next line that begins with one.
"""

from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple

from quotebank.formats.bib_grammar import NAME, Piece, closing_brace, closing_quote, pattern, plain_piece
from quotebank.formats.bib_grammar import TEXT as PLAIN

_START = r"@\s*([A-Za-z][\w-]*)\s*([{(])"
_NEXT_ENTRY = r"(?m)^([ \t]*)@[ \t]*[A-Za-z][\w-]*[ \t]*[{(]"
_NEXT_WITH_KEY = r"(?m)^([ \t]*)@[ \t]*[A-Za-z][\w-]*[ \t]*[{(][ \t]*[^\s,{}=\"#()%]+[ \t]*,"
_KEY = r"\s*([^\s,={}\"#%]*)\s*(,|(?=[})]))"

Tell = Callable[[int, str, int, bool], None]
"""Says what is wrong: the place in the text, the message, where the raw text ends, and whether it was mended."""


class Item(NamedTuple):
    """What stands at one ``@``: its kind in lower case, key, fields as pieces, and its place in the text."""

    kind: str
    key: str
    fields: list[tuple[str, tuple[Piece, ...] | str]]
    start: int
    end: int


class Landmarks:
    """The lines of a text that begin an entry, looked for once however often they are asked for."""

    def __init__(self, text: str) -> None:
        self._end = len(text)
        self._any = [found.end(1) for found in pattern(_NEXT_ENTRY).finditer(text)]
        self._keyed = [found.end(1) for found in pattern(_NEXT_WITH_KEY).finditer(text)]

    def following(self, place: int, *, keyed: bool, number: int = 1) -> int:
        """The ``@`` of the next such line after `place`, with a key and a comma if `keyed`; else the text's end."""
        places = self._keyed if keyed else self._any
        at = bisect_right(places, place) + number - 1
        return places[at] if at < len(places) else self._end


class Scanner:
    """Reads items of a text; `tell` hears of everything that is not as it should be."""

    def __init__(self, text: str, landmarks: Landmarks, tell: Tell) -> None:
        self.text = text
        self._landmarks = landmarks
        self._tell = tell

    def one(self, start: int, take: Callable[[Item], None]) -> int:
        """Hand what stands at the ``@`` at `start` to `take`, if it is an item; the place behind it."""
        found = pattern(_START).match(self.text, start)
        if found is None:
            return start + 1
        return self._item(found[1].lower(), found[2] == "(", start, found.end(), take)

    def _item(self, kind: str, round_one: bool, start: int, inside: int, take: Callable[[Item], None]) -> int:
        if kind == "comment":
            return inside
        if kind == "preamble":
            end = self._end_of(start, inside - 1)
            self._tell(start, "a @preamble; left out", end, True)
            return end
        key, place = "", inside
        head = pattern(_KEY).match(self.text, inside)
        if head and (head[2] == "," or (kind != "string" and not pattern(r"\s*=").match(self.text, head.end(1)))):
            key, place = head[1], head.end()
        reading = _Fields(self, start, place, ")" if round_one else "}", self._limit(start, inside))
        if not reading.run():
            return self._lost(start, inside, kind)
        take(Item(kind, key, reading.fields, start, reading.place))
        return reading.place

    def _limit(self, start: int, inside: int) -> int:
        """Where an entry must have ended: where its first brace closes, else before the next line that begins one."""
        if self.text[inside - 1] == "{":
            # A line within a field may look like the next entry; the one after it hardly will too.
            for number, escapes in ((1, False), (1, True), (2, False)):
                limit = self._landmarks.following(start, keyed=True, number=number)
                end = closing_brace(self.text, inside - 1, limit, escapes=escapes)
                if end >= 0:
                    return end + 1
        return self._landmarks.following(start, keyed=False)

    def _lost(self, start: int, inside: int, kind: str) -> int:
        end = min(self._end_of(start, inside - 1), self._landmarks.following(start, keyed=True))
        self._tell(start, f"this @{kind} cannot be read; left out", end, False)
        return max(end, inside)

    def _end_of(self, start: int, opening: int) -> int:
        limit = self._landmarks.following(start, keyed=True)
        end = closing_brace(self.text, opening, limit) if self.text[opening] == "{" else -1
        return end + 1 if end >= 0 else self._landmarks.following(start, keyed=False)

    def say(self, start: int, message: str, end: int) -> None:
        """Tell what was wrong with the entry that begins at `start`, and has been mended."""
        self._tell(start, message, end, True)


class _Fields:
    """The fields of one entry, from behind its key to its end."""

    def __init__(self, scanner: Scanner, start: int, place: int, closing: str, limit: int) -> None:
        self.scanner = scanner
        self.text = scanner.text
        self.start = start
        self.place = place
        self.closing = closing
        self.limit = limit
        self.fields: list[tuple[str, tuple[Piece, ...] | str]] = []

    def run(self) -> bool:
        """Read on to the end of the entry; False where something stands that is no field."""
        while True:
            self._skip(",")
            if self.place >= self.limit:
                self._say("the entry is not closed; read up to the next one")
                return bool(self.fields)
            mark = self.text[self.place]
            if mark == self.closing or (mark == "}" and self.place == self.limit - 1):
                self.place += 1
                return True
            name = pattern(NAME).match(self.text, self.place, self.limit)
            if name is None or not self._field(name[0], name.end()):
                return False

    def _field(self, name: str, place: int) -> bool:
        self.place = place
        self._skip()
        if self._at("="):
            self.place += 1
            self._skip()
        elif self._at('{"'):
            self._say(f"{name}: an equals sign is missing; put in")
        else:
            return False
        pieces = self._pieces(name)
        if pieces is None:
            return False
        self.fields.append((name.lower(), pieces))
        self._skip()
        if self.place < self.limit and not self._at(",") and not self._at(self.closing + "}"):
            if pattern(NAME + r"\s*[={\"]").match(self.text, self.place, self.limit) is None:
                return False
            self._say(f"{name}: a comma is missing behind it; put in")
        return True

    def _pieces(self, name: str) -> tuple[Piece, ...] | None:
        found: list[Piece] = []
        while True:
            if self._at(",") or self._at(self.closing):
                self._say(f"{name}: no value")
                return tuple(found)
            piece = self._piece()
            if piece is None:
                return None
            found.append(piece)
            joint = pattern(r"\s*#\s*").match(self.text, self.place, self.limit)
            if joint is None:
                return tuple(found)
            self.place = joint.end()

    def _piece(self) -> Piece | None:
        first = self.text[self.place : self.place + 1]
        if first in ("{", '"'):
            find = closing_brace if first == "{" else closing_quote
            end = find(self.text, self.place, self.limit)
            if end < 0 or (first == "{" and end == self.limit - 1 and self.closing == "}"):
                lenient = find(self.text, self.place, self.limit, escapes=True)
                end = lenient if lenient >= 0 else end
            if end < 0:
                return None
            text = self.text[self.place + 1 : end]
            self.place = end + 1
            return Piece(PLAIN, text)
        word = pattern(r"[^\s,{}\"#=()%'@]++").match(self.text, self.place, self.limit)
        if word is None:
            return None
        self.place = word.end()
        return plain_piece(word[0])

    def _skip(self, more: str = "") -> None:
        """Pass white space, and the signs of `more`."""
        found = pattern(rf"[\s{more}]*+").match(self.text, self.place, self.limit)
        self.place = found.end() if found else self.place

    def _at(self, marks: str) -> bool:
        return self.place < self.limit and self.text[self.place] in marks

    def _say(self, message: str) -> None:
        self.scanner.say(self.start, message, self.limit)
