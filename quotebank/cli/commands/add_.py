"""``quotebank add``."""

from typing import Annotated

import typer

from quotebank.cli import options as opt
from quotebank.cli.session import Session


def command(
    ctx: typer.Context,
    source: Annotated[
        str,
        typer.Argument(
            metavar="[URL|FILE|-]",
            show_default=False,
            help="A page of the web, or one that was saved as HTML; - is standard input.",
        ),
    ] = "",
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
    save: Annotated[
        bool, typer.Option("--save", help="Keep the page's text beside the bank, for `quotebank verify`.")
    ] = False,
    save_html: Annotated[bool, typer.Option("--save-html", help="Keep its text and the page itself.")] = False,
    allow_host: opt.AllowHosts = None,
    on_duplicate: Annotated[
        str,
        typer.Option("--on-duplicate", metavar="DO", help="What is there already: skip, update, add, or ask."),
    ] = "skip",
    dry_run: opt.DryRun = False,
    as_json: opt.Json = False,
) -> None:
    """Add one article as a citable record: typed, or read off a web page.

    Prints its citation key. Flags go before what the page says; what it does not say clearly is left out and
    listed. Without page and flags, on a terminal, it asks.

    Example: quotebank add -a "Andrei Lankov" -o "Valdai Club" -d "11 November 2021" -t "Kimjongunism"
    """
    from quotebank.cli.adding import Asked, run_add

    session: Session = ctx.obj
    typed: dict[str, str | list[str] | None] = {
        "authors": author, "outlet": outlet, "date": date, "title": title, "url": url, "issue": issue, "type": type_,
        "language": language, "tags": tag, "note": note, "key": key, "pages": pages, "section": section_name,
        "volume": volume, "accessed": accessed, "archive_url": archive_url, "archive_date": archive_date,
        "publisher": publisher, "translator": translator, "title_translated": title_translated,
        "original_title": original_title, "original_outlet": original_outlet,
    }  # fmt: skip
    run_add(session, Asked(source, typed, save, save_html, allow_host or (), on_duplicate, dry_run, as_json))
