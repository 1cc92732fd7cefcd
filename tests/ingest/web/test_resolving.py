"""From names to addresses."""

import socket
import threading
from ipaddress import ip_address

import pytest

from quotebank.errors import Unreachable
from quotebank.ingest.web.resolving import resolved, system_addresses
from quotebank.ingest.web.targets import target_of
from tests.ingest.web.servers import Names


def test_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's answer is taken in its order, each address once, IPv4 and IPv6."""

    def answer(*_question: object, **_options: object) -> list[tuple[int, int, int, str, tuple[str, int]]]:
        return [(2, 1, 6, "", (address, 80)) for address in ("2606:4700::1", "8.8.8.8", "8.8.8.8")]

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    assert system_addresses("example.org", 80) == ["2606:4700::1", "8.8.8.8"]
    assert resolved(target_of("http://example.org/"), system_addresses, 5) == [
        ip_address("2606:4700::1"),
        ip_address("8.8.8.8"),
    ]


@pytest.mark.parametrize("host", ["8.8.8.8", "[2606:4700::1]", "0x08080808"])
def test_numbers(host: str) -> None:
    """A host that is a number is looked up nowhere."""
    names = Names({})
    assert len(resolved(target_of(f"http://{host}/"), names, 5)) == 1
    assert names.asked == []


def test_in_time() -> None:
    """A resolver that does not come back is left behind, and cannot keep the program from ending."""
    release = threading.Event()

    def stuck(_host: str, _port: int) -> list[str]:
        assert threading.current_thread().daemon
        release.wait(5)
        return ["8.8.8.8"]

    with pytest.raises(Unreachable, match="not found within"):
        resolved(target_of("http://example.org/"), stuck, 0.05)
    release.set()
