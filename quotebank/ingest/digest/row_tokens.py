"""The pieces of one block with all that is known of each, and the units made of them so far."""

import re
from collections.abc import Callable

from quotebank.ingest.digest import dating
from quotebank.ingest.digest.gazetteer import Gazetteer, given_names, others
from quotebank.ingest.digest.lexicon import Lexicon
from quotebank.ingest.digest.tokens import kind_of, pieces, root
from quotebank.ingest.digest.units import Unit

QUOTES = '"“”„«»‹›‟'
"""Quotation marks of all four languages."""

GAPS = ("", " ", "\u00a0", "\n", "\u202f")
"""What may stand between two words of one name."""

ISSUE_WORDS = frozenset(("no", "nos", "nr", "n°", "nº", "vol", "bd", "heft", "issue", "num", "numéro", "вып"))
"""Words of issue numbers that any language borrows."""

ARTICLES = frozenset("the le la les l der die das el il lo los las".split())  # noqa: SIM905 -- a list of words
"""Articles, as `quotebank.ingest.digest.tokens.root` gives them."""


BOUND = re.compile(r"(?:al|el|ha|he|ad|as|ar|az|ash|an|at|ve|u|i|le|la)-[^\W\d_a-zа-яё]")
"""A word that begins small with a bound article: ``al-Jadida``."""


class Forms(dict[str, tuple[str, str, str, str]]):
    """For each token its small form, its root, how it is read, and its kind; worked out once for a digest.

    How it is read: the letter of its unit where it always has the same one; ``A`` for a capitalised word, ``F`` for the
    first word of a longer cue, ``V`` for a word that is a verb or a noun; ``""`` where all has to be looked at.
    """

    def __init__(self, words: Lexicon, outlets: Gazetteer) -> None:
        super().__init__()
        self.words = words
        self.outlets = outlets

    def __missing__(self, token: str) -> tuple[str, str, str, str]:
        lowered = token.lower().replace("’", "'")
        stem = root(token, self.words.language)
        kind = kind_of(token)
        self[token] = form = lowered, stem, self._reading(token, lowered, stem) if kind == "word" else "", kind
        return form

    def _reading(self, token: str, lowered: str, stem: str) -> str:
        words = self.words
        if not token.replace("-", "").isalpha() or self._is_special(token, lowered, stem):
            return ""
        if token[0].isupper() or BOUND.match(token):
            return "A"
        if lowered in words.phrases:
            return "F"
        letter = words.letters.get(lowered, "w")
        return "V" if letter in "vs" and lowered in words.nouns else letter

    def _is_special(self, token: str, lowered: str, stem: str) -> bool:
        """Whether a word may begin a date, an issue number, a cue or an outlet written small."""
        words = self.words
        if lowered in words.issue or lowered in ISSUE_WORDS or lowered.endswith(("ausgabe", "-based")):
            return True
        if lowered in words.weekdays or lowered in words.relative or lowered in words.seasons:
            return True
        begins_cue = lowered in words.phrases and token[0].isupper()
        return begins_cue or stem in self.outlets.low or dating.month_number(token) > 0


class Reader:
    """What the rows of one digest are made with: the words of its language, known outlets, places, given names.

    `common` are the words that the digest also writes small (no names for standing first in a sentence), `frequent`
    those it writes small again and again, `pairs` a capitalised word and the small one that always follows it.
    """

    def __init__(
        self, words: Lexicon, outlets: Gazetteer, common: frozenset[str], frequent: frozenset[str] = frozenset(),
        pairs: frozenset[tuple[str, str]] = frozenset(), may: Callable[[str], bool] = bool,
    ) -> None:  # fmt: skip
        self.words = words
        self.outlets = outlets
        self.common = common
        self.frequent = frequent
        self.pairs = pairs
        self.places = others(words.language, may)
        self.given = given_names()
        self.forms = Forms(words, outlets)


class RowTokens:
    """The tokens of a block, and the units that `put` has made of them so far."""

    def __init__(self, reader: Reader, text: str) -> None:
        self.reader = reader
        self.words = reader.words
        self.language = reader.words.language
        self.text = text
        self.tokens, self.ends = pieces(text)
        self.starts = [end - len(token) for token, end in zip(self.tokens, self.ends, strict=True)]
        forms = [*map(reader.forms.__getitem__, self.tokens)]
        lower, roots, readings, kinds = zip(*forms, strict=True) if forms else ((), (), (), ())
        self.lower: tuple[str, ...] = lower
        self.roots: tuple[str, ...] = roots
        self.readings: tuple[str, ...] = readings
        self.kinds: tuple[str, ...] = kinds
        self.units: list[Unit] = []
        self.shouted = text.isupper()
        self.single_quote = text.find("‘") if "‘" in text else len(text)
        self.is_gost = " // " in text

    def put(self, tag: str, first: int, last: int, value: object = None) -> int:
        """Add a unit of the tokens from `first` up to `last`, and give back `last`; plain words join into one."""
        units = self.units
        if tag == "w" and units and units[-1].tag == "w":
            units[-1] = Unit("w", units[-1].start, self.ends[last - 1])
        else:
            units.append(Unit(tag, self.starts[first], self.ends[last - 1], value))
        return last

    def behind(self) -> str:
        """The letter of the last unit; ``""`` at the beginning."""
        return self.units[-1].tag if self.units else ""

    def opens(self, place: int) -> bool:
        """Whether a token stands where a sentence, a bracket or a quotation begins."""
        return place == 0 or not self.units or self.units[-1].tag in '.":(['

    def upper(self, place: int) -> bool:
        """Whether there is a token at a place and it begins with a capital."""
        return place < len(self.tokens) and self.tokens[place][0].isupper()

    def gap(self, place: int) -> str:
        """What stands between a token and the one before it."""
        return self.text[self.ends[place - 1] : self.starts[place]]

    def is_name_word(self, place: int) -> bool:
        """Whether a capitalised word or an initial stands at a place."""
        return self.upper(place) and self.kinds[place] in ("word", "initial")

    def is_quote(self, place: int) -> bool:
        """Whether a quotation mark stands at a place."""
        return place < len(self.tokens) and self.tokens[place] in QUOTES
