"""``quotebank restore``."""

from typing import Annotated

import typer

from quotebank.cli import options as opt
from quotebank.cli.session import Session
from quotebank.errors import NotFound, UsageError


def command(
    ctx: typer.Context,
    source: Annotated[
        str | None, typer.Argument(metavar="[FILE]", help="The backup; without it they are listed.")
    ] = None,
    yes: opt.Yes = False,
    dry_run: opt.DryRun = False,
    as_json: opt.Json = False,
) -> None:
    """Put a backup in the bank's place.

    The backup is checked first, and the bank as it is copied among the backups. Without a file it lists the
    backups, newest first. Asks on a terminal, needs --yes off it.

    Example: quotebank restore store/backups/bank-20211130T090000Z.jsonl --yes
    """
    from quotebank.bank.upkeep import backups, restore

    session: Session = ctx.obj
    path = session.found().path
    if source is None:
        found = backups(path)
        if as_json:
            session.show_json([str(each) for each in found])
        elif not found:
            raise NotFound(f"{path.parent}: no backups", "make one with `quotebank backup`")
        else:
            for each in found:
                session.show(str(each))
        return
    if not (yes or dry_run):
        if not session.interactive:
            raise UsageError(f"restore: {path} would be replaced", "say --yes to do it")
        if not typer.confirm(f"Replace {path} by {source}?", err=True):
            session.say("nothing changed")
            raise typer.Exit(1)
    bank = session.open_bank(path)
    copy = restore(bank, session.here / source, dry_run=dry_run)
    if as_json:
        session.show_json({"bank": str(path), "from": str(session.here / source), "copy": str(copy) if copy else None})
    session.wrote(bank, f"restored {source}", dry_run=dry_run)
    if copy:
        session.say(f"the bank as it was is kept as {copy}")
