"""Tables with a heading, one source or one quote a row: our own, spreadsheets', Zotero's, Pocket's and Instapaper's.

The heading says what a column holds, in English and in a few other languages; the order of columns does not matter.
Commas, semicolons or tabs part the cells (RFC 4180 for quotation marks). A row with a quote and its source gives both,
and a source that many rows name is one. Columns not known here come along under ``csv``, as they are.
"""

import re
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from typing import NamedTuple

from quotebank.errors import BadInput
from quotebank.formats.bib_reading_fields import read_language
from quotebank.formats.loose_dates import as_edtf
from quotebank.formats.parsed import Parsed
from quotebank.formats.text_source import (
    LONGEST_TIME,
    Shelf,
    addressed,
    authors_of,
    decode_text,
    locator_of,
    tags_of,
    utc_time,
)
from quotebank.model.articles import TYPES, Article, Original
from quotebank.model.dates import PartialDate
from quotebank.model.keys import valid_key
from quotebank.model.names import Name
from quotebank.model.quotes import KINDS, Quote
from quotebank.text.addresses import compared

SEPARATORS = (",", ";", "\t")

_FIELDS = {
    "key": "key|citekey|citation key|cite key|bibtex key",
    "type": "type|item type|kind of source|reference type|entry type",
    "authors": "authors|author|creator|creators|by|byline|written by|autor|autoren|auteur|auteurs|autore|автор|авторы|"
    "作者|著者|저자|book author",
    "title": "title|headline|article|article title|titel|titre|título|titulo|titolo|название|заголовок|заглавие|标题|"
    "題名|タイトル|제목|book title",
    "title_translated": "title translated|translated title",
    "outlet": "outlet|publication|publication title|newspaper|journal|magazine|site|website|site name|container title|"
    "medium|zeitung|zeitschrift|journal title|periodical|издание|газета|журнал|periódico|quotidien|revue|报纸|매체",
    "date": "date|published|publication date|date published|issued|datum|erscheinungsdatum|fecha|data|дата|日期|日付|"
    "날짜|pubdate",
    "year": "year|publication year|jahr|année|año|год|年|연도",
    "issue": "issue|issue number|heft|выпуск",
    "volume": "volume|vol|band|jahrgang|том",
    "page": "page|seite|página|pagina|страница|p|стр|页|頁|ページ",
    "pages": "pages|seiten|páginas|страницы|page range|pp",
    "section": "section|rubric|rubrik|рубрика",
    "url": "url|link|address|web address|uri|href|adresse|ссылка|адрес|permalink|source url",
    "accessed": "accessed|access date|date accessed|retrieved|abgerufen|consulté|дата обращения",
    "archive_url": "archive url|archived url|archived at|archive link",
    "archive_date": "archive date|archived on",
    "language": "language|lang|sprache|langue|idioma|lingua|язык|语言|언어",
    "publisher": "publisher|verlag|éditeur|editorial|editora|издательство|出版社",
    "translator": "translator|translators|übersetzer|traducteur|traductor|переводчик",
    "original_authors": "original authors",
    "original_title": "original title",
    "original_outlet": "original outlet",
    "tags": "tags|tag|keywords|keyword|labels|manual tags|schlagwörter|mots clés|etiquetas|метки|теги|标签",
    "note": "note|notes|comment|comments|remark|remarks|notiz|anmerkung|kommentar|notas|remarque|заметка|примечание|"
    "комментарий|备注|annotation|extra",
    "quote": "quote|quotation|text|highlight|selection|excerpt|quoted text|zitat|cita|citazione|цитата|引文|"
    "인용",
    "kind": "kind|quote kind|quote type",
    "speaker": "speaker|said by|attributed to|sprecher|говорит|спикер",
    "locator": "locator|location|place in source",
    "time": "timestamp|time added|date added|added|created|created at|saved|saved at|highlighted at",
    "DOI": "doi", "ISBN": "isbn", "ISSN": "issn", "abstract": "abstract|abstract note|summary|description",
}  # fmt: skip
"""Fields, and the headings that mean them."""

_CSL = ("DOI", "ISBN", "ISSN", "abstract")
_TYPES = {
    "newspaperarticle": "article-newspaper", "newspaper": "article-newspaper", "news": "article-newspaper",
    "article": "article-newspaper", "magazinearticle": "article-magazine", "magazine": "article-magazine",
    "journalarticle": "article-journal", "journal": "article-journal", "blogpost": "post-weblog", "blog": "post-weblog",
    "web": "webpage", "website": "webpage", "booksection": "chapter", "bookchapter": "chapter", "conferencepaper":
    "paper-conference", "tvbroadcast": "broadcast", "radiobroadcast": "broadcast", "podcast": "broadcast",
    "videorecording": "motion_picture", "film": "motion_picture", "forumpost": "post", "presentation": "speech",
    "letter": "personal_communication", "email": "personal_communication", "statute": "legislation",
}  # fmt: skip
_CONTAINERS = {
    "journal": "article-journal", "journal title": "article-journal", "magazine": "article-magazine",
    "zeitschrift": "article-magazine", "book title": "book",
}  # fmt: skip
"""Headings that tell the type of what is under them."""

_DERIVED = frozenset(("quoted in", "annotation"))
"""Columns of our own table that are made from other records."""

_OWN = frozenset(("original authors", "original outlet", "quoted in"))
_SAYS_SOMETHING = frozenset(("title", "url", "quote", "key", "DOI"))
_LEAST_KNOWN = 2
_LONGEST_HEADER = 20_000
_FORMULA = ("'=", "'+", "'-", "'@")


class Row(NamedTuple):
    """A row: the line it starts on, its cells that hold something by heading, and its text."""

    line: int
    cells: Mapping[str, str]
    raw: str


@lru_cache(maxsize=512)
def heading_of(text: str) -> str:
    """A heading for comparing: in small letters, underscores, hyphens and brackets gone."""
    return " ".join(re.sub(r"[_\W]+", " ", re.sub(r"\((?:s|en|in)\)", "", text.lower())).split())


@cache
def _headings() -> dict[str, str]:
    return {heading_of(name): field for field, names in _FIELDS.items() for name in names.split("|")}


def field_of(heading: str) -> str:
    """The field that a heading means, ``""`` for one that is not known."""
    return _headings().get(heading_of(heading), "")


def looks_like(start: bytes) -> bool:
    """Whether the first line of a file names columns that tell a source or a quote."""
    names = header_of(decode_text(start).text)
    known = {field for name in names if (field := field_of(name))}
    return len(known) >= _LEAST_KNOWN and bool(known & _SAYS_SOMETHING)


def header_of(text: str) -> list[str]:
    """The names in the first line of a table; none for a text whose first line is not the heading of one."""
    text = _after_mark(text)[0]
    line = text.lstrip("\n").partition("\n")[0]
    cells = next(_cells(line, _separator(line)), None) if len(line) <= _LONGEST_HEADER else None
    return [name.strip() for name in cells[1]] if cells else []


def rows_of(text: str, shelf: Shelf) -> Iterator[Row]:
    """The rows below the heading; what is wrong with one is noted on the shelf."""
    names = header_of(text)
    text, before = _after_mark(text)
    separator = _separator(text.lstrip("\n").partition("\n")[0])
    is_header = True
    for line, cells, raw in _cells(text, separator):
        if isinstance(cells, str):
            shelf.problem(line + before, cells, raw)
        elif is_header:
            is_header = False
        elif any(cell.strip() for cell in cells):
            if raw.count('"') % 2 and "\n" in raw.rstrip("\n"):
                shelf.problem(line + before, "a quotation mark that is never closed; the rest was not read", raw)
                continue
            if len(cells) > len(names):
                told = f"{len(cells)} cells under {len(names)} headings; the last ones left out"
                shelf.problem(line + before, told, raw)
            found = {name: _unguarded(cell.strip()) for name, cell in zip(names, cells, strict=False)}
            yield Row(line + before, {name: cell for name, cell in found.items() if cell}, raw)


def _after_mark(text: str) -> tuple[str, int]:
    """A text after Excel's ``sep=;`` line, and how many lines that was."""
    return (text.partition("\n")[2], 1) if text[:4].lower() == "sep=" else (text, 0)


def _separator(line: str) -> str:
    """What parts the names of a heading: of the usual marks the one that makes most known names."""
    return max(SEPARATORS, key=lambda mark: (sum(bool(field_of(name.strip(' "'))) for name in line.split(mark)),
                                             line.count(mark)))  # fmt: skip


def _cells(text: str, separator: str) -> Iterator[tuple[int, list[str] | str, str]]:
    """Line, cells and raw text of each row that is not empty; in place of the cells what is wrong with it."""
    import csv
    from io import StringIO

    taken: list[str] = []

    def lines() -> Iterator[str]:
        for line in StringIO(text, newline="\n"):
            taken.append(line)
            yield line

    rows = csv.reader(lines(), delimiter=separator)
    line = 1
    while True:
        try:
            cells: list[str] | str = next(rows)
        except StopIteration:
            return
        except csv.Error as failure:
            cells = f"no row of a table: {failure}"
        if cells:
            yield line, cells, "".join(taken)
        line += len(taken)
        taken.clear()


def _unguarded(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return cell[1:] if cell.startswith(_FORMULA) else cell


def read(data: bytes) -> Parsed:
    """The sources and quotes of a table in whatever encoding; raises nothing. What a row says wrongly is a problem."""
    source = decode_text(data)
    shelf = Shelf(source.problems)
    names = header_of(source.text)
    if not _SAYS_SOMETHING.intersection(map(field_of, names)):
        told = "not a table: its first line names no column of titles, addresses or quotes"
        shelf.problem(1, told, source.text[:_LONGEST_HEADER].partition("\n")[0])
        return shelf.parsed()
    own = frozenset(map(heading_of, names)) >= _OWN
    has_quotes = "quote" in map(field_of, names)
    for row in rows_of(source.text, shelf):
        values, extra = sorted_out(row.cells, ignored=_DERIVED if own else frozenset())
        if values.get("quote"):
            _take_quote(row, values, extra, shelf)
        elif article := _article(row, values, extra, shelf, own=own):
            shelf.article(_with_extra(article, extra), identity_of(article) if has_quotes else None)
    return shelf.parsed()


def sorted_out(
    cells: Mapping[str, str], ignored: frozenset[str] = frozenset()
) -> tuple[dict[str, str], dict[str, object]]:
    """Values by field, and by their headings the others; of two for one field the first is taken."""
    values: dict[str, str] = {}
    extra: dict[str, object] = {}
    for heading, cell in cells.items():
        name = heading_of(heading)
        field = field_of(heading)
        if name in ignored:
            continue
        if field and field not in values:
            values[field] = cell
            if name in _CONTAINERS:
                values["container"] = _CONTAINERS[name]
        else:
            extra[heading] = cell
    return values, extra


def _take_quote(row: Row, values: dict[str, str], extra: dict[str, object], shelf: Shelf) -> None:
    """A quote and its source, in a row: place, tags, note and time are the quote's, and so is what is not known."""
    of_quote = {name: values.pop(name, "") for name in ("quote", "kind", "speaker", "locator", "page", "time")}
    of_quote |= {name: values.pop(name, "") for name in ("tags", "note")}
    article = _article(row, values, extra, shelf)
    if article is None:
        return
    kind, place = of_quote["kind"].lower(), of_quote["page"] or of_quote["locator"]
    locator = locator_of(place)
    added = utc_time(of_quote["time"])
    for name, is_lost in (("kind", kind and kind not in KINDS), ("locator", place and not locator),
                          ("time", of_quote["time"] and not added)):  # fmt: skip
        if is_lost:
            extra[name] = of_quote[name] or place
    quote = Quote(
        article=shelf.article(article, identity_of(article)),
        kind=kind if kind in KINDS else "direct",
        text=of_quote["quote"],
        locator=locator,
        speaker=of_quote["speaker"],
        tags=tags_of(of_quote["tags"]),
        note=of_quote["note"],
        added=added,
        extra={"csv": extra} if extra else {},
    )
    shelf.quote(quote)


def _article(
    row: Row, values: dict[str, str], extra: dict[str, object], shelf: Shelf, *, own: bool = False
) -> Article | None:
    """The source of a row; None, and a problem, where nothing names one. What cannot be read joins the `extra`."""
    if not any(values.get(name) for name in ("key", "title", "url", "outlet", "authors", "DOI")):
        shelf.problem(row.line, "nothing says which source this is: no title, no address", row.raw)
        return None
    article, unread = article_of(values, own=own)
    for name, why in unread.items():
        extra[name] = values[name]
        if why:
            shelf.problem(row.line, f"{why}; kept as it is", row.raw, mended=True)
    return article


def _with_extra(article: Article, extra: dict[str, object]) -> Article:
    return replace(article, extra={**article.extra, "csv": extra}) if extra else article


def identity_of(article: Article) -> Hashable:
    """What tells a source of a table from the others: its key, else its address, else what it is called and by whom."""
    called = (article.title.casefold(), article.authors, article.outlet, article.date)
    return article.key or compared(article.url) or called


def article_of(values: Mapping[str, str], *, own: bool = False) -> tuple[Article, dict[str, str]]:
    """The article of values by field, and the fields that could not be read, each with the reason or ``""``.

    `own` says that quotebank wrote them, and names and addresses are to stay as they are.
    """
    unread: dict[str, str] = {}
    title, url, copy = (values.get(name, "") for name in ("title", "url", "archive_url"))
    key, kind, added = values.get("key", ""), _type(values), utc_time(values.get("time", ""))
    if key and not valid_key(key):
        unread["key"], key = "", ""
    if values.get("type") and not _named_type(values["type"]):
        unread["type"] = ""
    day = added[:10] or as_edtf(values.get("time", ""))
    if values.get("time") and not (added or (day and kind == "webpage" and not values.get("accessed"))):
        unread["time"] = ""
    date, accessed, taken = (_date(values.get(name, ""), name, unread) for name in ("date", "accessed", "archive_date"))
    if date is None and values.get("year"):
        date = _date(values["year"], "year", unread)
    if accessed is None and kind == "webpage" and day:
        accessed = PartialDate(day)
    csl = {name: values[name] for name in _CSL if values.get(name)}
    article = Article(
        key=key,
        type=kind,
        title="" if title == url else title,
        title_translated=values.get("title_translated", ""),
        outlet=values.get("outlet", ""),
        date=date,
        issue=values.get("issue", ""),
        volume=values.get("volume", ""),
        section=values.get("section", ""),
        accessed=accessed,
        archive_date=taken,
        publisher=values.get("publisher", ""),
        authors=_authors(values, own=own),
        pages=values.get("pages", "") or values.get("page", ""),
        language=read_language(values.get("language", "").replace("_", "-")),
        translator=_names(values.get("translator", ""), own=own),
        original=Original(values.get("original_title", ""), values.get("original_outlet", "")),
        tags=tags_of(values.get("tags", ""), own=own),
        note=values.get("note", ""),
        added=added,
        extra={"csl": csl} if csl else {},
    )
    return (replace(article, url=url, archive_url=copy) if own else addressed(article, url, copy)), unread


def _named_type(text: str) -> str:
    name = "".join(heading_of(text).split())
    return text if text in TYPES else _TYPES.get(name, name if name in TYPES else "")


def _type(values: Mapping[str, str]) -> str:
    """The type that is named, else what the other columns make likely."""
    if named := _named_type(values.get("type", "")):
        return named
    if values.get("outlet"):
        return values.get("container", "article-newspaper")
    if values.get("publisher") or values.get("ISBN"):
        return "book"
    return values.get("container") or ("webpage" if values.get("url") else "document")


def _date(text: str, name: str, unread: dict[str, str]) -> PartialDate | None:
    """The date of a cell; one that could be two or lacks its year is left unread, and the reason said."""
    if not text:
        return None
    if edtf := as_edtf(text):
        return PartialDate(edtf)
    try:
        date = PartialDate.parse(text) if len(text) <= LONGEST_TIME else None
    except BadInput as failure:
        if day := utc_time(text)[:10]:
            return PartialDate(day)
        unread[name] = failure.message
        return None
    if date is not None and date.inferred:
        unread[name], date = f"{name} {text!r}: no year", None
    return date


def _authors(values: Mapping[str, str], *, own: bool) -> tuple[Name, ...]:
    """The authors, each with the name in its own script where there are as many of those."""
    names = _names(values.get("authors", ""), own=own)
    originals = [part.strip() for part in values.get("original_authors", "").split(";")]
    if len(originals) != len(names) or not originals[0]:
        return names
    return tuple(replace(name, original=original) for name, original in zip(names, originals, strict=True))


def _names(text: str, *, own: bool) -> tuple[Name, ...]:
    if not own:
        return authors_of(text)
    return tuple(_own_name(part.strip()) for part in text.split(";") if part.strip())


def _own_name(text: str) -> Name:
    """A name of our own table: a comma parts a person's; without one it is an institution or a single name."""
    name = next(iter(authors_of(text.replace(";", ","))), Name(literal=text))
    return name if "," in text or not name.given else Name(literal=text)
