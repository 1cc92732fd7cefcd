"""The scorer tells right from wrong, column by column."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotebank.ingest.digest import Passage, Source
from quotebank.model.dates import PartialDate
from tests.ingest.digest import scoring
from tests.ingest.digest.labels import Labelled, from_shapes, labelled, names
from tests.ingest.digest.matching import pairing
from tests.ingest.digest.scoring import Score, score, total

TEXT = """Notes of the week

Lanternmouth, No. 7, said that the bridge is old. It will fall.
Ada Pell and Joos van Reth in Kestrel Tribune on May 3 called it sound.
Nobody asked the ferryman. [The Harrow] His boat is for sale.

Pell, A.: A bridge too old. Kestrel Tribune, 9 May.
She now calls it doubtful."""

SOURCES: list[dict[str, Any]] = [
    {
        "outlet_printed": "Lanternmouth",
        "authors": [],
        "date": None,
        "issue": "No. 7",
        "passages": ["Lanternmouth, No. 7, said that the bridge is old. It will fall."],
    },
    {
        "outlet_printed": "Kestrel Tribune",
        "authors": ["Ada Pell", "Joos van Reth"],
        "date": "2024-05-03",
        "passages": ["Ada Pell and Joos van Reth in Kestrel Tribune on May 3 called it sound."],
    },
    {
        "outlet_printed": "The Harrow",
        "outlet_aliases": ["Harrow & Field"],
        "authors": [],
        "optional": True,
        "passages": ["Nobody asked the ferryman. [The Harrow]"],
    },
    {
        "outlet_printed": "Kestrel Tribune",
        "authors": ["A. Pell"],
        "date": "2024-05-09",
        "passages": [
            {"text": "Pell, A.: A bridge too old. Kestrel Tribune, 9 May.", "optional": True},
            "She now calls it doubtful.",
        ],
    },
]


def case() -> Labelled:
    """The small digest of this module."""
    return from_shapes("case", TEXT, "2024-05", SOURCES)


def as_proposals(digest: Labelled, *, optional: bool = True) -> list[Source]:
    """What a perfect parser proposes: the labels themselves, with or without what is optional."""
    return [
        Source(
            outlet=label.outlets[0] if label.outlets else "",
            authors=label.authors[0],
            date=PartialDate(label.dates[0]) if label.dates[0] else None,
            issue=label.issue,
            passages=tuple(
                Passage(0, span.start, span.end, digest.text[span.start : span.end])
                for span in label.spans
                if optional or not span.optional
            ),
        )
        for label in digest.labels
        if optional or not label.optional
    ]


def columns(result: Score) -> dict[str, float]:
    """The figures of a score by name."""
    return {
        "sources": result.source_f1,
        "outlets": result.outlet_f1,
        "authors": result.author_share,
        "dates": result.date_share,
        "dated": result.dated_share,
        "issues": result.issue_share,
        "passages": result.passage_f1,
        "spurious": result.spurious,
    }


PERFECT = dict.fromkeys(("sources", "outlets", "authors", "dates", "dated", "issues", "passages"), 100.0) | {
    "spurious": 0
}


def worse(proposals: list[Source]) -> set[str]:
    """The columns that are not perfect for these proposals for the small digest."""
    return {name for name, figure in columns(score(case(), proposals)).items() if figure != PERFECT[name]}


@pytest.mark.parametrize("name", names())
def test_labels_score_perfect_against_themselves(name: str) -> None:
    """Every digest's own labels get 100 in each column, with and without what is optional, in any order."""
    digest = labelled(name)
    for optional in (False, True):
        proposals = as_proposals(digest, optional=optional)
        assert columns(score(digest, proposals)) == PERFECT
        assert columns(score(digest, proposals[::-1])) == PERFECT


def test_nothing_proposed_scores_nothing() -> None:
    """Silence is no source found, and nothing spurious."""
    result = score(case(), [])
    assert (result.source_f1, result.passage_f1, result.spurious) == (0, 0, 0)
    assert result.wanted == 3


def test_a_wrong_outlet_costs_the_source_but_not_its_text() -> None:
    """An outlet misread lowers sources and outlets, and with them their passages stay attributed."""
    proposals = as_proposals(case())
    proposals[1] = replace(proposals[1], outlet="Invented Planet")
    assert worse(proposals) == {"sources", "outlets"}


def test_an_outlet_is_right_in_any_accepted_spelling() -> None:
    """Articles, case, marks, a letter's difference and printed or filed names make no other outlet."""
    proposals = as_proposals(case())
    for name in ("the KESTREL TRIBUNE", "Kestrel Tribun", "Kestrél Tribune", "“Kestrel Tribune”"):
        proposals[1] = replace(proposals[1], outlet=name)
        assert worse(proposals) == set()
    proposals[1] = replace(proposals[1], outlet="Tribune of Kestrel", outlet_printed="Kestrel Tribune")
    assert worse(proposals) == set()
    proposals[1] = replace(proposals[1], outlet_printed="", outlet="Kestrel")
    assert worse(proposals) == {"sources", "outlets"}


@pytest.mark.parametrize("authors", [(), ("Ada Pell",), ("Ada Pell", "Jo Mar"), ("Ada Pell", "J. van Reth", "X. Y")])
def test_wrong_authors_cost_the_source_but_not_the_outlet(authors: tuple[str, ...]) -> None:
    """One author missing, wrong or too many is an item read wrong."""
    proposals = as_proposals(case())
    proposals[1] = replace(proposals[1], authors=authors)
    assert worse(proposals) == {"sources", "authors"}


def test_authors_are_told_by_their_surnames() -> None:
    """Initials, order and spelling of given names do not matter."""
    proposals = as_proposals(case())
    proposals[1] = replace(proposals[1], authors=("J. van Reth", "Pell"))
    assert worse(proposals) == set()


def test_a_wrong_date_lowers_dates_only() -> None:
    """A day off is wrong; so is a day made up where only the report's own month is known."""
    proposals = as_proposals(case())
    shifted = [*proposals]
    shifted[3] = replace(shifted[3], date=PartialDate("2024-05-10"))
    assert worse(shifted) == {"dates", "dated"}
    dated = [*proposals]
    dated[0] = replace(dated[0], date=PartialDate("2024-05-07"))
    assert worse(dated) == {"dates"}
    dated[0] = replace(dated[0], date=PartialDate("2024-05"))
    assert worse(dated) == set()


def test_a_wrong_issue_lowers_issues_only() -> None:
    """Issues are compared by their numbers."""
    proposals = as_proposals(case())
    proposals[0] = replace(proposals[0], issue="n° 7")
    assert worse(proposals) == set()
    proposals[0] = replace(proposals[0], issue="No. 8")
    assert worse(proposals) == {"issues"}


def test_text_given_to_another_source_or_left_out_lowers_passages_only() -> None:
    """Half a passage lost, or a stranger's passage taken, is told in the passages."""
    proposals = as_proposals(case())
    first = proposals[0].passages[0]
    lost = [replace(proposals[0], passages=(first._replace(end=first.end - 14),)), *proposals[1:]]
    assert worse(lost) == {"passages"}
    taken = [proposals[0], replace(proposals[1], passages=(*proposals[1].passages, first)), *proposals[2:]]
    assert worse(taken) == {"passages"}


def test_marks_and_spaces_at_the_ends_of_passages_do_not_matter() -> None:
    """Only letters and digits count."""
    proposals = as_proposals(case())
    first = proposals[0].passages[0]
    proposals[0] = replace(proposals[0], passages=(first._replace(end=first.end - 1),))
    assert worse(proposals) == set()


def test_an_invented_source_is_spurious() -> None:
    """A proposal that is no labelled source lowers sources and outlets, and is counted."""
    heading = Passage(1, 0, 17, TEXT[:17])
    proposals = [*as_proposals(case()), Source("Notes", passages=(heading,))]
    assert worse(proposals) == {"sources", "outlets", "passages", "spurious"}
    assert score(case(), proposals).spurious == 1
    assert worse([*as_proposals(case()), Source("Notes")]) == {"sources", "outlets", "spurious"}


def test_the_same_source_twice_is_spurious_once() -> None:
    """Sources are paired one to one."""
    proposals = as_proposals(case())
    assert score(case(), [*proposals, replace(proposals[0], passages=())]).spurious == 1


def test_a_dropped_source_costs_recall() -> None:
    """Two of three sources found, all right, make an F1 of 80."""
    result = score(case(), as_proposals(case(), optional=False)[:2])
    assert result.source_f1 == pytest.approx(80)
    assert result.date_share == 100


def test_optional_text_belongs_to_anybody() -> None:
    """A source made of optional text alone is neither required nor punished, whatever it is called."""
    proposals = as_proposals(case())
    proposals[2] = replace(proposals[2], outlet="The Ferryman")
    assert worse(proposals) == set()


def test_links_do_not_count_as_text() -> None:
    """The letters of a link's target are in no passage."""
    text = "[Harrow](https://harrow.example/a-long-one) says no."
    digest = from_shapes("links", text, "", [{"outlet": "Harrow", "authors": [], "passages": [text]}])
    assert score(digest, as_proposals(digest)).text_wanted == len("Harrowsaysno")


def test_scores_add_up() -> None:
    """The total of digests counts their sources and letters, not their percentages; nothing adds up to nothing."""
    both = total([score(case(), as_proposals(case())), score(case(), [])])
    assert both.digests == 2
    assert both.source_f1 == pytest.approx(200 * 3 / (3 + 6))
    assert total([]).spurious_each == 0
    assert columns(total([])) == PERFECT


def test_a_passage_that_is_not_in_the_text_is_refused() -> None:
    """Labels that do not fit their text are an error, not a lower score."""
    with pytest.raises(ValueError, match="case: no such passage: 'Elsewhere'"):
        from_shapes("case", TEXT, "", [{"outlet": "A", "authors": [], "passages": ["Elsewhere"]}])
    twice = [{"outlet": "A", "authors": [], "passages": ["It will fall."]}] * 2
    with pytest.raises(ValueError, match="no such passage"):
        from_shapes("case", TEXT, "", twice)


def _greatest(weights: dict[tuple[int, int], int], rows: int, columns: int) -> int:
    """The greatest sum of a one-to-one pairing, by trying all."""

    def best(row: int, free: frozenset[int]) -> int:
        if row == rows:
            return 0
        taken = [weights[row, at] + best(row + 1, free - {at}) for at in free if (row, at) in weights]
        return max([best(row + 1, free), *taken])

    return best(0, frozenset(range(columns)))


@settings(max_examples=200, derandomize=True)
@given(st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(1, 30)))
def test_pairing_is_one_to_one_and_the_best(weights: dict[tuple[int, int], int]) -> None:
    """No other pairing of rows and columns has a greater sum."""
    paired = pairing(weights)
    assert len(set(paired.values())) == len(paired)
    assert sum(weights[pair] for pair in paired.items()) == _greatest(weights, 5, 5)


def test_the_table_has_a_line_for_each_digest_and_language(capsys: pytest.CaptureFixture[str]) -> None:
    """`python -m tests.ingest.digest.scoring NAME...` prints each digest's figures, its language's and all."""
    assert scoring.main(["en_report_like", "de_serbien"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [row[:26].strip() for row in lines] == ["digest", "en_report_like", "de_serbien", "= de", "= en", "= all"]
    assert lines[0].split()[-1] == "spurious"
    assert len({len(row) for row in lines}) == 1
