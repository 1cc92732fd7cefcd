"""One naming of a source, and what all that look for namings share."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from quotebank.ingest.digest.dating import Printed
from quotebank.ingest.digest.gazetteer import ARTICLES, name_words
from quotebank.ingest.digest.lexicon import Lexicon
from quotebank.ingest.digest.tokens import plain
from quotebank.ingest.digest.units import Row

SURE = 60
"""The weight from which a finding names a source."""

_LONG_WORD = 4
"""A word in capitals of at most so many letters is an abbreviation, and no sign of how a digest shows outlets."""


@dataclass
class Mention:
    """One naming of a source.

    `block` is the index of the block, `place` the unit that names the outlet (-1 for none), `letter` its letter;
    `start` and `end` are the characters of the block that the naming itself takes. `way` says where the claim stands:
    ``after``, ``before``, ``sentence``, ``line`` (a citation that stands alone), ``label`` (before a colon),
    ``bracket``, ``heading`` (seen only, no source). `inherits` is set when it points back to an outlet named before.
    """

    block: int
    place: int
    start: int
    end: int
    way: str
    frame: str
    weight: int
    outlet: str = ""
    printed: str = ""
    key: tuple[str, ...] = ()
    authors: list[str] = field(default_factory=list)
    date: Printed | None = None
    issue: str = ""
    evidence: list[str] = field(default_factory=list)
    inherits: bool = False
    letter: str = ""


def name_key(text: str, language: str = "") -> tuple[str, ...]:
    """A name for comparing: its words without article and endings."""
    words = name_words(text, language)
    titled = len(words) > 1 and plain(text.split(maxsplit=1)[0].rstrip("'’")) in ARTICLES | {"l", "d"}
    return words[1:] if titled else words


class Ground:
    """What is known of a digest when namings are looked for in it.

    `styled` are the letters of styled phrases by which it shows outlets, `capitals` whether it writes them in capitals.
    """

    def __init__(
        self, words: Lexicon, rows: list[Row], kinds: Sequence[str], styled: frozenset[str] = frozenset()
    ) -> None:
        self.words = words
        self._telling: dict[str, bool] = {}
        self.rows = rows
        self.styled = styled
        loud = [self._is_loud(row) for row, kind in zip(rows, kinds, strict=True) if kind != "heading"]
        self.capitals = sum(loud) >= 3  # noqa: PLR2004 -- three blocks are a habit

    @staticmethod
    def _is_loud(row: Row) -> bool:
        return any(u.tag in "KO" and u.end - u.start > _LONG_WORD and row.shown(u).isupper() for u in row.units)

    def is_styled(self, row: Row, place: int) -> bool:
        """Whether a phrase is styled as this digest styles outlets."""
        unit = row.units[place]
        return unit.tag in self.styled and unit.end - unit.start > _LONG_WORD + 1

    def likeness(self, row: Row, place: int) -> int:
        """How much the words of a phrase speak for an outlet: telling ones for it, other bodies' names against it."""
        unit = row.units[place]
        shown = row.shown(unit)
        words = [plain(word) for word in shown.replace("-", " ").split()]
        score = 18 * any(self.is_telling(word) for word in words) + 12 * ("&" in shown)
        if words and (words[-1] in self.words.not_outlet or words[0] in self.words.not_outlet):
            score -= 34 if unit.tag == "C" else 8
        return score - 30 * (unit.tag == "Q" and len(words) > 4)  # noqa: PLR2004 -- a title or speech

    def is_telling(self, word: str) -> bool:
        """Whether outlets like to be called by a word; in German by compounds of it too."""
        known = self._telling.get(word)
        if known is None:
            telling = self.words.telling
            known = word in telling
            if self.words.language == "de" and not known:
                known = any(word.endswith(end) for end in telling if len(end) > 3)  # noqa: PLR2004
            self._telling[word] = known
        return known
