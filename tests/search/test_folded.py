"""Columns of folded words."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from quotebank.search.folded import FENCE, column, columns
from quotebank.text.folding import fold, tokens
from quotebank.text.variants import variants
from tests.model.strategies import nasty_text

_PRESS = st.text("abSl-’'`‘´′“”–—‐‑… \xa0.\xad\u200bé7Жё\u0301習ア김š\n", max_size=40)


@settings(deadline=None)
@given(st.one_of(_PRESS, nasty_text()))
@example("Krasil’nikov’s anti‑crisis—mode, rock'-n-roll's")
def test_quick_way_agrees_with_folding(text: str) -> None:
    """The words and extras of a text are those of `quotebank.text`, whichever way is taken."""
    words, extras = columns([text])
    assert words == fold(text)
    assert extras == FENCE.join(dict.fromkeys(each.text for each in variants(text, list(tokens(text)))))


@settings(deadline=None)
@given(st.lists(_PRESS, max_size=4))
def test_values_stand_apart(texts: list[str]) -> None:
    """Between two values there is a border, and none where a value has no words."""
    folded = [words for text in texts if (words := fold(text))]
    assert columns(texts)[0] == FENCE.join(folded)


def test_column_puts_extras_behind_the_words() -> None:
    """In a column without a place for extras they follow the words, behind a border."""
    assert column(["Kim Jong-un", "", "talks"]) == "kim jong un ¦ talks ¦ jongun ¦ kimjongun"


def test_repeated_compound_is_one_extra() -> None:
    """A compound said ten times is one extra word."""
    assert columns(["Jong-un " * 10])[1] == "jongun"


def test_ruler_of_hyphens_gives_few_extras() -> None:
    """Parts strung together without end are words, and of their joins each is kept once."""
    words, extras = columns(["a-" * 300_000])
    assert words == " ".join("a" * 300_000)
    assert extras == "aa ¦ aaa ¦ aaaa"
