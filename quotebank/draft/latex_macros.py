r"""Commands that a writer defines and that cite: ``\newcommand{\citex}[1]{\cite{#1}}``.

A definition is no citation; each use of it is. LaTeX's, xparse's and TeX's ways to define are read, commands with
delimited parameters are not.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from quotebank.draft.latex_arguments import GROUP, OPTION, SPACE, read_arguments
from quotebank.draft.latex_commands import MULTI, Command, commands

_MOST_TEMPLATES = 50
_LONGEST = 2_000
"""Characters of a key or note that is put together from arguments; macros in macros could make it grow for ever."""


class Template(NamedTuple):
    """One key that a definition cites, with ``#1`` where an argument comes in."""

    command: str
    mode: str
    key: str
    prefix: str
    suffix: str


class Macro(NamedTuple):
    """A writer's command: its arguments (``m`` needed, ``o`` optional, ``s`` a star), what it cites, or what it is."""

    name: str
    arguments: str = ""
    default: str = ""
    templates: tuple[Template, ...] = ()
    alias: Command | None = None


class Given(NamedTuple):
    """The arguments of a use by number, each with its place (-1 where it is the default), and where the use ends."""

    values: dict[str, tuple[str, int]]
    end: int

    def filled(self, text: str) -> str:
        """A text of the definition with the arguments put in; empty when it would be too long."""
        if "#" not in text:
            return text
        made = _parameter().sub(lambda found: self.values.get(found[1], (found[0], 0))[0], text)
        return made if len(made) <= _LONGEST else ""


class Definitions(NamedTuple):
    """The commands that cite, by name, and the spans of all definitions."""

    macros: dict[str, Macro]
    spans: list[tuple[int, int]]


def find_definitions(text: str, known: Mapping[str, Macro]) -> Definitions:
    """The definitions in a text without comments; `known` are commands that were defined elsewhere."""
    macros, spans = dict(known), []
    if not any(word in text for word in ("ommand", "\\def", "\\gdef", "\\edef", "\\xdef", "\\let", "robustcmd")):
        return Definitions(macros, [])
    place = 0
    while found := _defining().search(text, place):
        end = place = found.end()
        macro: Macro | None
        if found["other"]:
            macro = _alias(found["let"], found["other"], macros)
        elif found["biblatex"]:
            macro = Macro(found["biblatex"], alias=Command(MULTI if found["multi"] else ""))
        else:
            end = place = _closing(text, found.end() - 1)
            macro = _defined(found, text[found.end() : end - 1], macros)
        spans.append((found.start(), end))
        if macro is not None:
            macros[macro.name] = macro
    return Definitions(macros, spans)


def used_arguments(macro: Macro, text: str, place: int) -> Given | None:
    """What a use of a command, whose name ends at `place`, is given; None when something is missing."""
    found = _use(macro.arguments).match(text, place)
    if found is None:
        return None
    values = {}
    for number in range(1, len(macro.arguments) + 1):
        value = found[number]
        default = macro.default if number == 1 else ""
        values[str(number)] = (default, -1) if value is None else (value, found.start(number))
    return Given(values, found.end())


def _alias(name: str, other: str, macros: Mapping[str, Macro]) -> Macro | None:
    r"""``\let\name\other`` of a command that cites."""
    if other in macros:
        return macros[other]._replace(name=name)
    command = commands().get(other)
    return Macro(name, alias=command) if command is not None else None


def _defined(found: re.Match[str], body: str, macros: Mapping[str, Macro]) -> Macro | None:
    """The command of a definition, None when it does not cite or takes what is not understood."""
    name = found["name"] or found["parsed"] or found["plain"]
    alone = _lone().fullmatch(body)
    if alone and not found["count"] and not found["parameters"] and not found["spec"]:
        return _alias(name, alone[1], macros)
    if found["spec"] is not None:
        arguments = re.sub(r"[OoD]\s*(?:\{[^{}]*\})?|\s", lambda part: part[0].strip()[:1].lower(), found["spec"])
    elif found["plain"]:
        arguments = "m" * found["parameters"].count("#")
    else:
        arguments = "m" * int(found["count"] or 0)
        if found["default"] is not None:
            arguments = f"o{arguments[1:]}"
    if not re.fullmatch("[oms]{0,9}", arguments):
        return None
    templates = _templates(body, macros)
    return Macro(name, arguments, found["default"] or "", templates) if templates else None


def _templates(body: str, macros: Mapping[str, Macro]) -> tuple[Template, ...]:
    """What the body of a definition cites."""
    found: list[Template] = []
    for use in _command().finditer(body):
        name = use[1]
        macro = macros.get(name)
        if macro is not None and macro.alias is None:
            given = used_arguments(macro, body, use.end())
            if given is not None:
                found += [Template(each.command, each.mode, *map(given.filled, each[2:])) for each in macro.templates]
            continue
        command = macro.alias if macro is not None else commands().get(name)
        arguments = read_arguments(body, use.end(), command.shape) if command is not None else None
        if command is None or arguments is None:
            continue
        mode = command.starred if arguments.star and command.starred else command.mode
        for cited in arguments.cited:
            for at, key in enumerate(cited.keys):
                prefix = cited.prefix if at == 0 else ""
                suffix = cited.suffix if at == len(cited.keys) - 1 else ""
                found.append(Template(f"\\{name}", mode, key.name, prefix, suffix))
        if len(found) > _MOST_TEMPLATES:
            break
    return tuple(found[:_MOST_TEMPLATES])


def _closing(text: str, start: int) -> int:
    """Behind the brace that closes the one at `start`; the end of the text when none does."""
    depth = 0
    for found in _braces().finditer(text, start):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if depth == 0:
            return found.end()
    return len(text)


@cache
def _defining() -> re.Pattern[str]:
    def named(group: str) -> str:
        return rf"\{{?{SPACE}\\(?P<{group}>[A-Za-z@]+){SPACE}\}}?{SPACE}"

    return re.compile(
        rf"""\\(?:
            (?:(?:re)?new(?:command|robustcmd)|providecommand|DeclareRobustCommand)\*?{SPACE}{named("name")}
                (?:\[(?P<count>[0-9])\]{SPACE})?(?:{OPTION.replace("(", "(?P<default>", 1)}{SPACE})?\{{
          | (?:New|Renew|Provide|Declare)(?:Expandable)?DocumentCommand{SPACE}{named("parsed")}
                \{{(?P<spec>(?:[^{{}}]|\{{[^{{}}]*+\}})*+)\}}{SPACE}\{{
          | [egx]?def{SPACE}\\(?P<plain>[A-Za-z@]+){SPACE}(?P<parameters>(?:\#[1-9])*+){SPACE}\{{
          | let{SPACE}\\(?P<let>[A-Za-z@]+){SPACE}=?{SPACE}\\(?P<other>[A-Za-z@]+)
          | Declare(?P<multi>Multi)?CiteCommand\*?{SPACE}\{{\\(?P<biblatex>[A-Za-z@]+)\}}
        )""",
        re.VERBOSE | re.DOTALL,
    )


@cache
def _use(arguments: str) -> re.Pattern[str]:
    shapes = {"s": rf"(\*)?+{SPACE}", "o": rf"(?:{OPTION}{SPACE})?+", "m": rf"{GROUP}{SPACE}"}
    pattern = SPACE + "".join([shapes[each] for each in arguments])
    return re.compile(pattern.removesuffix(SPACE) if arguments else "", re.DOTALL)


@cache
def _lone() -> re.Pattern[str]:
    return re.compile(r"\s*\\([A-Za-z@]+)\s*")


@cache
def _command() -> re.Pattern[str]:
    return re.compile(r"\\([A-Za-z@]+)")


@cache
def _parameter() -> re.Pattern[str]:
    return re.compile(r"#([1-9])")


@cache
def _braces() -> re.Pattern[str]:
    return re.compile(r"\\.|[{}]", re.DOTALL)
