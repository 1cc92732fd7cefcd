"""Writing a bibliography, or the whole bank."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from quotebank.actions.naming import ALIASES
from quotebank.actions.outlets import OUTLETS
from quotebank.actions.progress import Progress, counted
from quotebank.actions.saving import SEARCHES
from quotebank.actions.searching import matching_keys
from quotebank.actions.selecting import Selection, by_author, select
from quotebank.bank.bank import Bank
from quotebank.bank.disk import Disk
from quotebank.bank.places import same_file
from quotebank.bank.rewriting import write_whole
from quotebank.cite.plain import note_pieces, reference
from quotebank.errors import CannotCreate, UsageError
from quotebank.formats import Context, Format, find_format, sniff
from quotebank.model.articles import Article
from quotebank.model.quotes import Quote

DEFAULT = "biblatex"


def choose_format(name: str | None, output: str | None) -> Format:
    """The format asked for by name, else by the output file's suffix, else `DEFAULT`; raises `UsageError`."""
    if name is not None:
        return find_format(name)
    if output in (None, "-"):
        return find_format(DEFAULT)
    found = sniff(str(output))
    if found is None:
        raise UsageError(f"--output {output}: the suffix names no format", "say --format, or use .bib, .md or .json")
    return found


def export(
    bank: Bank,
    known: Format,
    selection: Selection,
    query: str,
    keys: Sequence[str],
    today: datetime.date,
    progress: Progress | None = None,
) -> Iterator[str]:
    """The chosen articles in a format, as text in pieces: all of them if nothing is asked for.

    A `query` chooses the articles that it, or one of their quotes, answers; `keys` name articles. Order and
    bytes depend on the records alone: by author, date and title, or as the bank holds them in its own JSON.
    Raises `NotFound` for an unknown key.
    """
    whole = not (query or keys or any(selection))
    if known.takes_shapes and whole:
        quotes = counted(bank.quote_texts(), bank.counts().quotes, progress)
        return known.write(bank.article_texts(), Context(quotes=quotes, beside=_beside(bank)))
    articles = by_author(_chosen(bank, selection, query, keys, today))
    if known.takes_shapes:
        shapes = (quote.to_json() for article in articles for quote in bank.quotes_of(article))
        return known.write((article.to_json() for article in articles), Context(quotes=shapes))
    context = Context(
        quotes_of=lambda key: _quotes(bank, key),
        find=lambda key: _article(bank, key),
        selected=frozenset(article.key for article in articles),
        note=note_pieces,
        reference=reference,
    )
    return known.write(counted(articles, len(articles), progress), context)


def save(bank: Bank, target: Path, pieces: Iterable[str]) -> int:
    """Write the pieces to a file, complete or not at all; returns its size in bytes.

    Raises `CannotCreate` rather than write over the bank itself.
    """
    if same_file(target, bank.path):
        raise CannotCreate(f"{target}: this is the bank itself", "choose another --output")
    return write_whole(target, (piece.encode("utf-8", "backslashreplace") for piece in pieces), Disk())


def _beside(bank: Bank) -> dict[str, list[dict[str, object]]]:
    """What a bank keeps beside its records."""
    return {table: [dict(line.doc or {}) for line in bank.few(table)] for table in (OUTLETS, ALIASES, SEARCHES)}


def _chosen(
    bank: Bank, selection: Selection, query: str, keys: Sequence[str], today: datetime.date
) -> Iterator[Article]:
    chosen = select(bank, selection, today)
    wanted: set[str] | None = None
    if query:
        wanted = set(matching_keys(bank, query))
    if keys:
        named = {bank.article(key).key for key in keys}
        wanted = named if wanted is None else wanted & named
    return chosen if wanted is None else (article for article in chosen if article.key in wanted)


def _quotes(bank: Bank, key: str) -> list[Quote]:
    article = _article(bank, key)
    return bank.quotes_of(article) if article else []


def _article(bank: Bank, key: str) -> Article | None:
    place = bank.view.by_name(key)
    return Article.from_json(bank.read(place).doc) if place else None
