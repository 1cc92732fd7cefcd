"""Pieces of long texts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotebank.search.evidence import apart
from quotebank.search.passages import ELLIPSIS, passage

_TEXT = "one two three four five six seven eight nine ten eleven twelve"
_SPANS = st.lists(st.tuples(st.integers(0, 90), st.integers(1, 12)), max_size=5)


def _found(word: str) -> tuple[int, int]:
    return _TEXT.index(word), _TEXT.index(word) + len(word)


def test_short_text_is_whole() -> None:
    """A text that fits is shown as it is."""
    assert passage(_TEXT, [_found("two")], len(_TEXT)) == (_TEXT, [_found("two")])


def test_long_text_is_cut_between_words_around_what_was_found() -> None:
    """What was found stands in the piece, ellipses show the cuts, and no word is cut in two."""
    shown = passage(_TEXT, [_found("seven")], 24)
    assert shown.text == "…six seven eight…"
    assert [shown.text[start:end] for start, end in shown.spans] == ["seven"]


def test_piece_with_most_spans_is_chosen() -> None:
    """Where not all that was found fits, the place with the most of it is shown."""
    shown = passage(_TEXT, [_found("one"), _found("eleven"), _found("twelve")], 20)
    assert [shown.text[start:end] for start, end in shown.spans] == ["eleven", "twelve"]
    assert shown.text == "…ten eleven twelve"


def test_text_without_spans_shows_its_beginning() -> None:
    """When nothing in the text matched (the title did), it is shown from its beginning."""
    assert passage(_TEXT, [], 20) == ("one two three four…", [])


def test_narrow_width_is_refused() -> None:
    """A width that holds nothing is a mistake of the caller."""
    with pytest.raises(ValueError, match="at least 3"):
        passage(_TEXT, [], 2)


@settings(deadline=None)
@given(st.text("ab \n習", max_size=100), _SPANS, st.integers(3, 60))
def test_any_passage_is_a_piece_of_its_text(text: str, spans: list[tuple[int, int]], width: int) -> None:
    """A passage fits its width, is part of the text, and its spans mark the same letters as before."""
    within = apart([(start, min(start + size, len(text))) for start, size in spans if start < len(text)])
    shown = passage(text, within, width)
    assert len(shown.text) <= width
    assert shown.text.removeprefix(ELLIPSIS).removesuffix(ELLIPSIS) in text
    marked = [text[start:end] for start, end in within]
    assert all(0 <= start < end <= len(shown.text) for start, end in shown.spans)
    assert all(any(shown.text[start:end] in whole for whole in marked) for start, end in shown.spans)
    if within and any(end - start <= width - 2 for start, end in within):
        assert shown.spans
