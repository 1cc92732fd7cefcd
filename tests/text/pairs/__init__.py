"""Pairs of names, for tests: renderings of one name, and names that only look alike.

Two tab-separated files in UTF-8 lie beside this module; every line of them is our own compilation.

`transliterations.tsv` has ``language, system, a, b``: `a` and `b` are one name in two renderings, at least one of them
by the named system. `different.tsv` has ``a, b, why``: two names that no system makes one.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Pair(NamedTuple):
    """One name in two renderings.

    `language` is ``ru``, ``uk``, ``ko``, ``zh`` or ``ja``; `system` names the spelling of `b`, or those of `a` and `b`
    with a stroke between.
    """

    language: str
    system: str
    a: str
    b: str


def transliterations() -> list[Pair]:
    """Every pair of renderings of one name, in the order of the file."""
    return [Pair(*fields) for fields in rows("transliterations.tsv", len(Pair._fields))]


def different() -> list[tuple[str, str, str]]:
    """Every pair of names that are not one, with what parts them, in the order of the file."""
    return [(a, b, why) for a, b, why in rows("different.tsv", 3)]


def rows(name: str, width: int, folder: Path = Path(__file__).parent) -> Iterator[tuple[str, ...]]:
    """The fields of every line of a table; `ValueError` names the line that has not `width` fields, or an empty one."""
    for number, line in enumerate((folder / name).read_text(encoding="utf-8").splitlines(), start=1):
        fields = tuple(line.split("\t"))
        if len(fields) != width or not all(field and field == field.strip() for field in fields):
            message = f"{name}, line {number}: not {width} fields without spaces around them: {line!r}"
            raise ValueError(message)
        yield fields
