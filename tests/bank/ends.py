"""How an operation left a bank, as a healthy reader finds it: for comparing with the old bank and the new."""

import shutil
import tempfile
from pathlib import Path

from quotebank.bank.bank import Bank
from quotebank.bank.checkup import check, repair
from tests.bank.deeds import Contents, contents, later, opened

End = tuple[Contents | None, int]
"""The records (None: there is no bank), and how many whole copies of the bank lie in ``backups`` if that matters."""


def end_of(folder: Path, name: str) -> End:
    """How the bank in `folder` stands after the operation `name`; fails if it does not check.

    A bank of an older format is read as the new one. A repair may have come half of its way, from damage to
    what can be mended: what it comes to in the end is what counts. A backup is the one operation that leaves
    the bank alone; how many there are is what it changes. Only a copy of the folder is worked on.
    """
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / "copy"
        shutil.copytree(folder, copy)
        bank = opened(copy)
        if not bank.path.exists():
            return None, 0
        with later(bank) if name == "upgrade" else bank:
            if name == "repair":
                repair(bank)
            report = check(bank)
            assert report.ok, report.problems
            return contents(bank), _backups(copy) if name == "backup" else 0


def _backups(folder: Path) -> int:
    """The number of copies; each must be a whole bank."""
    copies = sorted((folder / "store").glob("backups/*.jsonl"))
    for copy in copies:
        with Bank(copy, cache=folder / "others") as bank:
            assert check(bank).ok
    return len(copies)
