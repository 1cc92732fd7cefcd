"""JSON-LD."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.ingest.page.structured import Node, kind_of, statements

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["@type", "@id", "@graph", "headline", "author", "name", "url"]), inner, max_size=5
        )
    ),
    max_leaves=20,
)


def article(*blocks: Any, titles: tuple[str, ...] = (), here: str = "") -> Node | None:
    """The page's article out of JSON blocks."""
    texts = [block if isinstance(block, str) else json.dumps(block) for block in blocks]
    return statements(texts).article(titles, lambda url: url == here)


def headline(*blocks: Any, titles: tuple[str, ...] = (), here: str = "") -> str:
    """Its headline, `""` for none."""
    node = article(*blocks, titles=titles, here=here)
    return str(node["headline"]) if node else ""


NEWS = {"@type": "NewsArticle", "headline": "Council keeps plan"}
OTHER = {"@type": "NewsArticle", "headline": "Ferry sinks in storm"}


@pytest.mark.parametrize(
    "block",
    [
        NEWS,
        [NEWS],
        {"@graph": [{"@type": "WebSite", "name": "The Ledger"}, NEWS]},
        {"@type": "WebPage", "mainEntity": NEWS},
        {**NEWS, "@type": ["NewsArticle", "Thing"]},
        {**NEWS, "@type": "https://schema.org/ReportageNewsArticle"},
        [{"@type": "BreadcrumbList"}, [[NEWS]]],
    ],
)
def test_where_articles_stand(block: Any) -> None:
    """An article is found alone, in lists, in @graph, within its page, and with several types."""
    assert headline(block) == "Council keeps plan"


def test_other_works_are_not_the_article() -> None:
    """Articles in lists, mentions and parts of another are never the page's."""
    assert article({"@type": "ItemList", "itemListElement": [OTHER]}) is None
    assert (
        headline({**NEWS, "hasPart": OTHER, "mentions": [OTHER]}, titles=("Council keeps plan",))
        == "Council keeps plan"
    )


def test_the_title_chooses() -> None:
    """Of several articles it is the one whose headline the page shows."""
    assert headline(OTHER, NEWS, titles=("Council keeps plan - The Ledger",)) == "Council keeps plan"


def test_the_address_chooses() -> None:
    """Of several articles it is the one with the page's address."""
    node = {**NEWS, "mainEntityOfPage": {"@id": "https://a.example/1"}}
    assert headline({**OTHER, "url": "https://a.example/2"}, node, here="https://a.example/1") == "Council keeps plan"


def test_teasers_alone_are_no_article() -> None:
    """Several articles of which none is the page's give none; so does one of another title and address."""
    assert article(NEWS, OTHER, titles=("Harbour fees to rise",)) is None
    assert (
        article({**NEWS, "url": "https://a.example/2"}, titles=("Harbour fees rise",), here="https://a.example/1")
        is None
    )


def test_references_are_followed() -> None:
    """An author given by @id is looked up in the graph."""
    graph = {
        "@graph": [{**NEWS, "author": {"@id": "#jane"}}, {"@type": "Person", "@id": "#jane", "name": "Jane Miller"}]
    }
    found = statements([json.dumps(graph)])
    assert found.texts(found.nodes[0]["author"]) == ["Jane Miller"]


@pytest.mark.parametrize(
    ("value", "texts"),
    [
        ("Jane Miller", ["Jane Miller"]),
        ({"name": "Jane Miller"}, ["Jane Miller"]),
        ([{"name": ["Jane Miller"]}, "Bob"], ["Jane Miller", "Bob"]),
        ({"@value": "Jane &amp;amp; Bob"}, ["Jane & Bob"]),
        (None, []),
        ([{}, [], {"name": 3}], []),
        (105092, ["105092"]),
    ],
)
def test_texts_of_values(value: Any, texts: list[str]) -> None:
    """Texts are read from all the shapes in which pages give them; references to characters are undone twice."""
    assert statements([]).texts(value) == texts


@pytest.mark.parametrize(
    "block",
    [
        '{"@type":"NewsArticle","headline":"Council keeps plan",}',
        '<!--{"@type":"NewsArticle","headline":"Council keeps plan"}-->',
        '//<![CDATA[\n{"@type":"NewsArticle","headline":"Council keeps plan"}\n//]]>',
        '/* made by hand */ {"@type":"NewsArticle", // the type\n"headline":"Council keeps plan"};',
        '{"@type":"NewsArticle","headline":"Council keeps plan","description":"line\nbreak\tand tab"}',
        '{"@type":"NewsArticle","headline":"Council keeps plan","d":"it\\\'s"}',
        '{"@type":"WebSite"}\n{"@type":"NewsArticle","headline":"Council keeps plan"}',
        '{"a":"//no comment, /* neither */ ,}","@type":"NewsArticle","headline":"Council keeps plan",}',
    ],
)
def test_broken_json_is_mended(block: str) -> None:
    """Comments, CDATA, trailing commas, raw line breaks and stray escapes do not hide an article."""
    assert headline(block) == "Council keeps plan"


@pytest.mark.parametrize("block", ["", "null", "3", '"x"', "{", "[" * 100_000, '{"a":' * 50_000 + "1" + "}" * 50_000])
def test_hopeless_json_gives_nothing(block: str) -> None:
    """What is no JSON, or nested without end, gives no article and no error."""
    assert article(block) is None


def test_blocks_are_bounded() -> None:
    """Blocks over a megabyte, and those after the fiftieth, are passed over."""
    assert article({**NEWS, "x": "a" * 1_000_001}) is None
    assert article(*[{"@type": "Thing"}] * 50, NEWS) is None


@given(st.lists(JSON, max_size=3), st.text(max_size=30))
def test_any_json_gives_something(blocks: list[Any], title: str) -> None:
    """No JSON value makes the reading fail."""
    found = statements([json.dumps(block) for block in blocks])
    node = found.article((title,), lambda url: False)
    assert node is None or kind_of(node)


@given(st.lists(st.text(max_size=60), max_size=3))
def test_any_text_gives_something(blocks: list[str]) -> None:
    """No text makes the reading fail."""
    statements(blocks).article((), lambda url: True)
