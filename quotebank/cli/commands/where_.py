"""``quotebank where``."""

import typer

from quotebank.cli.options import Json
from quotebank.cli.session import Session


def command(ctx: typer.Context, as_json: Json = False) -> None:
    """Say which bank is used, and why.

    Example: quotebank where
    """
    session: Session = ctx.obj
    found = session.found()
    bank = session.open_bank(found.path)
    articles, quotes = bank.counts()
    index = str(bank.view.path) if bank.view.path else None
    if as_json:
        session.show_json(
            {"bank": str(found.path), "why": found.why, "index": index, "articles": articles, "quotes": quotes}
        )
        return
    session.show(str(found.path))
    session.say(f"chosen by: {found.why}")
    session.say(f"holds: {articles} articles, {quotes} quotes")
    session.say(f"key view: {index or 'in memory, the cache folder cannot be written'}")
