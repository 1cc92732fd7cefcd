"""``quotebank compact``."""

import typer

from quotebank.cli import options as opt
from quotebank.cli.session import Session
from quotebank.errors import UsageError


def command(ctx: typer.Context, yes: opt.Yes = False, dry_run: opt.DryRun = False, as_json: opt.Json = False) -> None:
    """Rewrite the bank without its past.

    Only the newest state of each record stays; what was done before can no longer be undone, but a copy of
    the file is kept among the backups. Asks on a terminal, needs --yes off it.

    Example: quotebank compact --yes
    """
    from quotebank.bank.upkeep import compact

    session: Session = ctx.obj
    bank = session.bank()
    old = len(bank.view_now.superseded())
    if not (yes or dry_run):
        if not session.interactive:
            raise UsageError(f"compact: {old} old line(s) and the history would go", "say --yes to do it")
        if not typer.confirm(f"Drop {old} old line(s) and the history of {bank.path}?", err=True):
            session.say("nothing changed")
            raise typer.Exit(1)
    before = bank.journal.stamp().size
    after, copy = before, None
    if not dry_run:
        before, after, copy = compact(bank)
    if as_json:
        session.show_json({"lines_dropped": old, "before": before, "after": after, "copy": str(copy) if copy else None})
    session.wrote(bank, f"dropped {old} old line(s), {before} bytes to {after}", dry_run=dry_run)
    if copy:
        session.say(f"the file as it was is kept as {copy}")
