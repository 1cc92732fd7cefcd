"""Names of outlets taken apart for comparison: what distinguishes one, and the article, place and domain beside it."""

from itertools import groupby
from typing import NamedTuple

from quotebank.text.folding import fold
from quotebank.text.sounds import sound_key

_ARTICLES = frozenset((
    "the", "a", "an", "le", "la", "les", "l", "der", "die", "das", "el", "il", "lo", "los", "las", "gli", "i", "o",
    "os", "as", "de", "het", "al", "to", "ta", "oi",
))  # fmt: skip
"""Articles as they fold, Greek and Arabic ones too: an outlet is often cited without its own."""

LEAST_SOUND = 5
"""Letters of a name from which on its sound tells something: Blic and Blitz sound alike."""

_TAILS = frozenset(("ru", "com", "net", "org", "info", "de", "fr", "ua", "by", "kz", "uk", "am", "eu", "online"))


class Parts(NamedTuple):
    """A name in parts, folded: `core` without article, place in brackets and domain ending, in one word.

    `words` are those of the core, `whole` is all of the name in one word.
    """

    whole: str
    core: str
    words: tuple[str, ...]
    article: str
    place: str
    tail: str

    @property
    def sound(self) -> str:
        """The core's sound, however it is romanised; ``""`` if it is too short to tell, or has figures."""
        return sound_key(self.core) if len(self.core) >= LEAST_SOUND else ""

    @property
    def single(self) -> str:
        """The core with doubled letters made one, where a slip is easier than another spelling."""
        return "".join(letter for letter, _ in groupby(self.core))


def parts(name: str) -> Parts:
    """The parts of an outlet's name; a name of signs alone is all core."""
    text, place = _without_place(_with_greek_u(name.strip()))
    article = ""
    if text[:2].lower() in ("l'", "l’") and len(text) > 2:  # noqa: PLR2004
        article, text = "l", text[2:]
    words = fold(text).split()
    tail = words.pop() if len(words) > 1 and words[-1] in _TAILS and _has_ending(text) else ""
    if len(words) > 1 and words[0] in _ARTICLES:
        article = words.pop(0)
    whole = fold(_with_greek_u(name)).replace(" ", "") or name.strip()
    return Parts(whole, "".join(words) or whole, tuple(words), article, place, tail)


def is_latin(text: str) -> bool:
    """Whether all letters of a text are Latin ones."""
    return all(char < "\u0250" or "\u1e00" <= char < "\u1f00" for char in text if char.isalpha())


def _with_greek_u(name: str) -> str:
    """A Greek name with its digraph ου as every romanisation writes it; letters are folded one by one."""
    return name.replace("ου", "ou").replace("ού", "ou").replace("Ου", "Ou") if "υ" in name or "ύ" in name else name


def _without_place(name: str) -> tuple[str, str]:
    """A name and what stands in brackets at its end: ``The Nation (Kenya)``."""
    if name.endswith(")") and (start := name.rfind("(")) > 0 and (place := fold(name[start:])):
        return name[:start].rstrip(), place
    return name, ""


def _has_ending(text: str) -> bool:
    head, dot, end = text.rpartition(".")
    return bool(head and dot and end.strip().isalnum())
