r"""What stands behind a LaTeX command: ``[notes]``, ``{keys}``, and where each key lies.

The patterns never look at a character more than a few times: groups within groups are followed three deep, what was
read is not given back (atomic groups), and the argument of a citation ends, as TeX has it, with its paragraph.
"""

import re
from functools import cache
from typing import NamedTuple

from quotebank.draft.latex_commands import LANGUAGE_QUOTING, MULTI, VOLUME
from quotebank.draft.latex_hidden import FILLER
from quotebank.draft.latex_places import tidy

SPACE = rf"[ \t{FILLER}]*+(?:\r?\n(?![ \t]*+\r?\n)[ \t{FILLER}]*+)*+"
"""White space between a command and its arguments: no empty line; comments are none."""

_INNERMOST = r"\{(?:[^{}\\]++|\\.)*+\}"
_INNER = rf"\{{(?:[^{{}}\\]++|\\.|{_INNERMOST})*+\}}"
GROUP = rf"\{{((?:[^{{}}\\]++|\\.|{_INNER})*+)\}}"
"""A group in braces, with groups in it; its text is a group of the pattern. Needs DOTALL."""

OPTION = rf"\[((?:[^\[\]{{}}\\]++|\\.|{_INNER})*+)\]"
"""An option in brackets."""

_ROUND = rf"\(((?:[^(){{}}\\]++|\\.|{_INNER})*+)\)"
_KEYS = r"\{((?:[^{}\\\n]++|\n(?![ \t]*+\r?\n))*+)\}"
_NOTED = rf"(?:{OPTION}{SPACE})?+(?:{OPTION}{SPACE})?+"


def deeper(group: str) -> str:
    """The pattern of a group in whose groups may stand a group more."""
    inside = group.replace("((?:", "(?:", 1).removesuffix(r")\}") + r"\}"
    return rf"\{{((?:[^{{}}\\]++|\\.|{inside})*+)\}}"


class Key(NamedTuple):
    """A key and where it stands."""

    name: str
    start: int
    end: int


class Cited(NamedTuple):
    """The keys of one pair of braces with the notes before and behind them."""

    keys: list[Key]
    prefix: str = ""
    suffix: str = ""


class Arguments(NamedTuple):
    """What a citing command is given: the star, the keys and notes, and where it ends."""

    star: bool
    cited: list[Cited]
    end: int


def read_arguments(text: str, place: int, shape: str) -> Arguments | None:
    """The arguments of a citing command of a shape, which ends at `place`; None when they are not there."""
    if shape in (MULTI, VOLUME):
        return _several(text, place, shape)
    found = _ordinary(shape == LANGUAGE_QUOTING).match(text, place)
    if found is None:
        return None
    star, before, first, second, keys = found.groups()
    prefix, suffix = (first or "", second) if second is not None else (before or "", first or "")
    cited = Cited(keys_of(found.start(5), keys), prefix and note_of(prefix), suffix and note_of(suffix))
    return Arguments(bool(star), [cited], found.end())


def keys_of(start: int, keys: str) -> list[Key]:
    """The keys of a list that begins at `start`, spaces around them and comments between them dropped."""
    if "," not in keys and FILLER not in keys:
        whole = keys.strip()
        start += len(keys) - len(keys.lstrip()) if len(whole) < len(keys) else 0
        return [Key(whole, start, start + len(whole))] if whole else []
    found = []
    for piece in keys.split(","):
        if FILLER in piece:
            whole = _broken().sub("", piece).replace(FILLER, "").strip()
            offset = len(piece) - len(piece.lstrip(f"{FILLER} \t\r\n"))
            length = len(piece.strip(f"{FILLER} \t\r\n"))
        else:
            whole = piece.strip()
            offset, length = len(piece) - len(piece.lstrip()), len(whole)
        if whole:
            found.append(Key(whole, start + offset, start + offset + length))
        start += len(piece) + 1
    return found


def note_of(raw: str) -> str:
    """A note as plain text on one line."""
    if not raw:
        return ""
    raw = raw.replace(FILLER, "").replace("~", " ")
    if "\\" in raw or "{" in raw or "--" in raw:
        from quotebank.text.latex_reading import decode

        raw = decode(_followed().sub(r"\1", raw)).text
    return raw if raw.isalnum() else tidy(raw)


def _several(text: str, place: int, shape: str) -> Arguments | None:
    r"""The arguments of ``\cites`` and of ``\volcite``: one set or more."""
    opened = _opening().match(text, place)
    assert opened is not None  # it may be empty
    place, cited = opened.end(), []
    one = _volume() if shape == VOLUME else _one_set()
    while found := one.match(text, place):
        first, second, keys = found.groups()
        if shape == VOLUME or second is None:
            prefix, suffix = (first or "", second or "") if shape == VOLUME else ("", first or "")
        else:
            prefix, suffix = first or "", second
        cited.append(Cited(keys_of(found.start(3), keys), note_of(prefix), note_of(suffix)))
        place = found.end()
    if not cited:
        return None
    before, behind = (opened[2] or "", opened[3]) if opened[3] is not None else ("", opened[2] or "")
    cited[0] = cited[0]._replace(prefix=tidy(f"{note_of(before)} {cited[0].prefix}"))
    cited[-1] = cited[-1]._replace(suffix=tidy(f"{cited[-1].suffix} {note_of(behind)}"))
    return Arguments(bool(opened[1]), cited, place)


@cache
def _ordinary(has_language: bool) -> re.Pattern[str]:
    language = rf"(?:\{{[^{{}}\\]*+\}}{SPACE})" if has_language else ""
    angle = rf"(?:<([^<>{{}}\\\n]*+)>{SPACE})?+"
    return re.compile(rf"(\*?+){SPACE}{language}{angle}{_NOTED}{_KEYS}", re.DOTALL)


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"(\*?+){SPACE}(?:{_ROUND}{SPACE})?+(?:{_ROUND}{SPACE})?+", re.DOTALL)


@cache
def _one_set() -> re.Pattern[str]:
    return re.compile(rf"{SPACE}{_NOTED}{_KEYS}", re.DOTALL)


@cache
def _volume() -> re.Pattern[str]:
    volume = rf"\{{(?:[^{{}}\\]++|\\.)*+\}}{SPACE}"
    return re.compile(rf"{SPACE}(?:{OPTION}{SPACE})?+{volume}(?:{OPTION}{SPACE})?+{_KEYS}", re.DOTALL)


@cache
def _broken() -> re.Pattern[str]:
    return re.compile(rf"{FILLER}+\r?\n[ \t]*")


@cache
def _followed() -> re.Pattern[str]:
    r"""``\psq``, ``\psqq``, ``\pno`` and the like of biblatex, which print a page's "f." or "p."."""
    return re.compile(r"\\(?:ps?qq?|ps?nf|pnfmt|pno|ppno|nopp)(?![A-Za-z])\s*()")
