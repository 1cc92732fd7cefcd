"""The entries of .bib files: well formed, broken, hostile; nothing is lost without a word."""

import time

import pytest
from bibtexparser.splitter import Splitter
from hypothesis import given
from hypothesis import strategies as st

from quotebank.formats.bib_entries import Entry, inherit, read_entries
from tests.formats.broken_bib import BROKEN, LOST, Broken

GOOD = "@article{good%d,\n  title = {Good {One} %d},\n  year = 2020,\n}\n"


def entries(text: str) -> list[Entry]:
    """The entries of a text that has no problem."""
    found, problems = read_entries(text)
    assert problems == []
    return found


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_broken_entries_are_mended_or_told(broken: Broken) -> None:
    """Each keeps its fields, says what was mended with line and text, and does no harm to the entry behind it."""
    text = broken.text.replace("\r\n", "\n") + "\n\n" + GOOD % (1, 1)
    found, problems = read_entries(text)
    assert [entry.key for entry in found][-1] == "good1"
    assert found[-1].fields == {"title": "Good {One} 1", "year": "2020"}
    assert len(found) == 2
    assert found[0].fields == broken.fields
    assert bool(problems) == bool(broken.told)
    for problem in problems:
        assert broken.told in problem.message
        assert problem.line == 1
        assert problem.raw


@pytest.mark.parametrize(("text", "told"), LOST.values(), ids=LOST)
def test_what_gives_no_entry_is_told(text: str, told: str) -> None:
    """It is named with its line and raw text, and the entries around it are read."""
    found, problems = read_entries(f"{GOOD % (1, 1)}{text}\n{GOOD % (2, 2)}")
    assert [entry.key for entry in found] == ["good1", "good2"]
    assert [(told in problem.message, problem.line) for problem in problems] == [(True, 5)]
    assert problems[0].raw.startswith(text[:8])


def test_strings_and_hashes() -> None:
    """Strings are put in wherever they were defined before, in any case, pieces joined; months stand for themselves."""
    text = (
        '@STRING{nyt = "New York " # {Times}}\n@article{a, journal = NYT # " Magazine", month = "29~" # sep, year = 1}'
    )
    [entry] = entries(text)
    assert entry.fields == {"journal": "New York Times Magazine", "month": "29~sep", "year": "1"}


def test_comments_are_passed_over() -> None:
    """Text between entries, ``@comment`` and JabRef's notes are no entries, whatever addresses stand in them."""
    text = f"From: a@b.c, see @ home\n@comment{{jabref-meta: databaseType:bibtex;}}\n{GOOD % (1, 1)}% the end\n"
    assert [entry.key for entry in entries(text)] == ["good1"]


def test_keys_are_told_apart_in_any_case() -> None:
    """The second of two entries with one key is left out, and it is said whether anything is lost by that."""
    text = GOOD % (1, 1) + GOOD % (1, 1) + (GOOD % (1, 2)).replace("good", "GOOD")
    found, problems = read_entries(text)
    assert len(found) == 1
    assert [problem.line for problem in problems] == [5, 9]
    assert "the same entry" in problems[0].message
    assert "a different entry" in problems[1].message


def test_lines_and_raw_text() -> None:
    """An entry knows the line it begins in and its own text."""
    second = entries(f"\n\n{GOOD % (1, 1)}\n{GOOD % (2, 2)}")[1]
    assert second.line == 8
    assert second.raw == (GOOD % (2, 2)).strip()


VALUES = st.text(st.characters(exclude_characters="{}\\\r", exclude_categories=("Cs", "Cc")), max_size=20)


@given(st.lists(st.dictionaries(st.sampled_from(["title", "note", "x-y", "year"]), VALUES, min_size=1), max_size=4))
def test_what_is_written_is_read(records: list[dict[str, str]]) -> None:
    """Any values in braces come back as they were, and bibtexparser reads the same."""
    text = "\n".join(
        f"@misc{{k{number},\n" + ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items()) + "\n}"
        for number, fields in enumerate(records)
    )
    found = entries(text)
    assert [entry.fields for entry in found] == records
    if "@" not in "".join(value for fields in records for value in fields.values()):
        others = Splitter(text).split().entries
        assert [{field.key: field.value for field in other.fields} for other in others] == [
            {name: f"{{{value}}}" for name, value in entry.fields.items()} for entry in found
        ]


@given(st.text(st.sampled_from('@{}()=,#" \n\\abyeartitle1%'), max_size=120))
def test_any_text_is_read(text: str) -> None:
    """Whatever stands in a file, entries and problems come back; good entries around it too."""
    read_entries(text)
    found, _ = read_entries(GOOD % (1, 1) + text)
    assert found[0].key == "good1"


@pytest.mark.parametrize(
    "text",
    ["{" * 300_000, "@a{" * 10_000, '{ , = "' * 10_000, "@article{a, title = " + "{" * 20_000 + "}" * 20_000 + "}",
     "@article{a, title = {x}\n" * 3_000, "@string{a = {x}}" * 5_000, "\n@a{b,c={" * 10_000, '@a{b, c = "' * 10_000],
)  # fmt: skip
def test_hostile_files_take_linear_time(text: str) -> None:
    """Half a file takes about half the time: the shape of the cost is tested, not the machine."""

    def seconds(of: str) -> float:
        start = time.process_time()
        read_entries(of)
        return time.process_time() - start

    half, whole = min(seconds(text[: len(text) // 2]) for _ in range(2)), seconds(text)
    assert whole < 4 * half + 0.3


PARENT = "@proceedings{p, title = {Papers}, year = 2020, publisher = {X}, keywords = {a}}\n"


def test_crossref_hands_down() -> None:
    """A child takes its parent's fields, the title as the book's, and none that belong to the parent alone."""
    found, problems = inherit(entries("@inproceedings{c, title = {Mine}, crossref = {P}}\n" + PARENT))
    assert problems == []
    fields = found[0].fields
    assert (fields["title"], fields["booktitle"], fields["year"], fields["publisher"]) == (
        "Mine",
        "Papers",
        "2020",
        "X",
    )
    assert "keywords" not in fields
    assert [entry.key for entry in found] == ["c", "p"]


def test_xdata_is_no_entry() -> None:
    """``@xdata`` gives its fields, through several levels, and is not in the result."""
    text = "@xdata{x1, publisher = {X}, xdata = {x2}}\n@xdata{x2, location = {Y}}\n@book{b, title = {T}, xdata = {x1}}"
    found, _ = inherit(entries(text))
    assert [entry.key for entry in found] == ["b"]
    assert found[0].fields["publisher"] == "X"
    assert found[0].fields["location"] == "Y"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("@book{a, title = {T}, crossref = {nobody}}", "no such entry"),
        ("@book{a, crossref = {b}}\n@book{b, crossref = {a}}", "inherits from itself"),
        ("@book{a, crossref = {a}, title = {T}}", "inherits from itself"),
    ],
)
def test_bad_parents_are_told(text: str, told: str) -> None:
    """Unknown parents and circles are problems, and the entries stay."""
    found, problems = inherit(entries(text))
    assert any(told in problem.message for problem in problems)
    assert len(found) == text.count("@book")
