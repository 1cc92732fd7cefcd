"""The text that an HTML page shows, in spans: one for each element that starts on a line of its own.

What a reader does not see, or what surrounds an article on every page of a site, is left out (HTML Living Standard,
15.3 "Non-replaced elements", for what is shown as a block and what not at all). The page is read as a stream of events;
no tree is built, so that depth costs nothing.
"""

import re
from collections.abc import Mapping
from typing import Any

from quotebank.ingest.digest.markdown_blocks import Span

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
_DROPPED = frozenset({
    "applet", "aside", "audio", "button", "canvas", "datalist", "embed", "footer", "frameset", "head", "iframe",
    "input", "map", "math", "meter", "nav", "noembed", "noframes", "noscript", "object", "progress", "rp", "script",
    "select", "style", "svg", "template", "textarea", "title", "video",
})  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_KINDS = {"li": "item", "dt": "item", "figcaption": "boilerplate", "caption": "boilerplate"}
_LONGEST_HEADING = 300
_FEWEST_TAGS = 3
_CHUNK = 65536
_INVISIBLE = dict.fromkeys(map(ord, "\xad\u200b\u2060\ufeff\u034f\0"), "") | dict.fromkeys(map(ord, "\t\n\r\f"), " ")
_RULE = "---"
_BETWEEN = "\n\n"


def looks_html(text: str) -> bool:
    """Tell whether a text is HTML: it says so at its start, or has several tags that close."""
    sample = text[:20_000].lstrip("\ufeff \t\r\n").lower()
    if sample.startswith(("<!doctype html", "<html", "<head", "<body")):
        return True
    opened = re.findall(r"<(?:p|div|br|a|h[1-6]|table|tr|td|span|ul|ol|li|section|article|em|strong|i|b)[\s>/]", sample)
    return len(opened) >= _FEWEST_TAGS and sample.startswith("<") and "</" in sample


def visible_spans(html: str) -> tuple[str, list[Span]]:
    """Give the text that `html` shows and its spans, with an empty line between two.

    White space is collapsed as a browser does; no-break spaces stay. Broken or endless markup gives what can be read.
    """
    from lxml import etree

    if not html.strip("\0 \t\r\n\f\ufeff"):
        return "", []
    page = _Page()
    target: Any = page
    parser = etree.HTMLParser(target=target, encoding="utf-8", huge_tree=True)
    data = re.sub("[\ud800-\udfff]", "\ufffd", html.replace("\0", "")).encode()
    for at in range(0, len(data), _CHUNK):
        parser.feed(data[at : at + _CHUNK])
    parser.close()
    return page.result()


class _Page:
    """Takes the events of a parser and keeps what is shown. The method names are those lxml calls."""

    def __init__(self) -> None:
        self.found: list[tuple[str, str, bool]] = []
        self.pieces: list[str] = []
        self.kind = ""
        self.heading = self.form = self.pre = 0
        self.dropped = 0
        self.breaks = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element."""
        if self.dropped or tag in _DROPPED or _is_hidden(attributes):
            if not self.dropped and tag in _BLOCKS:
                self._flush()
            self.dropped += 1
        elif tag == "br":
            self._break()
        elif tag == "q":
            self.data("“")
        elif tag in _BLOCKS:
            self._flush()
            self._count(tag, 1)
            self.kind = _KINDS.get(tag, self.kind)
            if tag == "hr":
                self.found.append((_RULE, "rule", self.form > 0))

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if self.dropped:
            self.dropped -= 1
        elif tag == "q":
            self.data("”")
        elif tag in _BLOCKS:
            self._flush()
            self._count(tag, -1)
            self.kind = "" if tag in _KINDS else self.kind

    def data(self, data: str) -> None:
        """Take text."""
        if self.dropped:
            return
        if self.pre and "\n" in data:
            first, *rest = re.split(r"\n[ \t\r]*\n", data)
            self.pieces.append(first)
            for piece in rest:
                self._flush()
                self.pieces.append(piece)
        else:
            self.pieces.append(data)
        if self.breaks and not data.isspace():
            self.breaks = 0

    def close(self) -> None:
        """Take the end of the page."""
        self._flush()

    def _count(self, tag: str, step: int) -> None:
        """Keep count of the open headings, forms and preformatted texts."""
        if tag in _HEADINGS:
            self.heading += step
        elif tag == "form":
            self.form += step
        elif tag == "pre":
            self.pre += step

    def _break(self) -> None:
        """Take a line break: the second in a row parts two blocks, a single one is a space."""
        self.breaks += 1
        if self.breaks > 1:
            self._flush()
        else:
            self.pieces.append(" ")

    def _flush(self) -> None:
        """Finish the open block if it shows anything."""
        text = "".join(self.pieces).translate(_INVISIBLE)
        self.pieces = []
        self.breaks = 0
        text = " ".join(filter(None, text.split(" "))).strip()
        if not text:
            return
        heading = self.heading > 0 and len(text) <= _LONGEST_HEADING
        self.found.append((text, "heading" if heading else self.kind, self.form > 0))
        if self.kind == "item":
            self.kind = ""

    def result(self) -> tuple[str, list[Span]]:
        """Put the blocks together. What stands in forms counts only if it is most of the page, as on some servers."""
        inside = sum(len(text) for text, _, form in self.found if form)
        whole = sum(len(text) for text, _, _ in self.found)
        kept = [(text, kind) for text, kind, form in self.found if not form or inside * 2 > whole]
        spans = []
        place = 0
        for text, kind in kept:
            spans.append((place, place + len(text), kind))
            place += len(text) + len(_BETWEEN)
        return _BETWEEN.join(text for text, _ in kept), spans


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    """Tell whether an element is hidden by its attributes."""
    if not attributes:
        return False
    style = attributes.get("style", "")
    if style:
        style = style.replace(" ", "").lower()
        if "display:none" in style or "visibility:hidden" in style or "mso-hide:all" in style:
            return True
    return "hidden" in attributes
