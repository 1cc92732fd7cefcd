"""Names that are known beforehand, found among the words of a text.

Outlets are those of the shipped table, of the writer's bank and those learned from the digest; places and public people
come from `quotebank.text.known_names`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from quotebank.ingest.digest.tokens import kind_of, pieces, plain, root, roots

ARTICLES = frozenset((
    "the", "le", "la", "les", "l'", "der", "die", "das", "den", "dem", "el", "il", "lo", "los", "las", "gli", "o", "a",
    "de", "het",
))  # fmt: skip
"""Articles with which names of outlets begin, as `plain` gives them."""


class Entry(NamedTuple):
    """A known name: its words as `root` gives them, the name it is filed under, and whether it wants evidence."""

    words: tuple[str, ...]
    name: str
    wary: bool
    small: bool = False
    """Whether its last word is written small (``Courrier international``)."""
    low: bool = False
    """Whether it is written small as a whole (``taz``)."""


class Gazetteer:
    """Known names by their first two words; the longest one that stands at a place is found.

    `may` tells of a word (as `root` gives it) whether a text has it at all: names whose first word it does not have are
    passed over, so that a table of thousands costs little.
    """

    def __init__(self, language: str, may: Callable[[str], bool] = bool) -> None:
        self.language = language
        self.may = may
        self.by_first: dict[str, dict[str, list[Entry]]] = {}
        self.domains: dict[str, str] = {}
        self.exact: dict[str, str] = {}
        self.low: set[str] = set()

    def add(self, name: str, filed: str, *, wary: bool = False) -> None:
        """Take in a name with the name it is filed under, with and without its article."""
        first, _, rest = name.partition(" ")
        titled = bool(rest) and plain(first) in ARTICLES
        head = rest.partition(" ")[0] if titled else first
        if not self.has(head):
            return
        words = name_words(name, self.language)
        if not words:
            return
        small = name.rsplit(maxsplit=1)[-1][:1].islower()
        wary = wary or "+" in name
        self.exact.setdefault(name.replace("'", "’"), filed)
        self._put(Entry(words, filed, wary or (len(words) == 1 and len(words[0]) < 2), small, name[:1].islower()))  # noqa: PLR2004
        if len(words) > 1 and titled:
            self._put(Entry(words[1:], filed, wary or len(words) == 2, small, low=False))  # noqa: PLR2004

    def has(self, word: str) -> bool:
        """Whether the text may have a word, or the first piece of one that signs take apart."""
        return self.may(root(_first_piece(word), self.language))

    def _put(self, entry: Entry) -> None:
        if entry.low:
            self.low.add(entry.words[0])
        second = entry.words[1] if len(entry.words) > 1 else ""
        entries = self.by_first.setdefault(entry.words[0], {}).setdefault(second, [])
        same = next((old for old in entries if old.words == entry.words), None)
        if same is None:
            entries.append(entry)
            entries.sort(key=lambda one: -len(one.words))
        elif same.wary and not entry.wary and same.name == entry.name:
            entries[entries.index(same)] = entry

    def find(self, roots: Sequence[str], place: int) -> tuple[Entry, int] | None:
        """The longest known name that begins at a place of a list of words as `root` gives them, and where it ends."""
        seconds = self.by_first.get(roots[place])
        if seconds is None:
            return None
        if place + 1 < len(roots):
            for entry in seconds.get(roots[place + 1], ()):
                end = place + len(entry.words)
                if tuple(roots[place:end]) == entry.words:
                    return entry, end
        alone = seconds.get("")
        return (alone[0], place + 1) if alone else None


def _first_piece(word: str) -> str:
    """A word, or the first piece of one that signs take apart."""
    return word if word.isalpha() else (pieces(word)[0] or [word])[0]


def name_words(name: str, language: str) -> tuple[str, ...]:
    """The words of a name for comparing, signs left out."""
    words = name.split()
    if not "".join(words).isalpha():
        words = [piece for piece in pieces(name)[0] if kind_of(piece) not in ("sign", "possessive")]
    return tuple([root(word, language) for word in words])


def known_outlets(language: str, groups: Iterable[Sequence[str]] = (), may: Callable[[str], bool] = bool) -> Gazetteer:
    """The outlets that a text may name: those of `groups` (spellings, the name first), then the shipped table's."""
    from quotebank.ingest.outlet_table import domains, spellings

    known = Gazetteer(language, may)
    for names in groups:
        for name in names:
            known.add(name, names[0])
            if "." in name and " " not in name:
                known.domains[name.lower()] = names[0]
    listed = list(spellings())
    heads = roots([_first_piece(spelling.head) for spelling in listed], language)
    for spelling, head in zip(listed, heads, strict=True):
        if may(head):
            known.add(spelling.name, _unqualified(spelling.filed, spelling.name), wary=spelling.wary)
    known.domains = {**domains(), **known.domains}
    return known


def _unqualified(filed: str, name: str) -> str:
    """The name to file under: without the country or town that tells namesakes apart, unless it is printed too.

    A digest that prints The Nation does not say which: the table's ``The Nation (Pakistan)`` would be a guess.
    """
    return filed if "(" in name else filed.partition(" (")[0]


def others(language: str, may: Callable[[str], bool] = bool) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Places and public people that a text may name, by their first word: no outlets and, as a rule, no authors."""
    from quotebank.text import known_names

    by_first: dict[str, list[tuple[str, ...]]] = {}
    names = [name for group in (*known_names.PLACES, *known_names.PEOPLE) for name in group]
    for head, name in zip(roots([name.partition(" ")[0] for name in names], language), names, strict=True):
        if may(head):
            _, *rest = name.split()
            by_first.setdefault(head, []).append((head, *(root(word, language) for word in rest)))
    return {first: tuple(sorted(several, key=len, reverse=True)) for first, several in by_first.items()}


@cache
def given_names() -> frozenset[str]:
    """Given names of many languages, as `plain` gives them."""
    from quotebank.ingest.digest.given_names import GIVEN_NAMES
    from quotebank.text import known_names

    listed = " ".join([name for group in known_names.GIVEN_NAMES for name in group])
    return frozenset(plain(f"{listed} {GIVEN_NAMES}").split())
