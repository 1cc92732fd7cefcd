"""What a power cut could take away when an operation returns: nothing, by the order of its writes and syncs."""

import errno
import stat
from pathlib import Path

import pytest

from quotebank.bank import upkeep
from quotebank.bank.bank import Bank
from quotebank.bank.disk import Disk
from quotebank.bank.rewriting import write_whole
from quotebank.errors import Busy, StorageError
from quotebank.model.articles import Article
from tests.bank.deeds import OPERATIONS, bank_with_backup, opened, small_bank
from tests.bank.disks import Event, RecordingDisk


def _risks(events: list[Event]) -> list[str]:
    """Where the old is given up before the new is on the device, and what is not on it at the end.

    A file with unsynced bytes, and a folder with unsynced entries, is loose. A lock file may go.
    """
    loose: dict[Path, None] = {}
    risks = []
    for event in (event for event in events if event.path.suffix != ".lock"):
        folder = (event.target or event.path).parent
        if event.name in ("truncate", "replace"):
            own = event.path if event.name == "truncate" else folder
            risks += [f"{event.name} {event.path.name} while {path.name} is loose" for path in loose if path != own]
        if event.name in ("write", "truncate"):
            loose[event.path] = None
        if event.name in ("create", "replace", "remove"):
            loose[folder] = None
        if event.name in ("sync", "sync_folder"):
            loose.pop(event.path, None)
    return risks + [f"{path.name} is loose at the end" for path in loose]


def _recorded(folder: Path, name: str) -> list[Event]:
    """What an operation asks of its disk, reading left out."""
    folder.mkdir(exist_ok=True)
    OPERATIONS[name].start(folder)
    disk = RecordingDisk()
    with opened(folder, disk) as bank:
        OPERATIONS[name].do(bank)
    return [event for event in disk.events if event.name != "open"]


def _names(events: list[Event]) -> list[str]:
    return [f"{event.name} {(event.target or event.path).name}" for event in events if event.path.suffix != ".lock"]


@pytest.mark.parametrize("name", OPERATIONS)
def test_all_is_on_the_device_when_it_returns(tmp_path: Path, name: str) -> None:
    """Every operation gives up the old only when the new is on the device, and returns when all is there."""
    events = _recorded(tmp_path, name)
    assert _risks(events) == []
    assert any(event.name == "write" for event in events)


@pytest.mark.parametrize("name", ["add", "quote", "edit", "edit quote", "remove", "undo", "big"])
def test_append_ends_with_file_then_folder(tmp_path: Path, name: str) -> None:
    """An append is its writes, then the file's sync, then the folder's, and nothing behind."""
    names = _names(_recorded(tmp_path, name))
    assert set(names[:-2]) == {"write bank.jsonl"}
    assert names[-2:] == ["sync bank.jsonl", "sync_folder store"]


def test_new_bank_is_written_beside_its_place(tmp_path: Path) -> None:
    """A new bank is written and synced beside its place, moved there, and the folder synced; so are new folders."""
    assert _names(_recorded(tmp_path, "create")) == [
        f"sync_folder {tmp_path.name}",
        "create bank.jsonl.new", "write bank.jsonl.new", "sync bank.jsonl.new",
        "replace bank.jsonl", "sync_folder store",
    ]  # fmt: skip


def test_new_folders_are_synced_from_the_outermost(tmp_path: Path) -> None:
    """Each folder made on the way to a new bank is on the device before the one inside it is made."""
    disk = RecordingDisk()
    Bank.create(tmp_path / "a" / "b" / "c", cache=tmp_path / "cache", disk=disk)
    synced = [event.path for event in disk.events if event.name == "sync_folder"]
    assert synced == [tmp_path, tmp_path / "a", tmp_path / "a" / "b", tmp_path / "a" / "b" / "c"]


def test_torn_tail_is_kept_before_it_is_cut_off(tmp_path: Path) -> None:
    """A tail set aside is on the device, and its folder too, before the bank is cut, and the cut before the append."""
    assert _names(_recorded(tmp_path, "set aside")) == [
        "create bank.jsonl.torn", "write bank.jsonl.torn", "write bank.jsonl.torn", "sync bank.jsonl.torn",
        "sync_folder store", "truncate bank.jsonl", "sync bank.jsonl",
        "write bank.jsonl", "sync bank.jsonl", "sync_folder store",
    ]  # fmt: skip
    assert (tmp_path / "store" / "bank.jsonl.torn").read_bytes().endswith(b'"id":"lo\n')


@pytest.mark.parametrize("name", ["compact", "compact torn", "restore", "repair", "upgrade"])
def test_copy_is_on_the_device_before_the_bank_is_replaced(tmp_path: Path, name: str) -> None:
    """A rewriting first puts a copy of the bank as it was into ``backups``, byte for byte, then replaces it."""
    before = tmp_path / "before"
    before.mkdir()
    OPERATIONS[name].start(before)
    events = _recorded(tmp_path / "now", name)
    names = _names(events)
    copy = next((tmp_path / "now" / "store" / "backups").iterdir())
    copied, replaced = names.index(f"replace {copy.name}"), names.index("replace bank.jsonl")
    assert copied < names.index("sync_folder backups") < replaced
    if name in ("compact", "compact torn", "repair"):  # elsewhere the times of the two banks made here may differ
        assert len(copy.read_bytes()) == len((before / "store" / "bank.jsonl").read_bytes())
    assert names[replaced - 1] == "sync bank.jsonl.new"
    assert "sync_folder store" in names[replaced:]


@pytest.mark.parametrize("did", ["fails", "is given up"])
def test_change_that_is_taken_back_is_gone_from_the_device(tmp_path: Path, did: str) -> None:
    """The cut that takes a failed change back is synced: no power cut brings it back after the error was told."""
    small_bank(tmp_path)

    class Failing(RecordingDisk):
        def sync_folder(self, folder: Path) -> None:
            raise OSError(errno.EIO, "Input/output error")

    def change(disk: Disk) -> None:
        with opened(tmp_path, disk) as bank, bank.transaction("import") as changes:
            for number in range(3):
                changes.add_article(Article(key=f"long{number}", note="слово " * 100_000))
            if did == "is given up":
                raise Busy("no more")

    disk = Failing()
    with pytest.raises(StorageError if did == "fails" else Busy):
        change(disk)
    assert _names(disk.events)[-2:] == ["truncate bank.jsonl", "sync bank.jsonl"]
    assert _risks(disk.events) == []


def test_backup_leaves_the_bank_alone(tmp_path: Path) -> None:
    """A backup writes nothing but its copy, wherever that is to be."""
    small_bank(tmp_path)
    disk = RecordingDisk()
    with opened(tmp_path, disk) as bank:
        upkeep.backup(bank, tmp_path / "elsewhere.jsonl")
        upkeep.backup(bank)
    written = {event.path.name for event in disk.events if event.name == "write"}
    assert written == {"elsewhere.jsonl.new", "bank-20211130T120000Z.jsonl.new"}
    assert _risks(disk.events) == []


def test_rehearsals_write_nothing(tmp_path: Path) -> None:
    """A restore and a change that are only rehearsed do not touch the disk."""
    bank_with_backup(tmp_path)
    disk = RecordingDisk()
    with opened(tmp_path, disk) as bank:
        upkeep.restore(bank, tmp_path / "saved.jsonl", dry_run=True)
        with bank.transaction("remove", dry_run=True) as change:
            change.remove_article("lankov")
    assert {event.name for event in disk.events} == {"open"}


def test_checker_of_these_tests_sees_each_risk() -> None:
    """A write without a sync, a move before a sync, a cut before the copy is safe: each is found."""
    file, new = Path("store/bank.jsonl"), Path("store/bank.jsonl.new")
    folder = file.parent
    assert _risks([Event("create", file), Event("write", file)]) == [
        "store is loose at the end",
        "bank.jsonl is loose at the end",
    ]
    move = Event("replace", new, file)
    assert _risks([Event("write", new), move, Event("sync", new), Event("sync_folder", folder)]) == [
        "replace bank.jsonl.new while bank.jsonl.new is loose"
    ]
    assert _risks([Event("write", new), Event("sync", new), move]) == ["store is loose at the end"]
    assert _risks([Event("write", new), Event("truncate", file), Event("sync", file), Event("sync", new)]) == [
        "truncate bank.jsonl while bank.jsonl.new is loose"
    ]
    assert _risks([Event("write", file), Event("sync", file), Event("sync_folder", folder)]) == []


def test_files_are_the_writers_own(tmp_path: Path) -> None:
    """Files are made 0600 and folders 0700."""
    _recorded(tmp_path, "set aside")
    with opened(tmp_path) as bank:
        upkeep.compact(bank)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "store").iterdir()}
    assert modes == {
        "bank.jsonl": 0o600, "bank.jsonl.lock": 0o600, "bank.jsonl.torn": 0o600, "backups": 0o700,
    }  # fmt: skip
    assert stat.S_IMODE((tmp_path / "store").stat().st_mode) == 0o700


def test_whole_file_that_cannot_be_made_leaves_the_old_one(tmp_path: Path) -> None:
    """When what is to be written fails in the making, the old file stands and nothing lies beside it."""
    target = tmp_path / "out.json"
    target.write_text("old")

    def broken() -> object:
        yield b"half"
        raise Busy("no more")

    with pytest.raises(Busy):
        write_whole(target, broken(), Disk())  # type: ignore[arg-type]
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]
    assert target.read_text() == "old"
