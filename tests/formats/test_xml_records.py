"""Libraries in XML as trees: lines, encodings, what is refused, and what follows a mistake."""

import time
import tracemalloc

import pytest

from quotebank.formats.parsed import Problem
from quotebank.formats.xml_records import DEEPEST, MOST_ELEMENTS, Record, records_of, root_of


def told(data: bytes) -> tuple[list[Record], list[Problem]]:
    """The records called ``r`` and the problems of a file whose root is ``all``."""
    found = list(records_of(data, "r", ("all",)))
    return [each for each in found if isinstance(each, Record)], [each for each in found if isinstance(each, Problem)]


def test_a_record_has_its_line_and_its_text() -> None:
    """Records stand in their order with line and raw text; text and elements in them keep theirs."""
    records, problems = told(b"<all>\n<r><a>1</a> two <a x='y'>3<b/></a></r>\n\n<r\n/></all>")
    assert problems == []
    assert [(record.line, record.raw) for record in records] == [
        (2, "<r><a>1</a> two <a x='y'>3<b/></a></r>"),
        (4, "<r\n/>"),
    ]
    element = records[0].element
    assert (element.text, [each.text for each in element.all("a")]) == ("1 two 3", ["1", "3"])
    assert (element.text_at("a/b"), element.all("a/b")[0].name, element.first("c")) == ("", "b", None)
    assert element.all("a")[1].attributes == {"x": "y"}


@pytest.mark.parametrize(
    ("encoding", "named", "is_told"),
    [
        ("utf-8", "UTF-8", False), ("utf-8", "ISO-8859-1", False), ("utf-8-sig", "UTF-8", False),
        ("utf-16", "UTF-16", False), ("utf-16-be", "UTF-16", False), ("cp1251", "windows-1251", False),
        ("koi8-r", "KOI8-R", False), ("cp1251", "UTF-8", True), ("cp1251", "no-such-thing", True),
        ("cp1251", "punycode", True),
    ],
)  # fmt: skip
def test_encodings_are_read(encoding: str, named: str, is_told: bool) -> None:
    """A mark, UTF-8 and the encoding that the file names are right; another is told by its letters, which is said."""
    text = f'<?xml version="1.0" encoding="{named}"?><all><r>Взгляд на новую этику</r></all>'
    records, problems = told(text.encode(encoding))
    assert [record.element.text for record in records] == ["Взгляд на новую этику"]
    assert [problem.mended for problem in problems] == [True] * is_told


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "&#0;", "&#x1F;", "&#8;", "&#00011;"])
def test_control_characters_are_left_out(sign: str) -> None:
    """XML has no control characters, but programs write them: they go, and that is told."""
    records, problems = told(f"<all><r>a{sign}b &#10; &#13; &#233;</r></all>".encode())
    assert [record.element.text for record in records] == ["ab é"]
    assert [problem.mended for problem in problems] == [True]


@pytest.mark.parametrize(
    "declaration",
    ['<!ENTITY a "b">', '<!ENTITY % a "b">', '<!ENTITY a SYSTEM "file:///etc/passwd">',
     '<!ENTITY % a SYSTEM "http://127.0.0.1/x"> %a;'],
)  # fmt: skip
def test_entities_are_refused(declaration: str) -> None:
    """A file that defines an entity, or names a file to read, is refused with one problem and not read at all."""
    records, [problem] = told(f"<!DOCTYPE all [\n{declaration}]>\n<all><r>&a;</r></all>".encode())
    assert records == []
    assert (problem.line, "refused, nothing was read" in problem.message) == (2, True)
    assert problem.raw == f"{declaration}]>"


def test_a_document_type_alone_is_read() -> None:
    """The name of a document type opens nothing."""
    records, problems = told(b'<!DOCTYPE all SYSTEM "http://127.0.0.1:1/x.dtd"><all><r>a</r></all>')
    assert ([record.element.text for record in records], problems) == (["a"], [])


@pytest.mark.parametrize(
    "inner", ["<a>" * DEEPEST + "</a>" * DEEPEST, "<a/>" * (MOST_ELEMENTS + 1)], ids=["deep", "many"]
)
def test_a_record_is_bounded(inner: str) -> None:
    """One with too many elements, or too deep, is a problem; the next is read."""
    records, [problem] = told(f"<all>\n<r>{inner}</r>\n<r>b</r></all>".encode())
    assert [(record.element.text, record.line) for record in records] == [("b", 3)]
    assert (problem.line, "more than" in problem.message) == (2, True)
    assert len(problem.raw) <= 2000


@pytest.mark.parametrize(
    ("text", "lines", "told_at"),
    [
        ("<all>\n<r>a</r>\n<r>b", [2], [3]),
        ("<all>\n<r>a</r>\n<r>b</all>\n<r>c</r>", [2], [3]),
        ("<all>\n<r>a</r>\n</oops>\n<r>b</r></all>", [2, 4], [3]),
        ("<all>\n<r>a</r>\n& text\n<r>b</r>\n<r>c & d</r>\n<r>e</r></all>", [2, 4, 6], [3, 5]),
        ("<r>a</r>\n<r>b</r>", [1, 2], [2]),
        ("<all>\n<x:r>a</y:r>\n<x:r>b</x:r></all>", [], [2]),
        ("\n\n<?xml version='1.0'?><all><r>a</r></all>", [3], [3]),
        ("<all><x/>", [], [1]),
        ("plain", [], [1]),
        ("<rss/>", [], [1]),
    ],
)
def test_what_follows_a_mistake_is_read(text: str, lines: list[int], told_at: list[int]) -> None:
    """Every record that is whole is read, every one that is not is a problem with its line."""
    records, problems = told(text.encode())
    assert [record.line for record in records] == lines
    assert [problem.line for problem in problems] == told_at


@pytest.mark.parametrize(
    "text",
    [
        "<r>" * 200_000, "<r>a</r><r>" * 10_000, "<all>" + "</r><r>" * 10_000, "<all>" + "<r>&</r>" * 5_000,
        "<all><r " + " ".join(f"a{n}='x'" for n in range(50_000)) + "/></all>", "<all><r>" + "x" * 3_000_000,
        "<all><r>" + "&amp;" * 500_000 + "</r></all>", "<" * 1_000_000, "<!--" * 200_000,
        "<all><r><![CDATA[" + "]" * 1_000_000, "<all>" + "<x:r></y:r>" * 5_000,
    ],
    ids=["open", "between", "closed", "bad", "attributes", "text", "references", "angles", "comments", "cdata",
         "mixed"],
)  # fmt: skip
def test_hostile_files_take_linear_time_and_little_memory(text: str) -> None:
    """Megabytes of broken markup are done in seconds, with a small multiple of their size."""
    data = text.encode()
    before = time.process_time()
    told(data)
    assert time.process_time() - before < 10
    tracemalloc.start()
    try:
        for _ in records_of(data, "r", ()):
            pass
        assert tracemalloc.get_traced_memory()[1] < 10 * len(data) + 20_000_000
    finally:
        tracemalloc.stop()


def test_a_large_library_is_read_in_pieces() -> None:
    """Records come as they are read: of thousands only a few are held at a time."""
    data = b"<all>" + b"<r><a>text of a record</a><b>more of it</b></r>\n" * 20_000 + b"</all>"
    tracemalloc.start()
    try:
        assert sum(1 for _ in records_of(data, "r", ())) == 20_000
        assert tracemalloc.get_traced_memory()[1] < len(data) * 3 + 10_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("start", "root"),
    [
        (b"<?xml version='1.0'?>\n<!-- c -->\n<!DOCTYPE a>\n<m:mods x='y'>", "mods"), (b"<xml>", "xml"), (b"", ""),
        (b"plain <a>", ""), (b"<?xml", ""), (b"<!-- never ends", ""), ("<a>".encode("utf-16"), "a"), (b"<a", ""),
    ],
)  # fmt: skip
def test_the_root_is_found(start: bytes, root: str) -> None:
    """Past declaration, comments and document type; of anything else there is none."""
    assert root_of(start) == root
