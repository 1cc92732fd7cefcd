"""Saved texts: whole or not there, the very words that were saved, and no other file of the disk."""

import gzip
import stat
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotebank.bank.snapshots import FOLDER, read_snapshot, save_snapshot, snapshot_folder
from quotebank.errors import Damaged, MissingFile, QuotebankError
from quotebank.model.articles import Article
from tests.bank.disks import FaultyDisk

TAKEN = "2021-11-30T09:00:00Z"


def saved(folder: Path, text: str, html: bytes | None = None) -> Article:
    """An article whose text was saved beside a bank in a folder."""
    return Article(
        key="k", snapshot=save_snapshot(folder / "bank.jsonl", text, taken=TAKEN, url="https://x.org/a", html=html)
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.text(st.characters(exclude_categories=())))
def test_what_was_saved_comes_back(tmp_path: Path, text: str) -> None:
    """Every text comes back as it was, line ends and all."""
    assert read_snapshot(tmp_path / "bank.jsonl", saved(tmp_path, text)) == text


def test_a_record_says_where_its_text_is(tmp_path: Path) -> None:
    """Names, checksum, time and address stand in the record; the page is kept as it came, compressed."""
    shape = saved(tmp_path, "Words.\n", b"<p>Words.").snapshot
    assert set(shape) == {"text", "html", "sha256", "taken", "url"}
    assert (tmp_path / FOLDER / str(shape["text"])).read_bytes() == b"Words.\n"
    assert gzip.decompress((tmp_path / FOLDER / str(shape["html"])).read_bytes()) == b"<p>Words."


def test_the_same_text_is_one_file(tmp_path: Path) -> None:
    """Saving a page again that has not changed writes nothing new, and nobody else may read it."""
    first, second = saved(tmp_path, "Words.", b"<p>"), saved(tmp_path, "Words.", b"<p>")
    assert first.snapshot == second.snapshot
    files = list((tmp_path / FOLDER).iterdir())
    assert len(files) == 2
    assert all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in files)


def test_no_snapshot(tmp_path: Path) -> None:
    """An article of which nothing was saved has no text, and no folder is made for it."""
    assert read_snapshot(tmp_path / "bank.jsonl", Article(key="k")) is None
    assert not snapshot_folder(tmp_path / "bank.jsonl").exists()


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    """It is said which, and what to do."""
    article = saved(tmp_path, "Words.")
    (tmp_path / FOLDER / str(article.snapshot["text"])).unlink()
    with pytest.raises(MissingFile, match="the saved text of k is gone"):
        read_snapshot(tmp_path / "bank.jsonl", article)


def test_a_file_that_was_changed(tmp_path: Path) -> None:
    """Words that somebody changed are not taken for the source's."""
    article = saved(tmp_path, "He did.")
    (tmp_path / FOLDER / str(article.snapshot["text"])).write_text("He did not.")
    with pytest.raises(Damaged, match="changed since"):
        read_snapshot(tmp_path / "bank.jsonl", article)


@pytest.mark.parametrize(
    "name", ["../bank.jsonl", "/etc/passwd", "0123456789abcdef.txt", "x.txt", "\x00.txt", "a" * 9999]
)
def test_a_record_names_no_other_file(tmp_path: Path, name: str) -> None:
    """A record from elsewhere cannot have another file of the disk read."""
    article = saved(tmp_path, "Words.")
    (tmp_path / "bank.jsonl").write_text("secret")
    (tmp_path / FOLDER / "0123456789abcdef.txt").write_text("secret")
    with pytest.raises(Damaged):
        read_snapshot(tmp_path / "bank.jsonl", replace(article, snapshot={**article.snapshot, "text": name}))


@pytest.mark.parametrize("at", range(1, 12))
def test_a_disk_that_fails_leaves_no_half_file(tmp_path: Path, at: int) -> None:
    """Whichever call fails, the error is one of ours and every file that is there is whole."""
    disk = FaultyDisk(at)
    with suppress(QuotebankError):
        save_snapshot(tmp_path / "bank.jsonl", "Words.", taken=TAKEN, html=b"<p>", disk=disk)
    folder = tmp_path / FOLDER
    for file in folder.iterdir() if folder.exists() else ():
        data = file.read_bytes()
        assert data == b"Words." or gzip.decompress(data) == b"<p>"
