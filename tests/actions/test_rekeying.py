"""New citation keys: made from what records say now, old ones go on working."""

from pathlib import Path

import pytest

from quotebank import Bank
from quotebank.actions.rekeying import Rekeyed, rekey
from quotebank.errors import BadInput, NotFound, UsageError
from quotebank.model.articles import Article
from quotebank.model.dates import PartialDate
from quotebank.model.key_patterns import patterned_key
from quotebank.model.names import Name
from quotebank.model.quotes import Quote, Via

LANKOV = Article(
    key="old1",
    type="webpage",
    title="The coining of Kimjongunism",
    authors=(Name(family="Lankov", given="Andrei"), Name(family="Kim", given="Jong-un")),
    outlet="Valdai Club",
    date=PartialDate.from_edtf("2021-11-11"),
    language="en",
    tags=("juche", "Korea"),
)


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    """Two articles that would have one key, and one that is unlike them."""
    bank = Bank.create(tmp_path / "bank.jsonl", cache=tmp_path / "cache")
    bank.add(LANKOV)
    bank.add(Article(key="old2", title="Coining again", authors=LANKOV.authors, date=LANKOV.date))
    bank.add(Article(key="zavtra2021", outlet="Zavtra", date=PartialDate.from_edtf("2021")))
    bank.add_quote(Quote(article="old1", text="x", via=Via("old2")))
    return bank


def test_keys_are_made_anew(bank: Bank) -> None:
    """Each gets the key it would get now, the second a letter; one that has it keeps it."""
    done = rekey(bank, ["old1", "old2", "zavtra2021"])
    assert done == [
        Rekeyed("old1", "lankov2021coining"),
        Rekeyed("old2", "lankov2021coininga"),
        Rekeyed("zavtra2021", "zavtra2021"),
    ]


def test_old_keys_go_on_working(bank: Bank) -> None:
    """The old key leads to the article, quotes follow it, and doing it again changes nothing."""
    rekey(bank, ["old1", "old2"])
    article = bank.article("old1")
    assert (article.key, article.ids) == ("lankov2021coining", ("old1",))
    [quote] = bank.quotes_of(article)
    assert bank.article(quote.via.article if quote.via else "").key == "lankov2021coininga"
    assert all(each.old == each.new for each in rekey(bank, ["old1", "old2"]))


def test_one_key_can_be_chosen(bank: Bank) -> None:
    """A key of one's own is checked, must be free, and is for one article alone."""
    assert rekey(bank, ["old1"], to="mine-2021") == [Rekeyed("old1", "mine-2021")]
    with pytest.raises(BadInput, match="citation key"):
        rekey(bank, ["old2"], to="two words")
    with pytest.raises(BadInput):
        rekey(bank, ["old2"], to="zavtra2021")
    with pytest.raises(UsageError, match="one article"):
        rekey(bank, ["mine-2021", "old2"], to="x")
    with pytest.raises(NotFound):
        rekey(bank, ["nobody"])


def test_a_dry_run_writes_nothing(bank: Bank) -> None:
    """It tells the new keys, and the bank stays as it was; an error half way does too."""
    before = bank.path.read_bytes()
    assert rekey(bank, ["old1"], dry_run=True) == [Rekeyed("old1", "lankov2021coining")]
    with pytest.raises(NotFound):
        rekey(bank, ["old1", "nobody"])
    assert bank.path.read_bytes() == before


@pytest.mark.parametrize(
    ("pattern", "key"),
    [
        ("[auth]", "Lankov"), ("[auth3]", "Lan"), ("[auth:lower][year]", "lankov2021"), ("[auth:upper]", "LANKOV"),
        ("[authors]", "LankovKim"), ("[authors1]", "LankovEtAl"), ("[authEtAl]", "LankovKim"), ("[authorLast]", "Kim"),
        ("[shortyear]", "21"), ("[year]-[month]-[day]", "2021-11-11"), ("[title]", "TheCoiningOfKimjongunism"),
        ("[shorttitle]", "coiningkimjongunism"), ("[veryshorttitle]", "coining"), ("[camel]", "CoiningKimjongunism"),
        ("[camel:abbr]", "CK"), ("[journal]", "ValdaiClub"), ("[journal3]", "Val"), ("[keyword1]", "juche"),
        ("[keyword2]", "korea"), ("[entrytype]", "webpage"), ("[title:truncate3]", "The"), ("x_[year]_", "x_2021"),
        ("[keyword9:(none)]", "none"), ("[auth] [year]", "Lankov2021"), ("[AUTH]", "Lankov"),
    ],
)  # fmt: skip
def test_markers(pattern: str, key: str) -> None:
    """Every marker and modifier of the table, and what a key cannot hold is dropped."""
    assert patterned_key(LANKOV, pattern) == key


@pytest.mark.parametrize("pattern", ["", "plain", "[auth", "[nothing]", "[auth:loud]", "[auth]]"])
def test_bad_patterns_are_told(pattern: str) -> None:
    """A pattern that is none says how one looks."""
    with pytest.raises(BadInput, match="key pattern"):
        patterned_key(LANKOV, pattern)


def test_patterns_of_a_bank(bank: Bank) -> None:
    """Made keys are free ones; where a pattern gives nothing the usual key is made."""
    done = rekey(bank, ["old1", "old2", "zavtra2021"], pattern="[keyword1]")
    assert [each.new for each in done] == ["juche", "lankov2021coining", "zavtra2021"]
    done = rekey(bank, ["old1", "old2"], pattern="[auth][year]")
    assert [each.new for each in done] == ["Lankov2021", "Lankov2021a"]
