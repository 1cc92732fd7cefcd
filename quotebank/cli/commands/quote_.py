"""``quotebank quote``."""

from typing import Annotated

import typer

from quotebank.cli import options as opt
from quotebank.cli.session import Session
from quotebank.errors import UsageError


def command(
    ctx: typer.Context,
    key: opt.Key,
    text: Annotated[
        str | None, typer.Argument(metavar="[TEXT|-]", help="What it says; - reads it from standard input.")
    ] = None,
    kind: opt.Kind = None,
    page: opt.Page = None,
    para: opt.Para = None,
    section: opt.Section = None,
    time: opt.Time = None,
    speaker: opt.Speaker = None,
    via: opt.ViaKey = None,
    tag: opt.Tags = None,
    lang: Annotated[
        str | None, typer.Option("--lang", "-l", metavar="TAG", help="The text's language: ru, en.")
    ] = None,
    translation: opt.Translation = None,
    note: opt.Note = None,
    dry_run: opt.DryRun = False,
    as_json: opt.Json = False,
) -> None:
    """Attach a quotation or paraphrase to an article.

    Without a kind it is a paraphrase. Prints the quote's id.

    Example: quotebank quote lankov2021kimjongunism "The term is to replace juche." --via report2021 --para 11
    """
    from quotebank.actions.finding import find_article
    from quotebank.actions.quoting import describe_quote
    from quotebank.model.quotes import Quote

    session: Session = ctx.obj
    bank = session.bank()
    article = find_article(bank, key)
    if text == "-":
        text = session.read_input().removesuffix("\n")
    elif text is None:
        if not session.interactive:
            raise UsageError(
                "quote: the text is missing", "give it behind the key, or - to read it from standard input"
            )
        from quotebank.cli.prompts import ask_text

        text = ask_text("What does it say? ")
    if via is not None:
        via = find_article(bank, via).key
    quote = describe_quote(
        Quote(article=article.key),
        {"text": text, "kind": kind, "speaker": speaker, "via": via, "language": lang,
         "translation": translation, "note": note},
        tags=tag,
        locators={"page": page, "para": para, "section": section, "time": time},
    )  # fmt: skip
    with bank.transaction("quote", dry_run=dry_run) as change:
        stored = change.add_quote(quote)
    if as_json:
        session.show_json(stored.to_json())
    else:
        session.show(stored.id)
    session.wrote(bank, f"added quote {stored.id} to {stored.article}", dry_run=dry_run)
