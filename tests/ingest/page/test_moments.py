"""Dates as pages write them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.ingest.page.moments import moment, moments, months

DAY = "2021-11-04"


@pytest.mark.parametrize(
    "text",
    [
        "2021-11-04",
        "2021-11-04T00:30:00+03:00",
        "2021-11-04 23:59:59",
        "2021-11-04T15:30:00.000-0500",
        "20211104",
        "2021-11-04T23:00:00+0100",
        "20211104153000",
        "2021/11/04",
        "2021.11.04",
        "04.11.2021",
        "4.11.2021 um 15:30 Uhr",
        "Thu, 04 Nov 2021 15:30:00 +0300",
        "Thu Nov 04 2021 15:30:00 GMT+0300 (MSK)",
        "November 4, 2021",
        "Nov. 4, 2021 at 3:30 pm",
        "Thursday, 4 November 2021",
        "4th November 2021",
        "4. November 2021",
        "le 4 novembre 2021 à 15h30",
        "4 de noviembre de 2021",
        "4 de novembro de 2021 às 15h",
        "4 ноября 2021, 15:30",
        "4 ноября 2021 г.",
        "4 листопада 2021",
        "4 listopada 2021",
        "4 Kasım 2021 Perşembe",
        "2021年11月4日 15時30分",
        "2021年11月04日15:30",
        "2021년 11월 4일 오후 3시",
        "2021. 11. 4.",
        "令和3年11月4日",
        "民國110年11月4日",
        "二〇二一年十一月四日",
        "الخميس، 4 نوفمبر 2021 - 10:30 م",
        "4 Νοεμβρίου 2021",
        "4 नवंबर 2021",
        "4 tháng 11 năm 2021",
        "۱۳ آبان ۱۴۰۰",
        "1400/08/13",
        "Published: 4 November 2021",
        "2021. november 4.",
        "17.30 | 4 novembre 2021",
    ],
)
def test_days(text: str) -> None:
    """A day is read as it stands, in its own offset, in many languages and calendars."""
    found = moment(text)
    assert found is not None
    assert (found.edtf, found.utc, found.other) == (DAY, False, "")


@pytest.mark.parametrize(
    "text",
    ["2021-11-04T23:00:00Z", "2021-11-04 23:00 UTC", "2021-11-04T23:00:00+00:00", "Thu, 04 Nov 2021 23:00:00 GMT"],
)
def test_times_in_utc(text: str) -> None:
    """A time in UTC says that the day may be another one where the reader is."""
    found = moment(text)
    assert found is not None
    assert found.utc
    assert found.edtf == DAY
    assert "2021-11-05" in found.days


def test_the_hour_bounds_the_other_day() -> None:
    """Late in the evening of UTC it is nowhere the day before, early in the morning nowhere the day after."""
    late, early = moment("2021-11-04T23:00Z"), moment("2021-11-04T02:00Z")
    assert late is not None
    assert early is not None
    assert late.days == {"2021-11-04", "2021-11-05"}
    assert early.days == {"2021-11-03", "2021-11-04"}


def test_two_ways_round() -> None:
    """04/11/2021 has two readings, the day first in the first."""
    found = moment("04/11/2021 10:00")
    assert found is not None
    assert (found.edtf, found.other) == ("2021-11-04", "2021-04-11")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "n.d.",
        "No. 10",
        "31 November 2021",
        "yesterday",
        "15:30",
        "0001-01-01",
        "1970-01-01",
        "10",
        "4 November",
        "November",
        "29.02.2021",
        "version 1.2.2021.3",
        "abc",
        "00/00/0000",
    ],
)
def test_what_is_no_day(text: str) -> None:
    """Times, numbers, days that never were, zero dates and dates without a year are none."""
    assert moment(text) is None


def test_parts_of_dates() -> None:
    """A month alone stays a month."""
    assert moment("2021-11") == ("2021-11", False, "", -1)


def test_dates_within_a_text() -> None:
    """Every whole date is found with its place."""
    text = "By Jane Miller, 4 November 2021, updated 5 Nov 2021 (first on 03.11.2021)"
    found = list(moments(text))
    assert [one.moment.edtf for one in found] == ["2021-11-04", "2021-11-05", "2021-11-03"]
    assert [text[one.start : one.end] for one in found] == ["4 November 2021", "5 Nov 2021", "03.11.2021"]


@given(st.dates(dt.date(1970, 1, 2), dt.date(2099, 12, 31)), st.integers(-11, 14).filter(bool))
def test_iso_times_round_trip(day: dt.date, hours: int) -> None:
    """The day of any ISO time with an offset is the day it says."""
    text = dt.datetime.combine(day, dt.time(23, 30), dt.timezone(dt.timedelta(hours=hours))).isoformat()
    found = moment(text)
    assert found is not None
    assert found.edtf == day.isoformat()


@given(st.text(max_size=120))
def test_any_text(text: str) -> None:
    """No text makes the reading fail."""
    moment(text)
    list(moments(text))


@pytest.mark.parametrize(
    "text",
    [
        "4 تشرين الثاني (نوفمبر) 2021",
        "4 تشرين الثاني/نوفمبر 2021",
        "4 نوفمبر/تشرين الثاني 2021",
        "2021年（令和3年）11月4日 木曜日",
        "4 พฤศจิกายน 2564",
        "4 พ.ย. 2564 10:15 น.",
        "4. marraskuuta 2021",
        "4 בנובמבר 2021",
        "4. новембра 2021.",
        "4 ноември 2021 г.",
        "2021. gada 4. novembris",
        "2021 m. lapkričio 4 d.",
        "4 ნოემბერი 2021",
        "4 নভেম্বর ২০২১",
        "Πέμπτη 4 Νοε 2021",
        "4. studenoga 2021.",
        "4 نومبر 2021",
    ],
)
def test_months_of_more_languages(text: str) -> None:
    """Months are read in languages, cases and double names beyond the common tables, and Buddhist years."""
    found = moment(text)
    assert found is not None
    assert found.edtf == DAY


@pytest.mark.parametrize("text", ["31 พฤศจิกายน 2564", "4 новембра", "новембра 4 5 2021", "4 a/b 2021"])
def test_no_day_that_is_none(text: str) -> None:
    """A day that no calendar has, or that says too little or too much, is not read out of such words either."""
    assert moment(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("avril 2019", ["2019-04"]),
        ("The Ledger, April 2019", ["2019-04"]),
        ("2019年4月号", ["2019-04"]),
        ("4 April 2019", ["2019-04"]),
        ("Route 2019", []),
        ("2019年13月", []),
        ("2019年4月5日", []),
    ],
)
def test_months_with_their_year(text: str, found: list[str]) -> None:
    """The month of an issue is found in prose and in Japanese; a word before a year is not one."""
    assert list(months(text)) == found


@given(st.text(max_size=80))
def test_any_text_has_months_or_none(text: str) -> None:
    """Any text gives months that are months."""
    assert all(len(month) == 7 for month in months(text))


ZONES = st.just(dt.UTC) | st.just(dt.timezone(dt.timedelta(hours=3)))


@given(st.datetimes(min_value=dt.datetime(1971, 1, 1), timezones=ZONES))  # noqa: DTZ001
def test_a_time_is_of_its_own_day(time: dt.datetime) -> None:
    """A time in ISO 8601 is of the day it is written with, and says whether it is in UTC."""
    found = moment(time.isoformat())
    assert found is not None
    assert (found.edtf, found.utc) == (time.date().isoformat(), time.tzinfo is dt.UTC)


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("12. listopada 2003.", "hr", "2003-10-12"),
        ("12. Listopada 2003.", "hr-HR", "2003-10-12"),
        ("12 listopada 2003", "pl", "2003-11-12"),
        ("12 listopada 2003", "", "2003-11-12"),
        ("12. listopadu 2003", "cs", "2003-11-12"),
        ("12. studenoga 2003.", "hr", "2003-11-12"),
        ("2003. gada 12. novembris", "lv", "2003-11-12"),
    ],
)
def test_a_month_that_two_languages_share(text: str, language: str, day: str) -> None:
    """Listopada is October on a Croatian page and November on any other."""
    found = moment(text, language)
    assert found is not None
    assert found.edtf == day
    assert [one.moment.edtf for one in moments(f"Nedjelja, {text}", language)] == [day]
    assert [*months(text.partition(" ")[2], language)] == [day[:7]] or "gada" in text
