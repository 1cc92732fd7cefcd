"""Other names of one thing that no spelling rule leads to: Beijing, Peking, Пекин.

The writer's own; more are shipped with the program.
"""

from collections.abc import Sequence
from typing import NamedTuple

from quotebank.bank.bank import Bank
from quotebank.errors import NotFound, UsageError
from quotebank.text.folding import fold

ALIASES = "aliases"
"""The bank's table of aliases; each document is ``{"names": [...]}``, all of which stand for one another."""

_LEAST = 2


class Alias(NamedTuple):
    """Names of one thing, with the id of their record."""

    id: str
    names: tuple[str, ...]


def aliases(bank: Bank) -> list[Alias]:
    """The bank's aliases in the order they were made."""
    return [Alias(line.id, _names((line.doc or {}).get("names"))) for line in bank.few(ALIASES)]


def add_alias(bank: Bank, names: Sequence[str], *, dry_run: bool = False) -> Alias:
    """Let `names` stand for one another, and for all that one of them stood for before.

    Raises `UsageError` for fewer than two different names.
    """
    wanted = _unlike(names)
    if len(wanted) < _LEAST:
        raise UsageError("alias: two names are needed that differ", "say both, each between quotation marks")
    with bank.transaction("alias", dry_run=dry_run) as change:
        known = [alias for alias in aliases(bank) if _meet(alias.names, wanted)]
        record = known[0].id if known else change.free_id(ALIASES)
        together = _unlike([name for alias in known for name in alias.names] + list(wanted))
        for alias in known[1:]:
            change.remove(ALIASES, alias.id)
        change.put(ALIASES, record, {"names": list(together)})
    return Alias(record, together)


def remove_alias(bank: Bank, name: str, *, dry_run: bool = False) -> Alias:
    """Take one name away from the others it stood for; returns what is left. Raises `NotFound`."""
    with bank.transaction("alias", dry_run=dry_run) as change:
        for alias in aliases(bank):
            left = tuple(each for each in alias.names if fold(each) != fold(name))
            if len(left) < len(alias.names):
                if len(left) < _LEAST:
                    change.remove(ALIASES, alias.id)
                else:
                    change.put(ALIASES, alias.id, {"names": list(left)})
                return Alias(alias.id, left)
        raise NotFound(f"{name}: the bank has no such alias", "see `quotebank alias list`; shipped names stay")


def shipped() -> list[tuple[str, ...]]:
    """The names that come with quotebank."""
    from quotebank.text import known_names as known

    return [*known.PLACES, *known.PEOPLE, *known.OUTLETS, *known.JAPANESE_NAMES, *known.TERMS, *known.GIVEN_NAMES]


def _names(value: object) -> tuple[str, ...]:
    return tuple(name for name in value if isinstance(name, str)) if isinstance(value, list | tuple) else ()


def _unlike(names: Sequence[str]) -> tuple[str, ...]:
    """Names without those that fold like an earlier one, or to nothing."""
    kept: dict[str, str] = {}
    for name in names:
        if form := fold(name):
            kept.setdefault(form, " ".join(name.split()))
    return tuple(kept.values())


def _meet(left: Sequence[str], right: Sequence[str]) -> bool:
    return not {fold(name) for name in left}.isdisjoint(fold(name) for name in right)
