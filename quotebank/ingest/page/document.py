"""A page as a tree, without what nobody sees, and its main parts.

libxml2 reads as browsers do, in linear time; its own limits stay on (256 levels, 10 MB of text in one place), ours are
set before it, and nothing is ever fetched.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from quotebank.ingest.page.intake import clean, plain
from quotebank.ingest.page.meta_tags import Metas, metas
from quotebank.ingest.page.structured import Statements, statements

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_UNSEEN = (
    "script", "style", "noscript", "template", "svg", "iframe", "select", "object", "textarea", "math", "canvas",
    "datalist",
)  # fmt: skip
_BREAKING = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
    "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
_FRAME = frozenset(("nav", "footer", "aside", "figure"))
_LONGEST = 4_000_000
_MOST_TAGS = 60_000
_BLOCKS = 4_000
_ELEMENTS = 60_000
_LONG = 20_000
_SHORTEST = 25
_SAMPLED, _DENSITY = 500, 2


class Block(NamedTuple):
    """A run of text that stands on lines of its own, with the innermost element it stands in."""

    text: str
    element: "HtmlElement"


class Document:
    """A parsed page. Its tree has no scripts, styles and other unseen parts; what they said is kept beside it.

    `size` is the length of the page in characters.
    """

    def __init__(self, root: "HtmlElement", size: int) -> None:
        self.root = root
        self.size = size
        self.metas: Metas = metas(root)
        blocks = [
            script.text or "" for script in root.iter("script") if "ld+json" in (script.get("type") or "").lower()
        ]
        self.title = next((plain(element.text or "") for element in root.iter("title")), "")
        self._drop_unseen()
        if size > _LONG * 10:
            self._shorten()
        self.statements: Statements = statements(blocks)

    def _drop_unseen(self) -> None:
        for element in list(self.root.iter(*_UNSEEN)):
            element.drop_tree()
        for element in self.root.xpath("//*[@id='wm-ipp-base' or @id='wm-ipp' or @id='wm-ipp-print' or @id='donato']"):
            if element.getparent() is not None:
                element.drop_tree()

    def _shorten(self) -> None:
        """Cut texts that no article has in one piece, so that no later step holds copies of them."""
        for element in self.root.iter():
            if element.text and len(element.text) > _LONG:
                element.text = clean(element.text[:_LONG])
            if element.tail and len(element.tail) > _LONG:
                element.tail = clean(element.tail[:_LONG])

    @cached_property
    def headings(self) -> Sequence["HtmlElement"]:
        """The h1 elements that show text, at most 20."""
        found = [element for element, _ in zip(self.root.iter("h1"), range(100), strict=False) if shown(element)]
        return found[:20]

    @cached_property
    def blocks(self) -> Sequence[Block]:
        """The visible text of the body in blocks, in order."""
        return blocks(self.root)

    @cached_property
    def paragraphs(self) -> Sequence[str]:
        """The texts of the longer paragraphs (60 characters and more; 25 in Chinese), outside the page's frame."""
        found = []
        for block in self.blocks:
            if len(block.text) < _SHORTEST:
                continue
            dense = 0 if block.text.isascii() else sum("\u2e80" <= char <= "\ud7a3" for char in block.text[:100])
            if len(block.text) >= (_SHORTEST if dense > 20 else 60) and not in_frame(block.element):  # noqa: PLR2004
                found.append(block.text)
        return found

    @cached_property
    def prose(self) -> int:
        """How many characters of prose the page shows; a Chinese one counts as three, as it says so much."""
        dense = sum(
            "\u2e80" <= char <= "\ud7a3" for text in self.paragraphs if not text.isascii() for char in text[:_SAMPLED]
        )
        return sum(map(len, self.paragraphs)) + _DENSITY * dense

    def links(self, rel: str) -> list[str]:
        """The addresses of the link elements of this relation."""
        links = [element for element, _ in zip(self.root.iter("link"), range(500), strict=False)]
        found = [link.get("href") or "" for link in links if rel in (link.get("rel") or "").lower().split()]
        return [href for href in map(clean, found) if href]


def bounded(html: str) -> str:
    """The part of a page that is read: its first 4,000,000 characters and 60,000 tags, far more than articles have."""
    html = html[:_LONGEST]
    if html.count("<") <= _MOST_TAGS:
        return html
    from itertools import islice

    last = next(islice((match.start() for match in re.finditer("<", html)), _MOST_TAGS, None))
    return html[:last]


def document(html: str) -> Document | None:
    """The tree of a page (of its `bounded` part); None when there is nothing in it."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = document_fromstring(bounded(html).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    return Document(root, len(html))


def shown(element: "HtmlElement") -> str:
    """The text an element shows, on one line; words of inner blocks are parted by a space."""
    return plain(" ".join(block.text for block in blocks(element)))


def blocks(top: "HtmlElement") -> list[Block]:
    """The texts that stand on lines of their own in `top`, in order; at most 4,000 of them."""
    found: list[Block] = []
    pieces: list[str] = []
    holder = top
    for text, element, is_break in _events(top):
        if is_break:
            if pieces and (line := clean("".join(pieces)[:_LONG])):
                found.append(Block(line, holder))
            pieces = []
            holder = element
        if text and (pieces or not text.isspace()):
            if not pieces:
                holder = element
            pieces.append(text)
        if len(found) >= _BLOCKS:
            break
    if pieces and (line := clean("".join(pieces)[:_LONG])):
        found.append(Block(line, holder))
    return found


def _events(top: "HtmlElement") -> Iterator[tuple[str, "HtmlElement", bool]]:
    """Each piece of text with the element it stands in and whether a line begins before it; no recursion."""
    from lxml import etree

    for count, (event, element) in enumerate(etree.iterwalk(top, events=("start", "end"))):
        if count > 2 * _ELEMENTS:
            return
        breaks = element.tag in _BREAKING
        if event == "start":
            yield element.text or "", element, breaks
        elif element is not top:
            parent = element.getparent()
            yield element.tail or "", parent if parent is not None else top, breaks


def in_frame(element: "HtmlElement") -> bool:
    """Whether an element belongs to what surrounds an article: navigation, footer, side column, picture."""
    return element.tag in _FRAME or next(element.iterancestors(*_FRAME), None) is not None


def main_part(page: Document, heading: "HtmlElement | None") -> "HtmlElement | None":
    """The element that holds the article: the one around its heading and most of the prose, else that with most prose.

    None where that is the whole page.
    """
    if heading is not None:
        around = next(heading.iterancestors("article"), None)
        if around is not None and _weight(around):
            return around
        if (holder := _common(page, heading)) is not None:
            return holder
    candidates = [element for element, _ in zip(page.root.iter("article", "main"), range(30), strict=False)]
    best = max(candidates, key=_weight, default=None)
    if best is not None and _weight(best):
        return best
    found = page.root.xpath("//*[@itemprop='articleBody' or @role='main' or contains(@itemtype, 'Article')]")
    return max(found[:30], key=_weight, default=None)


def _common(page: Document, heading: "HtmlElement") -> "HtmlElement | None":
    """The innermost element around a heading that holds most of the prose; None if that is the body."""
    prose = [block for block in page.blocks if len(block.text) > 60 and not in_frame(block.element)]  # noqa: PLR2004
    wanted = sum(len(block.text) for block in prose)
    held: dict[HtmlElement, int] = dict.fromkeys(heading.iterancestors(), 0)
    for block in prose:
        for above in (block.element, *block.element.iterancestors()):
            if above in held:
                held[above] += len(block.text)
    found = next((above for above, length in held.items() if 2 * length > wanted), None)
    return found if found is not None and found.tag not in ("body", "html") else None


def _weight(element: "HtmlElement") -> int:
    """The characters in the paragraphs of an element, the first 300 of them."""
    total = 0
    for paragraph, _ in zip(element.iter("p"), range(300), strict=False):
        total += len(paragraph.text or "")
        total += sum(len(child.tail or "") for child, _ in zip(paragraph, range(50), strict=False))
    return total
