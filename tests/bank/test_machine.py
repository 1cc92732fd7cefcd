"""Any sequence of changes, rewritings, reopenings and crashes against a model: the bank always agrees with it."""

import os
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from quotebank.bank import history, upkeep
from quotebank.bank.bank import Bank
from quotebank.bank.checkup import check
from quotebank.bank.transaction import ARTICLES, QUOTES
from quotebank.errors import NotFound
from quotebank.model.articles import Article
from quotebank.model.quotes import Quote, Via
from tests.bank.deeds import Clock, Contents, Ids, contents
from tests.model.strategies import nasty_text

_CHOICE = st.integers(0, 1_000)


class Afternoon(RuleBasedStateMachine):
    """A bank and its model.

    `records` is what the bank should hold; `past` what it held before each change that can be undone, newest
    last; `future` the undone changes that can be made again: the undoing's id and what comes back.
    """

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="quotebank-test-"))
        self.options: dict[str, Any] = {"cache": self.folder / "cache", "clock": Clock(), "new_id": Ids("m")}
        self.records: Contents = {}
        self.past: list[Contents] = []
        self.future: list[tuple[str, Contents]] = []
        self.keys = 0

    @initialize()
    def make(self) -> None:
        """A new bank."""
        self.bank = Bank.create(self.folder / "store", **self.options)

    def teardown(self) -> None:
        """In the end the bank checks."""
        try:
            assert check(self.bank).ok
        finally:
            self.bank.close()
            shutil.rmtree(self.folder)

    @invariant()
    def agrees(self) -> None:
        """The bank holds what the model holds, and counts and finds it too."""
        assert contents(self.bank) == self.records
        articles = self.articles()
        assert self.bank.counts() == (len(articles), len(self.records) - len(articles))
        for record in articles:
            key = str(self.records[ARTICLES, record]["key"])
            assert self.bank.article(key).key == key
            found = [quote.id for quote in self.bank.quotes_of(self.bank.article(key))]
            assert sorted(found) == sorted(self.quotes_of(key))

    def articles(self) -> list[str]:
        """Ids of the model's articles."""
        return [record for table, record in self.records if table == ARTICLES]

    def quotes_of(self, key: str) -> list[str]:
        """Ids of the model's quotes with that article."""
        return [
            record for (table, record), shape in self.records.items() if table == QUOTES and shape["article"] == key
        ]

    def key(self, choice: int) -> str:
        """The key of one of the articles."""
        records = self.articles()
        return str(self.records[ARTICLES, records[choice % len(records)]]["key"])

    def changed(self) -> None:
        """The bank is changed: what was undone before cannot be made again."""
        self.past.append(self.records)
        self.future = []

    def stored(self, article: Article) -> None:
        """Put an article, as the bank returned it, into the model under its id."""
        place = self.bank.view_now.by_name(article.key)
        assert place
        self.records = {**self.records, (ARTICLES, place.id): article.to_json()}

    def put(self, quote: Quote) -> None:
        """Put a quote, as the bank returned it, into the model."""
        shape = quote.to_json()
        self.records = {**self.records, (QUOTES, str(shape.pop("id"))): shape}

    # Changes ------------------------------------------------------------------------------------------------------

    @rule(title=nasty_text())
    def add(self, title: str) -> None:
        """Add an article."""
        self.changed()
        self.keys += 1
        self.stored(self.bank.add(Article(key=f"key{self.keys}", title=title)))

    @precondition(lambda self: self.articles())
    @rule(choice=_CHOICE, other=_CHOICE, text=nasty_text())
    def add_quote(self, choice: int, other: int, text: str) -> None:
        """Attach a quote to an article, now and then as read in another."""
        self.changed()
        via = Via(self.key(other)) if other % 3 == 0 else None
        self.put(self.bank.add_quote(Quote(article=self.key(choice), text=text, via=via)))

    @precondition(lambda self: self.articles())
    @rule(choice=_CHOICE, note=nasty_text(), rename=st.booleans())
    def replace_article(self, choice: int, note: str, rename: bool) -> None:
        """Edit an article; under a new key its quotes, and those that were read in it, follow."""
        self.changed()
        old = self.key(choice)
        self.keys += 1
        key = f"key{self.keys}" if rename else old
        with self.bank.transaction("edit") as change:
            after = change.replace_article(old, replace(self.bank.article(old), key=key, note=note))
        assert (old in after.ids) == rename
        self.stored(after)
        if rename:
            self.records = {name: self.repointed(name, shape, old, key, after) for name, shape in self.records.items()}

    def repointed(self, name: tuple[str, str], shape: Any, old: str, key: str, after: Article) -> Any:
        """A quote's shape when the article it points to got another key: changed at the same time as that."""
        via = shape.get("via") or {}
        if name[0] != QUOTES or old not in (shape["article"], via.get("article")):
            return shape
        moved = {**shape, "article": key if shape["article"] == old else shape["article"]}
        return {**moved, "via": {**via, "article": key}} if via.get("article") == old else moved

    @precondition(lambda self: len(self.records) > len(self.articles()))
    @rule(choice=_CHOICE, text=nasty_text())
    def replace_quote(self, choice: int, text: str) -> None:
        """Edit a quote."""
        self.changed()
        known = [record for table, record in self.records if table == QUOTES]
        quote = self.bank.quote(known[choice % len(known)])
        with self.bank.transaction("edit") as change:
            self.put(change.replace_quote(replace(quote, text=text)))

    @precondition(lambda self: self.articles())
    @rule(choice=_CHOICE)
    def remove(self, choice: int) -> None:
        """Remove an article with its quotes; those of others that were read in it first let go of it."""
        key = self.key(choice)
        with self.bank.transaction("remove") as change:
            for (table, record), shape in list(self.records.items()):
                via = shape.get("via")
                if table == QUOTES and shape["article"] != key and isinstance(via, dict) and via["article"] == key:
                    change.remove(QUOTES, record)
            change.remove_article(key)
        self.changed()
        self.records = {
            name: shape
            for name, shape in self.records.items()
            if key not in (shape.get("key"), shape.get("article"), (shape.get("via") or {}).get("article"))  # type: ignore[attr-defined]
        }

    @rule()
    def undo(self) -> None:
        """Take the newest change back that stands; there is nothing to take back once all are, or after a rewriting."""
        if not self.past:
            with pytest.raises(NotFound):
                history.undo(self.bank)
            return
        history.undo(self.bank)
        self.future.append((history.deeds(self.bank, 1)[0].id, self.records))
        self.records = self.past.pop()

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        """Take the newest undoing back."""
        deed, records = self.future.pop()
        history.undo(self.bank, deed)
        self.past.append(self.records)
        self.records = records

    # What must not change anything --------------------------------------------------------------------------------

    @rule()
    def compact(self) -> None:
        """Rewrite the file; nothing can be undone any more."""
        upkeep.compact(self.bank)
        self.past, self.future = [], []

    @rule(lose_cache=st.booleans())
    def reopen(self, lose_cache: bool) -> None:
        """Begin anew as the next command does, perhaps without the cache."""
        self.bank.close()
        if lose_cache:
            shutil.rmtree(self.folder / "cache", ignore_errors=True)
        self.bank = Bank(self.folder / "store", **self.options)

    @precondition(lambda self: self.articles())
    @rule(choice=_CHOICE, kept=st.integers(0, 1_000), seen=st.booleans())
    def crash(self, choice: int, kept: int, seen: bool) -> None:
        """A change of two lines is cut short somewhere, perhaps after a reader has seen it: none of it is there."""
        before = self.bank.path.stat().st_size
        with self.bank.transaction("import") as change:
            change.add_quote(Quote(article=self.key(choice), text="never"))
            change.add_quote(Quote(article=self.key(choice), text="acknowledged"))
        if seen:
            self.bank.counts()
        written = self.bank.path.stat().st_size - before
        os.truncate(self.bank.path, before + min(kept, written - 2))

    @rule()
    def fail(self) -> None:
        """A change that is given up leaves nothing."""

        def failing() -> None:
            with self.bank.transaction("add") as change:
                change.add_article(Article(key="never"))
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            failing()


@pytest.mark.slow
def test_any_afternoon() -> None:
    """Whatever is done to a bank, in whatever order, it holds just what was acknowledged."""
    run_state_machine_as_test(
        Afternoon,
        settings=settings(
            max_examples=45, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )


def test_undo_goes_back_step_by_step(bank: Bank) -> None:
    """Undo after undo takes back change after change of one record, to the empty bank; redo brings all back."""
    states = [contents(bank)]
    bank.add(Article(key="one"))
    states.append(contents(bank))
    for note in ("once", "twice"):
        with bank.transaction("edit") as change:
            change.replace_article("one", Article(key="one", note=note))
        states.append(contents(bank))
    undoings = []
    for state in reversed(states[:-1]):
        history.undo(bank)
        assert contents(bank) == state
        undoings.append(history.deeds(bank, 1)[0].id)
    for state, deed in zip(states[1:], reversed(undoings), strict=True):
        history.undo(bank, deed)
        assert contents(bank) == state
