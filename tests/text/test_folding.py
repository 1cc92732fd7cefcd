"""Folding: what is spelt alike in any script, case or accent folds alike, and positions stay those of the text."""

import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.text.cyrillic import LETTERS
from quotebank.text.folding import APOSTROPHES, Token, base, fold, tokens
from quotebank.text.hangul import FIRST, LAST, is_syllable, romanized
from tests.model.strategies import nasty_text, plain_text


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Krasil’nikov", "krasilnikov"),
        ("Krasil'nikov", "krasilnikov"),
        ("Красильников", "krasilnikov"),
        ("Взгляд", "vzglyad"),
        ("Зуенко", "zuenko"),
        ("Щукин", "shchukin"),
        ("Йошкар", "yoshkar"),
        ("И\u0306ошкар", "yoshkar"),
        ("Ёлка", "elka"),
        ("объезд", "obezd"),
        ("Київ", "kiyiv"),
        ("Є", "ye"),
        ("ґанок", "ganok"),
        ("за́мок", "zamok"),
        ("김정은", "gimjeongeun"),
        ("독립", "dogrib"),
        ("毛泽东", "maozedong"),
        ("さ\u3063ほ\u309aろ", base("さっぽろ")),
        ("Nguyễn", "nguyen"),
        ("Đổi", "doi"),
        ("Łódź", "lodz"),
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("ılık", "ilik"),
        ("Ævar", "aevar"),
        ("ﬁnal", "final"),
        ("Ｔａｓｓ", "tass"),
        ("Αθήνα", "athina"),
        ("λόγος", "logos"),
        ("e\u0301te\u0301", "ete"),
        ("co\u00adop\u200bera\u2060tion", "cooperation"),
        ("Putin’s", "putin"),
        ("PUTIN'S", "putin"),
        ("'s", "s"),
        ("’", ""),
        ("", ""),
        ("!?", ""),
        ("x²", "x2"),
        ("\ud800a\x00", "a"),
        ("😀", ""),
    ],
)
def test_base(word: str, folded: str) -> None:
    """Case, marks, apostrophes, invisible characters and scripts fall away."""
    assert base(word) == folded


@given(nasty_text())
def test_base_is_ascii_and_total(text: str) -> None:
    """Any string folds to lower-case ASCII letters and digits, and folding again changes nothing."""
    folded = base(text)
    assert folded == "" or (folded.isascii() and folded.isalnum() and folded == folded.lower())
    assert base(folded) == folded


@given(st.text(st.characters(categories=("Lu", "Ll"), max_codepoint=0x24F), max_size=12))
def test_base_ignores_case(word: str) -> None:
    """Words of Latin letters fold alike in lower and upper case, where a letter has both."""
    pairs = "".join(char for char in word if len(char.upper()) == 1 and char.upper().lower() == char)
    assert base(pairs) == base(pairs.upper())


def _check(text: str, found: list[Token]) -> None:
    end = 0
    for token in found:
        assert end <= token.start < token.end <= len(text)
        assert token.text
        assert token.text == base(text[token.start : token.end])
        end = token.end


@given(st.one_of(nasty_text(200), plain_text(200)))
def test_tokens_stand_in_order_and_fold_their_own_text(text: str) -> None:
    """Tokens do not overlap, stay in order, and each is the folded form of its stretch of the raw text."""
    _check(text, list(tokens(text)))


@given(st.one_of(nasty_text(100), plain_text(100)))
def test_no_letter_is_passed_over(text: str) -> None:
    """Every letter or figure that folds to something stands inside a token."""
    covered = {place for token in tokens(text) for place in range(token.start, token.end)}
    assert all(place in covered for place, char in enumerate(text) if char.isalnum() and base(char))


@given(st.text(st.characters(max_codepoint=127), max_size=80))
def test_both_roads_agree(text: str) -> None:
    """ASCII text gives the same tokens on the quick road as beside a word of another script."""
    slow = list(tokens(f"{text} é"))
    assert slow[:-1] == list(tokens(text))
    assert slow[-1].text == "e"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kim Jong-un", "kim jong un"),
        ("neo‑socialism", "neo socialism"),
        ("Putin’s “new” world—2021", "putin new world 2021"),
        ("x_y", "x y"),
        ("習近平 visits Москва", "xi jin ping visits moskva"),
        ("2021年", "2021 nian"),
        ("김정은 위원장", "gim jeong eun wi won jang"),
        ("cafe\u0301s d'e\u0301te\u0301", "cafes dete"),
        ("नवंबर", "nvmbr"),
        ("‘quoted’", "quoted"),
        ("don''t", "don t"),
        ("", ""),
        ("—", ""),
    ],
)
def test_fold(text: str, words: str) -> None:
    """A text folds to its folded words with one space between them."""
    assert fold(text) == words


def test_offsets_are_those_of_the_raw_text() -> None:
    """Offsets count the characters of the text as it is, where folding changes lengths."""
    text = "“Straße” Щит習近"
    assert [(text[token.start : token.end], token.text) for token in tokens(text)] == [
        ("Straße", "strasse"),
        ("Щит", "shchit"),
        ("習", "xi"),
        ("近", "jin"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a" * 10_000_000,
        "'" * 2_000_000,
        "a'" * 1_000_000,
        "\u0301" * 1_000_000,
        "é\u0301" * 500_000,
        "習" * 200_000,
        "-" * 2_000_000,
    ],
)
def test_long_lines_take_linear_time(text: str) -> None:
    """A line of megabytes of anything takes seconds at most, where a quadratic way would take hours."""
    start = time.process_time()
    for _ in tokens(text):
        pass
    assert time.process_time() - start < 8


def test_latin_cyrillic_and_hangul_load_no_library() -> None:
    """`anyascii` is loaded for other scripts only."""
    program = """
import sys
from quotebank.text.folding import fold
fold("Krasil’nikov Красильников 김정은 プーチン Nguyễn Straße Αθήνα Łódź ‘x’ №")
assert "anyascii" not in sys.modules
fold("习")
assert "anyascii" in sys.modules
"""
    subprocess.run([sys.executable, "-c", program], check=True)


def test_tables_are_complete_and_ascii() -> None:
    """The Russian and Ukrainian alphabets are in the table, and all it gives is lower-case ASCII."""
    assert set("абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґ") <= set(LETTERS)
    assert all(value == "" or (value.isascii() and value.islower()) for value in LETTERS.values())


@given(st.integers(FIRST, LAST).map(chr))
def test_every_syllable_has_letters(syllable: str) -> None:
    """Each Hangul syllable is romanised by its letters, composed or not."""
    import unicodedata

    assert is_syllable(syllable)
    assert romanized(syllable).isalpha()
    assert base(unicodedata.normalize("NFD", syllable)) == base(syllable) == romanized(syllable)


@given(st.sampled_from(APOSTROPHES), st.text("abcя", min_size=1, max_size=5), st.text("abcя", min_size=1, max_size=5))
def test_any_apostrophe_inside_a_word_falls_away(sign: str, left: str, right: str) -> None:
    """Whichever sign is used for it, an apostrophe inside a word makes no difference."""
    assert fold(left + sign + right) == fold(left + right)
