"""Grade search: ``python -m tests.search.quality [--distractors N] [--failures] [--work DIR]``.

Prints the share of right answers that come first, and among the first five, by category; the negatives that found
something; and the CPU time of a warm query. The bank is kept in --work for another run.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.search.quality.banks import found, make_bank
from tests.search.quality.queries import graded, negatives
from tests.search.quality.scorer import Ranked, Result, Share, by_category, rank, share


def main(argv: Sequence[str] | None = None) -> int:
    """Grade as `argv` says and print the figures; returns the exit code."""
    given = _parser().parse_args(argv)
    if given.work:
        return _grade(given.work / f"bank{given.distractors}" / "bank.jsonl", given)
    with tempfile.TemporaryDirectory(prefix="quotebank-quality-") as folder:
        return _grade(Path(folder) / "bank.jsonl", given)


def _grade(path: Path, given: argparse.Namespace) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    say = sys.stdout.write
    times: list[tuple[float, str]] = []
    with make_bank(path, given.distractors) as bank:

        def ask(query: str) -> list[Result]:
            start = time.process_time()
            answer = found(bank, query)
            times.append((1000 * (time.process_time() - start), query))
            return answer

        found(bank, "warm up")
        results = [Ranked(query, rank(query, ask(query.query))) for query in graded(alone=not given.distractors)]
        wrong = [each.query for each in negatives(alone=not given.distractors) if ask(each.query)]
    for name, shares in (*by_category(results).items(), ("all", share(results))):
        say(_row(name, shares))
    say(f"negatives that found something: {len(wrong)} of {len(negatives())}\n")
    say(_times(times))
    if given.failures:
        for query, place in results:
            if place != 1:
                say(f"  {place}  {query.category}: {query.query} -> {query.key}: {query.begins}\n")
        for text in wrong:
            say(f"  negative: {text}\n")
    return 0


def _row(name: str, shares: Share) -> str:
    return f"{name:16} {shares.queries:4} queries, first {shares.first:.3f}, among five {shares.five:.3f}\n"


def _times(times: list[tuple[float, str]]) -> str:
    ordered = sorted(times)
    at = [ordered[min(len(ordered) - 1, int(len(ordered) * part))][0] for part in (0.5, 0.9, 0.99)]
    slow = "; ".join(f"{query} ({spent:.0f})" for spent, query in ordered[-5:])
    return f"warm, CPU ms: p50 {at[0]:.1f}, p90 {at[1]:.1f}, p99 {at[2]:.1f}; slowest: {slow}\n"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.search.quality", description="Grade quotebank's search.")
    parser.add_argument("--distractors", type=int, default=0, help="quotes beside those of the example bank")
    parser.add_argument("--failures", action="store_true", help="list what did not come first")
    parser.add_argument("--work", type=Path, help="keep the bank in this folder")
    return parser


if __name__ == "__main__":
    sys.exit(main())
