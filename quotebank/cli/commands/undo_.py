"""``quotebank undo``."""

from typing import Annotated

import typer

from quotebank.cli import options as opt
from quotebank.cli.session import Session


def command(
    ctx: typer.Context,
    change: Annotated[str, typer.Argument(metavar="[CHANGE]", help="A change's id, from `quotebank history`.")] = "",
    dry_run: opt.DryRun = False,
    as_json: opt.Json = False,
) -> None:
    """Take the last change back.

    Again takes back the one before. With a change's id, that one; the id of an undo does the thing again.

    Example: quotebank undo
    """
    from quotebank.bank.history import undo

    session: Session = ctx.obj
    bank = session.bank()
    deed, count = undo(bank, change, dry_run=dry_run)
    if as_json:
        session.show_json({"undone": deed.id, "did": deed.did, "at": deed.at, "records": count})
    session.wrote(bank, f"took back {deed.did} of {deed.at} ({count} record(s), change {deed.id})", dry_run=dry_run)
