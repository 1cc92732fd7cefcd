"""BibTeX and BibLaTeX files as articles.

From bytes to text (`bib_source`), to entries with their fields (`bib_entries`), and here to records: fields of both
dialects under either's name, LaTeX as Unicode, names and dates in their parts. Fields that quotebank has none for
come along: as CSL variables (``csl``) where they are one, else under ``biblatex`` with their entry type, and go out
again.
"""

from collections.abc import Mapping

from quotebank.errors import BadInput
from quotebank.formats.bib_names import read_names
from quotebank.formats.bib_reading_fields import (
    CONTAINERS,
    DONE,
    FURTHER,
    KINDS,
    OWN,
    OWN_MARK,
    TAILS,
    VERBATIM,
    read_date,
    read_language,
    read_type,
)
from quotebank.formats.kept import laid_over, unpacked
from quotebank.formats.parsed import MOST_RAW, Parsed, Problem
from quotebank.model.articles import Article
from quotebank.model.keys import valid_key
from quotebank.text.latex_reading import decode, verbatim

Shape = dict[str, object]
Fields = Mapping[str, str]


def read(data: bytes) -> Parsed:
    """The records of a file and every problem with the rest, in the order of the file; raises nothing."""
    from quotebank.formats.bib_entries import inherit, read_entries
    from quotebank.formats.bib_source import decode_source

    source = decode_source(data)
    entries, problems = read_entries(source.text)
    entries, unsettled = inherit(entries)
    found = [*source.problems, *problems, *unsettled]
    if not entries and not found and (text := source.text.strip()):
        found.append(Problem(1, "no entry in the file", text[:MOST_RAW]))
    articles: list[Article] = []
    for entry in entries:
        try:
            article, unknown = article_of(entry.kind, entry.key, entry.fields)
        except BadInput as failure:
            found.append(Problem(entry.line, f"entry {entry.key!r}: {failure}", entry.raw[:MOST_RAW]))
            continue
        if unknown:
            told = f"entry {entry.key!r}: LaTeX kept as it is: {' '.join(unknown)}"
            found.append(Problem(entry.line, told, entry.raw[:MOST_RAW], mended=True))
        articles.append(article)
    return Parsed(articles, sorted(found, key=lambda problem: problem.line))


def article_of(kind: str, key: str, fields: Fields) -> tuple[Article, tuple[str, ...]]:
    """The article of an entry, what our own writer kept laid over it, and LaTeX commands that were left in it.

    Raises `BadInput`.
    """
    own = verbatim(fields.get(OWN, ""))
    shape, unknown = shape_of(kind, key, fields)
    if own.startswith(OWN_MARK):
        shape = laid_over(shape, unpacked(own.removeprefix(OWN_MARK)))
    return Article.from_json(shape), unknown


def shape_of(kind: str, key: str, fields: Fields) -> tuple[Shape, tuple[str, ...]]:
    """The JSON shape of an entry's article, and LaTeX commands that were left in it."""
    reading = _Reading(kind, fields)
    shape: Shape = {"key": key if valid_key(key) else "", "type": reading.type()}
    for field, text in (
        ("title", reading.title()),
        ("title_translated", reading.translated()),
        ("outlet", reading.outlet()),
        ("publisher", reading.text("publisher")),
        ("issue", reading.text("number", "issue")),
        ("volume", reading.text("volume")),
        ("pages", reading.text("pages").replace("–", "-")),
        ("url", reading.address("url")),
        ("language", read_language(reading.text("langid", "language", "hyphenation"))),
        ("note", reading.text("note")),
    ):
        if text:
            shape[field] = text
    for name, field in (("author", "authors"), ("translator", "translator")):
        if name in fields and (names := read_names(fields[name])):
            shape[field] = names
    reading.add_dates(shape)
    reading.add_lists(shape)
    reading.add_further(shape)
    return shape, tuple(dict.fromkeys(reading.unknown))


class _Reading:
    """One entry being read; `unknown` gathers the LaTeX commands nobody knew."""

    def __init__(self, kind: str, fields: Fields) -> None:
        self.kind = kind
        self.fields = fields
        self.unknown: list[str] = []
        self.noun_read = False

    def text(self, *names: str) -> str:
        """The first of these fields that says something, as Unicode."""
        for name in names:
            value = self.fields.get(name)
            if value:
                found, unknown = decode(value)
                self.unknown += unknown
                if found := found.strip():
                    return found
        return ""

    def address(self, name: str) -> str:
        value = self.fields.get(name, "")
        return verbatim(value).strip() if value else ""

    def type(self) -> str:
        kind, self.noun_read = read_type(self.kind, self.fields.get("entrysubtype", ""), self.text("type"))
        return kind

    def title(self) -> str:
        title, sub = self.text("title"), self.text("subtitle")
        return f"{title}: {sub}" if title and sub else title or sub

    def translated(self) -> str:
        """What stands in brackets in ``titleaddon``."""
        text = self.text("titleaddon")
        return text[1:-1] if text.startswith("[") and text.endswith("]") and "]" not in text[:-1] else ""

    def outlet(self) -> str:
        return self.text(*CONTAINERS)

    def add_dates(self, shape: Shape) -> None:
        date = read_date(self.text("date"), *(self.text(name) for name in ("year", "month", "day")))
        if date:
            shape["date"] = date
        if accessed := read_date(self.text("urldate", "accessed"), "", "", ""):
            shape["accessed"] = accessed

    def add_lists(self, shape: Shape) -> None:
        if tags := self.text("keywords", "keyword"):
            parts = tags.split("," if "," in tags else ";")
            shape["tags"] = list(dict.fromkeys(part.strip() for part in parts if part.strip()))
        if ids := self.fields.get("ids", ""):
            shape["ids"] = [key for part in ids.split(",") if valid_key(key := part.strip())]

    def add_further(self, shape: Shape) -> None:
        """CSL variables, and whatever else there is, by its own name."""
        variables: Shape = {}
        others: Shape = {}
        for name, value in self.fields.items():
            if name in DONE or not value.strip() or self._is_ours(name, value):
                continue
            text = self.address(name) if name in VERBATIM else self.text(name)
            if (name == "titleaddon" and "title_translated" in shape) or (name == "type" and self.noun_read):
                continue
            if name in FURTHER:
                variables[FURTHER[name]] = text
            elif name == "editor":
                variables["editor"] = [_csl_name(name) for name in read_names(value)]
            elif not (name == "addendum" and text.startswith(TAILS)):
                others[name] = text
        if variables:
            shape["csl"] = variables
        further: Shape = {"fields": others} if others else {}
        if self.kind not in KINDS:
            further["type"] = self.kind
        if further:
            shape["biblatex"] = further

    def _is_ours(self, name: str, value: str) -> bool:
        """Whether our own writer makes a field anew at each export."""
        if name in ("related", "relatedtype", "options"):
            return self.fields.get("relatedtype", "") == "quotedin"
        return name == "pubstate" and value == "n.d."


def _csl_name(name: Shape) -> Shape:
    return {"non-dropping-particle" if part == "particle" else part: text for part, text in name.items()}
