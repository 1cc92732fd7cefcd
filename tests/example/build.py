"""Building the example bank from its source: ``python -m tests.example.build`` rewrites ``store/bank.jsonl``."""

import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zlib import crc32

from quotebank.bank.appending import create
from quotebank.bank.bank import Bank
from quotebank.bank.disk import Disk
from quotebank.bank.header import header_line
from quotebank.bank.rewriting import read_blocks, write_whole
from tests.example.source import SOURCE, load

TIME = "2021-11-30T09:00:00Z"


def counted_ids(prefix: str) -> Callable[[], str]:
    """Ids that are the same at every building, and look like the random ones they stand for."""
    number = 0

    def new_id() -> str:
        nonlocal number
        number += 1
        return f"{prefix}{crc32(f'{prefix}{number}'.encode()):08x}"[:8]

    return new_id


def build(target: Path, source: Path = SOURCE) -> None:
    """Write the bank that `source` describes to `target`, which must not exist; the same bytes every time."""
    example = load(source)
    new_id = counted_ids("e")
    create(target, Disk(), header_line("example0", "example1", TIME))
    with tempfile.TemporaryDirectory() as cache:
        bank = Bank(target, cache=Path(cache), clock=lambda: TIME, new_id=new_id)
        with bank.transaction("outlets") as change:
            for name, variants in example.outlets.items():
                change.put("outlets", change.free_id("outlets"), {"name": name, "variants": variants})
        keys = []
        for article in example.articles:
            with bank.transaction("add") as change:
                keys.append(change.add_article(article).key)
        for number, quote in example.quotes:
            with bank.transaction("quote") as change:
                change.add_quote(replace(quote, article=keys[number]))
        bank.close()


def main() -> int:
    """Put the freshly built bank in the repository's store."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "bank.jsonl"
        build(fresh)
        target = SOURCE.parent / "bank.jsonl"
        write_whole(target, read_blocks(fresh, Disk()), Disk())
    sys.stdout.write(f"{target}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
