"""Kill -9 at any moment of any writing operation: what was acknowledged is there, and nothing is half done."""

import random
import shutil
import sys
import time
from itertools import count
from pathlib import Path

import pytest

from quotebank.bank.bank import Bank
from quotebank.bank.checkup import check, repair
from quotebank.model.articles import Article
from tests.bank import children
from tests.bank.deeds import OPERATIONS, contents, later, opened
from tests.bank.ends import End, end_of

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9"),
]


def _expected(folder: Path, name: str) -> tuple[End, End]:
    """How the bank may stand after an operation was killed: as before, or as after it."""
    OPERATIONS[name].start(folder / "start")
    shutil.copytree(folder / "start", folder / "done")
    with opened(folder / "done") as bank:
        OPERATIONS[name].do(bank)
    return end_of(folder / "start", name), end_of(folder / "done", name)


@pytest.mark.parametrize("name", OPERATIONS)
def test_killed_at_each_file_call(tmp_path: Path, name: str) -> None:
    """Killed before any file call, or half-way through a write, an operation leaves the old bank or the new one."""
    (tmp_path / "start").mkdir()
    old, new = _expected(tmp_path, name)
    reached = set()
    for nth in count(1):
        folder = tmp_path / f"killed-{nth}"
        shutil.copytree(tmp_path / "start", folder)
        with children.child(children.once, name, folder, nth) as (process, pipe):
            said = children.told(pipe)
            process.join()
            end = process.exitcode
        found = end_of(folder, name)
        reached.add(found == new)
        assert found == new if said else found in (old, new), f"killed at call {nth}"
        if end == 0:
            break
        assert end == -9
        _goes_on(folder, name)
        shutil.rmtree(folder)
    assert said == ["done"]
    assert nth > 8
    assert True in reached


def _goes_on(folder: Path, name: str) -> None:
    """The next writer can work at once with what the killed one left."""
    bank = opened(folder, prefix="nxt")
    with later(bank) if name == "upgrade" else bank:
        if not bank.path.exists():
            Bank.create(bank.path, cache=folder / "cache")
        if name == "repair":
            repair(bank)
        assert bank.add(Article(key="afterwards")).key == "afterwards"
        assert check(bank).ok


@pytest.mark.parametrize("seed", range(2))
def test_killed_at_any_time(tmp_path: Path, seed: int) -> None:
    """Writer after writer, each killed at a random time: the bank stands as last acknowledged, or one change on."""
    chance = random.Random(seed)
    Bank.create(tmp_path / "store", cache=tmp_path / "cache").close()
    known: dict[str, str] = {}
    acknowledged = 0
    for kill in range(40):
        with children.child(children.write_on, tmp_path, f"s{seed}k{kill}n") as (process, pipe):
            first = pipe.recv()
            assert first == known
            # Some changes are let through first, so that the kill comes in the midst of work on a slow machine too.
            passed = [pipe.recv() for _ in range(chance.randrange(3))]
            time.sleep(chance.uniform(0, 0.02))
            process.kill()
            said = [first, *passed, *children.told(pipe)]
        acknowledged += len(said) - 1
        if kill % 5 == 4:
            shutil.rmtree(tmp_path / "cache")
        with opened(tmp_path) as bank:
            known = children.notes(bank)
            assert check(bank).ok
        assert len(_changed(said[-1], known)) <= 1, f"kill {kill}"
    assert acknowledged > 20, "the kills came in the midst of work"


def _changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    return {key for key, _ in before.items() ^ after.items()}


def test_killed_while_a_big_change_is_written(tmp_path: Path) -> None:
    """Killed at any time of a change of several blocks, all of it is there or none of it."""
    OPERATIONS["big"].start(tmp_path / "start")
    with opened(tmp_path / "start") as bank:
        old = contents(bank)
    chance = random.Random(1)
    sizes = set()
    # How long it takes unkilled decides when to kill: machines differ, and so does how busy they are.
    shutil.copytree(tmp_path / "start", tmp_path / "unkilled")
    begun = time.monotonic()
    with children.child(children.once, "big", tmp_path / "unkilled", -1) as (_, pipe):
        assert children.told(pipe) == ["done"]
    whole = time.monotonic() - begun
    for kill in range(40):
        folder = tmp_path / f"killed-{kill}"
        shutil.copytree(tmp_path / "start", folder)
        with children.child(children.once, "big", folder, -1) as (process, pipe):
            time.sleep(chance.uniform(0.2, 1.1) * whole)
            process.kill()
            said = children.told(pipe)
        sizes.add((folder / "store" / "bank.jsonl").stat().st_size)
        with opened(folder) as bank:
            found = contents(bank)
            assert check(bank).ok
        assert len(found) - len(old) in ((13,) if said else (0, 13))
        shutil.rmtree(folder)
    assert len(sizes) > 1, "the kills came at different moments"
    assert max(sizes) > 2 * min(sizes) > 0
