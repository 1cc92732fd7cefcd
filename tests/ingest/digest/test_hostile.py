"""Texts made to upset: nothing is an error, and twice the text takes about twice the time."""

import gc
import time

import pytest

from quotebank.ingest.digest import read_digest
from tests.ingest.digest.hostile import MAKERS, PAGES, Maker, noise, paragraph, prose
from tests.ingest.digest.test_arbitrary_text import check

LENGTH = 16_000
"""Characters of the shorter of two texts; the longer has twice as many."""

TWICE = 3.0
"""How many times the CPU the longer text may take: twice, and some for memory and a busy clock; four were quadratic."""

MEGABYTE = 1_000_000


def seconds(text: str, form: str) -> float:
    """CPU seconds of reading a text once, without the collector, whose rounds depend on what the tests have loaded."""
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        read_digest(text, form=form)
        return time.process_time() - start
    finally:
        gc.enable()


def growth(make: Maker, form: str, length: int) -> float:
    """How many times the CPU a text of twice the length takes; measured again, up to five times, when too much."""
    short, long = make(length), make(2 * length)
    fast = slow = float("inf")
    for _ in range(5):
        fast, slow = min(fast, seconds(short, form)), min(slow, seconds(long, form))
        if slow <= TWICE * fast:
            break
    return slow / fast


@pytest.mark.parametrize("kind", MAKERS)
def test_hostile_text_is_read_in_linear_time(kind: str) -> None:
    """No error, parts that fit together, and at most three times the CPU for twice the text."""
    check(read_digest(MAKERS[kind](LENGTH)))
    assert growth(MAKERS[kind], "", LENGTH) <= TWICE


@pytest.mark.parametrize("kind", PAGES)
def test_hostile_pages_are_read_in_linear_time(kind: str) -> None:
    """The same for HTML."""
    check(read_digest(PAGES[kind](LENGTH), form="html"))
    assert growth(PAGES[kind], "html", LENGTH) <= TWICE


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
@pytest.mark.parametrize("text", ["", " ", "\n", "\x00", "\ufeff", "\ud800", "*", "<", "•", "(", "“", "1.", "# "])
def test_next_to_nothing_is_a_digest_without_sources(text: str, form: str) -> None:
    """Empty text, and a single mark, name no source."""
    digest = read_digest(text, form=form)
    check(digest)
    assert not digest.sources


@pytest.mark.slow
@pytest.mark.parametrize("make", [prose, paragraph, noise])
def test_long_texts_are_read_in_linear_time(make: Maker) -> None:
    """An eighth and a quarter of a megabyte of arbitrary text: about twice the time for twice as much."""
    assert growth(make, "text", MEGABYTE // 8) <= TWICE


def test_ten_thousand_headings_are_headings() -> None:
    """A file of nothing but headings has as many blocks, and no source."""
    digest = read_digest("# A heading\n\n" * 10_000, form="markdown")
    assert [block.kind for block in digest.blocks] == ["heading"] * 10_000
    assert (digest.sources, digest.unattributed) == ((), ())
