"""A bibliography as plain text, an entry a paragraph, in the wording that the context brings."""

from collections.abc import Iterable, Iterator

from quotebank.formats import Context
from quotebank.formats.quoted import read_in
from quotebank.model.articles import Article
from quotebank.text.lines import one_line


def write(records: Iterable[Article], context: Context) -> Iterator[str]:
    """One entry a record, in the order given; without wording, titles or keys alone."""
    say = context.entry or _title
    for article in records:
        yield f"{one_line(say(article, read_in(article, context)))}\n"


def _title(article: Article, _: object) -> str:
    return one_line(article.title).strip() or article.key
