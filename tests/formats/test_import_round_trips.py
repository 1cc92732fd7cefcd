"""The example bank through every format that writes and reads: what goes out comes back."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from quotebank.formats import FORMATS, Context
from quotebank.formats.parsed import Parsed
from quotebank.model.articles import Article
from quotebank.model.quotes import Quote

BANK = Path(__file__).resolve().parents[2] / "store" / "bank.jsonl"
BOTH_WAYS = [name for name, known in FORMATS.items() if known.reads and known.writes]
WHOLE = ("biblatex", "bibtex", "csl-json", "ris", "json")
"""Formats that carry an article whole."""

IN_COLUMNS = (
    "key", "type", "title", "title_translated", "outlet", "date", "issue", "volume", "pages", "section", "url",
    "accessed", "archive_url", "language", "publisher", "tags", "note",
)  # fmt: skip
"""What a table without a column for everything still says."""


def table(name: str) -> list[Mapping[str, object]]:
    """The records of a table of the example bank, read from a copy in memory."""
    lines = [json.loads(line) for line in BANK.read_text("utf-8").splitlines()]
    return [line["doc"] for line in lines if line.get("table") == name]


def articles() -> list[Article]:
    """The articles of the example bank."""
    return [Article.from_json(shape) for shape in table("articles")]


def written(name: str, records: list[Article], context: Context = Context()) -> str:  # noqa: B008
    """The records in a format."""
    known = FORMATS[name]
    return "".join(known.write([each.to_json() for each in records] if known.takes_shapes else records, context))


def read(name: str, data: bytes) -> Parsed:
    """What comes back, without a problem."""
    parsed = FORMATS[name].read(data)
    assert list(parsed.problems) == []
    return parsed


def shown(name: str, article: Article) -> dict[str, object]:
    """What a format says that it carries of an article."""
    shape = article.to_json()
    if name in WHOLE:
        return shape
    return {field: shape[field] for field in IN_COLUMNS if field in shape}


def test_the_bank_has_something_to_lose() -> None:
    """The example has articles of several types, names in two scripts, inferred dates, and quotes with a via."""
    records = articles()
    assert len(records) >= 12
    assert any(name.original for article in records for name in article.authors)
    assert any(article.date and article.date.inferred for article in records)
    assert any(quote.get("via") for quote in table("quotes"))


@pytest.mark.parametrize("name", BOTH_WAYS)
def test_the_example_comes_back(name: str) -> None:
    """Every article of the example bank, in its order, with all that the format carries."""
    records = articles()
    back = read(name, written(name, records).encode())
    assert [shown(name, article) for article in back.articles] == [shown(name, article) for article in records]


@pytest.mark.parametrize("name", BOTH_WAYS)
def test_a_second_time_changes_nothing(name: str) -> None:
    """What was read and is written again is the same text."""
    text = written(name, articles())
    assert written(name, read(name, text.encode()).articles) == text


@pytest.mark.parametrize("name", BOTH_WAYS)
@pytest.mark.parametrize("change", ["mark", "line ends", "both"])
def test_windows_programs_may_save_it(name: str, change: str) -> None:
    """A byte-order mark, and lines ending in CR LF, as editors on Windows write them, change no article."""
    records = articles()
    text = written(name, records)
    if change != "mark":
        text = text.replace("\n", "\r\n")
    back = read(name, text.encode("utf-8" if change == "line ends" else "utf-8-sig"))
    assert [shown(name, article) for article in back.articles] == [shown(name, article) for article in records]


@pytest.mark.parametrize("name", ["biblatex", "bibtex", "ris"])
def test_another_encoding_changes_nothing(name: str) -> None:
    """UTF-16 with its mark is read like UTF-8 by the formats of old programs."""
    records = articles()
    assert FORMATS[name].read(written(name, records).encode("utf-16")).articles == records


@pytest.mark.parametrize("name", [name for name in BOTH_WAYS if name in WHOLE])
def test_notes_and_sources_around_an_article_do_not_change_it(name: str) -> None:
    """Annotations and "Quoted in ..." are made anew at each export, so they do not come back as the writer's own."""
    records = articles()
    known = {article.key: article for article in records}
    quotes = [Quote.from_json(shape) for shape in table("quotes")]
    context = Context(quotes_of=lambda key: [quote for quote in quotes if quote.article == key], find=known.get)
    back = read(name, written(name, records, context).encode())
    assert back.articles == records


def test_quotes_and_what_is_beside_them_come_back_in_json() -> None:
    """The JSON of quotebank itself carries the whole bank: articles, quotes with locators and via, and outlets."""
    quotes, beside = table("quotes"), {"outlets": table("outlets")}
    shapes = table("articles")
    text = "".join(FORMATS["json"].write(shapes, Context(quotes=quotes, beside=beside)))
    back = read("json", text.encode())
    assert [article.to_json() for article in back.articles] == shapes
    assert [quote.to_json() for quote in back.quotes] == [Quote.from_json(shape).to_json() for shape in quotes]
    assert back.beside["outlets"] == beside["outlets"]
