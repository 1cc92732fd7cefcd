"""Measuring whole commands as a writer runs them: CPU time and memory of child processes, in turns.

Figures of one run are comparable with each other and with nothing else, so all commands take turns round by
round, and what counts is the ratio to the *floor*: a one-command Typer program in the same environment, started
and compiled the same way. Needs ``wait4``, which Windows lacks.
"""

import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

_LAUNCHER = Path(__file__).with_name("launcher.py")


def _nothing() -> None:
    """What most commands need done before they run."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command to measure.

    `argv` gives the words of run number n (0 is the warm-up, which does not count); `before` is done ahead of
    each run and not measured. It runs at most `rounds` times. `quotes` is how many quotes one run goes through,
    0 when its cost should not depend on that. `ratio` is the highest allowed multiple of the floor's CPU time,
    `rate` the fewest quotes a second, `peak` the most memory in bytes; 0 promises nothing.
    """

    name: str
    argv: Callable[[int], Sequence[str]]
    before: Callable[[], None] = _nothing
    rounds: int = sys.maxsize
    quotes: int = 0
    ratio: float = 0
    rate: float = 0
    peak: int = 0


class Sample(NamedTuple):
    """One run: CPU (user and system) and wall time in seconds, peak memory in bytes."""

    cpu: float
    wall: float
    peak: int


class Reading(NamedTuple):
    """A command's cost: medians of CPU and wall seconds, the highest peak in bytes, and over how many runs."""

    command: Command
    cpu: float
    wall: float
    peak: int
    runs: int

    @property
    def rate(self) -> float:
        """Quotes a second of CPU time; 0 for a command that is not about all quotes."""
        return self.command.quotes / self.cpu


def environment(cache: Path) -> dict[str, str]:
    """The measured commands' environment: bytecode in use, the views in `cache`, no other bank in the way."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("QUOTEBANK_")}
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    return {**kept, "QUOTEBANK_CACHE": str(cache)}


def run_once(argv: Sequence[str], folder: Path, variables: Mapping[str, str]) -> Sample:
    """Run one command in `folder`; raises `RuntimeError` with what it said when it does not exit with 0."""
    errors = folder / "errors.txt"
    launched = subprocess.run(
        [sys.executable, "-I", "-S", str(_LAUNCHER), str(errors), *argv],
        cwd=folder,
        env=dict(variables),
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    cpu, wall, peak, status = launched.stdout.split()
    if status != "0":
        said = errors.read_text(encoding="utf-8", errors="replace").strip()
        raise RuntimeError(f"{' '.join(argv)}: exit {status}: {said}")
    return Sample(float(cpu), float(wall), int(peak))


def measure(
    commands: Iterable[Command], runs: int, folder: Path, variables: Mapping[str, str] = os.environ
) -> list[Reading]:
    """Run every command once to warm up and then `runs` times in turns; one reading each, in their order.

    Raises `RuntimeError` when a command fails: the cost of a failure is no figure.
    """
    todo = list(commands)
    samples: list[list[Sample]] = [[] for _ in todo]
    for number in range(runs + 1):
        for command, taken in zip(todo, samples, strict=True):
            if number > command.rounds:
                continue
            command.before()
            sample = run_once(command.argv(number), folder, variables)
            if number:
                taken.append(sample)
    return [_reading(command, taken) for command, taken in zip(todo, samples, strict=True)]


def _reading(command: Command, samples: list[Sample]) -> Reading:
    return Reading(
        command,
        statistics.median(sample.cpu for sample in samples),
        statistics.median(sample.wall for sample in samples),
        max(sample.peak for sample in samples),
        len(samples),
    )
