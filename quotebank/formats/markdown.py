"""A Markdown list of sources, one item an article.

``- Andrei Lankov, “Title,” *Valdai Club*, 11 November 2021, <https://...>.`` The wording is not this room's: the
context brings it.
"""

from collections.abc import Iterable, Iterator

from quotebank.formats import Context
from quotebank.formats.quoted import read_in
from quotebank.model.articles import Article
from quotebank.text.markdown import escape


def write(records: Iterable[Article], context: Context) -> Iterator[str]:
    """One list item a record, in the order given; without wording, titles or keys alone."""
    say = context.reference or _title
    for article in records:
        yield f"- {say(article, read_in(article, context))}\n"


def _title(article: Article, _: object) -> str:
    return escape(article.title).strip() or escape(article.key)
