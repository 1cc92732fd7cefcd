"""LaTeX as plain text: what every reference manager writes, and what nobody knows."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.text.latex import escape
from quotebank.text.latex_reading import decode, verbatim
from quotebank.text.lines import one_line
from tests.model.strategies import nasty_text

SIGNS = st.text(st.sampled_from("\\{}$~-`'\"% &#_^ab<>"), max_size=20)


@given(st.one_of(nasty_text(60), SIGNS))
def test_what_was_escaped_comes_back(text: str) -> None:
    """Reading undoes writing, for every text, and finds no command in it."""
    assert decode(escape(text)) == (one_line(text), ())


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        ("\\'e \\'{e} {\\'e} \\' e", "é é é é"),
        ('\\"{\\i}\\"\\i{} \\v{s} \\k{a} \\H{o} \\c c \\c{c} \\.z \\r a \\u{g} \\=a \\d d', "ïï š ą ő ç ç ż å ğ ā ḍ"),
        ("{\\O}\\o{} stra{\\ss}e \\L\\'od\\'z \\AE sop", "Øø straße Łódź Æsop"),
        ("{\\cyr\\CYRN\\cyro\\cyrv} {\\CYRSHCH}", "Нов Щ"),
        ("50\\% off, 50% off \\& \\$5 \\#1 a\\_b \\{x\\}", "50% off, 50% off & $5 #1 a_b {x}"),
        ("a -- b --- c ``q'' `s' d~e", "a – b — c “q” `s' d e"),
        ("\\emph{TASS} {\\em x} \\textit{\\textbf{y}} {\\itshape z}", "TASS x y z"),
        ("\\url{http://x/a_b} \\href{http://u}{text}", "http://x/a_b text"),
        ("\\url{http://x/~a$5_b$c\\_d}", "http://x/~a$5_b$c_d"),
        ("\\enquote{q} \\mkbibquote{r} \\foreignlanguage{russian}{s}", "“q” “r” s"),
        ("{Kim} {J}ong-{{un}}", "Kim Jong-un"),
        ("\\textbackslash{}x \\textasciitilde y \\LaTeX{} \\ldots", "\\x ~y LaTeX …"),
        ("in\\-ter\\-na\\-tional a\\ b a\\,b c\\\\d", "international a b a b c d"),
        ("\\~{} \\^{}", "~ ^"),
        ("", ""),
        ("plain", "plain"),
    ],
)
def test_known_commands(latex: str, text: str) -> None:
    """Accents, letters, signs, quotation marks, dashes, formatting: what TeX would print."""
    assert decode(latex) == (text, ())


@pytest.mark.parametrize(
    ("latex", "text", "unknown"),
    [
        ("a \\foo b", "a \\foo b", ("\\foo",)),
        ("\\foo{x\\'e}{y} \\foo{z}", "\\foo{x\\'e}{y} \\foo{z}", ("\\foo",)),
        ("$x^2$ and \\bar", "$x^2$ and \\bar", ("$…$", "\\bar")),
        ("\\'", "\\'", ("\\'",)),
        ("costs $5", "costs $5", ()),
        ("a } b", "a  b", ()),
        ("a { b", "a  b", ()),
    ],
)
def test_unknown_commands_stay(latex: str, text: str, unknown: tuple[str, ...]) -> None:
    """What nobody knows is left as it stands, arguments and all, and told once."""
    assert decode(latex) == (text, unknown)


@given(st.one_of(nasty_text(80), SIGNS))
def test_any_text_is_read(text: str) -> None:
    """Whatever stands in a field, a text comes out."""
    decode(text)
    verbatim(text)


@pytest.mark.parametrize(
    "piece", ["{", "}", "\\emph", "\\emph{", "\\'", "{\\'", "\\foo{", "$", "\\", "``", "~", "\\foo{}"]
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    """Twice the text takes about twice the time, however deep it is nested."""

    def seconds(count: int) -> float:
        start = time.process_time()
        decode(piece * count)
        return time.process_time() - start

    assert seconds(20_000) < 4 * seconds(10_000) + 0.3


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("https://x.y/a_b?c=%20#d~e", "https://x.y/a_b?c=%20#d~e"), ("{https://x.y}", "https://x.y"),
        ("\\url{https://x.y/a_b}", "https://x.y/a_b"), ("https://x.y/a\\_b\\%20\\&c\\#d", "https://x.y/a_b%20&c#d"),
        ("https://x.y/\\~{}z \\textasciitilde z", "https://x.y/~z ~ z"), ("  10.1/x ", "10.1/x"), ("", ""),
    ],
)  # fmt: skip
def test_addresses_are_taken_as_they_stand(field: str, text: str) -> None:
    """Verbatim fields lose what some programs put around and into them, and nothing else."""
    assert verbatim(field) == text
