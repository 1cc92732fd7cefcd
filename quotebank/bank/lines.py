"""One line of the journal: what it says, and how it proves that it still says it.

A line is one JSON object that starts with the CRC-32 of everything behind it, in eight hex digits::

    {"crc":"5f0c1e2a","table":"quotes","id":"7f3k9qzm","rev":1,"at":"2021-11-30T09:00:00Z","tx":"k3j9x0aa",
     "end":1,"did":"quote","doc":{...}}

`rev` counts the revisions of a record, `tx` names the transaction; the last line of a transaction has
`end`, the number of its lines, and `did`, the command. `doc` is the record, or null for a removal. A CRC-32
finds every burst of up to 32 flipped bits, so any single flipped bit.
"""

from collections.abc import Mapping
from json import JSONDecodeError, dumps, loads
from typing import NamedTuple
from zlib import crc32

_OPEN = b'{"crc":"'
_BODY = len(_OPEN) + 9  # eight digits and the closing quote
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


def sealed(shape: Shape) -> bytes:
    """A JSON object as a line of the journal, checksum first, newline last.

    Lone surrogates, which UTF-8 cannot carry, are written as JSON escapes and come back as they were.
    """
    body = b"," + dumps(shape, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")[1:]
    return b'{"crc":"%08x"%b\n' % (crc32(body), body)


def unsealed(raw: bytes) -> dict[str, object]:
    """The JSON object of a line; raises `DamagedLine` when the checksum or the shape is wrong."""
    line = raw.rstrip(b"\r\n")
    if not line.startswith(_OPEN):
        raise DamagedLine("it is not a line of a bank")
    if b"%08x" % crc32(line[_BODY:]) != line[len(_OPEN) : _BODY - 1]:
        raise DamagedLine("its checksum does not match")
    try:
        return loads(line)  # type: ignore[no-any-return]
    except (JSONDecodeError, UnicodeDecodeError, RecursionError) as problem:
        raise DamagedLine(f"it is not JSON ({problem})") from problem


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
    shape = unsealed(raw)
    try:
        return Line(
            shape["table"],  # type: ignore[arg-type]
            shape["id"],  # type: ignore[arg-type]
            shape["rev"],  # type: ignore[arg-type]
            shape["at"],  # type: ignore[arg-type]
            shape["tx"],  # type: ignore[arg-type]
            shape["doc"],  # type: ignore[arg-type]
            shape.get("end", 0),  # type: ignore[arg-type]
            shape.get("did", ""),  # type: ignore[arg-type]
            shape.get("undoes", ""),  # type: ignore[arg-type]
        )
    except KeyError as problem:
        raise DamagedLine(f"it has no {problem}") from problem


def of_table(raw: bytes, table: bytes) -> bool:
    """Whether an undecoded line belongs to `table`: tells without parsing it."""
    return raw.startswith(b'"table":"' + table + b'"', _BODY + 1)
