"""Pages that only send their reader on."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.ingest.web.refresh import refresh_of


@pytest.mark.parametrize(
    ("content", "address"),
    [
        ("0;url=https://a.org/b", "https://a.org/b"),
        ("5; URL='https://a.org/b'", "https://a.org/b"),
        (" 0 , url = /b ", "/b"),
        ("0; /b", "/b"),
        ("1.5;url=/b", "/b"),
        (".5;url=/b", "/b"),
        ("0 url=/b", "/b"),
        ("0;url=&quot;/b c&quot; junk", "/b c"),
        ("6;url=/b", ""),
        ("300", ""),
        ("0", ""),
        ("0;", ""),
        ("0;url=", ""),
        ("0;url=''", ""),
        ("url=/b", ""),
        ("soon;url=/b", ""),
        ("-1;url=/b", ""),
        ("9999999;url=/b", ""),
        ("", ""),
    ],
)
def test_attribute(content: str, address: str) -> None:
    """The attribute is read as browsers read it, and only within five seconds."""
    page = f'<html><head><META HTTP-EQUIV="Refresh" CONTENT="{content}"></head></html>'
    assert refresh_of(page.encode()) == address


def test_noscript() -> None:
    """Inside noscript it counts on a page that shows nothing else, and not on a whole article."""
    head = b'<html><head><noscript><meta http-equiv="refresh" content="0;url=/plain"></noscript></head><body>'
    assert refresh_of(head + b"<script>var long = '" + b"x" * 500 + b"'</script><p>Wait.</p>") == "/plain"
    assert refresh_of(head + b"<p>" + b"An article. " * 100 + b"</p>") == ""


@pytest.mark.parametrize(
    "page",
    [
        b"<p>refresh</p>",
        b'<!-- <meta http-equiv="refresh" content="0;url=/b"> -->',
        b'<script>\'<meta http-equiv="refresh" content="0;url=/b">\'</script>',
        b'<meta name="refresh" content="0;url=/b">',
        b'<meta http-equiv="refresh">',
        b" " * 70_000 + b'<meta http-equiv="refresh" content="0;url=/b">',
        b"",
        b"refresh",
        b"<!-- refresh",
        b"\xff\xfer\x00e\x00f\x00r\x00e\x00s\x00h\x00",
    ],
)
def test_none(page: bytes) -> None:
    """A comment, a script, another kind of meta or plain text sends nobody anywhere."""
    assert refresh_of(page) == ""


@given(st.binary(max_size=200), st.text(" \t0123456789.;,='\"url", max_size=40))
def test_total(noise: bytes, content: str) -> None:
    """No page and no attribute makes it fail."""
    assert isinstance(refresh_of(noise + f"<meta http-equiv=refresh content={content!r}>".encode() + noise), str)


@pytest.mark.parametrize("filler", [" ", "<div>", "0;", ".", "<meta http-equiv=refresh>", "0 ;url "])
def test_quick(filler: str) -> None:
    """A page made to be slow to read is not."""
    content = (filler * 60_000)[:60_000]
    start = time.process_time()
    refresh_of(f'<meta http-equiv=refresh content="0{content}">{content}'.encode())
    refresh_of(f"<meta http-equiv=refresh>{content}".encode())
    assert time.process_time() - start < 3
