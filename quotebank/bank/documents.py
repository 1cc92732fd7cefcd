"""TinyDB over the journal: the document layer.

``TinyDB(path, storage=JournalStorage)`` is an ordinary TinyDB whose file cannot be lost; a `JournalTable` is
one that also appends a change instead of writing the whole database, and has text ids. Both keep TinyDB's
own behaviour (https://tinydb.readthedocs.io, "API"); what differs is said at the methods.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from json import dumps
from typing import Any

from tinydb.queries import QueryLike
from tinydb.storages import Storage
from tinydb.table import Document, Table

from quotebank.bank.bank import Bank
from quotebank.bank.journal import Stamp, start_of
from quotebank.bank.transaction import Transaction

_Tables = dict[str, dict[str, Any]]


class JournalStorage(Storage):
    """A TinyDB storage over a bank's journal. Give a `path` (the bank is made if it is missing) or a `bank`.

    `write` compares with what is stored and appends only the difference, as one transaction; an empty
    table has no lines, so it is not stored. Raises what `Bank` raises.
    """

    def __init__(self, path: str | os.PathLike[str] | None = None, *, bank: Bank | None = None, **options: Any) -> None:
        if bank is None:
            if path is None:
                raise TypeError("JournalStorage needs a path or a bank")
            bank = Bank(path, **options)
            if not bank.path.exists():
                Bank.create(bank.path, **options)
        self.bank = bank

    def read(self) -> _Tables | None:
        """All tables with their documents by id, in the order they were first inserted; None without any."""
        tables: _Tables = {}
        with self.bank.pinned(lambda view: (view.superseded(), view.place.offset)) as ((skip, end), journal):
            for entry in journal.entries(start_of(journal.header()), end):
                table = tables.setdefault(entry.line.table, {})
                if entry.offset not in skip:
                    table[entry.line.id] = entry.line.doc
                else:  # superseded or removed: it only keeps the place
                    table.setdefault(entry.line.id, None)
        kept = {
            name: {record: doc for record, doc in table.items() if doc is not None} for name, table in tables.items()
        }
        return {name: table for name, table in kept.items() if table} or None

    def write(self, data: _Tables) -> None:
        """Make the bank hold just `data`."""
        with self.bank.transaction("tinydb") as change:
            before = self.read() or {}
            for table in (*data, *(name for name in before if name not in data)):
                _put_difference(change, table, _as_text(before.get(table, {})), data.get(table, {}))

    def close(self) -> None:
        """Give the bank's view back."""
        self.bank.close()


class JournalTable(Table):
    """A TinyDB table with text ids: reads by id, and inserts, without reading the rest of the bank.

    New ids are random unless a `Document` brings its own. Every writing call is one transaction. Documents
    of the tables ``articles`` and ``quotes`` must be valid records; an article gets a key and both get
    times where they lack them.
    """

    document_id_class = str  # type: ignore[assignment]

    def __init__(
        self, storage: JournalStorage, name: str, cache_size: int = Table.default_query_cache_capacity
    ) -> None:
        super().__init__(storage, name, cache_size)
        self._bank = storage.bank
        self._seen: Stamp | None = None

    def insert(self, document: Mapping[str, Any]) -> str:  # type: ignore[override]
        """Insert one document; returns its id. Raises `ValueError` if a `Document`'s id is taken."""
        return self.insert_multiple((document,))[0]

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[str]:  # type: ignore[override]
        """Insert documents in one transaction; returns their ids."""
        ids: list[str] = []
        with self._bank.transaction("tinydb") as change:
            for document in documents:
                if not isinstance(document, Mapping):
                    raise ValueError("Document is not a Mapping")  # noqa: TRY004 - TinyDB's own
                ids.append(self._new_id(change, document))
                change.put(self.name, ids[-1], dict(document))
        self.clear_cache()
        return ids

    def search(self, cond: QueryLike) -> list[Document]:
        """Documents that match, from the cache if the bank has not changed since."""
        self._forget_if_changed()
        return super().search(cond)

    def get(  # type: ignore[override]
        self, cond: QueryLike | None = None, doc_id: str | None = None, doc_ids: list[str] | None = None
    ) -> Document | list[Document] | None:
        """The document with that id, those with these ids, or the first that matches; None if there is none."""
        if doc_id is not None:
            return self._by_id(doc_id)
        if doc_ids is not None:
            return [found for record in doc_ids if (found := self._by_id(record)) is not None]
        return super().get(cond)  # type: ignore[arg-type]

    def __len__(self) -> int:
        return sum(1 for _ in self._bank.lines(self.name))

    def __iter__(self) -> Iterator[Document]:
        return (_document(line.doc, line.id) for line in self._bank.lines(self.name))

    def _by_id(self, record: str) -> Document | None:
        place = self._bank.view_now.by_id(self.name, str(record))
        if place is None or not place.live:
            return None
        return _document(self._bank.read(place).doc, record)

    def _new_id(self, change: Transaction, document: Mapping[str, Any]) -> str:
        if not isinstance(document, Document):
            return change.free_id(self.name)
        record = str(document.doc_id)
        if change.live(self.name, record):
            raise ValueError(f"Document with ID {record} already exists")
        return record

    def _read_table(self) -> dict[str, Any]:
        return {line.id: line.doc for line in self._bank.lines(self.name)}

    def _update_table(self, updater: Callable[[dict[Any, Any]], None]) -> None:
        with self._bank.transaction("tinydb") as change:
            table = self._read_table()
            before = _as_text(table)
            updater(table)
            _put_difference(change, self.name, before, table)
        self.clear_cache()

    def _forget_if_changed(self) -> None:
        stamp = self._bank.journal.stamp()
        if stamp != self._seen:
            self._seen = stamp
            self.clear_cache()


def _document(shape: Mapping[str, object] | None, record: str) -> Document:
    return Document(shape or {}, record)  # type: ignore[arg-type]


def _as_text(table: Mapping[str, Any]) -> dict[str, str]:
    return {record: dumps(shape) for record, shape in table.items()}


def _put_difference(change: Transaction, table: str, before: dict[str, str], after: Mapping[Any, Any]) -> None:
    """Stage what makes `before` (documents as JSON text) into `after`, by id."""
    kept = {str(record) for record in after}
    for record in before:
        if record not in kept:
            change.remove(table, record)
    for record, shape in after.items():
        if before.get(str(record)) != dumps(shape):
            change.put(table, str(record), shape)
