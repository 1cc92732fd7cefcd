"""The outlet of a page."""

import pytest

from quotebank.ingest.page.host_names import is_host, is_of_host, same_outlet
from tests.ingest.page.make import URL, html, ld, meta, read

TITLE = "<title>Council keeps plan for good | The Northern Ledger</title>"
H1 = "<h1>Council keeps plan for good</h1>"


def outlet(head: str = "", body: str = H1, url: str = "https://a.example/plan", **more: str) -> str:
    """The outlet read from a page of these parts."""
    return read(html(head, body), url, **more).article.outlet


def test_what_the_writer_corrected_comes_first() -> None:
    """A correction for the host is taken whatever the page says."""
    corrected = {"northernledger.example": "Ledger"}
    page = read(html(TITLE + meta(og__site_name="NL Online"), H1), URL, outlet_of=lambda host: corrected.get(host, ""))
    assert page.article.outlet == "Ledger"
    assert page.article.provenance["outlet"] == "corrected for this site (99 %)"


def test_sources_in_their_order() -> None:
    """og:site_name comes before JSON-LD's publisher, and that before the title's end."""
    publisher = ld(headline="Council keeps plan for good", publisher={"name": "Ledger Media"})
    assert outlet(TITLE + meta(og__site_name="The Northern Ledger") + publisher) == "The Northern Ledger"
    assert outlet("<title>Council keeps plan for good</title>" + publisher) == "Ledger Media"
    assert outlet(TITLE) == "The Northern Ledger"


def test_the_table_of_domains() -> None:
    """A host of the shipped table has its outlet's name, on its subdomains too, if the page names none."""
    from quotebank.ingest.outlet_table import domains

    host, name = next(iter(domains().items()))
    assert outlet("<title>Council keeps plan for good</title>", url=f"https://news.{host}/plan") == name


@pytest.mark.parametrize(
    "name",
    [
        "https://www.facebook.com/ledger",
        "@ledger",
        "www.ledger.example",
        "Home",
        "WordPress",
        "12",
        "All the news of the north, all day long and every single day",
        "!!!",
        "",
    ],
)
def test_what_is_no_name(name: str) -> None:
    """Addresses, handles, slogans and words of editing systems are no outlets."""
    assert outlet("<title>Council keeps plan for good</title>" + meta(og__site_name=name)) == ""


@pytest.mark.parametrize("name", ["Northern Media GmbH", "Ledger Holdings Ltd", "Agora Nord S.A.", "ООО Ледоруб"])
def test_companies_yield(name: str) -> None:
    """A publisher's company gives way to the name at the title's end."""
    assert outlet(TITLE + ld(headline="Council keeps plan for good", publisher={"name": name})) == "The Northern Ledger"


def test_slogans_are_cut_off() -> None:
    """A name with a slogan behind a bar or dash is the name."""
    head = "<title>Council keeps plan for good</title>" + meta(og__site_name="The Northern Ledger - all that matters")
    assert outlet(head, url=URL) == "The Northern Ledger"


@pytest.mark.parametrize(
    "body",
    [
        '<a href="/"><img src="logo.png" alt="The Northern Ledger"></a>' + H1,
        '<div id=head><h1><a href="/">The Northern Ledger</a></h1></div><h2>Council keeps plan for good</h2>',
        "<div>The Northern Ledger, Nr. 41</div>" + H1,
    ],
)
def test_names_that_only_readers_see(body: str) -> None:
    """A logo, a masthead or a first line names the outlet where its host bears the name."""
    assert outlet("<title>Council keeps plan for good</title>", body, URL) == "The Northern Ledger"


def test_copyright_lines() -> None:
    """A copyright line names the outlet where its host bears the name and the title has none."""
    foot = "<footer>© 2021 The Harbour Times. All rights reserved.</footer>"
    page = read(html("<title>Council keeps plan for good</title>", H1, prose=foot), "https://harbourtimes.example/1")
    assert page.article.outlet == "The Harbour Times"


def test_journals() -> None:
    """citation_journal_title names the journal."""
    assert (
        outlet(meta(citation_journal_title="Journal of Harbours", og__site_name="Press Online"))
        == "Journal of Harbours"
    )


@pytest.mark.parametrize(
    ("name", "host", "whole"),
    [
        ("The Northern Ledger", "northernledger.example", True),
        ("Oberpfälzer Tagespost", "oberpfaelzer-tagespost.de", True),
        ("Kurier Nadbużański", "kurier-nadbuzanski.pl", True),
        ("Северная хроника", "severnaya-khronika.ru", True),
        ("Cuaderno del Plata", "cuadernodelplata.blogspot.com", True),
        ("New Harbour Times", "nht.example", False),
        ("Tidal Commons Network", "tidalcommons.example", False),
    ],
)
def test_hosts_bear_names(name: str, host: str, whole: bool) -> None:
    """A host is held against a name without article, accents and hyphens, in Latin letters, and by initials."""
    assert is_host(name, host) == whole
    assert is_of_host(name, host) or not name.isascii()
    assert not is_of_host("Harbour Gazette", host) or host == "x"


def test_spellings_of_one_outlet() -> None:
    """Article, case and the ending of a domain make no other outlet."""
    assert same_outlet("The Northern Ledger") == same_outlet("northern ledger") == same_outlet("NorthernLedger.com")
    assert same_outlet("Der Spiegelberg") != same_outlet("Der Tagesberg")
