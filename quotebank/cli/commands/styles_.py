"""``quotebank styles``."""

from typing import Annotated

import typer

from quotebank.cli import options as opt
from quotebank.cli.session import Session
from quotebank.errors import NotFound


def command(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORD...]", help="Only names with these words in them.")
    ] = None,
    as_json: opt.Json = False,
) -> None:
    """List the CSL styles there are for cite and export.

    They come with the extra quotebank[csl]; any other is taken from a file with --csl.

    Example: quotebank styles chicago
    """
    from quotebank.cite.styles import style_names

    session: Session = ctx.obj
    wanted = [word.casefold() for word in words or ()]
    names = [name for name in style_names() if all(word in name for word in wanted)]
    if as_json:
        session.show_json(names)
    elif not names:
        raise NotFound(f"styles: none has {' '.join(wanted)!r} in its name", "use fewer words, or --csl FILE")
    else:
        for name in names:
            session.show(name)
