"""Writing a bibliography, or the whole bank."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quotebank.actions.naming import ALIASES
from quotebank.actions.outlets import OUTLETS
from quotebank.actions.progress import Progress, counted
from quotebank.actions.saving import SEARCHES
from quotebank.actions.selecting import ORDERS, Selection, in_order, select
from quotebank.actions.sources import Sources, listed, preferred, told
from quotebank.bank.bank import Bank
from quotebank.bank.disk import Disk
from quotebank.bank.places import same_file
from quotebank.bank.rewriting import write_whole
from quotebank.cite.plain import index_entry, note_pieces, reference
from quotebank.errors import CannotCreate, MissingFile, NotFound, UsageError
from quotebank.formats import FORMATS, Context, Format, find_format, sniff
from quotebank.model.articles import Article

if TYPE_CHECKING:
    from quotebank.actions.cited import Cited
    from quotebank.actions.styling import Styling

DEFAULT = "biblatex"

STYLED = ("markdown", "plain", "footnotes")
"""Formats that a CSL style can word."""

ONE_KEY = ("bibtex", "csl-json", "hayagriva", "footnotes", "pandoc")
"""Formats in which a tool finds a record by one key alone; BibLaTeX has others in ``ids``."""


class Options(NamedTuple):
    """How an export is written: see the flags of the same names.

    `sources` is one of `quotebank.actions.sources.MODES`, or ``""`` for what the profile or style asks for; `sort`
    one of `quotebank.actions.selecting.ORDERS`.
    """

    profile: str = "standard"
    sources: str = ""
    sort: str = "author"
    ascii: bool = False
    annotate: bool = False
    bare: bool = False


class Wanted(NamedTuple):
    """Which articles: all but those that a field leaves out.

    Those that answer a `query`, or have a quote that does; those with these `keys`; those that a draft has `cited`.
    """

    selection: Selection = Selection()
    query: str = ""
    keys: Sequence[str] = ()
    cited: "Cited | None" = None


class Export(NamedTuple):
    """The text of an export, in pieces, and what to tell the writer about it."""

    pieces: Iterator[str]
    notices: Sequence[str] = ()


def choose_format(name: str | None, output: str | None) -> Format:
    """The format asked for by name, else by the output file's suffix, else `DEFAULT`; raises `UsageError`."""
    if name is not None:
        return find_format(name)
    if output in (None, "-"):
        return find_format(DEFAULT)
    found = sniff(str(output))
    if found is None:
        suffixes = dict.fromkeys(suffix for known in FORMATS.values() if known.writes for suffix in known.suffixes)
        raise UsageError(
            f"--output {output}: the suffix names no format", f"say --format, or use one of {', '.join(suffixes)}"
        )
    return found


def export(
    bank: Bank,
    known: Format,
    wanted: Wanted,
    today: datetime.date,
    options: Options = Options(),  # noqa: B008 - immutable
    styling: "Styling | None" = None,
    progress: Progress | None = None,
) -> Export:
    """The articles that are `wanted` in a format.

    Order and bytes depend on the records alone: by author, date and title, or as the bank holds them in its own
    JSON; a bibliography by a CSL style has the style's order. What a draft cites by an old key is written so that its
    tools find it by that. Raises `NotFound` for an unknown key, `UsageError` for
    a profile, a mode or an order that is none, and for a style with a format that is not worded.
    """
    if options.sort not in ORDERS:
        raise UsageError(f"--sort {options.sort}: no order of that name", "choose " + ", ".join(ORDERS))
    if styling and known.name not in STYLED:
        raise UsageError(f"--style: {known.name} is not worded by a style", f"say --format {' or '.join(STYLED)}")
    whole = not (wanted.query or wanted.keys or wanted.cited or any(wanted.selection))
    if known.takes_shapes and whole:
        quotes = counted(bank.quote_texts(), bank.counts().quotes, progress)
        return Export(known.write(bank.article_texts(), Context(quotes=quotes, beside=_beside(bank))))
    articles = list(_chosen(bank, wanted, today))
    if not (articles or whole):
        raise NotFound("export: no article is what was asked for", "use fewer words or filters")
    if known.takes_shapes:
        articles = in_order(articles, options.sort)
        shapes = (quote.to_json() for article in articles for quote in bank.quotes_of(article))
        return Export(known.write((article.to_json() for article in articles), Context(quotes=shapes)))
    mode = options.sources or (styling.mode if styling else _mode(wanted, options))
    # Only one that lists nothing else than what was read need know of quotes from the articles themselves.
    every = options.annotate or mode == "read"
    sources = Sources(bank, articles, every_quote=every, only_elsewhere=True)
    result = listed(articles, mode, sources.quotes_of, sources.find)
    articles = in_order(result.articles, options.sort)
    notices = tuple(told(result))
    if wanted.cited and wanted.cited.aliases:
        articles, more = _by_cited_keys(articles, wanted.cited, known)
        notices += more
    context = _context(sources, articles, options, wanted.cited.aliases if wanted.cited else {})
    if styling:
        from quotebank.actions.styled_export import styled

        pieces, warnings = styled(styling, known.name, articles, context)
        return Export(pieces, (*notices, *warnings))
    return Export(known.write(counted(articles, len(articles), progress), context), notices)


def _mode(wanted: Wanted, options: Options) -> str:
    """What the profile prefers; but what a draft cites its tool asks for, though the style lists another work."""
    mode = preferred(options.profile)
    return "both" if wanted.cited and mode == "read" else mode


def _by_cited_keys(articles: list[Article], found: "Cited", known: Format) -> tuple[list[Article], tuple[str, ...]]:
    """The articles as the drafts name them, and what to tell the writer of it."""
    from quotebank.actions.cited import as_written, told_of_old_keys

    notices = tuple(told_of_old_keys(found))
    if known.name in ONE_KEY:
        return list(as_written(articles, found, copies=True)), notices
    if known.name == "biblatex" and not found.by_biber:
        return list(as_written(articles, found, copies=False)), notices
    return articles, notices


def _context(sources: Sources, articles: Sequence[Article], options: Options, aliases: Mapping[str, str]) -> Context:
    return Context(
        quotes_of=lambda key: sources.quotes_of(aliases.get(key, key)),
        find=sources.find,
        selected=frozenset((*(article.key for article in articles), *aliases.values())),
        note=note_pieces,
        reference=reference,
        entry=index_entry,
        annotate=options.annotate,
        profile=options.profile,
        ascii=options.ascii,
        bare=options.bare,
    )


def save(bank: Bank, target: Path, pieces: Iterable[str]) -> int:
    """Write the pieces to a file, complete or not at all; returns its size in bytes.

    Raises `CannotCreate` rather than write over the bank itself, and where there is no such folder.
    """
    if same_file(target, bank.path):
        raise CannotCreate(f"{target}: this is the bank itself", "choose another --output")
    try:
        return write_whole(target, (piece.encode("utf-8", "backslashreplace") for piece in pieces), Disk())
    except MissingFile as problem:
        raise CannotCreate(f"{target}: there is no such folder", "make it, or choose another --output") from problem


def _beside(bank: Bank) -> dict[str, list[dict[str, object]]]:
    """What a bank keeps beside its records."""
    return {table: [dict(line.doc or {}) for line in bank.few(table)] for table in (OUTLETS, ALIASES, SEARCHES)}


def _chosen(bank: Bank, wanted: Wanted, today: datetime.date) -> Iterator[Article]:
    chosen = select(bank, wanted.selection, today, _named(bank, wanted))
    if not wanted.query:
        return chosen
    from quotebank.actions.searching import matching_keys

    names = set(matching_keys(bank, wanted.query))
    return (article for article in chosen if article.key in names)


def _named(bank: Bank, wanted: Wanted) -> list[Article] | None:
    """The articles that are named, in the bank's order, without reading it through; None when none are: all."""
    named = {article.key: article for article in map(bank.article, wanted.keys)} if wanted.keys else None
    if wanted.cited and not wanted.cited.everything:
        asked = wanted.cited.articles
        named = dict(asked) if named is None else {key: named[key] for key in asked if key in named}
    if named is None:
        return None
    places = {key: bank.view.by_name(key) for key in named}
    return sorted(named.values(), key=lambda article: place.offset if (place := places[article.key]) else 0)
