r"""The citations of a LaTeX text from which comments and definitions are blanked, with their keys, notes and modes."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from quotebank.draft.latex_arguments import Key, keys_of, note_of, read_arguments
from quotebank.draft.latex_commands import QUOTING_ENVIRONMENTS, Command, commands
from quotebank.draft.latex_macros import Macro, Template, used_arguments
from quotebank.draft.latex_places import MOST_TROUBLES, Places, locator_of
from quotebank.draft.records import Citation, Trouble


class Found(NamedTuple):
    r"""The citations, the spans of the commands with their arguments, ``\nocite{*}``, and what is wrong."""

    citations: list[Citation]
    spans: dict[int, int]
    all_entries: bool
    troubles: list[Trouble]


def find_citations(text: str, places: Places, macros: Mapping[str, Macro]) -> Found:
    """The citations of a text in their order; `macros` are the writer's own commands that cite."""
    finding = _Finding(text, places, macros)
    finding.run()
    return Found(finding.citations, finding.spans, finding.all_entries, finding.troubles)


class _Finding:
    """One text being searched."""

    def __init__(self, text: str, places: Places, macros: Mapping[str, Macro]) -> None:
        self.citations: list[Citation] = []
        self.spans: dict[int, int] = {}
        self.all_entries = False
        self.troubles: list[Trouble] = []
        self._text = text
        self._places = places
        self._macros = macros
        self._cluster = 0
        self._locators: dict[str, str] = {"": ""}

    def run(self) -> None:
        """Fills the citations, spans and troubles."""
        known = commands()
        for found in _pattern(tuple(self._macros)).finditer(self._text):
            name = found[1] or found[2]
            if name is None:
                continue
            macro = self._macros.get(name)
            if macro is not None and macro.alias is None:
                self._expand(macro, found.start(), found.end())
                continue
            command = macro.alias if macro is not None else known.get(name) or QUOTING_ENVIRONMENTS.get(name)
            if command is not None:
                self._cite(name, command, found.start(), found.end())

    def _cite(self, name: str, command: Command, start: int, place: int) -> None:
        arguments = read_arguments(self._text, place, command.shape)
        if arguments is None:
            self._complain(name, start, place)
            return
        self.spans[start] = arguments.end
        mode = command.starred if arguments.star and command.starred else command.mode
        shown = f"\\{name}*" if arguments.star else f"\\{name}"
        for keys, prefix, suffix in arguments.cited:
            if len(keys) == 1:
                self._add(keys[0], shown, mode, prefix, suffix)
                continue
            last = len(keys) - 1
            for at, key in enumerate(keys):
                self._add(key, shown, mode, "" if at else prefix, suffix if at == last else "")
        self._cluster += 1

    def _add(self, key: Key, command: str, mode: str, prefix: str, suffix: str) -> None:
        if key.name == "*" and mode == "nocite":
            self.all_entries = True
            return
        if "#" in key.name:
            return
        locator = self._locators.get(suffix)
        if locator is None:
            locator = self._locators[suffix] = locator_of(suffix)
        name, start, end = key
        spot = self._places.spot(start)
        self.citations.append(Citation(name, spot, start, end, command, mode, prefix, suffix, locator, self._cluster))

    def _expand(self, macro: Macro, start: int, place: int) -> None:
        """A use of the writer's own command: the citations of its definition with the arguments put in."""
        given = used_arguments(macro, self._text, place)
        if given is None:
            return
        self.spans[start] = given.end
        for template in macro.templates:
            prefix, suffix = (note_of(given.filled(part)) for part in (template.prefix, template.suffix))
            for key in _filled_keys(template, given.values, given.filled(template.key), Key("", start, place)):
                self._add(key, template.command, template.mode, prefix, suffix)
        self._cluster += 1

    def _complain(self, name: str, start: int, place: int) -> None:
        """Says that a command's keys cannot be read, where it stands before a brace."""
        found = _begun().match(self._text, place)
        if found is None or len(self.troubles) >= MOST_TROUBLES:
            return
        if found[1]:
            message, hint = f"\\{name}: its key is made by a macro", "write the key itself"
        else:
            message, hint = f"\\{name}: its argument does not end", "close the brace or bracket"
        self.troubles.append(Trouble(self._places.spot(start), message, hint))


def _filled_keys(template: Template, given: Mapping[str, tuple[str, int]], key: str, use: Key) -> Iterator[Key]:
    """The keys that a use of a command cites, placed where its argument stands, or at the use itself."""
    places = [given[number] for number in _parameters().findall(template.key) if number in given]
    if not places:
        yield from (Key(each.name, use.start, use.end) for each in keys_of(0, key))
        return
    value, start = places[0]
    if len(template.key) == len("#1"):
        yield from keys_of(start, value)
        return
    end = start + len(value)
    yield from (Key(each.name, start, end) for each in keys_of(0, key))


@cache
def _pattern(macros: tuple[str, ...]) -> re.Pattern[str]:
    own = "".join([f"|{re.escape(name)}" for name in sorted(macros, key=len, reverse=True)])
    environments = "|".join(QUOTING_ENVIRONMENTS)
    return re.compile(
        rf"\\(?:\\|((?:[A-Za-z]*?(?:[Cc]it|cquote|bibentry)[A-Za-z]*+{own})(?![A-Za-z@]))"
        rf"|begin[ \t]*+\{{({environments})\}})"
    )


@cache
def _parameters() -> re.Pattern[str]:
    return re.compile(r"#([1-9])")


@cache
def _begun() -> re.Pattern[str]:
    note = r"\[[^\[\]{}\\]{0,200}\][ \t]*"
    return re.compile(
        rf"\*?[ \t]*(?:{note}){{0,2}}"
        r"(?:\{[^{}\n\\#]{0,200}(\\[A-Za-z])|\{[^{}#]{0,200}(?:\{|\n[ \t]*\n|\Z)|\[[^\]]{0,200}\Z)"
    )
