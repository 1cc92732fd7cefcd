"""Copies of articles' texts, kept beside a bank so that quotations can be held against them when the page is gone.

They lie in the folder ``snapshots`` beside the bank's file, as plain text (and the page itself, compressed, where that
was asked for), named after their own SHA-256. A record names its copy in ``snapshot``: ``text`` and ``html`` are file
names, ``sha256`` is the text's checksum, ``taken`` the UTC time, ``url`` the address it came from.
"""

from collections.abc import Mapping
from pathlib import Path

from quotebank.bank.disk import Disk, explained
from quotebank.bank.rewriting import write_whole
from quotebank.errors import Damaged, MissingFile
from quotebank.model.articles import Article

FOLDER = "snapshots"

_NAME = 16
"""Figures of the checksum that a file's name has."""

_AGAIN = "save the page again: quotebank add URL --save --on-duplicate update"


def snapshot_folder(bank: Path) -> Path:
    """The folder of the copies of a bank at a path."""
    return bank.parent / FOLDER


def save_snapshot(
    bank: Path,
    text: str,
    *,
    taken: str,
    url: str = "",
    html: bytes | None = None,
    disk: Disk | None = None,
    dry_run: bool = False,
) -> dict[str, object]:
    """Write a text (and its page) beside a bank; returns what the record says of them.

    Complete and on disk when this returns; what is there already is not written again. With `dry_run` nothing is
    written. Raises `StorageError`, `NotPermitted`, `CannotCreate`.
    """
    from hashlib import sha256

    data = text.encode("utf-8", "surrogatepass")
    checksum = sha256(data).hexdigest()
    shape: dict[str, object] = {"text": f"{checksum[:_NAME]}.txt", "sha256": checksum, "taken": taken}
    if url:
        shape["url"] = url
    files = {str(shape["text"]): data}
    if html is not None:
        import gzip

        name = f"{sha256(html).hexdigest()[:_NAME]}.html.gz"
        shape["html"] = name
        files[name] = gzip.compress(html, mtime=0)
    if dry_run:
        return shape
    folder, disk = snapshot_folder(bank), disk or Disk()
    with explained(folder, "saving the page"):
        disk.make_folder(folder)
    for name, content in files.items():
        if not _holds(folder / name, content):
            write_whole(folder / name, (content,), disk)
    return shape


def read_snapshot(bank: Path, article: Article) -> str | None:
    """The saved text of an article, None if none was saved.

    Raises `MissingFile` when the file is gone, `Damaged` when it is not what was saved any more.
    """
    from hashlib import sha256

    name = article.snapshot.get("text")
    if not name:
        return None
    path = snapshot_folder(bank) / _checked(str(name), article.snapshot)
    try:
        with explained(path, "reading the saved text"):
            data = path.read_bytes()
    except MissingFile as problem:
        raise MissingFile(f"{path}: the saved text of {article.key} is gone", _AGAIN) from problem
    if sha256(data).hexdigest() != article.snapshot.get("sha256"):
        raise Damaged(f"{path}: the saved text of {article.key} was changed since", _AGAIN)
    return data.decode("utf-8", "surrogatepass")


def _checked(name: str, snapshot: Mapping[str, object]) -> str:
    """A file's name if it is one that `save_snapshot` gives: records may come from anywhere, and name any file."""
    stem, _, ending = name.partition(".")
    if ending != "txt" or len(stem) != _NAME or not str(snapshot.get("sha256", "")).startswith(stem):
        raise Damaged(f"snapshot {name[:60]!r}: no name of a saved text", _AGAIN)
    return name


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:
        return False
