"""What a writer began to type is completed by key, author, title and outlet, the likeliest first."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotebank import Bank
from quotebank.actions.completing import MOST, Completion, complete
from quotebank.model.articles import Article
from quotebank.model.dates import PartialDate
from quotebank.model.names import Name
from quotebank.model.quotes import Quote


def keys(found: list[Completion]) -> list[str]:
    """The keys offered, in their order."""
    return [each.key for each in found]


def filled(bank: Bank, *titles: str, family: str = "Orlova", outlet: str = "Harbour Post") -> list[str]:
    """Articles of these titles put into a bank; their keys."""
    made = []
    with bank.transaction("add") as change:
        for title in titles:
            article = Article(title=title, authors=(Name(family, "Anna"),), outlet=outlet)
            made.append(change.add_article(replace(article, date=PartialDate.from_edtf("2020-05"))).key)
    return made


def test_keys_that_begin_so_come_first(bank: Bank) -> None:
    """What begins as a key is offered by key, in the order of keys, whatever the case."""
    found = complete(bank, "ZUEN")
    assert keys(found)[:2] == ["zuenko2021", "zuenko2021a"]
    assert {each.how for each in found[:2]} == {"key"}


def test_the_key_itself_comes_before_longer_ones(bank: Bank) -> None:
    """A key typed whole is the first of those that begin so, and scores highest."""
    first, second, *_ = complete(bank, "lankov2021")
    assert (first.key, first.score, second.key) == ("lankov2021", 100.0, "lankov2021a")
    assert second.score < 100


@pytest.mark.parametrize("typed", ["@lankov2021a", " lankov2021a ", "@LANKOV2021A"])
def test_the_mark_before_a_key_does_not_matter(bank: Bank, typed: str) -> None:
    """An editor may send the @ that stands before a key in a draft, and spaces."""
    assert keys(complete(bank, typed))[0] == "lankov2021a"


def test_an_old_key_leads_to_the_record(bank: Bank) -> None:
    """A key that a record had before is completed to the one it has."""
    with bank.transaction("rekey") as change:
        change.replace_article("lankov2021", replace(bank.article("lankov2021"), key="valdai1"))
    first = complete(bank, "lankov2021")[0]
    assert (first.key, first.how) == ("valdai1", "old key")


@pytest.mark.parametrize(
    ("typed", "key", "how"),
    [
        ("gevorg", "mirzaian2021", "author"), ("Gevrog", "mirzaian2021", "typo"),
        ("Mirz", "mirzaian2021", "key"), ("country rep", "countryreport2021russia", "key"),
        ("russia", "countryreport2021russia", "title"), ("profil", "zuenko2021", "outlet"),
        ("valdai cl", "lankov2021", "outlet"), ("ivan profil", "zuenko2021", "words"),
    ],
)  # fmt: skip
def test_by_what_a_record_says(bank: Bank, typed: str, key: str, how: str) -> None:
    """Words of author, title and outlet lead to the record, several together too, and it is said which did."""
    assert {each.key: each.how for each in complete(bank, typed)}.get(key) == how


@pytest.mark.parametrize("typed", ["Ланьков", "ланьк", "Lan’kov", "lankv", "Lankof", "lankv2021", "lankov 2021"])
def test_other_scripts_spellings_and_slips(bank: Bank, typed: str) -> None:
    """Another script, another spelling and a slip lead to the same records, in a key too."""
    assert set(keys(complete(bank, typed))) >= {"lankov2021", "lankov2021a"}


def test_a_year_narrows(empty: Bank) -> None:
    """A year beside a name is a year: records of another are not offered by it."""
    made = filled(empty, "Harbour dues", family="Orlova")
    with empty.transaction("add") as change:
        later = change.add_article(Article(authors=(Name("Orlova", "Anna"),), date=PartialDate.from_edtf("2024"))).key
    assert keys(complete(empty, "anna 2024")) == [later]
    assert set(keys(complete(empty, "anna"))) == {later, *made}


def test_the_shape(bank: Bank) -> None:
    """A completion has what a menu shows: names, outlet, date and title, and a label of them."""
    shape = complete(bank, "countryreport2021russia")[0].to_json()
    assert shape == {
        "key": "countryreport2021russia", "label": "2021, Country Report: Russia (November 2021)",
        "authors": [], "outlet": "", "date": "2021-11", "title": "Country Report: Russia (November 2021)",
        "kind": "article", "score": 100.0, "how": "key",
    }  # fmt: skip
    assert complete(bank, "lankov2021a")[0].label == "Lankov, 2021, Valdai Club"
    assert complete(bank, "prokhanovnd")[0].label.split(", ")[1] == "n.d."


def test_a_long_title_is_cut(empty: Bank) -> None:
    """A label fits a menu, however long the title; the title itself is whole."""
    (key,) = filled(empty, "harbour " * 500)
    (found,) = complete(empty, key)
    assert len(found.label) < 90
    assert found.label.endswith("…")
    assert found.title.count("harbour") == 500


def test_nothing_typed_is_what_is_newest(bank: Bank) -> None:
    """For an empty prefix the records added, changed or quoted last come first, each once; removed ones do not."""
    added = filled(bank, "Tides", "Sands")
    bank.add_quote(Quote(article="lankov2021", text="Quoted at last."))
    assert keys(complete(bank, ""))[:3] == ["lankov2021", *added[::-1]]
    with bank.transaction("remove") as change:
        change.remove_article(added[1])
    found = keys(complete(bank, " @ "))
    assert added[1] not in found
    assert len(found) == len(set(found)) == bank.counts().articles
    assert keys(complete(bank, "", 2)) == found[:2]


def test_an_empty_bank_has_nothing(empty: Bank) -> None:
    """In a bank without records there is nothing to offer, and no error."""
    assert complete(empty, "") == complete(empty, "lankov") == []


def test_the_newest_of_a_long_file(empty: Bank) -> None:
    """The newest records are found from the end of the file, also past long texts behind them."""
    old = filled(empty, "Tides")[0]
    new = filled(empty, "Sands")[0]
    for _ in range(4):
        empty.add_quote(Quote(article=new, text="long " * 20_000))
    assert keys(complete(empty, "", 2)) == [new, old]


def test_an_article_with_many_quotes_hides_no_other(empty: Bank) -> None:
    """One article quoted hundreds of times does not keep others of the same author from being offered."""
    busy, quiet, third = filled(empty, "Tides", "Sands", "Shoals")
    with empty.transaction("quote") as change:
        for number in range(250):
            change.add_quote(Quote(article=busy, text=f"Remark number {number}."))
        change.add_quote(Quote(article=third, text="A remark."))
    assert set(keys(complete(empty, "anna"))) == {busy, quiet, third}


def test_the_limit_holds(empty: Bank) -> None:
    """No more are offered than asked for, and as many as there are when more are asked for."""
    made = filled(empty, *(f"Tide {number}" for number in range(30)))
    assert len(complete(empty, "orlova")) == MOST
    for typed in ("orlova", "anna", "tide", "harbour"):
        assert len(complete(empty, typed, 3)) == 3
        assert set(keys(complete(empty, typed, 50))) == set(made)


def test_nothing_like_it(bank: Bank) -> None:
    """What resembles no record is answered with none, not with the nearest of all."""
    assert complete(bank, "xqzzkw") == []


@pytest.mark.parametrize(
    "typed", ['"', "author:", "title:x", "-", "*", "a OR", "date:soon", "@@", "\ud800", "́", "2021"]
)
def test_signs_of_the_query_language_are_text(bank: Bank, typed: str) -> None:
    """What would mean something in a search, or nothing anywhere, is no error here."""
    assert isinstance(complete(bank, typed), list)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=30) | st.from_regex(r"[a-z]{1,6}[ :\"*-]{0,2}[a-z0-9]{0,6}", fullmatch=True))
def test_any_text_may_be_typed(bank: Bank, typed: str) -> None:
    """Whatever is typed, each record is offered at most once, and the scores never rise."""
    found = complete(bank, typed, 5)
    assert len(found) == len(set(keys(found))) <= 5
    scores = [each.score for each in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 100 for score in scores)


def test_the_bank_is_not_read_through(bank: Bank, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once the views are there, completing neither walks over the bank nor lists all its articles."""
    complete(bank, "gevorg")

    def refuse(*_: object) -> None:
        raise AssertionError("the whole bank was asked for")

    for name in ("lines", "iter_articles", "iter_quotes"):
        monkeypatch.setattr(Bank, name, refuse)
    monkeypatch.setattr(type(bank.view), "briefs", refuse)
    for typed in ("lank", "gevorg", "Georg", "", "xqzzkw"):
        complete(bank, typed)


def test_without_a_cache_folder(bank: Bank, tmp_path: Path) -> None:
    """Where the views cannot be kept the answer is the same."""
    copy = tmp_path / "copy.jsonl"
    shutil.copy(bank.path, copy)
    blocked = tmp_path / "blocked"
    blocked.write_text("")
    assert keys(complete(Bank(copy, cache=blocked / "x"), "gevorg")) == keys(complete(bank, "gevorg"))
