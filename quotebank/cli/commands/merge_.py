"""``quotebank merge``."""

from typing import Annotated

import typer

from quotebank.cli import options as opt
from quotebank.cli.completion import complete_keys
from quotebank.cli.session import Session
from quotebank.errors import UsageError


def command(
    ctx: typer.Context,
    keep: Annotated[str, typer.Argument(metavar="KEEP", help="The article to keep.", autocompletion=complete_keys)],
    other: Annotated[
        str, typer.Argument(metavar="OTHER", help="The article that becomes part of it.", autocompletion=complete_keys)
    ],
    yes: opt.Yes = False,
    dry_run: opt.DryRun = False,
    as_json: opt.Json = False,
) -> None:
    """Join two records of one article.

    What the first says wins, its gaps are filled from the second; quotes move, and both keys lead to it afterwards.
    Says what the two contradict each other in. Asks on a terminal, needs --yes off it. `quotebank undo` takes it back.

    Example: quotebank merge lankov2021 lankov2021a --yes
    """
    from quotebank.actions.merging import merge

    session: Session = ctx.obj
    bank = session.bank()
    if not (yes or dry_run):
        if not session.interactive:
            raise UsageError(
                f"merge: {other} would become part of {keep}", "say --yes to do it, or --dry-run to see it"
            )
        plan = merge(bank, keep, other, dry_run=True)
        for each in plan.contradictions:
            session.say(f"{each.field}: {each.kept} is kept, not {each.lost}")
        if not typer.confirm(f"Make {plan.other} part of {plan.article.key}?", err=True):
            session.say("nothing merged")
            raise typer.Exit(1)
    result = merge(bank, keep, other, dry_run=dry_run)
    if as_json:
        session.show_json(
            {
                "article": result.article.to_json(),
                "merged": result.other,
                "moved": result.moved,
                "dropped": result.dropped,
                "contradictions": [each._asdict() for each in result.contradictions],
            }
        )
    if yes or dry_run:
        for each in result.contradictions:
            session.say(f"{each.field}: {each.kept} is kept, not {each.lost}")
    counts = f"{len(result.moved)} quote(s) moved, {len(result.dropped)} there already"
    session.wrote(bank, f"{result.other} is part of {result.article.key} now, {counts},", dry_run=dry_run)
