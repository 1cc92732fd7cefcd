"""``export --cited-in``: the bibliography of a draft, what is wrong in it, and checking one that is there already."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Cli

DRAFT = """---
title: On the border
---

As @lankov2021 [p. 3] has it, and others [see @zuenko2021; @mirzaian2021].
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A draft that cites three records of the example, one of them read in the digest alone."""
    path = tmp_path / "paper.md"
    path.write_text(DRAFT, encoding="utf-8")
    return path


ALONE = ("--sources", "asked")
"""Flags that leave out the digest, in which everything in the example was read."""


def entries(text: str) -> list[str]:
    """The keys of a .bib file's entries."""
    return [line.partition("{")[2].rstrip(",") for line in text.splitlines() if line.startswith("@")]


def test_just_what_is_cited(sample: Cli, draft: Path) -> None:
    """The cited records and what one of them was read in, and nothing else."""
    done = sample("export", "--cited-in", "paper.md")
    assert done.code == 0
    assert sorted(entries(done.out)) == ["countryreport2021russia", "lankov2021", "mirzaian2021", "zuenko2021"]
    assert done.err == "countryreport2021russia added: read for what is quoted in it\n"


@pytest.mark.parametrize(
    ("name", "format_"),
    [("refs.bib", "biblatex"), ("refs.csl.json", "csl-json"), ("refs.yml", "hayagriva"), ("refs.json", "json"),
     ("refs.ris", "ris"), ("refs.csv", "csv")],
)  # fmt: skip
def test_any_format_into_a_file(sample: Cli, draft: Path, tmp_path: Path, name: str, format_: str) -> None:
    """The output's ending says the format, and --json what was written and cited."""
    done = sample("export", "-c", "paper.md", "--output", name, "--json")
    told = json.loads(done.out)
    assert (told["format"], told["bytes"]) == (format_, (tmp_path / name).stat().st_size)
    assert [each["key"] for each in told["cited"]] == ["lankov2021", "zuenko2021", "mirzaian2021"]
    assert told["cited"][0] == {
        "key": "lankov2021",
        "spelt": ["lankov2021"],
        "file": "paper.md",
        "line": 5,
        "column": 5,
    }
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert "lankov2021" in text
    assert "rozman" not in text


def test_several_drafts_and_what_they_include(sample: Cli, draft: Path, tmp_path: Path) -> None:
    """Drafts of several formats together, each with its includes."""
    (tmp_path / "tex").mkdir()
    (tmp_path / "tex" / "main.tex").write_text("\\input{one}\\cite{timokhin2021}")
    (tmp_path / "tex" / "one.tex").write_text("\\cite{lankov2021a}")
    done = sample(
        "export", "-c", "paper.md", "-c", "tex/main.tex", "-c", "paper.md", "--sources", "asked", "-f", "pandoc"
    )
    assert done.code == 0
    assert sorted(done.out.split()) == [
        "[@lankov2021]", "[@lankov2021a]", "[@mirzaian2021]", "[@timokhin2021]", "[@zuenko2021]",
    ]  # fmt: skip


def test_a_draft_from_standard_input(sample: Cli) -> None:
    """- is stdin, whose format content tells or --draft-format says."""
    said = b"#set page(width: 9cm)\nBy @lankov2021."
    assert entries(sample("export", "--cited-in", "-", *ALONE, stdin=said).out) == ["lankov2021"]
    said = b"By [[cite:&zuenko2021]]."
    assert entries(sample("export", "-c", "-", "--draft-format", "org", *ALONE, stdin=said).out) == ["zuenko2021"]
    assert sample("export", "-c", "-", "--draft-format", "pdf", stdin=said).code == 2


def test_unknown_keys_keep_everything_from_being_written(sample: Cli, draft: Path, tmp_path: Path) -> None:
    """Each is told with place and nearest key, at the line's beginning; nothing is written, exit 1."""
    draft.write_text(DRAFT + "\nAnd [@zuenk2021, p. 3; @Lankov2021].\n", encoding="utf-8")
    done = sample("export", "-c", "paper.md", "-o", "refs.bib")
    assert (done.code, done.out) == (1, "")
    first, second, last = done.err.splitlines()
    assert first == "paper.md:7:7: zuenk2021: no record has this key; did you mean zuenko2021 or zuenko2021a?"
    assert second.startswith("paper.md:7:25: Lankov2021: no record has this key; did you mean lankov2021")
    assert last.startswith("quotebank: export: 2 problems in what is cited, nothing written; ")
    assert "--keep-going" in last
    assert not (tmp_path / "refs.bib").exists()


def test_keep_going_writes_the_rest(sample: Cli, draft: Path, tmp_path: Path) -> None:
    """With --keep-going what is there is written, the rest told, exit 1 all the same."""
    draft.write_text("[@nobody1999; @lankov2021]\n")
    done = sample("export", "-c", "paper.md", "-o", "refs.bib", "--keep-going", *ALONE)
    assert done.code == 1
    assert entries((tmp_path / "refs.bib").read_text(encoding="utf-8")) == ["lankov2021"]
    assert done.err.startswith("paper.md:1:3: nobody1999: no record has this key\n")
    assert "wrote" in done.err


def test_problems_as_json(sample: Cli, draft: Path, tmp_path: Path) -> None:
    """With --json all that is cited, unknown and unreadable is one document; the exit code says whether all is well."""
    assert sample("export", "-c", "paper.md", "--json").code == 0
    draft.write_text("[@zuenk2021; @lankov2021]\n\n{{< include gone.md >}}\n")
    done = sample("export", "-c", "paper.md", "--json", "-o", "refs.bib")
    told = json.loads(done.out)
    assert (done.code, done.err) == (1, "")
    assert told["missing"] == [
        {"key": "zuenk2021", "file": "paper.md", "line": 1, "column": 3, "nearest": ["zuenko2021", "zuenko2021a"]}
    ]
    (trouble,) = told["troubles"]
    assert (trouble["file"], trouble["line"], trouble["column"]) == ("paper.md", 3, 1)
    assert (told["files"], told["aliases"], told["everything"]) == (["paper.md"], {}, False)
    assert "output" not in told
    assert not (tmp_path / "refs.bib").exists()
    done = sample("export", "-c", "paper.md", "--json", "-o", "refs.bib", "--keep-going")
    assert (done.code, json.loads(done.out)["format"]) == (1, "biblatex")


def test_what_cannot_be_read(sample: Cli, draft: Path, tmp_path: Path) -> None:
    """A missing draft is 66; a folder, a binary or a wrong encoding is told with its place, exit 1, the rest read."""
    assert sample("export", "-c", "nowhere.md").code == 66
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "picture.md").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    (tmp_path / "old.md").write_bytes("Größe @lankov2021\n".encode("latin-1"))
    for name, place, words in (
        ("folder.md", "folder.md:1:1: ", "directory"), ("picture.md", "picture.md:1:1: ", "binary"),
        ("old.md", "old.md:1:3: ", "0xf6"),
    ):  # fmt: skip
        done = sample("export", "-c", name, "-c", "paper.md", "-o", "refs.bib", "--keep-going")
        assert done.code == 1
        assert done.err.startswith(place)
        assert words in done.err.splitlines()[0]
        assert "lankov2021" in (tmp_path / "refs.bib").read_text(encoding="utf-8")
        assert sample("export", "-c", name).code == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with names")
def test_a_draft_includes_plain_files_only(sample: Cli, tmp_path: Path) -> None:
    """A pipe or a device that a draft includes is not opened: it might never end."""
    os.mkfifo(tmp_path / "pipe.tex")
    (tmp_path / "a.tex").write_text("\\cite{lankov2021}\\input{pipe}\\input{/dev/zero}\\input{" + "x" * 300 + "}")
    done = sample("export", "-c", "a.tex", "--keep-going", *ALONE)
    assert (done.code, entries(done.out)) == (1, ["lankov2021"])
    assert "pipe.tex: not read, it is no plain file" in done.err
    assert "/dev/zero" in done.err


def test_a_huge_include_is_not_read(sample: Cli, tmp_path: Path) -> None:
    """An included file beyond any manuscript's size is told and left alone; it takes no memory."""
    with (tmp_path / "huge.tex").open("wb") as stream:
        stream.truncate(1 << 30)
    (tmp_path / "a.tex").write_text("\\cite{lankov2021}\\input{huge}")
    done = sample("export", "-c", "a.tex", "--keep-going")
    assert "a.tex:1:18: huge.tex: not read, it has more than 128 MB" in done.err


def test_a_draft_that_cites_nothing(sample: Cli, draft: Path) -> None:
    """Nothing is written for it, and it says so."""
    draft.write_text("Nothing at all, not even a@b.example.\n")
    done = sample("export", "-c", "paper.md")
    assert done.code == 1
    assert "paper.md: nothing of this bank is cited there" in done.err


def test_everything(sample: Cli, tmp_path: Path) -> None:
    r"""\nocite{*} asks for the whole bibliography."""
    (tmp_path / "a.tex").write_text("\\nocite{*}")
    assert sample("export", "-c", "a.tex").out == sample("export").out


def test_together_with_filters_and_query(sample: Cli, draft: Path) -> None:
    """Filters, a query and keys narrow what is cited."""
    assert entries(sample("export", "-c", "paper.md", "--author", "lankov", *ALONE).out) == ["lankov2021"]
    assert entries(sample("export", "-c", "paper.md", "--key", "zuenko2021", *ALONE).out) == ["zuenko2021"]
    assert "lankov2021," not in sample("export", "-c", "paper.md", "--after", "2021-11").out
    assert sample("export", "-c", "paper.md", "--author", "nobody").code == 1
    assert entries(sample("export", "zuenko", "-c", "paper.md", *ALONE).out) == ["zuenko2021"]


def test_old_keys(sample: Cli, draft: Path, tmp_path: Path) -> None:
    """After rekeying, a draft with the old keys still has its bibliography, in every format by the key it uses."""
    assert sample("edit", "lankov2021", "--key", "lankov2021valdai").code == 0
    bib = sample("export", "-c", "paper.md", "--sources", "asked")
    assert bib.code == 0
    assert "{lankov2021,\n" in bib.out
    assert "ids = {lankov2021valdai}" in bib.out
    assert "paper.md: lankov2021 is now lankov2021valdai" in bib.err
    classic = sample("export", "-c", "paper.md", "--sources", "asked", "-f", "bibtex")
    assert sorted(entries(classic.out)) == ["lankov2021", "mirzaian2021", "zuenko2021"]
    items = json.loads(sample("export", "-c", "paper.md", "--sources", "asked", "-f", "csl-json").out)
    assert sorted(item["id"] for item in items) == ["lankov2021", "mirzaian2021", "zuenko2021"]
    told = json.loads(sample("export", "-c", "paper.md", "--json").out)
    assert told["aliases"] == {"lankov2021": "lankov2021valdai"}


def test_styles_may_leave_out_what_was_not_read(sample: Cli, draft: Path) -> None:
    """With APA's profile a cited record is there, for its tools look for it; --sources read leaves it out."""
    assert "mirzaian2021" in entries(sample("export", "-c", "paper.md", "--profile", "apa").out)
    read = sample("export", "-c", "paper.md", "--sources", "read")
    assert "mirzaian2021" not in entries(read.out)
    assert "left out" in read.err


# --check --------------------------------------------------------------------------------------------------------------


def test_a_right_bibliography(sample: Cli, draft: Path) -> None:
    """What was exported is what the draft needs: exit 0, nothing on stdout."""
    for flags in ((), ("--bare",), ("--format", "bibtex"), ("--format", "csl-json")):
        sample("export", "-c", "paper.md", "-o", "refs.bib", *flags)
        done = sample("export", "-c", "paper.md", "--check", "refs.bib", *flags)
        assert (done.code, done.out) == (0, ""), done
        assert "4 entries) is what the draft needs" in done.err


def test_a_wrong_bibliography(sample: Cli, draft: Path, tmp_path: Path) -> None:
    """Missing, needless and differing entries are told, a line each; nothing is written."""
    sample("export", "-c", "paper.md", "-o", "refs.bib")
    path = tmp_path / "refs.bib"
    text = path.read_text(encoding="utf-8").replace("Valdai", "Val-dai")
    path.write_text(text, encoding="utf-8")
    draft.write_text("[@lankov2021; @zuenko2021; @timokhin2021; @nobody]\n")
    before = path.read_bytes()
    done = sample("export", "-c", "paper.md", "--check", "refs.bib")
    assert done.code == 1
    lines = done.out.splitlines()
    assert "refs.bib: missing: timokhin2021, cited at paper.md:1:29" in lines
    assert "refs.bib: not needed: mirzaian2021" in lines
    assert any(line.startswith("refs.bib: differs from the bank: lankov2021: ") for line in lines)
    assert "paper.md:1:44: nobody: no record has this key" in done.err
    assert path.read_bytes() == before
    told = json.loads(sample("export", "-c", "paper.md", "--check", "refs.bib", "--json").out)
    assert told["right"] is False
    assert told["check"]["missing"] == ["timokhin2021"]
    assert told["check"]["unneeded"] == ["mirzaian2021"]
    assert [each["key"] for each in told["check"]["differing"]] == ["lankov2021"]
    assert [each["key"] for each in told["missing"]] == ["nobody"]


def test_an_entry_from_elsewhere_is_no_fault(sample: Cli, draft: Path, tmp_path: Path) -> None:
    """A cited key that only the file has is told, and the file is still what the draft needs."""
    draft.write_text("[@lankov2021; @mine]\n")
    sample("export", "-c", "paper.md", "-o", "refs.bib", "--keep-going")
    with (tmp_path / "refs.bib").open("a") as stream:
        stream.write("@misc{mine, title={Mine}}\n")
    done = sample("export", "-c", "paper.md", "--check", "refs.bib")
    assert done.code == 0
    assert "refs.bib: mine is no record of this bank" in done.err


def test_a_bibliography_of_nothing(sample: Cli, draft: Path, tmp_path: Path) -> None:
    """A draft that cites nothing, or nothing under these filters, needs an empty file."""
    (tmp_path / "refs.bib").write_text("")
    draft.write_text("Nothing.\n")
    assert sample("export", "-c", "paper.md", "--check", "refs.bib").code == 0
    draft.write_text(DRAFT)
    assert sample("export", "-c", "paper.md", "--check", "refs.bib", "--author", "nobody").code == 0
    assert sample("export", "-c", "paper.md", "--check", "refs.bib").code == 1


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--check", "refs.bib"), 2), (("--keep-going",), 2), (("--draft-format", "org"), 2),
        (("-c", "paper.md", "--check", "gone.bib"), 66), (("-c", "paper.md", "--check", "paper.md"), 2),
        (("-c", "paper.md", "--check", "refs.bib", "-o", "x.bib"), 2), (("-c", "paper.md", "-f", "nonsense"), 2),
        (("-c", "paper.md", "--sort", "nonsense"), 2), (("-c",), 2),
    ],
)  # fmt: skip
def test_flags_that_do_not_fit(sample: Cli, draft: Path, tmp_path: Path, words: tuple[str, ...], code: int) -> None:
    """Flags about drafts need one, a check writes nothing, and files that are not there are told."""
    sample("export", "-c", "paper.md", "-o", "refs.bib")
    before = sorted(path.name for path in tmp_path.iterdir())
    done = sample("export", *words)
    assert done.code == code
    assert done.err.startswith("quotebank: ")
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_control_characters_of_a_draft_stay_inert(sample: Cli, draft: Path) -> None:
    """What a draft says in place of a key cannot steer the terminal."""
    draft.write_text("[@{no\x1b[31mbody}]\n")
    done = sample("export", "-c", "paper.md")
    assert done.code == 1
    assert "\x1b" not in done.err


def test_help_tells_of_drafts(cli: Cli) -> None:
    """The help names the flags and the formats."""
    told = cli("export", "--help").out
    assert all(word in told for word in ("--cited-in", "--draft-format", "--keep-going", "--check", "Typst"))
