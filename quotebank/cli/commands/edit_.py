"""``quotebank edit``."""

from typing import TYPE_CHECKING, Annotated

import typer

from quotebank.cli import options as opt
from quotebank.cli.session import Session
from quotebank.errors import UsageError

if TYPE_CHECKING:
    from quotebank.actions.describing import Typed
    from quotebank.bank.bank import Bank
    from quotebank.model.articles import Article
    from quotebank.model.quotes import Quote


def command(
    ctx: typer.Context,
    name: opt.Record,
    author: opt.Authors = None,
    outlet: opt.Outlet = None,
    date: opt.Date = None,
    title: opt.Title = None,
    url: opt.Url = None,
    issue: opt.Issue = None,
    type_: opt.Type = None,
    language: opt.Language = None,
    tag: opt.Tags = None,
    note: opt.Note = None,
    key: opt.NewKey = None,
    pages: opt.Pages = None,
    section_name: opt.SectionName = None,
    volume: opt.Volume = None,
    accessed: opt.Accessed = None,
    archive_url: opt.ArchiveUrl = None,
    archive_date: opt.ArchiveDate = None,
    publisher: opt.Publisher = None,
    translator: opt.Translators = None,
    title_translated: opt.TitleTranslated = None,
    original_title: opt.OriginalTitle = None,
    original_outlet: opt.OriginalOutlet = None,
    text: Annotated[str | None, typer.Option("--text", metavar="TEXT", help="A quote's text.")] = None,
    kind: opt.Kind = None,
    page: opt.Page = None,
    para: opt.Para = None,
    section: opt.Section = None,
    time: opt.Time = None,
    speaker: opt.Speaker = None,
    via: opt.ViaKey = None,
    translation: opt.Translation = None,
    dry_run: opt.DryRun = False,
    as_json: opt.Json = False,
) -> None:
    """Change an article or a quote.

    With flags, those fields; an empty text clears one. Without, the whole record opens as JSON in $EDITOR.
    A changed key keeps the old one as an alias, so papers that cite it still resolve.

    Example: quotebank edit lankov2021kimjongunism --date 2021-11-11 --tag juche
    """
    from quotebank.actions.editing import keep
    from quotebank.actions.finding import find

    session: Session = ctx.obj
    bank = session.bank()
    record = find(bank, name)
    of_article = {
        "authors": author, "outlet": outlet, "date": date, "title": title, "url": url, "issue": issue, "type": type_,
        "key": key, "pages": pages, "section": section_name, "volume": volume, "accessed": accessed,
        "archive_url": archive_url, "archive_date": archive_date, "publisher": publisher, "translator": translator,
        "title_translated": title_translated, "original_title": original_title, "original_outlet": original_outlet,
    }  # fmt: skip
    of_quote = {"text": text, "kind": kind, "speaker": speaker, "via": via, "translation": translation}
    locators = {"page": page, "para": para, "section": section, "time": time}
    of_both = {"language": language, "note": note, "tags": tag}
    changed = _changed(session, bank, record, of_article, of_quote, locators, of_both)
    if changed == record:
        session.say(f"{name}: nothing changed")
    else:
        changed = keep(bank, record, changed, dry_run=dry_run)
        session.wrote(bank, f"changed {name}", dry_run=dry_run)
    if as_json:
        session.show_json(changed.to_json())


def _changed(
    session: Session,
    bank: "Bank",
    record: "Article | Quote",
    of_article: "Typed",
    of_quote: dict[str, str | None],
    locators: dict[str, str | None],
    of_both: "Typed",
) -> "Article | Quote":
    """The record with the typed fields, or as the editor left it when none was typed."""
    from quotebank.actions.describing import describe
    from quotebank.actions.finding import find_article
    from quotebank.actions.outlets import outlet_names
    from quotebank.actions.quoting import describe_quote
    from quotebank.model.articles import Article

    if isinstance(record, Article):
        _refuse({**of_quote, **locators}, "an article")
    else:
        _refuse(of_article, "a quote")
    if all(
        value is None for value in (*of_article.values(), *of_quote.values(), *locators.values(), *of_both.values())
    ):
        if not session.interactive and not session.environ.get("EDITOR") and not session.environ.get("VISUAL"):
            raise UsageError("edit: no field given", "give a flag such as --title, or set $EDITOR")
        from quotebank.cli.editor import edit_record

        return edit_record(session, record)
    if isinstance(record, Article):
        return describe(record, {**of_article, **of_both}, session.today(), outlet_names(bank).named)
    if of_quote["via"]:
        of_quote = {**of_quote, "via": find_article(bank, of_quote["via"]).key}
    tags = of_both["tags"]
    typed = of_quote | {name: value for name, value in of_both.items() if value is None or isinstance(value, str)}
    return describe_quote(record, typed, tags=None if tags is None else list(tags), locators=locators)


def _refuse(fields: "Typed", what: str) -> None:
    """Refuse flags that do not belong to this kind of record."""
    given = [name for name, value in fields.items() if value is not None]
    if given:
        raise UsageError(f"--{given[0].replace('_', '-')} is no field of {what}", "see `quotebank edit --help`")
