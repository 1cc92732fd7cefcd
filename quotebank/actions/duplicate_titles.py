"""Whether two titles are one, whatever the script, the typography, the subtitle and the site's name behind it.

Titles are strict evidence: two pieces of one author on one day often differ in a word or a number only.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from functools import lru_cache

from quotebank.model.articles import Article
from quotebank.text.folding import fold
from quotebank.text.sounds import sound_key

_LONGEST = 400
_MOST_WORDS = 60
_ARTICLES = frozenset(("the", "a", "an"))
_TAILS = (" | ", " :: ", " - ", " – ", " — ", " / ", "｜")
_SUBTITLES = (": ", ". ", "? ", "! ", " – ", " — ", " - ", "：", "。", "？")
_LEAST_HEAD = 3
"""Words that a title has at least which is the same as another's without its subtitle."""

_LEAST_WORDS = 3
"""Words that two titles have at least of which one may be spelt differently."""

_WORDS_A_SLIP = 4
_LONG_WORD = 6
_RATHER_ALIKE = 70


class Titles(IntEnum):
    """How two titles stand to each other, the higher the more alike; `UNKNOWN` when one has none."""

    UNLIKE = 0
    UNKNOWN = 1
    ALIKE = 2
    EQUAL = 3


def compare_titles(left: Article, right: Article) -> Titles:
    """The best that any title of one article (its own, original or translated) makes with any of the other."""
    outlets = tuple({name for each in (left, right) for name in (each.outlet, each.original.outlet) if name})
    first, second = list(_titles(left)), list(_titles(right))
    if not first or not second:
        return Titles.UNKNOWN
    return max(_compared(one, other, outlets) for one in first for other in second)


def rather_alike(left: Article, right: Article) -> bool:
    """Whether two titles have most of their words in common: one may be the other reworded."""
    from rapidfuzz.fuzz import token_sort_ratio

    pairs = ((words_of(one), words_of(other)) for one in _titles(left) for other in _titles(right))
    return any(token_sort_ratio(" ".join(one), " ".join(other)) >= _RATHER_ALIKE for one, other in pairs)


def words_of(title: str, outlets: Sequence[str] = ()) -> tuple[str, ...]:
    """The folded words of a title, without the name of an outlet behind it."""
    return _words(_without_tail(title[:_LONGEST], outlets))


def _titles(article: Article) -> Iterator[str]:
    own = (article.title, article.original.title, article.title_translated)
    return (title for title in dict.fromkeys(own) if title.strip())


def _compared(left: str, right: str, outlets: Sequence[str]) -> Titles:
    if left == right:
        return Titles.EQUAL
    left, right = _without_tail(left[:_LONGEST], outlets), _without_tail(right[:_LONGEST], outlets)
    first, second = _words(left), _words(right)
    if not first or not second:
        return Titles.UNKNOWN
    if first == second or "".join(first) == "".join(second):
        return Titles.EQUAL
    if _figures(first) == _figures(second) and _spelt_alike(first, second):
        return Titles.ALIKE
    shorter, longer = sorted((first, second), key=len)
    heads = _heads(left if longer is first else right)
    if len(shorter) >= _LEAST_HEAD and any(head == shorter for head in heads):
        return Titles.ALIKE
    return Titles.UNLIKE


@lru_cache(maxsize=256)
def _words(title: str) -> tuple[str, ...]:
    words = fold(title).split()[:_MOST_WORDS]
    return tuple(words[1:] if len(words) > 1 and words[0] in _ARTICLES else words)


def _without_tail(title: str, outlets: Sequence[str]) -> str:
    """The title without `` | Outlet`` behind it, or before it."""
    for mark in _TAILS:
        if mark not in title:
            continue
        head, _, tail = title.rpartition(mark)
        if head.strip() and _is_outlet(tail, outlets):
            return _without_tail(head, outlets)
        first, _, rest = title.partition(mark)
        if rest.strip() and _is_outlet(first, outlets):
            return rest
    return title


def _is_outlet(text: str, outlets: Sequence[str]) -> bool:
    joined = fold(text).replace(" ", "").removeprefix("the")
    forms = {fold(name).replace(" ", "").removeprefix("the") for name in outlets}
    return bool(joined) and (joined in forms or sound_key(joined) in {sound_key(form) for form in forms if form} - {""})


def _heads(title: str) -> Iterator[tuple[str, ...]]:
    """What stands before each mark that may part a title from its subtitle."""
    for mark in _SUBTITLES:
        if mark in title:
            yield _words(title.partition(mark)[0])


def _figures(words: Iterable[str]) -> list[str]:
    return sorted(word for word in words if not word.isalpha() or _is_numeral(word))


def _is_numeral(word: str) -> bool:
    return len(word) <= 4 and not set(word) - set("ivx")  # noqa: PLR2004 -- VIII


def _spelt_alike(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether every word of one is a word of the other in another spelling, in their order; slips in few of them."""
    if len(first) < _LEAST_WORDS or len(second) < _LEAST_WORDS:
        return False
    left, right = Counter(first), Counter(second)
    over = [word for word in (left - right).elements() if word not in _ARTICLES]
    other = [word for word in (right - left).elements() if word not in _ARTICLES]
    if len(over) != len(other):
        return False
    slips = 0
    for one, two in zip(over, other, strict=True):
        sound = sound_key(one)
        if not sound or sound != sound_key(two):
            slips += 1
            if slips > max(1, len(first) // _WORDS_A_SLIP) or not _slipped(one, two):
                return False
    return True


def _slipped(left: str, right: str) -> bool:
    """Whether a long word is another but for a letter. Iran is not Iraq, and Austria not Australia."""
    from quotebank.text.distance import edits

    return min(len(left), len(right)) >= _LONG_WORD and left[0] == right[0] and edits(left, right) <= 1
