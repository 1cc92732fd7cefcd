"""Words without their endings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.text.stems import root, stem


@pytest.mark.parametrize(
    "words",
    [
        "replace replaces replaced replacing",
        "border borders",
        "economy economies",
        "country countries",
        "plan plans planned planning",
        "sanction sanctions sanctioned",
        "near nearly",
        "crisis",
        "stress stressed stresses",
    ],
)
def test_forms_of_a_word_share_its_stem(words: str) -> None:
    """Plurals, pasts, participles and adverbs have the stem of their word."""
    longer = [word for word in words.split() if len(word) >= 5]
    assert len({stem(word) for word in longer}) == 1


@pytest.mark.parametrize(
    "words",
    [
        "ideology ideological ideologist ideologies",
        "economy economic economical economically economist",
        "integration integrate integrated integrative",
        "nation national nationalism nationalist",
        "kimjongunism kimjongunist",
        "diplomacy diplomat diplomatic",
    ],
)
def test_words_of_one_root_meet(words: str) -> None:
    """Words made from one another share their root, or nearly all of them do."""
    roots = [root(word) for word in words.split()]
    assert max(roots.count(each) for each in roots) >= len(roots) - 1


@pytest.mark.parametrize(
    ("left", "right"),
    [("profit", "profil"), ("party", "parting"), ("putting", "putin"), ("police", "policy")],
)
def test_unrelated_words_stay_apart(left: str, right: str) -> None:
    """Words that only begin alike have different stems and roots."""
    assert stem(left) != stem(right)
    assert root(left) != root(right)


@given(st.text(max_size=30))
def test_stems_are_total_and_no_longer(word: str) -> None:
    """Every text has a stem and a root, neither longer than itself by more than an ending's y."""
    assert len(root(word)) <= len(stem(word)) <= len(word) + 1


@pytest.mark.parametrize("word", ["used", "sea", "2021", "a1b2c3", "", "gas"])
def test_short_words_and_figures_are_left_alone(word: str) -> None:
    """Words under five letters and figures are their own stem."""
    assert stem(word) == word == root(word)
