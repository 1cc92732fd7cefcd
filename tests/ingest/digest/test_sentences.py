"""The sentences of a row part its units without gap or overlap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.ingest.digest.sentences import sentence_at, sentence_ends
from quotebank.ingest.digest.units import Row


def tagged(tags: str) -> Row:
    """A row of which only the letters matter."""
    return Row("", (), tags)


@pytest.mark.parametrize(
    ("tags", "expected"),
    [("w.w.", (2, 4)), ("w.w", (2, 3)), ('"w."w', (4, 5)), ("(w.)w.", (4, 6)), ("w...", (4,)), ("w", (1,)), ("", (0,))],
)
def test_where_sentences_end(tags: str, expected: tuple[int, ...]) -> None:
    """A sentence ends behind its full stop and the closing marks that follow; the last ends with the row."""
    assert sentence_ends(tagged(tags)) == expected


@pytest.mark.parametrize(("place", "expected"), [(-1, (0, 2)), (0, (0, 2)), (1, (0, 2)), (2, (2, 5)), (9, (2, 5))])
def test_the_sentence_of_a_unit(place: int, expected: tuple[int, int]) -> None:
    """A full stop is of the sentence it ends; a place outside the row is of its first or last sentence."""
    assert sentence_at(tagged("w.www"), place) == expected


@given(st.text(st.sampled_from('wO.")(],'), min_size=1, max_size=20))
def test_sentences_part_the_row(tags: str) -> None:
    """Each unit is in one sentence, and the sentences follow upon each other from the first unit to the last."""
    row = tagged(tags)
    sentences = list(dict.fromkeys(sentence_at(row, place) for place in range(len(tags))))
    assert [unit for first, last in sentences for unit in range(first, last)] == list(range(len(tags)))
    assert tuple(last for _, last in sentences) == sentence_ends(row)
