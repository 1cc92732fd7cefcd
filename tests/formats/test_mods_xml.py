"""MODS: records of libraries, Zotero and bibutils, dates with their doubt, names with their roles, broken files."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.formats.mods_tables import GENRES
from quotebank.formats.mods_xml import looks_like, read
from quotebank.formats.parsed import Parsed
from quotebank.model.articles import TYPES, Article

NAMESPACE = "http://www.loc.gov/mods/v3"


def library(*bodies: str) -> Parsed:
    """What a collection of these records says."""
    inner = "\n".join(f"<mods>{body}</mods>" for body in bodies)
    return read(f'<?xml version="1.0"?>\n<modsCollection xmlns="{NAMESPACE}">\n{inner}\n</modsCollection>'.encode())


def article(body: str) -> Article:
    """The article of one record."""
    parsed = library(body)
    assert list(parsed.problems) == []
    return parsed.articles[0]


RECORD = """\
<mods ID="zuenko2021" version="3.7">
<titleInfo><nonSort>The</nonSort><title>new ethics</title><subTitle>a view</subTitle></titleInfo>
<titleInfo type="abbreviated"><title>Ethics</title></titleInfo>
<titleInfo type="translated"><title>Eine neue Ethik</title></titleInfo>
<titleInfo script="Cyrl"><title>Новая этика</title></titleInfo>
<titleInfo type="alternative"><title>Other</title></titleInfo>
<name type="personal"><namePart type="given">Ivan</namePart><namePart type="family">Zuenko</namePart>
<role><roleTerm type="code" authority="marcrelator">aut</roleTerm></role></name>
<name type="corporate"><namePart>Moscow Carnegie Center</namePart></name>
<name type="personal"><namePart>Doe, Jane</namePart><role><roleTerm type="text">Translator</roleTerm></role></name>
<name type="personal"><namePart>Roe, Rick</namePart><role><roleTerm type="text">binder</roleTerm></role></name>
<typeOfResource>text</typeOfResource><genre authority="marcgt">newspaper</genre>
<originInfo><place><placeTerm type="code">ru</placeTerm><placeTerm type="text">Moscow</placeTerm></place>
<publisher>House</publisher><dateIssued encoding="w3cdtf">2021-10-31</dateIssued><edition>Late</edition></originInfo>
<language><languageTerm type="text">Russian</languageTerm><languageTerm type="code">rus</languageTerm></language>
<abstract>An abstract</abstract><note>One</note><note type="x">Two</note>
<subject><topic>China</topic><geographic>Asia</geographic></subject><subject><topic>China</topic></subject>
<relatedItem type="host"><titleInfo><title>Profil</title></titleInfo>
<name type="personal"><namePart>Or, Ed</namePart><role><roleTerm>editor</roleTerm></role></name>
<identifier type="issn">1234-5678</identifier>
<part><detail type="volume"><number>7</number></detail><detail type="issue"><number>4</number></detail>
<extent unit="pages"><start>1</start><end>2</end></extent></part></relatedItem>
<relatedItem type="series"><titleInfo><title>Series</title></titleInfo></relatedItem>
<relatedItem type="otherFormat"><titleInfo><title>Film copy</title></titleInfo></relatedItem>
<identifier type="doi">https://doi.org/10.1/x</identifier><identifier type="hdl">1/2</identifier>
<location><physicalLocation>Archive</physicalLocation><url>https://example.org/b</url>
<url usage="primary display" dateLastAccessed="2021-11-02">https://example.org/a?utm_source=x</url></location>
<accessCondition>free</accessCondition><recordInfo><recordIdentifier>77</recordIdentifier></recordInfo>
</mods>"""


def test_a_record_comes_into_its_fields() -> None:
    """Titles, names by their roles, host, series, dates and addresses; what has no field comes along."""
    [found] = read(RECORD.encode()).articles
    assert found.to_json() == {
        "key": "zuenko2021", "type": "article-newspaper", "title": "The new ethics: a view",
        "authors": [{"family": "Zuenko", "given": "Ivan"}, {"literal": "Moscow Carnegie Center"}], "outlet": "Profil",
        "date": "2021-10-31", "issue": "4", "volume": "7", "pages": "1-2", "url": "https://example.org/a",
        "accessed": "2021-11-02", "language": "ru", "publisher": "House",
        "translator": [{"family": "Doe", "given": "Jane"}],
        "original": {"title": "Новая этика", "script": "Cyrl"}, "title_translated": "Eine neue Ethik",
        "tags": ["China", "Asia"], "note": "One\n\nTwo",
        "csl": {
            "title-short": "Ethics", "editor": [{"family": "Or", "given": "Ed"}], "edition": "Late",
            "publisher-place": "Moscow", "DOI": "10.1/x", "ISSN": "1234-5678", "archive": "Archive",
            "abstract": "An abstract", "collection-title": "Series",
        },
        "mods": {
            "titleInfo": ["Other"], "name": ["Roe, Rick binder"], "identifier": {"hdl": "1/2"},
            "url": ["https://example.org/b"], "relatedItem": ["Film copy"], "accessCondition": ["free"],
        },
    }  # fmt: skip


@pytest.mark.parametrize("prefix", ["mods:", "m:", ""])
def test_prefixes_do_not_matter(prefix: str) -> None:
    """A namespace with a prefix, one without, and none at all are read alike."""
    text = f"<{prefix}mods xmlns:{prefix.rstrip(':') or 'x'}='{NAMESPACE}'><{prefix}titleInfo><{prefix}title>T"
    text += f"</{prefix}title></{prefix}titleInfo></{prefix}mods>"
    assert [found.title for found in read(text.encode()).articles] == ["T"]
    assert looks_like(text.encode())


@pytest.mark.parametrize("genre", GENRES)
def test_every_genre_has_a_type(genre: str) -> None:
    """A genre is a type of quotebank's, or kept as CSL's."""
    found = article(f"<genre>{genre.title()}</genre>")
    assert found.type in TYPES
    assert found.type == GENRES[genre] or found.extra == {"csl": {"type": GENRES[genre]}}


HOST = '<relatedItem type="host"><titleInfo><title>H</title></titleInfo>{}</relatedItem>'


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (HOST.format("<originInfo><issuance>continuing</issuance></originInfo>"), "article-journal"),
        (HOST.format('<part><detail type="volume"><number>1</number></detail></part>'), "article-journal"),
        (HOST.format(""), "chapter"), (HOST.format("<genre>book</genre>"), "chapter"),
        ("<originInfo><issuance>monographic</issuance></originInfo>", "book"), ("<genre>book</genre>", "book"),
        ("<typeOfResource>moving image</typeOfResource>", "motion_picture"), ("<genre>essay</genre>", "document"),
        ('<genre authority="local">blogPost</genre>' + HOST.format("<genre>web site</genre>"), "post-weblog"),
        (HOST.format('<genre authority="marcgt">periodical</genre><genre>academic journal</genre>'),
         "article-magazine"),
    ],
)  # fmt: skip
def test_the_type_is_told_by_what_there_is(body: str, kind: str) -> None:
    """By the genre, else by the kind of resource, its host and how it is issued."""
    assert article(body).type == kind


@pytest.mark.parametrize(
    ("info", "date"),
    [
        ("<dateIssued>2021</dateIssued>", "2021"), ("<dateIssued>Oct. 31, 2021</dateIssued>", "2021-10-31"),
        ("<dateIssued>n.d.</dateIssued>", None), ('<dateIssued encoding="iso8601">20211031</dateIssued>', "2021-10-31"),
        ('<dateIssued point="start">1998</dateIssued><dateIssued point="end">2001</dateIssued>', "1998/2001"),
        ('<dateIssued qualifier="approximate">1998</dateIssued>', "1998~"),
        ('<dateIssued qualifier="questionable">1998</dateIssued>', "1998?"),
        ('<dateIssued qualifier="approximate" point="start">1998</dateIssued>', "1998~"),
        ('<dateIssued>1998</dateIssued><dateIssued keyDate="yes">1999</dateIssued>', "1999"),
        ('<dateIssued>c1999</dateIssued><dateIssued encoding="marc">1999</dateIssued>', "1999"),
        ('<dateIssued>2003</dateIssued><dateCreated keyDate="yes">1955-03-22</dateCreated>', "1955-03-22"),
        ("<copyrightDate>2020</copyrightDate><dateCreated>2019</dateCreated>", "2020"),
    ],
)  # fmt: skip
def test_dates_keep_their_doubt(info: str, date: str | None) -> None:
    """Spans, approximate and questionable dates are said in EDTF."""
    found = article(f"<originInfo>{info}</originInfo>")
    assert (found.date.text if found.date else None) == date


def test_the_date_of_the_part_is_the_articles() -> None:
    """The day of the issue stands in the host's part; its year alone with the publisher."""
    body = HOST.format("<part><date>2021-10-31</date></part><originInfo><dateIssued>2021</dateIssued></originInfo>")
    found = article(body)
    assert found.date is not None
    assert found.date.text == "2021-10-31"


PARTS = """\
<name type="personal"><namePart type="family">King</namePart><namePart type="given">Martin</namePart>
<namePart type="termsOfAddress">Jr.</namePart><namePart type="date">1929-1968</namePart></name>"""


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ('<name type="personal"><namePart>Ivan Zuenko</namePart></name>', {"family": "Zuenko", "given": "Ivan"}),
        (PARTS, {"family": "King", "given": "Martin", "suffix": "Jr."}),
        ('<name type="corporate"><namePart>Ministry</namePart><namePart>Office</namePart></name>',
         {"literal": "Ministry. Office"}),
        ("<name><displayForm>Zuenko, Ivan</displayForm></name>", {"family": "Zuenko", "given": "Ivan"}),
        ("<name><namePart>TASS</namePart><role>author</role></name>", {"literal": "TASS"}),
    ],
)  # fmt: skip
def test_names_are_read_in_every_form(name: str, expected: dict[str, object]) -> None:
    """Parts, one part, several of an institution, a form for display; dates of life are no name."""
    assert [found.to_json() for found in article(name + name).authors] == [expected]


@pytest.mark.parametrize(
    ("body", "pages"),
    [
        ("<part><extent unit='pages'><start>3</start><end>3</end></extent></part>", "3"),
        ("<part><extent unit='page'><list>pp. 3-5</list></extent></part>", "pp. 3-5"),
        ("<part><detail type='page'><number>12</number></detail></part>", "12"),
        ("<part><extent unit='minutes'><start>3</start></extent></part>", ""),
    ],
)
def test_pages_are_read(body: str, pages: str) -> None:
    """Of the article's own part too; minutes are no pages."""
    assert article(body).pages == pages


def test_a_bad_record_costs_only_itself() -> None:
    """A broken record is a problem with its line and text; the others are read."""
    good = "<titleInfo><title>Good</title></titleInfo>"
    parsed = library(good, "<titleInfo><title>Bad & worse</title></titleInfo>", good)
    assert [found.title for found in parsed.articles] == ["Good", "Good"]
    [problem] = parsed.problems
    assert (problem.line, problem.raw) == (4, "<mods><titleInfo><title>Bad & worse</title></titleInfo></mods>")


def test_an_identifier_may_be_the_key() -> None:
    """The citation key is an identifier in bibutils' files; what is no key is none."""
    assert article('<identifier type="citekey">zuenko2021</identifier>').key == "zuenko2021"
    assert article('<identifier type="citekey">not a key</identifier>').key == ""


@given(st.lists(st.sampled_from([
    "<mods>", "</mods>", "<titleInfo>", "</titleInfo>", "<title>", "</title>", "x", "<name>", "</name>", "<namePart>",
    "</namePart>", "<relatedItem type='host'>", "</relatedItem>", "<part>", "</part>", "<originInfo>", "</originInfo>",
    "<dateIssued>2021</dateIssued>", "<!--", "-->", "&#0;", "\n",
])))  # fmt: skip
def test_any_arrangement_is_read_without_an_exception(parts: list[str]) -> None:
    """Pieces of records in any order give articles and problems."""
    read(f"<modsCollection>{''.join(parts)}</modsCollection>".encode())


def test_many_records_take_linear_time() -> None:
    """Five thousand records are read in seconds."""
    before = time.process_time()
    assert len(library(*["<titleInfo><title>T</title></titleInfo>"] * 5_000).articles) == 5_000
    assert time.process_time() - before < 10
