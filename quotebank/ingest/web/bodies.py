"""A body read whole, decompressed piece by piece, and given up as soon as it is too large, cut short or damaged."""

import zlib
from collections.abc import Callable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from quotebank.errors import BadInput, Unreachable
from quotebank.ingest.web.answers import shown
from quotebank.ingest.web.limits import Limits, size

if TYPE_CHECKING:
    from urllib3 import HTTPResponse

CODINGS = "gzip, deflate"
"""The compressions asked for: those that can be stopped at any byte with the standard library alone."""

_PIECE = 65_536
_MOST_MEMBERS = 1_000
_TELLING = 2
_GZIP_WINDOW = 31
_ZLIB_WINDOW = 15
_DEFLATE = 8


def body_of(response: "HTTPResponse", limits: Limits, progress: Callable[[int, int], None] | None) -> bytes:
    """The whole body, without its transfer and content codings.

    `progress` is told the bytes that have come over the wire and the bytes announced (0 if none were).
    Raises (without a place) `Unreachable` at a limit or a cut, `BadInput` for a compression that cannot be undone.
    """
    announced = response.length_remaining or 0
    if announced > limits.decoded:
        raise Unreachable(f"has {size(announced)}, more than the {size(limits.decoded)} a page may have")
    came = 0

    def pieces() -> Iterator[bytes]:
        nonlocal came
        while piece := response.read1(_PIECE, decode_content=False):
            came += len(piece)
            if progress is not None:
                progress(came, announced)
            yield piece

    body = bytearray()
    for piece in plain_pieces(pieces(), response.headers.get("Content-Encoding", "")):
        body += piece
        if len(body) > limits.decoded:
            raise Unreachable(f"has more than the {size(limits.decoded)} a page may have")
        if len(body) > limits.ratio_from and len(body) > came * limits.ratio:
            raise Unreachable(f"swells to more than {limits.ratio} times what was sent, as no page does")
    return bytes(body)


def plain_pieces(pieces: Iterator[bytes], coding: str) -> Iterator[bytes]:
    """The pieces of a body without the compression that the header Content-Encoding (RFC 9110, 8.4) names.

    No piece that comes out is larger than 64 KB, whatever went in.
    """
    names = [name for part in coding.lower().split(",") if (name := part.strip()) not in ("", "identity")]
    if not names:
        return pieces
    if len(names) == 1 and names[0] in ("gzip", "x-gzip", "deflate"):
        return _inflated(pieces, names[0].removeprefix("x-"))
    raise BadInput(f"came compressed as {shown(', '.join(names))}, which quotebank did not ask for")


def _inflated(pieces: Iterator[bytes], coding: str) -> Iterator[bytes]:
    try:
        yield from _members(pieces, coding)
    except zlib.error:
        raise BadInput(f"came as damaged {coding} data") from None


def _members(pieces: Iterator[bytes], coding: str) -> Iterator[bytes]:
    """Inflate one stream after the other: gzip files may be joined (RFC 1952, 2.2), and are padded by some."""
    start = b""
    while len(start) < _TELLING and (piece := next(pieces, b"")):
        start += piece
    if not start:
        return
    window = _window(coding, start)
    stream, members = zlib.decompressobj(window), 1
    for piece in chain((start,), pieces):
        pending = piece
        while pending and not (stream.eof and _is_padding(pending, coding)):
            if stream.eof:
                stream, members = zlib.decompressobj(window), members + 1
            if members > _MOST_MEMBERS:
                raise BadInput(f"came as more than {_MOST_MEMBERS} gzip files in one")
            yield stream.decompress(pending, _PIECE)
            pending = stream.unconsumed_tail or stream.unused_data
    yield stream.flush()
    if not stream.eof:
        raise Unreachable(f"was cut short in the middle of its {coding} data")


def _is_padding(data: bytes, coding: str) -> bool:
    """Whether `data`, after the end of a stream, is no further gzip file."""
    return coding != "gzip" or not data.startswith(b"\x1f")


def _window(coding: str, start: bytes) -> int:
    """The wbits for zlib: "deflate" is meant to be zlib's format (RFC 1950), but some servers send the bare stream."""
    if coding == "gzip":
        return _GZIP_WINDOW
    is_zlib = start[0] & 15 == _DEFLATE and int.from_bytes(start[:2], "big") % 31 == 0
    return _ZLIB_WINDOW if is_zlib else -_ZLIB_WINDOW
