"""``quotebank rekey``."""

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
            metavar="KEY...", help="The articles; - reads keys from stdin.", autocompletion=opt.complete_keys
        ),
    ] = None,
    to: Annotated[str, typer.Option("--to", metavar="KEY", help="This key, for one article.")] = "",
    pattern: Annotated[
        str, typer.Option("--pattern", metavar="TEXT", help="JabRef's spelling: [auth:lower][year][veryshorttitle].")
    ] = "",
    every: Annotated[bool, typer.Option("--all", help="Every article of the bank.")] = False,
    dry_run: opt.DryRun = False,
    as_json: opt.Json = False,
) -> None:
    """Give articles new citation keys, made from what they say now.

    Prints old and new keys. The old ones go on leading to the articles, and exports name them (ids), so papers
    that cite them still work.

    Example: quotebank rekey --all --pattern "[auth:lower][year]" --dry-run
    """
    from quotebank.actions.rekeying import rekey

    session: Session = ctx.obj
    if every == bool(keys):
        raise UsageError("rekey: which articles?", "give keys, or --all")
    bank = session.bank()
    named = [article.key for article in bank.iter_articles()] if every else session.names(keys or [])
    done = rekey(bank, named, to=to, pattern=pattern, dry_run=dry_run)
    changed = [each for each in done if each.new != each.old]
    if as_json:
        session.show_json([each._asdict() for each in changed])
    else:
        for each in changed:
            session.show(f"{each.old} {each.new}")
    session.wrote(bank, f"{len(changed)} of {len(done)} keys changed", dry_run=dry_run)
