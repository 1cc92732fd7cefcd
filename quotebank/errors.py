"""What can go wrong, in the words a writer reads.

Each error says where, what and what to do, and carries the exit code documented in the README (after
BSD's sysexits where one fits). Nothing below ``cli`` prints or exits: it raises one of these.
"""

from collections.abc import Sequence


class QuotebankError(Exception):
    """Something quotebank can explain: `message` says where and what, `hint` says what to do."""

    exit_code = 70

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}; {self.hint}" if self.hint else self.message


class NotFound(QuotebankError):
    """Nothing answers to that key, id or query (exit 1)."""

    exit_code = 1


class UsageError(QuotebankError):
    """The command was given words it cannot use (exit 2)."""

    exit_code = 2


class BadInput(QuotebankError):
    """Data handed in is not what it should be (exit 65)."""

    exit_code = 65


class Damaged(BadInput):
    """The bank's file no longer checks; nothing in it was touched (exit 65)."""


class MissingFile(QuotebankError):
    """A file named by the writer is not there (exit 66)."""

    exit_code = 66


class Unreachable(QuotebankError):
    """A page cannot be had: no connection, a refusal, a limit, an address that must not be asked (exit 69)."""

    exit_code = 69


class CannotCreate(QuotebankError):
    """An output file cannot be made, or would overwrite something (exit 73)."""

    exit_code = 73


class StorageError(QuotebankError):
    """Reading or writing failed: a full disk, a broken device (exit 74)."""

    exit_code = 74


class Busy(QuotebankError):
    """Another process kept the bank locked for too long; trying again may work (exit 75)."""

    exit_code = 75


class NotPermitted(QuotebankError):
    """The file system refuses access (exit 77)."""

    exit_code = 77


class NewerBank(QuotebankError):
    """The bank was written by a later quotebank than this one (exit 78)."""

    exit_code = 78


class ManyProblems(BadInput):
    """Several things wrong at once, all of them said (exit 65): one `problems` entry each."""

    def __init__(self, message: str, problems: Sequence[str], hint: str = "") -> None:
        super().__init__(message, hint)
        self.problems = tuple(problems)
