"""Zotero's JSON: items of both exports, creators, extra, notes and annotations, children in any order, broken files."""

import json
import time
from urllib.parse import quote as coded

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.formats.parsed import Parsed
from quotebank.formats.zotero_json import looks_like, read
from quotebank.formats.zotero_notes import read_note
from quotebank.formats.zotero_tables import TYPES as ITEM_TYPES
from quotebank.model.articles import TYPES, Article
from quotebank.model.quotes import Locator


def library(*items: object, **beside: object) -> Parsed:
    """What a Better BibTeX export of these items says."""
    return read(json.dumps({"config": {}, **beside, "items": items}, ensure_ascii=False).encode())


def article(**fields: object) -> Article:
    """The article of one item."""
    [found] = library({"itemType": "newspaperArticle", **fields}).articles
    return found


def passage(text: str, page: str = "", **data: object) -> str:
    """A passage in a note as Zotero's editor writes it."""
    item = {"uris": ["http://zotero.org/users/1/items/ITEM0001"], **({"locator": page} if page else {})}
    annotation = coded(json.dumps({"citationItem": item, **data}))
    return (
        f'<span class="highlight" data-annotation="{annotation}">“{text}”</span> '
        '<span class="citation">(<span class="citation-item">Doe, 2021</span>)</span>'
    )


def test_an_item_comes_into_its_fields() -> None:
    """Title, outlet, people, dates, address, language, tags; formatting goes, CSL variables and the rest come along."""
    found = article(
        title="A <i>new</i> ethics", publicationTitle="Profil", date="2021-10-31", accessDate="2021-11-02T10:00:00Z",
        url="https://example.org/a?utm_source=x", language="English", pages="1-2", issue="4", volume="7",
        section="Politics", citationKey="zuenko2021", tags=[{"tag": "China", "type": 1}, "ethics", {"tag": "China"}],
        creators=[
            {"creatorType": "author", "firstName": "Ivan", "lastName": "Zuenko"},
            {"creatorType": "author", "name": "Moscow Carnegie Center"},
            {"creatorType": "translator", "firstName": "Ann", "lastName": "van den Berg"},
            {"creatorType": "editor", "firstName": "Ed", "lastName": "Or"},
        ],
        DOI="https://doi.org/10.1/x", abstractNote="An abstract", place="Moscow", rights="free", unknownField=7,
        dateAdded="2021-11-02T10:00:00Z", itemKey="ABCD1234", version=3,
    )  # fmt: skip
    assert found.to_json() == {
        "key": "zuenko2021", "type": "article-newspaper", "title": "A new ethics",
        "authors": [{"family": "Zuenko", "given": "Ivan"}, {"literal": "Moscow Carnegie Center"}],
        "outlet": "Profil", "date": "2021-10-31", "issue": "4", "volume": "7", "pages": "1-2", "section": "Politics",
        "url": "https://example.org/a", "accessed": "2021-11-02", "language": "en",
        "translator": [{"family": "Berg", "given": "Ann", "particle": "van den"}], "tags": ["China", "ethics"],
        "added": "2021-11-02T10:00:00Z",
        "csl": {
            "DOI": "10.1/x", "abstract": "An abstract", "publisher-place": "Moscow",
            "editor": [{"family": "Or", "given": "Ed"}],
        },
        "zotero": {"rights": "free", "unknownField": 7, "key": "ABCD1234"},
    }  # fmt: skip


@pytest.mark.parametrize("kind", ITEM_TYPES)
def test_every_item_type_has_a_type(kind: str) -> None:
    """A type that quotebank knows is the article's; one that only CSL knows is kept for it, and goes out again."""
    found = article(itemType=kind, title="T")
    csl = found.extra.get("csl", {})
    assert found.type in TYPES
    assert found.type == ITEM_TYPES[kind] or csl == {"type": ITEM_TYPES[kind]}


def test_an_unknown_item_type_is_kept() -> None:
    """A type that Zotero may have one day is a document, and its name is not lost."""
    found = article(itemType="hologram")
    assert (found.type, found.extra) == ("document", {"zotero": {"itemType": "hologram"}})


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        ("blogTitle", "blogPost"), ("websiteTitle", "webpage"), ("bookTitle", "bookSection"),
        ("proceedingsTitle", "conferencePaper"), ("programTitle", "tvBroadcast"), ("seriesTitle", "podcast"),
        ("forumTitle", "forumPost"), ("encyclopediaTitle", "encyclopediaArticle"),
    ],
)  # fmt: skip
def test_every_kind_of_container_is_the_outlet(field: str, kind: str) -> None:
    """What an item appeared in is its outlet, whatever Zotero calls it."""
    found = article(itemType=kind, **{field: "Where"})
    assert found.outlet == "Where"
    assert found.extra in ({}, {"csl": {"type": "entry-encyclopedia"}})


def test_a_second_title_of_the_outlet_is_kept() -> None:
    """Of two fields that mean the same the more usual one is taken, the other is not lost."""
    found = article(publicationTitle="A", websiteTitle="B")
    assert (found.outlet, found.extra) == ("A", {"zotero": {"websiteTitle": "B"}})


@pytest.mark.parametrize(
    ("creator", "expected"),
    [
        ({"lastName": "Kim", "firstName": "Jong-un"}, {"family": "Kim", "given": "Jong-un", "family_first": True}),
        ({"lastName": "McDONALD", "firstName": "ANN"}, {"family": "McDONALD", "given": "ANN"}),
        ({"lastName": "King, Jr.", "firstName": "Martin"}, {"family": "King", "given": "Martin", "suffix": "Jr."}),
        ({"lastName": "Plato", "firstName": ""}, {"family": "Plato"}),
        ({"lastName": "Novaya Gazeta", "fieldMode": 1}, {"literal": "Novaya Gazeta"}),
        ({"name": "Bell, Book and Co"}, {"literal": "Bell, Book and Co"}),
        ({"lastName": "Ministry", "firstName": "of Trade"}, {"family": "Ministry", "given": "of Trade"}),
    ],
)
def test_names_keep_every_letter(creator: dict[str, object], expected: dict[str, object]) -> None:
    """Two fields are a person, one an institution; particles are told, capitals and words stay."""
    assert [name.to_json() for name in article(creators=[{"creatorType": "author", **creator}]).authors] == [expected]


def test_who_leads_an_item_is_its_author() -> None:
    """An interviewee, an artist or a presenter is an author; a nameless creator is nobody."""
    found = article(creators=[{"creatorType": "interviewee", "lastName": "Doe", "firstName": "J"}, {"name": " "}])
    assert [name.display for name in found.authors] == ["J Doe"]


def test_extra_is_read_line_by_line() -> None:
    """Lines that name a CSL variable say it, in any case; the key and the date are taken; the rest is kept."""
    lines = [
        "Citation Key: doe2021", "original-date: 1999-05", "Original Title: Novaya", "reviewed-author: Doe || Jane",
        "issued: 2020-01-02", "DOI: 10.2/y", "tex.ids= other", "foo: bar",
    ]  # fmt: skip
    for extra in (lines, "\n".join(lines)):
        found = article(extra=extra, date="2019")
        assert (found.key, found.date and found.date.text) == ("doe2021", "2020-01-02")
        assert found.extra == {
            "csl": {
                "original-date": {"date-parts": [[1999, 5]]}, "original-title": "Novaya",
                "reviewed-author": [{"family": "Doe", "given": "Jane"}], "DOI": "10.2/y",
            },
            "zotero": {"extra": "tex.ids= other\nfoo: bar"},
        }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "date", "csl"),
    [
        ("October 2021", "2021-10", None), ("2021-00-00", "2021", None), ("10/2021", "2021-10", None),
        ("11/04/2021", None, {"issued": {"literal": "11/04/2021"}}), ("", None, None),
    ],
)  # fmt: skip
def test_dates_are_read_or_kept(text: str, date: str | None, csl: object) -> None:
    """A date is never guessed at: one that could be two stays what it is, for CSL to print."""
    found = article(date=text)
    assert (found.date.text if found.date else None, found.extra.get("csl")) == (date, csl)


def test_an_archives_copy_is_told_from_the_page() -> None:
    """An item saved from a web archive gets the page's own address and the copy's beside it."""
    copy = "https://web.archive.org/web/20211101000000/https://example.org/a"
    found = article(url=copy)
    assert (found.url, found.archive_url) == ("https://example.org/a", copy)
    assert found.archive_date is not None
    assert found.archive_date.text == "2021-11-01"


def test_collections_are_kept_by_name() -> None:
    """The collections of a Better BibTeX export that hold an item are named with it."""
    parsed = library({"itemType": "book", "itemID": 3}, collections={"A": {"name": "Asia", "items": [3]}})
    assert parsed.articles[0].extra == {"zotero": {"collections": ["Asia"]}}


def test_annotations_are_quotes() -> None:
    """A highlight is a direct quote with page, comment, tags and time; a comment alone is one of that kind."""
    annotations = [
        {
            "annotationType": "highlight", "annotationText": "Some <b>words</b>", "annotationComment": "Really?",
            "annotationPageLabel": "xii", "annotationColor": "#ffd400", "tags": [{"tag": "key"}], "key": "ANNO0001",
            "dateAdded": "2021-11-02T10:00:00Z",
        },
        {"annotationType": "note", "annotationComment": "Only mine", "annotationPageLabel": "3"},
        {"annotationType": "ink"},
        {"annotationType": "image", "annotationComment": "A map"},
    ]  # fmt: skip
    parsed = library({"itemType": "book", "attachments": [{"title": "PDF", "annotations": annotations}]})
    assert list(parsed.problems) == []
    assert [quote.to_json() for quote in parsed.quotes] == [
        {
            "id": "", "article": "#0", "kind": "direct", "text": "Some words",
            "locator": {"label": "page", "value": "xii"}, "tags": ["key"], "note": "Really?",
            "added": "2021-11-02T10:00:00Z", "zotero": {"key": "ANNO0001", "color": "#ffd400"},
        },
        {"id": "", "article": "#0", "kind": "comment", "text": "Only mine", "locator": {"label": "page", "value": "3"}},
        {"id": "", "article": "#0", "kind": "comment", "text": "A map"},
    ]  # fmt: skip


def test_notes_give_quotes_and_a_note() -> None:
    """Passages in a note are quotes with page and comment; its own words are the article's note."""
    html = (
        "<h1>Annotations<br/>(11/2/2021, 10:00:00 AM)</h1>\n"
        f"<p>{passage('First words', '3')} mine &amp; yours</p>\n<p>{passage('Second', '4')} {passage('Third')}</p>"
        "<p>A thought of my own<br>in two lines</p><ul><li>one</li><li>two</li></ul>"
    )
    parsed = library({"itemType": "book", "notes": [html, {"note": "Plain"}]})
    assert parsed.articles[0].note == "A thought of my own\nin two lines\n\n- one\n- two\n\nPlain"
    assert [(quote.text, quote.locator, quote.note) for quote in parsed.quotes] == [
        ("First words", Locator("page", "3"), "mine & yours"),
        ("Second", Locator("page", "4"), ""),
        ("Third", None, ""),
    ]
    assert {quote.kind for quote in parsed.quotes} == {"direct"}


def test_a_passage_is_there_once() -> None:
    """What stands in an annotation and in a note made from it is one quote with what either says."""
    item = {
        "itemType": "book",
        "notes": [f"<p>{passage('Some words', '3')} from the note</p>"],
        "attachments": [
            {
                "annotations": [
                    {
                        "annotationType": "highlight",
                        "annotationText": "Some words",
                        "annotationPageLabel": "3",
                        "tags": ["t"],
                    },
                    {"annotationType": "highlight", "annotationText": "Some words", "annotationPageLabel": "9"},
                ]
            }
        ],
    }
    assert [(quote.note, quote.tags, quote.locator and quote.locator.value) for quote in library(item).quotes] == [
        ("from the note", ("t",), "3"),
        ("", (), "9"),
    ]


@pytest.mark.parametrize(
    ("html", "text", "passages"),
    [
        ('<span class="highlight">«A»</span> <span class="citation">(Doe, 2021, S. 3)</span>', "", [("A", "3", "")]),
        ('<p>Before <span class="underline">A b</span> after</p>', "Before", [("A b", None, "after")]),
        ('<p><span class="highlight" data-annotation="%7Bbroken">"A"</span></p>', "", [("A", None, "")]),
        ('<p><span class="highlight"> </span>x</p>', "", []),
        ('<p>see <span class="citation">(Doe, 2021)</span></p>', "see (Doe, 2021)", []),
        ("<script>alert(1)</script><p>a<!-- b -->c</p>", "ac", []),
        ("<p>unclosed <b>bold", "unclosed bold", []),
        ("a &lt; b", "a < b", []),
        ("\x00 \ud800", "", []),
        ("", "", []),
    ],
)
def test_notes_of_any_shape_are_read(html: str, text: str, passages: list[tuple[str, str | None, str]]) -> None:
    """Old and broken notes give their text; pages are read from the citation where its data say none."""
    note = read_note(html)
    assert note.text == text
    found = [(each.text, each.locator.value if each.locator else None, each.comment) for each in note.passages]
    assert found == passages


API = [
    {"key": "ANNO0001", "data": {"key": "ANNO0001", "itemType": "annotation", "parentItem": "FILE0001",
     "annotationType": "highlight", "annotationText": "Words", "annotationPageLabel": "2"}},
    {"data": {"key": "NOTE0001", "itemType": "note", "parentItem": "ITEM0001", "note": "<p>Tagged</p>",
     "tags": [{"tag": "todo"}]}},
    {"data": {"key": "FILE0001", "itemType": "attachment", "parentItem": "ITEM0001", "title": "PDF"}},
    {"data": {"key": "ITEM0001", "itemType": "webpage", "title": "T", "citationKey": "t2021"}},
    {"data": {"key": "FILE0002", "itemType": "attachment", "title": "Alone.pdf"}},
    {"data": {"key": "ANNO0002", "itemType": "annotation", "parentItem": "FILE0002", "annotationText": "More"}},
]  # fmt: skip


def test_children_of_the_api_find_their_items() -> None:
    """The API's list is flat and in any order; a file without an item is a document of its own."""
    parsed = read(json.dumps(API).encode())
    assert list(parsed.problems) == []
    assert [(each.type, each.title) for each in parsed.articles] == [("webpage", "T"), ("document", "Alone.pdf")]
    assert [(quote.article, quote.kind, quote.text, quote.tags) for quote in parsed.quotes] == [
        ("#0", "direct", "Words", ()),
        ("#1", "direct", "More", ()),
        ("#0", "comment", "Tagged", ("todo",)),
    ]


def test_a_note_of_no_item_gives_its_passages_to_those_it_cites() -> None:
    """A passage goes to the item that its citation names; words that belong to none are told as lost."""
    note = {"itemType": "note", "note": f"<p>{passage('Words', '3')}</p>"}
    item = {"itemType": "book", "uri": "http://zotero.org/users/1/items/ITEM0001"}
    parsed = library(note, item)
    assert [quote.article for quote in parsed.quotes] == ["#0"]
    assert list(parsed.problems) == []
    assert "whose item is not in the file" in library(note).problems[0].message
    assert "whose item" in library(item, {"itemType": "note", "note": "Mine"}).problems[0].message


@pytest.mark.parametrize(
    ("item", "words"),
    [
        ('{"title": "no type"}', "itemType"), ("3", "itemType"), ('{"itemType": 3}', "itemType"),
        ('{"itemType": "book", "title": ["x"]}', "title: text is needed"),
        ('{"itemType": "book", "creators": "x"}', "creators"), ('{"itemType": "book", "creators": ["x"]}', "creators"),
        ('{"itemType": "book", "notes": [3]}', "a note is text"),
        ('{"itemType": "annotation", "parentItem": "NONE0001", "annotationText": "x"}', "not in the file"),
        ('{"itemType": "book", "attachments": [{"annotations": [{"annotationType": "highlight"}]}]}', "without text"),
        ('{"itemType": "book", "attachments": [{"annotations": [{"annotationText": ["x"]}]}]}', "annotationText"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_line(item: str, words: str) -> None:
    """A bad entry is a problem with its line and its text; what stands around it is read."""
    good = '{"itemType": "book", "title": "Good"}'
    parsed = read(f'{{"items": [\n{good},\n{item},\n{good}\n]}}'.encode())
    assert [each.title for each in parsed.articles].count("Good") == 2
    [problem] = parsed.problems
    assert (problem.line, problem.raw) == (3, item)
    assert words in problem.message


@pytest.mark.parametrize(
    ("text", "articles", "line"),
    [
        ('[{"itemType": "book"},\n{"itemType": "book"', 1, 2), ('[{"itemType": "book"}\n {"itemType": "book"}]', 1, 2),
        ("null", 0, 1), ("\n\nhello", 0, 3), ('{"itemType": "book"} x', 1, 1),
        ('{"items": [{"itemType": "book"}', 1, 1),
        ("[" * 100_000, 0, 1),
    ],
)  # fmt: skip
def test_what_is_no_json_ends_the_reading(text: str, articles: int, line: int) -> None:
    """What comes before the mistake is read, and the mistake has its line."""
    parsed = read(text.encode())
    assert len(parsed.articles) == articles
    assert [problem.line for problem in parsed.problems] == [line]


def test_numbers_that_json_cannot_say_again_are_texts() -> None:
    """Infinity, NaN and numbers of a thousand digits do not come into a bank as such."""
    long = "9" * 5000
    parsed = read(f'[{{"itemType": "book", "a": 1e999, "b": NaN, "c": -Infinity, "d": {long}}}]'.encode())
    assert parsed.articles[0].extra == {"zotero": {"a": "1e999", "b": "NaN", "c": "-Infinity", "d": long}}


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (b'{"config": {"label": "BetterBibTeX JSON"}, "collections": {', True), (b'\xef\xbb\xbf [{"itemType"', True),
        (b'[{"id": "x", "type": "book"}]', False), (b'<a>"itemType"</a>', False), (b"", False),
    ],
)  # fmt: skip
def test_it_is_told_by_its_beginning(start: bytes, expected: bool) -> None:
    """Better BibTeX's heading or an item type; CSL-JSON is not taken for it."""
    assert looks_like(start) == expected


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
FIELDS = st.sampled_from((
    "itemType", "title", "creators", "tags", "notes", "note", "attachments", "annotations", "extra", "date", "url",
    "parentItem", "annotationText", "key", "itemID", "language", "uri", "citationKey", "DOI", "x",
))  # fmt: skip


@given(st.lists(st.dictionaries(FIELDS, JSON, max_size=6).map(lambda item: {"itemType": "book", **item}), max_size=3))
def test_any_items_are_read_without_an_exception(items: list[dict[str, object]]) -> None:
    """Whatever the fields hold, articles or problems come back, and quotes point to articles."""
    parsed = read(json.dumps(items).encode())
    assert len(parsed.articles) + len(parsed.problems) >= sum(item["itemType"] == "book" for item in items)
    assert {quote.article for quote in parsed.quotes} <= {f"#{n}" for n in range(len(parsed.articles))}
    for each in parsed.articles:
        assert Article.from_json(json.loads(json.dumps(each.to_json()))).title == each.title


@given(st.lists(st.sampled_from([
    "<p>", "</p>", "<br>", '<span class="highlight">', '<span class="citation">', "</span>",
                                 "<li>", "“", "”", "x", "(p. 3)", "<h1>", "</h1>", "<", "&",
])))  # fmt: skip
def test_any_note_is_read_without_an_exception(parts: list[str]) -> None:
    """Pieces of notes in any order give text and passages, and no word is lost."""
    html = "".join(parts)
    note = read_note(html)
    found = note.text + "".join(each.text + each.comment for each in note.passages)
    assert found.count("x") <= html.count("x")


@pytest.mark.parametrize(
    "html",
    ["<p>" * 50_000, "<span class='highlight'>" * 50_000, f"<p>{passage('x', '1')}</p>" * 3_000, "\n" * 1_000_000,
     "<b>" * 100_000 + "x", "&" * 500_000],
    ids=["p", "span", "passages", "lines", "b", "ampersands"],
)  # fmt: skip
def test_hostile_notes_take_linear_time(html: str) -> None:
    """Notes of a megabyte are read in seconds."""
    before = time.process_time()
    read_note(html)
    assert time.process_time() - before < 10
