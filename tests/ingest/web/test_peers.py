"""Which addresses may be asked."""

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.errors import Unreachable, UsageError
from quotebank.ingest.web.peers import Allowed, checked, plain, why_forbidden
from quotebank.ingest.web.targets import target_of

FORBIDDEN = [
    "127.0.0.1", "127.255.255.254", "0.0.0.0", "0.1.2.3", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1",
    "100.64.0.1", "100.127.255.255", "169.254.1.1", "169.254.169.254", "100.100.100.200", "168.63.129.16", "192.0.0.1",
    "192.0.2.1", "198.51.100.1", "203.0.113.1", "198.18.0.1", "198.19.255.255", "192.88.99.1", "224.0.0.1",
    "239.255.255.255", "240.0.0.1", "255.255.255.255",
    "::", "::1", "::127.0.0.1", "::8.8.8.8", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254",
    "::ffff:0:127.0.0.1", "64:ff9b::127.0.0.1", "64:ff9b::10.0.0.1", "64:ff9b:1::8.8.8.8", "64:ff9b::a9fe:a9fe",
    "2002:7f00:1::1", "2002:808:808::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:db8::1", "2001:2::1", "3fff::1",
    "fe80::1", "fe80::1%eth0", "fec0::1", "fc00::1", "fd00:ec2::254", "fdff::1", "ff02::1", "ff0e::1", "100::1",
    "4000::1",
    "5f00::1", "2a00:1450::5efe:127.0.0.1", "2a00:1450::200:5efe:10.0.0.1",
]  # fmt: skip
PUBLIC = [
    "8.8.8.8", "1.1.1.1", "172.15.0.1", "172.32.0.1", "100.63.255.255", "100.128.0.1", "223.255.255.255", "169.253.1.1",
    "192.169.0.1", "198.17.0.1", "11.0.0.1", "2606:4700::1111", "2a00:1450:4001:80b::200e", "2001:4860:4860::8888",
    "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "240e::1", "2a00:1450::5efe:8.8.8.8",
]  # fmt: skip


@pytest.mark.parametrize("text", FORBIDDEN)
def test_forbidden(text: str) -> None:
    """No address of this computer, a private network, a cloud's inside or reserved space is asked, in any form."""
    assert why_forbidden(ip_address(text))


@pytest.mark.parametrize("text", PUBLIC)
def test_public(text: str) -> None:
    """Addresses next to the forbidden ones, and public ones in the forms that networks need, may be asked."""
    assert why_forbidden(ip_address(text)) == ""


@given(st.integers(0, 2**32 - 1).map(IPv4Address))
def test_no_wider_than_python(address: IPv4Address) -> None:
    """Nothing that Python's own tables call private or multicast is let through."""
    if why_forbidden(address) == "":
        assert address.is_global
        assert not address.is_multicast


@given(st.integers(0, 2**32 - 1), st.sampled_from(["::ffff:0:0", "64:ff9b::"]))
def test_carried(number: int, prefix: str) -> None:
    """An IPv4 address inside IPv6 is judged exactly like itself."""
    inside = IPv6Address(int(IPv6Address(prefix)) | number)
    assert why_forbidden(inside) == why_forbidden(IPv4Address(number))
    assert plain(inside) == IPv4Address(number)


@given(st.integers(0, 2**128 - 1).map(IPv6Address))
def test_ipv6_space(address: IPv6Address) -> None:
    """Of IPv6 only what IANA gives out for general use is public, but for the forms that carry IPv4."""
    if why_forbidden(address) == "":
        assert int(address) >> 125 == 1 or plain(address).version == 4


@pytest.mark.parametrize(
    ("entry", "url", "address"),
    [
        ("intranet", "http://intranet/", "10.0.0.5"),
        ("Intranet.", "http://INTRANET/", "10.0.0.5"),
        ("intranet:8080", "http://intranet:8080/", "10.0.0.5"),
        ("10.0.0.0/8", "http://intranet/", "10.0.0.5"),
        ("10.0.0.5/8", "http://intranet/", "10.0.0.6"),
        ("10.0.0.5", "http://10.0.0.5/", "10.0.0.5"),
        ("10.0.0.5:80", "http://10.0.0.5/", "10.0.0.5"),
        ("::1", "http://[::1]/", "::1"),
        ("[::1]:8000", "http://[::1]:8000/", "::1"),
        ("fd00::/8", "http://nas/", "fd12::1"),
        ("127.0.0.1", "http://[::ffff:127.0.0.1]/", "::ffff:127.0.0.1"),
        ("0x7f.1", "http://127.0.0.1/", "127.0.0.1"),
    ],
)
def test_allowed(entry: str, url: str, address: str) -> None:
    """A host of one's own is let through by name, by name and port, by address, or by network."""
    checked(target_of(url), [ip_address(address)], Allowed.of([entry]))


@pytest.mark.parametrize(
    ("entry", "url", "address"),
    [
        ("intranet", "http://intranet.example.org/", "10.0.0.5"),
        ("intranet:8080", "http://intranet/", "10.0.0.5"),
        ("10.0.0.5:81", "http://10.0.0.5/", "10.0.0.5"),
        ("10.0.0.0/24", "http://intranet/", "10.0.1.5"),
        ("other", "http://10.0.0.5/", "10.0.0.5"),
        ("::1", "http://127.0.0.1/", "127.0.0.1"),
    ],
)
def test_not_allowed(entry: str, url: str, address: str) -> None:
    """Naming one host lets no other through, and another port neither."""
    with pytest.raises(Unreachable, match="not on the public internet"):
        checked(target_of(url), [ip_address(address)], Allowed.of([entry]))


@pytest.mark.parametrize("entry", ["", "a b", "http://a/", "a:b", "10.0.0.0/99", "[::1", "a@b"])
def test_bad_entry(entry: str) -> None:
    """An entry that names no host is a mistake of usage, not silently nothing."""
    with pytest.raises(UsageError, match="allowed host"):
        Allowed.of([entry])


@pytest.mark.parametrize(
    "mixed", [["8.8.8.8", "10.0.0.1"], ["::1", "2606:4700::1"], ["1.1.1.1", "1.0.0.1", "127.0.0.1"]]
)
def test_mixed(mixed: list[str]) -> None:
    """One forbidden address among public ones is enough to refuse the host."""
    with pytest.raises(Unreachable):
        checked(target_of("http://example.org/"), [ip_address(text) for text in mixed], Allowed())


def test_public_passes() -> None:
    """A host with public addresses only is asked without further ado."""
    checked(target_of("http://example.org/"), [ip_address("8.8.8.8"), ip_address("2606:4700::1")], Allowed())
