"""Citations become a pandoc document, and what pandoc made of it becomes pieces."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.cite.engine import Citation, Cite
from quotebank.cite.pandoc_ast import LOCATOR_TERMS, Node, document, read_document, tidied
from quotebank.cite.pieces import BOLD, ITALIC, LINK, SMALL_CAPS, SUBSCRIPT, SUPERSCRIPT, TEXT, Piece, as_plain


def text(content: str) -> Node:
    """A string of pandoc's."""
    return {"t": "Str", "c": content}


def span(*inlines: Node, role: str = "") -> Node:
    """A span of a class."""
    return {"t": "Span", "c": [["", [role] if role else [], []], list(inlines)]}


def marked(kind: str, *inlines: Node) -> Node:
    """Inlines within `Emph`, `Strong` and the like."""
    return {"t": kind, "c": list(inlines)}


def link(shown: str, target: str) -> Node:
    """A link behind a text."""
    return {"t": "Link", "c": [["", [], []], [text(shown)], [target, ""]]}


def note(*inlines: Node) -> Node:
    """A footnote of one paragraph."""
    return {"t": "Note", "c": [{"t": "Para", "c": list(inlines)}]}


def cited(*inlines: Node) -> Node:
    """A paragraph with a citation that reads `inlines`."""
    return {"t": "Para", "c": [{"t": "Cite", "c": [[], list(inlines)]}]}


def entry(name: str, *inlines: Node) -> Node:
    """An entry of a bibliography."""
    return {"t": "Div", "c": [[f"ref-{name}", ["csl-entry"], []], [{"t": "Para", "c": list(inlines)}]]}


def references(*entries: Node) -> Node:
    """A bibliography."""
    return {"t": "Div", "c": [["refs", ["references"], []], list(entries)]}


SPACE: Node = {"t": "Space"}
ONE = Citation((Cite("a"),))


def read(*inlines: Node, cite: Cite = ONE.items[0]) -> tuple[Piece, ...]:
    """One citation read back."""
    (pieces,), _ = read_document({"blocks": [cited(*inlines)]}, [Citation((cite,))])
    return pieces


def suffix(cite: Cite) -> str:
    """The words after a citation as pandoc gets them, those hidden from it in angle brackets."""
    tree = document([Citation((cite,))], {}, nocite_all=False)
    nodes: list[Any] = tree["blocks"][0]["c"][0]["c"][0][0]["citationSuffix"]
    return "".join(node["c"] if node["t"] == "Str" else f"⟨{node['c'][1][0]['c']}⟩" for node in nodes)


@pytest.mark.parametrize(
    ("cite", "words"),
    [
        (Cite("a"), ""),
        (Cite("a", "page", "3"), "{quotebankpage ⟨3⟩}"),
        (Cite("a", "", "3"), "{quotebankpage ⟨3⟩}"),
        (Cite("a", "page", ""), ""),
        (Cite("a", "page", " A1 -\n A3 "), "{quotebankpage ⟨A1 - A3⟩}"),
        (Cite("a", "paragraph", "}]{|"), "{quotebankparagraph ⟨}]{|⟩}"),
        (Cite("a", "sub verbo", "peace"), "{quotebanksubverbo ⟨peace⟩}"),
        (Cite("a", "timestamp", "12:30"), "{quotebankopus ⟨12:30⟩}"),
        (Cite("a", "appendix", "2"), "{quotebankopus ⟨app. 2⟩}"),
        (Cite("a", "opus", "2"), "{quotebankopus ⟨op. 2⟩}"),
        (Cite("a", "reel", "2"), "{quotebankopus ⟨reel 2⟩}"),
        (Cite("a", suffix=", 3rd ed."), "{}, 3rd ed."),
        (Cite("a", "page", "3", suffix=", quoted in "), "{quotebankpage ⟨3⟩}, quoted in"),
        (Cite("a", "page", "3", suffix="here"), "{quotebankpage ⟨3⟩}, here"),
        (Cite("a", suffix=" a|b|"), "{} a⟨|⟩b⟨|⟩"),
    ],
)
def test_a_place_is_said_so_that_pandoc_finds_it(cite: Cite, words: str) -> None:
    """A term of our own and a value pandoc cannot read; a suffix is never taken for a place."""
    assert suffix(cite) == words


def test_each_label_has_a_word_of_its_own() -> None:
    """Letters only, as pandoc splits words at marks, and no two alike."""
    assert len(set(LOCATOR_TERMS.values())) == len(LOCATOR_TERMS)
    assert all(word.isalpha() and word.islower() for word in LOCATOR_TERMS.values())


@pytest.mark.parametrize(
    ("cite", "mode"),
    [
        (Cite("a"), "NormalCitation"),
        (Cite("a", in_text=True), "AuthorInText"),
        (Cite("a", author_only=True), "AuthorInText"),
        (Cite("a", suppress_author=True), "SuppressAuthor"),
    ],
)
def test_modes(cite: Cite, mode: str) -> None:
    """Each way to cite has pandoc's name."""
    tree = document([Citation((cite,))], {}, nocite_all=False)
    assert tree["blocks"][0]["c"][0]["c"][0][0]["citationMode"] == {"t": mode}


def test_a_document_counts_its_notes() -> None:
    """Citations of nothing leave no paragraph and no gap; the bibliography of everything is asked for in `nocite`."""
    tree = document(
        [ONE, Citation(()), Citation((Cite("b", prefix=" see "), Cite("c")))], {"lang": "ru"}, nocite_all=True
    )
    inner = [block["c"][0]["c"][0] for block in tree["blocks"]]
    assert [[(cite["citationId"], cite["citationNoteNum"]) for cite in cites] for cites in inner] == [
        [("a", 1)],
        [("b", 2), ("c", 2)],
    ]
    assert inner[1][0]["citationPrefix"] == [text("see")]
    assert tree["meta"]["lang"] == {"t": "MetaString", "c": "ru"}
    assert tree["meta"]["nocite"]["c"][0]["c"][0][0]["citationId"] == "*"
    assert "nocite" not in document([], {}, nocite_all=False)["meta"]


@pytest.mark.parametrize(
    ("inlines", "pieces"),
    [
        ([text("(Lankov"), SPACE, text("2021)")], [(TEXT, "(Lankov 2021)")]),
        ([marked("Emph", text("TASS")), text(",")], [(ITALIC, "TASS"), (TEXT, ",")]),
        ([marked("Strong", text("a")), marked("SmallCaps", text("b"))], [(BOLD, "a"), (SMALL_CAPS, "b")]),
        ([marked("Superscript", text("1")), marked("Subscript", text("2"))], [(SUPERSCRIPT, "1"), (SUBSCRIPT, "2")]),
        ([marked("Underline", text("a")), marked("Strikeout", text("b"))], [(ITALIC, "a"), (TEXT, "b")]),
        (
            [marked("Emph", text("On"), SPACE, span(text("Pravda"), role="nodecor"))],
            [(ITALIC, "On "), (TEXT, "Pravda")],
        ),
        ([marked("Emph", marked("Strong", text("a")))], [(BOLD, "a")]),
        ([link("https://x.y", "https://x.y")], [(LINK, "https://x.y")]),
        ([link("x.y", "https://x.y")], [(TEXT, "x.y")]),
        ([marked("Emph", link("Title", "https://x.y"))], [(ITALIC, "Title")]),
        ([{"t": "Quoted", "c": [{"t": "SingleQuote"}, [text("a")]]}], [(TEXT, "‘a’")]),
        ([{"t": "Quoted", "c": [{"t": "DoubleQuote"}, [text("a")]]}], [(TEXT, "“a”")]),
        ([{"t": "Code", "c": [["", [], []], "a"]}, {"t": "Math", "c": [{"t": "InlineMath"}, "b"]}], [(TEXT, "ab")]),
        ([{"t": "Cite", "c": [[], [text("a")]]}, {"t": "RawInline", "c": ["html", "<hr>"]}], [(TEXT, "a")]),
        ([span(text("[1]"), role="csl-left-margin"), span(text("A"), role="csl-right-inline")], [(TEXT, "[1] A")]),
        ([text("A"), span(text("B"), role="csl-block"), text("C"), span(role="csl-indent")], [(TEXT, "A B C")]),
        ([text("a "), SPACE, text("  b"), {"t": "SoftBreak"}, {"t": "LineBreak"}], [(TEXT, "a b")]),
        ([text("<\u2060b>x")], [(TEXT, "<b>x")]),
        ([], []),
    ],
)
def test_every_kind_of_inline_is_read(inlines: list[Node], pieces: list[Piece]) -> None:
    """Marks become kinds, the rest becomes text, neighbours run together and no space is doubled."""
    assert read(*inlines) == tuple(pieces)


def test_a_note_is_what_its_citation_says() -> None:
    """The note's text, all its paragraphs, without what stands before its number."""
    two = {"t": "Note", "c": [{"t": "Para", "c": [text("A.")]}, {"t": "Para", "c": [text("B.")]}]}
    assert read(text("Lankov"), note(text("“Korea.”"))) == ((TEXT, "“Korea.”"),)
    assert read(two) == ((TEXT, "A. B."),)


@pytest.mark.parametrize(
    ("inlines", "shown"),
    [
        ([text("Lankov"), SPACE, text("(2021, 5)")], "Lankov"),
        ([text("Lankov"), SPACE, text("[5]")], "Lankov"),
        ([text("Lankov (Jr.)"), SPACE, text("(2021 (1999), 5)")], "Lankov (Jr.)"),
        ([marked("SmallCaps", text("Lankov")), SPACE, text("(2021)")], "Lankov"),
        ([text("Lankov")], "Lankov"),
        ([text("[1]")], "[1]"),
        ([text("2021)")], "2021)"),
        ([text("Lankov"), note(text("Korea."))], "Lankov"),
        ([note(text("Korea."))], "Korea."),
        ([], ""),
    ],
)
def test_an_author_alone(inlines: list[Node], shown: str) -> None:
    """Without the brackets or the note behind the name; where there is no name, what there is."""
    assert as_plain(read(*inlines, cite=Cite("a", author_only=True))) == shown


def test_citations_and_entries_keep_their_order() -> None:
    """Each citation gets its own, one of nothing gets nothing, and entries are read under their ids."""
    tree = {
        "blocks": [
            cited(text("1")),
            cited(text("2")),
            references(entry("b/ c", text("B")), entry("ref-a", text("A")), {"t": "Div", "c": [["ref-d", [], []], []]}),
        ]
    }
    shown, entries = read_document(tree, [ONE, Citation(()), ONE])
    assert shown == (((TEXT, "1"),), (), ((TEXT, "2"),))
    assert entries == (("b/ c", ((TEXT, "B"),)), ("ref-a", ((TEXT, "A"),)), ("d", ()))


def test_entries_of_several_blocks() -> None:
    """Paragraphs and blocks within an entry are one line."""
    inner = {"t": "Div", "c": [["", [], []], [{"t": "Para", "c": [text("B")]}, {"t": "Plain", "c": [text("C")]}]]}
    block = {"t": "Div", "c": [["ref-a", [], []], [{"t": "Para", "c": [text("A")]}, inner]]}
    assert read_document({"blocks": [references(block)]}, [])[1] == (("a", ((TEXT, "A B C"),)),)


@pytest.mark.parametrize(
    "tree",
    [
        {},
        {"blocks": None},
        {"blocks": []},
        {"blocks": [7]},
        {"blocks": [{"t": "Para", "c": [{"t": "Cite"}]}]},
        {"blocks": [references({"t": "Div", "c": ["x"]})]},
        {"blocks": [cited({"t": "Emph"})]},
        {"blocks": [cited({"t": "Str"})]},
        {"blocks": [cited({"t": "Link", "c": [1]})]},
    ],
)
def test_a_tree_that_is_none_is_refused(tree: Any) -> None:
    """No half of an answer: whatever is missing raises one of the errors a caller expects."""
    with pytest.raises((LookupError, TypeError, ValueError, AttributeError)):
        read_document(tree, [ONE])


kinds = st.sampled_from([TEXT, ITALIC, BOLD, LINK])


@given(st.lists(st.tuples(kinds, st.text(st.sampled_from("a b<\u2060. ")))))
def test_tidied_pieces(pieces: list[Piece]) -> None:
    """No empty piece, no two neighbours of a kind, no space too many; not a letter is lost."""
    made = tidied(pieces)
    shown = as_plain(made)
    assert all(content for _, content in made)
    assert all(one[0] != other[0] for one, other in pairwise(made))
    assert shown == shown.strip(" ")
    assert "  " not in shown
    assert shown.replace(" ", "").replace("\u2060", "") == as_plain(pieces).replace(" ", "").replace("\u2060", "")
