"""Hostile text and a hostile world: stored exactly, shown inert, and never a traceback."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from quotebank import Bank
from tests.cli.conftest import Cli, environment

Program = Callable[..., "subprocess.CompletedProcess[bytes]"]

HOSTILE = "\x1b[31mred\x1b]0;title\x07 \u202eevil\u202c \x9b2J \r\x08 \\input{/etc/passwd} `rm` <script> {{ %s & $x$"
HEAVY = ("tinydb", "bibtexparser", "rapidfuzz", "prompt_toolkit", "rich", "pydantic", "anyascii", "asyncio")


def is_inert(text: str) -> bool:
    """Whether nothing in a text can move a cursor, hide or reorder."""
    return all(char == "\n" or char.isprintable() for char in text.replace("\t", " "))


def test_hostile_text_is_stored_exactly_and_shown_inert(sample: Cli) -> None:
    """Escape sequences, overrides and markup come back as given, and reach no terminal raw."""
    key = sample(
        "add", "-t", HOSTILE, "-o", HOSTILE, "-a", "{" + HOSTILE.replace("{", "(") + "}", "-k", "bad1"
    ).out.strip()
    quote = sample("quote", key, HOSTILE, "--note", HOSTILE, "--speaker", HOSTILE).out.strip()
    shown = json.loads(sample("show", key, "--json").out)
    assert shown["title"] == HOSTILE
    assert shown["quotes"][0]["text"] == HOSTILE
    for words in (
        ("list",), ("show", key), ("show", quote), ("search", "evil"), ("history",), ("history", key), ("stats",),
        ("cite", key), ("cite", "--quote", quote), ("cite", "--quote", quote, "--as", "markdown"),
    ):  # fmt: skip
        outcome = sample(*words)
        assert outcome.code == 0, outcome.err
        assert is_inert(outcome.out), words
        assert is_inert(outcome.err), words
    for name in ("biblatex", "bibtex", "markdown"):
        assert "\x1b" not in sample("export", "-f", name, "-k", key).out


def test_hostile_names_are_told_inert(sample: Cli) -> None:
    """A name that is not there is shown in the error without its escape sequences."""
    for words in (("show", HOSTILE), ("import", HOSTILE), ("--bank", HOSTILE, "list"), ("search", HOSTILE), (HOSTILE,)):
        outcome = sample(*words)
        assert outcome.code in (0, 1, 2, 66)
        assert is_inert(outcome.err), words


def test_bytes_and_nul_through_stdin(sample: Cli) -> None:
    """Bytes that are not UTF-8, and NUL, come through standard input exactly."""
    key = "lankov2021"
    record = sample("quote", key, "-", stdin=b"a\x00b \xff\xfe c\n").out.strip()
    assert json.loads(sample("show", record, "--json").out)["text"] == "a\x00b \udcff\udcfe c"
    record = sample("quote", key, "-", stdin="\ufeffБОМ".encode()).out.strip()
    assert json.loads(sample("show", record, "--json").out)["text"] == "БОМ"


def test_ten_megabytes_in_a_line(sample: Cli) -> None:
    """A quote of ten million characters is kept, found and shown."""
    record = sample("quote", "lankov2021", "-", stdin=b"zeppelin " + b"a" * 10_000_000).out.strip()
    assert len(json.loads(sample("show", record, "--json").out)["text"]) == 10_000_009
    found = sample("search", "zeppelin")
    assert found.code == 0
    assert len(found.out) < 2000


def test_leading_dashes(sample: Cli) -> None:
    """Text that looks like a flag goes behind --."""
    record = sample("quote", "lankov2021", "--", "--yes").out.strip()
    assert json.loads(sample("show", record, "--json").out)["text"] == "--yes"


@pytest.mark.parametrize(
    ("shell", "code"),
    [
        ("@ list | head -c 1 >/dev/null; exit ${PIPESTATUS[0]}", (0, 141)),
        ("@ export -f json | true; exit ${PIPESTATUS[0]}", (141,)),
        ("@ list >&-", (74,)),
        ("@ list > /dev/full", (74,)),
        ("@ list 2>&-", (0,)),
        ("@ show nobody 2>&-", (1,)),
        ("@ quote lankov2021 - <&-", (74,)),
        ("LC_ALL=C PYTHONUTF8=0 PYTHONCOERCECLOCALE=0 @ show lankov2021", (0,)),
        ("PYTHONIOENCODING=ascii @ list", (0,)),
        ("env -u HOME -u XDG_DATA_HOME -u QUOTEBANK_CACHE @ list", (0,)),
        ("mkdir gone && cd gone && rmdir ../gone && @ --bank ../store list", (0, 66)),
        ("TERM=dumb @ list", (0,)),
    ],
)
def test_streams_and_surroundings(
    sample: Cli, program: Program, tmp_path: Path, shell: str, code: tuple[int, ...]
) -> None:
    """Broken pipes, closed and full streams, any locale, no home, no folder: the documented code, no traceback."""
    del sample
    variables = environment(tmp_path) | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = program(shell=shell, env=variables)
    assert done.returncode in code, done
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr


def test_json_stays_json_in_ascii(sample: Cli, program: Program, tmp_path: Path) -> None:
    """A JSON answer is valid JSON in a terminal that knows only ASCII."""
    del sample
    variables = environment(tmp_path) | {"PYTHONIOENCODING": "ascii", "PYTHONPATH": os.pathsep.join(sys.path)}
    done = program("show", "mirzaian2021", "--json", env=variables)
    assert json.loads(done.stdout.decode("ascii"))["authors"][0]["original"] == "Геворг Мирзаян"


def start(folder: Path, *words: str) -> "subprocess.Popen[bytes]":
    """The real program, left running."""
    variables = environment(folder) | {"PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen(
        [sys.executable, "-m", "quotebank", *words], cwd=folder, env=variables, stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_ctrl_c_while_waiting(sample: Cli, bank_file: Path, tmp_path: Path) -> None:
    """Ctrl-C ends with 130, one line, and the bank as it was."""
    import fcntl

    del sample
    before = bank_file.read_bytes()
    with bank_file.with_name("bank.jsonl.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        running = start(tmp_path, "add", "-t", "x")
        time.sleep(1.0)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=20)
    assert running.returncode == 130, err
    assert out == b""
    assert b"Traceback" not in err
    assert err.count(b"\n") == 1
    assert bank_file.read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="flock of POSIX")
def test_a_bank_that_stays_busy(sample: Cli, bank_file: Path) -> None:
    """A writer gives up with 75 after its patience; a reader never waits."""
    import fcntl

    with bank_file.with_name("bank.jsonl.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        outcome = sample("add", "-t", "x", QUOTEBANK_WAIT="0.1")
        assert outcome.code == 75
        assert "try again" in outcome.err
        assert sample("list").code == 0


def test_killed_at_any_moment(sample: Cli, bank_file: Path, tmp_path: Path) -> None:
    """Of writers killed at any moment, every key they had printed is in the bank, and the bank is in order."""
    told = []
    for number in range(40):
        running = start(tmp_path, "add", "-t", f"Killed {number}", "-k", f"killed{number}")
        try:
            out, _ = running.communicate(timeout=0.05 + number * 0.006)
        except subprocess.TimeoutExpired:
            running.kill()
            out, _ = running.communicate()
        told += out.decode().split()
    bank = Bank(bank_file, cache=tmp_path / "fresh")
    keys = {article.key for article in bank.iter_articles()}
    assert keys.issuperset(told)
    assert sample("check").code == 0


@pytest.mark.parametrize(
    "words",
    [
        ("--help",),
        ("--version",),
        ("where",),
        ("show", "zavtra2021"),
        ("add", "-t", "Plain words", "-o", "TASS", "-d", "2021-10-05"),
        ("quote", "zavtra2021", "Plain words."),
        ("search", "socialism"),
        ("cite", "zavtra2021"),
    ],
    ids=lambda words: words[0],
)
def test_nothing_heavy_on_the_common_path(sample: Cli, tmp_path: Path, words: tuple[str, ...]) -> None:
    """The commands of every day load neither the heavy libraries nor the modules of other commands."""
    sample("search", "socialism")
    code = f"""
import sys, datetime, pathlib, os
from quotebank.cli.main import main
from quotebank.cli.session import system_session
code = main({list(words)!r}, system_session())
loaded = [name for name in {HEAVY!r} if name in sys.modules]
others = [name for name in sys.modules if name.startswith("quotebank.cli.commands.")]
print("\\nLOADED", code, loaded, others)
"""
    variables = environment(tmp_path) | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=variables, capture_output=True, check=True)
    told = done.stdout.decode().rsplit("LOADED ", 1)[1].split(None, 1)
    assert told[0] == "0"
    # A plain search is answered without the command line's library.
    own = [] if words[0].startswith("--") or words[0] == "search" else [f"quotebank.cli.commands.{words[0]}_"]
    assert told[1].strip() == f"[] {own!r}"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_keys_complete(sample: Cli, tmp_path: Path, shell: str) -> None:
    """TAB offers the bank's keys in every shell, and without a bank nothing, without an error."""
    variables = environment(tmp_path) | {
        "PYTHONPATH": os.pathsep.join(sys.path),
        "_QUOTEBANK_COMPLETE": f"complete_{shell}",
        "_TYPER_COMPLETE_ARGS": "quotebank show lank",
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "COMP_WORDS": "quotebank show lank",
        "COMP_CWORD": "2",
    }
    command = [sys.executable, "-m", "quotebank"]
    del sample
    done = subprocess.run(command, cwd=tmp_path, env=variables, capture_output=True, check=False)
    assert b"lankov2021a" in done.stdout
    (tmp_path / "empty").mkdir()
    alone = subprocess.run(
        command, cwd=tmp_path / "empty", env=variables | {"QUOTEBANK_BANK": str(tmp_path / "none.jsonl")},
        capture_output=True, check=False,
    )  # fmt: skip
    assert b"lankov" not in alone.stdout
    assert b"Traceback" not in alone.stderr
