"""BibTeX and BibLaTeX: what is written is read back by BibTeX's grammar, and no title can be more than a title."""

import re
import unicodedata
from collections.abc import Mapping

import pytest
from bibtexparser.entrypoint import parse_string
from hypothesis import given, settings
from hypothesis import strategies as st

from quotebank.cite.plain import note_pieces
from quotebank.formats import Context, find_format
from quotebank.model.articles import Article
from quotebank.model.dates import PartialDate
from quotebank.model.names import Name
from quotebank.model.quotes import Locator, Quote, Via
from tests.formats.payloads import DANGEROUS, PAYLOADS, tortured
from tests.model.strategies import articles, nasty_text

BIB = pytest.mark.parametrize("name", ["biblatex", "bibtex"])


def written(name: str, *records: Article, context: Context | None = None) -> str:
    """The records in a format."""
    return "".join(find_format(name).write(records, context or Context()))


def fields(text: str) -> list[Mapping[str, str]]:
    """The entries of a file as bibtexparser reads them, type and key among the fields; fails on any lost block."""
    library = parse_string(text)
    assert not library.failed_blocks, text
    assert not library.strings
    assert not library.preambles
    return [
        {"ENTRYTYPE": entry.entry_type, "KEY": entry.key, **{field.key: field.value for field in entry.fields}}
        for entry in library.entries
    ]


@BIB
@settings(max_examples=40)
@given(record=articles(text=nasty_text()))
def test_one_record_is_one_entry(name: str, record: Article) -> None:
    """Whatever the texts hold, a record is one entry with its key, and nothing stands outside it."""
    text = written(name, record)
    (entry,) = fields(text)
    assert entry["KEY"] == record.key
    assert not DANGEROUS.search(text)
    assert not [char for char in text if char != "\n" and unicodedata.category(char) in ("Cc", "Cs")]


@BIB
@settings(max_examples=60)
@given(title=nasty_text().filter(lambda text: any(char.isalpha() for char in text)))
def test_a_title_changes_no_other_field(name: str, title: str) -> None:
    """A title, however it is made up, adds no field and takes none away."""
    plain = Article(key="k1", title="Plain", outlet="TASS", date=PartialDate.from_edtf("2021-11-11"), url="https://x.y")
    names = set(fields(written(name, plain))[0]) | {"verba"}
    entry = fields(written(name, Article.from_json({**plain.to_json(), "title": title})))[0]
    assert set(entry) | {"verba"} == names
    assert entry["url"] == "https://x.y"


@BIB
@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_field_can_become_a_command(name: str, payload: str) -> None:
    """Every text field set to each payload still is one entry, with balanced braces and no raw special character."""
    text = written(name, tortured("k1", payload))
    (entry,) = fields(text)
    assert entry["KEY"] == "k1"
    assert text.count("{") == text.count("}")
    assert not DANGEROUS.search(text)
    for field in ("title", "author", "note", "addendum"):
        assert not re.search(r"(?<!\\)[%&#$_]", re.sub(r"\\url\{[^}]*\}", "", entry.get(field, ""))), field


def test_a_newspaper_article() -> None:
    """The fields of the field's own standards, names in BibTeX's order, the month a macro in the classic dialect."""
    record = Article(
        key="zuenko2021",
        title="Japan and the Kuriles",
        authors=(Name("Zuenko", "Ivan"), Name("Leyen", "Ursula", particle="von der"), Name(literal="Valdai Club")),
        outlet="Profil",
        date=PartialDate.from_edtf("2021-10-02"),
        language="en",
        url="https://example.org/a_b%20c",
    )
    (entry,) = fields(written("biblatex", record))
    assert entry["ENTRYTYPE"] == "article"
    assert entry["author"] == "Zuenko, Ivan and von der Leyen, Ursula and {Valdai Club}"
    assert entry["journaltitle"] == "Profil"
    assert entry["date"] == "2021-10-02"
    assert entry["url"] == "https://example.org/a_b%20c"
    assert "{Kuriles}" in entry["title"]
    classic = written("bibtex", record)
    assert "month = oct" in classic
    assert fields(classic)[0]["year"] == "2021"


@pytest.mark.parametrize(
    ("edtf", "date"),
    [("2021", "2021"), ("2021-10", "2021-10"), ("2021-23", "2021-23"), ("2021?", "2021?"), ("2019~", "2019~")],
)
def test_partial_dates(edtf: str, date: str) -> None:
    """A date is written as exactly as it is known."""
    record = Article(key="k1", title="T", outlet="O", date=PartialDate.from_edtf(edtf))
    assert fields(written("biblatex", record))[0]["date"] == date
    assert "day" not in fields(written("bibtex", record))[0]


def test_as_cited_in() -> None:
    """A source read in another says so: a relation where that is exported too, words in any case."""
    report = Article(key="report", type="report", title="The Report", date=PartialDate.from_edtf("2021-11"))
    item = Article(key="item", outlet="TASS", date=PartialDate.from_edtf("2021-11-15"))
    quote = Quote(article="item", text="x", via=Via("report", Locator("paragraph", "17")))
    by_key = {"report": report, "item": item}
    context = Context(
        quotes_of=lambda key: [quote] if key == "item" else [], find=by_key.get, selected={"item"}, note=note_pieces
    )
    alone = fields(written("biblatex", item, context=context))[0]
    assert "para. 17" in alone["addendum"]
    assert "related" not in alone
    both = fields(written("biblatex", item, report, context=context._replace(selected={"item", "report"})))[0]
    assert (both["related"], both["relatedtype"]) == ("report", "quotedin")
    assert "Quoted in" in fields(written("bibtex", item, context=context))[0]["note"]


def test_titles_in_another_language_keep_their_capitals() -> None:
    """A title that is not English is protected whole, and its language is said."""
    record = Article(key="k1", title="Novaia etika v Kitae", outlet="Profil", language="ru")
    entry = fields(written("biblatex", record))[0]
    assert entry["title"] == "{Novaia etika v Kitae}"
    assert entry["langid"] == "russian"


def test_old_keys_are_aliases() -> None:
    """Keys an article had before are biblatex's ids."""
    assert fields(written("biblatex", Article(key="new1", title="T", ids=("old1", "old2"))))[0]["ids"] == "old1,old2"


@BIB
@settings(max_examples=20)
@given(st.lists(articles(), max_size=4, unique_by=lambda record: record.key.casefold()))
def test_order_and_bytes(name: str, records: list[Article]) -> None:
    """Entries stand in the order given, and the same records are the same bytes."""
    text = written(name, *records)
    assert [entry["KEY"] for entry in fields(text)] == [record.key for record in records]
    assert text == written(name, *records)
