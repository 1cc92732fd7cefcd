"""The command ``add``: an article from flags, from questions, from a page of the web or from a saved page."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from quotebank.actions.adding import Added, Adding, Saving, add, read_off
from quotebank.bank.bank import Bank
from quotebank.cli.session import Session
from quotebank.errors import BadInput, MissingFile, UsageError
from quotebank.model.articles import Article

if TYPE_CHECKING:
    from quotebank.actions.outlets import OutletNames
    from quotebank.ingest.page import Page

Typed = dict[str, str | list[str] | None]

_FLAGS = {"authors": "--author"}
_WANTED = ("title", "authors", "outlet", "date")
"""What a citation is made of: told if a page says none of it."""

_BY_HAND = "save the page in your browser and give its file with --url, or give --title, --author and --outlet by hand"


class Asked(NamedTuple):
    """What the command line says; `source` is an address, a file, ``-`` or nothing, the rest as the flags."""

    source: str
    typed: Typed
    save: bool
    save_html: bool
    allow: Sequence[str]
    on_duplicate: str
    dry_run: bool
    as_json: bool


class Had(NamedTuple):
    """A page as it was had: its bytes, the address and the header they came with, and when."""

    data: bytes
    url: str
    content_type: str
    taken: str


def run_add(session: Session, asked: Asked) -> None:
    """Add one article, or tell that it is there; raises quotebank's errors."""
    bank = session.bank()
    _check(asked)
    added = _page(session, bank, asked) if asked.source else _typed(session, bank, asked)
    if asked.as_json:
        session.show_json(added.article.to_json())
    else:
        session.show(added.article.key)
    _tell(session, bank, asked, added)


def is_address(source: str) -> bool:
    """Whether a word names a page of the web, and no file."""
    return source.lower().startswith(("http://", "https://"))


def fetched(session: Session, url: str, allow: Sequence[str]) -> Had:
    """The page at an address; raises `Unreachable`, `BadInput`, `UsageError`."""
    from quotebank.ingest.web import fetch

    page = fetch(url, allow=allow, progress=session.progress("fetching"))
    if page.url != page.asked:
        session.say(f"{page.asked} leads to {page.url}")
    return Had(page.body, page.url, page.content_type, page.taken)


def _check(asked: Asked) -> None:
    if asked.source:
        if is_address(asked.source) and asked.typed["url"]:
            raise UsageError("--url: the page has an address already", "leave it out, or give a saved page's file")
    elif asked.save or asked.save_html or asked.allow:
        flag = "--save" if asked.save else "--save-html" if asked.save_html else "--allow-host"
        raise UsageError(f"{flag}: there is no page", "give the page's address or its file")


# From flags and questions -------------------------------------------------------------------------------------------


def _typed(session: Session, bank: Bank, asked: Asked) -> Added:
    from quotebank.actions.describing import describe
    from quotebank.actions.outlets import outlet_names

    typed = asked.typed
    if not any(typed.values()):
        if not session.interactive:
            raise UsageError("add: nothing to add", "give a page's address or file, or --title, --outlet or --author")
        from quotebank.cli.prompts import ask_article

        typed |= ask_article(session, bank)
    names = outlet_names(bank)
    article = describe(Article(), typed, session.today(), names.named)
    if not (article.title or article.outlet or article.authors):
        raise UsageError("add: an article needs a title, an outlet or an author", "give --title, --outlet or --author")
    article = _settled(session, bank, names, article, str(typed.get("outlet") or ""))
    return add(bank, article, _adding(session, asked))


# From a page --------------------------------------------------------------------------------------------------------


def _page(session: Session, bank: Bank, asked: Asked) -> Added:
    from quotebank.actions.outlets import outlet_names
    from quotebank.ingest.page import read_page

    names = outlet_names(bank)
    had = _had(session, asked)
    page = read_page(had.data, url=had.url, content_type=had.content_type, today=session.today(), outlet_of=names.at)
    if page.wall:
        raise BadInput(f"{_shown(asked.source)}: {page.wall}", _BY_HAND)
    article = read_off(page.article, asked.typed, session.today(), names.named)
    article = _settled(session, bank, names, article, page.article.outlet)
    _tell_page(session, asked, page, article)
    saving = None
    if asked.save or asked.save_html:
        saving = Saving(page.text(), had.taken or bank.clock(), had.url, had.data if asked.save_html else None)
    return add(bank, article, _adding(session, asked, saving, _correction(asked, page, article, had.url)))


def _had(session: Session, asked: Asked) -> Had:
    if is_address(asked.source):
        return fetched(session, asked.source, asked.allow)
    if "://" in asked.source:
        raise UsageError(f"{asked.source}: no address of a web page", "write it with https:// or http://")
    if asked.allow:
        raise UsageError("--allow-host: nothing is fetched for a file", "leave it out")
    try:
        data = session.read_file(asked.source)
    except MissingFile as problem:
        if "." in asked.source.partition("/")[0]:
            problem.hint = f"check the path; for a page of the web write https://{asked.source}"
        raise
    return Had(data, str(asked.typed["url"] or ""), "", "")


def _correction(asked: Asked, page: "Page", article: Article, url: str) -> tuple[str, str] | None:
    """The outlet that the writer gave for a site whose pages say another or none, with the site's host."""
    from quotebank.text.addresses import host_of

    host = host_of(article.url or url)
    return (article.outlet, host) if asked.typed["outlet"] and host and article.outlet != page.article.outlet else None


def _tell_page(session: Session, asked: Asked, page: "Page", article: Article) -> None:
    """What is minded: fields that were left out because the page does not say them clearly, and its oddities."""
    for warning in page.warnings:
        session.say(f"mind: {warning}")
    doubts = {unsure.field: unsure for unsure in page.unsure}
    empty = [name for name in dict.fromkeys((*_WANTED, *doubts)) if not getattr(article, name, None)]
    for name in empty:
        if asked.typed.get(name) is None:
            unsure = doubts.get(name)
            why = unsure.why if unsure else "the page does not say"
            may_be = f" (may be {' or '.join(unsure.candidates[:3])})" if unsure and unsure.candidates else ""
            session.say(f"no {name}: {why}{may_be}; say {_FLAGS.get(name, f'--{name}')}")


# For both -----------------------------------------------------------------------------------------------------------


def _settled(session: Session, bank: Bank, names: "OutletNames", article: Article, said: str) -> Article:
    """The article with the outlet's name as the bank has it, the writer being asked where that is only likely."""
    from quotebank.cli.outlet_questions import settled_outlet

    return settled_outlet(session, bank, names, article, said)


def _adding(
    session: Session, asked: Asked, saving: Saving | None = None, correction: tuple[str, str] | None = None
) -> Adding:
    ask = None
    if asked.on_duplicate == "ask" and session.interactive:
        from quotebank.cli.duplicate_questions import asking

        ask = asking(session)
    return Adding(asked.on_duplicate, ask, saving, correction, asked.dry_run)


def _tell(session: Session, bank: Bank, asked: Asked, added: Added) -> None:
    key = added.article.key
    if added.outcome == "skipped":
        session.say(f"{key} is there already ({added.why}); --on-duplicate update or add decides otherwise")
        return
    what = f"{added.outcome} {key}" + (f" ({added.why})" if added.why else "")
    if asked.source and not asked.as_json:
        session.say(_summary(added.article))
    session.wrote(bank, what, dry_run=asked.dry_run)


def _summary(article: Article) -> str:
    """A record in a line, for the writer to check what was read off a page."""
    who = ", ".join(name.display for name in article.authors)
    date = article.date.edtf() if article.date else "n.d."
    parts: Mapping[str, str] = {"title": article.title and f"“{article.title}”", "who": who, "outlet": article.outlet}
    return ", ".join([part for part in parts.values() if part] + [date])


def _shown(source: str) -> str:
    return "standard input" if source == "-" else source
