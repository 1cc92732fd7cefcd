"""``quotebank outlets``."""

from typing import TYPE_CHECKING, Annotated

import typer

from quotebank.cli import options as opt
from quotebank.cli.completion import complete_outlets
from quotebank.cli.session import Session
from quotebank.errors import NotFound, UsageError

if TYPE_CHECKING:
    from quotebank.actions.outlet_changes import Joined
    from quotebank.actions.outlet_listing import Alike, Listed
    from quotebank.bank.bank import Bank

_ACTIONS = ("list", "alias", "merge")
_MOST_ALIKE = 10


def command(
    ctx: typer.Context,
    action: Annotated[str, typer.Argument(metavar="list|alias|merge", help="What to do.")] = "list",
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME...]",
            help="The outlet, then other names of it; quote those of several words.",
            autocompletion=complete_outlets,
        ),
    ] = None,
    domain: Annotated[
        list[str] | None,
        typer.Option(
            "--domain", metavar="HOST", help="alias: pages of this site are the outlet's, too.", show_default=False
        ),
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", help="alias: take the spellings and sites away again.")] = False,
    new: Annotated[bool, typer.Option("--new", help="The outlet may be one the bank does not know yet.")] = False,
    yes: opt.Yes = False,
    dry_run: opt.DryRun = False,
    as_json: opt.Json = False,
) -> None:
    """List outlets with their spellings, and join those that are one.

    `list` shows each with other spellings, sites and number of articles; off a terminal parted by tabs. `alias NAME
    SPELLING...` lets spellings lead to NAME in what is added from now on. `merge NAME OTHER...` files the articles of
    OTHER under NAME too; `quotebank undo` takes it back.

    Example: quotebank outlets merge Vzglyad Vzgliad
    """
    session: Session = ctx.obj
    if action not in _ACTIONS:
        raise UsageError(f"outlets: {action!r} is nothing to do", f"say {', '.join(_ACTIONS)}")
    if (domain or remove) and action != "alias":
        raise UsageError("outlets: --domain and --remove belong to alias", "say `quotebank outlets alias NAME ...`")
    bank = session.bank()
    if action == "list":
        _list(session, bank, names or [], as_json=as_json)
        return
    if not names:
        raise UsageError(f"outlets {action}: which outlet?", "say its name, between quotation marks if it has spaces")
    if action == "merge":
        _merge(session, bank, names, new=new, yes=yes, dry_run=dry_run, as_json=as_json)
        return
    _alias(session, bank, names, domain or [], remove=remove, new=new, dry_run=dry_run, as_json=as_json)


def _alias(
    session: Session, bank: "Bank", names: list[str], domains: list[str], *, remove: bool, new: bool, dry_run: bool,
    as_json: bool,
) -> None:  # fmt: skip
    from quotebank.actions.outlet_changes import add_spellings, remove_spellings

    name, *spellings = names
    if remove:
        changed = remove_spellings(bank, name, spellings, domains, dry_run=dry_run)
        what = f"removed {', '.join([*spellings, *domains])} from {changed.name}"
    else:
        changed = add_spellings(bank, name, spellings, domains, new=new, dry_run=dry_run)
        what = f"{', '.join([*spellings, *domains])}: {changed.name}"
    if as_json:
        session.show_json(_shape(changed))
    session.wrote(bank, what, dry_run=dry_run)


def _merge(
    session: Session, bank: "Bank", names: list[str], *, new: bool, yes: bool, dry_run: bool, as_json: bool
) -> None:
    from quotebank.actions.outlet_changes import merge_outlets

    name, *others = names
    if not (yes or dry_run):
        planned = merge_outlets(bank, name, others, new=new, dry_run=True)
        what = f"{len(planned.keys)} article(s) of {', '.join(others)}"
        if not session.interactive:
            raise UsageError(f"outlets merge: {what} would be filed under {planned.name}", "say --yes to do it")
        from quotebank.text.visible import visible

        if not typer.confirm(visible(f"File {what} under {planned.name}?"), err=True):
            session.say("nothing merged")
            raise typer.Exit(1)
    merged = merge_outlets(bank, name, others, new=new, dry_run=dry_run, progress=session.progress("merging"))
    if as_json:
        session.show_json({**_shape(merged), "articles": list(merged.keys)})
    session.wrote(bank, f"filed {len(merged.keys)} article(s) of {', '.join(others)} under {merged.name}",
                  dry_run=dry_run)  # fmt: skip


def _shape(changed: "Joined") -> dict[str, object]:
    return {"name": changed.name, "variants": list(changed.variants), "domains": list(changed.domains)}


def _list(session: Session, bank: "Bank", wanted: list[str], *, as_json: bool) -> None:
    from quotebank.actions.outlet_listing import alike, outlets
    from quotebank.actions.outlets import folded

    every = outlets(bank)
    forms = {folded(name) for name in wanted}
    shown = [each for each in every if not forms or not forms.isdisjoint(map(folded, (each.name, *each.variants)))]
    if as_json:
        session.show_json({"outlets": [
            {"name": each.name, "variants": list(each.variants), "domains": list(each.domains),
             "articles": each.articles} for each in shown
        ]})  # fmt: skip
    else:
        _show(session, shown)
        chosen = {each.name for each in shown}
        _point_out(session, [pair for pair in alike(every) if not chosen.isdisjoint((pair.keep.name, pair.other.name))])
    if not shown:
        raise NotFound(f"{bank.path}: no such outlet" if wanted else f"{bank.path}: no outlets yet",
                       "see `quotebank outlets`" if wanted else "add an article with `quotebank add`")  # fmt: skip


def _show(session: Session, shown: "list[Listed]") -> None:
    from quotebank.cli.render import bold, pad
    from quotebank.text.visible import cells, clip, visible

    rows = [(visible(each.name), str(each.articles), visible("; ".join(each.variants)),
             visible(", ".join(each.domains))) for each in shown]  # fmt: skip
    if not session.on_terminal:
        for name, count, variants, domains in rows:
            session.show(f"{name}\t{variants}\t{domains}\t{count}")
        return
    first = min(session.width // 2, max((cells(row[0]) for row in rows), default=0))
    second = max((len(row[1]) for row in rows), default=0)
    for name, count, variants, domains in rows:
        head = f"{bold(pad(clip(name, first), first), session.colour)}  {count:>{second}}"
        rest = "  ".join(text for text in (variants, domains) if text)
        room = session.width - first - second - 4
        session.show(f"{head}  {clip(rest, room)}".rstrip() if room > 0 else head)


def _point_out(session: Session, pairs: "list[Alike]") -> None:
    """Say below the list which outlets may be one, and how to join them."""
    from shlex import quote

    for keep, other, _ in pairs[:_MOST_ALIKE]:
        session.say(
            f"{other.name} ({other.articles}) and {keep.name} ({keep.articles}) look like one outlet: "
            f"quotebank outlets merge {quote(keep.name)} {quote(other.name)}"
        )
    if len(pairs) > _MOST_ALIKE:
        session.say(f"and {len(pairs) - _MOST_ALIKE} more pairs that look alike")
