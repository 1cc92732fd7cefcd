"""Plain text stays what it is on its way through CSL-JSON and a style."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotebank.cite.engine import Citation, Cite, EngineUnavailable
from quotebank.cite.pieces import BOLD, ITALIC, SMALL_CAPS, SUPERSCRIPT, TEXT, as_plain
from quotebank.cite.styles import load_style_file
from quotebank.errors import QuotebankError
from quotebank.text.csl import csl_text, plain_text
from quotebank.text.lines import one_line
from tests.cite.test_pandoc import CSL, needs_pandoc, pandoc
from tests.model.strategies import NASTY, nasty_text, unicode_text

MARKUP = [
    "<b>bold</b> talk", "a <i>b</i>", "</i>", "<sup>2</sup>", "H<sub>2</sub>O", "<sc>x</sc>", "<i>open",
    '<span class="nocase">x</span>', '<span style="font-variant: small-caps;">x</span>',
    "<\u2060b>already</b>", "<\u2060\u2060i>twice</i>", "a<b>c", "<<b>>x<</b>>", "<i/>",
]  # fmt: skip
PLAIN = [
    "a *b* _c_ __d__", "a < b > c", "<c>", "<script>x</script>", "&lt;b&gt; &amp; A & B", "$x$, $5 and 50%",
    "\\alpha \\", "@key [@foo]", "emoji 😀👩‍👩‍👧", "العربية نص", "^2^ ~x~ `code` #1 | %2", "{braces} [br] (p)",
    "-- --- ...", "习近平 김정은",
    "1. one", "e\u0301 é", "http://x.y/<b>", "<!-- c -->", "x:y;z, w.",
]  # fmt: skip


@pytest.mark.parametrize("text", PLAIN)
def test_what_is_no_markup_stays_as_it_is(text: str) -> None:
    """Only the tags of CSL-JSON are touched."""
    assert csl_text(text).replace("\u2060", "") == text.replace("\u2060", "")
    assert "<b" in text or csl_text(text) == text


@pytest.mark.parametrize("text", MARKUP)
def test_tags_are_no_longer_tags(text: str) -> None:
    """No tag a CSL processor knows is left, and `plain_text` gives the text back."""
    assert not re.search(r"</?(i|b|sup|sub|sc|span)\b[^>]*>", csl_text(text))
    assert plain_text(csl_text(text)) == text


@given(nasty_text())
def test_every_text_comes_back(text: str) -> None:
    """Whatever the bank holds, on one line."""
    assert plain_text(csl_text(text)) == one_line(text)


def test_a_missing_engine_has_its_own_exit_code() -> None:
    """EX_UNAVAILABLE, which scripts may tell from bad input."""
    error = EngineUnavailable("pandoc: not found", "install it")
    assert isinstance(error, QuotebankError)
    assert (error.exit_code, str(error)) == (69, "pandoc: not found; install it")


def unquoted(text: str) -> str:
    """The text without the marks CSL makes typographic, and without what is no character of a text.

    Pandoc before 3.8 prints a raised figure (²) as a figure, raised.
    """
    text = "".join(char for char in text if char == "\u2060" or unicodedata.category(char) not in ("Cc", "Cs"))
    return re.sub("[\\s\"'‘’“”‚„«»]", "", unicodedata.normalize("NFKC", text))


def titles(texts: list[str]) -> list[tuple[str, set[str]]]:
    """What pandoc prints for each text as a title, and the kinds of pieces it is made of."""
    style = load_style_file(CSL / "plain-author.csl")
    items = [{"id": f"k{number}", "type": "book", "title": csl_text(text)} for number, text in enumerate(texts)]
    made = dict(pandoc().format(items, (), style.xml, nocite_all=True).bibliography)
    return [(as_plain(made[str(item["id"])])[:-1], {kind for kind, _ in made[str(item["id"])]}) for item in items]


@needs_pandoc
def test_pandoc_prints_plain_text_as_it_is() -> None:
    """No tag, no star, no dollar, no backslash is taken for more than it is, quotation marks apart."""
    texts = [f"x{text}x".encode(errors="replace").decode() for text in (*MARKUP, *PLAIN, *NASTY)]
    for text, (shown, kinds) in zip(texts, titles(texts), strict=True):
        assert unquoted(shown) == unquoted(text)
        assert not kinds & {BOLD, ITALIC, SMALL_CAPS}


@needs_pandoc
@settings(max_examples=12)
@given(st.lists(unicode_text(), min_size=10, max_size=30))
def test_pandoc_prints_any_text_as_it_is(texts: list[str]) -> None:
    """The same for every text there is, but for punctuation, which CSL draws together at quotation marks."""
    texts = [f"x{text}x" for text in texts]
    for text, (shown, kinds) in zip(texts, titles(texts), strict=True):
        assert re.sub("[.,:;!?…]", "", unquoted(shown)) == re.sub("[.,:;!?…]", "", unquoted(text))
        assert kinds <= {TEXT, SUPERSCRIPT}


@needs_pandoc
def test_markup_meant_as_such_is_markup() -> None:
    """Values not sent through `csl_text` may hold the tags of CSL-JSON."""
    item = {"id": "a", "type": "book", "title": "On <i>Pravda</i>"}
    style = load_style_file(CSL / "plain-author.csl")
    made = pandoc().format([item], [Citation((Cite("a"),))], style.xml)
    assert made.bibliography == (("a", ((TEXT, "On "), (ITALIC, "Pravda"), (TEXT, "."))),)
