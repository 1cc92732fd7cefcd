"""A digest's own date is found in its head, its foot, or the latest of the dates it prints."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.ingest.digest.lexicon import LANGUAGES, lexicon
from quotebank.ingest.digest.records import Block
from quotebank.ingest.digest.report import dates_in, own_date
from tests.model.strategies import nasty_text


def dated(*lines: str, language: str = "en") -> str | None:
    """The date of a digest of some blocks."""
    text, blocks = "", []
    for number, line in enumerate(lines, 1):
        blocks.append(Block(number, len(text), len(text) + len(line), "paragraph"))
        text += f"{line}\n\n"
    date = own_date(text, blocks, lexicon(language))
    return date.text if date else None


LONG = "The ferry that was built on 3 May 2019 is late. " * 8


@pytest.mark.parametrize(
    ("lines", "language", "expected"),
    [
        (["Harbour Digest", "Friday, 5 November 2021", LONG], "en", "2021-11-05"),
        (["Harbour Digest, November 2021", "No. 10", LONG], "en", "2021-11"),
        (["November 2021", "5 November 2021"], "en", "2021-11-05"),
        (["Revue de presse du 5 novembre 2021", LONG], "fr", "2021-11-05"),
        (["Presseschau vom 05.11.2021", LONG], "de", "2021-11-05"),
        (["Обзор прессы, 5 ноября 2021 г.", LONG], "ru", "2021-11-05"),
        ([LONG, "Harbour Desk, 6 June 2020"], "en", "2020-06-06"),
        ([LONG, LONG.replace("3 May 2019", "7 June 2020"), LONG], "en", "2020-06"),
        (["Harbour Digest", "No. 10", "The ferry is late."], "en", None),
        ([], "en", None),
    ],
)
def test_a_digest_says_its_date(lines: list[str], language: str, expected: str | None) -> None:
    """Short lines at its head, then at its foot, tell a digest's date; else the month of the latest date in it."""
    assert dated(*lines, language=language) == expected


def test_only_the_first_blocks_are_its_head() -> None:
    """A short dated line far down a digest does not give the day."""
    lines = ["Harbour Digest", *[LONG] * 8, "Seen on 5 November 2021", *[LONG] * 3]
    assert dated(*lines) == "2021-11"


def test_dates_stand_in_order_and_do_not_overlap() -> None:
    """All dates of a text are found in order, a range or a weekday with its date as one."""
    found = dates_in("On May 3, not Friday, 17 May 2021, and vol. 10; May 2020 and 2021-05-03.", lexicon("en"))
    assert [date.text for date in found] == ["May 3", "Friday, 17 May 2021", "May 2020", "2021-05-03"]


@given(nasty_text(), st.sampled_from([*LANGUAGES, ""]))
def test_any_text_has_a_date_or_none(text: str, language: str) -> None:
    """Arbitrary text gives a date or none and no error."""
    blocks = [Block(1, 0, len(text), "paragraph")]
    found = own_date(text, blocks, lexicon(language))
    assert found is None or found.year
    assert all(date.text in text for date in dates_in(text, lexicon(language)))
