"""Outlets under their several spellings: Vzgliad, Vzglyad and Взгляд are one newspaper."""

from collections.abc import Iterable

from quotebank.bank.bank import Bank
from quotebank.text.folding import fold

OUTLETS = "outlets"
"""The bank's table of outlets; each document is ``{"name": ..., "variants": [...]}``."""


_ONE_NAME = ("exact", "spelling", "sound", "alias")
"""Ways in which two names are one outlet's beyond doubt; looser ones could be two outlets'."""


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
        number = self._number(typed)
        return typed if number is None else self._groups[number][0]

    def spellings(self, typed: str) -> tuple[str, ...]:
        """Every spelling of the outlet that was typed, its name first; nothing for an unknown one."""
        number = self._number(typed)
        return () if number is None else self._groups[number]

    def _number(self, typed: str) -> int | None:
        """The group of a name that is known, or is another transliteration of a known one."""
        number = self._by_fold.get(_folded(typed))
        if number is not None or not typed.strip():
            return number
        from quotebank.text.names import same_name

        for number, names in enumerate(self._groups):
            if any((same := same_name(typed, name)) and same.how in _ONE_NAME for name in names):
                return number
        return None


def outlet_names(bank: Bank) -> OutletNames:
    """The spellings of a bank's outlets."""
    return OutletNames(dict(line.doc or {}) for line in bank.few(OUTLETS))


def _folded(name: str) -> str:
    return fold(name).replace(" ", "") or name
