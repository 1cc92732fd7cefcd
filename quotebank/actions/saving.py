"""Searches kept under a name: ``search --save korea ...``, then ``search @korea`` (and list, export, pick)."""

from quotebank.bank.bank import Bank
from quotebank.errors import NotFound, UsageError
from quotebank.search.query import parse
from quotebank.text.folding import fold

SEARCHES = "searches"
"""The bank's table of saved searches; each document is ``{"name": ..., "query": ...}``."""

MARK = "@"
_LONGEST = 60
_TOO_LONG = 20_000


def saved_searches(bank: Bank) -> dict[str, str]:
    """The queries that were kept, by name."""
    documents = (line.doc or {} for line in bank.few(SEARCHES))
    return {str(shape.get("name")): str(shape.get("query")) for shape in documents}


def save_search(bank: Bank, name: str, query: str, *, dry_run: bool = False) -> None:
    """Keep a query under a name, in the place of one kept under it before.

    Raises `UsageError` for a name that could not be typed after the @, and for a query that is none.
    """
    name = name.removeprefix(MARK)
    if not name or len(name) > _LONGEST or any(char.isspace() or char in "\"':" for char in name):
        raise UsageError(
            f"--save {name[:_LONGEST]!r}: no name for a search", "use one word, without : and quotation marks"
        )
    parsed = parse(query)
    if not (parsed.groups or parsed.excluded):
        raise UsageError("--save: there is nothing to look for in the query", "say what to look for")
    if MARK + name in query.split():
        raise UsageError(f"--save {name}: the search would contain itself", "choose another name")
    with bank.transaction("save search", dry_run=dry_run) as change:
        change.put(SEARCHES, _record(bank, name) or change.free_id(SEARCHES), {"name": name, "query": query})


def forget_search(bank: Bank, name: str, *, dry_run: bool = False) -> None:
    """Keep a search no longer; raises `NotFound`."""
    name = name.removeprefix(MARK)
    record = _record(bank, name)
    if record is None:
        raise _unknown(bank, name)
    with bank.transaction("forget search", dry_run=dry_run) as change:
        change.remove(SEARCHES, record)


def expanded(bank: Bank, query: str) -> str:
    """The query with ``@name`` replaced by what was kept under that name, also within what was kept.

    Raises `NotFound` when the query is nothing but a name that nothing was kept under; among other words an
    unknown name is a word.
    """
    if MARK not in query:
        return query
    known = saved_searches(bank)
    words = query.split()
    if len(words) == 1 and words[0].startswith(MARK) and fold(words[0]) and words[0][1:] not in known:
        raise _unknown(bank, words[0][1:])
    for _ in range(len(known)):
        opened = " ".join(known.get(word[1:], word) if word.startswith(MARK) else word for word in query.split(" "))
        if opened == query or len(opened) > _TOO_LONG:
            break
        query = opened
    return query


def _record(bank: Bank, name: str) -> str | None:
    return next((line.id for line in bank.few(SEARCHES) if (line.doc or {}).get("name") == name), None)


def _unknown(bank: Bank, name: str) -> NotFound:
    known = ", ".join(MARK + each for each in sorted(saved_searches(bank)))
    return NotFound(
        f"@{name}: no search is kept under this name", f"there are {known}" if known else "keep one with --save"
    )
