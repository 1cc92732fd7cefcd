r"""What LaTeX's own runs write for BibTeX (``.aux``) and biber (``.bcf``): the keys a document asks for.

An ``.aux`` file holds ``\citation{a,b}`` (LaTeX 2e, ltbibl) or biblatex's ``\abx@aux@cite{0}{a}`` and
``\abx@aux@nociteall``, and names the files of ``\include``d chapters. A ``.bcf`` is XML.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

from quotebank.draft.latex_arguments import keys_of
from quotebank.draft.latex_places import Places, binary_troubles, blank
from quotebank.draft.records import Citation, Part, Spot, Trouble

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

_PIECE = 1 << 16


def read_aux(name: str, text: str) -> Part:
    r"""The keys of an ``.aux`` file in their order, a cluster each line of it, and the ``.aux`` files it takes in."""
    places = Places(name, text)
    citations: list[Citation] = []
    includes: list[str] = []
    all_entries = False
    for cluster, found in enumerate(_lines().finditer(text)):
        if found["all"]:
            all_entries = True
        elif found["file"]:
            includes.append(found["file"])
        else:
            group = "keys" if found["keys"] is not None else "key"
            for key in keys_of(found.start(group), found[group]):
                if key.name == "*":
                    all_entries = True
                    continue
                spot = places.spot(key.start)
                citations.append(Citation(key.name, spot, key.start, key.end, "aux", cluster=cluster))
    return Part(
        name=name,
        format="aux",
        text=text,
        prose=blank(text),
        citations=tuple(citations),
        troubles=tuple(binary_troubles(text, places)),
        includes=tuple(dict.fromkeys(includes)),
        all_entries=all_entries,
    )


def read_bcf(name: str, data: bytes) -> Part:
    """The keys of biber's control file in their order; what is no XML, or none of biber's, is a trouble.

    The file's text is read as UTF-8, which is what biblatex writes. A document type is refused: biblatex writes none,
    and entities are how a small file becomes a huge one.
    """
    text = data.decode("utf-8-sig", "replace")
    reading = _Control(name, text)
    reading.read()
    return Part(
        name=name,
        format="bcf",
        text=text,
        prose=blank(text),
        citations=tuple(reading.citations),
        troubles=tuple(reading.troubles),
        all_entries=reading.all_entries,
    )


class _Control:
    """A control file being read by expat, element by element."""

    def __init__(self, name: str, text: str) -> None:
        self.citations: list[Citation] = []
        self.troubles: list[Trouble] = []
        self.all_entries = False
        self._places = Places(name, text)
        self._name = name
        self._text = text
        self._key: list[str] | None = None
        self._mode = "parenthetical"
        self._members = ""
        self._start_byte = 0
        self._known = (0, 0)
        self._order = ""
        self._clusters = 0
        self._root = ""
        self._encoded = text.encode("utf-8", "surrogatepass")

    def read(self) -> None:
        """Fills the citations and troubles."""
        from xml.parsers import expat

        parser = expat.ParserCreate("utf-8")
        parser.StartElementHandler = lambda element, attributes: self._start(parser, element, attributes)
        parser.EndElementHandler = lambda element: self._end(parser, element)
        parser.CharacterDataHandler = lambda text: self._key.append(text) if self._key is not None else None
        parser.StartDoctypeDeclHandler = self._refuse
        try:
            for start in range(0, len(self._encoded), _PIECE):
                parser.Parse(self._encoded[start : start + _PIECE], False)
            parser.Parse(b"", True)
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code) or "broken XML"
            spot = Spot(self._name, error.lineno, error.offset + 1)
            self._complain(spot, f"this is no control file of biber: {reason}")
        except _DoctypeError:
            spot = Spot(self._name, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
            self._complain(spot, "this is no control file of biber: it declares a document type")
        else:
            if self._root != "controlfile":
                self._complain(Spot(self._name, 1, 1), f"this is no control file of biber: <{self._root}>")

    def _complain(self, spot: Spot, message: str) -> None:
        self.troubles.append(Trouble(spot, message, "run LaTeX with biblatex to write it anew"))

    def _refuse(self, *_declared: object) -> None:
        raise _DoctypeError

    def _start(self, parser: "XMLParserType", element: str, attributes: dict[str, str]) -> None:
        name = element.rpartition(":")[2]
        self._root = self._root or name
        if name != "citekey":
            return
        self._key = []
        self._mode = "nocite" if attributes.get("nocite") == "1" else "parenthetical"
        self._members = attributes.get("members", "")
        self._start_byte = parser.CurrentByteIndex
        if attributes.get("order", "") != self._order:
            self._order = attributes.get("order", "")
            self._clusters += 1

    def _end(self, parser: "XMLParserType", element: str) -> None:
        if self._key is None or element.rpartition(":")[2] != "citekey":
            return
        key, self._key = "".join(self._key).strip(), None
        if key == "*":
            self.all_entries = True
            return
        start = self._text.find(">", self._offset(self._start_byte)) + 1
        end = self._offset(parser.CurrentByteIndex)
        written = self._text[start:end]
        start += len(written) - len(written.lstrip())
        end = start + len(written.strip())
        # A set made by the document has the keys of its members in an attribute.
        for name in filter(None, map(str.strip, (self._members or key).split(","))):
            spot = self._places.spot(start)
            self.citations.append(Citation(name, spot, start, end, "bcf", self._mode, cluster=self._clusters - 1))

    def _offset(self, byte: int) -> int:
        """The offset in characters of a byte, which lies behind those asked for before."""
        seen, offset = self._known
        offset += len(self._encoded[seen:byte].decode("utf-8", "replace"))
        self._known = (byte, offset)
        return offset


class _DoctypeError(Exception):
    """The file declares a document type."""


@cache
def _lines() -> re.Pattern[str]:
    return re.compile(
        r"""^[ \t]*+\\(?:
            citation[ \t]*+\{(?P<keys>[^{}\r\n]*+)\}
          | abx@aux@cite(?:\{[0-9]*+\}(?=\{))?\{(?P<key>[^{}\r\n]*+)\}
          | (?P<all>abx@aux@nociteall\b)
          | @input[ \t]*+\{(?P<file>[^{}\r\n]++)\}
        )""",
        re.VERBOSE | re.MULTILINE,
    )
