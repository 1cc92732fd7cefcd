"""quotebank's own JSON is whole and lossless, is JSON for everybody, and broken files are told line by line."""

import json
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotebank.errors import BadInput
from quotebank.formats import Context, find_format
from quotebank.formats.parsed import MOST_RAW, Parsed
from quotebank.model.articles import Article
from quotebank.model.quotes import Quote
from tests.model.strategies import articles, json_values, quotes

GOOD = '{"key": "a1", "title": "T"}'


def written(records: list[Article], said: list[Quote], **beside: list[Mapping[str, object]]) -> str:
    """Records as such a file."""
    context = Context(quotes=[quote.to_json() for quote in said], beside=beside)
    return "".join(find_format("json").write([article.to_json() for article in records], context))


def read(text: str | bytes) -> Parsed:
    """What such a file holds."""
    return find_format("json", to="read").read(text.encode() if isinstance(text, str) else text)


def messages(text: str | bytes) -> list[str]:
    """Only what is wrong with a file."""
    return [problem.message for problem in read(text).problems]


@settings(max_examples=80)
@given(
    st.lists(articles(), max_size=4, unique_by=lambda article: article.key),
    st.lists(quotes(), max_size=4, unique_by=lambda quote: quote.id),
)
def test_what_is_written_is_read_back(records: list[Article], said: list[Quote]) -> None:
    """Any records at all come back equal, in their order, through bytes of valid UTF-8, without a problem."""
    data = written(records, said).encode("utf-8")
    parsed = read(data)
    assert parsed.problems == ()
    assert parsed.articles == records
    assert parsed.quotes == said
    assert json.loads(data)["articles"] == [article.to_json() for article in records]


def test_one_record_stands_on_one_line() -> None:
    """The file greps and diffs: a line a record, whatever line breaks its texts hold."""
    records = [Article(key=f"k{number}", title="a\nb\u2028c\r") for number in range(600)]
    lines = written(records, [Quote(id="q", article="k1", text="x\ny")]).split("\n")
    assert len(lines) == 600 + 1 + 4
    assert all(line.startswith('{"key"') for line in lines[1:601])


def test_lone_surrogates_are_escapes() -> None:
    r"""Half a character is written as its ``\ud800`` escape, so that the file stays UTF-8, and comes back."""
    text = written([Article(key="a1", title="\ud800 é \udfff")], [])
    assert "\\ud800 é \\udfff" in text
    assert read(text).articles[0].title == "\ud800 é \udfff"


def test_text_that_is_json_already_is_copied() -> None:
    """Shapes may come as JSON text, which is taken as it stands."""
    made = "".join(find_format("json").write([GOOD, {"key": "b1"}], Context(quotes=['{"id":"q","article":"a1"}'])))
    assert f"\n{GOOD},\n" in made
    parsed = read(made)
    assert [article.key for article in parsed.articles] == ["a1", "b1"]
    assert parsed.quotes[0].article == "a1"


def test_outlets_come_along() -> None:
    """Outlets with their other spellings are a third list, there only if there are any."""
    outlet = {"name": "Vzglyad", "variants": ["Vzgliad", "Взгляд"]}
    parsed = read(written([], [], outlets=[outlet]))
    assert (parsed.beside, parsed.problems) == ({"outlets": [outlet]}, ())
    assert "outlets" not in written([], [])


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_numbers_json_does_not_have_are_refused(number: float) -> None:
    """No file is written that only Python could read."""
    with pytest.raises(BadInput, match="JSON"):
        "".join(find_format("json").write([{"key": "a1", "x": number}], Context()))


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ('{"key": "b", "date": "2021-13"}', "articles[1].date '2021-13'"),
        ('{"key": "b", "date": 2021}', "articles[1].date: "),
        ('{"key": "b", "title": ["x"]}', "articles[1].title: "),
        ('{"key": "b", "authors": [7]}', "articles[1].authors: "),
        ('{"key": "b", "authors": [{"family": 7}]}', "articles[1].authors.family: "),
        ('{"key": "b", "tags": [1]}', "articles[1].tags"),
        ('{"key": "b", "title": NaN}', "articles[1]: NaN is no number"),
        ('{"key": "b", "x": 1e999}', "articles[1]: 1e999 is too large"),
        (f'{{"key": "b", "x": {"9" * 5000}}}', "articles[1]: a number of 5000 digits"),
        ('{"key": "b", "title": "x", "title": "y"}', "articles[1].title: given twice"),
        ('{"key": "a1"}', "articles[1].key: 'a1' is already that of articles[0]"),
        ("7", "articles[1]: an object is needed"),
        ("null", "articles[1]: an object is needed"),
    ],
)
def test_a_bad_entry_is_a_problem_and_the_rest_is_read(entry: str, message: str) -> None:
    """A bad entry is told with its position, its line and its text; those around it are there."""
    (problem,) = (parsed := read(f'{{"articles": [\n{GOOD},\n{entry},\n{{"key": "c1"}}\n]}}')).problems
    assert problem.message.startswith(message)
    assert problem.line == 3
    assert problem.raw == entry[:MOST_RAW]
    assert [article.key for article in parsed.articles] == ["a1", "c1"]


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ('{"id": "2", "text": "x"}', "quotes[1].article: "),
        ('{"id": "2", "article": "a1", "text": 3}', "quotes[1].text: "),
        ('{"id": "2", "article": "a1", "locator": {"label": "page"}}', "quotes[1].locator: "),
        ('{"id": "2", "article": "a1", "via": {"locator": null}}', "quotes[1].via: "),
        ('{"id": "1", "article": "a1"}', "quotes[1].id: '1' is already that of quotes[0]"),
    ],
)
def test_a_bad_quote_is_a_problem(entry: str, message: str) -> None:
    """Quotes are held to their shape as articles are."""
    (problem,) = read(f'{{"quotes": [{{"id": "1", "article": "a1"}}, {entry}]}}').problems
    assert problem.message.startswith(message)


def test_quotes_without_an_id_are_no_doubles() -> None:
    """Two quotes that have no id yet do not share one."""
    parsed = read('{"quotes": [{"article": "a", "text": "x"}, {"article": "a", "text": "y"}]}')
    assert len(parsed.quotes) == 2
    assert not parsed.problems


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the file ends too early"),
        ("   \n ", "the file ends too early"),
        ("[]", "a JSON object"),
        ("null", "a JSON object"),
        ("nonsense", "not JSON"),
        ("{}", "neither articles nor quotes"),
        ('{"articles": {}}', "articles: a list is needed"),
        ('{"quotes": "x"}', "quotes: a list is needed"),
        ('{"articles": [], "articles": []}', "articles: given twice"),
        ('{"articles": [], "sources": [1]}', "'sources': only articles, quotes, outlets, aliases, searches"),
        ('{"articles": []} {"articles": []}', "more text after the end"),
        ('{"articles": [] "quotes": []}', "',' is needed"),
        ('{"articles" []}', "':' is needed"),
        ('{"articles": [],}', "not JSON"),
        ("{articles: []}", "not JSON"),
        ("{1: []}", "a name in double quotes is needed"),
        ('{"articles": [' + "[" * 200_000, "nested too deep"),
        ('{"articles": [{"key": "a", "x": ' + '{"x":' * 200_000, "nested too deep"),
        ('{"outlets": [{"variants": []}], "quotes": []}', "outlets[0].name: "),
        ('{"outlets": [{"name": "x", "variants": [1]}], "quotes": []}', "outlets[0].variants"),
    ],
)
def test_a_file_of_another_shape_is_a_problem(text: str, message: str) -> None:
    """What is no such file says so, in words that name what is wrong."""
    assert any(message in said for said in messages(text)), messages(text)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "latin-1", "cp1251"])
def test_other_encodings_are_told(encoding: str) -> None:
    """Bytes that are not UTF-8 are said not to be, with their line, and nothing is read from them."""
    text = '{"articles": [\n{"key": "a1", "title": "Größe"}]}' if encoding != "cp1251" else '{"articles": ["Взгляд"]}'
    (problem,) = (parsed := read(text.encode(encoding))).problems
    assert "not UTF-8" in problem.message
    assert problem.line == (2 if encoding == "latin-1" else 1)
    assert parsed.records == ()


def test_a_byte_order_mark_is_no_problem() -> None:
    """Files that Windows programs saved are read."""
    assert [article.key for article in read(f'\ufeff{{"articles": [{GOOD}]}}').articles] == ["a1"]


def test_a_truncated_file_keeps_what_was_whole() -> None:
    """Cut off anywhere, a file gives the records before the cut, and one problem that says it ends too early."""
    text = written([Article(key="a1", title="T"), Article(key="b1", issue="10")], [Quote(id="q", article="a1")])
    for length in range(len(text.rstrip())):
        parsed = read(text[:length])
        assert parsed.problems, length
        assert [article.key for article in parsed.articles] == ["a1", "b1"][: len(parsed.articles)]
        assert parsed.problems[-1].message.startswith("not JSON"), length
    assert not read(text).problems


def test_lines_are_counted_in_any_order() -> None:
    """Problems are found in the order of the file, each with its own line."""
    text = '{"articles": [\n1,\n2\n],\n"x": 1,\n"quotes": [\n3]\n}\nmore'
    assert [problem.line for problem in read(text).problems] == [2, 3, 5, 7, 9]


def test_a_long_entry_is_shown_in_part() -> None:
    """A problem with a huge entry does not repeat all of it."""
    (problem,) = read(f'{{"articles": [{{"title": 1, "note": "{"x" * 100_000}"}}]}}').problems
    assert len(problem.raw) == MOST_RAW


@settings(max_examples=150)
@given(st.one_of(st.binary(max_size=80), st.text(st.sampled_from('{}[]",: \narticlesquotes01e.-\\u'), max_size=60)))
def test_nothing_that_is_read_raises(data: bytes | str) -> None:
    """Any bytes at all give records or problems, never an error."""
    parsed = read(data)
    assert parsed.problems or parsed.records or json.loads(data)


@settings(max_examples=150)
@given(st.dictionaries(st.sampled_from(sorted([*Article().__slots__, *Quote().__slots__])), json_values(), max_size=4))
def test_any_entry_is_a_record_or_a_problem(shape: dict[str, object]) -> None:
    """An entry with anything in its fields is either read or told of, as an article and as a quote."""
    parsed = read(json.dumps({"articles": [shape], "quotes": [shape]}))
    assert len(parsed.records) + len(parsed.problems) == 2
    assert all(problem.message.startswith(("articles[0]", "quotes[0]")) for problem in parsed.problems)
