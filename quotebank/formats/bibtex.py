"""Classic BibTeX: the entry types and fields of its standard styles, no more.

Types and mandatory fields are those of Patashnik's "BibTeXing" (1988), 3.1. A record that lacks what its type must
have becomes ``@misc``, with ``key`` to sort by where nobody signed it. What the styles have no field for goes to
``note``: a volume that is no number, a number without a volume, an access date, an archived copy, the original title,
"quoted in".
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from quotebank.formats import Context
from quotebank.formats.bib_fields import (
    STATED,
    annotation,
    archive_sentence,
    entry,
    entry_kind,
    further_fields,
    keyword_list,
    own_field,
    page_range,
    quoted_in,
    sentences,
    stand_in_title,
    translated_by,
    unplaced_numbers,
)
from quotebank.formats.bib_reading_fields import NOUNS, OWN
from quotebank.formats.bib_text import field_text, field_url, is_whole_number, language_name, name_list, title_text
from quotebank.model.articles import Article
from quotebank.model.date_prose import MONTHS
from quotebank.model.dates import PartialDate
from quotebank.model.edtf import is_plain

if TYPE_CHECKING:
    from quotebank.formats.parsed import Parsed

_KINDS = {
    "article-newspaper": "article", "article-magazine": "article", "article-journal": "article", "review": "article",
    "article": "article", "report": "techreport", "book": "book", "paper-conference": "inproceedings",
    "thesis": "phdthesis",
}  # fmt: skip
_CONTAINERS = {
    "article": "journal", "techreport": "institution", "phdthesis": "school", "inproceedings": "booktitle",
    "book": "series",
}  # fmt: skip
_WITH_PUBLISHER = frozenset({"book", "inproceedings"})
_WITH_PAGES = frozenset({"article", "inproceedings"})
_ON_THE_WEB = frozenset({"webpage", "post-weblog", "post"})
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LAST_YEAR = 9999


class _When(NamedTuple):
    """A date as classic fields hold it; `words` is what they cannot hold."""

    year: str = ""
    month: str = ""
    day: str = ""
    words: str = ""


def write(records: Iterable[Article], context: Context) -> Iterator[str]:
    """One entry a record, in the order given; raises `BadInput` for a key no tool takes."""
    for article in records:
        yield _entry(article, context)


def _entry(article: Article, context: Context) -> str:
    author, when = name_list(article.authors), _when(article.date, day_in_month=context.day_in_month)
    kind = entry_kind(article) or _kind(article, signed=bool(author), dated=bool(when.year))
    fields = {"author": author}
    if not author:
        fields["key"] = field_text(_sort_name(article))
    fields["title"] = _title(article)
    fields |= _place(article, kind)
    fields |= {"year": when.year, "month": when.month, "day": when.day}
    fields["language"] = language_name(article.language)
    if article.url:
        fields["url"] = field_url(article.url)
    fields["note"] = sentences([*_notes(article, kind, when), *_relations(article, context)])
    if article.tags:
        fields["keywords"] = keyword_list(article.tags)
    fields |= further_fields(article, fields)
    fields["annote"] = sentences([fields.get("annote", ""), annotation(article, context)])
    fields[OWN] = own_field(article, kind, fields, context)
    return entry(kind, article.key, fields, ascii_only=context.ascii)


def _kind(article: Article, *, signed: bool, dated: bool) -> str:
    """The entry type whose mandatory fields the article has."""
    kind = _KINDS.get(article.type, "misc")
    home = article.outlet.strip() or article.publisher.strip()
    needed = {"inproceedings": article.outlet.strip(), "book": article.publisher.strip()}.get(kind, home)
    return kind if signed and dated and needed else "misc"


def _sort_name(article: Article) -> str:
    candidates = (article.outlet, article.publisher, article.title, article.title_translated)
    return next((text for text in candidates if text.strip()), article.key)


def _title(article: Article) -> str:
    title = article.title if article.title.strip() else stand_in_title(article)
    translated = article.title_translated.strip()
    shown = title_text(title, article.language)
    return f"{shown} [{title_text(translated, 'en')}]" if translated and title != f"[{translated}]" else shown


def _place(article: Article, kind: str) -> dict[str, str]:
    """Where it appeared: container, volume and number, pages, publisher."""
    publisher = article.publisher if kind in _WITH_PUBLISHER else ""
    home = article.outlet if article.outlet.strip() or publisher else article.publisher
    if kind == "misc":
        return {"howpublished": _how_published(article, home)}
    fields = {_CONTAINERS.get(kind, "howpublished"): field_text(home), "publisher": field_text(publisher)}
    if kind == "article" and is_whole_number(article.volume):
        fields |= {"volume": article.volume, "number": field_text(article.issue)}
    if kind in _WITH_PAGES:
        fields["pages"] = page_range(article.pages)
    if kind == "phdthesis":
        fields["type"] = NOUNS["thesis"]
    return fields


def _how_published(article: Article, home: str) -> str:
    """What it is, where, and for web pages the address, which classic styles print from nowhere else."""
    parts = [NOUNS[article.type] if article.type in STATED else "", field_text(home)]
    if article.type == "chapter" and article.outlet.strip():
        # To biber an @incollection without an editor, whom no record names, is incomplete.
        parts = [f"In \\emph{{{field_text(article.outlet)}}}", field_text(article.publisher)]
    if article.type in _ON_THE_WEB and article.url.strip():
        # This field, unlike a note, may hold any address: neither pandoc nor TeX reads it as an argument.
        parts.append(f"\\url{{{field_url(article.url)}}}")
    return ", ".join([part for part in parts if part.strip()])


def _notes(article: Article, kind: str, when: _When) -> list[str]:
    """Everything the styles have no field for, each finished."""
    numbered = kind == "article" and is_whole_number(article.volume)
    notes = [
        when.words,
        field_text(article.section),
        *unplaced_numbers(article, volume=not numbered, issue=not numbered, pages=kind not in _WITH_PAGES),
    ]
    if article.translator:
        notes.append(translated_by(article))
    return [*notes, *_originals(article)]


def _relations(article: Article, context: Context) -> list[str]:
    """An archived copy, the source it was read in, and when it was read there."""
    notes = [archive_sentence(article), quoted_in(article, context)[1]]
    if article.accessed and article.url.strip():
        notes.append(f"Accessed {_words(article.accessed)}")
    return notes


def _originals(article: Article) -> list[str]:
    """Names and title in their own script."""
    found = []
    names = [field_text(name.original) for name in article.authors if name.original]
    if any(name.strip() for name in names):
        found.append(f"Original name: {'; '.join(names)}")
    if article.original.title.strip() and article.title.strip():
        found.append(f"Original title: {field_text(article.original.title)}")
    return found


def _when(date: PartialDate | None, *, day_in_month: bool) -> _When:
    if date is None:
        return _When(words="n.d.")
    text = date.text
    if not is_plain(text):
        return _unusual(date)
    year = text[:4] if text[0] != "0" else str(int(text[:4]))
    if len(text) == len("2021"):
        return _When(year)
    month = _MONTHS[int(text[5:7]) - 1]
    day = str(int(text[8:])) if len(text) == len("2021-11-30") else ""
    if day and day_in_month:
        return _When(year, f'"{day}~" # {month}')
    return _When(year, month, day)


def _unusual(date: PartialDate) -> _When:
    """Seasons, ranges, doubt: the year for sorting, and the whole date in words."""
    year, month, words = date.year, date.month, date.display()
    words = field_text(words if words.startswith("c.") else words[:1].upper() + words[1:])
    if year is None or not 0 < year <= _LAST_YEAR:
        return _When(words=words)
    return _When(str(year), _MONTHS[month - 1] if month else "", words=words)


def _words(date: PartialDate) -> str:
    """A date in words; days, which accesses almost always are, without the grammar being asked."""
    text = date.text
    if len(text) == len("2021-11-30") and text[4] == "-" == text[7] and text[0] != "0" and text[8:].isdigit():
        return f"{int(text[8:])} {MONTHS[int(text[5:7]) - 1]} {text[:4]}"
    return field_text(date.display())


def read(data: bytes) -> "Parsed":
    """The records of a .bib file of either dialect, and every problem with the rest."""
    from quotebank.formats.bib_reading import read as read_bib

    return read_bib(data)
