"""On a real terminal the program asks, completes, fits the width and can be interrupted."""

import os
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from quotebank import Article, Bank
from tests.cli.conftest import Cli, environment

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals of POSIX")

_PATIENCE = 20.0


class Screen:
    """The program on a pseudo-terminal: what it has shown, and keys for it."""

    def __init__(self, folder: Path, *words: str, columns: int = 80) -> None:
        import fcntl
        import struct
        import termios

        self._master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        variables = environment(folder) | {"PYTHONPATH": os.pathsep.join(sys.path), "TERM": "xterm"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "quotebank", *words], cwd=folder, env=variables, stdin=slave, stdout=slave,
            stderr=slave, start_new_session=True,
        )  # fmt: skip
        os.close(slave)
        self.shown = ""

    def wait_for(self, text: str) -> None:
        """Read until `text` has been shown since the last key; fails after a while."""
        deadline = time.monotonic() + _PATIENCE
        while text not in self.shown:
            assert time.monotonic() < deadline, f"{text!r} was not shown in {self.shown!r}"
            self._read()

    def press(self, keys: str) -> None:
        """Type keys."""
        self.shown = ""
        os.write(self._master, keys.encode())

    def end(self) -> int:
        """Read to the end; the exit code."""
        deadline = time.monotonic() + _PATIENCE
        while self.process.poll() is None and time.monotonic() < deadline:
            self._read()
        self._read()
        return self.process.wait(timeout=1)

    def close(self) -> None:
        """End the program if it still runs."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._master)

    def _read(self) -> None:
        ready, _, _ = select.select([self._master], [], [], 0.2)
        if ready:
            try:
                self.shown += os.read(self._master, 65536).decode("utf-8", "replace")
            except OSError:  # the program has closed its side
                time.sleep(0.05)
        if "\x1b[6n" in self.shown:  # it asks where the cursor is, as a terminal would answer
            self.shown = self.shown.replace("\x1b[6n", "")
            os.write(self._master, b"\x1b[1;1R")


@pytest.fixture
def screens() -> Iterator[list[Screen]]:
    """Screens that are closed at the end."""
    opened: list[Screen] = []
    yield opened
    for screen in opened:
        screen.close()


def test_add_asks_and_completes(sample: Cli, bank_file: Path, tmp_path: Path, screens: list[Screen]) -> None:
    """Without flags `add` asks; TAB completes outlets; a date that is none is asked again; the answer is stored."""
    del sample
    screen = Screen(tmp_path, "add")
    screens.append(screen)
    screen.wait_for("Outlet")
    screen.press("Vald")
    screen.wait_for("Valdai Club")
    screen.press("\t")
    time.sleep(0.3)
    screen.press("\r")
    for question, answer in (("Author", "Ada Lovelace"), ("Another author", ""), ("Title", "Engines")):
        screen.wait_for(question)
        screen.press(answer + "\r")
    screen.wait_for("Date")
    screen.press("No. 10\r")
    screen.wait_for("no date")
    screen.press("\x01\x0b3 May 2021\r")
    for question, answer in (("Issue", "No. 3"), ("Address", ""), ("Language", "en"), ("Type", ""), ("Tags", "a, b")):
        screen.wait_for(question)
        screen.press(answer + "\r")
    assert screen.end() == 0, screen.shown
    article = Bank(bank_file, cache=tmp_path / "fresh").article("lovelace2021engines")
    assert article.outlet == "Valdai Club"
    assert article.date is not None
    assert (article.date.edtf(), article.issue, article.language) == ("2021-05-03", "3", "en")
    assert (article.type, article.tags) == ("webpage", ("a", "b"))


def test_an_interrupted_question_adds_nothing(
    sample: Cli, bank_file: Path, tmp_path: Path, screens: list[Screen]
) -> None:
    """Ctrl-C at a question ends with 130 and leaves the bank as it was."""
    del sample
    before = bank_file.read_bytes()
    screen = Screen(tmp_path, "add")
    screens.append(screen)
    screen.wait_for("Outlet")
    screen.press("Half an out\x03")
    assert screen.end() == 128 + signal.SIGINT
    assert "Traceback" not in screen.shown
    assert bank_file.read_bytes() == before


@pytest.mark.parametrize(("answer", "code", "left"), [("y", 0, 12), ("n", 1, 13), ("", 1, 13)])
def test_what_destroys_asks(
    sample: Cli, bank_file: Path, tmp_path: Path, screens: list[Screen], answer: str, code: int, left: int
) -> None:
    """`remove` asks before it does anything; only a yes is a yes."""
    del sample
    screen = Screen(tmp_path, "remove", "lankov2021")
    screens.append(screen)
    screen.wait_for("Remove lankov2021 and its 2 quote(s)?")
    screen.press(answer + "\r")
    assert screen.end() == code
    assert Bank(bank_file, cache=tmp_path / "fresh").counts().articles == left


@pytest.mark.parametrize("columns", [40, 60, 100])
def test_lists_and_results_fit_the_width(
    sample: Cli, bank_file: Path, tmp_path: Path, screens: list[Screen], columns: int
) -> None:
    """No line of a list, a page or a result is wider than the terminal, Chinese and Korean counted by cells."""
    from quotebank.text.visible import cells

    del sample
    with Bank(bank_file, cache=tmp_path / "cache") as bank:
        bank.add(Article(key="wide1", title="习近平的新时代中国特色社会主义思想" * 4, outlet="조선중앙통신" * 3))
    for words in (("list",), ("show", "wide1"), ("show", "lankov2021"), ("search", "hermit"), ("search", "习近平")):
        screen = Screen(tmp_path, *words, columns=columns)
        screens.append(screen)
        assert screen.end() == 0, screen.shown
        assert "\x1b[1m" in screen.shown
        for line in re.sub(r"\x1b\[[0-9;]*m", "", screen.shown).splitlines():
            assert cells(line) <= columns, (words, line)
