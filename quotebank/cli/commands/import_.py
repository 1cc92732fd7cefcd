"""``quotebank import``."""

from typing import TYPE_CHECKING, Annotated

import typer

from quotebank.cli import options as opt
from quotebank.cli.session import Session

if TYPE_CHECKING:
    from quotebank.actions.importing import Imported

_MOST_TOLD = 20
"""Records of which it is told one by one why they were not added; of more, --json tells."""


def command(
    ctx: typer.Context,
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Files to read; - is standard input.")],
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="NAME",
            help="A format by name (biblatex, csl-json, kindle, ...); else told by what is in them.",
        ),
    ] = "",
    on_duplicate: Annotated[
        str,
        typer.Option("--on-duplicate", metavar="DO", help="A record that is there already: skip, update, add or ask."),
    ] = "skip",
    keep_going: Annotated[bool, typer.Option("--keep-going", help="Import what is right, report the rest.")] = False,
    dry_run: opt.DryRun = False,
    as_json: opt.Json = False,
) -> None:
    """Bring records in from a file.

    All or nothing, unless --keep-going. Nothing enters twice: a record with the address, the DOI, or the outlet,
    author, date and title of one that is there is skipped, or (--on-duplicate) corrects it, or is added all the same.

    BibTeX and BibLaTeX, CSL-JSON, RIS, Zotero's and Better BibTeX's JSON, EndNote XML, MODS; Kindle clippings,
    Readwise, Hypothesis, Markdown notes with front matter; tables; EPFL's Quotebank; and quotebank's own JSON.

    Example: quotebank import library.bib
    """
    from quotebank.actions.importing import Source, bring_in, told_apart
    from quotebank.cli.duplicate_questions import asking
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
        progress=session.progress("importing") if on_duplicate != "ask" else None,
        ask=asking(session) if session.interactive else None,
    )
    if as_json:
        problems = [{"file": name, **problem._asdict()} for name, problem in result.problems]
        session.show_json(
            {
                "added": result.added,
                "updated": result.updated,
                "skipped": result.skipped,
                "problems": problems,
                "why": result.why,
            }
        )
    for name, problem in result.problems:
        session.say(f"{name}: line {problem.line}: {problem.message}" if problem.line else f"{name}: {problem.message}")
    _tell_why(session, result)
    counts = f"{len(result.added)} added, {len(result.updated)} updated, {len(result.skipped)} skipped"
    session.wrote(bank, counts, dry_run=dry_run)
    if any(not problem.mended for _, problem in result.problems):
        raise typer.Exit(65)


def _tell_why(session: Session, result: "Imported") -> None:
    """A line for each record that was not simply added, as long as they are few."""
    if len(result.why) > _MOST_TOLD:
        session.say(f"{len(result.why)} records were there already; --json says which and why")
        return
    updated = set(result.updated)
    for name, reason in result.why.items():
        what = "added" if reason.startswith(("new key", "added")) else "updated" if name in updated else "skipped"
        session.say(f"{what} {name}: {reason}")
