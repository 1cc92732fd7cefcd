"""The operating system's file calls, as the bank makes them.

Every byte the bank writes goes through one `Disk`, so that a test can let any single call fail, and so
that an `OSError` becomes the error a writer understands in one place (`explained`).
"""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from quotebank.errors import (
    CannotCreate,
    MissingFile,
    NotPermitted,
    QuotebankError,
    StorageError,
)

_FULL = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))
_REFUSED = frozenset((errno.EACCES, errno.EPERM, errno.EROFS))


class Disk:
    """File calls by descriptor; all but `close` raise `OSError` as the system does. Files are 0600, folders 0700."""

    def open(self, path: Path, flags: int) -> int:
        """A descriptor for `path`; `flags` are those of `os.open`."""
        return os.open(path, flags | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0), 0o600)

    def close(self, handle: int) -> None:
        """Give a descriptor back. Never raises: whoever wrote has synced before, so nothing can be lost here."""
        with suppress(OSError):
            os.close(handle)

    def read(self, handle: int, size: int, offset: int) -> bytes:
        """Up to `size` bytes from `offset`; fewer at the end of the file only."""
        os.lseek(handle, offset, os.SEEK_SET)
        parts = []
        while size > 0 and (part := os.read(handle, min(size, 1 << 20))):
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def write(self, handle: int, data: bytes) -> None:
        """All of `data` at the descriptor's place; a short write goes on until it is whole or fails."""
        view = memoryview(data)
        while view:
            view = view[os.write(handle, view) :]

    def size(self, handle: int) -> int:
        """The length of the open file in bytes."""
        return os.fstat(handle).st_size

    def truncate(self, handle: int, size: int) -> None:
        """Cut the open file to `size` bytes."""
        os.ftruncate(handle, size)

    def sync(self, handle: int) -> None:
        """Return only when the file's bytes are on the device."""
        if sys.platform == "darwin":  # fsync there leaves them in the device's own cache (fsync(2) of macOS)
            import fcntl

            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
        else:
            os.fsync(handle)

    def sync_folder(self, folder: Path) -> None:
        """Return only when the folder's entries are on the device (where the system can say so)."""
        if os.name == "nt":
            return
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        except OSError as problem:
            if problem.errno != errno.EINVAL:  # file systems without folder fsync
                raise
        finally:
            os.close(handle)

    def make_folder(self, folder: Path) -> None:
        """Make a folder and its parents where they are missing, each on the device when this returns."""
        made = [each for each in (folder, *folder.parents) if not os.path.lexists(each)]
        for each in reversed(made):
            each.mkdir(mode=0o700, exist_ok=True)
            self.sync_folder(each.parent)

    def replace(self, source: Path, target: Path) -> None:
        """Put `source` in `target`'s place in one step."""
        os.replace(source, target)  # noqa: PTH105 - the call a test makes fail

    def remove(self, path: Path) -> None:
        """Remove one file."""
        os.unlink(path)  # noqa: PTH108 - the call a test makes fail


@contextmanager
def explained(where: object, doing: str) -> Iterator[None]:
    """Turn an `OSError` inside the block into the `QuotebankError` that says `where` and `doing` what."""
    try:
        yield
    except OSError as problem:
        raise explain(problem, where, doing) from problem


def explain(problem: OSError, where: object, doing: str) -> QuotebankError:
    """The error a writer reads for an `OSError` met while `doing` something at `where`."""
    said = (problem.strerror or str(problem)).lower()
    message = f"{where}: {doing} failed ({said})"
    if problem.errno == errno.ENOENT:
        return MissingFile(message, "check the path")
    if problem.errno in _REFUSED:
        return NotPermitted(message, "check who owns it and whether it is read-only")
    if problem.errno in _FULL:
        return StorageError(message, "free some space and try again; nothing was changed")
    if problem.errno in (errno.EEXIST, errno.ENOTDIR, errno.EISDIR):
        return CannotCreate(message, "choose another path")
    return StorageError(message, "nothing was changed; check the device and try again")
