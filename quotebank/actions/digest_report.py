"""The record of a digest itself: found in the bank, or described by its writer and its own text."""

import datetime
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from quotebank.actions.describing import describe
from quotebank.actions.digest_naming import Naming
from quotebank.actions.digest_records import DIGESTS, Report, Typed
from quotebank.actions.digest_shelf import Shelf
from quotebank.bank.bank import Bank
from quotebank.errors import NotFound
from quotebank.ingest.digest.records import Digest
from quotebank.model.articles import Article
from quotebank.model.dates import PartialDate
from quotebank.model.keys import citation_key
from quotebank.text.addresses import compared
from quotebank.text.folding import fold

_USUAL_TYPE = "report"


class Beforehand(NamedTuple):
    """What is known of a digest before it is read: its record if the bank has one, its title, outlet and date.

    `outlets` are the bank's, each with its spellings, the name first.
    """

    known: Article | None
    title: str
    outlet: str
    date: PartialDate | None
    outlets: Sequence[Sequence[str]]


def beforehand(bank: Bank, mark: str, typed: Typed, today: datetime.date, *, key: str = "") -> Beforehand:
    """What is known of the digest whose text has that mark: from its record, `key`'s, and from what was typed.

    Raises `NotFound` for a key nothing has, `BadInput` for a date that is none.
    """
    shelf = Shelf(bank)
    known = record(shelf, key) if key else marked(bank, shelf, mark)
    said = describe(known or Article(), typed, today)
    return Beforehand(known, said.title, said.outlet, said.date, shelf.spelled)


def describe_report(
    digest: Digest,
    typed: Typed,
    today: datetime.date,
    *,
    mark: str = "",
    known: Article | None = None,
    name: str = "",
) -> Report:
    """The record of a digest: `known`, or a new one of what was typed and else of what the digest says of itself.

    `name` is its title if nobody says one.
    """
    if known is not None:
        return Report(known, mark, known=True)
    own = Article(type="", title=digest.title, outlet=digest.outlet, date=digest.date, language=digest.language)
    article = describe(own, typed, today)
    if article.title.strip():
        return Report(article, mark)
    return Report(replace(article, title=name), mark, titled=False)


def settle(bank: Bank, shelf: Shelf, report: Report) -> Report:
    """The report as the bank has it by now, or with the type and key it is to get.

    It is the same digest if the text is, the address, or title and date (and outlet, if both name one). Raises
    `NotFound` if its record went.
    """
    draft = report.article
    found = record(shelf, draft.key) if report.known else marked(bank, shelf, report.mark) or _same(shelf, report)
    if found is not None:
        return Report(found, report.mark, known=True)
    names = Naming(shelf)
    outlet = shelf.outlets.find(draft.outlet) or draft.outlet
    draft = replace(draft, key="", outlet=outlet, type=draft.type or names.kind(outlet, _USUAL_TYPE, draft.outlet))
    return report._replace(article=replace(draft, key=citation_key(draft, shelf.taken)))


def record(shelf: Shelf, key: str) -> Article:
    """The article with that key; raises `NotFound`."""
    found = shelf.find(key)
    if found is None:
        raise NotFound(f"{key}: no article has this key", "see `quotebank list`")
    return found


def marked(bank: Bank, shelf: Shelf, mark: str) -> Article | None:
    """The record of a digest with the very text, None if it was not banked."""
    for line in bank.few(DIGESTS) if mark else ():
        document = line.doc or {}
        if document.get("text") == mark and (article := shelf.find(str(document.get("article", "")))):
            return article
    return None


def _same(shelf: Shelf, report: Report) -> Article | None:
    draft = report.article
    if there := shelf.at_addresses([draft.url]).get(compared(draft.url)):
        return there
    title = fold(draft.title)
    if not title or not report.titled or draft.date is None:
        return None
    for brief in shelf.dated(draft.date.edtf()):
        if not draft.outlet or not brief.outlet or fold(brief.outlet) == fold(draft.outlet):
            there = shelf.article(brief.key)
            if fold(there.title) == title:
                return there
    return None
