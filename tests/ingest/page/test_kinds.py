"""What kind of publication a page is."""

from typing import Any

import pytest

from quotebank.model.articles import TYPES
from tests.ingest.page.make import html, ld, meta, read

HEAD = "<title>Council keeps plan for good</title>"
H1 = "<h1>Council keeps plan for good</h1>"


def kind(head: str, body: str = H1, **more: Any) -> str:
    """The type of a page of these parts."""
    return read(html(HEAD + head, body), **more).article.type


@pytest.mark.parametrize(
    ("schema", "type_"),
    [
        ("NewsArticle", "article-newspaper"),
        ("OpinionNewsArticle", "article-newspaper"),
        ("BlogPosting", "post-weblog"),
        ("Report", "report"),
        ("ScholarlyArticle", "article-journal"),
        ("Article", "article-newspaper"),
        ("WebPage", "webpage"),
    ],
)
def test_types_of_schema_org(schema: str, type_: str) -> None:
    """schema.org's types become CSL's."""
    assert kind(ld(**{"@type": schema, "headline": "Council keeps plan for good"})) == type_
    assert type_ in TYPES


def test_other_signs() -> None:
    """og:type and an article element speak of an article; without any sign it is a web page."""
    assert kind(meta(og__type="article")) == "article-newspaper"
    assert kind("", f"<article>{H1}</article>") == "article-newspaper"
    assert kind(meta(og__type="website")) == "webpage"


def test_magazines() -> None:
    """An outlet that calls itself a magazine has magazine articles."""
    assert kind(meta(og__site_name="Harbour Magazine", og__type="article")) == "article-magazine"


@pytest.mark.parametrize("outlet_kind", ["newspaper", "magazine", "wire"])
def test_known_outlets(outlet_kind: str) -> None:
    """The table of outlets knows what kind of thing an outlet is."""
    from quotebank.ingest.outlet_table import outlets

    outlet = next(one for one in outlets() if one.kind == outlet_kind and one.domains)
    found = kind(meta(og__type="article", og__site_name=outlet.name), url=f"https://{outlet.domains[0]}/1")
    assert found == ("article-magazine" if outlet_kind == "magazine" else "article-newspaper")


def test_journals_have_volume_issue_pages_and_doi() -> None:
    """Highwire's elements give what journals are cited by."""
    head = meta(
        citation_journal_title="Journal of Harbours",
        citation_volume="12",
        citation_issue="3",
        citation_firstpage="101",
        citation_lastpage="118",
        citation_doi="doi:10.1234/joh.2021.7",
    )
    article = read(html(HEAD + head, H1)).article
    assert article.type == "article-journal"
    assert (article.volume, article.issue, article.pages) == ("12", "3", "101–118")
    assert article.extra == {"csl": {"DOI": "10.1234/joh.2021.7"}}
    assert {"volume", "issue", "pages", "DOI"} <= set(article.provenance)


def test_journals_of_schema_org() -> None:
    """JSON-LD says the same in nested objects."""
    volume = {
        "@type": "PublicationVolume",
        "volumeNumber": 12,
        "isPartOf": {"@type": "Periodical", "name": "Journal of Harbours"},
    }
    issue = {"@type": "PublicationIssue", "issueNumber": "3", "isPartOf": volume}
    node = {
        "@type": "ScholarlyArticle",
        "headline": "Council keeps plan for good",
        "isPartOf": issue,
        "pageStart": "101",
        "pageEnd": "118",
        "sameAs": "https://doi.org/10.1234/joh.2021.7",
    }
    article = read(html(HEAD + ld(**node), H1)).article
    assert (article.volume, article.issue, article.pages) == ("12", "3", "101–118")
    assert article.extra == {"csl": {"DOI": "10.1234/joh.2021.7"}}


@pytest.mark.parametrize(
    ("section", "kept"),
    [
        ("Politics", True),
        ("News", False),
        ("a, b, c", False),
        ("x" * 60, False),
        ("17", False),
        ("Council keeps plan for good", False),
    ],
)
def test_sections(section: str, kept: bool) -> None:
    """A section is kept if it is one; keywords are never tags."""
    article = read(html(HEAD + meta(article__section=section, keywords="a,b", article__tag="c"), H1)).article
    assert article.section == (section if kept else "")
    assert article.tags == ()
