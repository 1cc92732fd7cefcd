"""``quotebank verify``."""

from typing import TYPE_CHECKING, Annotated

import typer

from quotebank.cli import options as opt
from quotebank.cli.completion import complete_keys
from quotebank.cli.session import Session
from quotebank.errors import BadInput, UsageError

if TYPE_CHECKING:
    from quotebank.actions.verifying import Checked, Snapshot, Verified
    from quotebank.bank.bank import Bank


def command(
    ctx: typer.Context,
    keys: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[KEY|ID...]", help="Only these articles' quotes; - reads keys.", autocompletion=complete_keys
        ),
    ] = None,
    text: Annotated[
        str | None,
        typer.Option(
            "--text", metavar="FILE", help="The text of the one KEY's article, plain or HTML, instead of a saved one."
        ),
    ] = None,
    shown: Annotated[
        bool | None,
        typer.Option(
            "--all/--only-wrong", help="Show those without a saved text too, or only what is wrong.", show_default=False
        ),
    ] = None,
    dry_run: opt.DryRun = False,
    as_json: opt.Json = False,
) -> None:
    """Hold quotes against the saved text of their source.

    Direct quotes are exact, the same but for typography, altered or absent; paraphrases free or too close. A quote
    read in another source is held against that. Exit 1 when something is wrong.

    Example: quotebank verify lankov2021kimjongunism
    """
    from functools import partial

    from quotebank.actions.verifying import verify
    from quotebank.bank.bank import utc_now
    from quotebank.bank.snapshots import read_snapshot

    session: Session = ctx.obj
    bank = session.bank()
    names = session.names(keys or [])
    if keys and not names:
        raise UsageError("verify: no keys on standard input", "write one a line, or name them")
    snapshot = partial(read_snapshot, bank.path) if text is None else _given(session, bank, names, text)
    result = verify(
        bank, names, snapshot=snapshot, now=utc_now(), dry_run=dry_run, progress=session.progress("verifying")
    )
    items = [each for each in result.checked if each.wrong or shown is not False]
    if as_json:
        session.show_json(_document(result, items))
    else:
        _show(session, [each for each in items if each.status != "no-snapshot" or shown])
    _summary(session, bank, result, dry_run=dry_run)
    if result.wrong:
        raise typer.Exit(1)


def _given(session: Session, bank: "Bank", names: list[str], text: str) -> "Snapshot":
    from quotebank.actions.finding import find_article
    from quotebank.model.articles import Article

    if len(names) != 1:
        raise UsageError("--text: the text of one article", "name its key")
    key = find_article(bank, names[0]).key
    read = _readable(session, text)

    def snapshot(article: Article) -> str | None:
        return read if article.key == key else None

    return snapshot


def _readable(session: Session, name: str) -> str:
    """The text of a file: plain text in UTF-8, or what is to be read of a page in HTML."""
    data = session.read_file(name)
    if data.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"<"):
        from quotebank.ingest.page import read_page

        return read_page(data, today=session.today()).text()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise BadInput(f"{name}: not UTF-8 text (byte {problem.start})", "save it as plain text in UTF-8") from problem


def _show(session: Session, items: "list[Checked]") -> None:
    from quotebank.cli.verify_table import row, table

    for line in table(items, session.width, session.colour) if session.on_terminal else map(row, items):
        session.show(line)


def _document(result: "Verified", items: "list[Checked]") -> dict[str, object]:
    return {"checked": [_shape(each) for each in items], "counts": dict(result.counts), "stored": result.stored}


def _shape(each: "Checked") -> dict[str, object]:
    quote, held = each.quote, each.held
    shape: dict[str, object] = {
        "id": quote.id, "article": quote.article, "source": each.source, "kind": quote.kind, "status": each.status,
        "text": quote.text,
    }  # fmt: skip
    if held is not None and held.status != "absent":
        shape |= {"found": held.found, "start": held.start, "end": held.end, "left_out": held.left_out}
        shape["differences"] = [one._asdict() for one in held.differences]
    if each.run is not None:
        shape["run"] = each.run._asdict()
    return shape


def _summary(session: Session, bank: "Bank", result: "Verified", *, dry_run: bool) -> None:
    told = ", ".join(f"{count} {name}" for name, count in result.counts.items())
    session.say(f"{bank.path}: {told}" if told else f"{bank.path}: no quotes to verify")
    if result.counts.get("translation"):
        session.say("translation: a quote in another language than its source cannot be held against it")
    if result.counts.get("no-snapshot"):
        session.say("no snapshot: save one with `quotebank add URL --save`, or use `quotebank verify KEY --text FILE`")
    if result.stored:
        session.wrote(bank, f"{result.stored} finding(s) stored", dry_run=dry_run)
