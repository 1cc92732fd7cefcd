"""Everything a command knows about the world around it, passed in and never global."""

import datetime
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from quotebank.errors import QuotebankError, StorageError, UsageError

if TYPE_CHECKING:
    from quotebank.actions.styling import Styling
    from quotebank.bank.bank import Bank
    from quotebank.bank.places import Found

_LOCK_WAIT = "QUOTEBANK_WAIT"


class ReaderGone(Exception):
    """Whoever read the answer has stopped reading (``| head``). Not an `OSError`, which Typer would end with 1."""


@dataclass(slots=True)
class Session:
    """One run of the program: its streams, environment, folder and day, and the options every command has.

    `stdout` and `stderr` are None when they were closed before the program began.
    """

    stdin: TextIO | None
    stdout: TextIO | None
    stderr: TextIO | None
    environ: Mapping[str, str]
    here: Path
    today: Callable[[], datetime.date]
    bank_name: str | None = None
    as_json: bool = False
    debug: bool = False
    no_color: bool = False
    _opened: list["Bank"] = field(default_factory=list)

    # Output -------------------------------------------------------------------------------------------------------

    def show(self, text: str = "") -> None:
        """One line (or several) of the answer, on stdout."""
        self.write(text + "\n")

    def write(self, text: str) -> None:
        """Text of the answer as it is, on stdout; raises `StorageError` if it is closed."""
        if self.stdout is None:
            raise StorageError("standard output is closed", "open it, or use --output where there is one")
        try:
            self.stdout.write(text)
        except BrokenPipeError:
            raise ReaderGone from None

    def show_json(self, document: object) -> None:
        """The answer as one JSON document on stdout."""
        self.write(self.encode_json(document) + "\n")

    def encode_json(self, document: object) -> str:
        """A JSON document as text that the terminal's encoding can carry."""
        encoding = (getattr(self.stdout, "encoding", "") or "").lower().replace("-", "")
        return dumps(document, ensure_ascii=encoding != "utf8", indent=2)

    def say(self, message: str) -> None:
        """One line beside the answer, on stderr: what was done, to which bank, what to mind."""
        from quotebank.text.visible import visible

        if self.stdout is not None:  # what was shown before comes first
            try:
                self.stdout.flush()
            except BrokenPipeError:
                raise ReaderGone from None
        if self.stderr is not None:
            with suppress(BrokenPipeError):  # nobody reads it: nothing is lost
                self.stderr.write(visible(message) + "\n")
                self.stderr.flush()

    def progress(self, label: str) -> Callable[[int, int], None] | None:
        """A progress line on a terminal's stderr, called with done and total; None off a terminal."""
        if self.stderr is None or not self.stderr.isatty():
            return None
        stream = self.stderr

        def tell(done: int, total: int) -> None:
            share = 100 * done // total if total else 100
            stream.write(f"\r{label} {share:3d} %" + ("\r" + " " * (len(label) + 6) + "\r" if done >= total else ""))
            stream.flush()

        return tell

    @property
    def on_terminal(self) -> bool:
        """Whether the answer goes to a person's terminal."""
        return self.stdout is not None and self.stdout.isatty()

    @property
    def interactive(self) -> bool:
        """Whether a person can be asked: the input is a terminal, and so is where questions show."""
        return bool(self.stdin and self.stdin.isatty() and self.stderr and self.stderr.isatty())

    @property
    def colour(self) -> bool:
        """Whether to use colour: on a terminal, unless NO_COLOR (https://no-color.org) or --no-color says no."""
        return (
            self.on_terminal
            and not self.no_color
            and not self.environ.get("NO_COLOR")
            and self.environ.get("TERM") != "dumb"
        )

    @property
    def width(self) -> int:
        """The terminal's width in cells; 80 where there is none."""
        from shutil import get_terminal_size

        return max(20, get_terminal_size((80, 24)).columns)

    # Input --------------------------------------------------------------------------------------------------------

    def read_input(self) -> str:
        """All of stdin as text; bytes that are not UTF-8 are kept as lone surrogates. Raises `StorageError`."""
        if self.stdin is None:
            raise StorageError("standard input is closed", "give the text as an argument")
        buffer = getattr(self.stdin, "buffer", None)
        data = buffer.read().decode("utf-8", "surrogateescape") if buffer else self.stdin.read()
        return data.removeprefix("\ufeff")

    def names(self, given: list[str]) -> list[str]:
        """Keys and ids as given on the command line; ``-`` stands for those on stdin, one a line."""
        if "-" not in given:
            return given
        read = [line.strip() for line in self.read_input().splitlines() if line.strip()]
        return [name for each in given for name in (read if each == "-" else [each])]

    def read_file(self, name: str) -> bytes:
        """The bytes of a file named on the command line, ``-`` for stdin. Raises `MissingFile` and its kin."""
        if name == "-":
            return self.read_input().encode("utf-8", "surrogateescape")
        from quotebank.bank.disk import explained

        with explained(name, "reading"):
            return (self.here / name).read_bytes()

    # The bank -----------------------------------------------------------------------------------------------------

    def found(self) -> "Found":
        """Which bank, and why; raises `MissingFile`, `UsageError`."""
        from quotebank.bank.places import find_bank

        return find_bank(self.bank_name, self.environ, self.here)

    def bank(self) -> "Bank":
        """The bank this command works on; raises `MissingFile`, `UsageError`."""
        return self.open_bank(self.found().path)

    def open_bank(self, path: Path) -> "Bank":
        """A bank at a given path, with this session's cache folder, waiting time and progress."""
        from quotebank.bank.bank import WAIT_SECONDS, Bank
        from quotebank.bank.places import cache_folder

        try:
            wait = float(self.environ.get(_LOCK_WAIT) or WAIT_SECONDS)
        except ValueError:
            wait = WAIT_SECONDS
        bank = Bank(path, cache=cache_folder(self.environ), wait=wait, progress=self.progress("reading the bank"))
        self._opened.append(bank)
        return bank

    def close(self) -> None:
        """Close the banks that were opened: a view that is not closed is slow to open the next time."""
        while self._opened:
            self._opened.pop().close()

    def styling(self, style: str, csl: str | None = None, lang: str = "") -> "Styling | None":
        """The CSL style asked for by name or file, with what applies it; None when none was."""
        if not (style or csl):
            if lang:
                raise UsageError("--lang: a language for a style, but no style", "say --style NAME or --csl FILE")
            return None
        if style and csl:
            raise UsageError("--style and --csl: two styles", "say one of them")
        from quotebank.actions.styling import find_styling

        return find_styling(self.environ, style, str(self.here / csl) if csl else "", lang)

    def wrote(self, bank: "Bank", what: str, *, dry_run: bool = False) -> None:
        """Say on stderr what was written to which bank."""
        self.say(f"{what} (dry run: nothing written to {bank.path})" if dry_run else f"{what} in {bank.path}")

    def tell_error(self, problem: QuotebankError) -> None:
        """The error in one line on stderr, or as a JSON object if the answer was to be JSON."""
        from quotebank.text.visible import visible

        if self.stderr is None:
            return
        if self.as_json:
            shape: dict[str, object] = {"code": problem.exit_code, "message": problem.message, "hint": problem.hint}
            if problems := getattr(problem, "problems", ()):
                shape["problems"] = list(problems)
            self.stderr.write(dumps(shape) + "\n")
        else:
            self.stderr.write(f"quotebank: {visible(str(problem))}\n")
            for each in getattr(problem, "problems", ()):
                self.stderr.write(f"  {visible(each)}\n")
        self.stderr.flush()


def system_session() -> Session:
    """The session of this process. Output that the encoding cannot carry is escaped instead of failing."""
    import os

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        here = Path.cwd()
    except OSError:  # the folder was removed under our feet
        here = Path("/")
    return Session(sys.stdin, sys.stdout, sys.stderr, os.environ, here, datetime.date.today)
