"""Listing a bank's outlets with their spellings, sites and articles, and those that look like one."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from quotebank.actions.outlets import OUTLETS, filed, folded, texts_of
from quotebank.bank.bank import Bank
from quotebank.text.folding import fold


class Listed(NamedTuple):
    """An outlet: its name, other spellings, hosts the writer named, and how many articles are filed under any."""

    name: str
    variants: tuple[str, ...]
    domains: tuple[str, ...]
    articles: int


class Alike(NamedTuple):
    """Two outlets of a list that may be one: the one to keep, the other, and why (see `Suggestion`)."""

    keep: Listed
    other: Listed
    why: str


def outlets(bank: Bank) -> list[Listed]:
    """Every outlet of a bank, those with most articles first; spellings of its table are joined."""
    documents = [line.doc or {} for line in bank.few(OUTLETS)]
    return joined(documents, filed(bank))


def joined(documents: Iterable[Mapping[str, object]], counts: Mapping[str, int]) -> list[Listed]:
    """The outlets of a table and those only articles name, from the number of articles by outlet as written."""
    groups: list[tuple[str, list[str], tuple[str, ...]]] = []
    exact: dict[str, int] = {}
    loose: dict[str, int] = {}
    for document in documents:
        name, variants = str(document.get("name", "")), texts_of(document, "variants")
        for spelling in (name, *variants):
            exact.setdefault(spelling, len(groups))
            loose.setdefault(folded(spelling), len(groups))
        groups.append((name, [each for each in variants if each != name], texts_of(document, "domains")))
    numbers = [0] * len(groups)
    for outlet, count in counts.items():
        place = exact.get(outlet, loose.get(folded(outlet)))
        if place is None:
            groups.append((outlet, [], ()))
            numbers.append(count)
        else:
            numbers[place] += count
            name, variants_so_far, _ = groups[place]
            if outlet != name and outlet not in variants_so_far:
                variants_so_far.append(outlet)
    found = [
        Listed(name, tuple(dict.fromkeys(variants)), domains, count)
        for (name, variants, domains), count in zip(groups, numbers, strict=True)
    ]
    return sorted(found, key=lambda each: (-each.articles, fold(each.name), each.name))


def alike(listed: Sequence[Listed]) -> list[Alike]:
    """Outlets of a list that look like one, those with most articles first; of two the larger is to be kept."""
    from quotebank.actions.outlet_likeness import KnownOutlets

    by_name = {each.name: each for each in listed}
    known = KnownOutlets(by_name)
    pairs: dict[frozenset[str], Alike] = {}
    for each in listed:
        if each.name and (found := known.likest(each.name, thorough=False)):
            pair = frozenset((each.name, found.name))
            if pair not in pairs:
                keep, other = sorted((each, by_name[found.name]), key=_rank)
                pairs[pair] = Alike(keep, other, found.why)
    return sorted(pairs.values(), key=lambda pair: -pair.keep.articles - pair.other.articles)


def _rank(outlet: Listed) -> tuple[int, int, str]:
    return (-outlet.articles, -len(outlet.variants), outlet.name)
