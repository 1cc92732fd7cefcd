"""Titles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.ingest.page.intake import bare
from quotebank.ingest.page.title_parts import ends, likely, pieces, trimmed
from tests.ingest.page.make import html, ld, meta, read

SITE = meta(og__site_name="The Northern Ledger")


def title(head: str = "", body: str = "") -> str:
    """The title read from a page of these parts."""
    return read(html(head, body)).article.title


@pytest.mark.parametrize(
    "text",
    [
        "Council keeps plan | The Northern Ledger",
        "Council keeps plan - Politics - The Northern Ledger",
        "The Northern Ledger: Council keeps plan",
        "The Northern Ledger :: Council keeps plan",
        "Council keeps plan — The Northern Ledger",
        "Council keeps plan « The Northern Ledger",
        "Council keeps plan | Politics | The Northern Ledger",
        "Council keeps plan | The Northern Ledger | 28.04.2023",
        "Council keeps plan (The Northern Ledger)",
    ],
)
def test_names_at_the_ends_go(text: str) -> None:
    """The names of outlet and section are taken from both ends of a title, with any mark between."""
    names = {"thenorthernledger", "northernledger", "politics"}
    found = trimmed(text, names)
    assert found in ("Council keeps plan", "The Northern Ledger: Council keeps plan")
    assert title(f"<title>{text}</title>{SITE}" + meta(article__section="Politics"), "<h1>Council keeps plan</h1>") == (
        "Council keeps plan"
    )


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("港口计划不变--时政--河川网", "港口计划不变"),
        ("港口計劃不變 | 兩岸焦點 | 兩岸 | 晨報", "港口計劃不變"),
        ("항만 계획 그대로-정치ㅣ새벽일보", "항만 계획 그대로"),
        ("港口计划不变_河川网", "港口计划不变"),
    ],
)
def test_marks_of_scripts_without_spaces(text: str, rest: str) -> None:
    """Chinese and Korean pages part titles with marks that have no spaces."""
    assert (
        trimmed(text, {bare(piece) for piece in ("时政", "河川网", "兩岸焦點", "兩岸", "晨報", "정치", "새벽일보")})
        == rest
    )


def test_dashes_within_titles_stay() -> None:
    """A dash is part of a title as long as no name stands beside it."""
    assert trimmed("Harbour plan - what now? - The Ledger", {"theledger"}) == "Harbour plan - what now?"
    assert (
        likely("Wer zahlt, wenn der Hafen schließt - und wer nicht?")
        == "Wer zahlt, wenn der Hafen schließt - und wer nicht?"
    )
    assert pieces("Kim Jong-un meets Lee Jae-myung") == [("Kim Jong-un meets Lee Jae-myung", 0, 31, "")]


@given(st.text(max_size=80), st.sets(st.text(max_size=10)))
def test_something_stays(text: str, names: set[str]) -> None:
    """A title is never trimmed to nothing, and what stays is a part of it."""
    found = trimmed(text, {bare(name) for name in names})
    assert found in text
    assert bool(bare(found)) or not bare(text) or len(pieces(text)) > 0


@given(st.text(max_size=60))
def test_pieces_are_places(text: str) -> None:
    """Pieces are what stands at their places, in order."""
    found = pieces(text)
    assert all(text[piece.start : piece.end] == piece.text for piece in found)
    assert [piece.start for piece in found] == sorted(piece.start for piece in found)
    assert ends(text, text) == []


def test_the_heading_before_what_is_declared() -> None:
    """The displayed heading is cited, not the headline written for search engines."""
    head = (
        "<title>Rent at 70: all numbers | The Northern Ledger</title>"
        + meta(og__title="Rent at 70: all numbers")
        + SITE
    )
    body = "<h1>Who was born in 1984 should reckon now</h1>"
    page = read(html(head, body))
    assert page.article.title == "Who was born in 1984 should reckon now"
    assert page.article.provenance["title"] == "h1 (72 %)"


def test_a_masthead_is_no_title() -> None:
    """A single h1 that is the site's name, or a link to its front page, is passed over."""
    head = "<title>Council keeps plan - The Northern Ledger</title>"
    assert (
        title(head, '<h1><a href="/">The Northern Ledger</a></h1><h2>Council keeps plan</h2>') == "Council keeps plan"
    )
    assert (
        title(head + meta(og__title="Council keeps plan"), "<h1 class=logo>The Northern Ledger</h1>")
        == "Council keeps plan"
    )


def test_of_several_headings_the_one_that_is_declared() -> None:
    """With many h1 elements the one that the title element repeats is taken."""
    head = "<title>Council keeps plan - The Northern Ledger</title>"
    assert (
        title(head, "<h1>Most read today</h1><h1>Council keeps plan</h1><h1>Ferry sinks in storm</h1>")
        == "Council keeps plan"
    )


@pytest.mark.parametrize(
    "h1",
    [
        '<h1><span class="kicker">Harbour</span> <span class="headline">Council keeps plan for good</span></h1>',
        "<h1>Council keeps plan for good <small>By Jane Miller</small></h1>",
        '<h1>Council keeps plan for good<span class="byline">By Jane Miller</span></h1>',
        "<h1>Council keeps&nbsp;plan\n for <em>good</em></h1>",
        "<h1>Coun&shy;cil keeps plan for good</h1>",
        "<h1>COUNCIL KEEPS PLAN FOR GOOD</h1>",
    ],
)
def test_what_else_a_heading_holds(h1: str) -> None:
    """Kickers, bylines, line breaks, soft hyphens and capitals of a heading are no part of the title."""
    assert (
        title("<title>Council keeps plan for good | The Northern Ledger</title>" + SITE, h1)
        == "Council keeps plan for good"
    )


@pytest.mark.parametrize(
    "heading",
    [
        "<h2>Council keeps plan for good</h2>",
        "<div class=article-title>Council keeps plan for good</div>",
        "<p align=center><font size=5><b>Council keeps plan for good</b></font></p>",
        "<table><tr><td class=titulo><b>Council keeps plan for good</b></td></tr></table>",
    ],
)
def test_headings_that_are_no_h1(heading: str) -> None:
    """Old pages mark their headings with fonts, classes and lower levels."""
    assert (
        title("<title>The Northern Ledger</title>", f"<div>The Northern Ledger</div>{heading}")
        == "Council keeps plan for good"
    )


def test_without_a_heading() -> None:
    """What several declared titles agree on is the title, however long their ends."""
    head = "<title>Council keeps plan | Politics | News | The Ledger</title>" + meta(
        og__title="Council keeps plan | Politics"
    )
    assert title(head + ld(headline="Council keeps plan")) == "Council keeps plan"
    assert title("<title>Council keeps plan for good | Ledger</title>") == "Council keeps plan for good"


def test_references_and_tags_are_undone() -> None:
    """Characters escaped twice and tags in JSON-LD do not reach the record."""
    assert title(ld(headline="Council &amp;quot;keeps&amp;quot; <em>plan</em>")) == 'Council "keeps" plan'


def test_nothing_acts_in_a_title() -> None:
    """Escape sequences, overrides of the writing direction and line breaks do not reach the record."""
    assert title(ld(headline="Council\x1b[31m keeps \u202eplan\r\nTY  - X")) == "Council[31m keeps plan TY - X"


def test_no_title_at_all() -> None:
    """A page without heading and title has none, and no error."""
    assert title() == ""


def test_the_subtitle_stays_where_it_is_declared() -> None:
    """A subtitle in the heading is kept if the declared title has it, and left out if it does not."""
    body = '<h1>Council keeps plan<span class="subtitle"> as it was in May</span></h1>'
    assert title(meta(og__title="Council keeps plan as it was in May"), body) == "Council keeps plan as it was in May"
    assert title(meta(og__title="Council keeps plan"), body) == "Council keeps plan"


def test_the_page_of_a_paper_is_no_title() -> None:
    """The number of a printed page, and the day over a post, are not taken for its title."""
    row = "<table><tr><td><b>{}</b></td></tr><tr><td style='font-size:23px'><b>老街的最后一家书店</b></td></tr></table>"
    assert (
        title("<title>滨海晚报-老街的最后一家书店</title>", row.format("第B05版：城事和乡村生活的每一天"))
        == "老街的最后一家书店"
    )
    body = "<h2>Thursday, September 22, 2011</h2><h3 class='post-title'>Gravel</h3>"
    assert title("<title>The Northern Ledger: Gravel</title>" + SITE, body) == "Gravel"


def test_a_name_before_a_colon() -> None:
    """A site's name before a colon goes from a declared title, but not from a heading that shows it."""
    assert title(f"<title>The Northern Ledger: Council keeps plan</title>{SITE}") == "Council keeps plan"
    whole = "The Northern Ledger: a hundred years of news"
    assert title(f"<title>{whole}</title>{SITE}", f"<h1>{whole}</h1>") == whole


def test_the_byline_is_no_title() -> None:
    """In a page of font elements without a declared title the big line is taken, not the bold byline below it."""
    head = "<title>Northern Ledger Online: Metro</title>"
    body = (
        "<p><font size=6><b>Mill closing leaves town counting its losses</b></font>"
        "<p><font size=2><b>By Margaret Oyelaran</b><br><i>Northern Ledger staff writer</i></font>"
    )
    assert read(html(head, body), "http://www.northernledger.example/mill.html").article.title == (
        "Mill closing leaves town counting its losses"
    )


def test_a_heading_that_links_to_itself() -> None:
    """A heading in a link is the title where a declared title has its words, and a teaser where none has."""
    heading = '<div><h3 class="t"><a rel="bookmark" href="/x">The archive from the bridge</a></h3></div>'
    found = read(html("<title>Border Review: The archive from the bridge</title>", heading + "<p>8 November 2009</p>"))
    assert found.article.title == "The archive from the bridge"
    assert found.article.date is not None
    assert title("<title>Border Review</title>", heading) != "The archive from the bridge"


def test_a_line_of_its_own_that_a_declared_title_has() -> None:
    """A plain line above the prose is the heading where a declared title says it with more beside it."""
    body = "<p>Sections</p><p>The archive from the bridge</p><p>By Nora Whitcombe</p>"
    assert title("<title>The archive from the bridge - Local - Border Review</title>", body) == (
        "The archive from the bridge"
    )


def test_a_heading_ends_at_its_line() -> None:
    """A heading in a font element does not take the subtitle on the next line of its paragraph."""
    body = "<p>\n<font size=6><b>Mill will close on Friday</b></font>\n<br><font size=3>Owners blame imports</font>"
    assert title("<title>Dunlea Herald</title>", body) == "Mill will close on Friday"
