"""Citing and exporting on the command line: styles, profiles, formats, library files in and out."""

import json
import os
import stat
from pathlib import Path

import pytest

from tests.cite.test_pandoc import needs_pandoc
from tests.cli.conftest import Cli

DIGEST = "countryreport2021russia"


@needs_pandoc
def test_notes_by_a_style_shorten(sample: Cli) -> None:
    """The first note is full, a later one of the same work short, the place in both."""
    done = sample(
        "cite", "lankov2021", "zuenko2021", "lankov2021", "--style", "chicago-notes-bibliography", "--para", "3"
    )
    first, other, later = done.out.splitlines()
    assert first == "Andrei Lankov, Valdai Club, October 28, 2021, para. 3."
    assert other.startswith("Ivan Zuenko")
    assert later == "Lankov, para. 3."


@needs_pandoc
@pytest.mark.parametrize(
    ("style", "words"),
    [
        ("apa", "as cited in Country Report"),
        ("mla", "qtd. in Country Report"),
        ("chicago-notes-bibliography", "quoted in "),
    ],
)
def test_a_quote_says_where_it_was_read(sample: Cli, style: str, words: str) -> None:
    """Quote, citation, the source that was read and the place there, worded as the style has it."""
    ident = sample("search", "hypersonic glider", "--ids").out.split()[0]
    done = sample("cite", "--quote", ident, "--style", style)
    assert words in done.out
    assert "12" in done.out
    assert done.out.startswith("How, Timokhin asks")


@needs_pandoc
def test_bibliographies_list_what_the_style_wants(sample: Cli) -> None:
    """APA lists the digest that was read, Chicago the item too, and both say so."""
    apa = sample("cite", "mirzaian2021", "--style", "apa", "--as", "bibliography")
    assert "Mirzaian" not in apa.out
    assert f"{DIGEST} added" in apa.err
    assert "mirzaian2021 left out" in apa.err
    chicago = sample("cite", "mirzaian2021", "--style", "chicago", "--as", "bibliography")
    assert len(chicago.out.splitlines()) == 2
    assert "left out" not in chicago.err


@needs_pandoc
@pytest.mark.parametrize(("name", "start"), [("markdown", "- "), ("plain", ""), ("footnotes", "[^")])
def test_exports_are_worded_by_a_style(sample: Cli, name: str, start: str) -> None:
    """A list, text or footnotes, an entry for each of the thirteen works."""
    done = sample("export", "--style", "chicago-author-date", "--format", name)
    lines = [line for line in done.out.splitlines() if line]
    assert len(lines) == 13
    assert all(line.startswith(start) for line in lines)
    assert sample("export", "--style", "apa").code == 2


@needs_pandoc
def test_styles_by_name_and_file(sample: Cli, tmp_path: Path) -> None:
    """An unknown style names the nearest; a file is taken for a style only if it is one."""
    wrong = sample("cite", "lankov2021", "--style", "apaa")
    assert (wrong.code, "did you mean apa" in wrong.err) == (2, True)
    (tmp_path / "x.csl").write_text("<html/>")
    assert sample("cite", "lankov2021", "--csl", "x.csl").code == 65
    assert sample("cite", "lankov2021", "--csl", "nowhere.csl").code == 66
    assert sample("cite", "lankov2021", "--csl", "x.csl", "--style", "apa").code == 2
    assert sample("cite", "lankov2021", "--lang", "de").code == 2
    assert "turabian-author-date" in sample("styles", "turabian").out.split()
    assert sample("styles", "nothing like this").code == 1
    assert "apa" in json.loads(sample("styles", "apa", "--json").out)


@pytest.mark.parametrize(
    "script", ["#!/bin/sh\nexit 3\n", "#!/bin/sh\nkill -9 $$\n", "#!/bin/sh\necho pandoc 2.9\n", "not a program"]
)
def test_a_pandoc_that_will_not_do(sample: Cli, tmp_path: Path, script: str) -> None:
    """One line that says which, why and what to do, exit code 69, nothing on stdout."""
    program = tmp_path / "pandoc"
    program.write_text(script)
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    (tmp_path / "x.csl").write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>x</title><id>x</id>'
        '</info><citation><layout><text variable="title"/></layout></citation></style>'
    )
    done = sample("cite", "lankov2021", "--csl", "x.csl", QUOTEBANK_PANDOC=str(program), PATH=os.environ["PATH"])
    assert (done.code, done.out) == (69, "")
    assert len(done.err.splitlines()) == 1
    assert "install quotebank[csl]" in done.err or "try again" in done.err


def test_forms_without_a_style(sample: Cli) -> None:
    """The form of quotebank itself needs nothing installed, and HTML is one of them."""
    assert sample("cite", "lankov2021", "--as", "html").out == "Andrei Lankov, <em>Valdai Club</em>, 28 October 2021\n"
    assert sample("cite", "lankov2021", "--locator", "chapter:3").out.rstrip().endswith("chap. 3")
    assert sample("cite", "lankov2021", "--locator", "7").out.rstrip().endswith("p. 7")
    assert sample("cite", "lankov2021", "--locator", "shelf:7").code == 2
    assert sample("cite", "lankov2021", "--locator", "7", "--page", "7").code == 2
    assert sample("cite", "lankov2021", "--as", "poster").code == 2


@pytest.mark.parametrize("name", ["biblatex", "bibtex", "csl-json", "ris"])
def test_a_library_goes_out_and_comes_back(sample: Cli, tmp_path: Path, name: str) -> None:
    """What is exported and imported into a new bank is the same records; a second time nothing is new."""
    assert sample("export", "--format", name, "--output", "library").code == 0
    assert sample("init", "new").code == 0
    done = sample("import", "library", "--json", "--bank", "new/store/bank.jsonl")
    assert (done.code, len(json.loads(done.out)["added"])) == (0, 13)
    again = sample("import", "library", "--json", "--bank", "new/store/bank.jsonl")
    assert len(json.loads(again.out)["skipped"]) == 13
    there = sample("export", "--format", name, "--sources", "asked", "--bank", "new/store/bank.jsonl").out
    assert there.count("lankov2021a") >= 1
    for key in ("lankov2021", "zavtra2021", "prokhanovnd"):
        one = json.loads(sample("show", key, "--json").out)
        other = json.loads(sample("show", key, "--json", "--bank", "new/store/bank.jsonl").out)
        assert {**other, "quotes": 0} == {**one, "quotes": 0}
    assert tmp_path.joinpath("library").stat().st_size > 3000


def test_the_example_in_other_formats(sample: Cli) -> None:
    """Typst, spreadsheets, footnotes, pandoc and plain text: thirteen works in each, chosen by suffix too."""
    assert sample("export", "--output", "x.yml").code == 0
    assert sample("export", "--format", "hayagriva").out.count("  type: ") >= 13
    assert len(sample("export", "--format", "csv").out.splitlines()) == 14
    assert sample("export", "--format", "footnotes").out.count("[^") == 13
    assert sample("export", "--format", "pandoc").out.splitlines()[0] == "[@countryreport2021russia]"
    assert len(sample("export", "--format", "plain", "--sort", "date").out.splitlines()) == 13
    assert sample("export", "--ascii").out.isascii()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--format", "bibtx"], "bibtex"), (["--profile", "chicgo"], "chicago"), (["--sort", "colour"], "author"),
        (["--sources", "some"], "both"), (["--output", "x.doc"], ".bib"),
    ],
)  # fmt: skip
def test_wrong_choices_name_the_right_ones(sample: Cli, words: list[str], told: str) -> None:
    """A format, profile, order or mode that is none: one line with the choice, exit code 2, nothing written."""
    done = sample("export", *words)
    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert len(done.err.splitlines()) == 1


def test_profiles_differ_where_the_styles_do(sample: Cli) -> None:
    """Each family of styles has its subtype and its words for the source that was read."""
    key = "mirzaian2021"
    texts = {
        name: sample("export", "--key", key, "--sources", "both", "--profile", name).out
        for name in ("standard", "chicago", "apa", "mla", "gost", "pandoc")
    }
    assert all(f"@misc{{{DIGEST}" in text for text in texts.values())
    assert "entrysubtype = {nonacademic}" in texts["apa"]
    assert "As cited in" in texts["apa"]
    assert "Qtd. in" in texts["mla"]
    assert "Цит. по:" in texts["gost"]
    assert all("Quoted in" in texts[name] for name in ("standard", "chicago", "pandoc"))
    assert DIGEST in sample("export", "--key", key, "--profile", "apa").out
    assert f"{{{key}," not in sample("export", "--key", key, "--profile", "apa").out


def test_broken_libraries_are_told_and_nothing_is_lost(sample: Cli, tmp_path: Path) -> None:
    """What would be lost keeps everything out until --keep-going; what was only mended is told with file and line."""
    good = "@book{new2, title = {B}, year = 2020}\n"
    (tmp_path / "lib.bib").write_text("@article{new1, title = {A}, title = {C}}\n\n" + good)
    refused = sample("import", "lib.bib")
    assert (refused.code, "lib.bib: line 1" in refused.err, "stands twice" in refused.err) == (65, True, True)
    assert sample("show", "new2").code == 1
    assert sample("import", "lib.bib", "--keep-going").code == 65
    assert sample("show", "new1").code == 0
    (tmp_path / "mended.bib").write_text("@article{new3, title = {The \\foo A} year = 2021}\n" + good)
    mended = sample("import", "mended.bib")
    assert (mended.code, "mended.bib: line 1" in mended.err, "comma is missing" in mended.err) == (0, True, True)
    assert "\\foo" in mended.err
    assert sample("show", "new3").code == 0
    (tmp_path / "noise").write_bytes(b"just words")
    assert sample("import", "noise").code == 2


def test_rekey_prints_old_and_new(sample: Cli) -> None:
    """Old key, new key, a line each; the old one goes on working; no choice of articles is a mistake."""
    done = sample("rekey", "lankov2021", "--to", "lankov-mine")
    assert done.out == "lankov2021 lankov-mine\n"
    assert sample("show", "lankov2021").code == 0
    assert "ids = {lankov2021}" in sample("export", "--key", "lankov-mine").out
    assert sample("rekey").code == 2
    assert sample("rekey", "--all", "lankov2021").code == 2
    assert sample("rekey", "--all", "--pattern", "[auth]", "--dry-run", "--json").out.startswith("[")


def test_an_export_that_cannot_be_written(sample: Cli, tmp_path: Path, bank_file: Path) -> None:
    """Into a folder that is not there, or over the bank: one line, exit code 73, nothing left behind."""
    before = bank_file.read_bytes()
    for target in ("nowhere/x.bib", "store/bank.jsonl"):
        done = sample("export", "--format", "biblatex", "--output", target)
        assert (done.code, done.out, len(done.err.splitlines())) == (73, "", 1)
    assert bank_file.read_bytes() == before
    assert not (tmp_path / "nowhere").exists()


@needs_pandoc
def test_commands_cite_what_was_read(sample: Cli) -> None:
    """For APA and MLA the source in the citation is the one that was read, the other is in words; for Chicago both."""
    ident = sample("search", "hypersonic glider", "--ids").out.split()[0]
    apa = sample("cite", "--quote", ident, "--style", "apa", "--as", "pandoc").out
    assert apa.rstrip().endswith(f"[Timokhin, 2021, as cited in @{DIGEST}, para. 12]")
    mla = sample("cite", "--quote", ident, "--style", "mla", "--as", "pandoc").out
    assert mla.rstrip().endswith(f"[Timokhin, qtd. in @{DIGEST}, para. 12]")
    latex = sample("cite", "--quote", ident, "--style", "apa", "--as", "latex").out
    assert latex.rstrip().endswith(f"\\parencite[{{Timokhin, 2021, as cited in}}][{{para.~12}}]{{{DIGEST}}}")
    chicago = sample("cite", "--quote", ident, "--style", "chicago", "--as", "pandoc").out
    assert chicago.rstrip().endswith(f"[@timokhin2021; quoted in @{DIGEST}, para. 12]")
    assert sample("cite", "timokhin2021", "--style", "apa", "--as", "pandoc").out == "[@timokhin2021]\n"
