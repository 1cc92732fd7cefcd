"""Two records of one work become one, and come apart again by undo."""

import pytest
from hypothesis import given

from quotebank import Article, Bank, Quote
from quotebank.actions.merging import Contradiction, contradicted, joined, merge
from quotebank.bank.checkup import check
from quotebank.bank.history import undo
from quotebank.errors import NotFound, UsageError
from quotebank.model.dates import PartialDate
from quotebank.model.names import Name
from quotebank.model.quotes import Locator, Via
from tests.model.strategies import articles


@pytest.fixture
def two(empty: Bank) -> Bank:
    """A bank with two records of one work, a third article, and quotes of all, read in all."""
    empty.add(Article(key="keep", title="The pipeline", outlet="Vzglyad", tags=("gas",), ids=("kept-before",)))
    empty.add(
        Article(
            key="other", title="Pipeline", authors=(Name(family="Kim", given="Anna"),), tags=("gas", "pipes"),
            date=PartialDate.from_edtf("2021-11-04"), ids=("other-before",),
        )
    )  # fmt: skip
    empty.add(Article(key="third", title="A review of the press"))
    for record, quote in (
        ("q1", Quote(article="keep", text="It will be built.", tags=("a",))),
        ("q2", Quote(article="other", text="It will be  built.", tags=("b",), translation="Es wird gebaut.")),
        ("q3", Quote(article="other-before", text="Nobody doubts it.", via=Via("third", Locator("page", "3")))),
        ("q4", Quote(article="third", text="As they say.", via=Via("other"))),
        ("q5", Quote(article="other", text="Read in itself.", via=Via("OTHER"))),
    ):
        with empty.transaction("quote") as change:
            change.put("quotes", record, {name: value for name, value in quote.to_json().items() if name != "id"})
    return empty


def test_one_of_two(two: Bank) -> None:
    """The first one's fields win, gaps are filled, tags joined; every key leads to it; quotes move, none twice."""
    result = merge(two, "keep", "other")
    article = two.article("keep")
    assert result.article == article
    assert (article.title, article.outlet, article.authors[0].family) == ("The pipeline", "Vzglyad", "Kim")
    assert (article.tags, article.ids) == (("gas", "pipes"), ("kept-before", "other", "other-before"))
    for key in ("other", "other-before", "kept-before"):
        assert two.article(key) == article
    assert (result.moved, result.dropped) == (["q3", "q5"], ["q2"])
    quotes = {quote.id: quote for quote in two.iter_quotes()}
    assert set(quotes) == {"q1", "q3", "q4", "q5"}
    assert {quote.article for quote in quotes.values()} == {"keep", "third"}
    assert (quotes["q1"].tags, quotes["q1"].translation) == (("a", "b"), "Es wird gebaut.")
    assert quotes["q4"].via == Via("keep")
    assert quotes["q5"].via == Via("keep")
    assert quotes["q3"].via == Via("third", Locator("page", "3"))
    assert two.counts() == (2, 4)
    assert not check(two).problems


def test_contradictions_are_told(two: Bank) -> None:
    """What is given up is listed: field, what is kept, what is lost; what only one record says is none."""
    assert merge(two, "keep", "other", dry_run=True).contradictions == [
        Contradiction("title", "The pipeline", "Pipeline")
    ]


def test_undo_takes_it_back_whole(two: Bank) -> None:
    """After undo both records, all quotes and all keys are what they were."""

    def state() -> tuple[list[Article], list[Quote]]:
        return sorted(two.iter_articles(), key=lambda a: a.key), sorted(two.iter_quotes(), key=lambda q: q.id)

    before = state()
    merge(two, "keep", "other")
    assert state() != before
    deed, _ = undo(two)
    assert deed.did == "merge"
    assert state() == before
    assert two.article("other-before").key == "other"
    undo(two, two_undo(two))
    assert two.article("other").key == "keep"


def two_undo(bank: Bank) -> str:
    """The id of the undo that was done last."""
    from quotebank.bank.history import deeds

    return deeds(bank, 1)[0].id


def test_a_rehearsal_changes_nothing(two: Bank) -> None:
    """A dry run tells what would become of everything and writes nothing."""
    before = two.path.read_bytes()
    told = merge(two, "keep", "other", dry_run=True)
    assert two.path.read_bytes() == before
    done = merge(two, "keep", "other")
    assert told.moved == done.moved
    assert told.article.ids == done.article.ids


@pytest.mark.parametrize(
    ("keys", "error"),
    [
        (("keep", "nobody"), NotFound),
        (("nobody", "keep"), NotFound),
        (("keep", "keep"), UsageError),
        (("keep", "kept-before"), UsageError),
    ],
)
def test_two_articles_are_needed(two: Bank, keys: tuple[str, str], error: type[Exception]) -> None:
    """Unknown keys, and two keys of one article, are refused; nothing changes."""
    before = two.path.read_bytes()
    with pytest.raises(error):
        merge(two, *keys)
    assert two.path.read_bytes() == before


@given(articles(), articles())
def test_joining_any_two(first: Article, second: Article) -> None:
    """Joined, the first record keeps what it says, and nothing is a gap that the second fills."""
    whole = joined(first, second)
    assert (whole.key, whole.ids, whole.added) == (first.key, first.ids, first.added)
    for name in ("title", "outlet", "url", "pages", "publisher"):
        assert getattr(whole, name) == (getattr(first, name) or getattr(second, name))
    assert set(whole.tags) == set(first.tags) | set(second.tags)
    assert joined(whole, second) == whole
    assert Article.from_json(whole.to_json()) == whole
    assert not contradicted(first, first)
