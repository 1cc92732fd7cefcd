"""Footnotes for a Markdown document.

``[^key]: Andrei Lankov, “Title,” *Valdai Club*, 11 November 2021.``

GitHub, Obsidian, pandoc and most others read them (pandoc manual, "Footnotes"): the text goes under the document, and
``[^key]`` where something is cited.
"""

from collections.abc import Iterable, Iterator

from quotebank.formats import Context
from quotebank.formats.quoted import read_in
from quotebank.model.articles import Article
from quotebank.model.keys import check_key
from quotebank.text.markdown import escape


def write(records: Iterable[Article], context: Context) -> Iterator[str]:
    """One footnote a record, in the order given; raises `BadInput` for a key no tool takes."""
    say = context.reference or _title
    for article in records:
        yield f"[^{check_key(article.key)}]: {say(article, read_in(article, context))}\n\n"


def _title(article: Article, _: object) -> str:
    return escape(article.title).strip() or article.key
