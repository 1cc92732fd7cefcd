"""``quotebank history``."""

from typing import Annotated

import typer

from quotebank.cli import options as opt
from quotebank.cli.session import Session
from quotebank.errors import NotFound


def command(
    ctx: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="[KEY|ID]", help="One record's history.", autocompletion=opt.complete_keys)
    ] = "",
    limit: Annotated[
        int, typer.Option("--limit", metavar="NUMBER", min=0, help="At most so many changes; 0 for all.")
    ] = 20,
    as_json: opt.Json = False,
) -> None:
    """Show what was done, to the bank or to one record.

    Newest change first; a record's states oldest first, with what changed.

    Example: quotebank history lankov2021kimjongunism
    """
    session: Session = ctx.obj
    if name:
        _show_record(session, name, as_json=as_json)
    else:
        _show_bank(session, limit, as_json=as_json)


def _show_bank(session: Session, limit: int, *, as_json: bool) -> None:
    from quotebank.bank.history import deeds, touched

    bank = session.bank()
    found = deeds(bank, limit)
    if as_json:
        session.show_json(
            [
                {"id": deed.id, "did": deed.did, "at": deed.at, "undone": deed.undone, "undoes": deed.undoes or None,
                 "records": [{"table": e.line.table, "id": e.line.id, "rev": e.line.rev} for e in deed.entries]}
                for deed in found
            ]
        )  # fmt: skip
        return
    for deed in found:
        mark = "  (undone)" if deed.undone else f"  (of {deed.undoes})" if deed.undoes else ""
        session.show(f"{deed.id}  {deed.at}  {deed.did:8}  {touched(deed)}{mark}")
    if not found:
        raise NotFound(f"{bank.path}: nothing was done yet", "what a compact brought along has no history")


def _show_record(session: Session, name: str, *, as_json: bool) -> None:
    from quotebank.bank.history import differences, locate, revisions

    bank = session.bank()
    states = revisions(bank, *locate(bank, name))
    if as_json:
        session.show_json([{"rev": s.rev, "at": s.at, "change": s.tx, "did": s.did, "record": s.shape} for s in states])
        return
    from quotebank.text.visible import visible

    before: dict[str, object] | None = None
    for state in states:
        session.show(f"rev {state.rev}  {state.at}  {state.did}  (change {state.tx})")
        for line in differences(before, state.shape):
            session.show(f"  {visible(line)}")
        before = dict(state.shape) if state.shape is not None else None
