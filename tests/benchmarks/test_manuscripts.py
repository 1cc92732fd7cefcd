"""The benchmark of manuscripts measures what it says."""

from pathlib import Path

import pytest

from quotebank import Bank
from quotebank.draft import read_draft
from quotebank.model.articles import Article
from tests.benchmarks import manuscripts
from tests.benchmarks.measure import Command, Reading
from tests.benchmarks.suite import FLOOR


def test_the_drafts_cite_what_they_say(tmp_path: Path) -> None:
    """Both drafts are as long as wanted and cite each key once, in its order."""
    keys = [f"key{number}" for number in range(20)]
    draft = manuscripts.write_drafts(tmp_path, keys, words=2_000)
    for path in (draft.markdown, draft.latex):
        (part,) = read_draft(str(path), lambda name: Path(name).read_bytes())
        assert [citation.key for citation in part.citations] == keys
        assert part.troubles == ()
        assert 1_900 < len(part.prose.split()) < 2_200


def test_keys_from_the_whole_bank(tmp_path: Path) -> None:
    """The keys lie all over the bank, no more of them than there are."""
    with Bank.create(tmp_path / "bank.jsonl", cache=tmp_path / "cache") as bank, bank.transaction("import") as change:
        for number in range(50):
            change.add_article(Article(key=f"key{number:02}", title="A title"))
    found = manuscripts.keys_of(tmp_path / "bank.jsonl", tmp_path / "cache", 10)
    assert found == [f"key{number:02}" for number in range(0, 50, 5)]
    assert len(manuscripts.keys_of(tmp_path / "bank.jsonl", tmp_path / "cache", 80)) == 50


@pytest.mark.parametrize(("cpu", "peak", "met"), [(0.2, 1, True), (0.3, 1, False), (0.2, 1 << 30, False)])
def test_the_table(cpu: float, peak: int, met: bool) -> None:
    """A row says how many floors a command takes, and one beyond its bar is noticed."""
    bars = Command("it", lambda _: [], ratio=2.5, peak=1 << 20)
    readings = [Reading(Command(FLOOR, lambda _: []), 0.1, 0.1, 1, 1), Reading(bars, cpu, cpu, peak, 1)]
    lines, all_met = manuscripts.table(readings, 1_000)
    assert all_met is met
    assert "1,000 quotes; the floor is 100 ms" in lines[0]
    assert lines[-1].startswith(f"| it | {cpu * 1000:.0f} ms | {cpu / 0.1:.2f} | <= 2.5 |")


def test_the_whole_run(capsys: pytest.CaptureFixture[str]) -> None:
    """Every command runs on a small bank, the draft is answered and its bibliography right."""
    code = manuscripts.main(["--quotes", "300", "--runs", "1"])
    told = capsys.readouterr().out
    assert code in (0, 1)
    for what in ("draft.md`", "draft.tex`", "--key", "--output refs.bib", "--check refs.bib"):
        assert what in told
