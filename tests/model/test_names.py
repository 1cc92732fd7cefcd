"""Names survive JSON and are shown in the order their bearers use."""

import json

import pytest
from hypothesis import given

from quotebank.errors import BadInput
from quotebank.model.names import Name
from tests.model.strategies import json_values, names


@given(names())
def test_json_loses_nothing(name: Name) -> None:
    """Whatever a name holds, unknown fields included, comes back from its JSON shape equal."""
    assert Name.from_json(json.loads(json.dumps(name.to_json()))) == name


@given(names())
def test_display_and_sorted_hold_every_part(name: Name) -> None:
    """Neither reading order nor index order drops a part of the name."""
    parts = (name.literal,) if name.literal else (name.family, name.given, name.particle, name.suffix)
    for part in parts:
        assert part in name.display
        assert part in name.sorted


@pytest.mark.parametrize(
    ("name", "display", "in_index"),
    [
        (Name(family="Lankov", given="Andrei"), "Andrei Lankov", "Lankov, Andrei"),
        (Name(family="Kim", given="Jong-un", family_first=True), "Kim Jong-un", "Kim, Jong-un"),
        (Name(family="习", given="近平", family_first=True), "习近平", "习, 近平"),
        (Name(family="김", given="정은", family_first=True), "김정은", "김, 정은"),
        (Name(family="Leyen", given="Ursula", particle="von der"), "Ursula von der Leyen", "Leyen, Ursula von der"),
        (Name(family="King", given="Martin", suffix="Jr."), "Martin King Jr.", "King, Martin, Jr."),
        (Name(literal="TASS"), "TASS", "TASS"),
        (Name(family="Zuenko"), "Zuenko", "Zuenko"),
        (Name(), "", ""),
    ],
)
def test_orders(name: Name, display: str, in_index: str) -> None:
    """People are shown as prose puts them and listed as an index does."""
    assert (name.display, name.sorted) == (display, in_index)


def test_bare_text_is_a_literal() -> None:
    """An author given as a bare JSON string is kept whole."""
    assert Name.from_json("Valdai Club") == Name(literal="Valdai Club")


@given(json_values())
def test_reading_is_total(shape: object) -> None:
    """Any JSON value is a name or bad input."""
    try:
        name = Name.from_json(shape)
    except BadInput:
        return
    assert isinstance(name, Name)


@pytest.mark.parametrize("field", ["family", "given", "particle", "suffix", "literal", "original"])
def test_wrong_type_names_the_field(field: str) -> None:
    """A part that is no text is refused with its name."""
    with pytest.raises(BadInput) as caught:
        Name.from_json({field: 3})
    assert f"authors.{field}" in caught.value.message


def test_family_first_other_than_true_is_not_lost() -> None:
    """A value of `family_first` that is not true is carried along, not swallowed."""
    shape = {"family": "Kim", "family_first": "yes"}
    assert Name.from_json(shape).to_json() == shape
