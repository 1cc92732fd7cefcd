"""The tree of a page and its parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.ingest.page.document import Document, bounded, document, in_frame, main_part, shown
from quotebank.ingest.page.headings import above_prose, is_front, mastheads, titled
from quotebank.ingest.page.intake import alike, bare, clean, plain
from quotebank.ingest.page.meta_tags import first, said
from tests.ingest.page.make import PARAGRAPHS, PROSE, html


def tree(text: str) -> Document:
    """The document of a page that has one."""
    found = document(text)
    assert found is not None
    return found


def test_what_nobody_sees_is_gone() -> None:
    """Scripts, styles and templates are no text, and what stands behind them stays."""
    page = tree("<p>one<script>x</script> two<style>y</style> three<template>z</template></p><noscript>w</noscript>")
    assert [block.text for block in page.blocks] == ["one two three"]


def test_blocks_are_lines() -> None:
    """Each block element and line break begins a line; inline elements do not."""
    page = tree("<div>a<b>b</b>c<p>d</p>e<br>f<ul><li>g<li>h</ul></div><table><tr><td>i<td>j</table>")
    assert [block.text for block in page.blocks] == ["abc", "d", "e", "f", "g", "h", "i", "j"]


def test_paragraphs_are_long_and_within() -> None:
    """Paragraphs are the longer blocks outside navigation, footers and side columns."""
    page = tree(html("", f"<nav>{PROSE}</nav><aside>{PROSE}</aside><p>short</p><figure><p>{PROSE}</p></figure>"))
    assert len(page.paragraphs) == 3
    assert page.prose == sum(map(len, page.paragraphs))
    assert in_frame(next(page.root.iter("aside")))


@pytest.mark.parametrize("text", ["", " ", "<!-- x -->"])
def test_pages_without_anything(text: str) -> None:
    """A page without any element has no tree."""
    assert document(text) is None


def test_long_pages_are_bounded() -> None:
    """A page is cut after 60,000 tags and 4,000,000 characters, at a tag."""
    assert bounded("<br>" * 70_000).count("<") == 60_000
    assert bounded("<br>" * 70_000).endswith("<br>")
    assert len(bounded("a" * 5_000_000)) == 4_000_000
    assert bounded("<p>a</p>") == "<p>a</p>"


def test_meta_elements_by_all_their_names() -> None:
    """Values are found under property, name, itemprop and http-equiv, in any case and more than once."""
    page = tree('<meta name="Author" content=" A "><meta property="og:title" content="T">'
        '<meta itemprop="author" content="B">'
                '<meta http-equiv="Content-Language" content="de"><meta name="empty" content="">')  # fmt: skip
    assert [value for value, _ in said(page.metas, "author")] == ["A", "B"]
    assert first(page.metas, "nothing og:title") == ("T", "og:title")
    assert first(page.metas, "empty") == ("", "")
    assert first(page.metas, "content-language").value == "de"


def test_the_main_part_is_around_the_heading() -> None:
    """The main part is the element that holds the heading and most of the prose, in old layouts, too."""
    page = tree(html("", "<table><tr><td>menu<td id=main><font size=5><b>Council keeps plan</b></font>"))
    heading = next(above_prose(page, ()))
    part = main_part(page, heading)
    assert part is not None
    assert part.get("id") == "main"
    assert titled(heading) == "Council keeps plan"


def test_the_main_part_without_a_heading() -> None:
    """Without a heading the article element with most prose is the main part; a bare page has none."""
    part = main_part(tree(f"<article id=a><p>x</p></article><article id=b>{PARAGRAPHS}</article>"), None)
    assert part is not None
    assert part.get("id") == "b"
    assert main_part(tree("<p>x</p>"), None) is None


def test_headings_of_teasers_are_not_taken() -> None:
    """Of the headings above the prose the nearest is the title, links to other pages are none."""
    body = (
        "<h2>Ferry sinks in the storm</h2><p>More soon</p><h2>Council keeps its plan</h2><h2>What the mayor says</h2>"
    )
    page = tree(html("", body + "<h3><a href=/x>Sign up for our letter here</a></h3>"))
    assert shown(next(above_prose(page, ()))) == "Council keeps its plan"


def test_mastheads_and_front_pages() -> None:
    """Headings that link to the front page are mastheads."""
    assert mastheads(tree('<h1><a href="/">The Ledger</a></h1><h1>Council keeps plan</h1>')) == ["The Ledger"]
    assert all(map(is_front, ("/", "https://a.example", "http://www.a.example/", "https://a.example/?x=1")))
    assert not any(map(is_front, ("/a", "https://a.example/a", "", "#", "mailto:a@b.example", "index.html")))


def test_texts_are_cleaned() -> None:
    """Controls, marks of direction, soft hyphens and runs of white space go; joiners within words stay."""
    assert clean("a\x00b\x1b[1m \u202ec\u00ad\ufeff\u200e\n\td\u2066") == "ab[1m c d"
    assert clean("می\u200cخواهد") == "می\u200cخواهد"
    assert plain("&amp;quot;a&amp;quot; <em>b</em> 1 < 2 &nbsp; c") == '"a" b 1 < 2 c'


def test_agreement_of_titles() -> None:
    """Texts agree when equal, when one is most of the other, or when they share most pairs of letters."""
    assert alike(bare("Council keeps plan"), bare("COUNCIL keeps plan!"))
    assert alike(bare("Council keeps plan"), bare("Council keeps plan for the harbour"))
    assert alike(bare("The council keeps its harbour plan"), bare("Council keeps harbour plan"))
    assert not alike(bare("Council keeps plan"), bare("Ferry sinks in storm"))
    assert not alike("", bare("Council"))


@given(st.text(max_size=80))
def test_cleaning_is_done_once(text: str) -> None:
    """A cleaned text is on one line, and cleaning it again changes nothing."""
    assert clean(clean(text)) == clean(text)
    assert not {"\n", "\t", "\u202e", "\x1b"} & set(clean(text))


@given(st.text(max_size=40), st.text(max_size=40))
def test_agreement_is_mutual(left: str, right: str) -> None:
    """Agreement does not depend on the order of the two."""
    assert alike(left, right) == alike(right, left)
