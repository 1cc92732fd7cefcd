"""Records as columns of the index."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotebank.search.units import article_columns, article_names, day_number, name_bytes, plain, quote_columns, raw
from tests.model.strategies import articles, nasty_text, quotes
from tests.search.records import KRASILNIKOV, LANKOV, TRADE

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | nasty_text(10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(("family", "article", "title")), inner),
    max_leaves=4,
)
_FIELDS = (
    "key", "ids", "title", "title_translated", "original", "authors", "outlet", "tags", "note", "date", "article",
    "kind", "via", "text", "translation", "speaker",
)  # fmt: skip


def test_article_is_folded_field_by_field() -> None:
    """Every field of an article is found in its column, in its own script too."""
    columns = article_columns(KRASILNIKOV)
    assert columns.key == b"krasilnikov2021east"
    assert columns.title == "the eastern turn ¦ povorot na vostok"
    assert columns.authors == "sergei krasilnikov ¦ institute of the far east"
    assert columns.outlet == "vzglyad ¦ vzglyad"
    assert (columns.first, columns.last) == (20211101, 20211130)
    assert columns.date.startswith("november 2021 ¦ 202111")


def test_day_is_found_as_word_and_number() -> None:
    """A day's date column answers to the spoken date and to the joined figures."""
    assert article_columns(LANKOV).date.rstrip(" ¦") == "5 october 2021 ¦ 202110 ¦ 20211005 ¦ md1005"


def test_quote_is_folded_field_by_field() -> None:
    """A quote's translation follows its text, its compounds stand apart, its keys are case-folded."""
    columns = quote_columns(TRADE)
    assert columns.text == "sibir torguet s kitaem ¦ siberia trades with china in anti crisis mode"
    assert columns.extras == "anticrisis"
    assert (columns.ref, columns.via) == (b"krasilnikov2021east", b"lankov2021a")


def test_family_first_is_found_in_both_orders() -> None:
    """A name written family first is a phrase in that order too."""
    shape = {"authors": [{"family": "Kim", "given": "Jong-un", "family_first": True}]}
    assert article_columns(shape).authors.startswith("jong un kim ¦ kim jong un")


@pytest.mark.parametrize("date", ["", "nonsense", "2021-13", "31 November"])
def test_bad_date_is_no_date(date: str) -> None:
    """A date the model would refuse is left out and does not stop the index."""
    columns = article_columns({"date": date})
    assert (columns.first, columns.last) == (None, None)
    assert not any(map(str.isalnum, columns.date))


@settings(deadline=None)
@given(st.sampled_from(["", "2021", "2021-10", "2021-10-05", "2021-23", "-0044", "199X", "../2021", "2019~"]))
def test_every_date_is_as_long(date: str) -> None:
    """A unit is not preferred for having a shorter date, or none."""
    assert len(article_columns({"date": date}).date.split()) == 13


def test_former_keys_leave_the_present_one_out() -> None:
    """An article answers to its key once, and to each former key."""
    key, former = article_names({"key": "New2021", "ids": ["old1", "NEW2021", "Old1"]})
    assert key == b"new2021"
    assert former == (b"old1",)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(_FIELDS), _JSON))
def test_any_shape_has_columns(shape: dict[str, object]) -> None:
    """Fields of the wrong type count as absent: no shape stops the index."""
    for column in (*article_columns(shape)[3:], *quote_columns(shape)[3:]):
        words = str(column).replace("¦", "").replace("°", "").split()
        assert all(word.isalnum() and word == word.lower() for word in words)
    article_names(shape)


@settings(deadline=None)
@given(articles(), quotes())
def test_records_of_the_model_have_columns(article: object, quote: object) -> None:
    """Whatever the model can hold can be indexed, under its own key."""
    shape = article.to_json()  # type: ignore[attr-defined]
    assert plain(article_columns(shape).key) == shape["key"]
    assert quote_columns(quote.to_json()).ref == name_bytes(quote.article)  # type: ignore[attr-defined]


@settings(deadline=None)
@given(nasty_text())
def test_bytes_keep_any_text(text: str) -> None:
    """Ids with lone surrogates or NUL come back as they were."""
    assert plain(raw(text)) == text


@settings(deadline=None)
@given(st.tuples(st.integers(-3000, 3000), st.integers(1, 12), st.integers(1, 31)), st.integers(0, 400))
def test_day_numbers_sort_as_days(day: tuple[int, int, int], later: int) -> None:
    """Day numbers are in the order of days, before our era too."""
    other = (day[0] + later // 100, min(12, day[1] + later % 12), day[2])
    assert (day_number(day) < day_number(other)) == (day < other)


def test_issue_is_found_with_the_date() -> None:
    """A magazine's number stands with its date."""
    assert article_columns({"issue": "10", "date": "2021"}).date.rstrip(" ¦") == "2021 ¦ issue no 10"
    assert article_columns({"issue": "10"}).date.rstrip(" ¦") == "issue no 10"
