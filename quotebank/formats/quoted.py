"""Where articles were read when that was in another source, in plain words, and the writer's own notes on them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from quotebank.formats import Context
from quotebank.model.articles import Article

if TYPE_CHECKING:
    from quotebank.model.quotes import Locator


def read_in(article: Article, context: Context) -> "list[tuple[Article, list[Locator]]]":
    """The sources in which an article's quotes were read, each once, with the places there.

    Sources nobody knows any more are left out, as is the article itself.
    """
    places: dict[str, list[Locator]] = {}
    for quote in context.quotes_of(article.key):
        if quote.via:
            found = places.setdefault(quote.via.article, [])
            if quote.via.locator and quote.via.locator not in found:
                found.append(quote.via.locator)
    sources = [(context.find(key), locators) for key, locators in places.items()]
    return [(source, locators) for source, locators in sources if source is not None and source.key != article.key]


def quoted_in_text(article: Article, context: Context) -> str:
    """``Quoted in Gilbert Rozman, "Country Report: Russia," ...``, or ``""`` for an article that was read itself."""
    named = ["".join(text for _, text in context.note(*source)) for source in read_in(article, context)]
    return f"Quoted in {'; and in '.join(named)}" if named else ""


def annotated(article: Article, context: Context) -> str:
    """The writer's own note and the texts of the article's quotes, a paragraph each."""
    texts: Iterable[str] = (article.note, *(quote.text for quote in context.quotes_of(article.key)))
    return "\n\n".join([text.strip() for text in texts if text.strip()])
