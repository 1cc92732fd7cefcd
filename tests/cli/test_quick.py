"""The short way to ``search`` does what the long one does."""

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
    "search", "Lankov", "Kimjongunsm", "the", "-x", "--", "--json", "--keys", "--ids", "--explain", "--all", "--limit",
    "-n", "--limit=2", "-n3", "2", "0", "-1", "x", "--offset", "--offset=1", "--no-color", "--help", "--nope", "--sort",
    "date", "--json=1", "author:Zuenko", "foo:bar", "",
    "--bank", "store", "--bank=store", "--bank=nowhere", "show", "-",
    "²",
]  # fmt: skip


def _both(sample: Cli, words: list[str]) -> None:
    short = sample(*words)
    kept = quick.quick_search
    quick.quick_search = lambda arguments, session: None
    try:
        long = sample(*words)
    finally:
        quick.quick_search = kept
    assert short == long, words


@pytest.mark.parametrize(
    "line",
    [
        "search Lankov", "search Lankov --json",
        "--bank store search Lankov --keys", "search --bank=store Lankov --ids",
        "search --limit 1 Lankov Kim", "search -n 1 --offset=1 Lankov", "search -- -Kimjongunism Lankov", "search",
        "search --json --keys Lankov", "search foo:x", "search xqzw", "search xqzw --json", "search --limit x Lankov",
        "search --limit", "search --bank", "search --help", "--no-color search Lankov --explain --all", "search -x",
        "show search",
        "search --json=1 x", "search --limit=-1 x", "--version search x", "search search", "--bank nowhere search x",
    ],
)  # fmt: skip
def test_both_ways_agree(sample: Cli, line: str) -> None:
    """Output, messages and exit code are the same, errors and help too."""
    _both(sample, line.split(" "))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from(_WORDS), max_size=5))
def test_any_command_line_is_read_alike(sample: Cli, words: list[str]) -> None:
    """Whatever is typed after ``search``, the short way either does the same or is not taken."""
    _both(sample, ["search", *words])


@pytest.mark.parametrize("line", ["search Lankov", "--bank store search --json Kimjongunsm"])
def test_a_plain_search_loads_no_command_line_library(sample: Cli, tmp_path: Path, line: str) -> None:
    """Typer is loaded for other commands only."""
    sample("search", "Lankov")
    program = f"""
import sys
from quotebank.cli.main import main
from quotebank.cli.session import system_session
code = main({line.split()!r}, system_session())
assert code == 0, code
assert not {{"typer", "click", "rich", "tinydb", "bibtexparser"}} & set(sys.modules)
"""
    subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=environment(tmp_path), check=True, capture_output=True
    )


def test_completion_is_left_to_typer(tmp_path: Path) -> None:
    """While the shell asks for completions, nothing is searched."""
    variables = environment(tmp_path)
    for more, plain in (({}, True), ({"_QUOTEBANK_COMPLETE": "complete_bash"}, False)):
        session = Session(None, None, None, variables | more, tmp_path, lambda: TODAY)
        assert (quick.quick_search(["search", "Lankov"], session) is not None) is plain
