"""``quotebank lint``."""

from typing import TYPE_CHECKING, Annotated

import typer

from quotebank.cli import options as opt
from quotebank.cli.session import Session
from quotebank.errors import MissingFile, QuotebankError, UsageError

if TYPE_CHECKING:
    from quotebank.actions.lint_rules import Finding
    from quotebank.draft.records import Part

_Codes = list[str] | None


def command(
    ctx: typer.Context,
    drafts: Annotated[list[str], typer.Argument(metavar="DRAFT...", help="Manuscripts; - reads one.")],
    select: Annotated[
        _Codes, typer.Option("--select", metavar="CODES", help="Only these rules: Q2,Q301.", show_default=False)
    ] = None,
    ignore: Annotated[
        _Codes, typer.Option("--ignore", metavar="CODES", help="All but these rules.", show_default=False)
    ] = None,
    unused: Annotated[bool, typer.Option("--unused", help="Tell of records that no DRAFT cites, too.")] = False,
    form: Annotated[
        str | None,
        typer.Option("--format", "-f", metavar="NAME", help="text, json, github or sarif.", show_default=False),
    ] = None,
    draft_format: Annotated[
        str,
        typer.Option(
            "--draft-format",
            metavar="NAME",
            help="markdown, latex, typst, ... whatever the name says.",
            show_default=False,
        ),
    ] = "",
    as_json: opt.Json = False,
) -> None:
    """Hold a manuscript's citations and quotations against the bank.

    Exit 1 when there is something to look at, 66 when a DRAFT is missing. A comment in it switches a rule off:
    "quotebank: ignore=Q104" for its line and the next, "quotebank: ignore-file=Q104" for all of it.

    Example: quotebank lint paper.md
    """
    from quotebank.actions.lint_rules import Choice
    from quotebank.actions.linting import lint

    session: Session = ctx.obj
    shape = _shape(form, as_json=as_json)
    choice = Choice(select or (), ignore or (), unused=unused)
    parts, missing = _parts(session, drafts, draft_format)
    findings = lint(session.bank(), parts, choice, progress=session.progress("indexing"))
    _show(session, findings, shape)
    if shape == "text":
        session.say(_summary(findings, len(parts)))
    if missing:
        raise typer.Exit(MissingFile.exit_code)
    if findings:
        raise typer.Exit(1)


def _shape(form: str | None, *, as_json: bool) -> str:
    from quotebank.cli.lint_output import FORMATS

    if form is not None and form not in FORMATS:
        raise UsageError(f"--format {form[:40]}: not a choice", "choose " + ", ".join(FORMATS))
    if as_json and form not in (None, "json"):
        raise UsageError(f"--json and --format {form}: two answers", "say one of them")
    return "json" if as_json else form or "text"


def _parts(session: Session, drafts: list[str], form: str) -> "tuple[list[Part], bool]":
    """The parts of all drafts, each file once; a draft that cannot be read is a part that says so."""
    from quotebank.draft.reading import read_draft
    from quotebank.draft.records import Part, Spot, Trouble

    parts: dict[str, Part] = {}
    missing = False
    for name in dict.fromkeys(drafts):
        try:
            read = read_draft(name, session.read_file, form=form)
        except UsageError:
            raise
        except QuotebankError as problem:
            missing |= isinstance(problem, MissingFile)
            message = problem.message.removeprefix(f"{name}: ")
            read = (Part(name, "", "", "", troubles=(Trouble(Spot(name, 1, 1), message, problem.hint),)),)
        for part in read:
            parts.setdefault(part.name, part)
    return list(parts.values()), missing


def _show(session: Session, findings: "list[Finding]", shape: str) -> None:
    from quotebank import __version__
    from quotebank.cli import lint_output

    if shape == "json":
        session.show_json(lint_output.document(findings))
    elif shape == "sarif":
        session.show_json(lint_output.sarif(findings, __version__))
    else:
        for line in lint_output.annotations(findings) if shape == "github" else lint_output.lines(findings):
            session.show(line)


def _summary(findings: "list[Finding]", files: int) -> str:
    where = "1 file" if files == 1 else f"{files} files"
    if not findings:
        return f"{where}: no findings"
    return f"{where}: {len(findings)} {'finding' if len(findings) == 1 else 'findings'}"
