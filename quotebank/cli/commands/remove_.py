"""``quotebank remove``."""

import typer

from quotebank.cli import options as opt
from quotebank.cli.session import Session
from quotebank.errors import UsageError


def command(
    ctx: typer.Context,
    name: opt.Record,
    yes: opt.Yes = False,
    dry_run: opt.DryRun = False,
    as_json: opt.Json = False,
) -> None:
    """Remove an article with its quotes, or one quote.

    Asks on a terminal, needs --yes off it. `quotebank undo` brings it back.

    Example: quotebank remove lankov2021kimjongunism --yes
    """
    from quotebank.actions.finding import find
    from quotebank.bank.transaction import QUOTES
    from quotebank.model.articles import Article

    session: Session = ctx.obj
    bank = session.bank()
    record = find(bank, name)
    count = len(bank.quotes_of(record)) if isinstance(record, Article) else 0
    what = f"{name} and its {count} quote(s)" if count else name
    if not (yes or dry_run):
        if not session.interactive:
            raise UsageError(f"remove: {what} would be removed", "say --yes to do it")
        if not typer.confirm(f"Remove {what}?", err=True):
            session.say("nothing removed")
            raise typer.Exit(1)
    with bank.transaction("remove", dry_run=dry_run) as change:
        if isinstance(record, Article):
            _, quotes = change.remove_article(name)
        else:
            change.remove(QUOTES, record.id)
            quotes = [record]
    if as_json:
        keys = [record.key] if isinstance(record, Article) else []
        session.show_json({"articles": keys, "quotes": [quote.id for quote in quotes]})
    session.wrote(bank, f"removed {what}", dry_run=dry_run)
