"""Which network addresses a page may come from: those of the public internet, and those the writer names.

A link on a web page must not make quotebank ask a router, a printer, a service of this computer or the metadata
service of a cloud. The tables are our own so that every version of Python gives the same answer; they follow the
special-purpose registries of IANA (RFC 6890 and its updates).
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from quotebank.errors import Unreachable, UsageError
from quotebank.ingest.web.targets import Target, host_and_port

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

_V4 = (
    ("169.254.169.254/32", "the metadata service of a cloud"),
    ("100.100.100.200/32", "the metadata service of a cloud"),
    ("168.63.129.16/32", "the metadata service of a cloud"),
    ("192.0.0.192/32", "the metadata service of a cloud"),
    ("127.0.0.0/8", "this computer itself"),
    ("0.0.0.0/8", "this computer itself"),
    ("10.0.0.0/8", "a private network"),
    ("172.16.0.0/12", "a private network"),
    ("192.168.0.0/16", "a private network"),
    ("100.64.0.0/10", "a private network of a provider"),
    ("169.254.0.0/16", "a link-local address"),
    ("192.0.0.0/24", "a reserved address"),
    ("192.0.2.0/24", "an address for documentation"),
    ("198.51.100.0/24", "an address for documentation"),
    ("203.0.113.0/24", "an address for documentation"),
    ("192.88.99.0/24", "a reserved address"),
    ("198.18.0.0/15", "an address for benchmarks"),
    ("224.0.0.0/4", "a multicast address"),
    ("240.0.0.0/4", "a reserved address"),
)
_V6 = (
    ("fd00:ec2::254/128", "the metadata service of a cloud"),
    ("::1/128", "this computer itself"),
    ("::/128", "this computer itself"),
    ("fe80::/10", "a link-local address"),
    ("fec0::/10", "a private network"),
    ("fc00::/7", "a private network"),
    ("ff00::/8", "a multicast address"),
    ("2001:db8::/32", "an address for documentation"),
    ("3fff::/20", "an address for documentation"),
    ("2001::/32", "a Teredo tunnel"),
    ("2001::/23", "a reserved address"),
    ("2002::/16", "a 6to4 tunnel"),
)
_PUBLIC_V6 = "2000::/3"
_NAT64 = "64:ff9b::/96"
_ISATAP = (0x0000_5EFE, 0x0200_5EFE)


def why_forbidden(address: Address) -> str:
    """What `address` is instead of public ("a private network"), or "" when a page may come from it.

    Forms of IPv6 that carry an IPv4 address are judged by it: IPv4-mapped (RFC 4291) and NAT64 (RFC 6052) with a
    public one are public, which networks without IPv4 need. Tunnels (6to4, Teredo) and all space that IANA has not
    given out for general use are never public.
    """
    if isinstance(address, IPv4Address):
        return _named(address, _V4)
    carried = _carried(address)
    if carried is not None:
        return why_forbidden(carried)
    if int(address) >> 32 & 0xFFFF_FFFF in _ISATAP and (why := _named(IPv4Address(int(address) & 0xFFFF_FFFF), _V4)):
        return why
    why = _named(address, _V6)
    return why or ("" if address in _network(_PUBLIC_V6) else "a reserved address")


def plain(address: Address) -> Address:
    """`address` without the IPv6 form of an IPv4 address around it and without a zone."""
    if isinstance(address, IPv6Address):
        return _carried(address) or IPv6Address(int(address))
    return address


@dataclass(frozen=True, slots=True)
class Allowed:
    """The hosts of one's own that a fetch may reach although they are not public.

    `names` are host names, each with a port or None for any; `networks` the same for addresses.
    """

    names: frozenset[tuple[str, int | None]] = frozenset()
    networks: tuple[tuple[Network, int | None], ...] = ()

    @classmethod
    def of(cls, entries: Collection[str]) -> "Allowed":
        """Read entries such as "intranet", "localhost:8000", "10.1.2.3", "10.0.0.0/8", "[::1]:80".

        Raises `UsageError` for text that is none of these.
        """
        names: set[tuple[str, int | None]] = set()
        networks: list[tuple[Network, int | None]] = []
        for entry in entries:
            host, port = _entry(entry.strip())
            if isinstance(host, str):
                names.add((host, port))
            else:
                networks.append((host, port))
        return cls(frozenset(names), tuple(networks))

    def lets_through(self, target: Target, address: Address) -> bool:
        """Whether the writer named this host, or a network that `address` is in."""
        if not {(target.host, None), (target.host, target.port)}.isdisjoint(self.names):
            return True
        return any(
            port in (None, target.port) and network.version == form.version and form in network
            for form in {plain(address), address}
            for network, port in self.networks
        )


def checked(target: Target, addresses: Collection[Address], allowed: Allowed) -> None:
    """Raise `Unreachable` (without a place) unless every one of a host's addresses may be asked.

    One private address among public ones is enough to refuse: such an answer is how a page's owner makes a
    program ask a neighbour.
    """
    for address in addresses:
        why = why_forbidden(address)
        if why and not allowed.lets_through(target, address):
            raise Unreachable(
                f"{target.host} is {address}, {why}, not on the public internet"
                if str(address) != target.host
                else f"{address} is {why}, not on the public internet",
                "if it is your own, name it with --allow-host",
            )


def _named(address: Address, table: tuple[tuple[str, str], ...]) -> str:
    return next((why for network, why in table if address in _network(network)), "")


@cache
def _network(text: str) -> Network:
    return ip_network(text)


def _carried(address: IPv6Address) -> IPv4Address | None:
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    return IPv4Address(int(address) & 0xFFFF_FFFF) if address in _network(_NAT64) else None


def _entry(text: str) -> tuple[str | Network, int | None]:
    try:
        return ip_network(text, strict=False), None
    except ValueError:
        pass
    try:
        host, port = host_and_port(text)
    except ValueError as error:
        raise UsageError(
            f"allowed host {text!r}: {error}", "name a host, host:port, an address or a network such as 10.0.0.0/8"
        ) from None
    try:
        return ip_network(ip_address(host)), port
    except ValueError:
        return host, port
