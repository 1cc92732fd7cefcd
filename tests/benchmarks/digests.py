"""Measure `quotebank digest`: ``python -m tests.benchmarks.digests [--characters N] [--rounds N] [--runs N]``.

First the parser alone: megabytes (UTF-8) of digest a second of CPU, the best of several rounds, on the labelled
digests of the tests one after another, a language at a time. Then the whole command on a country report with
``--dry-run``, as a multiple of the floor (see `tests.benchmarks.measure`). Prints a Markdown table and the ratio. Asked
for are 1 megabyte a second and at most 2.5 floors.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from quotebank.ingest.digest import read_digest
from quotebank.model.dates import PartialDate
from tests.benchmarks import programs
from tests.benchmarks.citations import best
from tests.benchmarks.measure import Command, Reading, environment, measure, run_once
from tests.ingest.digest.labels import CORPUS, labelled, names

REPORT = CORPUS / "en_report_like.txt"

DATE = PartialDate("2025-06-30")
"""When the long digests are said to be written: after all that is in them."""


class Row(NamedTuple):
    """One language: bytes and sources read, and CPU seconds for them."""

    language: str
    size: int
    sources: int
    seconds: float

    @property
    def rate(self) -> float:
        """Megabytes a second of CPU."""
        return self.size / 1_000_000 / self.seconds


def long_digest(language: str, characters: int) -> str:
    """The labelled digests of a language, over and over, until they have that many characters."""
    texts = [digest.text for digest in map(labelled, names()) if digest.language == language]
    whole = "\n\n".join(texts) + "\n\n"
    return (whole * (characters // len(whole) + 1))[:characters]


def rows(characters: int, rounds: int) -> list[Row]:
    """The parser's speed in each of the four languages, on a quarter of the characters each."""
    read_digest("Le Monde on May 3 wrote.")
    found = []
    for language in ("de", "en", "fr", "ru"):
        text = long_digest(language, characters // 4)
        sources = len(read_digest(text, date=DATE).sources)
        seconds = best(partial(read_digest, text, date=DATE), rounds)
        found.append(Row(language, len(text.encode()), sources, seconds))
    return found


def whole_commands(folder: Path, runs: int) -> list[Reading]:
    """The floor, then `digest --dry-run` on the country report against an empty bank, each so many times in turns."""
    floor, plain = programs.floor(folder), programs.quotebank(folder)
    bank = folder / "store" / "bank.jsonl"
    start = [*plain, "--bank", str(bank)]
    variables = environment(folder / "cache")
    run_once([*plain, "init", str(folder)], folder, variables)
    commands = [
        Command("floor", lambda _: floor),
        Command("`digest FILE --dry-run`", lambda _: [*start, "digest", str(REPORT), "--dry-run"], ratio=2.5),
    ]
    return measure(commands, runs, folder, variables)


def main(argv: Sequence[str] | None = None) -> int:
    """Measure as `argv` says and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.digests", description="Measure `digest`.")
    parser.add_argument("--characters", type=int, default=800_000, help="of the long digests (default: 800000)")
    parser.add_argument("--rounds", type=int, default=3, help="the best of so many counts (default: 3)")
    parser.add_argument("--runs", type=int, default=15, help="runs of the whole command (default: 15)")
    given = parser.parse_args(argv)
    lines = ["| language | MB | sources | MB a second of CPU |", "|---|--:|--:|--:|"]
    found = rows(given.characters, given.rounds)
    every = Row(
        "all", sum(row.size for row in found), sum(row.sources for row in found), sum(row.seconds for row in found)
    )
    lines += [
        f"| {row.language} | {row.size / 1_000_000:.2f} | {row.sources} | {row.rate:.2f} |" for row in [*found, every]
    ]
    if hasattr(os, "wait4"):
        with tempfile.TemporaryDirectory() as folder:
            floor, whole = whole_commands(Path(folder), given.runs)
        lines += ["", f"{whole.command.name}: {whole.cpu / floor.cpu:.2f} floors ({whole.cpu * 1000:.0f} ms of CPU)."]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
