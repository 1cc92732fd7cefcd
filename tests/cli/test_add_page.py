"""``quotebank add`` with a page: from the web, from a file, with what the writer says besides, and never twice."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from quotebank.bank.snapshots import FOLDER
from tests.cli.conftest import Cli
from tests.ingest.web.servers import Server, http, redirect

CORPUS = Path(__file__).parent.parent / "ingest" / "page" / "corpus"
ADDRESS = "https://www.morningcourier.example/politics/2021/11/04/harbour-vote"
PARAGRAPHS = "".join(
    f"<p>The council met for the {place} time this week, and again nobody could say what the harbour will cost.</p>"
    for place in ("first", "second", "third", "fourth", "fifth")
)
PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Council votes on the harbour | The Morning Courier</title>
<meta property="og:site_name" content="The Morning Courier"><meta property="og:type" content="article">
<meta property="og:title" content="Council votes on the harbour"><link rel="canonical" href="{ADDRESS}">
<meta property="article:published_time" content="2021-11-04T23:30:00+02:00">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Council votes on the harbour",
"datePublished": "2021-11-04T23:30:00+02:00", "author": {{"@type": "Person", "name": "Jane Doeling"}}}}</script></head>
<body><article><h1>Council votes on the harbour</h1><p class="byline">By Jane Doeling</p>
<time datetime="2021-11-04">4 November 2021</time>{PARAGRAPHS}
<p>“We will not build it twice,” said the mayor.</p></article></body></html>"""


@pytest.fixture
def add(cli: Cli, tmp_path: Path) -> Cli:
    """The command line in a folder with an empty bank and the page in a file."""
    cli("init")
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    return cli


@pytest.fixture
def server() -> Iterator[Server]:
    """A server on this computer that has the page."""
    with Server({"/page": http(PAGE.encode(), kind="text/html; charset=utf-8"), "/away": redirect("/page")}) as started:
        yield started


def read(cli: Cli, *words: str) -> dict[str, object]:
    """The record that ``add`` would make."""
    outcome = cli("add", *words, "--json", "--dry-run")
    assert outcome.code == 0, outcome
    shape: dict[str, object] = json.loads(outcome.out)
    return {name: value for name, value in shape.items() if name not in ("added", "modified")}


def test_a_saved_page_is_a_record(add: Cli) -> None:
    """Title, authors, outlet, date, language and address are there, each with where it was found."""
    outcome = add("add", "page.html")
    assert (outcome.code, outcome.out) == (0, "doeling2021council\n"), outcome
    assert "“Council votes on the harbour”, Jane Doeling, The Morning Courier, 2021-11-04" in outcome.err
    shape = json.loads(add("show", "doeling2021council", "--json").out)
    assert (shape["outlet"], shape["date"], shape["url"]) == ("The Morning Courier", "2021-11-04", ADDRESS)
    assert shape["authors"] == [{"family": "Doeling", "given": "Jane"}]
    assert (shape["language"], shape["accessed"]) == ("en", "2021-11-30")
    assert {"title", "authors", "outlet", "date", "language", "url"} <= set(shape["provenance"])
    assert all(source.endswith(" %)") for source in shape["provenance"].values())


def test_the_same_page_over_http_is_the_same_record(add: Cli, server: Server) -> None:
    """Whether a page came from a file or from a server, after a redirect too, makes no difference."""
    saved = read(add, "page.html")
    assert read(add, server.url("/page"), "--allow-host", "127.0.0.1") == saved
    assert read(add, server.url("/away"), "--allow-host", "127.0.0.1") == saved


@pytest.mark.parametrize(
    "name", ["a_en_wordpress_yoast", "b_ru_daily_cp1251", "b_ja_column_sjis", "b_zh_tw_big5", "a_fr_amp"]
)
def test_pages_of_the_collection_over_http(add: Cli, tmp_path: Path, name: str) -> None:
    """Charsets and canonical addresses come out alike on both ways."""
    data = (CORPUS / f"{name}.html").read_bytes()
    kind = json.loads((CORPUS / f"{name}.json").read_text(encoding="utf-8"))["content_type"] or "text/html"
    (tmp_path / "it.html").write_bytes(data)
    with Server({"/it": http(data, kind=kind)}) as server:
        assert read(add, server.url("/it"), "--allow-host", "127.0.0.1") == read(add, "it.html")


def test_standard_input_is_a_page_too(add: Cli, tmp_path: Path) -> None:
    """``-`` reads the page's bytes as they are."""
    piped = add("add", "-", "--json", "--dry-run", stdin=(tmp_path / "page.html").read_bytes())
    assert json.loads(piped.out)["title"] == "Council votes on the harbour"


def test_the_writer_is_right(add: Cli) -> None:
    """Flags go before what the page says, and their provenance says so."""
    shape = read(
        add, "page.html", "--author", "Doeling, J. A.", "--date", "5 November 2021", "--tag", "ports", "--key", "mine"
    )
    assert shape["authors"] == [{"family": "Doeling", "given": "J. A."}]
    assert (shape["date"], shape["tags"], shape["key"]) == ("2021-11-05", ["ports"], "mine")
    provenance = shape["provenance"]
    assert isinstance(provenance, dict)
    assert (provenance["authors"], provenance["date"]) == ("typed", "typed")
    assert provenance["title"] != "typed"


def test_a_corrected_outlet_is_remembered_for_its_site(add: Cli, tmp_path: Path) -> None:
    """The next page of the site comes under the outlet's corrected name by itself."""
    assert add("add", "page.html", "--outlet", "Courier (Morning)").code == 0
    (tmp_path / "page.html").write_text(
        PAGE.replace("harbour-vote", "bridge-vote").replace(
            "Council votes on the harbour", "Council votes on a bridge"
        ),
        encoding="utf-8",
    )
    assert read(add, "page.html")["outlet"] == "Courier (Morning)"


def test_nothing_enters_twice(add: Cli, bank_file: Path) -> None:
    """The second time the key of the record that is there is printed, with the reason, and nothing is written."""
    key = add("add", "page.html").out
    before = bank_file.read_bytes()
    outcome = add("add", "page.html")
    assert (outcome.code, outcome.out) == (0, key)
    assert "is there already (" in outcome.err
    assert bank_file.read_bytes() == before
    assert add("add", "page.html", "--on-duplicate", "add").out != key


def test_what_is_there_can_be_brought_up_to_date(add: Cli) -> None:
    """``--on-duplicate update`` lays what the page says now over the record and keeps what only the record says."""
    key = add("add", "page.html", "--note", "Mine.", "--date", "2021-11-03").out.strip()
    outcome = add("add", "page.html", "--on-duplicate", "update")
    assert (outcome.code, outcome.out.strip()) == (0, key)
    shape = json.loads(add("show", key, "--json").out)
    assert (shape["note"], shape["date"]) == ("Mine.", "2021-11-04")


def test_typed_records_do_not_enter_twice_either(add: Cli) -> None:
    """What was typed and is there already is told with its key."""
    words = ("add", "-a", "Lankov, Andrei", "-o", "Valdai Club", "-d", "2021-11-11", "-t", "Kimjongunism")
    first, second = add(*words), add(*words)
    assert first.out == second.out
    assert "is there already" in second.err
    assert add(*words, "--on-duplicate", "add").out != first.out


def test_the_text_is_saved_and_quotes_are_held_against_it(add: Cli, tmp_path: Path, server: Server) -> None:
    """``--save`` keeps the readable text, ``--save-html`` the page too; ``verify`` finds quotes in it."""
    key = add("add", server.url("/page"), "--allow-host", "127.0.0.1", "--save").out.strip()
    assert [file.suffix for file in (tmp_path / "store" / FOLDER).iterdir()] == [".txt"]
    add("quote", key, "We will not build it twice", "--kind", "direct")
    add("quote", key, "We will build it twice", "--kind", "direct")
    outcome = add("verify", key)
    assert outcome.code == 1
    assert sorted(line.split("\t")[0] for line in outcome.out.splitlines()) == ["altered", "exact"]
    assert add("add", "page.html", "--save-html", "--on-duplicate", "update").code == 0
    assert {file.suffix for file in (tmp_path / "store" / FOLDER).iterdir()} == {".txt", ".gz"}


def test_a_record_that_is_there_gets_its_text(add: Cli, tmp_path: Path) -> None:
    """Asking for the text of what was added without it saves it; a dry run writes no file."""
    key = add("add", "page.html").out
    assert add("add", "page.html", "--save", "--dry-run").code == 0
    assert not (tmp_path / "store" / FOLDER).exists()
    outcome = add("add", "page.html", "--save")
    assert (outcome.out, "its text is saved now" in outcome.err) == (key, True)
    assert "snapshot" in json.loads(add("show", key.strip(), "--json").out)


def test_what_is_not_clear_is_left_out_and_told(add: Cli, tmp_path: Path) -> None:
    """A field the page does not say is empty, named with the flag that fills it, and not guessed."""
    (tmp_path / "bare.html").write_text(f"<html><head><title>Notes</title></head><body><h1>Notes</h1>{PARAGRAPHS}")
    outcome = add("add", "bare.html", "--json")
    shape = json.loads(outcome.out)
    assert "date" not in shape
    assert "no date: " in outcome.err
    assert "--date" in outcome.err
    assert "no date" not in add("add", "bare.html", "--date", "2021", "--on-duplicate", "add").err


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("none.html",), 66, "none.html"),
        (("store",), 73, "store"),
        (("https://",), 2, "https://"),
        (("ftp://example.org/a",), 2, "https://"),
        (("www.example.org/a",), 66, "https://www.example.org/a"),
        (("http://127.0.0.1:1/x",), 69, "127.0.0.1"),
        (("http://localhost/x",), 69, "localhost"),
        (("https://example.org/a", "--url", "https://example.org/b"), 2, "--url"),
        (("page.html", "--allow-host", "x"), 2, "--allow-host"),
        (("--save", "--title", "T"), 2, "--save"),
        (("page.html", "--on-duplicate", "often"), 2, "--on-duplicate"),
        (("page.html", "--on-duplicate", "ask"), 2, "ask"),
        (("page.html", "--date", "No. 10"), 65, "date"),
        (("pdf.html",), 65, "pdf.html"),
        (("empty.html",), 65, "empty.html"),
        (("wall.html",), 65, "wall.html"),
    ],
)
def test_mistakes_are_one_line(
    add: Cli, tmp_path: Path, bank_file: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    """What is no page, or cannot be had, ends with its documented code and one line, and the bank is as it was."""
    (tmp_path / "pdf.html").write_bytes(b"%PDF-1.7\n\x00\xff")
    (tmp_path / "empty.html").write_bytes(b"")
    (tmp_path / "wall.html").write_text("<title>Just a moment...</title><body>Checking your browser before accessing.")
    before = bank_file.read_bytes()
    outcome = add("add", *words)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (code, "", 1), outcome
    assert said in outcome.err
    assert bank_file.read_bytes() == before


@pytest.mark.parametrize(
    ("answer", "code", "said"),
    [
        (http(b"", status="404 Not Found"), 69, "404"),
        (http(b"", status="503 Service Unavailable"), 69, "503"),
        (http(b"%PDF-", kind="application/pdf"), 65, "PDF"),
        (http(b"<title>Access denied</title><p>Access denied."), 65, "save the page"),
        (redirect("file:///etc/passwd"), 69, "file"),
        (redirect("http://10.0.0.1/"), 69, "10.0.0.1"),
    ],
)
def test_servers_that_have_no_page(add: Cli, answer: bytes, code: int, said: str) -> None:
    """What a server sends instead of an article is told in one line with its code."""
    with Server({"/x": answer}) as server:
        outcome = add("add", server.url("/x"), "--allow-host", "127.0.0.1")
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (code, "", 1), outcome
    assert said in outcome.err


def test_a_digest_from_the_web(add: Cli) -> None:
    """``digest`` reads a page at an address, and the page says of itself where and when it stands."""
    text = "<p>Andrei Lankov wrote for the Valdai Club on November 11 that the system has changed.</p>"
    page = PAGE.replace(PARAGRAPHS, text * 1 + PARAGRAPHS)
    with Server({"/digest": http(page.encode())}) as server:
        words = ("digest", server.url("/digest"), "--allow-host", "127.0.0.1", "--dry-run", "--json")
        shape = json.loads(add(*words).out)
    assert (shape["report"]["title"], shape["report"]["outlet"]) == (
        "Council votes on the harbour",
        "The Morning Courier",
    )
    assert [source["outlet"] for source in shape["sources"]] == ["Valdai Discussion Club"]
