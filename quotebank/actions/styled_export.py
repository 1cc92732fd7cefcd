"""A bibliography, or a set of footnotes, worded by a CSL style."""

from collections.abc import Iterator, Sequence

from quotebank.actions.styling import Styling, bibliography, notes
from quotebank.cite.notes import Cited
from quotebank.cite.pieces import as_markdown, as_plain
from quotebank.formats import Context
from quotebank.formats.quoted import quoted_in_text, read_in
from quotebank.model.articles import Article


def styled(
    styling: Styling, name: str, articles: Sequence[Article], context: Context
) -> tuple[Iterator[str], Sequence[str]]:
    """The text in the format called `name` (markdown, plain or footnotes), in pieces, and warnings."""
    if name == "footnotes":
        cited = [_cited(article, context) for article in articles]
        shown, warnings = notes(styling, cited)
        texts = zip(articles, shown, strict=True)
        return (f"[^{article.key}]: {as_markdown(pieces)}\n\n" for article, pieces in texts), warnings
    tails = {article.key: quoted_in_text(article, context) for article in articles}
    entries, warnings = bibliography(styling, articles, tails)
    if name == "markdown":
        return (f"- {as_markdown(pieces)}\n" for _, pieces in entries), warnings
    return (f"{as_plain(pieces)}\n" for _, pieces in entries), warnings


def _cited(article: Article, context: Context) -> Cited:
    """An article with the first source it was read in."""
    sources = read_in(article, context)
    if not sources:
        return Cited(article)
    via, places = sources[0]
    return Cited(article, via=via, via_locator=places[0] if len(places) == 1 else None)
