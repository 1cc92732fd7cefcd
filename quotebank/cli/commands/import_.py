"""``quotebank import``."""

from typing import Annotated

import typer

from quotebank.cli import options as opt
from quotebank.cli.session import Session


def command(
    ctx: typer.Context,
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Files to read; - is standard input.")],
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="NAME",
            help="biblatex, bibtex, csl-json, ris or json; else told by what is in them.",
        ),
    ] = "",
    on_duplicate: Annotated[
        str,
        typer.Option("--on-duplicate", metavar="DO", help="A record that is there and differs: fail, skip, update."),
    ] = "fail",
    keep_going: Annotated[bool, typer.Option("--keep-going", help="Import what is right, report the rest.")] = False,
    dry_run: opt.DryRun = False,
    as_json: opt.Json = False,
) -> None:
    """Bring records in from a file.

    All or nothing, unless --keep-going. Records that are there already are skipped.

    BibTeX and BibLaTeX, CSL-JSON (Zotero, pandoc), RIS, and quotebank's own JSON.

    Example: quotebank import library.bib
    """
    from quotebank.actions.importing import Source, bring_in, told_apart
    from quotebank.formats import find_format

    session: Session = ctx.obj
    bank = session.bank()
    sources = []
    for name in files:
        data = session.read_file(name)
        sources.append(Source(name, data, find_format(format_, to="read") if format_ else told_apart(name, data)))
    result = bring_in(
        bank,
        sources,
        policy=on_duplicate,
        keep_going=keep_going,
        dry_run=dry_run,
        progress=session.progress("importing"),
    )
    if as_json:
        problems = [{"file": name, **problem._asdict()} for name, problem in result.problems]
        session.show_json(
            {"added": result.added, "updated": result.updated, "skipped": result.skipped, "problems": problems}
        )
    for name, problem in result.problems:
        session.say(f"{name}: line {problem.line}: {problem.message}" if problem.line else f"{name}: {problem.message}")
    counts = f"{len(result.added)} added, {len(result.updated)} updated, {len(result.skipped)} skipped"
    session.wrote(bank, counts, dry_run=dry_run)
    if any(not problem.mended for _, problem in result.problems):
        raise typer.Exit(65)
