"""An address a writer or a server gave, taken apart once and put together safely.

What is checked and what is asked must be the same thing, so a URL is read here only: everything after works with
the parts. The forms of a host are brought to one: lower case, punycode for letters outside ASCII (RFC 3490), plain
dotted numbers for the decimal, octal, hexadecimal and shortened forms that `inet_aton` takes for IPv4.
"""

from dataclasses import dataclass
from functools import cache
from re import Pattern

from quotebank.errors import Unreachable, UsageError

_PORTS = {"http": 80, "https": 443}
_LONGEST = 8_192
_LONGEST_NAME = 253
_LAST_PORT = 65_535
_SAFE = "/:@!$&'()*+,;=~%-._"


@dataclass(frozen=True, slots=True)
class Target:
    """One http(s) address: `host` is a lower-case ASCII name or a plain IP address, `path` starts with "/"."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """Host and port as the Host header has them (RFC 9110, 7.2): the port only if it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The whole address; it has no fragment, for none is ever sent."""
        return f"{self.scheme}://{self.authority}{self.path}"


def target_of(text: str) -> Target:
    """The target that `text` names. Raises `UsageError`, which says why, when it is no http(s) address."""
    try:
        return _target(text)
    except ValueError as error:
        from quotebank.text.visible import clip, visible

        raise UsageError(
            f"{clip(visible(text), 200)}: {error}", "give the page's whole address, such as https://example.org/page"
        ) from None


def onward(base: Target, location: str) -> Target:
    """Where `base` sends us with `location` (RFC 9110, 10.2.2: it may be relative).

    Raises `Unreachable` (without a place) when that is no http(s) address, or is less secure than `base`.
    """
    from urllib.parse import urljoin

    from quotebank.text.visible import clip, visible

    location = "".join(char for char in _as_utf8(location) if char not in "\t\r\n").strip()
    try:
        target = _target(urljoin(base.url, location))
    except ValueError as error:
        raise Unreachable(f"redirects to {clip(visible(location), 120)!r}: {error}") from None
    if base.scheme == "https" and target.scheme == "http":
        raise Unreachable(f"redirects from https to plain http ({clip(target.url, 120)}), which is not followed")
    return target


def host_and_port(authority: str) -> tuple[str, int | None]:
    """The host in its one form and the port, if any, of "host", "host:port", "::1" or "[::1]:port".

    Raises `ValueError`, which says why, for anything else.
    """
    host, port = authority, ""
    if authority.startswith("["):
        host, bracket, port = authority[1:].partition("]")
        if not bracket or (port and not port.startswith(":")):
            raise ValueError("the brackets of its host are wrong")
        port = port[1:]
        if ":" not in host:
            raise ValueError("brackets are for IPv6 addresses")
    elif authority.count(":") == 1:
        host, _, port = authority.partition(":")
    return _host(host), _port(port)


def _target(text: str) -> Target:
    from urllib.parse import quote, urlsplit

    text = text.strip(" ")
    if len(text) > _LONGEST:
        raise ValueError(f"longer than {_LONGEST} characters")
    if not text.isprintable():
        raise ValueError("holds a control or invisible character")
    parts = urlsplit(text)
    if parts.scheme not in _PORTS or not text[len(parts.scheme) :].startswith("://"):
        raise ValueError("not an http:// or https:// address")
    if "@" in parts.netloc:
        raise ValueError("holds a user name or password, which is not sent")
    host, port = host_and_port(parts.netloc)
    path = quote(_spare_percents().sub("%25", parts.path), safe=_SAFE) or "/"
    if parts.query:
        path += "?" + quote(_spare_percents().sub("%25", parts.query), safe=_SAFE + "/?")
    return Target(parts.scheme, host, port or _PORTS[parts.scheme], path)


def _host(text: str) -> str:
    if ":" in text:
        return _ipv6(text)
    if not text or len(text) > _LONGEST_NAME + 1:
        raise ValueError("has no host" if not text else "its host name is too long")
    try:
        name = text.encode("idna").decode("ascii").lower() if not text.isascii() else text.lower()
    except UnicodeError:
        raise ValueError("its host is no valid name") from None
    name = name.removesuffix(".")
    if name and _number().fullmatch(name.rpartition(".")[2]):
        return _ipv4(name)
    if len(name) > _LONGEST_NAME or not _name().fullmatch(name):
        raise ValueError("its host is no valid name")
    return name


def _ipv4(text: str) -> str:
    """The dotted numbers of any form of IPv4 address that a system's resolver would take."""
    import socket

    try:
        return socket.inet_ntoa(socket.inet_aton(text))
    except OSError:
        raise ValueError("its host is no valid IPv4 address") from None


def _ipv6(text: str) -> str:
    from ipaddress import IPv6Address

    if "%" in text:
        raise ValueError("its host has a network zone, which only this computer understands")
    try:
        return str(IPv6Address(text))
    except ValueError:
        raise ValueError("its host is no valid IPv6 address") from None


def _port(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(_LAST_PORT)) and 0 < int(text) <= _LAST_PORT):
        raise ValueError("its port is no number from 1 to 65535")
    return int(text)


def _as_utf8(text: str) -> str:
    """Header text, which http.client reads as Latin-1, as the UTF-8 that servers write (RFC 9110, 5.5)."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


@cache
def _number() -> Pattern[str]:
    import re

    return re.compile(r"\d+|0x[0-9a-f]*")


@cache
def _name() -> Pattern[str]:
    import re

    return re.compile(r"[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*")


@cache
def _spare_percents() -> Pattern[str]:
    import re

    return re.compile(r"%(?![0-9A-Fa-f]{2})")
