"""The quick road through CSL-JSON leads where the whole one does, and a document is read piece by piece as one."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.errors import BadInput
from quotebank.formats import csl_document
from quotebank.formats.csl_json import read, stream
from quotebank.formats.csl_quick import quick_shape
from quotebank.formats.csl_reading import read_item
from quotebank.formats.parsed import Problem
from quotebank.model.articles import Article

_texts = st.one_of(st.text(max_size=8), st.sampled_from(["", "<i>x</i>", "a; b", "n.d.", "10.1/a"]))
_numbers = st.one_of(st.integers(-3, 13), st.integers(1990, 2030), st.booleans(), st.text(max_size=3), st.none())
_dates = st.one_of(
    st.fixed_dictionaries({"date-parts": st.lists(st.lists(_numbers, max_size=4), max_size=2)}),
    st.fixed_dictionaries({"date-parts": st.just([[2021, 11, 4]]), "circa": st.booleans()}),
    st.fixed_dictionaries({"date-parts": st.just([[2021, 11, 4]])}),
    st.fixed_dictionaries({"raw": _texts}),
    _texts,
)
_names = st.lists(
    st.one_of(
        st.dictionaries(st.sampled_from(["family", "given", "literal", "suffix"]), _texts, max_size=3),
        st.fixed_dictionaries({"family": st.just("Kim"), "given": _texts}),
        st.fixed_dictionaries({"family": st.just("Kim"), "static-ordering": st.sampled_from([True, False, 1])}),
        st.fixed_dictionaries({"literal": st.sampled_from(["TASS", "", "<b>x</b>"])}),
        _texts,
    ),
    max_size=2,
)
_items = st.fixed_dictionaries(
    {},
    optional={
        "id": st.one_of(_texts, st.sampled_from(["kim2021", "a b"]), st.integers(0, 9)),
        "type": st.sampled_from(["book", "article-newspaper", "post", "dataset", 3, None]),
        "title": st.one_of(_texts, st.none(), st.integers(0, 9)),
        "container-title": _texts,
        "author": st.one_of(_names, st.none(), _texts),
        "translator": _names,
        "issued": _dates,
        "accessed": st.one_of(_dates, st.none()),
        "keyword": st.one_of(_texts, st.none()),
        "DOI": _texts,
        "abstract": st.one_of(_texts, st.none()),
        "citation-key": _texts,
        "references": _texts,
    },
)


@given(_items)
def test_both_roads_meet(item: dict[str, object]) -> None:
    """What the quick road makes of an item is what the whole road makes of it; what it leaves is not its own."""
    quick = quick_shape(item)
    if quick is None:
        return
    assert quick == read_item(item)
    assert Article.from_json(quick).to_json() == quick


def test_ordinary_items_are_quick() -> None:
    """An item as reference managers write it takes the quick road."""
    item = {
        "id": "kim2021", "type": "article-newspaper", "title": "One", "author": [{"family": "Kim", "given": "Anna"}],
        "issued": {"date-parts": [[2021, 11, 4]]}, "accessed": {"date-parts": [[2021]]}, "DOI": "10.1/a",
        "keyword": "a, b", "translator": [{"family": "Kim"}], "container-title": "Zarya", "publisher": None,
    }  # fmt: skip
    assert quick_shape(item) is None
    del item["publisher"]
    shape = quick_shape(item)
    assert shape == read_item(item)
    assert shape is not None
    assert shape["accessed"] == "2021"


@pytest.mark.parametrize("chunk", [1, 2, 7, 64])
@pytest.mark.parametrize(
    "text",
    [
        '[{"id": "a1", "type": "book", "title": "Ежик в тумане 한국"}, {"id": "b1", "title": ["x"]},\n\n 12, "x"]',
        '\ufeff  {"items": [{"id": "a1", "title": "x"}, 3]} ',
        '{"id": "a1", "title": "x"} more',
        '[{"id": "a1"}\n{"id": "b1"}]',
        '[{"id": "a1"},\n{"id": "b1", "title": "cut o',
        "[" + " " * 50 + "1234567890" * 50 + "]",
        '[{"id": "a1"}',
        "[[[[", "[1, 2", "", "]", "[]",
    ],
)  # fmt: skip
def test_pieces_make_no_difference(monkeypatch: pytest.MonkeyPatch, text: str, chunk: int) -> None:
    """Records, problems, lines and raw text are the same however small the pieces are that a file is read in."""
    data = text.encode()
    whole = read(data)
    monkeypatch.setattr(csl_document, "_CHUNK", chunk)
    pieces = read(data)
    assert pieces.articles == whole.articles
    assert [(p.line, p.message) for p in pieces.problems] == [(p.line, p.message) for p in whole.problems]


def test_streaming_stops_at_what_is_no_text() -> None:
    """A file that is not UTF-8 is one problem with its line, before any record comes out."""
    data = b'[{"id": "a1"},\n{"id": "\xff"}]'
    (only,) = stream(data)
    assert isinstance(only, Problem)
    assert only.line == 2


def test_impossible_items_are_problems_in_their_place() -> None:
    """What no road can read comes out as a problem between its neighbours."""
    items: list[dict[str, object]] = [
        {"id": "a1", "type": "book"},
        {"id": "b1", "title": {}},
        {"id": "c1", "type": "book"},
    ]
    kinds = [isinstance(each, Problem) for each in stream(json.dumps(items).encode())]
    assert kinds == [False, True, False]
    with pytest.raises(BadInput):
        read_item(items[1])
