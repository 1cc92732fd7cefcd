"""The whole harness on a small bank: it runs to its end and fills every cell. Speed itself is not judged here."""

import json
import os
from pathlib import Path

import pytest

from quotebank import Bank
from tests.benchmarks.__main__ import main
from tests.benchmarks.suite import Middle, build_bank, commands

pytestmark = pytest.mark.skipif(not hasattr(os, "wait4"), reason="measuring needs wait4, which this system lacks")

QUOTES = 2_000


def test_every_row_has_figures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`python -m tests.benchmarks` measures each command of the table, and leaves nothing behind."""
    code = main(["--quotes", str(QUOTES), "--runs", "1", "--json", "--work", str(tmp_path)])
    shape = json.loads(capsys.readouterr().out)
    names = [row["command"] for row in shape["rows"]]
    assert names[0] == "floor"
    assert {"add", "quote", "show KEY", "where", "--help", "--version", "export --format json"} < set(names)
    assert sum("rebuilt" in name for name in names) == 1
    for row in shape["rows"]:
        assert row["cpu"] > 0
        assert row["wall"] > 0
        assert row["peak"] > 1_000_000
        assert row["ratio"] > 0
        assert row["runs"] == 1
        assert (row["quotes_per_second"] > 0) == any(what in row["command"] for what in ("export", "rebuilt", "built"))
    assert code in {0, 1}
    assert list(tmp_path.iterdir()) == []


def test_a_bank_is_built_whole(tmp_path: Path) -> None:
    """The bank holds every quote asked for, and the key handed back is that of one of its articles."""
    path = tmp_path / "bank.jsonl"
    middle = build_bank(path, 300)
    with Bank(path, cache=tmp_path / "cache") as bank:
        assert bank.counts().quotes == 300
        assert middle.text in [quote.text for quote in bank.quotes_of(bank.article(middle.key))]


def test_the_measured_bank_is_the_built_one(tmp_path: Path) -> None:
    """Every command names the bank it works on, so that a writer's own bank is never touched."""
    bank = tmp_path / "bank.jsonl"
    middle = Middle("key", "one telling sentence with hermitkingdoms in it")
    todo = commands(tmp_path, bank, middle, QUOTES, {})
    for command in todo:
        words = command.argv(0)
        assert str(bank) in words or command.name in {"floor", "`--help`", "`--version`"}
    assert len({command.name for command in todo}) == len(todo)
