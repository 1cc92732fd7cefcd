"""What is found in a manuscript: citations with their places, and the prose they stand in."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

ReadFile = Callable[[str], bytes]
"""Gives the bytes of a file named by an include, by its path as the draft has it; may raise quotebank's errors."""


class Spot(NamedTuple):
    """A place in a draft: the file's name as given or included, the line and the column, both from 1.

    Columns count characters (code points). In a document of a word processor the line is the paragraph's number.
    """

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Citation:
    r"""One key cited at one place.

    `key` is the exact citation key. `start` and `end` are the offsets of the key in the text of its part. `command` is
    how it is cited, as the field names it: ``@`` (pandoc, Typst), ``\textcite``, ``:cite:p:``, ``cite:``, ``aux``.
    `mode` is ``parenthetical``, ``narrative`` (the author is part of the sentence), ``suppressed`` (no author),
    ``full`` or ``nocite``. `prefix` and `suffix` are the notes around the key, `locator` what of the suffix names a
    place (page 12: ``12``; ``chap. 3``: as written). Citations of one bracket or command share a `cluster` (a number
    from 0).
    """

    key: str
    spot: Spot
    start: int
    end: int
    command: str = "@"
    mode: str = "parenthetical"
    prefix: str = ""
    suffix: str = ""
    locator: str = ""
    cluster: int = 0


class Trouble(NamedTuple):
    """Something that could not be read: the place, what, and what to do."""

    spot: Spot
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    r"""One file of a draft: its name, its format, its text, and the same text with all that is no prose blanked out.

    `prose` has the length of `text`, line ends included: code, comments, verbatim, mathematics, markup and citations
    are spaces in it, so that an offset means the same place in both. `all_entries` says that the draft asks for the
    whole bibliography (``\\nocite{*}``, ``nocite: "@*"``). `ignored` are the rules switched off in the file, by line
    (0 for all of it), from comments such as ``quotebank: ignore=Q104``.
    """

    name: str
    format: str
    text: str
    prose: str
    citations: tuple[Citation, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    includes: tuple[str, ...] = ()
    all_entries: bool = False
    ignored: dict[int, frozenset[str]] = field(default_factory=dict)
