r"""Drafts of word processors (.docx, .odt): their text, the citations of Zotero and Mendeley, and ``[@key]`` as typed.

The text of a part is that of the paragraphs, a line each, with footnotes and endnotes where they are referred to; text
that was deleted under review is left out. Fields of Zotero and Mendeley hold CSL-JSON (Zotero, "Word field codes"): a
key is the citation key of the item where it has one, else its id, and stands where the shown citation stands. Of typed
citations those in brackets or braces count (``[see @key, p. 3; -@other]``, ``{@key}``), and ``@key [p. 3]``; a bare
``@name`` does not, for in writing on the press it is mostly an account.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from quotebank.draft.latex_places import MOST_TROUBLES, Places, blanked, locator_of, tidy
from quotebank.draft.records import Citation, Part, Spot, Trouble
from quotebank.draft.word_files import (
    Close,
    Event,
    NoteReference,
    Open,
    Paragraph,
    UnreadableError,
    open_archive,
    read_open_document,
    read_word_story,
)

_MOST_ITEMS = 1_000


def read_docx(name: str, data: bytes) -> Part:
    """What a Word document cites and says; what cannot be opened or read is a trouble, nothing is raised."""
    try:
        archive = open_archive(data)
        body = read_word_story(archive.part(archive.main_part()))
        notes: dict[tuple[str, str], list[Event]] = {}
        for kind in ("footnote", "endnote"):
            part = archive.optional_part(f"word/{kind}s.xml")
            if part is not None:
                notes |= {(kind, number): events for number, events in _notes(read_word_story(part))}
    except UnreadableError as error:
        return _unreadable(name, "docx", error)
    return _part(name, "docx", _inserted(body, notes))


def read_odt(name: str, data: bytes) -> Part:
    """What an OpenDocument text cites and says; what cannot be opened or read is a trouble, nothing is raised."""
    try:
        archive = open_archive(data)
        archive.refuse_encrypted()
        events = read_open_document(archive.part("content.xml"))
    except UnreadableError as error:
        return _unreadable(name, "odt", error)
    return _part(name, "odt", iter(events))


def _unreadable(name: str, kind: str, error: UnreadableError) -> Part:
    return Part(name, kind, "", "", troubles=(Trouble(Spot(name, 1, 1), error.message, error.hint),))


def _notes(events: list[Event]) -> Iterator[tuple[str, list[Event]]]:
    """The notes of a story of notes by their number, their paragraphs run together."""
    number, found = "", list[Event]()
    for event in events:
        if isinstance(event, NoteReference):
            if number:
                yield number, found
            number, found = event.number, []
        else:
            found.append(" " if isinstance(event, Paragraph) else event)
    if number:
        yield number, found


def _inserted(body: list[Event], notes: Mapping[tuple[str, str], list[Event]]) -> Iterator[Event]:
    """The body with each note where it is referred to, each once."""
    seen = set()
    for event in body:
        if not isinstance(event, NoteReference):
            yield event
        elif (key := (event.kind, event.number)) not in seen:
            seen.add(key)
            yield " "
            yield from (each for each in notes.get(key, ()) if not isinstance(each, NoteReference))
            yield " "


class _Field(NamedTuple):
    """A field with its code, and where what it shows begins and ends."""

    code: str
    start: int
    end: int


def _part(name: str, kind: str, events: Iterator[Event]) -> Part:
    """The part that a stream of events makes."""
    pieces: list[str] = []
    fields: list[_Field] = []
    opened: list[tuple[str, int]] = []
    length = 0
    for event in events:
        if isinstance(event, Open):
            opened.append((event.code, length))
        elif isinstance(event, Close):
            if opened:
                fields.append(_Field(*opened.pop(), length))
        elif not isinstance(event, NoteReference):
            piece = "\n" if isinstance(event, Paragraph) else _one_line(event)
            pieces.append(piece)
            length += len(piece)
    text = "".join(pieces)
    citing = _Citing(text, Places(name, text))
    citing.fields(fields)
    citing.typed()
    return Part(
        name=name,
        format=kind,
        text=text,
        prose=blanked(text, citing.spans),
        citations=tuple(citing.sorted()),
        troubles=tuple(citing.troubles),
    )


def _one_line(text: str) -> str:
    return _breaks().sub(" ", text)


class _Citing:
    """The citations of a text: those of its fields, and those typed into it."""

    def __init__(self, text: str, places: Places) -> None:
        self.spans: list[tuple[int, int]] = []
        self.troubles: list[Trouble] = []
        self._found: list[tuple[int, list[Citation]]] = []
        self._text = text
        self._places = places

    def sorted(self) -> list[Citation]:
        """The citations in the order of the text, their clusters numbered."""
        from dataclasses import replace

        ordered = sorted(self._found, key=lambda one: one[0])
        return [replace(each, cluster=number) for number, (_, group) in enumerate(ordered) for each in group]

    def fields(self, fields: list[_Field]) -> None:
        """The citations of fields; a field within a field that cites is part of it."""
        for field in fields:
            code = field.code.strip()
            if code.startswith("KEY "):
                self._group(field, [(code.removeprefix("KEY "), "parenthetical", "", "", "")], "field")
            elif "CSL_CITATION" in code:
                items = list(_items(code))
                self._group(field, items, "csl")
                if not items and len(self.troubles) < MOST_TROUBLES:
                    hint = "refresh the citations in the word processor"
                    spot = self._places.spot(field.start)
                    self.troubles.append(Trouble(spot, "a citation's field cannot be read", hint))
            elif "ZOTERO_BIBL" in code or "CSL_BIBLIOGRAPHY" in code:
                self.spans.append((field.start, field.end))

    def _group(self, field: _Field, items: list[tuple[str, str, str, str, str]], command: str) -> None:
        spot = self._places.spot(field.start)
        self.spans.append((field.start, field.end))
        group = [
            Citation(key, spot, field.start, field.end, command, mode, prefix, suffix, locator)
            for key, mode, prefix, suffix, locator in items
        ]
        self._found.append((field.start, group))

    def typed(self) -> None:
        """The citations typed as pandoc has them."""
        text = blanked(self._text, self.spans)
        for found in _typed().finditer(text):
            if found["bare"] is not None:
                suffix = tidy(found["after"])
                self._typed(found, [(found["bare"], found.start("bare"), "narrative", "", suffix)])
            elif found["braced"] is not None:
                self._typed(found, [(found["braced"], found.start("braced"), "parenthetical", "", "")])
            else:
                pieces = list(_pieces(found["inside"], found.start("inside")))
                if pieces:
                    self._typed(found, pieces)

    def _typed(self, found: re.Match[str], pieces: list[tuple[str, int, str, str, str]]) -> None:
        self.spans.append(found.span())
        group = [
            Citation(
                key,
                self._places.spot(start),
                start,
                start + len(key),
                "@",
                mode,
                prefix,
                suffix,
                locator_of(suffix) if suffix else "",
            )
            for key, start, mode, prefix, suffix in pieces
        ]
        self._found.append((found.start(), group))


def _pieces(inside: str, start: int) -> Iterator[tuple[str, int, str, str, str]]:
    """Key, offset, mode, prefix and suffix of each citation between two brackets; nothing when one lacks its key."""
    found = []
    for piece in inside.split(";"):
        key = _key().search(piece)
        if key is None:
            return
        mode = "suppressed" if key["minus"] else "parenthetical"
        suffix = tidy(piece[key.end() :]).lstrip(",").strip()
        group = "key" if key["key"] else "odd"
        found.append((key[group], start + key.start(group), mode, tidy(piece[: key.start()]), suffix))
        start += len(piece) + 1
    yield from found


def _items(code: str) -> Iterator[tuple[str, str, str, str, str]]:
    """Key, mode, prefix, suffix and locator of the items of a field's CSL-JSON; nothing when it cannot be read."""
    import json

    start = code.find("{", code.find("CSL_CITATION"))
    try:
        value, _ = json.JSONDecoder().raw_decode(code, start) if start >= 0 else ({}, 0)
    except (ValueError, RecursionError):
        return
    items = value.get("citationItems") if isinstance(value, dict) else None
    for item in (items if isinstance(items, list) else [])[:_MOST_ITEMS]:
        key = _item_key(item) if isinstance(item, dict) else ""
        if key:
            yield key, _item_mode(item), *_item_notes(item)


def _item_key(item: dict[str, Any]) -> str:
    """The citation key of an item: its own, that in its note (Better BibTeX), else its id."""
    data = item.get("itemData")
    data = data if isinstance(data, dict) else {}
    for holder, name in ((data, "citation-key"), (data, "citationKey"), (item, "citation-key")):
        if isinstance(holder.get(name), str) and holder[name].strip():
            return str(holder[name]).strip()
    noted = _noted_key().search(data["note"]) if isinstance(data.get("note"), str) else None
    if noted is not None:
        return noted[1]
    found = data.get("id", item.get("id"))
    return tidy(str(found)) if isinstance(found, (str, int)) and not isinstance(found, bool) else ""


def _item_mode(item: dict[str, Any]) -> str:
    if item.get("suppress-author") is True:
        return "suppressed"
    return "narrative" if item.get("author-only") is True else "parenthetical"


def _item_notes(item: dict[str, Any]) -> tuple[str, str, str]:
    """Prefix, suffix and locator; a page is only its number, other places have their label before them."""
    prefix, suffix, value, label = (
        tidy(str(item[name])) if isinstance(item.get(name), (str, int)) else ""
        for name in ("prefix", "suffix", "locator", "label")
    )
    if not value:
        return prefix, suffix, ""
    is_page = label in ("", "page")
    shown = f"p. {value}" if is_page else f"{label} {value}"
    return prefix, f"{shown} {suffix}".strip(), value if is_page else shown


@cache
def _breaks() -> re.Pattern[str]:
    return re.compile(r"[\r\n]+")


@cache
def _noted_key() -> re.Pattern[str]:
    return re.compile(r"^\s*citation[ _-]?key\s*:\s*(\S+)", re.IGNORECASE | re.MULTILINE)


@cache
def _key() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<minus>-?)@(?:(?P<key>{_NAME})|\{{(?P<odd>[^{{}}]++)\}})")


_NAME = r"\w(?:\w|[:.#$%&+?<>~/-](?=\w))*+"


@cache
def _typed() -> re.Pattern[str]:
    return re.compile(
        rf"""\[(?P<inside>[^\[\]@\n]*+@[^\[\]\n]++)\]
          | \{{@(?P<braced>{_NAME})\}}
          | (?<![\w@])@(?P<bare>{_NAME})[ ]?\[(?P<after>[^\[\]@\n]++)\]""",
        re.VERBOSE,
    )
