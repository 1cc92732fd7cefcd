"""What is measured of quotebank: its commands on a large bank, and what each is allowed to cost."""

import os
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks import programs, searching
from tests.benchmarks.generator import Shape, articles_and_quotes
from tests.benchmarks.measure import Command, Reading, environment, measure

FLOOR = "floor"
_MEGABYTES_60 = 60 * 1024 * 1024
_ARTICLES_AT_ONCE = 2_000
_LONG = 3
"""How many times commands run that go through the whole bank."""


class Middle(NamedTuple):
    """An article in the middle of a bank: its key, and the text of one of its quotes."""

    key: str
    text: str


def build_bank(path: Path, quotes: int) -> Middle:
    """Make a bank of that many quotes at `path` through the public API; returns what stands in its middle.

    The one place here that writes through quotebank's own classes: a change of the API is followed here.
    """
    from quotebank import Bank

    items = articles_and_quotes(quotes)
    middle, made = Middle("", ""), 0
    with Bank.create(path, cache=path.parent / "cache") as bank:
        while batch := list(islice(items, _ARTICLES_AT_ONCE)):
            with bank.transaction("import") as change:
                for article, found in batch:
                    if made <= quotes // 2:
                        middle = Middle(str(article["key"]), str(found[0]["text"]))
                    change.put("articles", f"a{made:07x}", article)
                    for record, quote in _without_ids(found):
                        change.put("quotes", record, quote)
                    made += len(found)
    return middle


def commands(folder: Path, bank: Path, middle: Middle, quotes: int, variables: Mapping[str, str]) -> list[Command]:
    """The floor first, then what writers do all day, then what goes through the whole bank of `quotes` quotes."""
    key = middle.key
    floor, plain = programs.floor(folder), programs.quotebank(folder)
    start = [*plain, "--bank", str(bank)]

    def forget_keys() -> None:
        for view in (folder / "cache").glob("*.keys.sqlite*"):
            view.unlink()

    def add(number: int) -> list[str]:
        words = ["--title", f"Measured for the {number}th time", "--author", "Lankov, Andrei"]
        return [*start, "add", *words, "--outlet", "Valdai Club", "--date", "2021-11-11"]

    def quote(number: int) -> list[str]:
        return [*start, "quote", key, f"Said for the {number}th time.", "--para", "3", "--tag", "measured"]

    return [
        Command(FLOOR, lambda _: floor),
        Command("`add`", add, ratio=1.6, peak=_MEGABYTES_60),
        Command("`quote`", quote, ratio=1.6, peak=_MEGABYTES_60),
        Command("`show KEY`", lambda _: [*start, "show", key], ratio=1.3, peak=_MEGABYTES_60),
        Command("`cite KEY`", lambda _: [*start, "cite", key], ratio=1.7, peak=_MEGABYTES_60),
        Command("`where`", lambda _: [*start, "where"], ratio=1.3),
        Command("`--help`", lambda _: [*plain, "--help"], ratio=1.3),
        Command("`--version`", lambda _: [*plain, "--version"]),
        Command(
            "`export --format json`",
            lambda _: [*start, "export", "--format", "json", "--output", str(folder / "export.json")],
            before=lambda: (folder / "export.json").unlink(missing_ok=True),
            rounds=_LONG,
            quotes=quotes,
            rate=40_000,
        ),
        Command(
            "`show KEY`, key view rebuilt",
            lambda _: [*start, "show", key],
            before=forget_keys,
            rounds=_LONG,
            quotes=quotes,
            rate=25_000,
        ),
        # After the key view: with another view of the bank the search index begins anew.
        *searching.commands(start, folder, searching.Wanted(middle.text), key, quotes, variables),
    ]


def run(folder: Path, quotes: int, runs: int) -> list[Reading]:
    """Build a bank of `quotes` quotes in `folder` and measure every command on it, `runs` times each.

    Raises `RuntimeError` when a command fails, and quotebank's errors when the bank cannot be built.
    """
    bank = folder / "bank.jsonl"
    middle = build_bank(bank, quotes)
    variables = environment(folder / "cache")
    paths = [str(programs.package_folder().parent), *filter(None, [os.environ.get("PYTHONPATH")])]
    variables["PYTHONPATH"] = os.pathsep.join(paths)
    return measure(commands(folder, bank, middle, quotes, variables), runs, folder, variables)


def _without_ids(quotes: list[Shape]) -> Iterator[tuple[str, Shape]]:
    """Quotes as the bank stores them: the id beside the record."""
    for quote in quotes:
        yield str(quote["id"]), {name: value for name, value in quote.items() if name != "id"}
