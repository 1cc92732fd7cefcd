r"""Drafts in Typst: ``@key``, ``@key[p. 3]``, ``#cite(<key>, supplement: [p. 3], form: "prose")``, and the prose.

Typst changes between markup, code and mathematics (reference, "Syntax"); what is a reference in one is nothing in
another, so the three are followed here. A reference is a citation unless a label of that name stands in the draft.
"""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass

from quotebank.draft import typst_tokens as words
from quotebank.draft.latex_places import (
    MOST_TROUBLES,
    Places,
    binary_troubles,
    blank,
    ignored_rules,
    locator_of,
    tidy,
)
from quotebank.draft.records import Citation, Part, Trouble
from quotebank.draft.typst_tokens import CODE, MARKUP, MATH, STATEMENT

_FORMS = {"prose": "narrative", "author": "narrative", "year": "suppressed", "full": "full", "none": "nocite"}
_LONGEST = 2_000
"""Characters of a citation's arguments that are looked at."""


def read_typst(name: str, text: str, labels: Collection[str] = ()) -> Part:
    """What a Typst file cites, includes and says; never raises. `labels` are those of the draft's other files.

    What does not end (a comment, raw text) is a trouble, and so are NUL characters.
    """
    reading = _Reading(name, text)
    reading.run()
    known = reading.labels | set(labels)
    cited = [each for each in reading.found if each.is_explicit or each.key not in known]
    return Part(
        name=name,
        format="typst",
        text=text,
        prose="".join(reading.prose),
        citations=tuple(_clustered(cited, text, reading.places)),
        troubles=(*binary_troubles(text, reading.places), *reading.troubles),
        includes=tuple(dict.fromkeys(reading.includes)),
        all_entries=reading.all_entries,
        ignored=ignored_rules(text, reading.comments, reading.places),
    )


def typst_labels(text: str) -> frozenset[str]:
    """The labels that a Typst file defines, for reading the draft's other files."""
    reading = _Reading("", text)
    reading.run()
    return frozenset(reading.labels)


@dataclass(slots=True)
class _Cited:
    """A citation while it is being read: its key and where the whole of it begins and ends."""

    key: str
    at: tuple[int, int]
    start: int
    end: int
    is_explicit: bool = False
    command: str = "@"
    mode: str = "parenthetical"
    suffix: str = ""


@dataclass(slots=True)
class _Frame:
    """What is open: a mode, the character that closes it, the function whose argument it is."""

    mode: str
    closing: str
    start: int
    name: str = ""
    embedded: bool = False
    prints: bool = True
    cited: _Cited | None = None
    key: tuple[str, int, int] | None = None


class _Reading:
    """One text being read, token by token, with all that is open."""

    def __init__(self, name: str, text: str) -> None:
        self.places = Places(name, text)
        self.found: list[_Cited] = []
        self.labels: set[str] = set()
        self.includes: list[str] = []
        self.comments: list[tuple[int, int]] = []
        self.troubles: list[Trouble] = []
        self.prose: list[str] = []
        self.all_entries = False
        self._text = text
        self._open = [_Frame(MARKUP, "", 0)]
        self._last = 0
        self._place = 0

    def run(self) -> None:
        """Fills all that is found."""
        text = self._text
        readings: dict[str, Callable[[re.Match[str]], None]] = {
            "comment": self._comment,
            "block": self._comment,
            "raw": self._raw,
            "string": self._skip,
            "link": self._link,
            "escape": self._skip,
            "math": self._math,
            "reference": self._reference,
            "label": self._label,
            "hash": self._hash,
            "call": self._call,
            "opening": self._opening,
            "closing": self._closing,
            "ending": self._ending,
            "mark": self._skip,
            "tie": self._skip,
            "heading": self._skip,
            "named": self._named,
        }
        if first := words.heading().match(text):
            self._blank(0, first.end())
        patterns = {mode: words.tokens(mode) for mode in (MARKUP, CODE, STATEMENT, MATH)}
        while found := patterns[self._open[-1].mode].search(text, self._place):
            self._place = found.end()
            readings[str(found.lastgroup)](found)
        self._until(len(text))

    # Writing the prose ------------------------------------------------------------------------------------------------

    def _until(self, end: int) -> None:
        """Writes what was not yet written: as it stands where the open mode prints, else spaces."""
        if end > self._last:
            frame, piece = self._open[-1], self._text[self._last : end]
            self.prose.append(piece if frame.mode == MARKUP and frame.prints else blank(piece))
            self._last = end

    def _blank(self, start: int, end: int) -> None:
        self._until(start)
        self.prose.append(blank(self._text[self._last : end]))
        self._last = self._place = max(end, self._last)

    def _skip(self, found: re.Match[str]) -> None:
        """What is no prose, an escaped character but for its backslash."""
        start, end = found.span()
        if found.lastgroup == "escape":
            escaped = found["escape"]
            if len(escaped) == 1 and not escaped.isspace():
                self._blank(start, start + 1)
                self._until(end)
                self._place = end
                return
        self._blank(start, end)

    # What hides -------------------------------------------------------------------------------------------------------

    def _comment(self, found: re.Match[str]) -> None:
        start, end = found.span()
        if found.lastgroup == "block":
            depth, end = 1, len(self._text)
            for edge in words.block_edges().finditer(self._text, found.end()):
                depth += 1 if edge[0] == "/*" else -1
                if depth == 0:
                    end = edge.end()
                    break
            else:
                self._complain(start, "/* does not end; what follows is not read", "add */")
        self.comments.append((start, end))
        self._blank(start, end)

    def _raw(self, found: re.Match[str]) -> None:
        ticks = found[0]
        end = found.end()
        if len(ticks) != len("``"):
            closing = self._text.find(ticks, end)
            if closing < 0:
                self._complain(found.start(), "raw text does not end; what follows is not read", f"add {ticks}")
            end = closing + len(ticks) if closing >= 0 else len(self._text)
        self._blank(found.start(), end)

    def _complain(self, start: int, message: str, hint: str) -> None:
        if len(self.troubles) < MOST_TROUBLES:
            self.troubles.append(Trouble(self.places.spot(start), message, hint))

    def _link(self, found: re.Match[str]) -> None:
        """An address, which ends before a bracket that it did not open and before a sentence's last mark."""
        address = found[0]
        for opening, closing in ("[]", "()"):
            at = address.find(closing)
            if at >= 0 and opening not in address[:at]:
                address = address[:at]
        start = found.start() - len("https" if self._text.startswith("https", found.start() - 5) else "http")
        self._blank(max(start, self._last), found.start() + len(address.rstrip(".,:;!?'\"")))

    # What opens and closes --------------------------------------------------------------------------------------------

    def _push(self, frame: _Frame) -> None:
        above = self._open[-1]
        frame.prints = frame.prints and above.prints
        self._open.append(frame)

    def _math(self, found: re.Match[str]) -> None:
        if self._open[-1].mode == MATH:
            self._until(found.end())
            self._open.pop()
        else:
            self._until(found.start())
            self._push(_Frame(MATH, "$", found.start()))

    def _hash(self, found: re.Match[str]) -> None:
        """Code within markup or mathematics: a statement, a call, a block, a value."""
        start, end = found.span()
        self._until(start)
        word = found["hash"]
        if word in words.keywords():
            self._push(_Frame(STATEMENT, "", start, word))
            if word == "include":
                path = words.path().match(self._text, end)
                if path:
                    self.includes.append(path[1])
            return
        self._blank(start, end)
        self._trailing(end, word)

    def _trailing(self, place: int, name: str) -> None:
        """Opens the arguments that follow a name, or a call, at once; fields and methods between them are code."""
        while method := words.method().match(self._text, place):
            place, name = method.end(), method[1]
        self._blank(self._last, place)
        mark = self._text[place : place + 1]
        if mark in ("(", "{") and mark:
            self._blank(place, place + 1)
            self._push(_Frame(CODE, ")" if mark == "(" else "}", place + 1, name, embedded=True))
        elif mark == "[":
            self._content(place, name, embedded=True)
        elif mark == '"' and not name:
            string = words.string().match(self._text, place)
            if string:
                self._blank(place, string.end())

    def _content(self, place: int, name: str, embedded: bool = False, prints: bool = True) -> None:
        """Opens a block of content; that of a quotation with a quotation mark."""
        self._until(place)
        self._last = self._place = place + 1
        self.prose.append("“" if name == "quote" and prints and self._open[-1].prints else " ")
        self._push(_Frame(MARKUP, "]", place + 1, name, embedded=embedded, prints=prints))

    def _call(self, found: re.Match[str]) -> None:
        """A call within code, by its name and parenthesis."""
        self._until(found.end())
        self._push(_Frame(CODE, ")", found.end(), found["call"]))

    def _opening(self, found: re.Match[str]) -> None:
        mark, place = found[0], found.start()
        above = self._open[-1]
        if mark == "[" and above.mode == MARKUP:
            self._push(_Frame(MARKUP, "]", place))
        elif mark == "[":
            name = "quote" if above.name == "quote" and self._text[place - 1 : place] == ")" else ""
            self._content(place, name, prints=above.name not in ("cite", "ref"))
        else:
            self._until(place)
            self._push(_Frame(CODE, ")" if mark == "(" else "}", place + 1))

    def _closing(self, found: re.Match[str]) -> None:
        mark, place = found[0], found.start()
        if self._open[-1].mode == STATEMENT:
            self._until(place)
            self._open.pop()
        frame = self._open[-1]
        if frame.closing != mark:
            return
        self._until(place)
        self._open.pop()
        is_text = frame.mode == MARKUP and self._open[-1].mode == MARKUP and not frame.embedded and not frame.cited
        if is_text:
            self._until(place + 1)
            return
        self._finish(frame, place)
        self.prose.append("”" if frame.name == "quote" and mark == "]" and frame.prints else " ")
        self._last = self._place = place + 1
        if frame.embedded:
            self._trailing(place + 1, frame.name)
        self._end_statement()

    def _end_statement(self) -> None:
        """A condition or loop ends with its block, when no other follows."""
        frame = self._open[-1]
        if (
            frame.mode == STATEMENT
            and frame.name in ("if", "for", "while", "context")
            and self._text[self._place - 1 : self._place] in ("]", "}")
            and not words.goes_on().match(self._text, self._place)
        ):
            self._open.pop()

    def _ending(self, found: re.Match[str]) -> None:
        """The end of a line or a semicolon ends a statement."""
        self._until(found.end())
        self._open.pop()

    # What cites -------------------------------------------------------------------------------------------------------

    def _reference(self, found: re.Match[str]) -> None:
        text, start = self._text, found.start()
        key = found["reference"].rstrip(".:")
        end = start + 1 + len(key)
        self._place = end
        if start and text[start - 1].isalnum() and words.domain().fullmatch(key):
            return
        self._blank(start, end)
        cited = _Cited(key, (start + 1, end), start, end)
        self.found.append(cited)
        if text.startswith("[", end):
            self._content(end, "", prints=False)
            self._open[-1].cited = cited

    def _label(self, found: re.Match[str]) -> None:
        frame = self._open[-1]
        if frame.mode == MARKUP:
            self.labels.add(found["label"])
        elif frame.key is None:
            frame.key = (found["label"], *found.span("label"))
        self._blank(*found.span())

    def _named(self, found: re.Match[str]) -> None:
        """A label made in code: ``label("key")``."""
        if self._open[-1].key is None:
            self._open[-1].key = (found["named"], *found.span("named"))
        self._blank(*found.span())

    def _finish(self, frame: _Frame, end: int) -> None:
        """What an argument that ends was for."""
        if frame.cited is not None:
            frame.cited.suffix = _note(self._text[frame.start : min(end, frame.start + _LONGEST)])
            frame.cited.end = end + 1
            return
        if frame.mode != CODE or frame.name not in ("cite", "ref", "quote", "bibliography"):
            return
        arguments = self._text[frame.start : min(end, frame.start + _LONGEST)]
        if frame.name == "bibliography":
            self.all_entries = self.all_entries or words.full().search(arguments) is not None
        elif frame.key is not None:
            key, start, stop = frame.key
            form, supplement = words.form().search(arguments), words.supplement().search(arguments)
            mode = _FORMS.get(form[1] or form[2], "parenthetical") if form else "parenthetical"
            cited = _Cited(key, (start, stop), frame.start - 1, end + 1, frame.name != "ref", f"#{frame.name}")
            # The attribution of a quotation is cited in prose (reference, "quote").
            cited.mode = {"cite": mode, "quote": "narrative"}.get(frame.name, "parenthetical")
            cited.suffix = _note(supplement[1]) if supplement else ""
            self.found.append(cited)


def _clustered(found: list[_Cited], text: str, places: Places) -> list[Citation]:
    """Citations in their order; those with only white space between them are of one cluster, as Typst groups them."""
    citations: list[Citation] = []
    cluster, last = -1, 0
    for each in sorted(found, key=lambda one: one.at):
        start, end = each.at
        if cluster < 0 or each.start < last or text[last : each.start].strip():
            cluster += 1
        last = each.end
        locator = locator_of(each.suffix) if each.suffix else ""
        spot = places.spot(start)
        citations.append(
            Citation(each.key, spot, start, end, each.command, each.mode, "", each.suffix, locator, cluster)
        )
    return citations


def _note(raw: str) -> str:
    return tidy(raw.replace("~", " ").replace("--", "–").replace("\\", ""))
