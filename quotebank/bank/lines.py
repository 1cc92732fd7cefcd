"""One line of the journal: what it says, and how it proves that it still says it.

A line is one JSON object that starts with the CRC-32 of everything behind it, in eight hex digits::

    {"crc":"5f0c1e2a","table":"quotes","id":"7f3k9qzm","rev":1,"at":"2021-11-30T09:00:00Z","tx":"k3j9x0aa",
     "end":1,"did":"quote","doc":{...}}

`rev` counts the revisions of a record, `tx` names the transaction; the last line of a transaction has
`end`, the number of its lines, and `did`, the command. `doc` is the record, or null for a removal. A CRC-32
finds every burst of up to 32 flipped bits, so any single flipped bit.
"""

from collections.abc import Mapping
from json import JSONDecoder, JSONEncoder, dumps
from typing import Any, NamedTuple
from zlib import crc32

_OPEN = b'{"crc":"'
_BODY = len(_OPEN) + 9  # eight digits and the closing quote
_TX, _END, _DOC = b',"tx":"', b',"end":', b',"doc":'
_ID, _REV = b',"id":', b',"rev":'
_parse = JSONDecoder().raw_decode
_encode = JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode
_DEEPEST = 100
_DIGITS = 16
_LARGEST_REV = 1 << 53
Shape = Mapping[str, object]
BASE = "base"
"""The transaction name of lines that a rewriting brought along: the state it found."""


class DamagedLine(ValueError):
    """The bytes are not a line this program wrote; the message says how that shows."""


class Line(NamedTuple):
    """One change of one record. `doc` None removes it; `end` is 0 on all but a transaction's last line."""

    table: str
    id: str
    rev: int
    at: str
    tx: str
    doc: Shape | None
    end: int = 0
    did: str = ""
    undoes: str = ""


_LIVE = (str, str, int, str, str, dict, int, str, str)
_GONE = (str, str, int, str, str, type(None), int, str, str)


def sealed(shape: Shape) -> bytes:
    """A JSON object as a line of the journal, checksum first, newline last.

    Lone surrogates, which UTF-8 cannot carry, are written as JSON escapes and come back as they were. Raises
    `TypeError`, `ValueError` or `RecursionError` for what JSON cannot carry (RFC 8259: NaN, for one) or what is
    nested so deeply that a reader might not be able to follow.
    """
    text = _encode(shape)
    body = b"," + text.encode("utf-8", "backslashreplace")[1:]
    if body.count(b"{") + body.count(b"[") > _DEEPEST and _depth(shape) > _DEEPEST:
        raise ValueError(f"nested more than {_DEEPEST} deep")
    return b'{"crc":"%08x"%b\n' % (crc32(body), body)


def verify(raw: bytes) -> None:
    """Raise `DamagedLine` unless the line's checksum matches; what it says is not read."""
    line = raw.rstrip(b"\r\n")
    if not line.startswith(_OPEN):
        raise DamagedLine("it is not a line of a bank")
    if b"%08x" % crc32(memoryview(line)[_BODY:]) != line[len(_OPEN) : _BODY - 1]:
        raise DamagedLine("its checksum does not match")


def parsed(raw: bytes) -> dict[str, object]:
    """The JSON object of a verified line; raises `DamagedLine` when it is none."""
    try:
        text = raw.decode()
        shape, end = _parse(text)
    except (ValueError, RecursionError) as problem:
        raise DamagedLine(f"it is not JSON ({problem})") from problem
    if text[end:].strip():
        raise DamagedLine("something stands behind its JSON")
    return shape  # type: ignore[no-any-return]


def unsealed(raw: bytes) -> dict[str, object]:
    """The JSON object of a line; raises `DamagedLine` when the checksum or the shape is wrong."""
    verify(raw)
    return parsed(raw)


def membership(raw: bytes) -> tuple[bytes, int]:
    """The transaction of a verified line, and its `end`, without reading the record.

    Looked for before ``"doc"``; inside a JSON string the quotes of these marks would be escaped.
    """
    head = raw[: raw.find(_DOC)]
    start = head.find(_TX) + len(_TX)
    end = head.find(_END)
    count = head[end + len(_END) :].split(b",")[0] if end >= 0 else b"0"
    return head[start : head.find(b'"', start)], int(count) if count.isdigit() and len(count) < _DIGITS else 0


def record_text(raw: bytes) -> tuple[str, str]:
    """The id and the record of a verified line, each as JSON text and unread."""
    cut = raw.find(_DOC)
    head = raw[:cut]
    start = head.find(_ID) + len(_ID)
    return head[start : head.find(_REV, start)].decode(), raw[cut + len(_DOC) : raw.rfind(b"}")].decode()


def encode(line: Line) -> bytes:
    """The bytes of `line`."""
    shape: dict[str, object] = {
        "table": line.table,
        "id": line.id,
        "rev": line.rev,
        "at": line.at,
        "tx": line.tx,
    }
    if line.end:
        shape["end"] = line.end
        shape["did"] = line.did
    if line.undoes:
        shape["undoes"] = line.undoes
    shape["doc"] = line.doc
    return sealed(shape)


def decode(raw: bytes) -> Line:
    """The line in `raw`; raises `DamagedLine`."""
    verify(raw)
    return read_line(raw)


def read_line(raw: bytes) -> Line:
    """The line in `raw`, which was verified; raises `DamagedLine`, also for a field missing or not of its kind."""
    shape = parsed(raw)
    take = shape.get
    try:
        line = Line(
            shape["table"],  # type: ignore[arg-type]
            shape["id"],  # type: ignore[arg-type]
            shape["rev"],  # type: ignore[arg-type]
            shape["at"],  # type: ignore[arg-type]
            shape["tx"],  # type: ignore[arg-type]
            shape["doc"],  # type: ignore[arg-type]
            take("end", 0),  # type: ignore[arg-type]
            take("did", ""),  # type: ignore[arg-type]
            take("undoes", ""),  # type: ignore[arg-type]
        )
    except KeyError as problem:
        raise DamagedLine(f"it has no {problem}") from problem
    if (kinds := tuple(map(type, line))) not in (_LIVE, _GONE):
        wrong = [name for name, kind, right in zip(Line._fields, kinds, _LIVE, strict=True) if kind is not right]
        raise DamagedLine(f"not of the right kind: {', '.join(wrong)}")
    if not (0 < line.rev < _LARGEST_REV and line.id.isprintable() and line.table.isprintable()):
        raise DamagedLine("its table, its id or its revision is none")
    return line


def table_start(table: str) -> bytes:
    """What stands behind the checksum of every line of `table`; for `of_table`."""
    return b'"table":' + dumps(table, ensure_ascii=False).encode("utf-8", "backslashreplace")


def of_table(raw: bytes, start: bytes) -> bool:
    """Whether an undecoded line belongs to the table with that `table_start`: tells without parsing it."""
    return raw.startswith(start, _BODY + 1)


def apart(raw: bytes) -> list[bytes]:
    """A line that does not check, cut wherever another line may begin: its line end may be what was damaged."""
    pieces = raw.split(_OPEN)
    return [piece for piece in (pieces[0], *(_OPEN + piece for piece in pieces[1:])) if piece]


def is_header(raw: bytes) -> bool:
    """Whether an undecoded line is a header."""
    return raw.startswith(b'"quotebank":', _BODY + 1)


def _depth(shape: Shape) -> int:
    """How many containers deep a shape goes, counted no further than just past the limit."""
    depth = 0
    level: list[Any] = [shape]
    while level and depth <= _DEEPEST:
        depth += 1
        inner = (child for item in level for child in (item.values() if isinstance(item, Mapping) else item))
        level = [child for child in inner if isinstance(child, Mapping | list | tuple)]
    return depth
