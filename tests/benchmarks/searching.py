"""What is measured of searching: words that are there, misspelt ones, several, and the index behind them."""

import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tests.benchmarks.measure import Command
from tests.benchmarks.tables import COMMON_WORDS

_MEGABYTES_60 = 60 * 1024 * 1024
_LARGE = 200_000
_LONG_WORD = 9


class Wanted:
    """Queries about one quote of the bank: its rarest words, as they are and misspelt."""

    def __init__(self, text: str) -> None:
        words = dict.fromkeys(word.strip(".").lower() for word in text.split())
        plain = [word for word in words if word.isascii() and word.isalpha() and word not in COMMON_WORDS]
        rare = sorted(plain, key=lambda word: (-len(word), word))
        self.word, self.second, self.third = rare[:3]
        self.common = next((word for word in words if word in COMMON_WORDS[20:]), "china")

    @property
    def misspelt(self) -> str:
        """The rarest word with two letters lost."""
        return lose(self.word)

    @property
    def several(self) -> str:
        """Three words of the quote, one of them misspelt."""
        return f"{self.second} {self.common} {lose(self.third)}"


def lose(word: str) -> str:
    """A word without its third and, if it is long, its sixth letter."""
    return word[:2] + word[3:5] + word[6:] if len(word) >= _LONG_WORD else word[:2] + word[3:]


def commands(
    start: Sequence[str], folder: Path, wanted: Wanted, key: str, quotes: int, variables: Mapping[str, str]
) -> list[Command]:
    """The searches to measure on a bank of `quotes` quotes; `start` is how quotebank is started on it."""
    large = quotes > _LARGE
    one, more = (1.5, 2.2) if large else (1.35, 1.7)

    def search(query: str) -> Callable[[int], list[str]]:
        return lambda _: [*start, "search", query]

    def forget_index() -> None:
        for view in (folder / "cache").glob("*.search.sqlite*"):
            view.unlink()

    def add_quote() -> None:
        said = [*start, "quote", key, f"Not yet indexed: {wanted.second}."]
        subprocess.run(said, check=True, capture_output=True, cwd=folder, env=dict(variables))

    return [
        Command(
            "index built, then `search WORD`",
            search(wanted.word),
            before=forget_index,
            rounds=1 if large else 3,
            quotes=quotes,
            rate=3_500,
        ),
        Command("`search WORD`", search(wanted.word), ratio=one, peak=_MEGABYTES_60),
        Command("`search`, two letters lost", search(wanted.misspelt), ratio=more, peak=_MEGABYTES_60),
        Command("`search`, three words, one misspelt", search(wanted.several), ratio=more, peak=_MEGABYTES_60),
        Command("`search`, two common words", search("china security"), ratio=more, peak=_MEGABYTES_60),
        Command("`search WORD` after one more quote", search(wanted.word), before=add_quote, peak=_MEGABYTES_60),
    ]


def index_share(folder: Path) -> tuple[int, float]:
    """The size of the search index in bytes, and as a multiple of the bank's."""
    size = sum(view.stat().st_size for view in (folder / "cache").glob("*.search.sqlite*"))
    return size, size / (folder / "bank.jsonl").stat().st_size
