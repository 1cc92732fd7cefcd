"""An article survives its journey through JSON, and says which field of a broken one is wrong."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.errors import BadInput
from quotebank.model.articles import TYPES, Article, Original
from quotebank.model.dates import PartialDate
from quotebank.model.names import Name
from tests.model.strategies import articles, json_values, nasty_text

TEXT_FIELDS = (
    "key", "type", "title", "outlet", "issue", "volume", "pages", "section", "url", "archive_url", "language",
    "publisher",
    "title_translated", "note", "added", "modified",
)  # fmt: skip


@given(articles())
def test_json_loses_nothing(article: Article) -> None:
    """Whatever an article holds, unknown fields included, comes back from its JSON shape equal."""
    shape = json.loads(json.dumps(article.to_json()))
    assert Article.from_json(shape) == article


@given(articles())
def test_json_shape_is_stable(article: Article) -> None:
    """Reading and writing once more changes neither the fields nor their order."""
    shape = article.to_json()
    assert json.dumps(Article.from_json(shape).to_json()) == json.dumps(shape)


@given(articles())
def test_absent_fields_are_left_out(article: Article) -> None:
    """No known field is written empty, besides the key and the type every article has."""
    for name, value in article.to_json().items():
        if name not in ("key", "type") and name not in article.extra:
            assert value not in ("", None, [], {}), name


@given(st.dictionaries(nasty_text(10).map("x{}".format), json_values(), max_size=3))
def test_unknown_fields_are_carried_along(unknown: dict[str, object]) -> None:
    """A field a later version added is still there after an older one read and wrote the article."""
    shape = {"key": "a", "type": "webpage", **unknown}
    assert Article.from_json(shape).to_json() == shape


def test_documented_shape() -> None:
    """The JSON shape is the documented one, in the documented order."""
    article = Article(
        key="zuenko2021novaya",
        title="Novaia etika",
        authors=(Name(family="Zuenko", given="Ivan", original="Иван Зуенко"),),
        outlet="Profil",
        date=PartialDate.from_edtf("2021-10-05", inferred=("year",)),
        issue="10",
        original=Original(title="Новая этика"),
        tags=("China",),
    )
    assert article.to_json() == {
        "key": "zuenko2021novaya",
        "type": "article-newspaper",
        "title": "Novaia etika",
        "authors": [{"family": "Zuenko", "given": "Ivan", "original": "Иван Зуенко"}],
        "outlet": "Profil",
        "date": "2021-10-05",
        "date_inferred": True,
        "date_inferred_parts": ["year"],
        "issue": "10",
        "original": {"title": "Новая этика"},
        "tags": ["China"],
    }
    assert list(article.to_json())[:4] == ["key", "type", "title", "authors"]


def test_inferred_without_parts_means_the_year() -> None:
    """`date_inferred` alone, as the documented shape has it, marks the year."""
    article = Article.from_json({"key": "a", "date": "2021-10-05", "date_inferred": True})
    assert article.date == PartialDate.from_edtf("2021-10-05", inferred=("year",))


@pytest.mark.parametrize("field", TEXT_FIELDS)
@pytest.mark.parametrize("value", [1, 1.5, True, [], {}, ["x"]])
def test_wrong_type_names_the_field(field: str, value: object) -> None:
    """A value that is no text is refused with the field's name."""
    with pytest.raises(BadInput) as caught:
        Article.from_json({"key": "a", field: value})
    assert f"article.{field}" in caught.value.message


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("date", 2021),
        ("date", "No. 10"),
        ("accessed", ["2021"]),
        ("authors", [3]),
        ("authors", 3),
        ("translator", [None]),
        ("original", "x"),
        ("tags", 3),
        ("tags", [1]),
        ("ids", {"a": 1}),
        ("provenance", [1]),
        ("date_inferred_parts", ["hour"]),
    ],
)
def test_broken_values_are_refused(field: str, value: object) -> None:
    """Broken dates, names and lists are bad input, never another exception."""
    with pytest.raises(BadInput):
        Article.from_json({"key": "a", "date": "2021", field: value})


@pytest.mark.parametrize("shape", [None, [], "x", 3, True])
def test_what_is_no_object_is_refused(shape: object) -> None:
    """Only a JSON object can be an article."""
    with pytest.raises(BadInput, match="article"):
        Article.from_json(shape)


@given(st.dictionaries(st.sampled_from([*TEXT_FIELDS, "authors", "date", "tags", "original", "ids"]), json_values()))
def test_reading_is_total(shape: dict[str, object]) -> None:
    """Any JSON object is an article or bad input."""
    try:
        article = Article.from_json(shape)
    except BadInput:
        return
    assert isinstance(article, Article)


def test_types_are_unique() -> None:
    """The list of CSL types repeats none and begins with the usual one."""
    assert len(set(TYPES)) == len(TYPES)
    assert TYPES[0] == Article().type
