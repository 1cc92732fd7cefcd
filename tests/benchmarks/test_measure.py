"""Measuring tells what a command cost, takes turns, and never mistakes a failure for a fast run."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.benchmarks import programs
from tests.benchmarks.measure import Command, Reading, environment, measure, run_once

pytestmark = pytest.mark.skipif(not hasattr(os, "wait4"), reason="measuring needs wait4, which this system lacks")

MEGABYTE = 1024 * 1024


def _python(code: str) -> list[str]:
    return [sys.executable, "-I", "-S", "-c", code]


def _logging(name: str, log: Path) -> Command:
    def argv(number: int) -> Sequence[str]:
        return _python(f"open({str(log)!r}, 'a').write('{name}{number} ')")

    return Command(name, argv)


def test_work_costs_cpu_and_sleep_does_not(tmp_path: Path) -> None:
    """CPU is what the command computed, wall is how long it took."""
    busy = run_once(_python("sum(range(3_000_000))"), tmp_path, os.environ)
    asleep = run_once(_python("import time; time.sleep(0.3)"), tmp_path, os.environ)
    assert 0 < asleep.cpu < 0.25 < asleep.wall
    assert busy.cpu > asleep.cpu


def test_peak_memory_is_the_command_s_own(tmp_path: Path) -> None:
    """Memory is counted in bytes, and what this process holds is not laid to the command's account."""
    ballast = b"x" * (150 * MEGABYTE)
    small = run_once(_python("pass"), tmp_path, os.environ)
    large = run_once(_python("x = b'x' * (100 * 1024 * 1024)"), tmp_path, os.environ)
    assert len(ballast) > small.peak
    assert 2 * MEGABYTE < small.peak < 60 * MEGABYTE
    assert 95 * MEGABYTE < large.peak - small.peak < 110 * MEGABYTE


def test_work_of_children_counts(tmp_path: Path) -> None:
    """What a command lets others do for it is its cost too."""
    child = f"[{sys.executable!r}, '-c', 'sum(range(9_000_000))']"
    code = f"import os, sys; sys.exit(os.spawnv(os.P_WAIT, sys.executable, {child}))"
    alone = run_once(_python("pass"), tmp_path, os.environ)
    assert run_once(_python(code), tmp_path, os.environ).cpu > alone.cpu + 0.02


def test_a_failure_is_no_figure(tmp_path: Path) -> None:
    """A command that does not exit with 0 stops the measuring, and its complaint is passed on."""
    with pytest.raises(RuntimeError, match="exit 3: no such key"):
        run_once(_python("import sys; print('no such key', file=sys.stderr); sys.exit(3)"), tmp_path, os.environ)


def test_a_killed_command_is_a_failure(tmp_path: Path) -> None:
    """So is one that a signal ended."""
    with pytest.raises(RuntimeError, match="exit -9"):
        run_once(_python("import os; os.kill(os.getpid(), 9)"), tmp_path, os.environ)


def test_commands_take_turns(tmp_path: Path) -> None:
    """Round by round, so that a slow minute of the machine falls on all of them alike; run 0 warms up."""
    log = tmp_path / "log"
    readings = measure([_logging("a", log), _logging("b", log)], 2, tmp_path)
    assert log.read_text().split() == ["a0", "b0", "a1", "b1", "a2", "b2"]
    assert [(reading.command.name, reading.runs) for reading in readings] == [("a", 2), ("b", 2)]


def test_long_commands_run_less_often(tmp_path: Path) -> None:
    """`rounds` caps the runs of one command and leaves the others alone."""
    log = tmp_path / "log"
    few = Command("few", _logging("few", log).argv, rounds=1)
    readings = measure([_logging("many", log), few], 3, tmp_path)
    assert [reading.runs for reading in readings] == [3, 1]


def test_before_each_run_the_stage_is_set(tmp_path: Path) -> None:
    """`before` is done ahead of every run, the warm-up included, and is not part of the cost."""
    done: list[int] = []

    def before() -> None:
        done.append(sum(range(2_000_000)))

    (reading,) = measure([Command("c", lambda _: _python("pass"), before=before)], 2, tmp_path)
    assert len(done) == 3
    assert reading.cpu > 0


def test_the_rate_is_quotes_a_second_of_cpu() -> None:
    """A command that goes through all quotes has a rate; any other has none."""
    export = Command("export", lambda _: [], quotes=1_000)
    assert Reading(export, 0.5, 9.0, MEGABYTE, 1).rate == 2_000
    assert Reading(Command("add", lambda _: []), 0.5, 9.0, MEGABYTE, 1).rate == 0


def test_measured_commands_use_bytecode(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A setting that forbids bytecode, or names another bank, does not reach what is measured."""
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("QUOTEBANK_BANK", "elsewhere")
    found = environment(tmp_path)
    assert "PYTHONDONTWRITEBYTECODE" not in found
    assert "QUOTEBANK_BANK" not in found
    assert found["QUOTEBANK_CACHE"] == str(tmp_path)


def test_the_floor_is_a_working_program(tmp_path: Path) -> None:
    """It is compiled ahead, runs without arguments, and costs more than a bare Python."""
    start = programs.floor(tmp_path)
    assert list((tmp_path / "__pycache__").glob("floor_app.*.pyc"))
    variables = environment(tmp_path)
    assert run_once(start, tmp_path, variables).cpu > run_once(_python("pass"), tmp_path, variables).cpu


def test_the_package_under_test_is_this_one() -> None:
    """What is measured is the quotebank that the tests import."""
    assert (programs.package_folder() / "model" / "articles.py").is_file()
