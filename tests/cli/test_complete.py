"""``complete``: what an editor plug-in and a person get."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotebank.cli import quick
from quotebank.cli.session import Session
from tests.cli.conftest import TODAY, Cli, environment

_WORDS = [
    "lankov", "Gevorg", "", "-x", "--", "--json", "--limit", "-n", "--limit=2", "-n3", "2", "0", "-1", "x", "--keys",
    "--no-color", "--help", "--json=1", "--limit=0", "--bank", "store", "--bank=store", "--bank=nowhere", "²",
]  # fmt: skip


def _both(sample: Cli, words: list[str]) -> None:
    short = sample(*words)
    kept = quick.quick_complete
    quick.quick_complete = lambda arguments, session: None
    try:
        long = sample(*words)
    finally:
        quick.quick_complete = kept
    assert short == long, words


def test_json_for_an_editor(sample: Cli) -> None:
    """With --json the answer is a list of objects with the documented fields, and nothing else is said."""
    done = sample("complete", "lankov2021", "--json")
    found = json.loads(done.out)
    assert (done.code, done.err) == (0, "")
    assert [each["key"] for each in found] == ["lankov2021", "lankov2021a"]
    fields = ["key", "label", "authors", "outlet", "date", "title", "kind", "score", "how"]
    assert [list(each) for each in found] == [fields, fields]


def test_plain_lines(sample: Cli) -> None:
    """Without --json there is a line each: key, tab, label."""
    assert sample("complete", "lankov2021a", "-n", "1").out == "lankov2021a\tLankov, 2021, Valdai Club\n"


def test_several_words_are_one_prefix(sample: Cli) -> None:
    """Words need no quotation marks."""
    assert sample("complete", "valdai", "cl", "--json").out == sample("complete", "valdai cl", "--json").out != "[]\n"


def test_nothing_fits(sample: Cli) -> None:
    """For an editor nothing is an empty list and no failure; a person gets a message and exit code 1."""
    assert sample("complete", "xqzzkw", "--json") == (0, "[]\n", "")
    plain = sample("complete", "xqzzkw")
    assert (plain.code, plain.out) == (1, "")
    assert "xqzzkw" in plain.err


def test_an_empty_bank(cli: Cli) -> None:
    """In an empty bank the plain form says so; the other is an empty list."""
    cli("init")
    assert cli("complete", "--json") == (0, "[]\n", "")
    assert "the bank is empty" in cli("complete").err


def test_no_bank_is_an_error_an_editor_can_read(cli: Cli) -> None:
    """Without a bank the error is a JSON object on stderr, and stdout is empty."""
    done = cli("complete", "x", "--json")
    assert (done.code, done.out) == (66, "")
    assert json.loads(done.err)["code"] == 66


def test_stored_text_is_inert(sample: Cli) -> None:
    """Escape sequences and line breaks in a title do not reach a terminal, nor break the lines."""
    sample("add", "-t", "Red\x1b[31m\nalert\there", "-o", "Harbour Post", "-k", "red1")
    done = sample("complete", "red1", terminal=True)
    assert "\x1b" not in done.out
    assert (done.out.count("\n"), done.out.count("\t")) == (1, 1)


@pytest.mark.parametrize(
    "line",
    [
        "complete lank", "complete lank --json", "complete", "complete --json", "complete -n 1 lankov",
        "complete --limit=1 lankov", "--bank store complete lank", "complete --bank=store lank", "complete -- -x",
        "complete --limit 0 lank", "complete --limit x", "complete --limit", "complete --help", "complete --nope",
        "complete complete", "--no-color complete xqzzkw", "complete xqzzkw --json", "show complete",
    ],
)  # fmt: skip
def test_both_ways_agree(sample: Cli, line: str) -> None:
    """The short way gives the output, messages and exit code of the long one, errors and help too."""
    _both(sample, line.split(" "))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from(_WORDS), max_size=4))
def test_any_command_line_is_read_alike(sample: Cli, words: list[str]) -> None:
    """Whatever is typed after ``complete``, the short way either does the same or is not taken."""
    _both(sample, ["complete", *words])


def test_a_plain_complete_loads_no_command_line_library(sample: Cli, tmp_path: Path) -> None:
    """Typer, and what reads and writes other things, is not loaded while an editor waits."""
    sample("complete", "gevorg")
    program = """
import sys
from quotebank.cli.main import main
from quotebank.cli.session import system_session
for typed in ("lank", "gevorg", ""):
    assert main(["complete", typed, "--json"], system_session()) == 0
assert not {"typer", "click", "rich", "tinydb", "bibtexparser", "prompt_toolkit"} & set(sys.modules)
"""
    subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=environment(tmp_path), check=True, capture_output=True
    )


def test_shell_completion_is_left_to_typer(tmp_path: Path) -> None:
    """While the shell asks for completions of the command line, the short way is not taken."""
    for more, plain in (({}, True), ({"_QUOTEBANK_COMPLETE": "complete_bash"}, False)):
        session = Session(None, None, None, environment(tmp_path) | more, tmp_path, lambda: TODAY)
        assert (quick.quick_complete(["complete", "lank"], session) is not None) is plain
