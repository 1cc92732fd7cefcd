"""One part of a draft while it is being looked at: its prose, its records, and where its offsets lie."""

from collections.abc import Sequence
from functools import cached_property

from quotebank.actions.lint_rules import Choice, Finding
from quotebank.actions.lint_sources import CitedRecord, Shelf
from quotebank.draft.latex_places import Places
from quotebank.draft.quoted import Prose, Quotation
from quotebank.draft.records import Citation, Part
from quotebank.text.folding import fold


class Desk:
    """A part with all that its rules need; each piece is made when the first rule asks for it."""

    def __init__(self, part: Part, shelf: Shelf, choice: Choice) -> None:
        self.part = part
        self.shelf = shelf
        self.choice = choice
        self._places = Places(part.name, part.text)
        self._words: dict[int, frozenset[str]] = {}
        self._narrated: dict[int, frozenset[str]] = {}

    @cached_property
    def prose(self) -> Prose:
        """The prose taken apart."""
        return Prose(self.part)

    @cached_property
    def quotations(self) -> list[Quotation]:
        """The quotations that end, in order."""
        return [quotation for quotation in self.prose.quotations() if quotation.closed]

    def records(self, citations: Sequence[Citation]) -> list[CitedRecord]:
        """The records of some citations, in their order, each once; unknown keys have none."""
        found = (self.shelf.record(citation.key) for citation in citations)
        return list({id(record): record for record in found if record is not None}.values())

    def words_of(self, paragraph: int) -> frozenset[str]:
        """The folded words of a paragraph's prose."""
        if paragraph not in self._words:
            start, end = self.prose.layout.paragraphs[paragraph]
            self._words[paragraph] = frozenset(fold(self.prose.text[start:end]).split())
        return self._words[paragraph]

    def narrated(self, paragraph: int) -> frozenset[str]:
        """The keys of the records that are words of a paragraph's sentences (``@key argues``)."""
        if paragraph not in self._narrated:
            named = [each for each in self.prose.in_paragraph(paragraph) if each.mode == "narrative"]
            self._narrated[paragraph] = frozenset(record.key for record in self.records(named))
        return self._narrated[paragraph]

    def finding(self, code: str, offset: int, message: str, hint: str = "", key: str = "") -> Finding:
        """A finding at an offset of the part."""
        spot = self._places.spot(offset)
        return Finding(spot.file, spot.line, spot.column, code, message, hint, key)
