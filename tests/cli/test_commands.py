"""Each command does what its help says, answers on stdout, speaks on stderr, and ends with its documented code."""

import json
import shlex
from importlib import import_module
from pathlib import Path

import pytest

from quotebank.cli.app import COMMANDS
from tests.cli.conftest import Cli

WRITING = [
    ("add", "-t", "New", "-o", "TASS"),
    ("quote", "lankov2021", "Words."),
    ("edit", "lankov2021", "--note", "n"),
    ("remove", "lankov2021"),
    ("undo",),
    ("compact",),
    ("import", "more.json"),
]


def test_a_first_day(cli: Cli, tmp_path: Path) -> None:
    """A newcomer makes a bank, adds, quotes, searches, cites, exports, changes, removes and takes it back."""
    assert cli("init").code == 0
    added = cli("add", "-a", "Andrei Lankov", "-o", "Valdai Club", "-d", "11 November", "-t", "Kimjongunism now")
    assert (added.code, added.out) == (0, "lankov2021kimjongunism\n")
    assert str(tmp_path) in added.err
    key = added.out.strip()
    quoted = cli("quote", key, "A term for the leader.", "--para", "4", "--tag", "ideology")
    assert quoted.code == 0
    assert "A term for the leader." in cli("show", key).out
    assert key in cli("search", "leader").out
    assert cli("cite", key).out == "Andrei Lankov, “Kimjongunism now,” Valdai Club, 11 November 2021\n"
    assert "para. 4" in cli("cite", "--quote", quoted.out.strip()).out
    assert f"@article{{{key}," in cli("export").out
    assert cli("edit", key, "--title", "Another").code == 0
    assert json.loads(cli("show", key, "--json").out)["title"] == "Another"
    assert cli("remove", key, "--yes").code == 0
    assert cli("show", key).code == 1
    assert cli("undo").code == 0
    assert "A term for the leader." in cli("show", key).out
    assert cli("check").code == 0


def test_add_and_quote_answer_with_the_record(sample: Cli) -> None:
    """With --json the article and the quote are printed as they are stored."""
    article = json.loads(sample("add", "-t", "T", "-o", "Vzgliad", "--issue", "No. 10", "-d", "2 Oct", "--json").out)
    assert article["outlet"] == "Vzglyad"
    assert (article["issue"], article["date"], article["date_inferred"]) == ("10", "2021-10-02", True)
    quote = json.loads(sample("quote", article["key"], "X", "--kind", "direct", "--page", "3", "--json").out)
    assert quote["article"] == article["key"]
    assert (quote["kind"], quote["text"], quote["locator"]) == ("direct", "X", {"label": "page", "value": "3"})
    shown = json.loads(sample("show", article["key"], "--json").out)
    assert shown["quotes"] == [quote]


def test_search_json(sample: Cli) -> None:
    """A search answers with the documented shape, its spans on the words in the text."""
    answer = json.loads(sample("search", "Kimjongunism", "--json").out)
    assert (answer["query"], answer["total"]) == ("Kimjongunism", 1)
    (hit,) = answer["hits"]
    assert set(hit) == {"id", "kind", "key", "score", "coverage", "partial", "text", "article", "matched", "spans"}
    assert [hit["text"][start:end] for start, end in hit["spans"]] == ["Kimjongunism"]
    assert hit["matched"][0] == {
        "query": "Kimjongunism", "found": "Kimjongunism", "field": "text", "score": 100, "how": "exact",
    }  # fmt: skip
    assert sample("search", "nothinglikeit").code == 1
    assert sample("search", "colour:red").code == 2
    assert sample("search", "--ids", "hermit", "kingdom").out.split()


def test_where_stats_check_json(sample: Cli, bank_file: Path) -> None:
    """The housekeeping commands answer with their documented shapes."""
    where = json.loads(sample("where", "--json").out)
    assert set(where) == {"bank", "why", "index", "articles", "quotes"}
    assert (where["bank"], where["articles"]) == (str(bank_file), 13)
    check = json.loads(sample("check", "--json").out)
    assert check == {"ok": True, "articles": 13, "quotes": 32, "problems": []}
    assert json.loads(sample("stats", "--json").out)["outlets"]["Vzglyad"] == 2
    assert json.loads(sample("history", "--json", "--limit", "2").out)[0]["did"] == "quote"


def test_list_for_people_and_programs(sample: Cli) -> None:
    """Off a terminal a list is parted by tabs; on one it fits the width; filters narrow it."""
    rows = [line.split("\t") for line in sample("list").out.splitlines()]
    assert len(rows) == 13
    assert all(len(row) == 5 for row in rows)
    assert sample("list", "--outlet", "Взгляд", "--keys").out.split() == ["timokhin2021", "mirzaian2021"]
    assert sample("list", "--author", "nobody").code == 1
    assert sample("list", "--after", "No. 10").code == 2
    shown = sample("list", terminal=True)
    assert "\x1b[1m" in shown.out
    assert "\x1b" not in sample("list", "--no-color", terminal=True).out
    assert "\x1b" not in sample("list", terminal=True, NO_COLOR="1").out
    assert "\x1b" not in sample("list").out


@pytest.mark.parametrize("words", WRITING, ids=lambda words: words[0])
def test_a_dry_run_writes_nothing(sample: Cli, bank_file: Path, words: tuple[str, ...]) -> None:
    """Every command that writes can be rehearsed."""
    (bank_file.parent.parent / "more.json").write_text('{"articles": [{"key": "x1", "title": "X"}]}')
    before = bank_file.read_bytes()
    outcome = sample(*words, "--dry-run")
    assert outcome.code == 0, outcome.err
    assert bank_file.read_bytes() == before
    assert "dry run" in outcome.err
    assert sample(*words, *(["--yes"] if words[0] in ("remove", "compact") else [])).code == 0
    assert bank_file.read_bytes() != before


@pytest.mark.parametrize("words", [("remove", "lankov2021"), ("compact",), ("restore", "x.jsonl")])
def test_what_destroys_needs_a_yes(sample: Cli, bank_file: Path, words: tuple[str, ...]) -> None:
    """Off a terminal a destructive command does nothing without --yes, and says so."""
    before = bank_file.read_bytes()
    outcome = sample(*words)
    assert outcome.code == 2
    assert "--yes" in outcome.err
    assert bank_file.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), 2),
        (("bogus",), 2),
        (("show",), 2),
        (("list", "--colour"), 2),
        (("show", "nobody"), 1),
        (("add",), 2),
        (("add", "-t", "x", "-d", "No. 10"), 65),
        (("add", "-t", "x", "-k", "../../etc/passwd"), 65),
        (("add", "-t", "x", "-k", "lankov2021"), 65),
        (("add", "-t", "x", "--type", "leaflet"), 2),
        (("quote", "nobody", "x"), 1),
        (("quote", "lankov2021"), 2),
        (("quote", "lankov2021", " "), 2),
        (("quote", "lankov2021", "x", "--kind", "gist"), 2),
        (("quote", "lankov2021", "x", "--page", "1", "--para", "2"), 2),
        (("quote", "lankov2021", "x", "--via", "nobody"), 1),
        (("cite",), 2),
        (("cite", "nobody"), 1),
        (("cite", "lankov2021", "--as", "haiku"), 2),
        (("export", "--format", "docx"), 2),
        (("export", "--output", "refs.xyz"), 2),
        (("export", "--output", "none/refs.bib"), 73),
        (("export", "--output", "store/bank.jsonl", "--format", "json"), 73),
        (("import", "none.json"), 66),
        (("import", "store/example.json"), 66),
        (("undo", "nosuch00"), 1),
        (("history", "nobody"), 1),
        (("edit", "lankov2021", "--text", "x"), 2),
        (("restore", "none.jsonl", "--yes"), 66),
        (("init",), 73),
        (("--bank", "", "list"), 2),
        (("--bank", "none.jsonl", "list"), 66),
    ],
    ids=lambda words: "_".join(words) if isinstance(words, tuple) else str(words),
)
def test_mistakes_are_told_in_one_line(sample: Cli, bank_file: Path, words: tuple[str, ...], code: int) -> None:
    """A mistake is one line with what to do, its documented code, nothing on stdout, the bank as it was."""
    before = bank_file.read_bytes()
    outcome = sample(*words)
    assert outcome.code == code, outcome
    assert outcome.out == ""
    assert "Traceback" not in outcome.err
    if words:
        assert outcome.err.startswith("quotebank: ")
        assert outcome.err.count("\n") == 1
        assert "; " in outcome.err
    assert bank_file.read_bytes() == before


def test_errors_as_json(sample: Cli) -> None:
    """With --json an error is an object with code, message and hint, and stdout stays empty."""
    outcome = sample("show", "lankow2021", "--json")
    error = json.loads(outcome.err)
    assert (outcome.code, outcome.out, error["code"]) == (1, "", 1)
    assert "lankov2021" in error["hint"]


def test_the_bank_is_chosen(sample: Cli, tmp_path: Path) -> None:
    """--bank works before and after the command's name, and so does the variable; a folder will do."""
    sample("init", "other")
    sample("add", "-t", "Elsewhere", "-k", "else1", "--bank", "other/store")
    for words, variables in (
        (("--bank", "other/store", "list", "--keys"), {}),
        (("list", "--keys", "--bank", "other/store/bank.jsonl"), {}),
        (("list", "--keys"), {"QUOTEBANK_BANK": str(tmp_path / "other" / "store")}),
    ):
        assert sample(*words, **variables).out == "else1\n"
    assert "else1" not in sample("list", "--keys").out


def test_undo_and_history(sample: Cli) -> None:
    """What was done is listed with its ids, taken back, and done again by the id of the undo."""
    sample("edit", "lankov2021", "--title", "New")
    sample("undo")
    changes = json.loads(sample("history", "--json", "--limit", "2").out)
    assert [change["did"] for change in changes] == ["undo", "edit"]
    assert changes[1]["undone"]
    sample("undo", changes[0]["id"])
    assert json.loads(sample("show", "lankov2021", "--json").out)["title"] == "New"
    assert "title: New" in sample("history", "lankov2021").out


def test_backup_and_restore(sample: Cli, bank_file: Path) -> None:
    """A backup is printed by its path, listed, and brings the bank back; what it replaces is kept."""
    copy = sample("backup").out.strip()
    sample("remove", "lankov2021", "--yes")
    assert copy in sample("restore").out
    assert sample("restore", copy, "--yes").code == 0
    assert sample("show", "lankov2021").code == 0
    assert len(sample("restore").out.splitlines()) == 2
    assert bank_file.exists()


def test_check_and_repair(sample: Cli, bank_file: Path) -> None:
    """Damage ends with 1 or 65 and a line number; a repair says what it dropped and where the copy is."""
    data = bank_file.read_bytes()
    bank_file.write_bytes(data.replace(b"hypersonic", b"hyperzonic", 1))
    outcome = sample("check")
    assert outcome.code == 1
    assert "line " in outcome.out
    assert sample("list").code == 65
    repaired = sample("check", "--repair")
    assert repaired.code == 0
    assert "is kept as" in repaired.err
    assert sample("list").code == 0


def test_an_editor_edits(sample: Cli, tmp_path: Path) -> None:
    """Without flags the record opens in $EDITOR; what it leaves is the record, a mistake keeps the text."""
    script = tmp_path / "editor.sh"
    script.write_text('#!/bin/sh\nsed -i "s/\\"language\\": \\"ru\\"/\\"language\\": \\"uk\\"/" "$1"\n')
    script.chmod(0o755)
    assert sample("edit", "lankov2021", EDITOR=str(script)).code == 0
    assert json.loads(sample("show", "lankov2021", "--json").out)["language"] == "uk"
    script.write_text('#!/bin/sh\necho "{ mine" > "$1"\n')
    outcome = sample("edit", "lankov2021", EDITOR=str(script))
    assert outcome.code == 65
    kept = Path(outcome.err.rsplit(" ", 1)[1].strip())
    assert kept.read_text() == "{ mine\n"
    kept.unlink()
    assert sample("edit", "lankov2021", EDITOR="no-such-editor").code == 2
    assert sample("edit", "lankov2021").code == 2


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_an_example_that_parses(sample: Cli, name: str) -> None:
    """Each command's help begins with its line in the table of commands and has one example that it understands."""
    module = import_module(f"quotebank.cli.commands.{name}_")
    assert module.command.__doc__.splitlines()[0] == COMMANDS[name]
    text = sample(name, "--help").out
    flat = " ".join(text.split())
    assert COMMANDS[name] in flat
    assert flat.count("Example: quotebank") == 1
    example = next(line for line in module.command.__doc__.splitlines() if "Example:" in line).split("quotebank ", 1)[1]
    words = shlex.split(example)
    assert words[0] == name
    assert "--help`" not in sample(*words).err


def test_the_table_of_commands_is_complete() -> None:
    """Every command's module is in the table, and the other way round; help says the exit codes."""
    folder = Path(import_module("quotebank.cli.commands").__file__ or "").parent
    assert {path.stem.removesuffix("_") for path in folder.glob("*_.py") if not path.stem.startswith("__")} == set(
        COMMANDS
    )


def test_help_lists_commands_and_codes(cli: Cli) -> None:
    """The program's help names every command and every exit code."""
    text = cli("--help").out
    for name in COMMANDS:
        assert f"  {name} " in text
    for code in ("65", "66", "73", "74", "75", "77", "78", "130", "141"):
        assert f" {code} " in " ".join(text.split())
    assert cli("--version").out.startswith("quotebank ")
