"""What the fields and types of BibTeX and BibLaTeX files mean to a record: tables, dates, languages."""

import re

from quotebank.formats.bib_text import LANGUAGES
from quotebank.formats.loose_dates import as_edtf, in_words

KINDS = {
    "article": "article-journal", "online": "webpage", "electronic": "webpage", "www": "webpage", "report": "report",
    "techreport": "report", "book": "book", "mvbook": "book", "collection": "book", "proceedings": "book",
    "inbook": "chapter", "incollection": "chapter", "bookinbook": "chapter", "suppbook": "chapter",
    "inproceedings": "paper-conference", "conference": "paper-conference", "thesis": "thesis", "phdthesis": "thesis",
    "mastersthesis": "thesis", "misc": "document", "unpublished": "manuscript", "booklet": "pamphlet",
    "periodical": "periodical", "video": "motion_picture", "movie": "motion_picture", "letter":
    "personal_communication",
    "legislation": "legislation", "review": "review", "newspaper": "article-newspaper",
}  # fmt: skip
"""The CSL type of an entry type; any other is a document, and its name is kept."""

SUBTYPES = {"newspaper": "article-newspaper", "news": "article-newspaper", "magazine": "article-magazine"}
"""What ``entrysubtype`` makes of an article."""

NOUNS = {
    "article-newspaper": "Newspaper article", "article-magazine": "Magazine article",
    "article-journal": "Journal article", "webpage": "Web page", "post-weblog": "Blog post", "post": "Post",
    "report": "Report", "broadcast": "Broadcast", "interview": "Interview", "speech": "Speech", "book": "Book",
    "chapter": "Chapter", "paper-conference": "Paper", "thesis": "Thesis", "motion_picture": "Film",
    "personal_communication": "Personal communication", "legislation": "Law", "manuscript": "Manuscript",
    "pamphlet": "Pamphlet", "review": "Review", "periodical": "Periodical", "article": "Article",
}  # fmt: skip
"""What a type is called; in brackets it stands for a missing title (APA manual, 7th ed., 9.22)."""

_NAMED = {noun: kind for kind, noun in NOUNS.items()}

CONTAINERS = (
    "journaltitle", "journal", "booktitle", "organization", "institution", "school", "howpublished", "series",
)  # fmt: skip
"""Fields that say where something appeared, the first that is there."""

FURTHER = {
    "doi": "DOI", "isbn": "ISBN", "issn": "ISSN", "abstract": "abstract", "edition": "edition",
    "location": "publisher-place", "address": "publisher-place", "pagetotal": "number-of-pages",
    "shortjournal": "container-title-short", "shorttitle": "title-short", "eventtitle": "event-title",
}  # fmt: skip
"""CSL variables of fields that quotebank has none for."""

VERBATIM = frozenset(("doi", "eprint", "file", "pdf", "url", "urlraw", "verba", "verbb", "verbc", "isbn", "issn"))
"""Fields that TeX does not read as text (biblatex manual, 2.2.1, type "verbatim" and "uri")."""

OWN = "verba"
"""biblatex's first verbatim field of users' own (manual, 2.2.4): what only quotebank reads, behind ``quotebank:``."""

OWN_MARK = "quotebank:"

TAILS = ("Quoted in ", "As cited in ", "Qtd. in ", "Цит. по: ", "Archived at ")
"""How our own addenda begin; they are made anew at each export."""

DONE = frozenset((
    "title", "subtitle", "author", "translator", "publisher", "number", "issue", "volume", "pages", "url", "langid",
    "language", "hyphenation", "note", "date", "year", "month", "day", "urldate", "keywords", "keyword", "ids",
    "key", "entrysubtype", "accessed", "crossref", "xdata", "xref",
    OWN,
    *CONTAINERS,
))  # fmt: skip
"""Fields that are read, or that say nothing outside their file."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}
_TAGS = {name: tag for tag, name in reversed(LANGUAGES.items())} | {
    "american": "en-US", "british": "en-GB", "ukenglish": "en-GB", "usenglish": "en-US", "canadian": "en-CA",
    "australian": "en-AU", "ngerman": "de", "german": "de", "austrian": "de-AT", "naustrian": "de-AT",
    "nswissgerman": "de-CH", "swissgerman": "de-CH", "francais": "fr", "frenchb": "fr", "canadien": "fr-CA",
    "brazilian": "pt-BR", "brazil": "pt-BR", "portuges": "pt", "nynorsk": "nn", "bokmal": "nb", "magyar": "hu",
    "farsi": "fa", "greek": "el", "polutonikogreek": "el", "slovene": "sl", "serbianc": "sr-Cyrl",
    "mexican": "es-MX", "catalan": "ca", "latin": "la", "irish": "ga", "welsh": "cy", "icelandic": "is",
}  # fmt: skip


def read_type(kind: str, subtype: str, noun: str) -> tuple[str, bool]:
    """The CSL type by an entry's type, ``entrysubtype`` and ``type`` field, and whether the last was understood."""
    if noun in _NAMED and kind not in ("article", "online"):
        return _NAMED[noun], True
    known = KINDS.get(kind, "document")
    return (SUBTYPES.get(subtype.strip().lower(), known) if kind == "article" else known), False


def read_language(text: str) -> str:
    """The BCP 47 tag of babel's name for a language; a tag stays one, and so does a name nobody knows."""
    return _TAGS.get(text.lower(), text)


def read_date(date: str, year: str, month: str, day: str) -> str:
    """The EDTF text of a ``date`` field, else of year, month and day; ``""`` when they say none."""
    if date and (found := as_edtf(date)):
        return found
    if not year:
        return ""
    season = _SEASONS.get(month.strip().lower(), "")
    if season and year.isdigit():
        return as_edtf(f"{int(year):04}-{season}")
    number, days = _month(month)
    parts = [f"{int(year):04}" if year.isdecimal() and len(year) < 5 else year]  # noqa: PLR2004
    if number:
        parts.append(f"{number:02}")
        first = day or days
        if first.isdecimal():
            parts.append(f"{int(first):02}")
    return as_edtf("-".join(parts)) or in_words(" ".join(part for part in (day, month, year) if part)) or in_words(year)


def _month(text: str) -> tuple[int, str]:
    """The number of a month, and the day that some write beside it (``29~sep``): 0 for none."""
    words = re.sub(r"[~.\"#]", " ", text).lower().split()
    number, day = 0, ""
    for word in words:
        if word.isdecimal():
            day = word
        elif word[:3] in _MONTHS:
            number = _MONTHS.index(word[:3]) + 1
    if not number and day.isdecimal() and len(words) == 1 and 1 <= int(day) <= len(_MONTHS):
        return int(day), ""
    return number, day
