"""The days that a page shows, in its text and in its address: dates by the heading, ``<time>``, an issue's own."""

# ruff: noqa: PLR2004 -- the numbers are shares and lengths

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from quotebank.ingest.page.date_words import CHANGED, PUBLISHED, READ
from quotebank.ingest.page.document import Block, Document
from quotebank.ingest.page.headings import is_paragraph
from quotebank.ingest.page.moments import Found, Moment, moment, moments, months
from quotebank.ingest.page.weighing import LINE, Evidence

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BEFORE, _AFTER = 4, 14
_FIGURES = re.ASCII
_TELLING = 12
_MONTH = 7
_MARKED = ("date", "time", "publi", "posted", "byline", "meta", "datum", "data", "fecha", "tarih", "дата", "ngay",
           "tanggal", "pvm", "cas", "info")  # fmt: skip
"""Marks of elements that hold a date."""


class Place(NamedTuple):
    """What the other rooms know: address, heading, main part, language, and today."""

    url: str
    heading: "HtmlElement | None"
    part: "HtmlElement | None"
    language: str
    today: dt.date


def shown_dates(page: Document, place: Place) -> Iterator[Evidence[Moment]]:
    """Every day that the page shows as that of publication, with the weight of each."""
    yield from _timed(page, place)
    yield from _visible(page, place)
    yield from _of_url(place.url)


def issue_months(page: Document, place: Place) -> Iterator[Evidence[Moment]]:
    """The month of an issue where no day is known: in the address, in the page's title, in the lines by its heading."""
    for piece in _of_url(place.url):
        if len(piece.value.edtf) == _MONTH:
            yield piece._replace(weight=62)
    near = [block for block in _near(page, place.heading) if len(block.text) <= 80 and block.element.tag != "title"]
    lines = [block.text for block in near]
    for text, source in ((page.title, "month in <title>"), *[(line, "month by the heading") for line in lines]):
        for month in months(text, place.language):
            yield Evidence(Moment(month), source, 50)


def is_shown(page: Document, place: Place, day: str) -> bool:
    """Whether the numbers of a day, and not those of the day before or after it, stand by the heading.

    The cheap test: no words of months are loaded for it.
    """
    blocks = [block.text for block in _near(page, place.heading) if not is_paragraph(block)]
    numbers = {int(number) for number in re.findall(r"(?<!\d)\d{1,4}(?!\d)", " ".join(blocks))}
    year, _, number = map(int, day.split("-"))
    return {year, number} <= numbers and not {number - 1, number + 1} & numbers


def _timed(page: Document, place: Place) -> Iterator[Evidence[Moment]]:
    """The first ``<time>`` of the article that is no change and no comment."""
    top = place.part if place.part is not None else page.root
    near = {inner for block in _near(page, place.heading) for inner in (block.element, block.element.getparent())}
    for element, _ in zip(top.iter("time"), range(40), strict=False):
        marks = _marks(element)
        if element.get("itemprop") == "datePublished" or any(word in marks for word in ("updat", "modif", "edit")):
            continue
        shown = "".join(element.itertext())
        before = _before(element)
        if _is_change(f"{before} {shown}"):
            continue
        found = moment(element.get("datetime") or "") or moment(shown, place.language)
        if found is None:
            continue
        told = element.get("pubdate") is not None or "publi" in marks or "entry-date" in marks
        weight = 86 if told else 80 if element in near else 68 if place.heading is None else 48
        if told or not _is_teaser(element, top):
            yield Evidence(found, "<time>", weight)
            return


def _is_teaser(element: "HtmlElement", top: "HtmlElement | None") -> bool:
    """Whether an element stands in a list, a comment or a side column within the article."""
    for above in element.iterancestors():
        if above is top:
            return False
        if above.tag == "footer" and any(word in _marks(above) for word in ("meta", "submitted", "byline")):
            return False
        if above.tag in ("aside", "nav", "footer") or (above.tag == "li" and next(above.iter("a"), None) is not None):
            return True
        if any(word in _marks(above) for word in ("related", "comment", "teaser", "most-read", "recommend", "sidebar")):
            return True
    return False


def _is_beside_link(element: "HtmlElement", top: "HtmlElement | None") -> bool:
    """Whether an element is a teaser, or holds a link of some length beside its date."""
    links = zip(element.iter("a"), range(5), strict=False)
    return _is_teaser(element, top) or any(len("".join(link.itertext())) > _TELLING for link, _ in links)


def _marks(element: "HtmlElement") -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}".lower()


def _before(element: "HtmlElement") -> str:
    """The words directly before an element, on its line."""
    previous = element.getprevious()
    if previous is not None:
        words = previous.tail or ""
        return words if words.strip() else "".join(previous.itertext())[-60:]
    parent = element.getparent()
    return (parent.text or "") if parent is not None else ""


def _is_change(text: str) -> bool:
    """Whether the last telling word before a date speaks of a change."""
    words = re.findall(r"[^\W\d_]+(?:[\u200c'][^\W\d_]+)?", text.lower())
    changed, published = f"{CHANGED} {READ}".split(), PUBLISHED.split()
    for word in reversed(words[-8:]):
        if word in published:
            return False
        if word in changed or any(
            word.startswith(sign) for sign in ("更新", "最終更新", "수정", "최종수정", "업데이트")
        ):
            return True
    return False


def _near(page: Document, heading: "HtmlElement | None") -> list[Block]:
    """The blocks around a heading, the likeliest first: those after it, as far as the prose, then those before it."""
    blocks = page.blocks
    if heading is None:
        return []
    inside = set(heading.iter())
    at = next((place for place, block in enumerate(blocks) if block.element in inside), None)
    if at is None:
        return []
    found = []
    long = 0
    for block in blocks[at + 1 : at + 1 + _AFTER]:
        if block.element in inside:
            continue
        found.append(block)
        long += is_paragraph(block)
        if long > 1:
            break
    return [*found, *blocks[max(at - _BEFORE, 0) : at][::-1]]


def _visible(page: Document, place: Place) -> Iterator[Evidence[Moment]]:
    """Dates that readers see near the heading, and at the article's end."""
    seen = 0
    near = [block for block in _near(page, place.heading) if not _is_teaser(block.element, place.part)]
    listed = _dated_links(near, place.language)
    for block in near:
        if block in listed:
            continue
        for found in moments(block.text, place.language):
            weight = _weight(block, found)
            if weight:
                yield Evidence(found.moment, "date shown by the heading", weight if not seen else max(weight - 30, 1))
                seen += weight >= LINE
    if seen:
        return
    yield from _of_issue(page, place)
    if place.part is None:
        return
    inside = [
        block
        for block in page.blocks
        if len(block.text) <= 80 and place.part in (block.element, *block.element.iterancestors())
    ]
    for block in inside[-12:]:
        for found in moments(block.text, place.language):
            if (weight := _weight(block, found)) >= LINE and not _is_beside_link(block.element, place.part):
                yield Evidence(found.moment, "date shown in the article", weight - 8)
                return


def _dated_links(near: Sequence[Block], language: str) -> list[Block]:
    """The blocks that are links with dates, where those are of several days: other issues, other articles."""
    linked = [block for block in near if any(one.tag == "a" for one in (block.element, *block.element.iterancestors()))]
    days = {found.moment.edtf for block in linked for found in moments(block.text, language)}
    return linked if len(days) > 1 else []


def _of_issue(page: Document, place: Place) -> Iterator[Evidence[Moment]]:
    """The date of a paper's issue in the head of the page, beside its number or page."""
    number = (
        r"(?i)(?:\b(?:n|nr|no|vol|issue|ausgabe|num[eé]ro|n[úu]mero|n[º°]|саны|sayı)|№|شماره|العدد)\W{0,3}\d"
        r"|第.{1,5}[版期号號]"
    )
    for block in page.blocks[:40]:
        if len(block.text) <= 200 and re.search(number, block.text) and "href" not in block.element.attrib:
            for found in moments(block.text, place.language):
                yield Evidence(found.moment, "date of the issue", 66)
                return


def _weight(block: Block, found: Found) -> int:
    """How likely a date in a block is that of publication; 0 for a date of a change."""
    before = block.text[max(found.start - 60, 0) : found.start]
    after = block.text[found.end : found.end + 14]
    if _is_change(before) or re.match(
        r"\s{0,3}(?:\d\d:\d\d)?\s{0,3}(?:更新|수정|最終更新|에 수정)(?!\s?[::]?\s?\d)", after
    ):
        return 0
    told = any(word in PUBLISHED.split() for word in re.findall(r"[^\W\d_]+", before.lower())[-3:])
    marked = any(word in f"{_marks(block.element)}" for word in _MARKED)
    share = (found.end - found.start) / max(len(block.text), 1)
    if told or (marked and len(block.text) < 200):
        return 84 if told else 78
    clock = re.search(r"\d{1,2}[:.]\d\d", block.text[found.end : found.end + 20]) is not None
    if share >= 0.3 or (clock and len(block.text) < 120):
        return 72
    return 45 if found.start < 40 and len(block.text) > 120 else 25


def _of_url(url: str) -> Iterator[Evidence[Moment]]:
    """The day in an address, by the server's clock: as doubtful as one in UTC."""
    path = url.split("://", 1)[-1].partition("/")[2]
    match = re.search(
        r"(?:^|[/_.-])((?:19|20)\d\d|1[34]\d\d(?=/))[/_.-]?(\d\d)[/_.-]?(\d\d)(?=$|[/_.T-])", path, _FIGURES
    )
    if match is None:
        match = re.search(r"/t((?:19|20)\d\d)(\d\d)(\d\d)_", path, _FIGURES)
    if match and (found := moment(f"{match[1]}-{match[2]}-{match[3]}")):
        yield Evidence(found._replace(utc=True), "date in the address", 66)
        return
    match = re.search(r"(?:^|/)((?:19|20)\d\d)[/-](\d{1,2})(?:/(\d{1,2}))?(?=/)", path, _FIGURES)
    if match:
        text = f"{match[1]}-{int(match[2]):02}" + (f"-{int(match[3]):02}" if match[3] else "")
        if found := moment(text):
            yield Evidence(found._replace(utc=bool(match[3])), "date in the address", 66 if match[3] else 40)
