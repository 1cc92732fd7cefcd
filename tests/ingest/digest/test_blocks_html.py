"""Of an HTML page, the text that a reader sees is read, in the blocks that a browser shows."""

import html as escaping
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.ingest.digest.blocks import visible_text
from quotebank.ingest.digest.html_text import looks_html
from tests.ingest.digest.test_blocks import LONG, OTHER, SOUP, check_order
from tests.model.strategies import nasty_text, plain_text

TAGS = st.sampled_from([
    "<p>", "</p>", "<div>", "</div>", "<br>", "<br/>", "<ul><li>", "</li>", "</ul>", "<h2>", "</h2>", "<table><tr><td>",
    "</table>", "<b>", "</i>", "<script>", "</script>", "<!--", "-->", "<form>", "</form>", "<pre>", "</pre>", "<hr>",
    "&amp;", "&#0;", "&#xD800;", "&nosuch;", "&", "<", ">", "text", " ", "\n\n", "\0", "<p hidden>", "</body>", "<q>",
    "<![CDATA[", "]]>", "<?xml", "<nav>", "</nav>", "<p style='display: none'>", "<blockquote>", "\ud800", "\x1c",
])  # fmt: skip
"""Pieces of pages, in no good order."""


def shown(page: str) -> list[tuple[str, str]]:
    """The kind and the text of each block of a page."""
    text, found = visible_text(page)
    return [(block.kind, text[block.start : block.end]) for block in found]


def texts(page: str) -> list[str]:
    """The text of each block of a page."""
    return [text for _, text in shown(page)]


@given(st.one_of(st.lists(TAGS, max_size=20).map("".join), SOUP, nasty_text()))
def test_any_page_is_read(page: str) -> None:
    """Whatever the page, its text can be written as UTF-8 and its blocks stand in it in order."""
    text, found = visible_text(page)
    text.encode()
    check_order(text, found)


@given(st.lists(plain_text().filter(lambda line: any(map(str.isalnum, line))), max_size=6))
def test_paragraphs_come_back(paragraphs: list[str]) -> None:
    """A page made of paragraphs shows these paragraphs, whatever signs stand in them."""
    page = "".join(f"<p>{escaping.escape(line)}</p>\n" for line in paragraphs)
    assert visible_text(page)[0] == "\n\n".join(line.strip() for line in paragraphs)


@given(
    st.lists(st.sampled_from([LONG, OTHER]), min_size=1, max_size=5), st.sampled_from(["p", "div", "td", "dd", "li"])
)
def test_each_block_element_is_a_block(paragraphs: list[str], tag: str) -> None:
    """Paragraphs, divisions, cells and items are a block each, closed or not."""
    table = tag == "td"
    for close in (f"</{tag}>", "" if tag in {"p", "li", "dd"} else f"</{tag}>"):
        inner = "".join(f"<{tag}>{paragraph}{close}" for paragraph in paragraphs)
        assert texts(f"<table><tr>{inner}</table>" if table else f"<div>{inner}</div>") == paragraphs


def test_an_article() -> None:
    """Headings, paragraphs, items, captions and rules come out as such, without the tags inside them."""
    page = f"""<!DOCTYPE html><html><head><title>Not shown</title><style>p {{}}</style></head><body>
    <h1>The <em>engine</em></h1><p>{LONG}</p><ul><li>one<li><p>two</p><p>{OTHER}</p></ul><hr>
    <figure><img alt="no"><figcaption>The engine in May</figcaption></figure><h2>Oars</h2><p>{OTHER}"""
    assert shown(page) == [
        ("heading", "The engine"), ("paragraph", LONG), ("item", "one"), ("item", "two"), ("paragraph", OTHER),
        ("rule", "---"), ("boilerplate", "The engine in May"), ("heading", "Oars"), ("paragraph", OTHER),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "piece",
    [
        "<script>no</script>", "<style>no</style>", "<nav>no</nav>", "<footer>no</footer>", "<aside>no</aside>",
        "<form><p>no</p></form>", "<noscript>no</noscript>", "<template>no</template>", "<p hidden>no</p>",
        "<div style='color:red; Display : NONE'>no</div>", "<!-- no -->", "<select><option>no</select>",
        "<textarea>no</textarea>", "<svg><title>no</title></svg>", "<nav><div><ul><li>no</ul></div></nav>",
        "<div style='mso-hide:all'><p>no</p></div>", "<button>no</button>", "<iframe>no</iframe>",
    ],
)  # fmt: skip
def test_what_is_not_shown_is_not_read(piece: str) -> None:
    """Scripts, menus, forms, asides and hidden parts are left out, and what follows them is read."""
    assert texts(f"<div><p>{LONG}</p>{piece}<p>{OTHER}</p></div>") == [LONG, OTHER]


def test_a_page_that_is_one_form_is_read() -> None:
    """Some servers put the whole page into a form; it is the page then."""
    assert texts(f"<form><div><p>{LONG}</p></div><input value=no></form>") == [LONG]


def test_breaks() -> None:
    """Two line breaks part two blocks, a single one is a space, also around spaces and at the edges."""
    assert texts("<p>one<br>two<br><br>three<br/> <br>four<br></p>") == ["one two", "three", "four"]


def test_spaces_and_entities() -> None:
    """White space collapses, entities are resolved, no-break spaces stay, soft hyphens and zero-width spaces go."""
    page = "<p> 10&nbsp;000 \n\t&amp; more&#8230; en&shy;gine\u200b <a href='x'>the\nlink</a>&lt;i&gt;</p>"
    assert texts(page) == ["10\u00a0000 & more… engine the link<i>"]


def test_quotation_elements_show_their_marks() -> None:
    """A browser puts marks around <q>; so do we."""
    assert texts(f"<p>He said <q>row</q> to {LONG}") == [f"He said “row” to {LONG}"]


def test_preformatted_text_falls_apart_at_blank_lines() -> None:
    """In <pre>, as in archives of letters, an empty line parts paragraphs and others are spaces."""
    assert texts("<pre>one\ntwo.\n\nthree\n \nfour</pre><p>a\n\nb") == ["one two.", "three", "four", "a b"]


def test_bold_short_paragraphs_head_longer_ones() -> None:
    """Pages without heading elements have headings too."""
    assert shown(f"<p><b>The engine case</b></p><p>{LONG}</p>")[0] == ("heading", "The engine case")


def test_text_outside_of_elements() -> None:
    """A fragment, or text without any tag, is read."""
    assert texts("just <i>words</i> & more") == ["just words & more"]
    assert texts(f"{LONG}<div>{OTHER}</div>{LONG}") == [LONG, OTHER, LONG]


@pytest.mark.parametrize(
    "page", ["", " \n", "\0", "<html></html>", "<p></p><br><br>", "<!-- -->", "<nav>x</nav>", "\ufeff"]
)
def test_pages_without_text(page: str) -> None:
    """A page that shows nothing has no blocks."""
    assert visible_text(page) == ("", ())


def test_broken_characters() -> None:
    """NULs go, lone surrogates become the replacement character, declared encodings of text do not count."""
    assert texts("<meta charset='koi8-r'><p>а\0б\ud800в") == ["аб\ufffdв"]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("<!doctype HTML>", True), ("\ufeff <html lang=de>", True), ("<p>a</p><p>b</p><p>c</p>", True),
        ("<b>bold</b> beginning of a plain text", False), ("a <br> b <br> c <br> </p>", False), ("", False),
        ("plain", False),
    ],
)  # fmt: skip
def test_pages_are_told_from_text(text: str, is_one: bool) -> None:
    """A page says so at its start, or starts with a tag and has several."""
    assert looks_html(text) is is_one


@pytest.mark.parametrize(
    "piece",
    [
        "<div>", "<div>a", "<b>", "<blockquote><p>a", "<table><tr><td>", "<ul><li>a", "<", "&", "&amp;",
        "<!--", "<![CDATA[", "<script>", "<p a=1 ", "a<br>", "a<br><br>", "<p>a", "</p>", "<pre>\n\n",
        "<p hidden>", "<form>a", "</", "\0",
        "<p>\ud800", "&#0;", "<h1>",
    ],
)  # fmt: skip
def test_ten_thousands_of_one_tag(piece: str) -> None:
    """Depth and disorder cost no more than length, and are no error."""
    started = time.process_time()
    text, found = visible_text(piece * 30_000)
    check_order(text, found)
    assert time.process_time() - started < 10


def test_text_at_the_bottom_of_deep_nesting_is_read() -> None:
    """A hundred thousand divisions hide nothing."""
    assert texts("<div>" * 100_000 + LONG + "</div>" * 100_000 + f"<p>{OTHER}") == [LONG, OTHER]


def test_expanding_entities_do_not_expand() -> None:
    """Entities that a page defines itself are not resolved, so they cannot grow."""
    inner = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(12))
    text, _ = visible_text(f'<!DOCTYPE html [<!ENTITY a0 "boom">{inner}]><p>&a12;</p>')
    assert len(text) < 2000


def test_a_large_page_is_fast() -> None:
    """Five megabytes of paragraphs are read in seconds."""
    page = f"<p>{LONG} <a href='x'>{OTHER}</a></p>\n" * 11_000
    started = time.process_time()
    assert len(visible_text(page)[1]) == 11_000
    assert time.process_time() - started < 5
