"""Likely pairs are listed with reasons, the likeliest first, and nothing is changed."""

import time

import pytest

from quotebank import Article, Bank
from quotebank.actions.deduping import ARTICLE, PERSON, Pair, likely_pairs
from quotebank.actions.naming import add_alias
from quotebank.actions.person_pairs import alike_people
from quotebank.model.dates import PartialDate
from quotebank.model.names import Name

TITLE = "Why the pipeline will be built after all"


def item(key: str, title: str = TITLE, author: str = "Kim, Anna", date: str = "2021-11-04", **more: str) -> Article:
    """An article."""
    family, _, given = author.partition(", ")
    names = (Name(family=family, given=given),)
    when = PartialDate.from_edtf(date) if date else None
    return Article(**({"outlet": "Zarya"} | more), key=key, title=title, authors=names, date=when)  # type: ignore[arg-type]


def pairs(bank: Bank, *items: Article, least: int = 50) -> list[Pair]:
    """What is listed of a bank of these articles."""
    with bank.transaction("add") as change:
        for each in items:
            change.add_article(each)
    before = bank.path.read_bytes()
    found = likely_pairs(bank, least=least)
    assert bank.path.read_bytes() == before
    return found


def test_the_likeliest_first(empty: Bank) -> None:
    """Address, title and shelf each lead to a pair, sorted by how sure it is; other works are in none."""
    found = pairs(
        empty,
        item("a1", url="https://www.z.example/1?utm_source=x"),
        item("a2", url="http://m.z.example/1"),
        item("b1", "Elections without voters", "Petrov, Ivan", "2020-01-02"),
        item("b2", "Elections without voters", "Petrov, Ivan", "2020-01-03"),
        item("c1", "Another thing altogether", "Novak, Jan", "2019-03-03"),
        item("c2", "", "Novak, Jan", "2019-03-03"),
        item("d1", "No likeness to any of them", "Weiss, Eva", "2018-03-03"),
    )
    assert [(pair.one, pair.other) for pair in found] == [("a1", "a2"), ("c1", "c2"), ("b1", "b2")]
    assert [pair.sure for pair in found] == sorted((pair.sure for pair in found), reverse=True)
    assert "same address" in found[0].reasons
    assert "another date" in found[-1].reasons
    assert found[0].to_json()["kind"] == ARTICLE


def test_at_least_so_sure(empty: Bank) -> None:
    """Pairs that are less sure than was asked are not listed."""
    items = (item("b1"), item("b2", date="2021-11-05"))
    assert [pair.sure for pair in pairs(empty, *items)] == [60]
    assert likely_pairs(empty, least=61) == []


def test_people_are_listed_and_stay_two(empty: Bank) -> None:
    """Spellings of one name are a pair of persons; those the writer has joined by an alias are not listed again."""
    found = pairs(
        empty, item("a", "One", "Krasil'nikov, Sergei"), item("b", "Two", "Красильников, Сергей"), item("c", "Three")
    )
    assert [(pair.kind, pair.one, pair.other) for pair in found] == [
        (PERSON, "Krasil'nikov, Sergei", "Красильников, Сергей")
    ]
    add_alias(empty, ["Sergei Krasil'nikov", "Сергей Красильников"])
    assert likely_pairs(empty) == []
    assert empty.counts() == (3, 0)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Krasil'nikov, Sergei", "Krasilnikov, Sergey"),
        ("Lankov, A.", "Lankov, Andrei"),
        ("Hsi, Chin-p'ing", "Xi, Jinping"),
        ("Schewtschenko, Taras", "Shevchenko, Taras"),
    ],
)
def test_one_person(one: str, other: str) -> None:
    """Other romanisations and initials make a pair."""
    assert [{*found[:2]} for found in alike_people([one, other])] == [{one, other}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Krasil'nikov, Sergei", "Krasil’nikov, Sergei"),
        ("Kim, Anna", "Kim, Boris"),
        ("Kim, Anna", "Lim, Anna"),
        ("Lankov, A.", "Lankov, Sergei"),
        ("TASS", "TAZ"),
    ],
)
def test_no_pair(one: str, other: str) -> None:
    """Another apostrophe is no other spelling, and other names are other people."""
    assert not list(alike_people([one, other]))


def test_time_grows_with_the_bank(empty: Bank) -> None:
    """Hundreds of records under one title, one shelf and one family name are gone through, not all with all."""
    items = [item(f"k{n}", "Daily brief", f"Kim, {'ABCDEFGHIJ'[n % 10]}na{'x' * (n // 10)}") for n in range(300)]
    items += [item(f"t{n}", f"{TITLE} {'z' * n}") for n in range(100)]
    start = time.process_time()
    pairs(empty, *items)
    assert time.process_time() - start < 20
