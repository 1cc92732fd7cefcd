"""The meta elements of a page: OpenGraph, article:*, Dublin Core, Highwire Press, parsely, sailthru and plain names."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from quotebank.ingest.page.intake import plain

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST = 1_000
"""How many meta elements are read."""


class Said(NamedTuple):
    """One value and the name of the meta element that says it."""

    value: str
    source: str


Metas = Mapping[str, Sequence[str]]
"""The values of each name (in lower case), in the order of the page."""


def metas(root: "HtmlElement") -> Metas:
    """The values of all meta elements, by ``property``, ``name``, ``itemprop`` and ``http-equiv``."""
    found: dict[str, list[str]] = {}
    for count, element in enumerate(root.iter("meta")):
        if count >= _MOST:
            break
        value = element.get("content")
        value = plain(value) if value else ""
        if not value:
            continue
        keys = {element.get(name, "") for name in ("property", "name", "itemprop", "http-equiv")}
        for key in " ".join(sorted(keys)).lower().split():
            found.setdefault(key, []).append(value)
    return found


def said(tags: Metas, names: str) -> Iterator[Said]:
    """What the meta elements of these names (separated by spaces) say, in the order of the names."""
    for name in names.split():
        for value in tags.get(name, ()):
            yield Said(value, name)


def first(tags: Metas, names: str) -> Said:
    """The first of `said`, empty when there is none."""
    return next(said(tags, names), Said("", ""))
