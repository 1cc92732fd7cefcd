"""Texts of a page made fit for a record: one line, no controls, no markup, character references undone."""

import re
from functools import cache


@cache
def _unwanted() -> re.Pattern[str]:
    """C0 and C1 controls, soft hyphens, zero-width spaces, bidirectional controls, byte order marks, surrogates."""
    return re.compile(
        "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff"
        "\ud800-\udfff]"
    )


def clean(text: str) -> str:
    """`text` on one line, white space collapsed, without characters that act or hide."""
    text = " ".join(text.split())
    if not text.isprintable():
        text = " ".join(_unwanted().sub("", text).split())
    return text


def plain(text: str) -> str:
    """`clean`, with character references undone (twice escaped ones too) and inline tags taken out.

    JSON-LD and meta elements carry both: ``&amp;quot;``, ``<em>``.
    """
    text = text[:20_000]
    if "&" in text:
        import html

        text = html.unescape(text)
        if "&" in text and ";" in text:
            text = html.unescape(text)
    if "<" in text:
        text = re.sub(r"(?i)</?(?:em|i|b|strong|span|br|p|sup|sub|u|font|a)(?:\s[^<>]{0,300})?/?>", " ", text)
    return clean(text)


def bare(text: str) -> str:
    """The letters and figures of `text`, case and compatibility forms undone: for telling whether two texts agree."""
    import unicodedata

    folded = text.casefold() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()
    return "".join(filter(str.isalnum, folded))


def alike(left: str, right: str) -> bool:
    """Whether two `bare` texts say the same, or one is most of the other; pairs of letters decide."""
    if not left or not right:
        return False
    if left == right:
        return True
    short, long = sorted((left, right), key=len)
    if short in long and 3 * len(short) >= len(long):
        return True
    from collections import Counter
    from itertools import pairwise

    pairs, others = (Counter(map("".join, pairwise(text[:400]))) for text in (left, right))
    shared = sum((pairs & others).values())
    return 10 * shared >= 6 * max(min(sum(pairs.values()), sum(others.values())), 1) and 3 * len(short) >= len(long)
