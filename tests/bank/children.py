"""Child processes of the bank's tests: what they run, and how they are started cheaply.

Children are forked from a server that has the bank imported already, so that hundreds of them are affordable.
"""

import multiprocessing
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from quotebank.bank import upkeep
from quotebank.bank.bank import Bank
from quotebank.bank.history import undo
from quotebank.bank.lock import writer_lock
from quotebank.bank.transaction import ARTICLES
from quotebank.errors import QuotebankError
from quotebank.model.quotes import Quote
from tests.bank.deeds import OPERATIONS, article, contents, opened
from tests.bank.disks import KillingDisk

Job = Callable[..., None]
_CLAIMS = 3


def processes() -> BaseContext:
    """How children are started here."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__, "quotebank.bank.history", "quotebank.bank.checkup"])
    return context


@contextmanager
def child(job: Job, *values: object) -> Iterator[tuple[BaseProcess, Connection]]:
    """A process that runs ``job(pipe, *values)``, and our end of its pipe; it is gone when the block ends."""
    context = processes()
    ours, its = context.Pipe()
    process = context.Process(target=job, args=(its, *values))  # type: ignore[attr-defined]
    process.start()
    its.close()
    try:
        yield process, ours
    finally:
        process.kill()
        process.join()
        process.close()
        ours.close()


def told(pipe: Connection) -> list[Any]:
    """Everything a child said until its end."""
    said = []
    while True:
        try:
            said.append(pipe.recv())
        except (EOFError, ConnectionResetError):
            return said


def once(pipe: Connection, name: str, folder: Path, nth: int) -> None:
    """Do one operation, killed at the file call `nth`; say so if it came back."""
    with opened(folder, KillingDisk(nth)) as bank:
        OPERATIONS[name].do(bank)
    pipe.send("done")


def write_on(pipe: Connection, folder: Path, prefix: str) -> None:
    """Write without end, each change one transaction of several lines; say after each how things stand.

    An article and its `_CLAIMS` quotes always carry the same note; what is said is the note of each article.
    """
    with opened(folder, prefix=prefix) as bank:
        number = 0
        pipe.send(notes(bank))
        while True:
            number += 1
            _change(bank, number, f"{prefix}{number}")
            pipe.send(notes(bank))


def _change(bank: Bank, number: int, note: str) -> None:
    known = list(notes(bank))
    if number % 7 == 5 and known:
        undo(bank)
    elif number % 7 == 6 and known:
        with bank.transaction("remove") as change:
            change.remove_article(known[0])
    elif number % 11 == 10:
        upkeep.compact(bank)
    elif number % 3 == 2 and known:
        _note(bank, known[-1], note)
    else:
        with bank.transaction("import") as change:
            key = change.add_article(article("Kim", key=f"kim{note}", note=note)).key
            for _ in range(_CLAIMS):
                change.add_quote(Quote(article=key, text="A claim. " * 50, note=note))


def _note(bank: Bank, key: str, note: str) -> None:
    found = bank.article(key)
    place = bank.view_now.by_name(key)
    assert place
    with bank.transaction("edit") as change:
        change.put(ARTICLES, place.id, {**found.to_json(), "note": note})
        for quote in bank.quotes_of(found):
            change.put("quotes", quote.id, {**_without_id(quote), "note": note})


def _without_id(quote: Quote) -> dict[str, object]:
    return {name: value for name, value in quote.to_json().items() if name != "id"}


def notes(bank: Bank) -> dict[str, str]:
    """The note of each article; fails if one of its quotes is missing or carries another."""
    records = contents(bank)
    articles = {str(shape["key"]): str(shape["note"]) for (table, _), shape in records.items() if table == ARTICLES}
    for key, note in articles.items():
        claims = [shape["note"] for shape in records.values() if shape.get("article") == key]
        assert claims == [note] * _CLAIMS, f"{key}: half a change"
    return articles


def add_some(pipe: Connection, folder: Path, prefix: str, number: int) -> None:
    """Add articles of one and the same author one by one, ids as the system makes them; say each one's key."""
    with Bank(folder / "store", cache=folder / "cache", wait=60) as bank:
        for count in range(number):
            pipe.send(bank.add(article("Kim", title=f"{prefix} {count}")).key)


def read_on(pipe: Connection, folder: Path, cache: str) -> None:
    """Read the whole bank again and again until told to stop; say how many articles each reading found."""
    with Bank(folder / "store", cache=folder / cache) as bank:
        while not pipe.poll():
            pipe.send(len([line.doc for line in bank.lines(ARTICLES)]))


def compact_on(pipe: Connection, folder: Path) -> None:
    """Compact the bank again and again until told to stop; say each time that it is done."""
    with Bank(folder / "store", cache=folder / "cache", wait=60) as bank:
        while not pipe.poll():
            upkeep.compact(bank)
            pipe.send("compacted")


def build_view(pipe: Connection, folder: Path) -> None:
    """Build the key view when told to, and say what it counts."""
    pipe.send("ready")
    pipe.recv()
    with Bank(folder / "store", cache=folder / "cache") as bank:
        pipe.send((bank.counts(), [brief.key for brief in bank.view_now.briefs()]))


def hold_lock(pipe: Connection, folder: Path) -> None:
    """Hold the writer lock until told to let go."""
    bank = Bank(folder / "store")
    with writer_lock(bank.path, bank.disk, 10):
        pipe.send("held")
        pipe.recv()


def make(pipe: Connection, folder: Path) -> None:
    """Make a bank; say that it is made, or the name of the error."""
    try:
        Bank.create(folder / "store", cache=folder / "cache")
    except QuotebankError as error:
        pipe.send(type(error).__name__)
    else:
        pipe.send("made")


def back_up(pipe: Connection, folder: Path) -> None:
    """Back the bank up at noon; say the copy's name."""
    with opened(folder) as bank:
        pipe.send(upkeep.backup(bank).name)
