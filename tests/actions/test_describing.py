"""What a writer types becomes the fields of an article."""

import pytest

from quotebank.actions.describing import bare_issue, csl_type, describe
from quotebank.errors import BadInput, UsageError
from quotebank.model.articles import Article
from tests.actions.conftest import TODAY


def test_typed_fields_become_a_record() -> None:
    """Names are read, dates are as exact as typed, an issue loses its word, tags are said once."""
    article = describe(
        Article(),
        {
            "authors": ["Andrei Lankov", "{TASS}"],
            "outlet": " Valdai Club ",
            "date": "fall 2021",
            "issue": "No. 10",
            "type": "web",
            "tags": ["juche", " juche ", ""],
            "original_title": "Ким",
        },
        TODAY,
    )
    assert [name.family or name.literal for name in article.authors] == ["Lankov", "TASS"]
    assert article.outlet == "Valdai Club"
    assert article.date is not None
    assert article.date.edtf() == "2021-23"
    assert article.issue == "10"
    assert article.type == "webpage"
    assert article.tags == ("juche",)
    assert article.original.title == "Ким"


def test_yearless_date_takes_the_latest_year_and_says_so() -> None:
    """A date without its year lies in the latest year that is not in the future, marked as inferred."""
    article = describe(Article(), {"date": "15 December"}, TODAY)
    assert article.date is not None
    assert (article.date.edtf(), article.date.inferred) == ("2020-12-15", ("year",))


def test_none_keeps_and_empty_clears() -> None:
    """A field not typed stays, one typed empty goes."""
    before = describe(Article(), {"title": "Old", "date": "2021", "authors": ["A. B."], "note": "n"}, TODAY)
    after = describe(before, {"title": None, "date": "", "authors": [""], "note": ""}, TODAY)
    assert after.title == "Old"
    assert after.date is None
    assert after.authors == ()
    assert after.note == ""


@pytest.mark.parametrize("field", ["date", "accessed"])
def test_a_date_that_is_none_names_its_field(field: str) -> None:
    """An issue number is no date, and the message says in which field it stood."""
    with pytest.raises(BadInput, match=f"^{field}:"):
        describe(Article(), {field: "No. 10"}, TODAY)


@pytest.mark.parametrize(
    ("typed", "bare"),
    [("No. 10", "10"), ("no.10", "10"), ("№ 10", "10"), ("n° 311", "311"), ("Nr. 44", "44"), ("#7", "7"),
     ("10", "10"), ("No. 3-4", "3-4"), ("Spring", "Spring"), ("Nova", "Nova"), ("No", "No"), ("", "")],
)  # fmt: skip
def test_issue_without_its_word(typed: str, bare: str) -> None:
    """The word before an issue number goes in any notation, and nothing else does."""
    assert bare_issue(typed) == bare


def test_types_by_short_name_and_by_csl_name() -> None:
    """A type may be typed short or as CSL has it; another is refused with the choice."""
    assert csl_type("Newspaper") == "article-newspaper"
    assert csl_type("report") == "report"
    with pytest.raises(UsageError, match="article-newspaper"):
        csl_type("leaflet")
