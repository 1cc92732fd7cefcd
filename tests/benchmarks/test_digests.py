"""The benchmark of digests measures what it says."""

import os
import re

import pytest

from tests.benchmarks import digests


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="measuring needs wait4, which this system lacks")
def test_every_language_and_the_command_are_measured(capsys: pytest.CaptureFixture[str]) -> None:
    """Each language has its row, all of them together one more, and the command its ratio to the floor."""
    assert digests.main(["--characters", "12000", "--rounds", "1", "--runs", "1"]) == 0
    told = capsys.readouterr().out
    rows = re.findall(r"^\| (\w+) \| ([\d.]+) \| (\d+) \| ([\d.]+) \|$", told, re.MULTILINE)
    assert [row[0] for row in rows] == ["de", "en", "fr", "ru", "all"]
    assert all(int(sources) > 0 for _, _, sources, _ in rows)
    assert sum(int(row[2]) for row in rows[:-1]) == int(rows[-1][2])
    assert re.search(r"^`digest FILE --dry-run`: [\d.]+ floors \(\d+ ms of CPU\)\.$", told, re.MULTILINE)


def test_long_digests_are_as_long_as_asked() -> None:
    """So many characters of a language's digests, begun again when they are not enough."""
    assert [len(digests.long_digest("fr", length)) for length in (10, 1_000, 300_000)] == [10, 1_000, 300_000]
    assert digests.long_digest("ru", 500) != digests.long_digest("de", 500)


def test_a_rate_is_megabytes_a_second() -> None:
    """Bytes and seconds make megabytes a second."""
    assert digests.Row("en", 3_000_000, 1, 2.0).rate == pytest.approx(1.5)
