"""BibLaTeX, as biber reads it: dates in EDTF, web pages as ``@online``, relations between sources.

Entry types and fields are those of the biblatex manual, 2.1 and 2.2; a record that lacks what its type must have
takes a type that can do without, so that ``biber --validate-datamodel`` has nothing to say but for a missing author
or date. Undated items are never ``@article``, whose styles print empty parentheses for the date.
"""

from collections.abc import Iterable, Iterator

from quotebank.formats import Context
from quotebank.formats.bib_fields import (
    NOUNS,
    STATED,
    annotation,
    archive_sentence,
    entry,
    keyword_list,
    page_range,
    quoted_in,
    sentences,
    stand_in_title,
    translated_by,
    unplaced_numbers,
)
from quotebank.formats.bib_text import field_text, field_url, is_whole_number, language_name, name_list, title_text
from quotebank.model.articles import Article
from quotebank.model.dates import PartialDate
from quotebank.model.keys import valid_key

_KINDS = {
    "article-newspaper": "article", "article-magazine": "article", "article-journal": "article", "review": "article",
    "article": "article", "webpage": "online", "post-weblog": "online", "post": "online", "report": "report",
    "book": "book", "chapter": "inbook", "paper-conference": "inproceedings", "thesis": "thesis",
}  # fmt: skip
_CONTAINERS = {
    "article": "journaltitle", "online": "organization", "misc": "organization", "report": "institution",
    "thesis": "institution", "inbook": "booktitle", "inproceedings": "booktitle", "book": "series",
}  # fmt: skip
_SUBTYPES = {"article-newspaper": "newspaper", "article-magazine": "magazine"}
_WITH_TRANSLATOR = frozenset({"article", "book", "inbook"})
_WITH_PUBLISHER = frozenset({"book", "inbook", "inproceedings"})
_WITH_PAGES = frozenset({"article", "inbook", "inproceedings"})


def write(records: Iterable[Article], context: Context) -> Iterator[str]:
    """One entry a record, in the order given; raises `BadInput` for a key no tool takes."""
    for article in records:
        yield _entry(article, context)


def _entry(article: Article, context: Context) -> str:
    kind = _kind(article)
    fields = {"author": name_list(article.authors), **_titles(article)}
    if kind in _WITH_TRANSLATOR and article.translator:
        fields["translator"] = name_list(article.translator)
    fields |= _place(article, kind) | _time(article)
    fields["langid"] = language_name(article.language)
    if article.url:
        fields["url"] = field_url(article.url)
        fields["urldate"] = _date(article.accessed) if article.accessed else ""
    fields |= _remarks(article, kind, context)
    return entry(kind, article.key, fields)


def _kind(article: Article) -> str:
    """The entry type whose mandatory fields the article has."""
    kind = _KINDS.get(article.type, "misc")
    home = article.outlet.strip() or article.publisher.strip()
    fits = {
        "article": bool(home and article.date),
        "online": bool(article.url.strip()),
        "report": bool(home),
        "thesis": bool(home),
        "inbook": bool(article.outlet.strip()),
        "inproceedings": bool(article.outlet.strip()),
    }
    if fits.get(kind, True):
        return kind
    return "online" if article.url.strip() else "misc"


def _titles(article: Article) -> dict[str, str]:
    title = article.title if article.title.strip() else stand_in_title(article)
    fields = {"title": title_text(title, article.language)}
    translated = article.title_translated.strip()
    if translated and title != f"[{translated}]":
        fields["titleaddon"] = f"[{field_text(translated)}]"
    return fields


def _place(article: Article, kind: str) -> dict[str, str]:
    """Where it appeared: container, volume, number, pages, publisher, and what kind of thing it is."""
    publisher = article.publisher if kind in _WITH_PUBLISHER else ""
    container = article.outlet if article.outlet.strip() or publisher else article.publisher
    fields = {_CONTAINERS[kind]: field_text(container), "publisher": field_text(publisher)}
    if kind == "article":
        fields["volume"] = article.volume if is_whole_number(article.volume) else ""
        fields["number"] = field_text(article.issue)
        # With a subtype some styles (mla) drop the number.
        fields["entrysubtype"] = "" if article.issue else _SUBTYPES.get(article.type, "")
    if kind in _WITH_PAGES:
        fields["pages"] = page_range(article.pages)
    if kind in ("report", "thesis") or article.type in STATED:
        fields["type"] = NOUNS[article.type]
    return fields


def _time(article: Article) -> dict[str, str]:
    return {"date": _date(article.date)} if article.date else {"pubstate": "n.d."}


def _date(date: PartialDate) -> str:
    """The EDTF text without unspecified months and days, which styles print as ranges.

    A per cent sign (approximate and uncertain) would start a comment, so the doubt alone is kept.
    """
    return date.text.replace("-XX", "").replace("%", "?")


def _remarks(article: Article, kind: str, context: Context) -> dict[str, str]:
    """Notes, keywords, old keys, relations; and in fields that styles pass over, the original script."""
    in_article, paged = kind == "article", kind in _WITH_PAGES
    notes = [
        field_text(article.section),
        *unplaced_numbers(
            article, volume=not (in_article and is_whole_number(article.volume)), issue=not in_article, pages=not paged
        ),
    ]
    if article.translator and kind not in _WITH_TRANSLATOR:
        notes.insert(0, translated_by(article))
    related, quoted = quoted_in(article, context)
    fields = {
        "note": sentences(notes),
        "addendum": sentences([archive_sentence(article), quoted]),
        "keywords": keyword_list(article.tags) if article.tags else "",
        "ids": ",".join([key for key in article.ids if valid_key(key)]) if article.ids else "",
    }
    if related:
        # The addendum already says it, in every style; printed from the relation too it would stand there twice.
        fields |= {"related": ",".join(related), "relatedtype": "quotedin", "options": "related=false"}
    originals = [field_text(name.original) for name in article.authors if name.original.strip()]
    fields["nameaddon"] = "; ".join(originals)
    if article.title.strip():
        fields["usera"] = field_text(article.original.title)
    fields["userb"] = field_text(article.original.outlet)
    fields["annotation"] = annotation(article, context)
    return fields
