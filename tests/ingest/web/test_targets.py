"""Addresses taken apart: one form of each host, nothing that could be read in two ways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.errors import Unreachable, UsageError
from quotebank.ingest.web.targets import host_and_port, onward, target_of


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("http://example.org", "http://example.org/"),
        ("  HTTPS://Example.ORG/A?b=c#d ", "https://example.org/A?b=c"),
        ("https://example.org:443/", "https://example.org/"),
        ("http://example.org:8080/x", "http://example.org:8080/x"),
        ("http://example.org./", "http://example.org/"),
        ("https://пример.рф/новости/1", "https://xn--e1afmkfd.xn--p1ai/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/1"),
        ("http://example.org/a b?q=ü&x=%41", "http://example.org/a%20b?q=%C3%BC&x=%41"),
        ("http://example.org/100%", "http://example.org/100%25"),
        ("http://2130706433/", "http://127.0.0.1/"),
        ("http://0x7f.1/", "http://127.0.0.1/"),
        ("http://0177.0.0.01./", "http://127.0.0.1/"),
        ("http://127.1/", "http://127.0.0.1/"),
        ("http://１２７。０。０。１/", "http://127.0.0.1/"),
        ("http://ⓛocalhost/", "http://localhost/"),
        ("http://[0:0:0:0:0:0:0:1]:80/", "http://[::1]/"),
        ("http://[::FFFF:127.0.0.1]/", "http://[::ffff:7f00:1]/"),
        ("http://my_host.example.org/", "http://my_host.example.org/"),
    ],
)
def test_one_form(text: str, url: str) -> None:
    """Every spelling of an address is brought to the one that is checked and asked."""
    assert target_of(text).url.replace("::ffff:127.0.0.1", "::ffff:7f00:1") == url


@pytest.mark.parametrize(
    "text",
    [
        "", "page.html", "example.org/page", "//example.org/", "http:example.org", "http:///page", "http://", "https://:80/",
        "file:///etc/passwd", "ftp://example.org/", "javascript:alert(1)", "data:text/html,x", "gopher://example.org/",
        "http://user@example.org/", "http://user:secret@example.org/", "http://@example.org/",
        "http://example.org\\@127.0.0.1/", "http://127.0.0.1\\.example.org/",
        "http://exam ple.org/", "http://example.org/\r\nX: y", "http://example.org/\x00", "http://exa\u200bmple.org/",
        "http://%6c%6fcalhost/", "http://[::1/", "http://::1]/", "http://[::1]x/", "http://[127.0.0.1]/",
        "http://[fe80::1%25eth0]/", "http://[fe80::1%eth0]/", "http://[v1.x]/", "http://[::1]:99999/",
        "http://example.org:0/", "http://example.org:65536/", "http://example.org:1e3/", "http://example.org:80:80/",
        "http://example.org:٨٠/", "http://a..b/", "http://.a/", "http://a../", "http://" + "a" * 64 + ".org/",
        "http://" + "a." * 130 + "org/", "http://1.2.3.256/", "http://0x/x.0x100000000/", "http://1.2.3.4.5/", "http://08.1/",
        "http://example.org/" + "a" * 9000, "http://ex<script>.org/", "http://" + "é" * 64 + ".org/",
    ],
)  # fmt: skip
def test_refused(text: str) -> None:
    """What is no http(s) address, or could be read in two ways, is a mistake of usage and told in one line."""
    with pytest.raises(UsageError) as caught:
        target_of(text)
    assert "\n" not in str(caught.value)
    assert str(caught.value).isprintable()


@given(
    st.text(max_size=60)
    | st.text("http://[]@:.%0123456789abcfx\\/?# é\n", max_size=60).map(lambda text: "http://" + text)
)
def test_total(text: str) -> None:
    """Any text at all either has one stable form or is a mistake of usage."""
    try:
        target = target_of(text)
    except UsageError:
        return
    assert target_of(target.url) == target
    assert target.url.isascii()
    assert target.url.isprintable()
    assert " " not in target.url


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("/b", "http://example.org/b"),
        ("b?x=1", "http://example.org/dir/b?x=1"),
        ("?x", "http://example.org/dir/a?x"),
        ("//other.org/c", "http://other.org/c"),
        ("https://other.org", "https://other.org/"),
        ("/new\r\n line", "http://example.org/new%20line"),
        ("/\xd0\xb9", "http://example.org/%D0%B9"),
        ("/\xe9", "http://example.org/%C3%A9"),
        ("", "http://example.org/dir/a"),
    ],
)
def test_onward(location: str, url: str) -> None:
    """A redirect may be relative, folded, or in raw UTF-8."""
    assert onward(target_of("http://example.org/dir/a"), location).url == url


@pytest.mark.parametrize(
    "location",
    ["file:///etc/passwd", "ftp://a.org/", "data:,x", "javascript:0", "http://u@a.org/", "http://a.org:x/", "//["],
)  # fmt: skip
def test_onward_refused(location: str) -> None:
    """A redirect to anything but an http(s) address is not followed."""
    with pytest.raises(Unreachable, match="redirects to"):
        onward(target_of("http://example.org/"), location)


def test_downgrade() -> None:
    """A page asked for with https is never fetched without it."""
    with pytest.raises(Unreachable, match="plain http"):
        onward(target_of("https://example.org/"), "http://example.org/")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("a", ("a", None)),
        ("A.b:80", ("a.b", 80)),
        ("::1", ("::1", None)),
        ("[::1]:80", ("::1", 80)),
        ("[::1]", ("::1", None)),
    ],
)
def test_host_and_port(text: str, parts: tuple[str, int | None]) -> None:
    """Hosts are read with and without a port, IPv6 with and without brackets."""
    assert host_and_port(text) == parts
