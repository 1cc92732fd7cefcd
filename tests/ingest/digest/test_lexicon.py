"""The cue words of four languages are tidy data, and each is found under the letter of its kind."""

from importlib import import_module

import pytest

from quotebank.ingest.digest.lexicon import LANGUAGES, LETTERS, language_of, lexicon


def cues(language: str) -> dict[str, str]:
    """The data of a language."""
    data = import_module(f"quotebank.ingest.digest.cues_{language}").CUES
    assert isinstance(data, dict)
    return data


def test_all_languages_have_the_same_kinds_of_words() -> None:
    """No language lacks a kind of words that another has, and none of the kinds is empty."""
    assert len({frozenset(cues(language)) for language in LANGUAGES}) == 1
    assert all(words.split() for language in LANGUAGES for words in cues(language).values())
    assert set(LETTERS) < set(cues("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_stands_twice_in_an_entry(language: str) -> None:
    """Each entry lists a word once."""
    for kind, words in cues(language).items():
        listed = words.replace(";", "").split()
        assert sorted(set(listed)) == sorted(listed), kind


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_in_lower_case_with_underscores_as_joints(language: str) -> None:
    """Words are small, and an underscore stands between two words only."""
    for kind, words in cues(language).items():
        for word in words.split():
            assert word == word.lower(), (kind, word)
            assert all(word.split("_")), (kind, word)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_week_has_seven_days(language: str) -> None:
    """The entry of weekdays has seven parts, and each name has its own day."""
    days = cues(language)["weekday"].split(";")
    assert len(days) == 7
    assert set(lexicon(language).weekdays.values()) == set(range(7))
    assert len(lexicon(language).weekdays) == sum(len(names.split()) for names in days)


@pytest.mark.parametrize(
    ("language", "word", "letter"),
    [
        ("en", "wrote", "v"),
        ("en", "the", "e"),
        ("en", "newspaper", "k"),
        ("en", "columnist", "r"),
        ("en", "minister", "g"),
        ("fr", "écrit", "v"),
        ("fr", "selon", "a"),
        ("fr", "quotidien", "k"),
        ("fr", "chez", "i"),
        ("de", "schreibt", "v"),
        ("de", "laut", "a"),
        ("de", "zeitung", "k"),
        ("de", "und", "c"),
        ("ru", "пишет", "v"),
        ("ru", "согласно", "a"),
        ("ru", "газета", "k"),
        ("ru", "обозреватель", "r"),
    ],
)
def test_a_cue_word_has_the_letter_of_its_kind(language: str, word: str, letter: str) -> None:
    """Single cue words are found by themselves."""
    assert lexicon(language).letters[word] == letter


@pytest.mark.parametrize(
    ("language", "cue", "letter"),
    [
        ("en", "according to", "a"),
        ("en", "writing in", "j"),
        ("en", "interview with", "t"),
        ("fr", "d' après", "a"),
        ("fr", "à la une de", "j"),
        ("fr", "s' en prend", "v"),
        ("de", "nach ansicht der", "a"),
        ("de", "interview mit der", "t"),
        ("ru", "по мнению", "a"),
        ("ru", "в интервью", "i"),
    ],
)
def test_a_cue_of_several_words_is_found_by_its_first(language: str, cue: str, letter: str) -> None:
    """Cues of several words stand under the first, an elision counting as a word."""
    first, *rest = cue.split()
    assert (tuple(rest), letter) in lexicon(language).phrases[first]


@pytest.mark.parametrize("language", LANGUAGES)
def test_longer_cues_come_first(language: str) -> None:
    """Of the cues that begin with one word the longest is tried first."""
    for several in lexicon(language).phrases.values():
        lengths = [len(words) for words, _ in several]
        assert lengths == sorted(lengths, reverse=True)


def test_nouns_that_may_be_verbs_are_known_as_nouns() -> None:
    """Words like "report" have the letter of what they are behind an article, too."""
    words = lexicon("en")
    assert (words.letters["report"], words.nouns["report"]) == ("v", "x")
    assert not any("_" in noun for noun in words.nouns)


@pytest.mark.parametrize("language", ["", "es", "../cues_en", "EN"])
def test_an_unknown_language_has_no_cue_words(language: str) -> None:
    """A language without data gives an empty lexicon of that language and no error."""
    words = lexicon(language)
    assert words.language == language
    assert not any(words[1:])


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("the ferry is late and nobody on the island knows why it has been so since the spring", "en"),
        ("le bac est en retard et personne sur l' île ne sait pourquoi depuis le printemps", "fr"),
        ("die fähre ist zu spät und niemand auf der insel weiß warum das seit dem frühling so ist", "de"),
        ("паром опаздывает и никто на острове не знает почему это так с самой весны", "ru"),
        ("przeprawa promowa zawsze spóźniona", ""),
        ("", "en"),
    ],
)
def test_the_language_shows_in_the_small_words(text: str, language: str) -> None:
    """Ordinary prose in each language is told by its small words, and other languages are told to be none of them."""
    assert language_of(text.split()) == language


def test_few_small_words_among_many_tell_nothing() -> None:
    """A list of names with a chance small word has no language."""
    assert language_of(["the", *["Vey"] * 30]) == ""
