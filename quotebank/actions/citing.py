"""Citing articles and quotes: in quotebank's own plain forms, or by a CSL style."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from quotebank.actions.finding import find, unknown
from quotebank.actions.sources import Sources, listed, told
from quotebank.bank.bank import Bank
from quotebank.bank.transaction import QUOTES
from quotebank.cite.commands import latex_read, pandoc_read
from quotebank.cite.notes import Cited
from quotebank.cite.pieces import Piece, as_html, as_markdown, as_plain
from quotebank.cite.plain import FORMS, cite, cite_quote, note_pieces, quoted_source, with_citation
from quotebank.errors import UsageError
from quotebank.formats import Context
from quotebank.formats.quoted import quoted_in_text
from quotebank.model.articles import Article
from quotebank.model.quotes import Locator, Quote

if TYPE_CHECKING:
    from quotebank.actions.styling import Styling

_COMMANDS = ("pandoc", "latex")
"""Forms that another program turns into text: a style is that program's business."""

_MARKED_UP: Mapping[str, Callable[[Sequence[Piece]], str]] = {
    "note": as_plain, "intext": as_plain, "markdown": as_markdown, "footnote": as_markdown, "html": as_html,
}  # fmt: skip


class Told(NamedTuple):
    """A citation: the key or id it was asked for by, and its text."""

    name: str
    text: str


class Citations(NamedTuple):
    """Citations in the order they were asked for, and what to tell the writer beside."""

    told: Sequence[Told]
    notices: Sequence[str] = ()


def cited(
    bank: Bank, names: Sequence[str], form: str, locator: Locator | None = None, styling: "Styling | None" = None
) -> Citations:
    """The citation of each article named by its key, and the quote with its citation for each id of one.

    By a style, later citations of a work take the short form, and a bibliography lists the works that the style
    does, in its order. Raises `NotFound` with the nearest keys before anything is cited, `UsageError` for an
    unknown form.
    """
    found = [find(bank, name) for name in names]
    if form not in FORMS:
        raise UsageError(f"citation form {form!r}: not one of the forms", f"choose {', '.join(FORMS)}")
    if styling and form not in _COMMANDS:
        return _styled(bank, names, found, form, locator, styling)
    if styling and styling.mode == "read":
        texts = [_command(bank, record, form, locator, styling) for record in found]
        return Citations([Told(*each) for each in zip(names, texts, strict=True)])
    texts = [
        cite(record, form, locator=locator) if isinstance(record, Article) else _quoted(bank, record, form)
        for record in found
    ]
    return Citations([Told(*each) for each in zip(names, texts, strict=True)])


def quoted(bank: Bank, record: str, form: str, styling: "Styling | None" = None) -> Citations:
    """What a quote says, with its citation, locator and the source it was read in. Raises `NotFound`, `UsageError`."""
    place = bank.view_now.by_id(QUOTES, record)
    if place is None or not place.live:
        raise unknown(bank, record, "no quote has this id")
    return cited(bank, [record], form, None, styling)


def _command(bank: Bank, record: Article | Quote, form: str, locator: Locator | None, styling: "Styling") -> str:
    """A citation for another program by a style that lists only what was read."""
    if isinstance(record, Article):
        return cite(record, form, locator=locator)
    work = quoted_source(record, bank.article(record.article), _via(bank, record))
    if work.via is None:
        return _quoted(bank, record, form)
    dated = "cited" in styling.tail
    say = pandoc_read if form == "pandoc" else latex_read
    return with_citation(record, work, say(work, styling.tail, dated=dated), form)


def _quoted(bank: Bank, quote: Quote, form: str) -> str:
    return cite_quote(quote, bank.article(quote.article), _via(bank, quote), form)


def _via(bank: Bank, quote: Quote) -> Article | None:
    place = bank.view_now.by_name(quote.via.article) if quote.via else None
    return Article.from_json(bank.read(place).doc) if place else None


def _styled(
    bank: Bank,
    names: Sequence[str],
    found: Sequence[Article | Quote],
    form: str,
    locator: Locator | None,
    styling: "Styling",
) -> Citations:
    from quotebank.actions.styling import bibliography, notes

    works = [
        Cited(record, locator)
        if isinstance(record, Article)
        else quoted_source(record, bank.article(record.article), _via(bank, record))
        for record in found
    ]
    if form == "bibliography":
        articles = list({work.article.key: work.article for work in works}.values())
        sources = Sources(bank, articles)
        result = listed(articles, styling.mode, sources.quotes_of, sources.find)
        context = Context(quotes_of=sources.quotes_of, find=sources.find, note=note_pieces)
        tails = {article.key: quoted_in_text(article, context) for article in result.articles}
        entries, warnings = bibliography(styling, result.articles, tails)
        return Citations([Told(key, as_plain(pieces)) for key, pieces in entries], (*told(result), *warnings))
    shown, warnings = notes(styling, works, in_text=form == "intext")
    texts = []
    for record, work, pieces in zip(found, works, shown, strict=True):
        text = _MARKED_UP[form](pieces)
        if form == "footnote":
            text = f"[^{work.article.key}]: {text}"
        texts.append(text if isinstance(record, Article) else with_citation(record, work, text, form))
    return Citations([Told(*each) for each in zip(names, texts, strict=True)], warnings)
