"""A style is made ready for pandoc without changing what it prints."""

from typing import Any

import pytest

from quotebank.cite.engine import Citation, Cite
from quotebank.cite.pandoc_ast import LOCATOR_TERMS
from quotebank.cite.pandoc_style import MANY_ITEMS, prepared
from quotebank.errors import BadInput
from tests.cite.test_pandoc import CSL, needs_pandoc, pandoc, style

RULE = 'givenname-disambiguation-rule="primary-name"'
AUTHOR = (CSL / "plain-author.csl").read_text(encoding="utf-8")


def items(*families: str, given: str = "Anna") -> list[dict[str, Any]]:
    """Enough items for the rule of names to be looked at; the first have the authors of those families."""
    names = [*families, *(f"Family{number}" for number in range(MANY_ITEMS - len(families)))]
    return [
        {"id": f"k{number}", "type": "book", "title": f"T{number:04}", "author": [{"family": name, "given": given}]}
        for number, name in enumerate(names)
    ]


def with_author(item: dict[str, Any], *names: object) -> dict[str, Any]:
    """The item with other authors."""
    return {**item, "author": list(names)}


def test_the_words_for_places_are_added() -> None:
    """As terms of a locale that holds for every language, in the style's own name space."""
    from xml.etree import ElementTree

    for text in (AUTHOR, (CSL / "plain-note.csl").read_text(encoding="utf-8")):
        root = ElementTree.fromstring(prepared(text, []))
        csl = "{http://purl.org/net/xbiblio/csl}"
        terms = root.findall(f"{csl}locale/{csl}terms/{csl}term[@form='verb']")
        assert {term.get("name"): term.findtext(f"{csl}single") for term in terms} == LOCATOR_TERMS


@pytest.mark.parametrize("text", ["", "no style", "<style/>", "<style>"])
def test_what_has_no_end_is_no_style(text: str) -> None:
    """Refused before pandoc is run."""
    with pytest.raises(BadInput, match="</style>"):
        prepared(text, [])


def test_an_idle_rule_is_left_out_of_long_bibliographies() -> None:
    """Where no two people share a family name; in a short one nothing is touched."""
    many = items()
    assert RULE in prepared(AUTHOR, many[:-1])
    assert RULE not in prepared(AUTHOR, many)
    assert RULE.replace('"', "'") not in prepared(AUTHOR.replace(RULE, RULE.replace('"', "'")), many)


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        ({"family": "Kim", "given": "A"}, {"family": "Kim", "given": "B"}, True),
        ({"family": "Kim", "given": "A"}, {"family": "KIM"}, True),
        ({"family": "Kim", "given": "A"}, {"family": "Kim", "given": "A"}, False),
        ({"family": "Kim", "given": "A"}, {"literal": "Kim"}, False),
        ({"family": "Kim", "given": "A"}, "Kim", False),
    ],
)
def test_people_of_one_family_name_keep_the_rule(first: object, second: object, kept: bool) -> None:
    """Two who are written differently; the same one twice, an institution and a broken name are no two people."""
    many = items()
    many[0], many[-1] = with_author(many[0], first), with_author(many[-1], second)
    assert (RULE in prepared(AUTHOR, many)) is kept


def test_the_rule_looks_at_first_names_or_all_as_it_says() -> None:
    """``primary-name`` is about those who stand first, ``all-names`` about everybody."""
    many = items()
    many[0] = with_author(many[0], {"family": "Kim", "given": "A"}, {"family": "Family9", "given": "Other"})
    everybody = AUTHOR.replace("primary-name", "all-names")
    assert RULE not in prepared(AUTHOR, many)
    assert "all-names" in prepared(everybody, many)


@needs_pandoc
@pytest.mark.parametrize("name", ["chicago-author-date", "apa"])
@pytest.mark.parametrize("shared", [0, 8])
def test_leaving_the_rule_out_changes_nothing(monkeypatch: pytest.MonkeyPatch, name: str, shared: int) -> None:
    """The same citations and entries as with the rule, people with several works of a year among them."""
    many = items(*(["Kim"] * 6), *(["Lee"] * 3))
    for number, item in enumerate(many):
        item["issued"] = {"date-parts": [[2020 + number % 2]]}
    for number in range(shared):
        many[number] = with_author(many[number], {"family": "Kim", "given": f"{chr(65 + number)}nna"})
    citations = [Citation((Cite(item["id"]),)) for item in many]
    engine, xml = pandoc(), style(name).xml
    made = engine.format(many, citations, xml)
    monkeypatch.setattr("quotebank.cite.pandoc_style.MANY_ITEMS", 10**6)
    assert engine.format(many, citations, xml) == made
