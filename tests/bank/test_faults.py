"""A fault at every single file call of every writing operation: the bank is the old one or the new one."""

import errno
import shutil
from itertools import count
from pathlib import Path

import pytest

from quotebank.bank import upkeep
from quotebank.bank.bank import Bank
from quotebank.bank.checkup import check
from quotebank.bank.disk import Disk
from quotebank.errors import NotPermitted, QuotebankError, StorageError
from quotebank.model.articles import Article
from tests.bank.deeds import OPERATIONS, article, contents, opened, small_bank
from tests.bank.disks import FaultyDisk, ShortWriteDisk
from tests.bank.ends import end_of

_FAULTS = {
    "EIO": {"number": errno.EIO},
    "ENOSPC half-way": {"number": errno.ENOSPC, "half": True},
    "dead": {"number": errno.EIO, "half": True, "for_good": True},
}


def _attempt(folder: Path, name: str, disk: Disk) -> QuotebankError | None:
    """Do an operation on a disk; returns the error it raised, which must be one a writer can read."""
    try:
        with opened(folder, disk) as bank:
            OPERATIONS[name].do(bank)
    except QuotebankError as error:
        return error
    return None


@pytest.mark.parametrize("fault", _FAULTS)
@pytest.mark.parametrize("name", OPERATIONS)
def test_old_bank_or_new_bank(tmp_path: Path, name: str, fault: str) -> None:
    """Whichever file call fails, the error is explained, and a healthy disk then shows the old bank or the new."""
    start, done = tmp_path / "start", tmp_path / "done"
    start.mkdir()
    OPERATIONS[name].start(start)
    shutil.copytree(start, done)
    assert _attempt(done, name, Disk()) is None
    old, new = end_of(start, name), end_of(done, name)
    failures = 0
    for nth in count(1):
        folder = tmp_path / "now"
        shutil.copytree(start, folder)
        disk = FaultyDisk(nth, **_FAULTS[fault])  # type: ignore[arg-type]
        error = _attempt(folder, name, disk)
        found = end_of(folder, name)
        assert found == new if error is None else found in (old, new), f"call {nth}"
        if error is None and not disk.faults:
            break
        if error is not None:
            failures += 1
            assert error.hint
            assert str(folder) in error.message
        if error is not None and "nothing was changed" in error.hint and name != "repair":
            assert found == old, f"call {nth}"
        shutil.rmtree(folder)
    assert failures > 6


@pytest.mark.parametrize("name", ["add", "quote", "edit", "edit quote", "remove", "undo", "big", "set aside"])
def test_failed_change_leaves_the_file_as_it_was(tmp_path: Path, name: str) -> None:
    """A change that fails takes its bytes back from the file, and the same `Bank` can make it a moment later."""
    OPERATIONS[name].start(tmp_path / "start")
    old = (tmp_path / "start" / "store" / "bank.jsonl").read_bytes()
    whole = old[: old.rindex(b"\n") + 1]
    for nth in count(1):
        folder = tmp_path / "now"
        shutil.copytree(tmp_path / "start", folder)
        disk = FaultyDisk(nth, errno.ENOSPC, half=True)
        with opened(folder, disk) as bank:
            try:
                OPERATIONS[name].do(bank)
            except QuotebankError:
                assert bank.path.read_bytes() in (old, whole)
                OPERATIONS[name].do(bank)
        with opened(folder) as bank:
            assert check(bank).ok
            assert bank.path.read_bytes() != whole
        shutil.rmtree(folder)
        if not disk.faults:
            break
    assert nth > 20


@pytest.mark.parametrize("name", OPERATIONS)
def test_short_writes_go_on_until_all_is_written(tmp_path: Path, name: str) -> None:
    """A system that takes a few bytes at a time gets all of them: the bank is the new one."""
    for folder, disk in (
        (tmp_path / "slow", ShortWriteDisk(3 if name != "big" else 9973)),
        (tmp_path / "quick", Disk()),
    ):
        folder.mkdir()
        OPERATIONS[name].start(folder)
        assert _attempt(folder, name, disk) is None
    assert end_of(tmp_path / "slow", name) == end_of(tmp_path / "quick", name)


@pytest.mark.parametrize("name", ["create", "add", "edit", "set aside", "compact", "backup", "restore"])
def test_disk_that_fills_up_half_way(tmp_path: Path, name: str) -> None:
    """Whatever the room left on the device, the bank is the old one or the new one, and the error says it is full."""
    start, done = tmp_path / "start", tmp_path / "done"
    start.mkdir()
    OPERATIONS[name].start(start)
    shutil.copytree(start, done)
    assert _attempt(done, name, Disk()) is None
    old, new = end_of(start, name), end_of(done, name)
    for room in count(0, 97):
        folder = tmp_path / "now"
        shutil.copytree(start, folder)
        error = _attempt(folder, name, ShortWriteDisk(13, room))
        found = end_of(folder, name)
        shutil.rmtree(folder)
        if error is None:
            break
        assert isinstance(error, StorageError)
        assert "free some space" in error.hint
        assert found == old, f"{room} bytes"
    assert room > 0
    assert found == new


@pytest.mark.parametrize(
    ("number", "kind", "code"),
    [(errno.ENOSPC, StorageError, 74), (errno.EIO, StorageError, 74), (errno.EROFS, NotPermitted, 77)],
)
def test_error_tells_where_what_and_what_to_do(
    tmp_path: Path, number: int, kind: type[QuotebankError], code: int
) -> None:
    """A failing call gives the error and exit code of its cause, on one line, with the path and a next step."""
    small_bank(tmp_path)
    for nth in count(1):
        disk = FaultyDisk(nth, number)
        error = _attempt(tmp_path, "compact", disk)
        if not disk.faults:
            break
        if error is not None:
            assert (type(error), error.exit_code) == (kind, code)
            assert str(tmp_path) in error.message
            assert error.hint
            assert "\n" not in str(error)
    assert nth > 20


def test_change_that_could_not_be_taken_back_is_said_to_be_uncertain(tmp_path: Path) -> None:
    """When the device dies for good after bytes have reached the file, the error does not say nothing was changed."""
    small_bank(tmp_path / "start")
    old = (tmp_path / "start" / "store" / "bank.jsonl").read_bytes()
    uncertain = 0
    for nth in count(1):
        folder = tmp_path / "now"
        shutil.copytree(tmp_path / "start", folder)
        disk = FaultyDisk(nth, half=True, for_good=True)
        error = _attempt(folder, "add", disk)
        changed = (folder / "store" / "bank.jsonl").read_bytes() != old
        shutil.rmtree(folder)
        if error is None:
            break
        assert ("may or may not" in error.hint) == changed, f"call {nth}"
        uncertain += changed
    assert uncertain == 3, "the write, the sync of the file and the sync of the folder"


def test_folder_that_cannot_be_synced_after_a_move_is_told(tmp_path: Path) -> None:
    """When the new file is in its place but may not stay there, the error says just that."""
    small_bank(tmp_path)

    class Forgetful(Disk):
        def sync_folder(self, folder: Path) -> None:
            if folder.name == "store":
                raise OSError(errno.EIO, "Input/output error")
            super().sync_folder(folder)

    (tmp_path / "store" / "backups").mkdir()
    with opened(tmp_path) as bank:
        old = contents(bank)
    with opened(tmp_path, Forgetful()) as bank, pytest.raises(StorageError) as raised:
        upkeep.compact(bank)
    assert "in its place" in raised.value.hint
    with opened(tmp_path) as bank:
        assert contents(bank) == old
        assert check(bank).ok


def test_interrupted_change_leaves_nothing(bank: Bank) -> None:
    """Ctrl-C in the midst of a long change, even after some of it reached the file, leaves the file as it was."""
    bank.add(Article(key="lankov"))
    old = bank.path.read_bytes()

    def interrupted() -> None:
        with bank.transaction("import") as change:
            for number in range(3):
                change.add_article(Article(key=f"long{number}", note="слово " * 100_000))
            assert bank.path.stat().st_size > len(old)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert bank.path.read_bytes() == old
    assert bank.add(article("Kim")).key


def test_giving_a_descriptor_back_never_fails() -> None:
    """Closing raises nothing, even for a descriptor that is closed already."""
    Disk().close(987_654)
