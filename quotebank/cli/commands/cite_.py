"""``quotebank cite``."""

from typing import Annotated

import typer

from quotebank.cli import options as opt
from quotebank.cli.session import Session
from quotebank.errors import UsageError


def command(
    ctx: typer.Context,
    keys: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="KEY...",
            help="Citation keys, or ids of quotes; - reads them from stdin.",
            autocompletion=opt.complete_keys,
        ),
    ] = None,
    form: Annotated[
        str,
        typer.Option("--as", metavar="FORM", help="note, bibliography, intext, markdown, footnote, pandoc or latex."),
    ] = "note",
    quote: Annotated[
        str | None, typer.Option("--quote", "-q", metavar="ID", help="A quote with its citation.", show_default=False)
    ] = None,
    page: opt.Page = None,
    para: opt.Para = None,
    section: opt.Section = None,
    time: opt.Time = None,
    as_json: opt.Json = False,
) -> None:
    """Print citations ready to paste.

    In quotebank's plain form: author, title, outlet, date. With --quote, what the quote says and its
    citation, locator and "quoted in" included.

    Example: quotebank cite lankov2021a --as markdown --para 3
    """
    from quotebank.actions.citing import cited, quoted
    from quotebank.actions.quoting import describe_locator

    session: Session = ctx.obj
    if bool(keys) == bool(quote):
        raise UsageError("cite: nothing to cite" if not keys else "cite: keys and --quote together",
                         "give keys, or --quote ID")  # fmt: skip
    bank = session.bank()
    if quote:
        told = [(quote, quoted(bank, quote, form))]
    else:
        locator = describe_locator({"page": page, "para": para, "section": section, "time": time})
        named = session.names(keys or [])
        told = list(zip(named, cited(bank, named, form, locator), strict=True))
    if as_json:
        session.show_json([{"key": name, "as": form, "text": text} for name, text in told])
        return
    from quotebank.text.visible import visible

    for _, text in told:
        session.show(visible(text, newlines=True))
