"""The words an index knows, asked for in every way a word can be meant; reading side of `lexicon`."""

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

from quotebank.search.lexicon import LONGEST, SHORTEST, SOUND_SIZES
from quotebank.text.distance import same_class

_AT_ONCE = 500
_OF_ONE_KEY = 150
_NEAREST = 60
_BEGINNING = 100
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Alias(NamedTuple):
    """Another name: its folded words, and how it came (``alias`` or ``given name``)."""

    words: tuple[str, ...]
    how: str


class Vocabulary:
    """The words of an open index. Frequencies are numbers of units; a word that stands nowhere is not known."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._units: dict[str, int] = {}
        self._near: dict[tuple[str, int, bool], list[tuple[str, int]]] = {}

    def size(self) -> int:
        """How many units the index holds; at least 1, so that it can be divided by."""
        row = self._db.execute("SELECT value FROM meta WHERE name = 'units'").fetchone()
        return max(1, int(row[0])) if row else 1

    def frequencies(self, words: Iterable[str]) -> dict[str, int]:
        """Those of `words` that are known, with their frequencies."""
        wanted = dict.fromkeys(words)
        unseen = [word for word in wanted if word not in self._units]
        for rows in self._select("SELECT word, units FROM vocabulary WHERE word IN ({marks})", unseen):
            self._units.update(rows)
        for word in unseen:
            self._units.setdefault(word, 0)
        return {word: units for word in wanted if (units := self._units[word]) > 0}

    def under(self, keys: Collection[str]) -> dict[str, list[str]]:
        """The words under each key (its letter and it); of a key with very many, some."""
        found: dict[str, list[str]] = {}
        for key in keys:
            rows = self._db.execute("SELECT word FROM sounds WHERE key = ? LIMIT ?", (key, _OF_ONE_KEY)).fetchall()
            if rows:
                found[key] = [word for (word,) in rows]
        return found

    def beginning(self, start: str) -> list[str]:
        """Known words that begin so (and go on), some if there are very many."""
        rows = self._db.execute(
            "SELECT word, units FROM vocabulary WHERE word > ? AND word < ? AND units > 0 LIMIT ?",
            (start, start + "{", _BEGINNING),
        ).fetchall()
        self._units.update(rows)
        return [word for word, _ in rows]

    def near(self, word: str, most: int, *, sounds: bool = False) -> list[tuple[str, int]]:
        """Words (or keys of sound) at most `most` edits away and their distances, the nearest first, not all.

        Another first letter counts as the one edit, or is of a family often confused with the first.
        """
        asked = word, most, sounds
        if asked not in self._near:
            found = dict(self._read_through(word, most, word[0], sounds=sounds))
            if not found and most > 1:
                for letter in _LETTERS:
                    if letter != word[0] and same_class(letter, word[0]):
                        found |= self._read_through(word, most, letter, sounds=sounds)
            for other in self._otherwise_begun(word, sounds=sounds):
                found[other] = 1
            found.pop(word, None)
            self._near[asked] = sorted(found.items(), key=lambda pair: (pair[1], pair[0]))[:_NEAREST]
        return self._near[asked]

    def _read_through(self, word: str, most: int, letter: str, *, sounds: bool) -> dict[str, int]:
        """The words with a first letter that are near, by reading all of about that length."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        low, high = max(SHORTEST, len(word) - most), min(LONGEST, len(word) + most)
        base = SOUND_SIZES if sounds else 0
        parts = self._db.execute(
            "SELECT words FROM lexicon WHERE size BETWEEN ? AND ? AND letter = ?", (base + low, base + high, letter)
        )
        found: dict[str, int] = {}
        for (words,) in parts:
            near = process.extract(word, words.split("\n"), scorer=OSA.distance, score_cutoff=most, limit=None)
            found.update((each, int(distance)) for each, distance, _ in near)
        return found

    def _otherwise_begun(self, word: str, *, sounds: bool) -> list[str]:
        """Known words that one edit of the first letter makes of a word: few enough to be asked for one by one."""
        possible = {letter + rest for letter in _LETTERS for rest in (word[1:], word)} | {word[1:]}
        possible |= {word[1] + word[0] + word[2:]} if len(word) > 1 else set()
        possible = {other for other in possible if other[:1] != word[0] and len(other) >= SHORTEST}
        if sounds:
            return [key[1:] for key in self.under(sorted("K" + other for other in possible))]
        return list(self.frequencies(sorted(possible)))

    def aliases(self, joined: Sequence[str]) -> dict[str, list[Alias]]:
        """Other names of what the folded, joined names stand for, by name; one of several words also in its words.

        Names of one or two letters (UN, EU) are understood but not looked for: as words they are something else.
        """
        found: dict[str, list[Alias]] = {}
        statement = (
            "SELECT a.joined, b.words, b.how FROM aliases a JOIN aliases b ON b.owner = a.owner "
            "AND (b.joined <> a.joined OR b.words <> a.joined) AND length(b.joined) > 2 WHERE a.joined IN ({marks})"
        )
        for rows in self._select(statement, joined):
            for name, words, how in rows:
                found.setdefault(name, []).append(Alias(tuple(words.split()), how))
        return found

    def stands(self, words: Sequence[str]) -> bool:
        """Whether these words stand next to one another anywhere."""
        phrase = '"' + " ".join(words) + '"'
        return self._db.execute("SELECT 1 FROM fts WHERE fts MATCH ? LIMIT 1", (phrase,)).fetchone() is not None

    def _select(self, statement: str, values: Sequence[str]) -> Iterable[list[tuple[Any, ...]]]:
        for at in range(0, len(values), _AT_ONCE):
            some = values[at : at + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            yield self._db.execute(statement.format(marks=marks), some).fetchall()
