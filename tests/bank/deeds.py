"""A small bank with a past, and every operation that writes, each as a function that works on it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from quotebank.bank import history, upkeep
from quotebank.bank.bank import Bank
from quotebank.bank.checkup import repair
from quotebank.bank.disk import Disk
from quotebank.bank.journal import Journal
from quotebank.bank.lines import Line, Shape
from quotebank.bank.transaction import ARTICLES, QUOTES
from quotebank.bank.view import KeyView
from quotebank.model.articles import Article
from quotebank.model.names import Name
from quotebank.model.quotes import Quote, Via

NOON = "2021-11-30T12:00:00Z"
Contents = dict[tuple[str, str], Shape]


class Clock:
    """Tells a time one second later each time it is asked, from 09:00:00 on."""

    def __init__(self) -> None:
        self.seconds = -1

    def __call__(self) -> str:
        """The next time."""
        self.seconds += 1
        minutes, seconds = divmod(self.seconds, 60)
        return f"2021-11-30T{9 + minutes // 60:02}:{minutes % 60:02}:{seconds:02}Z"


class Ids:
    """Counts: the prefix, then six digits."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self.number = 0

    def __call__(self) -> str:
        """The next id."""
        self.number += 1
        return f"{self.prefix}{self.number:06}"


def contents(bank: Bank) -> Contents:
    """Every live record of the bank by table and id, read line by line from the file."""
    return {(table, line.id): line.doc or {} for table in (ARTICLES, QUOTES) for line in bank.lines(table)}


def article(family: str, title: str = "Kim's long game", *, key: str = "", note: str = "") -> Article:
    """An article of TASS by one author; without a `key` the bank makes one."""
    return Article(key=key, title=title, authors=(Name(family=family, given="A."),), outlet="TASS", note=note)


def opened(folder: Path, disk: Disk | None = None, prefix: str = "new") -> Bank:
    """The bank in `folder` with its own cache, a clock that stands at noon, and ids that count from one."""
    return Bank(folder / "store", cache=folder / "cache", disk=disk, clock=lambda: NOON, new_id=Ids(prefix))


def small_bank(folder: Path) -> None:
    """A bank with two articles, three quotes and a past: added, edited, one thing removed, the last change undone."""
    clock = Clock()
    bank = Bank.create(folder / "store", cache=folder / "cache", clock=clock, new_id=Ids("old"))
    with bank:
        bank.add(article("Lankov", key="lankov"))
        bank.add(article("Asmolov", key="asmolov"))
        for number in range(3):
            via = Via("asmolov") if number == 1 else None
            bank.add_quote(Quote(article="lankov", text=f"Claim {number}: «здесь» \ud800", via=via))
        bank.add(article("Zhebin", key="zhebin"))
        with bank.transaction("edit") as change:
            change.replace_article("zhebin", replace(bank.article("zhebin"), note="seen"))
        with bank.transaction("remove") as change:
            change.remove_article("zhebin")
        bank.add_quote(Quote(article="asmolov", text="to be taken back"))
        history.undo(bank)


def torn_bank(folder: Path) -> None:
    """As `small_bank`, with a write that was cut short at its end."""
    small_bank(folder)
    path = folder / "store" / "bank.jsonl"
    path.write_bytes(path.read_bytes() + b'{"crc":"00000000","table":"quotes","id":"lo')


def bank_with_backup(folder: Path) -> None:
    """As `small_bank`, with a backup at ``saved.jsonl`` that lacks the newest quote."""
    small_bank(folder)
    with opened(folder, prefix="mid") as bank:
        upkeep.backup(bank, folder / "saved.jsonl")
        bank.add_quote(Quote(article="lankov", text="after the backup"))


def damaged_bank(folder: Path) -> None:
    """As `small_bank`, with a flipped bit in the only line of an article that quotes point to."""
    small_bank(folder)
    path = folder / "store" / "bank.jsonl"
    data = bytearray(path.read_bytes())
    data[data.index(b"lankov") + 2] ^= 1
    path.write_bytes(data)


def nothing(folder: Path) -> None:
    """No bank at all."""
    folder.mkdir(exist_ok=True)


def _create(bank: Bank) -> None:
    Bank.create(bank.path, disk=bank.disk, clock=bank.clock, new_id=bank.new_id)


def _add(bank: Bank) -> None:
    bank.add(article("Toloraya"))


def _quote(bank: Bank) -> None:
    bank.add_quote(Quote(article="lankov", text="A new claim.", via=Via("asmolov")))


def _edit(bank: Bank) -> None:
    with bank.transaction("edit") as change:
        change.replace_article("lankov", replace(bank.article("lankov"), key="lankov2021", note="renamed"))


def _edit_quote(bank: Bank) -> None:
    quote = bank.quotes_of(bank.article("lankov"))[0]
    with bank.transaction("edit") as change:
        change.replace_quote(replace(quote, text="Another reading."))


def _remove(bank: Bank) -> None:
    with bank.transaction("remove") as change:
        change.remove_article("lankov")


def _undo(bank: Bank) -> None:
    history.undo(bank)


def _big(bank: Bank) -> None:
    """One transaction of 2.4 MB, which reaches the file in several blocks."""
    with bank.transaction("import") as change:
        change.add_article(article("Vorontsov", key="vorontsov"))
        for number in range(12):
            change.add_quote(Quote(article="vorontsov", text=f"{number} " + "слово " * 20_000))


def _compact(bank: Bank) -> None:
    upkeep.compact(bank)


def _backup(bank: Bank) -> None:
    upkeep.backup(bank)


def _restore(bank: Bank) -> None:
    upkeep.restore(bank, bank.path.parent.parent / "saved.jsonl")


def _repair(bank: Bank) -> None:
    repair(bank)


def _noted(line: Line) -> Line:
    """A step from format 1 to 2 as a later quotebank may bring it: each article gets a field."""
    return line if line.doc is None or line.table != ARTICLES else line._replace(doc={**line.doc, "format": 2})


def later(bank: Bank) -> Bank:
    """The same bank, read by a quotebank of the next format."""
    bank.journal = Journal(bank.path, bank.disk, (_noted,))
    bank.view = KeyView(bank.journal, bank.path.parent.parent / "cache")
    return bank


def _upgrade(bank: Bank) -> None:
    later(bank).add(article("Toloraya"))


class Operation(NamedTuple):
    """Something that writes: the bank it starts from and what it does."""

    start: Callable[[Path], None]
    do: Callable[[Bank], None]


OPERATIONS = {
    "create": Operation(nothing, _create),
    "add": Operation(small_bank, _add),
    "quote": Operation(small_bank, _quote),
    "edit": Operation(small_bank, _edit),
    "edit quote": Operation(small_bank, _edit_quote),
    "remove": Operation(small_bank, _remove),
    "undo": Operation(small_bank, _undo),
    "big": Operation(small_bank, _big),
    "set aside": Operation(torn_bank, _add),
    "compact": Operation(small_bank, _compact),
    "compact torn": Operation(torn_bank, _compact),
    "backup": Operation(small_bank, _backup),
    "restore": Operation(bank_with_backup, _restore),
    "upgrade": Operation(small_bank, _upgrade),
    "repair": Operation(damaged_bank, _repair),
}
"""Every operation that writes, by name."""
