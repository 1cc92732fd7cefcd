"""Well-known outlets: the table that comes with quotebank (``outlets.txt``), read once.

Our own compilation; the head of the file says how its lines are written.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

ARTICLES = frozenset((
    "The", "Le", "La", "Les", "Der", "Die", "Das", "El", "Il", "Lo", "Los", "Las", "Gli", "O", "A", "De", "Het",
))  # fmt: skip
"""Articles with which the names of outlets begin."""


class Outlet(NamedTuple):
    """An outlet: its name, the language and country it writes in, its CSL type, its domains, its other names.

    `wary` are those of its names that are ordinary words or name several outlets (``Times``).
    """

    name: str
    language: str
    country: str
    kind: str
    domains: tuple[str, ...]
    names: tuple[str, ...]
    wary: tuple[str, ...]


@cache
def _table() -> bytes:
    return Path(__file__).with_name("outlets.txt").read_bytes()


@cache
def _lines() -> tuple[str, ...]:
    text = _table().decode("utf-8")
    return tuple([line for line in text.splitlines() if line and line[0] != "#"])


@cache
def outlets() -> tuple[Outlet, ...]:
    """All outlets of the table."""
    return tuple(map(_outlet, _lines()))


class Spelling(NamedTuple):
    """A name of an outlet: its spelling, the outlet's own name, its first word that is no article, whether wary."""

    name: str
    filed: str
    head: str
    wary: bool


def spellings() -> Iterator[Spelling]:
    """All names of all outlets; the fast way through the table."""
    for line in _lines():
        own, _, _, _, _, others = line.split(" | ")
        forms = [own] if others == "-" else [own, *others.split("; ")]
        own_is_wary = f"~{own}" in forms
        for form in forms[own_is_wary:]:
            wary = form[0] == "~"
            name = form[1:] if wary else form
            first, _, rest = name.partition(" ")
            yield Spelling(name, own, rest.partition(" ")[0] if rest and first in ARTICLES else first, wary)


@cache
def domains() -> Mapping[str, str]:
    """The name of the outlet behind each domain of the table."""
    found: dict[str, str] = {}
    for line in _lines():
        name, _, _, _, hosts, _ = line.split(" | ")
        if hosts != "-":
            found.update(dict.fromkeys(hosts.split(", "), name))
    return found


def outlet_of_host(host: str) -> str:
    """The name of the outlet whose domain a host is or belongs to, the narrowest one; `""` for none.

    Looked for in the bytes of the table: a tenth of what `domains` costs, which reads every line.
    """
    labels = host.lower().split(".")
    for at in range(len(labels) - 1):
        if line := _line_with(".".join(labels[at:])):
            return line.partition(" | ")[0]
    return ""


def outlet_named(name: str) -> Outlet | None:
    """The outlet whose own name this is; None for none."""
    at = _table().find(f"\n{name} | ".encode("utf-8", "replace"))
    return _outlet(_line_at(at + 1)) if at >= 0 and " | " not in name and "\n" not in name else None


def _line_with(domain: str) -> str:
    """The line of the table that has a domain among its domains; `""` for none."""
    table, wanted = _table(), domain.encode("utf-8", "replace")
    at = table.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        if table[at - 1 : at] == b" " and table[end : end + 1] in (b" ", b","):
            line = _line_at(at)
            if line[0] != "#" and domain in line.split(" | ")[4].split(", "):
                return line
        at = table.find(wanted, end)
    return ""


def _line_at(place: int) -> str:
    """The line of the table in which a byte stands."""
    table = _table()
    end = table.find(b"\n", place)
    return table[table.rfind(b"\n", 0, place) + 1 : end if end >= 0 else len(table)].decode("utf-8")


def _outlet(line: str) -> Outlet:
    name, language, country, kind, domains, others = line.split(" | ")
    forms = others.split("; ") if others != "-" else []
    wary = tuple([form[1:] for form in forms if form[0] == "~"])
    names = tuple([form for form in forms if form[0] != "~"])
    return Outlet(
        name,
        language,
        country,
        kind,
        tuple(domains.split(", ")) if domains != "-" else (),
        names if name in wary else (name, *names),
        wary,
    )
