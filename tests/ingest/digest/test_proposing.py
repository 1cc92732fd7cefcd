"""What is proposed has its date in full, trimmed passages, and warnings where one should look."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.ingest.digest import Digest, read_digest
from quotebank.ingest.digest.blocks import blocks
from quotebank.ingest.digest.dating import Printed
from quotebank.ingest.digest.items import Item
from quotebank.ingest.digest.mentions import Mention
from quotebank.ingest.digest.proposing import proposed
from quotebank.ingest.digest.survey import Survey
from quotebank.model.dates import PartialDate
from tests.ingest.digest.made_mentions import LANTERN, telling

TODAY = PartialDate("2021-05-10")  # a Monday
TEXT = "Harbour Digest\n\nThe ferries are late again.\n\nIt rains on the pier.\n\n• A bell rang."


def digest(*items: Item, text: str = TEXT, date: PartialDate | None = TODAY) -> Digest:
    """What is proposed for some items."""
    return proposed(Survey(text, blocks(text, "text"), date), list(items))


def holding(mention: Mention, *stretches: tuple[int, int, int]) -> Item:
    """An item with some stretches of text."""
    item = Item.of(mention)
    item.stretches += stretches
    return item


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (Printed("31 June", month=6, impossible=True), ["there is no such day"]),
        (Printed("12 May 2021", 2021, 5, 12), ["lies after the digest's own date, 2021-05-10"]),
        (Printed("Friday, 6 May 2021", 2021, 5, 6, weekday=4), ["that day was no Friday"]),
        (
            Printed("Friday, 12 May 2021", 2021, 5, 12, weekday=4),
            ["lies after the digest's own date, 2021-05-10", "that day was no Friday"],
        ),
        (Printed("Thursday, 6 May 2021", 2021, 5, 6, weekday=3), []),
        (Printed("10 May 2021", 2021, 5, 10), []),
        (Printed("May 2021", 2021, 5), []),
        (Printed("Friday in May 2021", 2021, 5, weekday=4), []),
        (Printed("12 May", month=5, day=12), []),
        (Printed("Friday", weekday=4), []),
    ],
)
def test_warnings_about_dates(printed: Printed, expected: list[str]) -> None:
    """Impossible dates, dates after the digest's own and wrong weekdays are told, others are not."""
    where = f"Lantern, {printed.text!r}: "
    assert list(digest(Item.of(telling(date=printed))).warnings) == [where + line for line in expected]


def test_a_warning_is_given_once() -> None:
    """Two sources with the same fault give one line, and one without an outlet is called a source."""
    item = Item.of(telling(date=Printed("31 June", month=6, impossible=True)))
    item.outlet = ""
    assert digest(item, item).warnings == ("a source, '31 June': there is no such day",)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "In Lanternmouth on 31 April 2021, Anna Pellworth wrote that the bridge will be closed.",
            "there is no such day",
        ),
        ("In Lanternmouth on 3 May 2022, Anna Pellworth wrote that the bridge will be closed.", "lies after"),
        (
            "In Lanternmouth on Friday, 6 May 2021, Anna Pellworth wrote that the bridge will be closed.",
            "was no Friday",
        ),
    ],
)
def test_warnings_reach_who_reads_a_digest(sentence: str, expected: str) -> None:
    """A whole digest with a bad date has one warning, with the outlet."""
    (warning,) = read_digest(sentence, date=TODAY).warnings
    assert warning.startswith("Lanternmouth, ")
    assert expected in warning


def test_passages_stand_in_order_and_have_no_white_space_around_them() -> None:
    """Stretches become passages in the order of the text, trimmed; one of white space alone is none."""
    source = digest(holding(LANTERN, (2, 2, 21), (1, 3, 12), (1, 3, 4))).sources[0]
    assert [(one.paragraph, one.text) for one in source.passages] == [(2, "ferries"), (3, "rains on the pier.")]
    assert all(TEXT[one.start : one.end] == one.text for one in source.passages)


@given(st.text(st.sampled_from(" \u00a0xy\t"), max_size=12), st.integers(0, 12), st.integers(0, 12))
def test_a_passage_is_its_stretch_without_white_space(inner: str, first: int, last: int) -> None:
    """Whatever the stretch, its passage is the text of it that is no white space at either end, at its own place."""
    text = f"x{inner}x"
    passages = digest(holding(LANTERN, (0, first, min(last, len(text)))), text=text).sources[0].passages
    assert [one.text for one in passages] == [shown for shown in [text[first:last].strip()] if shown]
    assert all(text[one.start : one.end] == one.text for one in passages)


def test_a_source_without_text_has_its_citation() -> None:
    """The lines of a citation are the passages of an item that has no other text, and only of such a one."""
    item = Item.of(LANTERN)
    item.lines.append((1, 0, 27))
    assert [one.text for one in digest(item).sources[0].passages] == ["The ferries are late again."]
    item.stretches.append((2, 0, 21))
    assert [one.text for one in digest(item).sources[0].passages] == ["It rains on the pier."]


def test_what_belongs_to_nobody() -> None:
    """Paragraphs and bullets without a source are told by number, headings are not."""
    numbers = {block.number for block in blocks(TEXT, "text") if block.kind != "heading"}
    assert set(digest().unattributed) == numbers
    assert set(digest(holding(LANTERN, (1, 0, 27))).unattributed) == numbers - {2}


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        (telling(), 70),
        (telling("Ann Vey"), 74),
        (telling("Ann Vey", issue="No. 3"), 78),
        (telling(date=Printed("Friday", weekday=4)), 74),
        (telling(date=Printed("31 June", month=6, impossible=True)), 70),
        (telling("Ann Vey", issue="No. 3", weight=98), 99),
        (telling(weight=-5), 0),
    ],
)
def test_how_sure_a_proposal_is(mention: Mention, expected: int) -> None:
    """An author and a date or issue add to the weight of the naming, within 0 and 99."""
    assert digest(Item.of(mention)).sources[0].confidence == expected


def test_a_person_is_told_why() -> None:
    """The reason is the first finding without its details and how often the source is named; the date is explained."""
    item = Item.of(telling(date=Printed("Friday", weekday=4), issue="No. 3"))
    item.evidence[0] = "it is named (frame 'made', 70)"
    item.take(telling())
    source = digest(item).sources[0]
    assert source.why == "it is named, named 2 times"
    assert source.evidence[2:] == ("date 'Friday' read as 2021-05-07, year, month, day inferred", "issue 'No. 3'")
    assert source.date == PartialDate("2021-05-07", ("year", "month", "day"))
    assert digest(item, date=None).sources[0].evidence[2] == "date 'Friday' read as no day that can be told"
