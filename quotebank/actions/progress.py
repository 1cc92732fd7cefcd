"""Telling how far a long task is, without the task knowing to whom."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

_Item = TypeVar("_Item")

Progress = Callable[[int, int], None]
"""Told how many of how many are done; the last time that all are."""

_TOLD_EVERY = 500


def counted(items: Iterable[_Item], total: int, progress: Progress | None) -> Iterator[_Item]:
    """The items, with `progress` told now and then; short tasks are not worth telling of."""
    if progress is None or total <= _TOLD_EVERY:
        yield from items
        return
    for number, item in enumerate(items):
        if number % _TOLD_EVERY == 0:
            progress(min(number, total - 1), total)
        yield item
    progress(total, total)
