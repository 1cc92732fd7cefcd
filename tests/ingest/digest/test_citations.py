"""Brackets, labels and lines that cite a source are taken apart, and the outlet is picked among their parts."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.ingest.digest.citation_parts import parts_of
from quotebank.ingest.digest.citations import Citation, read_citation
from quotebank.ingest.digest.dating import Printed
from quotebank.ingest.digest.units import Row
from tests.ingest.digest.made_rows import day, issue, made

DAY = day("4 May", month=5, number=4)
JANE, LANTERN = ("N", "Jane Vey"), ("O", "Harbour Lantern")


def kinds(row: Row) -> list[str]:
    """The kinds of the parts of a row."""
    return [part.kind for part in parts_of(row, 0, len(row.units))]


def read(row: Row) -> Citation:
    """What a whole row cites."""
    return read_citation(row, 0, len(row.units))


def told(row: Row) -> tuple[str, list[str], str, str]:
    """Outlet, authors, date and issue of a row, as printed."""
    found = read(row)
    outlet = "" if found.outlet is None else found.printed or row.shown(row.units[found.outlet])
    return outlet, found.authors, found.date.text if found.date else "", found.issue


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (made(JANE), ["person"]),
        (made(("C", "Tove Ek"), ("c", "and"), ("C", "Bo Lund")), ["person"]),
        (made(JANE, ("i", "in"), LANTERN), ["authored"]),
        (made(("C", "Vey"), ",", ("C", "J.")), ["reversed"]),
        (made(("C", "Vey"), ",", ("N", "Jane"), ",", LANTERN), ["name", "person", "name"]),
        (
            made(("C", "Vey"), ",", ("N", "Jane"), ",", '"', ("w", "late ferries"), '"', ",", LANTERN),
            ["reversed", "title", "name"],
        ),
        (made(("C", "Vey"), "(", ("N", "Jane"), ")", ",", LANTERN), ["reversed", "name"]),
        (made(("Q", "«Lantern»")), ["name"]),
        (made(("Q", "«Why the ferries are late again»")), ["title"]),
        (made(DAY), ["date"]),
        (made(issue("No. 10")), ["issue"]),
        (made(("n", "2021")), ["year"]),
        (made(("w", "pp."), ("n", "3"), "-", ("n", "4")), ["pages", "number"]),
        (made(("w", "p."), ("n", "3")), ["pages"]),
        (made(("w", "vol"), ("n", "3")), ["number"]),
        (made(("P", "London")), ["place"]),
        (made(("U", "lantern.example")), ["url"]),
        (made(("e", "the"), LANTERN), ["name"]),
        (made(("C", "Gazette"), ("w", "des marais")), ["name"]),
        (made(("C", "Gazette"), ("w", "is"), ("v", "said")), ["text"]),
        (made(("w", "late ferries")), ["text"]),
        (made(), []),
    ],
)
def test_what_the_parts_of_a_citation_are(row: Row, expected: list[str]) -> None:
    """Each part is told by what its units are."""
    assert kinds(row) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        # brackets
        (made("[", JANE, ",", LANTERN, "]"), ("Harbour Lantern", ["Jane Vey"], "", "")),
        (made("(", LANTERN, ",", DAY, ")"), ("Harbour Lantern", [], "4 May", "")),
        (made("(", ("C", "Dune Bell"), ",", DAY, ")"), ("Dune Bell", [], "4 May", "")),
        (made("(", ("C", "Tove Ek"), ",", ("C", "Bell"), ",", DAY, ")"), ("Bell", ["Tove Ek"], "4 May", "")),
        # labels
        (made(JANE, ",", LANTERN), ("Harbour Lantern", ["Jane Vey"], "", "")),
        (made(LANTERN, "/", JANE), ("Harbour Lantern", ["Jane Vey"], "", "")),
        (made(("U", "lantern.example")), ("lantern.example", [], "", "")),
        (
            made(("N", "Jane Vey"), ("c", "and"), ("N", "Bo Lund"), ",", LANTERN),
            ("Harbour Lantern", ["Jane Vey", "Bo Lund"], "", ""),
        ),
        (made(JANE, ("i", "in"), ("C", "Dune Bell")), ("Dune Bell", ["Jane Vey"], "", "")),
        # lines
        (made('"', ("w", "late ferries"), '"', "|", ("C", "Dune Bell")), ("Dune Bell", [], "", "")),
        (made(JANE, ",", LANTERN, ",", DAY), ("Harbour Lantern", ["Jane Vey"], "4 May", "")),
        (
            made(("C", "Vey"), ",", ("C", "J."), '"', ("w", "late ferries"), '"', ",", ("Y", "Bell"), ",", DAY),
            ("Bell", [], "4 May", ""),
        ),
        (made(("Y", "Dune Bell"), ",", issue("No. 10"), ",", ("w", "p."), ("n", "3")), ("Dune Bell", [], "", "No. 10")),
        (made(("Y", "Dune Bell"), ",", ("n", "2021")), ("Dune Bell", [], "2021", "")),
        (made(LANTERN, "(", ("C", "Eastport"), ")"), ("Harbour Lantern", [], "", "")),
        (made(LANTERN, ("D", "4 May", Printed("4 May", 0, 5, 4))), ("Harbour Lantern", [], "4 May", "")),
        (
            made(JANE, "/", "/", ("w", "les dunes"), ("C", "Bell"), ("w", "du soir")),
            ("les dunes Bell du soir", ["Jane Vey"], "", ""),
        ),
        # nothing
        (made(("w", "late ferries")), ("", [], "", "")),
        (made(DAY), ("", [], "4 May", "")),
        (made(), ("", [], "", "")),
    ],
)
def test_what_a_citation_says(row: Row, expected: tuple[str, list[str], str, str]) -> None:
    """Outlet, authors, date and issue are read from brackets, labels and lines of many layouts."""
    assert told(row) == expected


def test_a_family_name_first_is_turned_round() -> None:
    """A family name with initials behind it becomes a name as it is spoken."""
    row = made(("C", "Vey"), ",", ("C", "J. M."), ",", ("Y", "Dune Bell"))
    assert told(row) == ("Dune Bell", ["J. M. Vey"], "", "")


def test_a_year_apart_completes_the_date() -> None:
    """A year that stands alone belongs to a date without one, and leaves one with a year alone."""
    bare = read(made(LANTERN, ",", DAY, ",", ("n", "2019")))
    whole = read(made(LANTERN, ",", day("4 May 2020", 2020, 5, 4), ",", ("n", "2019")))
    assert bare.date == Printed("4 May", 2019, 5, 4)
    assert whole.date == Printed("4 May 2020", 2020, 5, 4)


def test_a_person_beside_a_place_only_is_an_outlet() -> None:
    """What looks like a person and stands alone before a place is the paper of that place."""
    row = made(JANE, ",", ("P", "Eastport"))
    found = read(row)
    assert (found.outlet, found.authors, found.placed) == (0, [], True)


def test_another_source_behind_via_is_not_cited() -> None:
    """What a citation says of the way it came ("via ...") is not its outlet."""
    row = made(("C", "Dune Bell"), ",", ("w", "via"), LANTERN)
    assert told(row)[0] == "Dune Bell"


def test_in_before_a_name_makes_it_the_outlet() -> None:
    """Of two phrases the one behind "In:" is the outlet."""
    row = made(("C", "Late Again Ferries"), ".", ("w", "In"), ":", ("C", "Evening Hours Weekly"))
    assert told(row)[0] == "Evening Hours Weekly"


def test_kinds_of_parts_and_running_words_are_counted() -> None:
    """What makes a citation likely (kinds of parts) and unlikely (words) is counted."""
    rich = read(made(JANE, ",", '"', ("w", "late"), '"', ",", LANTERN, ",", issue("No. 3"), ",", DAY))
    poor = read(made(("C", "Dune Bell"), ",", ("w", "it is"), ("v", "said"), ("w", "again")))
    assert (rich.typed, rich.words, rich.has_title) == (4, 0, True)
    assert (poor.typed, poor.words) == (0, 3)
    assert read(made(LANTERN, "|", DAY)).piped
    assert not rich.piped


@given(st.text(st.sampled_from('OQYKCPDIUNLTnwrvseiockSjx",.:;()[]|/-@&'), max_size=16), st.booleans())
def test_any_stretch_of_any_row_is_read(tags: str, long: bool) -> None:
    """Whatever letters a row has, its parts lie in order within it and the outlet is one of its units."""
    word = "Tove van Ek" if long else "Vey"
    row = made(
        *(
            day("4 May", month=5) if t == "D" else issue("No. 3") if t == "I" else (t, word if t.isalpha() else t)
            for t in tags
        )
    )
    for first in range(len(tags)):
        parts = parts_of(row, first, len(tags))
        assert all(first <= part.first < part.last <= len(tags) for part in parts)
        assert [part.first for part in parts] == sorted({part.first for part in parts})
        found = read_citation(row, first, len(tags))
        assert found.outlet is None or first <= found.outlet < len(tags)
        assert 0 <= found.typed <= 4
        assert all(author.strip() for author in found.authors)


def test_many_citations_in_one_long_block_take_linear_time() -> None:
    """Reading brackets of a block does not look through the whole block again for each."""
    pieces = [piece for _ in range(4000) for piece in (("w", "late " * 20), "(", JANE, ",", LANTERN, ")")]
    row = made(*pieces)
    start = time.process_time()
    for first in range(1, len(pieces), 6):
        assert read_citation(row, first, first + 5).outlet == first + 3
    assert time.process_time() - start < 3
