"""Citation keys: always valid, always new, always the same for the same article."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.errors import BadInput
from quotebank.model.articles import Article, Original
from quotebank.model.dates import PartialDate
from quotebank.model.keys import LONGEST, LONGEST_MADE, check_key, citation_key, valid_key
from quotebank.model.names import Name
from quotebank.model.title_words import stop_words
from tests.model.strategies import articles, keys, nasty_text


def _key(taken: frozenset[str] = frozenset(), **fields: object) -> str:
    return citation_key(Article(**fields), taken.__contains__)  # type: ignore[arg-type]


def _by(family: str) -> tuple[Name, ...]:
    return (Name(family=family),)


@given(articles())
def test_made_keys_are_valid_and_repeatable(article: Article) -> None:
    """Whatever the article holds, its key is valid, short, lower-case and made alike twice."""
    key = citation_key(article, lambda _: False)
    assert valid_key(key)
    assert key == key.lower()
    assert key.isalnum()
    assert len(key) <= LONGEST_MADE
    assert key == citation_key(article, lambda _: False)


@given(articles(), st.integers(1, 90))
def test_keys_never_repeat(article: Article, count: int) -> None:
    """Any number of articles alike get different valid keys; the first keeps the bare one."""
    taken: list[str] = []
    for _ in range(count):
        taken.append(citation_key(article, taken.__contains__))
        assert valid_key(taken[-1])
        assert len(taken[-1]) <= LONGEST_MADE
    assert len(set(taken)) == count


@given(articles(), st.sets(keys()), st.sets(st.integers(1, 800)))
def test_key_is_free_in_any_bank(article: Article, others: set[str], numbers: set[int]) -> None:
    """With any keys in use, gaps among the suffixes included, the new one is none of them."""
    bare = citation_key(article, lambda _: False)
    taken = others | {bare}
    made: list[str] = []
    for _ in range(max(numbers, default=0) % 60):
        made.append(citation_key(article, [*taken, *made].__contains__))
    taken |= {key for place, key in enumerate(made) if place in numbers}
    assert citation_key(article, taken.__contains__) not in taken


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"authors": _by("Zuenko"), "date": "2021-10", "title": "Novaia etika", "language": "ru"}, "zuenko2021novaia"),
        ({"authors": _by("Зуенко"), "date": "2021", "title": "О новой этике", "language": "ru"}, "zuenko2021novoy"),
        ({"authors": _by("Krasil’nikov"), "date": "2021", "title": "The BRI"}, "krasilnikov2021bri"),
        (
            {"authors": _by("Mirzaian"), "date": "2021?", "title": "What Japan wants", "language": "en"},
            "mirzaian2021japan",
        ),
        ({"authors": _by("Grass"), "date": "1990", "title": "Die Not der Zeit", "language": "de"}, "grass1990not"),
        ({"authors": _by("García Márquez"), "title": "El otoño", "language": "es-CO"}, "garciamarquezndotono"),
        ({"authors": _by("Nguyễn"), "date": "2021-11-04", "title": "2021: Đổi mới"}, "nguyen2021doi"),
        ({"authors": (Name(literal="Ministry of Foreign Affairs"),), "date": "2021"}, "ministryforeign2021"),
        ({"authors": (Name(family="毛", given="泽东"),), "date": "1949", "title": "论人民"}, "mao1949lunrenmin"),
        ({"authors": _by("김"), "date": "2021", "title": "평양"}, "gim2021pyeongyang"),
        ({"outlet": "The New York Times", "date": "2019", "title": "Putin’s turn"}, "newyorktimes2019putin"),
        ({"outlet": "Der Spiegel", "title": "«Krieg»"}, "spiegelndkrieg"),
        ({"title": "Untitled", "title_translated": "New ethics"}, "anonnduntitled"),
        ({"title_translated": "The new ethics", "outlet": "Profil"}, "profilndnew"),
        ({"original": Original(title="Новая этика", outlet="Профиль")}, "profilndnovaya"),
        ({"authors": _by("☃"), "outlet": "TASS", "date": "2021"}, "tass2021"),
        ({"date": "2021"}, "anon2021"),
        ({"date": "199X"}, "anon199x"),
        ({"date": "-0043"}, "anon44bc"),
        ({"date": "../2021-10"}, "anon2021"),
        ({}, "anonnd"),
        ({"title": "The of and", "language": "en"}, "anonndthe"),
        ({"title": "2021"}, "anonnd2021"),
    ],
)
def test_examples(fields: dict[str, object], key: str) -> None:
    """Family, institution or outlet, year or nd, first telling word, in ASCII."""
    if "date" in fields:
        fields = {**fields, "date": PartialDate.from_edtf(str(fields["date"]))}
    assert _key(**fields) == key  # type: ignore[arg-type]


def test_collisions_get_letters() -> None:
    """The first article keeps the bare key, the next get a to z, then aa."""
    taken: list[str] = []
    for _ in range(29):
        taken.append(_key(frozenset(taken)))
    assert taken[0] == "anonnd"
    assert [key.removeprefix("anonnd") for key in taken[1:4]] == ["a", "b", "c"]
    assert [key.removeprefix("anonnd") for key in taken[26:]] == ["z", "aa", "ab"]


def test_gap_is_filled() -> None:
    """A letter that has become free is given again: the bank decides what is taken."""
    assert _key(frozenset({"anonnd", "anonnda", "anonndc"})) == "anonndb"


def test_thousands_alike_cost_little() -> None:
    """The twenty-thousandth article alike asks the bank some dozens of times, not thousands."""
    asked: list[str] = []
    letters = "abcdefghijklmnopqrstuvwxyz"
    suffixes = ["".join(suffix) for size in (1, 2, 3) for suffix in product(letters, repeat=size)]
    taken = {"anonnd", *(f"anonnd{suffix}" for suffix in suffixes)}

    def is_taken(key: str) -> bool:
        asked.append(key)
        return key in taken

    assert citation_key(Article(), is_taken) == "anonndaaaa"
    assert len(asked) < 80


@given(keys())
def test_valid_keys_pass(key: str) -> None:
    """A valid key comes back as it is."""
    assert valid_key(key)
    assert check_key(key) == key


@pytest.mark.parametrize(
    "key",
    [
        "", " ", "-rf", "--help", ".hidden", "../x", "a/b", "a\\b", "C:\\x", "a..b", "a b", "a\n", "é", "зуенко",
        "a.", "a_", "_a", "a,b", "a{b}", "a%b", "#a", "@a", "²", "a\x00", "\ud800", "x" * (LONGEST + 1), "~a", "a'b",
    ],
)  # fmt: skip
def test_invalid_keys_are_refused(key: str) -> None:
    """Paths, dashes in front, spaces, punctuation at the end and other scripts are refused with a proposal."""
    assert not valid_key(key)
    with pytest.raises(BadInput, match="citation key") as caught:
        check_key(key)
    assert "for example" in caught.value.hint


@pytest.mark.parametrize("key", ["a", "1", "Smith2020", "smith:2020", "a.b", "a+b", "a_b-c", "x" * LONGEST])
def test_keys_of_other_programs_are_taken(key: str) -> None:
    """Keys with capitals and inner marks, as other programs make them, are valid."""
    assert check_key(key) == key


@given(nasty_text())
def test_checking_is_total_and_proposes_valid_keys(text: str) -> None:
    """Any text is a valid key or refused, and the proposal in the refusal is itself valid."""
    if valid_key(text):
        assert check_key(text) == text
        return
    with pytest.raises(BadInput) as caught:
        check_key(text)
    assert valid_key(caught.value.hint.rpartition(" ")[2])


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("en", "the"),
        ("de-AT", "die"),
        ("FR", "le"),
        ("ru", "o"),
        ("uk_UA", "ta"),
        ("", "the"),
    ],
)
def test_stop_words_follow_the_language(language: str, word: str) -> None:
    """Stop words are those of the title's language, romanised; all of them when it is unknown."""
    assert word in stop_words(language)


def test_stop_words_of_one_language_are_not_those_of_another() -> None:
    """A word that tells nothing in one language may tell much in another."""
    assert "die" not in stop_words("en")
    assert stop_words("zh") == frozenset()
