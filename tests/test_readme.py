"""What the README shows is what happens."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from quotebank.cli.app import COMMANDS

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


@pytest.fixture
def variables(tmp_path: Path) -> dict[str, str]:
    """An environment whose folders are all below a temporary one."""
    paths = {"HOME": str(tmp_path), "QUOTEBANK_CACHE": str(tmp_path / "cache"), "PYTHONPATH": os.pathsep.join(sys.path)}
    return {"PATH": os.environ["PATH"], **paths}


def test_the_python_example_runs(tmp_path: Path, variables: dict[str, str]) -> None:
    """The example for Python runs as it stands, and leaves its two articles."""
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    code += "\nprint(bank.counts())"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=variables, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert b"articles=2, quotes=1" in done.stdout


def test_the_terminal_session_runs(tmp_path: Path, variables: dict[str, str]) -> None:
    """The session at its top does what it shows, but for paths and the ids that are made by chance."""
    (session,) = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    program = [sys.executable, "-m", "quotebank"]
    subprocess.run([*program, "init"], cwd=tmp_path, env=variables, check=True, capture_output=True)
    ids: dict[str, str] = {}
    for part in session.split("$ quotebank ")[1:]:
        line, _, shown = part.partition("\n")
        words = [ids.get(word, word) for word in shlex.split(line)]
        done = subprocess.run([*program, *words], cwd=tmp_path, env=variables, capture_output=True, check=True)
        told = done.stdout.decode()
        if words[0] == "quote":
            ids[shown.split("\n")[0]] = told.strip()
            continue
        for shown_id, made in ids.items():
            shown = shown.replace(shown_id, made)
        assert shown.startswith(told), f"{line}: {told}"


def test_every_command_is_named() -> None:
    """The table of what one can do names every command."""
    for name in COMMANDS:
        assert f"`{name}" in README, name


def test_the_two_commands() -> None:
    """There is one line that sets up and searches, and one that sets up and tests; `.ci/run` takes both from here."""
    lines = README.splitlines()
    assert sum(line.startswith("python3 -m venv") and line.endswith('search "Kimjongunism"') for line in lines) == 1
    assert sum(line.startswith("python3 -m venv") and "bin/pytest" in line for line in lines) == 1
