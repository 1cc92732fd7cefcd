"""A text falls into pieces the fast way as it does the exact way, and forms of one word compare equal."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.ingest.digest.tokens import APOSTROPHES, kind_of, pieces, plain, root, token
from tests.model.strategies import nasty_text

SOUP = st.lists(
    st.sampled_from(
        [
            "http://",
            "https://a.example/x?y=(1)",
            "www.",
            "lantern",
            "Lantern",
            ".",
            ",",
            ".example",
            ".com",
            "@",
            "](",
            ")",
            "[",
            "'s",
            "’s",
            "l'",
            "d’",
            "qu'",
            "v. d.",
            "J.",
            "J.-P.",
            "Yu.",
            "Ж.",
            "3",
            "3rd",
            "1er",
            "2021г",
            "½",
            "²",
            "Ⅳ",
            "_",
            "*",
            "-",
            "'",
            "’",
            "«",
            '"',
            " ",
            "\n",
            "\u00a0",
            "é",
            "е\u0301",
            "ё",
            "中",
            "İ",
            "\ud800",
        ]
    ),
    max_size=14,
).map("".join)


def told(text: str) -> list[tuple[str, str]]:
    """The pieces of a text and their kinds."""
    return [(piece, kind_of(piece)) for piece in pieces(text)[0]]


@given(st.one_of(SOUP, nasty_text()))
def test_pieces_are_those_of_the_pattern(text: str) -> None:
    """The fast way finds the pieces that `token` finds, each ending at the same place."""
    exact = [(match.group(), match.end()) for match in token().finditer(text)]
    assert list(zip(*pieces(text), strict=True)) == exact


@given(st.one_of(SOUP, nasty_text()))
def test_kinds_are_those_of_the_pattern(text: str) -> None:
    """What a piece looks like tells the group of `token` that it matched."""
    for match in token().finditer(text):
        assert kind_of(match.group()) == match.lastgroup


@given(nasty_text())
def test_nothing_but_white_space_is_lost(text: str) -> None:
    """The pieces of a text, one behind the other, are the text without its white space."""
    assert "".join(pieces(text)[0]) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "See https://a.example/x(1), now",
            [("See", "word"), ("https://a.example/x(1", "url"), (")", "sign"), (",", "sign"), ("now", "word")],
        ),
        ("lampe.example: ja", [("lampe.example", "domain"), (":", "sign"), ("ja", "word")]),
        ("the end.Then", [("the", "word"), ("end.Then", "word")]),
        (
            "write to j.doe@mail.example.",
            [("write", "word"), ("to", "word"), ("j.doe@mail.example", "mail"), (".", "sign")],
        ),
        ("[Lantern](a b", [("[", "sign"), ("Lantern", "word"), ("]", "sign"), ("(", "sign"), ("a", "word")]),
        ("[Lantern](a(b)c)", [("[", "sign"), ("Lantern", "word"), ("](a(b)c)", "link")]),
        ("1er mai", [("1er", "number"), ("mai", "word")]),
        ("2021г", [("2021", "number"), ("г", "word")]),
        (
            "l'Écho d’«Ici»",
            [("l'", "elision"), ("Écho", "word"), ("d’", "elision"), ("«", "sign"), ("Ici", "word"), ("»", "sign")],
        ),
        ("J.-P. Vey", [("J.-P.", "initial"), ("Vey", "word")]),
        ("Yu. Vey", [("Yu.", "initial"), ("Vey", "word")]),
        ("H. v. d. Aue", [("H.", "initial"), ("v. d.", "initial"), ("Aue", "word")]),
        ("Vey's rock-solid O'Vey", [("Vey", "word"), ("'s", "possessive"), ("rock-solid", "word"), ("O'Vey", "word")]),
        ("a_b", [("a", "word"), ("_", "sign"), ("b", "word")]),
        ("½ m²", [("½", "word"), ("m²", "word")]),
    ],
)
def test_pieces_and_their_kinds(text: str, expected: list[tuple[str, str]]) -> None:
    """Addresses, ordinals, elisions, initials and possessives are told from words."""
    assert told(text)[: len(expected)] == expected


def test_an_empty_text_has_no_pieces() -> None:
    """Nothing, and nothing but white space, gives no piece."""
    assert pieces("") == pieces(" \n\u00a0") == ([], [])


@pytest.mark.parametrize("pattern", ["a.", "1.", ".", "_", "-", "a-b.", "a_.", "+", "x@", "](", "'", "A.", "1.com."])
def test_endless_text_takes_linear_time(pattern: str) -> None:
    """Dotted, dashed and underscored text of 60,000 characters is taken apart in a moment."""
    text = (pattern * 60_000)[:60_000]
    start = time.process_time()
    found = pieces(text)[0]
    assert time.process_time() - start < 3
    assert "".join(found) == text


def test_plain_words_have_no_case_marks_or_apostrophes() -> None:
    """Forms that differ only in case, marks, or signs for an apostrophe are one."""
    assert plain("Éçà") == "eca"
    assert plain("Ёлка") == "елка"
    assert plain("STRASSE") == plain("Straße")
    assert {plain(f"Il{sign}in") for sign in APOSTROPHES} == {"ilin"}


@given(nasty_text())
def test_plain_twice_is_plain(text: str) -> None:
    """A plain word stays as it is."""
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize(
    ("forms", "language"),
    [
        ("Лампа Лампы Лампе Лампу Лампой", "ru"),
        ("Звонкий Звонкого Звонкому Звонким", "ru"),
        ("Hafenzeitung Hafenzeitungen", "de"),
        ("Bote Boten", "de"),
        ("Neue Neuen Neuer Neues", "de"),
    ],
)
def test_inflected_forms_have_one_root(forms: str, language: str) -> None:
    """The forms that case gives a German or Russian name compare equal."""
    assert len({root(form, language) for form in forms.split() if len(form) > 4}) == 1


def test_other_languages_keep_their_endings() -> None:
    """English and short words are compared whole, Cyrillic ones by their root in every language."""
    assert root("Lanterns", "en") == "lanterns"
    assert root("Boten", "fr") == "boten"
    assert root("Tor", "de") == "tor"
    assert root("Лампы", "en") == root("Лампа", "de")


@given(nasty_text(12), st.sampled_from(["en", "fr", "de", "ru", ""]))
def test_a_root_is_the_beginning_of_the_plain_word(word: str, language: str) -> None:
    """A root only drops an ending."""
    assert plain(word).startswith(root(word, language))
