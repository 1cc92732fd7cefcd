"""Hayagriva YAML, the bibliography of Typst.

Types, fields and parents are those of Hayagriva's file format (docs/file-format.md of its repository, version 0.8):
an item stands in a parent, the newspaper, periodical, blog or site. Every text is a double-quoted scalar, whose
escapes are those of JSON, so that nothing in it can be YAML's.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from quotebank.formats import Context
from quotebank.formats.quoted import annotated, quoted_in_text
from quotebank.model.articles import Article
from quotebank.model.dates import PartialDate
from quotebank.model.names import Name
from quotebank.text.lines import one_line

if TYPE_CHECKING:
    from quotebank.model.edtf import Point

_KINDS = {
    "article-newspaper": ("article", "newspaper"), "article-magazine": ("article", "periodical"),
    "article-journal": ("article", "periodical"), "webpage": ("web", "web"), "post-weblog": ("article", "blog"),
    "post": ("post", "thread"), "report": ("report", "repository"), "broadcast": ("audio", "audio"),
    "interview": ("article", "periodical"), "speech": ("performance", "conference"), "book": ("book", "anthology"),
    "chapter": ("chapter", "book"), "paper-conference": ("article", "proceedings"), "thesis": ("thesis", "repository"),
    "motion_picture": ("video", "video"), "legislation": ("legislation", "periodical"),
    "manuscript": ("manuscript", "repository"), "periodical": ("periodical", "periodical"),
    "review": ("article", "periodical"), "article": ("article", "repository"),
}  # fmt: skip
"""Hayagriva's type of a record, and of what it appeared in."""

_LAST_YEAR = 9999


def write(records: Iterable[Article], context: Context) -> Iterator[str]:
    """One entry a record under its key, in the order given."""
    for article in records:
        lines = [f"{_text(article.key)}:", *_entry(article, context)]
        yield "\n".join(lines) + "\n\n"


def _entry(article: Article, context: Context) -> Iterator[str]:
    kind, parent = _KINDS.get(article.type, ("misc", "misc"))
    yield f"  type: {kind}"
    title = article.title or article.original.title
    yield from _filled(2, "title", _titled(title, article.title_translated))
    yield from _names(2, "author", article.authors)
    if article.translator:
        yield "  affiliated:"
        yield "    - role: translator"
        yield from _names(6, "names", article.translator)
    if article.date and (date := _date(article.date)):
        yield f"  date: {date}"
    yield from _filled(2, "language", article.language if _is_tag(article.language) else "")
    yield from _filled(2, "page-range", article.pages)
    if article.url.strip():
        accessed = _date(article.accessed) if article.accessed else ""
        shown = _text(article.url.strip())
        yield f"  url: {{ value: {shown}, date: {accessed} }}" if accessed else f"  url: {shown}"
    notes = [quoted_in_text(article, context), annotated(article, context) if context.annotate else ""]
    yield from _filled(2, "note", ". ".join(note for note in notes if note))
    yield from _parent(article, parent)


def _parent(article: Article, kind: str) -> Iterator[str]:
    """What it appeared in, with its number; the publisher alone belongs to the item."""
    if article.outlet.strip() or article.issue.strip() or article.volume.strip():
        yield "  parent:"
        yield f"    type: {kind}"
        yield from _filled(4, "title", article.outlet)
        yield from _filled(4, "issue", article.issue)
        yield from _filled(4, "volume", article.volume)
        yield from _filled(4, "publisher", article.publisher)
    else:
        yield from _filled(2, "publisher", article.publisher)


def _titled(title: str, translated: str) -> str:
    if not translated.strip():
        return title
    return f"{title} [{translated}]" if title.strip() else f"[{translated}]"


def _names(indent: int, field: str, names: Iterable[Name]) -> Iterator[str]:
    """People as Hayagriva's maps; institutions as a name alone, which it never turns round."""
    shown = [line for name in names if (line := _name(name))]
    if shown:
        yield f"{' ' * indent}{field}:"
        yield from (f"{' ' * indent}  - {line}" for line in shown)


def _name(name: Name) -> str:
    if name.literal or not name.family.strip():
        text = one_line(name.display).strip()
        return f"{{ name: {_text(text)} }}" if text else ""
    parts = {"name": name.family, "given-name": name.given, "prefix": name.particle, "suffix": name.suffix}
    return "{ " + ", ".join(f"{part}: {_text(text)}" for part, text in parts.items() if text.strip()) + " }"


def _date(date: PartialDate) -> str:
    """``2021``, ``2021-10``, ``2021-10-04``; of an interval the beginning, with ``~`` for any doubt."""
    from quotebank.model.edtf import read

    start, end = read(date.text)
    point: Point | None = start or end
    if point is None or point.hidden or not 0 <= point.year <= _LAST_YEAR:
        return ""
    parts = [f"{point.year:04}", *(f"{part:02}" for part in (point.month, point.day) if part)]
    return ("~" if point.qualifier else "") + "-".join(parts)


def _filled(indent: int, name: str, text: str) -> Iterator[str]:
    if shown := one_line(text).strip():
        yield f"{' ' * indent}{name}: {_text(shown)}"


def _text(text: str) -> str:
    from json import dumps

    return dumps(one_line(text), ensure_ascii=False).replace("\x7f", "\\x7f")


def _is_tag(text: str) -> bool:
    """Whether Hayagriva takes a text for a language: two or three letters, perhaps a region."""
    import re

    return re.fullmatch(r"[a-zA-Z]{2,3}(-[A-Za-z]{2,4})*", text) is not None
