"""The benchmark of importing measures what it says."""

import json
from pathlib import Path

import pytest

from tests.benchmarks import importing


def test_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    """Each figure has its row, its bar, and the exit code tells whether all are met."""
    code = importing.main(["--records", "40", "--entries", "20", "--rounds", "1"])
    told = capsys.readouterr().out
    assert code == 1  # so few records are nothing against a program's start
    for what in ("40 CSL-JSON records", "most memory", "the same file again", "20 BibLaTeX entries"):
        assert f"| {what}" in told


def test_a_library_of_so_many(tmp_path: Path) -> None:
    """The file holds so many items with keys of their own, as reference managers write them."""
    path = tmp_path / "library.json"
    importing.library(path, 25)
    items = json.loads(path.read_text(encoding="utf-8"))
    assert len({item["id"] for item in items}) == 25
    assert not any("custom" in item for item in items)
