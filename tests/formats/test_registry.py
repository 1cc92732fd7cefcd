"""The formats: each is what the registry says of it, and is found by its name or its file's."""

import bz2
import gzip
from collections.abc import Callable
from importlib import import_module

import pytest

from quotebank.errors import UsageError
from quotebank.formats import FORMATS, Context, find_format, sniff, sniff_content
from quotebank.formats.parsed import Parsed, Problem
from quotebank.model.articles import Article
from quotebank.model.quotes import Quote
from tests.formats.samples import sample


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_is_what_the_registry_says(name: str) -> None:
    """Its module is there, writes if it is said to write and reads if it is said to read, under its own name."""
    known = FORMATS[name]
    module = import_module(known.module)
    assert known.name == name
    assert hasattr(module, "write") == known.writes
    assert hasattr(module, "read") == known.reads
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in known.suffixes)


@pytest.mark.parametrize("name", [name for name, known in FORMATS.items() if known.writes])
def test_nothing_can_be_written(name: str) -> None:
    """No records make a file of the format all the same, and no problem."""
    text = "".join(find_format(name).write([], Context()))
    nothing = {"json": '{"articles": [], "quotes": []}\n', "csl-json": "[]\n"}
    assert text == nothing.get(name, "") or (name == "csv" and text.count("\n") == 1)


@pytest.mark.parametrize("name", [name for name, known in FORMATS.items() if known.writes])
def test_records_are_taken_one_by_one(name: str) -> None:
    """A writer does not wait for all records: before the last are asked for, the first are written."""
    asked = []
    known = find_format(name)

    def records() -> object:
        for number in range(2000):
            asked.append(number)
            article = Article(key=f"k{number}", title=f"k{number}")
            yield article.to_json() if known.takes_shapes else article

    pieces = known.write(records(), Context())  # type: ignore[arg-type]
    assert any("k0" in piece for piece in (next(pieces), next(pieces)))
    assert len(asked) < 2000


@pytest.mark.parametrize(
    ("file_name", "name"),
    [
        ("refs.bib", "biblatex"), ("REFS.BIB", "biblatex"), ("a/b.json", "json"), ("x.md", "markdown"),
        ("x.markdown", "markdown"), (".bib", "biblatex"), ("bib", None), ("x.bib.doc", None),
        ("x.csl.json", "csl-json"), ("x.RIS", "ris"),
        ("x.yml", "hayagriva"), ("x.txt", "plain"), ("x.csv", "csv"), ("", None), ("x.", None),
    ],
)  # fmt: skip
def test_a_file_name_says_its_format(file_name: str, name: str | None) -> None:
    """The suffix decides, in any case; no suffix that is known, no format."""
    found = sniff(file_name)
    assert (found.name if found else None) == name


def test_what_is_read_is_sniffed_apart() -> None:
    """A file that nobody can read yet has no format to read it with, though it could be written."""
    assert sniff("refs.yml", to="read") is None
    found = sniff("bank.json", to="read")
    assert found is not None
    assert found.name == "json"


@pytest.mark.parametrize("to", ["read", "write"])
def test_an_unknown_format_names_the_known(to: str) -> None:
    """A name that is no format is refused with the names that are, and only with those of use."""
    with pytest.raises(UsageError, match="'wordperfect'") as caught:
        find_format("wordperfect", to=to)
    assert "json" in caught.value.hint
    assert ("markdown" in caught.value.hint) == (to == "write")


def test_a_format_that_cannot_read_is_not_asked_to() -> None:
    """Markdown can be written, not read."""
    assert find_format("markdown").writes
    with pytest.raises(UsageError, match="markdown"):
        find_format("markdown", to="read")


def test_parsed_parts_articles_from_quotes() -> None:
    """What was read is had in its order, or articles and quotes each for themselves."""
    article, quote = Article(key="a"), Quote(id="q", article="a", text="x")
    parsed = Parsed((quote, article), (Problem(3, "wrong"),))
    assert parsed.records == (quote, article)
    assert (parsed.articles, parsed.quotes) == ([article], [quote])
    assert parsed.problems[0] == Problem(3, "wrong", "", mended=False)


def test_a_context_without_anything_is_harmless() -> None:
    """A writer that is handed nothing but records finds no quotes and no other article."""
    context = Context()
    assert list(context.quotes_of("a")) == []
    assert context.find("a") is None
    assert list(context.note(Article(key="a"), ())) == [("text", "a")]
    assert "a" not in context.selected


@pytest.mark.parametrize("name", [name for name, known in FORMATS.items() if known.reads])
def test_a_file_says_its_format_itself(name: str) -> None:
    """A file of each format is told by what is in it, whatever it is called; one dialect of BibTeX stands for both."""
    found = sniff_content(sample(FORMATS[name].module.rpartition(".")[2]).encode())
    assert found is not None
    assert found.name == ("biblatex" if name == "bibtex" else name)


@pytest.mark.parametrize("pack", [bz2.compress, gzip.compress])
def test_a_compressed_file_says_its_format(pack: Callable[[bytes], bytes]) -> None:
    """Corpora come compressed; what is within decides, and what is none of ours is no format."""
    found = sniff_content(pack(sample("epfl_quotebank").encode()))
    assert found is FORMATS["epfl"]
    assert sniff_content(pack(b"text")) is None
