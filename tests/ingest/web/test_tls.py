"""Encrypted pages: asked for by name, believed only with a certificate that holds."""

import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from quotebank.errors import Unreachable
from quotebank.ingest.web import Limits, fetch
from tests.ingest.web.certificates import AUTHORITY
from tests.ingest.web.servers import PAGE, Names, Server, Visit, chain_file, http, redirect

SHORT = Limits(connect=0.5, read=0.3, total=0.8)
QUICK = Limits(connect=2, read=2, total=4)
HERE = Names({"pages.test": ["127.0.0.1"], "other.test": ["127.0.0.1"]})
OWN = ["127.0.0.1"]


@pytest.fixture
def trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The test authority is the one this computer trusts."""
    path = tmp_path / "authority.pem"
    path.write_text(AUTHORITY, encoding="ascii")
    monkeypatch.setenv("SSL_CERT_FILE", str(path))


@pytest.mark.usefixtures("trusted")
def test_page(tmp_path: Path) -> None:
    """The certificate is checked for the name, although the connection goes to a checked number."""
    with Server({"*": http()}, tls=chain_file(tmp_path)) as server:
        page = fetch(server.url("/", "pages.test"), limits=QUICK, allow=OWN, resolver=HERE)
    assert page.body == PAGE
    assert page.url.startswith("https://pages.test:")


def refused(server: Server, host: str = "") -> str:
    """Why an encrypted page is not had; the server must not have seen a request."""
    with pytest.raises(Unreachable) as caught:
        fetch(server.url("/", host), limits=QUICK, allow=OWN, resolver=HERE)
    assert server.visits == []
    assert str(caught.value).isprintable()
    return caught.value.message


@pytest.mark.usefixtures("trusted")
def test_other_name(tmp_path: Path) -> None:
    """A certificate for another name is refused, with the reason."""
    with Server({"*": http()}, tls=chain_file(tmp_path)) as server:
        assert "Hostname mismatch" in refused(server, "other.test")
        assert "IP address mismatch" in refused(server)


def test_untrusted(tmp_path: Path) -> None:
    """A certificate of an unknown authority is refused, and there is no second try without."""
    with Server({"*": http()}, tls=chain_file(tmp_path)) as server:
        assert "cannot be trusted" in refused(server, "pages.test")
        assert server.connections == 1


def test_not_encrypted() -> None:
    """A server that does not speak TLS is told so."""
    with Server(greeting=b"220 mail.test ready\r\n") as server:
        url = server.url("/", "pages.test").replace("http:", "https:")
        with pytest.raises(Unreachable, match="no encrypted connection"):
            fetch(url, limits=QUICK, allow=OWN, resolver=HERE)


@pytest.mark.usefixtures("trusted")
def test_downgrade(tmp_path: Path) -> None:
    """A redirect from https to plain http is refused and the plain host not asked; the other way is followed."""
    with Server() as plain, Server(tls=chain_file(tmp_path)) as secure:
        plain.routes = {"/": redirect(secure.url("/page", "pages.test"))}
        secure.routes = {"/page": http(), "/down": redirect(plain.url("/", "pages.test"))}
        page = fetch(plain.url("/", "pages.test"), limits=QUICK, allow=OWN, resolver=HERE)
        assert page.hops == (plain.url("/", "pages.test"),)
        with pytest.raises(Unreachable, match="plain http"):
            fetch(secure.url("/down", "pages.test"), limits=QUICK, allow=OWN, resolver=HERE)
        assert len(plain.visits) == 1


@pytest.mark.usefixtures("trusted")
def test_dripping(tmp_path: Path) -> None:
    """The time holds for encrypted answers too."""

    def answer(visit: Visit) -> Iterator[bytes]:
        yield http(b"", length=False)
        while not visit.gone.wait(0.05):
            yield b"x"

    with (
        Server({"*": answer}, tls=chain_file(tmp_path)) as server,
        pytest.raises(Unreachable, match=r"longer than 0\.8 s"),
    ):
        fetch(server.url("/", "pages.test"), limits=SHORT, allow=OWN, resolver=HERE)


def test_silent_handshake() -> None:
    """A server that accepts and then says nothing is left within the time for connecting."""
    with socket.socket() as mute:
        mute.bind(("127.0.0.1", 0))
        mute.listen()
        start = time.monotonic()
        with pytest.raises(Unreachable, match=r"within 0\.5 s"):
            fetch(f"https://127.0.0.1:{mute.getsockname()[1]}/", limits=SHORT, allow=OWN)
        assert time.monotonic() - start < 1
