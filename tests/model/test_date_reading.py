"""Dates as people type them: read right, marked when inferred, or refused with a reason."""

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.errors import BadInput
from quotebank.model import date_words
from quotebank.model.date_calendars import from_solar_hijri
from quotebank.model.date_tables import folded, months, others
from quotebank.model.dates import PartialDate
from tests.model.strategies import nasty_text, points

REFERENCE = dt.date(2021, 11, 30)

FULL = """
    Nov. 4, 2021 | 4 November 2021 | 4th of November, 2021 | 2021-11-04 | 2021/11/04 | 04.11.2021 | 4.11.2021 | 20211104
    04.11.2021, 15:30 | 4 ноября 2021 | 4 ноября 2021 г. | 4-го ноября 2021 | 4 лістапада 2021 | 4 листопада 2021 року
    2021年11月4日 | 2021年11月04日23:52
    二〇二一年十一月四日 | 令和3年11月4日 | 民國110年11月4日 | 2021年11月4日(木)
    2021년 11월 4일 | 2021.11.04 | 2021. 11. 4. | 4. November 2021 | 4. Nov. 2021 | le 4 novembre 2021 | 4 novembre 2021
    4 de noviembre de 2021 | 4 de novembro de 2021 | 4 listopada 2021 | 4 Kasım 2021 | 4 نوفمبر 2021 | ٤ نوفمبر ٢٠٢١
    4 tháng 11 năm 2021 | 4 नवंबर 2021 | Thu, 04 Nov 2021 15:30:00 +0300 | Do, 4. November 2021 | 2021-11-04T23:00Z
    2021-11-04T00:30:00+03:00 | 4-Nov-2021 | 2021 November 4 | NOVEMBER 4 2021 | 4 november 2021
    2021-11-04 23:00:11.5 UTC
    November 4, 2021 at 3:30 pm
"""

OTHERS = {
    "November 2021": "2021-11", "2021-11": "2021-11", "ноябрь 2021": "2021-11", "Sept. 2021": "2021-09",
    "Nov-2021": "2021-11", "2021年11月": "2021-11", "2021/11": "2021-11", "2021": "2021", "2021年": "2021",
    "2021년": "2021", "fall 2021": "2021-23", "Autumn 2021": "2021-23", "Spring 2022": "2022-21",
    "осень 2021": "2021-23",
    "été 2021": "2021-22", "2021年春": "2021-21", "winter 2021-22": "2021-24", "winter 2021/22": "2021-24",
    "Q3 2021": "2021-07/2021-09", "No. 10 (2021)": "2021", "2021, No. 10": "2021", "No. 10/2021": "2021",
    "№ 10, 2021": "2021",
    "Vol. 5, No. 10, October 2021": "2021-10", "20 сентября 2020, 23:32": "2020-09-20", "7 червня 2020": "2020-06-07",
    "30 août 2023": "2023-08-30", "31 stycznia 2020": "2020-01-31", "13 gusht 2020": "2020-08-13",
    "19 Αυγούστου 2020": "2020-08-19", "الأربعاء، 07 أكتوبر 2020": "2020-10-07", "۲۹ بهمن ۱۳۹۸": "2020-02-18",
    "1399/02/21": "2020-05-10", "30/11/2021": "2021-11-30", "11/30/2021": "2021-11-30", "5/5/2021": "2021-05-05",
    "12. März 2021": "2021-03-12", "5 maggio 2021": "2021-05-05", "6 de março de 2021": "2021-03-06",
    "12 mei 2021": "2021-05-12", "3 Ağustos 2021": "2021-08-03", "circa 2019": "2019~", "c. 2019": "2019~",
    "c.2019": "2019~",
    "~2019": "2019~", "ca. Oct 2021": "2021-10~", "около 2019": "2019~", "2021?": "2021?", "2021 (?)": "2021?",
    "May 2021?": "2021-05?", "c. 2019?": "2019%", "2019–2021": "2019/2021", "2019-20": "2019/2020",
    "1914-18": "1914/1918",
    "4-6 November 2021": "2021-11-04/2021-11-06", "November 4–6, 2021": "2021-11-04/2021-11-06",
    "4 to 6 November 2021": "2021-11-04/2021-11-06", "30 September – 2 October 2021": "2021-09-30/2021-10-02",
    "30 December – 2 January 2021": "2020-12-30/2021-01-02",
    "30 December 2020 – 2 January 2021": "2020-12-30/2021-01-02",
    "September-October 2021": "2021-09/2021-10", "c. 2019–2021": "2019~/2021~", "2021-22": "2021-22", "199x": "199X",
}  # fmt: skip

YEARLESS = {
    "October 28": "2021-10-28", "28 октября": "2021-10-28", "29 September": "2021-09-29", "September 29": "2021-09-29",
    "December 15": "2020-12-15", "November 30": "2021-11-30", "Nov 4": "2021-11-04", "11月4日": "2021-11-04",
    "4.11.": "2021-11-04", "May": "2021-05", "December": "2020-12", "29 February": "2020-02-29", "winter": "2020-24",
    "30 December – 2 January": "2020-12-30/2021-01-02", "4-6 November": "2021-11-04/2021-11-06",
}  # fmt: skip

REFUSED = """
    No. 10 | № 10 | Vol. 5, No. 10 | p. 3 | 10 | 5th | 31 November | 32 October 2021 | 29 February 2021 | 0 May 2021
    2021-02-29 | 2021-13 | 2021-11-31 | 11/04/2021 | 04/11/2021 | 4-11-2021 | 11/4 | 04.11.21 | Oct '21 | Sochi
    March on Moscow | last week | forthcoming | 10/2021 | q5 2021 | 4 5 November 2021 | November November
    2021 2022 | 123
    2021年13月 | 4日 | 4–6 | 2021-10-05-06 | 6-4 November 2021 | 1399/13/01 | 40 بهمن 1398 | Farvardin
    13 tháng 13 năm 2021
    to | the | ,.;/ | 2021/2020 | 12345678901 | 99999999
"""

UNDATED = [
    "",
    " ",
    "n.d.",
    "N.D.",
    "[n.d.]",
    "nd",
    "no date",
    "undated",
    "s.d.",
    "o. J.",
    "б.д.",
    "без даты",
    "無日期",
    "-",
]


def _listed(text: str) -> list[str]:
    return [item.strip() for line in text.strip().splitlines() for item in line.split("|")]


@pytest.mark.parametrize("text", _listed(FULL))
def test_whole_dates(text: str) -> None:
    """One day, written in twenty languages and formats, is that day, and nothing of it is inferred."""
    assert PartialDate.parse(text) == PartialDate("2021-11-04")


@pytest.mark.parametrize(("text", "edtf"), OTHERS.items())
def test_partial_dates_and_spans(text: str, edtf: str) -> None:
    """Months, seasons, years, doubts and spans keep just what is said."""
    assert PartialDate.parse(text) == PartialDate(edtf)


@pytest.mark.parametrize(("text", "edtf"), YEARLESS.items())
def test_missing_year_is_inferred_and_marked(text: str, edtf: str) -> None:
    """Without its year a date is the latest one not after the reference, and marked."""
    assert PartialDate.parse(text, REFERENCE) == PartialDate(edtf, ("year",))


@pytest.mark.parametrize("text", YEARLESS)
def test_missing_year_without_reference_is_refused(text: str) -> None:
    """With nothing to count from no year is invented."""
    with pytest.raises(BadInput, match="year"):
        PartialDate.parse(text)


@pytest.mark.parametrize("text", _listed(REFUSED))
def test_no_date_is_refused_with_a_hint(text: str) -> None:
    """Issue numbers, days that do not exist and what could be two dates are errors that help."""
    with pytest.raises(BadInput, match="date") as caught:
        PartialDate.parse(text, REFERENCE)
    assert caught.value.hint


def test_issue_number_is_sent_to_its_flag() -> None:
    """`No. 10` is an issue and never a day, and the error says where it belongs."""
    with pytest.raises(BadInput, match="issue") as caught:
        PartialDate.parse("No. 10", REFERENCE)
    assert "--issue" in caught.value.hint


def test_ambiguous_date_offers_both_readings() -> None:
    """4/11/2021 is refused with the two dates it could be."""
    with pytest.raises(BadInput) as caught:
        PartialDate.parse("4/11/2021")
    assert "2021-11-04" in caught.value.hint
    assert "2021-04-11" in caught.value.hint


@pytest.mark.parametrize("text", UNDATED)
def test_undated(text: str) -> None:
    """What says that there is no date gives none."""
    assert PartialDate.parse(text, REFERENCE) is None


@pytest.mark.parametrize(
    ("text", "day"), [("today", 30), ("yesterday", 29), ("вчера", 29), ("Heute", 30), ("今日", 30)]
)
def test_relative_days(text: str, day: int) -> None:
    """Today and yesterday are counted from the reference, and refused without one."""
    assert PartialDate.parse(text, REFERENCE) == PartialDate(f"2021-11-{day}")
    with pytest.raises(BadInput):
        PartialDate.parse(text)


@given(points())
def test_edtf_is_read_as_it_is(text: str) -> None:
    """Every EDTF date of level 1 is also a date one may type."""
    assert PartialDate.parse(text) == PartialDate(text)


@given(st.dates(dt.date(1600, 1, 1), dt.date(2199, 12, 31)), st.sampled_from(range(80)), st.booleans())
def test_every_day_in_words(day: dt.date, choice: int, month_first: bool) -> None:
    """Day, month word in any language and year are read in either order."""
    names = f"{date_words.MONTHS[day.month - 1]} {date_words.MORE_MONTHS[day.month - 1]}".split()
    month = names[choice % len(names)].replace("_", " ")
    text = f"{month} {day.day}, {day.year}" if month_first else f"{day.day} {month} {day.year}"
    assert PartialDate.parse(text) == PartialDate(day.isoformat())


@given(st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1)), st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)))
def test_inferred_year_is_the_latest_possible(day: dt.date, reference: dt.date) -> None:
    """The inferred date never lies after the reference, and a year later it would (or not exist)."""
    read = PartialDate.parse(f"{day.day} {day:%B}", reference)
    assert read is not None
    found = dt.date.fromisoformat(read.edtf())
    assert (found.month, found.day) == (day.month, day.day)
    assert found <= reference < dt.date(found.year + (8 if (day.month, day.day) == (2, 29) else 1), 12, 31)
    if (day.month, day.day) != (2, 29):
        assert found.replace(year=found.year + 1) > reference


WORDS = st.sampled_from(
    [
        *"0123456789-/.,–?~年月日十'#²XTq", "10", "2021", "1398", "c.", "No.", "may", "oct", "мая", "بهمن",
    "fall", "令和",
        "to", "today", "n.d.", "12:30", "tháng",
    ]
)  # fmt: skip


@given(st.one_of(nasty_text(), st.lists(WORDS, max_size=9).map(" ".join), st.lists(WORDS, max_size=9).map("".join)))
def test_any_text_is_a_date_none_or_bad_input(text: str) -> None:
    """Reading is total, and what it returns is valid EDTF."""
    for reference in (None, REFERENCE, dt.date.min, dt.date.max):
        try:
            date = PartialDate.parse(text, reference)
        except BadInput:
            continue
        assert date is None or PartialDate.from_edtf(date.edtf(), date.inferred) == date


@pytest.mark.parametrize(
    "text", ["9" * 1_000_000, "1 " * 500_000, "May " * 100_000, "(" * 1_000_000, "\u0301" * 1_000_000]
)
def test_long_text_is_refused_at_once(text: str) -> None:
    """A text much too long costs no time."""
    start = time.process_time()
    with pytest.raises(BadInput, match="too long"):
        PartialDate.parse(text)
    assert time.process_time() - start < 0.5


ELSEWHERE = """
    4 בנובמבר 2021 | 4. novembra 2021. | 4. studenoga 2021. | 4 ноември 2021 | 4. marraskuuta 2021 | 4 নভেম্বর ২০২১
    4 қараша 2021 | 2021 m. lapkričio 4 d. | 4 նոյեմբերի 2021 | 4 noyabr 2021 | 4 novemba 2021 | 4. nóvember 2021
    4 تشرين الثاني 2021 | الخميس 4 تشرين الثاني 2021 | 4 نومبر 2021 | 4 நவம்பர் 2021 | 4 de novembre de 2021
    4 ნოემბერი 2021
    4 พฤศจิกายน 2564 | วันที่ 4 พฤศจิกายน พ.ศ. 2564 | ๔ พ.ย. ๒๕๖๔ | 4 พ.ย. 2021 | 4 พฤศจิกายน ค.ศ. 2021
"""


@pytest.mark.parametrize("text", _listed(ELSEWHERE))
def test_languages_less_often_met(text: str) -> None:
    """The same day in more languages, with months of two words and the years of the Buddhist era."""
    assert PartialDate.parse(text) == PartialDate("2021-11-04")


@pytest.mark.parametrize(("text", "edtf"), [("3 ม.ค. 2564", "2021-01-03"), ("3 มี.ค. 2564", "2021-03-03"),
                                            ("3 พ.ค. 2564", "2021-05-03"), ("3 มิ.ย. 2564", "2021-06-03"),
                                            ("ธันวาคม 2564", "2021-12"), ("3 كانون الأول 2021", "2021-12-03"),
                                            ("3 كانون الثاني 2021", "2021-01-03"), ("2564", "2564")])  # fmt: skip
def test_months_that_differ_by_a_vowel(text: str, edtf: str) -> None:
    """Thai abbreviations that differ only by a vowel, and Arabic months that share a word, are told apart."""
    assert PartialDate.parse(text) == PartialDate(edtf)


@given(st.text(st.characters(min_codepoint=0, max_codepoint=0x7F), max_size=60))
def test_ascii_is_folded_like_the_rest(text: str) -> None:
    """The short way through ASCII texts gives what the long one gives."""
    assert folded(text) == folded(f"{text} é").removesuffix("e").rstrip()


def test_no_word_means_two_months() -> None:
    """The month table gives each word to one month only."""
    lines = [*enumerate(date_words.MONTHS), *enumerate(date_words.MORE_MONTHS)]
    words = [(folded(word), number) for number, line in lines for word in line.split()]
    assert len({word for word, _ in words}) == len(set(words))
    assert not set(months()) & others().fillers


@pytest.mark.parametrize(
    ("iranian", "gregorian"),
    [
        ((1398, 11, 29), "2020-02-18"),
        ((1399, 2, 21), "2020-05-10"),
        ((1400, 1, 1), "2021-03-21"),
        ((1403, 12, 30), "2025-03-20"),
        ((1357, 11, 22), "1979-02-11"),
    ],
)
def test_iranian_calendar(iranian: tuple[int, int, int], gregorian: str) -> None:
    """Known days of the Iranian calendar are the right Gregorian ones."""
    assert from_solar_hijri(*iranian).isoformat() == gregorian


def test_iranian_years_follow_one_another() -> None:
    """The day after the last of a year is the first of the next, through all the years covered."""
    for year in range(1244, 1472):
        try:
            last = from_solar_hijri(year, 12, 30)
        except ValueError:
            last = from_solar_hijri(year, 12, 29)
        assert from_solar_hijri(year + 1, 1, 1) - last == dt.timedelta(days=1)
