"""``quotebank init``."""

from typing import Annotated

import typer

from quotebank.cli.options import DryRun, Json
from quotebank.cli.session import Session


def command(
    ctx: typer.Context,
    folder: Annotated[str, typer.Argument(metavar="[DIR]", help="The folder to make the bank in.")] = ".",
    sample: Annotated[bool, typer.Option("--sample", help="Start from a copy of the example bank.")] = False,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Make a bank here.

    It becomes store/bank.jsonl, with a .gitattributes that lets git join the banks of two people.

    Example: quotebank init --sample
    """
    from quotebank.actions.founding import found, target
    from quotebank.bank.places import bank_path

    session: Session = ctx.obj
    path = bank_path(session.bank_name, session.here) if session.bank_name else target(session.here / folder)
    if not dry_run:
        found(path, session.open_bank, sample=sample)
    if as_json:
        session.show_json({"bank": str(path), "sample": sample})
    session.say(f"would make a bank at {path}" if dry_run else f"made a bank at {path}")
