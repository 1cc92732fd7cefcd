"""Which works a bibliography lists: by style, the quoted one, the one it was read in, or both."""

from pathlib import Path

import pytest

from quotebank import Bank
from quotebank.actions.sources import MODES, Sources, listed, preferred, told
from quotebank.errors import UsageError
from quotebank.model.articles import Article
from quotebank.model.quotes import Quote, Via


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    """Articles: `read` was read, `heard` only in `read`, `both` in itself and in `read`, `chain` in `heard`."""
    bank = Bank.create(tmp_path / "bank.jsonl", cache=tmp_path / "cache")
    for key in ("read", "heard", "both", "chain", "alone"):
        bank.add(Article(key=key, title=key))
    bank.add_quote(Quote(article="read", text="a"))
    bank.add_quote(Quote(article="heard", text="b", via=Via("read")))
    bank.add_quote(Quote(article="both", text="c", via=Via("read")))
    bank.add_quote(Quote(article="both", text="d"))
    bank.add_quote(Quote(article="chain", text="e", via=Via("heard")))
    return bank


def keys(bank: Bank, asked: list[str], mode: str) -> tuple[set[str], list[str], list[str]]:
    """The keys listed, added and left out."""
    articles = [bank.article(key) for key in asked]
    sources = Sources(bank, articles)
    result = listed(articles, mode, sources.quotes_of, sources.find)
    return {article.key for article in result.articles}, result.added, result.left_out


@pytest.mark.parametrize(
    ("asked", "mode", "expected"),
    [
        (["heard"], "both", ({"heard", "read"}, ["read"], [])),
        (["heard"], "read", ({"read"}, ["read"], ["heard"])),
        (["heard"], "asked", ({"heard"}, [], [])),
        (["both"], "read", ({"both", "read"}, ["read"], [])),
        (["chain"], "both", ({"chain", "heard", "read"}, ["heard", "read"], [])),
        (["chain"], "read", ({"read"}, ["read"], ["chain", "heard"])),
        (["alone", "read"], "read", ({"alone", "read"}, [], [])),
        ([], "both", (set(), [], [])),
    ],
)
def test_the_works_to_list(
    bank: Bank, asked: list[str], mode: str, expected: tuple[set[str], list[str], list[str]]
) -> None:
    """What was read is added, also through several sources; what was only quoted is left out where a style wants it."""
    assert keys(bank, asked, mode) == expected


def test_an_unknown_mode_names_the_known(bank: Bank) -> None:
    """A mode that is none is refused with the choice."""
    with pytest.raises(UsageError, match="--sources") as caught:
        keys(bank, ["read"], "some")
    assert all(mode in str(caught.value.hint) for mode in MODES)


@pytest.mark.parametrize(
    ("style", "mode"),
    [
        ("apa", "read"), ("apa-6th-edition", "read"), ("modern-language-association", "read"), ("mla", "read"),
        ("chicago-notes-bibliography", "both"), ("standard", "both"), ("apaches", "both"), ("", "both"),
    ],
)  # fmt: skip
def test_styles_have_their_habits(style: str, mode: str) -> None:
    """APA and MLA list what was read, everybody else both."""
    assert preferred(style) == mode


def test_it_is_told(bank: Bank) -> None:
    """What was added and left out is said in a line each, of many only the first."""
    sources = Sources(bank, [bank.article("chain")])
    lines = list(told(listed([bank.article("chain")], "read", sources.quotes_of, sources.find)))
    assert lines == [
        "read added: read for what is quoted in it",
        "chain, heard left out: quoted only in another source (--sources both lists them)",
    ]


def test_many_articles_are_read_in_one_go(bank: Bank) -> None:
    """For a whole bank the quotes are read once, with the same answer, by old keys too."""
    bank.add(Article(key="new"))
    with bank.transaction("x") as change:
        change.replace_article("heard", Article(key="renamed", title="heard"))
    articles = list(bank.iter_articles()) + [Article(key=f"x{number}") for number in range(300)]
    many = Sources(bank, articles)
    few = Sources(bank, articles[:3])
    for key in ("read", "renamed", "both", "chain", "alone"):
        assert [quote.text for quote in many.quotes_of(key) if quote.via] == [
            quote.text for quote in few.quotes_of(key) if quote.via
        ]
    assert many.find("heard") == bank.article("renamed")
    assert many.find("nobody") is None
    with_all = Sources(bank, articles, every_quote=True)
    assert [quote.text for quote in with_all.quotes_of("both")] == ["c", "d"]
