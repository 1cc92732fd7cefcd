"""The order of results."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotebank.search.index import Change
from quotebank.search.query import parse
from quotebank.search.ranking import CANDIDATES, closeness
from tests.search.records import found, index_of

_FILLER = [Change("articles", f"f{n}", {"key": f"f{n}", "title": f"filler number {n} of many"}) for n in range(20)]


def _quote(name: str, text: str, article: str = "") -> Change:
    return Change("quotes", name, {"article": article, "text": text})


def test_scores_run_from_the_best_down() -> None:
    """The best result by words and closeness has 100, none has more, and they come in order."""
    texts = ["hermit kingdom", "hermit of a far and distant mountain kingdom", "kingdom " + "word " * 40 + "hermit"]
    hits = (
        index_of([*_FILLER, *(_quote(f"q{n}", text) for n, text in enumerate(texts))])
        .search(parse("hermit kingdom"))
        .hits
    )
    assert [hit.id for hit in hits] == ["q0", "q1", "q2"]
    assert hits[0].score == 100
    assert all(100 > left.score > right.score >= 0 for left, right in pairwise(hits[1:]))


def test_words_together_come_before_words_apart() -> None:
    """Of two texts with the same words the one that has them together comes first."""
    texts = {"q1": "kingdom one two three four hermit five six", "q2": "one two hermit kingdom three four five six"}
    index = index_of([*_FILLER, *(_quote(name, text) for name, text in texts.items())])
    assert found(index, "hermit kingdom") == ["q2", "q1"]
    assert [hit.id for hit in index.search(parse("hermit kingdom"), 1).hits] == ["q2"]


def test_title_weighs_more_than_text() -> None:
    """A word in a title counts for more than the same word in a text."""
    index = index_of(
        [
            *_FILLER,
            _quote("q1", "pollock is caught"),
            Change("articles", "a1", {"key": "a1", "title": "pollock is caught"}),
        ]
    )
    assert found(index, "pollock") == ["a1", "q1"]


def test_rare_words_weigh_more_than_common_ones() -> None:
    """Beside a word that half the bank has, the word that few have decides."""
    common = [_quote(f"c{n}", "talks talks talks and more") for n in range(8)]
    index = index_of([*_FILLER, *common, _quote("q1", "songun was named in talks")])
    assert found(index, "songun OR talks")[0] == "q1"


def test_equals_come_newest_first() -> None:
    """Equal scores: the newer article first, undated ones last, then by id."""
    dates = {"k1": "2020", "k2": "2021-11", "k3": "2021-10", "k4": ""}
    changes = [Change("articles", key, {"key": key, "date": date}) for key, date in dates.items()]
    changes += [_quote(f"q{key}{n}", "juche", key) for key in dates for n in (2, 1)]
    expected = ["qk21", "qk22", "qk31", "qk32", "qk11", "qk12", "qk41", "qk42"]
    assert found(index_of([*_FILLER, *changes]), "text:juche") == expected


def test_filters_alone_list_newest_first() -> None:
    """A query of filters has nothing to weigh: all get 100, the newest comes first."""
    changes = [Change("articles", f"a{n}", {"key": f"a{n}", "date": f"20{n}"}) for n in (18, 21, 20)]
    hits = index_of(changes).search(parse("after:2000")).hits
    assert [(hit.id, hit.score) for hit in hits] == [("a21", 100), ("a20", 100), ("a18", 100)]


@pytest.mark.parametrize("query", ["common", "common after:2000", "after:2000", "common OR kind:x"])
def test_limit_cuts_the_list_and_not_the_count(query: str) -> None:
    """However few are asked for, the total is the total, and the few are the first of all."""
    size = CANDIDATES + 30
    changes = [
        Change("articles", f"a{n:03}", {"key": f"k{n}", "title": f"common word{n}", "date": "2021"})
        for n in range(size)
    ]
    index = index_of(changes)
    whole = index.search(parse(query))
    assert whole.total == len(whole.hits) == size
    for limit in (1, 10, CANDIDATES, size, size + 5):
        few = index.search(parse(query), limit)
        assert (few.total, few.hits) == (size, whole.hits[:limit])
    assert index.search(parse(query), 0).hits == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kim jong un", 1.0),
        ("kim x jong un", 1 - 1 / 15 / 2),
        ("jong kim un", 1 - (2 / 15 + 1 / 15) / 2),
        ("kim " + "x " * 40 + "jong un", 0.5),
        ("kim", 1.0),
        ("", 1.0),
        ("kim x kim jong un x jong", 1.0),
    ],
)
def test_closeness_counts_the_words_between(text: str, expected: float) -> None:
    """Closeness falls by a fifteenth for each word between neighbours, and is whole where there are none."""
    assert closeness([(0, "kim"), (1, "jong"), (2, "un")], text) == pytest.approx(expected)


def test_common_words_of_the_query_keep_their_room() -> None:
    """Words the query itself has between two others do not count against them."""
    words = [(group[0].place, group[0].forms[0][0]) for group in parse("hermit of the kingdom").groups]
    assert closeness(words, "a hermit of the kingdom") == 1
    assert closeness(words, "a hermit kingdom") < 1


@settings(deadline=None)
@given(st.lists(st.sampled_from("abc"), max_size=30), st.lists(st.sampled_from("abc"), min_size=2, max_size=4))
def test_closeness_is_the_nearest_pair(text: list[str], query: list[str]) -> None:
    """The quick count gives what trying every pair of places gives."""
    words = list(enumerate(query))
    shares = []
    for left, right in pairwise(query):
        gaps = [abs(b - a - 1) for a, x in enumerate(text) if x == left for b, y in enumerate(text) if y == right]
        if gaps:
            shares.append(max(0.0, 1 - min(gaps) / 15))
    expected = sum(shares) / len(shares) if shares else 1.0
    assert closeness(words, " ".join(text)) == pytest.approx(expected)
