"""The command line run as a writer runs it: in this process with streams of its own, or as a real program."""

import datetime
import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from quotebank.cli.main import main
from quotebank.cli.session import Session
from tests.example.build import build

TODAY = datetime.date(2021, 11, 30)


class Outcome(NamedTuple):
    """What a run left: its exit code, and what it wrote."""

    code: int
    out: str
    err: str


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Always."""
        return True


Cli = Callable[..., Outcome]


def environment(folder: Path) -> dict[str, str]:
    """An environment whose every folder is below `folder`."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "PYTHONPATH") if name in os.environ}
    return kept | {
        "HOME": str(folder / "home"),
        "XDG_DATA_HOME": str(folder / "data"),
        "QUOTEBANK_CACHE": str(folder / "cache"),
        "PYTHONUTF8": "1",
    }


@pytest.fixture
def cli(tmp_path: Path) -> Cli:
    """Run a command line in a folder without a bank: ``cli("list", "--json")``."""

    def run(*words: str, stdin: bytes | None = b"", terminal: bool = False, **variables: str) -> Outcome:
        out, err = (Terminal(), Terminal()) if terminal else (io.StringIO(), io.StringIO())
        source = None if stdin is None else io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
        session = Session(source, out, err, environment(tmp_path) | variables, tmp_path, lambda: TODAY)
        return Outcome(main(words, session), out.getvalue(), err.getvalue())

    return run


@pytest.fixture
def sample(cli: Cli, tmp_path: Path) -> Cli:
    """The same in a folder that holds a copy of the example bank."""
    build(tmp_path / "store" / "bank.jsonl")
    return cli


@pytest.fixture
def bank_file(tmp_path: Path) -> Path:
    """Where the bank of `sample` is."""
    return tmp_path / "store" / "bank.jsonl"


@pytest.fixture
def program(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run the real program in `tmp_path`; keyword arguments go to `subprocess.run`."""

    def run(*words: str, shell: str = "", **options: object) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "quotebank", *words]
        if shell:
            quoted = " ".join(f"'{word}'" for word in command)
            command = ["/bin/bash", "-c", shell.replace("@", quoted)]
        settings: dict[str, object] = {
            "cwd": tmp_path,
            "env": environment(tmp_path),
            "capture_output": True,
            "timeout": 60,
        }
        return subprocess.run(command, check=False, **(settings | options))  # type: ignore[call-overload, no-any-return]

    return run
