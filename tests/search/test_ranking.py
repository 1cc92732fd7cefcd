"""The order of results."""

from itertools import pairwise

import pytest

from quotebank.search.candidates import MOST
from quotebank.search.index import Change
from quotebank.search.query import parse
from quotebank.search.ranking import Wanted
from tests.search.records import found, index_of

_FILLER = [Change("articles", f"f{n}", {"key": f"f{n}", "title": f"filler number {n} of many"}) for n in range(20)]


def _quote(name: str, text: str, article: str = "") -> Change:
    return Change("quotes", name, {"article": article, "text": text})


def test_scores_run_from_the_best_down() -> None:
    """Scores lie between 0 and 100 and fall with every word between the query's."""
    texts = ["hermit kingdom", "hermit of a far and distant mountain kingdom", "kingdom " + "word " * 40 + "hermit"]
    index = index_of([*_FILLER, *(_quote(f"q{n}", text) for n, text in enumerate(texts))])
    hits = index.search(parse("hermit kingdom")).hits
    assert [hit.id for hit in hits] == ["q0", "q1", "q2"]
    assert all(100 >= left.score > right.score >= 60 for left, right in pairwise(hits))


def test_words_together_come_before_words_apart() -> None:
    """Of two texts with the same words the one that has them together comes first."""
    texts = {"q1": "kingdom one two three four hermit five six", "q2": "one two hermit kingdom three four five six"}
    index = index_of([*_FILLER, *(_quote(name, text) for name, text in texts.items())])
    assert found(index, "hermit kingdom") == ["q2", "q1"]
    assert [hit.id for hit in index.search(parse("hermit kingdom"), Wanted(1)).hits] == ["q2"]


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
    """Where no text has all the words, the one with the rarer of them comes first."""
    common = [_quote(f"c{n}", "talks on trade and more") for n in range(8)]
    index = index_of([*_FILLER, *common, _quote("q1", "songun was named in talks")])
    assert found(index, "songun trade talks")[0] == "q1"


def test_partial_results_say_so_and_make_way() -> None:
    """What lacks a word is shown, and marked, where nothing has them all; beside complete ones it must be asked for."""
    partial = [*_FILLER, _quote("q1", "the hermit kingdom closes")]
    (hit,) = index_of(partial).search(parse("hermit kingdom border")).hits
    assert hit.partial
    assert hit.coverage == pytest.approx(2 / 3)
    index = index_of([*partial, _quote("q2", "the hermit kingdom closes its border")])
    assert found(index, "hermit kingdom border") == ["q2"]
    both = index.search(parse("hermit kingdom border"), Wanted(partial=True)).hits
    assert [(hit.id, hit.partial) for hit in both] == [("q2", False), ("q1", True)]


def test_two_words_of_which_one_is_unknown_find_nothing() -> None:
    """One word of two is not enough when the index has never seen the other."""
    index = index_of([*_FILLER, _quote("q1", "the hermit kingdom closes")])
    assert found(index, "hermit penguins") == []


def test_misspelt_word_scores_less_than_a_right_one() -> None:
    """The exact word comes before its likes."""
    index = index_of([*_FILLER, _quote("q1", "the borders close"), _quote("q2", "the border closes")])
    assert found(index, "border") == ["q2", "q1"]


@pytest.mark.parametrize(("sort", "ids"), [("date", ["a3", "a1", "a2"]), ("outlet", ["a2", "a3", "a1"])])
def test_results_can_be_put_in_other_orders(sort: str, ids: list[str]) -> None:
    """By date the newest comes first, by outlet they come by the alphabet; the same ones in all."""
    records = {"a1": ("Zavtra", "2020"), "a2": ("Profil", "2019"), "a3": ("TASS", "2021")}
    index = index_of(
        [
            Change("articles", name, {"key": name, "title": "juche", "outlet": outlet, "date": date})
            for name, (outlet, date) in records.items()
        ]
    )
    assert [hit.id for hit in index.search(parse("juche"), Wanted(sort=sort)).hits] == ids
    assert [hit.id for hit in index.search(parse("after:2000"), Wanted(sort=sort)).hits] == ids


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
    size = MOST + 30
    changes = [
        Change("articles", f"a{n:03}", {"key": f"k{n}", "title": f"common word{n}", "date": "2021"})
        for n in range(size)
    ]
    index = index_of(changes)
    whole = index.search(parse(query))
    assert whole.total == len(whole.hits) == size
    for limit in (1, 10, MOST, size, size + 5):
        few = index.search(parse(query), Wanted(limit))
        assert few.total == size
        assert len(few.hits) == min(limit, size)
    assert index.search(parse(query), Wanted(0)).hits == []
    some = index.search(parse(query), Wanted(10, 5)).hits
    assert some == index.search(parse(query), Wanted(15)).hits[5:]
