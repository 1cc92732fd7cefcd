"""What the head of a page tells of its titles: the sections of its menus, the site's name on its nameplate.

``Title / Local / The Example`` is a title, a section and a site where a menu has Local; where the nameplate is all that
remains of every declared title, the article's own is none of them.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import urljoin

from quotebank.ingest.page.document import Document, shown
from quotebank.ingest.page.headings import above_prose, is_front, is_long
from quotebank.ingest.page.host_names import is_no_name, is_of_host
from quotebank.ingest.page.intake import bare, clean
from quotebank.ingest.page.meta_tags import Said
from quotebank.ingest.page.moments import moments
from quotebank.ingest.page.title_parts import Piece, is_named, pieces
from quotebank.text.addresses import compared, host_of

_LONGEST, _MOST_WORDS, _LONGEST_DENSE = 30, 3, 6
_MOST_LINKS, _MOST_HEADINGS, _MOST_PICTURES = 150, 60, 4
_SHORTEST, _MOST_LOOKED_AT = 3, 8
_HEADINGS = ("h1", "h2", "h3", "h4")
_PLATES = ("logo", "top", "head", "banner", "masthead", "nameplate", "flag", "title", "shapka", "brand")
"""Words in the addresses of pictures with a site's name."""


class Menu(NamedTuple):
    """The `bare` names of sections among the pieces of a page's titles, and the site's name where those say it only."""

    sections: frozenset[str] = frozenset()
    masthead: str = ""


def menu(page: Document, titles: Sequence[Said], url: str) -> Menu:
    """What the head of a page tells of its declared titles; `url` is the page's own address."""
    found = _sections(page, titles, url)
    return Menu(found, _masthead(page, titles, found))


def _headings(page: Document) -> list[str]:
    """What looks like the article's heading, the likeliest first. Costs what dates in words cost."""
    looking = zip(above_prose(page, ()), range(_MOST_LOOKED_AT), strict=False)
    return [text for text in (shown(element) for element, _ in looking) if is_long(text)]


def _sections(page: Document, titles: Sequence[Said], url: str) -> frozenset[str]:
    """The `bare` pieces of the declared titles that are sections: short links of the page lead there.

    A link to the front page or to the page itself names no section, nor does one whose words the host bears, or a
    heading shows that is the article's: none below it is more like one.
    """
    able = {bare(piece.text) for value, _ in titles for piece in _parted(value) if _is_short(piece.text)} - {""}
    linked = set()
    for link, _ in zip(page.root.iter("a"), range(_MOST_LINKS if able else 0), strict=False):
        text = bare("".join(link.itertext())[: 2 * _LONGEST])
        if text in able and _leads_elsewhere(link.get("href") or "", url) and link.get("rel") != "home":
            linked.add(text)
    if not linked:
        return frozenset()
    headings = zip(page.root.iter(*_HEADINGS), range(_MOST_HEADINGS), strict=False)
    headed = {bare(shown(element)) for element, _ in headings}
    if headed & linked and (other := bare(next(iter(_headings(page)), ""))) not in linked and other:
        headed = {other}
    host = host_of(url)
    borne = {bare(piece.text) for value, _ in titles for piece in _parted(value) if is_of_host(piece.text, host)}
    return frozenset(linked - headed - borne)


def _parted(title: str) -> list[Piece]:
    parts = pieces(title)
    return parts if len(parts) > 1 else []


def _is_short(text: str) -> bool:
    if any("\u2e80" <= char <= "\ud7a3" for char in text):
        return len(text) <= _LONGEST_DENSE
    return len(text) <= _LONGEST and len(text.split()) <= _MOST_WORDS


def _leads_elsewhere(href: str, url: str) -> bool:
    """Whether a link leads to a page that is neither this one nor the site's first."""
    href = clean(href)
    if not href or href[0] == "#" or is_front(href):
        return False
    try:
        whole = urljoin(url, href) if url else href
    except ValueError:
        return False
    return not url or compared(whole) not in ("", compared(url))


def _masthead(page: Document, titles: Sequence[Said], sections: frozenset[str]) -> str:
    """The name of the site, if the declared titles have nothing but it, sections, and the number or day of an issue.

    Something else must look like the article's heading, else it is the title of a page that has no name of its site.
    """
    for name, alone in _nameplates(page, sections):
        folded = bare(name)
        if len(folded) < _SHORTEST:
            continue
        parts = [piece.text for value, _ in titles for piece in pieces(value)]
        named = [text for text in parts if _says(text, name)]
        rest = [text for text in parts if text not in named]
        if not named or not all(_is_aside(text, sections) for text in rest):
            continue
        more = alone or rest or any(bare(text) != folded for text in named)
        if more and any(folded not in bare(heading) for heading in _headings(page)):
            return min((*named, name), key=len)
    return ""


def _nameplates(page: Document, sections: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """What may be the site's name in the head of a page, and whether it may be all that a title says.

    A picture in a link to the front page, or one called so; the one h1 above the menu; the first line of the page.
    """
    for picture, _ in zip(page.root.iter("img"), range(_MOST_PICTURES), strict=False):
        link = next(picture.iterancestors("a"), None)
        source = (picture.get("src") or "").rpartition("/")[2].lower()
        if any(word in source for word in _PLATES) or (link is not None and is_front(link.get("href") or "")):
            text = clean(picture.get("alt") or "")
            if text and not is_no_name(text):
                yield text, True
    if len(page.headings) == 1 and _is_above_menu(page, sections):
        yield shown(page.headings[0]), False
    for block in page.blocks[:2]:
        if block.element.tag not in ("title", "h1", "a") and not is_no_name(block.text):
            yield block.text, False
            return


def _is_above_menu(page: Document, sections: frozenset[str]) -> bool:
    """Whether the one h1 stands above the menu that has the sections of the title."""
    is_below = False
    for element in page.root.iter("h1", "a"):
        if element.tag == "h1":
            is_below = True
        elif is_below and bare("".join(element.itertext())[: 2 * _LONGEST]) in sections:
            return True
    return False


def _says(text: str, name: str) -> bool:
    """Whether a piece of a title is a name, most of one, or one with the number or day of an issue behind it."""
    inner, folded = bare(text), bare(name)
    if inner == folded or (inner in folded and 2 * len(inner) >= len(folded)):
        return True
    return text.startswith(name) and _is_aside(text[len(name) :].strip(" ,.:()"), frozenset())


def _is_aside(text: str, sections: frozenset[str]) -> bool:
    """Whether a piece of a title is a section, a number or a day."""
    return bare(text) in sections or is_named(text, ()) or next(moments(text), None) is not None
