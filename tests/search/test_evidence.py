"""What matched, and where."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotebank.search.evidence import Match, apart, evidence
from quotebank.search.index import Change
from quotebank.search.query import parse
from quotebank.text.folding import fold
from tests.model.strategies import nasty_text
from tests.search.records import COINAGE, KRASILNIKOV, LANKOV, TRADE, UNDATED, found, index_of

_SPANS = st.lists(st.tuples(st.integers(0, 50), st.integers(1, 9)).map(lambda pair: (pair[0], pair[0] + pair[1])))


def _marked(query: str) -> list[str]:
    text = str(COINAGE["text"])
    return [text[start:end] for start, end in evidence(parse(query), LANKOV, COINAGE).spans]


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("kimjongunism", ["Kimjongunism"]),
        ("KIMJONG*", ["Kimjongunism"]),
        ("jongun", ["Jong-un"]),
        ("kim jong un", ["Kim", "Jong", "un"]),
        ('"kim jong un"', ["Kim Jong-un"]),
        ("Jong-un", ["Jong-un"]),
        ('"jong u*"', []),
        ("jong-u*", ["Jong-un"]),
        ("the hermit", ["hermit"]),
        ("title:kim", []),
        ("-kim date:2021", []),
        ("juche OR rival", ["juche", "rival"]),
        ('"kim jong un" jongun kim', ["Kim Jong-un"]),
    ],
)
def test_spans_are_places_in_the_raw_text(query: str, marked: list[str]) -> None:
    """Spans cut out of the text as it is stored just the words that matched; a compound is marked whole."""
    assert _marked(query) == marked


def test_match_tells_word_field_and_how() -> None:
    """Each word of the query is told with what it found first in each field."""
    assert evidence(parse('lankov "valdai club" jong* 2021-10-05'), LANKOV, COINAGE).matched == [
        Match("lankov", "Lankov", "author", 100, "exact"),
        Match('"valdai club"', "Valdai Club", "outlet", 100, "phrase"),
        Match("jong*", "Jong", "text", 100, "prefix"),
        Match("jong*", "Jong", "title", 100, "prefix"),
        Match("2021-10-05", "2021-10-05", "date", 100, "exact"),
    ]


def test_match_has_the_documented_shape() -> None:
    """In JSON a match has the five documented fields."""
    (match,) = evidence(parse("juche"), LANKOV, COINAGE).matched
    assert match.to_json() == {"query": "juche", "found": "juche", "field": "text", "score": 100, "how": "exact"}


def test_article_alone_is_marked_in_its_title() -> None:
    """Of an article without quotes the title is shown, and marked."""
    assert evidence(parse("home"), UNDATED).spans == [(9, 13)]


def test_original_script_and_translation_are_evidence() -> None:
    """A match in the original title or in the translation is told though it is not in the shown text."""
    told = evidence(parse("povorot siberia сибирь"), KRASILNIKOV, TRADE)
    assert [match.found for match in told.matched] == ["Поворот", "Siberia", "Сибирь"]
    assert told.spans == [(0, 6)]


@settings(deadline=None)
@given(_SPANS)
def test_apart_spans_cover_the_same_places(spans: list[tuple[int, int]]) -> None:
    """Spans made one cover what they covered, in order and without overlap."""
    merged = apart(spans)
    assert {at for span in merged for at in range(*span)} == {at for span in spans for at in range(*span)}
    assert all(left[1] <= right[0] for left, right in pairwise(merged))


@settings(deadline=None)
@given(nasty_text())
def test_every_word_found_is_shown(text: str) -> None:
    """Any word of any text is found by itself and marked where it stands."""
    quote = {"article": "k", "text": text}
    index = index_of([Change("quotes", "q", quote)])
    for word in fold(text).split():
        query = parse(f'text:"{word}"')
        assert found(index, f'text:"{word}"') == ["q"]
        told = evidence(query, {}, quote)
        assert told.matched
        assert any(word in fold(text[start:end]).replace(" ", "") for start, end in told.spans)


@settings(deadline=None)
@given(nasty_text(), nasty_text(12))
def test_what_is_found_has_evidence(text: str, word: str) -> None:
    """The index and the raw record agree: a hit has something to show for it, a miss has not."""
    query = parse('"' + word.translate(dict.fromkeys(map(ord, '"“”«»„‟'), " ")) + '"')
    quote = {"text": text}
    hits = index_of([Change("quotes", "q", quote)]).search(query).hits
    assert bool(hits) == bool(evidence(query, {}, quote).spans)
