"""Quotebank, EPFL's corpus of quotations from English news: one quotation a line in JSON, bare or in .gz or .bz2.

The fields are those of the corpus's quotation-centric files (Zenodo record 4277311). The corpus and this program only
share their name. Its speaker is who was quoted, never the author of the article; the address says where it stood, not
in which outlet. What quotebank has no field for comes along under ``epfl``.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from quotebank.formats.loose_dates import in_words
from quotebank.formats.parsed import Parsed
from quotebank.formats.text_source import Shelf, addressed
from quotebank.model.articles import Article
from quotebank.model.dates import PartialDate
from quotebank.model.quotes import Quote
from quotebank.text.addresses import compared

MOST_DECODED = 1 << 28
"""Bytes that are read of a file, decompressed: 256 MiB. The corpus has files of many gigabytes."""

LONGEST_LINE = 1 << 20
"""Bytes of a line."""

_KEPT = ("quoteID", "qids", "probas", "numOccurrences", "phase")
_GZIP, _BZIP = b"\x1f\x8b", b"BZh"
_PIECE = 1 << 16
_DAY = 10
_WHY: dict[type[Exception], str] = {UnicodeDecodeError: "not UTF-8", RecursionError: "values too deep in one another"}
_NOBODY = ("", "None")


def looks_like(start: bytes) -> bool:
    """Whether the first bytes of a file are such lines, or compressed."""
    if start.startswith((_GZIP, _BZIP)):
        try:
            start = next((piece for piece in _pieces(start) if piece), b"")
        except _BrokenError:
            return False
    line = start.removeprefix(b"\xef\xbb\xbf").lstrip()[:4096]
    return line.startswith(b"{") and (b'"quoteID"' in line or (b'"quotation"' in line and b'"speaker"' in line))


def read(data: bytes) -> Parsed:
    """The pages and the quotes on them; lines that are none are problems. Raises nothing."""
    shelf = Shelf()
    places: dict[str, str] = {}
    for line in _lines(data, shelf):
        _take(line, shelf, places)
    return shelf.parsed()


class _Line(NamedTuple):
    number: int
    text: bytes


class _BrokenError(Exception):
    """A compressed file stops, or is none."""


def _lines(data: bytes, shelf: Shelf) -> Iterator[_Line]:
    """The lines that are not blank; a file that goes on too long, and a line that does, is told."""
    rest, number, decoded, is_skipping = b"", 0, 0, False
    try:
        for piece in _pieces(data):
            decoded += len(piece)
            if decoded <= MOST_DECODED and not (rest.strip() or piece.strip()):
                # Blank lines by the million, as a hostile archive holds them.
                number += piece.count(b"\n")
                is_skipping = is_skipping and b"\n" not in piece
                rest = b""
                continue
            *whole, rest = (rest + piece).split(b"\n")
            for text in whole:
                number += 1
                if text.strip() and not is_skipping:
                    yield _Line(number, text)
                is_skipping = False
            if len(rest) > LONGEST_LINE:
                if not is_skipping:
                    told = f"a line of more than {LONGEST_LINE >> 20} MB; left out"
                    shelf.problem(number + 1, told, rest[:8000].decode("utf-8", "replace"))
                rest, is_skipping = b"", True
            if decoded > MOST_DECODED:
                told = f"more than {MOST_DECODED >> 20} MB of text; nothing after this line was read"
                shelf.problem(number + 1, told, rest[:8000].decode("utf-8", "replace"))
                return
    except _BrokenError as failure:
        shelf.problem(
            number + 1, f"{failure}; nothing after this line was read", rest[:8000].decode("utf-8", "replace")
        )
        return
    if rest.strip() and not is_skipping:
        yield _Line(number + 1, rest)


def _pieces(data: bytes) -> Iterator[bytes]:
    """A file in pieces, decompressed; raises `_BrokenError`."""
    import zlib

    try:
        if data.startswith(_BZIP):
            yield from _of_bzip(data)
        elif data.startswith(_GZIP):
            yield from _of_gzip(data)
        else:
            for start in range(0, len(data), _PIECE):
                yield data[start : start + _PIECE]
    except (OSError, EOFError, zlib.error) as failure:
        raise _BrokenError("the compressed file is damaged") from failure


def _of_bzip(data: bytes) -> Iterator[bytes]:
    """Every stream of the file, none of its pieces larger than `_PIECE`."""
    from bz2 import BZ2Decompressor

    place = 0
    while data.startswith(_BZIP, place):
        packed = BZ2Decompressor()
        while not packed.eof:
            waiting = b""
            if packed.needs_input:
                waiting = _more(data, place)
                place += len(waiting)
            yield packed.decompress(waiting, _PIECE)
        place -= len(packed.unused_data)
    _check_end(data, place)


def _of_gzip(data: bytes) -> Iterator[bytes]:
    """As `_of_bzip`."""
    from zlib import MAX_WBITS, decompressobj

    place = 0
    while data.startswith(_GZIP, place):
        packed = decompressobj(MAX_WBITS | 16)
        waiting = b""
        while not packed.eof:
            if not waiting:
                waiting = _more(data, place)
                place += len(waiting)
            yield packed.decompress(waiting, _PIECE)
            waiting = packed.unconsumed_tail
        place -= len(packed.unused_data)
    _check_end(data, place)


def _more(data: bytes, place: int) -> bytes:
    piece = data[place : place + _PIECE]
    if not piece:
        raise _BrokenError("the compressed file is cut short")
    return piece


def _check_end(data: bytes, place: int) -> None:
    if data[place : place + _PIECE].strip(b"\x00"):
        raise _BrokenError("more bytes after the end of the compressed file")


def _take(line: _Line, shelf: Shelf, places: dict[str, str]) -> None:
    """One quotation; `places` are those of the articles by their addresses as they stand in the file."""
    from json import JSONDecodeError, JSONDecoder

    raw = line.text.decode("utf-8", "replace").removeprefix("\ufeff").strip()
    try:
        item = JSONDecoder(parse_constant=str).decode(line.text.decode("utf-8-sig"))
    except (ValueError, RecursionError) as failure:
        why = failure.msg if isinstance(failure, JSONDecodeError) else _WHY.get(type(failure), "too long a number")
        shelf.problem(line.number, f"not JSON: {why}", raw)
        return
    if not isinstance(item, Mapping):
        shelf.problem(line.number, "a line is an object with quotation, speaker, date and urls", raw)
        return
    text, addresses = _text(item, "quotation"), _addresses(item)
    if not (text and addresses):
        shelf.problem(line.number, "no quotation" if not text else "no address of an article with the quotation", raw)
        return
    place = places.get(addresses[0])
    if place is None:
        place = shelf.article(_article(item, addresses[0]), compared(addresses[0]) or addresses[0])
        places[addresses[0]] = place
    speaker = _text(item, "speaker")
    kept: dict[str, object] = {name: item[name] for name in _KEPT if item.get(name) not in (None, [], "")}
    if len(addresses) > 1:
        kept["urls"] = addresses[1:]
    shelf.quote(
        Quote(
            article=place,
            kind="direct",
            text=text,
            speaker="" if speaker in _NOBODY else speaker,
            extra={"epfl": kept} if kept else {},
        )
    )


def _article(item: Mapping[str, object], address: str) -> Article:
    """The page of a quotation: its address and day, which the id begins with where the date is missing."""
    date = in_words(_text(item, "date")) or in_words(_text(item, "quoteID")[:_DAY])
    return addressed(Article(type="article-newspaper", date=PartialDate(date) if date else None), address)


def _addresses(item: Mapping[str, object]) -> list[str]:
    found = item.get("urls")
    every = found if isinstance(found, list) else [found]
    return [url.strip() for url in every if isinstance(url, str) and url.strip()]


def _text(item: Mapping[str, object], name: str) -> str:
    value = item.get(name)
    return value.replace("\x00", "").strip() if isinstance(value, str) else ""
