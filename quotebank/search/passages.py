"""The piece of a long text that shows best what was found in it."""

from collections.abc import Sequence
from typing import NamedTuple

ELLIPSIS = "…"
_LEAST = 3  # an ellipsis, a character, an ellipsis


class Passage(NamedTuple):
    """A piece of a text, ellipses where it was cut, and the spans that lie in it, counted from its own start."""

    text: str
    spans: list[tuple[int, int]]


def passage(text: str, spans: Sequence[tuple[int, int]], width: int) -> Passage:
    """At most `width` characters of `text`, around as many of `spans` as fit, cut between words where possible.

    `spans` are in order and apart. A text that fits comes back whole; without spans it is the beginning.
    Raises `ValueError` for a width under 3.
    """
    if width < _LEAST:
        raise ValueError(f"a passage is at least {_LEAST} characters wide")
    if len(text) <= width:
        return Passage(text, list(spans))
    start, end = _window(len(text), spans, width - 2)
    start, end = _between_words(text, start, end, spans)
    lead, tail = ELLIPSIS if start else "", ELLIPSIS if end < len(text) else ""
    shift = len(lead) - start
    kept = [
        (max(left, start) + shift, min(right, end) + shift) for left, right in spans if left < end and right > start
    ]
    return Passage(lead + text[start:end] + tail, kept)


def _window(size: int, spans: Sequence[tuple[int, int]], room: int) -> tuple[int, int]:
    """Where to cut: the stretch of `room` characters with the most spans in it, these in its middle."""
    first = last = best = 0
    for number, (start, _) in enumerate(spans):
        best_last = max(number, best)
        while best_last + 1 < len(spans) and spans[best_last + 1][1] - start <= room:
            best_last += 1
        best = best_last
        if best_last - number > last - first:
            first, last = number, best_last
    if not spans:
        return 0, room
    left, right = spans[first][0], min(spans[last][1], spans[first][0] + room)
    start = max(0, min(left - (room - (right - left)) // 2, size - room))
    return start, start + room


def _between_words(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The cut moved inwards to the nearest spaces, as long as it does not cost a span."""
    left = min((span[0] for span in spans if span[1] > start), default=end)
    right = max((span[1] for span in spans if span[0] < end), default=start)
    if start and not text[start - 1].isspace():
        inner = next((at + 1 for at in range(start, min(left, end)) if text[at].isspace()), start)
        start = inner
    if end < len(text) and not text[end].isspace():
        end = next((at for at in range(end - 1, max(right, start) - 1, -1) if text[at].isspace()), end)
    return start, end
