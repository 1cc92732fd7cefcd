"""The table says the ratios first and marks what costs more than it may."""

import json

import pytest

from tests.benchmarks.__main__ import main
from tests.benchmarks.measure import Command, Reading
from tests.benchmarks.table import as_json, bars_met, machine, markdown

MEGABYTE = 1024 * 1024


def _reading(
    cpu: float, peak: int = 20, *, ratio: float = 0, rate: float = 0, quotes: int = 0, most: int = 0
) -> Reading:
    command = Command("`c`", lambda _: [], ratio=ratio, rate=rate, quotes=quotes, peak=most * MEGABYTE)
    return Reading(command, cpu, cpu, peak * MEGABYTE, 9)


FLOOR = _reading(0.05)


def test_the_machine_is_named() -> None:
    """Processor, cores, system, Python and Typer, in one line."""
    line = machine()
    assert "core" in line
    assert "Typer 0." in line
    assert "\n" not in line
    assert all(part.strip() for part in line.split(","))


def test_ratios_come_first() -> None:
    """The second column is the multiple of the floor, the third what is allowed."""
    text = markdown([FLOOR, _reading(0.07, 30, ratio=1.6)], 100_000)
    assert "A bank of 100,000 quotes on " in text
    assert text.splitlines()[-2:] == ["| `c` | 1.00 |  | 50 | 20 |  |  |", "| `c` | 1.40 | <= 1.6 | 70 | 30 |  |  |"]


def test_all_rows_have_the_columns_of_the_head() -> None:
    """Markdown shows no table whose rows differ in length."""
    lines = markdown([FLOOR, _reading(2.0, ratio=1.3), _reading(1.0, quotes=9, rate=5)], 9).splitlines()[2:]
    assert {line.count("|") for line in lines} == {8}


@pytest.mark.parametrize(
    ("reading", "marked"),
    [
        (_reading(0.2, ratio=1.6), "**4.00**"),
        (_reading(1.0, quotes=1_000, rate=40_000), "**1,000**"),
        (_reading(0.05, 99, most=60), "**99**"),
    ],
)
def test_a_missed_bar_is_bold(reading: Reading, marked: str) -> None:
    """Too slow, too few or too much memory: the figure at fault stands out."""
    assert marked in markdown([FLOOR, reading], 1_000)
    assert not all(bars_met(reading, FLOOR.cpu).values())


def test_a_kept_bar_is_plain() -> None:
    """Exactly at the bar is within it."""
    reading = _reading(0.08, 60, ratio=1.6, most=60)
    assert bars_met(reading, FLOOR.cpu) == {"ratio": True, "peak": True}
    assert "**" not in markdown([FLOOR, reading], 1)


def test_no_promise_no_verdict() -> None:
    """A command that promises nothing cannot miss it."""
    assert bars_met(_reading(99.0, 9_000), FLOOR.cpu) == {}


def test_json_has_every_figure() -> None:
    """The same figures for programs, in seconds and bytes."""
    shape = json.loads(json.dumps(as_json([FLOOR, _reading(0.1, ratio=1.6, quotes=50, rate=10)], 50)))
    assert shape["quotes"] == 50
    assert shape["rows"][1] == {
        "command": "c",
        "ratio": 2.0,
        "cpu": 0.1,
        "wall": 0.1,
        "peak": 20 * MEGABYTE,
        "quotes_per_second": 500,
        "runs": 9,
        "bars_met": {"ratio": False, "rate": True},
    }


@pytest.mark.parametrize("words", [["--quotes", "0"], ["--runs", "-1"], ["--quotes", "many"], ["--nonsense"]])
def test_bad_arguments_are_usage_errors(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is built for a request that makes no sense; exit 2."""
    with pytest.raises(SystemExit) as stopped:
        main(words)
    assert stopped.value.code == 2
    assert "usage: python -m tests.benchmarks" in capsys.readouterr().err
