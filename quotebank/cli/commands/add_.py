"""``quotebank add``."""

import typer

from quotebank.cli import options as opt
from quotebank.cli.session import Session
from quotebank.errors import UsageError


def command(
    ctx: typer.Context,
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
    dry_run: opt.DryRun = False,
    as_json: opt.Json = False,
) -> None:
    """Add one article as a citable record.

    Without flags, on a terminal, it asks. Prints the new citation key.

    Example: quotebank add -a "Andrei Lankov" -o "Valdai Club" -d "11 November 2021" -t "Kimjongunism"
    """
    from quotebank.actions.describing import describe
    from quotebank.actions.outlets import outlet_names
    from quotebank.model.articles import Article

    session: Session = ctx.obj
    typed = {
        "authors": author, "outlet": outlet, "date": date, "title": title, "url": url, "issue": issue, "type": type_,
        "language": language, "tags": tag, "note": note, "key": key, "pages": pages, "section": section_name,
        "volume": volume, "accessed": accessed, "archive_url": archive_url,
        "archive_date": archive_date, "publisher": publisher,
        "translator": translator, "title_translated": title_translated, "original_title": original_title,
        "original_outlet": original_outlet,
    }  # fmt: skip
    bank = session.bank()
    names = outlet_names(bank)
    if not any(typed.values()):
        if not session.interactive:
            raise UsageError(
                "add: nothing to add", "give at least --title, --outlet or --author; see `quotebank add --help`"
            )
        from quotebank.cli.prompts import ask_article

        typed |= ask_article(session, bank)
    article = describe(Article(), typed, session.today(), names.named)
    if not (article.title or article.outlet or article.authors):
        raise UsageError("add: an article needs a title, an outlet or an author", "give --title, --outlet or --author")
    with bank.transaction("add", dry_run=dry_run) as change:
        stored = change.add_article(article)
    if outlet and stored.outlet != outlet.strip():
        session.say(f"outlet: {outlet} is kept as {stored.outlet}")
    if as_json:
        session.show_json(stored.to_json())
    else:
        session.show(stored.key)
    session.wrote(bank, f"added {stored.key}", dry_run=dry_run)
