"""The cue words of a language, ready for looking up: what each word shows, as one letter.

The words are data in `cues_en`, `cues_fr`, `cues_de` and `cues_ru`; `LETTERS` says which letter stands for which
kind. A digest in another language is read by layout, dates and known outlets alone.
"""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import NamedTuple

from quotebank.ingest.digest.patterns import compiled
from quotebank.ingest.digest.tokens import plain

LANGUAGES = ("en", "fr", "de", "ru")
"""The languages whose cue words are known, as BCP 47 tags."""

LETTERS = {
    "writing": "j", "determiner": "e", "and": "c", "according": "a", "told": "t", "in": "i", "of": "o", "same": "m",
    "press_verb": "v", "kind": "k", "role": "r", "article": "x", "official": "g", "say_verb": "s", "pronoun": "p",
}  # fmt: skip
"""The letter of each kind of cue word; where a word is of two kinds the first counts."""

_TELLING_ELSEWHERE = frozenset(
    """zeitung tageblatt tagblatt anzeiger rundschau nachrichten kurier allgemeine journal gazette courrier
    tribune dépêche quotidien corriere gazzetta giornale repubblica stampa diario periódico prensa
    vanguardia noticias jornal correio folha gazeta rzeczpospolita dziennik tygodnik noviny dnevnik novosti
    vesti pravda izvestia izvestiya vedomosti komsomolskaya nezavisimaya rossiiskaya vechernii večernji
    dagblad dagbladet tidende tidning tidningen bladet hírlap adevarul jurnalul ziarul cotidianul
    kathimerini gazetesi shimbun ribao ilbo wanbao zaobao times post news""".split()  # noqa: SIM905 -- a list of words
)
"""What outlets of other countries like to be called by, whatever the digest is written in."""

_NOUNS = ("article", "kind", "role")
_SETS = ("stop", "telling", "not_outlet", "abbreviation", "print_verb", "people", "issue", "relative", "season")

_ELISION = r"^([dslnjmtc]|qu)'(?=\w)"
"""A French elision, which a text's pieces part from its word."""


class Lexicon(NamedTuple):
    """The cue words of one language, all in lower case.

    `letters` gives a word's letter, `nouns` that of a word which may be a verb too when an article stands before it,
    `phrases` for a first word the longer cues it may begin (their other words and their letter, longest first). `stop`
    are the words that are no name though a sentence begins with them, `telling` those that outlets like to be called
    by, `not_outlet` those that other bodies are called by, `print_verbs` what papers do and hardly anybody else,
    `peoples` nations, creeds and parties, `issue` those that announce a number, `relative` those like "yesterday".
    `weekdays` counts from 0 (Monday).
    """

    language: str
    letters: Mapping[str, str]
    nouns: Mapping[str, str]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    stop: frozenset[str]
    telling: frozenset[str]
    not_outlet: frozenset[str]
    abbreviations: frozenset[str]
    print_verbs: frozenset[str]
    peoples: frozenset[str]
    issue: frozenset[str]
    relative: frozenset[str]
    weekdays: Mapping[str, int]
    seasons: frozenset[str]


@cache
def lexicon(language: str) -> Lexicon:
    """The cue words of a language; of none for an unknown one."""
    cues = _cues(language)
    lists = {kind: tuple(cues.get(kind, "").split()) for kind in (*LETTERS, *_SETS)}
    sets = {kind: frozenset(lists[kind]) for kind in _SETS}
    letters, phrases = _letters_and_phrases(lists)
    return Lexicon(
        language,
        letters,
        {word: LETTERS[kind] for kind in _NOUNS for word in lists[kind] if "_" not in word},
        phrases,
        stop=sets["stop"],
        telling=_plain_too(sets["telling"] | (_TELLING_ELSEWHERE if cues else frozenset())),
        not_outlet=_plain_too(sets["not_outlet"]),
        abbreviations=sets["abbreviation"],
        print_verbs=sets["print_verb"],
        peoples=sets["people"],
        issue=sets["issue"],
        relative=sets["relative"],
        weekdays={name: day for day, names in enumerate(cues.get("weekday", "").split(";")) for name in names.split()},
        seasons=sets["season"],
    )


def _plain_too(words: frozenset[str]) -> frozenset[str]:
    """Words, and how `plain` gives them: names are compared in both forms."""
    return words | frozenset(map(plain, words))


def _letters_and_phrases(
    lists: Mapping[str, tuple[str, ...]],
) -> tuple[dict[str, str], dict[str, tuple[tuple[tuple[str, ...], str], ...]]]:
    """The letters of single cue words, and the cues of several words by the first of them."""
    letters: dict[str, str] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind, letter in LETTERS.items():
        for word in lists[kind]:
            first, *rest = compiled(_ELISION).sub(r"\1'_", word).split("_")
            if rest:
                phrases.setdefault(first, []).append((tuple(rest), letter))
            else:
                letters.setdefault(word, letter)
    return letters, {first: tuple(sorted(several, key=_longest_first)) for first, several in phrases.items()}


def _longest_first(cue: tuple[tuple[str, ...], str]) -> int:
    return -len(cue[0])


@cache
def _small_words(language: str) -> frozenset[str]:
    return frozenset(_cues(language).get("stop", "").split())


def _cues(language: str) -> Mapping[str, str]:
    if language not in LANGUAGES:
        return {}
    cues: Mapping[str, str] = import_module(f"quotebank.ingest.digest.cues_{language}").CUES
    return cues


def language_of(words: list[str]) -> str:
    """The language most of whose small words are among `words` (in lower case); ``""`` when none is told."""
    counts = {language: sum(map(_small_words(language).__contains__, words)) for language in LANGUAGES}
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] * 12 >= len(words) or counts[best] >= 20 else ""  # noqa: PLR2004
