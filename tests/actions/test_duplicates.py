"""A work that is there already is known again, and no two works are taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank import Article, Bank
from quotebank.actions.duplicate_evidence import SAME, likeness
from quotebank.actions.duplicate_titles import Titles, compare_titles
from quotebank.actions.duplicates import Duplicates, OutletLikeness
from quotebank.actions.outlets import OutletNames
from quotebank.model.dates import PartialDate
from quotebank.model.names import Name

DAY = "2021-11-04"
ALIKE = OutletLikeness(OutletNames([{"name": "Xinhua", "variants": ["新华社"]}]))


def item(
    title: str = "",
    author: str = "",
    outlet: str = "Vzglyad",
    date: str = DAY,
    **more: object,
) -> Article:
    """An article; the author as ``Family, Given``, an institution without comma."""
    family, comma, given = author.partition(", ")
    name = Name(family=family, given=given) if comma else Name(literal=author)
    shape: dict[str, object] = {
        "title": title,
        "authors": (name,) if author else (),
        "outlet": outlet,
        "date": PartialDate.from_edtf(date) if date else None,
    }
    return Article(**(shape | more))  # type: ignore[arg-type]


def sure(one: Article, other: Article) -> int:
    """How sure it is that the two are one, from either side."""
    first, second = likeness(one, other, ALIKE), likeness(other, one, ALIKE)
    assert (first.sure if first else 0) == (second.sure if second else 0)
    return first.sure if first else 0


PIECE = "Why the pipeline will be built after all"

SAME_WORKS = {
    "address": (item("A", url="https://m.press.example/a/1/?utm_source=x"), item("A", url="http://press.example/a/1")),
    "archived": (
        item(PIECE, date="", archive_url="https://web.archive.org/web/20211130090000/http://press.example/a/1"),
        item("", date="", url="https://press.example/a/1"),
    ),
    "doi": (
        item("A long way home", extra={"csl": {"DOI": "https://doi.org/10.1000/ABC.1"}}, outlet="One"),
        item("Another", extra={"csl": {"DOI": "doi:10.1000/abc.1"}}, outlet="Two", date="2020"),
    ),
    "outlet in another romanisation": (
        item(PIECE, "Krasil'nikov, Sergei", "Vzgliad"),
        item(PIECE, "Krasilnikov, Sergey", "Vzglyad"),
    ),
    "other script": (item(PIECE, "Krasil'nikov, Sergei"), item(PIECE, "Красильников, Сергей", "Взгляд")),
    "listed spelling": (item(PIECE, "Li, Wei", "Xinhua"), item(PIECE, "Li, Wei", "新华社")),
    "outlet behind the title": (item(f"{PIECE} | Vzglyad", "Kim, Anna"), item(PIECE, "Kim, Anna")),
    "typography": (item("“Peace” – what’s next, now?", "Kim, Anna"), item('"Peace" - what\'s next, now?', "Kim, Anna")),
    "subtitle": (item(f"{PIECE}: seven reasons", "Kim, Anna"), item(PIECE, "Kim, Anna")),
    "title in another romanisation": (
        item("Vzgliad na novuiu vneshniuiu politiku", "Kim, Anna"),
        item("Взгляд на новую внешнюю политику", "Kim, Anna"),
    ),
    "no title": (item("", "Mirzaian, Gevorg"), item(PIECE, "Мирзаян, Геворг", "Взгляд")),
    "initials": (item(PIECE, "Lankov, A."), item(PIECE, "Lankov, Andrei")),
    "unsigned": (item(PIECE), item(PIECE)),
    "month only": (item(PIECE, "Kim, Anna", date="2021-11"), item(PIECE, "Kim, Anna")),
    "undated": (item(PIECE, "Kim, Anna", date=""), item(PIECE, "Kim, Anna")),
    "name in one piece": (item(PIECE, "Anna Kim"), item(PIECE, "Kim, Anna")),
}

OTHER_WORKS = {
    "another title": (item("The gas deal explained", "Kim, Anna"), item("Elections without voters", "Kim, Anna")),
    "one word more": (
        item("Russia will attack tomorrow", "Kim, Anna"),
        item("Russia will not attack tomorrow", "Kim, A."),
    ),
    "another part": (item("The long war, part 1", "Kim, Anna"), item("The long war, part 2", "Kim, Anna")),
    "another numeral": (item("The long war part II", "Kim, Anna"), item("The long war part III", "Kim, Anna")),
    "another country": (item("What Iran wants from us", "Kim, Anna"), item("What Iraq wants from us", "Kim, Anna")),
    "a reprint": (item(PIECE, "Kim, Anna"), item(PIECE, "Kim, Anna", "Kommersant")),
    "another day": (item(PIECE, "Kim, Anna"), item(PIECE, "Kim, Anna", date="2021-11-05")),
    "another author": (item(PIECE, "Kim, Anna"), item(PIECE, "Petrov, Ivan")),
    "another issue": (item(PIECE, "Kim, Anna", issue="10"), item(PIECE, "Kim, Anna", issue="11")),
    "another DOI": (
        item(PIECE, extra={"csl": {"DOI": "10.1/a"}}, url="https://x.example/a"),
        item(PIECE, extra={"csl": {"DOI": "10.1/b"}}, url="https://x.example/a"),
    ),
    "two pages of a site": (
        item("Why the pipeline may be built after all", "Kim, Anna", url="https://x.example/a"),
        item("Why the pipelines may be built after all", "Kim, Anna", url="https://x.example/b"),
    ),
    "a column's name": (item("Daily brief", url="https://x.example/a"), item("Daily brief", url="https://x.example/b")),
    "unsigned without title": (item(""), item("")),
    "undated and unsigned": (item(PIECE, date=""), item(PIECE)),
    "undated, short title": (item("Editorial", "Kim, Anna", date=""), item("Editorial", "Kim, Anna")),
    "without title, another day": (item("", "Kim, Anna"), item("", "Kim, Anna", date="2021-11")),
    "a page that changes": (
        item("Monday's elections", "Kim, Anna", url="https://x.example/blog"),
        item("The storm that came", "Petrov, Ivan", date="2021-12-04", url="https://x.example/blog"),
    ),
}


@pytest.mark.parametrize("name", SAME_WORKS)
def test_one_work(name: str) -> None:
    """Two records of one work are known for that, whichever comes first, with reasons."""
    one, other = SAME_WORKS[name]
    assert sure(one, other) >= SAME
    found = likeness(one, other, ALIKE)
    assert found
    assert found.same
    assert found.why


@pytest.mark.parametrize("name", OTHER_WORKS)
def test_two_works(name: str) -> None:
    """Records of two works are not taken for one, however much they share."""
    assert sure(*OTHER_WORKS[name]) < SAME


@pytest.mark.parametrize("name", SAME_WORKS)
def test_the_bank_is_asked(empty: Bank, name: str) -> None:
    """A work is found in the bank, and among what was noted since, as surely as the two are alike."""
    known, asked = SAME_WORKS[name]
    empty.documents("outlets").insert({"name": "Xinhua", "variants": ["新华社"]})
    noted = Duplicates(empty)
    assert noted.find(asked) is None
    key = empty.add(known).key
    noted.note(empty.article(key).to_json())
    for duplicates in (Duplicates(empty), noted):
        for each in (asked, known):
            found = duplicates.find(each)
            assert found
            assert found.same
            assert found.key == key
        assert duplicates.meets(duplicates.sought(asked.to_json()))


@pytest.mark.parametrize("name", OTHER_WORKS)
def test_others_are_not_found(empty: Bank, name: str) -> None:
    """What is not the same work is no duplicate, though it may be told as a likeness."""
    known, asked = OTHER_WORKS[name]
    empty.add(known)
    found = Duplicates(empty).find(asked)
    assert found is None or not found.same


def test_a_record_is_not_its_own_likeness(empty: Bank) -> None:
    """A record that is in the bank is held against the others only."""
    stored = empty.add(item(PIECE, "Kim, Anna"))
    assert Duplicates(empty).find(stored) is None
    twin = empty.add(item(PIECE, "Kim, Anna"))
    found = Duplicates(empty).find(stored)
    assert found
    assert found.key == twin.key


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({}, True),
        ({"date": PartialDate.from_edtf("2021-11-05")}, True),
        ({"title": ""}, True),
        ({"title": "Elections without voters"}, False),
        ({"outlet": "Kommersant", "date": PartialDate.from_edtf("2020")}, False),
        ({"title": "Elections without voters", "added": "2021-12-01T00:00:00Z"}, True),
    ],
)
def test_the_same_key(empty: Bank, change: dict[str, object], same: bool) -> None:
    """Under one key a record may have been corrected, but another title or two corrections make it another work."""
    known = item(PIECE, "Kim, Anna", key="kim2021", added="2021-12-01T00:00:00Z")
    from dataclasses import replace

    other = replace(known, **({"added": ""} | change))  # type: ignore[arg-type]
    found = Duplicates(empty).same_work(other, known)
    assert bool(found) is same
    assert not found or found.reasons[0] == "same key"


def test_a_crowded_day_is_bounded(empty: Bank) -> None:
    """Among many unsigned news of an outlet and a day an exact copy is found all the same, by its title."""
    with empty.transaction("add") as change:
        for number in range(100):
            change.add_article(item(f"Notice of the day with number {number}"))
    found = Duplicates(empty).find(item("Notice of the day with number 77"))
    assert found
    assert found.same
    assert empty.article(found.key).title.endswith("77")


_TITLES = st.text(max_size=60)


@given(_TITLES, _TITLES)
def test_titles_compare_from_either_side(left: str, right: str) -> None:
    """Any two titles compare, alike from both sides, and each with itself as equal unless it says nothing."""
    one, other = Article(title=left), Article(title=right)
    assert compare_titles(one, other) is compare_titles(other, one)
    assert compare_titles(one, one) is (Titles.EQUAL if left.strip() else Titles.UNKNOWN)


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=20), st.sampled_from(["", DAY, "2021", "2021/.."]))
def test_any_two_records_compare(title: str, author: str, outlet: str, date: str) -> None:
    """Any record can be held against any other; how sure it is lies between 0 and 100."""
    one = item(title, author, outlet, date)
    other = item(author, title, outlet, DAY)
    for found in (likeness(one, other, ALIKE), likeness(one, one, ALIKE)):
        assert found is None or 0 < found.sure <= 100
