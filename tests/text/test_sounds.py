"""Keys that bring together what sounds alike."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotebank.text.folding import base
from quotebank.text.scholarly import press_spelling, ukrainian
from quotebank.text.sounds import romanisation_key, sound_key
from quotebank.text.western import west_european
from tests.model.strategies import nasty_text

_WORDS = st.text("abcdefghijklmnopqrstuvwxyz", max_size=30)


@pytest.mark.parametrize(
    "names",
    [
        "Vzgliad Vzglyad Vzgljad Взгляд",
        "Zuenko Zuyenko Zujenko Зуенко",
        "Barskii Barskiy Barsky Barskij Барский",
        "Gorbachev Gorbachyov Gorbachov Горбачёв Gorbatschow",
        "Khrushchev Khrushchov Хрущёв Chruschtschow",
        "Tchaikovsky Chaikovskii Чайковский Tschaikowski",
        "Dostoevskii Dostoyevsky Dostojewski Достоевский",
        "Romanoff Romanov Romanow Романов",
        "Yur’ev Yuriev Юрьев",
        "Aleksandr Alexandr Александр",
    ],
)
def test_slavic_renderings_share_the_sound_key(names: str) -> None:
    """However a Slavic name was romanised, it has one key."""
    keys = {sound_key(base(name)) for name in names.split()}
    assert len(keys) == 1, keys


@pytest.mark.parametrize(
    "names", ["Lankov Larkov", "Ivanov Ivanova", "Zhukov Zykov", "Petrov Petrovich", "Kirov Kurov", "Orlov Oralov"]
)
def test_different_names_have_different_sound_keys(names: str) -> None:
    """Names of different people keep apart."""
    first, second = names.split()
    assert sound_key(base(first)) != sound_key(base(second))


@pytest.mark.parametrize(
    "names",
    [
        "Jongun Jeongeun Chongun",
        "Kim Gim",
        "Hsiao Xiao",
        "Seong Sung",
        "Zhou Chou",
        "Pyongyang Pyeongyang",
        "Chung Jeong",
        "Shinzo Sinzo",
        "Juche Chuche",
        "Teng Deng",
    ],
)
def test_eastern_renderings_share_the_romanisation_key(names: str) -> None:
    """Korean, Chinese and Japanese names meet across their romanisations."""
    keys = {romanisation_key(base(name)) for name in names.split()}
    assert len(keys) == 1, keys


@pytest.mark.parametrize(
    ("word", "press"),
    [
        ("Poutine", "putin"),
        ("Gorbatchev", "gorbachev"),
        ("Loukachenko", "lukashenko"),
        ("Khrouchtchev", "khrushchev"),
        ("Tschechow", "chekhov"),
        ("Jelzin", "yeltsin"),
        ("Gorbaczow", "gorbachov"),
        ("Lénine", "lenin"),
        ("Lankov", None),
    ],
)
def test_west_european_spellings(word: str, press: str | None) -> None:
    """French, German and Polish spellings of Slavic names give the English press's; others give none."""
    assert west_european(base(word)) == press


@pytest.mark.parametrize(
    ("word", "press"),
    [
        ("Ševčenko", "shevchenko"),
        ("Vzglâd", "vzglyad"),
        ("Michnevič", "mikhnevich"),
        ("Solženicyn", "solzhenitsyn"),
        ("S\u030cevc\u030cenko", "shevchenko"),
        ("ŠEVČENKO", "shevchenko"),
        ("Lankov", None),
        ("café", None),
        ("", None),
    ],
)
def test_scholars_spellings(word: str, press: str | None) -> None:
    """Words in scientific transliteration give the press spelling, composed or not; others give none."""
    assert press_spelling(word) == press


@pytest.mark.parametrize(("word", "form"), [("Ріг", "rih"), ("Гройсман", None), ("Київ", "kyyiv"), ("Kyiv", None)])
def test_ukrainian_letters_tell(word: str, form: str | None) -> None:
    """A word with letters that Russian lacks is read by the Ukrainian table."""
    assert ukrainian(word) == form


@settings(deadline=None)
@given(nasty_text(60))
def test_keys_are_total(text: str) -> None:
    """Any text has keys of letters alone, perhaps none."""
    for key in (sound_key(text), romanisation_key(text), sound_key(base(text)), romanisation_key(base(text))):
        assert isinstance(key, str)
    for form in (press_spelling(text), ukrainian(text), west_european(base(text))):
        assert form is None or isinstance(form, str)
    plain = base(text)
    assert sound_key(plain).isalpha() or not plain.isalpha()


@given(_WORDS)
def test_sound_key_of_a_key_says_nothing_new(word: str) -> None:
    """A key hardly changes when it is taken for a word: its own key is not longer."""
    key = sound_key(word)
    assert len(sound_key(key)) <= len(key)


@pytest.mark.parametrize("letter", ["a", "y", "h", "sch", "chtch", "iy"])
def test_endless_words_are_read_in_part(letter: str) -> None:
    """Of a word of megabytes only the beginning counts."""
    word = letter * 500_000
    assert len(sound_key(word)) <= 64
    assert len(romanisation_key(word)) <= 80
    assert west_european(word) is None or len(str(west_european(word))) <= 80
