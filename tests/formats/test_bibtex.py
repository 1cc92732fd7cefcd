"""Classic BibTeX: types its styles do not warn of, and in the note what they have no field for."""

from typing import Any

import pytest
from bibtexparser.entrypoint import parse_string

from quotebank.errors import BadInput
from quotebank.formats import Context, find_format
from quotebank.model.articles import Article, Original
from quotebank.model.dates import PartialDate
from quotebank.model.names import Name
from quotebank.model.quotes import Quote

AUTHOR = (Name("Zuenko", "Ivan", original="Иван Зуенко"),)


def article(**changes: object) -> Article:
    """A signed and dated newspaper article."""
    shape: dict[str, object] = {
        "key": "k1",
        "title": "Talks",
        "authors": [{"family": "Zuenko", "given": "Ivan"}],
        "outlet": "Profil",
        "date": "2021-10-02",
    }
    return Article.from_json({name: value for name, value in (shape | changes).items() if value is not None})


def written(record: Article, **context: Any) -> str:
    """The record's entry as text."""
    return "".join(find_format("bibtex").write([record], Context()._replace(**context)))


def fields(record: Article, **context: Any) -> dict[str, str]:
    """The record's fields, with its entry type as ``TYPE``."""
    (entry,) = parse_string(written(record, **context)).entries
    return {"TYPE": entry.entry_type, **{field.key: field.value for field in entry.fields}}


def test_the_bytes_of_an_entry() -> None:
    """An entry looks like this, fields always in this order."""
    record = article(url="https://x.y/a_b", language="ru", tags=["Asia"])
    assert written(record, bare=True) == (
        "@article{k1,\n  author = {Zuenko, Ivan},\n  title = {{Talks}},\n  journal = {Profil},\n  year = {2021},\n"
        "  month = oct,\n  day = {2},\n  language = {russian},\n  url = {https://x.y/a_b},\n  keywords = {Asia},\n}\n\n"
    )


@pytest.mark.parametrize(
    ("record", "kind"),
    [
        (article(), "article"),
        (article(authors=None), "misc"),
        (article(date=None), "misc"),
        (article(outlet=None), "misc"),
        (article(outlet=None, publisher="Nauka"), "article"),
        (article(type="webpage"), "misc"),
        (article(type="report"), "techreport"),
        (article(type="thesis"), "phdthesis"),
        (article(type="book"), "misc"),
        (article(type="book", publisher="Nauka"), "book"),
        (article(type="paper-conference"), "inproceedings"),
        (article(type="broadcast"), "misc"),
    ],
)
def test_a_type_has_what_it_must_have(record: Article, kind: str) -> None:
    """A record that lacks a field its type needs is @misc, of which no style warns."""
    assert fields(record)["TYPE"] == kind


def test_unsigned_items_are_sorted_by_their_outlet() -> None:
    """Without an author there is a key to sort by, and with one there is none; nobody is made up."""
    unsigned = fields(article(authors=None))
    assert (unsigned["key"], unsigned["howpublished"]) == ("Profil", "Profil")
    assert "author" not in unsigned
    assert "key" not in fields(article())
    assert fields(article(authors=None, outlet=None))["key"] == "Talks"


@pytest.mark.parametrize(
    ("date", "year", "month", "day", "note"),
    [
        ("2021-10-02", "2021", "oct", "2", None),
        ("2021-10", "2021", "oct", None, None),
        ("2021", "2021", None, None, None),
        ("0988", "988", None, None, None),
        ("2021-23", "2021", None, None, "Autumn 2021"),
        ("2021~", "2021", None, None, "c. 2021"),
        ("2021-10?", "2021", "oct", None, "October 2021 (?)"),
        ("2021-10-04/2021-10-06", "2021", "oct", None, "4–6 October 2021"),
        (None, None, None, None, "n.d."),
        ("-0044", None, None, None, "45 BC"),
    ],
)
def test_dates(date: str | None, year: str | None, month: str | None, day: str | None, note: str | None) -> None:
    """Year, month and day where they are plain; the whole date in the note where it is more than that."""
    found = fields(article(date=date))
    assert tuple(found.get(name) for name in ("year", "month", "day", "note")) == (year, month, day, note)


def test_the_day_can_be_printed() -> None:
    """Asked for, the day stands in the month, where classic styles print it."""
    assert '  month = "2~" # oct,\n' in written(article(), day_in_month=True)
    assert "  month = oct,\n" in written(article(date="2021-10"), day_in_month=True)


@pytest.mark.parametrize(
    ("changes", "volume", "number", "note"),
    [
        ({"issue": "10"}, None, None, "No. 10"),
        ({"issue": "10", "volume": "3"}, "3", "10", None),
        ({"volume": "XII", "issue": "10"}, None, None, "Vol. XII. No. 10"),
        ({"issue": "Spring"}, None, None, "Spring"),
        ({"type": "report", "volume": "3", "pages": "7-9"}, None, None, "Vol. 3. pp. 7--9"),
    ],
)
def test_numbers(changes: dict[str, object], volume: str | None, number: str | None, note: str | None) -> None:
    """A number without a volume, of which styles warn, and a volume biber refuses are in the note."""
    found = fields(article(**changes))
    assert tuple(found.get(name) for name in ("volume", "number", "note")) == (volume, number, note)


def test_what_has_no_field_is_in_the_note() -> None:
    """Section, translator, original name and title, archived copy and access date are said in words."""
    record = Article(
        key="k1",
        title="Novaia etika",
        authors=AUTHOR,
        outlet="Profil",
        date=PartialDate.from_edtf("2021-10-02"),
        section="World",
        translator=(Name("Smith", "Jane"),),
        original=Original(title="Новая этика"),
        url="https://x.y/",
        archive_url="https://archive.example/1",
        accessed=PartialDate.from_edtf("2021-11-30"),
    )
    assert fields(record)["note"] == (
        "World. Translated by Jane Smith. Original name: Иван Зуенко. Original title: Новая этика. "
        "Archived at \\url{https://archive.example/1}. Accessed 30 November 2021"
    )


def test_an_untitled_item_says_what_it_is() -> None:
    """A missing title is the original one, the translated one, or the kind of thing, never nothing."""
    assert fields(article(title=None))["title"] == "[{Newspaper} article]"
    assert fields(article(title=None, title_translated="Talks"))["title"] == "[{Talks}]"
    assert fields(article(title=None, original={"title": "Этика"}, language="ru"))["title"] == "{Этика}"
    assert fields(article(title_translated="In English"))["title"] == "Talks [In {English}]"


def test_a_web_page_shows_its_address() -> None:
    """Classic styles print no url field, so how it was published holds the address, whatever is in it."""
    found = fields(article(type="webpage", url="https://x.y/a_b%20c"))
    assert found["howpublished"] == "Profil, \\url{https://x.y/a_b%20c}"
    assert found["url"] == "https://x.y/a_b%20c"


def test_a_chapter_is_in_its_book() -> None:
    """A chapter without an editor is no @incollection to biber; it says what it stands in."""
    assert fields(article(type="chapter", publisher="Nauka"))["howpublished"] == "In \\emph{Profil}, Nauka"


def test_quotes_are_annotations_only_if_asked_for() -> None:
    """The texts of quotes, and a note of one's own, stay at home unless they are asked for."""
    record = article(note="my thought")
    quoted = {"quotes_of": lambda key: [Quote(article=key, text="50% sure")]}
    assert "annote" not in fields(record, **quoted)
    assert fields(record, annotate=True, **quoted)["annote"] == "my thought. 50\\% sure"


@pytest.mark.parametrize("key", ["", "a b", "a}", "a,b", "a{b", "ключ", "a\nb"])
@pytest.mark.parametrize("name", ["bibtex", "biblatex"])
def test_a_key_no_tool_takes_is_refused(name: str, key: str) -> None:
    """No file is written that a key would break; the error says which."""
    with pytest.raises(BadInput, match="its key cannot stand in a bibliography"):
        "".join(find_format(name).write([Article(key=key, title="T")], Context()))
