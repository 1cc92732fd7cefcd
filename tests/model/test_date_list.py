"""Dates as papers of many languages print them, beside those of `test_date_reading`; what is no date is refused."""

import datetime as dt

import pytest

from quotebank.errors import BadInput
from quotebank.model.dates import PartialDate

REFERENCE = dt.date(2021, 11, 30)

DAYS = {
    "2021-03-07": (
        "7 March 2021", "March 7, 2021", "7th March 2021", "March 7th, 2021", "Mar. 7, 2021", "7 Mar 2021",
        "7-Mar-2021",
        "Sunday, March 7, 2021", "Sunday 7 March 2021", "Sun, 07 Mar 2021 10:15:00 GMT",
        "on March 7, 2021", "7.3.2021",
        "07.03.2021", "7. 3. 2021", "2021-03-07", "2021/03/07", "2021.03.07", "2021/3/7", "20210307",
        "2021-03-07T09:00Z",
        "2021-03-07 23:59:59", "7 March 2021, 10:15", "7. März 2021", "7. Mär. 2021", "Sonntag, 7. März 2021",
        "Sonntag, den 7. März 2021", "7 mars 2021", "le 7 mars 2021", "dimanche 7 mars 2021", "7 de marzo de 2021",
        "domingo, 7 de marzo de 2021", "7 marzo 2021", "domenica 7 marzo 2021", "7 de março de 2021", "7 maart 2021",
        "7 marca 2021", "7 marca 2021 r.", "7. března 2021", "7. marca 2021", "2021. március 7.", "7 martie 2021",
        "7 марта 2021", "7 марта 2021 г.", "7 марта 2021 года", "воскресенье, 7 марта 2021", "7 березня 2021",
        "7 березня 2021 року", "7 сакавіка 2021", "7 март 2021", "7. mars 2021", "7 Mart 2021", "7. maaliskuuta 2021",
        "7 Μαρτίου 2021", "7 מרץ 2021", "7 במרץ 2021", "7 مارس 2021", "٧ مارس ٢٠٢١", "7 मार्च 2021", "7 Maret 2021",
        "ngày 7 tháng 3 năm 2021", "2021年3月7日", "2021年03月07日",
        "二〇二一年三月七日", "令和3年3月7日", "民國110年3月7日",
        "2021년 3월 7일", "2021년3월7일",
    ),
    "2020-12-31": (
        "31 December 2020", "Dec. 31, 2020", "31. Dezember 2020", "31 décembre 2020", "31 de diciembre de 2020",
        "31 dicembre 2020", "31 de dezembro de 2020", "31 december 2020", "31 grudnia 2020", "31. prosince 2020",
        "31 декабря 2020", "31 грудня 2020", "31 decembrie 2020", "2020. december 31.", "31 Aralık 2020",
        "31 Δεκεμβρίου 2020", "31 ديسمبر 2020", "31 दिसंबर 2020", "31 tháng 12 năm 2020", "2020年12月31日",
        "2020년 12월 31일", "31/12/2020", "31.12.2020", "12/31/2020", "31-12-2020",
    ),
}  # fmt: skip

LESS = {
    "March 2021": "2021-03", "März 2021": "2021-03", "mars 2021": "2021-03", "marzo de 2021": "2021-03",
    "март 2021": "2021-03", "2021年3月": "2021-03", "2021년 3월": "2021-03",
    "2021-03": "2021-03", "Mart 2021": "2021-03",
    "1999": "1999", "2021年": "2021", "2021년": "2021", "Spring 2019": "2019-21", "summer 2019": "2019-22",
    "Sommer 2019": "2019-22", "été 2019": "2019-22", "осень 2019": "2019-23", "Herbst 2019": "2019-23",
    "2019~": "2019~", "c. 2019": "2019~", "ca. 2019": "2019~", "2015-2017": "2015/2017", "2015–2017": "2015/2017",
    "3-5 May 2020": "2020-05-03/2020-05-05", "3–5 мая 2020": "2020-05-03/2020-05-05",
}  # fmt: skip

YEARLESS = {
    "30 November": "2021-11-30", "1 December": "2020-12-01", "Nov. 29": "2021-11-29", "12 мая": "2021-05-12",
    "12 de mayo": "2021-05-12", "12. Mai": "2021-05-12", "le 12 mai": "2021-05-12", "5月12日": "2021-05-12",
    "5월 12일": "2021-05-12", "12 maja": "2021-05-12", "December": "2020-12", "12 травня": "2021-05-12",
}  # fmt: skip

NONE = (
    "n.d.", "s.d.", "o. J.", "б. г.", "No. 10", "no. 3/2021 issue", "Vol. 5", "p. 12", "31 November 2021",
    "30 февраля 2021",
    "32. März 2021", "29 February 2019", "2021-13-01", "2021-02-30", "forthcoming", "in press", "last week", "soon",
    "12",
    "march on Moscow", "May Day", "August Bebel", "April fools", "Sunday", "noon", "chapter 3", "twenty past ten",
    "2021-W10-8",
    "1/2", "00.00.0000", "99/99/9999", "20211301", "第10期", "제10호", "№ 10", "Nr. 10",
)  # fmt: skip


@pytest.mark.parametrize(("text", "edtf"), [(text, day) for day, texts in DAYS.items() for text in texts])
def test_days(text: str, edtf: str) -> None:
    """A day is the day it is in every language and order of its parts."""
    date = PartialDate.parse(text, REFERENCE)
    assert date is not None
    assert (date.edtf(), date.inferred) == (edtf, ())


@pytest.mark.parametrize(("text", "edtf"), LESS.items())
def test_less_than_days(text: str, edtf: str) -> None:
    """Months, seasons, years and spans are kept as exact as they are printed, and no more."""
    date = PartialDate.parse(text, REFERENCE)
    assert date is not None
    assert date.edtf() == edtf


@pytest.mark.parametrize(("text", "edtf"), YEARLESS.items())
def test_without_a_year(text: str, edtf: str) -> None:
    """A date without a year is the latest that is not to come, and says that its year was worked out."""
    date = PartialDate.parse(text, REFERENCE)
    assert date is not None
    assert (date.edtf(), date.inferred) == (edtf, ("year",))


@pytest.mark.parametrize("text", NONE)
def test_no_day_is_invented(text: str) -> None:
    """What is no date, or a day that is not in the calendar, gives none: nothing is made up."""
    try:
        date = PartialDate.parse(text, REFERENCE)
    except BadInput:
        return
    assert date is None
