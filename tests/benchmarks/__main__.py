"""Measure quotebank on a made-up bank: ``python -m tests.benchmarks [--quotes N] [--runs N] [--json] [--work DIR]``.

Prints a Markdown table for the README, or JSON. A million quotes take about 1 GB of disk and some minutes to build.
Exits with 1 when a command costs more than it is allowed to.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks import searching, suite, table


def main(argv: Sequence[str] | None = None) -> int:
    """Measure as `argv` says and print the figures; returns the exit code."""
    given = _parser().parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="quotebank-benchmark-", dir=given.work) as folder:
        readings = suite.run(Path(folder), given.quotes, given.runs)
        size, share = searching.index_share(Path(folder))
    if given.json:
        document = table.as_json(readings, given.quotes) | {"index": size, "index_share": round(share, 2)}
        sys.stdout.write(json.dumps(document, indent=2) + "\n")
    else:
        sys.stdout.write(table.markdown(readings, given.quotes))
        sys.stdout.write(f"\nThe search index takes {size / 1e6:,.0f} MB, {share:.2f} x the bank.\n")
    floor = readings[0].cpu
    return 0 if all(all(table.bars_met(reading, floor).values()) for reading in readings) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="Measure quotebank's commands.")
    parser.add_argument("--quotes", type=_positive, default=100_000, help="quotes in the bank (default: 100000)")
    parser.add_argument("--runs", type=_positive, default=9, help="how often each command runs (default: 9)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--work", type=Path, help="folder for the bank while measuring (default: the temporary one)")
    return parser


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("a number above 0 is needed")
    return number


if __name__ == "__main__":
    sys.exit(main())
