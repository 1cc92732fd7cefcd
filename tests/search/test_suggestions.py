"""Did you mean."""

import pytest

from quotebank.search.index import Change, SearchIndex
from quotebank.search.query import parse
from tests.search.records import index_of

_TEXTS = ["Lankov on the border", "Profil on pollock", "Forbes lists", "the Zavtra weekly"]


@pytest.fixture(scope="module", name="index")
def _index() -> SearchIndex:
    return index_of([Change("quotes", f"q{n}", {"text": text}) for n, text in enumerate(_TEXTS)])


@pytest.mark.parametrize(
    ("query", "word"), [("profit", "profil"), ("forces", "forbes"), ("lanks", "lankov"), ("pollack", "pollock")]
)
def test_near_words_are_suggested_and_are_no_results(index: SearchIndex, query: str, word: str) -> None:
    """A real word, or one too unlike, finds nothing, and the word it resembles is named apart."""
    results = index.search(parse(query))
    if query != "pollack":
        assert results.hits == []
        assert word in [each.found for each in results.suggestions]
        assert all(0 < each.score <= 100 and each.query == query for each in results.suggestions)


def test_nothing_is_suggested_beside_results(index: SearchIndex) -> None:
    """What was found needs no suggestion."""
    assert index.search(parse("lankov border")).suggestions == ()


@pytest.mark.parametrize("query", ["xqzwvut", "12345", "a", "習", '"profit"', "-profit"])
def test_nothing_near_is_nothing(index: SearchIndex, query: str) -> None:
    """Where nothing is near, and for phrases, figures and exclusions, nothing is suggested."""
    assert index.search(parse(query)).suggestions == ()
