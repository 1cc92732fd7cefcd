"""MODS, the Library of Congress's records in XML, as libraries, Zotero and bibutils write them: articles.

Elements are those of MODS 3 (loc.gov/standards/mods, user guidelines), with or without a namespace. A ``relatedItem``
of type host is where an article appeared, one of type series its series. What no field and no CSL variable has comes
along under ``mods``; what a record says of itself (``recordInfo``) is left.
"""

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
    person,
    set_type,
)
from quotebank.formats.mods_tables import GENRES, IDENTIFIERS, RESOURCES, ROLES
from quotebank.formats.parsed import Parsed, Problem
from quotebank.formats.xml_records import Element, records_of
from quotebank.model.keys import valid_key

if TYPE_CHECKING:
    from quotebank.model.articles import Article

_Shape = dict[str, object]

_READ = frozenset((
    "titleInfo", "name", "typeOfResource", "genre", "originInfo", "language", "abstract", "note", "subject",
    "relatedItem", "identifier", "location", "part", "recordInfo",
))  # fmt: skip
_DATES = ("dateIssued", "copyrightDate", "dateCreated", "dateOther")
_DETAILS = {"volume": "volume", "issue": "issue", "number": "issue", "section": "section"}


def looks_like(start: bytes) -> bool:
    """Whether the first bytes of a file are MODS."""
    from quotebank.formats.xml_records import root_of

    return root_of(start) in ("mods", "modsCollection")


def read(data: bytes) -> Parsed:
    """The articles and problems of a file; raises nothing."""
    articles: list[Article] = []
    problems: list[Problem] = []
    for each in records_of(data, "mods", ("modsCollection",)):
        if isinstance(each, Problem):
            problems.append(each)
            continue
        try:
            articles.append(_article(each.element))
        except BadInput as failure:
            problems.append(Problem(each.line, str(failure), each.raw))
    return Parsed(articles, problems)


def _article(mods: Element) -> "Article":
    shape: _Shape = {}
    further: _Shape = {}
    own: dict[str, object] = {}
    related = mods.all("relatedItem")
    host = next((each for each in related if each.attributes.get("type") == "host"), Element("", {}))
    set_type(shape, further, _kind(mods, host))
    _add_titles(shape, further, own, mods)
    _add_names(shape, further, own, (*mods.all("name"), *host.all("name")))
    if outlet := _title(host.first("titleInfo")):
        shape["outlet"] = outlet
    _add_origin(shape, further, (mods, host))
    _add_part(shape, (mods, host))
    _add_identifiers(shape, further, own, mods, host)
    _add_location(shape, further, own, mods)
    _add_words(shape, further, mods)
    _add_series(further, own, [each for each in related if each is not host])
    for child in mods.children:
        if child.name not in _READ and (text := child.text):
            kept = own.setdefault(child.name, [])
            assert isinstance(kept, list)
            kept.append(text)
    return finished(shape, further, own, "mods")


def _kind(mods: Element, host: Element) -> str:
    """The type by its genre, that of its host, the kind of resource, and how it was issued."""
    genres = [each.text.lower().rstrip(".") for each in (*mods.all("genre"), *host.all("genre"))]
    found = next((GENRES[genre] for genre in genres if genre in GENRES), "")
    is_part = bool(host.name)
    if not found:
        found = RESOURCES.get(mods.text_at("typeOfResource").lower(), "")
    if not found and is_part:
        is_serial = "continuing" in (host.text_at("originInfo/issuance"), mods.text_at("originInfo/issuance"))
        details = [each.attributes.get("type") for each in (*host.all("part/detail"), *mods.all("part/detail"))]
        found = "article-journal" if is_serial or "issue" in details or "volume" in details else "chapter"
    if not found and mods.text_at("originInfo/issuance") == "monographic":
        found = "book"
    return "chapter" if found == "book" and is_part else found or "document"


def _title(info: Element | None) -> str:
    """A title with its article, subtitle and part (user guidelines, titleInfo)."""
    if info is None:
        return ""
    article, title, below = info.text_at("nonSort"), info.text_at("title"), info.text_at("subTitle")
    joint = "" if article.endswith(("'", "’", "-")) else " "
    title = f"{article}{joint}{title}" if article and title else title or article
    title = f"{title}: {below}" if title and below else title or below
    return ". ".join(part for part in (title, info.text_at("partNumber"), info.text_at("partName")) if part)


def _add_titles(shape: _Shape, further: _Shape, own: dict[str, object], mods: Element) -> None:
    others: list[str] = []
    for info in mods.all("titleInfo"):
        title, kind = _title(info), info.attributes.get("type", "")
        script = info.attributes.get("script", "")
        if not title:
            continue
        if not kind and "title" not in shape:
            shape["title"] = title
        elif not kind and script and "original" not in shape:
            shape["original"] = {"title": title, "script": script}
        elif kind == "translated" and "title_translated" not in shape:
            shape["title_translated"] = title
        elif kind == "abbreviated" and "title-short" not in further:
            further["title-short"] = title
        else:
            others.append(title)
    if others:
        own["titleInfo"] = others


def _add_names(shape: _Shape, further: _Shape, own: dict[str, object], names: tuple[Element, ...]) -> None:
    found: dict[str, list[_Shape]] = {}
    others: list[str] = []
    for each in names:
        name = _name(each)
        roles = [role.text.lower().rstrip(".") for role in each.all("role/roleTerm") or each.all("role")]
        field = next((ROLES[role] for role in roles if role in ROLES), "" if any(roles) else "author")
        if not field or not name:
            words = [
                text for path in ("namePart", "displayForm", "role") for part in each.all(path) if (text := part.text)
            ]
            others += [" ".join(words)] if words else []
        elif name not in found.setdefault(field, []):
            found[field].append(name)
    for field, people in found.items():
        if field in ("author", "translator"):
            shape["authors" if field == "author" else field] = people
        else:
            further[field] = csl_names(people)
    if others:
        own["name"] = others


def _name(element: Element) -> _Shape:
    parts: dict[str, list[str]] = {}
    for part in element.all("namePart"):
        if text := part.text:
            parts.setdefault(part.attributes.get("type", ""), []).append(text)
    family, given, whole = (" ".join(parts.get(kind, ())) for kind in ("family", "given", ""))
    if element.attributes.get("type") in ("corporate", "conference", "family"):
        text = ". ".join(parts.get("", ())) or family or element.text_at("displayForm")
        return {"literal": text} if text else {}
    if family or given:
        return person(family, given, " ".join(parts.get("termsOfAddress", ())))
    text = whole or element.text_at("displayForm")
    return name_in_words(text) if text else {}


def _add_origin(shape: _Shape, further: _Shape, where: tuple[Element, Element]) -> None:
    """Date, publisher and place, the article's own before its host's."""
    infos = [info for each in where for info in each.all("originInfo")]
    every = [info.all(tag) for tag in _DATES for info in infos]
    key = [each for dates in every for each in dates if each.attributes.get("keyDate") == "yes"]
    date = (_date(key) if len(key) == 1 else "") or next((text for dates in every if (text := _date(dates))), "")
    printed = next((text for each in where if (text := each.text_at("part/date"))), "")
    add_date(shape, further, "date", date_of(printed) or date or printed)
    add_date(shape, further, "accessed", next((text for info in infos if (text := info.text_at("dateCaptured"))), ""))
    if publisher := next((text for info in infos if (text := info.text_at("publisher"))), ""):
        shape["publisher"] = publisher
    if edition := next((text for info in infos if (text := info.text_at("edition"))), ""):
        further["edition"] = edition
    places = [term for info in infos for term in info.all("place/placeTerm") or info.all("place")]
    places = [term for term in places if term.attributes.get("type") != "code"] or places
    if places and places[0].text:
        further["publisher-place"] = places[0].text


def _date(elements: list[Element]) -> str:
    """A date, or its start and end, with its doubt: of several the first that can be read, coded ones before others."""
    ends = {each.attributes.get("point", ""): each.text for each in elements if each.text}
    start, end = date_of(ends.get("start", "")), date_of(ends.get("end", ""))
    if start and end and "/" not in start + end:
        return f"{start}/{end}"
    chosen = sorted((each for each in elements if each.text), key=lambda each: "encoding" not in each.attributes)
    for each in chosen:
        if text := date_of(each.text):
            mark = {"approximate": "~", "questionable": "?"}.get(each.attributes.get("qualifier", ""), "")
            return text if text.endswith(("~", "?", "%")) or "/" in text else f"{text}{mark}"
    return chosen[0].text if chosen else ""


def _add_part(shape: _Shape, where: tuple[Element, Element]) -> None:
    for part in (part for each in where for part in each.all("part")):
        for detail in part.all("detail"):
            field = _DETAILS.get(detail.attributes.get("type", ""), "")
            if field and (text := detail.text_at("number") or detail.text_at("title") or detail.text_at("caption")):
                shape.setdefault(field, text)
        for extent in part.all("extent"):
            if extent.attributes.get("unit", "page") not in ("page", "pages", "p."):
                continue
            ends = [text for tag in ("start", "end") if (text := extent.text_at(tag))]
            if pages := "-".join(dict.fromkeys(ends)) or extent.text_at("list"):
                shape.setdefault("pages", pages)
        for detail in part.all("detail"):
            if detail.attributes.get("type") in ("page", "pages") and (text := detail.text_at("number")):
                shape.setdefault("pages", text)


def _add_identifiers(shape: _Shape, further: _Shape, own: dict[str, object], mods: Element, host: Element) -> None:
    key = mods.attributes.get("ID", "")
    others: dict[str, str] = {}
    for each in (*mods.all("identifier"), *host.all("identifier")):
        kind, text = each.attributes.get("type", "").lower(), each.text
        if not text or each.attributes.get("invalid") == "yes":
            continue
        if kind == "citekey":
            key = text
        elif kind in ("uri", "url") and text.lower().startswith("http"):
            shape.setdefault("url", text)
        elif kind in IDENTIFIERS:
            # Libraries say the binding behind an ISBN: 0801486394 (pbk.).
            text = doi_of(text) if kind == "doi" else text.partition(" (")[0]
            further.setdefault(IDENTIFIERS[kind], text)
        else:
            others.setdefault(kind or "identifier", text)
    if valid_key(key):
        shape["key"] = key
    if others:
        own["identifier"] = others


def _add_location(shape: _Shape, further: _Shape, own: dict[str, object], mods: Element) -> None:
    """The address, the one marked as primary first, and where the original lies."""
    urls = [each for each in mods.all("location/url") if each.text]
    urls.sort(
        key=lambda each: ("primary" not in each.attributes.get("usage", ""), each.attributes.get("access") == "preview")
    )
    if urls:
        shape["url"] = urls[0].text
        add_date(shape, further, "accessed", urls[0].attributes.get("dateLastAccessed", ""))
    if others := [each.text for each in urls[1:]]:
        own["url"] = others
    for tag, variable in (("physicalLocation", "archive"), ("shelfLocator", "call-number")):
        if text := mods.text_at(f"location/{tag}"):
            further[variable] = text


def _add_words(shape: _Shape, further: _Shape, mods: Element) -> None:
    """Language, abstract, notes, and subjects as tags."""
    terms = list(mods.all("language/languageTerm") or mods.all("language"))
    terms.sort(key=lambda term: term.attributes.get("type") != "code")
    if terms and terms[0].text:
        shape["language"] = language_of(terms[0].text)
    if abstract := mods.text_at("abstract"):
        further["abstract"] = abstract
    if notes := [text for note in mods.all("note") if (text := note.text)]:
        shape["note"] = "\n\n".join(notes)
    words = [
        child.text if child.name != "name" else ", ".join(part.text for part in child.all("namePart"))
        for subject in mods.all("subject")
        for child in subject.children
        if child.name in ("topic", "geographic", "temporal", "name", "genre", "occupation", "titleInfo")
    ]
    if tags := list(dict.fromkeys(filter(None, words))):
        shape["tags"] = tags


def _add_series(further: _Shape, own: dict[str, object], related: list[Element]) -> None:
    others: list[str] = []
    for each in related:
        title = _title(each.first("titleInfo"))
        if each.attributes.get("type") == "series" and title and "collection-title" not in further:
            further["collection-title"] = title
            if number := each.text_at("part/detail/number"):
                further["collection-number"] = number
        elif text := title or each.text:
            others.append(text)
    if others:
        own["relatedItem"] = others
