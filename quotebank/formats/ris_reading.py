"""RIS records as articles: EndNote's, Zotero's and our own.

Tags that quotebank has no field for come along: as CSL variables (``csl``) where they are one, else under ``ris``, and
go out again. A line without a tag goes on with the value before it, as some programs wrap theirs.
"""

import re
from collections.abc import Iterator, Sequence

from quotebank.errors import BadInput
from quotebank.formats.kept import laid_over, unpacked
from quotebank.formats.loose_dates import in_words
from quotebank.formats.parsed import MOST_RAW, Parsed, Problem
from quotebank.formats.ris_tags import FURTHER, OWN, READ_TYPES, TEXTS
from quotebank.model.articles import Article
from quotebank.model.keys import valid_key

Shape = dict[str, object]

_AUTHORS, _TRANSLATORS, _KEYWORDS = ("AU", "A1"), ("A4",), ("KW",)
_SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}
_DATES = ("DA", "PY", "Y1")
_OWN_TAIL = "Quoted in "
_NAMES = {tag: name for name, tag in FURTHER.items()}
_DONE = frozenset((*TEXTS, *_AUTHORS, *_TRANSLATORS, *_KEYWORDS, *_DATES, "TY", "ID", "SP", "EP", "Y2", "ER", "N1"))


class _Record:
    """The tags and values of one record, with the line of the first and the text it was read from."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.lines: list[tuple[str, str]] = []
        self.raw: list[str] = []


def read_records(data: bytes) -> Parsed:
    """The articles and problems of a file, in whatever encoding; raises nothing."""
    from quotebank.formats.bib_source import decode_source

    source = decode_source(data)
    articles: list[Article] = []
    problems = list(source.problems)
    for record in _records(source.text, problems):
        try:
            articles.append(article_of(record.lines))
        except BadInput as failure:
            key = next((value for tag, value in record.lines if tag == "ID"), "")
            where = f"record {key!r}" if key else "record"
            problems.append(Problem(record.line, f"{where}: {failure}", "\n".join(record.raw)[:MOST_RAW]))
    return Parsed(articles, sorted(problems, key=lambda problem: problem.line))


def _records(text: str, problems: list[Problem]) -> Iterator[_Record]:
    current: _Record | None = None
    tagged = re.compile(r"([A-Z][A-Z0-9])(?:  ?- ?|  ?-$)(.*)")
    for number, line in enumerate(text.split("\n"), 1):
        found = tagged.match(line)
        if found and found[1] == "TY":
            if current:
                problems.append(Problem(current.line, "a record without an end (ER); read all the same", mended=True))
                yield current
            current = _Record(number)
        elif current is None:
            if line.strip():
                problems.append(Problem(number, "text outside a record; left out", line[:MOST_RAW], mended=True))
            continue
        assert current is not None
        current.raw.append(line)
        if found and found[1] == "ER":
            yield current
            current = None
        elif found:
            current.lines.append((found[1], found[2].strip()))
        elif line.strip() and current.lines:
            tag, value = current.lines[-1]
            current.lines[-1] = (tag, f"{value} {line.strip()}")
    if current:
        problems.append(Problem(current.line, "a record without an end (ER); read all the same", mended=True))
        yield current


def article_of(lines: Sequence[tuple[str, str]]) -> Article:
    """The article of a record's tags and values, what our own writer kept laid over it; raises `BadInput`."""
    shape = shape_of(lines)
    own = next((value for tag, value in lines if tag == "U1" and value.startswith(OWN)), "")
    return Article.from_json(laid_over(shape, unpacked(own.removeprefix(OWN))) if own else shape)


def shape_of(lines: Sequence[tuple[str, str]]) -> Shape:
    """The JSON shape of the article that a record's tags and values say."""
    values: dict[str, list[str]] = {}
    for tag, value in lines:
        if value:
            values.setdefault(tag, []).append(value)
    key = values.get("ID", [""])[0]
    kind = values.get("TY", ["GEN"])[0].upper()
    shape: Shape = {"key": key if valid_key(key) else "", "type": READ_TYPES.get(kind, "document")}
    for tag, field in TEXTS.items():
        if tag in values:
            shape.setdefault(field, values[tag][0])
    for tags, field in ((_AUTHORS, "authors"), (_TRANSLATORS, "translator")):
        if names := [_name(value) for tag in tags for value in values.get(tag, ())]:
            shape[field] = names
    _add_dates_and_pages(shape, values)
    if words := list(dict.fromkeys(values.get("KW", ()))):
        shape["tags"] = words
    if notes := [note for note in values.get("N1", ()) if not note.startswith(_OWN_TAIL)]:
        shape["note"] = "\n\n".join(notes)
    _add_further(shape, values)
    return shape


def _add_dates_and_pages(shape: Shape, values: dict[str, list[str]]) -> None:
    date = next((found for tag in _DATES for value in values.get(tag, ()) if (found := _date(value))), "")
    pages = "-".join(value for tag in ("SP", "EP") for value in values.get(tag, [])[:1])
    for field, text in (("date", date), ("accessed", _date(values.get("Y2", [""])[0])), ("pages", pages)):
        if text:
            shape[field] = text


def _add_further(shape: Shape, values: dict[str, list[str]]) -> None:
    """CSL variables, and tags of RIS alone: all that no field has taken."""
    variables: Shape = {}
    tags: Shape = {}
    for tag, found in values.items():
        others = found
        if tag in _NAMES:
            variables[_NAMES[tag]] = found[0]
            others = found[1:]
        elif tag in TEXTS:
            # A second title, or the same outlet abbreviated.
            others = [value for value in found if value != shape[TEXTS[tag]]]
        elif tag == "U1":
            others = [value for value in found if not value.startswith(OWN)]
        elif tag in _DONE:
            others = []
        if others:
            tags[tag] = others
    if variables:
        shape["csl"] = variables
    if tags:
        shape["ris"] = tags


def _name(value: str) -> Shape:
    """A person by the comma; without one, or with nothing behind it, an institution or a single name."""
    if value.endswith(",") and value.count(",") > 1:
        return {"literal": value.removesuffix(",")}
    family, comma, rest = value.partition(",")
    if not comma:
        return {"literal": value}
    given, _, suffix = rest.partition(",")
    name: Shape = {"family": family.strip()}
    for part, text in (("given", given.strip()), ("suffix", suffix.strip())):
        if text:
            name[part] = text
    return name if name["family"] else {"literal": value.strip(" ,")}


def _date(value: str) -> str:
    """The EDTF text of ``YYYY/MM/DD/other`` or of a date in words; ``""`` when it is none."""
    parts = [part.strip() for part in value.split("/")]
    year, month, day, other = [*parts, "", "", "", ""][:4]
    text = value
    if year.isdigit() and len(year) == 4 and len(parts) > 1:  # noqa: PLR2004
        season = _SEASONS.get(other.lower(), "")
        numbers = [year, *([part.zfill(2) for part in (month, day) if part.strip("0")] if month.strip("0") else [])]
        text = f"{year}-{season}" if season and not month.strip("0") else "-".join(numbers)
    return in_words(text)
