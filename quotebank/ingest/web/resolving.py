"""From a host's name to its addresses, within a time."""

from collections.abc import Callable, Sequence
from ipaddress import ip_address

from quotebank.errors import Unreachable
from quotebank.ingest.web.peers import Address
from quotebank.ingest.web.targets import Target

Resolver = Callable[[str, int], Sequence[str]]
"""Takes a host's name and a port, gives its IP addresses as text, the best first; raises OSError."""


def system_addresses(host: str, port: int) -> list[str]:
    """What the operating system says of `host`: its hosts file, then DNS."""
    import socket

    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def resolved(target: Target, resolver: Resolver, seconds: float) -> list[Address]:
    """All addresses of the target's host, at least one; a host written as a number is not looked up.

    The resolver runs in a thread of its own because the system's cannot be interrupted; after `seconds` the answer
    is no longer waited for. Raises `Unreachable` (without a place).
    """
    try:
        return [ip_address(target.host)]
    except ValueError:
        pass
    try:
        addresses = [ip_address(text) for text in _asked(target, resolver, seconds)]
    except (OSError, ValueError):
        raise Unreachable(
            f"the host {target.host} is not known", "check the address and that this computer is online"
        ) from None
    if not addresses:
        raise Unreachable(f"the host {target.host} has no address", "check the address")
    return addresses


def _asked(target: Target, resolver: Resolver, seconds: float) -> Sequence[str]:
    from queue import Empty, SimpleQueue
    from threading import Thread

    answers: SimpleQueue[Sequence[str] | OSError | ValueError] = SimpleQueue()

    def ask() -> None:
        try:
            answers.put(resolver(target.host, target.port))
        except (OSError, ValueError) as error:
            answers.put(error)

    Thread(target=ask, name="resolver", daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except Empty:
        raise Unreachable(f"the address of {target.host} was not found within {seconds:.2g} s") from None
    if isinstance(answer, OSError | ValueError):
        raise answer
    return answer
