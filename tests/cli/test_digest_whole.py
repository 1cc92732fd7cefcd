"""A digest read for once by the real reader: from its text to the bank and back to the very sentence."""

import json
from pathlib import Path

from tests.cli.conftest import Cli

REVIEW = """\
# What the papers said

Writing in the Halden Courier on November 4, Ingrid Solvang argued that the harbour should be closed for the winter.
She expects the council to follow her.

According to the Rosmarin Gazette, No. 12, nobody has asked the fishermen.

Ingrid Solvang in the Halden Courier on November 9 warned that the ice would come early.
"""


def banked(cli: Cli, folder: Path) -> list[dict[str, object]]:
    """The sources of the review after it was banked in a fresh bank, every one of them."""
    (folder / "review.md").write_text(REVIEW, encoding="utf-8")
    if not (folder / "store").exists():
        cli("init")
    outcome = cli("digest", "review.md", "--date", "2021-11-30", "--yes", "--min-confidence", "0", "--json")
    assert outcome.code == 0, outcome
    sources: list[dict[str, object]] = json.loads(outcome.out)["sources"]
    return sources


def test_a_review_becomes_records(cli: Cli, tmp_path: Path) -> None:
    """Outlet, author, date and issue arrive in the bank; two days of one author in one outlet are two items."""
    told = [(each["outlet"], each["authors"], each["date"]) for each in banked(cli, tmp_path)]
    assert ("Halden Courier", ["Ingrid Solvang"], "2021-11-04") in told
    assert ("Halden Courier", ["Ingrid Solvang"], "2021-11-09") in told
    assert json.loads(cli("show", "solvang2021", "--json").out)["date_inferred_parts"] == ["year"]
    assert cli("show", "solvang2021a").code == 0
    assert "Rosmarin Gazette" in cli("search", "fishermen").out


def test_a_quote_leads_back_to_the_sentence(cli: Cli, tmp_path: Path) -> None:
    """The offsets of every quote cut its very text out of the digest."""
    banked(cli, tmp_path)
    quotes = json.loads(cli("show", "solvang2021", "--json").out)["quotes"]
    for quote in quotes:
        place = quote["via"]["position"]
        assert REVIEW[place["start"] : place["end"]] == quote["text"]
    assert any("closed for the winter" in quote["text"] for quote in quotes)


def test_reading_it_again_adds_nothing(cli: Cli, tmp_path: Path) -> None:
    """A second reading, also without the date, finds everything in the bank."""
    banked(cli, tmp_path)
    before = (tmp_path / "store" / "bank.jsonl").read_bytes()
    outcome = cli("digest", "review.md", "--yes", "--min-confidence", "0")
    assert (outcome.code, outcome.out) == (0, "")
    assert (tmp_path / "store" / "bank.jsonl").read_bytes() == before


def test_what_the_bank_knows_helps_the_reader(cli: Cli, tmp_path: Path) -> None:
    """An outlet that the bank has under another name is named as there, and how it was printed is kept apart."""
    cli("init")
    stored = {"articles": [], "quotes": [], "outlets": [{"name": "Rosmarin Daily", "variants": ["Rosmarin Gazette"]}]}
    (tmp_path / "old.json").write_text(json.dumps(stored))
    assert cli("import", "old.json").code == 0
    told = [(each["outlet"], each["outlet_printed"]) for each in banked(cli, tmp_path)]
    assert ("Rosmarin Daily", "Rosmarin Gazette") in told
