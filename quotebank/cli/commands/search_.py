"""``quotebank search``."""

from typing import TYPE_CHECKING, Annotated

import typer

from quotebank.cli import options as opt
from quotebank.cli.session import Session
from quotebank.errors import NotFound

if TYPE_CHECKING:
    from quotebank.actions.searching import Found


def command(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="QUERY...", help="What to look for.")],
    limit: Annotated[
        int, typer.Option("--limit", "-n", metavar="NUMBER", min=0, help="At most so many results; 0 for all.")
    ] = 10,
    keys: Annotated[bool, typer.Option("--keys", help="Only the articles' keys, one a line.")] = False,
    ids: Annotated[bool, typer.Option("--ids", help="Only the quotes' ids, one a line.")] = False,
    as_json: opt.Json = False,
) -> None:
    """Find quotes and articles by their words.

    All words are wanted, whatever their case and accents, in any script. "exact phrase", prefix*, -without,
    A OR B; author: outlet: title: tag: speaker: key: kind: via: narrow a word to a field; after: before: date:
    take days, months or years.

    Example: quotebank search "Kimjongunism" author:Lankov after:2021-11
    """
    from quotebank.actions.searching import search

    session: Session = ctx.obj
    bank = session.bank()
    query = " ".join(words)
    answer = search(bank, query, limit or None, session.progress("indexing"))
    if as_json:
        session.show_json({"query": query, "total": answer.total, "hits": [_hit(found) for found in answer.found]})
    elif keys:
        for key in dict.fromkeys(found.article.key for found in answer.found):
            session.show(key)
    elif ids:
        for found in answer.found:
            if found.quote:
                session.show(found.quote.id)
    else:
        from quotebank.cli.results import result

        for rank, found in enumerate(answer.found, start=1):
            session.show(result(rank, found, session.width, session.colour))
        if len(answer.found) < answer.total:
            session.say(f"{len(answer.found)} of {answer.total} results; --limit 0 shows all")
    if not answer.found:
        raise NotFound(f"search: nothing has {query[:60]!r}" if query.strip() else "search: the query is empty",
                       "use fewer words, or a prefix*")  # fmt: skip


def _hit(found: "Found") -> dict[str, object]:
    quote = found.quote
    return {
        "id": quote.id if quote else found.article.key,
        "kind": "quote" if quote else "article",
        "key": found.article.key,
        "score": found.score,
        "text": quote.text if quote else found.article.title,
        "article": found.article.to_json(),
        "matched": [match.to_json() for match in found.evidence.matched],
        "spans": [list(span) for span in found.evidence.spans],
    }
