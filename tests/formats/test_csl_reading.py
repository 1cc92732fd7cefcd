"""CSL-JSON of other programs: Zotero, pandoc, Better BibTeX; and files that are broken."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.formats import FORMATS, Context
from quotebank.formats.parsed import Parsed
from quotebank.model.articles import Article
from tests.model.strategies import json_values


def read(document: object) -> Parsed:
    """What a document says, given as text or as what is to be JSON."""
    text = document if isinstance(document, str) else json.dumps(document)
    return FORMATS["csl-json"].read(text.encode())


def one(**item: object) -> Article:
    """The article of one item that has no problem."""
    parsed = read([item])
    assert list(parsed.problems) == []
    return parsed.articles[0]


ZOTERO = {
    "id": "http://zotero.org/users/1/items/ABCD2345",
    "citation-key": "zuenko2021",
    "type": "article-newspaper",
    "title": "A <i>new</i> ethics",
    "container-title": "Profil’",
    "author": [{"family": "Zuenko", "given": "Ivan"}, {"family": "Beethoven", "dropping-particle": "van"}],
    "issued": {"date-parts": [["2021", 10, "31"]]},
    "accessed": {"raw": "2021-11-30"},
    "DOI": "10.1/x",
    "page": 7,
    "keyword": "China; ethics",
    "note": "read twice",
}


def test_zoteros_items_are_read() -> None:
    """Numbers, strings for numbers, raw dates, particles and formatting are all understood."""
    article = one(**ZOTERO)
    assert article.key == "zuenko2021"
    assert article.title == "A new ethics"
    assert [name.display for name in article.authors] == ["Ivan Zuenko", "van Beethoven"]
    assert (article.date and article.date.text, article.accessed and article.accessed.text) == (
        "2021-10-31",
        "2021-11-30",
    )
    assert (article.pages, article.tags, article.note) == ("7", ("China", "ethics"), "read twice")


def test_unknown_variables_go_out_again() -> None:
    """Variables and types that quotebank has no field for survive reading and writing."""
    item = {"id": "a1", "type": "dataset", "DOI": "10.1/x", "editor": [{"family": "B"}], "custom": {"tool": 1}}
    text = "".join(FORMATS["csl-json"].write([one(**item)], Context(bare=True)))
    [back] = json.loads(text)
    assert back == {**item, "citation-key": "a1"}


@pytest.mark.parametrize("key", ["http://zotero.org/1", "two words", "ключ", 17, None, ""])
def test_an_id_that_is_no_key_is_left_for_the_bank_to_make(key: object) -> None:
    """An address, a number or a Cyrillic word is not taken for a citation key."""
    assert one(id=key, type="webpage").key == ""


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        ({"date-parts": [[2021, 10]]}, "2021-10"),
        ({"date-parts": [[2021]], "season": "fall"}, "2021-23"),
        ({"date-parts": [[2021]], "season": 3}, "2021-23"),
        ({"date-parts": [["2021", "", ""]]}, "2021"),
        ({"date-parts": [[2021, 10, 4], [2021, 10, 6]]}, "2021-10-04/2021-10-06"),
        ({"date-parts": [[2021]], "circa": 1}, "2021~"),
        ({"literal": "October 2021"}, "2021-10"),
        ({"raw": "4 October 2021"}, "2021-10-04"),
        ("2021-10-04", "2021-10-04"),
        (2021, "2021"),
        ({"date-parts": [[-44, 3, 15]]}, "-0044-03-15"),
    ],
)
def test_dates_in_every_spelling(issued: object, expected: str) -> None:
    """Dates are read however a program wrote them."""
    date = one(id="a", type="book", issued=issued).date
    assert date is not None
    assert date.text == expected


def test_a_date_in_words_that_says_none_is_kept() -> None:
    """Words that are no date do not become one, and are not lost."""
    article = one(id="a", type="book", issued={"literal": "in the year of the dragon"})
    assert article.date is None
    assert article.extra["csl"] == {"issued": {"literal": "in the year of the dragon"}}


def test_a_bad_item_is_a_problem_with_its_line() -> None:
    """The item is named with its line and text; those around it are read."""
    parsed = read('[\n{"id": "a", "type": "book"},\n{"id": "b", "issued": {"date-parts": [[2021, 13]]}},\n{"id": "c"}]')
    assert [article.key for article in parsed.articles] == ["a", "c"]
    [problem] = parsed.problems
    assert problem.line == 3
    assert "'b'" in problem.message
    assert "month" in problem.message
    assert problem.raw.startswith('{"id": "b"')


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[",
        '[{"id": "a"}',
        "[1]",
        '{"a": ',
        "null",
        '[{"id": "a"} {"id": "b"}]',
        "[] trailing",
        '"text"',
        "[" * 9999,
    ],
)
def test_broken_documents_are_problems(text: str) -> None:
    """Whatever is no list of items is said to be, with a line."""
    problems = read(text).problems
    assert problems
    assert all(problem.line >= 1 for problem in problems)


def test_bytes_that_are_no_text_are_a_problem() -> None:
    """A file in another encoding is named as such, with the line."""
    [problem] = FORMATS["csl-json"].read(b'[\n{"id": "\xff"}]').problems
    assert (problem.line, "UTF-8" in problem.message) == (2, True)


@pytest.mark.parametrize("wrap", ["items", "references"])
def test_items_may_stand_in_an_object(wrap: str) -> None:
    """Pandoc's ``references`` and Zotero's ``items`` are lists of items; an object without them is one item."""
    assert [article.key for article in read({wrap: [{"id": "a"}, {"id": "b"}]}).articles] == ["a", "b"]
    assert [article.key for article in read({"id": "a", "type": "book"}).articles] == ["a"]


@given(
    st.lists(st.dictionaries(st.sampled_from([*ZOTERO, "translator", "custom"]), json_values(), max_size=4), max_size=3)
)
def test_any_json_is_read_without_an_exception(items: list[dict[str, object]]) -> None:
    """Whatever stands in the variables, every item is an article or a problem."""
    parsed = read(items)
    assert len(parsed.articles) + len(parsed.problems) == len(items)


@pytest.mark.parametrize(
    "own", [{"authors/7/original": "x"}, {"title": 3}, {"": ["nothing"]}, {"date": "yesterday"}, 5, None]
)
def test_what_was_tampered_with_is_a_problem_or_ignored(own: object) -> None:
    """Kept fields that do not fit never raise, and never lose the item unsaid."""
    parsed = read([{"id": "a", "type": "book", "title": "T", "custom": {"quotebank": own}}])
    assert len(parsed.articles) + len(parsed.problems) == 1
