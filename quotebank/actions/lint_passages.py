"""The rule on words taken without quotation marks (Q204): passages held against what is cited in their paragraph."""

import re
from collections.abc import Container, Iterator, Mapping
from functools import cache

from quotebank.actions.lint_draft import Desk
from quotebank.actions.lint_rules import Finding, shown
from quotebank.actions.lint_sources import CitedRecord
from quotebank.text.overlaps import Run
from quotebank.text.quotation_tokens import WORDS, joined, tokens
from quotebank.text.quotations import Source

_GRAM = 3


def of_passages(desk: Desk) -> Iterator[Finding]:
    """Sentences outside quotation marks that repeat the words of a record cited in their paragraph, each once."""
    prose = desk.prose
    cited: dict[int, dict[str, CitedRecord]] = {}
    for sentence in prose.sentences:
        if sentence.paragraph not in cited and (citations := prose.in_paragraph(sentence.paragraph)):
            cited[sentence.paragraph] = {record.key: record for record in desk.records(citations)}
    if not cited:
        return
    unquoted = prose.unquoted()
    places = _Places({key: record for records in cited.values() for key, record in records.items()})
    for sentence in prose.sentences:
        records = cited.get(sentence.paragraph)
        text = unquoted[sentence.start : sentence.end] if records else ""
        found = places.repeated(text, records) if records else None
        if found is not None:
            key, run = found
            offset = sentence.start + _place(text, run.found)
            message = f"{run.words} words of {key} in a row without quotation marks: “{shown(run.found)}”"
            yield desk.finding("Q204", offset, message, "quote them, or say it in your own words", key)


class _Places:
    """Which texts of which records have a run of three words: only those that share one are held against a sentence."""

    def __init__(self, records: Mapping[str, CitedRecord]) -> None:
        self._sources: list[tuple[str, Source]] = []
        self._with: dict[tuple[str, ...], list[int]] = {}
        self._spaceless: list[int] = []
        for key, record in records.items():
            for source in (record.direct.source, *record.saved):
                if source.text:
                    self._add(key, source)

    def _add(self, key: str, source: Source) -> None:
        number = len(self._sources)
        self._sources.append((key, source))
        for gram in _grams(source.text):
            self._with.setdefault(gram, []).append(number)
        if _is_spaceless(source.text):
            self._spaceless.append(number)

    def repeated(self, text: str, keys: Container[str]) -> tuple[str, Run] | None:
        """The first of the records with these keys of which a text repeats too much, and what."""
        numbers = {number for gram in _grams(text) for number in self._with.get(gram, ())}
        if self._spaceless and _is_spaceless(text):
            numbers.update(self._spaceless)
        for number in sorted(numbers):
            key, source = self._sources[number]
            if key in keys and (run := source.too_close(text)):
                return key, run
        return None


def _is_spaceless(text: str) -> bool:
    """Whether a text is in a script that writes words together, by its first letter."""
    return joined(next((char for char in text if char.isalpha()), " "))


def _grams(text: str) -> frozenset[tuple[str, ...]]:
    """All runs of three words, quickly taken: only for knowing where not to look."""
    words = _words().findall(text.casefold())
    return frozenset(zip(*(words[at:] for at in range(_GRAM)), strict=False))


def _place(text: str, found: str) -> int:
    """Where a sentence begins to repeat, by the first words of what it repeats; its first word where they differ."""
    wanted = [token.key for token in tokens(found) if token.kind in WORDS][:_GRAM]
    mine = [token for token in tokens(text) if token.kind in WORDS]
    for at in range(len(mine) - len(wanted) + 1):
        if [token.key for token in mine[at : at + len(wanted)]] == wanted:
            return mine[at].start
    return mine[0].start if mine else 0


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+")
