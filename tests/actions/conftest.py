"""A bank to act on: a copy of the example, with views of its own."""

import datetime
from pathlib import Path

import pytest

from quotebank import Bank
from tests.example.build import build

TODAY = datetime.date(2021, 11, 30)


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    """A copy of the example bank."""
    build(tmp_path / "store" / "bank.jsonl")
    return Bank(tmp_path / "store", cache=tmp_path / "cache")


@pytest.fixture
def empty(tmp_path: Path) -> Bank:
    """A bank with nothing in it."""
    return Bank.create(tmp_path / "empty", cache=tmp_path / "cache")
