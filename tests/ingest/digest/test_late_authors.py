"""People named after their outlet are its authors only where they are shown to write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.ingest.digest.late_authors import bracketed_author, late_author
from quotebank.ingest.digest.lexicon import lexicon
from quotebank.ingest.digest.units import Row
from tests.ingest.digest.made_rows import made

ANN, BO, AND = ("N", "Ann Vey"), ("N", "Bo Lund"), ("c", "and")
WROTE, SAID, BY, SO = ("v", "wrote"), ("s", "said"), ("o", "by"), ("w", "so ferries stop")
THE, ESSAY, OFFICE = ("e", "the"), ("x", "essay"), ("g", "minister")


def late(row: Row, language: str = "en", first: int = 0) -> list[str]:
    """The late authors of a row from a unit on."""
    return [row.shown(row.units[n]) for n in late_author(row, first, len(row.units), lexicon(language))]


def bracketed(row: Row) -> list[str]:
    """The authors of a row whose source stands in brackets behind it."""
    return [row.shown(row.units[n]) for n in bracketed_author(row, 0, len(row.units), lexicon("en"))]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (made(ANN, WROTE, SO), ["Ann Vey"]),
        (made(SO, ".", ANN, SAID, SO), ["Ann Vey"]),
        (made(ANN, AND, BO, WROTE), ["Ann Vey", "Bo Lund"]),
        (made(SO, ANN, ("S", "’s"), ESSAY), ["Ann Vey"]),
        (made(SO, THE, ESSAY, BY, ANN), ["Ann Vey"]),
        (made(SO, ("w", "the work"), ("o", "of"), ANN), ["Ann Vey"]),
        (made('"', SO, ",", '"', WROTE, ANN), ["Ann Vey"]),
        (made(SO, ".", ("C", "Tove Ek"), SAID, SO), ["Tove Ek"]),
        (made(SO, ".", ("r", "columnist"), ANN, WROTE), ["Ann Vey"]),
    ],
)
def test_people_who_write(row: Row, expected: list[str]) -> None:
    """The subject of a clause that says something, the owner or maker of an article, and who is quoted are authors."""
    assert late(row) == expected


@pytest.mark.parametrize(
    "row",
    [
        made(SO, ANN, SO),
        made(OFFICE, ANN, WROTE, SO),
        made(SO, OFFICE, ANN, ("S", "’s"), ESSAY),
        made(SO, ".", OFFICE, ("P", "Norland"), ANN, SAID),
        made(("w", "a ferry named"), ("o", "by"), ANN),
        made(("C", "Lantern"), SAID),
        made(SO, "."),
        made(),
    ],
)
def test_people_who_are_only_told_of(row: Row) -> None:
    """Holders of an office, people inside a clause, and single words are no authors."""
    assert late(row) == []


def test_a_russian_article_is_its_neighbour_s() -> None:
    """A name right behind the word for an article is its author's in Russian, where no word stands between."""
    row = made(("w", "вышла"), ("x", "статья"), ("N", "Тимура Сушкова"), ("w", "о паромах"))
    assert late(row, "ru") == ["Тимура Сушкова"]
    assert late(row) == []


def test_the_first_unit_of_a_later_stretch_is_the_outlet() -> None:
    """A stretch that begins within the block begins with its naming, which is no author."""
    assert late(made(".", ANN, WROTE), first=1) == []


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (made(SO, ANN, ("v", "writes")), ["Ann Vey"]),
        (made(SO, ".", ESSAY, BY, ANN, AND, BO), ["Ann Vey", "Bo Lund"]),
        (made(SO, ANN, SAID), []),
        (made(ANN, ("v", "insists")), []),
        (made(OFFICE, ANN, ("v", "writes")), []),
        (made(BY, ANN), []),
        (made(), []),
    ],
)
def test_before_a_bracket_only_the_surest_signs_count(row: Row, expected: list[str]) -> None:
    """A verb that papers do, or an article "by" somebody, names the author before a bracket; other verbs do not."""
    assert bracketed(row) == expected


@given(st.text(st.sampled_from('NCcvsoxewgrSPD,."-'), max_size=14), st.integers(0, 14))
def test_authors_are_people_of_the_stretch(tags: str, first: int) -> None:
    """Whatever the row, the first author is a person within the stretch, and all of them are people of the row."""
    row = made(*((tag, "Tove Ek") if tag in "NC" else (tag, tag) for tag in tags))
    for found in (
        late_author(row, first, len(tags), lexicon("ru")),
        bracketed_author(row, first, len(tags), lexicon("en")),
    ):
        assert all(row.tags[n] in "NC" for n in found)
        assert found == sorted(found)
        assert not found or found[0] >= first
