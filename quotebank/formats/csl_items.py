"""Articles as CSL-JSON items, the way citation styles want the press.

Variables are those of CSL 1.0.2 (specification, appendices III and IV). Where the specification leaves a choice, it was
made by what the Chicago, APA and MLA styles print: a numbered issue of a newspaper or magazine is an
``article-journal``, for styles drop the number of the others; the translated title stands in brackets in the title; a
title in its own script is kept, not shown, for CSL's ``original-title`` means the original of a translation.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from quotebank.model.articles import Article
from quotebank.model.dates import PartialDate
from quotebank.model.edtf import is_plain
from quotebank.model.names import Name
from quotebank.text.csl import csl_text

if TYPE_CHECKING:
    from quotebank.model.edtf import Point

Item = dict[str, object]

NUMBERED = "article-journal"
_DROPS_ITS_NUMBER = frozenset(("article-newspaper", "article-magazine"))
_SEASONS = {21: 1, 22: 2, 23: 3, 24: 4}


def csl_item(article: Article, quoted_in: str = "") -> Item:
    """One item; `quoted_in` is the sentence that says where it was read, if it was in another source."""
    item: Item = {"id": article.key, "citation-key": article.key, "type": csl_type(article)}
    if title := shown_title(article):
        item["title"] = csl_text(title)
    if article.authors:
        item["author"] = [csl_name(name) for name in article.authors]
    _add_texts(
        item,
        ("container-title", article.outlet),
        ("publisher", article.publisher),
        ("issue", article.issue),
        ("volume", article.volume),
        ("page", article.pages),
        ("section", article.section),
    )
    if article.translator:
        item["translator"] = [csl_name(name) for name in article.translator]
    if article.date:
        item["issued"] = csl_date(article.date)
    if article.accessed:
        item["accessed"] = csl_date(article.accessed)
    _add_texts(item, ("URL", article.url), ("language", article.language), ("references", quoted_in))
    if article.tags:
        item["keyword"] = ", ".join(article.tags)
    if not article.extra:
        return item
    further = further_variables(article)
    return {**further, **item, "type": further.get("type", item["type"])}


def further_variables(article: Article) -> Mapping[str, object]:
    """The CSL variables of an article that quotebank has no field for, as they came in."""
    further = article.extra.get("csl")
    return further if isinstance(further, Mapping) else {}


def shown_title(article: Article) -> str:
    """The title with its translation in brackets; an untitled item goes by its original or translated title."""
    title = article.title or article.original.title
    if not article.title_translated:
        return title
    return f"{title} [{article.title_translated}]" if title else f"[{article.title_translated}]"


def csl_type(article: Article) -> str:
    """The item's type, so that its number is printed."""
    return NUMBERED if article.issue and article.type in _DROPS_ITS_NUMBER else article.type


def csl_name(name: Name) -> dict[str, object]:
    """A name in CSL's parts; a person whose family name stands first keeps that order (``static-ordering``)."""
    if name.literal or not name.family:
        return {"literal": csl_text(name.display)}
    parts: dict[str, object] = {"family": name.family}
    if name.given:
        parts["given"] = name.given
    if name.particle:
        parts["non-dropping-particle"] = name.particle
    if name.suffix:
        parts["suffix"] = name.suffix
    if name.family_first:
        parts["static-ordering"] = True
    return parts


def csl_date(date: PartialDate) -> dict[str, object]:
    """A CSL date: its parts, one or two of them; a season; doubt of any kind as ``circa``.

    What has no parts (an open interval, a decade) is said in words.
    """
    text = date.text
    if is_plain(text):
        return {"date-parts": [[int(part) for part in text.split("-")]]}
    from quotebank.model.edtf import read

    start, end = read(text)
    points = [start] if start is end else [start, end]
    known = [point for point in points if point is not None and not point.hidden and point.year]
    if len(known) < len(points):
        return {"literal": date.display()}
    shown: dict[str, object] = {"date-parts": [_parts(point) for point in known]}
    if known[0].season and len(known) == 1:
        shown["season"] = _SEASONS[known[0].season]
    if any(point.qualifier for point in known):
        shown["circa"] = True
    return shown


def _parts(point: "Point") -> list[int]:
    parts = [point.year]
    if point.month:
        parts.append(point.month)
        if point.day:
            parts.append(point.day)
    return parts


def _add_texts(item: Item, *texts: tuple[str, str]) -> None:
    for name, text in texts:
        if text:
            item[name] = csl_text(text) if name != "URL" else text
