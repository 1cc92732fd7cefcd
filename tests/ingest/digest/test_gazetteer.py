"""Known names are found among the words of a text, in short and inflected forms, the writer's before the table's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.ingest.digest.gazetteer import Gazetteer, given_names, known_outlets, name_words, others
from quotebank.ingest.digest.tokens import plain, root, token
from quotebank.ingest.outlet_table import domains
from tests.model.strategies import nasty_text


def filled(*names: str, language: str = "en", wary: bool = False) -> Gazetteer:
    """A gazetteer of some names, each filed under itself."""
    known = Gazetteer(language)
    for name in names:
        known.add(name, name, wary=wary)
    return known


def found(known: Gazetteer, text: str, place: int = 0) -> tuple[str, int] | None:
    """The name under which a text's words at a place are filed, and where they end."""
    words = [root(match.group(), known.language) for match in token().finditer(text)]
    hit = known.find(words, place)
    return (hit[0].name, hit[1]) if hit else None


def test_a_name_is_found_with_and_without_its_article() -> None:
    """An article before an outlet's name may be left out."""
    known = filled("The Harbour Lantern", "L'Écho des Dunes")
    assert found(known, "The Harbour Lantern wrote") == ("The Harbour Lantern", 3)
    assert found(known, "Harbour Lantern wrote") == ("The Harbour Lantern", 2)
    assert found(known, "Harbour wrote") is None


def test_the_longest_name_counts() -> None:
    """Of names that begin alike the longest that stands there is found."""
    known = filled("Harbour", "Harbour Lantern", "Harbour Lantern Weekly")
    assert found(known, "Harbour Lantern Weekly says") == ("Harbour Lantern Weekly", 3)
    assert found(known, "Harbour Lantern says") == ("Harbour Lantern", 2)
    assert found(known, "Harbour says") == ("Harbour", 1)
    assert found(known, "The Harbour Lantern", 1) == ("Harbour Lantern", 2 + 1)


@pytest.mark.parametrize(
    ("name", "printed", "language"),
    [
        ("Neue Dünenzeitung", "der Neuen Dünenzeitung", "de"),
        ("Der Leuchtturmbote", "des Leuchtturmboten", "de"),
        ("Маячные ведомости", "в Маячных ведомостях", "ru"),
        ("Новая лампа", "из Новой лампы", "ru"),
        ("Фонарь", "о Фонаре", "ru"),
    ],
)
def test_an_inflected_name_is_found(name: str, printed: str, language: str) -> None:
    """Names are found in every case of German and Russian."""
    assert found(filled(name, language=language), printed, 1) == (name, len(printed.split()))


@pytest.mark.parametrize("printed", ["L'Echo des Dunes", "L’ÉCHO DES DUNES", "l'écho des dunes"])
def test_marks_case_and_apostrophes_do_not_matter(printed: str) -> None:
    """A name is found however its accents, capitals and apostrophes are written."""
    hit = found(filled("L’Écho des Dunes", language="fr"), printed)
    assert hit is not None
    assert hit[0] == "L’Écho des Dunes"


@pytest.mark.parametrize(
    ("name", "small", "low"),
    [("Phare international", True, False), ("lampe", True, True), ("Harbour Lantern", False, False)],
)
def test_names_with_small_words_are_marked(name: str, small: bool, low: bool) -> None:
    """An entry tells whether its last word, or all of it, is written small."""
    known = filled(name, language="fr")
    hit = known.find(name_words(name, "fr"), 0)
    assert hit is not None
    assert (hit[0].small, hit[0].low) == (small, low)
    assert known.low == ({"lampe"} if low else set())


def test_wary_names_stay_wary_until_a_plain_one_of_the_same_outlet_comes() -> None:
    """A name that wants evidence says so; another outlet's surer claim to it does not change that."""
    known = filled("Lantern", wary=True)
    assert known.by_first["lantern"][""][0].wary
    known.add("Lantern", "Evening Lantern")
    assert known.by_first["lantern"][""][0].wary
    known.add("Lantern", "Lantern")
    assert not known.by_first["lantern"][""][0].wary


@pytest.mark.parametrize("name", ["Lantern+", "Q", "The Lantern"])
def test_short_forms_and_odd_signs_want_evidence(name: str) -> None:
    """One letter, a plus sign, and one word left of a name without its article are accepted only beside evidence."""
    known = filled(name)
    hit = known.find(name_words(name.removeprefix("The "), "en"), 0)
    assert hit is not None
    assert hit[0].wary


def test_names_that_a_text_cannot_hold_are_passed_over() -> None:
    """Only names whose first word, or the one behind an article, is in the text are taken in."""
    known = Gazetteer("en", {"lantern"}.__contains__)
    for name in ("Lantern", "The Lantern", "Harbour", "The Harbour", "Harbour Lantern"):
        known.add(name, name)
    assert set(known.by_first) == {"lantern", "the"}


def test_signs_alone_are_no_name() -> None:
    """A name without words is not taken in."""
    known = filled("…", "– –")
    assert known.by_first == {}


def test_the_writers_names_come_before_the_tables() -> None:
    """A spelling that the bank files under its own outlet keeps it, whatever the shipped table says of it."""
    table_host, table_name = next(iter(domains().items()))
    known = known_outlets("en", [("My Lantern", table_name, table_host, "lantern.example")])
    assert known.domains[table_host] == known.domains["lantern.example"] == "My Lantern"
    assert found(known, "My Lantern") == ("My Lantern", 2)
    assert known.exact[table_name] == "My Lantern"


def test_without_a_bank_the_table_stands_alone() -> None:
    """The shipped table's domains and names are known to a writer with an empty bank."""
    known = known_outlets("en")
    assert dict(known.domains) == dict(domains())
    assert len(known.by_first) > 100


def test_places_and_public_people_by_their_first_word() -> None:
    """Places and public people that the text may name are there, the longest first; others are not."""
    known = others("en", {"new", "paris"}.__contains__)
    assert set(known) == {"new", "paris"}
    assert ("new", "york") in known["new"]
    assert [len(words) for words in known["new"]] == sorted((len(words) for words in known["new"]), reverse=True)


def test_given_names_are_plain() -> None:
    """Given names of many languages are there, as `plain` gives words."""
    assert {"jane", "jurgen", "svetlana", "светлана"} <= given_names()
    assert all(plain(name) == name for name in given_names())


def test_name_words_leave_signs_out() -> None:
    """Signs and possessive endings are no words of a name."""
    assert name_words("The Lantern’s & Harbour-Bell (East)", "en") == ("the", "lantern", "harbour-bell", "east")


@given(st.lists(nasty_text(20), max_size=4), nasty_text(40), st.sampled_from(["en", "fr", "de", "ru", ""]))
def test_any_name_and_any_text_is_taken(names: list[str], text: str, language: str) -> None:
    """Arbitrary names are taken in, or passed over, without an error; each that has words is found in itself."""
    known = filled(*names, language=language)
    for name in names:
        words = name_words(name, language)
        if words and known.has(name.partition(" ")[0]):
            hit = known.find(words, 0)
            assert hit is not None
            assert hit[1] == len(words)
    words = name_words(text, language)
    for place in range(len(words)):
        found_here = known.find(words, place)
        assert found_here is None or place < found_here[1] <= len(words)


def test_namesakes_are_filed_under_the_name_that_is_printed() -> None:
    """The country that tells namesakes apart in the table is no part of a name unless the digest prints it."""
    exact = known_outlets("en").exact
    assert (exact["The Nation"], exact["Vanguard"]) == ("The Nation", "Vanguard")
    assert exact["The Nation (Pakistan)"] == "The Nation (Pakistan)"
