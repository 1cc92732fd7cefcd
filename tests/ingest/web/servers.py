"""Servers on this computer that answer exactly what a test tells them to, well or badly, and note who came."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.ingest.web.certificates import CERTIFICATE, KEY

PAGE = b"<html><head><title>A page</title></head><body><p>Some text.</p></body></html>"

Answer = bytes | Iterable[bytes] | Callable[["Visit"], bytes | Iterable[bytes]]
"""What is sent: bytes, bytes in pieces, or a function of the request that gives either."""


def http(
    body: bytes = PAGE, *headers: str, status: str = "200 OK", kind: str = "text/html", length: bool = True
) -> bytes:
    """A proper answer, with Content-Type unless `kind` is "" and Content-Length unless not `length`."""
    lines = [f"HTTP/1.1 {status}", *headers]
    if kind:
        lines.append(f"Content-Type: {kind}")
    if length:
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*lines, "", ""]).encode("utf-8") + body


def redirect(location: str, status: str = "302 Found") -> bytes:
    """An answer that sends the client on."""
    return http(b"", f"Location: {location}", status=status)


@dataclass(slots=True)
class Visit:
    """One request as it came, and how many had come before it."""

    path: str
    raw: bytes
    number: int
    gone: threading.Event

    def header(self, name: str) -> str:
        """The value of a header, or ""."""
        for line in self.raw.decode("latin-1").split("\r\n")[1:]:
            key, _, value = line.partition(":")
            if key.lower() == name.lower():
                return value.strip()
        return ""

    def pause(self, seconds: float) -> None:
        """Wait, but no longer than the server stands."""
        self.gone.wait(seconds)


@dataclass
class Server:
    """A server that answers by `routes` (path to answer; "*" for the rest) until its context ends.

    With a `greeting` it speaks first, as no web server does.
    """

    routes: Mapping[str, Answer] = field(default_factory=dict)
    host: str = "127.0.0.1"
    tls: Path | None = None
    greeting: bytes = b""
    visits: list[Visit] = field(default_factory=list)
    connections: int = 0

    def __enter__(self) -> Self:
        self._gone = threading.Event()
        self._listener = socket.socket(socket.AF_INET6 if ":" in self.host else socket.AF_INET)
        self._listener.bind((self.host, 0))
        self._listener.listen(50)
        self.port: int = self._listener.getsockname()[1]
        self._threads = [threading.Thread(target=self._serve)]
        self._threads[0].start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._gone.set()
        with socket.socket(self._listener.family) as last:  # wakes accept, which closing does not
            last.connect((self.host, self.port))
        for thread in self._threads:
            thread.join(10)
        self._listener.close()

    def url(self, path: str = "/", host: str = "") -> str:
        """The address of `path` here, under a name or by number."""
        name = host or (f"[{self.host}]" if ":" in self.host else self.host)
        return f"{'https' if self.tls else 'http'}://{name}:{self.port}{path}"

    def _serve(self) -> None:
        while True:
            sock, _ = self._listener.accept()
            if self._gone.is_set():
                sock.close()
                return
            self.connections += 1
            thread = threading.Thread(target=self._talk, args=(sock,))
            self._threads.append(thread)
            thread.start()

    def _talk(self, sock: socket.socket) -> None:
        sock.settimeout(5)
        try:
            sock.sendall(self.greeting)
            if self.tls:
                context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                context.load_cert_chain(self.tls)
                sock = context.wrap_socket(sock, server_side=True)
            raw = b""
            while b"\r\n\r\n" not in raw and (piece := sock.recv(65536)):
                raw += piece
            if raw:
                self._answer(sock, raw)
        except OSError:  # the client has heard enough
            pass
        finally:
            sock.close()

    def _answer(self, sock: socket.socket, raw: bytes) -> None:
        path = raw.split(b" ", 2)[1].decode("latin-1")
        visit = Visit(path, raw, len(self.visits), self._gone)
        self.visits.append(visit)
        answer = self.routes.get(path) or self.routes.get("*") or http(b"none", status="404 Not Found")
        if callable(answer):
            answer = answer(visit)
        for piece in (answer,) if isinstance(answer, bytes) else answer:
            if self._gone.is_set():
                return
            sock.sendall(piece)


def chain_file(folder: Path) -> Path:
    """The test certificate and its key as a file that a server can load."""
    path = folder / "chain.pem"
    path.write_text(CERTIFICATE + KEY, encoding="ascii")
    return path


@dataclass(slots=True)
class Names:
    """A resolver for tests: knows only the names it was given, and notes which were asked for."""

    known: Mapping[str, Sequence[str]]
    asked: list[str] = field(default_factory=list)

    def __call__(self, host: str, port: int) -> Sequence[str]:
        """The addresses of a known name, as a `Resolver` gives them."""
        self.asked.append(host)
        if host not in self.known:
            raise OSError(f"no such host: {host}")
        return self.known[host]
