"""Bodies decompressed piece by piece."""

import gzip
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.errors import BadInput, Unreachable
from quotebank.ingest.web.bodies import plain_pieces


def bare(data: bytes) -> bytes:
    """A deflate stream without zlib's frame, as some servers send it."""
    squeezer = zlib.compressobj(wbits=-15)
    return squeezer.compress(data) + squeezer.flush()


def cut(data: bytes, step: int) -> Iterator[bytes]:
    """`data` in pieces of `step` bytes."""
    return (data[at : at + step] for at in range(0, len(data), step))


PACKED: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "GZip , identity": gzip.compress,
}


@given(st.binary(max_size=400), st.integers(1, 50), st.sampled_from(list(PACKED)))
def test_round_trip(data: bytes, step: int, coding: str) -> None:
    """What a server compressed comes back, however it is cut on the way."""
    assert b"".join(plain_pieces(cut(PACKED[coding](data), step), coding)) == data


@given(st.binary(max_size=400), st.integers(1, 50))
def test_bare_deflate(data: bytes, step: int) -> None:
    """Deflate without its frame is understood too."""
    assert b"".join(plain_pieces(cut(bare(data), step), "deflate")) == data


@given(
    st.lists(st.binary(max_size=50), min_size=1, max_size=5),
    st.integers(1, 50),
    st.sampled_from([b"", b"\0" * 9, b"junk"]),
)
def test_joined(parts: list[bytes], step: int, padding: bytes) -> None:
    """Several gzip files in one are read through, and padding after the last is passed over."""
    packed = b"".join(gzip.compress(part, mtime=0) for part in parts) + padding
    assert b"".join(plain_pieces(cut(packed, step), "gzip")) == b"".join(parts)


@given(st.binary(min_size=1, max_size=100), st.integers(1, 50), st.sampled_from(["gzip", "deflate"]), st.data())
def test_cut_short(content: bytes, step: int, coding: str, data: st.DataObject) -> None:
    """A stream that ends before its end is noticed, wherever that is."""
    packed = PACKED[coding](content)
    short = packed[: data.draw(st.integers(1, len(packed) - 1))]
    with pytest.raises((Unreachable, BadInput)):
        list(plain_pieces(cut(short, step), coding))


@given(st.binary(max_size=200), st.sampled_from(["gzip", "deflate"]))
def test_garbage(data: bytes, coding: str) -> None:
    """Bytes that are no compressed data are bad input and nothing worse."""
    with suppress(BadInput, Unreachable):
        assert len(b"".join(plain_pieces(cut(data, 7), coding))) < 200 * 1032


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_bomb_in_pieces(coding: str) -> None:
    """However much a few bytes swell to, it comes in pieces of 64 KB, so that it can be stopped after any of them."""
    bomb = PACKED[coding](bytes(20_000_000))
    pieces = plain_pieces(iter([bomb]), coding)
    assert all(len(next(pieces)) <= 65_536 for _ in range(100))


def test_many_members() -> None:
    """A body of nothing but thousands of empty gzip files is given up."""
    with pytest.raises(BadInput, match="gzip files in one"):
        list(plain_pieces(iter([gzip.compress(b"", mtime=0) * 3000]), "gzip"))


@pytest.mark.parametrize(
    "coding", ["br", "zstd", "compress", "gzip, gzip", "deflate, gzip", "\x1b[31m", "a\xa0b", "x" * 5000]
)
def test_not_asked_for(coding: str) -> None:
    """A compression nobody asked for, or one over another, is refused by name in one printable line."""
    with pytest.raises(BadInput, match="did not ask for") as caught:
        plain_pieces(iter([b"x"]), coding)
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 150


@pytest.mark.parametrize("coding", ["", "identity", " , "])
def test_plain(coding: str) -> None:
    """A body without compression passes unchanged."""
    assert list(plain_pieces(iter([b"a", b"b"]), coding)) == [b"a", b"b"]
