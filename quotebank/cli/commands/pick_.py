"""``quotebank pick``."""

from typing import Annotated

import typer

from quotebank.cli import options as opt
from quotebank.cli.session import Session
from quotebank.errors import UsageError

_KEY, _ID = "key", "id"


def command(
    ctx: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(metavar="[QUERY...]", help="What to begin with.")] = None,
    form: Annotated[
        str,
        typer.Option(
            "--as",
            metavar="FORM",
            help="key; id of the quote; or a citation: note, bibliography, intext, markdown, footnote, pandoc, latex.",
        ),
    ] = _KEY,
    as_json: opt.Json = False,
) -> None:
    """Choose among search results while typing, and print what was chosen.

    On a terminal. Arrow keys move, Enter chooses, Tab marks several, Esc leaves. Only the choice goes to the
    output, so that an editor or a script can take it.

    Example: quotebank pick Lankov --as pandoc
    """
    session: Session = ctx.obj
    if not session.interactive:
        raise UsageError("pick: a terminal is needed to choose on", "use `quotebank search --keys` off it")
    from quotebank.actions.citing import cited
    from quotebank.actions.searching import ask, opened
    from quotebank.cite.plain import FORMS
    from quotebank.cli.picker import MOST, Picker, pick
    from quotebank.search.ranking import Wanted

    if form not in (_KEY, _ID, *FORMS):
        raise UsageError(f"--as {form}: there is no such form", f"choose {', '.join((_KEY, _ID, *FORMS))}")
    bank = session.bank()
    with opened(bank, session.progress("indexing")) as index:
        chosen = pick(Picker(lambda query: ask(bank, index, query, Wanted(MOST))), " ".join(words or ()))
    told: list[dict[str, str]] = []
    for found in chosen:
        shape = {"key": found.article.key, **({"id": found.quote.id} if found.quote else {})}
        if form not in (_KEY, _ID):
            shape["text"] = cited(bank, [found.article.key], form).told[0].text
        told.append(shape)
    if as_json:
        session.show_json(told)
        return
    from quotebank.text.visible import visible

    for text in dict.fromkeys(each.get("text") or (each.get(form) or each["key"]) for each in told):
        session.show(visible(text, newlines=True))
