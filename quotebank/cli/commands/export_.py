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

    Example: quotebank export --format biblatex --after 2021-10 --output refs.bib
    """
    from quotebank.actions.exporting import Options, Wanted, choose_format, export, save
    from quotebank.actions.selecting import Selection

    session: Session = ctx.obj
    bank = session.bank()
    known = choose_format(format_, output)
    chosen = Selection(author or (), outlet or (), after or "", before or "", tag or (), type_ or ())
    keys = session.names(key or [])
    if key and not keys:
        raise NotFound("export: no key was given on stdin", "pipe `quotebank search --keys` into it")
    asked = " ".join(query or ())
    options = Options(profile, sources, sort, ascii_, annotate, bare)
    wanted = Wanted(chosen, asked, keys)
    made = export(
        bank, known, wanted, session.today(), options, session.styling(style, csl, lang), session.progress("exporting")
    )
    for notice in made.notices:
        session.say(notice)
    pieces = made.pieces
    if output in (None, "-"):
        if as_json:
            raise UsageError("export: --json tells what was written to a file", "say --output, or --format json")
        for piece in pieces:
            session.write(piece)
        return
    target = session.here / str(output)
    size = save(bank, target, pieces)
    if as_json:
        session.show_json({"output": str(target), "format": known.name, "bytes": size})
    session.say(f"wrote {target} ({known.name}, {size} bytes) from {bank.path}")
