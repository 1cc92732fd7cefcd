"""The index in step with the records."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quotebank.search.index import Change, Reading, SearchIndex
from quotebank.search.query import parse
from quotebank.search.vocabulary import Vocabulary
from tests.search.records import (
    BANK,
    COINAGE,
    KEYS,
    LANKOV,
    TRADE,
    WORDS,
    Ledger,
    articles,
    found,
    index_of,
    quotes,
)  # fmt: skip

_QUERIES = [
    *WORDS, "jongun", "kim juche", '"kim juche"', "-kim", "title:kim OR text:juche", "author:hermit", "date:2021",
    "before:2020", "kind:direct", "october", "via:old1", "tag:kingdom", "-key:k2", "note:kim",
    *(f"key:{key}" for key in KEYS),
]  # fmt: skip


def _answers(index: SearchIndex) -> list[object]:
    return [index.search(parse(query)) for query in _QUERIES]


def _words(index: SearchIndex) -> list[object]:
    """What the index knows of its words: frequencies, keys, the words to be misspelt, and the number of units."""
    ask = index._db.execute
    known = dict(ask("SELECT word, units FROM vocabulary WHERE units > 0").fetchall())
    keys = {(key, word) for key, word in ask("SELECT key, word FROM sounds") if word in known}
    spelt = {word for (words,) in ask("SELECT words FROM lexicon WHERE size < 1000") for word in words.split("\n")}
    return [known, keys, spelt & known.keys(), Vocabulary(index._db).size()]


def _latest(changes: list[Change]) -> list[Change]:
    """Only what is left of each record in the end, in an order of its own."""
    last = {(change.table, change.id): change for change in changes}
    return [last[name] for name in sorted(last, reverse=True) if last[name].shape is not None]


@settings(max_examples=120, deadline=None)
@given(st.lists(st.lists(st.one_of(articles(), quotes()), min_size=1, max_size=5), max_size=8))
@example([
    [Change("articles", "a1", {"key": "k1", "ids": ["k2"]}), Change("articles", "a2", {"key": "k3", "ids": ["k2"]})],
    [Change("quotes", "q1", {"article": "K2", "text": "kim", "kind": "direct"})],
    [Change("articles", "a1", None)],
])  # fmt: skip
def test_any_sequence_answers_as_a_fresh_index_does(batches: list[list[Change]]) -> None:
    """However the records came to be, the answers and scores are those of an index built from what they are now."""
    ledger = Ledger()
    index = SearchIndex.open(None)
    for batch in batches:
        ledger.changes.extend(batch)
        index.catch_up(ledger)
    fresh = index_of(_latest(ledger.changes))
    assert _answers(index) == _answers(fresh)
    assert _words(index) == _words(fresh)
    index._db.execute("INSERT INTO fts(fts) VALUES ('integrity-check')")


def test_first_quote_takes_the_place_of_its_article() -> None:
    """An article is found by itself until it has a quote, and again when the quote is gone."""
    ledger = Ledger([Change("articles", "a1", LANKOV)])
    index = SearchIndex.open(None)
    index.catch_up(ledger)
    assert found(index, "saddle") == ["a1"]
    ledger.changes.append(Change("quotes", "q1", COINAGE))
    index.catch_up(ledger)
    assert found(index, "saddle") == ["q1"]
    ledger.changes.append(Change("quotes", "q1", None))
    index.catch_up(ledger)
    assert found(index, "saddle") == ["a1"]
    assert found(index, "rival") == []


def test_edited_article_is_found_through_its_quotes() -> None:
    """An article's new title finds its quotes, its old one no longer does."""
    index = SearchIndex.open(None)
    ledger = Ledger(BANK)
    index.catch_up(ledger)
    ledger.changes.append(Change("articles", "a1", {**LANKOV, "title": "Out of the saddle, into power"}))
    index.catch_up(ledger)
    assert found(index, "power kimjongunism") == ["q1"]
    assert found(index, "stays") == []


def test_changed_key_keeps_its_quotes() -> None:
    """A quote that names an article's former key stays its quote and shows its present key."""
    index = SearchIndex.open(None)
    ledger = Ledger(BANK)
    index.catch_up(ledger)
    ledger.changes.append(Change("articles", "a1", {**LANKOV, "key": "Renamed", "ids": ["lankov2021korea"]}))
    index.catch_up(ledger)
    (hit,) = index.search(parse("kimjongunism saddle")).hits
    assert (hit.id, hit.key, hit.article) == ("q1", "Renamed", "a1")


def test_key_leads_to_the_article_that_bears_it_now() -> None:
    """Where one article bears a key that another bore once, a quote belongs to the one that bears it."""
    changes = [
        Change("articles", "a1", {"key": "k1", "ids": ["k2"], "title": "once"}),
        Change("articles", "a2", {"key": "k2", "title": "now"}),
        Change("quotes", "q1", {"article": "k2", "text": "juche"}),
    ]
    index = index_of(changes)
    assert found(index, "juche now") == ["q1"]
    assert found(index, "once") == ["a1"]


def test_quote_without_its_article_is_found() -> None:
    """A quote whose article is missing is found by its own words, and under the key it names."""
    (hit,) = index_of([Change("quotes", "q2", TRADE)]).search(parse("siberia key:krasilnikov2021east")).hits
    assert (hit.kind, hit.key, hit.article) == ("quote", "krasilnikov2021east", None)


def test_order_of_a_bulk_load_does_not_matter() -> None:
    """Quotes may come before their articles, and a record twice: the last one holds."""
    index = index_of(
        [*reversed(BANK), Change("quotes", "q1", {**COINAGE, "text": "songun"}), Change("quotes", "q1", COINAGE)]
    )
    assert _answers(index) == _answers(index_of(BANK))


def test_other_tables_pass_unread() -> None:
    """A table this version does not know is no reason to stop."""
    assert found(index_of([Change("unheard", "o1", {"name": "Vzglyad"}), *BANK]), "kimjongunism") == ["q1"]


def test_names_of_one_thing_come_and_go() -> None:
    """An outlet's variants and the writer's aliases are found for one another, as long as they are in the bank."""
    ledger = Ledger([*BANK, Change("outlets", "o1", {"name": "Valdai Club", "variants": ["VDK"]})])
    index = SearchIndex.open(None)
    index.catch_up(ledger)
    assert found(index, "VDK") == ["q1"]
    assert found(index, "creedname") == []
    ledger.changes.append(Change("aliases", "x", {"names": ["juche", "creedname"]}))
    index.catch_up(ledger)
    assert found(index, "creedname") == ["q1"]
    ledger.changes += [Change("aliases", "x", None), Change("outlets", "o1", None)]
    index.catch_up(ledger)
    assert found(index, "creedname") == found(index, "VDK") == []


@pytest.mark.parametrize(
    "shape", [{}, {"names": None}, {"names": "one"}, {"names": [1, None]}, {"names": ["", "-"]}, {"names": ["a"]}]
)
def test_alias_that_is_none_does_no_harm(shape: dict[str, object]) -> None:
    """A record of aliases of the wrong shape, or of one name, stands for nothing."""
    assert found(index_of([Change("aliases", "x", shape), *BANK]), "kimjongunism") == ["q1"]


def test_fresh_reading_replaces_everything() -> None:
    """When the feed starts over, nothing of what was there before is left."""
    index = index_of(BANK)
    assert (
        index.catch_up(lambda _: Reading([Change("articles", "z", {"key": "z", "title": "zero"})], "9", fresh=True))
        == 1
    )
    assert index.cursor == "9"
    assert found(index, "kimjongunism") == []
    assert found(index, "zero") == ["z"]
    assert found(index, "-kimjongunism") == ["z"]


def test_ids_may_be_any_text() -> None:
    """Ids and keys with lone surrogates, NUL or quotes come back as they were."""
    strange = "\ud800'\x00\""
    index = index_of([Change("articles", strange, {"key": strange, "title": "odd"})])
    (hit,) = index.search(parse("odd")).hits
    assert (hit.id, hit.key, hit.article) == (strange, strange, strange)
