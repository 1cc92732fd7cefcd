"""``quotebank search``."""

from typing import Annotated

import typer

from quotebank.cli import options as opt
from quotebank.cli.searching import Asked, kept_searches, run_search
from quotebank.cli.session import Session


def command(
    ctx: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(metavar="QUERY...", help="What to look for.")] = None,
    limit: Annotated[
        int, typer.Option("--limit", "-n", metavar="NUMBER", min=0, help="At most so many results; 0 for all.")
    ] = 10,
    offset: Annotated[
        int, typer.Option("--offset", metavar="NUMBER", min=0, help="Pass over so many results first.")
    ] = 0,
    sort: Annotated[
        str, typer.Option("--sort", metavar="ORDER", help="score, date (newest first) or outlet.")
    ] = "score",
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind", metavar="KIND", show_default=False, help="direct, paraphrase, summary, comment; quote or article."
        ),
    ] = None,
    partial: Annotated[bool, typer.Option("--all", help="Also what has only some of the words.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Say what matched what, and how.")] = False,
    keys: Annotated[bool, typer.Option("--keys", help="Only the articles' keys, one a line.")] = False,
    ids: Annotated[bool, typer.Option("--ids", help="Only the quotes' ids, one a line.")] = False,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format", "-f", metavar="NAME", show_default=False, help="The articles found, as `export` writes them."
        ),
    ] = None,
    save: Annotated[
        str | None,
        typer.Option("--save", metavar="NAME", show_default=False, help="Keep the query; search @NAME asks it again."),
    ] = None,
    saved: Annotated[bool, typer.Option("--saved", help="List the kept queries.")] = False,
    forget: Annotated[
        str | None, typer.Option("--forget", metavar="NAME", show_default=False, help="Keep that query no longer.")
    ] = None,
    as_json: opt.Json = False,
) -> None:
    """Find quotes and articles, however the words are spelt.

    All words are wanted; misspellings, other transliterations, other scripts, joined and parted words are found too.
    "exact phrase", prefix*, -without, A OR B; author: outlet: title: tag: text: speaker: key: kind: via: narrow a
    word to a field; after: before: date: take days, months or years, and a date among the words is understood.

    Example: quotebank search "Kimjongunism" author:Lankov after:2021-11
    """
    session: Session = ctx.obj
    if saved or forget:
        kept_searches(session, forget, as_json)
        return
    run_search(
        session,
        Asked(tuple(words or ()), limit, offset, sort, kind, partial, explain, keys, ids, format_, save, as_json),
    )
