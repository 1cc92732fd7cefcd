"""Search is as good as promised: on the example bank, and among a thousand distractors.

``python -m tests.search.quality --distractors 100000`` measures the same among more; the README has the figures.
"""

from pathlib import Path

import pytest

from quotebank import Bank
from tests.search.quality.banks import found, make_bank, ranked
from tests.search.quality.queries import graded, negatives
from tests.search.quality.scorer import by_category, share


@pytest.fixture(scope="module", params=[0, 1_000], name="bank")
def _bank(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Bank:
    return make_bank(tmp_path_factory.mktemp("quality") / "bank.jsonl", request.param)


def test_the_right_answer_comes_first(bank: Bank) -> None:
    """Of more than 300 queries of every kind nearly all have the right answer first, the rest among the first five."""
    alone = bank.counts().quotes < 100
    results = list(ranked(bank, graded(alone=alone)))
    failed = [each for each in results if each.rank != 1]
    shares = share(results)
    assert shares.queries >= 300
    assert shares.first >= (0.99 if alone else 0.98), failed
    assert shares.five >= (0.993 if alone else 0.99), failed
    assert all(each.first >= 0.9 for each in by_category(results).values()), failed


def test_what_is_not_there_is_not_found(bank: Bank) -> None:
    """More than 60 queries without an answer have none."""
    queries = negatives(alone=bank.counts().quotes < 100)
    assert len(queries) >= 60
    assert [each for each in queries if found(bank, each.query)] == []


def test_queries_are_of_every_kind_and_have_an_answer() -> None:
    """Each of 19 categories has at least 18 queries, and every right answer is in the example bank."""
    from tests.example.source import SOURCE, load

    categories: dict[str, int] = {}
    for each in graded():
        name = each.category.rstrip("!")
        categories[name] = categories.get(name, 0) + 1
    assert len(categories) >= 19
    assert min(categories.values()) >= 18
    texts = [" ".join(quote.text.split()) for _, quote in load(SOURCE).quotes]
    assert all(any(text.startswith(each.begins) for text in texts) for each in graded())


def test_negatives_are_absent(tmp_path: Path) -> None:
    """No single word of the negatives stands in the example bank."""
    from quotebank.text.folding import fold

    with make_bank(tmp_path / "bank.jsonl", 0) as bank:
        known = {word for quote in bank.iter_quotes() for word in fold(quote.text).split()}
    single = [each.query for each in negatives() if len(fold(each.query).split()) == 1 and ":" not in each.query]
    assert [query for query in single if fold(query) in known] == []
