"""What matched, and where."""

from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotebank.search.evidence import Evidence, Match, apart, evidence
from quotebank.search.index import Change, SearchIndex
from quotebank.search.query import parse
from quotebank.text.folding import fold, tokens
from quotebank.text.variants import variants
from tests.model.strategies import nasty_text
from tests.search.records import BANK, COINAGE, KRASILNIKOV, LANKOV, TRADE, UNDATED, index_of

_SPANS = st.lists(st.tuples(st.integers(0, 50), st.integers(1, 9)).map(lambda pair: (pair[0], pair[0] + pair[1])))


def _marked(query: str) -> list[str]:
    text = str(COINAGE["text"])
    return [text[start:end] for start, end in _evidence(query, "q1").spans]


@cache
def _index() -> SearchIndex:
    return index_of(BANK)


def _evidence(query: str, record: str) -> Evidence:
    """What the hit on one of the records shows."""
    shapes = {"q1": (LANKOV, COINAGE), "q2": (KRASILNIKOV, TRADE), "a3": (UNDATED, None)}
    hit = next(hit for hit in _index().search(parse(query)).hits if hit.id == record)
    return evidence(hit.used, *shapes[record])


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("kimjongunism", ["Kimjongunism"]),
        ("KIMJONG*", ["Kimjongunism", "Kim Jong-un"]),
        ("jongun", ["Jong-un"]),
        ("kim jong un", ["Kim Jong-un"]),
        ("kimjongunsm", ["Kimjongunism"]),
        ("hermit kingdm", ["hermit", "kingdom"]),
        ("rivals", ["rival"]),
        ('"kim jong un"', ["Kim Jong-un"]),
        ("Jong-un", ["Jong-un"]),
        ("jong-u*", ["Jong-un"]),
        ("the hermit", ["the", "hermit"]),
        ("title:kim", []),
        ("juche OR rival", ["juche"]),
        ('"kim jong un" juche', ["juche", "Kim Jong-un"]),
    ],
)
def test_spans_are_places_in_the_raw_text(query: str, marked: list[str]) -> None:
    """Spans cut out of the text as it is stored just the words that matched; a compound is marked whole."""
    assert _marked(query) == marked


def test_match_tells_word_field_and_how() -> None:
    """Each word of the query is told with what it found first in each field."""
    assert sorted(_evidence('lankof "valdai club" jong* 2021-10-05', "q1").matched) == [
        Match('"valdai club"', "Valdai Club", "outlet", 100, "phrase"),
        Match("2021-10-05", "2021-10-05", "date", 100, "date"),
        Match("jong*", "Jong", "text", 100, "prefix"),
        Match("jong*", "Jong", "title", 100, "prefix"),
        Match("lankof", "Lankov", "author", 93, "typo"),
    ]


def test_match_has_the_documented_shape() -> None:
    """In JSON a match has the five documented fields."""
    (match,) = _evidence("juche", "q1").matched
    assert match.to_json() == {"query": "juche", "found": "juche", "field": "text", "score": 100, "how": "exact"}


def test_article_alone_is_marked_in_its_title() -> None:
    """Of an article without quotes the title is shown, and marked."""
    assert _evidence("home", "a3").spans == [(9, 13)]


def test_original_script_and_translation_are_evidence() -> None:
    """A match in the original title or in the translation is told though it is not in the shown text."""
    told = _evidence("povorot siberia сибирь", "q2")
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
        (hit,) = index.search(parse(f'text:"{word}"')).hits
        told = evidence(hit.used, {}, quote)
        assert told.matched
        assert any(word in fold(text[start:end]).replace(" ", "") for start, end in told.spans)


@settings(deadline=None)
@given(nasty_text(), nasty_text(12))
def test_what_is_found_has_evidence(text: str, word: str) -> None:
    """The index and the raw record agree: a hit has something to show for it."""
    query = parse('"' + word.translate(dict.fromkeys(map(ord, '"“”«»„‟'), " ")) + '"')
    quote = {"text": text}
    for hit in index_of([Change("quotes", "q", quote)]).search(query).hits:
        assert evidence(hit.used, {}, quote).spans


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("Vzgl\u0061\u0302d writes", "vzglyad", ["Vzgl\u0061\u0302d"]),
        ("Zu\u0308rich talks", "Zürich", ["Zu\u0308rich"]),
        ("an ﬁnal oﬃce 🙂 kim", "office", ["oﬃce"]),
        ("🙂🙂 kim 🙂", "kim", ["kim"]),
        ("قال بوتين ذلك", "بوتين", ["بوتين"]),
        ("회의에서 김정은은 말했다", "김정은", ["김정은"]),
        (
            "\u1100\u1175\u11b7\u110c\u1165\u11bc\u110b\u1173\u11ab",
            "김정은",
            ["\u1100\u1175\u11b7\u110c\u1165\u11bc\u110b\u1173\u11ab"],
        ),
        ("在青岛举行", "青岛", ["青岛"]),
        ("the #MeToo case", "me too", ["MeToo"]),
        ("TikTok’s rules", "tok", ["Tok’s"]),
        ("le cas de l’Ukraine", "Ukraine", ["Ukraine"]),
        ("Krasil’nikov said", "Красильников", ["Krasil’nikov"]),
        ("Ševčenko said", "Шевченко", ["Ševčenko"]),
        ("neo\u00adsocialism", "neosocialism", ["neo\u00adsocialism"]),
    ],
)
def test_highlights_are_exact(text: str, query: str, marked: list[str]) -> None:
    """Whatever the script and the composition, just what answers the query is marked, uncut."""
    quote = {"article": "k", "text": text}
    hits = index_of([Change("quotes", "q", quote)]).search(parse(query)).hits
    assert [hit.id for hit in hits] == ["q"]
    spans = evidence(hits[0].used, {}, quote).spans
    assert [text[start:end] for start, end in spans] == marked


@settings(deadline=None, max_examples=150)
@given(
    st.lists(
        st.sampled_from(
            [
                "Kim Jong-un",
                "习近平",
                "김정은",
                "MeToo",
                "l’Ukraine",
                "Ševčenko",
                "пять",
                "Цзиньпин",
                "e\u0301te\u0301",
                "ﬁn",
                "🙂",
                "プーチン",
                "سلام",
                "x",
                "-",
                ", ",
            ]
        ),
        max_size=8,
    ).map(" ".join),
    st.sampled_from(
        [
            "kim jong un",
            "xi jinping",
            "김정은",
            "me too",
            "ukraine",
            "shevchenko",
            "pyat",
            "jinping",
            "ete",
            "fin",
            "putin",
            "习近平",
        ]
    ),
)
def test_what_is_marked_folds_to_what_matched(text: str, query: str) -> None:
    """A highlighted stretch of the raw text is a word, or whole words, of the hypothesis that was used."""
    quote = {"article": "k", "text": text}
    for hit in index_of([Change("quotes", "q", quote)]).search(parse(query)).hits:
        for used in hit.used:
            told = evidence([used], {}, quote)
            forms = set(used.guessed.words) | {"".join(used.guessed.words)}
            for start, end in told.spans:
                raw = text[start:end]
                stretch = {word.text for word in tokens(raw)} | {"".join(word.text for word in tokens(raw))}
                stretch |= {each.text for each in variants(raw, list(tokens(raw)))} | {raw}
                assert not stretch.isdisjoint(forms), (raw, used)
