"""What menus and nameplates tell of a page's titles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.ingest.page.document import Document, document
from quotebank.ingest.page.meta_tags import Said
from quotebank.ingest.page.sections import Menu, menu
from tests.ingest.page.make import PARAGRAPHS, html, read

URL = "http://www.dunlea.example/local/mill.htm"
LINKS = '<p><a href="/local/">Local</a> | <a href="/sport/">Sport</a></p>'
HEADLINE = "<font size=5><b>The mill will close on Friday</b></font>"


def page(body: str) -> Document:
    """A parsed page with this body before its prose."""
    found = document(html("", body))
    assert found is not None
    return found


def told(body: str, *titles: str, url: str = URL) -> Menu:
    """What a page with this body tells of its titles."""
    return menu(page(body), [Said(title, "<title>") for title in titles], url)


@pytest.mark.parametrize(
    "title", ["Dunlea Herald / Local", "Local | Dunlea Herald", "The mill closes - Local - Herald"]
)
def test_a_linked_piece_of_a_title_is_a_section(title: str) -> None:
    """A piece of a title that a short link of the page leads to is the name of a section."""
    assert told(LINKS + HEADLINE, title).sections == {"local"}


@pytest.mark.parametrize(
    "link",
    [
        '<a href="/">Local</a>',
        '<a href="/index.html">Local</a>',
        '<a href="http://www.dunlea.example">Local</a>',
        f'<a href="{URL}#comments">Local</a>',
        '<a href="#top">Local</a>',
        '<a rel="home" href="/en">Local</a>',
        "<a>Local</a>",
        '<a href="http://[::1">Local</a>',
    ],
)
def test_links_that_name_no_section(link: str) -> None:
    """Links to the front page, to the page itself and to nowhere name no section."""
    assert told(link + HEADLINE, "Dunlea Herald / Local").sections == frozenset()


def test_a_linked_title_is_no_section() -> None:
    """A long piece, one that a heading shows as the article's, and one that the host bears are no sections."""
    linked = '<a href="/2">{0}</a>'
    assert (
        told(linked.format("The mill will close on Friday"), "The mill will close on Friday | Herald")[0] == frozenset()
    )
    assert told(linked.format("钟表店的最后一天") + HEADLINE, "钟表店的最后一天 - 晚报")[0] == frozenset()
    assert told(linked.format("Mill closes") + "<h1>Mill closes</h1>", "Mill closes | Herald")[0] == frozenset()
    assert told(linked.format("Dunlea") + HEADLINE, "Dunlea | Mill closes")[0] == frozenset()


def test_a_heading_that_is_a_section() -> None:
    """A section in the h1 stays a section where the article has a heading of its own below."""
    body = LINKS + "<h1>Local</h1><h2>The mill will close on Friday</h2>"
    assert told(body, "Dunlea Herald - Local").sections == {"local"}
    article = read(html("<title>Dunlea Herald - Local</title>", body), URL).article
    assert article.title == "The mill will close on Friday"


PLATES = {
    "picture in a link to the front page": '<a href="/index.html"><img alt="The Dunlea Herald" src="1.gif"></a>',
    "picture called so": '<img alt="The Dunlea Herald" src="/img/logo.gif">',
    "first line, with an issue": "<center>The Dunlea Herald</center>",
    "h1 above the menu": "<h1>The Dunlea Herald</h1>",
}
TITLES = {
    "picture in a link to the front page": "The Dunlea Herald",
    "picture called so": "The Dunlea Herald - Local",
    "first line, with an issue": "The Dunlea Herald No. 12",
    "h1 above the menu": "The Dunlea Herald - Local - 14 February 2000",
}


@pytest.mark.parametrize("kind", PLATES)
def test_a_title_that_says_only_the_site(kind: str) -> None:
    """Where the titles have but the nameplate's words, the outlet is taken from them and the title from the page."""
    body = PLATES[kind] + LINKS + HEADLINE
    assert told(body, TITLES[kind]).masthead == "The Dunlea Herald"
    article = read(html(f"<title>{TITLES[kind]}</title>", body), "http://a.example/x.htm").article
    assert (article.title, article.outlet) == ("The mill will close on Friday", "The Dunlea Herald")


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("<h1>Harbour wall breached again</h1>" + LINKS, "Harbour wall breached again - Local"),
        ("<h1>Harbour wall</h1>" + LINKS + HEADLINE, "Harbour wall"),
        ('<img alt="The mill" src="mill.jpg">' + HEADLINE, "The mill"),
        (PLATES["picture called so"] + HEADLINE, "The mill will close on Friday - The Dunlea Herald"),
    ],
)
def test_a_title_that_says_more(body: str, title: str) -> None:
    """An h1 with nothing like a heading below it, a title alone, and a title beside the site's name stay titles."""
    assert told(body, title).masthead == ""


def test_a_title_that_nothing_bears_out_is_left_out() -> None:
    """A lone title element whose words stand nowhere on the page is told and not taken."""
    found = read(html("<title>Archive of the weekly edition</title>", "<p>Page 3</p>"), URL)
    assert found.article.title == ""
    assert [unsure.candidates for unsure in found.unsure if unsure.field == "title"] == [
        ("Archive of the weekly edition",)
    ]
    assert read(html("<title>Mill to close on Friday</title>", "<p>Mill to close on Friday</p>"), URL).article.title


@given(st.lists(st.text(max_size=40), max_size=3), st.text(max_size=60))
def test_any_titles_and_links(titles: list[str], link: str) -> None:
    """Any titles and links are read, and what is told stands in the titles."""
    body = f'<h1>x</h1><a href="/a">{link.replace("<", "")}</a>{HEADLINE}'
    found = told(body, *titles)
    assert all(any(section in title.casefold() or title for title in titles) for section in found.sections)


def test_prose_is_needed() -> None:
    """A page without prose has no heading above it, so nothing is told of its masthead."""
    found = document(html("", PLATES["h1 above the menu"] + LINKS, prose=""))
    assert found is not None
    assert menu(found, [Said(TITLES["h1 above the menu"], "<title>")], URL).masthead == ""
    assert PARAGRAPHS
