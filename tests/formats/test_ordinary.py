"""The short way to what has to be kept: for records it is sure of, as good as reading back what was written."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotebank.formats import FORMATS, Context, bib_fields, csl_json
from quotebank.model.articles import TYPES, Article, Original
from quotebank.model.dates import PartialDate
from quotebank.model.names import Name
from tests.model.strategies import days, inferences, months, plain_text, years

WORDS = st.sampled_from(["Взгляд", "TASS", "Valdai Club", "Le Monde", "The New York Times", "50%", "a--b", ""])
LETTERS = st.sampled_from(
    ["Lankov", "Андрей", "bin Salman", "O’Neil", "de", "Jong-un", "and", "A. B.", "von Bülow", "김"]
)
PEOPLE = st.builds(
    Name, family=LETTERS, given=LETTERS, original=st.sampled_from(["", "Ланьков"]), family_first=st.booleans()
)  # fmt: skip
NAMES = st.one_of(PEOPLE, st.builds(Name, literal=LETTERS), st.builds(Name, family=LETTERS))
DATES = st.none() | st.builds(PartialDate.from_edtf, st.one_of(days(), months(), years()), inferences())
TEXT = st.one_of(WORDS, plain_text(20))


def ordinary() -> st.SearchStrategy[Article]:
    """Records near the border of the ordinary."""
    return st.builds(
        Article,
        key=st.just("k1"),
        type=st.sampled_from(TYPES),
        title=st.sampled_from(["A title", "Novaya etika: Россия", "", "x -- y", "“q”"]),
        authors=st.lists(NAMES, max_size=2).map(tuple),
        outlet=WORDS,
        date=DATES,
        issue=st.sampled_from(["", "10", "Fall", "10–11"]),
        volume=st.sampled_from(["", "", "3", "III"]),
        pages=st.sampled_from(["", "", "7", "3-4", "3–4"]),
        url=st.sampled_from(["", "https://x.example/a_b?c=d%20e#f", "https://x.example/a b"]),
        accessed=DATES.map(lambda date: date and PartialDate(date.text)),
        archive_url=st.sampled_from(["", "https://archive.example/x"]),
        archive_date=DATES.map(lambda date: date and PartialDate(date.text)),
        snapshot=st.sampled_from([{}, {"text": "0a1b.txt", "sha256": "0a1b", "taken": "2021-11-30T09:00:00Z"}]),
        language=st.sampled_from(["", "ru", "en", "en-GB", "zh-Hant", "xx"]),
        original=st.builds(Original, title=WORDS, outlet=WORDS, script=st.sampled_from(["", "Cyrl"])),
        tags=st.lists(WORDS, max_size=2).map(tuple),
        note=TEXT,
        added=st.sampled_from(["", "2021-11-30T09:00:00Z"]),
    )


@pytest.mark.parametrize("name", ["csl-json", "biblatex", "bibtex"])
@settings(max_examples=400)
@given(article=ordinary())
def test_ordinary_records_come_back(name: str, article: Article) -> None:
    """Records of plain texts come back whole, whichever way was taken for them."""
    text = "".join(FORMATS[name].write([article], Context()))
    parsed = FORMATS[name].read(text.encode())
    assert list(parsed.problems) == []
    assert parsed.articles == [article]


def test_the_short_way_is_taken() -> None:
    """An everyday record is ordinary to every format: otherwise the short way would be there for nothing."""
    article = Article(
        key="lankov2021",
        title="The coining of Kimjongunism",
        authors=(Name(family="Lankov", given="Andrei", original="Андрей Ланьков"),),
        outlet="Valdai Club",
        date=PartialDate.from_edtf("2021-11-11", ("year",)),
        url="https://valdaiclub.com/a",
        tags=("Korea", "juche"),
        language="ru",
        added="2021-11-30T09:00:00Z",
    )
    assert csl_json.quickly_kept(article) is not None
    fields = {"url": article.url, "langid": "russian", "organization": "Valdai Club"}
    assert bib_fields.quickly_kept(replace(article, type="webpage"), "online", fields) is not None
    assert bib_fields.quickly_kept(article, "article", {"url": article.url, "language": "russian"}) is not None
