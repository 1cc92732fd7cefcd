"""What a scan of Markdown found, as citations in the order of the text."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from quotebank.draft.markdown_front import Value
from quotebank.draft.markdown_inlines import Scanner
from quotebank.draft.markdown_layout import Layout
from quotebank.draft.markdown_locators import locator_in
from quotebank.draft.records import Citation, Spot
from quotebank.model.keys import valid_key

_ALL = "*"


class Places:
    """Lines and columns of places in a text, asked for in any order."""

    def __init__(self, name: str, text: str) -> None:
        self._name = name
        self._text = text
        self._starts: list[int] = []

    def spot(self, at: int) -> Spot:
        """The line and column of an offset."""
        if not self._starts:
            self._starts = [0, *[end.end() for end in _line_end().finditer(self._text)]]
        line = bisect_right(self._starts, at)
        return Spot(self._name, line, at - self._starts[line - 1] + 1)


class _Cite(NamedTuple):
    """A citation without its place and number; `group` tells its cluster, by the scan and a number in it."""

    start: int
    end: int
    command: str
    mode: str
    prefix: str
    suffix: str
    locator: str
    group: tuple[str, int]


class Found:
    """The citations of a scan; `all_entries` is known after they were asked for."""

    def __init__(self, text: str, layout: Layout, scanner: Scanner, fronts: list[Value], *, quarto: bool) -> None:
        self.all_entries = False
        self._text = text
        self._layout = layout
        self._scanner = scanner
        self._fronts = fronts
        self._starts = [value.start for value in fronts]
        self._quarto = quarto
        self._targets: set[str] | None = None

    def citations(self, places: Places) -> list[Citation]:
        """All of them, their clusters numbered from 0; those of notes that nothing refers to are left out (pandoc)."""
        unseen = self._unseen_notes()
        starts = [start for start, _ in unseen]
        numbers: dict[tuple[str, int], int] = {}
        found: list[Citation] = []
        for cite in sorted([*self._cited(), *self._roles(), *self._notes()]):
            place = bisect_right(starts, cite.start) - 1
            if place >= 0 and cite.start < unseen[place][1]:
                continue
            number = numbers.setdefault(cite.group, len(numbers))
            spot = places.spot(cite.start)
            found.append(
                Citation(
                    self._text[cite.start : cite.end], spot, cite.start, cite.end, cite.command, cite.mode,
                    cite.prefix, cite.suffix, cite.locator, number,
                )
            )  # fmt: skip
        return found

    def _unseen_notes(self) -> list[tuple[int, int]]:
        seen = {label for label, _, _ in self._scanner.note_marks}
        return sorted((start, end) for label, start, end in self._layout.notes if label not in seen)

    def _cited(self) -> Iterator[_Cite]:
        text = self._text
        for key, mode, prefix, suffix, locator, cluster in self._scanner.clusters.cited:
            name = text[key.start : key.end]
            nocite = self._in_nocite(key.start)
            if name.startswith(_ALL) and not key.braced:
                self.all_entries |= nocite and name == _ALL
            elif not self._is_reference(name):
                told = "nocite" if nocite else mode
                yield _Cite(key.start, key.end, "@", told, prefix, suffix, locator, ("@", cluster))

    def _in_nocite(self, at: int) -> bool:
        place = bisect_right(self._starts, at) - 1
        return place >= 0 and self._fronts[place].nocite and at < self._fronts[place].end

    def _is_reference(self, name: str) -> bool:
        """Whether a key is that of a figure, a table, a section, ... (Quarto guide, "Cross references").

        Outside of Quarto only the usual ones are (pandoc-crossref writes a colon), the others where the file has them.
        """
        found = _reference().match(name)
        if found is None:
            return False
        if found["usual"] or (self._quarto and name[found.end() - 1] == "-"):
            return True
        if self._targets is None:
            self._targets = {target[1] for target in _target().finditer(self._text)}
        return name in self._targets

    def _roles(self) -> Iterator[_Cite]:
        """Keys in MyST's roles, with the texts around them in braces (sphinxcontrib-bibtex, "Roles and directives")."""
        for number, (role, start, end) in enumerate(self._scanner.roles):
            named = _cite_role().fullmatch(role)
            if named is None:
                continue
            mode = {"t": "narrative", "empty": "nocite", "year": "suppressed", "full": "full"}.get(
                named["how"] or "", "parenthetical"
            )
            for key in _role_key().finditer(self._text, start, end):
                locator = locator_in(" ".join((key["post"] or "").split()), bare=True)
                yield _Cite(
                    key.start("key"), key.end("key"), f":{role}:", mode, (key["pre"] or "").strip(),
                    (key["post"] or "").strip(), locator, ("role", number),
                )  # fmt: skip

    def _notes(self) -> Iterator[_Cite]:
        """Marks of footnotes that have no text in the file."""
        written = {label for label, start, end in self._layout.notes if self._text[start:end].strip()}
        for number, (label, start, _) in enumerate(self._scanner.note_marks):
            if label in written or label.isdecimal() or not valid_key(label):
                continue
            yield _Cite(start + 2, start + 2 + len(label), "[^]", "parenthetical", "", "", "", ("note", number))


@cache
def _line_end() -> "re.Pattern[str]":
    return re.compile(r"\n")


@cache
def _reference() -> "re.Pattern[str]":
    return re.compile(
        r"(?P<usual>(?:fig|tbl|sec|eq|lst|thm)[-:])"
        r"|(?:lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|tip|nte|wrn|imp|cau|prf|apx|app|suppfig|supptbl)[-:]",
        re.IGNORECASE,
    )


@cache
def _target() -> "re.Pattern[str]":
    return re.compile(r"(?:\{#|\blabel:[ \t]*)([\w:.\-]+)")


@cache
def _cite_role() -> "re.Pattern[str]":
    return re.compile(r"(?:foot)?cite(?:[:.]?(?P<how>t|empty|year|full)|:[a-z]{1,9}|[tp])?s?")


@cache
def _role_key() -> "re.Pattern[str]":
    return re.compile(r"(?:\{(?P<pre>[^{}]*)\})?\s*(?P<key>[^\s,;{}]+)\s*(?:\{(?P<post>[^{}]*)\})?\s*(?:[,;]|\Z)")
