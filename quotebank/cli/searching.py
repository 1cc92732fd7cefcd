"""What ``search`` does with what was asked, however the command line was read (`commands.search_`, `quick`)."""

from typing import TYPE_CHECKING, NamedTuple

from quotebank.cli.session import Session
from quotebank.errors import NotFound, UsageError

if TYPE_CHECKING:
    from quotebank.actions.searching import Answer, Found
    from quotebank.bank.bank import Bank

_SORTS = ("score", "date", "outlet")
_KINDS = ("direct", "paraphrase", "summary", "comment", "quote", "article")


class Asked(NamedTuple):
    """The words and flags of ``search``, by the names the command has for them."""

    words: tuple[str, ...] = ()
    limit: int = 10
    offset: int = 0
    sort: str = "score"
    kind: str | None = None
    partial: bool = False
    explain: bool = False
    keys: bool = False
    ids: bool = False
    format: str | None = None
    save: str | None = None
    as_json: bool = False


def run_search(session: Session, asked: Asked) -> None:
    """Search and show; raises `UsageError`, `NotFound` when nothing was found, and what searching raises."""
    from quotebank.actions.searching import search

    query = " ".join(asked.words)
    _check(asked)
    bank = session.bank()
    if asked.save:
        from quotebank.actions.saving import save_search

        save_search(bank, asked.save, query)
        session.wrote(bank, f"kept the search as @{asked.save.removeprefix('@')}")
    answer = search(
        bank, f"{query} kind:{asked.kind}" if asked.kind else query, asked.limit or None, session.progress("indexing"),
        offset=asked.offset, sort=asked.sort, partial=asked.partial,
    )  # fmt: skip
    if asked.as_json:
        session.show_json(_document(query, answer))
    elif asked.keys or asked.format:
        found = list(dict.fromkeys(found.article.key for found in answer.found))
        _show_articles(session, bank, found, asked.format)
    elif asked.ids:
        for each in answer.found:
            if each.quote:
                session.show(each.quote.id)
    else:
        _show(session, answer, asked.offset, asked.explain)
    _tell(session, query, answer, asked.offset)


def kept_searches(session: Session, forget: str | None, as_json: bool) -> None:
    """List the kept queries, or forget one; raises `NotFound`."""
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


def _check(asked: Asked) -> None:
    if asked.sort not in _SORTS:
        raise UsageError(f"--sort {asked.sort}: there is no such order", f"choose {', '.join(_SORTS)}")
    if asked.kind and asked.kind.casefold() not in _KINDS:
        raise UsageError(f"--kind {asked.kind}: there is no such kind", f"choose {', '.join(_KINDS)}")
    if sum((asked.as_json, asked.keys, asked.ids, bool(asked.format))) > 1:
        raise UsageError("search: --json, --keys, --ids and --format exclude one another", "choose one")


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
    from quotebank.actions.exporting import Options, Wanted, choose_format, export

    known = choose_format(name, None)
    if keys:
        for piece in export(bank, known, Wanted(keys=keys), session.today(), Options(sources="asked")).pieces:
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
