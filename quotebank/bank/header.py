"""The first line of a bank: what it is, which format, which bank, which generation of its file."""

from pathlib import Path
from typing import NamedTuple

from quotebank.bank.lines import DamagedLine, sealed, unsealed
from quotebank.bank.migrations import STEPS
from quotebank.errors import BadInput, Damaged, NewerBank

VERSION = 1 + len(STEPS)
"""The format this program writes; a higher one is refused (`NewerBank`), a lower one is brought up to it."""

REPAIR = "run `quotebank check`, then `quotebank check --repair`"


class Header(NamedTuple):
    """Format version, the bank's id for good, this file's generation (new at each rewriting), time, length."""

    version: int
    bank: str
    generation: str
    at: str
    size: int
    check: str


def read_header(path: Path, first: bytes, current: int = VERSION) -> Header:
    """The header in the first bytes of a file.

    Raises `Damaged` for an empty file or a header that does not check, `BadInput` for a file of another
    kind, `NewerBank` for a format this program does not know.
    """
    if not first:
        raise Damaged(f"{path}: the file is empty, a bank never is", "see `quotebank restore` for its backups")
    line, newline, _ = first.partition(b"\n")
    try:
        shape = unsealed(line)
    except DamagedLine as problem:
        if first.startswith(b'{"crc":') or b'"quotebank":' in line[:64]:
            raise Damaged(f"{path}: line 1 is damaged: {problem}", REPAIR) from problem
        raise BadInput(
            f"{path}: this is not a quotebank bank", "name another with --bank, or run `quotebank init`"
        ) from None
    version = shape.get("quotebank")
    if not isinstance(version, int):
        raise Damaged(f"{path}: line 1 is not a bank's header", REPAIR)
    if version > current:
        raise NewerBank(
            f"{path}: the bank has format {version}, this quotebank reads up to {current}", "install a newer quotebank"
        )
    check = line[8:16].decode("ascii")
    size = len(line) + len(newline)
    return Header(version, str(shape.get("bank")), str(shape.get("gen")), str(shape.get("at")), size, check)


def header_line(bank: str, generation: str, at: str, version: int = VERSION) -> bytes:
    """The first line of a bank."""
    return sealed({"quotebank": version, "bank": bank, "gen": generation, "at": at})
