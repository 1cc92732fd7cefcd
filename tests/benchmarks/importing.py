"""Measure importing: ``python -m tests.benchmarks.importing [--records N] [--entries N] [--rounds N]``.

First whole processes: so many CSL-JSON records into an empty bank, and the first question to it afterwards, which
brings the key view up to date; then all of them once more, when every one is there already. CPU of both together, and
the most memory of the import. Then a .bib imported in this process, beside bibtexparser's bare parse of the same text.
Prints a Markdown table; exits with 1 when a bar is missed.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from quotebank import Bank
from quotebank.actions.importing import Source, bring_in
from quotebank.formats import FORMATS, Context
from quotebank.model.articles import Article
from tests.benchmarks import programs
from tests.benchmarks.citations import best, made_up
from tests.benchmarks.generator import articles_and_quotes
from tests.benchmarks.measure import environment, run_once

LEAST_RATE = 10_000
"""CSL-JSON records a second of CPU into an empty bank, the key view included."""

MOST_MEMORY = 300_000_000
MOST_PARSES = 2.5
"""A .bib imported whole, in bare parses of it."""


class Row(NamedTuple):
    """One thing measured: its figure, the bar, and whether it is met."""

    what: str
    figure: str
    bar: str
    met: bool


def library(path: Path, records: int) -> None:
    """Write a CSL-JSON file of so many records, one after the other."""
    pairs = islice(articles_and_quotes(records * 8), records)
    with path.open("w", encoding="utf-8") as stream:
        stream.writelines(
            FORMATS["csl-json"].write((Article.from_json(shape) for shape, _ in pairs), Context(bare=True))
        )


def csl_rows(folder: Path, records: int) -> list[Row]:
    """The rows of CSL-JSON, measured in `folder`; raises `RuntimeError` when a command fails."""
    source = folder / "library.json"
    library(source, records)
    Bank.create(folder / "bank.jsonl", cache=folder / "cache").close()
    variables = environment(folder / "cache")
    variables["PYTHONPATH"] = os.pathsep.join(
        [str(programs.package_folder().parent), *filter(None, [os.environ.get("PYTHONPATH")])]
    )
    start = [*programs.quotebank(folder), "--bank", str(folder / "bank.jsonl")]
    first = run_once([*start, "import", "--format", "csl-json", str(source)], folder, variables)
    view = run_once([*start, "where"], folder, variables)
    again = run_once([*start, "import", "--format", "csl-json", str(source)], folder, variables)
    rate = records / (first.cpu + view.cpu)
    return [
        Row(f"{records:,} CSL-JSON records into an empty bank, with its key view", f"{rate:,.0f} a second of CPU",
            f">= {LEAST_RATE:,}", rate >= LEAST_RATE),
        Row("most memory of that", f"{first.peak / 1e6:,.0f} MB", f"<= {MOST_MEMORY / 1e6:,.0f} MB",
            first.peak <= MOST_MEMORY),
        Row("the same file again, every record there already", f"{records / again.cpu:,.0f} a second of CPU", "", True),
    ]  # fmt: skip


def bib_row(folder: Path, entries: int, rounds: int) -> Row:
    """The row of BibLaTeX: parse, decode, people, duplicates, journal and key view against a bare parse."""
    from bibtexparser.entrypoint import parse_string

    text = "".join(FORMATS["biblatex"].write(made_up(entries), Context(bare=True)))
    banks = iter(range(rounds))

    def bring() -> None:
        with Bank.create(folder / f"bib{next(banks)}", cache=folder / "bib-cache") as bank:
            found = bring_in(bank, [Source("library.bib", text.encode(), FORMATS["biblatex"])])
            assert len(found.added) == bank.counts().articles == entries

    parses = best(bring, rounds) / best(lambda: parse_string(text), rounds)
    return Row(f"{entries:,} BibLaTeX entries imported, in bare parses", f"{parses:.2f}", f"<= {MOST_PARSES}",
               parses <= MOST_PARSES)  # fmt: skip


def main(argv: Sequence[str] | None = None) -> int:
    """Measure as `argv` says and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.importing", description="Measure importing.")
    parser.add_argument("--records", type=int, default=100_000, help="CSL-JSON records (default: 100000)")
    parser.add_argument("--entries", type=int, default=5_000, help="BibLaTeX entries (default: 5000)")
    parser.add_argument("--rounds", type=int, default=3, help="the best of so many counts (default: 3)")
    given = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="quotebank-importing-") as name:
        rows = [*csl_rows(Path(name), given.records), bib_row(Path(name), given.entries, given.rounds)]
    lines = ["| | measured | asked |", "|---|--:|--:|"]
    lines += [f"| {row.what} | {row.figure} | {row.bar} |" for row in rows]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0 if all(row.met for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
