"""A draft read whole: a file and everything it includes, each as a `Part`.

What cannot be read is a `Trouble` where it is asked for, and the rest is read all the same.
"""

import os.path
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module
from itertools import islice
from types import MappingProxyType
from typing import Any, NamedTuple

from quotebank.draft.recognition import FORMS, WHOLE, declared_encoding, decode, find_form, other_file, recognise
from quotebank.draft.records import Part, ReadFile, Spot, Trouble
from quotebank.errors import BadInput, MissingFile, NotPermitted, QuotebankError

__all__ = ["FORMS", "read_draft"]

MOST_FILES = 1_000
"""Files of one draft that are read."""

MOST_BYTES = 1 << 28
"""Bytes of one draft that are read, all its files together."""

DEEPEST = 100
"""How deep files may include others."""

MOST_TROUBLES = 200
"""Includes of one file that cannot be read and are told."""

_NEAR = 200
_TRIES = 20
"""An include's command is looked for so many characters before its file's name, at so many of the name's places."""

_READERS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "markdown": ("markdown", "read_markdown"), "latex": ("latex", "read_latex"), "typst": ("typst", "read_typst"),
        "rst": ("restructured", "read_rst"), "org": ("org", "read_org"), "aux": ("aux_files", "read_aux"),
        "bcf": ("aux_files", "read_bcf"),
        "docx": ("word_documents", "read_docx"), "odt": ("word_documents", "read_odt"),
    }
)  # fmt: skip

_FROM_MAIN = frozenset({"latex", "aux"})
"""Formats whose includes are named from the main file's folder: LaTeX runs there."""

_OF_TEX = frozenset(
    f"{name}.tex"
    for name in ("glyphtounicode", "glyphtounicode-cmr", "epsf", "binhex", "multido", "random", "xy", "insbox", "tikz")
)
"""Files that come with TeX and hold no citation."""


class _Include(NamedTuple):
    """A file to be read: which part asks for it, what that says, the names it may mean, and how deep it lies."""

    part: int
    said: str
    names: tuple[str, ...]
    depth: int


def read_draft(name: str, read: ReadFile, *, form: str = "") -> tuple[Part, ...]:
    """The file of that name and all it includes, each once, the main file first and the others as they are met.

    `read` gives the bytes of a file; ``-`` is handed to it only as the main file's name. `form` is the format
    (`FORMS`, or a suffix), else name and content tell it; an included file has that of the one that includes it, as
    it has for the tools. Included files are named by the main file's folder joined with what the draft says.

    Raises `MissingFile` and `NotPermitted` for the main file and `UsageError` for a format that is none. All else that
    is wrong is a trouble: a folder, a binary, a wrong encoding, an include that is not there, too many of them.
    """
    return _Reading(read, find_form(form) if form else "").run(name)


class _Reading:
    """One draft being read."""

    def __init__(self, read: ReadFile, form: str) -> None:
        self._read = read
        self._form = form
        self._folder = ""
        self._encoding = "utf-8"
        self._seen: set[str] = set()
        self._bytes = 0
        self._parts: list[Part] = []

    def run(self, name: str) -> tuple[Part, ...]:
        try:
            data = self._read(name)
        except QuotebankError as problem:
            if isinstance(problem, MissingFile | NotPermitted):
                raise
            return (_unread(name, self._form or "markdown", problem.message, problem.hint),)
        self._form = self._form or recognise(name, data)
        self._folder = os.path.dirname(name)  # noqa: PTH120 - names are text here; no file is touched
        self._encoding = declared_encoding(data) if self._form not in WHOLE else "utf-8"
        self._seen.add(os.path.normpath(name))
        self._follow(name, data)
        if len(self._parts) > 1:
            self._parts = _told_of_each_other(self._parts)
        return tuple(self._parts)

    def _follow(self, name: str, data: bytes) -> None:
        """Read the main file, and then what is included, depth first, in the order in which it is met."""
        self._take(name, data, self._form)
        waiting = self._includes(1)
        while waiting:
            asked = waiting.pop()
            found = self._fetch(asked)
            if isinstance(found, tuple):
                self._take(*found, self._parts[asked.part].format)
                waiting += self._includes(asked.depth + 1)
            elif found is not None:
                self._tell(asked, found)

    def _take(self, name: str, data: bytes, form: str) -> None:
        self._bytes += len(data)
        self._parts.append(_part(name, data, form, self._encoding))

    def _includes(self, depth: int) -> list[_Include]:
        """What the newest part asks for, the first last."""
        number = len(self._parts) - 1
        part = self._parts[number]
        return [_Include(number, said, self._names(part, said), depth) for said in reversed(part.includes)]

    def _names(self, part: Part, include: str) -> tuple[str, ...]:
        """The names an include may have, the likeliest first."""
        own = os.path.dirname(part.name)  # noqa: PTH120
        folders = dict.fromkeys([self._folder, own] if part.format in _FROM_MAIN else [own, self._folder])
        endings = [include]
        if part.format == "latex" and include.endswith(".tex"):
            endings.append(include.removesuffix(".tex"))
        names = [os.path.normpath(os.path.join(folder, each)) for each in endings for folder in folders]  # noqa: PTH118
        return tuple(dict.fromkeys(names))

    def _fetch(self, asked: _Include) -> tuple[str, bytes] | QuotebankError | None:
        """An included file's name and bytes; None when it was read before."""
        if refused := self._refused(asked):
            return refused
        failure: QuotebankError | None = None
        for name in asked.names:
            if name in self._seen:
                return None
            try:
                # Standard input is nobody's include.
                data = self._read(os.path.join(".", name) if name == "-" else name)  # noqa: PTH118
            except QuotebankError as problem:
                failure = problem if failure is None or isinstance(failure, MissingFile) else failure
            else:
                self._seen.add(name)
                return name, data
        if isinstance(failure, MissingFile):
            return MissingFile(f"{asked.names[0]}: included, and not there", failure.hint)
        return failure

    def _refused(self, asked: _Include) -> QuotebankError | None:
        """Why a file is not even looked for."""
        shown = asked.names[0]
        if asked.depth > DEEPEST:
            return BadInput(f"{shown}: not read, it lies more than {DEEPEST} files deep", "include it further up")
        if len(self._parts) >= MOST_FILES or self._bytes >= MOST_BYTES:
            most = f"{MOST_FILES} files or {MOST_BYTES >> 20} MB"
            return BadInput(f"{shown}: not read, the draft has more than {most}", "name it on its own")
        if "\0" in shown or "://" in asked.said:
            return BadInput(f"{asked.said}: not read, it is no file here", "name a file beside the draft")
        return None

    def _tell(self, asked: _Include, problem: QuotebankError) -> None:
        part = self._parts[asked.part]
        if len(part.troubles) < MOST_TROUBLES:
            offset, optional = _place_of(part, asked.said)
            if not optional:
                trouble = Trouble(_spot(part.name, part.text, offset), problem.message, problem.hint)
                self._parts[asked.part] = _with(part, troubles=(*part.troubles, trouble))


def _part(name: str, data: bytes, form: str, encoding: str) -> Part:
    """One file as a part."""
    if other := other_file(data, form):
        return _unread(name, form, *other)
    reader = _reader(form)
    if form in WHOLE:
        part: Part = reader(name, data)
        return part
    decoded = decode(data, encoding)
    part = reader(name, decoded.text)
    if decoded.offset < 0:
        return part
    spot = _spot(name, decoded.text, decoded.offset)
    return _with(part, troubles=(Trouble(spot, decoded.message, decoded.hint), *part.troubles))


def _reader(form: str) -> Callable[..., Any]:
    room, function = _READERS[form]
    found: Callable[..., Any] = getattr(import_module(f"quotebank.draft.{room}"), function)
    return found


def _unread(name: str, form: str, message: str, hint: str) -> Part:
    """A part of which nothing can be read."""
    message = message.removeprefix(f"{name}: ")
    return Part(name=name, format=form, text="", prose="", troubles=(Trouble(Spot(name, 1, 1), message, hint),))


def _told_of_each_other(parts: list[Part]) -> list[Part]:
    """The parts, read once more where what one defines means something in the others.

    A LaTeX file defines commands that cite, a Typst file labels that references go to.
    """
    if parts[0].format == "latex":
        from quotebank.draft.latex import definitions, read_latex

        macros: Any = {}
        for part in parts:
            macros = definitions(part.text, macros)
        if not macros:
            return parts
        return [_again(part, read_latex(part.name, part.text, macros)) for part in parts]
    if parts[0].format == "typst":
        from quotebank.draft.typst import read_typst, typst_labels

        labels = frozenset[str]().union(*(typst_labels(part.text) for part in parts))
        cited = {citation.key for part in parts for citation in part.citations}
        if labels.isdisjoint(cited):
            return parts
        return [_again(part, read_typst(part.name, part.text, labels)) for part in parts]
    return parts


def _again(part: Part, anew: Part) -> Part:
    """A part as it was read `anew`, with the troubles that were found with its file and its includes."""
    if not part.text:
        return part
    return _with(anew, troubles=tuple(dict.fromkeys((*part.troubles, *anew.troubles))))


def _with(part: Part, **changes: Any) -> Part:
    from dataclasses import replace

    return replace(part, **changes)


def _place_of(part: Part, include: str) -> tuple[int, bool]:
    """Where a part includes a file, and whether the file may as well not be there."""
    for offset in _mentions(part.text, include):
        start = part.text.rfind("\n", 0, offset) + 1
        signs = [*_including().finditer(part.text, max(start, offset - _NEAR), offset)]
        if signs:
            return signs[-1].start(), signs[-1]["optional"] is not None or include in _OF_TEX
    return max(0, part.text.find(include)), include in _OF_TEX


def _mentions(text: str, include: str) -> Iterator[int]:
    """The offsets of a file's name in a text, a few at most: as it is, without LaTeX's ending, or its last step."""
    bare = include.removesuffix(".tex")
    for name in dict.fromkeys((include, bare, os.path.basename(bare))):  # noqa: PTH119
        if name:
            whole = re.compile(rf"(?<![\w.-]){re.escape(name)}(?![\w-])")
            yield from (found.start() for found in islice(whole.finditer(text), _TRIES))


def _spot(name: str, text: str, offset: int) -> Spot:
    from quotebank.draft.latex_places import Places

    return Places(name, text).spot(offset)


@cache
def _including() -> "re.Pattern[str]":
    """What stands before the name of an included file, in any of the formats."""
    return re.compile(
        r"""\\(?:(?P<optional>InputIfFileExists)|@?[a-z]{0,9}(?:input|include|import|subfile|from)(?![A-Z]))
          | \{\{<[ \t]*include | \{include\} | \.\.[ \t]+include:: | \#\+(?i:include): | \#include""",
        re.VERBOSE,
    )
