"""Joining names of outlets: other spellings that lead to one, and two outlets filed as one from now on."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from quotebank.actions.outlet_forms import is_latin
from quotebank.actions.outlets import OutletTable, bare_host, filed, folded, refiled, texts_of
from quotebank.bank.bank import Bank
from quotebank.errors import NotFound, UsageError

_HINTED = 3
_LEAST_LIKENESS = 50


class Joined(NamedTuple):
    """An outlet as it is after a change: its name, other spellings and hosts, and the articles filed anew (keys)."""

    name: str
    variants: tuple[str, ...]
    domains: tuple[str, ...]
    keys: tuple[str, ...] = ()


def add_spellings(
    bank: Bank, name: str, spellings: Sequence[str], hosts: Sequence[str] = (), *, new: bool = False,
    dry_run: bool = False,
) -> Joined:  # fmt: skip
    """Let spellings, and pages of hosts, lead to an outlet from now on; what is filed stays as it is.

    The outlet's name becomes `name`. With `new` it may be one that neither the bank nor the shipped table knows.
    Raises `NotFound` for an unknown name, `UsageError` for no spelling, for one that is an outlet of the table with
    spellings of its own, and for a host that is none.
    """
    wanted, sites = _distinct(spellings), _hosts(hosts)
    if not (wanted or sites):
        raise UsageError(
            "outlets alias: nothing to add", "say the outlet's name, then other spellings or --domain HOST"
        )
    with bank.transaction("outlets alias", dry_run=dry_run) as change:
        table = OutletTable(change, bank)
        name = _known(bank, table, name, new=new)
        record = table.find(name)
        for spelling in wanted:
            _release(table, spelling, record)
        table.free_hosts(sites, but=name)
        return _put(table, record, name, wanted, sites)


def remove_spellings(
    bank: Bank, name: str, spellings: Sequence[str], hosts: Sequence[str] = (), *, dry_run: bool = False
) -> Joined:
    """Let spellings and hosts no longer lead to an outlet. Raises `NotFound` for an outlet or a spelling not there."""
    gone, sites = _distinct(spellings), set(_hosts(hosts))
    if not (gone or sites):
        raise UsageError("outlets alias: nothing to remove", "say the outlet's name, then spellings or --domain HOST")
    with bank.transaction("outlets alias", dry_run=dry_run) as change:
        table = OutletTable(change, bank)
        record = table.find(name)
        if record is None:
            raise NotFound(f"{name}: the bank has no spellings of such an outlet", _nearest(name, _names(bank, table)))
        document = table.document(record)
        variants, domains = texts_of(document, "variants"), texts_of(document, "domains")
        for spelling in gone:
            if spelling.casefold() not in map(str.casefold, variants):
                raise NotFound(f"{spelling}: no spelling of {document['name']}", _nearest(spelling, variants))
        if missing := sites - set(map(bare_host, domains)):
            raise NotFound(f"{min(missing)}: no site of {document['name']}", "see `quotebank outlets`")
        forms = {spelling.casefold() for spelling in gone}
        left = [each for each in variants if each.casefold() not in forms]
        kept = [host for host in domains if bare_host(host) not in sites]
        table.put(record, {**document, "variants": left, "domains": kept})
        return Joined(str(document["name"]), tuple(left), tuple(kept))


def merge_outlets(
    bank: Bank, name: str, others: Sequence[str], *, new: bool = False, dry_run: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Joined:  # fmt: skip
    """File the articles of other outlets under `name` from now on; their names become spellings of it.

    In one transaction. A name in another script than Latin is kept in an article's `original.outlet` when `name` is in
    Latin letters. Keys stay. Raises `NotFound` for an outlet the bank does not have, `UsageError` for nothing to merge.
    """
    if not others:
        raise UsageError("outlets merge: two outlets are needed", "say the one to keep, then those to merge into it")
    with bank.transaction("outlets merge", dry_run=dry_run) as change:
        table = OutletTable(change, bank)
        name = _known(bank, table, name, new=new)
        record, spellings, sites = table.find(name), list[str](), list[str]()
        for typed in others:
            other = _known(bank, table, typed, new=False, apart=name)
            if other == name:
                raise UsageError(f"outlets merge: {typed} and {name} are one name", "name two outlets")
            spellings.append(other)
            if (theirs := table.find(other)) not in (record, None):
                document = table.document(theirs)
                spellings += [str(document.get("name", "")), *texts_of(document, "variants")]
                sites += texts_of(document, "domains")
                table.remove(str(theirs))
        outcome = _put(table, record, name, spellings, sites)
        is_theirs = _filed_under(spellings, name)
        keys = [brief.key for brief in bank.view_now.briefs() if is_theirs(brief.outlet)]
        for done, key in enumerate(keys, 1):
            change.replace_article(key, refiled(bank.article(key), name))
            if progress:
                progress(done, len(keys))
        return outcome._replace(keys=tuple(keys))


def _filed_under(spellings: Sequence[str], name: str) -> Callable[[str], bool]:
    """Whether an article's outlet is one of the spellings: in any case, and folded where that is not `name` itself."""
    cased = {spelling.casefold() for spelling in spellings}
    loose = {folded(spelling) for spelling in spellings} - {folded(name)}

    def is_theirs(outlet: str) -> bool:
        return outlet != name and bool(outlet) and (outlet.casefold() in cased or folded(outlet) in loose)

    return is_theirs


def _put(table: OutletTable, record: str | None, name: str, spellings: Iterable[str], sites: Iterable[str]) -> Joined:
    """Store an outlet under `name`, its own spellings and the new ones beside it."""
    document = table.document(record)
    variants = dict.fromkeys((str(document.get("name", "")), *texts_of(document, "variants"), *spellings))
    domains = dict.fromkeys((*texts_of(document, "domains"), *sites))
    kept = [each for each in variants if each not in ("", name)]
    table.put(record, {**document, "name": name, "variants": kept, "domains": list(domains)})
    return Joined(name, tuple(kept), tuple(domains))


def _release(table: OutletTable, spelling: str, record: str | None) -> None:
    """Take a spelling from the outlet that has it; raises `UsageError` if it is that one's name."""
    for theirs, document in table.documents():
        if theirs == record:
            continue
        variants = texts_of(document, "variants")
        left = [each for each in variants if each.casefold() != spelling.casefold()]
        if len(left) < len(variants):
            table.put(theirs, {**document, "variants": left})
        elif str(document.get("name", "")).casefold() == spelling.casefold():
            raise UsageError(f"outlets alias: {spelling} is an outlet with spellings or sites of its own",
                             "join the two with `quotebank outlets merge`")  # fmt: skip


def _known(bank: Bank, table: OutletTable, typed: str, *, new: bool, apart: str = "") -> str:
    """An outlet's name as the bank writes it; raises `NotFound` with the nearest names, `UsageError` for no name.

    `apart` is the outlet it is to be merged into, which a name that only folds like it does not mean.
    """
    name = " ".join(typed.split())
    if not name:
        raise UsageError("outlets: an empty name", "say the outlet's name")
    names = _names(bank, table)
    if name in names:
        return name
    for form in (str.casefold, folded):
        if found := next((each for each in names if form(each) == form(name) and each != apart), None):
            same_script = is_latin(found) == is_latin(name)
            return found if apart or same_script else name
    if apart:
        raise NotFound(f"{name}: the bank has no such outlet", _nearest(name, names))
    from quotebank.actions.outlet_shipped import owners

    if new or owners(name).names:
        return name
    raise NotFound(f"{name}: no such outlet is known", _nearest(name, names) + ", or say --new to begin one")


def _names(bank: Bank, table: OutletTable) -> list[str]:
    """Every name of an outlet in a bank: those articles are filed under, and those of its table."""
    listed = [
        name
        for _, document in table.documents()
        for name in (str(document.get("name", "")), *texts_of(document, "variants"))
    ]
    return list(dict.fromkeys([*filed(bank), *listed]))


def _nearest(name: str, names: Iterable[str]) -> str:
    """A hint with the names most like one."""
    from rapidfuzz import process

    forms = {each: folded(each) for each in names}
    found = process.extract(folded(name), forms, limit=_HINTED, score_cutoff=_LEAST_LIKENESS)
    near = ", ".join(each for _, _, each in found)
    return f"is it {near}?" if near else "see `quotebank outlets`"


def _distinct(names: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(name for typed in names if (name := " ".join(typed.split()))))


def _hosts(typed: Sequence[str]) -> list[str]:
    hosts = []
    for each in typed:
        host = bare_host(each)
        if "." not in host:
            raise UsageError(f"--domain: {each} is no host", "write it like example.org")
        hosts.append(host)
    return list(dict.fromkeys(hosts))
