"""Many processes at one bank: writers take turns, readers never wait and never see half a change."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from quotebank.bank.bank import Bank
from quotebank.bank.checkup import check
from quotebank.bank.disk import Disk
from quotebank.errors import Busy
from quotebank.model.articles import Article
from tests.bank import children
from tests.bank.deeds import contents

Start = Callable[..., Connection]
_TORN = b'{"crc":"00000000","table":"articles","id":"lost","rev":1'


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts a child and gives our end of its pipe; all children are gone when the test ends."""
    with ExitStack() as stack:
        yield lambda job, *values: stack.enter_context(children.child(job, *values))[1]


def _stop(pipe: Connection) -> list[int]:
    """Let a child that goes on and on come to its end; what it said until then."""
    pipe.send("stop")
    return children.told(pipe)


@pytest.mark.slow
def test_eight_writers_lose_nothing(tmp_path: Path, bank: Bank, start: Start) -> None:
    """Eight writers of 25 adds each, readers between: all is there, no id or key twice, readers see it only grow."""
    writers = [start(children.add_some, tmp_path, f"w{number}", 25) for number in range(8)]
    readers = [start(children.read_on, tmp_path, cache) for cache in ("cache", "other", "cache")]
    keys = [key for writer in writers for key in children.told(writer)]
    assert len(keys) == len(set(keys)) == 200
    for reader in readers:
        seen = _stop(reader)
        assert seen == sorted(seen)
        assert seen[-1] <= 200
        assert len(seen) > 1
    assert {item.key for item in bank.iter_articles()} == set(keys)
    titles = {item.title for item in bank.iter_articles()}
    assert titles == {f"w{writer} {number}" for writer in range(8) for number in range(25)}
    assert len(contents(bank)) == 200
    assert check(bank).ok


def test_each_writer_has_a_turn_while_others_compact(tmp_path: Path, bank: Bank, start: Start) -> None:
    """What is added while others compact and read is all there in the end, whatever file it was added to."""
    bank.add(Article(key="first"))
    compacting = [start(children.compact_on, tmp_path) for _ in range(2)]
    readers = [start(children.read_on, tmp_path, cache) for cache in ("cache", "other")]
    assert [pipe.recv() for pipe in compacting] == ["compacted"] * 2
    writers = [start(children.add_some, tmp_path, f"w{number}", 15) for number in range(3)]
    keys = [key for writer in writers for key in children.told(writer)]
    assert any(_stop(pipe) for pipe in compacting)
    for reader in readers:
        seen = _stop(reader)
        assert seen == sorted(seen)
    assert len(set(keys)) == 45
    assert {item.key for item in bank.iter_articles()} == {"first", *keys}
    assert check(bank).ok


def test_bank_kept_locked_is_busy_after_the_wait(tmp_path: Path, bank: Bank, start: Start) -> None:
    """A writer waits as long as it was told, then says that the bank is busy (exit 75), and has changed nothing."""
    bank.add(Article(key="first"))
    before = bank.path.read_bytes()
    holder = start(children.hold_lock, tmp_path)
    assert holder.recv() == "held"
    with Bank(bank.path, cache=tmp_path / "cache", wait=0.3) as other:
        began = time.monotonic()
        with pytest.raises(Busy) as raised:
            other.add(Article(key="second"))
        assert 0.3 <= time.monotonic() - began < 5
        assert raised.value.exit_code == 75
        assert str(bank.path) in raised.value.message
        assert raised.value.hint
        assert other.article("first").key == "first", "readers do not wait"
    assert bank.path.read_bytes() == before


def test_lock_ends_with_its_holder(tmp_path: Path, bank: Bank) -> None:
    """A writer that was killed while it held the lock keeps nobody waiting."""
    with children.child(children.hold_lock, tmp_path) as (process, pipe):
        assert pipe.recv() == "held"
        process.kill()
        process.join()
        bank.wait = 0
        assert bank.add(Article(key="next")).key == "next"


def test_writer_that_waits_gets_its_turn(tmp_path: Path, bank: Bank, start: Start) -> None:
    """A writer that finds the bank locked goes on as soon as the other lets go."""
    holder = start(children.hold_lock, tmp_path)
    assert holder.recv() == "held"
    waiting = start(children.add_some, tmp_path, "w", 1)
    assert not waiting.poll(0.3), "it must wait"
    holder.send("let go")
    (key,) = children.told(waiting)
    assert bank.article(key).title == "w 0"


def test_key_view_built_by_several_at_once(tmp_path: Path, bank: Bank, start: Start) -> None:
    """Processes that build the key view of one bank at the same time each get it right, and leave it right."""
    with bank.transaction("import") as change:
        for number in range(300):
            change.add_article(Article(key=f"k{number:03}"))
    bank.close()
    for path in (tmp_path / "cache").iterdir():
        path.unlink()
    builders = [start(children.build_view, tmp_path) for _ in range(4)]
    assert [pipe.recv() for pipe in builders] == ["ready"] * 4
    for pipe in builders:
        pipe.send("go")
    keys = [f"k{number:03}" for number in range(300)]
    assert [children.told(pipe) for pipe in builders] == [[((300, 0), keys)]] * 4
    with Bank(bank.path, cache=tmp_path / "cache") as other:
        assert other.counts() == (300, 0)
    assert len(list((tmp_path / "cache").glob("*.sqlite"))) == 1


def test_readers_while_torn_tails_are_set_aside(tmp_path: Path, bank: Bank, start: Start) -> None:
    """Readers never fail and never see less than before while writers set one torn tail after another aside."""
    bank.add(Article(key="first"))
    readers = [start(children.read_on, tmp_path, cache) for cache in ("cache", "other", "cache")]
    for number in range(40):
        with bank.path.open("ab") as file:
            file.write(_TORN + b"x" * (number * 37))
        bank.add(Article(key=f"k{number}"))
    for reader in readers:
        seen = _stop(reader)
        assert seen == sorted(seen)
        assert seen[0] >= 1
    assert len(list(bank.iter_articles())) == 41
    assert check(bank).ok
    kept = bank.path.with_name("bank.jsonl.torn").read_bytes()
    assert kept.count(_TORN) == 40


def test_two_make_one_bank(tmp_path: Path, start: Start) -> None:
    """Of several that make a bank in one place at once, one makes it and the others are told so."""
    makers = [start(children.make, tmp_path) for _ in range(6)]
    said = sorted(word for pipe in makers for word in children.told(pipe))
    assert said == ["CannotCreate"] * 5 + ["made"]
    with Bank(tmp_path / "store", cache=tmp_path / "cache") as bank:
        assert check(bank).ok


def test_copies_of_one_second_get_two_names(tmp_path: Path, bank: Bank, start: Start) -> None:
    """Several that back up at once, all in the same second, leave as many whole copies."""
    bank.add(Article(key="first"))
    makers = [start(children.back_up, tmp_path) for _ in range(5)]
    names = [name for pipe in makers for name in children.told(pipe)]
    assert len(names) == len(set(names)) == 5
    for name in names:
        assert (bank.path.parent / "backups" / name).read_bytes() == bank.path.read_bytes()


class _Meanwhile(Disk):
    """Does something once, when a file is next opened: what another process may do at that moment."""

    todo: Callable[[], object] | None = None

    def open(self, path: Path, flags: int) -> int:
        """As `Disk.open`."""
        handle = super().open(path, flags)
        if self.todo:
            todo, self.todo = self.todo, None
            todo()
        return handle


@pytest.mark.parametrize("did", ["add", "edit"])
def test_reader_whose_key_view_is_moved_on_by_another(tmp_path: Path, bank: Bank, did: str) -> None:
    """A writer that shares the cache and commits between a reader's catch-up and its questions does no harm."""
    bank.add(Article(key="one"))
    disk = _Meanwhile()

    def change() -> None:
        with bank.transaction(did) as other:
            if did == "add":
                other.add_article(Article(key="two"))
            else:
                other.replace_article("one", Article(key="one", note="edited"))
        bank.view.sync()

    with Bank(bank.path, cache=tmp_path / "cache", disk=disk) as reader:
        assert reader.counts().articles == 1
        disk.todo = change
        assert "one" in [found.key for found in reader.iter_articles()]
    assert disk.todo is None
