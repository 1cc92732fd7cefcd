"""Formats that are only written: Hayagriva, CSV, footnotes, plain text, pandoc's citations."""

import csv
import io
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given

from quotebank.errors import BadInput
from quotebank.formats import FORMATS, Context
from quotebank.formats.csv_table import COLUMNS
from quotebank.model.articles import Article
from quotebank.model.dates import PartialDate
from quotebank.model.names import Name
from quotebank.text.lines import one_line
from tests.formats.payloads import PAYLOADS, tortured
from tests.model.strategies import articles

LANKOV = Article(
    key="lankov2021",
    type="webpage",
    title="Kimdzhongynizm",
    title_translated="Kimjongunism",
    authors=(Name(family="Lankov", given="Andrei"), Name(literal="Valdai Club")),
    outlet="Valdai Club",
    date=PartialDate.from_edtf("2021-11-11"),
    url="https://valdaiclub.com/a",
    accessed=PartialDate.from_edtf("2021-11-30"),
    language="ru",
    issue="10",
    tags=("juche", "Korea"),
)


def text_of(name: str, *records: Article, context: Context = Context()) -> str:  # noqa: B008
    """The records in a format."""
    return "".join(FORMATS[name].write(records, context))


def test_hayagriva_says_what_typst_wants() -> None:
    """Type, title, people, date, address and the parent that it appeared in, each under its name."""
    assert (
        text_of("hayagriva", LANKOV)
        == """\
"lankov2021":
  type: web
  title: "Kimdzhongynizm [Kimjongunism]"
  author:
    - { name: "Lankov", given-name: "Andrei" }
    - { name: "Valdai Club" }
  date: 2021-11-11
  language: "ru"
  url: { value: "https://valdaiclub.com/a", date: 2021-11-30 }
  parent:
    type: web
    title: "Valdai Club"
    issue: "10"

"""
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [("2021-10~", "~2021-10"), ("2021-23", "2021"), ("2021-10-04/2021-10-06", "2021-10-04"), ("199X", None)],
)
def test_hayagriva_dates(text: str, line: str | None) -> None:
    """Doubt is a tilde; what Hayagriva cannot say is left out rather than made up."""
    written = text_of("hayagriva", Article(key="k", date=PartialDate.from_edtf(text)))
    assert (f"  date: {line}\n" in written) if line else ("date:" not in written)


@given(articles())
def test_hayagriva_strings_are_jsons(article: Article) -> None:
    """Every text is a quoted scalar, so nothing in it can be read as YAML: without them only its own words are left."""
    for line in text_of("hayagriva", article).splitlines():
        bare = re.sub(r'"(?:[^"\\]|\\.)*"', "_", line)
        assert re.fullmatch(r"[ a-z0-9_{}:,~-]*", bare), line


def test_hayagriva_is_yaml(tmp_path: Path) -> None:
    """A YAML reader finds every entry under its key, titles unchanged (pandoc reads metadata files as YAML)."""
    pandoc = shutil.which("pandoc")
    if pandoc is None:
        pytest.skip("pandoc is not installed")
    records = [tortured(f"payload{number}", payload) for number, payload in enumerate(PAYLOADS)]
    path = tmp_path / "x.yml"
    path.write_text(text_of("hayagriva", *records), encoding="utf-8", errors="replace")
    command = [pandoc, "--metadata-file", str(path), "-f", "markdown", "-t", "json"]
    done = subprocess.run(command, input=b"", capture_output=True, check=True, timeout=60)
    assert set(json.loads(done.stdout)["meta"]) == {record.key for record in records}


@given(articles())
def test_csv_is_one_row_of_every_column(article: Article) -> None:
    """Each article is one row of all columns, whatever quotes, commas and line breaks its texts have."""
    text = text_of("csv", article)
    assert text.startswith("\ufeff")
    heading, row = csv.reader(io.StringIO(text[1:]))
    assert heading == list(COLUMNS)
    shown = dict(zip(heading, row, strict=True))
    assert shown["title"].removeprefix("'") == one_line(article.title) or shown["title"] == one_line(article.title)


@pytest.mark.parametrize("text", ["=cmd()", "+1", "-1+2", "@SUM(A1)"])
def test_csv_runs_no_formula(text: str) -> None:
    """What a spreadsheet would compute is text, by an apostrophe before it."""
    assert f"'{text}" in text_of("csv", Article(key="k", title=text))


def test_footnotes_have_marks_and_texts() -> None:
    """A footnote a record, marked with its key, a blank line behind it."""
    context = Context(reference=lambda article, _: f"Note on {article.title}.")
    assert text_of("footnotes", LANKOV, context=context) == "[^lankov2021]: Note on Kimdzhongynizm.\n\n"


def test_pandoc_citations_are_keys() -> None:
    """One citation a line, and none with a key that pandoc would cut."""
    assert text_of("pandoc", LANKOV) == "[@lankov2021]\n"
    for name in ("pandoc", "footnotes"):
        with pytest.raises(BadInput, match="citation key"):
            text_of(name, Article(key="two words"))


def test_plain_text_is_a_line_an_entry() -> None:
    """The context's wording, on one line whatever it holds."""
    assert text_of("plain", LANKOV, context=Context(entry=lambda *_: "a\nb")) == "a b\n"
    assert text_of("plain", LANKOV) == "Kimdzhongynizm\n"
