"""Dates and issue numbers are read as digests print them, in four languages, and counted from the digest's own date."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.ingest.digest.dating import Printed, bare_issue_at, date_at, issue_at, month_number, resolved
from quotebank.ingest.digest.lexicon import LANGUAGES, lexicon
from quotebank.model.dates import PARTS, PartialDate
from quotebank.model.edtf import days_in
from tests.model.strategies import nasty_text

REPORT = PartialDate.from_edtf("2021-11-05")
"""A Friday, the date of the digest."""

_SCRAPS = (
    "3 31 0 99 2021 1499 May may мая März 3. 3.5. 3/5 3/5/21 2021-05-03 № No. Friday vendredi vorgestern вчера spring "
    "été , . ( ) - – % st er -го de of den г. 年 月 日 ² ٣ Uhr"
)
DATE_SOUP = st.lists(st.sampled_from(_SCRAPS.split()), max_size=12)


def read(text: str, language: str = "en") -> Printed | None:
    """The date at the beginning of a text, which must not reach beyond it."""
    found = date_at(text, 0, lexicon(language))
    if found is None:
        return None
    assert found[1] <= len(text)
    return found[0]


def parts(text: str, language: str = "en") -> tuple[int, int, int]:
    """Year, month and day of the date at the beginning of a text."""
    date = read(text, language)
    assert date is not None
    return date.year, date.month, date.day


def edtf(text: str, language: str = "en", report: PartialDate | None = REPORT) -> str | None:
    """The date at the beginning of a text in full."""
    date = read(text, language)
    assert date is not None
    full = resolved(date, report)
    return full.text if full else None


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("May 3", "en", (0, 5, 3)),
        ("May 3rd, 2026", "en", (2026, 5, 3)),
        ("April 20 Post", "en", (0, 4, 20)),
        ("24th April 2026", "en", (2026, 4, 24)),
        ("24th of April", "en", (0, 4, 24)),
        ("3 Sept. 2020", "en", (2020, 9, 3)),
        ("December 31-January", "en", (0, 12, 31)),
        ("October 3-4, 2021", "en", (2021, 10, 3)),
        ("May 2021", "en", (2021, 5, 0)),
        ("2021-05-03", "en", (2021, 5, 3)),
        ("2021/5/3", "en", (2021, 5, 3)),
        ("12/31/2020", "en", (2020, 12, 31)),
        ("5 nov.)", "fr", (0, 11, 5)),
        ("1er août 2021", "fr", (2021, 8, 1)),
        ("3 mai 2021", "fr", (2021, 5, 3)),
        ("21 févr. 2020", "fr", (2020, 2, 21)),
        ("03/05/2021", "fr", (2021, 5, 3)),
        ("3/5)", "fr", (0, 5, 3)),
        ("mars de 2021", "fr", (2021, 3, 0)),
        ("4.11.", "de", (0, 11, 4)),
        ("4. 11. 2021", "de", (2021, 11, 4)),
        ("04.11.21", "de", (2021, 11, 4)),
        ("4. November", "de", (0, 11, 4)),
        ("4. März 2021", "de", (2021, 3, 4)),
        ("4.-5. Mai", "de", (0, 5, 4)),
        ("März 2021", "de", (2021, 3, 0)),
        ("04.11", "de", (0, 11, 4)),
        ("2 ноября", "ru", (0, 11, 2)),
        ("2 ноября 2021 г.", "ru", (2021, 11, 2)),
        ("3-го мая 2021 года", "ru", (2021, 5, 3)),
        ("20 (7) января", "ru", (0, 1, 20)),
        ("Май 2021", "ru", (2021, 5, 0)),
        ("02.11.2021", "ru", (2021, 11, 2)),
        ("2021年5月3日", "en", (2021, 5, 3)),
        ("5\u00a0novembre\u00a02021", "fr", (2021, 11, 5)),
    ],
)
def test_every_notation_gives_year_month_and_day(text: str, language: str, expected: tuple[int, int, int]) -> None:
    """A date in any notation of the press is read with exactly the parts that it prints."""
    assert parts(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("may 3 be", "en"),
        ("march 3 abreast", "en"),
        ("3 percent", "en"),
        ("May 3 percent", "en"),
        ("May 3.5", "en"),
        ("3/5)", "en"),
        ("3.5 million", "en"),
        ("10 monkeys", "en"),
        ("45 May", "en"),
        ("13.13.2021", "de"),
        ("09.30%", "de"),
        ("May alone", "en"),
        ("Springfield 2020", "en"),
        ("été chaud", "fr"),
        ("1234-05-03", "en"),
    ],
)
def test_what_is_no_date_is_none(text: str, language: str) -> None:
    """Percentages, small verbs, impossible months, lone words and fractions are not taken for dates."""
    assert read(text, language) is None


@pytest.mark.parametrize("text", ["No. 10", "№ 10", "Nr. 10", "n° 10", "no. 10", "Heft 10", "выпуск 10", "issue 10"])
def test_no_10_is_an_issue_and_never_a_day(text: str) -> None:
    """An announced number is an issue; no language reads a date at its beginning."""
    assert issue_at(text, 0) == (text, len(text))
    assert all(date_at(text, 0, lexicon(language)) is None for language in LANGUAGES)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("No. 3-4 of", "No. 3-4"),
        ("n° 311, mai", "n° 311"),
        ("Nr. 44/2021:", "Nr. 44/2021"),
        ("№ 10 (2021)", "№ 10 (2021)"),
        ("№10", "№10"),
        ("vol. 88, no. 2, pp. 3", "vol. 88, no. 2"),
        ("Vol. XII, No. 3", "Vol. XII, No. 3"),
        ("vol. 12 (no. 4)", "vol. 12 (no. 4"),
        ("Bd. 5, Heft 2", "Bd. 5, Heft 2"),
        ("т. 5, № 2", "т. 5, № 2"),
        ("numéro  311", "numéro 311"),
        ("№\u00a07", "№ 7"),
        ("#12", "#12"),
        ("No. 31,004", "No. 31,004"),
    ],
)
def test_every_notation_of_an_issue(text: str, shown: str) -> None:
    """An issue or volume number keeps what is printed, white space evened out."""
    found = issue_at(text, 0)
    assert found is not None
    assert found[0] == shown
    assert " ".join(text[: found[1]].split()) == shown


@pytest.mark.parametrize("text", ["Nobody 10", "number of 10", "Volga 10", "10", "№", "No. ten", "#ten"])
def test_what_is_no_issue_is_none(text: str) -> None:
    """A word that only begins like "No." and a label without a number announce no issue."""
    assert issue_at(text, 0) is None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (" 88/2 (2021)", "88/2"),
        (", 9 (2), S. 4", "9 (2)"),
        (" 12 (2021), H. 3", "12 (2021), H. 3"),
        (" XXXIV: 4", "XXXIV: 4"),
        ("3 / 4", "3 / 4"),
    ],
)
def test_a_bare_issue_behind_a_journal(text: str, shown: str) -> None:
    """Behind a journal's name a number with a second one is an issue without any label."""
    found = bare_issue_at(text, 0)
    assert found is not None
    assert found[0] == shown


@pytest.mark.parametrize("text", [" 3/5/2021", " 88", " of 88/2", " XXXIV", ""])
def test_one_number_or_a_date_is_no_bare_issue(text: str) -> None:
    """A single number, or a date with two strokes, is not taken for an issue."""
    assert bare_issue_at(text, 0) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [("31 November", "en"), ("31 ноября 2021", "ru"), ("29.2.2021", "de"), ("Friday, 31 June", "en")],
)
def test_an_impossible_day_is_marked_and_not_mended(text: str, language: str) -> None:
    """A day that its month does not have leaves a date that is marked impossible and that resolves to nothing."""
    date = read(text, language)
    assert date is not None
    assert date.impossible
    assert date.day == 0
    assert resolved(date, REPORT) is None


def test_29_february_is_held_against_the_year_it_falls_in() -> None:
    """29 February stands without a year, but not in a year that has none."""
    assert not (read("29 February") or Printed("")).impossible
    assert edtf("29 February") is None
    assert edtf("29 February", report=PartialDate.from_edtf("2020-03-01")) == "2020-02-29"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 November", "2021-11-05"),
        ("6 November", "2020-11-06"),
        ("December 31", "2020-12-31"),
        ("1 January", "2021-01-01"),
    ],
)
def test_the_year_is_the_latest_not_after_the_digest(text: str, expected: str) -> None:
    """A date without a year falls on the digest's day or before it."""
    assert edtf(text) == expected


def test_only_a_year_that_was_not_printed_is_inferred() -> None:
    """What is worked out is marked as such, and nothing else."""
    inferred, printed = resolved(Printed("3 May", month=5, day=3), REPORT), resolved(Printed("", 2019, 5, 3), REPORT)
    assert inferred == PartialDate("2021-05-03", ("year",))
    assert printed == PartialDate("2019-05-03")


def test_a_printed_year_may_lie_after_the_digest() -> None:
    """A printed date is never changed, though it lie in the future."""
    assert edtf("3 May 2030") == "2030-05-03"


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Friday", "en", "2021-11-05"),
        ("Thursday's", "en", "2021-11-04"),
        ("Saturday", "en", "2021-10-30"),
        ("lundi", "fr", "2021-11-01"),
        ("Sonnabend", "de", "2021-10-30"),
        ("sonntags", "de", "2021-10-31"),
        ("среду", "ru", "2021-11-03"),
        ("yesterday", "en", "2021-11-04"),
        ("today", "en", "2021-11-05"),
        ("hier", "fr", "2021-11-04"),
        ("aujourd’hui", "fr", "2021-11-05"),
        ("heute", "de", "2021-11-05"),
        ("vorgestern", "de", "2021-11-03"),
        ("вчера", "ru", "2021-11-04"),
        ("сегодняшнем", "ru", "2021-11-05"),
        ("позавчера", "ru", "2021-11-03"),
    ],
)
def test_weekdays_and_yesterday_are_counted_back(text: str, language: str, expected: str) -> None:
    """Days that are named from the digest's day are the latest such days, and wholly inferred."""
    date = read(text, language)
    assert date is not None
    assert date.exact
    assert resolved(date, REPORT) == PartialDate(expected, PARTS)


@pytest.mark.parametrize(
    ("text", "language", "day", "weekday"),
    [
        ("vendredi 3 mai", "fr", 3, 4),
        ("Friday, 17 May", "en", 17, 4),
        ("Friday, May 17", "en", 17, 4),
        ("Freitag, den 7. Mai", "de", 7, 4),
        ("Montag, 3.5.", "de", 3, 0),
        ("пятница, 3 мая", "ru", 3, 4),
    ],
)
def test_a_weekday_takes_the_date_behind_it(text: str, language: str, day: int, weekday: int) -> None:
    """A weekday and the date that follows it are one date."""
    found = date_at(text, 0, lexicon(language))
    assert found is not None
    assert found[1] == len(text)
    assert (found[0].text, found[0].month, found[0].day, found[0].weekday) == (text, 5, day, weekday)


@pytest.mark.parametrize("text", ["Friday, 17 people", "Friday May", "Friday, ", "Friday Monday"])
def test_a_weekday_alone_stays_alone(text: str) -> None:
    """What follows a weekday and is no day of a month does not belong to it."""
    assert read(text) == Printed("Friday", weekday=4)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("spring 2020", "en", "2020-21"),
        ("été 2020", "fr", "2020-22"),
        ("Herbst 2020", "de", "2020-23"),
        ("зимой 2020", "ru", "2020-24"),
    ],
)
def test_a_season_with_its_year(text: str, language: str, expected: str) -> None:
    """A season is kept as EDTF's season of its year (EDTF level 1)."""
    assert edtf(text, language) == expected


def test_what_cannot_be_told_is_none() -> None:
    """Without the digest's day neither a year nor a weekday is made up, and a date that says nothing is no date."""
    month = PartialDate.from_edtf("2021-11")
    assert edtf("3 May", report=None) is None
    assert edtf("Friday", report=None) is None
    assert edtf("Friday", report=month) is None
    assert edtf("3 May", report=month) == "2021-05-03"
    assert resolved(Printed("soon"), REPORT) is None
    assert resolved(Printed("", season="fifth", year=2020), REPORT) is None
    assert resolved(Printed("2019", 2019), None) == PartialDate("2019")


@pytest.mark.parametrize("report", ["2021-05-03/..", "../2021-05-03", "0000-01-01", "0000", "-0044-03-15", "20XX"])
def test_a_digest_of_an_endless_or_distant_date_raises_nothing(report: str) -> None:
    """Whatever the digest's own date is, a date without a year gets one or none, and nothing fails."""
    date = PartialDate.from_edtf(report)
    for printed in (Printed("", month=5, day=3), Printed("", weekday=4), Printed("", ago=1)):
        found = resolved(printed, date)
        assert found is None or found.inferred


@pytest.mark.parametrize(
    ("text", "language", "shown"),
    [
        ("5 nov. 2021", "fr", "5 nov. 2021"),
        ("5 nov., p. 3", "fr", "5 nov."),
        ("3 mai. La suite", "fr", "3 mai"),
        ("4. November. Der Rest", "de", "4. November"),
        ("3 May; 4 May", "en", "3 May"),
        ("May 3: he", "en", "May 3"),
    ],
)
def test_a_full_stop_belongs_to_a_short_month_only(text: str, language: str, shown: str) -> None:
    """The stop of an abbreviated month is part of the date; the one that ends a sentence is not."""
    found = date_at(text, 0, lexicon(language))
    assert found is not None
    assert (found[0].text, text[: found[1]]) == (shown, shown)


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("May", 5),
        ("MAY", 5),
        ("Май", 5),
        ("мая", 5),
        ("März", 3),
        ("août", 8),
        ("févr.", 2),
        ("Maybe", 0),
        ("", 0),
        ("фарвардин", 0),
    ],
)
def test_month_numbers(word: str, number: int) -> None:
    """A month is known in any language, whatever its case and marks; months of other calendars are not."""
    assert month_number(word) == number


@given(st.dates().filter(lambda date: date.year >= 1500 and date.year < 2100))
def test_a_day_printed_in_figures_is_read_back(date: dt.date) -> None:
    """Every day in ISO and in German figures resolves to itself, with nothing inferred."""
    for text in (f"{date}", f"{date:%d.%m.%Y}"):
        printed = read(text, "de")
        assert printed is not None
        assert resolved(printed, REPORT) == PartialDate(str(date))


@given(st.integers(1, 12), st.integers(1, 31), st.dates())
def test_an_inferred_date_never_lies_after_the_digest(month: int, day: int, today: dt.date) -> None:
    """A date without its year resolves within the year before the digest, or to nothing where it does not exist."""
    report = PartialDate.from_edtf(str(today))
    found = resolved(Printed("", month=month, day=day), report)
    if found is None:
        year = report.year or 0
        assert year <= 2 or day > min(days_in(year, month), days_in(year - 1, month))
    else:
        assert found.latest() <= report.latest()
        assert found.inferred == ("year",)
        assert (report.year or 0) - (found.year or 0) in (0, 1)


@given(
    st.one_of(nasty_text(), DATE_SOUP.map(" ".join), DATE_SOUP.map("".join)), st.sampled_from([*LANGUAGES, "", "xx"])
)
def test_any_text_is_read_without_an_error(text: str, language: str) -> None:
    """At every place of any text there is a date that begins there, or none; its text is what stands there."""
    words = lexicon(language)
    for place in range(len(text)):
        if found := date_at(text, place, words):
            printed, end = found
            assert printed.text == text[place:end]
            full = resolved(printed, REPORT)
            assert full is None or PartialDate.from_edtf(full.text, full.inferred) == full
        for number in (issue_at(text, place), bare_issue_at(text, place)):
            assert number is None or (number[0] and place < number[1] <= len(text))
