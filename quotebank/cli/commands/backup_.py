"""``quotebank backup``."""

from typing import Annotated

import typer

from quotebank.cli import options as opt
from quotebank.cli.session import Session


def command(
    ctx: typer.Context,
    target: Annotated[
        str | None, typer.Argument(metavar="[FILE|DIR]", help="Where to; backups/ beside the bank.")
    ] = None,
    as_json: opt.Json = False,
) -> None:
    """Copy the bank, checking every line.

    Example: quotebank backup /media/stick
    """
    from quotebank.bank.upkeep import backup

    session: Session = ctx.obj
    bank = session.bank()
    copy = backup(bank, session.here / target if target else None)
    if as_json:
        session.show_json({"bank": str(bank.path), "copy": str(copy), "bytes": copy.stat().st_size})
    else:
        session.show(str(copy))
    session.say(f"copied {bank.path}")
