"""Whether a digest is a report, and where its citation lines stand, is told from its blocks as a whole."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.ingest.digest.mentions import Mention
from quotebank.ingest.digest.style import is_below, is_report
from quotebank.ingest.digest.units import Row
from tests.ingest.digest.made_mentions import naming
from tests.ingest.digest.made_rows import day, made

LONG, SHORT = ("w", "so the ferries " * 24), ("w", "so the ferries " * 6)
OUTLET, DAY = ("O", "Lantern"), day("May 3", month=5, number=3)

EARLY = made(OUTLET, LONG, ".", LONG, ".")
LATE = made(LONG, ".", OUTLET, LONG, ".")


def block(row: Row, way: str = "after", *, dated: bool = True, times: int = 1) -> tuple[Row, str, list[Mention]]:
    """A paragraph that names its outlet."""
    mention = naming(row, row.tags.index("O"), way)
    mention.date = DAY[2] if dated else None
    return row, "paragraph", [mention] * times


def silent(row: Row, kind: str = "paragraph") -> tuple[Row, str, list[Mention]]:
    """A block that names none."""
    return row, kind, []


def reports(*blocks: tuple[Row, str, Sequence[Mention]]) -> bool:
    """Whether these blocks are a report."""
    return is_report(*zip(*blocks, strict=True)) if blocks else is_report([], [], [])


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ([block(EARLY), silent(made(LONG, ".")), block(EARLY)], True),
        ([block(EARLY), block(EARLY), silent(made(OUTLET), "heading")], True),
        ([block(made(OUTLET, SHORT, ".")), silent(made(SHORT, "."))], False),
        ([block(LATE), block(LATE), block(EARLY)], False),
        ([block(EARLY, "bracket")], False),
        ([block(EARLY, dated=False), block(EARLY, dated=False), block(EARLY)], False),
        ([block(EARLY, times=2)], False),
        ([block(EARLY), block(made(OUTLET, DAY), "line")], False),
        ([silent(EARLY)], False),
        ([], False),
    ],
)
def test_what_is_a_report(blocks: list[tuple[Row, str, list[Mention]]], expected: bool) -> None:
    """A report has long paragraphs that name one source each, in the first sentence, mostly dated, and no lines."""
    assert reports(*blocks) is expected


def below(order: str) -> bool:
    """Whether lines stand below, in a digest of (b)odies, (l)ines, (h)eadings, (r)ules, (c)aptions, boilerplate (x)."""
    line = made(OUTLET, ",", DAY)
    shapes = {
        "b": silent(made(SHORT, ".")),
        "l": block(line, "line"),
        "h": silent(made(OUTLET), "heading"),
        "r": silent(made(("w", "***")), "rule"),
        "c": silent(made(("w", "a ferry"))),
        "x": silent(made(SHORT, "."), "boilerplate"),
    }
    rows, kinds, mentions = zip(*(shapes[letter] for letter in order), strict=True) if order else ((), (), ())
    return is_below(rows, kinds, mentions)


@pytest.mark.parametrize("order", ["bl", "bblbl", "hblbl", "blrblr", "blhblh", "blc", "blx", "lbl", "blhblhblhb"])
def test_lines_below(order: str) -> None:
    """Lines stand below when the text ends with one, or when headings stand again and again behind lines."""
    assert below(order)


@pytest.mark.parametrize("order", ["lb", "lblb", "hlbhlb", "rlbrlb", "b", "bh", "hlhl", ""])
def test_lines_above(order: str) -> None:
    """Lines stand above when the text ends with a body or each follows a heading; without lines nothing is below."""
    assert not below(order)


@given(st.text(st.sampled_from("blhr"), max_size=10), st.integers(0, 10), st.sampled_from("cx"))
def test_captions_and_boilerplate_do_not_count(order: str, place: int, more: str) -> None:
    """A caption or boilerplate anywhere changes nothing about where lines stand."""
    assert below(order) == below(order[:place] + more + order[place:])
