"""What a bank holds that items of a digest may be: its articles by outlet, address, and report they were read in."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from quotebank.actions.digest_names import Outlets
from quotebank.actions.outlets import OUTLETS
from quotebank.bank.bank import Bank
from quotebank.bank.transaction import keys_of
from quotebank.bank.view_rows import Brief
from quotebank.model.articles import Article
from quotebank.model.quotes import Quote
from quotebank.text.addresses import compared


class Shelf:
    """A bank as it is now, looked up by what a digest says of an item; read when it is first asked for."""

    def __init__(self, bank: Bank) -> None:
        self._bank = bank
        self._articles: dict[str, Article] = {}

    @cached_property
    def groups(self) -> list[tuple[str, dict[str, object]]]:
        """The bank's table of outlets: id and document of each."""
        return [(line.id, dict(line.doc or {})) for line in self._bank.few(OUTLETS)]

    @cached_property
    def listed(self) -> Outlets:
        """The outlets of that table."""
        known = Outlets()
        for _, document in self.groups:
            known.take(str(document.get("name", "")), spellings(document))
        return known

    @cached_property
    def outlets(self) -> Outlets:
        """The outlets of that table, then those of the articles."""
        known = Outlets()
        for _, document in self.groups:
            known.take(str(document.get("name", "")), spellings(document))
        for name in dict.fromkeys(brief.outlet for brief in self._briefs if brief.outlet):
            if not known.find(name):
                known.take(name)
        return known

    @property
    def spelled(self) -> list[tuple[str, ...]]:
        """Every outlet of the bank with its spellings, the name first."""
        groups = [(str(document.get("name", "")), *spellings(document)) for _, document in self.groups]
        listed = {name for group in groups for name in group}
        others = dict.fromkeys(brief.outlet for brief in self._briefs if brief.outlet)
        return [*groups, *((name,) for name in others if name not in listed)]

    def of_outlet(self, name: str) -> list[Brief]:
        """The articles of an outlet, by the name `outlets` has for it; those without one for ``""``."""
        return self._by_outlet.get(name, [])

    def dated(self, date: str) -> list[Brief]:
        """The articles of one EDTF date."""
        return [brief for brief in self._briefs if brief.date == date]

    def article(self, key: str) -> Article:
        """The article with that key."""
        if key not in self._articles:
            self._articles[key] = self._bank.article(key)
        return self._articles[key]

    def find(self, key: str) -> Article | None:
        """The article with that key or old key, None if there is none."""
        place = self._bank.view_now.by_name(key) if key else None
        return Article.from_json(self._bank.read(place).doc) if place else None

    def taken(self, key: str) -> bool:
        """Whether an article has that key, or had it."""
        return self._bank.view_now.by_name(key) is not None

    def quotes_of(self, article: Article) -> list[Quote]:
        """The quotes of an article."""
        return self._bank.quotes_of(article)

    def read_in(self, report: Article) -> list[Quote]:
        """The quotes that were read in a report."""
        places = self._bank.view_now.quotes_via(*keys_of(report))
        return [Quote.from_json({"id": place.id, **(self._bank.read(place).doc or {})}) for place in places]

    def at_addresses(self, urls: Iterable[str]) -> dict[str, Article]:
        """The articles at these addresses, by the address as `quotebank.text.addresses.compared` writes it."""
        found: dict[str, Article] = {}
        for form in dict.fromkeys(form for url in urls if (form := compared(url))):
            if there := self._bank.view_now.alike("address", form):
                found[form] = self.article(there[0].key)
        return found

    @cached_property
    def _briefs(self) -> list[Brief]:
        return self._bank.view_now.briefs()

    @cached_property
    def _by_outlet(self) -> dict[str, list[Brief]]:
        names: dict[str, str] = {}
        found: dict[str, list[Brief]] = {}
        for brief in self._briefs:
            if brief.outlet not in names:
                names[brief.outlet] = self.outlets.find(brief.outlet) or brief.outlet
            found.setdefault(names[brief.outlet], []).append(brief)
        return found


def spellings(document: Mapping[str, object]) -> Iterator[str]:
    """The other spellings in a document of the table of outlets."""
    variants = document.get("variants")
    if isinstance(variants, list):
        yield from map(str, variants)
