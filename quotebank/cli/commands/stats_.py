"""``quotebank stats``."""

import typer

from quotebank.cli import options as opt
from quotebank.cli.session import Session

_TOP = 5


def command(ctx: typer.Context, as_json: opt.Json = False) -> None:
    """Count what the bank holds.

    Example: quotebank stats
    """
    from quotebank.actions.counting import stats
    from quotebank.text.visible import visible

    session: Session = ctx.obj
    bank = session.bank()
    counts = stats(bank)
    if as_json:
        session.show_json({"bank": str(bank.path), **counts._asdict()})
        return
    session.show(
        f"articles   {counts.articles}" + (f", {counts.without_quotes} without quotes" if counts.without_quotes else "")
    )
    session.show(f"quotes     {counts.quotes}")
    session.show(f"file       {counts.size / 1e6:.1f} MB")
    for label in ("kinds", "types", "languages", "outlets", "authors", "years", "tags"):
        table: dict[str, int] = getattr(counts, label)
        top = ", ".join(f"{name} {count}" for name, count in list(table.items())[:_TOP])
        more = len(table) - _TOP
        if table:
            session.show(visible(f"{label:10} {top}" + (f" and {more} more" if more > 0 else "")))
