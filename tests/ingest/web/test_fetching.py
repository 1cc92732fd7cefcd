"""Pages fetched from a server that means well."""

import gzip
import re
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from quotebank import __version__
from quotebank.errors import BadInput, Unreachable, UsageError
from quotebank.ingest.web import Fetched, Limits, fetch
from tests.ingest.web.servers import PAGE, Names, Server, Visit, http, redirect

ROOT = Path(__file__).parents[3]
QUICK = Limits(connect=2, read=2, total=4)
HERE = Names({"pages.test": ["127.0.0.1"], "other.test": ["127.0.0.1"]})
OWN = ["127.0.0.1"]


def test_page() -> None:
    """A page comes with its bytes, its type, where it was and when, asked for by name and with an honest agent."""
    with Server({"/a": http(PAGE, kind="text/html; charset=windows-1251")}) as server:
        asked = f" {server.url('/a#part', 'PAGES.test')} "
        page = fetch(asked, limits=QUICK, allow=OWN, resolver=HERE)
        request = server.visits[0]
    assert page == Fetched(
        asked.strip(), server.url("/a", "pages.test"), (), "text/html; charset=windows-1251", PAGE, page.taken
    )
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", page.taken)
    assert request.header("Host") == f"pages.test:{server.port}"
    assert request.header("User-Agent").startswith(f"quotebank/{__version__} (")
    assert request.header("Accept").startswith("text/html, application/xhtml+xml")
    assert request.header("Cookie") == ""
    assert request.header("Referer") == ""


def test_agent() -> None:
    """Another name for the agent is sent as it is; one that would break the header is refused."""
    with Server({"*": http()}) as server:
        fetch(server.url(), limits=QUICK, allow=OWN, agent="reader/1")
        assert server.visits[0].header("User-Agent") == "reader/1"
        with pytest.raises(UsageError):
            fetch(server.url(), allow=OWN, agent="a\r\nX: y")
    assert len(server.visits) == 1


@pytest.mark.parametrize(
    ("coding", "packed"),
    [
        ("gzip", gzip.compress(PAGE, mtime=0)),
        ("deflate", zlib.compress(PAGE)),
        ("identity", PAGE),
        ("x-gzip", gzip.compress(PAGE, mtime=0)),
    ],
)
def test_compressed(coding: str, packed: bytes) -> None:
    """The body is handed over without the compression it came in."""
    with Server({"*": http(packed, f"Content-Encoding: {coding}")}) as server:
        assert fetch(server.url(), limits=QUICK, allow=OWN).body == PAGE


def test_chunked() -> None:
    """A body in chunks is put together, with extensions and trailers passed over."""
    chunks = b"5;x=y\r\n<html\r\n1\r\n>\r\n0\r\nX-Trailer: 1\r\n\r\n"
    with Server({"*": http(b"", "Transfer-Encoding: chunked", length=False) + chunks}) as server:
        assert fetch(server.url(), limits=QUICK, allow=OWN).body == b"<html>"


def test_until_the_end() -> None:
    """A body without a length ends with the connection."""
    with Server({"*": http(length=False)}) as server:
        assert fetch(server.url(), limits=QUICK, allow=OWN).body == PAGE


def test_kept_open() -> None:
    """A server that keeps the connection open after a whole page is not waited for."""

    def answer(visit: Visit) -> Iterator[bytes]:
        yield http()
        visit.pause(3)

    with Server({"*": answer}) as server:
        assert fetch(server.url(), limits=Limits(read=1, total=2), allow=OWN).body == PAGE


def test_progress() -> None:
    """Progress is told in bytes received, of bytes announced."""
    told: list[tuple[int, int]] = []
    body = b"<p>" + b"x" * 300_000
    with Server({"*": http(body)}) as server:
        fetch(server.url(), limits=QUICK, allow=OWN, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (len(body), len(body))
    assert told == sorted(told)
    assert len(told) > 1


@pytest.mark.parametrize("status", ["301 M", "302 F", "303 S", "307 T", "308 P"])
def test_redirects(status: str) -> None:
    """Redirects of every kind are followed, relative ones too, and each address passed through is kept."""
    with Server({"/a": redirect("b?x", status), "/b?x": redirect("/c", status), "/c": http()}) as server:
        page = fetch(server.url("/a"), limits=QUICK, allow=OWN)
        assert page.url == server.url("/c")
        assert page.hops == (server.url("/a"), server.url("/b?x"))


def test_refresh() -> None:
    """A page that sends its reader on is passed through; one that only refreshes itself is kept."""
    stub = http(b'<meta http-equiv="refresh" content="0; url=/article">')
    ticker = http(b'<meta http-equiv="refresh" content="5; url=/article"><p>News.')
    with Server({"/": stub, "/article": ticker}) as server:
        page = fetch(server.url(), limits=QUICK, allow=OWN)
        assert page.url == server.url("/article")
        assert page.hops == (server.url(),)


def test_refresh_to_a_script() -> None:
    """A refresh to what is no page is as if it were not there."""
    with Server({"*": http(b'<meta http-equiv="refresh" content="0; url=javascript:x()">')}) as server:
        assert fetch(server.url(), limits=QUICK, allow=OWN).hops == ()


def test_cookie_wall() -> None:
    """A wall that sets a cookie and redirects to itself lets us in; nothing of it is left for the next fetch."""

    def wall(visit: Visit) -> bytes:
        if visit.header("Cookie") == "seen=1":
            return http()
        return http(b"", "Set-Cookie: seen=1; Path=/", f"Location: {visit.path}", status="302 Found")

    with Server({"*": wall}) as server:
        assert fetch(server.url(), limits=QUICK, allow=OWN).body == PAGE
        assert len(server.visits) == 2
        fetch(server.url(), limits=QUICK, allow=OWN)
        assert server.visits[2].header("Cookie") == ""


def test_cookies_stay_home() -> None:
    """A cookie of one host is not carried to another by a redirect."""
    with Server() as server:
        server.routes = {
            "/a": http(b"", "Set-Cookie: secret=1", f"Location: {server.url('/b', 'other.test')}", status="302 Found"),
            "/b": http(),
        }
        fetch(server.url("/a", "pages.test"), limits=QUICK, allow=OWN, resolver=HERE)
        assert server.visits[1].header("Cookie") == ""


@pytest.mark.parametrize("status", ["429 Too Many Requests", "503 Service Unavailable"])
def test_retry(status: str) -> None:
    """A server that asks us to come back in a moment is asked once more."""
    busy = http(b"", "Retry-After: 0", status=status)
    with Server({"*": lambda visit: http() if visit.number else busy}) as server:
        page = fetch(server.url(), limits=QUICK, allow=OWN)
        assert page.body == PAGE
        assert page.hops == ()


@pytest.mark.parametrize("after", ["0", "11", "3600", "-1", "soon", "٣", "Wed, 21 Oct 2099 07:28:00 GMT", "9" * 50])
def test_retry_once(after: str) -> None:
    """It is asked at most once more, and not at all when the wait is long or no number."""
    with Server({"*": http(b"", f"Retry-After: {after}", status="503 Busy")}) as server:
        with pytest.raises(Unreachable, match="overloaded"):
            fetch(server.url(), limits=QUICK, allow=OWN)
        assert len(server.visits) == (2 if after == "0" else 1)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "user name and password"),
        (402, "payment"),
        (403, "refuses"),
        (404, "no such page"),
        (410, "gone for good"),
        (418, "sent no page"),
        (429, "too often"),
        (451, "legal reasons"),
        (500, "fault of its own"),
        (502, "server behind it"),
        (503, "overloaded"),
        (599, "fault of its own"),
        (204, "nothing"),
        (206, "a part"),
        (304, "sent no page"),
        (302, "sent no page"),
    ],
)
def test_status(status: int, words: str) -> None:
    """A status without a page is told in plain words, with the address and what to do; its body is no article."""
    with Server({"*": http(PAGE, status=f"{status} \x1b[31mEvil")}) as server:
        with pytest.raises(Unreachable, match=words) as caught:
            fetch(server.url("/x"), limits=QUICK, allow=OWN)
        assert caught.value.exit_code == 69
        assert caught.value.message.startswith(server.url("/x") + ": ")
        assert f"(status {status})" in caught.value.message
    assert caught.value.hint
    assert str(caught.value).isprintable()


@pytest.mark.parametrize(
    "kind", ["application/pdf", "image/png", "application/json", "text/plain", "video/mp4; x=y", "\x1b[0m"]
)
def test_no_page(kind: str) -> None:
    """What is no web page is bad input, told with its kind and with how to add it by hand."""
    with Server({"*": http(kind=kind)}) as server, pytest.raises(BadInput) as caught:
        fetch(server.url(), limits=QUICK, allow=OWN)
    assert caught.value.exit_code == 65
    assert "--title" in caught.value.hint
    assert str(caught.value).isprintable()


@pytest.mark.parametrize(
    ("body", "kind", "words"),
    [
        (b"%PDF-1.7 x", "text/html", "PDF"),
        (b"%PDF-1.7 x", "", "PDF"),
        (b"", "text/html", "empty"),
        (b" \r\n\t ", "text/html", "empty"),
        (b"\x89PNG", "", "unknown kind"),
    ],
)
def test_no_page_inside(body: bytes, kind: str, words: str) -> None:
    """A body that is empty or a PDF is no page, whatever the header says."""
    with Server({"*": http(body, kind=kind)}) as server, pytest.raises(BadInput, match=words):
        fetch(server.url(), limits=QUICK, allow=OWN)


@pytest.mark.parametrize("kind", ["", "TEXT/HTML", "text/html, text/html", "application/xhtml+xml;charset=utf-8"])
def test_page_kinds(kind: str) -> None:
    """HTML and XHTML are pages, and so is what declares nothing and looks like one."""
    with Server({"*": http(kind=kind)}) as server:
        assert fetch(server.url(), limits=QUICK, allow=OWN).content_type == kind


def test_second_address() -> None:
    """A host whose first address does not answer is asked at the next."""
    names = Names({"pages.test": ["127.0.0.99", "127.0.0.1"]})
    with Server({"*": http()}) as server:
        url = server.url("/", "pages.test")
        assert fetch(url, limits=QUICK, allow=["127.0.0.0/8"], resolver=names).body == PAGE


def test_ipv6() -> None:
    """A page on IPv6 is fetched by number and by name."""
    names = Names({"pages.test": ["::1"]})
    try:
        with Server({"*": http()}, host="::1") as server:
            assert fetch(server.url(), limits=QUICK, allow=["::1"]).body == PAGE
            assert server.visits[0].header("Host") == f"[::1]:{server.port}"
            url = server.url("/", "pages.test")
            assert fetch(url, limits=QUICK, allow=["pages.test"], resolver=names).body == PAGE
    except OSError as error:
        pytest.skip(f"no IPv6 here: {error}")


@pytest.mark.parametrize("url", ["", "page.html", "ftp://example.org/", "http://me@example.org/"])
def test_usage(url: str) -> None:
    """Text that is no http(s) address is a mistake of usage, and nobody is asked anything."""
    names = Names({})
    with pytest.raises(UsageError):
        fetch(url, resolver=names)
    assert names.asked == []


def test_proxies_unused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy in the environment is not used, and named when there is no other way out."""
    with Server({"*": http()}) as proxy, Server({"*": http()}) as server:
        monkeypatch.setenv("http_proxy", proxy.url())
        fetch(server.url(), limits=QUICK, allow=OWN)
        assert proxy.connections == 0
        url = server.url()
    with pytest.raises(Unreachable, match="http_proxy is set") as caught:
        fetch(url, limits=QUICK, allow=OWN)
    assert "no connection" in caught.value.message


def test_light() -> None:
    """Importing the room loads neither urllib3 nor lxml nor the network."""
    code = "import sys, quotebank.ingest.web; print(*{'urllib3', 'lxml', 'ssl', 'http.client'} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True, cwd=ROOT
    )
    assert done.stdout.strip() == ""


def test_unknown_name() -> None:
    """The room offers what it says and nothing else."""
    import quotebank.ingest.web as room

    with pytest.raises(AttributeError):
        room.crawl  # noqa: B018
