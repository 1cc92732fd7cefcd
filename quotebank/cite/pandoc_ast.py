"""pandoc's document tree: citations put into one, notes and entries read back as pieces.

The tree is pandoc-types 1.23 as JSON, the one every pandoc 3 speaks. Pandoc finds a locator by reading the words
after a citation, by the terms of the document's language; here each CSL label is written as a term of our own
(`LOCATOR_TERMS`, to be added to the style) in braces, and the value is hidden in a span, so that every label and
value is understood in every language ("Pandoc User's Guide", section "Citation syntax"; measured with 3.6 and 3.9).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from quotebank.cite.engine import Citation, Cite
from quotebank.cite.pieces import (
    BOLD,
    ITALIC,
    LINK,
    SMALL_CAPS,
    SUBSCRIPT,
    SUPERSCRIPT,
    TEXT,
    Piece,
    one_line,
)
from quotebank.text.csl import plain_text

Node = dict[str, Any]
"""A node of the tree: ``t`` names its kind, ``c`` holds its contents."""

API_VERSION = (1, 23)

_KNOWN = (
    "book", "chapter", "column", "figure", "folio", "issue", "line", "note", "page", "paragraph", "part", "section",
    "sub-verbo", "verse", "volume",
)  # fmt: skip
"""The CSL labels pandoc looks for. It knows "opus" too, which serves for all others, in words: ``app. 2``."""

_OTHER = "opus"
LOCATOR_TERMS = {label: f"quotebank{label.replace('-', '')}" for label in (*_KNOWN, _OTHER)}
"""The word that stands for each label in a document: a term to add to the style in a form no style prints."""

SILENT_TERM = _OTHER
"""The label whose printed terms must be empty: what is cited under it says its own."""

_KINDS = {
    "Emph": ITALIC, "Underline": ITALIC, "Strong": BOLD, "SmallCaps": SMALL_CAPS, "Superscript": SUPERSCRIPT,
    "Subscript": SUBSCRIPT,
}  # fmt: skip
_SPACES = ("Space", "SoftBreak", "LineBreak")
_QUOTES = {"SingleQuote": ("‘", "’"), "DoubleQuote": ("“", "”")}
_DISPLAYED = ("csl-block", "csl-indent", "csl-right-inline")
_CLOSED = {")": "(", "]": "["}


def document(citations: Sequence[Citation], metadata: Mapping[str, str], *, nocite_all: bool) -> Node:
    """A document with one paragraph for each citation that cites something; `metadata` are texts."""
    meta: dict[str, Node] = {name: {"t": "MetaString", "c": text} for name, text in metadata.items()}
    if nocite_all:
        meta["nocite"] = {"t": "MetaInlines", "c": [_cite([_citation(Cite("*"), 0)])]}
    blocks = [
        {"t": "Para", "c": [_cite([_citation(cite, number) for cite in citation.items])]}
        for number, citation in enumerate((citation for citation in citations if citation.items), start=1)
    ]
    return {"pandoc-api-version": list(API_VERSION), "meta": meta, "blocks": blocks}


def _cite(citations: list[Node]) -> Node:
    return {"t": "Cite", "c": [citations, []]}


def _citation(cite: Cite, number: int) -> Node:
    in_text = cite.in_text or cite.author_only
    mode = "AuthorInText" if in_text else "SuppressAuthor" if cite.suppress_author else "NormalCitation"
    return {
        "citationId": cite.id,
        "citationPrefix": _words(one_line(cite.prefix)),
        "citationSuffix": _suffix(cite),
        "citationMode": {"t": mode},
        "citationNoteNum": number,
        "citationHash": 0,
    }


def _suffix(cite: Cite) -> list[Node]:
    """The place in braces, then the words after it. ``{}`` keeps a suffix like ", 3rd ed." from being a place."""
    value, words = one_line(cite.locator), cite.suffix.rstrip()
    if not value:
        return [_text("{}"), *_words(words)] if words else []
    label = cite.label.replace(" ", "-") or "page"
    if label not in _KNOWN:
        from quotebank.cite.locators import shown_locator
        from quotebank.model.quotes import Locator

        value, label = shown_locator(Locator(label, value)), _OTHER
    comma = ", " if words[:1].isalnum() else ""
    return [_text(f"{{{LOCATOR_TERMS[label]} "), _span(value), _text("}"), *_words(f"{comma}{words}")]


def _words(text: str) -> list[Node]:
    """Text with its bars hidden in spans: a bare one ends what pandoc takes for the affix of the whole citation."""
    first, *rest = text.split("|")
    return [_text(first)] * bool(first) + [node for part in rest for node in (_span("|"), _text(part))]


def _text(text: str) -> Node:
    return {"t": "Str", "c": text}


def _span(text: str) -> Node:
    return {"t": "Span", "c": [["", [], []], [_text(text)]]}


Pieces = tuple[Piece, ...]


def read_document(
    tree: Node, citations: Sequence[Citation]
) -> tuple[tuple[Pieces, ...], tuple[tuple[str, Pieces], ...]]:
    """The citations and the bibliography of a document pandoc's citeproc has worked on.

    `citations` are those given to `document`. Of a citation with a note it is the note, without its number.
    Raises `LookupError`, `TypeError` or `ValueError` for a tree that is no such document.
    """
    blocks: list[Node] = list(tree["blocks"])
    listed: list[Node] = []
    if blocks and _is_bibliography(blocks[-1]):
        listed = blocks.pop()["c"][1]
    shown = (inline["c"][1] for block in blocks for inline in block["c"] if inline["t"] == "Cite")
    cited = [_cited(_next(shown), citation) if citation.items else () for citation in citations]
    entries = [_entry(block["c"]) for block in listed]
    return tuple(cited), tuple(entries)


def _next(shown: Iterator[list[Node]]) -> list[Node]:
    for inlines in shown:
        return inlines
    raise LookupError("fewer citations than were given")


def _is_bibliography(block: Node) -> bool:
    return bool(block["t"] == "Div" and block["c"][0][0] == "refs")


def _entry(contents: list[Any]) -> tuple[str, Pieces]:
    (name, _, _), blocks = contents
    return str(name).removeprefix("ref-"), _blocks(blocks)


def _blocks(blocks: Iterable[Node]) -> Pieces:
    return tidied(piece for block in blocks for piece in [*_pieces(_inlines_of(block), TEXT), (TEXT, " ")])


def _inlines_of(block: Node) -> list[Node]:
    """A paragraph's inlines, those of what is in a `Div` run together."""
    if block["t"] == "Div":
        return [node for inner in block["c"][1] for node in [*_inlines_of(inner), {"t": "Space"}]]
    inlines: list[Node] = block["c"]
    return inlines


def _cited(inlines: list[Node], citation: Citation) -> Pieces:
    notes = [node for node in inlines if node["t"] == "Note"]
    alone = citation.items[0].author_only
    if not notes:
        pieces = tidied(_pieces(inlines, TEXT))
        return _author(pieces) if alone else pieces
    if alone and inlines[0] is not notes[0]:
        return tidied(_pieces(inlines[: inlines.index(notes[0])], TEXT))
    return tuple(piece for note in notes for piece in _blocks(note["c"]))


def _author(pieces: Pieces) -> Pieces:
    """What stands before the brackets that end a reference in the text: ``Lankov`` of ``Lankov (2021)``."""
    text = "".join(text for _, text in pieces)
    if text[-1:] not in _CLOSED:
        return pieces
    closing, opening, depth = text[-1], _CLOSED[text[-1]], 0
    for place in range(len(text) - 1, -1, -1):
        depth += (text[place] == closing) - (text[place] == opening)
        if not depth:
            return tidied(_first(pieces, place)) or pieces
    return pieces


def _first(pieces: Pieces, length: int) -> Iterator[Piece]:
    for kind, text in pieces:
        if length <= 0:
            return
        yield kind, text[:length]
        length -= len(text)


def _pieces(inlines: Iterable[Node], kind: str) -> Iterator[Piece]:
    """The pieces of some inlines within something of `kind`; what is marked twice takes the inner mark."""
    for node in inlines:
        name: str = node["t"]
        contents: Any = node.get("c")
        if name == "Str":
            yield kind, contents
        elif name in _SPACES:
            yield kind, " "
        elif name in _KINDS:
            yield from _pieces(contents, _KINDS[name])
        elif name == "Span":
            yield from _span_pieces(contents, kind)
        elif name == "Link":
            yield from _link(contents, kind)
        elif name == "Quoted":
            opening, closing = _QUOTES[contents[0]["t"]]
            yield from [(kind, opening), *_pieces(contents[1], kind), (kind, closing)]
        elif name in ("Code", "Math"):
            yield kind, contents[1]
        elif name in ("Strikeout", "Cite"):
            yield from _pieces(contents[-1] if name == "Cite" else contents, kind)


def _span_pieces(contents: list[Any], kind: str) -> Iterator[Piece]:
    (_, classes, _), inlines = contents
    parted = any(name in _DISPLAYED for name in classes)
    if parted:
        yield TEXT, " "
    yield from _pieces(inlines, TEXT if "nodecor" in classes else kind)
    if parted:
        yield TEXT, " "


def _link(contents: list[Any], kind: str) -> Iterator[Piece]:
    """An address printed as it is; a link behind other words leaves the words."""
    _, inlines, (target, _) = contents
    inner = list(_pieces(inlines, kind))
    shown = "".join(text for _, text in inner)
    yield from [(LINK, shown)] if shown == target else inner


def tidied(pieces: Iterable[Piece]) -> Pieces:
    """Pieces of one kind run together, no space doubled, none at the ends, and `csl_text` taken back."""
    made: list[Piece] = []
    spaced = True
    for kind, text in pieces:
        shown = _single_spaced(text, after_space=spaced)
        if not shown:
            continue
        spaced = shown.endswith(" ")
        if made and made[-1][0] == kind:
            shown = made.pop()[1] + shown
        made.append((kind, shown))
    while made and not made[-1][1].rstrip(" "):
        made.pop()
    if made:
        made[-1] = (made[-1][0], made[-1][1].rstrip(" "))
    return tuple((kind, plain_text(text)) for kind, text in made)


def _single_spaced(text: str, *, after_space: bool) -> str:
    while "  " in text:
        text = text.replace("  ", " ")
    return text[1:] if after_space and text.startswith(" ") else text
