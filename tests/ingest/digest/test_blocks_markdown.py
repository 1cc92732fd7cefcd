"""Markdown falls into the blocks that its marks make, whatever is left unclosed."""

import textwrap
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotebank.ingest.digest.blocks import blocks
from quotebank.ingest.digest.markdown_blocks import looks_markdown
from tests.ingest.digest.test_blocks import LONG, OTHER, SOUP, check_order, kinds, left_out, prose, texts, told

MARKS = st.sampled_from([
    "# Head", "## Head ##", "Head\n====", "Head\n---", "**Head**", "- item", "1. item", "* item\n  more", "> quote",
    ">> deep\n> less", "```", "```x", "~~~~", "<!-- note", "-->", "<!-- note -->", "| a | b |", "|---|---|", "a | b",
    "---|---", "[a]: https://a.example", "[^1]: note", "![a](b.png)", "[![a](b)](c)", "---", "***", "<div>", "</div>",
    "text of a line", "goes on here.", "", "", "\t", ">", "#", "-", "|", "``", "&", "\ufeff---", "key: value",
])  # fmt: skip
"""Lines of Markdown, closed or not."""


def markdown(text: str) -> list[tuple[str, str]]:
    """The kind and the text of each block of Markdown."""
    return told(text, "markdown")


@given(st.one_of(st.lists(MARKS, max_size=12).map("\n".join), SOUP))
def test_nothing_is_left_out_but_marks(text: str) -> None:
    """Whatever stands in Markdown is in a block, unless it is a mark of a heading, quote, item or table."""
    found = blocks(text, "markdown")
    check_order(text, found)
    assert not set(left_out(text, found)) - set("#=->|*_+~–—•·().0123456789aBé")


@settings(max_examples=60)
@given(prose(1), st.integers(50, 100))
def test_wrapped_paragraphs_come_back_whole(paragraphs: list[str], width: int) -> None:
    """Wrapped Markdown gives its paragraphs, quotes and items, with the line breaks inside."""
    for mark, more, kind in (
        ("", "", "paragraph"),
        ("> ", "> ", "paragraph"),
        ("- ", "  ", "item"),
        ("- ", "", "item"),
    ):
        text = "\n\n".join(
            textwrap.fill(paragraph, width, initial_indent=mark, subsequent_indent=more) for paragraph in paragraphs
        )
        plain = [(kind, " ".join(shown.replace("\n> ", "\n").split())) for kind, shown in markdown(text)]
        assert plain == [(kind, paragraph) for paragraph in paragraphs]


@pytest.mark.parametrize(
    "line",
    ["# The engine", "### The engine ###", "The engine\n===", "The engine\n---", "**The engine**", "__The engine__"],
)
def test_headings(line: str) -> None:
    """Hashes, underlines and a line in bold make headings; the marks are left out."""
    assert markdown(f"{LONG}\n\n{line}\n\n{OTHER}") == [
        ("paragraph", LONG),
        ("heading", "The engine"),
        ("paragraph", OTHER),
    ]


def test_a_heading_may_say_anything() -> None:
    """Marked headings need no shortness: they are what they say."""
    line = "Harbour Lantern, 3 May (No. 4): 'The engine'"
    assert markdown(f"## {line}\n{LONG}")[0] == ("heading", line)


def test_short_lines_are_no_headings_where_headings_are_marked() -> None:
    """Who marks headings means the other short lines as text."""
    assert kinds(f"# Engine\n\n{LONG}\n\nA short line\n\n{OTHER}", "markdown")[2] == "paragraph"
    assert kinds(f"{LONG}\n\nA short line\n\n{OTHER}", "markdown")[1] == "heading"


@pytest.mark.parametrize("line", ["#engine is the tag", "#1 of the list is the engine."])
def test_hashes_that_make_no_heading(line: str) -> None:
    """A tag or a number sign is text."""
    assert markdown(f"{LONG}\n\n{line}\n\n{OTHER}")[1][0] != "heading"


def test_a_rule_under_a_paragraph_is_a_rule() -> None:
    """Dashes under a sentence or a long line do not make it a heading."""
    assert kinds(f"{LONG}\n---\nThe end of it.\n---\n{OTHER}", "markdown") == [
        "paragraph", "rule", "paragraph", "rule", "paragraph",
    ]  # fmt: skip


def test_lines_that_are_not_wrapped_stay_apart() -> None:
    """One paragraph a line without blank lines, as many write, is not joined."""
    assert texts(f"**Engine**\n{LONG}\n{OTHER}", "markdown") == ["Engine", LONG, OTHER]


def test_clauses_on_their_own_lines_are_joined() -> None:
    """Where sentences go on from line to line, they make one paragraph."""
    text = "The Lantern writes,\nof all papers,\nthat nobody rows.\nIt adds\nthat somebody should."
    assert texts(text, "markdown") == [text]


def test_quotes_start_behind_their_marks() -> None:
    """A quote's text starts behind its marks, an empty quote line parts two, and items in it are items."""
    text = f"> {LONG}\n>\n>> {OTHER}\n\n> - one\n> - two"
    assert markdown(text) == [("paragraph", LONG), ("paragraph", OTHER), ("item", "one"), ("item", "two")]


def test_lists_with_nested_items_and_second_paragraphs() -> None:
    """Nested items are items of their own; an indented paragraph behind an item is a paragraph."""
    text = f"- one\n  - inner\n- two\n\n  {LONG}\n\n1. three"
    assert markdown(text) == [
        ("item", "one"), ("item", "inner"), ("item", "two"), ("paragraph", LONG), ("item", "three"),
    ]  # fmt: skip


def test_a_wrapped_line_may_start_with_a_number() -> None:
    """A day at the start of a wrapped line opens no list."""
    text = (
        "The council has met again, writes the Harbour Lantern, on Tuesday the\n15. Nobody came to the meeting but\n"
        "the mayor."
    )
    assert markdown(text) == [("paragraph", text)]


@pytest.mark.parametrize(
    "piece",
    [
        "```python\n# no heading\nprint()\n```",
        "~~~\n\n- no item\n\n~~~~",
        "<!-- a\n\n# comment -->",
        "<!-- short -->",
        "![The engine](engine.png)",
        "[![The engine](engine.png)](https://lantern.example)",
        "![one](a.png) ![two](b.png)",
        "[lantern]: https://lantern.example 'The Lantern'",
        "[1]: <https://lantern.example/a>",
        '<div align="center">',
        "</details>",
    ],
)
def test_what_is_not_read(piece: str) -> None:
    """Code, comments, lone images, tags and link definitions are one block of boilerplate each."""
    assert markdown(f"{LONG}\n\n{piece}\n\n{OTHER}")[1] == ("boilerplate", piece)


@pytest.mark.parametrize(
    "piece", ["```\nThe engine", "~~~ The engine", "<!-- The engine", "[a]: the engine is found", "![x"]
)
def test_what_never_closes_is_text(piece: str) -> None:
    """A fence or comment without an end does not swallow the rest of the digest."""
    found = markdown(f"{LONG}\n\n{piece}\n\n## Head\n\n{OTHER}")
    assert found[0] == ("paragraph", LONG)
    assert found[-2:] == [("heading", "Head"), ("paragraph", OTHER)]
    assert "boilerplate" not in dict(found)


def test_front_matter() -> None:
    """YAML at the very start is one block of boilerplate; anywhere else, or without an end, it is none."""
    matter = "---\ntitle: Engine\ndate: 2021-05-04\n---"
    assert markdown(f"{matter}\n\n{LONG}")[0] == ("boilerplate", matter)
    assert markdown(f"\ufeff{matter}\n{LONG}")[0] == ("boilerplate", matter)
    assert markdown(f"---\n\n{LONG}")[0] == ("rule", "---")
    assert markdown(f"---\ntitle: Engine\n\n{LONG}")[0] == ("rule", "---")


def test_tables() -> None:
    """Each row of a table is an item without its outer bars, with or without them in the text."""
    assert markdown("| Lantern | 3 May |\n|---|:-:|\n| Kestrel | 4 May |") == [
        ("item", "Lantern | 3 May"), ("rule", "|---|:-:|"), ("item", "Kestrel | 4 May"),
    ]  # fmt: skip
    assert kinds(f"Paper | Date\n---|---\nKestrel | 4 May\n\n{LONG}", "markdown") == [
        "item",
        "rule",
        "item",
        "paragraph",
    ]


def test_a_title_and_outlet_with_a_bar_are_no_table() -> None:
    """A bar alone makes no row."""
    assert markdown(f"{LONG}\n\nThe Engine | Harbour Lantern\n\n{OTHER}")[1] == (
        "paragraph", "The Engine | Harbour Lantern",
    )  # fmt: skip


def test_footnotes_are_paragraphs() -> None:
    """A footnote is read: sources stand in footnotes."""
    note = "[^1]: Jane Doe, *Harbour Lantern*, 3 May 2021."
    assert markdown(f"{LONG}[^1]\n\n{note}")[1] == ("paragraph", note)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("# Engine", True), ("see [it](https://a.example)", True), ("> quoted", True), ("the **engine** is", True),
        ("*Lantern* and *Kestrel*", True), ("```\nx\n```", True), ("*** THE ENGINE ***", False), ("#engine", False),
        ("2 * 3 * 4 = 24", False), ("[Jane Doe, Lantern] (3 May)", False), ("###", False), ("a*", False),
    ],
)  # fmt: skip
def test_markdown_is_told_from_text(text: str, is_one: bool) -> None:
    """Marks tell Markdown; stars, hashes and brackets of plain digests do not."""
    assert looks_markdown(text) is is_one


@pytest.mark.parametrize(
    "line",
    [
        "```x\n", "~~~\n```x\n", "<!--\n", "<!-- ", "![a](\n", "![", "[![", "- a\n", "a\n---\n",
        "a | b\n", "<a ", "<b> ",
        "> > ", "- - ", "---\na:\n", "[a]: ", "[^a]: x\n", "**a ", "*a ", "](", "1. ", "(1) ", "|-", "| a |\n",
    ],
)  # fmt: skip
def test_ten_thousands_of_one_mark(line: str) -> None:
    """Marks that open and never close are read in time linear in the text."""
    text = line * (150_000 // len(line))
    started = time.process_time()
    check_order(text, blocks(text))
    check_order(text, blocks(text, "markdown"))
    assert time.process_time() - started < 4


def test_fences_of_falling_length() -> None:
    """Fences that each would need a longer end than any that follows are text, and soon found to be."""
    text = "".join("`" * length + "a\n" for length in range(1000, 2, -1))
    started = time.process_time()
    assert "boilerplate" not in kinds(text, "markdown")
    assert time.process_time() - started < 5
