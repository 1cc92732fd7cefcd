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
        typer.Option(
            "--as", metavar="FORM", help="note, bibliography, intext, markdown, html, footnote, pandoc or latex."
        ),
    ] = "note",
    quote: Annotated[
        str | None, typer.Option("--quote", "-q", metavar="ID", help="A quote with its citation.", show_default=False)
    ] = None,
    style: opt.Style = "",
    csl: opt.CslFile = None,
    lang: opt.Locale = "",
    page: opt.Page = None,
    para: opt.Para = None,
    section: opt.Section = None,
    time: opt.Time = None,
    locator: opt.AnyLocator = None,
    as_json: opt.Json = False,
) -> None:
    """Print citations ready to paste.

    In quotebank's plain form (author, title, outlet, date), or by a CSL style, which needs pandoc: see
    `quotebank styles`. Later notes of a work take the style's short form. With --quote, what the quote says and its
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
    styling = session.styling(style, csl, lang)
    place = describe_locator({"page": page, "para": para, "section": section, "time": time}, locator)
    named = [] if quote else session.names(keys or [])
    made = quoted(bank, quote, form, styling) if quote else cited(bank, named, form, place, styling)
    for notice in made.notices:
        session.say(notice)
    if as_json:
        session.show_json([{"key": name, "as": form, "text": text} for name, text in made.told])
        return
    from quotebank.text.visible import visible

    for _, text in made.told:
        session.show(visible(text, newlines=True))
