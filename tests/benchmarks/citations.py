"""Measure the formats: ``python -m tests.benchmarks.citations [--records N] [--rounds N]``.

CPU of one process, the best of several rounds, each format's writing and reading beside bibtexparser's bare parse of
the same BibLaTeX file, which is the unit: machines differ, ratios hardly. With pandoc 3, also 1,000 entries by a style.
Prints a Markdown table.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import NamedTuple

from quotebank.formats import FORMATS, Context
from quotebank.model.articles import Article
from tests.benchmarks.generator import articles_and_quotes

STYLED = 1_000
"""Entries that are formatted by a CSL style."""

STYLE = "chicago-author-date"


class Row(NamedTuple):
    """One thing measured: records a second, and its cost in bare parses of the same records."""

    what: str
    rate: float
    parses: float


def made_up(records: int) -> list[Article]:
    """So many articles of the benchmark's bank."""
    pairs = articles_and_quotes(records * 4)
    return [Article.from_json(shape) for shape, _ in islice(pairs, records)]


def rows(articles: Sequence[Article], rounds: int) -> list[Row]:
    """Every format that reads written and read, after the bare parse."""
    from bibtexparser.entrypoint import parse_string

    library = "".join(FORMATS["biblatex"].write(articles, Context()))
    unit = best(lambda: parse_string(library), rounds)
    found = [_row("bibtexparser, bare parse", unit, unit, len(articles))]
    for name in ("biblatex", "bibtex", "csl-json", "ris"):
        known = FORMATS[name]
        data = "".join(known.write(articles, Context())).encode()
        assert known.read(data).articles == list(articles), name
        for what, act in (
            ("written", lambda known=known: spent(known.write(articles, Context()))),
            ("written bare", lambda known=known: spent(known.write(articles, Context(bare=True)))),
            ("read", lambda known=known, data=data: known.read(data)),
        ):
            found.append(_row(f"{name} {what}", best(act, rounds), unit, len(articles)))
    return found


def styled_seconds(articles: Sequence[Article]) -> float | None:
    """Seconds, waiting for pandoc included, for the bibliography of these articles; None without pandoc 3 or styles."""
    from quotebank.actions.styling import bibliography, find_styling
    from quotebank.cite.engine import EngineUnavailable

    try:
        styling = find_styling(os.environ, STYLE)
    except EngineUnavailable:
        return None
    start = time.perf_counter()
    entries, _ = bibliography(styling, articles, {})
    assert len(entries) == len(articles)
    return time.perf_counter() - start


def best(act: Callable[[], object], rounds: int) -> float:
    """The least CPU seconds of several rounds."""
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        act()
        taken.append(time.process_time() - start)
    return min(taken)


def spent(pieces: Iterable[str]) -> None:
    """Take every piece."""
    for _ in pieces:
        pass


def _row(what: str, seconds: float, unit: float, records: int) -> Row:
    return Row(what, records / seconds, seconds / unit)


def main(argv: Sequence[str] | None = None) -> int:
    """Measure as `argv` says and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.citations", description="Measure the formats.")
    parser.add_argument("--records", type=int, default=10_000, help="records in the files (default: 10000)")
    parser.add_argument("--rounds", type=int, default=5, help="the best of so many counts (default: 5)")
    given = parser.parse_args(argv)
    articles = made_up(given.records)
    lines = ["| | records a second | bare parses |", "|---|--:|--:|"]
    lines += [f"| {row.what} | {row.rate:,.0f} | {row.parses:.2f} |" for row in rows(articles, given.rounds)]
    seconds = styled_seconds(articles[:STYLED])
    if seconds is not None:
        lines += ["", f"{min(STYLED, len(articles)):,} entries by {STYLE} in one pandoc process: {seconds:.1f} s."]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
