"""What a format has no place for: the difference is exact, and its line of text holds nothing a format trips over."""

from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.errors import BadInput
from quotebank.formats.kept import difference, laid_over, packed, unpacked
from tests.model.strategies import articles, json_values

SHAPES = st.dictionaries(st.sampled_from(["a", "b/c", "~", "", "x y", "d"]), json_values(), max_size=4)


@given(SHAPES, SHAPES)
def test_a_difference_gives_the_whole_back(whole: dict[str, object], read: dict[str, object]) -> None:
    """Whatever was read, what is kept makes it the whole again; the same twice needs nothing kept."""
    assert laid_over(deepcopy(read), difference(whole, read)) == whole
    assert difference(whole, whole) == {}


@given(articles(), articles())
def test_records_too(one: object, other: object) -> None:
    """Articles' shapes are given back from any other's."""
    whole, read = one.to_json(), other.to_json()  # type: ignore[attr-defined]
    assert laid_over(read, unpacked(packed(difference(whole, read)))) == whole


@given(SHAPES, st.booleans())
def test_a_packed_line_comes_back(kept: dict[str, object], ascii_only: bool) -> None:
    """Packing loses nothing, keeps to one line, and writes no sign that TeX, RIS or YAML would read."""
    line = packed(kept, ascii_only=ascii_only)
    assert unpacked(line) == kept
    assert not set(line) & set('{}\\"\n\r\t #$^`<>|%&_~')
    assert line.isascii() or not ascii_only


def test_only_what_differs_is_kept() -> None:
    """A name's script is kept by its path, and nothing of the name beside it."""
    whole = {"authors": [{"family": "Lankov", "original": "Ланьков"}], "title": "T"}
    read = {"authors": [{"family": "Lankov"}], "title": "T", "note": "x"}
    assert difference(whole, read) == {"authors/0/original": "Ланьков", "": ["note"]}
    assert packed(difference(whole, read)) == ":=[*22note*22];authors/0/original=Ланьков"


def test_true_is_not_one() -> None:
    """JSON's true and 1 are different, though Python has them equal."""
    assert difference({"a": [True]}, {"a": [1]}) == {"a": [True]}


@pytest.mark.parametrize("line", ["nothing", "a:=[", "a:=*7B*22b", "x=1;y", "x=*4", "x=*ZZ", "x=*FF"])
def test_a_line_that_was_tampered_with_is_bad_input(line: str) -> None:
    """What is no difference says so."""
    with pytest.raises(BadInput, match="kept fields"):
        unpacked(line)


def test_a_difference_that_does_not_fit_is_bad_input() -> None:
    """A path into nothing says so."""
    with pytest.raises(BadInput, match="do not fit"):
        laid_over({"authors": [{"family": "x"}]}, {"authors/3/original": "y"})
