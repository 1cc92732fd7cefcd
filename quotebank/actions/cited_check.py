"""Whether a bibliography that is there already is what a draft needs."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from quotebank.actions.cited import Cited
from quotebank.errors import UsageError
from quotebank.formats import FORMATS, Format, find_format, sniff, sniff_content
from quotebank.formats.parsed import Problem
from quotebank.model.articles import Article

_BESIDE = frozenset({"key", "ids", "note", "added", "modified", "provenance", "snapshot"})
"""Fields of a record that no reader of the bibliography sees."""


class Difference(NamedTuple):
    """An entry that says something else than the bank: its key in the file, and the fields, by the names of records."""

    key: str
    fields: tuple[str, ...]


class Compared(NamedTuple):
    """A bibliography held against what would be written for a draft; keys in the order in which they are met.

    `missing`: keys that the draft needs and the file has not. `unneeded`: entries that nothing asks for. `differing`:
    entries that say something else than the bank. `unknown`: keys of the draft that only the file has; they are no
    fault of it. `problems`: what cannot be read in the file. `entries`: how many can.
    """

    missing: tuple[str, ...]
    unneeded: tuple[str, ...]
    differing: tuple[Difference, ...]
    unknown: tuple[str, ...]
    problems: tuple[Problem, ...]
    entries: int

    @property
    def right(self) -> bool:
        """Whether the file is what the draft needs."""
        return not (self.missing or self.unneeded or self.differing or self.problems)


def format_of(name: str, data: bytes, asked: str | None) -> Format:
    """The format of a bibliography to be checked: as `asked`, else by its content and name; raises `UsageError`."""
    known = find_format(asked) if asked else (sniff_content(data) or sniff(name, to="read"))
    if known is None or not (known.reads and known.writes):
        able = [each.name for each in FORMATS.values() if each.reads and each.writes]
        raise UsageError(f"--check {name}: no bibliography that can be checked", f"--format {', '.join(able)}")
    return known


def compare(data: bytes, known: Format, result: Cited, written: Iterable[str], bare: Iterable[str]) -> Compared:
    """A bibliography's bytes held against what would be `written`, whole and `bare`, for what a draft cites.

    Read back as the file is, for a format cannot say everything: what it cannot is no difference.
    """
    there = known.read(data)
    whole, plain = (
        known.read("".join(pieces).encode("utf-8", "backslashreplace")).articles for pieces in (written, bare)
    )
    entries = _Entries(there.articles, by_old_keys=known.name == "biblatex")
    missing: list[str] = []
    differing: list[Difference] = []
    for one, other in zip(whole, plain, strict=True):
        asked = _asked(one, result) if entries.by_old_keys else (one.key,)
        missing += [key for key in asked if not entries.answers(key, result)]
        if (found := entries.take((*asked, one.key, *one.ids))) is not None:
            fields = min(_unlike(found, one), _unlike(found, other), key=len)
            differing += [Difference(found.key, fields)] if fields else []
    unknown = [each.citation.key for each in result.missing if entries.take((each.citation.key,)) is not None]
    unneeded = () if result.everything else tuple(entries.left())
    problems = tuple(problem for problem in there.problems if not problem.mended)
    return Compared(tuple(missing), unneeded, tuple(differing), tuple(unknown), problems, len(there.articles))


def _asked(written: Article, result: Cited) -> tuple[str, ...]:
    """The keys by which drafts cite what is written; what none cites was added for what one does, and has its own."""
    names = (written.key, *written.ids)
    return next((result.spelt[name] for name in names if name in result.spelt), (written.key,))


class _Entries:
    """The entries of a file by the names that their tool knows, and which of them were asked for."""

    def __init__(self, articles: Iterable[Article], *, by_old_keys: bool) -> None:
        self.by_old_keys = by_old_keys
        self._articles = list(articles)
        self.names: Mapping[str, int] = {
            name: number
            for number, article in reversed(list(enumerate(self._articles)))
            for name in ((*article.ids, article.key) if by_old_keys else (article.key,))
        }
        self._taken: set[int] = set()

    def answers(self, key: str, result: Cited) -> bool:
        """Whether the draft's tool finds an entry by a key: by its own, or by an old one as biber and pandoc do."""
        number = self.names.get(key)
        if number is None:
            return False
        own = self._articles[number].key
        # pandoc looks at the old keys only of entries whose own key is cited.
        return own == key or result.by_biber or any(own in spellings for spellings in result.spelt.values())

    def take(self, names: Iterable[str]) -> Article | None:
        """The first entry with one of these names, which is then asked for."""
        number = next((self.names[name] for name in names if name in self.names), None)
        if number is None:
            return None
        self._taken.add(number)
        return self._articles[number]

    def left(self) -> Iterator[str]:
        """The entries nobody asked for, by key, or by title where a key is none that every tool takes."""
        for number, article in enumerate(self._articles):
            if number not in self._taken:
                yield article.key or article.title


def _unlike(one: Article, other: Article) -> tuple[str, ...]:
    first, second = one.to_json(), other.to_json()
    names = [name for name in {**first, **second} if name not in _BESIDE]
    return tuple(name for name in names if first.get(name) != second.get(name))
