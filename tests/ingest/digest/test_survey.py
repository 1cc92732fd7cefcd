"""A digest as a whole tells its language, title, date, its own name, and where its links lead."""

import pytest

from quotebank.ingest.digest.blocks import blocks
from quotebank.ingest.digest.survey import Survey
from quotebank.model.dates import PartialDate

FERRIES = {
    "en": "The ferries of the harbour are late again, and it is said that they will be late for the whole of the year.",
    "fr": "Les bacs du port sont encore en retard, et on dit que cela va durer pour toute la saison dans la ville.",
    "de": "Die Fähren im Hafen sind wieder zu spät, und es wird gesagt, dass es bis zum Ende des Jahres so bleibt.",
    "ru": "Паромы в гавани снова опаздывают, и говорят, что так будет до конца года, потому что их не чинят.",
    "": "Lautat ovat myöhässä satamassa eikä kukaan tiedä miksi kaupunki odottaa uutta alusta keväällä.",
}


def survey(text: str, date: PartialDate | None = None, title: str = "") -> Survey:
    """The survey of a plain digest."""
    return Survey(text, blocks(text, "text"), date, title)


@pytest.mark.parametrize("language", FERRIES)
def test_the_language_is_that_of_the_small_words(language: str) -> None:
    """A digest's language is told by a sentence of it; another than the four is not told."""
    assert survey(FERRIES[language]).language == language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See https://www.dunebell.example.", {"dunebell"}),
        ("See http://dune-bell.co.example/late?x=1.", {"dunebell"}),
        ("See https://theharbourbell.org/ferries.", {"theharbourbell", "harbourbell"}),
        ("See https://news.dunebell.org.", {"dunebell"}),
        ("See HTTPS://DuneBell.org.", {"dunebell"}),
        ("See https://dune.org and dunebell.org.", set()),
        ("See https://facebook.com/dunebell, https://youtu.be/x, https://dunebell.substack.com.", {"dunebell"}),
        ("No link at all.", set()),
    ],
)
def test_where_links_lead(text: str, expected: set[str]) -> None:
    """The longer words of the hosts of links, hyphens left out, with and without article; platforms say nothing."""
    assert survey(text).hosts == expected


def test_words_written_small() -> None:
    """Words written small once are common, from the third time on frequent; those with a capital are neither."""
    read = survey("The Bell rings. The bell, a bell, no bell; one ferry, two piers, ten piers.")
    assert {"bell", "ferry", "piers"} <= read.common
    assert read.frequent == {"bell"}
    assert "The" not in read.common | read.frequent


def test_a_small_word_of_a_name_follows_it_always() -> None:
    """A small word that stands only behind one capitalised word is part of its name, from the second time on."""
    assert survey("In Savski glasnik it is said. So Savski glasnik wrote.").pairs == {("savski", "glasnik")}
    assert not survey("In Savski glasnik it is said.").pairs
    assert not survey("In Savski glasnik it is said. So Savski glasnik wrote to a glasnik.").pairs


def test_roots_are_all_words() -> None:
    """Each word is known by its root, words with an apostrophe by their parts too."""
    found = survey("L’Anse du Greffier, HARBOUR Bell, No. 12").roots
    assert {"l", "anse", "du", "greffier", "harbour", "bell", "no", "12"} <= found
    assert "pier" not in found


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("Harbour Digest\n\nIt rains.", "", "Harbour Digest"),
        ("**Harbour  Digest**\n\nIt rains.", "", "Harbour Digest"),
        ("Harbour Digest\n\nIt rains.", "Another", "Another"),
        ("word " * 100, "", ("word " * 100)[:200]),
        ("", "", ""),
    ],
)
def test_the_title(text: str, title: str, expected: str) -> None:
    """The title is the one that is given, else the first line without its marks, shortened when it is none."""
    assert survey(text, title=title).title == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Harbour Digest\n\nBell News", True), ("The ferries are late.\n\nBell News", False), ("• One\n• Two", False)],
)
def test_which_first_block_is_a_title(text: str, expected: bool) -> None:
    """A first line that is no sentence and no bullet is the title; no later block is."""
    read = survey(text)
    assert read.is_title(0) is expected
    assert not read.is_title(1)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Digest", True), ("Harbour Digest", True), ("HARBOUR DIGEST", True), ("Harbour", False), ("", False)],
)
def test_the_digest_s_own_name(name: str, expected: bool) -> None:
    """The end of a short title is the digest's own name."""
    assert survey("", title="The Harbour Digest").is_own_name(name) is expected


def test_a_long_title_is_no_name() -> None:
    """A title of more than six words is a headline, and what it ends with may be a source."""
    assert not survey("", title="What the ferries say about Dune Bell").is_own_name("Dune Bell")


def test_the_date_that_is_given_goes_before_the_one_printed() -> None:
    """A digest's date is the writer's where he tells it, else its own."""
    text = "Harbour Digest, 5 May 2021\n\nIt rains."
    assert survey(text).date == PartialDate("2021-05-05")
    assert survey(text, PartialDate("2020-01-02")).date == PartialDate("2020-01-02")
    assert survey("It rains.").date is None
