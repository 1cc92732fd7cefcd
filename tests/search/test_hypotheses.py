"""What the words of a query may stand for."""

import time
from collections.abc import Iterable

import pytest
from hypothesis import given, settings

from quotebank.search.hypotheses import guess
from quotebank.search.index import Change, SearchIndex
from quotebank.search.query import parse
from quotebank.search.runs import Guesses, Run
from quotebank.search.vocabulary import Vocabulary
from tests.model.strategies import nasty_text
from tests.search.records import index_of


def _index(words: Iterable[str]) -> SearchIndex:
    return index_of([Change("quotes", f"q{n}", {"text": text}) for n, text in enumerate(words)])


def _guesses(query: str, words: Iterable[str], *, deep: bool = False) -> Guesses:
    terms = [group[0] for group in parse(query).groups]
    run = Run.of(terms, "")
    return guess(Vocabulary(_index(words)._db), run, several=len(run.atoms) > 1, deep=deep)


def _best(query: str, *words: str) -> tuple[str, str, float] | None:
    """The best hypothesis for the whole query: its words, how, and how alike."""
    guesses = _guesses(query, words)
    last = max((span[1] for span in guesses.spans), default=0)
    whole = guesses.spans.get((0, last), [])
    return (" ".join(whole[0].words), whole[0].how, round(whole[0].similarity, 3)) if whole else None


@pytest.mark.parametrize(
    ("query", "text", "how", "least"),
    [
        ("kingdom", "kingdom", "exact", 1.0),
        ("Königreich", "Konigreich", "exact", 1.0),
        ("neo socialism", "neosocialism", "exact", 1.0),
        ("Kim Jong-unism", "Kimjongunism", "exact", 1.0),
        ("Ševčenko", "Shevchenko", "spelling", 0.99),
        ("l’Ukraine", "Ukraine", "spelling", 0.99),
        ("replacing", "replaced", "stem", 0.95),
        ("ideological", "ideology", "root", 0.86),
        ("Zujenko", "Zuenko", "sound", 0.94),
        ("Pouchkine", "Pushkin", "sound", 0.90),
        ("Vzgljad", "Взгляд", "sound", 0.94),
        ("hermitkingdom", "the hermit kingdom", "split", 0.95),
        ("parkchungil", "Park Chung Il", "split", 0.93),
        ("Chongun", "Jeongeun", "romanised", 0.70),
        ("Hsiao-ping", "Xiaoping", "reading", 0.96),
        ("kimjongunsm", "Kimjongunism", "typo", 0.90),
        ("megaregoins", "megaregions", "typo", 0.90),
        ("sancitoned", "sanctioned", "typo", 0.85),
        ("quarant", "quarantined", "prefix", 0.82),
        ("Peking", "Beijing", "alias", 0.985),
    ],
)
def test_ways_of_meaning_a_word(query: str, text: str, how: str, least: float) -> None:
    """Each way in which a word can be meant is found, by its name and with about its similarity."""
    found = _best(query, text)
    assert found is not None
    assert found[1] == how
    assert least - 0.005 <= found[2] <= 1


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("banner", "Bannen"),
        ("profit", "Profil"),
        ("forces", "Forbes"),
        ("bark", "Park"),
        ("covered", "coveted"),
        ("pin", "Kim"),
        ("kin", "Kim"),
        ("2021", "2022"),
        ("q10", "q11"),
        ("lavrov", "kirov"),
        ("a", "b"),
    ],
)
def test_other_words_are_not_meant(query: str, text: str) -> None:
    """English words near a name, short words and figures stand for nothing but themselves."""
    assert _best(query, text) is None


def test_what_looks_like_an_english_word_is_put_aside() -> None:
    """The name that a real word resembles is kept as a suggestion."""
    assert [(typed, word) for typed, word, _ in _guesses("profit", ["Profil"]).aside] == [("profit", "profil")]


def test_first_letters_decide_in_short_words() -> None:
    """A word of four letters may not begin otherwise, a longer one may at one edit."""
    assert _best("kuli", "tuli") is None
    assert _best("gankov", "lankov") is not None


def test_known_words_are_doubted_only_when_asked() -> None:
    """A word the index knows is taken at its word, unless that found nothing good."""
    words = ["lankovs", "lankow"]
    assert all(each.how != "typo" for each in _guesses("lankow", [*words, "lankox"]).spans[0, 1])
    assert any(each.how == "typo" for each in _guesses("lankow", [*words, "lankox"], deep=True).spans[0, 1])


def test_chinese_word_prefers_its_characters() -> None:
    """Of homophones the characters as written come first, then Latin letters, then the others."""
    spans = _guesses("青岛", ["在青岛", "Qingdao", "清道"]).spans
    assert [(each.words, each.similarity) for each in spans[0, 2]] == [
        (("青岛",), 1.0),
        (("qingdao",), 0.98),
        (("°qingdao",), 0.93),
    ]


def test_no_span_has_more_than_a_few_dozen_meanings() -> None:
    """However many words are near, the best two dozen are kept."""
    near = [f"kingdo{letter}" for letter in "abcdefghijklnopqrstuvwxyz"] + ["kingdomz", "kinglom"]
    guesses = _guesses("kingdoms kimgdom", near)
    assert all(len(found) <= 24 for found in guesses.spans.values())
    for found in guesses.spans.values():
        assert [each.similarity for each in found] == sorted((each.similarity for each in found), reverse=True)


@settings(deadline=None, max_examples=60)
@given(nasty_text(60), nasty_text(60))
def test_any_words_have_guesses(query: str, text: str) -> None:
    """Whatever is typed and whatever is indexed, guesses are known words with similarities between 0 and 1."""
    index = _index([text])
    vocabulary = Vocabulary(index._db)
    terms = [group[0] for group in parse('"" ' + query.replace(":", " ")).groups if group[0].how == "words"]
    if not terms:
        return
    run = Run.of(terms, "")
    for (first, last), found in guess(vocabulary, run, several=True, deep=True).spans.items():
        assert 0 <= first < last <= len(run.atoms)
        for each in found:
            assert 0 < each.similarity <= 1
            assert len(vocabulary.frequencies(each.words)) == len(set(each.words))


def test_span_is_shown_as_it_was_typed() -> None:
    """Whole pieces are shown as typed, signs and all; of part of a piece its letters."""
    run = Run.of([group[0] for group in parse("Kim Jong-un 习近平").groups], "")
    assert run.written((0, 3)) == "Kim Jong-un"
    assert run.written((1, 2)) == "Jong"
    assert run.written((3, 5)) == "习近"


@pytest.mark.parametrize("word", ["x" * 5000, "abcdefghij" * 4, "kim" * 13])
def test_long_words_are_quick(word: str) -> None:
    """A word without end costs no more than another."""
    start = time.process_time()
    _guesses(word, ["kingdom", "a b c d e f g h i j kim"])
    assert time.process_time() - start < 5
