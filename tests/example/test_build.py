"""The example bank is what its source says."""

from pathlib import Path

import pytest

from quotebank import Bank
from tests.example.build import build
from tests.example.source import SOURCE


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A freshly built example bank."""
    target = tmp_path / "built" / "bank.jsonl"
    build(target)
    return target


def test_store_is_built_from_its_source(built: Path) -> None:
    """The bank in store/ is byte for byte what its source builds."""
    assert built.read_bytes() == (SOURCE.parent / "bank.jsonl").read_bytes()


def test_twelve_sources_and_their_report(built: Path, tmp_path: Path) -> None:
    """The report and its twelve sources are there, each source with one to four paraphrases via the report."""
    bank = Bank(built, cache=tmp_path / "cache")
    articles = list(bank.iter_articles())
    assert len(articles) == 13
    for article in articles:
        quotes = bank.quotes_of(article)
        if article.type == "report":
            assert not quotes
            continue
        assert 1 <= len(quotes) <= 4
        for quote in quotes:
            assert quote.via is not None
            assert quote.via.article == "countryreport2021russia"
            assert quote.via.locator is not None


def test_both_spellings_lead_to_one_outlet(built: Path, tmp_path: Path) -> None:
    """Vzgliad and Vzglyad are one outlet with two articles."""
    bank = Bank(built, cache=tmp_path / "cache")
    outlets = [article.outlet for article in bank.iter_articles()]
    assert outlets.count("Vzglyad") == 2
    assert "Vzgliad" not in outlets
