"""`lint` is silent on ten thousand words of clean prose with a hundred citations."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from quotebank import Bank
from quotebank.actions.linting import lint
from quotebank.draft.markdown import read_markdown
from quotebank.draft.records import Citation
from tests.actions.linting_cast import QUOTES, make
from tests.actions.linting_prose import clean_draft, every_sentence
from tests.example.build import build


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bank]:
    """The made-up bank with all records of the example bank."""
    folder = tmp_path_factory.mktemp("prose")
    build(folder / "example" / "bank.jsonl")
    with make(folder) as bank, Bank(folder / "example", cache=folder / "cache") as example:
        with bank.transaction("import") as change:
            for article in example.iter_articles():
                change.add_article(article)
            for quote in example.iter_quotes():
                change.add_quote(replace(quote, id=""))
        yield bank


@pytest.mark.parametrize("seed", [7, 11])
def test_clean_prose(both: Bank, seed: int) -> None:
    """Ten thousand words in two languages, right in every quotation, date and name, have no finding."""
    draft = clean_draft(seed, words=10_000, cited=100)
    part = read_markdown("paper.md", draft)
    assert len(draft.split()) >= 10_000
    assert len(part.citations) >= 100
    assert len({citation.key for citation in part.citations}) >= 10
    assert lint(both, [part]) == []


@pytest.mark.parametrize("number", range(len(every_sentence(0))))
def test_clean_sentences(both: Bank, number: int) -> None:
    """Each sentence of the clean prose has no finding alone, too, whatever its names and dates are."""
    for seed in range(5):
        assert lint(both, [read_markdown("paper.md", every_sentence(seed)[number] + "\n")]) == []


def test_the_same_prose_with_faults(both: Bank) -> None:
    """The silence is none of a deaf tool: faults put into the same prose are found, each where it was put."""
    draft = clean_draft(7, words=3_000, cited=30)
    faults = {
        "[@weber2019, S. 15]": ("[@weber2091, S. 15]", "Q101"),
        "[@lee2021; as cited in @digest2021, para. 7]": ("[@lee2021]", "Q105"),
        "In May 2020 Nina": ("In June 2020 Nina", "Q301"),
        "wrote in Le Monde": ("wrote in Le Figaro", "Q302"),
        "forty ships": ("forty boats", "Q201"),
    }
    for right, (wrong, code) in faults.items():
        assert right in draft, right
        at = draft.index(right)
        found = lint(both, [read_markdown("paper.md", draft[:at] + wrong + draft[at + len(right) :])])
        assert [each.code for each in found][:1] == [code]
        assert found[0].line in (draft[:at].count("\n") + 1, draft[:at].count("\n") + 2)


def test_quotations_altered_only_in_typography(both: Bank) -> None:
    """Marks, dashes, capitals, spaces and ellipses of any fashion are no alteration."""
    chance = Random(3)
    for quote in QUOTES:
        if quote.kind != "direct" or quote.via:
            continue
        place = f", {quote.locator.value}" if quote.locator else ""
        for opening, closing in (("“", "”"), ('"', '"'), ("„", "“"), ("« ", " »"), ("‘", "’"), ("»", "«")):
            text = quote.text.rstrip(".")
            text = chance.choice(
                [text, text.lower()[:1] + text[1:], text.replace(" ", "  "), text.replace(" in ", " […] ")]
            )
            draft = f"Some words before {opening}{text}{closing} and behind [@{quote.article}{place}].\n"
            assert lint(both, [read_markdown("paper.md", draft)]) == [], draft


def test_citations_of_clean_prose_are_real() -> None:
    """The clean prose cites in more than one manner, so that its silence says something of each."""
    citations: list[Citation] = list(read_markdown("paper.md", clean_draft(7, words=10_000, cited=100)).citations)
    assert {citation.mode for citation in citations} >= {"parenthetical", "narrative", "suppressed"}
    assert sum(bool(citation.locator) for citation in citations) > len(citations) // 3


def test_the_page_cites_nothing_but_the_cast(tmp_path: Path) -> None:
    """The made-up bank can be made anywhere, and holds what its quotes name."""
    with make(tmp_path) as bank:
        assert {quote.article for quote in QUOTES} <= {article.key for article in bank.iter_articles()}
