"""quotebank's own named form, ``plain``: author, title, outlet, date.

``cite`` says an article in one of `FORMS`, ``cite_quote`` a quotation or paraphrase with its citation. Nothing is
hidden or made up: an unsigned item has no author, an undated one says "n.d.", an untitled one goes by author,
outlet and date.
"""

from collections.abc import Callable, Sequence

from quotebank.cite import notes
from quotebank.cite.locators import shown_locators
from quotebank.cite.notes import Cited
from quotebank.cite.pieces import TEXT, Piece, as_html, as_markdown, as_plain, in_quotes, one_line
from quotebank.errors import UsageError
from quotebank.model.articles import Article
from quotebank.model.quotes import Locator, Quote

FORMS = ("note", "bibliography", "intext", "markdown", "html", "pandoc", "footnote", "latex")
"""A note and a bibliography entry in plain text, a reference in the text, a note in Markdown and in HTML, a pandoc
citation, a Markdown footnote and its text, a LaTeX citation command."""


def cite(
    article: Article,
    form: str = "note",
    *,
    locator: Locator | None = None,
    via: Article | None = None,
    via_locator: Locator | None = None,
) -> str:
    """The citation of `article` in one of `FORMS`; raises `UsageError` for another.

    `BadInput` when the form needs the key and it is none that every program takes. Notes and references in the
    text come without a full stop, to go on with; bibliography entries and footnotes are sentences.
    """
    return _form(form)(Cited(article, locator, via, via_locator))


def cite_quote(quote: Quote, article: Article, via: Article | None = None, form: str = "note") -> str:
    """What `quote` says and its citation in one of `FORMS`: quotation marks stand around the source's own words only.

    `via` is the article `quote.via` points at, where it is known. Raises `UsageError` for an unknown form.
    """
    cited = quoted_source(quote, article, via)
    return with_citation(quote, cited, _form(form)(cited), form)


def quoted_source(quote: Quote, article: Article, via: Article | None) -> Cited:
    """What is cited for a quote: its article, the place in it, and the source it was read in."""
    return Cited(article, quote.locator, via, quote.via.locator if quote.via and via else None)


def with_citation(quote: Quote, cited: Cited, citation: str, form: str) -> str:
    """What `quote` says in one of `FORMS`, with a citation that is in that form already."""
    said = _said(quote)
    if form == "footnote":
        from quotebank.cite.commands import footnote_mark

        return f"{as_markdown([(TEXT, said)])}{footnote_mark(cited)}\n\n{citation}"
    if form == "latex":
        from quotebank.text.latex import escape

        return f"{escape(said)} {citation}"
    if form in ("markdown", "pandoc"):
        said = as_markdown([(TEXT, said)])
    elif form == "html":
        said = as_html([(TEXT, said)])
    return f"{said} {citation}" if form in ("intext", "pandoc") else f"{said} — {citation}"


def note_pieces(article: Article, locators: Sequence[Locator] = ()) -> list[Piece]:
    """A note as pieces to mark up: authors, title, outlet, date, place."""
    return notes.note(article, shown_locators(locators)).pieces


Source = tuple[Article, Sequence[Locator]]
"""A source that was read, and the places in it."""


def reference(article: Article, sources: Sequence[Source] = ()) -> str:
    """A note in Markdown with the article's address, as a sentence: one item of a list of sources, or a footnote.

    Of the `sources` it was read in the first is named.
    """
    return as_markdown(notes.sentence(_read_in(article, sources)))


def index_entry(article: Article, sources: Sequence[Source] = ()) -> str:
    """An entry of a bibliography in plain text; of the `sources` it was read in the first is named."""
    return as_plain(notes.bibliography(_read_in(article, sources)))


def _read_in(article: Article, sources: Sequence[Source]) -> Cited:
    if not sources:
        return Cited(article)
    via, places = sources[0]
    same = [place.value for place in places if place.label == places[0].label]
    return Cited(article, via=via, via_locator=Locator(places[0].label, ", ".join(same)) if same else None)


def _form(form: str) -> Callable[[Cited], str]:
    from quotebank.cite import commands

    forms: dict[str, Callable[[Cited], str]] = {
        "note": lambda cited: as_plain(notes.full_note(cited).pieces),
        "bibliography": lambda cited: as_plain(notes.bibliography(cited)),
        "intext": notes.in_text,
        "markdown": lambda cited: as_markdown(notes.full_note(cited).pieces),
        "html": lambda cited: as_html(notes.full_note(cited).pieces),
        "pandoc": commands.pandoc,
        "footnote": lambda cited: f"{commands.footnote_mark(cited)}: {as_markdown(notes.sentence(cited))}",
        "latex": commands.latex,
    }
    if form not in forms:
        raise UsageError(f"citation form {form!r}: not one of the plain forms", f"choose {', '.join(FORMS)}")
    return forms[form]


def _said(quote: Quote) -> str:
    text = one_line(quote.text)
    said = in_quotes(_unquoted(text)) if quote.kind == "direct" else text
    translation = one_line(quote.translation)
    speaker = one_line(quote.speaker)
    return (f"{speaker}: " if speaker else "") + said + (f" [{translation}]" if translation else "")


def _unquoted(text: str) -> str:
    """A quotation without quotation marks of its own around the whole of it."""
    for opening, closing in ("“”", "«»", '""'):
        inside = text[1:-1]
        if text[:1] == opening and text[-1:] == closing and len(text) > 1 and opening not in inside:
            return inside if closing not in inside else text
    return text
