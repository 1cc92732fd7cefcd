"""Cookies within one fetch."""

from hypothesis import given
from hypothesis import strategies as st

from quotebank.ingest.web.cookies import Cookies


def test_same_host_only() -> None:
    """A cookie goes back to the host that set it and to no other, not even a part of the same domain."""
    cookies = Cookies()
    cookies.take("a.org", ["x=1; Path=/; Domain=.org; HttpOnly", "y=2", "x=3"])
    assert cookies.header("a.org") == "x=3; y=2"
    assert cookies.header("www.a.org") == ""
    assert cookies.header("org") == ""


def test_unfit() -> None:
    """What is no name and value, or could not stand in a header, is passed over."""
    cookies = Cookies()
    cookies.take("a.org", ["", "novalue", "=x", "é=1", "a=\x00", "b=1\r\nX: y", "c=" + "x" * 5000, "ok=1"])
    assert cookies.header("a.org") == "ok=1"


def test_oldest_go() -> None:
    """When a host sets more than a header should hold, what it set first is dropped."""
    cookies = Cookies()
    cookies.take("a.org", [f"{name}={'x' * 1500}" for name in "abc"])
    assert cookies.header("a.org").replace("x", "") == "b=; c="


@given(st.lists(st.text(max_size=30) | st.from_regex(r"[a-z]{1,9}=[a-z]{0,500}", fullmatch=True), max_size=60))
def test_bounded(lines: list[str]) -> None:
    """However many are set, what is sent back stays a short, printable header."""
    cookies = Cookies()
    cookies.take("a.org", lines)
    assert len(cookies.header("a.org")) <= 4096
    assert cookies.header("a.org").isprintable()
