"""EndNote's XML, which Zotero, JabRef and databases write too: records as articles.

There is no public specification: elements are those that EndNote exports, ``<style>`` within them is dropped. A
record's ``ref-type`` decides what its secondary title, number and authors mean. What no field and no CSL variable has
comes along under ``endnote``.
"""

import re
from typing import TYPE_CHECKING

from quotebank.errors import BadInput
from quotebank.formats.library_fields import (
    add_date,
    csl_names,
    date_of,
    doi_of,
    finished,
    language_of,
    name_in_words,
    set_type,
)
from quotebank.formats.parsed import Parsed, Problem
from quotebank.formats.xml_records import records_of
from quotebank.model.keys import valid_key

if TYPE_CHECKING:
    from quotebank.formats.xml_records import Element
    from quotebank.model.articles import Article

_Shape = dict[str, object]

_TYPES = {
    "2": "graphic", "3": "motion_picture", "4": "bill", "5": "chapter", "6": "book", "7": "legal_case", "8": "book",
    "9": "software", "10": "paper-conference", "12": "webpage", "13": "document", "14": "hearing",
    "17": "article-journal", "19": "article-magazine", "20": "map", "21": "motion_picture", "23": "article-newspaper",
    "24": "pamphlet", "25": "patent", "26": "personal_communication", "27": "report", "28": "book",
    "31": "legislation", "32": "thesis", "34": "manuscript", "36": "manuscript", "37": "figure", "38": "figure",
    "39": "figure", "43": "article-journal", "44": "book", "45": "webpage", "46": "report", "47": "paper-conference",
    "48": "webpage", "49": "classic", "50": "regulation", "51": "classic", "52": "entry-dictionary",
    "53": "entry-encyclopedia", "54": "report", "55": "dataset", "56": "post-weblog", "57": "periodical",
    "58": "standard", "59": "dataset", "60": "chapter", "61": "song",
}  # fmt: skip
"""The CSL type of a ``ref-type``; figures and databases have no nearer one."""

_NAMED_TYPES = {
    "aggregated database": "dataset", "ancient text": "classic", "artwork": "graphic",
    "audiovisual material": "motion_picture", "bill": "bill", "blog": "post-weblog", "book": "book",
    "book section": "chapter", "case": "legal_case", "catalog": "book", "chart or table": "figure",
    "classical work": "classic", "computer program": "software", "conference paper": "paper-conference",
    "conference proceedings": "paper-conference", "dataset": "dataset", "dictionary": "entry-dictionary",
    "discussion forum": "post", "edited book": "book", "electronic article": "article-journal",
    "electronic book": "book", "electronic book section": "chapter", "encyclopedia": "entry-encyclopedia",
    "equation": "figure", "figure": "figure", "film or broadcast": "motion_picture", "generic": "document",
    "government document": "report", "grant": "report", "hearing": "hearing", "interview": "interview",
    "journal article": "article-journal", "legal rule or regulation": "regulation",
    "magazine article": "article-magazine", "manuscript": "manuscript", "map": "map",
    "multimedia application": "software", "music": "song", "newspaper article": "article-newspaper",
    "online database": "webpage", "online multimedia": "webpage", "pamphlet": "pamphlet", "patent": "patent",
    "personal communication": "personal_communication", "podcast": "broadcast", "press release": "document",
    "report": "report", "serial": "periodical", "social media": "post", "standard": "standard",
    "statute": "legislation", "television episode": "broadcast", "thesis": "thesis",
    "unpublished work": "manuscript", "web page": "webpage",
}  # fmt: skip
"""The CSL type by the name of a ``ref-type``, which goes first: Mendeley and others number the types differently."""

_EDITED_BOOK = ("28", "edited book")
_SERIALS = frozenset(("article-journal", "article-magazine", "article-newspaper", "post-weblog", "periodical"))
_MONOGRAPHS = frozenset(("book", "report", "classic", "motion_picture", "map"))
"""Types whose secondary title is that of the series."""

_TEXTS = {"pages": "pages", "volume": "volume", "section": "section", "publisher": "publisher"}
_VARIABLES = {
    "edition": "edition", "pub-location": "publisher-place", "accession-num": "archive_location",
    "call-num": "call-number", "abstract": "abstract", "work-type": "genre", "num-vols": "number-of-volumes",
    "remote-database-name": "source",
}  # fmt: skip
_BOOKKEEPING = frozenset(("database", "source-app", "rec-number", "foreign-keys", "modified-date"))
"""Elements about the record and not about its source."""

_READ = frozenset((
    "ref-type", "contributors", "titles", "periodical", "keywords", "dates", "isbn", "electronic-resource-num", "label",
    "notes", "research-notes", "language", "urls", "access-date", "number", "issue",
    *_TEXTS, *_VARIABLES, *_BOOKKEEPING,
))  # fmt: skip


def looks_like(start: bytes) -> bool:
    """Whether the first bytes of a file are EndNote's XML."""
    from quotebank.formats.xml_records import root_of

    return root_of(start) in ("xml", "records", "record") and b"<record" in start


def read(data: bytes) -> Parsed:
    """The articles and problems of a file; raises nothing."""
    articles: list[Article] = []
    problems: list[Problem] = []
    for each in records_of(data, "record", ("xml", "records")):
        if isinstance(each, Problem):
            problems.append(each)
            continue
        if each.element.first("ref-type") is None and each.element.first("titles") is None:
            problems.append(Problem(each.line, "not a record of EndNote: no ref-type and no titles", each.raw))
            continue
        try:
            articles.append(_article(each.element))
        except BadInput as failure:
            problems.append(Problem(each.line, str(failure), each.raw))
    return Parsed(articles, problems)


def _article(record: "Element") -> "Article":
    shape: _Shape = {}
    further: _Shape = {}
    own: dict[str, object] = {}
    kind = _kind(record, own)
    set_type(shape, further, kind)
    _add_label(shape, own, record)
    _add_names(shape, further, own, record)
    _add_titles(shape, further, own, record)
    for tags, fields in ((_TEXTS, shape), (_VARIABLES, further)):
        fields |= {field: text for tag, field in tags.items() if (text := record.text_at(tag))}
    _add_numbers(shape, further, own, record)
    _add_dates(shape, further, own, record)
    _add_addresses(shape, own, record)
    if language := record.text_at("language"):
        shape["language"] = language_of(language)
    if words := list(dict.fromkeys(text for word in record.all("keywords/keyword") if (text := word.text))):
        shape["tags"] = words
    if notes := [text for tag in ("notes", "research-notes") if (text := _paragraphs(record.first(tag)))]:
        shape["note"] = "\n\n".join(notes)
    own |= {child.name: text for child in record.children if child.name not in _READ and (text := child.text)}
    return finished(shape, further, own, "endnote")


def _kind(record: "Element", own: dict[str, object]) -> str:
    number, named = _ref_type(record)
    kind = _NAMED_TYPES.get(named) or _TYPES.get(number)
    if kind is None and (named or number):
        own["ref-type"] = named or number
    return kind or "document"


def _ref_type(record: "Element") -> tuple[str, str]:
    """The number and the name of a record's type."""
    found = record.first("ref-type")
    return ("", "") if found is None else (found.text, found.attributes.get("name", "").lower())


def _add_label(shape: _Shape, own: dict[str, object], record: "Element") -> None:
    """The label is where citation keys stand; one without letters and figures is a label."""
    label = record.text_at("label")
    is_key = valid_key(label) and any(map(str.isdigit, label)) and any(map(str.isalpha, label))
    if is_key:
        shape["key"] = label
    elif label:
        own["label"] = label


def _add_names(shape: _Shape, further: _Shape, own: dict[str, object], record: "Element") -> None:
    kind = further.get("type", shape["type"])
    is_book = kind in _MONOGRAPHS
    has_authors = bool(record.text_at("contributors/authors"))
    number, named = _ref_type(record)
    roles = {
        "authors": "editor" if (named or number) in _EDITED_BOOK else "authors",
        "secondary-authors": "collection-editor"
        if is_book and has_authors
        else "interviewer"
        if kind == "interview"
        else "editor",
        "tertiary-authors": "editor" if is_book else "collection-editor",
        "subsidiary-authors": "contributor" if kind in ("paper-conference", "motion_picture") else "translator",
    }
    for tag, field in roles.items():
        names = [name for author in record.all(f"contributors/{tag}/author") if (name := name_in_words(author.text))]
        if not names:
            continue
        if field in ("authors", "translator"):
            shape[field] = names
        else:
            further.setdefault(field, csl_names(names))
    if found := [text for each in record.all("contributors/translated-authors/author") if (text := each.text)]:
        own["translated-authors"] = found


def _add_titles(shape: _Shape, further: _Shape, own: dict[str, object], record: "Element") -> None:
    titles = {child.name: text for each in record.all("titles") for child in each.children if (text := child.text)}
    journal = record.text_at("periodical/full-title")
    is_book = further.get("type", shape["type"]) in _MONOGRAPHS
    second = titles.pop("secondary-title", "")
    outlet = journal if is_book else second or journal
    for tag, field, into in (
        ("title", "title", shape),
        ("translated-title", "title_translated", shape),
        ("short-title", "title-short", further),
        ("tertiary-title", "volume-title" if is_book else "collection-title", further),
    ):
        if text := titles.pop(tag, ""):
            into[field] = text
    if is_book and second:
        further["collection-title"] = second
    if outlet:
        shape["outlet"] = outlet
    if journal and journal != outlet:
        own["full-title"] = journal
    if short := record.text_at("periodical/abbr-1"):
        further["container-title-short"] = short
    own |= titles


def _add_numbers(shape: _Shape, further: _Shape, own: dict[str, object], record: "Element") -> None:
    kind = further.get("type", shape["type"])
    number, issue = record.text_at("number"), record.text_at("issue")
    if kind in _SERIALS or kind == "document":
        shape |= {"issue": number or issue} if number or issue else {}
        if number and issue and number != issue:
            own["issue"] = issue
    else:
        series = kind in ("book", "chapter")
        further |= {"collection-number" if series else "number": number} if number else {}
        own |= {"issue": issue} if issue else {}
    if text := record.text_at("isbn"):
        # One element for ISBN, ISSN and the number of a report.
        further[
            "ISSN" if kind in _SERIALS else "number" if kind == "report" and "number" not in further else "ISBN"
        ] = text
    if text := record.text_at("electronic-resource-num"):
        further["DOI"] = doi_of(text)


def _add_dates(shape: _Shape, further: _Shape, own: dict[str, object], record: "Element") -> None:
    """The date: a day and month beside the year, or a whole date."""
    year, day = record.text_at("dates/year"), record.text_at("dates/pub-dates/date")
    own_year = len(max(re.findall(r"\d+", day[:100]), default="", key=len)) > 3  # noqa: PLR2004
    found = date_of(day if own_year else f"{day} {year}") if day and (year or own_year) else ""
    if own_year and found[:4] != year[:4] and year:
        found = ""
    if found:
        shape["date"] = found
    else:
        add_date(shape, further, "date", year or day)
        if year and day:
            own["pub-date"] = day
    add_date(shape, further, "accessed", record.text_at("access-date"))


def _add_addresses(shape: _Shape, own: dict[str, object], record: "Element") -> None:
    """The first address of the web is the article's; files and further ones are kept."""
    urls = [
        text
        for tag in ("web-urls", "related-urls", "text-urls", "pdf-urls", "image-urls")
        for each in record.all(f"urls/{tag}/url")
        if (text := each.raw_text.strip())
    ]
    first = next((url for url in urls if url.lower().startswith(("http://", "https://"))), "")
    if first:
        shape["url"] = first
    if others := [url for url in dict.fromkeys(urls) if url != first]:
        own["urls"] = others


def _paragraphs(element: "Element | None") -> str:
    """A note with its lines."""
    lines = element.raw_text.replace("\r", "\n").split("\n") if element is not None else []
    return "\n".join(" ".join(line.split()) for line in lines).strip("\n")
