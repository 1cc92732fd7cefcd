"""The files of word processors as streams of text: paragraphs, fields and notes (ECMA-376, WordprocessingML; ODF 1.3).

They are archives of XML. What is unpacked is bounded, nothing outside of the archive is opened, a document type is
refused (it is how a small file becomes a huge one).
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from zipfile import ZipFile

MOST_BYTES = 1 << 26
"""Bytes of one unpacked part: 64 MiB, a text of thousands of pages."""

_PIECE = 1 << 16
_OLD_FORMAT = b"\xd0\xcf\x11\xe0"
_MENDELEY = "MENDELEY_CITATION_v3_"
_DAMAGED = "save it anew in the word processor"


class UnreadableError(Exception):
    """A document that cannot be read, with what to do about it."""

    def __init__(self, message: str, hint: str = _DAMAGED) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Paragraph(NamedTuple):
    """The end of a paragraph."""


class Open(NamedTuple):
    """The begin of what a field shows; its code."""

    code: str


class Close(NamedTuple):
    """The end of what a field shows."""


class NoteReference(NamedTuple):
    """A reference to a note; in a story of notes, the begin of one."""

    kind: str
    number: str


Event = str | Paragraph | Open | Close | NoteReference
"""What a document is made of; a string is text."""


class Archive:
    """An opened archive."""

    def __init__(self, file: "ZipFile") -> None:
        self._file = file

    def main_part(self) -> str:
        """The name of a Word document's main part (ECMA-376-2, 9.3); ``word/document.xml`` in most."""
        if "word/document.xml" in self._file.namelist():
            return "word/document.xml"
        relations = self.optional_part("_rels/.rels") or b""
        found = ""

        def start(name: str, attributes: Mapping[str, str]) -> None:
            nonlocal found
            if name == "Relationship" and attributes.get("Type", "").endswith("/officeDocument"):
                found = attributes.get("Target", "").lstrip("/")

        if relations:
            _parse(relations, start, lambda _name: None, lambda _text: None)
        return found or "word/document.xml"

    def optional_part(self, name: str) -> bytes | None:
        """The bytes of a part, None when it is not there."""
        return self.part(name) if name in self._file.namelist() else None

    def part(self, name: str) -> bytes:
        """The bytes of a part."""
        import zlib
        from lzma import LZMAError
        from zipfile import BadZipFile

        try:
            with self._file.open(name) as part:
                data = part.read(MOST_BYTES + 1)
        except KeyError:
            raise UnreadableError(f"no {name} in the file: it is no text document") from None
        except (BadZipFile, zlib.error, LZMAError, EOFError, OSError, ValueError, NotImplementedError) as error:
            raise UnreadableError(f"{name} in the file is damaged: {error}") from None
        except RuntimeError:
            raise UnreadableError("the file is encrypted", "save it without a password") from None
        if len(data) > MOST_BYTES:
            raise UnreadableError(
                f"{name} in the file unpacks to more than {MOST_BYTES >> 20} MiB", "split the document"
            )
        return data

    def refuse_encrypted(self) -> None:
        """Raises when the manifest of an OpenDocument says that its parts are encrypted."""
        if b"encryption-data" in (self.optional_part("META-INF/manifest.xml") or b""):
            raise UnreadableError("the file is encrypted", "save it without a password")


def open_archive(data: bytes) -> Archive:
    """The archive that a document is; raises `UnreadableError` for anything else."""
    import io
    from zipfile import BadZipFile, ZipFile

    if data.startswith(_OLD_FORMAT):
        raise UnreadableError("an encrypted or old document (.doc)", "save it as .docx without a password")
    try:
        return Archive(ZipFile(io.BytesIO(data)))
    except (BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise UnreadableError(
            f"this is no document of a word processor: {error}", "give a .docx or .odt file"
        ) from None


def read_word_story(data: bytes) -> list[Event]:
    """The events of a part in WordprocessingML: the body, the footnotes or the endnotes."""
    story = _WordStory()
    _parse(data, story.start, story.end, story.text)
    return story.events


def read_open_document(data: bytes) -> list[Event]:
    """The events of the content of an OpenDocument text, notes where they stand."""
    story = _OpenStory()
    _parse(data, story.start, story.end, story.text)
    return story.events


class _Story:
    """A story being read: what is skipped, and the text that is not yet an event."""

    skipped: frozenset[str] = frozenset()

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._skipping = 0

    def skips(self, name: str, step: int) -> bool:
        """Whether an element is left out, or stands in one that is; `step` is 1 at its start and -1 at its end."""
        if self._skipping or name in self.skipped:
            self._skipping += step
            return True
        return False


class _WordStory(_Story):
    """WordprocessingML; names are local, elements of other vocabularies have a colon before theirs."""

    skipped = frozenset(("del", "moveFrom", ":Fallback", "rPr", "pPr", "sectPr"))

    def __init__(self) -> None:
        super().__init__()
        self._reads = ""
        self._fields: list[list[str]] = []
        self._shown: list[bool] = []
        self._codes = 0
        self._tags: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if self.skips(name, 1):
            return
        if name in ("t", "instrText"):
            self._reads = name
        elif name in _WORD_SIGNS:
            self.events.append(_WORD_SIGNS[name])
        elif name == "fldChar":
            self._field(attributes.get("fldCharType", ""))
        elif name == "fldSimple":
            self.events.append(Open(attributes.get("instr", "")))
        elif name in ("footnoteReference", "endnoteReference", "footnote", "endnote"):
            self.events.append(NoteReference(name.removesuffix("Reference"), attributes.get("id", "")))
        elif name == "sdt":
            self._tags.append("")
        elif name == "tag" and self._tags:
            self._tags[-1] = attributes.get("val", "")
        elif name == "sdtContent" and self._tags:
            self.events.append(Open(_mendeley(self._tags[-1])))

    def end(self, name: str) -> None:
        """An element ends."""
        if self.skips(name, -1):
            return
        if name in ("t", "instrText"):
            self._reads = ""
        elif name == "p":
            self.events.append(Paragraph())
        elif name == "fldSimple" or (name == "sdtContent" and self._tags):
            self.events.append(Close())
        elif name == "sdt" and self._tags:
            self._tags.pop()

    def text(self, text: str) -> None:
        """Characters."""
        if self._skipping:
            return
        if self._reads == "t":
            # What stands between the begin of a field and its separator is code.
            if not self._codes:
                self.events.append(text)
        elif self._reads == "instrText" and self._fields:
            self._fields[-1].append(text)

    def _field(self, kind: str) -> None:
        """A field's begin, the end of its code, or its end."""
        if kind == "begin":
            self._fields.append([])
            self._shown.append(False)
            self._codes += 1
        elif not self._fields:
            return
        elif kind == "separate" and not self._shown[-1]:
            self._shown[-1] = True
            self._codes -= 1
            self.events.append(Open("".join(self._fields[-1])))
        elif kind == "end":
            if not self._shown.pop():
                self._codes -= 1
                self.events.append(Open("".join(self._fields[-1])))
            self._fields.pop()
            self.events.append(Close())


_WORD_SIGNS = {"tab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "\N{NON-BREAKING HYPHEN}", "softHyphen": "\xad"}


class _OpenStory(_Story):
    """OpenDocument; names are local, elements of other vocabularies have a colon before theirs."""

    skipped = frozenset(
        ("tracked-changes", ":annotation", "note-citation", "sequence-decls", ":scripts", ":font-face-decls")
    )

    def __init__(self) -> None:
        super().__init__()
        self._paragraphs = 0
        self._notes = 0
        self._sections: list[bool] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if self.skips(name, 1):
            return
        if name in ("p", "h"):
            self._paragraphs += 1
        elif name == "s":
            self.events.append(" " * min(_number(attributes.get("c", "1")), 100))
        elif name in ("tab", "line-break"):
            self.events.append("\t" if name == "tab" else " ")
        elif name == "note":
            self._notes += 1
            self.events.append(" ")
        elif name == "reference-mark-start":
            self.events.append(Open(attributes.get("name", "")))
        elif name == "reference-mark-end":
            self.events.append(Close())
        elif name == "bibliography-mark":
            self.events.append(Open(f"KEY {attributes.get('identifier', '')}"))
        elif name == "section":
            self.events.append(Open(attributes.get("name", "")))

    def end(self, name: str) -> None:
        """An element ends."""
        if self.skips(name, -1):
            return
        if name in ("p", "h"):
            self._paragraphs -= 1
            self.events.append(" " if self._notes else Paragraph())
        elif name == "note":
            self._notes -= 1
        elif name in ("bibliography-mark", "section"):
            self.events.append(Close())

    def text(self, text: str) -> None:
        """Characters."""
        if self._paragraphs and not self._skipping:
            self.events.append(text)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < len("1000") else 1


def _mendeley(tag: str) -> str:
    """The code of a content control of Mendeley Cite, whose tag holds CSL-JSON in base64."""
    if not tag.startswith(_MENDELEY):
        return ""
    import base64

    try:
        data = base64.b64decode(tag.removeprefix(_MENDELEY))
    except ValueError:
        return "CSL_CITATION"
    return f"CSL_CITATION {data.decode('utf-8', 'replace')}"


def _parse(
    data: bytes,
    start: Callable[[str, Mapping[str, str]], None],
    end: Callable[[str], None],
    text: Callable[[str], None],
) -> None:
    """Reads XML with expat; names come without their vocabulary, with a colon before those of lesser ones."""
    from xml.parsers import expat

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: start(
        _local(name), {_local(each).lstrip(":"): value for each, value in attributes.items()}
    )
    parser.EndElementHandler = lambda name: end(_local(name))
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse
    try:
        for at in range(0, len(data), _PIECE):
            parser.Parse(data[at : at + _PIECE], False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise UnreadableError(f"its XML is damaged: {expat.ErrorString(error.code)} in line {error.lineno}") from None


def _local(name: str) -> str:
    """The name of an element without its vocabulary; a colon marks those that are not of text."""
    vocabulary, _, local = name.rpartition(" ")
    is_text = "wordprocessingml" in vocabulary or "xmlns:text" in vocabulary or "relationships" in vocabulary
    return local if is_text or not vocabulary else f":{local}"


def _refuse(*_declared: object) -> None:
    raise UnreadableError("its XML declares a document type", "make the document anew in the word processor")
