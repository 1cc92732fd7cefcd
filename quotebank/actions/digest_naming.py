"""One name for each outlet of a digest, its type, and the full names of its authors, out of the bank and the digest."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from quotebank.actions.digest_names import Outlets, person, same_person
from quotebank.actions.digest_shelf import Shelf
from quotebank.ingest.digest.records import Source
from quotebank.model.articles import Article
from quotebank.model.names import Name
from quotebank.text.folding import fold

_CSL = {
    "newspaper": "article-newspaper", "magazine": "article-magazine", "journal": "article-journal",
    "wire": "article-newspaper", "broadcast": "webpage", "web": "webpage", "think-tank": "webpage",
}  # fmt: skip
"""CSL types for the kinds of the shipped table; what is quoted of a broadcaster is mostly text on its pages."""


class Naming:
    """Names for one digest: asked for its sources in their order, so that an outlet is named as it first was."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._new = Outlets()
        self._kinds: dict[str, str] = {}

    def outlet(self, source: Source) -> str:
        """The name for a source's outlet: the bank's, one given to an earlier source, or its own."""
        own = source.outlet.strip()
        if not own:
            return ""
        for spelling in (source.outlet_printed, own):
            if name := self._shelf.listed.find(spelling):
                return name
        if name := self._shelf.outlets.find(own) or self._new.find(own):
            return name
        self._new.take(own)
        return own

    def kind(self, outlet: str, usual: str, *known_as: str) -> str:
        """The CSL type that an article of the outlet has in the bank, else what it is known for, else the `usual`.

        `known_as`: other names under which the shipped table may have it.
        """
        if outlet and outlet not in self._kinds:
            briefs = self._shelf.of_outlet(self._shelf.outlets.find(outlet) or outlet)
            banked = self._shelf.article(briefs[0].key).type if briefs else ""
            shipped = (self._shipped.get(name.casefold(), "") for name in (outlet, *known_as))
            self._kinds[outlet] = banked or next(filter(None, shipped), "")
        return self._kinds.get(outlet) or usual

    def in_full(self, draft: Article, drafts: Sequence[Article]) -> tuple[Article, list[str]]:
        """The draft with bare family names completed where only one author of its outlet has them; a note on each."""
        authors, notes = list(draft.authors), []
        for number, author in enumerate(authors):
            if author.family and draft.outlet and not (author.given or author.literal):
                full = self._only(author, draft.outlet, drafts)
                if full is not None:
                    authors[number] = full
                    notes.append(f"{author.display} is read as {full.display}, the only one of that name there")
        return (replace(draft, authors=tuple(authors)), notes) if notes else (draft, [])

    @cached_property
    def _shipped(self) -> dict[str, str]:
        """The CSL types of the outlets of the shipped table, by their names in lower case."""
        from quotebank.ingest.outlet_table import outlets

        found: dict[str, str] = {}
        for each in outlets():
            for name in (each.name, *each.names):
                found.setdefault(name.casefold(), _CSL.get(each.kind, ""))
        return found

    def _only(self, bare: Name, outlet: str, drafts: Sequence[Article]) -> Name | None:
        """The one author of that family name in that outlet, None if there are several or none."""
        wanted = person(bare).family
        found: list[Name] = []
        in_digest = (name for draft in drafts if draft.outlet == outlet for name in draft.authors)
        for name in (*self._authors(outlet, bare), *in_digest):
            if not name.given or person(name).family != wanted:
                continue
            same = next((at for at, each in enumerate(found) if same_person(person(each), person(name))), None)
            if same is None:
                found.append(name)
            elif len(name.given) > len(found[same].given):
                found[same] = name
        return found[0] if len(found) == 1 else None

    def _authors(self, outlet: str, bare: Name) -> Iterator[Name]:
        first = fold(bare.family)[:1]
        for brief in self._shelf.of_outlet(outlet):
            if any(fold(name)[:1] == first for name in brief.authors):
                yield from self._shelf.article(brief.key).authors
