"""``quotebank dossier``."""

from typing import Annotated

import typer

from quotebank.cli import options as opt
from quotebank.cli.session import Session


def command(
    ctx: typer.Context,
    query: Annotated[
        list[str] | None, typer.Argument(metavar="[QUERY...]", help="What it is about, as for `search`; @NAME too.")
    ] = None,
    by: Annotated[str, typer.Option("--by", metavar="HOW", help="Grouped by date, author, outlet or tag.")] = "date",
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write there, whole or not at all.", show_default=False),
    ] = None,
    author: opt.ByAuthor = None,
    outlet: opt.ByOutlet = None,
    after: opt.After = None,
    before: opt.Before = None,
    tag: Annotated[
        list[str] | None,
        typer.Option(
            "--tag",
            metavar="WORD",
            help="Only passages with this tag, or of articles with it.",
            show_default=False,
            autocompletion=opt.complete_tags,
        ),
    ] = None,
    type_: opt.ByType = None,
    as_json: opt.Json = False,
) -> None:
    """Gather what a search finds: who said what, when and where.

    A Markdown document for pandoc: how much hangs on one source, a timeline, and every passage with its citation
    and place, "quoted in" included. With --json the same as data, to --output too.

    Example: quotebank dossier Kim --by author --after 2021-10
    """
    from quotebank.actions.dossier_markdown import document, markdown
    from quotebank.actions.dossiers import gather
    from quotebank.actions.selecting import Selection

    session: Session = ctx.obj
    bank = session.bank()
    chosen = Selection(author or (), outlet or (), after or "", before or "", tag or (), type_ or ())
    dossier = gather(bank, " ".join(query or ()), chosen, session.today(), by, session.progress("indexing"))
    pieces = [session.encode_json(document(dossier)) + "\n"] if as_json else markdown(dossier)
    if output in (None, "-"):
        from quotebank.text.visible import visible

        for piece in pieces:
            session.write(piece if as_json else visible(piece, newlines=True))
        return
    from quotebank.actions.exporting import save

    target = session.here / str(output)
    size = save(bank, target, pieces)
    session.say(f"wrote {target} ({len(dossier.passages)} passages, {size} bytes) from {bank.path}")
