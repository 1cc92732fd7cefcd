"""A list of sources in Markdown: an item a record, and nothing in a title is markup."""

import json
import shutil
import subprocess

import pytest
from hypothesis import given, settings

from quotebank.cite.plain import reference
from quotebank.formats import Context, find_format
from quotebank.model.articles import Article
from quotebank.model.dates import PartialDate
from quotebank.model.names import Name
from tests.formats.payloads import PAYLOADS, tortured
from tests.model.strategies import articles, nasty_text


def written(*records: Article, context: Context | None = None) -> str:
    """The records as a list."""
    return "".join(find_format("markdown").write(records, context or Context(reference=reference)))


def test_a_source_is_an_item() -> None:
    """Author, title, outlet in italics, date and address, in one sentence."""
    article = Article(
        key="k1",
        title="A new ism",
        authors=(Name("Lankov", "Andrei"),),
        outlet="Valdai Club",
        date=PartialDate.from_edtf("2021-11-11"),
        url="https://valdaiclub.com/a_b/",
    )
    expected = "- Andrei Lankov, “A new ism,” *Valdai Club*, 11 November 2021, <https://valdaiclub.com/a_b/>.\n"
    assert written(article) == expected


def test_without_wording_titles_or_keys_stand_alone() -> None:
    """A writer that is handed no wording still lists every record."""
    assert written(Article(key="k1", title="*T*"), Article(key="k2"), context=Context()) == "- \\*T\\*\n- k2\n"


@settings(max_examples=60)
@given(articles(text=nasty_text()), articles(text=nasty_text()))
def test_a_record_is_one_line(one: Article, other: Article) -> None:
    """Whatever the texts hold, a record is one item on one line, in the order given."""
    lines = written(one, other).split("\n")
    assert len(lines) == 3
    assert all(line.startswith("- ") for line in lines[:2])
    assert lines[0] + "\n" == written(one)


@pytest.mark.tools
def test_pandoc_reads_one_list_of_sentences() -> None:
    """To pandoc an export is one list with an item a record, of text, italics and links and nothing else."""
    pandoc = shutil.which("pandoc")
    if pandoc is None:
        pytest.skip("pandoc is not installed")
    records = [tortured(f"k{number}", payload) for number, payload in enumerate(PAYLOADS)]
    done = subprocess.run(
        [pandoc, "-f", "markdown-smart", "-t", "json"],
        input=written(*records).encode(),
        capture_output=True,
        check=True,
    )
    (block,) = json.loads(done.stdout)["blocks"]
    assert block["t"] == "BulletList"
    assert len(block["c"]) == len(records)
    for item in block["c"]:
        (plain,) = item
        assert plain["t"] in ("Plain", "Para")
        assert {part["t"] for part in plain["c"]} <= {"Str", "Space", "Emph", "Link", "SoftBreak"}
