"""Fixtures of the bank's tests: a fresh bank with a cache, a clock and ids of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quotebank.bank.bank import Bank
from tests.bank.deeds import Clock, Ids


@pytest.fixture
def clock() -> Clock:
    """A clock that moves on by one second each time it is read."""
    return Clock()


@pytest.fixture
def ids() -> Ids:
    """Ids that count: ``id000001``, ``id000002``."""
    return Ids("id")


@pytest.fixture
def bank(tmp_path: Path, clock: Clock, ids: Ids) -> Iterator[Bank]:
    """A new, empty bank in a folder of its own, its cache beside it."""
    with Bank.create(tmp_path / "store", cache=tmp_path / "cache", clock=clock, new_id=ids) as made:
        yield made
