"""``quotebank export``."""

from typing import Annotated

import typer

from quotebank.cli import options as opt
from quotebank.cli.session import Session
from quotebank.errors import NotFound, UsageError


def command(
    ctx: typer.Context,
    query: Annotated[
        list[str] | None, typer.Argument(metavar="[QUERY...]", help="Only what answers this search.")
    ] = None,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="NAME",
            show_default=False,
            help="biblatex, bibtex, csl-json, ris, hayagriva, markdown, footnotes, pandoc, plain, csv or json; else by "
            "the file's suffix, else biblatex.",
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write there, whole or not at all.", show_default=False),
    ] = None,
    key: Annotated[
        list[str] | None,
        typer.Option(
            "--key",
            "-k",
            metavar="KEY",
            help="Only this article; once for each. - reads keys from stdin.",
            show_default=False,
            autocompletion=opt.complete_keys,
        ),
    ] = None,
    cited_in: Annotated[
        list[str] | None,
        typer.Option(
            "--cited-in",
            "-c",
            metavar="DRAFT",
            help="Only what this draft cites, with all it includes; once for each. Markdown, Quarto, LaTeX, .aux, "
            ".bcf, Typst, reStructuredText, Org, .docx, .odt; - is stdin.",
            show_default=False,
        ),
    ] = None,
    draft_format: Annotated[
        str,
        typer.Option(
            "--draft-format",
            metavar="NAME",
            help="The drafts' format, where name and content do not tell: markdown, latex, typst, rst, org.",
            show_default=False,
        ),
    ] = "",
    keep_going: Annotated[
        bool, typer.Option("--keep-going", help="Write the rest though a draft cites what is not there; exit 1.")
    ] = False,
    check: Annotated[
        str | None,
        typer.Option(
            "--check",
            metavar="FILE",
            help="Write nothing: say whether this bibliography is what the drafts need; exit 1 if not.",
            show_default=False,
        ),
    ] = None,
    author: opt.ByAuthor = None,
    outlet: opt.ByOutlet = None,
    after: opt.After = None,
    before: opt.Before = None,
    tag: opt.ByTag = None,
    type_: opt.ByType = None,
    profile: Annotated[
        str,
        typer.Option("--profile", metavar="NAME", help="Whose BibLaTeX: standard, chicago, apa, mla, gost or pandoc."),
    ] = "standard",
    style: opt.Style = "",
    csl: opt.CslFile = None,
    lang: opt.Locale = "",
    sources: Annotated[
        str,
        typer.Option(
            "--sources",
            metavar="WHICH",
            help="Of works quoted in others: both, the one read, or as asked; else as profile and style have it.",
            show_default=False,
        ),
    ] = "",
    sort: Annotated[
        str, typer.Option("--sort", metavar="ORDER", help="author, date, outlet, title, key or added.")
    ] = "author",
    ascii_: Annotated[bool, typer.Option("--ascii", help="Letters outside ASCII as commands or escapes.")] = False,
    annotate: Annotated[
        bool, typer.Option("--annotate", help="Your notes and the quotes too, where the format has a place.")
    ] = False,
    bare: Annotated[bool, typer.Option("--bare", help="Without the field that only quotebank reads.")] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Tell as a JSON document what was written; needs --output.")
    ] = False,
) -> None:
    """Write a bibliography, or the whole bank as JSON.

    Ordered by author and date, the same bytes for the same records. `quotebank import` takes biblatex, bibtex,
    csl-json, ris and json back, nothing lost; json alone holds the quotes. With --style, markdown, footnotes
    and plain are worded by that CSL style.

    With --cited-in, what drafts cite and what that was read in. Keys that no record has are told with their place
    and the nearest key; then nothing is written, exit 1. Old keys are found.

    Example: quotebank export --cited-in paper.md --output refs.bib
    """
    from quotebank.actions.exporting import Options, Wanted, choose_format, export
    from quotebank.actions.selecting import Selection
    from quotebank.cli.exporting import CitedIn, Target, deliver, export_cited

    session: Session = ctx.obj
    if not cited_in and (check is not None or keep_going or draft_format):
        raise UsageError("--check, --keep-going and --draft-format are about drafts", "say --cited-in DRAFT")
    bank = session.bank()
    known = choose_format(format_, output)
    chosen = Selection(author or (), outlet or (), after or "", before or "", tag or (), type_ or ())
    keys = session.names(key or [])
    if key and not keys:
        raise NotFound("export: no key was given on stdin", "pipe `quotebank search --keys` into it")
    options = Options(profile, sources, sort, ascii_, annotate, bare)
    wanted = Wanted(chosen, " ".join(query or ()), keys)
    styling, target = session.styling(style, csl, lang), Target(format_, output, as_json)
    if cited_in:
        asked = CitedIn(cited_in, draft_format, keep_going, check)
        if not export_cited(session, bank, asked, target, wanted, options, styling):
            raise typer.Exit(1)
        return
    made = export(bank, known, wanted, session.today(), options, styling, session.progress("exporting"))
    deliver(session, bank, known, made, target)
