"""The day of publication."""

import pytest

from quotebank.ingest.page import Page
from tests.ingest.page.make import PROSE, html, ld, meta, read

TITLE = "<title>Council keeps plan for the harbour</title>"
H1 = "<h1>Council keeps plan for the harbour</h1>"


def date(head: str = "", body: str = "", **more: str) -> str:
    """The date read from a page of these parts, `""` for none."""
    return told(read(html(TITLE + head, H1 + body), **more))


def told(page: Page) -> str:
    """A page's date as EDTF."""
    return page.article.date.edtf() if page.article.date else ""


def why(page: Page) -> str:
    """Why a page has no date."""
    return next((unsure.why for unsure in page.unsure if unsure.field == "date"), "")


@pytest.mark.parametrize(
    "name",
    [
        "article:published_time",
        "parsely-pub-date",
        "sailthru.date",
        "dc.date.issued",
        "citation_publication_date",
        "datePublished",
        "pubdate",
        "DCTERMS.issued",
    ],
)
def test_meta_elements(name: str) -> None:
    """Each of the usual meta elements gives the day, and the record says which."""
    page = read(html(TITLE + f'<meta name="{name}" content="2021-11-04T10:00:00+03:00">', H1))
    assert told(page) == "2021-11-04"
    assert str(page.article.provenance["date"]).startswith(name.lower())


def test_json_ld() -> None:
    """DatePublished of JSON-LD gives the day; dateModified never does."""
    assert (
        date(ld(headline="Council keeps plan", datePublished="2021-11-04", dateModified="2021-12-24")) == "2021-11-04"
    )
    assert date(ld(headline="Council keeps plan", dateModified="2021-12-24")) == ""


@pytest.mark.parametrize(
    "body",
    [
        '<time datetime="2021-11-04T08:00:00+01:00">yesterday</time>',
        "<div>4 November 2021, 08:00</div>",
        '<span class="published">Published on Thursday 4 November 2021</span>',
        '<p class="dateline">Northport | 04.11.2021 | 08:00</p>',
        "<div><abbr class=published title='2021-11-04T08:00:00-03:00'>08:00</abbr></div>",
        "<p>Published 4 November 2021, updated 6 November 2021</p>",
        "<p>Updated: 6 November 2021. Published: 4 November 2021</p>",
        "<p>Stand: 06.11.2021, erstellt: 04.11.2021</p>",
        "<div>입력 2021.11.04 08:00 | 수정 2021.11.06 09:00</div>",
    ],
)
def test_what_readers_see(body: str) -> None:
    """A day shown by the heading is found, and that of a change beside it is not taken."""
    assert date(body=body) == "2021-11-04"


def test_the_day_in_the_address() -> None:
    """An address that holds the day gives it where nothing else does."""
    assert date(url="https://a.example/2021/11/04/plan") == "2021-11-04"
    assert date(url="https://a.example/news/t20211104_123.html") == "2021-11-04"
    assert date(url="https://a.example/n1/2021/1104/c90000-1.html") == "2021-11-04"
    assert date(url="https://a.example/2021/13/45/plan") == ""
    assert date(url="https://a.example/id/20211104567") == ""


def test_a_month_is_the_date_where_no_day_is_known() -> None:
    """The month of the address is taken as a month, and makes a day within it surer."""
    assert date(url="https://a.example/2021/11/plan") == "2021-11"
    assert date(url="https://a.example/2021/11/plan", body="<div>4 November 2021</div>") == "2021-11-04"


def test_utc_yields_to_what_is_shown() -> None:
    """A time in UTC late on the day before is of the day that the page shows."""
    head = meta(article__published_time="2021-11-04T23:00:00Z")
    assert date(head, "<div>5 November 2021</div>") == "2021-11-05"
    assert date(head + ld(headline="Council keeps plan", datePublished="2021-11-05T00:00:00+01:00")) == "2021-11-05"
    assert date(head) == "2021-11-04"


def test_nothing_is_converted() -> None:
    """A time with its own offset keeps its day, whatever day it is in UTC."""
    assert date(meta(article__published_time="2021-06-29T00:16:00+03:00")) == "2021-06-29"


def test_day_and_month_the_wrong_way_round() -> None:
    """04/11/2021 is settled by other evidence, read day first outside English, and else left out and told."""
    assert date(body="<div>04/11/2021</div>", url="https://a.example/2021/11/04/plan") == "2021-11-04"
    assert date(body="<div>04/11/2021</div>", url="https://a.example/2021/04/11/plan") == "2021-04-11"
    page = read(html(TITLE, H1 + "<div>04/11/2021</div>"))
    assert told(page) == ""
    assert "either way round" in why(page)
    prose = (
        "<p>Le conseil a dit que le plan du port ne sera pas modifié, et que les moyens sont là pour le faire.</p>" * 4
    )
    assert told(read(html(TITLE, H1 + "<div>04/11/2021</div>", lang="fr", prose=prose))) == "2021-11-04"


def test_contradiction_is_told() -> None:
    """Two declared days without a third witness leave the field out; a shown day settles it."""
    head = meta(article__published_time="2021-11-04") + ld(headline="Council keeps plan", datePublished="2021-10-01")
    page = read(html(TITLE + head, H1))
    assert told(page) == ""
    assert {"2021-11-04", "2021-10-01"} <= set(page.unsure[0].candidates)
    assert date(head, "<div>4 November 2021</div>") == "2021-11-04"


def test_the_future_is_not_believed() -> None:
    """A day after today is left out and told."""
    page = read(html(TITLE + meta(article__published_time="2031-11-04"), H1))
    assert told(page) == ""
    assert why(page) == "it lies in the future"


@pytest.mark.parametrize(
    "after",
    [
        '<aside><h3>More</h3><p class="date">3 April 2021</p></aside>',
        '<ul class="related"><li><a href="/x">Ferry sinks</a> <time datetime="2021-04-03">3 April</time></li></ul>',
        '<div class="comments"><p>Anna, 3 April 2021: good</p></div>',
        "<footer>© 2021 The Ledger, printed 3 April 2021</footer>",
        f"<p>{PROSE} It was founded on 3 April 2021. {PROSE}</p>",
    ],
)
def test_other_days_on_the_page(after: str) -> None:
    """Days of teasers, comments, footers and of the story itself are not that of publication."""
    assert told(read(html(TITLE, H1, prose=f"<p>{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p>{after}"))) == ""


def test_solar_hijri() -> None:
    """A day of the Iranian calendar is told as it is in the Gregorian one."""
    assert date(meta(article__published_time="۱۳۹۹/۰۲/۲۱")) == "2020-05-10"
    assert date(meta(article__published_time="1399-02-21T10:00:00+04:30")) == "2020-05-10"


def test_prose_in_a_meta_element() -> None:
    """A date written out in words in a meta element is read."""
    assert date(meta(article__published_time="الأربعاء، 07 أكتوبر 2020 - 10:30 م")) == "2020-10-07"


def test_the_month_of_an_issue() -> None:
    """A magazine's month is taken where title and heading give it, not where one of them alone mentions a month."""
    title = "<title>Council keeps plan for the harbour (The Ledger, April 2019)</title>"
    for crumb, found in (("<p>April 2019</p>", "2019-04"), ("<p>Issues</p>", "")):
        page = read(html(title, "<h1>Council keeps plan for the harbour</h1>" + crumb))
        assert told(page) == found
    head = meta(article__published_time="2019-05-02T10:00:00+02:00")
    assert (
        told(read(html(title + head, "<h1>Council keeps plan for the harbour</h1><p>April 2019</p>"))) == "2019-05-02"
    )


def test_the_month_of_the_address_tells_which_way_round() -> None:
    """04/07/2019 under an address of July is the 4th of July, under one of April the 7th of April."""
    for month, found in (("07", "2019-07-04"), ("04", "2019-04-07")):
        assert date(body="<div>Posted 04/07/2019</div>", url=f"https://a.example/2019/{month}/plan") == found


def test_a_short_title_has_its_date_beside_it() -> None:
    """A heading of a few letters is the article's if a declared title is the same, and the date beside it is found."""
    page = read(html("<title>Gravel — The Northern Ledger</title>", "<h1>Gravel</h1><div>28.10.2021</div>"))
    assert (page.article.title, told(page)) == ("Gravel", "2021-10-28")


def test_the_label_of_the_next_date() -> None:
    """The word "changed" behind a date makes it one of a change, unless it is the label of the date after it."""
    assert date(body="<p><em>등록 :</em>2022-08-19 05:00<em>수정 :</em>2022-08-20 10:14</p>") == "2022-08-19"
    assert date(body="<p>2022-08-19 05:00 수정</p>") == ""


def test_the_language_of_the_page_tells_a_month() -> None:
    """A date in words is read in the language of the page's text, whatever its element declares."""
    prose = (
        "<p>Ministarstvo je potvrdilo da se zimska brodska linija prema otoku ukida od studenoga. Mještani najavljuju "
        "prosvjed u luci i traže sastanak s prijevoznikom prije nego što ugovor bude potpisan, ali nije poznato kada "
        "će se to dogoditi i tko će na njemu biti u ime otoka.</p>"
    ) * 3
    head = "<title>Brodska linija ostaje samo ljeti</title>"
    body = "<h1>Brodska linija ostaje samo ljeti</h1><p>Nedjelja, 12. listopada 2003.</p>"
    assert told(read(html(head, body, lang="hr", prose=prose))) == "2003-10-12"


def test_links_to_other_issues_are_no_dates() -> None:
    """Of several links with days, as archives have them, none is the article's; one link alone may be."""
    links = "".join(f'<a href="/{day}">No. {day}, {day}.11.2021</a><br>' for day in (2, 9, 16))
    assert date(body=f"<div>{links}</div>") == ""
    assert date(body='<div class="date"><a href="/16">16.11.2021</a></div>') == "2021-11-16"
