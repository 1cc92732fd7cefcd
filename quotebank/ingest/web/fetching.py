"""One page fetched for a writer: every hop checked, everything within limits, every failure one plain line."""

import sys
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from quotebank.errors import BadInput, Unreachable, UsageError
from quotebank.ingest.web.answers import REDIRECTS, refuse_content, refuse_type, refuse_unless_page, wait_of
from quotebank.ingest.web.bodies import CODINGS, body_of
from quotebank.ingest.web.connecting import Wire, connected
from quotebank.ingest.web.cookies import Cookies
from quotebank.ingest.web.limits import Clock, Deadline, Limits
from quotebank.ingest.web.peers import Allowed, checked
from quotebank.ingest.web.refresh import refresh_of
from quotebank.ingest.web.resolving import Resolver, resolved, system_addresses
from quotebank.ingest.web.targets import Target, onward, target_of

if TYPE_CHECKING:
    import socket

    from urllib3 import HTTPResponse

_HINT = "save the page in your browser and give its file: quotebank add FILE.html --url URL"
_USUAL = Limits()


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came: `asked` is the writer's address, `url` where it was found, `hops` all addresses between.

    `hops` holds every address that sent us on, the first one asked included, in order; it is empty when the page
    stood where it was looked for. `content_type` is the header as sent ("" if none), for its charset; `body` is
    without compression but in the page's own charset; `taken` is the UTC time ("2021-11-30T09:12:00Z").
    """

    asked: str
    url: str
    hops: tuple[str, ...]
    content_type: str
    body: bytes
    taken: str


@dataclass(slots=True)
class _Journey:
    """What holds for all hops of one fetch."""

    limits: Limits
    deadline: Deadline
    allowed: Allowed
    agent: str
    resolver: Resolver
    progress: Callable[[int, int], None] | None
    cookies: Cookies = field(default_factory=Cookies)
    waited: bool = False


def fetch(
    url: str,
    *,
    limits: Limits = _USUAL,
    allow: Collection[str] = (),
    agent: str = "",
    progress: Callable[[int, int], None] | None = None,
    resolver: Resolver = system_addresses,
    clock: Clock = time.monotonic,
) -> Fetched:
    """The page at `url`, after at most `limits.redirects` redirects.

    `allow` names hosts of one's own that may be asked although they are not on the public internet (see
    `Allowed.of`). `agent` stands in the header User-Agent instead of quotebank's own. `progress` is told the bytes
    received and announced. `<meta refresh>` counts as a redirect (see `refresh`); https that leads back to http is
    refused; robots.txt is not asked for one page that a person wants; cookies do not outlive the fetch.

    Raises `UsageError` for text that is no http(s) address, `Unreachable` for anything that kept the page from
    coming whole, `BadInput` for what came and is no page. The message says where (with the hop) and what.
    """
    target = target_of(url.strip())
    journey = _Journey(
        limits, Deadline(clock, limits.total), Allowed.of(allow), _agent(agent), resolver, progress
    )  # fmt: skip
    hops: list[str] = []
    seen = set()
    while True:
        with _told(target, hops):
            if len(hops) > limits.redirects:
                raise Unreachable(f"more than {limits.redirects} redirects")
            state = (target, journey.cookies.header(target.host), journey.waited)
            if state in seen:
                raise Unreachable("the redirects go in a circle")
            seen.add(state)
            came = _visit(target, journey)
        if came is None:
            continue
        if not isinstance(came, Target):
            content_type, body = came
            taken = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
            return Fetched(url.strip(), target.url, tuple(hops), content_type, body, taken)
        hops.append(target.url)
        target = came


def _visit(target: Target, journey: _Journey) -> Target | tuple[str, bytes] | None:
    """Ask once: where to go on, or the page's content type and body; None after a wait the server asked for."""
    with _asked(target, journey) as (response, wire):
        journey.cookies.take(target.host, response.headers.getlist("Set-Cookie"))
        location = response.headers.get("Location")
        if response.status in REDIRECTS and location is not None:
            return onward(target, location)
        wait = wait_of(response.status, response.headers)
        if wait is None or journey.waited or wait >= journey.deadline.left():
            return _page(target, journey, response, wire)
    journey.waited = True
    time.sleep(wait)
    return None


def _page(target: Target, journey: _Journey, response: "HTTPResponse", wire: Wire) -> Target | tuple[str, bytes]:
    refuse_unless_page(response.status)
    content_type = response.headers.get("Content-Type", "")
    refuse_type(content_type)
    wire.expect_body()
    body = body_of(response, journey.limits, journey.progress)
    refuse_content(body, content_type)
    return _sent_on(target, body) or (content_type, body)


def _sent_on(target: Target, body: bytes) -> Target | None:
    """Where the page's `<meta refresh>` leads, if that is another http(s) page; one to itself only keeps it fresh."""
    address = refresh_of(body)
    if not address or address.lower().startswith(("javascript:", "data:", "about:", "mailto:")):
        return None
    there = onward(target, address)
    return None if there == target else there


@contextmanager
def _asked(target: Target, journey: _Journey) -> "Iterator[tuple[HTTPResponse, Wire]]":
    """The answer to one GET with its headers read; closed afterwards, read or not."""
    from urllib3.connection import HTTPConnection

    limits, deadline = journey.limits, journey.deadline
    addresses = resolved(target, journey.resolver, deadline.within(limits.connect))
    checked(target, addresses, journey.allowed)
    wire = connected(target, addresses, limits, deadline)
    connection = HTTPConnection(target.host, target.port)
    connection.sock = cast("socket.socket", wire)
    headers = {
        "Host": target.authority,
        "User-Agent": journey.agent,
        "Accept": "text/html, application/xhtml+xml;q=0.9",
        "Accept-Encoding": CODINGS,
        "Connection": "close",
    }
    if cookie := journey.cookies.header(target.host):
        headers["Cookie"] = cookie
    try:
        connection.request("GET", target.path, headers=headers, preload_content=False, decode_content=False)
        response = connection.getresponse()
        try:
            yield response, wire
        finally:
            response.close()
    finally:
        connection.close()
        wire.end()


@contextmanager
def _told(target: Target, hops: list[str]) -> Iterator[None]:
    """Put the place before what went wrong there, and make one of ours of what the libraries raise."""
    from http.client import HTTPException

    from urllib3.exceptions import HTTPError

    try:
        yield
    except (BadInput, Unreachable) as error:
        raise type(error)(f"{_place(target, hops)}: {error.message}", error.hint or _HINT) from None
    except (HTTPError, HTTPException, OSError, ValueError) as error:
        raise Unreachable(f"{_place(target, hops)}: {_broken(error)}", _HINT) from error


def _place(target: Target, hops: list[str]) -> str:
    from quotebank.text.visible import clip

    place = clip(target.url, 160)
    return f"{place} (redirect {len(hops)} from {clip(hops[0], 100)})" if hops else place


def _broken(error: Exception) -> str:
    """What a library's error means. Its own text is not shown: it is for programmers, and may quote the server."""
    from http.client import HTTPException, IncompleteRead, RemoteDisconnected

    from urllib3.exceptions import IncompleteRead as CutShort

    cause = error.__cause__ if isinstance(error.__cause__, OSError | HTTPException) else error
    if "header" in str(cause):
        return "the server's headers are too many or too long"
    if isinstance(cause, RemoteDisconnected):
        return "the server hung up without an answer"
    if isinstance(cause, IncompleteRead | CutShort):
        return "the page was cut short"
    if isinstance(cause, OSError):
        return "the connection broke off"
    return "the server's answer is not proper HTTP"


def _agent(agent: str) -> str:
    if not agent:
        # Not imported by name: the package offers `Bank` too, and this room must not know it even by way of there.
        version: str = vars(sys.modules["quotebank"])["__version__"]
        return f"quotebank/{version} (citation manager; fetches one page for the person who asked for it)"
    if not (agent.isascii() and agent.isprintable()):
        raise UsageError("the user agent holds characters that no header may have", "use plain ASCII")
    return agent
