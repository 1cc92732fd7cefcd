"""``<meta http-equiv=refresh>``: a page that only sends its reader on to another."""

from functools import cache
from re import Pattern
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_READ = 65_536
_SOONEST = 5
_STUB = 250
_UNSEEN = ("script", "style", "noscript", "title", "template")


def refresh_of(body: bytes) -> str:
    """The address a page sends its reader to within five seconds, as written there, or "" if it does not.

    Only the first 64 KB are looked at, where heads are. One inside ``<noscript>`` counts if the page shows next to
    nothing else (under 250 characters): browsers that run scripts pass it over, and on a whole page it leads to a
    poorer one. Rule for the attribute: HTML standard, "shared declarative refresh steps".
    """
    head = body[:_READ]
    if b"refresh" not in head.lower():
        return ""
    from lxml import html
    from lxml.etree import LxmlError, ParserError

    try:
        tree = html.document_fromstring(head, parser=html.HTMLParser(encoding="iso-8859-1", remove_comments=True))
    except (LxmlError, ParserError, ValueError):
        return ""
    for meta in tree.iter("meta"):
        if str(meta.get("http-equiv") or "").strip().lower() == "refresh":
            address = _address(str(meta.get("content") or ""))
            if address and (next(meta.iterancestors("noscript"), None) is None or _is_stub(tree, body)):
                return address
    return ""


def _address(content: str) -> str:
    match = _refresh().match(content.strip()[:8192])
    if match is None or int(match["seconds"] or 0) > _SOONEST:
        return ""
    address = match["address"].strip()
    if address[:1] in ("'", '"'):
        address = address[1:].partition(address[0])[0]
    return address.strip()


def _is_stub(tree: "HtmlElement", body: bytes) -> bool:
    if len(body) > _READ:
        return False
    shown = 0
    for element in tree.iter():
        if element.tag not in _UNSEEN:
            shown += len((element.text or "").strip())
        shown += len((element.tail or "").strip())
    return shown < _STUB


@cache
def _refresh() -> Pattern[str]:
    import re

    return re.compile(
        r"\s*(?:(?P<seconds>\d{1,6})(?:\.[\d.]*)?|\.[\d.]*)\s*[;,\s]\s*(?:url\s*=\s*)?+(?P<address>\S.*)",
        re.IGNORECASE | re.DOTALL,
    )
