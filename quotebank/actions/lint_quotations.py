"""Rules on quotations: place missing (Q106), altered (Q201), absent (Q202), another's (Q203), unverified (Q401)."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from quotebank.actions.lint_draft import Desk
from quotebank.actions.lint_elsewhere import Finder
from quotebank.actions.lint_rules import Finding, shown
from quotebank.actions.lint_sources import CitedRecord, is_right, title_words
from quotebank.draft.quoted import Quotation
from quotebank.draft.records import Citation
from quotebank.model.quotes import Locator, Quote
from quotebank.text.quotation_tokens import WORDS, joined, tokens
from quotebank.text.quotations import Held

LEAST_ALTERED = 4
"""Words of a quotation from which on a difference is told; shorter ones are terms and turns of phrase."""

LEAST_ABSENT = 5
"""Words from which on a quotation that is nowhere is told; shorter ones are scare quotes, names and titles."""

_LEAST_SAVED = 6
_CAPITALS = 0.7
_LEAST_CAPITAL = 4
_CUE = 60
_AROUND = 400
_SURE = ("exact", "typography")
_ABBREVIATED = {"page": "p.", "paragraph": "para.", "section": "sec.", "chapter": "chap.", "timestamp": ""}


def of_quotations(desk: Desk, finder: Finder) -> Iterator[Finding]:
    """What is wrong with the quotations of a part that a citation stands beside."""
    for quotation in desk.quotations:
        records = desk.records(quotation.citations)
        if records:
            yield from _of_one(desk, quotation, records, finder)


def _of_one(desk: Desk, quotation: Quotation, records: Sequence[CitedRecord], finder: Finder) -> Iterator[Finding]:
    text = quotation.text
    size = _size(text)
    if not size:
        return
    held, record, quote = _best(text, records)
    if is_right(held):
        yield from _of_right(desk, quotation, record, quote)
        return
    if size < LEAST_ALTERED or _is_title(desk, quotation):
        return
    if held.status == "altered":
        if quote is None and size < _LEAST_SAVED:
            return
        yield from _altered(desk, quotation, record, held)
        yield from _of_right(desk, quotation, record, quote)
        return
    if size >= LEAST_ABSENT and not _is_announced(desk, quotation):
        yield from _absent(desk, quotation, records, finder)


def _best(text: str, records: Sequence[CitedRecord]) -> tuple[Held, CitedRecord, Quote | None]:
    """What the records say of a quotation: the first that has it as it is, else the first that has it altered."""
    best: tuple[Held, CitedRecord, Quote | None] = (Held("absent"), records[0], None)
    for record in records:
        held, quote = record.hold(text)
        if is_right(held):
            return held, record, quote
        if held.status == "altered" and best[0].status == "absent":
            best = (held, record, quote)
    return best


# As it should be ------------------------------------------------------------------------------------------------------


def _of_right(desk: Desk, quotation: Quotation, record: CitedRecord, quote: Quote | None) -> Iterator[Finding]:
    """Of a quotation that the bank has: is the place cited, and was it verified?"""
    if quote is None:
        return
    if "Q106" in desk.choice:
        yield from _without_place(desk, quotation, record, quote)
    status = quote.verified.get("status")
    if "Q401" in desk.choice and status not in _SURE:
        said = f"was found {status}" if status else "was never verified"
        message = f"“{shown(quotation.text, 50)}”: the bank's quote {quote.id} {said}"
        yield desk.finding("Q401", quotation.start, message, f"quotebank verify {record.key}", record.key)


def _without_place(desk: Desk, quotation: Quotation, record: CitedRecord, quote: Quote) -> Iterator[Finding]:
    places = [(record.key, quote.locator)]
    if quote.via is not None:
        places.append((quote.via.article, quote.via.locator))
    for key, locator in places:
        mine = [each for each in quotation.citations if (found := desk.shelf.record(each.key)) and found.key == key]
        if locator is None or not mine or any(_has_place(desk, each, locator) for each in mine):
            continue
        where = f"{_ABBREVIATED.get(locator.label, locator.label)} {locator.value}".strip()
        citation = mine[0]
        message = f"“{shown(quotation.text, 50)}” is cited without its place; the bank has {where}"
        hint = f"write [@{citation.key}, {where}]" if citation.command == "@" else f"add {where}"
        yield Finding(*citation.spot, "Q106", message, hint, key)
        return


def _has_place(desk: Desk, citation: Citation, locator: Locator) -> bool:
    """Whether a citation names a place, in its note or in the sentence around it."""
    if citation.locator or _figure().search(citation.suffix) or _figure().search(citation.prefix):
        return True
    number = desk.prose.sentence_at(citation.end)
    if number < 0:
        return False
    sentence = desk.prose.sentences[number]
    start, end = max(sentence.start, citation.end - _AROUND), min(sentence.end, citation.end + _AROUND)
    text = desk.prose.text[start:end]
    return re.search(rf"(?<!\w){re.escape(locator.value)}(?!\w)", text) is not None


# Not as it should be --------------------------------------------------------------------------------------------------


def _altered(desk: Desk, quotation: Quotation, record: CitedRecord, held: Held) -> Iterator[Finding]:
    if "Q201" not in desk.choice:
        return
    told = "; ".join(_told(one.quoted, one.source) for one in held.differences[:3])
    more = f"; and {len(held.differences) - 3} more" if len(held.differences) > 3 else ""  # noqa: PLR2004
    message = f"“{shown(quotation.text, 50)}” is not what {record.key} says: {told}{more}"
    yield desk.finding("Q201", quotation.start, message, f"the source: “{shown(held.found, 160)}”", record.key)


def _told(quoted: str, source: str) -> str:
    if quoted and source:
        return f"“{shown(quoted, 40)}” for “{shown(source, 40)}”"
    return f"“{shown(quoted, 40)}” is not there" if quoted else f"“{shown(source, 40)}” is missing"


def _absent(desk: Desk, quotation: Quotation, records: Sequence[CitedRecord], finder: Finder) -> Iterator[Finding]:
    text, first = quotation.text, records[0]
    if "Q203" in desk.choice and (other := finder.find(text)) is not None and not _is_related(other, records):
        message = f"“{shown(text, 50)}” is from {other.article}, and {first.key} is cited"
        yield desk.finding("Q203", quotation.start, message, f"cite {other.article}", other.article)
        return
    if "Q202" in desk.choice and first.known and not _may_be_translated(desk, text, first):
        what = (
            "neither its quotes in the bank nor its saved text have it"
            if first.saved
            else "no quote of it in the bank has it"
        )
        message = f"“{shown(text, 50)}” is not in {first.key}: {what}"
        hint = f"look it up; if it is there: quotebank quote {first.key} --kind direct"
        yield desk.finding("Q202", quotation.start, message, hint, first.key)


def _is_related(quote: Quote, records: Sequence[CitedRecord]) -> bool:
    """Whether a quote of another record was read in one of those cited."""
    keys = {key for record in records for key in (record.key, *record.article.ids, *record.read_in)}
    return quote.article in keys or (quote.via is not None and quote.via.article in keys)


def _may_be_translated(desk: Desk, text: str, record: CitedRecord) -> bool:
    from quotebank.actions.lint_languages import is_translated, language_of

    article = record.article
    around = language_of(desk.part.prose)
    sources = [
        (record.direct.source.text, next((each.language for each in record.direct.quotes), "") or article.language)
    ]
    sources += [(source.text, article.language) for source in record.saved]
    return any(is_translated(text, around, source, tag) for source, tag in sources if source)


def _is_announced(desk: Desk, quotation: Quotation) -> bool:
    """Whether the words before the marks announce a title, a slogan or a saying, and nothing the source says."""
    before = desk.prose.text[max(0, quotation.start - _CUE) : quotation.start - len(quotation.opening)]
    return not quotation.block and _cues().search(before) is not None


def _is_title(desk: Desk, quotation: Quotation) -> bool:
    """Whether what stands in quotation marks is a title: by its capitals, or because a record of the draft has it."""
    if quotation.block:
        return False
    forms = [word for word in re.findall(r"[^\W\d_]+", quotation.text) if len(word) >= _LEAST_CAPITAL]
    if len(forms) > 1 and sum(form[0].isupper() for form in forms) >= _CAPITALS * len(forms):
        return True
    mine = title_words(quotation.text)
    return bool(mine) and any(mine in title for title in desk.shelf.titles)


def _size(text: str) -> float:
    """How many words a text has; a character of a script without spaces counts half."""
    some = [token for token in tokens(text) if token.kind in WORDS]
    return sum(0.5 if len(token.key) == 1 and joined(token.key) else 1 for token in some)


@cache
def _figure() -> re.Pattern[str]:
    return re.compile(r"\d")


@cache
def _cues() -> re.Pattern[str]:
    """Words before quotation marks that say what is in them: a title, a slogan, a saying, a term."""
    return re.compile(
        r"""(?:titled|entitled|headlined|headline|title|titles|article|essay|column|op-ed|book|chapter|report|paper
        |song|film
            |novel|poem|so-called|slogan|motto|proverb|saying|adage|term
            |Titel|Überschrift|Artikel|Aufsatz|Beitrag|Buch|sogenannt\w*|genannt\w*|Losung|Motto|Sprichwort
            |titre|intitulée?s?|article|tribune|livre|soi-disant|slogan|devise|proverbe|dicton
            |заголовк\w*|названием|статье|статья|статьи|книге|книга|так[ ]называем\w*|лозунг\w*|пословиц\w*|поговорк\w*)
            [\s(*_]*\Z""",
        re.VERBOSE | re.IGNORECASE,
    )
