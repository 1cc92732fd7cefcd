"""What stays true of digests whatever they say: items are read one by one, names are only names, form is only form."""

import html
import textwrap
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.ingest.digest.grammar import (
    OTHER_AUTHORS,
    OTHER_OUTLETS,
    Item,
    Proposal,
    items,
    newsletter,
    proposals,
    report,
)

SOME = settings(max_examples=20, derandomize=True, deadline=None, phases=(Phase.explicit, Phase.generate))
"""Few examples, always the same ones, reported as they are: reading a digest many times over takes its time."""

LAYOUTS = [report, newsletter]

Layout = Callable[[Sequence[Item]], str]


def by_item(chosen: Sequence[Item], layout: Layout) -> list[list[Proposal]]:
    """The proposals for each item of a digest; every proposal has to be one item's."""
    found = proposals(layout(chosen))
    told = [[one for one in found if any(item.claim[1:] in passage for passage in one.passages)] for item in chosen]
    assert sum(map(len, told)) == len(found)
    return told


class Statement(NamedTuple):
    """One passage with all that is told of its source."""

    outlet: str
    authors: tuple[str, ...]
    date: str
    issue: str
    passage: str


def statements(found: Sequence[Proposal]) -> Counter[Statement]:
    """What proposals say of each passage, however passages are joined to sources."""
    return Counter(Statement(*one[:4], passage) for one in found for passage in one.passages)


@pytest.mark.parametrize("layout", LAYOUTS)
@SOME
@given(chosen=items(), data=st.data())
def test_dropping_items_drops_just_their_proposals(layout: Layout, chosen: list[Item], data: st.DataObject) -> None:
    """What is proposed for an item does not depend on the items before and after it being there."""
    told = by_item(chosen, layout)
    kept = sorted(data.draw(st.sets(st.integers(0, len(chosen) - 1), min_size=1)))
    assert proposals(layout([chosen[at] for at in kept])) == [one for at in kept for one in told[at]]


@pytest.mark.parametrize("layout", LAYOUTS)
@SOME
@given(chosen=items(), data=st.data())
def test_reordering_items_reorders_just_their_proposals(
    layout: Layout, chosen: list[Item], data: st.DataObject
) -> None:
    """Items in another order give the same proposals in that order."""
    told = by_item(chosen, layout)
    order = data.draw(st.permutations(range(len(chosen))))
    assert proposals(layout([chosen[at] for at in order])) == [one for at in order for one in told[at]]


@pytest.mark.parametrize("layout", LAYOUTS)
@SOME
@given(chosen=items(), data=st.data())
def test_an_item_twice_has_its_passage_twice(layout: Layout, chosen: list[Item], data: st.DataObject) -> None:
    """An item that is there again, word for word, adds its passage once more, and changes nothing else.

    Whether the same press item becomes one proposal with two passages or two proposals is left open.
    """
    again = data.draw(st.integers(0, len(chosen) - 1))
    place = data.draw(st.integers(0, len(chosen)))
    told = by_item(chosen, layout)
    found = proposals(layout([*chosen[:place], chosen[again], *chosen[place:]]))
    assert statements(found) == statements([one for some in told for one in some]) + statements(told[again])


@pytest.mark.parametrize("layout", LAYOUTS)
@SOME
@given(chosen=items(), data=st.data())
def test_an_item_of_another_day_is_another_proposal(layout: Layout, chosen: list[Item], data: st.DataObject) -> None:
    """The same outlet and author on another date add one proposal more, and change nothing else."""
    again = data.draw(st.integers(0, len(chosen) - 1))
    day = data.draw(st.integers(1, 31).filter(lambda day: day != chosen[again].day))
    claim = chosen[again].claim.replace("a", "ä").replace("а", "я")
    added = [*chosen, chosen[again]._replace(day=day, claim=claim)]
    told = by_item(chosen, layout)
    found = proposals(layout(added))
    assert found[: -len(told[again]) or None] == [one for some in told for one in some]
    assert [(one.outlet, one.authors, one.issue) for one in found[len(found) - len(told[again]) :]] == [
        (one.outlet, one.authors, one.issue) for one in told[again]
    ]
    assert all(one.date == f"2023-10-{day:02}" for one in found[len(found) - len(told[again]) :])


def renamed(found: Sequence[Proposal], old: str, new: str) -> list[Proposal]:
    """The proposals with a name replaced wherever it stands."""
    return [
        Proposal(
            one.outlet.replace(old, new),
            tuple(author.replace(old, new) for author in one.authors),
            one.date,
            one.issue,
            tuple(passage.replace(old, new) for passage in one.passages),
        )
        for one in found
    ]


@SOME
@given(chosen=items(), data=st.data())
def test_renaming_an_outlet_changes_nothing_but_the_name(chosen: list[Item], data: st.DataObject) -> None:
    """Another name for an outlet throughout is another name in its proposal."""
    at = data.draw(st.integers(0, len(chosen) - 1))
    new = data.draw(st.sampled_from(OTHER_OUTLETS[chosen[0].language]))
    other = [*chosen[:at], chosen[at]._replace(outlet=new), *chosen[at + 1 :]]
    assert proposals(report(other)) == renamed(proposals(report(chosen)), chosen[at].outlet, new)


@SOME
@given(chosen=items(), data=st.data())
def test_renaming_an_author_changes_nothing_but_the_name(chosen: list[Item], data: st.DataObject) -> None:
    """Another name for an author throughout, whether anybody knows it or not, is another name in the proposal."""
    at = data.draw(st.integers(0, len(chosen) - 1))
    new = data.draw(st.sampled_from(OTHER_AUTHORS[chosen[0].language]))
    other = [*chosen[:at], chosen[at]._replace(author=new), *chosen[at + 1 :]]
    assert proposals(report(other)) == renamed(proposals(report(chosen)), chosen[at].author, new)


def wrapped(chosen: Sequence[Item]) -> str:
    """The items soft-wrapped at 72 columns, with empty lines between."""
    return "\n\n".join(textwrap.fill(item.text, 72, break_long_words=False, break_on_hyphens=False) for item in chosen)


def in_a_page(chosen: Sequence[Item]) -> str:
    """The items as an HTML page that stresses outlets."""
    stressed = [html.escape(item.text, quote=False).replace(item.outlet, f"<em>{item.outlet}</em>") for item in chosen]
    paragraphs = "".join(f"<p>{text}</p>\n" for text in stressed)
    return f"<!DOCTYPE html>\n<html><head><title>Notes</title></head><body>\n{paragraphs}</body></html>\n"


def stressed_outlets(text: str, outlet: str) -> str:
    """A text in Markdown with the outlet in italics, its quotation marks included."""
    for quoted in (f"„{outlet}“", f"«{outlet}»", f"« {outlet} »"):
        if quoted in text:
            return text.replace(quoted, f"*{quoted}*")
    return text.replace(outlet, f"*{outlet}*")


FORMS: dict[str, tuple[str, Callable[[Sequence[Item]], str]]] = {
    "a line a paragraph": ("text", lambda chosen: "\n".join(item.text for item in chosen)),
    "soft-wrapped": ("text", wrapped),
    "Markdown": ("markdown", lambda chosen: f"# Notes\n\n{wrapped(chosen)}\n"),
    "a Markdown list": ("markdown", lambda chosen: "".join(f"- {item.text}\n" for item in chosen)),
    "Markdown with italics": (
        "markdown",
        lambda chosen: "\n\n".join(stressed_outlets(item.text, item.outlet) for item in chosen),
    ),
    "HTML": ("html", in_a_page),
}


@pytest.mark.parametrize("form", FORMS)
@SOME
@given(chosen=items())
def test_the_form_of_a_digest_does_not_matter(form: str, chosen: list[Item]) -> None:
    """Lines, wrapped lines, Markdown and HTML give the same outlets, authors and dates."""
    name, written = FORMS[form]
    assert [one[:3] for one in proposals(written(chosen), name)] == [one[:3] for one in proposals(report(chosen))]
