"""``quotebank edit``."""

from collections.abc import Mapping
from typing import Annotated

import typer

from quotebank.cli import options as opt
from quotebank.cli.session import Session
from quotebank.errors import UsageError


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
    from quotebank.actions.describing import describe
    from quotebank.actions.finding import find, find_article
    from quotebank.actions.outlets import outlet_names
    from quotebank.actions.quoting import describe_quote
    from quotebank.model.articles import Article

    session: Session = ctx.obj
    bank = session.bank()
    record = find(bank, name)
    of_article = {
        "authors": author, "outlet": outlet, "date": date, "title": title, "url": url, "issue": issue, "type": type_,
        "key": key, "pages": pages, "section": section_name, "volume": volume, "accessed": accessed,
        "archive_url": archive_url, "publisher": publisher, "translator": translator,
        "title_translated": title_translated, "original_title": original_title, "original_outlet": original_outlet,
    }  # fmt: skip
    locators = {"page": page, "para": para, "section": section, "time": time}
    of_quote = {"text": text, "kind": kind, "speaker": speaker, "via": via, "translation": translation}
    of_both = {"language": language, "note": note, "tags": tag}
    if isinstance(record, Article):
        _refuse(of_quote | locators, "an article")
    else:
        _refuse(of_article, "a quote")
    if all(value is None for value in (of_article | of_quote | locators | of_both).values()):
        if not session.interactive and not session.environ.get("EDITOR") and not session.environ.get("VISUAL"):
            raise UsageError(f"edit {name}: no field given", "give a flag such as --title, or set $EDITOR")
        from quotebank.cli.editor import edit_record

        changed = edit_record(session, record)
    elif isinstance(record, Article):
        changed = describe(record, of_article | of_both, session.today(), outlet_names(bank).named)
    else:
        if via:
            via = of_quote["via"] = find_article(bank, via).key
        changed = describe_quote(record, of_quote | {"language": language, "note": note}, tags=tag, locators=locators)
    if changed == record:
        session.say(f"{name}: nothing changed")
    else:
        with bank.transaction("edit", dry_run=dry_run) as change:
            if isinstance(changed, Article):
                changed = change.replace_article(name, changed)
            else:
                changed = change.replace_quote(changed)
        session.wrote(bank, f"changed {name}", dry_run=dry_run)
    if as_json:
        session.show_json(changed.to_json())


def _refuse(fields: Mapping[str, object], what: str) -> None:
    """Refuse flags that do not belong to this kind of record."""
    given = [name for name, value in fields.items() if value is not None]
    if given:
        raise UsageError(f"--{given[0].replace('_', '-')} is no field of {what}", "see `quotebank edit --help`")
