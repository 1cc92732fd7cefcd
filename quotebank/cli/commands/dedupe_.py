"""``quotebank dedupe``."""

from typing import Annotated

import typer

from quotebank.cli import options as opt
from quotebank.cli.session import Session
from quotebank.errors import NotFound


def command(
    ctx: typer.Context,
    limit: Annotated[int, typer.Option("--limit", "-n", metavar="N", min=1, help="At most so many pairs.")] = 50,
    least: Annotated[
        int, typer.Option("--min", metavar="0-100", min=0, max=100, help="Only pairs that are at least so sure.")
    ] = 50,
    as_json: opt.Json = False,
) -> None:
    """List records that are likely one article, and names that are likely one person.

    The surest first, with the reasons. Changes nothing: `quotebank merge` joins two articles, `quotebank alias` lets
    two names stand for one another.

    Example: quotebank dedupe --min 80
    """
    from quotebank.actions.deduping import ARTICLE, likely_pairs
    from quotebank.text.visible import visible

    session: Session = ctx.obj
    bank = session.bank()
    pairs = likely_pairs(bank, least=least, progress=session.progress("comparing"))
    shown = pairs[:limit]
    if as_json:
        session.show_json({"total": len(pairs), "pairs": [pair.to_json() for pair in shown]})
    else:
        for pair in shown:
            mark = "" if pair.kind == ARTICLE else f"{pair.kind}: "
            reasons = ", ".join(pair.reasons)
            session.show(visible(f"{pair.sure:3}  {mark}{pair.one}  {pair.other}  ({reasons})"))
    if len(pairs) > limit:
        session.say(f"{limit} of {len(pairs)} pairs; --limit shows more")
    if not pairs:
        raise NotFound(f"{bank.path}: no two records are alike", "lower --min to see less likely pairs")
