"""Measure manuscripts: ``python -m tests.benchmarks.manuscripts [--quotes N] [--runs N] [--bank FILE]``.

A bank of so many quotes is made, and a draft of 10,000 words that cites a hundred of its records, in Markdown and in
LaTeX. Whole commands, CPU of the process, as multiples of the floor: a Typer program of one command, started and
compiled the same way. Prints a Markdown table; exits with 1 when a bar is missed.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from quotebank import Bank
from tests.benchmarks import programs
from tests.benchmarks.measure import Command, Reading, environment, measure
from tests.benchmarks.suite import FLOOR, build_bank

CITATIONS = 100
WORDS = 10_000

MOST_FLOORS = 2.5
"""The bibliography of a draft of a hundred citations, in floors."""

MOST_TO_LINT = 4
"""A draft of 10,000 words held against the bank, in floors."""

LEAST_SCANNED = 10.0
"""Megabytes of manuscript read a second of CPU."""

_SCANNED = 10_000_000

MOST_MEMORY = 60 << 20

_VOCABULARY = (
    "the of and report press border talks minister region trade said that nothing was agreed before winter while "
    "envoys went home to wait for a sign from either capital which never came in writing"
)


class Manuscript(NamedTuple):
    """The drafts, and the keys that they cite."""

    markdown: Path
    latex: Path
    keys: tuple[str, ...]


def write_drafts(folder: Path, keys: Sequence[str], words: int = WORDS) -> Manuscript:
    """Write a draft in each language into `folder`: a citation a paragraph, running words around it."""
    chance = random.Random(7)
    paragraphs = [(key, *_sentences(chance, words // max(1, len(keys)))) for key in keys]
    markdown, latex = folder / "draft.md", folder / "draft.tex"
    markdown.write_text(
        "# A draft\n\n" + "\n\n".join(f"{one} [see @{key}, p. 3]. {two}" for key, one, two in paragraphs) + "\n"
    )
    body = "\n\n".join(f"{one} \\parencite[see][3]{{{key}}}. {two}" for key, one, two in paragraphs)
    latex.write_text(f"\\documentclass{{article}}\n\\begin{{document}}\n{body}\n\\end{{document}}\n")
    return Manuscript(markdown, latex, tuple(keys))


def _sentences(chance: random.Random, words: int) -> Iterator[str]:
    for share in (words // 2, words - words // 2):
        yield " ".join(chance.choices(_VOCABULARY.split(), k=share)).capitalize()


def keys_of(bank: Path, cache: Path, number: int) -> list[str]:
    """So many keys of a bank, from its beginning to its end."""
    with Bank(bank, cache=cache) as opened:
        keys = [brief.key for brief in opened.view_now.briefs()]
    return keys[:: max(1, len(keys) // number)][:number]


def commands(folder: Path, bank: Path, draft: Manuscript) -> list[Command]:
    """The floor, and the commands that are measured; each a row of the table."""
    floor, plain = programs.floor(folder), programs.quotebank(folder)
    start = [*plain, "--bank", str(bank)]
    named = [word for key in draft.keys for word in ("--key", key)]

    def export(*words: object) -> list[str]:
        return [*start, "export", *map(str, words)]

    refs = folder / "refs.bib"
    number = len(draft.keys)
    return [
        Command(FLOOR, lambda _: floor),
        Command(f"`export --cited-in draft.md`, {number} keys", lambda _: export("--cited-in", draft.markdown),
                ratio=MOST_FLOORS, peak=MOST_MEMORY),
        Command(f"`export --cited-in draft.tex`, {number} keys", lambda _: export("--cited-in", draft.latex),
                ratio=MOST_FLOORS, peak=MOST_MEMORY),
        Command(f"`export --key ...`, {number} keys", lambda _: export(*named), ratio=MOST_FLOORS, peak=MOST_MEMORY),
        Command("`export --cited-in draft.md --output refs.bib`",
                lambda _: export("--cited-in", draft.markdown, "--output", refs), ratio=MOST_FLOORS, peak=MOST_MEMORY),
        Command("`lint draft.md`", lambda _: [*start, "lint", "--select", "Q1,Q2,Q3", str(draft.markdown)],
                ratio=MOST_TO_LINT),
        Command("`export --cited-in draft.md --check refs.bib`",
                lambda _: export("--cited-in", draft.markdown, "--check", refs)),
    ]  # fmt: skip


def scanned(draft: Manuscript) -> Iterator[tuple[str, float]]:
    """Megabytes of the drafts, repeated to ten, that are read a second of CPU, by format."""
    from quotebank.draft.latex import read_latex
    from quotebank.draft.markdown import read_markdown

    for name, read, path in (("Markdown", read_markdown, draft.markdown), ("LaTeX", read_latex, draft.latex)):
        text = path.read_text(encoding="utf-8")
        whole = text.replace("\\end{document}", "") * (_SCANNED // len(text))
        start = time.process_time()
        assert read(path.name, whole).citations
        yield name, len(whole.encode()) / 1e6 / (time.process_time() - start)


def table(readings: Sequence[Reading], quotes: int) -> tuple[list[str], bool]:
    """The lines of the table, and whether every bar is met."""
    floor = next(reading for reading in readings if reading.command.name == FLOOR)
    lines = [
        f"A bank of {quotes:,} quotes; the floor is {floor.cpu * 1000:.0f} ms of CPU.",
        "",
        "| | CPU | floors | asked | memory |",
        "|---|--:|--:|--:|--:|",
    ]
    met = True
    for reading in readings:
        if reading is floor:
            continue
        ratio, bars = reading.cpu / floor.cpu, reading.command
        met &= (not bars.ratio or ratio <= bars.ratio) and (not bars.peak or reading.peak <= bars.peak)
        asked = f"<= {bars.ratio}" if bars.ratio else ""
        lines.append(
            f"| {bars.name} | {reading.cpu * 1000:.0f} ms | {ratio:.2f} | {asked} | {reading.peak / 1e6:.0f} MB |"
        )
    return lines, met


def run(folder: Path, quotes: int, runs: int, bank: Path | None = None) -> list[Reading]:
    """Build a bank of `quotes` quotes in `folder`, or take the one at `bank`, and measure every command on it.

    Raises `RuntimeError` when a command fails, and quotebank's errors when the bank cannot be built.
    """
    cache = folder / "cache"
    if bank is None:
        bank = folder / "bank.jsonl"
        build_bank(bank, quotes)
    draft = write_drafts(folder, keys_of(bank, cache, CITATIONS))
    return measure(commands(folder, bank, draft), runs, folder, _variables(cache))


def _variables(cache: Path) -> Mapping[str, str]:
    paths = [str(programs.package_folder().parent), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**environment(cache), "PYTHONPATH": os.pathsep.join(paths)}


def main(argv: Sequence[str] | None = None) -> int:
    """Measure as `argv` says and print the table."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.manuscripts", description="Measure what is done with manuscripts."
    )
    parser.add_argument("--quotes", type=int, default=1_000_000, help="quotes in the bank (default: 1000000)")
    parser.add_argument("--runs", type=int, default=5, help="the median of so many counts (default: 5)")
    parser.add_argument("--bank", type=Path, help="measure on this bank, which is only read, instead of making one")
    given = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="quotebank-manuscripts-") as name:
        readings = run(Path(name), given.quotes, given.runs, given.bank)
        quotes = given.quotes
        if given.bank:
            with Bank(given.bank, cache=Path(name) / "cache") as bank:
                quotes = bank.counts().quotes
        rates = list(scanned(write_drafts(Path(name), [f"somebody{number}a" for number in range(CITATIONS)])))
    lines, met = table(readings, quotes)
    lines += [f"| {name} read | {rate:.1f} MB/s | | >= {LEAST_SCANNED:.0f} MB/s | |" for name, rate in rates]
    met &= all(rate >= LEAST_SCANNED for _, rate in rates)
    sys.stdout.write("\n".join(lines) + "\n")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
