"""``quotebank alias``."""

from typing import Annotated

import typer

from quotebank.cli import options as opt
from quotebank.cli.session import Session
from quotebank.errors import NotFound, UsageError

_ACTIONS = ("add", "list", "remove")


def command(
    ctx: typer.Context,
    action: Annotated[str, typer.Argument(metavar="add|list|remove", help="What to do.")] = "list",
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME...]", help="Names of one thing; quote those of several words.")
    ] = None,
    shipped: Annotated[bool, typer.Option("--shipped", help="List the names that come with quotebank too.")] = False,
    dry_run: opt.DryRun = False,
    as_json: opt.Json = False,
) -> None:
    """Let names stand for one another in searches.

    For names that no spelling rule brings together: a city's older name, an abbreviation, a name in another script.
    `add` takes two or more names, `remove` one; `list` shows them all, or those that one of the names stands for.

    Example: quotebank alias add Beijing Peking Пекин 北京
    """
    from quotebank.actions.naming import add_alias, aliases, remove_alias

    session: Session = ctx.obj
    if action not in _ACTIONS:
        raise UsageError(f"alias: {action!r} is nothing to do", f"say {', '.join(_ACTIONS)}")
    bank = session.bank()
    if action == "list":
        own = [alias.names for alias in aliases(bank)]
        _list(session, str(bank.path), own, list(names or ()), shipped, as_json)
        return
    if action == "add":
        changed = add_alias(bank, names or (), dry_run=dry_run)
        what = f"{' = '.join(changed.names)}: one thing"
    else:
        if len(names or ()) != 1:
            raise UsageError("alias: one name is needed", "say which to remove")
        changed = remove_alias(bank, (names or [""])[0], dry_run=dry_run)
        what = f"removed the alias {(names or [''])[0]}"
    if as_json:
        session.show_json({"id": changed.id, "names": list(changed.names)})
    session.wrote(bank, what, dry_run=dry_run)


def _list(
    session: Session, path: str, own: list[tuple[str, ...]], wanted: list[str], with_shipped: bool, as_json: bool
) -> None:
    from quotebank.actions.naming import shipped
    from quotebank.text.folding import fold
    from quotebank.text.visible import visible

    forms = {fold(name) for name in wanted}
    groups = [(names, False) for names in own]
    if with_shipped or wanted:
        groups += [(names, True) for names in shipped()]
    shown = [(names, given) for names, given in groups if not forms or not forms.isdisjoint(map(fold, names))]
    if as_json:
        session.show_json([{"names": list(names), "shipped": given} for names, given in shown])
    else:
        for names, given in shown:
            session.show(visible(" = ".join(names)) + ("  (shipped)" if given else ""))
    if not shown:
        raise NotFound(f"{path}: no such alias" if wanted else f"{path}: no alias yet",
                       "see `quotebank alias list --shipped`, or add one")  # fmt: skip
