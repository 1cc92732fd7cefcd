"""The outlet of a page."""

import pytest

from quotebank.ingest.page.host_names import is_host, is_kin, is_of_host, same_outlet
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


LONG_TITLE = "<title>Council keeps plan for good</title>"


def test_the_paper_and_not_its_company() -> None:
    """A company that owns the paper does not hide the name that the page shows at its head and foot."""
    head = LONG_TITLE + meta(og__site_name="Ledger Media SA") + ld(
        headline="Council keeps plan for good", publisher={"name": "Ledger Media SA"}
    )  # fmt: skip
    body = '<a href="/">Nordischer Kurier</a>' + H1
    assert outlet(head, body + "<p>Photo: Nordischer Kurier</p>") == "Nordischer Kurier"
    assert outlet(head) == ""


def test_capitals_are_spelled_as_elsewhere() -> None:
    """A name that a title prints in capitals, without its accents, is given as the page spells it elsewhere."""
    head = "<title>ΤΟ ΕΘΝΙΚΟΝ ΒΗΜΑ :: Η απλή αναλογική και η βουλή</title>"
    body = "<img alt='Το Εθνικόν Βήμα'><h1>Η απλή αναλογική και η βουλή</h1>"
    body += "<p>© Το Εθνικόν Βήμα</p>"
    assert outlet(head, body) == "Το Εθνικόν Βήμα"


def test_a_domain_gives_way_to_the_name() -> None:
    """A site that calls itself by its domain has the name that its title ends with, if that is the domain's."""
    head = "<title>Council keeps plan for good - Báo Sông Hồng</title>" + meta(og__site_name="songhong.net")
    assert outlet(head, url="https://songhong.net/plan") == "Báo Sông Hồng"
    assert outlet(LONG_TITLE + meta(og__site_name="Ledger.example"), url="https://ledger.example/1") == "Ledger.example"


def test_the_edition_is_no_part_of_the_name() -> None:
    """The pictures of a paper's pages are called after it, with a word behind."""
    assert outlet("<title>Council keeps plan for good</title>" + meta(og__site_name="滨海晚报数字报")) == "滨海晚报"
    assert outlet("<title>Council keeps plan for good</title>" + meta(og__site_name="数字报")) == "数字报"


def test_a_heading_is_no_outlet() -> None:
    """A short heading that comes again below its comments is the title, and not the name of the site."""
    body = '<p><a href="/">Riverwatchers</a></p><h1>Waiting for Rain</h1>'
    after = "".join(f"<p>{word}</p>" for word in "abcdefgh") + "<h2>Two thoughts on “Waiting for Rain”</h2>"
    page = read(html("<title>Waiting for Rain – Riverwatchers</title>", body + after), "https://a.example/1")
    assert (page.article.title, page.article.outlet) == ("Waiting for Rain", "Riverwatchers")


@pytest.mark.parametrize(
    ("one", "other", "kin"),
    [
        ("Agenzia Adsud", "Adsud", True),
        ("ИКИ", "Институт континентальных исследований", True),
        ("The Northern Ledger", "Northern Ledger Weekly", True),
        ("Northern Ledger", "Southern Ledger", False),
        ("NL", "Northern Gazette", False),
        ("Post", "Postbote", False),
    ],
)
def test_short_forms_do_not_contradict(one: str, other: str, kin: bool) -> None:
    """A name is kin of its initials and of names that have all its words, either way round."""
    assert is_kin(one, other) is is_kin(other, one) is kin


def test_a_printing_company_is_its_paper() -> None:
    """Names that differ in accents, or in the 社 of a Japanese paper's company, are one."""
    assert same_outlet("東都経済新聞社") == same_outlet("東都経済新聞")
    assert same_outlet("ΒΗΜΑ") == same_outlet("Βήμα")
    assert same_outlet("Kurier") != same_outlet("Kuriér Wieczorny")


def test_quotation_marks_that_belong_to_the_name() -> None:
    """Quotation marks around a whole name go, those around its last word stay."""
    head = "<title>Council keeps plan for good</title>"
    assert outlet(head + meta(og__site_name="Клуб «Диалог»")) == "Клуб «Диалог»"
    assert outlet(head + meta(og__site_name="«Диалог»")) == "Диалог"


def test_a_journal_is_not_its_publisher() -> None:
    """The journal of Highwire's meta element is the outlet, however often the site names its publisher."""
    head = TITLE.replace("The Northern Ledger", "Meridian Press") + meta(og__site_name="Meridian Press")
    journal = "Annals of the Northern Society for Transport and Empire in the Nineteenth Century"
    assert outlet(head + meta(citation_journal_title=journal), url="https://meridianpress.example/a") == journal


def test_a_declared_longer_name_is_whole() -> None:
    """The longer name a page declares and shows comes before the short form that its host and title have."""
    url = "https://www.northern-institute.example/brief"
    head = "<title>Council keeps plan for good | Northern Institute</title>" + meta(
        dcterms__publisher="x", **{"dcterms.publisher": "Northern Institute for Harbour Studies"}
    )
    shown = "<div>Northern Institute for Harbour Studies</div>"
    assert outlet(head, shown + H1, url) == "Northern Institute for Harbour Studies"
    assert outlet(head, H1, url) == "Northern Institute"


@pytest.mark.parametrize(
    ("name", "host", "fits"),
    [
        ("The North Valley Post", "nvpost.example", True),
        ("New Harbour Times", "nhtimes.example", True),
        ("The New Harbour Times", "tnhtimes.example", True),
        ("North Valley Post", "nvposts.example", False),
        ("Valley", "v.example", False),
    ],
)
def test_initials_and_words(name: str, host: str, fits: bool) -> None:
    """A host may have the first words of a name as initials and the others whole."""
    assert is_of_host(name, host) == fits


def test_a_section_is_no_outlet() -> None:
    """What stands beside the title and is a link of the menu, or a day, is not the outlet."""
    menu = '<p><a href="/local/">Local</a></p>'
    for end in ("Local", "14 February 2000"):
        assert outlet(f"<title>Council keeps plan for good | {end}</title>", menu + H1) == ""


@pytest.mark.parametrize("word", ["Front page", "Domov", "Strona główna", "トップ", "Басты бет", "होम"])
def test_words_for_the_front_page_are_no_names(word: str) -> None:
    """The link to the front page may be called "home" in any language."""
    link = f'<a href="/">{word}</a>'
    foot = f"<footer>{word}</footer>"
    assert outlet("<title>Council keeps plan for good</title>", link + H1 + foot) == ""


def test_a_newspaper_by_its_name() -> None:
    """The word for newspaper behind a name goes where the page has the name alone as well."""
    head = "<title>Council keeps plan for good - Дала таңы газеті</title>"
    logo = '<a href="/"><img src="logo.png" alt="Дала таңы"></a>'
    assert outlet(head, logo + H1) == "Дала таңы"
    assert outlet(head, H1) == "Дала таңы газеті"
