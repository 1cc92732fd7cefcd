"""Outlets under their several spellings: Vzgliad, Vzglyad and Взгляд are one newspaper, and vz.ru is its site."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from quotebank.bank.bank import Bank
from quotebank.bank.lines import Shape
from quotebank.bank.transaction import Transaction
from quotebank.model.articles import Article
from quotebank.text.addresses import compared, host_of
from quotebank.text.folding import fold

if TYPE_CHECKING:
    from quotebank.actions.outlet_likeness import Suggestion

OUTLETS = "outlets"
"""The bank's table of outlets: documents ``{"name": ..., "variants": [...], "domains": [...]}``.

`variants` are other spellings, `domains` the hosts whose pages the writer said are the outlet's; both may be missing.
"""


_ONE_NAME = ("exact", "spelling", "sound", "alias")
"""Ways in which two names are one outlet's beyond doubt; looser ones could be two outlets'."""


class OutletNames:
    """The spellings and the sites a bank knows: those of its table of outlets."""

    def __init__(self, documents: Iterable[Mapping[str, object]]) -> None:
        self._groups: list[tuple[str, ...]] = []
        self._by_fold: dict[str, int] = {}
        self._by_host: dict[str, str] = {}
        self._found: dict[str, int | None] = {}
        for document in documents:
            names = (str(document.get("name", "")), *texts_of(document, "variants"))
            for name in names:
                self._by_fold.setdefault(folded(name), len(self._groups))
            for host in map(bare_host, texts_of(document, "domains")):
                if host:
                    self._by_host.setdefault(host, names[0])
            self._groups.append(names)

    def named(self, typed: str) -> str:
        """The name under which the bank keeps the outlet that was typed; unknown ones as they are."""
        number = self._number(typed)
        return typed if number is None else self._groups[number][0]

    def spellings(self, typed: str) -> tuple[str, ...]:
        """Every spelling of the outlet that was typed, its name first; nothing for an unknown one."""
        number = self._number(typed)
        return () if number is None else self._groups[number]

    def listed(self, name: str) -> str:
        """The name under which the bank keeps an outlet of just these letters; unknown ones as they are."""
        number = self._by_fold.get(folded(name))
        return name if number is None else self._groups[number][0]

    @property
    def names(self) -> list[str]:
        """The name of each outlet of the table."""
        return [names[0] for names in self._groups if names[0]]

    def at(self, host: str) -> str:
        """The outlet the writer named for pages of a host (or address); ``""`` when none was named.

        A listed host stands for those below it too: example.org for news.example.org.
        """
        if not self._by_host:
            return ""
        labels = bare_host(host).split(".")
        hosts = (".".join(labels[at:]) for at in range(max(1, len(labels) - 1)))
        return next((self._by_host[each] for each in hosts if each in self._by_host), "")

    def _number(self, typed: str) -> int | None:
        """The group of a name that is known, or is another transliteration of a known one."""
        number = self._by_fold.get(folded(typed))
        if number is not None or not typed.strip():
            return number
        if typed not in self._found:
            self._found[typed] = self._read(typed)
        return self._found[typed]

    def _read(self, typed: str) -> int | None:
        from quotebank.text.names import same_name

        for number, names in enumerate(self._groups):
            if any((same := same_name(typed, name)) and same.how in _ONE_NAME for name in names):
                return number
        return None


class OutletTable:
    """A bank's table of outlets inside a transaction: what is changed through it sees what was changed before."""

    def __init__(self, change: Transaction, bank: Bank) -> None:
        self._change = change
        self._documents = {line.id: dict(line.doc or {}) for line in bank.few(OUTLETS)}

    def documents(self) -> Iterator[tuple[str, Shape]]:
        """The id and the document of each outlet, as they are now."""
        yield from list(self._documents.items())

    def find(self, name: str) -> str | None:
        """The id of the outlet of that name or spelling: as written, in another case, then as it folds."""
        for form in (str, str.casefold, folded):
            wanted = form(name.strip())
            for record, document in self._documents.items():
                if wanted in map(form, (str(document.get("name", "")), *texts_of(document, "variants"))):
                    return record
        return None

    def document(self, record: str | None) -> Shape:
        """The document with that id; an empty one for None."""
        return dict(self._documents.get(record, {})) if record else {}

    def put(self, record: str | None, document: Shape) -> None:
        """Store a document, under a new id for None. One that says nothing beside a name is removed."""
        kept = {name: value for name, value in document.items() if value or name not in ("variants", "domains")}
        if set(kept) <= {"name"}:
            if record:
                self.remove(record)
            return
        record = record or self._change.free_id(OUTLETS)
        # What reads the table expects a list of spellings, be it empty.
        shape = {"name": kept.pop("name"), "variants": kept.pop("variants", []), **kept}
        if self._documents.get(record) != shape:
            self._documents[record] = shape
            self._change.put(OUTLETS, record, shape)

    def remove(self, record: str) -> None:
        """Take an outlet out of the table."""
        del self._documents[record]
        self._change.remove(OUTLETS, record)

    def learn(self, outlet: str, host: str) -> str:
        """Note that pages of a host are an outlet's, and no longer another's; returns the name it is kept under."""
        name, wanted = " ".join(outlet.split()), bare_host(host)
        if not (name and wanted):
            return name
        name = OutletNames(self._documents.values()).named(name)
        self.free_hosts([wanted], but=name)
        record = self.find(name)
        document = self.document(record)
        domains = list(dict.fromkeys([*texts_of(document, "domains"), wanted]))
        self.put(record, {"name": name, **document, "domains": domains})
        return name

    def free_hosts(self, hosts: Iterable[str], *, but: str) -> None:
        """Take bare hosts away from every outlet but one."""
        gone = set(hosts)
        for record, document in self.documents():
            domains = texts_of(document, "domains")
            left = [host for host in domains if bare_host(host) not in gone]
            if len(left) < len(domains) and document.get("name") != but:
                self.put(record, {**document, "domains": left})


def outlet_names(bank: Bank) -> OutletNames:
    """The spellings of a bank's outlets."""
    return OutletNames(line.doc or {} for line in bank.few(OUTLETS))


def filed(bank: Bank) -> dict[str, int]:
    """The outlets under which articles are filed, as they are written, with the number of each."""
    return dict(Counter(brief.outlet for brief in bank.view_now.briefs() if brief.outlet))


def suggest(name: str, known: Iterable[str], shipped: bool = True) -> "Suggestion | None":
    """The outlet among `known` that `name` probably is a spelling of; None if it is one of them, or like none.

    See `quotebank.actions.outlet_likeness`; `shipped` asks the shipped table, too.
    """
    from quotebank.actions.outlet_likeness import KnownOutlets

    return KnownOutlets(known, shipped=shipped).suggest(name)


def refiled(article: Article, name: str) -> Article:
    """The article under another name of its outlet; one in a script of its own is kept as the original."""
    from quotebank.actions.outlet_forms import is_latin

    original = article.original
    if not original.outlet and not is_latin(article.outlet) and is_latin(name):
        original = replace(original, outlet=article.outlet)
    return replace(article, outlet=name, original=original)


def learn(change: Transaction, bank: Bank, outlet: str, host: str) -> str:
    """Note in a running transaction that pages of `host` (or of an address) are an outlet's; returns its name.

    A host is one outlet's: what was said of it before is given up. An empty name or host changes nothing. For
    several in one transaction use one `OutletTable`.
    """
    return OutletTable(change, bank).learn(outlet, host)


def bare_host(text: str) -> str:
    """The host of an address, or a host, as it is compared: small letters, without www, m and amp; ``""`` for none."""
    text = text.strip()
    host = host_of(text if "://" in text else f"https://{text}")
    if not host or any(char.isspace() for char in host):
        return ""
    return compared(f"https://{host}/page").partition("/")[0] or host


def texts_of(document: Mapping[str, object], field: str) -> tuple[str, ...]:
    """The texts in a list of a document of the table; nothing where there is no list."""
    value = document.get(field)
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list | tuple) else ()


def folded(name: str) -> str:
    """A name in one folded word; signs alone stay as they are."""
    return fold(name).replace(" ", "") or name
