"""Adding one article: typed, or read off a page; unless the bank has it already."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from quotebank.actions.describing import describe
from quotebank.bank.bank import Bank
from quotebank.bank.transaction import Transaction
from quotebank.errors import BadInput
from quotebank.model.articles import Article
from quotebank.model.dates import PartialDate

if TYPE_CHECKING:
    from quotebank.actions.importing_records import Ask

TYPED = "typed"
"""The provenance of a field that the writer gave while the others came off a page."""

_NAMES = {"original_title": "original", "original_outlet": "original"}


class Saving(NamedTuple):
    """What is to be kept of a page beside the bank: its readable text, when and where it was had, and the page."""

    text: str
    taken: str
    url: str = ""
    html: bytes | None = None


class Added(NamedTuple):
    """What became of an article: `outcome` is ``added``, ``updated`` or ``skipped``, and `why` one of the latter."""

    article: Article
    outcome: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Adding:
    """How an article is to be added.

    `policy` is one of `quotebank.actions.importing.POLICIES`, for a work that is there already, and `ask` decides
    where it is to be asked for. `correction` is an outlet with the host whose pages are its own, to be remembered.
    """

    policy: str = "skip"
    ask: "Ask | None" = None
    saving: Saving | None = None
    correction: tuple[str, str] | None = None
    dry_run: bool = False


def read_off(
    article: Article,
    typed: Mapping[str, str | Sequence[str] | None],
    today: datetime.date,
    outlet_named: Callable[[str], str],
) -> Article:
    """The candidate of a page with what the writer typed put in its place, the outlet under its name in the bank.

    What has an address was read there today, unless the writer says when. Raises `BadInput`, `UsageError`.
    """
    named = replace(article, outlet=outlet_named(article.outlet)) if article.outlet else article
    whole = describe(named, typed, today, outlet_named)
    given = {_NAMES.get(name, name) for name, value in typed.items() if value is not None}
    sources = {name: source for name, source in whole.provenance.items() if name not in given}
    sources |= {name: TYPED for name in sorted(given) if getattr(whole, name, None)}
    if whole.url and not whole.accessed and "accessed" not in given:
        whole = replace(whole, accessed=PartialDate(today.isoformat()))
    return replace(whole, provenance=sources)


def add(bank: Bank, article: Article, how: Adding) -> Added:
    """Add an article in one transaction, or tell which record is the same work already.

    A page's text is on disk before the record that names it. Raises `BadInput` for an article that says nothing,
    `UsageError` for an unknown policy, and the bank's errors.
    """
    from quotebank.actions.duplicates import Duplicates
    from quotebank.actions.importing_records import check_policy

    check_policy(how.policy, how.ask)
    if not (article.title or article.outlet or article.authors):
        raise BadInput("add: an article needs a title, an outlet or an author", "give --title, --outlet or --author")
    with bank.transaction("add", dry_run=how.dry_run) as change:
        found = Duplicates(bank).find(article) if how.policy != "add" else None
        policy = how.policy
        if found and found.same:
            there = bank.article(found.key)
            policy = how.ask(article, there, found) if policy == "ask" and how.ask else policy
            if policy != "add":
                return _again(bank, change, article, there, found.why, replace(how, policy=policy))
        _learn(bank, change, how)
        return Added(change.add_article(_saved(bank, article, how)), "added")


def _again(bank: Bank, change: Transaction, article: Article, there: Article, why: str, how: Adding) -> Added:
    """What becomes of the record that is there: what the page says is laid over it, and its text saved if asked."""
    from quotebank.actions.importing_records import updated

    whole = updated(there, article) if how.policy == "update" else there
    if how.policy == "update" or not there.snapshot:
        whole = _saved(bank, whole, how)
    if whole == there:
        return Added(there, "skipped", why)
    if how.policy == "update":
        _learn(bank, change, how)
    else:
        why += "; its text is saved now"
    return Added(change.replace_article(there.key, whole), "updated", why)


def _saved(bank: Bank, article: Article, how: Adding) -> Article:
    """The article naming its saved text; in a rehearsal nothing is written."""
    if how.saving is None:
        return article
    from quotebank.bank.snapshots import save_snapshot

    text, taken, url, html = how.saving
    shape = save_snapshot(bank.path, text, taken=taken, url=url, html=html, disk=bank.disk, dry_run=how.dry_run)
    return replace(article, snapshot=shape)


def _learn(bank: Bank, change: Transaction, how: Adding) -> None:
    if how.correction is not None:
        from quotebank.actions.outlets import learn

        learn(change, bank, *how.correction)
