"""The example bank's source says what it should: who wrote what, where, when, and in which paragraph it is reported."""

from collections import Counter
from typing import NamedTuple

import pytest

from quotebank.model.articles import TYPES, Article
from quotebank.model.quotes import Quote
from tests.example.source import Example, load

REPORT = "countryreport2021russia"


class Label(NamedTuple):
    """What was established about one source by reading the report: `first` to `last` are its paragraphs there."""

    outlet: str
    families: tuple[str, ...]
    date: str
    first: int
    last: int
    issue: str = ""


LABELS = (
    Label("Mezhdunarodnaya Gazeta", ("Barskii", "Krasil’nikov", "Mikhnevich"), "2021", 4, 6, "10"),
    Label("Vzglyad", ("Mirzaian",), "2021-09-29", 7, 8),
    Label("Valdai Club", ("Lankov",), "2021-10-28", 10, 10),
    Label("Valdai Club", ("Lankov",), "2021-11-11", 11, 11),
    Label("Vzglyad", ("Timokhin",), "2021-10-05", 12, 12),
    Label("Carnegie Moscow Center", ("Shevchenko",), "2021-10-20", 13, 16),
    Label("TASS", ("Kirillov",), "2021-11-15", 17, 17),
    Label("Zavtra", (), "2021-11-04", 18, 19),
    Label("Zavtra", ("Prokhanov",), "", 20, 20),
    Label("Forbes", ("Remyga",), "2021-11-03", 21, 21),
    Label("Profil", ("Zuenko",), "2021-10-02", 22, 24),
    Label("Profil", ("Zuenko",), "2021-10-31", 25, 26),
)
SOUGHT = (
    "Kimjongunism", "juche", "songun", "hermit kingdom", "Kuriles", "hypersonic", "neosocialism", "common prosperity",
    "new ethics", "Greater Eurasia", "self-sufficiency", "pollock", "China Dream", "Alibaba", "megaregions",
)  # fmt: skip


@pytest.fixture(scope="module")
def example() -> Example:
    """The repository's own source, read once."""
    return load()


def _sources(example: Example) -> list[tuple[Label, Article, list[Quote]]]:
    return [
        (label, example.articles[number], [quote for index, quote in example.quotes if index == number])
        for number, label in enumerate(LABELS, start=1)
    ]


def test_the_report_and_its_twelve_sources(example: Example) -> None:
    """The bank holds the report first and then each of its sources, nothing else."""
    assert len(example.articles) == 1 + len(LABELS)
    report = example.articles[0]
    assert (report.key, report.type, report.title) == (REPORT, "report", "Country Report: Russia (November 2021)")
    assert report.date is not None
    assert (report.date.edtf(), report.date.inferred, report.authors, report.outlet) == ("2021-11", (), (), "")
    assert [index for index, _ in example.quotes if index == 0] == []


def test_each_source_is_who_where_when(example: Example) -> None:
    """Authors, outlet, date and issue are those the report names, in its order."""
    found = [
        (article.outlet, tuple(name.family for name in article.authors), article.date, article.issue)
        for _, article, _ in _sources(example)
    ]
    assert [(outlet, families, date.edtf() if date else "", issue) for outlet, families, date, issue in found] == [
        (label.outlet, label.families, label.date, label.issue) for label in LABELS
    ]


def test_a_year_the_report_does_not_print_is_marked(example: Example) -> None:
    """Every date of a source says that its year was inferred; no date is made up where there is none."""
    dates = [article.date for _, article, _ in _sources(example)]
    assert [date.inferred for date in dates if date] == [("year",)] * 11


def test_no_title_is_made_up(example: Example) -> None:
    """The report gives no titles, so the sources have none, and no key that would be built on one."""
    assert {(article.title, article.key) for _, article, _ in _sources(example)} == {("", "")}


def test_types_and_languages_are_known_ones(example: Example) -> None:
    """Types are CSL's; the items are Russian, what is said of them is English."""
    assert {article.type for article in example.articles} <= set(TYPES)
    assert {article.language for _, article, _ in _sources(example)} == {"ru"}
    assert {quote.language for _, quote in example.quotes} == {"en"}


def test_one_to_four_paraphrases_each(example: Example) -> None:
    """Each source has one to four quotes, all paraphrases or summaries, with two or three tags."""
    counts = Counter(index for index, _ in example.quotes)
    assert set(counts) == set(range(1, len(LABELS) + 1))
    assert set(counts.values()) <= {1, 2, 3, 4}
    assert {quote.kind for _, quote in example.quotes} == {"paraphrase", "summary"}
    assert {len(quote.tags) for _, quote in example.quotes} <= {2, 3}


def test_each_quote_says_where_it_was_read(example: Example) -> None:
    """`via` leads to the report and to a paragraph that speaks of this source; every paragraph is used."""
    for label, _, quotes in _sources(example):
        used = set()
        for quote in quotes:
            assert quote.via is not None
            assert quote.via.article == REPORT
            assert quote.via.locator is not None
            assert quote.via.locator.label == "paragraph"
            used.add(int(quote.via.locator.value))
        assert used == set(range(label.first, label.last + 1)), label


def test_texts_are_clean_and_all_different(example: Example) -> None:
    """A text is one line of running prose: no stray spaces, no quotation of anyone, none twice."""
    texts = [quote.text for _, quote in example.quotes]
    assert len(set(texts)) == len(texts)
    for text in texts:
        assert text == " ".join(text.split())
        assert text[0].isupper()
        assert text.endswith(".")
        assert 20 <= len(text.split()) <= 80
        assert not set(text) & set("\"“”«»'`")


def test_a_writer_finds_the_words_that_matter(example: Example) -> None:
    """Every term a writer would look for stands in some quote, letter for letter but for its case."""
    whole = "\n".join(quote.text for _, quote in example.quotes).casefold()
    assert [word for word in SOUGHT if word.casefold() not in whole] == []


def test_both_spellings_are_one_outlet(example: Example) -> None:
    """Vzgliad and Vzglyad lead to one outlet, and its two articles carry the same name."""
    names = {spelling: name for name, spellings in example.outlets.items() for spelling in (name, *spellings)}
    assert names["Vzgliad"] == names["Vzglyad"] == names["Взгляд"] == "Vzglyad"
    assert names["Profil’"] == names["Profile"] == "Profil"
    assert names["Moscow Carnegie Center"] == "Carnegie Moscow Center"
    assert names["Valdai Discussion Club"] == "Valdai Club"
    assert [article.outlet for article in example.articles if names.get(article.outlet) == "Vzglyad"] == ["Vzglyad"] * 2


def test_no_spelling_leads_to_two_outlets(example: Example) -> None:
    """A spelling belongs to one outlet, and no article uses another spelling than the outlet's name."""
    spellings = Counter(text for name, others in example.outlets.items() for text in (name, *others))
    assert max(spellings.values()) == 1
    others = {text for variants in example.outlets.values() for text in variants}
    assert not {article.outlet for article in example.articles} & others


def test_original_names_are_in_their_script(example: Example) -> None:
    """Every author has the original name, given name first, in Cyrillic; original outlets are known spellings."""
    for article in example.articles:
        for name in article.authors:
            assert len(name.original.split()) == 2
            assert all("а" <= letter <= "я" for letter in name.original.casefold().replace(" ", ""))
        if article.original.outlet:
            assert article.original.outlet in example.outlets[article.outlet]
            assert article.original.script == "Cyrl"


def test_one_person_is_spelt_one_way(example: Example) -> None:
    """The two authors with two articles are written alike in both, original script included."""
    by_family: dict[str, set[tuple[str, str]]] = {}
    for article in example.articles:
        for name in article.authors:
            by_family.setdefault(name.family, set()).add((name.given, name.original))
    assert [family for family, forms in by_family.items() if len(forms) > 1] == []
    assert by_family["Lankov"] == {("Andrei", "Андрей Ланьков")}
