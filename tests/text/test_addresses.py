"""Addresses: one page is one address, however it was reached, and two pages never are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.text.addresses import Archived, archived, cleaned, compared, host_of, site_of

PIECES = (
    "https://", "http://", "HTTPS://", "www.", "m.", "amp.", "news", "example", ".com", ".co.uk", ":80", ":8080", ":",
    "/",     "?", "&", "=", "#", "utm_source=x", "id=5", "amp", "index.html", "%", "%2F", "[", "]", "::1", "@",
    "user", "web.archive.org",
    "/web/20211130090000/", "archive.ph", "статья", " ", "\n", "\x00", "xn--e1afmkfd", ";", "..",
)  # fmt: skip
ADDRESSES = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.example.org/world/one-story-5?utm_source=feed&utm_medium=rss",
        "http://example.org/world/one-story-5/",
        "https://m.example.org/world/one-story-5",
        "https://www.m.example.org/world/one-story-5",
        "https://amp.example.org/world/one-story-5",
        "https://example.org/amp/world/one-story-5",
        "https://example.org/world/one-story-5/amp/",
        "https://example.org/world/one-story-5.amp.html?outputType=amp",
        "https://example.org/world/one-story-5?fbclid=abc#comments",
        "https://EXAMPLE.org:443/world/one-story-5/index.html?ref=rss",
        "https://example.org/world/one%2Dstory-5",
        "https://web.archive.org/web/20211130090000/https://example.org/world/one-story-5",
        "https://archive.today/20211130090000/http://www.example.org/world/one-story-5?gclid=1",
    ],
)
def test_one_page_is_one_address(url: str) -> None:
    """Tracking, layouts for telephones, AMP, slashes, schemes and archives do not make another page."""
    assert compared(url) == "example.org/world/one-story-5"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/a?id=1", "https://example.org/a?id=2"),
        ("https://example.org/a", "https://example.org/A"),
        ("https://example.org/a", "https://example.com/a"),
        ("https://news.example.org/a", "https://sport.example.org/a"),
        ("https://example.org/a?source=7", "https://example.org/a?source=8"),
        ("https://example.org/#!/a", "https://example.org/#!/b"),
        ("https://example.org/ramp", "https://example.org/r"),
        ("https://example.org:8080/a", "https://example.org/a"),
    ],
)
def test_two_pages_are_two_addresses(one: str, other: str) -> None:
    """What chooses a page is never dropped."""
    assert compared(one) != compared(other)


@pytest.mark.parametrize(
    "url", ["", "https://example.org", "https://www.example.org/?utm_source=x", "ftp://x.org/a", "a"]
)
def test_no_page_has_no_form(url: str) -> None:
    """A mere site, and what is no address, is like nothing."""
    assert compared(url) == ""


def test_hosts_in_either_spelling() -> None:
    """A domain in letters of its own and the same in ASCII are one."""
    assert compared("https://xn--e1afmkfd.xn--p1ai/a") == compared("https://пример.рф/a")


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        (" HTTPS://Example.org:443/a?b=1&utm_source=x#part ", "https://example.org/a?b=1"),
        ("http://example.org", "http://example.org/"),
        ("https://example.org/a?q=a%20b&Q", "https://example.org/a?q=a%20b&Q"),
        ("https://user:secret@example.org/a", "https://example.org/a"),
        ("https://example.org/#!/story/5", "https://example.org/#!/story/5"),
        ("http://[::1]:8080/a", "http://[::1]:8080/a"),
        ("doi:10.1/2", "doi:10.1/2"),
    ],
)
def test_what_a_record_keeps(url: str, kept: str) -> None:
    """Tracking, fragments, default ports and passwords go; the rest stays as it was written."""
    assert cleaned(url) == kept


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.news.bbc.co.uk/a", "bbc.co.uk"),
        ("https://edition.example.com/", "example.com"),
        ("https://example.com.au/", "example.com.au"),
        ("https://www.co.uk/", "co.uk"),
        ("http://127.0.0.1:80/a", "127.0.0.1"),
        ("nothing", ""),
    ],
)
def test_sites(url: str, site: str) -> None:
    """The registered domain, where its form tells it."""
    assert site_of(url) == site


@pytest.mark.parametrize(
    ("url", "copy"),
    [
        (
            "https://web.archive.org/web/20211130090000/https://x.org/a?b=c",
            Archived("https://x.org/a?b=c", "2021-11-30"),
        ),
        ("https://web.archive.org/web/20211130090000id_/http:/x.org/a", Archived("http://x.org/a", "2021-11-30")),
        ("http://web.archive.org/web/20210230000000im_/x.org/a", Archived("http://x.org/a", "")),
        ("https://archive.ph/20211130090000/https://x.org/a", Archived("https://x.org/a", "2021-11-30")),
        ("https://archive.is/AbCdE", Archived("", "")),
        ("https://perma.cc/ABCD-1234", Archived("", "")),
        ("https://web.archive.org/about", None),
        ("https://web.archive.org/web/", None),
        ("https://archive.ph/", None),
        ("https://perma.cc/", None),
        ("https://x.org/web/20211130090000/https://y.org", None),
    ],
)
def test_copies_in_web_archives(url: str, copy: Archived | None) -> None:
    """An archive's address says what it is a copy of and when it was made."""
    assert archived(url) == copy


@given(ADDRESSES)
def test_cleaning_once_is_enough_and_changes_no_page(url: str) -> None:
    """Any text is cleaned without an error, twice as once, and still compares as the same page."""
    once = cleaned(url)
    assert cleaned(once) == once
    assert compared(once) == compared(url)


@given(st.one_of(ADDRESSES, st.text()))
def test_any_text_is_an_address_or_none(url: str) -> None:
    """No text makes any question about an address fail."""
    for ask in (cleaned, compared, host_of, site_of, archived):
        ask(url)
