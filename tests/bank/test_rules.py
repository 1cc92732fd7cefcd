"""What a transaction holds records to, and what a line holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.bank.bank import Bank
from quotebank.bank.lines import DamagedLine, Line, decode, encode, membership, record_text
from quotebank.errors import BadInput, NotFound, UsageError
from quotebank.model.articles import Article
from quotebank.model.quotes import Quote, Via
from tests.model.strategies import json_values, nasty_text


def titled(bank: Bank, key: str) -> Article:
    """A stored article with that key."""
    return bank.add(Article(key=key, title=key))


def test_keys_are_unique_whatever_their_case(bank: Bank) -> None:
    """A key that an article has, or had, is taken; a made key evades it."""
    titled(bank, "Lankov2021")
    with pytest.raises(BadInput):
        titled(bank, "lankov2021")
    with bank.transaction("edit") as change:
        change.replace_article("Lankov2021", Article(key="new2021", title="x"))
    with pytest.raises(BadInput):
        titled(bank, "LANKOV2021")
    assert bank.article("lankov2021").key == "new2021"
    made = {bank.add(Article(outlet="TASS")).key for _ in range(3)}
    assert made == {"tassnd", "tassnda", "tassndb"}


def fail_half_way(bank: Bank) -> None:
    """Add three megabytes and raise."""
    with bank.transaction("x") as change:
        for number in range(3000):
            change.add_article(Article(title="x" * 1000, key=f"k{number}"))
        raise RuntimeError("half way")


@pytest.mark.parametrize("key", ["", " ", "../x", "-x", "a b", "x\n", "ключ", "x" * 101, "a/b", "x.", "\ud800"])
def test_bad_keys_are_refused_or_made(bank: Bank, key: str) -> None:
    """A key that not every format takes is refused; an absent one is made."""
    if key == "":
        assert bank.add(Article(key=key, title="x")).key
    else:
        with pytest.raises(BadInput):
            bank.add(Article(key=key, title="x"))


def test_quotes_need_their_articles(bank: Bank) -> None:
    """A quote's article and the source it was read in exist, its kind and locator are known."""
    titled(bank, "one")
    for quote in (Quote(article="none", text="x"), Quote(article="one", text="x", via=Via("none"))):
        with pytest.raises(NotFound):
            bank.add_quote(quote)
    with pytest.raises(UsageError):
        bank.add_quote(Quote(article="one", text="x", kind="gist"))
    with bank.transaction("both") as change:
        key = change.add_article(Article(title="Two")).key
        change.add_quote(Quote(article=key, text="x", via=Via("one")))
    assert bank.counts() == (2, 1)


def test_nothing_is_left_pointing_nowhere(bank: Bank) -> None:
    """An article goes with its quotes; while others were read in it, it stays."""
    titled(bank, "one")
    titled(bank, "report")
    bank.add_quote(Quote(article="one", text="x", via=Via("report")))
    with pytest.raises(BadInput), bank.transaction("remove") as change:
        change.remove_article("report")
    with bank.transaction("remove") as change:
        change.remove_article("one")
    assert bank.counts() == (1, 0)


def test_a_new_key_takes_its_quotes_along(bank: Bank) -> None:
    """Renaming an article points its quotes, and those read in it, to the new key; the old one still finds it."""
    titled(bank, "one")
    titled(bank, "report")
    quote = bank.add_quote(Quote(article="one", text="x", via=Via("report")))
    for old, new in (("one", "uno"), ("report", "rapport")):
        with bank.transaction("edit") as change:
            change.replace_article(old, Article(key=new, title="t"))
    moved = bank.quote(quote.id)
    assert moved.article == "uno"
    assert moved.via == Via("rapport")
    assert bank.quotes_of(bank.article("ONE")) == [moved]


def test_a_block_that_raises_writes_nothing(bank: Bank) -> None:
    """Whatever a block did before it raised is not in the bank."""
    before = bank.path.read_bytes()
    with pytest.raises(RuntimeError, match="half way"):
        fail_half_way(bank)
    assert bank.path.read_bytes() == before
    assert bank.counts() == (0, 0)


def test_a_dry_run_writes_nothing(bank: Bank) -> None:
    """A rehearsal checks everything, tells what would be, and leaves the file alone."""
    before = bank.path.read_bytes()
    with bank.transaction("x", dry_run=True) as change:
        assert change.add_article(Article(title="Kimjongunism")).key == "anonndkimjongunism"
    with pytest.raises(NotFound), bank.transaction("x", dry_run=True) as change:
        change.add_quote(Quote(article="none", text="x"))
    assert bank.path.read_bytes() == before


def test_texts_are_kept_exactly(bank: Bank) -> None:
    """Control characters, lone surrogates, NUL and ten million characters are stored as they are."""
    titled(bank, "one")
    for text in ("\x00\x1b[31m\u202e\udcff\ud800x", "\r\n\u2028\u2029\x85", "{}\\\"'", "a" * 10_000_000):
        quote = bank.add_quote(Quote(article="one", text=text))
        assert bank.quote(quote.id).text == text


@given(st.dictionaries(nasty_text(), json_values(), max_size=4), st.integers(0, 3), nasty_text())
def test_lines_hold_anything_json_can(doc: dict[str, object], end: int, did: str) -> None:
    """Every line comes back as it was, and tells its transaction and its record without being parsed."""
    line = Line("notes", "ab12", 7, "2021-11-30T09:00:00Z", "tx12", doc, end, did if end else "")
    raw = encode(line)
    assert raw.count(b"\n") == 1
    assert decode(raw) == line
    assert membership(raw) == (b"tx12", end)
    assert record_text(raw)[0] == '"ab12"'


@given(st.binary(max_size=200))
def test_other_bytes_are_no_line(raw: bytes) -> None:
    """Bytes that this program did not write are told apart from a line."""
    with pytest.raises(DamagedLine):
        decode(raw)
