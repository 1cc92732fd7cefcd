"""``quotebank list``."""

from typing import Annotated

import typer

from quotebank.cli import options as opt
from quotebank.cli.session import Session
from quotebank.errors import NotFound


def command(
    ctx: typer.Context,
    query: Annotated[
        list[str] | None, typer.Argument(metavar="[QUERY...]", help="Only what answers this search.")
    ] = None,
    author: opt.ByAuthor = None,
    outlet: opt.ByOutlet = None,
    after: opt.After = None,
    before: opt.Before = None,
    tag: opt.ByTag = None,
    type_: opt.ByType = None,
    limit: Annotated[
        int, typer.Option("--limit", metavar="NUMBER", min=0, help="At most so many; 0 for all.", show_default=False)
    ] = 0,
    keys: Annotated[bool, typer.Option("--keys", help="Only the citation keys, one a line.")] = False,
    as_json: opt.Json = False,
) -> None:
    """List articles.

    Newest first. Off a terminal: key, date, authors, outlet and title, parted by tabs.

    Example: quotebank list --outlet Vzglyad --after 2021-10
    """
    from quotebank.actions.searching import matching_keys
    from quotebank.actions.selecting import Selection, by_date, select
    from quotebank.cli.render import article_row, article_table

    session: Session = ctx.obj
    bank = session.bank()
    wanted = Selection(author or (), outlet or (), after or "", before or "", tag or (), type_ or ())
    chosen = select(bank, wanted, session.today())
    asked = " ".join(query or ())
    if asked:
        keys_found = set(matching_keys(bank, asked, session.progress("indexing")))
        chosen = (article for article in chosen if article.key in keys_found)
    found = by_date(chosen)
    shown = found[:limit] if limit else found
    if as_json:
        session.show_json([article.to_json() for article in shown])
    elif keys:
        for article in shown:
            session.show(article.key)
    elif session.on_terminal:
        for row in article_table(shown, session.width, session.colour):
            session.show(row)
    else:
        for article in shown:
            session.show(article_row(article))
    if len(shown) < len(found):
        session.say(f"{len(shown)} of {len(found)} articles; --limit 0 shows all")
    if not found:
        narrowed = asked or any(wanted)
        raise NotFound(f"{bank.path}: no such article" if narrowed else f"{bank.path}: the bank is empty",
                       "widen the filters" if narrowed else "add one with `quotebank add`")  # fmt: skip
