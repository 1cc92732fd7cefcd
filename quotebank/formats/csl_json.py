"""CSL-JSON, the data of citation styles: pandoc, Zotero and Quarto read and write it.

A list of items, one a line. What CSL has no variable for stands in the item's ``custom``, under ``quotebank``, where
the schema has room for it (CSL 1.0.2, csl-data.json); `read` takes it back, and so loses nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from quotebank.formats import Context
from quotebank.formats.csl_items import csl_item, csl_type
from quotebank.formats.csl_reading import read_item
from quotebank.formats.kept import difference
from quotebank.formats.ordinary import are_plain_tags, unseen
from quotebank.formats.quoted import annotated, quoted_in_text
from quotebank.model.articles import Article
from quotebank.model.keys import valid_key

if TYPE_CHECKING:
    from quotebank.formats.csl_reading import Shape
    from quotebank.formats.parsed import Parsed, Problem

_OWN = "quotebank"


def write(records: Iterable[Article], context: Context) -> Iterator[str]:
    """A list of items in the order given, one a line."""
    from json import JSONEncoder

    encode = JSONEncoder(ensure_ascii=context.ascii, default=dict).encode
    before = "[\n"
    for article in records:
        yield before + encode(whole_item(article, context))
        before = ",\n"
    yield "\n]\n" if before != "[\n" else "[]\n"


def whole_item(article: Article, context: Context) -> dict[str, object]:
    """An item with where it was read, the writer's notes if asked for, and what CSL has no variable for."""
    item = csl_item(article, quoted_in_text(article, context))
    kept = {} if context.bare else _kept(article, item)
    if context.annotate and (notes := annotated(article, context)):
        item["annote"] = notes
    if kept:
        item["custom"] = {_OWN: kept}
    return item


def _kept(article: Article, item: Mapping[str, object]) -> dict[str, object]:
    kept = quickly_kept(article)
    return difference(article.to_json(), read_item(item)) if kept is None else kept


def quickly_kept(article: Article) -> dict[str, object] | None:
    """What CSL-JSON keeps of an ordinary article; None for any other."""
    kept = unseen(article)
    if kept is None or not are_plain_tags(article.tags):
        return None
    shown = f"{article.title}{article.outlet}{article.issue}{article.volume}{article.pages}{article.language}"
    if "<" in shown or not shown.isprintable():
        return None
    if csl_type(article) != article.type:
        kept["type"] = article.type
    if article.ids:
        kept["ids"] = list(article.ids)
    return kept if valid_key(article.key) else None


def read(data: bytes) -> "Parsed":
    """The items of a list, or of an object's ``items`` or ``references``; bad ones are problems with their line."""
    from quotebank.formats.csl_document import read_document

    return read_document(data)


def stream(data: bytes, progress: "Callable[[int, int], None] | None" = None) -> "Iterator[Article | Shape | Problem]":
    """As `read`, one after the other, so that a large library need not be held whole; `progress` counts characters.

    An ordinary article comes as its shape, complete and checked: a hundred thousand need not be made records first.
    """
    from quotebank.formats.csl_document import stream_document

    return stream_document(data, progress)


def article_of(item: Mapping[str, object]) -> Article:
    """The article of an item, what our own writer kept laid over it; raises `BadInput`."""
    from quotebank.formats.csl_quick import quick_shape
    from quotebank.formats.kept import laid_over

    if quick := quick_shape(item):
        return Article.from_json(quick)
    shape = read_item(item)
    custom = item.get("custom")
    if isinstance(custom, Mapping):
        own = custom.get(_OWN)
        others = {name: value for name, value in custom.items() if name != _OWN}
        if others:
            further = shape.get("csl")
            shape["csl"] = {**(further if isinstance(further, Mapping) else {}), "custom": others}
        if isinstance(own, Mapping):
            shape = laid_over(shape, own)
    return Article.from_json(shape)
