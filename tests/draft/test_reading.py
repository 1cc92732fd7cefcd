"""Drafts read whole: formats told apart, includes followed, and what cannot be read said where it is asked for."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

import quotebank.draft
from quotebank.draft import FORMS, Part, Trouble, read_draft
from quotebank.draft import reading as rules
from quotebank.draft.recognition import declared_encoding, decode, find_form, other_file, recognise
from quotebank.draft.records import ReadFile, Spot
from quotebank.errors import BadInput, CannotCreate, MissingFile, NotPermitted, UsageError


def folder(files: dict[str, str | bytes], asked: list[str] | None = None) -> ReadFile:
    """What reads files out of a mapping, and notes what was asked for."""

    def read(name: str) -> bytes:
        if asked is not None:
            asked.append(name)
        if name.endswith("/"):
            raise CannotCreate(f"{name}: reading failed (is a directory)", "choose another path")
        if name not in files:
            raise MissingFile(f"{name}: reading failed (no such file or directory)", "check the path")
        found = files[name]
        return found.encode() if isinstance(found, str) else found

    return read


def keys(parts: tuple[Part, ...]) -> list[list[str]]:
    """The keys cited in each part."""
    return [[citation.key for citation in part.citations] for part in parts]


def flat(found: list[list[str]]) -> list[str]:
    """The keys of all parts in one list."""
    return [key for part in found for key in part]


def troubles(parts: tuple[Part, ...]) -> list[Trouble]:
    """Everything that could not be read."""
    return [trouble for part in parts for trouble in part.troubles]


SAMPLES = {
    "markdown": "A claim [@lankov2021, p. 3].\n",
    "latex": "\\documentclass{article}\\begin{document}A claim \\cite{lankov2021}.\\end{document}\n",
    "aux": "\\relax\n\\citation{lankov2021}\n",
    "bcf": '<?xml version="1.0" encoding="UTF-8"?>\n<bcf:controlfile xmlns:bcf="https://sourceforge.net/projects/biblatex">'
    '<bcf:section number="0"><bcf:citekey order="1">lankov2021</bcf:citekey></bcf:section></bcf:controlfile>\n',
    "typst": "#set page(width: 10cm)\nA claim @lankov2021.\n",
    "rst": ".. default-role:: any\n\nA claim :cite:p:`lankov2021`.\n",
    "org": "#+title: A claim\n\nA claim [cite:@lankov2021 p. 3].\n",
}
SUFFIX = {
    "markdown": ".md",
    "latex": ".tex",
    "aux": ".aux",
    "bcf": ".bcf",
    "typst": ".typ",
    "rst": ".rst",
    "org": ".org",
}


@pytest.mark.parametrize("form", SAMPLES)
def test_a_format_is_told_by_name_and_by_content(form: str) -> None:
    """The same citation is found by the file's ending, by what is in the file, and when the format is said."""
    text = SAMPLES[form]
    for name, said in ((f"paper{SUFFIX[form]}", ""), (f"PAPER{SUFFIX[form].upper()}", ""), ("-", ""), ("x.txt", form)):
        (part,) = read_draft(name, folder({name: text}), form=said)
        assert (part.format, part.name, part.troubles) == (form, name, ())
        assert [citation.key for citation in part.citations] == ["lankov2021"]


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.qmd", "markdown"), ("a.Rmd", "markdown"), ("a.markdown", "markdown"), ("a.ltx", "latex"),
        ("a.Rnw", "latex"),
        ("a.docx", "docx"), ("a.ODT", "odt"), ("README", "markdown"), ("a.txt", "markdown"),
    ],
)  # fmt: skip
def test_endings_of_names(name: str, form: str) -> None:
    """Endings count in any case, and what tells nothing is Markdown."""
    assert recognise(name, b"A claim.") == form


def test_documents_are_told_by_content() -> None:
    """An archive without a name is a document: OpenDocument by its type, which stands first, else Word's."""
    assert recognise("-", b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text") == "odt"
    assert recognise("-", b"PK\x03\x04....[Content_Types].xml") == "docx"


@pytest.mark.parametrize(
    ("said", "form"), [("markdown", "markdown"), ("QMD", "markdown"), (".tex", "latex"), ("typ", "typst")]
)
def test_formats_by_their_names(said: str, form: str) -> None:
    """A format may be called by its name or by an ending of its files."""
    assert find_form(said) == form


def test_an_unknown_format_names_the_known() -> None:
    """A format that is none is refused with the choice, before anything is read."""
    asked: list[str] = []
    with pytest.raises(UsageError, match="'pdf'") as caught:
        read_draft("a.md", folder({}, asked), form="pdf")
    assert all(form in caught.value.hint for form in FORMS)
    assert asked == []


def test_latex_includes_from_the_main_folder() -> None:
    r"""LaTeX names files from where the main one lies, with or without .tex; each is read once, and loops end."""
    asked: list[str] = []
    files: dict[str, str | bytes] = {
        "p/main.tex": r"\cite{a}\input{ch/one}\include{ch/two}\input{ch/one.tex}",
        "p/ch/one.tex": r"\cite{b}\input{ch/three}",
        "p/ch/two.tex": r"\cite{c}\input{main}",
        "p/ch/three.tex": r"\cite{d}",
    }
    parts = read_draft("p/main.tex", folder(files, asked))
    assert [part.name for part in parts] == ["p/main.tex", "p/ch/one.tex", "p/ch/three.tex", "p/ch/two.tex"]
    assert keys(parts) == [["a"], ["b"], ["d"], ["c"]]
    assert troubles(parts) == []
    assert len(asked) == len(set(asked)) == 4


def test_latex_looks_beside_the_including_file_too() -> None:
    r"""A file that \import brought in names its own neighbours; a name may have another ending than .tex."""
    files = {
        "main.tex": r"\import{parts/}{one}\input{notes.v2}", "parts/one.tex": r"\input{two}\cite{a}",
        "parts/two.tex": r"\cite{b}", "notes.v2": r"\cite{c}",
    }  # fmt: skip
    parts = read_draft("main.tex", folder(dict(files)))
    assert sorted(flat(keys(parts))) == ["a", "b", "c"]
    assert troubles(parts) == []


@pytest.mark.parametrize(
    ("ending", "include", "cite"),
    [
        ("qmd", "{{{{< include {} >}}}}", "[@{}]"),
        ("typ", '#include "{}"', "@{}"),
        ("rst", ".. include:: {}", ":cite:p:`{}`"),
        ("org", '#+include: "{}"', "[cite:@{}]"),
    ],
)
def test_others_include_from_the_including_file(ending: str, include: str, cite: str) -> None:
    """Markdown, Typst, reStructuredText and Org name files from where the including one lies."""
    text = "Text {}.\n\n{}\n"
    files = {
        f"p/main.{ending}": text.format(cite.format("a"), include.format(f"sub/one.{ending}")),
        f"p/sub/one.{ending}": text.format(cite.format("b"), include.format(f"two.{ending}")),
        f"p/sub/two.{ending}": text.format(cite.format("c"), include.format(f"../main.{ending}")),
    }
    parts = read_draft(f"p/main.{ending}", folder(dict(files)))
    assert [part.name for part in parts] == list(files)
    assert keys(parts) == [["a"], ["b"], ["c"]]
    assert troubles(parts) == []


def test_aux_files_of_chapters() -> None:
    r"""The .aux of a document names those of its \include'd chapters."""
    files = {
        "main.aux": "\\relax\n\\citation{a}\n\\@input{one.aux}\n\\@input{two.aux}\n",
        "one.aux": "\\relax\n\\citation{b}\n",
    }  # fmt: skip
    parts = read_draft("main.aux", folder(dict(files)))
    assert keys(parts) == [["a"], ["b"]]
    (trouble,) = troubles(parts)
    assert (trouble.spot.file, trouble.spot.line) == ("main.aux", 4)


@pytest.mark.parametrize(
    ("name", "text", "line", "column"),
    [
        ("a.tex", "\\cite{a}\n  text \\input{gone} \\cite{b}", 2, 8),
        ("a.tex", "% gone\ngone, \\include{gone}\n\\cite{a}\\cite{b}", 2, 7),
        ("a.qmd", "[@a]\n\n{{< include gone.qmd >}}\n\n[@b]\n", 3, 1),
        ("a.typ", '@a and @b\n\n#include "gone.typ"\n', 3, 1),
        ("a.rst", ":cite:`a` :cite:`b`\n\n.. include:: gone.rst\n", 3, 1),
        ("a.org", '[cite:@a] [cite:@b]\n\n#+INCLUDE: "gone.org"\n', 3, 1),
    ],
)
def test_a_missing_include_has_its_place(name: str, text: str, line: int, column: int) -> None:
    """An include that is not there is told with line and column; the rest is read."""
    parts = read_draft(name, folder({name: text}))
    assert keys(parts) == [["a", "b"]]
    (trouble,) = troubles(parts)
    assert trouble.spot == (name, line, column)
    assert trouble.message.startswith("gone")
    assert "not there" in trouble.message
    assert trouble.hint


def test_what_need_not_be_there() -> None:
    r"""\InputIfFileExists asks first, and some files come with TeX: neither is missed."""
    text = r"\input{glyphtounicode}\InputIfFileExists{local}{}{}\cite{a}"
    assert troubles(read_draft("a.tex", folder({"a.tex": text}))) == []


def test_a_folder_a_binary_and_a_page_are_troubles() -> None:
    """Includes that are folders, pictures or addresses are told, each at its place, and the others read."""
    text = "\\input{dir/}\n\\input{pic.pgf}\n\\input{https://x.example/a}\n\\input{ok}\n"
    files: dict[str, str | bytes] = {"a.tex": text, "pic.pgf": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "ok.tex": r"\cite{a}"}

    def read(name: str) -> bytes:
        if name.startswith("dir"):
            raise CannotCreate(f"{name}: reading failed (is a directory)", "choose another path")
        return folder(files)(name)

    parts = read_draft("a.tex", read)
    assert flat(keys(parts)) == ["a"]
    said = [(trouble.spot.file, trouble.spot.line, trouble.message) for trouble in troubles(parts)]
    assert ("pic.pgf", 1, "this is a binary file, no text") in said
    assert any(file == "a.tex" and line == 1 and "is a directory" in message for file, line, message in said)
    assert any(file == "a.tex" and line == 3 and "no file here" in message for file, line, message in said)
    assert len(said) == 3


def test_the_main_file_must_be_there() -> None:
    """A draft that is not there, or may not be read, is an error of its own."""
    with pytest.raises(MissingFile):
        read_draft("a.md", folder({}))

    def refuse(name: str) -> bytes:
        raise NotPermitted(f"{name}: reading failed (permission denied)")

    with pytest.raises(NotPermitted):
        read_draft("a.md", refuse)


def test_a_folder_as_draft() -> None:
    """A folder named as a draft is a trouble: others can still be read."""
    (part,) = read_draft("dir/", folder({}))
    assert part.troubles == (Trouble(Spot("dir/", 1, 1), "reading failed (is a directory)", "choose another path"),)
    assert (part.text, part.prose, part.citations) == ("", "", ())


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n...", "PDF"), (b"{\\rtf1\\ansi}", "RTF"), (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Word"),
        (b"PK\x03\x04\0\0", "archive"), (b"GIF89a\0\0", "binary"),
    ],
)  # fmt: skip
def test_other_files_say_what_they_are(data: bytes, what: str) -> None:
    """Files that are no text say what they are and what to do."""
    (part,) = read_draft("a.md", folder({"a.md": data}))
    (trouble,) = part.troubles
    assert what in trouble.message
    assert trouble.hint
    assert part.citations == ()


def test_a_document_is_no_other_file() -> None:
    """What its format reads from bytes is left to its reader."""
    assert other_file(b"PK\x03\x04\0\0", "docx") is None
    assert other_file(b"<?xml", "bcf") is None
    assert other_file(b"%PDF-1.7", "docx") is not None


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Größe [@a]".encode(), "Größe [@a]"),
        (b"\xef\xbb\xbf" + "Größe [@a]".encode(), "Größe [@a]"),
        ("Größe [@a]".encode("utf-16"), "Größe [@a]"),
        (b"\xfe\xff" + "Größe [@a]".encode("utf-16-be"), "Größe [@a]"),
    ],
)
def test_encodings_with_their_marks(data: bytes, text: str) -> None:
    """UTF-8 with or without a mark of byte order, and UTF-16 with one, are the same text."""
    (part,) = read_draft("a.md", folder({"a.md": data}))
    assert part.text == text
    assert part.troubles == ()
    assert [citation.spot for citation in part.citations] == [("a.md", 1, 9)]


def test_a_stray_nul_is_no_binary() -> None:
    """A text with one NUL in it is told of it and read."""
    text = "A claim\0 of some length, so that it is nothing but a slip, as in [@a].\n"
    (part,) = read_draft("a.md", folder({"a.md": text}))
    assert [citation.key for citation in part.citations] == ["a"]
    assert other_file(("ä\0" * 9).encode(), "markdown") is not None
    assert other_file(b"\xe4\0" + b"x" * 99, "markdown") is not None


def test_a_wrong_encoding_has_its_place() -> None:
    """The first byte that is no UTF-8 is told with line and column; what is cited is found all the same."""
    data = "[@a] ä\n".encode() + "zweite Größe [@b]\n".encode("latin-1")
    (part,) = read_draft("a.md", folder({"a.md": data}))
    assert keys((part,)) == [["a", "b"]]
    (trouble,) = part.troubles
    assert trouble.spot == ("a.md", 2, 10)
    assert "0xf6" in trouble.message


def test_a_declared_encoding_is_none_of_them() -> None:
    """LaTeX's inputenc says how the whole draft is to be read, its includes too."""
    files: dict[str, str | bytes] = {
        "a.tex": "\\usepackage[latin1]{inputenc}\n\\input{b}Größe".encode("latin-1"),
        "b.tex": "ganz groß".encode("latin-1"),
    }
    parts = read_draft("a.tex", folder(files))
    assert [part.text[-5:] for part in parts] == ["Größe", " groß"]
    assert troubles(parts) == []


@pytest.mark.parametrize(
    ("start", "encoding"),
    [
        (rb"\usepackage[utf8]{inputenc}", "utf-8"), (rb"\usepackage[cp1251]{inputenc}", "cp1251"),
        (rb"  \usepackage[ansinew]{inputenc}", "cp1252"), (rb"% \usepackage[latin1]{inputenc}", "utf-8"),
        (b"% !TeX encoding = ISO-8859-1", "iso8859-1"), (b".. -*- coding: koi8-r -*-", "koi8-r"),
        (b"# -*- mode: org; coding: latin-1 -*-", "iso8859-1"), (rb"\usepackage[nonsense]{inputenc}", "utf-8"),
        (b"-*- coding: base64 -*-", "utf-8"), (b"-*- coding: idna -*-", "utf-8"), (b"", "utf-8"),
    ],
)  # fmt: skip
def test_declared_encodings(start: bytes, encoding: str) -> None:
    """What declares an encoding of a text is believed; other codecs, and what is commented out, are not."""
    assert declared_encoding(start + b"\ntext\n") == encoding


@given(st.binary(max_size=200), st.sampled_from(["utf-8", "cp1252", "iso8859-1"]))
def test_bytes_always_become_text(data: bytes, encoding: str) -> None:
    """Any bytes are decoded, and the offset of what does not fit lies in the text."""
    found = decode(data, encoding)
    assert -1 <= found.offset <= len(found.text)
    assert (found.offset < 0) == (not found.message)


def test_macros_of_latex_are_known_everywhere() -> None:
    """A command that cites, defined in an included file, cites in the others too."""
    files = {
        "main.tex": "\\input{macros}\\begin{document}\\press{a}\\input{one}\\input{gone}\\end{document}",
        "macros.tex": "\\newcommand{\\press}[1]{\\footcite{#1}}", "one.tex": "\\press{b}",
    }  # fmt: skip
    parts = read_draft("main.tex", folder(dict(files)))
    assert keys(parts) == [["a"], [], ["b"]]
    assert [trouble.message for trouble in troubles(parts)] == ["gone.tex: included, and not there"]


def test_labels_of_typst_are_known_everywhere() -> None:
    """A reference to a label in another file of the draft is no citation."""
    files = {"main.typ": '#include "one.typ"\n\n@map and @a\n', "one.typ": "= Map <map>\n\n@b\n"}
    assert keys(read_draft("main.typ", folder(dict(files)))) == [["a"], ["b"]]


def test_loops_and_chains_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """However deep or many, includes come to an end, which is told where it is reached."""
    monkeypatch.setattr(rules, "DEEPEST", 5)
    chain = {f"{n}.tex": f"\\cite{{k{n}}}\\input{{{n + 1}}}" for n in range(9)}
    parts = read_draft("0.tex", folder(dict(chain)))
    assert flat(keys(parts)) == [f"k{n}" for n in range(6)]
    assert [(trouble.spot.file, "deep" in trouble.message) for trouble in troubles(parts)] == [("5.tex", True)]
    monkeypatch.setattr(rules, "MOST_FILES", 3)
    many = {"0.tex": "".join(f"\\input{{{n}}}" for n in range(1, 9)), **{f"{n}.tex": "" for n in range(1, 9)}}
    parts = read_draft("0.tex", folder(dict(many)))
    assert len(parts) == 3
    assert all("more than 3 files" in trouble.message for trouble in troubles(parts))
    monkeypatch.setattr(rules, "MOST_TROUBLES", 2)
    assert len(troubles(read_draft("0.tex", folder(dict(many))))) == 2


def test_a_draft_is_no_bottomless_pit(monkeypatch: pytest.MonkeyPatch) -> None:
    """All files of a draft together have a largest size."""
    monkeypatch.setattr(rules, "MOST_BYTES", 50)
    files = {"0.tex": "\\input{1}\\input{2}", "1.tex": "x" * 60, "2.tex": "\\cite{a}"}
    parts = read_draft("0.tex", folder(dict(files)))
    assert [part.name for part in parts] == ["0.tex", "1.tex"]
    assert "2.tex: not read" in troubles(parts)[0].message


def test_standard_input_is_nobody_s_include() -> None:
    """A file called - that a draft includes is a file beside it."""
    asked: list[str] = []
    read_draft("a.qmd", folder({"a.qmd": "{{< include - >}}\n"}, asked))
    assert asked[0] == "a.qmd"
    assert "-" not in asked


@pytest.mark.parametrize("said", ["\\input{a\0b}", "\\input{" + "x" * 5000 + "}", "\\input{}", "\\input{../../..}"])
def test_odd_names_are_no_faults(said: str) -> None:
    """Names that no file can have end in a trouble at most."""
    parts = read_draft("a.tex", folder({"a.tex": f"A claim of some length \\cite{{a}}. {said}"}))
    assert keys(parts)[0] == ["a"]


@given(
    st.dictionaries(st.sampled_from(["a.tex", "b.tex", "c.tex"]), st.text(alphabet="\\input{abc}\n%@[]. ", max_size=60))
)
def test_any_files_are_read(files: dict[str, str]) -> None:
    """Whatever drafts hold, reading them ends with a part for the main file, and prose as long as the text."""
    parts = read_draft("a.tex", folder({"a.tex": "\\input{b}\\input{c}", **files}))
    assert parts[0].name == "a.tex"
    assert all(len(part.prose) == len(part.text) for part in parts)


def test_what_cannot_be_read_may_say_anything() -> None:
    """A reader's own refusal is passed on as a trouble, its words without the name twice."""

    def read(name: str) -> bytes:
        if name == "a.tex":
            return b"\\input{b}"
        raise BadInput(f"{name}: not read, it is no plain file", "include a file")

    (part,) = read_draft("a.tex", read)
    assert [trouble.message for trouble in part.troubles] == ["b.tex: not read, it is no plain file"]


@pytest.mark.parametrize("name", quotebank.draft.__all__)
def test_the_room_s_names(name: str) -> None:
    """Every name the room offers is there."""
    assert getattr(quotebank.draft, name) is not None


def test_no_other_name() -> None:
    """A name it does not offer is an ordinary error."""
    find: Callable[[], object] = lambda: quotebank.draft.nothing  # noqa: E731
    with pytest.raises(AttributeError, match="nothing"):
        find()
