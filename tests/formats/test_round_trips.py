"""Formats that read and write: what goes out comes back, whole, whatever the records hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.formats import FORMATS, Context
from quotebank.model.articles import Article
from tests.formats.payloads import PAYLOADS, tortured
from tests.model.strategies import articles, plain_text

LOSSLESS = ("csl-json", "ris", "biblatex", "bibtex")


def through(name: str, records: list[Article], context: Context = Context()) -> tuple[list[Article], str]:  # noqa: B008
    """The records written and read, and the text between."""
    text = "".join(FORMATS[name].write(records, context))
    parsed = FORMATS[name].read(text.encode("utf-8", "backslashreplace"))
    assert list(parsed.problems) == []
    return parsed.articles, text


def once(records: list[Article]) -> list[Article]:
    """Records whose keys are their own, as a bank has them."""
    return list({article.key.casefold(): article for article in records}.values())


@pytest.mark.parametrize("name", LOSSLESS)
@given(records=st.lists(st.one_of(articles(), articles(plain_text(30))), max_size=3).map(once))
def test_nothing_is_lost(name: str, records: list[Article]) -> None:
    """Every field of every article comes back as it was, and written again gives the same bytes."""
    back, text = through(name, records)
    assert back == records
    assert through(name, back)[1] == text


@pytest.mark.parametrize("name", LOSSLESS)
@pytest.mark.parametrize("payload", PAYLOADS)
def test_payloads_come_back(name: str, payload: str) -> None:
    """A payload in every field is only text: it comes back as it was, and no entry with it."""
    record = tortured("one", payload)
    assert through(name, [record])[0] == [record]


@pytest.mark.parametrize("name", LOSSLESS)
@given(records=st.lists(articles(), min_size=1, max_size=2).map(once))
def test_bare_entries_are_read_without_complaint(name: str, records: list[Article]) -> None:
    """Without what only quotebank reads an entry is still one, under its key."""
    back, text = through(name, records, Context(bare=True))
    assert [article.key for article in back] == [article.key for article in records]
    assert "quotebank" not in text or "quotebank" in str(records)


@pytest.mark.parametrize("name", ["biblatex", "bibtex", "csl-json"])
@given(records=st.lists(articles(plain_text(20)), min_size=1, max_size=2).map(once))
def test_ascii_loses_nothing_either(name: str, records: list[Article]) -> None:
    """With letters as commands or escapes the records still come back whole."""
    assert through(name, records, Context(ascii=True))[0] == records
