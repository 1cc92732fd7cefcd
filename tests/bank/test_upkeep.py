"""Compacting, backing up and restoring: the bank's contents stay, and what is replaced is kept beside it."""

import sqlite3
from pathlib import Path

import pytest

from quotebank.bank import history, upkeep
from quotebank.bank.bank import Bank
from quotebank.bank.checkup import check
from quotebank.bank.disk import Disk
from quotebank.bank.lines import encode
from quotebank.errors import BadInput, CannotCreate, Damaged, MissingFile, NotFound, QuotebankError
from quotebank.model.articles import Article
from quotebank.model.quotes import Quote
from tests.bank.deeds import OPERATIONS, bank_with_backup, contents, opened, small_bank, torn_bank


@pytest.fixture
def old(tmp_path: Path) -> Bank:
    """A bank with a past, and `saved.jsonl` with all but its newest quote."""
    bank_with_backup(tmp_path)
    return opened(tmp_path)


def test_compaction_keeps_every_live_record(old: Bank) -> None:
    """Compacting drops what is superseded or removed and nothing else; the copy is the file as it was."""
    before, raw = contents(old), old.path.read_bytes()
    sizes = upkeep.compact(old)
    assert contents(old) == before
    assert sizes[:2] == (len(raw), old.path.stat().st_size)
    assert sizes[1] < sizes[0]
    assert old.path.read_bytes().count(b"\n") == 1 + len(before)
    assert sizes[2].read_bytes() == raw
    assert check(old).ok


def test_compaction_forgets_the_past_and_the_copy_knows_it(old: Bank) -> None:
    """After compacting there is nothing to undo; what is done next can be undone again; the copy has the history."""
    past = len(history.deeds(old))
    copy = upkeep.compact(old)[2]
    assert history.deeds(old) == []
    with pytest.raises(NotFound):
        history.undo(old)
    old.add_quote(Quote(article="lankov", text="after"))
    assert len(history.deeds(old)) == 1
    with Bank(copy, cache=old.path.parent / "cache") as other:
        assert len(history.deeds(other)) == past


def test_compaction_does_not_believe_the_key_view(old: Bank) -> None:
    """A key view that takes a live record for superseded costs a compaction nothing."""
    before = contents(old)
    place = old.view_now.by_name("asmolov")
    assert place
    old.close()
    assert old.view.path
    with sqlite3.connect(old.view.path) as view:
        view.execute("INSERT INTO older VALUES('articles', ?, 1, ?, ?)", (place.id, place.offset, place.length))
    view.close()
    upkeep.compact(old)
    assert contents(old) == before
    assert check(old).ok


def test_compaction_of_a_torn_bank_keeps_the_tail_in_the_copy(tmp_path: Path) -> None:
    """A write cut short does not come along, but stands in the copy."""
    torn_bank(tmp_path)
    with opened(tmp_path) as bank:
        before = contents(bank)
        copy = upkeep.compact(bank)[2]
        assert contents(bank) == before
    assert b'"id":"lo' in copy.read_bytes()
    assert b'"id":"lo' not in bank.path.read_bytes()


def test_compaction_refuses_a_damaged_bank(tmp_path: Path) -> None:
    """A bank that does not check is not rewritten: the damage is told, and the file stays as it is."""
    OPERATIONS["repair"].start(tmp_path)
    with opened(tmp_path) as bank:
        raw = bank.path.read_bytes()
        with pytest.raises(Damaged) as raised:
            upkeep.compact(bank)
        assert "line 2" in raised.value.message
        assert bank.path.read_bytes() == raw


def test_compaction_twice_changes_nothing_more(old: Bank) -> None:
    """A compacted bank compacts to the same lines."""
    upkeep.compact(old)
    lines = old.path.read_bytes().split(b"\n")[1:]
    upkeep.compact(old)
    assert old.path.read_bytes().split(b"\n")[1:] == lines
    assert len(upkeep.backups(old.path)) == 2


def test_backup_is_the_bank_itself(old: Bank, tmp_path: Path) -> None:
    """A backup opens as a bank with the same contents and history; a write cut short is left out."""
    raw = old.path.read_bytes()
    with old.path.open("ab") as file:
        file.write(b'{"crc":"0')
    assert upkeep.backup(old, tmp_path / "copy.jsonl").read_bytes() == raw
    with Bank(tmp_path / "copy.jsonl", cache=tmp_path / "other") as copy:
        assert contents(copy) == contents(old)
        assert len(history.deeds(copy)) == len(history.deeds(old))


def test_backup_into_a_folder(old: Bank, tmp_path: Path) -> None:
    """A folder as target takes the copy under the bank's name."""
    (tmp_path / "stick").mkdir()
    assert upkeep.backup(old, tmp_path / "stick") == tmp_path / "stick" / "bank.jsonl"


@pytest.mark.parametrize("taken", ["a file", "a broken link", "the bank"])
def test_backup_never_overwrites(old: Bank, tmp_path: Path, taken: str) -> None:
    """Where something is already, even a link that leads nowhere, there is no backup."""
    target = old.path if taken == "the bank" else tmp_path / "taken.jsonl"
    if taken == "a file":
        target.write_text("mine")
    elif taken == "a broken link":
        target.symlink_to(tmp_path / "nowhere")
    raw = old.path.read_bytes()
    with pytest.raises(CannotCreate):
        upkeep.backup(old, target)
    assert old.path.read_bytes() == raw
    assert target.is_symlink() or target.read_bytes() in (raw, b"mine")


def test_backup_of_a_damaged_bank_is_refused(tmp_path: Path) -> None:
    """What does not check is no backup: the damage is told and no copy made."""
    OPERATIONS["repair"].start(tmp_path)
    with opened(tmp_path) as bank, pytest.raises(Damaged):
        upkeep.backup(bank, tmp_path / "copy.jsonl")
    assert not (tmp_path / "copy.jsonl").exists()


def test_backups_come_newest_first(old: Bank) -> None:
    """Copies are listed by their time and, within a second, in the order they were made: 10 behind 9."""
    made = [upkeep.backup(old) for _ in range(11)]
    old.clock = lambda: "2020-01-01T00:00:00Z"
    oldest = upkeep.backup(old)
    assert upkeep.backups(old.path) == [*reversed(made), oldest]


def test_restored_bank_is_the_backup(old: Bank, tmp_path: Path) -> None:
    """Restoring brings back contents and history, and keeps the bank as it was; that can be restored in its turn."""
    newest = contents(old)
    with Bank(tmp_path / "saved.jsonl", cache=tmp_path / "other") as saved:
        expected, past = contents(saved), len(history.deeds(saved))
    copy = upkeep.restore(old, tmp_path / "saved.jsonl")
    assert contents(old) == expected != newest
    assert len(history.deeds(old)) == past
    assert copy
    upkeep.restore(old, copy)
    assert contents(old) == newest
    assert check(old).ok


def test_restored_bank_is_new_to_every_view(old: Bank, tmp_path: Path) -> None:
    """Who followed the bank by a cursor is told everything anew after a restore."""
    cursor = old.changes()[1]
    assert old.changes(cursor)[2] is False
    upkeep.restore(old, tmp_path / "saved.jsonl")
    assert old.changes(cursor)[2] is True


def test_restore_where_there_is_no_bank(old: Bank, tmp_path: Path) -> None:
    """A backup makes a bank where there is none, with the folder if need be."""
    with Bank(tmp_path / "new" / "place", cache=tmp_path / "other") as bank:
        assert upkeep.restore(bank, old.path) is None
        assert contents(bank) == contents(old)


def test_restore_over_a_damaged_bank(old: Bank, tmp_path: Path) -> None:
    """A bank beyond repair can be replaced, and is kept as it was."""
    old.close()
    old.path.write_bytes(b"\0" * 100)
    copy = upkeep.restore(old, tmp_path / "saved.jsonl")
    assert copy
    assert copy.read_bytes() == b"\0" * 100
    assert check(old).ok


@pytest.mark.parametrize(
    ("bad", "error"), [(None, MissingFile), (b"", Damaged), (b"@article{x}\n", BadInput), (b"damaged", Damaged)]
)
def test_restore_checks_the_backup_first(
    old: Bank, tmp_path: Path, bad: bytes | None, error: type[QuotebankError]
) -> None:
    """A backup that is missing, empty, of another kind or damaged leaves the bank as it is."""
    source, raw = tmp_path / "saved.jsonl", old.path.read_bytes()
    if bad is None:
        source.unlink()
    else:
        source.write_bytes(source.read_bytes().replace(b"lankov", b"lankow", 1) if bad == b"damaged" else bad)
    with pytest.raises(error):
        upkeep.restore(old, source)
    assert old.path.read_bytes() == raw
    assert not upkeep.backups(old.path)


def test_restore_from_itself_is_refused(old: Bank, tmp_path: Path) -> None:
    """The bank is not its own backup, under whatever name."""
    (tmp_path / "link.jsonl").symlink_to(old.path)
    for source in (old.path, tmp_path / "link.jsonl"):
        with pytest.raises(BadInput):
            upkeep.restore(old, source)


def test_rewriting_goes_through_links(tmp_path: Path) -> None:
    """A bank opened through a link is rewritten where it lies, and the link stays a link."""
    small_bank(tmp_path)
    (tmp_path / "link").symlink_to(tmp_path / "store")
    (tmp_path / "store" / "alias.jsonl").symlink_to(tmp_path / "store" / "bank.jsonl")
    for name in ("link", "store/alias.jsonl"):
        with Bank(tmp_path / name, cache=tmp_path / "cache") as bank:
            upkeep.compact(bank)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "store" / "alias.jsonl").is_symlink()


def test_tail_that_shrinks_while_it_is_set_aside(tmp_path: Path) -> None:
    """A tail that another program cuts at that very moment is set aside as far as it is there; the write goes on."""
    torn_bank(tmp_path)

    class Outdated(Disk):
        def size(self, handle: int) -> int:
            return super().size(handle) + 100

    with opened(tmp_path, Outdated()) as bank:
        assert bank.add(Article(key="next")).key == "next"
        assert check(bank).ok


def test_last_line_without_its_newline_counts_and_is_mended(tmp_path: Path) -> None:
    """A write that lacks only its last newline is whole; the next one begins on a line of its own."""
    small_bank(tmp_path)
    with opened(tmp_path) as bank:
        bank.add(Article(key="last"))
        bank.path.write_bytes(bank.path.read_bytes()[:-1])
        assert bank.article("last").key == "last"
        bank.add(Article(key="next"))
        assert {"last", "next"} <= {found.key for found in bank.iter_articles()}
        assert check(bank).ok
        upkeep.compact(bank)
        assert all(encode(line) in bank.path.read_bytes() for line in bank.lines("articles"))
