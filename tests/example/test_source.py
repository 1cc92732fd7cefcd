"""Reading a source file: what is there comes through whole, what is wrong is said and never swallowed."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotebank.errors import BadInput, MissingFile, QuotebankError
from tests.example.source import SOURCE, load

SMALL = """
[outlets]
"Vzglyad" = ["Vzgliad"]

[[article]]
key = "report2021"
type = "report"

[[article]]
outlet = "Vzglyad"
date = "2021-10-05"
date_inferred_parts = ["year"]
[[article.quote]]
text = "One."
[[article.quote]]
text = "Two."
via = { article = "report2021", locator = { label = "paragraph", value = "12" } }
"""


def _write(folder: Path, text: str) -> Path:
    path = folder / "source.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_records_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    """Articles keep their order, and each quote points at the one it stands under."""
    articles, quotes, outlets = load(_write(tmp_path, SMALL))
    assert [article.key for article in articles] == ["report2021", ""]
    assert [(index, quote.text) for index, quote in quotes] == [(1, "One."), (1, "Two.")]
    assert outlets == {"Vzglyad": ["Vzgliad"]}


def test_quotes_do_not_leak_into_their_article(tmp_path: Path) -> None:
    """The nested quotes are records of their own and no field of the article."""
    articles, quotes, _ = load(_write(tmp_path, SMALL))
    assert articles[1].to_json() == {
        "key": "",
        "type": "article-newspaper",
        "outlet": "Vzglyad",
        "date": "2021-10-05",
        "date_inferred": True,
        "date_inferred_parts": ["year"],
    }
    assert quotes[1][1].to_json()["via"] == {
        "article": "report2021",
        "locator": {"label": "paragraph", "value": "12"},
    }


def test_an_empty_file_is_an_empty_bank(tmp_path: Path) -> None:
    """Nothing in, nothing out, no complaint."""
    assert load(_write(tmp_path, "")) == ([], [], {})


def test_the_repository_s_source_is_found_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Loading without a path does not depend on where the program was started."""
    here = load()
    monkeypatch.chdir(tmp_path)
    assert load() == here
    assert SOURCE.is_absolute()


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A source that is not there is said to be missing, by name, and is not an empty bank."""
    with pytest.raises(MissingFile, match=r"nowhere\.toml"):
        load(tmp_path / "nowhere.toml")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[article]\n", "not TOML"),
        ("[[article]]\nkey = 'a'\nkey = 'b'\n", "not TOML"),
        ("[articles]\n", "unknown table articles"),
        ("article = 'one'\n", "a list is needed"),
        ("article = ['one']\n", "article 1: a table is needed"),
        ("[[article]]\ntilte = 'A'\n", "article 1: unknown field tilte"),
        ("[[article]]\n[[article]]\nauthors = [{ famly = 'A' }]\n", "article 2: unknown field famly"),
        ("[[article]]\noriginal = { titel = 'A' }\n", "unknown field titel"),
        ("[[article]]\ndate = '2021-13'\n", "article 1: "),
        ("[[article]]\ndate = 2021-10-05\n", "EDTF date as text"),
        ("[[article]]\nissue = 10\n", "article.issue: text is needed"),
        ("[[article]]\nquote = 'words'\n", "article 1: quote: a list is needed"),
        ("[[article]]\nquote = ['words']\n", "article 1: quote: an object is needed"),
        ("[[article]]\n[[article.quote]]\ntxet = 'A'\n", "unknown field txet"),
        ("[[article]]\n[[article.quote]]\nvia = { article = 'a', para = '4' }\n", "unknown field para"),
        ("[[article]]\n[[article.quote]]\nvia = { locator = { label = 'page', value = '1' } }\n", "via: the key"),
        ("outlets = ['TASS']\n", "outlets: a table is needed"),
        ("[outlets]\nTASS = 'ТАСС'\n", "outlets.TASS: a list is needed"),
        ("[outlets]\nTASS = [1]\n", "outlets.TASS: a list of texts is needed"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: str, said: str) -> None:
    """A slip in the source is an error that names the file and the slip; nothing is dropped in silence."""
    path = _write(tmp_path, text)
    with pytest.raises(BadInput) as caught:
        load(path)
    assert said in caught.value.message
    assert str(path) in caught.value.message


def test_bytes_that_are_not_text(tmp_path: Path) -> None:
    """A file that is not UTF-8 is bad input, not a crash."""
    path = tmp_path / "source.toml"
    path.write_bytes(b"[[article]]\ntitle = '\xff\xfe'\n")
    with pytest.raises(BadInput, match="not TOML"):
        load(path)


_VALUES = st.sampled_from(["'x'", "1", "true", "[]", "['x']", "{}", "{ a = 1 }", "[{}]", "2021-10-05", "'2021-10'"])
_NAMES = st.sampled_from(
    ["key", "authors", "date", "quote", "original", "tags", "provenance", "ids", "via", "locator", "verified", "text"]
)
_FIELDS = st.dictionaries(_NAMES, _VALUES, max_size=4)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(article=_FIELDS, quote=_FIELDS)
def test_any_fields_at_all(tmp_path: Path, article: dict[str, str], quote: dict[str, str]) -> None:
    """Whatever stands in a field, loading gives records or an error that quotebank can explain."""
    article.pop("quote", None)
    lines = ["[[article]]", *(f"{name} = {value}" for name, value in article.items())]
    lines += ["[[article.quote]]", *(f"{name} = {value}" for name, value in quote.items())]
    path = _write(tmp_path, "\n".join(lines))
    message, found = str(path), 1
    try:
        found = len(load(path).quotes)
    except QuotebankError as error:
        message = error.message
    assert str(path) in message
    assert found == 1
