"""The words of an index, kept ready for being misspelt, mispronounced and transliterated.

Writing side; `vocabulary` reads. A word's keys say by their first letter what they bring together: K how a Slavic
name sounds (`text.sounds`), W the same behind a French, German or Polish spelling, L romanisations, S the forms of a
word, R words of one root (`text.stems`). A key equal to the word itself is not stored: whoever looks for it
finds the word in the vocabulary.
"""

# ruff: noqa: S608 - statements are put together from our own constants only; what comes from outside is bound.

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby

from quotebank.search.schema import BORDER
from quotebank.search.units import raw
from quotebank.text.folding import fold
from quotebank.text.sounds import romanisation_key, sound_key
from quotebank.text.stems import root_of, stem
from quotebank.text.variants import GRAM
from quotebank.text.western import west_european

SHORTEST, LONGEST = 4, 40
"""Letters of a word that can be misspelt: shorter ones could be anything, longer ones are no words."""

SOUND_SIZES = 1000
"""Keys of sound stand in the lexicon too, under their length plus this."""

_NO_WORD = "*[^a-z]*"

_PART = 48_000
"""Characters of a part of the lexicon: small enough to be written anew for one word."""


def word_keys(word: str) -> dict[str, str]:
    """The keys of a word by their letter; none for figures, single characters and what is not Latin."""
    if word.startswith(GRAM):
        keys = {"L": romanisation_key(word[len(GRAM) :])}
    elif word.isascii() and word.isalpha():
        bare = stem(word)
        keys = {"K": sound_key(word), "L": romanisation_key(word), "S": bare}
        if western := west_european(word):
            keys["W"] = sound_key(western)
        if (short := root_of(bare)) != bare:
            keys["R"] = short
    else:
        return {}
    return keys if all(keys.values()) else {letter: key for letter, key in keys.items() if key}


def learn_all(db: sqlite3.Connection) -> None:
    """Fill the vocabulary of a new index from its full-text table."""
    db.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'fts', 'row')")
    db.execute("INSERT INTO vocabulary SELECT term, doc FROM temp.terms WHERE term <> ? ORDER BY term", (BORDER,))
    db.execute("DROP TABLE temp.terms")
    db.execute("CREATE TEMP TABLE unsorted(key TEXT, word TEXT)")
    words = db.execute("SELECT word FROM vocabulary")
    db.executemany("INSERT INTO unsorted VALUES (?, ?)", _key_rows(word for (word,) in words))
    # Sorted first: a tree grown in order is written once and stays compact.
    db.execute("INSERT INTO sounds SELECT key, word FROM unsorted ORDER BY key, word")
    db.execute("DROP TABLE unsorted")
    for size in range(SHORTEST, LONGEST + 1):
        found = db.execute(
            f"SELECT word FROM vocabulary WHERE length(word) = ? AND word NOT GLOB '{_NO_WORD}'", (size,)
        )
        _store(db, size, [word for (word,) in found if word.isascii()])
    _store_sounds(db)


def learn(db: sqlite3.Connection, differences: Mapping[str, int]) -> None:
    """Count words up or down by the units they came into or went out of; new ones get their keys.

    A word that no unit has any more stays, with 0 units: whoever reads the lexicon asks the vocabulary.
    """
    new: list[str] = []
    for word, difference in differences.items():
        if difference:
            changed = db.execute("UPDATE vocabulary SET units = units + ? WHERE word = ?", (difference, word)).rowcount
            if not changed:
                db.execute("INSERT INTO vocabulary VALUES (?, ?)", (word, difference))
                new.append(word)
    db.executemany("INSERT OR IGNORE INTO sounds VALUES (?, ?)", _key_rows(new))
    additions: dict[tuple[int, str], set[str]] = {}
    for word in new:
        key = word_keys(word).get("K", "")
        if _misspellable(word):
            additions.setdefault((len(word), word[0]), set()).add(word)
        if key != word and _misspellable(key):
            additions.setdefault((SOUND_SIZES + len(key), key[0]), set()).add(key)
    for (size, letter), words in additions.items():
        _add(db, size, letter, sorted(words))


def words_of(columns: Iterable[str]) -> set[str]:
    """The different words of a unit's columns."""
    words = set(" ".join(columns).split())
    words.discard(BORDER)
    return words


def name_aliases(db: sqlite3.Connection, owner: bytes, names: Iterable[str], how: str) -> None:
    """Let every name of one thing stand for the others; replaces what the owner said before."""
    db.execute("DELETE FROM aliases WHERE owner = ?", (owner,))
    db.executemany("INSERT OR IGNORE INTO aliases VALUES (?, ?, ?, ?)", _alias_rows(owner, names, how))


def know_names(db: sqlite3.Connection) -> None:
    """Enter the names that are shipped with the program."""
    db.executemany("INSERT OR IGNORE INTO aliases VALUES (?, ?, ?, ?)", _known())


@cache
def _known() -> list[tuple[bytes, str, str, str]]:
    """The rows of the shipped names; folding them takes longer than writing them."""
    from quotebank.text import known_names as known

    rows: list[tuple[bytes, str, str, str]] = []
    for how, groups in (
        ("alias", (*known.PLACES, *known.PEOPLE, *known.OUTLETS, *known.JAPANESE_NAMES, *known.TERMS)),
        ("given name", known.GIVEN_NAMES),
    ):
        for number, names in enumerate(groups):
            rows += _alias_rows(raw(f"*{how}{number}"), names, how)
    return rows


def _alias_rows(owner: bytes, names: Iterable[str], how: str) -> list[tuple[bytes, str, str, str]]:
    folded = dict.fromkeys(form for name in names if (form := fold(name)))
    return [(owner, form.replace(" ", ""), form, how) for form in folded] if len(folded) > 1 else []


def _key_rows(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    for word in words:
        for letter, key in word_keys(word).items():
            if key != word:
                yield letter + key, word


def _misspellable(word: str) -> bool:
    return SHORTEST <= len(word) <= LONGEST and word.isascii() and word.isalpha()


def _store_sounds(db: sqlite3.Connection) -> None:
    """Put the different K keys into the lexicon, by length."""
    for size in range(SHORTEST, LONGEST + 1):
        found = db.execute(
            "SELECT DISTINCT substr(key, 2) FROM sounds WHERE key >= 'K' AND key < 'L' AND length(key) = ?", (size + 1,)
        )
        _store(db, SOUND_SIZES + size, [key for (key,) in found])


def _store(db: sqlite3.Connection, size: int, words: list[str]) -> None:
    """Write words of one length, which are in order, in parts of one first letter each."""
    step = max(1, _PART // (size % SOUND_SIZES + 1))
    for letter, group in groupby(words, key=lambda word: word[0]):
        some = list(group)
        rows = ((size, letter, at // step, "\n".join(some[at : at + step])) for at in range(0, len(some), step))
        db.executemany("INSERT INTO lexicon VALUES (?, ?, ?, ?)", rows)


def _add(db: sqlite3.Connection, size: int, letter: str, words: list[str]) -> None:
    last = db.execute(
        "SELECT part, words FROM lexicon WHERE size = ? AND letter = ? ORDER BY part DESC LIMIT 1", (size, letter)
    ).fetchone()
    if last and len(last[1]) < _PART:
        text = "\n".join((last[1], *words))
        db.execute(
            "UPDATE lexicon SET words = ? WHERE size = ? AND letter = ? AND part = ?", (text, size, letter, last[0])
        )
    else:
        part = last[0] + 1 if last else 0
        db.execute("INSERT INTO lexicon VALUES (?, ?, ?, ?)", (size, letter, part, "\n".join(words)))
