"""Outlets under their several spellings: Vzgliad, Vzglyad and Взгляд are one newspaper."""

from collections.abc import Iterable

from quotebank.bank.bank import Bank
from quotebank.text.folding import fold

OUTLETS = "outlets"
"""The bank's table of outlets; each document is ``{"name": ..., "variants": [...]}``."""


class OutletNames:
    """The spellings a bank knows: those of its table of outlets."""

    def __init__(self, documents: Iterable[dict[str, object]]) -> None:
        self._groups: list[tuple[str, ...]] = []
        self._by_fold: dict[str, int] = {}
        for document in documents:
            variants = document.get("variants")
            names = (str(document.get("name", "")), *(map(str, variants) if isinstance(variants, list) else ()))
            for name in names:
                self._by_fold.setdefault(_folded(name), len(self._groups))
            self._groups.append(names)

    def named(self, typed: str) -> str:
        """The name under which the bank keeps the outlet that was typed; unknown ones as they are."""
        number = self._by_fold.get(_folded(typed))
        return typed if number is None else self._groups[number][0]

    def spellings(self, typed: str) -> tuple[str, ...]:
        """Every spelling of the outlet that was typed, its name first; nothing for an unknown one."""
        number = self._by_fold.get(_folded(typed))
        return () if number is None else self._groups[number]


def outlet_names(bank: Bank) -> OutletNames:
    """The spellings of a bank's outlets."""
    return OutletNames(outlet_documents(bank))


def outlet_documents(bank: Bank) -> list[dict[str, object]]:
    """The documents of a bank's table of outlets."""
    return [dict(line.doc or {}) for line in bank.few(OUTLETS)]


def _folded(name: str) -> str:
    return fold(name).replace(" ", "") or name
