"""A dossier as a document: Markdown that pandoc and GitHub show alike, and the same as data for other programs."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quotebank.actions.dossiers import Day, Dossier, Passage, Share, percent
from quotebank.cite.pieces import ITALIC, TEXT, Piece, as_markdown
from quotebank.cite.plain import cite, quoted_source, with_citation
from quotebank.cite.wording import date, running_names, signers, title
from quotebank.errors import BadInput
from quotebank.model.articles import Article
from quotebank.model.dates import PartialDate
from quotebank.model.quotes import Quote
from quotebank.text.markdown import escape

_LISTED = 10
_NAMED = 6


def markdown(dossier: Dossier) -> Iterator[str]:
    """The document in pieces: what hangs on which source, the timeline, the passages, the records without any.

    Citations are pandoc's, ``[@key, p. 3; quoted in @report, para. 4]``. Every stored text is escaped and on one line.
    """
    yield f"# Dossier: {escape(_subject(dossier))}\n\n{_size(dossier)}\n"
    for warning in dossier.warnings:
        yield f"\n**Warning:** {escape(warning)}.\n"
    if dossier.passages:
        yield "\n## Dependence on sources\n\n"
        yield from _shares(dossier)
        yield "\n## Timeline\n\n| Date | Passages | Who | Where |\n|:-----|---------:|:----|:------|\n"
        yield from map(_day, dossier.timeline)
        yield "\n## Passages\n"
    for group in dossier.groups:
        yield f"\n### {escape(group.heading)}\n\n"
        yield from map(_bullet, group.passages)
    if dossier.silent:
        yield "\n## Records without passages\n\n"
        yield from (f"- {cite(article, 'markdown')} {_citation(article)}\n" for article in dossier.silent)


def document(dossier: Dossier) -> dict[str, object]:
    """The dossier's documented JSON shape; dates are EDTF or None, shares 0 to 1."""
    return {
        "query": dossier.query,
        "filters": _filters(dossier),
        "by": dossier.by,
        "passages": len(dossier.passages),
        "records": dossier.records,
        "groups": [{"heading": group.heading, "items": list(map(_item, group.passages))} for group in dossier.groups],
        "timeline": [
            {"date": _edtf(day.date), "passages": day.passages, "who": list(day.who), "outlets": list(day.outlets)}
            for day in dossier.timeline
        ],
        "counts": {
            "outlets": list(map(_share, dossier.outlets)),
            "authors": list(map(_share, dossier.authors)),
            "read_in": list(map(_share, dossier.read_in)),
            "read_themselves": dossier.read_themselves,
        },
        "warnings": list(dossier.warnings),
        "without_passages": [article.to_json() for article in dossier.silent],
    }


def _filters(dossier: Dossier) -> dict[str, object]:
    chosen = dossier.selection._asdict()
    return {name: value if isinstance(value, str) else list(value) for name, value in chosen.items() if value}


def _subject(dossier: Dossier) -> str:
    """What was asked for: the query and the filters as they were typed."""
    filters = (
        f"{name} {value if isinstance(value, str) else ' or '.join(value)}"
        for name, value in dossier.selection._asdict().items()
        if value
    )
    return "; ".join(part for part in (dossier.query, *filters) if part)


def _size(dossier: Dossier) -> str:
    more = f" {_several(len(dossier.silent), 'record')} without passages." if dossier.silent else ""
    if not dossier.passages:
        return more.strip()
    tagged = " A passage with several tags stands under each." if dossier.by == "tag" else ""
    whole = f"{_several(len(dossier.passages), 'passage')} from {_several(dossier.records, 'record')}"
    return f"{whole}, by {dossier.by}.{tagged}{more}"


def _several(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _shares(dossier: Dossier) -> Iterator[str]:
    """A line each for outlets, people and reports, the greatest shares first."""
    for label, shares in (("Outlets", dossier.outlets), ("Said by", dossier.authors), ("Read in", dossier.read_in)):
        if shares:
            listed = [_part(share, label == "Outlets") for share in shares[:_LISTED]]
            more = f"; and {len(shares) - _LISTED} more" if len(shares) > _LISTED else ""
            yield f"- {label}: {'; '.join(listed)}{more}\n"
    if dossier.read_in:
        direct = dossier.read_themselves
        yield f"- Read where they first appeared: {direct} ({percent(direct / len(dossier.passages))})\n"


def _part(share: Share, italic: bool) -> str:
    name = as_markdown([(ITALIC if italic else TEXT, share.name)])
    key = f" {_citation(Article(key=share.key))}" if share.key else ""
    return f"{name}{key} {share.passages} ({percent(share.share)})"


def _day(day: Day) -> str:
    when = escape(day.date.display()) if day.date else "n.d."
    return f"| {when} | {day.passages} | {_names(day.who)} | {_names(day.outlets)} |\n"


def _names(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return "; ".join(map(escape, names[:_NAMED])) + more


def _bullet(passage: Passage) -> str:
    """One passage: who, where, when, the words, the citation."""
    quote = passage.quote
    cited = quoted_source(quote, passage.article, passage.via)
    said = with_citation(replace(quote, speaker=""), cited, "", "pandoc").rstrip()
    kind = f" ({escape(quote.kind)})" if quote.kind not in ("direct", "paraphrase") else ""
    lost = f" (read in {escape(passage.via_key)}, which the bank does not have)" if _is_lost(passage) else ""
    return f"- {_attribution(passage)}{kind}: {said} {_citation(passage.article, quote, passage.via)}{lost}\n"


def _is_lost(passage: Passage) -> bool:
    return bool(passage.via_key) and passage.via is None


def _attribution(passage: Passage) -> str:
    """``Kim Jong-un, in Andrei Lankov, *Valdai Club*, 31 October 2021``; what has no author and outlet, its title."""
    article, byline = passage.article, running_names(signers(passage.article))
    parts: list[list[Piece]] = [[(TEXT, passage.speaker)]] if passage.speaker else []
    if byline:
        parts.append([(TEXT, f"in {byline}" if passage.speaker else byline)])
    if passage.outlet:
        parts.append([(ITALIC, passage.outlet)])
    elif not byline:
        parts.append(title(article) or [(TEXT, article.key)])
    parts.append([(TEXT, date(article))])
    return ", ".join(as_markdown(pieces) for pieces in parts)


def _citation(article: Article, quote: Quote | None = None, via: Article | None = None) -> str:
    """The pandoc citation; a key that pandoc would not take stands in parentheses as it is."""
    place = quote.via.locator if quote and quote.via and via else None
    try:
        return cite(article, "pandoc", locator=quote.locator if quote else None, via=via, via_locator=place)
    except BadInput:
        return f"({escape(article.key)})"


def _item(passage: Passage) -> dict[str, object]:
    """A passage's JSON shape; what it does not have is left out, as in a quote's own."""
    article, quote = passage.article, passage.quote
    shape: dict[str, object] = {
        "key": article.key, "id": quote.id, "kind": quote.kind, "text": quote.text, "who": list(passage.who),
        "authors": list(passage.signed), "outlet": passage.outlet, "title": article.title, "date": _edtf(article.date),
        "citation": _citation(article, quote, passage.via),
    }  # fmt: skip
    if quote.locator:
        shape["locator"] = quote.locator.to_json()
    if quote.via and passage.via_key:
        shape["via"] = {**quote.via.to_json(), "article": passage.via_key}
    shape |= {name: text for name in ("speaker", "translation") if (text := getattr(quote, name))}
    return shape | ({"tags": list(quote.tags)} if quote.tags else {})


def _share(share: Share) -> dict[str, object]:
    shape = {"name": share.name, "passages": share.passages, "share": round(share.share, 4)}
    return {**shape, "key": share.key} if share.key else shape


def _edtf(date: PartialDate | None) -> str | None:
    return date.edtf() if date else None
