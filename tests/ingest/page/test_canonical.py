"""Addresses of articles, of saved pages and of archived ones."""

import pytest

from quotebank.ingest.page import saved
from quotebank.ingest.page.canonical import absolute, is_local
from tests.ingest.page.make import html, ld, meta, read

HERE = "https://www.northernledger.example/politics/plan"


def url(head: str, given: str = HERE) -> str:
    """The address read from a page with this head."""
    return read(html(f"<title>Council keeps plan</title>{head}", "<h1>Council keeps plan</h1>"), given).article.url


@pytest.mark.parametrize(
    ("href", "found"),
    [
        ("https://www.northernledger.example/a/1?utm_source=x", "https://www.northernledger.example/a/1"),
        ("https://m.northernledger.example/a/1", "https://m.northernledger.example/a/1"),
        ("/a/1#top", "https://www.northernledger.example/a/1"),
        ("//www.northernledger.example/a/1", "https://www.northernledger.example/a/1"),
        ("https://other.example/a/1", HERE),
        ("https://www.northernledger.example/", HERE),
        ("https://www.northernledger.example", HERE),
        ("javascript:alert(1)", HERE),
        ("http://[broken", HERE),
        ("", HERE),
    ],
)
def test_canonical_links(href: str, found: str) -> None:
    """A canonical link is taken within the site, not to another one and not to the front page; tracking goes."""
    assert url(f'<link rel="canonical" href="{href}">') == found


def test_og_url_comes_second() -> None:
    """og:url is taken where there is no usable canonical link, and JSON-LD's address after that."""
    assert url('<link rel="canonical" href="/">' + meta(og__url=f"{HERE}-2")) == f"{HERE}-2"
    assert url(ld(headline="Council keeps plan", url=f"{HERE}-3")) == f"{HERE}-3"


def test_tracking_goes_from_the_address_given() -> None:
    """The address given is cleaned as well."""
    assert url("", f"{HERE}?fbclid=1&id=2#comments") == f"{HERE}?id=2"


@pytest.mark.parametrize(
    "given",
    [
        "",
        "http://127.0.0.1:8000/page.html",
        "http://localhost/x",
        "file:///home/x.html",
        "page.html",
        "http://[::1]/x",
        "http://192.168.1.7/x",
    ],
)
def test_copies_are_cited_by_what_they_say(given: str) -> None:
    """A page from a file or one's own machine is cited by the address in it: the same record by every way."""
    assert url(f'<link rel="canonical" href="{HERE}">', given) == HERE
    assert url(meta(og__url=HERE), given) == HERE
    assert url("", given) == ""


@pytest.mark.parametrize(
    "comment",
    [
        f"<!-- saved from url=(0048){HERE} -->",
        f"<!--\n Page saved with SingleFile \n url: {HERE} \n saved date: Thu Nov 04 2021 \n-->",
    ],
)
def test_saved_pages(comment: str) -> None:
    """The comments of browsers and SingleFile give the address."""
    assert saved.origin(f"<!doctype html>{comment}<html>").url == HERE
    page = read(comment + html("<title>Council keeps plan</title>"), "")
    assert page.article.url == HERE
    assert (
        read(comment + html("<title>Council keeps plan</title>"), "https://b.example/1").article.url
        == "https://b.example/1"
    )


@pytest.mark.parametrize(
    "head", ["", "<!-- saved from url= -->", "<!-- saved from url=(0001)ftp://x -->", "url: http://x.example/"]
)
def test_pages_that_were_not_saved(head: str) -> None:
    """Without such a comment there is no address."""
    assert saved.origin(head).url == ""


def test_archived_copies() -> None:
    """A copy in a web archive is cited by its original; copy and day are kept beside it."""
    copy = f"https://web.archive.org/web/20211130120000/{HERE}"
    article = read(html("<title>Council keeps plan</title>"), copy).article
    assert (article.url, article.archive_url) == (HERE, copy)
    assert article.archive_date is not None
    assert article.archive_date.edtf() == "2021-11-30"
    assert {"url", "archive_url", "archive_date"} <= set(article.provenance)


def test_links_rewritten_by_an_archive() -> None:
    """A saved page of an archive is told by its rewritten links, and its toolbar is not read."""
    copy = f"https://web.archive.org/web/20211130120000/{HERE}"
    bar = '<div id="wm-ipp-base"><h1>5 captures, the first in 2021</h1><p>12 Jun 2004</p></div>'
    page = read(
        html(
            f'<title>Council keeps plan</title><link rel="canonical" href="{copy}">',
            f"{bar}<h2>Council keeps plan</h2>",
        ),
        "",
    )
    assert (page.article.url, page.article.archive_url) == (HERE, copy)
    assert page.article.title == "Council keeps plan"


def test_one_site_under_two_endings() -> None:
    """The same page under another national ending of one name is the same page."""
    given = "http://notes.hosting.example.il/2014/06/post.html?m=1"
    assert url('<link rel=canonical href="http://notes.hosting.example.il/2014/06/post.html">', given).endswith(
        "post.html"
    )


def test_local_hosts() -> None:
    """Names and numbers of one's own machine and network are told from those of the world."""
    assert all(
        map(is_local, ("localhost", "x.localhost", "nas.local", "127.0.0.1", "::1", "10.0.0.1", "169.254.169.254"))
    )
    assert not any(map(is_local, ("northernledger.example", "8.8.8.8", "localhost.example")))


def test_absolute_addresses() -> None:
    """Relative addresses are made whole; what is no http address is none."""
    assert absolute("../b", "https://a.example/x/y/z") == "https://a.example/x/b"
    assert absolute("b", "") == absolute("mailto:a@b.example", HERE) == absolute("http://[", HERE) == ""
