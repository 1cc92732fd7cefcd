"""Names, dates, identifiers and languages as other programs' libraries have them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.formats.library_fields import (
    VARIABLES,
    canonical,
    csl_date_of,
    date_of,
    doi_of,
    language_of,
    name_in_words,
    person,
)
from quotebank.model.names import Name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zuenko, Ivan", {"family": "Zuenko", "given": "Ivan"}), ("Ivan Zuenko", {"family": "Zuenko", "given": "Ivan"}),
        ("TASS", {"literal": "TASS"}), ("Plato", {"family": "Plato"}), ("Moscow Center,", {"literal": "Moscow Center"}),
        ("von der Leyen, Ursula", {"family": "Leyen", "given": "Ursula", "particle": "von der"}),
        ("King, Martin, Jr.", {"family": "King", "given": "Martin", "suffix": "Jr."}),
        ("a, b, c, d", {"literal": "a, b, c, d"}), ("SMITH, JOHN", {"family": "SMITH", "given": "JOHN"}),
        (",", {}), ("", {}), (" , x", {"family": "x"}),
    ],
)  # fmt: skip
def test_names_in_words(text: str, expected: dict[str, object]) -> None:
    """A comma makes a person, one at the end an institution; without one the words decide."""
    assert name_in_words(text) == expected


WORDS = st.text("abcdeABCÉя'-", min_size=1, max_size=8)


@given(st.lists(WORDS, min_size=1, max_size=3), st.lists(WORDS, min_size=1, max_size=3))
def test_a_person_keeps_every_word(family: list[str], given_names: list[str]) -> None:
    """Whatever two fields hold, no word is lost, changed or added."""
    name = Name.from_json(person(" ".join(family), " ".join(given_names)))
    assert sorted(name.display.split()) == sorted([*family, *given_names])


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=10))
def test_any_text_makes_a_name_or_none(family: str, given_name: str, suffix: str) -> None:
    """Names of any characters are taken without an exception."""
    for shape in (person(family, given_name, suffix), name_in_words(family)):
        assert not shape or Name.from_json(shape).display


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2021-09-00", "2021-09"), ("2021-00-00", "2021"), ("10/2021", "2021-10"), ("1/2021", "2021-01"),
        ("13/2021", ""), ("31 October 2021", "2021-10-31"), ("2021-10-31T10:00:00Z", "2021-10-31"), ("soon", ""),
        ("", ""), ("2019~", "2019~"), ("11/04/2021", ""),
    ],
)  # fmt: skip
def test_dates(text: str, date: str) -> None:
    """Zeros for what is not known are left out, what could be two dates is none."""
    assert date_of(text) == date


def test_dates_for_csl() -> None:
    """A date in parts, or in words where it is none."""
    assert csl_date_of("May 1999") == {"date-parts": [[1999, 5]]}
    assert csl_date_of("long ago") == {"literal": "long ago"}


@pytest.mark.parametrize(
    "text", ["10.1/x", "doi:10.1/x", "https://doi.org/10.1/x", "HTTP://DX.DOI.ORG/10.1/x", " 10.1/x "]
)
def test_a_doi_is_itself(text: str) -> None:
    """Without the address of a resolver."""
    assert doi_of(text) == "10.1/x"


@pytest.mark.parametrize(
    ("text", "tag"),
    [("rus", "ru"), ("Russian", "ru"), ("en-US", "en-US"), ("ger", "de"), ("Klingon", "Klingon"), ("", "")],
)
def test_languages(text: str, tag: str) -> None:
    """Codes of three letters and names become tags; what nobody knows stays."""
    assert language_of(text) == tag


def test_variables_are_found_in_any_spelling() -> None:
    """Capitals, spaces and hyphens do not matter; any other word is no variable."""
    assert {canonical(name.upper().replace("-", " ")) for name in VARIABLES} == VARIABLES
    assert canonical("foo") == ""
