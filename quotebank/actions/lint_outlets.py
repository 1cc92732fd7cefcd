"""Whether a name in prose is an outlet's, and whether it is that of a record, however it is spelt or inflected."""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from quotebank.bank.bank import Bank
from quotebank.model.articles import Article
from quotebank.text.folding import fold

if TYPE_CHECKING:
    from quotebank.actions.outlets import OutletNames

_STEM = 4
_ENDING = 3
_ALIKE = ("exact", "spelling", "sound", "alias", "reading", "part", "initials")
_QUOTED = frozenset('«„“"')
_WIRE = "wire"
_ARTICLES = ("the ", "der ", "die ", "das ", "le ", "la ", "les ")


class OutletForms:
    """The outlets of a bank and of the shipped table, asked about names in prose; each name is looked up once."""

    def __init__(self, bank: Bank, cited: "list[str]") -> None:
        """`cited` are the outlets of the records the draft cites."""
        self._bank = bank
        self._cited = {_plain(name) for name in cited if name}
        self._agreed: dict[tuple[str, str], bool] = {}
        self._known: dict[str, bool] = {}
        self._listed: dict[str, tuple[str, ...]] = {}

    def names_of(self, article: Article) -> list[str]:
        """The names an article's outlet has in its record and in the bank's table."""
        own = [name for name in (article.outlet, article.original.outlet, article.publisher) if name]
        return list(dict.fromkeys([*own, *(each for name in own for each in self._spellings(name))]))

    def _spellings(self, name: str) -> tuple[str, ...]:
        if name not in self._listed:
            self._listed[name] = self._table.spellings(name) if self._has_table else ()
        return self._listed[name]

    def is_of(self, text: str, article: Article) -> bool:
        """Whether a name is that of an article's outlet, or its institutional author's."""
        return any(_is_close(text, name) for name in self.names_of(article)) or (
            bool(article.outlet) and not article.authors and self._is_same(text, article.outlet)
        )

    def agrees(self, text: str, article: Article) -> bool:
        """Whether an outlet named in prose does not contradict an article's: the same, or one of the two unknown."""
        names = self.names_of(article)
        if not names or any(_is_close(text, name) for name in names):
            return True
        if _is_close(text, article.title) or _is_close(text, article.original.title) or _is_wire(text):
            return True
        return any(self._is_same(text, name) for name in names)

    def contradicts(self, text: str, article: Article) -> bool:
        """Whether a name is another outlet's than an article's, and both are known."""
        return bool(article.outlet) and not self.agrees(text, article)

    def is_outlet(self, text: str, mark: str) -> bool:
        """Whether a name is an outlet's: of the bank, of the shipped table, or in quotation marks (`mark` before)."""
        if text not in self._known:
            self._known[text] = self._is_known(text)
        return self._known[text] or (mark in _QUOTED and bool(mark))

    @cached_property
    def _has_table(self) -> bool:
        return self._bank.view_now.size("outlets") > 0

    @cached_property
    def _table(self) -> "OutletNames":
        from quotebank.actions.outlets import outlet_names

        return outlet_names(self._bank)

    def _is_known(self, text: str) -> bool:
        if _plain(text) in self._cited or self._table.listed(text) != text or text in self._table.names:
            return True
        from quotebank.actions.outlet_shipped import owners

        return any(owners(form).names for form in _nominatives(text))

    def _is_same(self, text: str, name: str) -> bool:
        pair = (text, name)
        if pair not in self._agreed:
            from quotebank.text.names import same_name

            found = (same_name(form, name) for form in _nominatives(text))
            self._agreed[pair] = any(each is not None and each.how in _ALIKE for each in found) or _is_shipped(
                text, name
            )
        return self._agreed[pair]


def _is_shipped(text: str, name: str) -> bool:
    """Whether the shipped table has two names of one outlet."""
    from quotebank.actions.outlet_shipped import owners

    theirs = owners(name).names
    return any(not owners(form).names.isdisjoint(theirs) for form in _nominatives(text))


def _is_wire(text: str) -> bool:
    """Whether a name is that of an agency, whose reports others print."""
    from quotebank.actions.outlet_shipped import owners
    from quotebank.ingest.outlet_table import outlets

    names = {each for form in _nominatives(text) for each in owners(form).names}
    return bool(names) and any(outlet.kind == _WIRE and outlet.name in names for outlet in outlets())


def _is_close(text: str, name: str) -> bool:
    """Whether two names are the same by their letters: one is within the other, or they differ in their endings."""
    mine, theirs = _plain(text), _plain(name)
    if not mine or not theirs:
        return False
    if mine == theirs or set(mine) <= set(theirs) or set(theirs) <= set(mine):
        return True
    return len(mine) == len(theirs) and all(_is_inflected(*pair) for pair in zip(mine, theirs, strict=True))


def _is_inflected(mine: str, theirs: str) -> bool:
    """Whether two words have a stem in common: Взгляде and Взгляд, Nezavisimoy and Nezavisimaya."""
    stem = max(_STEM, min(len(mine), len(theirs)) - _ENDING)
    return mine[:stem] == theirs[:stem] and abs(len(mine) - len(theirs)) <= _ENDING


def _plain(name: str) -> tuple[str, ...]:
    low = name.casefold()
    for article in _ARTICLES:
        low = low.removeprefix(article)
    return tuple(fold(low).split())


def _nominatives(text: str) -> Iterator[str]:
    """A name, and what it may be without a German or Russian ending: Süddeutschen Zeitung, «Известиях», «Правде»."""
    yield text
    if "en " in text:
        yield text.replace("en ", "e ")
    if not any("а" <= char <= "я" for char in text.casefold()):
        return
    for ending, others in (
        ("ях", "ия я"),
        ("ах", "ы а"),
        ("е", " а я о"),
        ("у", " а"),
        ("и", "я ь"),
        ("ом", " "),
        ("ой", "а"),
    ):
        if text.endswith(ending):
            stem = text.removesuffix(ending)
            yield from (stem + other for other in {*others.split(), ""})
