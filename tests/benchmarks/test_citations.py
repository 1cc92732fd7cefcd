"""The benchmark of the formats measures what it says."""

import pytest

from tests.benchmarks import citations


def test_every_format_is_measured(capsys: pytest.CaptureFixture[str]) -> None:
    """Each format has its row for writing and reading, in records a second and in bare parses."""
    assert citations.main(["--records", "30", "--rounds", "1"]) == 0
    told = capsys.readouterr().out
    for name in ("biblatex", "bibtex", "csl-json", "ris"):
        assert f"| {name} written |" in told
        assert f"| {name} read |" in told
    assert "| bibtexparser, bare parse | " in told
    first = next(line for line in told.splitlines() if "bare parse |" in line)
    assert first.endswith("| 1.00 |")


def test_records_are_made_up_as_asked() -> None:
    """So many records as were asked for, all different."""
    made = citations.made_up(25)
    assert len({article.key for article in made}) == 25
