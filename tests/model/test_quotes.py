"""A quote survives its journey through JSON, and says which field of a broken one is wrong."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.errors import BadInput
from quotebank.model.quotes import KINDS, LOCATORS, Locator, Quote, Via
from tests.model.strategies import json_values, quotes

TEXT_FIELDS = ("id", "article", "kind", "text", "speaker", "language", "translation", "note", "added", "modified")


@given(quotes())
def test_json_loses_nothing(quote: Quote) -> None:
    """Whatever a quote holds, unknown fields included, comes back from its JSON shape equal."""
    assert Quote.from_json(json.loads(json.dumps(quote.to_json()))) == quote


@given(quotes())
def test_json_shape_is_stable(quote: Quote) -> None:
    """Reading and writing once more changes neither the fields nor their order."""
    shape = quote.to_json()
    assert json.dumps(Quote.from_json(shape).to_json()) == json.dumps(shape)


def test_documented_shape() -> None:
    """The JSON shape is the documented one, in the documented order."""
    quote = Quote("q1", "zuenko2021novaya", "paraphrase", "It holds.", via=Via("report", Locator("paragraph", "3")))
    assert quote.to_json() == {
        "id": "q1",
        "article": "zuenko2021novaya",
        "kind": "paraphrase",
        "text": "It holds.",
        "via": {"article": "report", "locator": {"label": "paragraph", "value": "3"}},
    }


@pytest.mark.parametrize("field", TEXT_FIELDS)
@pytest.mark.parametrize("value", [1, 1.5, False, [], {}])
def test_wrong_type_names_the_field(field: str, value: object) -> None:
    """A value that is no text is refused with the field's name."""
    with pytest.raises(BadInput) as caught:
        Quote.from_json({field: value})
    assert f"quote.{field}" in caught.value.message


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("locator", "p. 3"),
        ("locator", {"label": "page"}),
        ("locator", {"label": "page", "value": 3}),
        ("via", "key"),
        ("via", {"locator": {"label": "page", "value": "3"}}),
        ("via", {"article": 3}),
        ("tags", 3),
        ("tags", [None]),
        ("verified", "yes"),
    ],
)
def test_broken_values_name_the_field(field: str, value: object) -> None:
    """Half a locator, a source without key and the like are bad input that names its field."""
    with pytest.raises(BadInput, match=field):
        Quote.from_json({"id": "q1", field: value})


@given(st.dictionaries(st.sampled_from([*TEXT_FIELDS, "locator", "via", "tags", "verified", "x"]), json_values()))
def test_reading_is_total(shape: dict[str, object]) -> None:
    """Any JSON object is a quote or bad input."""
    try:
        quote = Quote.from_json(shape)
    except BadInput:
        return
    assert isinstance(quote, Quote)


def test_kinds_and_locators_are_unique() -> None:
    """Neither list repeats a word, and the default kind is among them."""
    assert len(set(KINDS)) == len(KINDS)
    assert len(set(LOCATORS)) == len(LOCATORS)
    assert Quote().kind in KINDS
