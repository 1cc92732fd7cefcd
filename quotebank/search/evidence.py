"""Why a record was found: which of its words answer which words of the query, and where they stand.

Looked up in the raw record, of the few results that are shown: folding changes lengths, so the index's own
columns cannot say where a word stands in the text.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from quotebank.search.query import FIELDS
from quotebank.search.runs import Hypothesis
from quotebank.search.scoring import Used
from quotebank.search.units import field_texts
from quotebank.text.folding import tokens
from quotebank.text.variants import variants

_EVERYWHERE = ("text", "title", "authors", "outlet", "tags", "speaker", "note", "date")
_NAMES = {"authors": "author", "tags": "tag"}

Span = tuple[int, int]


class Match(NamedTuple):
    """One word or phrase of the query and where it was found first in one field.

    `found` is as the record has it. `how` is one of `hypotheses`' ways (``exact``, ``typo``, ``sound``, ...),
    ``phrase``, ``prefix`` or ``date``; `score` is how alike the two are, 0 to 100.
    """

    query: str
    found: str
    field: str
    score: int
    how: str

    def to_json(self) -> dict[str, object]:
        """``{"query","found","field","score","how"}``."""
        return self._asdict()


class Evidence(NamedTuple):
    """`spans` are [start, end) in the shown text, in order and apart; `matched` says what matched in all fields.

    The shown text is the quote's text, or the title of an article without quotes.
    """

    spans: list[Span]
    matched: list[Match]


def evidence(
    used: Iterable[Used], article: Mapping[str, object], quote: Mapping[str, object] | None = None
) -> Evidence:
    """What in a record answers a query, by what a `Hit` says was used; both shapes are the documented JSON ones."""
    texts = field_texts(article, quote or {})
    shown = "title" if quote is None else "text"
    folded: dict[str, list[_Folded]] = {}
    spans: list[Span] = []
    matched: list[Match] = []
    for typed, name, guessed, columns in used:
        for field in FIELDS.get(name, _EVERYWHERE):
            if columns is not None and field not in columns and not (field == "text" and "extras" in columns):
                continue
            if field not in folded:
                folded[field] = [_Folded(text, whole=field == shown) for text in texts.get(field, ())]
            hits = [(text, sorted(text.places(guessed))) for text in folded[field]]
            if field == shown and hits:
                spans.extend(hits[0][1])
            first = next(((text.raw[slice(*places[0])]) for text, places in hits if places), None)
            if first is not None:
                if field == "date":
                    # That column holds words made for finding; what was found is the date, or the issue.
                    about = (str(article.get(name) or "") for name in ("date", "issue"))
                    first = " no. ".join(part for part in about if part)
                how, score = guessed.how.rstrip("*"), round(100 * guessed.similarity)
                matched.append(Match(typed, first, _NAMES.get(field, field), score, how))
    return Evidence(apart(spans), matched)


def apart(spans: Sequence[Span]) -> list[Span]:
    """Spans in order, those that overlap made one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


class _Folded:
    """A raw text with its folded words and their variants."""

    def __init__(self, raw: str, *, whole: bool) -> None:
        self.raw = raw
        self.words = list(tokens(raw))
        self._whole = whole
        self.single: dict[str, list[Span]] = {}
        self.starts: dict[str, list[int]] = {}
        for number, word in enumerate(self.words):
            self.starts.setdefault(word.text, []).append(number)
            self.single.setdefault(word.text, []).append((word.start, word.end))
        if whole:
            self._add_variants()

    def _add_variants(self) -> None:
        self._whole = True
        for other in variants(self.raw, self.words):
            self.single.setdefault(other.text, []).append((other.start, other.end))

    def places(self, guessed: Hypothesis) -> Iterator[Span]:
        """Where a hypothesis stands. Of a text that is not shown whole, variants count only where words do not do."""
        found = list(self._stands(guessed))
        if not found and not self._whole:
            self._add_variants()
            found = list(self._stands(guessed))
        return iter(found)

    def _stands(self, guessed: Hypothesis) -> Iterator[Span]:
        begins = guessed.how == "prefix*"
        if len(guessed.words) == 1:
            yield from self._one(guessed.words[0], begins)
        elif guessed.together:
            yield from self._run(guessed.words, begins)
        elif all(word in self.single for word in guessed.words):
            for word in guessed.words:
                yield from self.single[word]

    def _one(self, word: str, begins: bool) -> Iterator[Span]:
        if not begins:
            yield from self.single.get(word, ())
            return
        for text, spans in self.single.items():
            if text.startswith(word):
                yield from spans

    def _run(self, form: tuple[str, ...], begins: bool) -> Iterator[Span]:
        for first in self.starts.get(form[0], ()):
            run = self.words[first : first + len(form)]
            texts = tuple(token.text for token in run)
            if texts == form or (begins and texts[:-1] == form[:-1] and texts[-1].startswith(form[-1])):
                yield run[0].start, run[-1].end
