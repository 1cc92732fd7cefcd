"""What kind of publication a page is, as CSL names it, and the fields that journals have."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from quotebank.ingest.page.document import Document
from quotebank.ingest.page.intake import clean
from quotebank.ingest.page.meta_tags import first
from quotebank.ingest.page.structured import Node, kind_of

_OF_SCHEMA = {"blogposting": "post-weblog", "report": "report", "scholarlyarticle": "article-journal",
              "medicalscholarlyarticle": "article-journal", "socialmediaposting": "post"}  # fmt: skip
_OF_OUTLET = {"magazine": "article-magazine", "journal": "article-journal", "think-tank": "webpage"}


class Kind(NamedTuple):
    """A CSL type, where it is from, and its confidence (per cent)."""

    type: str
    source: str
    confidence: int


def kind(page: Document, node: Node | None, outlet: str) -> Kind:
    """The CSL type of the page's article; `outlet` is the outlet's name in the table of outlets, if it is there."""
    schema = kind_of(node) if node is not None else ""
    if first(page.metas, "citation_journal_title prism.publicationname").value:
        return Kind("article-journal", "citation_journal_title", 95)
    if schema in _OF_SCHEMA:
        return Kind(_OF_SCHEMA[schema], "JSON-LD @type", 90)
    if known := _kind_in_table(outlet):
        return Kind(_OF_OUTLET.get(known, "article-newspaper"), "table of outlets", 85)
    if _is_magazine(page, node, outlet) and "newsarticle" not in schema:
        return Kind("article-magazine", "the outlet's name", 70)
    return _by_signs(page, schema)


def _by_signs(page: Document, schema: str) -> Kind:
    """A newspaper's article where the page speaks of an article at all, else a web page."""
    tags = page.metas
    signs = (
        ("newsarticle" in schema, "JSON-LD @type", 92),
        (schema.endswith("article"), "JSON-LD @type", 75),
        ("article" in first(tags, "og:type").value.lower(), "og:type", 75),
        (bool(first(tags, "article:published_time").value), "article:published_time", 75),
        (next(page.root.iter("article"), None) is not None, "article element", 65),
    )
    for is_there, source, confidence in signs:
        if is_there:
            return Kind("article-newspaper", source, confidence)
    return Kind("webpage", "no sign of an article", 60)


def _kind_in_table(outlet: str) -> str:
    from quotebank.ingest.outlet_table import outlet_named

    known = outlet_named(outlet) if outlet else None
    return known.kind if known is not None else ""


def _is_magazine(page: Document, node: Node | None, outlet: str) -> bool:
    if node is not None:
        host = page.statements.resolved(node.get("isPartOf"))
        if isinstance(host, Mapping) and "magazine" in str(host.get("@type", "")).lower():
            return True
    return not {"magazine", "magazin", "журнал", "revista"}.isdisjoint(outlet.lower().split())


def journal_fields(page: Document, node: Node | None) -> dict[str, tuple[str, str]]:
    """Volume, issue, pages and DOI with their sources, from Highwire, PRISM and schema.org."""
    tags = page.metas
    found: dict[str, tuple[str, str]] = {}
    for field, names in (
        ("volume", "citation_volume prism.volume"),
        ("issue", "citation_issue prism.number"),
        ("pages", "prism.pagerange"),
        ("DOI", "citation_doi dc.identifier.doi prism.doi"),
    ):
        said = first(tags, names)
        if said.value:
            found[field] = (said.value, said.source)
    start, end = first(tags, "citation_firstpage prism.startingpage"), first(tags, "citation_lastpage prism.endingpage")
    if start.value and "pages" not in found:
        pages = f"{start.value}–{end.value}" if end.value and end.value != start.value else start.value
        found["pages"] = (pages, start.source)
    if node is not None:
        _add_schema(page, node, found)
    if "DOI" not in found:
        said = first(tags, "dc.identifier dcterms.identifier")
        found["DOI"] = (said.value, said.source)
    doi = _doi(found["DOI"][0])
    found["DOI"] = (doi, found["DOI"][1])
    return {field: pair for field, pair in found.items() if pair[0] and len(pair[0]) <= 100}  # noqa: PLR2004


def _add_schema(page: Document, node: Node, found: dict[str, tuple[str, str]]) -> None:
    statements = page.statements
    holder: object = node
    for _ in range(4):
        if not isinstance(holder, Mapping):
            break
        for field, name in (("volume", "volumeNumber"), ("issue", "issueNumber"), ("pages", "pagination")):
            if text := statements.text(holder, name):
                found.setdefault(field, (text, f"JSON-LD {name}"))
        holder = statements.resolved(holder.get("isPartOf"))
    start, end = statements.text(node, "pageStart"), statements.text(node, "pageEnd")
    if start:
        found.setdefault("pages", (f"{start}–{end}" if end and end != start else start, "JSON-LD pageStart"))
    for name in ("identifier", "sameAs", "@id"):
        for text in statements.texts(node.get(name), names="value @id @value"):
            if _doi(text):
                found.setdefault("DOI", (text, f"JSON-LD {name}"))


def _doi(text: str) -> str:
    match = re.search(r"\b(10\.\d{4,9}/[^\s\"<>]{1,80})", clean(text))
    return match[1].rstrip(".,;)") if match else ""
