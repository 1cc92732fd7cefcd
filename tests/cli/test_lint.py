"""``quotebank lint`` as a writer and a continuous-integration run see it."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest

from quotebank.actions.lint_rules import RULES, Finding
from quotebank.cli import lint_output
from tests.cli.conftest import Cli

_WRONG = "Lankov sees it [@lankov2021].\n\nAnd [@nobody2021] so on.\n"
_RIGHT = "Lankov sees it [@lankov2021; as cited in @countryreport2021russia, para. 10].\n"


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Put a draft beside the bank."""

    def put(name: str, text: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    return put


Write = Callable[[str, str | bytes], Path]


def test_lines(sample: Cli, write: Write) -> None:
    """Each finding is a line ``file:line:col: code message; hint`` on stdout; the count goes to stderr; exit 1."""
    write("paper.md", _WRONG)
    outcome = sample("lint", "paper.md")
    lines = outcome.out.splitlines()
    assert outcome.code == 1
    assert lines[0].startswith("paper.md:1:18: Q105 lankov2021 was not read itself")
    assert lines[1].startswith("paper.md:3:7: Q101 nobody2021: no record has this key")
    assert outcome.err == "1 file: 2 findings\n"


def test_clean(sample: Cli, write: Write) -> None:
    """A draft that is right prints nothing on stdout and exits 0."""
    write("paper.md", _RIGHT)
    outcome = sample("lint", "paper.md")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "1 file: no findings\n")


def test_standard_input(sample: Cli) -> None:
    """``-`` is standard input, and --draft-format says what it is."""
    text = b"\\begin{document}\nSo \\cite{nobody2021}.\n\\end{document}\n"
    outcome = sample("lint", "-", "--draft-format", "latex", stdin=text)
    assert outcome.code == 1
    assert outcome.out.startswith("-:2:10: Q101 nobody2021")


def test_several_drafts_and_includes(sample: Cli, write: Write) -> None:
    """All drafts and all they include are checked, each file once, by the names they are known under."""
    write("book/main.tex", "\\begin{document}\n\\input{one}\n\\input{one}\n\\end{document}\n")
    write("book/one.tex", "So \\cite{nobody2021}.\n")
    write("notes.md", "So [@nobody2022].\n")
    outcome = sample("lint", "book/main.tex", "notes.md", "book/one.tex")
    assert [line.partition(" ")[0] for line in outcome.out.splitlines()] == ["book/one.tex:1:10:", "notes.md:1:6:"]
    assert "3 files" in outcome.err


def test_json(sample: Cli, write: Write) -> None:
    """--json is one document: whether all is well, the findings with their places, and counts by code."""
    write("paper.md", _WRONG)
    outcome = sample("lint", "paper.md", "--json")
    shape = json.loads(outcome.out)
    assert outcome.code == 1
    assert outcome.err == ""
    assert not shape["ok"]
    assert shape["counts"] == {"Q101": 1, "Q105": 1}
    first = shape["findings"][1]
    assert (first["file"], first["line"], first["column"], first["code"], first["key"]) == (
        "paper.md", 3, 7, "Q101", "nobody2021",
    )  # fmt: skip
    write("paper.md", _RIGHT)
    clean = sample("lint", "paper.md", "--format", "json")
    assert (clean.code, json.loads(clean.out)) == (0, {"ok": True, "findings": [], "counts": {}})


def test_github(sample: Cli, write: Write) -> None:
    """--format github prints one workflow command a finding, and nothing else on stdout."""
    write("paper.md", _WRONG)
    outcome = sample("lint", "paper.md", "--format", "github")
    assert outcome.code == 1
    first, second = outcome.out.splitlines()
    assert first.startswith("::error file=paper.md,line=1,col=18,title=Q105::lankov2021 was not read itself")
    assert second.startswith("::error file=paper.md,line=3,col=7,title=Q101::nobody2021: no record has this key")


def test_github_escapes() -> None:
    """What ends a property or a command is escaped as GitHub asks, and nothing else can begin a command."""
    finding = Finding("a,b:c%.md", 1, 2, "Q204", "100 % of\n::error::it\r", "so, do: it", "k")
    (line,) = lint_output.annotations([finding])
    assert line.startswith("::warning file=a%2Cb%3Ac%25.md,line=1,col=2,title=Q204::100 %25 of ")
    assert "\n" not in line
    assert "\r" not in line
    assert line.endswith("; so, do: it")


def test_sarif(sample: Cli, write: Write) -> None:
    """--format sarif is a SARIF 2.1.0 log: every rule described, every result with its rule and region."""
    write("über uns/paper 1.md", _WRONG)
    outcome = sample("lint", "über uns/paper 1.md", "--format", "sarif")
    log = json.loads(outcome.out)
    assert outcome.code == 1
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(RULES)
    assert run["tool"]["driver"]["name"] == "quotebank"
    assert run["columnKind"] == "unicodeCodePoints"
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
        (place,) = result["locations"]
        uri = place["physicalLocation"]["artifactLocation"]["uri"]
        assert uri.isascii()
        assert unquote(uri) == "über uns/paper 1.md"
        assert set(place["physicalLocation"]["region"]) == {"startLine", "startColumn"}
    assert run["results"][1]["locations"][0]["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 7}
    write("paper.md", _RIGHT)
    assert json.loads(sample("lint", "paper.md", "--format", "sarif").out)["runs"][0]["results"] == []


def test_choice(sample: Cli, write: Write) -> None:
    """--select and --ignore choose rules; a comment in the draft switches one off."""
    write("paper.md", _WRONG)
    assert sample("lint", "paper.md", "--select", "Q101").out.count("\n") == 1
    assert sample("lint", "paper.md", "--ignore", "Q1").code == 0
    write("paper.md", f"<!-- quotebank: ignore-file=Q101,Q105 -->\n\n{_WRONG}")
    assert sample("lint", "paper.md").code == 0


def test_unused(sample: Cli, write: Write) -> None:
    """--unused tells of the records that no draft cites."""
    write("paper.md", _RIGHT)
    outcome = sample("lint", "paper.md", "--unused")
    assert outcome.code == 1
    assert "Q402 zuenko2021 is cited nowhere" in outcome.out
    assert "countryreport2021russia is cited nowhere" not in outcome.out
    assert outcome.out.count("Q402") == outcome.out.count("\n") == 11


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--format", "xml"], "--format xml: not a choice"),
        (["--json", "--format", "github"], "two answers"),
        (["--select", "Q9"], "--select Q9: no rule has this code"),
        (["--draft-format", "nothing"], "nothing"),
    ],
)
def test_usage(sample: Cli, write: Write, words: list[str], said: str) -> None:
    """A choice that is none is a usage error, said in one line."""
    write("paper.md", _RIGHT)
    outcome = sample("lint", "paper.md", *words)
    assert outcome.code == 2
    assert said in outcome.err + outcome.out
    assert "Traceback" not in outcome.err


# Bad input ------------------------------------------------------------------------------------------------------------


def test_missing_draft(sample: Cli, write: Write) -> None:
    """A draft that is not there is a finding and exit 66, and the others are checked."""
    write("paper.md", _WRONG)
    outcome = sample("lint", "none.md", "paper.md")
    assert outcome.code == 66
    assert outcome.out.startswith("none.md:1:1: Q001 ")
    assert outcome.out.count("\n") == 3
    shape = json.loads(sample("lint", "none.md", "--json").out)
    assert [each["code"] for each in shape["findings"]] == ["Q001"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("binary.md", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 8),
        ("latin.md", "Die Br\xfccke [@nobody2021].\n".encode("latin-1") * 3),
        ("broken.docx", b"PK\x03\x04 no archive"),
        ("nul.tex", b"\\begin{document} a \0 b \\end{document}"),
    ],
)
def test_unreadable_draft(sample: Cli, write: Write, name: str, data: bytes) -> None:
    """A binary, a wrong encoding, a broken archive: Q001 with its place and exit 1, and the rest is checked."""
    write(name, data)
    write("paper.md", _RIGHT)
    outcome = sample("lint", name, "paper.md", "--select", "Q001")
    assert outcome.code == 1
    assert outcome.out.startswith(f"{name}:1:")
    assert all(" Q001 " in line for line in outcome.out.splitlines())


def test_folder(sample: Cli, write: Write) -> None:
    """A folder is no draft: a finding, and the rest is checked."""
    write("chapters/paper.md", _WRONG)
    outcome = sample("lint", "chapters", "chapters/paper.md")
    assert outcome.code == 1
    assert outcome.out.startswith("chapters:1:1: Q001 ")
    assert outcome.out.count("\n") == 3


def test_missing_include(sample: Cli, write: Write) -> None:
    """An include that is not there is told where it is asked for, and the rest is checked."""
    write("main.tex", "\\begin{document}\n  \\input{gone}\nSo \\cite{nobody2021}.\n\\end{document}\n")
    outcome = sample("lint", "main.tex")
    assert outcome.code == 1
    first, second = outcome.out.splitlines()
    assert first.startswith("main.tex:2:3: Q001 ")
    assert second.startswith("main.tex:3:10: Q101 ")


def test_enormous_line(sample: Cli, write: Write) -> None:
    """A line of a megabyte is checked like any other, and its messages stay short."""
    write("paper.md", "“word " * 100_000 + "a” [@lankov2021] " + "and then " * 50_000 + "[@nobody2021].\n")
    outcome = sample("lint", "paper.md")
    assert outcome.code == 1
    assert "Q101 nobody2021" in outcome.out
    assert max(map(len, outcome.out.splitlines())) < 500


def test_inert_on_a_terminal(sample: Cli, write: Write) -> None:
    """Controls and overrides of direction in a draft are shown and do nothing, in lines and annotations."""
    write("paper.md", "Zuenko wrote in «Tа\x1b[31m\u202eсс» [@zuenko2021; @countryreport2021russia] [@no\u202ebody].\n")
    for form in ("text", "github"):
        outcome = sample("lint", "paper.md", "--format", form, terminal=True)
        assert "\x1b" not in outcome.out
        assert "\u202e" not in outcome.out


def test_no_bank(cli: Cli, write: Write) -> None:
    """Without a bank there is nothing to hold a draft against: one line, exit 66."""
    write("paper.md", _RIGHT)
    outcome = cli("lint", "paper.md")
    assert outcome.code == 66
    assert outcome.err.startswith("quotebank: ")


def test_a_real_run(program: Callable[..., subprocess.CompletedProcess[bytes]], sample: Cli, write: Write) -> None:
    """The program run as a process answers the same, with its exit code."""
    write("paper.md", _WRONG)
    run = program("lint", "paper.md")
    assert run.returncode == 1
    assert run.stdout.decode() == sample("lint", "paper.md").out
