"""``quotebank digest``."""

from typing import Annotated

import typer

from quotebank.cli import options as opt
from quotebank.cli.session import Session
from quotebank.ingest.digest.records import CERTAIN


def command(
    ctx: typer.Context,
    files: Annotated[list[str], typer.Argument(metavar="FILE|URL...|-", help="Digests to read; - is standard input.")],
    date: opt.Date = None,
    title: opt.Title = None,
    outlet: opt.Outlet = None,
    url: opt.Url = None,
    report: Annotated[
        str | None,
        typer.Option(
            "--report",
            metavar="KEY",
            help="The record of the digest, if there is one already.",
            show_default=False,
            autocompletion=opt.complete_keys,
        ),
    ] = None,
    format_: Annotated[
        str,
        typer.Option("--format", "-f", metavar="NAME", help="text, markdown or html; else told by name and content."),
    ] = "",
    min_confidence: Annotated[
        int,
        typer.Option("--min-confidence", metavar="N", min=0, max=100, help="Bank from this confidence on, 0 to 100."),
    ] = CERTAIN,
    explain: Annotated[
        int | None,
        typer.Option(
            "--explain", metavar="N", min=1, help="Show where proposal N comes from; write nothing.", show_default=False
        ),
    ] = None,
    tag: opt.Tags = None,
    allow_host: opt.AllowHosts = None,
    yes: opt.Yes = False,
    dry_run: opt.DryRun = False,
    as_json: opt.Json = False,
) -> None:
    """Read a press digest: its sources as records, with what it says of each.

    On a terminal the proposals are gone through first. Off it --yes banks those that are sure enough and lists the
    rest, --dry-run only shows them. What the bank has already is recognised: nothing is banked twice.

    The options --date, --title, --outlet and --url describe the digest itself. Years that it does not print are
    inferred from its date. The keys of what was banked are printed.

    Example: quotebank digest report.txt --date 2021-11 --title "Country Report: Russia" --yes
    """
    from quotebank.cli.digesting import Asked, run_digest

    session: Session = ctx.obj
    run_digest(
        session,
        Asked(
            files=files,
            typed={"title": title, "outlet": outlet, "date": date, "url": url},
            report=report or "",
            form=format_,
            line=min_confidence,
            explain=explain or 0,
            tags=tag or [],
            yes=yes,
            dry_run=dry_run,
            as_json=as_json,
            allow=allow_host or (),
        ),
    )
