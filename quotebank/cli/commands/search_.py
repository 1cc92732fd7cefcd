"""``quotebank search``."""

from typing import TYPE_CHECKING, Annotated

import typer

from quotebank.cli import options as opt
from quotebank.cli.session import Session
from quotebank.errors import NotFound, UsageError

if TYPE_CHECKING:
    from quotebank.actions.searching import Answer, Found
    from quotebank.bank.bank import Bank

_SORTS = ("score", "date", "outlet")
_KINDS = ("direct", "paraphrase", "summary", "comment", "quote", "article")


def command(
    ctx: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(metavar="QUERY...", help="What to look for.")] = None,
    limit: Annotated[
        int, typer.Option("--limit", "-n", metavar="NUMBER", min=0, help="At most so many results; 0 for all.")
    ] = 10,
    offset: Annotated[
        int, typer.Option("--offset", metavar="NUMBER", min=0, help="Pass over so many results first.")
    ] = 0,
    sort: Annotated[
        str, typer.Option("--sort", metavar="ORDER", help="score, date (newest first) or outlet.")
    ] = "score",
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind", metavar="KIND", show_default=False, help="direct, paraphrase, summary, comment; quote or article."
        ),
    ] = None,
    partial: Annotated[bool, typer.Option("--all", help="Also what has only some of the words.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Say what matched what, and how.")] = False,
    keys: Annotated[bool, typer.Option("--keys", help="Only the articles' keys, one a line.")] = False,
    ids: Annotated[bool, typer.Option("--ids", help="Only the quotes' ids, one a line.")] = False,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format", "-f", metavar="NAME", show_default=False, help="The articles found, as `export` writes them."
        ),
    ] = None,
    save: Annotated[
        str | None,
        typer.Option("--save", metavar="NAME", show_default=False, help="Keep the query; search @NAME asks it again."),
    ] = None,
    saved: Annotated[bool, typer.Option("--saved", help="List the kept queries.")] = False,
    forget: Annotated[
        str | None, typer.Option("--forget", metavar="NAME", show_default=False, help="Keep that query no longer.")
    ] = None,
    as_json: opt.Json = False,
) -> None:
    """Find quotes and articles, however the words are spelt.

    All words are wanted; misspellings, other transliterations, other scripts, joined and parted words are found too.
    "exact phrase", prefix*, -without, A OR B; author: outlet: title: tag: text: speaker: key: kind: via: narrow a
    word to a field; after: before: date: take days, months or years, and a date among the words is understood.

    Example: quotebank search "Kimjongunism" author:Lankov after:2021-11
    """
    from quotebank.actions.searching import search

    session: Session = ctx.obj
    query = " ".join(words or ())
    if saved or forget:
        _kept(session, forget, as_json)
        return
    _check(sort, kind, [keys, ids, bool(format_), as_json])
    bank = session.bank()
    if save:
        from quotebank.actions.saving import save_search

        save_search(bank, save, query)
        session.wrote(bank, f"kept the search as @{save.removeprefix('@')}")
    asked = f"{query} kind:{kind}" if kind else query
    answer = search(bank, asked, limit or None, session.progress("indexing"), offset=offset, sort=sort, partial=partial)
    if as_json:
        session.show_json(_document(query, answer))
    elif keys or format_:
        found = list(dict.fromkeys(found.article.key for found in answer.found))
        _show_articles(session, bank, found, format_)
    elif ids:
        for each in answer.found:
            if each.quote:
                session.show(each.quote.id)
    else:
        _show(session, answer, offset, explain)
    _tell(session, query, answer, offset)


def _check(sort: str, kind: str | None, shapes: list[bool]) -> None:
    if sort not in _SORTS:
        raise UsageError(f"--sort {sort}: there is no such order", f"choose {', '.join(_SORTS)}")
    if kind and kind.casefold() not in _KINDS:
        raise UsageError(f"--kind {kind}: there is no such kind", f"choose {', '.join(_KINDS)}")
    if sum(shapes) > 1:
        raise UsageError("search: --json, --keys, --ids and --format exclude one another", "choose one")


def _kept(session: Session, forget: str | None, as_json: bool) -> None:
    """List the kept queries, or forget one."""
    from quotebank.actions.saving import forget_search, saved_searches
    from quotebank.text.visible import visible

    bank = session.bank()
    if forget:
        forget_search(bank, forget)
        session.wrote(bank, f"forgot @{forget.removeprefix('@')}")
        return
    known = saved_searches(bank)
    if as_json:
        session.show_json([{"name": name, "query": query} for name, query in sorted(known.items())])
        return
    for name, query in sorted(known.items()):
        session.show(visible(f"@{name}  {query}"))
    if not known:
        raise NotFound(f"{bank.path}: no search is kept", "keep one with `quotebank search --save NAME QUERY`")


def _show(session: Session, answer: "Answer", offset: int, explain: bool) -> None:
    from quotebank.cli.results import explanation, result

    for rank, found in enumerate(answer.found, start=offset + 1):
        session.show(result(rank, found, session.width, session.colour))
        if explain:
            for line in explanation(found, session.width, session.colour):
                session.show(line)


def _show_articles(session: Session, bank: "Bank", keys: list[str], name: str | None) -> None:
    """The keys, or the articles in a format."""
    if name is None:
        for key in keys:
            session.show(key)
        return
    from quotebank.actions.exporting import choose_format, export
    from quotebank.actions.selecting import Selection

    known = choose_format(name, None)
    for piece in export(bank, known, Selection(), "", keys, session.today()) if keys else ():
        session.write(piece)


def _tell(session: Session, query: str, answer: "Answer", offset: int) -> None:
    """What to say beside the answer; raises `NotFound` when there is none."""
    if answer.cut:
        session.say("the query is very long; only its beginning was read")
    for typed in dict.fromkeys(each.query for each in answer.suggestions):
        words = [each.found for each in answer.suggestions if each.query == typed]
        session.say(f"{typed}: did you mean {' or '.join(words)}?")
    shown = offset + len(answer.found)
    if answer.found and (shown < answer.total or offset):
        session.say(f"{offset + 1} to {shown} of {answer.total} results; --limit 0 shows all")
    if not answer.found:
        if answer.total:
            raise NotFound(f"search: there are only {answer.total} results", "use a lesser --offset")
        if not query.strip():
            raise NotFound("search: the query is empty", "say what to look for")
        raise NotFound(f"search: nothing has {query[:60]!r}",
                       "use fewer words, or a prefix*")  # fmt: skip


def _document(query: str, answer: "Answer") -> dict[str, object]:
    return {
        "query": query,
        "total": answer.total,
        "hits": [_hit(found) for found in answer.found],
        "did_you_mean": [each._asdict() for each in answer.suggestions],
    }


def _hit(found: "Found") -> dict[str, object]:
    quote = found.quote
    return {
        "id": quote.id if quote else found.article.key,
        "kind": "quote" if quote else "article",
        "key": found.article.key,
        "score": found.score,
        "coverage": round(found.coverage, 2),
        "partial": found.partial,
        "text": quote.text if quote else found.article.title,
        "article": found.article.to_json(),
        "matched": [match.to_json() for match in found.evidence.matched],
        "spans": [list(span) for span in found.evidence.spans],
    }
