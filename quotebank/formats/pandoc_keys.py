"""Citations for pandoc, Quarto and R Markdown: one ``[@key]`` a line, to go into a document beside its bibliography."""

from collections.abc import Iterable, Iterator

from quotebank.formats import Context
from quotebank.model.articles import Article
from quotebank.model.keys import check_key


def write(records: Iterable[Article], context: Context) -> Iterator[str]:
    """One citation a record, in the order given; raises `BadInput` for a key no tool takes."""
    del context
    for article in records:
        yield f"[@{check_key(article.key)}]\n"
