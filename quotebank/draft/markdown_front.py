"""The front matter of a Markdown document: YAML whose texts are Markdown (pandoc manual, "Metadata blocks").

Citations in an abstract count, and those of the field ``nocite``.
"""

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from yaml import Node

_LONGEST = 64_000
"""Characters of front matter that are read as YAML; PyYAML takes a second for a megabyte."""

_DEEPEST = 40


class Value(NamedTuple):
    """Where a text of the front matter stands, and whether it belongs to ``nocite``."""

    start: int
    end: int
    nocite: bool


def front_values(text: str, start: int, end: int) -> tuple[list[Value], str]:
    """The texts of front matter that have an ``@``, and what is wrong with it (``""`` for nothing)."""
    front = text[start:end]
    if "@" not in front:
        return [], ""
    if len(front) > _LONGEST:
        return _by_lines(front, start), f"front matter of more than {_LONGEST:,} characters; read line by line"
    if _too_deep(front):
        return _by_lines(front, start), "front matter with lists within lists; read line by line"
    from yaml import BaseLoader, MappingNode, ScalarNode, YAMLError, compose

    try:
        root = compose(front, BaseLoader)
    except (YAMLError, ValueError) as failure:
        why = getattr(failure, "problem", None) or "not YAML"
        return _by_lines(front, start), f"front matter: {why}; read line by line"
    found: list[Value] = []
    waiting: list[tuple[Node | None, bool]] = [(root, False)]
    seen: set[int] = set()
    while waiting:
        node, nocite = waiting.pop()
        if node is None or id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, ScalarNode):
            quoted = 1 if node.style in ("'", '"') else 0
            value = Value(node.start_mark.index + quoted, node.end_mark.index - quoted, nocite)
            if "@" in front[value.start : value.end]:
                found.append(Value(value.start + start, value.end + start, nocite))
        elif isinstance(node, MappingNode):
            waiting += [(value, nocite or name.value == "nocite") for name, value in node.value]
        else:
            waiting += [(value, nocite) for value in node.value]
    return sorted(found), ""


def _too_deep(front: str) -> bool:
    brackets = sum(map(front.count, "[{"))
    return brackets > _DEEPEST or max(map(len, _leading().findall(front)), default=0) > _DEEPEST


def _by_lines(front: str, start: int) -> list[Value]:
    """Every line's text behind its colon; indented lines belong to the field above."""
    found: list[Value] = []
    nocite = False
    for line in _lines().finditer(front):
        if line["name"]:
            nocite = line["name"] == "nocite"
        if "@" in line["text"]:
            found.append(Value(line.start("text") + start, line.end("text") + start, nocite))
    return found


@cache
def _leading() -> "re.Pattern[str]":
    return re.compile(r"^[ \t\-?]*", re.MULTILINE)


@cache
def _lines() -> "re.Pattern[str]":
    return re.compile(r"^(?:(?P<name>[\w.\-]+):)?(?P<text>[^\n]*)$", re.MULTILINE)
