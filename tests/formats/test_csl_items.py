"""CSL-JSON items: what citation styles are told of a press item, and how."""

import json

import pytest

from quotebank.formats import FORMATS, Context
from quotebank.formats.csl_items import csl_date, csl_item
from quotebank.model.articles import Article, Original
from quotebank.model.dates import PartialDate
from quotebank.model.names import Name
from quotebank.model.quotes import Locator, Quote, Via
from quotebank.text.csl import csl_text

DIGEST = Article(key="digest2021", type="report", title="Country Report", date=PartialDate.from_edtf("2021-11"))


def item_of(**fields: object) -> dict[str, object]:
    """The item of an article with these fields."""
    return csl_item(Article(key="k", **fields))  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["article-newspaper", "article-magazine"])
def test_a_number_makes_a_journal_of_a_paper(kind: str) -> None:
    """Styles drop the number of newspapers and magazines, so a numbered item is a journal's; another stays."""
    assert item_of(type=kind, issue="10")["type"] == "article-journal"
    assert item_of(type=kind)["type"] == kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021-09-29", {"date-parts": [[2021, 9, 29]]}),
        ("2021-10", {"date-parts": [[2021, 10]]}),
        ("2021", {"date-parts": [[2021]]}),
        ("2021-23", {"date-parts": [[2021]], "season": 3}),
        ("2021-10~", {"date-parts": [[2021, 10]], "circa": True}),
        ("2021?", {"date-parts": [[2021]], "circa": True}),
        ("2021-10-04/2021-10-06", {"date-parts": [[2021, 10, 4], [2021, 10, 6]]}),
        ("-0044", {"date-parts": [[-44]]}),
        ("199X", {"literal": "1990s"}),
        ("2021-10/..", {"literal": "since October 2021"}),
    ],
)
def test_dates_have_their_parts(text: str, expected: dict[str, object]) -> None:
    """A date has CSL's parts and marks; one that has none is said in words."""
    assert csl_date(PartialDate.from_edtf(text)) == expected


def test_translated_and_original_titles_have_their_places() -> None:
    """The translation stands in brackets in the title; the original script is not shown, which would be a reprint's."""
    item = item_of(
        title="Novaya etika", title_translated="The New Ethics", language="ru", original=Original(title="Новая этика")
    )
    assert item["title"] == "Novaya etika [The New Ethics]"
    assert item["language"] == "ru"
    assert "original-title" not in item


def test_names_keep_their_order() -> None:
    """A Korean or Chinese name stands family first for every style; an institution is never taken apart."""
    item = item_of(
        authors=(
            Name(family="Kim", given="Jong-un", family_first=True),
            Name(family="Leyen", given="Ursula", particle="von der"),
            Name(literal="World Bank"),
        )
    )
    assert item["author"] == [
        {"family": "Kim", "given": "Jong-un", "static-ordering": True},
        {"family": "Leyen", "given": "Ursula", "non-dropping-particle": "von der"},
        {"literal": "World Bank"},
    ]


@pytest.mark.parametrize("text", ["a <b>bold</b> title", "<i>", "</sup>", "<span class='nocase'>x</span>"])
def test_formatting_in_a_text_is_text(text: str) -> None:
    """What looks like CSL-JSON's formatting is kept from being taken for it, its letters unchanged."""
    shown = csl_text(text)
    assert shown.replace("\u2060", "") == text
    assert not any(tag in shown for tag in ("<b>", "</b>", "<i>", "</sup>", "<span", "</span"))


def test_other_signs_stay() -> None:
    """A less-than sign that begins no tag is left alone."""
    assert csl_text("3 < 4 & <notatag>") == "3 < 4 & <notatag>"


def test_where_it_was_read_is_a_reference() -> None:
    """A source read in another says so in ``references``, with the place."""
    quote = Quote(id="q", article="k", text="x", via=Via("digest2021", Locator("paragraph", "4")))
    context = Context(quotes_of=lambda _: [quote], find=lambda _: DIGEST)
    [item] = json.loads("".join(FORMATS["csl-json"].write([Article(key="k")], context)))
    assert item["references"] == "Quoted in Country Report"
    assert FORMATS["csl-json"].read(json.dumps([item]).encode()).articles == [Article(key="k")]


def test_ascii_escapes_what_is_not() -> None:
    """With ``ascii`` the file is ASCII and says the same."""
    article = Article(key="k", title="Взгляд 習")
    text = "".join(FORMATS["csl-json"].write([article], Context(ascii=True)))
    assert text.isascii()
    assert FORMATS["csl-json"].read(text.encode()).articles == [article]
