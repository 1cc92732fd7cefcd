"""Writers take turns: an operating-system lock on a small file beside the bank.

The system drops the lock when its holder ends, however it ends, so no lock is ever stale. (The library
for this, filelock, imports asyncio: its import alone would double the start of every command.)
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quotebank.bank.disk import Disk, explained
from quotebank.errors import Busy

if os.name == "nt":
    import msvcrt

    def _try_lock(handle: int) -> bool:
        os.lseek(handle, 0, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        except OSError:
            return False
        return True
else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextmanager
def writer_lock(bank: Path, disk: Disk, wait: float) -> Iterator[None]:
    """Hold the bank's writer lock inside the block; raise `Busy` when `wait` seconds did not bring it.

    The lock file (``bank.jsonl.lock``) stays: removing it would let two writers hold two different files.
    """
    path = bank.with_name(bank.name + ".lock")
    with explained(path, "locking"):
        handle = disk.open(path, os.O_RDWR | os.O_CREAT)
    try:
        with explained(path, "locking"):
            _acquire(handle, bank, wait)
        yield
    finally:
        disk.close(handle)


def _acquire(handle: int, bank: Path, wait: float) -> None:
    deadline = time.monotonic() + wait
    pause = 0.002
    while not _try_lock(handle):
        if time.monotonic() >= deadline:
            raise Busy(f"{bank}: another quotebank has been writing for {wait:g} s", "try again in a moment")
        time.sleep(pause)
        pause = min(pause * 1.5, 0.05)
