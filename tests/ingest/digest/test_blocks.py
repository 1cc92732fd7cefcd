"""A plain text falls into paragraphs, headings, items, rules and boilerplate, each exactly where it stands."""

import random
import textwrap
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotebank.errors import UsageError
from quotebank.ingest.digest.blocks import blocks, form_of, right_margin
from quotebank.ingest.digest.markdown_blocks import bullet, bullet_end, is_rule
from quotebank.ingest.digest.records import Block
from tests.model.strategies import nasty_text

LONG = (
    "On Tuesday the Harbour Lantern wrote that the ferry will not sail before the spring, because nobody has paid for "
    "the new engine, and that the islanders have begun to row. The council answered that rowing is healthy."
)
OTHER = (
    "The paper of the opposite shore sees it otherwise: the engine was paid for twice, its columnist writes, and is "
    "in the yard of the mayor's brother-in-law under a tarpaulin, which the whole village has seen and nobody mentions."
)

SOUP = st.text(
    st.sampled_from(list('aB1é-*_=#>`~|[]()<!.:,?–—•“"»…\\&/ \t\n\r\u00a0\u200b\ufeff\u2028\x0c\x00\ud800')),
    max_size=200,
)
"""Texts of little else than marks."""

LINE = st.text(st.sampled_from(list("aB1é-*=#>|[](.:,?–•“…  ")), min_size=1, max_size=60)

WORD = st.text(st.sampled_from("abcdefghilmnoprstuvw"), min_size=1, max_size=9)


def told(text: str, form: str = "") -> list[tuple[str, str]]:
    """The kind and the text of each block."""
    return [(block.kind, text[block.start : block.end]) for block in blocks(text, form)]


def kinds(text: str, form: str = "") -> list[str]:
    """The kind of each block."""
    return [kind for kind, _ in told(text, form)]


def texts(text: str, form: str = "") -> list[str]:
    """The text of each block."""
    return [shown for _, shown in told(text, form)]


def check_order(text: str, found: tuple[Block, ...]) -> None:
    """Blocks are numbered from 1, follow one another, and are stripped and not empty."""
    assert [block.number for block in found] == list(range(1, len(found) + 1))
    at = 0
    for block in found:
        assert at <= block.start < block.end <= len(text)
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        assert block.kind in {"paragraph", "heading", "item", "rule", "boilerplate"}
        at = block.end


def left_out(text: str, found: tuple[Block, ...]) -> str:
    """What of the text is in no block, without white space."""
    covered = bytearray(len(text))
    for block in found:
        covered[block.start : block.end] = b"\1" * (block.end - block.start)
    return "".join(char for char, inside in zip(text, covered, strict=True) if not inside and not char.isspace())


def paragraph(seed: int) -> str:
    """A paragraph of sentences, some 450 characters long, of words that mean nothing."""
    source = random.Random(seed)
    sentences = []
    for _ in range(source.randint(4, 6)):
        words = ["".join(source.choices("abcdefghilmnoprstuvw", k=source.randint(2, 9))) for _ in range(15)]
        sentences.append(" ".join(words[: source.randint(9, 15)]).capitalize() + ".")
    return " ".join(sentences)


def prose(fewest: int) -> st.SearchStrategy[list[str]]:
    """Several paragraphs."""
    return st.lists(st.integers(0, 1 << 30).map(paragraph), min_size=fewest, max_size=5)


@given(st.one_of(SOUP, nasty_text()))
def test_blocks_are_ordered_for_any_text(text: str) -> None:
    """Whatever the text, its blocks are numbered, ordered, apart, stripped and not empty, in each form."""
    for form in ("", "text", "markdown"):
        check_order(text, blocks(text, form))


@given(st.one_of(SOUP, nasty_text()))
def test_plain_text_leaves_nothing_out_but_marks(text: str) -> None:
    """Every sign of a plain text is in a block, unless it is a bullet, a number or the mark of a heading."""
    assert not set(left_out(text, blocks(text, "text"))) - set("-*+–—•·_=#~().0123456789aBé")


@given(st.lists(LINE, max_size=12))
def test_each_line_is_a_block_when_blank_lines_part_them(lines: list[str]) -> None:
    """The n-th line that shows anything is block n, so "para. 11" is the eleventh."""
    text = "\n\n".join(lines)
    shown = [line.strip() for line in lines if line.strip()]
    found = blocks(text, "text")
    assert len(found) == len(shown)
    assert all(text[block.start : block.end] in line for block, line in zip(found, shown, strict=True))


@given(st.lists(LINE, max_size=8), st.lists(LINE, max_size=8))
def test_two_texts_in_one_have_the_blocks_of_both(one: list[str], two: list[str]) -> None:
    """A digest put behind another keeps its blocks, whatever stands in it."""
    first, second = "\n\n".join(one), "\n\n".join(two)
    together = first + "\n\n" + second
    apart = [(block.start, block.end) for block in blocks(first, "text")]
    apart += [(block.start + len(first) + 2, block.end + len(first) + 2) for block in blocks(second, "text")]
    found = [(block.start, block.end) for block in blocks(together, "text")]
    assert len(found) == len(apart)
    assert {end for _, end in found} == {end for _, end in apart}


@settings(max_examples=60)
@given(prose(1), st.integers(50, 100), st.sampled_from(["\n", "\r\n"]))
def test_wrapped_paragraphs_come_back_whole(paragraphs: list[str], width: int, newline: str) -> None:
    """Prose wrapped at any usual margin gives its paragraphs, with the line breaks inside."""
    text = (newline * 2).join(newline.join(textwrap.wrap(paragraph, width)) for paragraph in paragraphs)
    assert [" ".join(shown.split()) for shown in texts(text, "text")] == paragraphs


@settings(max_examples=60)
@given(prose(2), st.integers(55, 90))
def test_indented_first_lines_part_paragraphs(paragraphs: list[str], width: int) -> None:
    """Wrapped prose without blank lines, as in books, falls apart where a first line is indented."""
    text = "\n".join(textwrap.fill(paragraph, width, initial_indent="   ") for paragraph in paragraphs)
    assert [" ".join(shown.split()) for shown in texts(text, "text")] == paragraphs


@settings(max_examples=60)
@given(prose(2), st.integers(55, 90), st.sampled_from(["- ", "• ", "1) ", "* "]))
def test_hanging_indents_stay_with_their_item(items: list[str], width: int, mark: str) -> None:
    """Wrapped list items come back whole, each starting behind its bullet."""
    text = "\n".join(
        textwrap.fill(item, width, initial_indent=mark, subsequent_indent=" " * len(mark)) for item in items
    )
    assert [(kind, " ".join(shown.split())) for kind, shown in told(text, "text")] == [("item", item) for item in items]


def test_one_paragraph_a_line_without_blank_lines() -> None:
    """Long lines right under one another are paragraphs."""
    assert texts(f"{LONG}\n{OTHER}\n{LONG}") == [LONG, OTHER, LONG]


@pytest.mark.parametrize(
    "lines",
    [
        ["the lamp is lit", "and over the water", "nobody", "answers the bell tonight", "or ever", "will"],
        ["Harbour Lantern", "Der Leuchtturm", "Le Phare du soir", "Маяк", "Courier of the Capes"],
        ["kestrel.example", "north-shore.example", "capes.example", "tide.example", "www.lamp.example/one"],
        ["New ferry law passes in second reading", "Mayor denies rowing", "Engine found under a tarpaulin in a yard"],
        [
            "Und über uns der Himmel weit,",
            "und unter uns das Meer,",
            "wir rudern durch die Dunkelheit",
            "und rudern her.",
        ],
        ["Die WARTE schreibt:", LONG, "Der KURIER meint:", OTHER],
        ["Nach Ansicht der LAMPE", "„" + LONG[0].lower() + LONG[1:] + "“"],
    ],
)
def test_short_lines_are_not_joined(lines: list[str]) -> None:
    """Verse, link lists, headlines and labels stay lines of their own."""
    assert texts("\n".join(lines), "text") == lines


def test_a_label_and_its_text_stay_apart_in_wrapped_text() -> None:
    """A short line right above wrapped prose is not its beginning."""
    text = "HARBOUR NEWS\nTuesday, 4 May\n" + textwrap.fill(LONG, 72) + "\n\n" + textwrap.fill(OTHER, 72)
    assert [" ".join(shown.split()) for shown in texts(text)] == ["HARBOUR NEWS", "Tuesday, 4 May", LONG, OTHER]


@pytest.mark.parametrize("opening", ["15. Nobody", "– nobody –", "2024. Nobody", "* nobody"])
def test_a_wrapped_line_may_start_like_an_item(opening: str) -> None:
    """A number, a dash or an asterisk at the start of a wrapped line is no bullet in the middle of a sentence."""
    lines = [
        "The council of the island has decided to meet again in the last week of",
        f"{opening} had expected that, and the Harbour Lantern writes that even",
        "the mayor learnt of it from the paper, which he had wrapped a fish in.",
    ]
    assert told("\n".join(lines)) == [("paragraph", "\n".join(lines))]


def test_a_list_under_a_wrapped_introduction() -> None:
    """Items right under a line that ends in a colon are items."""
    text = textwrap.fill(LONG, 70) + " It adds three things:\n- the first\n- the second\n\n" + textwrap.fill(OTHER, 70)
    assert kinds(text) == ["paragraph", "item", "item", "paragraph"]


def test_rules_part_wrapped_text() -> None:
    """A rule is a block of its own even without blank lines around it."""
    text = textwrap.fill(LONG, 70) + "\n* * *\n" + textwrap.fill(OTHER, 70)
    assert kinds(text) == ["paragraph", "rule", "paragraph"]


def test_an_empty_text_has_no_blocks() -> None:
    """Nothing, or nothing but white space, has no blocks."""
    assert [blocks(text) for text in ("", " \n\t\n", "\r\r", "\n" * 1000)] == [()] * 4


def test_lines_of_old_macs() -> None:
    """Carriage returns alone end lines too."""
    assert texts(f"{LONG}\r\r{OTHER}\r", "text") == [LONG, OTHER]


def test_unknown_forms_are_refused() -> None:
    """A form that is none is said, and which there are."""
    with pytest.raises(UsageError, match="text and markdown"):
        blocks("text", "docx")


@pytest.mark.parametrize(
    ("name", "text", "form"),
    [
        ("a.html", "text", "html"),
        ("A.HTM", "text", "html"),
        ("a.md", "text", "markdown"),
        ("a.markdown", "<p>text</p>", "markdown"),
        ("a.txt", LONG, "text"),
        ("a.txt", f"## Engine\n\n{LONG}", "markdown"),
        ("", "<!DOCTYPE html><p>text", "html"),
        ("-", "<div><p>one</p><p>two</p></div>", "html"),
        ("", f"{LONG} [engine](https://lantern.example)", "markdown"),
        ("", f"*** THE ENGINE ***\n\n{LONG}", "text"),
        ("", "a < b and b > c", "text"),
        ("", "", "text"),
    ],
)
def test_forms_are_told(name: str, text: str, form: str) -> None:
    """The ending of the name tells the form, and where it does not, the text."""
    assert form_of(name, text) == form


@given(st.text(st.sampled_from("-*+•–—(1)a. \t\u00a0"), min_size=1).map(str.strip).filter(bool))
def test_bullets_leave_something_to_say(line: str) -> None:
    """What stands behind a bullet is never empty, and a bullet is what it was cut from."""
    end = bullet_end(line)
    assert 0 <= end < len(line)
    assert line.startswith(bullet(line))
    assert not (end and line[end].isspace())


@given(st.text(max_size=20))
def test_rules_have_no_letters(line: str) -> None:
    """No line with a letter or digit in it is a rule."""
    assert not is_rule(line) or not any(char.isalnum() for char in line)


@settings(max_examples=40)
@given(prose(2), st.integers(50, 100))
def test_the_margin_is_found(paragraphs: list[str], width: int) -> None:
    """The margin measured is at most the one that the text was wrapped at, and close to it."""
    lines = [line for paragraph in paragraphs for line in [*textwrap.wrap(paragraph, width), ""]]
    assert width - 10 <= right_margin(lines) <= width


@pytest.mark.parametrize("sign", list(' -[]>#*_=`~<!(.|1\t…—•":\\&^'))
def test_a_million_of_one_sign(sign: str) -> None:
    """A line of a million equal signs, or ten thousand lines of them, takes time in step with its length."""
    started = time.process_time()
    for text in (sign * 1_000_000, sign * 1_000_000 + "x", f"{sign} a" * 300_000, (sign * 50 + "\n") * 2_000):
        for form in ("text", "markdown"):
            check_order(text, blocks(text, form))
    assert time.process_time() - started < 10


def test_ordinary_text_is_fast() -> None:
    """Five megabytes of prose, wrapped or not, take well under the time that reading their sources takes."""
    plain = f"{LONG} {OTHER}\n\n" * 12_000
    wrapped = (textwrap.fill(f"{LONG} {OTHER}", 76) + "\n\n") * 12_000
    started = time.process_time()
    assert len(blocks(plain)) == len(blocks(wrapped)) == 12_000
    assert time.process_time() - started < 4
