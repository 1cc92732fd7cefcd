"""What queries find."""

from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotebank.errors import UsageError
from quotebank.search.index import Change, SearchIndex
from quotebank.search.query import parse
from tests.model.strategies import nasty_text
from tests.search.records import BANK, found, index_of


@pytest.fixture(scope="module", name="index")
def _index() -> Iterator[SearchIndex]:
    with index_of(BANK) as index:
        yield index


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("Kimjongunism", ["q1"]),
        ("kim jong un", ["q1"]),
        ("jongun", ["q1"]),
        ("Kim Jong-Un’s", ["q1"]),
        ("Krasilnikov", ["q2"]),
        ("Красильников", ["q2"]),
        ("Взгляд", ["q2"]),
        ("Vzglyad", ["q2"]),
        ("anticrisis", ["q2"]),
        ("anti-crisis", ["q2"]),
        ("zavtra", ["a3"]),
        ("Завтра", ["a3"]),
        ("doctrine", ["q1"]),
        ("ideology juche", ["q1"]),
        ("kingdom", ["q1", "q2"]),
        ("kingdom siberia", ["q2"]),
        ("kingdom nowhere", []),
        ("2021-10-05", ["q1"]),
        ("october 2021", ["q1"]),
        ('"5 October 2021"', ["q1"]),
    ],
)  # fmt: skip
def test_words_find_through_case_accents_hyphens_and_scripts(index: SearchIndex, query: str, ids: list[str]) -> None:
    """Bare words find what they fold to, in any field, and all of them are wanted."""
    assert sorted(found(index, query)) == ids


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ('"hermit kingdom"', ["q1"]),
        ('"kingdom hermit"', []),
        ('"kim jong un has"', ["q1"]),
        ('"Andrei Lankov Андрей"', []),
        ('"Nikov Institute"', []),
        ("kimjong*", ["q1"]),
        ("kimjong", ["q1"]),
        ('-"hermit kingdom"', ["a3", "q2"]),
        ("kingdom -hermit", ["q2"]),
        ("kingdom -outlet:valdai", ["q2"]),
        ("juche OR siberia", ["q1", "q2"]),
        ("juche OR siberia trade*", ["q2"]),
        ("zavtra OR kind:direct", ["a3", "q2"]),
        ("kingdom -kind:direct", ["q1"]),
    ],
)
def test_phrases_prefixes_and_operators(index: SearchIndex, query: str, ids: list[str]) -> None:
    """Phrases keep order and stay within one value; prefixes, exclusion and OR do what the guide says."""
    assert sorted(found(index, query)) == ids


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("author:lankov", ["q1"]),
        ("author:ланьков", ["q1"]),
        ('author:"Andrei Lankov"', ["q1"]),
        ("author:kingdom", []),
        ("title:saddle", ["q1"]),
        ("title:поворот", ["q2"]),
        ("title:jongun", ["q1"]),
        ("text:anticrisis", ["q2"]),
        ("text:saddle", []),
        ("outlet:vzglyad", ["q2"]),
        ("tag:korea", ["q1"]),
        ("tag:doctrine", ["q1"]),
        ("speaker:choe", ["q1"]),
        ("note:recording", ["q1"]),
        ("kind:Direct", ["q2"]),
        ("key:LANKOV2021KOREA", ["q1"]),
        ("key:lankov2021a", ["q1"]),
        ("key:lankov*", ["q1"]),
        ("key:lankov", []),
        ("via:lankov2021a", ["q2"]),
        ("via:lankov2021korea", ["q2"]),
        ("via:nobody", []),
        ("date:2021", ["q1", "q2"]),
        ("date:2021-10", ["q1"]),
        ("after:2021-11-15", ["q2"]),
        ("before:2021-10-05", ["q1"]),
        ("before:2021-10-04", []),
        ("date:2021-10-01..2021-10-31 kim", ["q1"]),
        ("-date:2021", ["a3"]),
        ("-kind:direct", ["a3", "q1"]),
        ("-via:lankov2021a", ["a3", "q1"]),
        ("-key:lankov2021a", ["a3", "q2"]),
        ("date:..", ["q1", "q2"]),
    ],
)
def test_fields_and_filters(index: SearchIndex, query: str, ids: list[str]) -> None:
    """A field looks nowhere else; keys lead on from former keys; a date known in part may lie in a range."""
    assert sorted(found(index, query)) == ids


@pytest.mark.parametrize("query", ["", " ", "!!!", "* * *", '""', "()", "\x00", "-", "“”", "—"])
def test_nothing_asked_finds_nothing(index: SearchIndex, query: str) -> None:
    """A query without a word or a filter has no results, it does not list the bank."""
    assert found(index, query) == []


@settings(deadline=None)
@given(query=st.one_of(nasty_text(80), st.text("ab\"“”*-:()^{}+'\x00 ORNT", max_size=30)))
def test_any_query_is_answered(query: str) -> None:
    """Nothing typed reaches SQLite as anything but words."""
    with suppress(UsageError):
        assert index_of(()).search(parse(query)).total == 0


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ['"', "NEAR(kim un)", "kim", "NOT", "text : kim", "{title}", "^kim", "+", "un)", "-", "a AND (b"]
        )
    )
)
def test_foreign_operators_are_words(pieces: list[str]) -> None:
    """FTS5's own operators have no power in a query: it finds no more for them."""
    index = index_of([Change("articles", "a", {"title": "nothing of the kind"})])
    with suppress(UsageError):
        assert [hit.id for hit in index.search(parse(" ".join(pieces))).hits] in ([], ["a"])


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("kim " * 3_000_000, ["q1"]),
        ("x" * 10_000_000, []),
        (" ".join(f"w{n}" for n in range(10_000)), []),
        ('"kim ' * 5000, ["q1"]),
        ("k* " * 5000, ["q1", "q2"]),
        ("-kim " * 5000, ["a3", "q2"]),
        ("kim OR " * 5000, ["q1"]),
    ],
    ids=["words", "one word", "many words", "quotation marks", "prefixes", "exclusions", "alternatives"],
)
def test_enormous_queries_are_answered(index: SearchIndex, query: str, ids: list[str]) -> None:
    """Ten megabytes of query are a query like any other, of which the beginning is read."""
    assert sorted(found(index, query)) == ids
