"""One item of a Zotero library as an article: its fields, creators, dates, tags, and what stands in ``extra``.

Lines of ``extra`` that name a CSL variable say its value (Zotero's manual, "Citing fields from Extra"), and Better
BibTeX keeps the citation key there. What no field and no CSL variable has comes along under ``zotero``.
"""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from quotebank.errors import BadInput
from quotebank.formats.csl_reading import plain_text
from quotebank.formats.library_fields import (
    DATE_VARIABLES,
    NAME_VARIABLES,
    add_date,
    canonical,
    csl_date_of,
    csl_names,
    date_of,
    doi_of,
    finished,
    language_of,
    name_in_words,
    person,
    set_type,
)
from quotebank.formats.text_source import utc_time
from quotebank.formats.zotero_tables import (
    AUTHORS,
    BOOKKEEPING,
    CREATORS,
    DATES,
    OUTLET_SERIES,
    TEXTS,
    TYPES,
    VARIABLES,
)
from quotebank.model.keys import valid_key

if TYPE_CHECKING:
    import re

    from quotebank.model.articles import Article

Shape = dict[str, object]

_KEY_NAMES = ("citation key", "citekey", "bibtex", "bibtex key")
_READ = BOOKKEEPING | TEXTS.keys() | VARIABLES.keys()
_NOTHING: tuple[object, ...] = (None, "", [], {})
_ATTACHED = ("title", "url", "path")


def article_of(item: Mapping[str, object]) -> "Article":
    """The article of an item that is no note, attachment or annotation; raises `BadInput`."""
    shape: Shape = {}
    further: Shape = {}
    own: dict[str, object] = {}
    kind = plain_text(item.get("itemType"), "itemType")
    set_type(shape, further, TYPES.get(kind, "document"))
    if kind not in TYPES:
        own["itemType"] = kind
    _add_texts(shape, further, own, item, kind)
    _add_creators(shape, further, item)
    for name in DATES:
        if "date" not in shape and (text := plain_text(item.get(name), name)):
            add_date(shape, further, "date", text)
    add_date(shape, further, "accessed", plain_text(item.get("accessDate"), "accessDate"))
    if language := plain_text(item.get("language"), "language"):
        shape["language"] = language_of(language)
    if tags := tags_of(item):
        shape["tags"] = list(tags)
    shape |= {
        field: time
        for name, field in (("dateAdded", "added"), ("dateModified", "modified"))
        if (time := utc_time(plain_text(item.get(name), name)))
    }
    _add_extra(shape, further, own, item)
    key = next((text for name in ("citationKey", "citekey") if (text := plain_text(item.get(name), name))), "")
    if valid_key(key):
        shape["key"] = key
    _add_own(own, item)
    return finished(shape, further, own, "zotero")


def tags_of(item: Mapping[str, object]) -> tuple[str, ...]:
    """The tags of an item, each once; they are texts, or objects with a ``tag``."""
    value = item.get("tags")
    every = value if isinstance(value, list) else []
    texts = [each.get("tag", each.get("name")) if isinstance(each, Mapping) else each for each in every]
    return tuple(dict.fromkeys(tag for text in texts if isinstance(text, str) and (tag := " ".join(text.split()))))


def _add_texts(shape: Shape, further: Shape, own: dict[str, object], item: Mapping[str, object], kind: str) -> None:
    if kind in OUTLET_SERIES and (series := plain_text(item.get("seriesTitle"), "seriesTitle")):
        shape["outlet"] = series
    for names, into in ((TEXTS, shape), (VARIABLES, further)):
        for name, field in names.items():
            text = plain_text(item.get(name), name).strip() if name in item else ""
            if not text or (name == "seriesTitle" and kind in OUTLET_SERIES):
                continue
            if field not in into:
                into[field] = doi_of(text) if name == "DOI" else text
            elif into[field] != text:
                own[name] = text


def _add_creators(shape: Shape, further: Shape, item: Mapping[str, object]) -> None:
    value = item.get("creators")
    if value in _NOTHING:
        return
    if not isinstance(value, list):
        raise BadInput("creators: a list of names is needed")
    found: dict[str, list[Shape]] = {}
    for each in value:
        if not isinstance(each, Mapping):
            raise BadInput("creators: a name is an object with lastName and firstName, or name")
        role = plain_text(each.get("creatorType"), "creatorType") or "author"
        field = "author" if role in AUTHORS else CREATORS.get(role, "contributor")
        if name := _name(each):
            found.setdefault(field, []).append(name)
    for field, names in found.items():
        if field in ("author", "translator"):
            shape["authors" if field == "author" else field] = names
        else:
            further[field] = csl_names(names)


def _name(creator: Mapping[str, object]) -> Shape:
    """A person in two fields; one field is an institution, or a name of one word."""
    family, given, whole = (
        " ".join(plain_text(creator.get(part), f"creators.{part}").split())
        for part in ("lastName", "firstName", "name")
    )
    if family and given:
        return person(family, given)
    text = whole or family or given
    if not text:
        return {}
    return {"literal": text} if whole or creator.get("fieldMode") == 1 or " " in text else name_in_words(text)


def _add_extra(shape: Shape, further: Shape, own: dict[str, object], item: Mapping[str, object]) -> None:
    value = item.get("extra")
    lines = value if isinstance(value, list) else plain_text(value, "extra").split("\n")
    rest: list[str] = []
    for line in lines:
        text = line.strip() if isinstance(line, str) else ""
        found = _pair().fullmatch(text) if len(text) < 4000 else None  # noqa: PLR2004
        if text and not (found and _took(shape, further, found[1], found[2].strip())):
            rest.append(text)
    if rest:
        own["extra"] = "\n".join(rest)


@cache
def _pair() -> "re.Pattern[str]":
    import re

    return re.compile(r"([A-Za-z][A-Za-z _-]{0,40}?)\s*:\s*(\S.*)")


def _took(shape: Shape, further: Shape, name: str, value: str) -> bool:
    """Whether a line of ``extra`` was understood."""
    lower = name.lower()
    if lower in _KEY_NAMES:
        if valid_key(value):
            shape["key"] = value
        return valid_key(value)
    if lower == "issued":
        date = date_of(value)
        shape |= {"date": date} if date else {}
        return bool(date)
    variable = canonical(name)
    if not variable or variable in further:
        return False
    if variable in NAME_VARIABLES:
        family, mark, given = value.partition("||")
        names = [person(family, given) if mark else name_in_words(value)]
        further[variable] = csl_names([name for name in names if name])
    else:
        further[variable] = csl_date_of(value) if variable in DATE_VARIABLES else value
    return True


def _add_own(own: dict[str, object], item: Mapping[str, object]) -> None:
    """Fields that only Zotero has, where its attachments are, and the item's key in its library."""
    own |= {name: value for name, value in item.items() if name not in _READ and value not in _NOTHING}
    if key := key_of(item):
        own["key"] = key
    value = item.get("attachments")
    attached = [
        {name: each[name] for name in _ATTACHED if isinstance(each.get(name), str) and each[name]}
        for each in (value if isinstance(value, list) else [])
        if isinstance(each, Mapping)
    ]
    if attached := [each for each in attached if len(each) > ("title" in each)]:
        own["attachments"] = attached


def key_of(item: Mapping[str, object]) -> str:
    """The key of an item in its library: its own, or the last part of its address there."""
    for name in ("key", "itemKey", "uri"):
        value = item.get(name)
        if isinstance(value, str) and value:
            return value.rstrip("/").rpartition("/")[2]
    return ""
