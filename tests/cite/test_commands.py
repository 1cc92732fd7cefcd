"""Citations for pandoc and LaTeX hold whatever a key or a place is made of."""

import json
import shutil
import subprocess

import pytest
from hypothesis import given, settings

from quotebank.cite.plain import cite
from quotebank.errors import BadInput
from quotebank.model.articles import Article
from quotebank.model.quotes import Locator
from tests.model.strategies import locators


def test_odd_keys_are_braced() -> None:
    """A key with marks pandoc would not take in is put in braces."""
    assert cite(Article(key="a_b:c.d-e"), "pandoc") == "[@a_b:c.d-e]"
    assert cite(Article(key="a::b"), "pandoc") == "[@{a::b}]"


@pytest.mark.parametrize("form", ["pandoc", "latex", "footnote"])
@pytest.mark.parametrize("key", ["", "a b", "a]", "a}", "ключ", "a\nb"])
def test_a_key_no_program_takes_is_refused(form: str, key: str) -> None:
    """No citation is written that would break the paper; forms without the key are."""
    with pytest.raises(BadInput):
        cite(Article(key=key, title="T"), form)
    assert cite(Article(key=key, title="T"), "note") == "“T,” n.d."


@pytest.mark.parametrize(
    ("locator", "pandoc", "latex"),
    [
        (Locator("page", "3-4"), "[@k1, pp. 3-4]", "\\cite[pp.~3-4]{k1}"),
        (Locator("timestamp", "12:30"), "[@k1, at 12:30]", "\\cite[12:30]{k1}"),
        (Locator("page", "A1]"), "[@k1, {p. A1\\]}]", "\\cite[{p.~A1]}]{k1}"),
        (Locator("page", "50%"), "[@k1, {p. 50%}]", "\\cite[p.~50\\%]{k1}"),
        (Locator("page", "{3}"), "[@k1, {p. (3)}]", "\\cite[p.~\\{3\\}]{k1}"),
        (Locator("page", ""), "[@k1]", "\\cite{k1}"),
    ],
)
def test_places(locator: Locator, pandoc: str, latex: str) -> None:
    """A place stands where each program looks for it, and cannot end the citation."""
    assert cite(Article(key="k1"), "pandoc", locator=locator) == pandoc
    assert cite(Article(key="k1"), "latex", locator=locator) == latex


@settings(max_examples=100)
@given(locators())
def test_no_place_breaks_a_command(locator: Locator) -> None:
    """Whatever a place holds, the command's brackets and braces close where they should."""
    made = cite(Article(key="k1"), "latex", locator=locator)
    assert made.startswith("\\cite")
    assert made.endswith("{k1}")
    option = made.removeprefix("\\cite").removesuffix("{k1}")
    assert option.count("{") == option.count("}")
    if option:
        inside = option[1:-1]
        assert option[0] + option[-1] == "[]"
        assert not set("[]") & set(inside) or (inside[0], inside[-1]) == ("{", "}")


@pytest.mark.tools
@pytest.mark.parametrize("value", ["3", "3-4", "A1]", "50% @x", "x; @other", "`a` *b*", "{3}"])
def test_pandoc_finds_one_citation(value: str) -> None:
    """To pandoc it is one citation of the key, and no place makes a second."""
    pandoc = shutil.which("pandoc")
    if pandoc is None:
        pytest.skip("pandoc is not installed")
    text = f"Said {cite(Article(key='k1'), 'pandoc', locator=Locator('page', value))}."
    done = subprocess.run([pandoc, "-t", "json"], input=text.encode(), capture_output=True, check=True)
    (block,) = json.loads(done.stdout)["blocks"]
    (found,) = [part["c"][0] for part in block["c"] if part["t"] == "Cite"]
    assert [one["citationId"] for one in found] == ["k1"]
