"""JSON-LD: what a page says of its article in schema.org's terms, read from whatever was meant as JSON.

Blocks, their size, and the objects looked at are bounded; broken JSON is mended where that is cheap (comments, CDATA,
trailing commas, raw line breaks), else the block is passed over.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from quotebank.ingest.page.intake import alike, bare, plain

_BLOCKS = 50
_LONGEST = 1_000_000
_TOTAL = 3_000_000
_OBJECTS = 5_000

Node = Mapping[str, Any]
"""One JSON object with its names as the page writes them."""

_ASIDE = frozenset((
    "itemlistelement", "mentions", "relatedlink", "haspart", "comment", "citation", "isbasedon", "review", "about",
    "significantlink", "subjectof", "recordedin", "workexample", "exampleofwork", "associatedmedia", "liveblogupdate",
    "author", "publisher", "image", "video", "logo", "breadcrumb",
))  # fmt: skip
"""Properties whose values are other works, or people: no article in them is the page's."""

_POSTS = ("blogposting", "socialmediaposting", "liveblogposting", "report")
_PAGES = ("webpage", "itempage")


class Statements:
    """The objects of a page's JSON-LD, those that can be its article first, and all that have an ``@id``."""

    def __init__(self, nodes: Sequence[Node], by_id: Mapping[str, Node]) -> None:
        self.nodes = nodes
        self._by_id = by_id

    def resolved(self, value: object) -> object:
        """A value, or the object it refers to by ``@id``."""
        if isinstance(value, Mapping) and len(value) <= 2 and isinstance(value.get("@id"), str):  # noqa: PLR2004
            return self._by_id.get(value["@id"], value)
        return value

    def texts(self, value: object, *, names: str = "@value name") -> list[str]:
        """The texts of a value: of a text, of an object by its first of `names`, of a list of either."""
        found: list[str] = []
        for item in _listed(value)[:100]:
            item = self.resolved(item)  # noqa: PLW2901 -- the object in place of its name
            if isinstance(item, Mapping):
                inner = next((item[name] for name in names.split() if item.get(name)), "")
                found += [plain(text) for text in _listed(inner)[:10] if isinstance(text, str)]
            elif isinstance(item, str | int) and not isinstance(item, bool):
                found.append(plain(str(item)))
        return [text for text in found if text]

    def text(self, node: Node, *names: str) -> str:
        """The first text that `node` has under one of these names."""
        return next((text for name in names for text in self.texts(node.get(name))), "")

    def article(self, titles: Sequence[str], is_here: "Mapping[str, bool] | Any") -> Node | None:
        """The object that is the page's own article, by its address and its headline; None where none is.

        `titles` are the page's other titles; `is_here` tells whether an address is the page's.
        """
        ranked = [(self._rank(node, [bare(title) for title in titles], is_here), -at, node)
                  for at, node in enumerate(self.nodes[:200])]  # fmt: skip
        ranked.sort(key=lambda entry: entry[:2], reverse=True)
        if not ranked:
            return None
        rank, _, node = ranked[0]
        works = [node for node in self.nodes if kind_of(node) not in _PAGES]
        return node if rank > 0 or (rank == 0 and len(works) <= 1) else None

    def _rank(self, node: Node, titles: Sequence[str], is_here: Any) -> int:
        rank = 0
        headline = bare(self.text(node, "headline", "name"))
        if headline and titles:
            agrees = any(alike(title, headline) for title in titles)
            rank += 4 if agrees else -1
        urls = [*self.texts(node.get("url")), *self.texts(node.get("mainEntityOfPage"), names="@id url"),
                *self.texts(node.get("@id"))]  # fmt: skip
        here = [is_here(url) for url in urls if url.startswith(("http:", "https:", "/"))]
        if here:
            rank += 4 if any(here) else -3
        if kind_of(node) in _PAGES:
            rank -= 2
        return rank + (1 if rank > 0 and node.get("author") else 0)


def statements(blocks: Sequence[str]) -> Statements:
    """The JSON-LD of these script elements; any texts give some statements."""
    nodes: list[Node] = []
    by_id: dict[str, Node] = {}
    room = _TOTAL
    for block in blocks[:_BLOCKS]:
        if len(block) > min(_LONGEST, room):
            continue
        room -= len(block)
        for node, is_own in _objects(_parsed(block)):
            identity = node.get("@id")
            if isinstance(identity, str) and len(node) > 2:  # noqa: PLR2004 -- more than a reference
                by_id.setdefault(identity, node)
            if is_own and kind_of(node):
                nodes.append(node)
    return Statements(nodes, by_id)


def kind_of(node: Node) -> str:
    """The type by which an object can be a page's article, in lower case without schema.org; `""` for others."""
    for value in _listed(node.get("@type") or node.get("type"))[:10]:
        kind = str(value).lower().rpartition("/")[2].rpartition(":")[2]
        if kind.endswith("article") or kind in _POSTS or kind in _PAGES:
            return kind
    return ""


def _parsed(block: str) -> object:
    text = block.strip().lstrip("\ufeff")
    for mend in (None, _mended):
        try:
            return json.loads(mend(text) if mend else text, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _mended(text: str) -> str:
    """JSON with what is not JSON taken out: comments, CDATA and HTML comment marks, trailing commas, `;` at the end."""
    text = re.sub(r"^\s*(?://\s*)?(?:<!\[CDATA\[|<!--)|(?://\s*)?(?:\]\]>|-->)\s*$", "", text).strip().rstrip(";")
    text = re.sub(r'("(?:[^"\\]|\\.)*+")|/\*.*?\*/|//[^\n]*', lambda match: match[1] or "", text,
                  flags=re.DOTALL)  # fmt: skip
    text = re.sub(r'("(?:[^"\\]|\\.)*+")|,(?=\s{0,200}[\]}])', lambda match: match[1] or "", text, flags=re.DOTALL)
    if text.startswith("{") and re.search(r"\}\s{0,99}\{", text):  # several objects, one after the other
        text = "[" + re.sub(r"\}\s{0,99}\{", "},{", text) + "]"
    return re.sub(r'\\(?!["\\/bfnrtu])', r"\\\\", text)


def _objects(value: object) -> Iterator[tuple[Node, bool]]:
    """Every object in a JSON value, breadth first, and whether it is no part of another work."""
    waiting: list[tuple[object, bool]] = [(value, True)]
    for _ in range(_OBJECTS):
        if not waiting:
            return
        following: list[tuple[object, bool]] = []
        for item, own in waiting[:_OBJECTS]:
            if isinstance(item, Mapping):
                yield item, own
                inside = own and not (kind_of(item) and kind_of(item) not in _PAGES)
                for name, inner in item.items():
                    if isinstance(inner, Mapping | list):
                        following.append((inner, inside and str(name).lower() not in _ASIDE))
            elif isinstance(item, list):
                following += [(inner, own) for inner in item if isinstance(inner, Mapping | list)]
        waiting = following


def _listed(value: object) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
