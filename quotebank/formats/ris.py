"""RIS, which every reference manager imports: a tag and a value a line.

Tags and types follow the "RIS Format Specifications" of Research Information Systems (2011) as EndNote, Zotero
and Mendeley read them. RIS has no tag for a source that was read in another: a note (``N1``) says it. What has no tag
stands in ``U1``, user field 1, behind ``quotebank:``.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from quotebank.formats import Context
from quotebank.formats.kept import difference, packed
from quotebank.formats.quoted import annotated, quoted_in_text
from quotebank.formats.ris_tags import FURTHER, OWN, TYPES
from quotebank.model.articles import Article
from quotebank.model.dates import PartialDate
from quotebank.model.edtf import is_plain
from quotebank.model.names import Name
from quotebank.text.lines import one_line

if TYPE_CHECKING:
    from quotebank.formats.parsed import Parsed

Line = tuple[str, str]
"""A tag and its value."""

_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_LAST_YEAR = 9999


def write(records: Iterable[Article], context: Context) -> Iterator[str]:
    """One record after the other, in the order given, an empty line between them."""
    for article in records:
        lines = [(tag, value.strip()) for tag, value in _lines(article)]
        kept = {} if context.bare else difference(article.to_json(), _read_back(lines))
        if tail := quoted_in_text(article, context):
            lines.append(("N1", one_line(tail)))
        if context.annotate and (notes := annotated(article, context)):
            lines.append(("RN", one_line(notes)))
        if kept:
            lines.append(("U1", OWN + packed(kept)))
        yield "".join([f"{tag}  - {value}\n" for tag, value in lines]) + "ER  - \n\n"


def read(data: bytes) -> "Parsed":
    """The records of a file; what is no record and what cannot be read are problems with their line."""
    from quotebank.formats.ris_reading import read_records

    return read_records(data)


def _read_back(lines: list[Line]) -> Mapping[str, object]:
    from quotebank.formats.ris_reading import shape_of

    return shape_of(lines)


def _lines(article: Article) -> Iterator[Line]:
    """Tags in the usual order: type, people, titles, place, time, address, language, keywords."""
    yield "TY", TYPES.get(article.type, "GEN")
    yield "ID", article.key
    yield from (("AU", shown) for name in article.authors if (shown := _name(name)))
    for tag, text in (
        ("TI", article.title or article.original.title),
        ("TT", article.title_translated),
        ("T2", article.outlet),
        ("PB", article.publisher),
    ):
        yield from _filled(tag, text)
    if article.date:
        yield from _date(article.date)
    yield from _filled("VL", article.volume)
    yield from _filled("IS", article.issue)
    yield from _pages(article.pages)
    for tag, text in (("SE", article.section), ("UR", article.url)):
        yield from _filled(tag, text)
    if article.accessed and (day := _day(article.accessed)):
        yield "Y2", day
    yield from _filled("LA", article.language)
    yield from (("A4", shown) for name in article.translator if (shown := _name(name)))
    yield from (line for tag in article.tags for line in _filled("KW", tag))
    yield from _further(article)


def _filled(tag: str, text: str) -> Iterator[Line]:
    if text and (shown := one_line(text).strip()):
        yield tag, shown


def _name(name: Name) -> str:
    """``Family, Given, Suffix``; an institution with a comma of its own is kept from being taken apart by one more."""
    if name.literal or not name.family:
        shown = one_line(name.display).strip()
        return f"{shown}," if "," in shown else shown
    family = f"{name.particle} {name.family}" if name.particle else name.family
    parts = [family, name.given, name.suffix] if name.suffix else [family, name.given]
    return ", ".join([one_line(part).strip() for part in parts]) if name.given else f"{one_line(family)},"


def _date(date: PartialDate) -> Iterator[Line]:
    year = date.year
    if year is not None and 0 < year <= _LAST_YEAR:
        yield "PY", str(year)
    if day := _day(date):
        yield "DA", day


def _day(date: PartialDate) -> str:
    """``2021/09/29/``, ``2021/10//``, ``2021///autumn``; ``""`` for a date RIS cannot say."""
    text = date.text
    if is_plain(text):
        return "/".join([*text.split("-"), "", "", ""][:3]) + "/"
    if date.season and not date.is_interval and date.year and 0 < date.year <= _LAST_YEAR:
        return f"{date.year}///{_SEASONS[date.season]}"
    return ""


def _pages(pages: str) -> Iterator[Line]:
    start, dash, end = pages.replace("–", "-").partition("-")
    if dash and start.strip() and end.strip() and "-" not in end:
        yield from _filled("SP", start)
        yield from _filled("EP", end)
    else:
        yield from _filled("SP", pages)


def _further(article: Article) -> Iterator[Line]:
    """What came in with the record and quotebank has no field for: CSL variables with a tag, and RIS's own tags."""
    variables = article.extra.get("csl")
    if isinstance(variables, Mapping):
        for variable, tag in FURTHER.items():
            if isinstance(value := variables.get(variable), str):
                yield from _filled(tag, value)
    tags = article.extra.get("ris")
    if isinstance(tags, Mapping):
        for tag, values in tags.items():
            for value in values if isinstance(values, list | tuple) else ():
                if isinstance(value, str) and is_tag(tag):
                    yield from _filled(tag, value)


def is_tag(tag: str) -> bool:
    """Whether `tag` can be one: a capital letter and a capital or a figure, and none of those around a record."""
    import re

    return re.fullmatch("[A-Z][A-Z0-9]", tag) is not None and tag not in ("TY", "ER")
