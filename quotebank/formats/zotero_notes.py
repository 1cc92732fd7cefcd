"""Zotero's notes, which are HTML: their text, and the passages of a source that a writer took into them.

Such a passage is a ``<span class="highlight">`` (or ``underline``) in quotation marks; the citation with its page is
the span after it, and what follows in the paragraph is the writer's comment.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quotebank.formats.text_source import locator_of
from quotebank.model.quotes import LOCATORS, Locator

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = frozenset((
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "blockquote", "pre", "table", "tr", "body",
    "html", "hr",
))  # fmt: skip
_MARKED = frozenset(("highlight", "underline"))
_UNSEEN = frozenset(("script", "style", "head", "title"))
_LONGEST_CODED = 20_000
_QUOTATION_MARKS = (("“", "”"), ("«", "»"), ("„", "“"), ("„", "”"), ('"', '"'), ("「", "」"), ("『", "』"), ("‘", "’"))
_PLAIN, _PASSAGE, _CITATION, _COMMENT = range(4)


@dataclass(slots=True)
class Passage:
    """A passage taken into a note: its words, where they stand, the comment on them, and the items it is cited from.

    `items` are keys of items in the library.
    """

    text: str = ""
    locator: Locator | None = None
    comment: str = ""
    items: tuple[str, ...] = ()


@dataclass(slots=True)
class Note:
    """A note as plain text without its passages, and these."""

    text: str = ""
    passages: list[Passage] = field(default_factory=list)


def read_note(html: str) -> Note:
    """The text and passages of a note; raises nothing."""
    html = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]", "", html)
    if "<" not in html and "&" not in html:
        return Note(html.strip())
    from lxml.etree import LxmlError
    from lxml.html import HTMLParser, document_fromstring

    try:
        root = document_fromstring(f"<div>{html}</div>", parser=HTMLParser(no_network=True, huge_tree=False))
    except (LxmlError, ValueError):
        return Note(re.sub(r"<[^<>]*>", "", html).strip())
    walk = _Walk()
    walk.over(root)
    return walk.note()


class _Walk:
    """Goes through a note and sorts its text."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._passages: list[Passage] = []
        self._texts: tuple[list[str], ...] = ([], [], [], [])
        self._into = _PLAIN
        self._current: Passage | None = None

    def over(self, root: "HtmlElement") -> None:
        """Every element, without recursion."""
        from lxml.etree import iterwalk

        unseen = 0
        for event, element in iterwalk(root, events=("start", "end", "comment", "pi")):
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                unseen += tag in _UNSEEN
                self._begin(tag, element)
                self._add("" if unseen else element.text or "")
            else:
                unseen -= event == "end" and tag in _UNSEEN
                self._end(tag, element)
                self._add("" if unseen else element.tail or "")

    def note(self) -> Note:
        """What was found."""
        self._close_block("")
        text = re.sub(r"\n{3,}", "\n\n", "\n".join(self._lines)).strip()
        return Note(text, [passage for passage in self._passages if passage.text])

    def _begin(self, tag: str, element: "HtmlElement") -> None:
        if tag in _BLOCKS:
            self._close_block(tag)
        elif tag == "br":
            self._add("\n")
        elif tag == "span":
            kinds = set(element.get("class", "").split())
            if kinds & _MARKED:
                self._close_passage()
                self._current = Passage()
                self._into = _PASSAGE
                self._place(element.get("data-annotation", ""))
            elif "citation" in kinds and self._current is not None:
                self._into = _CITATION
                self._place(element.get("data-citation", ""))

    def _end(self, tag: str, element: "HtmlElement") -> None:
        if tag in _BLOCKS:
            self._close_block(tag)
        elif tag == "span" and self._current is not None:
            kinds = set(element.get("class", "").split())
            if kinds & _MARKED or "citation" in kinds:
                self._into = _COMMENT

    def _add(self, text: str) -> None:
        if text:
            self._texts[self._into].append(text)

    def _close_passage(self) -> None:
        if self._current is None:
            return
        text, citation, comment = (_spaced("".join(self._texts[kind])) for kind in (_PASSAGE, _CITATION, _COMMENT))
        self._current.text = _bare(text)
        self._current.comment = comment
        if self._current.locator is None:
            place = citation.strip("() ").rpartition(",")[2].strip()
            # A bare number there is the year.
            self._current.locator = None if place[:1].isdigit() else locator_of(place)
        self._passages.append(self._current)
        self._current = None
        self._into = _PLAIN
        for kind in (_PASSAGE, _CITATION, _COMMENT):
            self._texts[kind].clear()

    def _close_block(self, tag: str) -> None:
        self._close_passage()
        text = _spaced("".join(self._texts[_PLAIN]))
        self._texts[_PLAIN].clear()
        is_made_by_zotero = tag == "h1" and re.fullmatch(r"[^\n]+\n\([^\n]*\d[^\n]*\)", text)
        if text and not is_made_by_zotero:
            self._lines.append(f"- {text}" if tag == "li" else text)
        if tag in ("p", "h1", "h2", "h3", "blockquote", "div") and self._lines and self._lines[-1]:
            self._lines.append("")

    def _place(self, coded: str) -> None:
        """Page and items that a span's data say; what cannot be read says none."""
        data = _decoded(coded)
        cited = data.get("citationItem") or data.get("citationItems")
        first = cited[0] if isinstance(cited, list) and cited else cited
        item = first if isinstance(first, Mapping) else {}
        assert self._current is not None
        value, label = str(item.get("locator") or data.get("pageLabel") or "").strip(), item.get("label")
        if value and self._current.locator is None:
            self._current.locator = Locator(label if isinstance(label, str) and label in LOCATORS else "page", value)
        uris = item.get("uris")
        if isinstance(uris, list) and not self._current.items:
            self._current.items = tuple(uri.rpartition("/")[2] for uri in uris if isinstance(uri, str))


def _decoded(coded: str) -> Mapping[str, object]:
    """The JSON object in an attribute of Zotero's."""
    if not coded or len(coded) > _LONGEST_CODED:
        return {}
    from json import loads
    from urllib.parse import unquote

    try:
        data = loads(unquote(coded))
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, Mapping) else {}


def _spaced(text: str) -> str:
    """Lines with single spaces."""
    return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()


def _bare(text: str) -> str:
    """A passage without the quotation marks around it."""
    for left, right in _QUOTATION_MARKS:
        if len(text) > len(left + right) and text.startswith(left) and text.endswith(right):
            return text[len(left) : -len(right)].strip()
    return text
