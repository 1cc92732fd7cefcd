"""Making a bank, empty or as a copy of the example."""

from collections.abc import Callable
from pathlib import Path

from quotebank.bank.appending import create
from quotebank.bank.bank import Bank, random_id
from quotebank.bank.disk import Disk
from quotebank.bank.header import header_line
from quotebank.bank.places import BANK_FILE, FOLDER
from quotebank.bank.rewriting import write_whole
from quotebank.bank.upkeep import restore
from quotebank.errors import CannotCreate, MissingFile

_ATTRIBUTES = """\
# Two banks that were added to apart are joined line by line; line ends are never changed.
bank.jsonl merge=union -text
snapshots/* -text
"""
_IGNORED = """\
# Made while working; never part of the bank.
*.lock
*.new
*.torn
backups/
"""


def target(folder: Path) -> Path:
    """Where a new bank goes in a folder: ``store/bank.jsonl``, or ``bank.jsonl`` if the folder is a ``store``."""
    return (folder if folder.name == FOLDER else folder / FOLDER) / BANK_FILE


def found(path: Path, opened: Callable[[Path], Bank], *, sample: bool = False) -> Bank:
    """Make a bank at `path`, beside it what git needs to know; raises `CannotCreate` if something is there."""
    path = path if path.suffix == ".jsonl" else path / BANK_FILE
    if path.exists():
        raise CannotCreate(f"{path}: there is something already", "use it, or choose another folder")
    bank = opened(path)
    if sample:
        restore(bank, example())
    else:
        create(path, bank.disk, header_line(random_id(), random_id(), bank.clock()))
    for name, text in ((".gitattributes", _ATTRIBUTES), (".gitignore", _IGNORED)):
        if not (beside := path.parent / name).exists():
            write_whole(beside, (text.encode(),), Disk())
    return bank


def example() -> Path:
    """The example bank: beside the package when it is installed, in the repository's ``store`` otherwise."""
    package = Path(__file__).parent.parent
    for path in (package / "example" / BANK_FILE, package.parent / FOLDER / BANK_FILE):
        if path.is_file():
            return path
    raise MissingFile("the example bank did not come with this installation", "install quotebank again")
