"""What the file system refuses is told with its own exit code, and nothing is changed."""

import errno
import os
from pathlib import Path

import pytest

from quotebank.bank.bank import Bank
from quotebank.bank.disk import Disk, explain
from quotebank.errors import CannotCreate, MissingFile, NotPermitted, QuotebankError, StorageError
from quotebank.model.articles import Article


class Refusing(Disk):
    """A disk on which nothing can be opened for writing, as on a read-only medium."""

    def open(self, path: Path, flags: int) -> int:
        """Refuse whatever would write."""
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))
        return super().open(path, flags)


@pytest.mark.parametrize(
    ("number", "kind", "code"),
    [
        (errno.EACCES, NotPermitted, 77),
        (errno.EPERM, NotPermitted, 77),
        (errno.EROFS, NotPermitted, 77),
        (errno.ENOENT, MissingFile, 66),
        (errno.EEXIST, CannotCreate, 73),
        (errno.EISDIR, CannotCreate, 73),
        (errno.ENOSPC, StorageError, 74),
        (errno.EDQUOT, StorageError, 74),
        (errno.EIO, StorageError, 74),
    ],
)
def test_each_refusal_has_its_code(number: int, kind: type[QuotebankError], code: int) -> None:
    """A system error becomes the error with its documented code, says where, and what to do."""
    error = explain(OSError(number, os.strerror(number)), "store/bank.jsonl", "writing")
    assert type(error) is kind
    assert error.exit_code == code
    assert error.message.startswith("store/bank.jsonl: writing failed")
    assert error.hint


def test_a_read_only_bank_is_readable(bank: Bank, tmp_path: Path) -> None:
    """On a read-only medium a bank can be read and not written, and says so."""
    bank.add(Article(key="one", title="A"))
    before = bank.path.read_bytes()
    locked = Bank(bank.path, cache=tmp_path / "cache2", disk=Refusing())
    assert locked.article("one").title == "A"
    with pytest.raises(NotPermitted):
        locked.add(Article(title="B"))
    assert bank.path.read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may do everything")
def test_a_folder_that_may_not_be_written(bank: Bank, tmp_path: Path) -> None:
    """A folder without permission to write: reading works, writing ends with 77."""
    bank.add(Article(key="one", title="A"))
    bank.path.with_name("bank.jsonl.lock").unlink()
    bank.path.chmod(0o400)
    bank.path.parent.chmod(0o500)
    try:
        fresh = Bank(bank.path, cache=tmp_path / "cache2")
        assert fresh.article("one").title == "A"
        with pytest.raises(NotPermitted):
            fresh.add(Article(title="B"))
    finally:
        bank.path.parent.chmod(0o700)


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_only_the_writer_may_read(bank: Bank) -> None:
    """Files are made for their owner alone, and so are folders."""
    bank.add(Article(title="A"))
    assert bank.path.stat().st_mode & 0o777 == 0o600
    assert bank.path.parent.stat().st_mode & 0o777 == 0o700
