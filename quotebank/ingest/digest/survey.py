"""What a digest is as a whole, before any of it is read: its language, its words, its own title and date."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from quotebank.ingest.digest.lexicon import Lexicon, language_of, lexicon
from quotebank.ingest.digest.records import Block
from quotebank.ingest.digest.report import own_date
from quotebank.ingest.digest.tokens import pieces, plain, root
from quotebank.model.dates import PartialDate

_SAMPLE = 60_000
"""How many characters of a digest tell its habits."""

_WORDS = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’ʼ‘-][^\W\d_]+)*|\d+")
_SENTENCE = re.compile(r"[.?!»”\"]\s*$|:\s*$|:\s*[\"«„“]")
_LONGEST_TITLE = 200

_HOST = re.compile(r"https?://(?:www\.)?((?:[\w-]+\.)+)[a-z]{2,12}\b", re.IGNORECASE)
_ARTICLES = re.compile(r"(?:the|les|der|die|das)(?=\w{4})")
_SHORTEST_HOST = 5
_PLATFORMS = frozenset(
    """facebook twitter youtube youtu instagram linkedin telegram tiktok amazon apple google spotify github wikipedia
    substack medium patreon pinterest reddit threads mastodon bluesky whatsapp vimeo flickr archive example
    mailchimp""".split()  # noqa: SIM905 -- a list of words
)
"""Where anybody publishes: their names do not say whose a page is."""


@dataclass(frozen=True)
class Survey:
    """A digest's text and blocks, with what its words show.

    `words` is the lexicon of its language. `common` are the words it writes small, `frequent` those it writes so often.
    `given_date`, `given_title` and `outlet` are what the writer knows of it.
    """

    text: str
    blocks: tuple[Block, ...]
    given_date: PartialDate | None = None
    given_title: str = ""
    outlet: str = ""

    @cached_property
    def _sample(self) -> list[str]:
        return pieces(self.text[:_SAMPLE])[0]

    @cached_property
    def words(self) -> Lexicon:
        """The cue words of the digest's language."""
        return lexicon(language_of([word.lower() for word in self._sample if word.isalpha()][:6000]))

    @property
    def language(self) -> str:
        """The digest's language, one of `quotebank.ingest.digest.lexicon.LANGUAGES`; ``""`` for another."""
        return self.words.language

    @cached_property
    def _small(self) -> Counter[str]:
        return Counter([word for word in self._sample if word.islower()])

    @cached_property
    def common(self) -> frozenset[str]:
        """The words that the digest writes small somewhere."""
        return frozenset(self._small)

    @cached_property
    def frequent(self) -> frozenset[str]:
        """The words that it writes small again and again."""
        return frozenset([word for word, count in self._small.items() if count > 2])  # noqa: PLR2004

    @cached_property
    def roots(self) -> frozenset[str]:
        """All its words as `root` gives them, and the pieces of those with apostrophes."""
        found = set(_WORDS.findall(self.text))
        found.update([piece for word in found if not word.isalpha() for piece in re.split(r"['’ʼ‘]", word)])
        return frozenset([root(word, self.language) for word in found] + ["l", "d"])

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Capitalised words with the small word that always follows them and stands nowhere else: ``Savski list``."""
        if self.language == "ru":
            return frozenset()
        pairs = Counter([
            (first.lower(), second) for first, second in pairwise(self._sample)
            if len(second) > 2 and first[:1].isupper() and second.isalpha() and second.islower()  # noqa: PLR2004
        ])  # fmt: skip
        words = self.words
        return frozenset([
            pair for pair, count in pairs.items()
            if count > 1 and self._small[pair[1]] == count
            and pair[1] not in words.letters and pair[1] not in words.stop
        ])  # fmt: skip

    @cached_property
    def hosts(self) -> frozenset[str]:
        """What the digest's links lead to, by the words of the hosts, with and without article: ``larkspurpost``."""
        labels = {label for dotted in _HOST.findall(self.text) for label in dotted.lower().replace("-", "").split(".")}
        labels |= {_ARTICLES.sub("", label, count=1) for label in labels if _ARTICLES.match(label)}
        return frozenset([label for label in labels - _PLATFORMS if len(label) >= _SHORTEST_HOST])

    @cached_property
    def title(self) -> str:
        """The digest's title: the one that is given, else its first heading or paragraph."""
        if self.given_title:
            return self.given_title
        for block in self.blocks[:6]:
            if block.kind in ("heading", "paragraph"):
                return " ".join(self.text[block.start : block.end].strip("*_# ").split())[:_LONGEST_TITLE]
        return ""

    @cached_property
    def date(self) -> PartialDate | None:
        """The digest's date: the one that is given, else the one that it gives itself."""
        return self.given_date or own_date(self.text, self.blocks, self.words)

    def is_title(self, number: int) -> bool:
        """Whether a block is the digest's title: the first one, a heading or a line that is no sentence."""
        block = self.blocks[number]
        if number or block.kind == "item" or block.end - block.start > _LONGEST_TITLE:
            return False
        return block.kind == "heading" or not _SENTENCE.search(self.text[max(block.start, block.end - 400) : block.end])

    def is_own_name(self, name: str) -> bool:
        """Whether a name is the digest's own: the end of its short title."""
        title = [plain(word) for word in self.title.split()]
        words = [plain(word) for word in name.split()]
        return bool(words) and len(title) <= 6 and title[-len(words) :] == words  # noqa: PLR2004
