"""The day of publication: what the page declares, shows, and has in its address."""

# ruff: noqa: PLR2004 -- the numbers are shares and lengths

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quotebank.ingest.page.document import Document
from quotebank.ingest.page.meta_tags import said
from quotebank.ingest.page.moments import Moment, moment
from quotebank.ingest.page.shown_dates import Place, is_shown, issue_months, shown_dates
from quotebank.ingest.page.structured import Node
from quotebank.ingest.page.weighing import LINE, Evidence, Verdict, weigh

_META = {
    "article:published_time": 88, "og:article:published_time": 88, "og:published_time": 85, "datepublished": 88,
    "article:published": 85, "article.published": 85, "citation_publication_date": 88, "citation_date": 85,
    "citation_online_date": 80, "parsely-pub-date": 88, "sailthru.date": 85, "dcterms.issued": 85, "dcterms.date": 78,
    "dcterms.created": 75, "dc.date.issued": 85, "dc.date.created": 75, "dc.date": 78, "dc.created": 75, "pubdate": 85,
    "publishdate": 85, "publish-date": 85, "publish_date": 85, "publication-date": 85, "publication_date": 85,
    "published-date": 85, "date_published": 85, "article_date_original": 85, "cxenseparse:recs:publishtime": 85,
    "cxenseparse:publishtime": 85, "originalpublicationdate": 85, "release_date": 75, "date": 72, "article:date": 80,
    "firstpublished": 85, "displaydate": 80, "dateissued": 80, "datecreated": 65, "mediator_published_time": 85,
}  # fmt: skip
"""Meta elements that carry the day of publication, and how often they are right (per cent)."""

_DECLARED = 70
"""From this weight on a day counts as said, and not only found."""


class Dated(NamedTuple):
    """Answers for the day, best first, and why none is taken (`""` where the first is)."""

    verdicts: list[Verdict[str]]
    why: str


def dates(page: Document, node: Node | None, place: Place) -> Dated:
    """The day of publication in the page's own offset, or why it is not known."""
    evidence = list(_declared(page, node))
    agreed = {piece.value for piece in evidence}
    if len(agreed) != 1 or len(evidence) == 1 or not _is_settled(page, evidence[0].value, place):
        evidence += shown_dates(page, place)
    latest = dt.date.fromordinal(place.today.toordinal() + 1).isoformat()
    usable = [piece for piece in evidence if piece.value.edtf <= latest]
    if not usable or max(piece.weight for piece in usable) < LINE:
        usable += [piece for piece in issue_months(page, place) if piece.value.edtf <= latest]
    if not usable:
        why = "it lies in the future" if evidence else "the page gives none"
        return Dated([Verdict(piece.value.edtf, (piece.source,), 20) for piece in evidence[:3]], why)
    settled = _settled(usable, place.language)
    verdicts = [Verdict(v.value.edtf, v.sources, v.confidence) for v in weigh(settled, lambda value: value.edtf)]
    best = verdicts[0]
    if best.confidence >= LINE:
        return Dated(verdicts, "")
    doubtful = any(best.value in (piece.value.edtf, piece.value.other) for piece in usable if piece.value.other)
    why = "day and month could be either way round" if doubtful else "the evidence is weak or contradicts itself"
    return Dated(verdicts, why)


def _is_settled(page: Document, value: Moment, place: Place) -> bool:
    """Whether a day that all declarations give needs no further evidence: it is no other day anywhere, or is shown."""
    return not value.other and (not value.utc or is_shown(page, place, value.edtf))


def _settled(evidence: Sequence[Evidence[Moment]], language: str) -> list[Evidence[Moment]]:
    """Evidence with doubts settled by the rest: which day a UTC time means, which way round, how exact."""
    days: dict[str, int] = {}
    for piece in evidence:
        if not piece.value.other:
            weight = piece.weight - (30 if piece.value.utc else 0)
            days[piece.value.edtf] = max(days.get(piece.value.edtf, 0), weight)
    for piece in evidence:
        # A month in the address tells which way round a date is.
        if piece.value.other and piece.value.edtf not in days and piece.value.other not in days:
            near = [day for day in (piece.value.edtf, piece.value.other) if day[:7] in days]
            days.update({day: days[day[:7]] for day in near if len(near) == 1})
    settled = []
    for piece in evidence:
        value, weight = piece.value, piece.weight
        if value.other:
            shown = [day for day in (value.edtf, value.other) if day in days] or [value.edtf]
            value = Moment(max(shown, key=lambda day: days.get(day, 0)))
            if value.edtf not in days:
                weight = 40 if language[:2] in ("en", "") else min(weight, 75)
        elif value.utc:
            near = [day for day in value.days if days.get(day, 0) >= _DECLARED]
            near.append(value.edtf)
            value = Moment(max(near, key=lambda day: (days.get(day, 0), day == piece.value.edtf)))
        settled.append(Evidence(value, piece.source, weight))
    return _refined(settled)


def _refined(evidence: Sequence[Evidence[Moment]]) -> list[Evidence[Moment]]:
    """A month or year supports the strongest day within it."""
    whole = sorted((piece for piece in evidence if len(piece.value.edtf) == 10), key=lambda piece: -piece.weight)
    refined = []
    for piece in evidence:
        if len(piece.value.edtf) < 10:
            day = next((one.value.edtf for one in whole if one.value.edtf.startswith(piece.value.edtf)), None)
            if day is not None:
                piece = piece._replace(value=Moment(day))  # noqa: PLW2901
        refined.append(piece)
    return refined


def _declared(page: Document, node: Node | None) -> Iterator[Evidence[Moment]]:
    if node is not None:
        for name, weight in (("datePublished", 90), ("dateCreated", 70), ("uploadDate", 60)):
            text = page.statements.text(node, name)
            if text and (found := moment(text)):
                yield Evidence(found, f"JSON-LD {name}", weight)
                break
    for value, name in said(page.metas, " ".join(_META)):
        if found := moment(value):
            yield Evidence(found, name, _META[name])
    for element in page.root.xpath(
        "//abbr[contains(@class, 'published')][@title]|//*[contains(@class, 'dt-published')]"
    )[:2]:
        if found := moment(element.get("title") or element.get("datetime") or ""):
            yield Evidence(found, "microformat published", 84)
            break
    for element in page.root.xpath("//*[@itemprop='datePublished'][not(self::meta)]")[:2]:
        text = element.get("datetime") or element.get("content") or "".join(element.itertext())
        if found := moment(text):
            yield Evidence(found, "itemprop datePublished", 86)
