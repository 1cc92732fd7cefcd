"""A connection to the very address that was checked, and reading from it under the fetch's limits."""

import io
import socket
from collections.abc import Sequence
from ipaddress import IPv4Address, ip_address
from typing import TYPE_CHECKING

from quotebank.errors import Unreachable
from quotebank.ingest.web.limits import Deadline, Limits, size
from quotebank.ingest.web.peers import Address, plain
from quotebank.ingest.web.targets import Target

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_TRIED = 4


class Wire:
    """A connected socket as http.client uses one, which waits and reads only as much as the limits let it.

    Timeouts of a socket hold for each call and start anew with every byte, so a server that drips never meets them:
    here each read gets what is left of the whole. `allowance` is how many more bytes may be read before the answer
    counts as too long.
    """

    def __init__(self, sock: socket.socket, limits: Limits, deadline: Deadline) -> None:
        self._sock = sock
        self._limits = limits
        self._deadline = deadline
        self._raws: list[io.RawIOBase] = []
        self.allowance = limits.headers
        self.too_long = f"sends more than {size(limits.headers)} of headers"

    def expect_body(self) -> None:
        """The headers have been read: from here on the allowance is that of a body."""
        self.allowance = self._limits.wire
        self.too_long = f"sends more than {size(self._limits.decoded)}"

    def makefile(self, _mode: str = "rb") -> io.BufferedReader:
        """What http.client reads from; the socket stays open until both this and the wire are closed."""
        raw = self._sock.makefile("rb", buffering=0)
        self._raws.append(raw)
        return io.BufferedReader(_Reader(self, raw))

    def sendall(self, data: bytes) -> None:
        """Send all of `data`, within the time for a silence of the server."""
        self._sock.settimeout(self._deadline.within(self._limits.read))
        self._sock.sendall(data)

    def settimeout(self, _seconds: object) -> None:
        """Nothing: urllib3 sets a timeout of its own here, and the limits know better."""

    def close(self) -> None:
        """Close the socket, once what `makefile` gave is closed too: http.client closes first and reads on."""
        self._sock.close()

    def end(self) -> None:
        """Close the socket at once, whoever still reads from it."""
        for raw in self._raws:
            raw.close()
        self._sock.close()

    def read_into(self, raw: io.RawIOBase, view: memoryview) -> int:
        """Read once from `raw`, at most the allowance; raises `Unreachable` (without a place) at a limit."""
        if self.allowance <= 0:
            raise Unreachable(self.too_long)
        seconds = self._deadline.within(self._limits.read)
        self._sock.settimeout(seconds)
        try:
            count: int = raw.readinto(view[: self.allowance]) or 0
        except TimeoutError:
            self._deadline.left()
            raise Unreachable(f"sent nothing for {seconds:.2g} s") from None
        self.allowance -= count
        return count


class _Reader(io.RawIOBase):
    def __init__(self, wire: Wire, raw: io.RawIOBase) -> None:
        super().__init__()
        self._wire = wire
        self._raw = raw

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        return self._wire.read_into(self._raw, memoryview(buffer).cast("B"))

    def close(self) -> None:
        self._raw.close()
        super().close()


def connected(target: Target, addresses: Sequence[Address], limits: Limits, deadline: Deadline) -> Wire:
    """A connection to one of the checked `addresses`, encrypted for the target's name if it is https.

    Names are not looked up again, so an answer that changes in between (DNS rebinding) changes nothing.
    Raises `Unreachable` (without a place).
    """
    tried = addresses[:_TRIED]
    failure = ""
    for address in tried:
        try:
            return Wire(_joined(target, address, limits.connect / len(tried), deadline), limits, deadline)
        except TimeoutError:
            failure = f"no connection to {target.host} within {limits.connect:g} s"
        except OSError as error:
            failure = f"no connection to {target.host} ({_reason(error)})"
    deadline.left()
    raise Unreachable(failure, _about_proxies())


def _joined(target: Target, address: Address, seconds: float, deadline: Deadline) -> socket.socket:
    family = socket.AF_INET if isinstance(address, IPv4Address) else socket.AF_INET6
    sock = socket.socket(family, socket.SOCK_STREAM)
    try:
        sock.settimeout(deadline.within(seconds))
        sock.connect((str(address), target.port))
        _same_peer(sock, address)
        if target.scheme == "https":
            sock.settimeout(deadline.within(seconds))
            return _encrypted(sock, target.host)
    except BaseException:
        sock.close()
        raise
    return sock


def _about_proxies() -> str:
    """What to tell a writer whose computer has a proxy set, without which it may have no way out."""
    import os

    named = next(
        (name for name in ("https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY") if os.environ.get(name)), ""
    )
    return (
        f"{named} is set, but quotebank uses no proxy: save the page in your browser and add its file" if named else ""
    )


def _same_peer(sock: socket.socket, address: Address) -> None:
    peer = ip_address(sock.getpeername()[0])
    if plain(peer) != plain(address):
        raise Unreachable(f"the connection for {address} leads to {peer}, which was not checked")


def _encrypted(sock: socket.socket, host: str) -> socket.socket:
    """TLS with the certificate checked for `host` by the system's authorities (or SSL_CERT_FILE's); never without."""
    import ssl

    context = ssl.create_default_context()
    context.set_alpn_protocols(["http/1.1"])
    try:
        return context.wrap_socket(sock, server_hostname=host)
    except ssl.SSLCertVerificationError as error:
        why = f"the certificate of {host} cannot be trusted ({error.verify_message.rstrip('.')})"
        raise Unreachable(why, "open the page in your browser to see what is wrong with it") from None
    except ssl.SSLError as error:
        raise Unreachable(f"no encrypted connection to {host} ({_reason(error)})") from None


def _reason(error: OSError) -> str:
    import ssl

    from quotebank.text.visible import visible

    text = (error.reason if isinstance(error, ssl.SSLError) else "") or error.strerror or type(error).__name__
    return visible(str(text)).replace("_", " ").lower()
