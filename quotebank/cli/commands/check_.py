"""``quotebank check``."""

from typing import Annotated

import typer

from quotebank.cli import options as opt
from quotebank.cli.session import Session
from quotebank.errors import NotFound


def command(
    ctx: typer.Context,
    repair: Annotated[bool, typer.Option("--repair", help="Mend the file; copies it aside first.")] = False,
    as_json: opt.Json = False,
) -> None:
    """Check the bank's file line by line; --repair mends it.

    Exit 1 when something is wrong. A repair drops only lines that do not check, and says which.

    Example: quotebank check
    """
    from quotebank.bank.checkup import Mended, check
    from quotebank.bank.checkup import repair as mend
    from quotebank.text.visible import clip, visible

    session: Session = ctx.obj
    bank = session.bank()
    mended = mend(bank) if repair else Mended([], None)
    report = check(bank)
    problems = mended.problems + report.problems
    if as_json:
        document: dict[str, object] = {
            "ok": report.ok, "articles": report.articles, "quotes": report.quotes,
            "problems": [problem._asdict() for problem in report.problems],
        }  # fmt: skip
        if repair:
            document["repaired"] = [problem._asdict() for problem in mended.problems]
            document["copy"] = str(mended.copy) if mended.copy else None
        session.show_json(document)
    else:
        for problem in problems:
            session.show(visible(problem.message))
            if problem.raw:
                session.show("  " + clip(visible(problem.raw), session.width - 2))
        if mended.copy:
            session.say(f"the file as it was is kept as {mended.copy}")
        if report.ok:
            session.say(f"{bank.path}: {'mended' if mended.problems else 'in order'}, "
                        f"{report.articles} articles, {report.quotes} quotes")  # fmt: skip
    if not report.ok:
        hint = "these need a hand: edit or remove the records" if repair else "run `quotebank check --repair`"
        raise NotFound(f"{bank.path}: {sum(not p.minor for p in report.problems)} problem(s)", hint)
