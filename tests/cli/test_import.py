"""`quotebank import`, `merge` and `dedupe` as a writer and a script meet them."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Cli

ITEM = {
    "id": "pipeline",
    "type": "article-newspaper",
    "title": "Why the pipeline will be built after all",
    "container-title": "Zarya",
    "URL": "https://zarya.example/a/1",
    "issued": {"date-parts": [[2021, 11, 4]]},
}


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A CSL-JSON file of one item."""
    path = tmp_path / "library.json"
    path.write_text(json.dumps([ITEM]), encoding="utf-8")
    return path


def write(path: Path, **more: object) -> None:
    """Put one item, changed, into a file."""
    path.write_text(json.dumps([ITEM | more]), encoding="utf-8")


def test_added_then_skipped_with_the_reason(sample: Cli, library: Path) -> None:
    """The counts are told, and of what was not added why; --json says the same to scripts."""
    first = sample("import", str(library))
    assert first.code == 0
    assert "1 added, 0 updated, 0 skipped" in first.err
    write(library, id="other", URL="http://www.zarya.example/a/1/?utm_source=x")
    again = sample("import", str(library))
    assert "skipped pipeline: other: same address" in again.err
    assert "0 added, 0 updated, 1 skipped" in again.err
    told = json.loads(sample("import", str(library), "--json").out)
    assert told == {
        "added": [], "updated": [], "skipped": ["pipeline"], "problems": [], "why": {"pipeline": "other: same address"},
    }  # fmt: skip


def test_update_and_add(sample: Cli, library: Path) -> None:
    """--on-duplicate update corrects what is there, add puts a second record beside it; both are said."""
    sample("import", str(library))
    write(library, page="3")
    updated = sample("import", str(library), "--on-duplicate", "update")
    assert "updated pipeline: same key" in updated.err
    assert json.loads(sample("show", "pipeline", "--json").out)["pages"] == "3"
    added = sample("import", str(library), "--on-duplicate", "add")
    assert "added beside pipeline" in added.err
    assert "1 added" in added.err


def test_standard_input_and_many_files(sample: Cli, library: Path, tmp_path: Path) -> None:
    """Several files are one import, and - is standard input."""
    second = tmp_path / "second.bib"
    second.write_text("@article{b1, title = {Elections without voters}, date = {2021}}", encoding="utf-8")
    third = json.dumps([{"id": "c1", "type": "book", "title": "A book of its own"}]).encode()
    outcome = sample("import", str(library), str(second), "-", stdin=third)
    assert "3 added" in outcome.err
    assert sample("undo").code == 0
    assert sample("show", "c1").code == 1


@pytest.mark.parametrize("choice", ["ask", "fail", "merge"])
def test_choices_that_are_none(sample: Cli, library: Path, choice: str) -> None:
    """Off a terminal there is nobody to ask; other words are refused with the choices."""
    outcome = sample("import", str(library), "--on-duplicate", choice)
    assert outcome.code == 2
    assert "skip" in outcome.err


def test_many_reasons_are_only_counted(sample: Cli, library: Path) -> None:
    """Of very many records it is told how many there were already, and no line for each."""
    items = [ITEM | {"id": f"k{n}", "URL": f"https://zarya.example/{n}", "title": f"Number {n}"} for n in range(30)]
    library.write_text(json.dumps(items), encoding="utf-8")
    sample("import", str(library))
    outcome = sample("import", str(library))
    assert "30 records were there already" in outcome.err
    assert outcome.err.count("\n") == 2


def test_a_bad_item_keeps_everything_out(sample: Cli, library: Path) -> None:
    """A problem names its file and line, exits with 65 and nothing is imported unless --keep-going."""
    library.write_text(f'[{json.dumps(ITEM)},\n{{"id": "b", "title": []}}]', encoding="utf-8")
    outcome = sample("import", str(library))
    assert outcome.code == 65
    assert "line 2" in outcome.err
    assert sample("show", "pipeline").code == 1
    assert sample("import", str(library), "--keep-going").code == 65
    assert sample("show", "pipeline").code == 0


def test_merging(sample: Cli, library: Path) -> None:
    """Off a terminal --yes is needed; a dry run shows what would happen; undo brings both back."""
    sample("import", str(library))
    write(library, id="twin", page="3", title="The pipeline will be built")
    sample("import", str(library), "--on-duplicate", "add")
    twin = json.loads(sample("dedupe", "--json").out)["pairs"][0]["other"]
    assert sample("merge", "pipeline", twin).code == 2
    rehearsal = sample("merge", "pipeline", twin, "--dry-run")
    assert rehearsal.code == 0
    assert "title: Why the pipeline will be built after all is kept, not The pipeline will be built" in rehearsal.err
    merged = json.loads(sample("merge", "pipeline", twin, "--yes", "--json").out)
    assert (merged["merged"], merged["article"]["pages"]) == (twin, "3")
    assert json.loads(sample("show", twin, "--json").out)["key"] == "pipeline"
    assert sample("undo").code == 0
    assert json.loads(sample("show", twin, "--json").out)["key"] == twin


def test_listing_pairs(sample: Cli, library: Path) -> None:
    """Pairs are told with how sure they are and why; when there is none the exit code is 1."""
    assert sample("dedupe", "--min", "100").code == 1
    sample("import", str(library))
    sample("import", str(library), "--on-duplicate", "add")
    outcome = sample("dedupe", "--limit", "1")
    assert outcome.code == 0
    assert "pipeline" in outcome.out
    assert "same address" in outcome.out
    document = json.loads(sample("dedupe", "--json").out)
    assert set(document["pairs"][0]) == {"kind", "one", "other", "sure", "reasons"}
