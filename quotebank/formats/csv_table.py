"""A table for spreadsheets: one article a row, one field a column.

CSV as RFC 4180 has it, in UTF-8 with a byte-order mark, without which Excel takes it for another encoding. Several
authors, translators or tags stand in one cell, parted by semicolons. A text that a spreadsheet would run as a formula
gets an apostrophe before it.
"""

from collections.abc import Iterable, Iterator
from io import StringIO
from typing import TYPE_CHECKING

from quotebank.formats import Context
from quotebank.formats.quoted import annotated, quoted_in_text
from quotebank.model.articles import Article
from quotebank.text.lines import one_line

if TYPE_CHECKING:
    from quotebank.formats.parsed import Parsed

COLUMNS = (
    "key", "type", "authors", "title", "title_translated", "outlet", "date", "issue", "volume", "pages", "section",
    "url",
    "accessed", "archive_url", "archive_date", "language", "publisher", "translator",
    "original_authors", "original_title",
    "original_outlet", "quoted_in", "tags", "note",
)  # fmt: skip
"""The columns of the table, in order; ``annotation`` follows where notes are asked for."""

_FORMULA = ("=", "+", "-", "@")
_BOM = "\ufeff"


def write(records: Iterable[Article], context: Context) -> Iterator[str]:
    """A heading and one row a record, in the order given."""
    import csv

    buffer = StringIO()
    rows = csv.writer(buffer, lineterminator="\r\n")
    buffer.write(_BOM)
    rows.writerow([*COLUMNS, "annotation"] if context.annotate else COLUMNS)
    for article in records:
        rows.writerow([_cell(text) for text in _row(article, context)])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def read(data: bytes) -> "Parsed":
    """The articles and quotes of a table with a heading, this one or another program's; bad rows are problems."""
    from quotebank.formats.csv_reading import read

    return read(data)


def looks_like(start: bytes) -> bool:
    """Whether the beginning of a file is the heading of a table of sources or quotes."""
    from quotebank.formats.csv_reading import looks_like

    return looks_like(start)


def _row(article: Article, context: Context) -> list[str]:
    row = [
        article.key,
        article.type,
        "; ".join([name.sorted for name in article.authors]),
        article.title,
        article.title_translated,
        article.outlet,
        article.date.edtf() if article.date else "",
        article.issue,
        article.volume,
        article.pages,
        article.section,
        article.url,
        article.accessed.edtf() if article.accessed else "",
        article.archive_url,
        article.archive_date.edtf() if article.archive_date else "",
        article.language,
        article.publisher,
        "; ".join([name.sorted for name in article.translator]),
        "; ".join([name.original for name in article.authors if name.original]),
        article.original.title,
        article.original.outlet,
        quoted_in_text(article, context),
        "; ".join(article.tags),
        article.note,
    ]
    return [*row, annotated(article, context)] if context.annotate else row


def _cell(text: str) -> str:
    shown = one_line(text)
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
