"""Disks that fail, tell, stutter or pull the plug: what the bank must survive, one file call at a time."""

import errno
import os
import signal
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from quotebank.bank.disk import Disk

_REAL_WRITE = os.write


class CountingDisk(Disk):
    """Calls `reached` with the data before each call that can fail; `calls` is that call's number, from 1."""

    def __init__(self) -> None:
        self.calls = 0

    def reached(self, handle: int = -1, data: bytes = b"") -> None:
        """Told of every call, and for a write of its descriptor and data; to be overridden."""

    def _count(self, handle: int = -1, data: bytes = b"") -> None:
        self.calls += 1
        self.reached(handle, data)

    def open(self, path: Path, flags: int) -> int:
        """As `Disk.open`, counted."""
        self._count()
        return super().open(path, flags)

    def read(self, handle: int, size: int, offset: int) -> bytes:
        """As `Disk.read`, counted."""
        self._count()
        return super().read(handle, size, offset)

    def write(self, handle: int, data: bytes) -> None:
        """As `Disk.write`, counted."""
        self._count(handle, data)
        super().write(handle, data)

    def size(self, handle: int) -> int:
        """As `Disk.size`, counted."""
        self._count()
        return super().size(handle)

    def truncate(self, handle: int, size: int) -> None:
        """As `Disk.truncate`, counted."""
        self._count()
        super().truncate(handle, size)

    def sync(self, handle: int) -> None:
        """As `Disk.sync`, counted."""
        self._count()
        super().sync(handle)

    def sync_folder(self, folder: Path) -> None:
        """As `Disk.sync_folder`, counted."""
        self._count()
        super().sync_folder(folder)

    def make_folder(self, folder: Path) -> None:
        """As `Disk.make_folder`, counted."""
        self._count()
        super().make_folder(folder)

    def replace(self, source: Path, target: Path) -> None:
        """As `Disk.replace`, counted."""
        self._count()
        super().replace(source, target)

    def remove(self, path: Path) -> None:
        """As `Disk.remove`, counted."""
        self._count()
        super().remove(path)

    def _write_half(self, handle: int, data: bytes) -> None:
        Disk.write(self, handle, data[: len(data) // 2])


class FaultyDisk(CountingDisk):
    """Fails with `number` at the call `nth` (from 1), with `for_good` at every one from there on.

    With `half` a write that is to fail has put half of its bytes down. `faults` counts the failures.
    """

    def __init__(self, nth: int, number: int = errno.EIO, *, half: bool = False, for_good: bool = False) -> None:
        super().__init__()
        self.nth = nth
        self.number = number
        self.half = half
        self.for_good = for_good
        self.faults = 0

    def reached(self, handle: int = -1, data: bytes = b"") -> None:
        """Raise `OSError` when it is time."""
        if self.calls == self.nth or (self.for_good and self.calls > self.nth):
            self.faults += 1
            if self.half and data:
                self._write_half(handle, data)
            raise OSError(self.number, os.strerror(self.number))


class KillingDisk(CountingDisk):
    """Ends its own process, as kill -9 does, at the call `nth` (from 1); a write counts twice, its middle as well."""

    def __init__(self, nth: int) -> None:
        super().__init__()
        self.nth = nth

    def write(self, handle: int, data: bytes) -> None:
        """As `Disk.write`, in two halves."""
        half = len(data) // 2
        super().write(handle, data[:half])
        super().write(handle, data[half:])

    def reached(self, handle: int = -1, data: bytes = b"") -> None:
        """Die when it is time."""
        if self.calls == self.nth:
            os.kill(os.getpid(), signal.SIGKILL)


class ShortWriteDisk(Disk):
    """The system takes only `step` bytes at each write, and none once `room` bytes (None: no end) are used up."""

    def __init__(self, step: int = 1, room: int | None = None) -> None:
        self.step = step
        self.room = room

    def write(self, handle: int, data: bytes) -> None:
        """As `Disk.write` on such a system."""
        with patch("os.write", self._take):
            super().write(handle, data)

    def _take(self, handle: int, data: memoryview) -> int:
        step = self.step if self.room is None else min(self.step, self.room)
        if step == 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        taken = _REAL_WRITE(handle, data[:step])
        if self.room is not None:
            self.room -= taken
        return taken


class Event(NamedTuple):
    """One call of a disk (an ``open`` that made the file is a ``create``), its path, and where that moved to."""

    name: str
    path: Path
    target: Path | None = None


class RecordingDisk(Disk):
    """Writes down, in order, every call that opens, changes or syncs something."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._paths: dict[int, Path] = {}

    def open(self, path: Path, flags: int) -> int:
        """As `Disk.open`."""
        made = bool(flags & os.O_CREAT) and not path.exists()
        handle = super().open(path, flags)
        self._paths[handle] = path
        self.events.append(Event("create" if made else "open", path))
        return handle

    def write(self, handle: int, data: bytes) -> None:
        """As `Disk.write`."""
        super().write(handle, data)
        self.events.append(Event("write", self._paths[handle]))

    def truncate(self, handle: int, size: int) -> None:
        """As `Disk.truncate`."""
        super().truncate(handle, size)
        self.events.append(Event("truncate", self._paths[handle]))

    def sync(self, handle: int) -> None:
        """As `Disk.sync`."""
        super().sync(handle)
        self.events.append(Event("sync", self._paths[handle]))

    def sync_folder(self, folder: Path) -> None:
        """As `Disk.sync_folder`."""
        super().sync_folder(folder)
        self.events.append(Event("sync_folder", folder))

    def replace(self, source: Path, target: Path) -> None:
        """As `Disk.replace`."""
        super().replace(source, target)
        self.events.append(Event("replace", source, target))

    def remove(self, path: Path) -> None:
        """As `Disk.remove`."""
        super().remove(path)
        self.events.append(Event("remove", path))
