"""Rows of units put together by hand, for tests of what reads rows."""

from quotebank.ingest.digest.dating import Printed
from quotebank.ingest.digest.units import Row, Unit

CLOSE = frozenset(",.;:)]|/")
"""Signs that stand directly behind what is before them."""

Piece = str | tuple[str, str] | tuple[str, str, object]
"""A sign, which is its own letter; or a unit's letter and text, and its value where it has one."""


def made(*pieces: Piece) -> Row:
    """The row of some pieces, a space between them but before closing and behind opening signs."""
    text = ""
    units: list[Unit] = []
    for piece in pieces:
        tag, shown, value = (piece, piece, None) if isinstance(piece, str) else (*piece, None)[:3]
        if text and tag not in CLOSE and text[-1] not in "([/":
            text += " "
        units.append(Unit(str(tag), len(text), len(text) + len(str(shown)), value))
        text += str(shown)
    return Row(text, tuple(units), "".join(unit.tag for unit in units))


def day(text: str, year: int = 0, month: int = 0, number: int = 0) -> tuple[str, str, Printed]:
    """The unit of a date."""
    return "D", text, Printed(text, year, month, number)


def issue(text: str) -> tuple[str, str, str]:
    """The unit of an issue number."""
    return "I", text, text
