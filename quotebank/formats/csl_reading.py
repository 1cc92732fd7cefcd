"""CSL-JSON items as articles: those of Zotero, pandoc and other programs, and our own.

Values are taken as programs write them, not only as the schema has them: numbers as text, dates as ``raw``,
``literal`` or plain text, keywords parted by commas or semicolons. Formatting (``<i>``) is dropped. Variables that
quotebank has no field for come along in ``csl`` and go out again. Results are JSON shapes of articles.
"""

import re
from collections.abc import Mapping

from quotebank.errors import BadInput
from quotebank.formats.loose_dates import in_words
from quotebank.model.articles import TYPES
from quotebank.model.dates import PartialDate
from quotebank.model.keys import valid_key
from quotebank.text.csl import plain_text as unmarked

Shape = dict[str, object]

TEXTS = {
    "title": "title", "container-title": "outlet", "issue": "issue", "volume": "volume", "page": "pages",
    "section": "section", "URL": "url", "language": "language", "publisher": "publisher", "note": "note",
}  # fmt: skip
"""The fields of CSL's variables that are text."""

DONE = frozenset((
    "id", "citation-key", "citekey", "type", "author", "translator", "issued", "accessed", "keyword", "custom",
    *TEXTS,
))  # fmt: skip
"""Variables that fields stand for; the others are kept as they are."""

_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
OWN_TAIL = "Quoted in "
"""How our own ``references`` begin; they are made anew at each export."""

_LAST_YEAR = 9999


def read_item(item: Mapping[str, object]) -> Shape:
    """The JSON shape of one item's article, before what our own writer kept is laid over; raises `BadInput`."""
    shape: Shape = {"key": item_key(item)}
    further = {name: value for name, value in item.items() if name not in DONE}
    if str(further.get("references", "")).startswith(OWN_TAIL):
        del further["references"]
    kind = item.get("type")
    shape["type"] = kind if kind in TYPES else "document"
    if isinstance(kind, str) and kind not in TYPES:
        further["type"] = kind
    for variable, field in TEXTS.items():
        if text := plain_text(item.get(variable), variable):
            shape[field] = text
    for variable, field in (("author", "authors"), ("translator", "translator")):
        if names := _names(item.get(variable), variable):
            shape[field] = names
    _add_dates(shape, further, item)
    if tags := keywords(plain_text(item.get("keyword"), "keyword")):
        shape["tags"] = tags
    if further:
        shape["csl"] = further
    return shape


def item_key(item: Mapping[str, object]) -> str:
    """Its citation key if it has one that every format takes; an address or a number is none."""
    for name in ("citation-key", "citekey", "id"):
        key = item.get(name)
        if isinstance(key, str) and valid_key(key):
            return key
    return ""


def plain_text(value: object, where: str) -> str:
    """A variable as plain text; numbers are taken as text. Raises `BadInput` for lists and objects."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise BadInput(f"{where}: text is needed")
    text = str(value)
    if "<" not in text:
        return text
    return unmarked(re.sub(r"</?(?:i|b|sup|sub|sc|span)(?:\s[^<>]*)?>", "", text))


def keywords(text: str) -> list[str]:
    """Keywords parted by semicolons, or by commas where there is none, each once."""
    parts = text.split(";" if ";" in text else ",")
    return list(dict.fromkeys([part.strip() for part in parts if part.strip()]))


def _names(value: object, where: str) -> list[Shape]:
    if value is None:
        return []
    if not isinstance(value, list | tuple):
        raise BadInput(f"{where}: a list of names is needed")
    return [name for each in value if (name := _name(each, where))]


def _name(value: object, where: str) -> Shape:
    if isinstance(value, str):
        return {"literal": value} if value else {}
    if not isinstance(value, Mapping):
        raise BadInput(f"{where}: a name is an object with family and given")
    texts = {part: plain_text(value.get(part), f"{where}.{part}") for part in ("family", "given", "suffix", "literal")}
    if texts["literal"]:
        return {"literal": texts["literal"]}
    particles = [plain_text(value.get(part), where) for part in ("dropping-particle", "non-dropping-particle")]
    particle = " ".join(part for part in particles if part)
    if not texts["family"]:
        alone = texts["given"] or particle
        return {"literal": alone} if alone else {}
    name: Shape = {"family": texts["family"]}
    if texts["given"]:
        name["given"] = texts["given"]
    if particle:
        name["particle"] = particle
    if texts["suffix"]:
        name["suffix"] = texts["suffix"]
    if value.get("static-ordering") is True:
        name["family_first"] = True
    return name


def _add_dates(shape: Shape, further: Shape, item: Mapping[str, object]) -> None:
    """The dates; one in words that cannot be read stays what it is in ``csl``, and goes out as it came."""
    for variable, field in (("issued", "date"), ("accessed", "accessed")):
        value = item.get(variable)
        if value is None:
            continue
        text = edtf(value, variable)
        if text:
            shape[field] = text
        elif value:
            further[variable] = value


def edtf(value: object, where: str) -> str:
    """The EDTF text of a CSL date, ``""`` when its words say none; raises `BadInput` for an impossible one."""
    if isinstance(value, str | int):
        return in_words(str(value))
    if not isinstance(value, Mapping):
        raise BadInput(f"{where}: a date is an object with date-parts")
    parts = value.get("date-parts")
    if not parts:
        words = value.get("raw") or value.get("edtf") or value.get("literal") or ""
        return in_words(words) if isinstance(words, str) else ""
    if not isinstance(parts, list | tuple) or not all(isinstance(part, list | tuple) for part in parts):
        raise BadInput(f"{where}: date-parts is a list of lists of numbers")
    doubt = "~" if value.get("circa") not in (None, False, 0, "", "0", "false") else ""
    ends = [
        _point(part, value.get("season"), where) + doubt for part in parts[:2] if part and part[0] not in ("", None)
    ]
    text = "/".join(ends)
    return PartialDate.from_edtf(text).text if text else ""


def _point(parts: "list[object] | tuple[object, ...]", season: object, where: str) -> str:
    try:
        year, *rest = [int(str(part)) for part in parts[:3] if part not in ("", None)]
    except ValueError as failure:
        raise BadInput(f"{where}: date-parts are numbers") from failure
    text = f"{year:04}" if 0 <= year <= _LAST_YEAR else f"{year:05}" if -_LAST_YEAR <= year < 0 else f"Y{year}"
    if not rest and (number := _season(season)):
        return f"{text}-{number}"
    return "-".join([text, *(f"{part:02}" for part in rest)])


def _season(value: object) -> int:
    """A season as EDTF numbers it: CSL's 1 to 4, EDTF's 21 to 24, or its English name; 0 for none."""
    text = str(value).strip().lower() if value is not None else ""
    if text.isdigit():
        number = int(text)
        return number + 20 if 1 <= number <= 4 else number if 21 <= number <= 24 else 0  # noqa: PLR2004
    return _SEASONS.get(text, 0)
