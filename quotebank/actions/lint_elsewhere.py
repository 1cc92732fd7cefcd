"""Finding a quotation among all direct quotes of a bank, through the search index: the bank is not read."""

from typing import TYPE_CHECKING, Self

from quotebank.actions.lint_sources import DIRECT, is_right
from quotebank.bank.bank import Bank
from quotebank.model.quotes import Quote
from quotebank.text.folding import fold
from quotebank.text.quotations import Source

if TYPE_CHECKING:
    from quotebank.actions.progress import Progress
    from quotebank.search.index import SearchIndex

MOST_LOOKED_UP = 1_000
"""Quotations of one draft that are looked for in the whole bank."""

_WINDOW = 5
_MOST_WINDOWS = 3
_MOST_HITS = 20
_SAME = 0.8
"""Share of a quotation's words that have to stand in one run of another record's words for it to be from there."""


class Finder:
    """The search index of a bank, opened for the first question; to be closed."""

    def __init__(self, bank: Bank, progress: "Progress | None" = None) -> None:
        """`progress` is told of an index that has to be built first."""
        self.bank = bank
        self._progress = progress
        self._index: SearchIndex | None = None
        self._found: dict[str, Quote | None] = {}

    def find(self, text: str) -> Quote | None:
        """A direct quote of any record that has the words of a quotation; None if none has.

        Some runs of five words are looked up, those with the longest words first, which are the rarest. After
        `MOST_LOOKED_UP` different quotations nothing more is looked up.
        """
        if text not in self._found and len(self._found) < MOST_LOOKED_UP:
            self._found[text] = self._find(text)
        return self._found.get(text)

    def _find(self, text: str) -> Quote | None:
        from quotebank.actions.searching import ask, opened
        from quotebank.search.ranking import Wanted

        if self._index is None:
            self._index = opened(self.bank, self._progress)
        for run in _runs(text):
            answer = ask(self.bank, self._index, f'text:"{run}" kind:direct', Wanted(_MOST_HITS))
            for found in answer.found:
                quote = found.quote
                if quote is not None and quote.kind == DIRECT and _has(quote.text, text):
                    return quote
        return None

    def close(self) -> None:
        """Let go of the index."""
        if self._index is not None:
            self._index.close()
            self._index = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _has(source: str, text: str) -> bool:
    """Whether a text has a quotation, or all but a word or two of it."""
    held = Source(source).hold(text)
    if is_right(held):
        return True
    changed = sum(len(one.quoted.split()) + len(one.source.split()) for one in held.differences)
    return held.status == "altered" and changed <= (1 - _SAME) * len(text.split())


def _runs(text: str) -> list[str]:
    """A few runs of words of a quotation, the likeliest to be rare first, that do not overlap more than they must."""
    pieces = text.replace("[", "…").replace("]", "…").replace("...", "…").split("…")
    runs: list[tuple[int, str]] = []
    for piece in pieces:
        words = fold(piece).split()
        if len(words) < _WINDOW:
            continue
        for at in dict.fromkeys((*range(0, len(words) - _WINDOW + 1, _WINDOW), len(words) - _WINDOW)):
            some = words[at : at + _WINDOW]
            runs.append((sum(len(word) ** 2 for word in some), " ".join(some)))
    runs.sort(reverse=True)
    return [run for _, run in runs[:_MOST_WINDOWS]]
