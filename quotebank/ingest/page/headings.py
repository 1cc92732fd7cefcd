"""The heading that shows an article's title: which it is, and which part of it is the title."""

# ruff: noqa: PLR2004 -- the numbers are lengths and shares

import re
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from quotebank.ingest.page.document import Block, Document, in_frame, shown
from quotebank.ingest.page.intake import bare, clean, plain

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_KICKERS = (
    "kicker", "overline", "dachzeile", "eyebrow", "rubri", "topline", "spitzmarke", "occhiello", "antet", "volanta",
    "surtitre", "nadtyt", "byline", "author", "date", "time", "label", "badge", "category", "section", "subtitle",
    "subtit", "sub-tit", "sub_tit", "subhead", "sub-head", "tag", "kategori", "reporter", "comment", "share", "icon",
    "autor", "sr-only", "visually-hidden", "hidden", "count", "premium", "paid", "epigraph",
)  # fmt: skip
"""Marks of what stands in a heading beside the title."""
_TITLES = ("title", "titel", "titul", "titre", "titol", "titlu", "tytul", "headline", "zagolov", "baslik", "judul",
           "tieude", "tieu-de", "tieu_de", "otsikko", "naslov", "nadpis", "heading", "subject")  # fmt: skip
_MASTHEADS = ("logo", "masthead", "brand", "site-title", "site-name", "sitename", "site_title", "blog-title",
              "sr-only", "visually-hidden")  # fmt: skip
_FIRST_PAGES = ("index.html", "index.htm", "index.php", "index.shtml", "index.asp", "default.asp", "default.aspx")
_BIG = ("4", "5", "6", "7", "+1", "+2", "+3", "+4")
_TAGS = ("h1", "h2", "h3", "h4", "h5")
_LONGEST_DAY = 60
_LEAST, _LEAST_WITHOUT_VOWELS = 130, 90
"""The shortest paragraphs, in letters; Hebrew and Arabic do without most vowels."""
_LOOK_BACK = 12
_LOOK_ON = 400


def words(element: "HtmlElement") -> str:
    """The class and id of an element, in lower case."""
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower()


def titled(element: "HtmlElement") -> str:
    """The text of a heading without kicker, date, byline and labels in elements of their own."""
    aside = [inner for inner in element.iterdescendants("span", "small", "time", "div", "p", "a", "em", "label", "i")
             if inner.tag in ("small", "time", "label") or _is_kicker(inner)]  # fmt: skip
    if not aside:
        return shown(element)
    skipped = {part for inner in aside[:20] for part in inner.iter()}
    text = plain("".join(_texts(element, skipped))).strip(" :|–-•/")
    return text if bare(text) else shown(element)


def _is_kicker(element: "HtmlElement") -> bool:
    marks = words(element)
    return any(mark in marks for mark in _KICKERS) and not any(mark in marks for mark in ("headline", "title-text"))


def _texts(element: "HtmlElement", skipped: Collection["HtmlElement"]) -> Iterator[str]:
    from lxml import etree

    for event, inner in etree.iterwalk(element, events=("start", "end")):
        breaks = " " if inner.tag in ("br", "div", "p") else ""
        if event == "start" and inner not in skipped:
            yield breaks + (inner.text or "")
        elif event == "end" and inner is not element and inner.getparent() not in skipped:
            yield breaks + (inner.tail or "")


def is_masthead(element: "HtmlElement") -> bool:
    """Whether a heading is the site's name: a link to its front page, or marked as logo or brand."""
    around = [above for above, _ in zip(element.iterancestors(), range(2), strict=False)]
    for one in (element, *element.iter("a", "img", "div", "span"), *around):
        marks = words(one)
        if any(word in marks for word in _MASTHEADS) or (one.tag == "a" and is_front(one.get("href") or "")):
            return True
    return False


def is_front(href: str) -> bool:
    """Whether a link leads to the front page of a site."""
    href = clean(href)
    if href in ("/", "./", "../"):
        return True
    if href[:1] == "/" and href[1:].lower() in _FIRST_PAGES:
        return True
    host, _, path = href.partition("://")[2].partition("?")[0].rstrip("/").partition("/")
    return "." in host and (not path or (path.lower() in _FIRST_PAGES and "?" not in href))


def is_long(text: str) -> bool:
    """Whether a text is long enough for a title of which nothing else is known."""
    dense = sum("\u2e80" <= char <= "\ud7a3" for char in text)
    return len(text) + 2 * dense >= 15


def above_prose(page: Document, names: Collection[str], claimed: Collection[str] = ()) -> Iterator["HtmlElement"]:
    """Elements that look like a heading above the article's prose, the likeliest first; no headings of the site.

    A link is no heading unless it says what a declared title (`claimed`, in its `bare` form) says.
    """
    blocks = page.blocks[:_LOOK_ON]
    begins = next((at for at in range(len(blocks)) if is_prose(blocks, at)), None)
    if begins is None:
        return
    found = [
        (at, rank) for at in range(max(begins - _LOOK_BACK, 0), begins) if (rank := _rank(blocks[at], names, claimed))
    ]
    # Of two in a row the first is the title and the second the subtitle; else the nearer one, teasers come before.
    ordered = sorted(found, key=lambda entry: (-entry[1], -entry[0]))
    for at, rank in ordered:
        if (at - 1, rank) not in found:
            yield blocks[at].element


def is_prose(blocks: Sequence[Block], at: int) -> bool:
    """Whether the article's prose begins here: a long block outside the frame, and another soon after it."""
    if not is_paragraph(blocks[at]):
        return False
    return any(is_paragraph(block) for block in blocks[at + 1 : at + 6])


def is_paragraph(block: Block) -> bool:
    """Whether a block is a paragraph of an article: long, and not of the page's frame."""
    if len(block.text) < 45:
        return False
    dense = 0 if block.text.isascii() else sum("\u2e80" <= char <= "\ud7a3" for char in block.text[:60])
    written = _LEAST_WITHOUT_VOWELS if "\u0590" <= block.text[-2] <= "\u06ff" else _LEAST
    return len(block.text) >= (45 if dense > 25 else written) and not in_frame(block.element)


def _rank(block: Block, names: Collection[str], claimed: Collection[str]) -> int:
    """How like a title a block looks, 0 for not at all."""
    element, text = block.element, block.text
    folded = bare(text)
    if (
        element.tag == "title"
        or len(folded) < 2
        or len(text) > 250
        or folded in names
        or in_frame(element)
        or is_day(text)
    ):
        return 0
    links = zip(element.iter("a"), range(5), strict=False)
    if not _is_claimed(folded, claimed) and any(bare("".join(link.itertext())) == folded for link, _ in links):
        return 0
    around = [element]
    while len(around) < 4 and (above := around[-1].getparent()) is not None and _holds_only(above):
        around.append(above)
    inside = [*around, *list(element)[:5]]
    level = next((6 - _TAGS.index(one.tag) for one in around if one.tag in _TAGS), 0)
    marked = any(mark in words(one) for one in around for mark in _TITLES) and not any(
        mark in words(one) for one in around for mark in ("sub", "sotto", "unter", "under", "meta")
    )
    big = any(one.tag == "font" and (one.get("size") or "") in _BIG for one in inside)
    big = big or any("font-size" in (one.get("style") or "") for one in inside)
    big_now = max((_pixels(one) for one in inside), default=0)
    bold = any(one.tag in ("b", "strong", "big", "center") for one in inside)
    if not (level or marked or big or is_long(text)):
        return 0
    return 3 * level + 8 * marked + 5 * big + 2 * bold + (big_now > 17) + 4 * _is_claimed(folded, claimed)


def _is_claimed(folded: str, claimed: Collection[str]) -> bool:
    """Whether a text is a declared title, or the end of one behind a site's name."""
    return any(folded == claim or (len(folded) >= 12 and claim.endswith(folded)) for claim in claimed)


def is_day(text: str) -> bool:
    """Whether a text is a date and hardly anything else, as stands over the posts of a day."""
    if len(text) > _LONGEST_DAY or not any(map(str.isdecimal, text)):
        return False
    from quotebank.ingest.page.moments import moments

    return any(2 * (found.end - found.start) > len(text) for found in moments(text))


def _pixels(element: "HtmlElement") -> int:
    """The height of letters that a style gives, in pixels; 0 for none."""
    found = re.search(r"font-size\s?:\s?(\d{1,3})(?:\.\d{1,2})?px", (element.get("style") or "").lower())
    return int(found[1]) if found else 0


def _holds_only(element: "HtmlElement") -> bool:
    """Whether an element holds one other and no text of its own."""
    return len(element) == 1 and not (element.text or "").strip() and not (element[0].tail or "").strip()


def mastheads(page: Document) -> list[str]:
    """The texts of headings that name the site."""
    return [text for element in page.headings if is_masthead(element) and (text := shown(element))]
