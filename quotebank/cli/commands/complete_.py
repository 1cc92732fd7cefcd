"""``quotebank complete``."""

from typing import Annotated

import typer

from quotebank.cli import options as opt
from quotebank.cli.completing import LIMIT, Begun, run_complete
from quotebank.cli.session import Session


def command(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[PREFIX...]", help="What was typed so far; nothing: the newest.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", metavar="NUMBER", min=1, help="At most so many.")] = LIMIT,
    as_json: opt.Json = False,
) -> None:
    """Offer the records that a key, name or title begun may mean.

    For editor plug-ins. Keys that begin so come first, then authors, titles and outlets, then other spellings, scripts
    and slips; one line each: key, tab, label. With --json a list, empty (and exit 0) when nothing fits.

    Example: quotebank complete lank --json
    """
    session: Session = ctx.obj
    run_complete(session, Begun(tuple(words or ()), limit, as_json))
