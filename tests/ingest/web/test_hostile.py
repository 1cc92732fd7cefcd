"""Servers that mean ill: they are left in time, with one line, and nothing of theirs is believed."""

import gzip
import time
import zlib
from collections.abc import Callable, Iterator, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotebank.errors import BadInput, Unreachable
from quotebank.ingest.web import Limits, fetch
from tests.ingest.web.servers import Answer, Server, Visit, http, redirect

SHORT = Limits(connect=0.5, read=0.3, total=0.8)
SMALL = Limits(connect=2, read=2, total=4, decoded=300_000, ratio_from=100_000)
OWN = ["127.0.0.1", "::1"]


def failure(answer: Answer, limits: Limits = SMALL) -> str:
    """What a fetch says of a server that answers so; it must say it in one printable line and in time."""
    start = time.monotonic()
    with Server({"*": answer}) as server:
        with pytest.raises((Unreachable, BadInput)) as caught:
            fetch(server.url(), limits=limits, allow=OWN)
        assert time.monotonic() - start < limits.total + 1
    assert str(caught.value).isprintable()
    assert caught.value.message.startswith("http://127.0.0.1:")
    assert caught.value.hint
    assert len(caught.value.message) < 500
    return caught.value.message


def outcome(answer: Answer, limits: Limits) -> str:
    """The error a fetch ends with, or the address of the page it gives."""
    with Server({"*": answer}) as server:
        try:
            return fetch(server.url(), limits=limits, allow=OWN).url
        except (Unreachable, BadInput) as error:
            return str(error)


def dripping(start: bytes, drop: bytes = b"x") -> Callable[[Visit], Iterator[bytes]]:
    """An answer that begins with `start` and goes on for ever, a drop at a time."""

    def answer(visit: Visit) -> Iterator[bytes]:
        yield start
        while not visit.gone.wait(0.05):
            yield drop

    return answer


def endless(start: bytes, more: bytes) -> Callable[[Visit], Iterator[bytes]]:
    """An answer that begins with `start` and goes on for ever as fast as it can."""

    def answer(visit: Visit) -> Iterator[bytes]:
        yield start
        while not visit.gone.is_set():
            yield more

    return answer


def silent(start: bytes) -> Callable[[Visit], Iterator[bytes]]:
    """An answer that stops after `start` without an end."""

    def answer(visit: Visit) -> Iterator[bytes]:
        yield start
        visit.pause(4)

    return answer


OPEN = http(b"", length=False)
CHUNKED = http(b"", "Transfer-Encoding: chunked", length=False)


@pytest.mark.parametrize(
    "start",
    [
        b"",
        b"HTTP/1.1 200 OK\r\n",
        b"HTTP/1.1 200 OK\r\nX: ",
        OPEN,
        OPEN + b"<html>",
        CHUNKED,
        CHUNKED + b"5\r\nab",
        http()[:-3],
    ],
)
def test_silence(start: bytes) -> None:
    """A server that falls silent anywhere is left after the time for one silence."""
    assert "sent nothing for 0.3 s" in failure(silent(start), SHORT)


@pytest.mark.parametrize(
    ("start", "drop"),
    [
        (b"", b"H"),
        (b"HTTP/1.1 200 OK\r\nX-Long: ", b"x"),
        (b"HTTP/1.1 200 OK\r\n", b"X: y\r\n"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (OPEN, b"x"),
        (CHUNKED, b"1\r\nx\r\n"),
        (CHUNKED, b"0"),
        (CHUNKED + b"0\r\n", b"X: y\r\n"),
        (http(b"", "Content-Encoding: gzip", length=False) + gzip.compress(b"x", mtime=0)[:10], b"\0\0\0\xff\xff"),
        (http(b"", "Content-Length: 100000", length=False), b"x"),
    ],
)
def test_dripping(start: bytes, drop: bytes) -> None:
    """A server that drips, in headers, chunks or trailers, is left when the whole time is over."""
    assert "longer than 0.8 s in all" in failure(dripping(start, drop), SHORT)


@pytest.mark.parametrize(
    ("start", "more", "words"),
    [
        (b"", b"H" * 4096, "headers"),
        (b"HTTP/1.1 200 OK\r\nX: ", b"x" * 4096, "headers"),
        (b"HTTP/1.1 200 OK\r\n", b"X: y\r\n" * 500, "headers"),
        (b"HTTP/1.1 200 OK\r\n", b" folded\r\n" * 500, "headers"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 100, "headers"),
        (OPEN, b"x" * 65536, "300 KB"),
        (CHUNKED, b"14\r\n12345678901234567890\r\n" * 2000, "300 KB"),
        (CHUNKED, b"0" * 65536, "not proper HTTP"),
        (CHUNKED + b"0\r\n", b"X: y\r\n" * 9000, "300 KB"),
        (CHUNKED + b"FFFFFFFFFF\r\n", b"x" * 65536, "300 KB"),
        (http(b"", "Content-Length: 99999999999999999999", length=False), b"x" * 65536, "more than"),
    ],
)
def test_endless(start: bytes, more: bytes, words: str) -> None:
    """A server that never ends is left at the limit of what it sent."""
    assert words in failure(endless(start, more))


def zipped(coding: str, size: int) -> bytes:
    """A page of `size` zero bytes in a few."""
    packed = gzip.compress(bytes(size), mtime=0) if coding == "gzip" else zlib.compress(bytes(size))
    return http(packed, f"Content-Encoding: {coding}")


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_bombs(coding: str) -> None:
    """A few bytes that swell to many are stopped on the way, by their ratio or by their size."""
    assert "swells" in failure(zipped(coding, 250_000))
    assert "more than the 300 KB" in failure(zipped(coding, 50_000_000))


def test_swelling_a_little() -> None:
    """A small page may be as repetitive as it likes."""
    with Server({"*": zipped("gzip", 90_000)}) as server:
        assert len(fetch(server.url(), limits=SMALL, allow=OWN).body) == 90_000


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (http(b"x", "Content-Length: 50", length=False), "cut short"),
        (CHUNKED + b"5\r\nabc", "cut short"),
        (CHUNKED + b"3\r\nabc\r\n", "cut short"),
        (CHUNKED, "cut short"),
        (http(gzip.compress(b"x" * 999, mtime=0)[:-9], "Content-Encoding: gzip"), "cut short"),
        (http(gzip.compress(b"x" * 999, mtime=0)[:-9], "Content-Encoding: gzip", length=False), "cut short"),
        (http(b"<html>", "Content-Encoding: gzip"), "damaged gzip"),
        (http(b"<html>", "Content-Encoding: br"), "compressed as br"),
        (b"HTTP/1.1 200 OK\r\nContent-Type: te", "no web page but te"),
        (b"x", "not proper HTTP"),
        (b"\r\n\r\n", "not proper HTTP"),
        (b"SSH-2.0-OpenSSH_9.6\r\n", "not proper HTTP"),
        (b"<html>HTTP/0.9</html>", "not proper HTTP"),
        (b"HTTP/1.1 abc OK\r\n\r\n", "not proper HTTP"),
        (b"HTTP/1.1 99 Low\r\n\r\n", "not proper HTTP"),
        (b"HTTP/1.1 1000 High\r\n\r\n", "not proper HTTP"),
        (http(b"x", "Content-Length: 1, 2", length=False), "not proper HTTP"),
        (http(b"x", *(f"X-{number}: y" for number in range(150))), "too many or too long"),
        (http(b"x", "X: " + "y" * 70_000), "headers"),
        (http(b"x", "Content-Length: -5", length=False), ""),
        (CHUNKED + b"-5\r\nabc\r\n0\r\n\r\n", ""),
        (CHUNKED + b"zz\r\nabc\r\n0\r\n\r\n", ""),
    ],
)
def test_broken(answer: bytes, words: str) -> None:
    """An answer that is cut short, damaged or no HTTP is told as what it is."""
    if words:
        assert words in failure(answer)
        return
    assert outcome(answer, SMALL).isprintable()


def test_hung_up() -> None:
    """A server that closes without a word is told so."""
    assert "hung up" in failure(lambda _visit: [])


def test_circle() -> None:
    """A page that redirects to itself, or two to each other, are left at once."""
    assert "circle" in failure(redirect("/"))
    assert "circle" in failure(lambda visit: redirect("/b" if visit.path == "/" else "/"))
    assert "circle" in failure(
        lambda visit: http(f'<meta http-equiv="refresh" content="0;url=/{"b" * (visit.path == "/")}">'.encode())
    )


@pytest.mark.parametrize("setting", ["", "Set-Cookie: n={}"])
def test_too_many_redirects(setting: str) -> None:
    """Redirects that never come to an end are followed ten times and no more."""
    paths = []

    def answer(visit: Visit) -> bytes:
        paths.append(visit.path)
        cookie = [setting.format(visit.number)] if setting else []
        return http(b"", f"Location: {'/' if setting else f'/{visit.number}'}", *cookie, status="302 Found")

    assert "more than 10 redirects" in failure(answer)
    assert len(paths) == 11


def test_ten_redirects() -> None:
    """Ten redirects are still followed."""
    with Server({"*": lambda visit: redirect(f"/{visit.number}") if visit.number < 10 else http()}) as server:
        assert len(fetch(server.url(), limits=SMALL, allow=OWN).hops) == 10


def test_whole_time() -> None:
    """The time is one for all hops together."""

    def answer(visit: Visit) -> bytes:
        visit.pause(0.2)
        return redirect(f"/{visit.number}")

    assert "longer than 0.8 s in all" in failure(answer, SHORT)


def test_no_room_to_wait() -> None:
    """A wait the server asks for is not granted when it would outlast the fetch."""
    busy = http(b"", "Retry-After: 5", status="503 Busy")
    start = time.monotonic()
    assert "overloaded" in failure(busy, SHORT)
    assert time.monotonic() - start < 0.7


@pytest.mark.parametrize(
    "location",
    [
        "http://example.org/\x1b[31m", "http://" + "a" * 70 + ".org", "/" + "x" * 9000, "http://[",
        "\u202ehttp://a", "/\u202e",
    ],
)  # fmt: skip
def test_bad_location(location: str) -> None:
    """A redirect to nonsense is told without letting it act on the terminal."""
    assert "redirects to" in failure(redirect(location))


def slow_names(_host: str, _port: int) -> Sequence[str]:
    """A resolver that takes too long."""
    time.sleep(1)
    return ["127.0.0.1"]


def lost_names(_host: str, _port: int) -> Sequence[str]:
    """A resolver that knows nothing."""
    raise OSError("nothing known")


@pytest.mark.parametrize(
    ("resolver", "words"),
    [
        (slow_names, "was not found within 0.5 s"),
        (lost_names, "is not known"),
        (lambda *_: [], "has no address"),
        (lambda *_: ["junk"], "is not known"),
    ],
)
def test_resolver(resolver: Callable[[str, int], Sequence[str]], words: str) -> None:
    """A name that is not known, or not found in time, is told as that."""
    start = time.monotonic()
    with pytest.raises(Unreachable, match=words):
        fetch("http://pages.test/", limits=SHORT, allow=["pages.test"], resolver=resolver)
    assert time.monotonic() - start < 0.9


def test_clock() -> None:
    """The time is kept by the clock that is given, from the first step on."""
    ticks = iter(range(0, 100, 31))
    with pytest.raises(Unreachable, match="longer than 30 s"):
        fetch("http://pages.test/", resolver=lost_names, clock=lambda: next(ticks))


def test_nobody_there() -> None:
    """A port where nobody listens is told as no connection."""
    with Server() as server:
        url = server.url()
    with pytest.raises(Unreachable, match=r"no connection to 127\.0\.0\.1 \("):
        fetch(url, limits=SMALL, allow=OWN)


PARTS = [
    b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 302 Found\r\n", b"HTTP/1.1 ", b"Content-Type: text/html\r\n",
    b"Content-Length: 7\r\n",
    b"Content-Length: x\r\n", b"Transfer-Encoding: chunked\r\n", b"Content-Encoding: gzip\r\n", b"Location: /\r\n",
    b"Location: http://[\r\n", b"Set-Cookie: a=b\r\n", b"\r\n", b"\n", b":", b" ", b"5\r\nabcde\r\n", b"0\r\n\r\n",
    b"\x1f\x8b\x08",
    b"<meta http-equiv=refresh content='0;url=//", b"\0", b"\xff\xfe", b"Retry-After: 0\r\n", b"HTTP/1.1 503 x\r\n",
]  # fmt: skip


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PARTS) | st.binary(max_size=30), max_size=12).map(b"".join))
def test_garbage(answer: bytes) -> None:
    """Whatever bytes a server sends, the outcome is a page or one of our own errors in one printable line."""
    assert outcome(lambda _visit: [answer], Limits(connect=2, read=2, total=3, redirects=3)).isprintable()
