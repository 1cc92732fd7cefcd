"""Outlets and authors are one only if they are: the same letters or sound, and given names as far as they go."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.actions.digest_names import (
    Outlets,
    forms,
    is_short_form,
    person,
    same_people,
    same_person,
    sorted_person,
)
from quotebank.model.name_reading import read_name
from quotebank.model.names import Name
from tests.model.strategies import names


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Ada Petrova", "Petrova, Ada", True),
        ("A. Petrova", "Ada Petrova", True),
        ("Petrova", "Ada Petrova", True),
        ("Ада Петрова", "Ada Petrova", True),
        ("Gevorg Mirzaian", "Геворг Мирзаян", True),
        ("Ada Petrova", "Eva Petrova", False),
        ("E. Petrova", "Ada Petrova", False),
        ("Ada Petrova", "Ada Ivanova", False),
        ("Kim Jong-un", "Kim, Jong-un", True),
        ("{Editorial Board}", "Editorial Board", True),
        ("{Editorial Board}", "{Sports Desk}", False),
        ("Ursula von der Leyen", "von der Leyen, Ursula", True),
    ],
)
def test_one_person(left: str, right: str, same: bool) -> None:
    """Order, initials, missing given names and romanisations do not part a person; other names do."""
    one, other = person(read_name(left)), person(read_name(right))
    assert same_person(one, other) is same
    assert same_person(other, one) is same


@given(names())
def test_a_listed_name_is_itself(name: Name) -> None:
    """A name as the bank's index lists it is compared like the name itself, unless it has commas of its own."""
    if not name.particle and not name.suffix and "," not in f"{name.literal}{name.family}{name.given}":
        assert same_people([person(name)], [sorted_person(name.sorted)])


def test_lists_of_people() -> None:
    """All authors must be found, in any order, each once; unsigned is alike only to unsigned."""
    ada, bob = person(read_name("Ada Petrova")), person(read_name("Bob Jones"))
    assert same_people([ada, bob], [bob, ada])
    assert not same_people([ada, ada], [ada, bob])
    assert not same_people([ada], [ada, bob])
    assert not same_people([], [ada])
    assert same_people([], [])


def test_outlets_by_their_spellings() -> None:
    """Letters and sound lead to an outlet, what came first counts, and articles of other languages part outlets."""
    known = Outlets()
    known.take("Vzglyad", ["Взгляд"])
    known.take("La Presse")
    known.take("The Times")
    assert {known.find(name) for name in ("Vzgliad", "VZGLYAD", "Взгляд", "Vzgljad")} == {"Vzglyad"}
    assert known.find("Times") == "The Times"
    assert known.find("Die Presse") == ""
    assert known.find("") == ""
    known.take("VZGLYAD")
    assert known.find("Vzglyad") == "Vzglyad"


def test_short_forms() -> None:
    """Some of the words of a name are a short form; all of them in another order, or other words, are not."""
    assert is_short_form("the Times", "The New York Times")
    assert not is_short_form("Moscow Carnegie Center", "Carnegie Moscow Center")
    assert not is_short_form("Profile", "Profil")


@given(st.text(max_size=30))
def test_any_name_has_forms_or_is_none(text: str) -> None:
    """Forms are defined for every text; only blank ones have none."""
    assert bool(list(forms(text))) == bool(text.strip())
