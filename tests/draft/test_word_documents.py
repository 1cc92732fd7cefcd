"""Drafts of word processors: their text, the citations of fields, those typed, and files that cannot be read."""

import base64
import io
import json
import re
import shutil
import subprocess
import time
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.draft.records import Part
from quotebank.draft.word_documents import read_docx, read_odt

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def pandoc() -> str:
    """The pandoc of the extra ``csl``, else that of the system; skips the test where there is none."""
    try:
        import pypandoc  # type: ignore[import-untyped, unused-ignore]

        return str(pypandoc.get_pandoc_path())
    except (ImportError, OSError):
        path = shutil.which("pandoc")
        return path or pytest.skip("pandoc is not installed")


def archive(parts: dict[str, str | bytes]) -> bytes:
    """A zip archive of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def escaped(text: str) -> str:
    """Text for XML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def docx(body: str, **notes: str) -> bytes:
    """A Word document of these paragraphs and notes."""
    parts: dict[str, str | bytes] = {"word/document.xml": f"<w:document {W} {MC}><w:body>{body}</w:body></w:document>"}
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    parts["_rels/.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{office}" Target="word/document.xml"/></Relationships>'
    )
    for kind, content in notes.items():
        parts[f"word/{kind}.xml"] = f"<w:{kind} {W}>{content}</w:{kind}>"
    return archive(parts)


def odt(body: str) -> bytes:
    """An OpenDocument text of these paragraphs."""
    text = f"<office:body><office:text>{body}</office:text></office:body>"
    content = f"<office:document-content {ODF}>{text}</office:document-content>"
    return archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def run(text: str) -> str:
    """A run of text."""
    return f'<w:r><w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'


def paragraph(*pieces: str) -> str:
    """A paragraph of these runs and fields."""
    return f"<w:p>{''.join(pieces)}</w:p>"


def field(code: str, shown: str) -> str:
    """A field of three parts; its code is broken over two runs, as Word breaks it."""
    half = len(code) // 2
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    codes = "".join(f"<w:r><w:instrText>{escaped(part)}</w:instrText></w:r>" for part in (code[:half], code[half:]))
    return mark("begin") + codes + mark("separate") + run(shown) + mark("end")


def zotero(*items: dict[str, object]) -> str:
    """The code of a field of Zotero."""
    return f" ADDIN ZOTERO_ITEM CSL_CITATION {json.dumps({'citationID': 'x', 'citationItems': items})} "


ITEMS: tuple[dict[str, object], ...] = (
    {"id": 12, "itemData": {"id": 12, "citation-key": "lankov2021", "title": "T"}, "locator": "3", "prefix": "see "},
    {"id": 13, "itemData": {"id": "zuenko2021", "title": "T"}, "locator": "2", "label": "chapter", "suffix": ", too"},
    {"id": 14, "itemData": {"id": 14, "note": "tex: x\nCitation Key: toloraya2020\n"}, "suppress-author": True},
)
EXPECTED = [
    ("lankov2021", "parenthetical", "see", "p. 3", "3"),
    ("zuenko2021", "parenthetical", "", "chapter 2 , too", "chapter 2"),
    ("toloraya2020", "suppressed", "", "", ""),
]


def details(part: Part) -> list[tuple[str, str, str, str, str]]:
    """Key, mode, prefix, suffix and locator of each citation."""
    return [(each.key, each.mode, each.prefix, each.suffix, each.locator) for each in part.citations]


def test_a_field_of_zotero_cites() -> None:
    """Each item of a field is a citation at the place of what the field shows; that is no prose."""
    part = read_docx(
        "x.docx",
        docx(paragraph(run("One.")) + paragraph(run("He said "), field(zotero(*ITEMS), "(Lankov 2021)"), run("."))),
    )
    assert details(part) == EXPECTED
    assert {each.spot for each in part.citations} == {("x.docx", 2, 9)}
    assert {part.text[each.start : each.end] for each in part.citations} == {"(Lankov 2021)"}
    assert {each.cluster for each in part.citations} == {0}
    assert part.prose == "One.\nHe said              .\n"
    assert part.troubles == ()


def test_a_simple_field_and_a_control_cite() -> None:
    """Simple fields, Mendeley's fields and the content controls of Mendeley Cite are read too."""
    code = zotero(ITEMS[0]).replace("ZOTERO_ITEM ", "")
    simple = f'<w:fldSimple w:instr="{escaped(code)}">{run("(a)")}</w:fldSimple>'
    tag = base64.b64encode(json.dumps({"citationItems": ITEMS[1:2]}).encode()).decode()
    control = (
        f'<w:sdt><w:sdtPr><w:tag w:val="MENDELEY_CITATION_v3_{tag}"/></w:sdtPr>'
        f"<w:sdtContent>{run('(b)')}</w:sdtContent></w:sdt>"
    )
    part = read_docx("x", docx(paragraph(simple, run(" and "), control)))
    assert details(part) == EXPECTED[:2]
    assert [each.cluster for each in part.citations] == [0, 1]


def test_notes_stand_where_they_are_referred_to() -> None:
    """Footnotes and endnotes are read once, at their reference, so that a line is a paragraph of the body."""
    body = paragraph(
        run("Text"),
        '<w:r><w:footnoteReference w:id="2"/></w:r>',
        run(" on."),
        '<w:r><w:endnoteReference w:id="1"/></w:r>',
    ) + paragraph(run("Next [@b]."))
    footnotes = (
        f'<w:footnote w:id="-1">{paragraph(run("no"))}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph(run("See "), field(zotero(ITEMS[0]), "Lankov"))}'
        f"{paragraph(run('more [@a]'))}</w:footnote>"
    )
    endnotes = f'<w:endnote w:id="1">{paragraph(run("End [@c]"))}</w:endnote>'
    part = read_docx("x", docx(body, footnotes=footnotes, endnotes=endnotes))
    assert " ".join(part.text.split()) == "Text See Lankov more [@a] on. End [@c] Next [@b]."
    assert [(each.key, each.spot.line) for each in part.citations] == [("lankov2021", 1), ("a", 1), ("c", 1), ("b", 2)]


def test_what_was_deleted_or_doubled_is_left_out() -> None:
    """Deleted and moved text, and the fallback of a drawing, are no text; what was inserted is."""
    body = paragraph(
        run("a"),
        f"<w:del>{run('[@no]')}</w:del>",
        f"<w:ins>{run('[@b]')}</w:ins>",
        f"<w:moveFrom>{run('[@no]')}</w:moveFrom>",
        f"<mc:AlternateContent><mc:Choice>{run('c')}</mc:Choice><mc:Fallback>{run('[@no]')}</mc:Fallback></mc:AlternateContent>",
        "<w:r><w:tab/><w:br/><w:noBreakHyphen/></w:r>",
    )
    part = read_docx("x", docx(body))
    assert part.text == "a[@b]c\t \N{NON-BREAKING HYPHEN}\n"
    assert [each.key for each in part.citations] == ["b"]


TYPED: tuple[tuple[str, list[str]], ...] = (
    ("[@a]", ["a"]),
    ("[see @a, p. 3; -@b, chap. 2]", ["a", "b"]),
    ("{@a} and @{b} and [@{c d}]", ["a", "c d"]),
    ("As @a [p. 3] and @b[4] say", ["a", "b"]),
    ("@handle said; mail a@b.org, [x@y.org], [no key; @a]", []),
    ("[@lankov2021b] [@lankov2021.]", ["lankov2021b", "lankov2021"]),
    ("[@a [@b]", ["b"]),
    ("[text] [12] (@no) [sic]", []),
)


@pytest.mark.parametrize(("text", "keys"), TYPED)
def test_citations_as_typed(text: str, keys: list[str]) -> None:
    """What stands in brackets as pandoc has it is a citation; accounts and addresses are none."""
    part = read_docx("x", docx(paragraph(run(text))))
    assert [each.key for each in part.citations] == keys
    assert all(part.text[each.start : each.end] == each.key for each in part.citations)


def test_notes_around_a_typed_key() -> None:
    """Prefix, suffix, locator and mode are read as pandoc has them."""
    part = read_docx("x", docx(paragraph(run("[see @a, pp. 3-4; -@b]; @c [p. 5]"))))
    assert details(part) == [
        ("a", "parenthetical", "see", "pp. 3-4", "3-4"),
        ("b", "suppressed", "", "", ""),
        ("c", "narrative", "", "p. 5", "5"),
    ]


def test_an_open_document_cites() -> None:
    """Reference marks of Zotero, bibliography marks and typed keys of an OpenDocument text cite; notes stay."""
    mark = escaped(zotero(ITEMS[0]).strip().removeprefix("ADDIN ") + " RNDabc")
    body = (
        "<text:tracked-changes><text:p>[@no]</text:p></text:tracked-changes>"
        "<text:h>Head</text:h><text:p>He<text:s text:c='2'/>said "
        f'<text:reference-mark-start text:name="{mark}"/>(L)<text:reference-mark-end text:name="{mark}"/>'
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Note "
        "[@n]</text:p></text:note-body></text:note>"
        ". <office:annotation><text:p>[@no]</text:p></office:annotation><text:bibliography-mark "
        'text:identifier="k">x</text:bibliography-mark></text:p>'
    )
    part = read_odt("x.odt", odt(body))
    assert part.text == "Head\nHe  said (L) Note [@n] . x\n"
    assert [(each.key, each.spot.line, each.cluster) for each in part.citations] == [
        ("lankov2021", 2, 0),
        ("n", 2, 1),
        ("k", 2, 2),
    ]
    assert part.prose.split() == ["Head", "He", "said", "Note", "."]


def bomb() -> bytes:
    """A document of 65 MB of spaces in a few kilobytes."""
    return archive({"word/document.xml": b" " * (65 << 20), "content.xml": b" " * (65 << 20)})


DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'


@pytest.mark.parametrize("read", [read_docx, read_odt])
@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no document"),
        (b"PK\x03\x04broken", "no document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "encrypted or old"),
        (archive({"other.txt": "x"}), "no text document"),
        (archive({"word/document.xml": "<a><b></a>", "content.xml": "<a><b></a>"}), "damaged"),
        (archive({"word/document.xml": DOCTYPE, "content.xml": DOCTYPE}), "document type"),
        (archive({"word/document.xml": "", "content.xml": ""}), "damaged"),
    ],
    ids=["empty", "torn", "old", "other", "broken", "entities", "hollow"],
)
def test_what_cannot_be_read_is_told(read: Callable[[str, bytes], Part], data: bytes, words: str) -> None:
    """A file that is no such document is one trouble, with what to do, and nothing else."""
    part = read("x", data)
    (trouble,) = part.troubles
    assert words in trouble.message
    assert trouble.hint
    assert trouble.spot == ("x", 1, 1)
    assert (part.text, part.prose, part.citations) == ("", "", ())


@pytest.mark.parametrize("read", [read_docx, read_odt])
def test_a_bomb_is_refused(read: Callable[[str, bytes], Part]) -> None:
    """A part that unpacks to more than a book's worth is refused, and no more than that is unpacked."""
    data = bomb()
    assert len(data) < 300_000
    assert "MiB" in read("x", data).troubles[0].message


def test_encrypted_parts_are_told() -> None:
    """Encryption is told as such, in both formats."""
    manifest = "<manifest:encryption-data/>"
    assert (
        "encrypted"
        in read_odt("x", archive({"content.xml": "x", "META-INF/manifest.xml": manifest})).troubles[0].message
    )
    data = bytearray(docx(paragraph(run("x"))))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    assert "encrypted" in read_docx("x", bytes(data)).troubles[0].message


@pytest.mark.parametrize(
    "code",
    [
        "ADDIN ZOTERO_ITEM CSL_CITATION {broken",
        "ADDIN ZOTERO_ITEM CSL_CITATION",
        'CSL_CITATION {"citationItems": 3}',
        'CSL_CITATION {"citationItems": [1, {"itemData": []}]}',
        "CSL_CITATION " + '{"a":' * 5000,
    ],
)
def test_a_broken_field_is_a_trouble(code: str) -> None:
    """A field whose code cannot be read is told with its paragraph; the rest is read."""
    part = read_docx("x", docx(paragraph(run("a [@b]")) + paragraph(field(code, "shown"))))
    assert [each.key for each in part.citations] == ["b"]
    assert [(each.spot.line, "cannot be read" in each.message) for each in part.troubles] == [(2, True)]


@given(st.binary(max_size=200), st.integers(0, 400))
def test_a_damaged_document_is_read_or_told(noise: bytes, at: int) -> None:
    """Whatever bytes replace a document's, the reader raises nothing and its prose has the length of its text."""
    whole = docx(paragraph(run("a [@b]"), field(zotero(ITEMS[0]), "x")))
    damaged = whole[:at] + noise + whole[at + len(noise) :]
    for read in (read_docx, read_odt):
        part = read("x", damaged)
        assert len(part.prose) == len(part.text)


@given(st.text("[]@;- a.,{}:\n\t\x0b\u2028", max_size=60))
def test_any_text_is_read(text: str) -> None:
    """Any text of a paragraph is read, and each key stands where it is said to."""
    part = read_docx("x", docx(paragraph(run(text.replace("\x0b", "")))))
    assert part.text.count("\n") == 1
    assert len(part.prose) == len(part.text)
    assert all(part.text[each.start : each.end] == each.key for each in part.citations)


@pytest.mark.parametrize("unit", ["[", "[@", "@", "@a", "{@a", "[@a;", "@a [", "[a@", "x"])
def test_time_is_linear(unit: str) -> None:
    """Eight times the text takes no more than about eight times as long."""

    def taken(size: int) -> float:
        data = docx(paragraph(run(unit * (size // len(unit)))))
        start = time.process_time()
        read_docx("x", data)
        return time.process_time() - start

    small = max(min(taken(12_500) for _ in range(3)), 0.002)
    assert min(taken(100_000) for _ in range(2)) < 40 * small


def test_fields_within_fields_are_linear() -> None:
    """Thousands of fields that are opened within one another are read in a moment."""
    opened = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("x")
    start = time.process_time()
    part = read_docx("x", docx(paragraph(opened * 20_000)))
    assert time.process_time() - start < 5
    assert part.citations == ()


@pytest.mark.tools
@pytest.mark.parametrize("format_", ["docx", "odt"])
def test_pandoc_writes_what_is_read(format_: str) -> None:
    """The text of a document that pandoc wrote is read, with its typed citations, notes and lists."""
    text = "He said “x”[^1] [@a, p. 3].\n\n# Head\n\n- item [@b]\n\n> quoted\n\n[^1]: Note [@c].\n"
    done = subprocess.run(
        [pandoc(), "-f", "markdown-citations", "-t", format_, "-o", "-"],
        input=text.encode(),
        capture_output=True,
        check=True,
    )
    part = (read_docx if format_ == "docx" else read_odt)("x", done.stdout)
    assert [each.key for each in part.citations] == ["c", "a", "b"]
    assert re.findall(r"\w+", part.prose) == ["He", "said", "x", "Note", "Head", "item", "quoted"]


@pytest.mark.tools
def test_pandoc_finds_the_citations_of_fields() -> None:
    """Pandoc reads from Zotero's fields as many citations in the same order, but names them by number."""
    data = docx(paragraph(run("He said "), field(zotero(*ITEMS), "(L)"), run(".")))
    done = subprocess.run(
        [pandoc(), "-f", "docx+citations", "-t", "json"], input=data, capture_output=True, check=False
    )
    if done.returncode != 0:
        pytest.skip(f"this pandoc reads no citations from docx: {done.stderr.decode()[:200]}")
    inlines = json.loads(done.stdout)["blocks"][0]["c"]
    (cite,) = (each["c"][0] for each in inlines if each["t"] == "Cite")
    assert len(cite) == len(read_docx("x", data).citations)
    assert [each["citationId"] for each in cite] == [str(item["id"]) for item in ITEMS]
