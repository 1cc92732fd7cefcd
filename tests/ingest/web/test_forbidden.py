"""No page, redirect or name leads a fetch to a host that is not on the public internet.

A canary stands on this computer and counts who connects to it: it must stay at zero.
"""

import socket
from collections.abc import Iterator

import pytest

from quotebank.errors import Unreachable, UsageError
from quotebank.ingest.web import Limits, fetch
from tests.ingest.web.servers import PAGE, Names, Server, http, redirect

QUICK = Limits(connect=2, read=2, total=4)


@pytest.fixture
def canary() -> Iterator[Server]:
    """A server that nobody may connect to."""
    with Server({"*": http()}) as server:
        yield server
        assert server.connections == 0


LOOPBACK = [
    "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1", "017700000001", "127.0.0.1.",
    "0", "0.0.0.0",
    "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[::]", "[::1]",
    "１２７.０.０.１", "127。0。0。1",
]  # fmt: skip


@pytest.mark.parametrize("host", LOOPBACK)
def test_numbers(host: str, canary: Server) -> None:
    """This computer is not asked, in whatever form its number is written."""
    with pytest.raises(Unreachable, match="not on the public internet") as caught:
        fetch(f"http://{host}:{canary.port}/", limits=QUICK)
    assert "--allow-host" in caught.value.hint


@pytest.mark.parametrize("host", LOOPBACK)
def test_redirect_to_numbers(host: str, canary: Server) -> None:
    """Neither is it when a page on an allowed host redirects to it."""
    with Server({"*": redirect(f"http://{host}:{canary.port}/")}) as server:
        allow = [f"127.0.0.1:{server.port}"]
        with pytest.raises(Unreachable, match="not on the public internet") as caught:
            fetch(server.url("/start"), limits=QUICK, allow=allow)
    assert f"(redirect 1 from {server.url('/start')})" in caught.value.message


def test_refresh_to_private(canary: Server) -> None:
    """A meta refresh is a hop like any other."""
    stub = http(f'<meta http-equiv="refresh" content="0;url={canary.url()}">'.encode())
    with Server({"*": stub}) as server, pytest.raises(Unreachable, match="public internet"):
        fetch(server.url(), limits=QUICK, allow=[f"127.0.0.1:{server.port}"])


@pytest.mark.parametrize(
    "host", ["10.1.1.1", "169.254.169.254", "192.168.0.1", "[fe80::1]", "[fd00:ec2::254]", "224.0.0.1"]
)
def test_other_networks(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Private, link-local, multicast and metadata addresses are refused before anything is sent."""

    def connect(*_: object) -> None:
        raise AssertionError("a connection was made")

    with Server({"*": redirect(f"http://{host}/latest/meta-data/")}) as server:
        with pytest.raises(Unreachable, match="public internet"):
            fetch(server.url(), limits=QUICK, allow=[f"127.0.0.1:{server.port}"])
        monkeypatch.setattr(socket.socket, "connect", connect)
        with pytest.raises(Unreachable, match="public internet"):
            fetch(f"http://{host}/", limits=QUICK)
        monkeypatch.undo()


@pytest.mark.parametrize(
    "addresses",
    [["127.0.0.1"], ["93.184.216.34", "127.0.0.1"], ["127.0.0.1", "93.184.216.34"], ["::1"], ["fe80::1%lo"]],
)
def test_names(addresses: list[str], canary: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that leads here is refused, also when its other addresses are public."""
    names = Names({"evil.test": addresses})
    with pytest.raises(Unreachable, match=r"evil\.test is"):
        fetch(canary.url("/", "evil.test"), limits=QUICK, resolver=names)
    assert names.asked == ["evil.test"]


def test_rebinding() -> None:
    """A name is asked for once a visit, and the connection goes to the address that was checked."""
    answers = [["127.0.0.2"], ["127.0.0.3"]]

    def names(_host: str, _port: int) -> list[str]:
        return answers.pop(0)

    with Server({"*": http()}, host="127.0.0.2") as server, Server({"*": http()}, host="127.0.0.3") as canary:
        fetch(server.url("/", "pages.test"), limits=QUICK, allow=["127.0.0.2"], resolver=names)
        assert len(answers) == 1
        with pytest.raises(Unreachable, match=r"127\.0\.0\.3"):
            fetch(server.url("/", "pages.test"), limits=QUICK, allow=["127.0.0.2"], resolver=names)
        assert canary.connections == 0


def test_rebinding_between_hops() -> None:
    """A name that was fine for the first hop is checked again for the next."""
    answers = [["127.0.0.2"], ["127.0.0.3"]]
    with Server({"*": redirect("/again")}, host="127.0.0.2") as server, pytest.raises(Unreachable, match="again"):
        fetch(server.url("/", "a.test"), limits=QUICK, allow=["127.0.0.2"], resolver=lambda *_: answers.pop(0))
    assert answers == []


def test_peer(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection that turns out to lead elsewhere than was checked is given up before anything is sent."""
    with Server({"*": http()}) as server:
        monkeypatch.setattr(socket.socket, "getpeername", lambda _sock: ("10.0.0.1", server.port))
        with pytest.raises(Unreachable, match="was not checked"):
            fetch(server.url(), limits=QUICK, allow=["127.0.0.1"])
        assert server.visits == []


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "ftp://127.0.0.1/", "data:text/html,x", "http://u:p@example.org/"]
)
def test_redirect_elsewhere(location: str) -> None:
    """A redirect to a file, another protocol or an address with a password is not followed."""
    names = Names({})
    with Server({"*": redirect(location)}) as server, pytest.raises(Unreachable, match="redirects to"):
        fetch(server.url(), limits=QUICK, allow=["127.0.0.1"], resolver=names)
    assert names.asked == []


def test_allowed_on_every_hop(canary: Server) -> None:
    """A host that is let through is let through on each hop; its neighbours on none."""
    names = Names({"mine.test": ["127.0.0.1"], "alien.test": ["127.0.0.1"]})
    with Server() as server:
        server.routes = {
            "/a": redirect(server.url("/b", "mine.test")),
            "/b": http(),
            "/c": redirect(server.url("/", "alien.test")),
        }
        page = fetch(server.url("/a", "mine.test"), limits=QUICK, allow=["mine.test"], resolver=names)
        assert page.body == PAGE
        with pytest.raises(Unreachable, match=r"alien\.test is 127\.0\.0\.1"):
            fetch(server.url("/c", "mine.test"), limits=QUICK, allow=["mine.test"], resolver=names)
        assert len(server.visits) == 3


def test_bad_allowance(canary: Server) -> None:
    """A host that is let through must be written so that it means something."""
    with pytest.raises(UsageError):
        fetch(canary.url(), allow=["http://mine.test/"])
