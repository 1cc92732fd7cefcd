"""Texts and quotations taken apart: words, numbers and marks, ellipses and brackets, and the words that deny."""

import pytest
from hypothesis import given

from quotebank.text.quotation_pieces import LONGEST_PIECE, MOST_PIECES, read_pieces
from quotebank.text.quotation_tokens import tokens
from quotebank.text.quotation_words import language, main_script, opposite
from tests.model.strategies import nasty_text


@given(nasty_text(200))
def test_tokens_stand_where_they_say(text: str) -> None:
    """Tokens are in order, apart, inside the text, and never empty."""
    end = 0
    for token in tokens(text):
        assert end <= token.start < token.end <= len(text)
        assert token.key
        end = token.end


@given(nasty_text(200))
def test_pieces_are_never_only_marks(text: str) -> None:
    """Every quotation can be taken apart; one without words has no pieces."""
    pieces = read_pieces(text)
    assert sum(not piece.cut for piece in pieces) <= MOST_PIECES
    assert all(piece.tokens for piece in pieces)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Don’t co-\n operate", ["don't", "cooperate"]),
        ("co\u00ad\noperate", ["cooperate"]),
        ("Anglo-\nSaxon", ["anglo", "-", "saxon"]),
        ("1,000 1 000 1.000 1’000", ["1000"] * 4),
        ("3,5 3.5 1,234.56 1.234,56 0.500", ["3.5", "3.5", "1234.56", "1234.56", "0.500"]),
        ("04.11.2021 24/7 12:30", ["04.11.2021", "24/7", "12:30"]),
        ("G20 20th", ["g20", "20", "th"]),
        ("今日は、", ["今", "日", "は", ","]),
        ("…“x”", ["x"]),
        ("नहीं", ["नहीं"]),
    ],
)
def test_words_are_read_as_they_are_compared(text: str, keys: list[str]) -> None:
    """Broken words are whole, numbers are values, marks are marks whatever their shape."""
    assert [token.key for token in tokens(text)] == keys


def test_prefixes_that_deny() -> None:
    """A word and its denial are told from words that only begin alike."""
    assert opposite("likely", "unlikely")
    assert opposite("невозможно", "возможно")
    assert not opposite("likely", "likelier")
    assert not opposite("it", "unit")
    assert not opposite("same", "same")


def test_unknown_languages_stand_for_all() -> None:
    """A tag without a table does not hide negations, and costs no table of its own."""
    assert language("xx-Latn") is language("")
    assert language("xx").negations(["not", "nicht"], "not nicht") == 2


@pytest.mark.parametrize(
    ("text", "script"),
    [("Hello Мир", "LATIN"), ("Привет, NATO", "CYRILLIC"), ("日本のカナ", "CJK"), ("한국", "HANGUL"), ("1 2", "")],
)
def test_the_main_script_of_a_text(text: str, script: str) -> None:
    """The script of most letters; Chinese and Japanese are one."""
    assert main_script(text) == script


@pytest.mark.parametrize(
    ("quote", "tokens_of"),
    [
        ("[T]he end", ["free:the", "word:end"]),
        ("speak[s] up", ["part:speak[", "word:up"]),
        ("[former] president", ["gap:", "word:president"]),
        ("he [sic] said (sic!) so [!]", ["word:he", "word:said", "word:so"]),
        ("[[a] b", ["gap:", "word:b"]),
        ("他[总统]说", ["word:他", "gap:", "word:说"]),
        (". , end,", ["word:end"]),
        (
            "well-known U.S. end?",
            ["word:well", "hyphen:-", "word:known", "word:u", "dot:.", "word:s", "dot:.", "word:end", "mark:?"],
        ),
    ],
)
def test_brackets_are_the_writers(quote: str, tokens_of: list[str]) -> None:
    """What stands in brackets is told from the source's words, and marks at the ends fall away."""
    (piece,) = read_pieces(quote)
    assert [f"{token.kind}:{token.key}" for token in piece.tokens] == tokens_of


@pytest.mark.parametrize("sign", ["…", "...", ". . .", "[...]", "[ … ]", "(…)", "<...>", "/.../", "……", "....", "⋯"])
def test_an_ellipsis_parts_a_quotation(sign: str) -> None:
    """Every usual way of writing words left out makes two pieces; at the ends it makes none."""
    assert [piece.tokens[0].key for piece in read_pieces(f"one {sign} two")] == ["one", "two"]
    assert len(read_pieces(f"{sign} one {sign}")) == 1
    assert read_pieces(sign) == []


def test_pieces_are_bounded() -> None:
    """Of very many ellipses only the first part the text, and a long piece comes in bits."""
    assert sum(not piece.cut for piece in read_pieces("a … " * 500)) == MOST_PIECES
    bits = read_pieces("a " * (2 * LONGEST_PIECE + 1))
    assert [(len(bit.tokens), bit.cut) for bit in bits] == [(LONGEST_PIECE, False), (LONGEST_PIECE, True), (1, True)]
