"""``quotebank show``."""

import typer

from quotebank.cli import options as opt
from quotebank.cli.session import Session


def command(ctx: typer.Context, name: opt.Record, as_json: opt.Json = False) -> None:
    """Show an article and its quotes.

    A quote's id shows that quote with its article.

    Example: quotebank show lankov2021kimjongunism
    """
    from quotebank.actions.finding import find
    from quotebank.model.articles import Article

    session: Session = ctx.obj
    bank = session.bank()
    record = find(bank, name)
    if isinstance(record, Article):
        article, quotes = record, bank.quotes_of(record)
    else:
        article, quotes = bank.article(record.article), [record]
    if as_json:
        document = record.to_json()
        if record is article:
            document = {**document, "quotes": [quote.to_json() for quote in quotes]}
        session.show_json(document)
        return
    from quotebank.cli.render import article_page

    session.write(article_page(article, quotes, session.width, session.colour))
