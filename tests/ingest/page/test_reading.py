"""Pages read as a whole."""

import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotebank.ingest.page import Page, Unsure, no_outlet, read_page
from quotebank.model.articles import Article
from tests.ingest.page.make import PARAGRAPHS, PROSE, TODAY, URL, html, ld, meta, read

FULL = html(
    "<title>Council keeps plan for harbour | The Northern Ledger</title>"
    + meta(
        og__site_name="The Northern Ledger",
        og__type="article",
        article__published_time="2021-11-04T10:00:00+00:00",
        article__section="Politics",
    )
    + f'<link rel="canonical" href="{URL}">'
    + ld(
        headline="Council keeps plan for harbour", datePublished="2021-11-04T10:00:00Z", author={"name": "Jane Miller"}
    ),
    '<article><h1>Council keeps plan for harbour</h1><p class="byline">By Jane Miller</p>'
    '<time datetime="2021-11-04T10:00:00Z">4 November 2021</time>',
    prose=PARAGRAPHS + "</article>",
    lang="en-GB",
)


def test_a_well_made_page() -> None:
    """All fields of a well-made page are read, surely, and nothing is unsure."""
    page = read(FULL)
    article = page.article
    assert article.title == "Council keeps plan for harbour"
    assert [name.display for name in article.authors] == ["Jane Miller"]
    assert (article.outlet, article.language, article.url, article.section) == (
        "The Northern Ledger",
        "en-GB",
        URL,
        "Politics",
    )
    assert article.date is not None
    assert article.date.edtf() == "2021-11-04"
    assert article.type == "article-newspaper"
    assert (page.wall, page.unsure, page.warnings) == ("", (), ())
    assert (article.key, article.accessed, article.tags) == ("", None, ())


def test_the_record_survives_its_json() -> None:
    """What a page gives is a whole record."""
    article = read(FULL).article
    assert Article.from_json(article.to_json()) == article


def test_a_saved_page_gives_the_same_record() -> None:
    """A page over HTTP from a local server, with its address, and saved, gives one record."""
    served = read(FULL, "http://127.0.0.1:8123/page.html", content_type="text/html; charset=utf-8").article
    kept = read(f"<!-- saved from url=(0048){URL} -->{FULL}", "").article
    assert served == read(FULL, "").article
    assert served.to_json() | {"provenance": 0} == kept.to_json() | {"provenance": 0}


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "cp1252", "gb18030"])
def test_charsets_make_no_difference(codec: str) -> None:
    """The same page in another charset, declared in the header, gives the same record."""
    assert read(FULL.encode(codec), content_type=f"text/html; charset={codec}").article == read(FULL).article


def test_broken_markup_makes_no_difference() -> None:
    """Unclosed, overlapping and stray tags do not change the record."""
    broken = FULL.replace("</p>", "").replace("</article>", "</div></b>").replace("<body>", "<body><b><body>")
    assert read(broken).article.to_json() | {"provenance": 0} == read(FULL).article.to_json() | {"provenance": 0}


def test_a_contradicted_author_is_told() -> None:
    """Authors that contradict each other are left out and listed."""
    head = ld(headline="Council keeps plan", author={"name": "Jane Miller"}) + meta(
        author="Robert Brown", citation_author="Ann Lee"
    )
    page = read(html(f"<title>Council keeps plan</title>{head}", "<h1>Council keeps plan</h1>"))
    assert page.article.authors == ()
    assert {"Jane Miller", "Ann Lee"} <= set(page.unsure[-1].candidates)
    assert page.unsure[-1].field == "authors"


def test_the_outlet_is_no_author() -> None:
    """An author field that names the outlet gives no author, and nothing to doubt either."""
    head = meta(og__site_name="The Northern Ledger", author="The Northern Ledger") + ld(
        headline="Council keeps plan", author={"@type": "Organization", "name": "Northern Ledger"}
    )
    page = read(html(f"<title>Council keeps plan</title>{head}", "<h1>Council keeps plan</h1>"))
    assert page.article.authors == ()
    assert "authors" not in {unsure.field for unsure in page.unsure}


def test_the_visible_byline_completes_the_metadata() -> None:
    """A byline that has the declared author and a second one is the fuller list."""
    head = ld(headline="Council keeps plan", author={"name": "Jane Miller"})
    body = '<article><h1>Council keeps plan</h1><p class="byline">By Jane Miller and Robert Brown</p>'
    page = read(html(f"<title>Council keeps plan</title>{head}", body, prose=f"{PARAGRAPHS}</article>"))
    assert [name.display for name in page.article.authors] == ["Jane Miller", "Robert Brown"]


def test_readable_text() -> None:
    """The text is the article's, a paragraph a line, without menus."""
    menu = "<nav><ul>" + "<li><a href=/x>Politics and more</a></li>" * 20 + "</ul></nav>"
    text = read(html("<title>Council keeps plan</title>", f"{menu}<h1>Council keeps plan</h1>")).text()
    assert PROSE.strip() in text.split("\n")
    assert "Politics and more" not in text


def test_readable_text_of_odd_pages() -> None:
    """Where no article is found the visible text is given; an empty page has none."""
    assert read("<html><title>x</title><p>Four short words here.</p>").text() == "Four short words here."
    assert Page(Article()).text() == ""


def test_damage_is_told() -> None:
    """Unreadable bytes, and a page too long to be read whole, are told in the warnings."""
    assert any("bytes" in warning for warning in read(FULL.encode()[:-1] + b"\xd0").warnings)
    assert any("too long" in warning for warning in read(FULL + "<br>" * 70_000).warnings)


def test_a_declared_page_loads_no_heavy_library() -> None:
    """htmldate, py3langid, trafilatura and charset_normalizer stay out where the page declares what they guess."""
    code = (
        "import sys, datetime; from quotebank.ingest.page import read_page;"
        "page = read_page(sys.stdin.buffer.read(), today=datetime.date(2026, 1, 1)); assert page.article.date;"
        "heavy = {'htmldate', 'py3langid', 'trafilatura', 'charset_normalizer', 'dateparser', 'typer', 'numpy'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    root = Path(__file__).parents[3]
    result = subprocess.run(
        [sys.executable, "-c", code], input=FULL.encode(), capture_output=True, check=True, cwd=root
    )
    assert result.stdout.strip() == b"[]"


def test_importing_the_room_loads_nothing() -> None:
    """The room's name alone loads neither lxml nor the readers."""
    code = (
        "import sys, quotebank.ingest.page as p; print('lxml' in sys.modules, p.__name__ + '.reading' in sys.modules)"
    )
    root = Path(__file__).parents[3]
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=root)
    assert result.stdout.split() == [b"False", b"False"]


def test_the_public_names() -> None:
    """The room offers these names and no others."""
    import quotebank.ingest.page as room

    assert room.read_page is read_page
    assert (room.Page, room.Unsure, room.no_outlet) == (Page, Unsure, no_outlet)
    assert no_outlet("northernledger.example") == ""
    with pytest.raises(AttributeError, match="nothing"):
        _ = room.nothing


TAGS = st.sampled_from(
    [
        "<h1>",
        "</h1>",
        "<p>",
        "<article>",
        "</article>",
        "<div class=author>",
        "<time>",
        "<script type='application/ld+json'>",
        "</script>",
        "<title>",
        "</title>",
        "<meta name=author content='",
        "'>",
        "<a href='/'>",
        "<!--",
        "-->",
        "<b",
        "&amp;",
        '{"@type":"NewsArticle",',
        "4 November 2021",
        "By Jane Miller",
        "记者",
        "\x00",
        "\ud83d",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(TAGS | st.text(max_size=12), max_size=30))
def test_any_page_gives_a_page(pieces: list[str]) -> None:
    """Whatever the markup, there is a page whose record can be written, and no error."""
    data = ("<html>" + "".join(pieces)).encode("utf-8", "surrogatepass")
    page = read_page(data, today=TODAY)
    assert Article.from_json(page.article.to_json()) == page.article
    assert not {unicodedata.category(char) for char in page.article.title} & {"Cc", "Cs", "Zl", "Zp"}


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_give_a_page(data: bytes) -> None:
    """Whatever the bytes, there is a page."""
    assert isinstance(read_page(b"<p>" + data, today=TODAY), Page)


def authors(head: str, body: str) -> list[str]:
    """The authors read from a page of these parts."""
    return [name.display for name in read(html(head, body)).article.authors]


def test_an_agency_alone_in_the_dateline() -> None:
    """Where nobody else is named, the agency of the dateline is the author; a byline comes before it."""
    lead = f"<p>Kassel (dpa) – {PROSE}</p>"
    assert authors("", "<h1>Trains run again after the storm</h1>" + lead) == ["dpa"]
    assert authors("", '<h1>Trains run again after the storm</h1><p class="byline">By Jane Miller</p>' + lead) == [
        "Jane Miller"
    ]


def test_the_title_is_no_author() -> None:
    """A title in capitals beside the date of a press release is not taken for somebody's name."""
    body = "<p>12 April 2019</p><h2>Upper Gate To Be Reviewed</h2>"
    page = read(html("<title>Upper Gate To Be Reviewed</title>", body))
    assert page.article.title == "Upper Gate To Be Reviewed"
    assert page.article.authors == ()


def test_a_section_is_no_author() -> None:
    """A declared author of one word that is a piece of the page's title is a section of the paper."""
    head = "<title>Open the lock now | Letters | The Weekly</title>" + meta(article__author="Letters")
    assert authors(head, "<h1>Open the lock now</h1>") == []
    assert authors(head.replace('"Letters"', '"Zuenko"'), "<h1>Open the lock now</h1>") == ["Zuenko"]


def test_the_outlets_short_name_as_author_is_doubted() -> None:
    """A declared author that is most of the outlet's name yields to a signature, but a byline bears it out."""
    head = meta(og__site_name="Jane Miller Blog", author="Jane Miller")
    assert authors(head, "<h1>On harbours and their plans</h1>") == []
    assert authors(head, '<h1>On harbours and their plans</h1><p class="byline">By Jane Miller</p>') == ["Jane Miller"]


def test_prose_is_not_searched_for_a_confirmed_author() -> None:
    """A page whose byline bears its declared author out is read without the search of its text being loaded."""
    code = (
        "import sys, datetime; from quotebank.ingest.page import read_page;"
        f"page = read_page({FULL.encode()!r}, url={URL!r}, today=datetime.date(2026, 11, 26));"
        "assert page.article.authors; print('quotebank.ingest.page.byline_prose' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_page_in_chinese_is_not_called_empty() -> None:
    """Four hundred Chinese characters are an article: no warning says that the text may lie behind a wall."""
    prose = "".join(f"<p>{'河水从来没有这样低过，驳船排成一列等着上游放水。' * 3}</p>" for _ in range(3))
    page = read(html("<title>河水</title>", "<h1>河水见底，驳船何时能走</h1>", lang="zh", prose=prose))
    assert page.article.title
    assert page.warnings == ()
