"""Hypothesis annotations in JSON: quotes, page notes, other people's, and broken files."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.formats.hypothesis_json import looks_like, read
from quotebank.formats.parsed import Parsed
from quotebank.model.quotes import Locator


def annotation(**fields: object) -> dict[str, object]:
    """An annotation as the API gives it, with the fields given in place of the usual ones."""
    quote = {"type": "TextQuoteSelector", "exact": "the quote", "prefix": "before ", "suffix": " after"}
    return {
        "id": "jlmyIg-Ee",
        "created": "2019-01-03T19:46:09.334539+00:00",
        "updated": "2019-01-04T00:00:00.000000+00:00",
        "user": "acct:reader@hypothes.is",
        "uri": "https://example.org/story?utm_source=x",
        "text": "my note",
        "tags": ["a", "b", "a"],
        "group": "__world__",
        "permissions": {"read": ["group:__world__"]},
        "target": [{"source": "x", "selector": [{"type": "RangeSelector", "endOffset": 3}, quote]}],
        "document": {"title": ["A  story"]},
        **fields,
    }


def said(*items: object) -> Parsed:
    """What rows of annotations say."""
    return read(json.dumps({"total": len(items), "rows": items}).encode())


def test_an_annotation_is_a_quote_of_its_page() -> None:
    """Quote, note, tags and times come into their fields; the annotator is no speaker, and the context is kept."""
    parsed = said(annotation())
    [article], [quote] = parsed.articles, parsed.quotes
    assert (article.type, article.title, article.url) == ("webpage", "A story", "https://example.org/story")
    assert (quote.kind, quote.text, quote.note, quote.speaker) == ("direct", "the quote", "my note", "")
    assert (quote.tags, quote.added, quote.modified) == (("a", "b"), "2019-01-03T19:46:09Z", "2019-01-04T00:00:00Z")
    assert quote.extra == {
        "hypothesis": {
            "id": "jlmyIg-Ee", "user": "acct:reader@hypothes.is", "prefix": "before ", "suffix": " after",
        }
    }  # fmt: skip
    assert (quote.article, parsed.problems) == ("#0", [])


@pytest.mark.parametrize("form", ["rows", "list", "lines", "one", "annotations"])
def test_rows_come_in_several_forms(form: str) -> None:
    """An object with rows, a list, an object a line, and one alone are all read."""
    item = annotation()
    text = {
        "rows": json.dumps({"rows": [item], "total": 1}), "list": json.dumps([item]), "lines": f"{json.dumps(item)}\n",
        "one": json.dumps(item, indent=2), "annotations": json.dumps({"annotations": [item]}),
    }[form]  # fmt: skip
    assert looks_like(text.encode())
    assert [quote.text for quote in read(text.encode("utf-8-sig")).quotes] == ["the quote"]


def test_annotations_of_a_page_share_it() -> None:
    """One page under addresses that differ in tracking and scheme is one article."""
    parsed = said(
        annotation(), annotation(uri="http://www.example.org/story", text="other"), annotation(uri="https://e.org/b")
    )
    assert [quote.article for quote in parsed.quotes] == ["#0", "#0", "#1"]


def test_a_page_note_is_a_comment() -> None:
    """A note without a quote stays as words of its own; tags alone are the page's."""
    parsed = said(annotation(target=[{"source": "x"}]), annotation(target=[], text="", tags=["only"]))
    assert [(quote.kind, quote.text, quote.note) for quote in parsed.quotes] == [("comment", "my note", "")]
    assert parsed.articles[0].tags == ("only",)


def test_replies_and_groups_are_kept() -> None:
    """Whose annotation it was, in which group, and to what it replies is not lost."""
    [quote] = said(annotation(group="g1", references=["x1"], user="acct:other@example.org", target=[])).quotes
    assert quote.extra == {
        "hypothesis": {"id": "jlmyIg-Ee", "user": "acct:other@example.org", "group": "g1", "references": ["x1"]}
    }


@pytest.mark.parametrize("uri", ["urn:x-pdf:0f1e2d", "file:///home/x.pdf"])
def test_a_file_is_a_document(uri: str) -> None:
    """What has no address of the web keeps its own, and is one article for all its annotations."""
    parsed = said(annotation(uri=uri), annotation(uri=uri, text="two"))
    [article] = parsed.articles
    assert (article.type, article.title, article.url) == ("document", "A story", "")
    assert article.extra == {"hypothesis": {"uri": uri}}


def test_a_doi_is_an_address() -> None:
    """``doi:`` becomes the address that resolves it."""
    assert said(annotation(uri="doi:10.1000/x")).articles[0].url == "https://doi.org/10.1000/x"


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        ({"type": "PageSelector", "index": 4, "label": "5"}, Locator("page", "5")),
        ({"type": "MediaTimeSelector", "start": 3723.5, "end": 3730}, Locator("timestamp", "1:02:03")),
        ({"type": "PageSelector", "index": 4}, None),
        ({"type": "MediaTimeSelector", "start": -1}, None),
        ({"type": "MediaTimeSelector", "start": float("nan")}, None),
        ({"type": "MediaTimeSelector", "start": "x"}, None),
    ],
)
def test_places_are_read(selector: dict[str, object], expected: Locator | None) -> None:
    """A page of a PDF and a time in a film are places."""
    quote = {"type": "TextQuoteSelector", "exact": "q"}
    assert said(annotation(target=[{"selector": [selector, quote]}])).quotes[0].locator == expected


@pytest.mark.parametrize("document", [None, {}, {"title": None}, {"title": []}, {"title": [3]}, "x"])
def test_a_page_may_have_no_title(document: object) -> None:
    """Whatever stands in place of a title, the page is still one."""
    assert said(annotation(document=document)).articles[0].title == ""


def test_what_is_wrong_is_said_with_its_line() -> None:
    """Bad annotations are problems with their lines and text; the others are read."""
    items = ["3", json.dumps(annotation(uri="", target=[])), json.dumps(annotation(text="", tags=[], target=None)),
             json.dumps(annotation())]  # fmt: skip
    parsed = read(('{"rows": [\n' + ",\n".join(items) + "\n]}").encode())
    assert [problem.line for problem in parsed.problems] == [2, 3, 4]
    assert all(problem.raw for problem in parsed.problems)
    assert len(parsed.quotes) == 1


def test_a_file_cut_short_is_read_to_the_break() -> None:
    """What stands before the break is kept, and the problem names its line."""
    text = json.dumps([annotation(), annotation(text="two")], indent=1)
    parsed = read(text[:-30].encode())
    assert len(parsed.quotes) == 1
    assert "not JSON" in parsed.problems[0].message
    assert parsed.problems[0].line > 30


@pytest.mark.parametrize(
    "text",
    ["", "TY  - NEWS\n", "[", "{", "[1,", '{"rows": [', '{"rows"', '{"rows": 3}', "[] x", "{,}", "[" * 200_000,
     '{"a":' * 200_000, '{"rows": [' + '{"target": [' * 100_000, f"[{'9' * 5000}]"],
)  # fmt: skip
def test_other_texts_are_problems(text: str) -> None:
    """No JSON, other JSON, and nesting without end make no record and at least one problem."""
    parsed = read(text.encode())
    assert list(parsed.records) == []
    assert parsed.problems


@pytest.mark.parametrize(
    "text", ["", "[]", '{"title": "uri"}', '[{"id": "x", "type": "book"}]', "a,b\n", '{"articles": []}']
)
def test_other_files_do_not_look_like_it(text: str) -> None:
    """CSL-JSON and quotebank's own JSON are not taken for annotations."""
    assert not looks_like(text.encode())


@pytest.mark.parametrize(
    "text", ["\n" * 100_000, '["' + "x" * 10_000_000 + '"]', "[" + "\n3," * 100_000 + "3]", "\x00" * 100_000]
)
def test_hostile_files_take_linear_time(text: str) -> None:
    """Blank lines, ten megabytes in a line and a hundred thousand bad items are done in seconds."""
    before = time.process_time()
    read(text.encode())
    assert time.process_time() - before < 10


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@given(st.sampled_from(["uri", "target", "document", "tags", "text", "user", "created", "references"]), JSON)
def test_any_value_in_any_field_is_read_without_an_exception(name: str, value: object) -> None:
    """Fields of the wrong kind make a problem or are passed over."""
    said(annotation(**{name: value}))


@given(st.binary(max_size=200))
def test_any_bytes_too(data: bytes) -> None:
    """Bytes that are no text are read as best they can be."""
    read(data)
    looks_like(data)
