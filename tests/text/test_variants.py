"""Other words a text can be found by."""

import time
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotebank.text.folding import Token, base, tokens
from quotebank.text.variants import GRAM, HYPHENS, LONGEST_JOIN, joins, variants
from tests.model.strategies import nasty_text


def _variants(text: str) -> list[str]:
    return [each.text for each in variants(text, list(tokens(text)))]


def _raw(text: str) -> dict[str, str]:
    return {each.text: text[each.start : each.end] for each in variants(text, list(tokens(text)))}


def test_joins_of_a_compound() -> None:
    """Two to four neighbours of a hyphen compound are joined, and a name with the compound that follows it."""
    assert _variants("see Kim Jong-un on neo-socialism") == ["jongun", "kimjongun", "neosocialism"]
    assert sorted(_variants("a-b-c-d-e")) == sorted(["ab", "bc", "cd", "de", "abc", "bcd", "cde", "abcd", "bcde"])


@pytest.mark.parametrize("text", ["the Jong-un", "Kim jong-un", "Kim, Jong-un", "ex-Kim Jong-un", "Kim  Jong-un"])
def test_only_a_name_is_joined_to_what_follows(text: str) -> None:
    """A word joins the compound behind it only if both are capitalised and one space apart."""
    assert not any(form.endswith("kimjongun") or form == "thejongun" for form in _variants(text))


@given(st.lists(st.sampled_from(["kim", "чон", "é", "-", "‑", " ", "–", "--", "’s"]), max_size=20).map("".join))
def test_joins_span_their_parts(text: str) -> None:
    """A join covers whole tokens with single hyphens between them and is made of their folded forms."""
    found = list(tokens(text))
    for join in joins(text, found):
        parts = [token for token in found if join.start <= token.start and token.end <= join.end]
        assert 2 <= len(parts) <= LONGEST_JOIN
        assert (parts[0].start, parts[-1].end) == (join.start, join.end)
        assert "".join(part.text for part in parts) == join.text
        assert all(text[part.end] in HYPHENS and part.end + 1 == after.start for part, after in pairwise(parts))


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("#MeToo", ["me", "too"]),
        ("GameStop", ["game", "stop"]),
        ("iPhone", ["phone"]),
        ("NATO UKRAINE", []),
        ("Plain Words", []),
        ("ГосДума", ["gos", "duma"]),
        ("l’Ukraine", ["ukraine"]),
        ("qu'Andreï", ["andrei"]),
        ("dell’Europa", ["europa"]),
        ("Krasil’nikov", []),
        ("O’Brien", []),
        ("don't", []),
        ("Ševčenko", ["shevchenko"]),
        ("Vzglâd", ["vzglyad"]),
        ("café", []),
        ("Кривий Ріг", ["rih"]),
        ("Цзиньпин", ["jinping"]),
        ("习近平", ["习", f"{GRAM}xijin", "习近", "近", f"{GRAM}jinping", f"{GRAM}xijinping", "近平", "平"]),
        ("김정은", [f"{GRAM}gimjeong", f"{GRAM}jeongeun", f"{GRAM}gimjeongeun"]),
    ],
)
def test_variants_of_words(text: str, forms: list[str]) -> None:
    """CamelCase, elision, scholars' spelling, names from other scripts and syllables have their variants."""
    assert sorted(set(_variants(text))) == sorted(set(forms))


def test_variant_stands_where_its_part_does() -> None:
    """A variant of a part of a word marks that part alone."""
    assert _raw("the #MeToo case of l’Ukraine") == {"me": "Me", "too": "Too", "ukraine": "Ukraine"}
    assert _raw("在青岛")["青岛"] == "青岛"


@settings(deadline=None)
@given(st.one_of(nasty_text(), st.text("aB-’' Šé习近김정カな。Цз", max_size=30)))
def test_variants_lie_in_the_text_and_are_words(text: str) -> None:
    """Every variant stands for a stretch of the text that folds to it, or spells it in another system."""
    found = list(tokens(text))
    for each in variants(text, found):
        assert 0 <= each.start < each.end <= len(text)
        assert each.text
        assert " " not in each.text
        raw = text[each.start : each.end]
        plain = each.text.removeprefix(GRAM)
        if plain.isascii():
            assert plain.isalnum()
        else:
            assert unicodedata.normalize("NFKC", raw) == plain


@settings(deadline=None)
@given(st.text("abC-习近김", max_size=30))
def test_joined_variants_fold_from_their_stretch(text: str) -> None:
    """What is joined is what its stretch folds to."""
    for each in variants(text, list(tokens(text))):
        plain = each.text.removeprefix(GRAM)
        if plain.isascii():
            joined = "".join(token.text for token in tokens(text[each.start : each.end]))
            assert plain in (joined, base(text[each.start : each.end]))


@pytest.mark.parametrize(
    "text",
    ["a-" * 300_000, "aB" * 500_000, "l'" * 500_000, "習" * 100_000, "김" * 200_000, "Š" * 300_000, "Цз " * 30_000],
)
def test_long_texts_take_linear_time(text: str) -> None:
    """A text of megabytes takes seconds, where a quadratic way would take hours."""
    start = time.process_time()
    assert all(isinstance(each, Token) for each in variants(text, list(tokens(text))))
    assert time.process_time() - start < 20
