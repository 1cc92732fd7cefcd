"""Articles are chosen by author, outlet, date, tag and type."""

import pytest

from quotebank import Bank
from quotebank.actions.selecting import ORDERS, Selection, by_date, in_order, select
from quotebank.errors import UsageError
from tests.actions.conftest import TODAY


def chosen(bank: Bank, selection: Selection) -> set[str]:
    """The keys of what is chosen."""
    return {article.key for article in select(bank, selection, TODAY)}


def test_nothing_asked_is_everything(bank: Bank) -> None:
    """Without filters every article is chosen."""
    assert len(chosen(bank, Selection())) == bank.counts().articles


@pytest.mark.parametrize("name", ["Lankov", "lankov andrei", "Andrei LANKOV", "Ланьков"])
def test_author_in_any_order_case_and_script(bank: Bank, name: str) -> None:
    """An author is found by any of the words of the name, romanised or in its own script."""
    assert chosen(bank, Selection(authors=[name])) == {"lankov2021", "lankov2021a"}


@pytest.mark.parametrize("name", ["Vzgliad", "Vzglyad", "Взгляд", "vzglyad"])
def test_every_spelling_is_the_outlet(bank: Bank, name: str) -> None:
    """All spellings of an outlet choose its articles."""
    assert chosen(bank, Selection(outlets=[name])) == {"mirzaian2021", "timokhin2021"}


def test_a_spelling_that_was_made_known_is_the_outlet(bank: Bank) -> None:
    """What is still filed under a spelling is chosen under the outlet's name."""
    with bank.transaction("test") as change:
        change.put("outlets", "o9", {"name": "Global Affairs", "variants": ["Mezhdunarodnaya Gazeta"]})
    assert chosen(bank, Selection(outlets=["Global Affairs"])) == {"barskii2021"}


def test_dates_include_their_ends_and_leave_undated_out(bank: Bank) -> None:
    """A range includes both its days; what has no date lies in none."""
    assert chosen(bank, Selection(after="2021-10-28", before="2021-10-31")) >= {"lankov2021", "zuenko2021a"}
    assert "lankov2021a" not in chosen(bank, Selection(after="2021-10-28", before="2021-10-31"))
    assert "prokhanovnd" not in chosen(bank, Selection(after="1900"))


def test_fields_narrow_and_values_widen(bank: Bank) -> None:
    """Several values of a field are alternatives, several fields are all wanted."""
    both = chosen(bank, Selection(authors=["Lankov", "Zuenko"]))
    assert both == {"lankov2021", "lankov2021a", "zuenko2021", "zuenko2021a"}
    assert chosen(bank, Selection(authors=["Lankov", "Zuenko"], types=["magazine"])) == {"zuenko2021", "zuenko2021a"}


@pytest.mark.parametrize("date", ["No. 10", "n.d.", "31 November 2021"])
def test_a_bound_that_is_no_date_is_refused(bank: Bank, date: str) -> None:
    """A bound that is no date is an error that names the flag."""
    with pytest.raises(UsageError, match="--after"):
        chosen(bank, Selection(after=date))


def test_orders(bank: Bank) -> None:
    """A list goes from new to old with undated last; a bibliography by author, then date."""
    listed = by_date(select(bank, Selection(), TODAY))
    dates = [article.date.earliest() for article in listed if article.date]
    assert dates == sorted(dates, reverse=True)
    assert listed[-1].date is None
    listed = in_order(list(select(bank, Selection(), TODAY)), "author")
    names = [article.authors[0].family for article in listed if article.authors]
    assert names == sorted(names)


@pytest.mark.parametrize("order", ORDERS)
def test_an_order_depends_on_the_records_alone(bank: Bank, order: str) -> None:
    """Every order gives all articles, and the same for the same articles in any order but the bank's own."""
    articles = list(select(bank, Selection(), TODAY))
    first = in_order(articles, order)
    assert sorted(article.key for article in first) == sorted(article.key for article in articles)
    if order != "added":
        assert in_order(articles[::-1], order) == first
