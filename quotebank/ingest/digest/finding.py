"""All namings of a digest that may count, found in two passes.

The first pass reads every block by itself. What it surely finds teaches which phrases are outlets and how the digest
shows them; the second pass reads again with that knowledge, where it makes a difference.
"""

import re
from dataclasses import replace

from quotebank.ingest.digest.apart import names_makers
from quotebank.ingest.digest.attaching import attach
from quotebank.ingest.digest.cited import Citing
from quotebank.ingest.digest.frames import Scanner
from quotebank.ingest.digest.gazetteer import Gazetteer, name_words
from quotebank.ingest.digest.mentions import SURE, Ground, Mention, name_key
from quotebank.ingest.digest.people import named
from quotebank.ingest.digest.prose import Prose
from quotebank.ingest.digest.row_tokens import Reader
from quotebank.ingest.digest.rows import row_of
from quotebank.ingest.digest.sentences import sentence_at
from quotebank.ingest.digest.survey import Survey
from quotebank.ingest.digest.tokens import plain, root
from quotebank.ingest.digest.units import Row

_EMPTY = Row("", (), "")
_SILENT = ("rule", "boilerplate")

_CAPTION = re.compile(r"\A(?:Image|Media) (?:caption|source)[,:]?\s")
"""Words that a page puts before a picture's text and that say nothing."""

_HEAD = re.compile(r"[vs\[(NOQ]|:.")
"""What a line of the digest's head that may still name a source has."""

_TELLING_FRAMES = frozenset((
    "fronted, dated", "dated before", "issue of", "author in", "author, dated, in", "writes in", "writing in",
    "article in", "author (outlet)", "according to",
))  # fmt: skip
"""Frames that tell author and outlet apart by their words."""

_LEARNT, _LEARNT_TOGETHER, _EACH_MORE = 72, 66, 14
"""The weight by which one naming teaches an outlet; several do with less, each block adding something."""


class Finding:
    """Finds the namings of a digest; `rows` and `mentions` (a list for each block) hold them after `read`."""

    def __init__(self, survey: Survey, outlets: Gazetteer) -> None:
        self.survey = survey
        self.outlets = outlets
        self.kinds = [block.kind for block in survey.blocks]
        self.scanner = Scanner(survey.language)
        self.rows: list[Row] = []
        self.mentions: list[list[Mention]] = []
        self.styled: frozenset[str] = frozenset()

    def read(self) -> "Finding":
        """Find all namings; gives itself back."""
        self._make_rows(re.compile(""))
        self._find(set(range(len(self.rows))))
        learnt = self._learn()
        self.styled = self._styles()
        if learnt or self.styled:
            changed = self._make_rows(re.compile("|".join(map(re.escape, sorted(learnt))) or r"(?!)"))
            styled = {n for n, row in enumerate(self.rows) if not self.styled.isdisjoint(row.tags)}
            self._find(changed | styled)
        return self

    def prose(self) -> Prose:
        """A reader of this digest's prose."""
        return Prose(Ground(self.survey.words, self.rows, self.kinds, self.styled), self.scanner)

    def _make_rows(self, changed: "re.Pattern[str]") -> set[int]:
        """Make the rows of the blocks in which something is found; gives their numbers."""
        survey = self.survey
        may = survey.roots.__contains__
        reader = Reader(survey.words, self.outlets, survey.common, survey.frequent, survey.pairs, may)
        old, made = self.rows, set()
        self.rows = []
        for number, block in enumerate(survey.blocks):
            text = survey.text[block.start : block.end]
            if block.kind in _SILENT:
                self.rows.append(_EMPTY)
            elif old and not changed.search(text):
                self.rows.append(old[number])
            else:
                made.add(number)
                self.rows.append(row_of(reader, _CAPTION.sub(lambda match: " " * len(match.group()), text)))
        return made

    def _find(self, todo: set[int]) -> None:
        """Look for namings in some blocks, keeping what was found in the others."""
        readable = [number for number in sorted(todo) if self._is_readable(number)]
        reader = self.prose()
        prose = reader.read(readable)
        citing = Citing(reader.ground)
        found = self.mentions or [[] for _ in self.rows]
        for number in todo:
            found[number] = []
        for number in readable:
            cited = citing.read(number)
            if self.kinds[number] == "heading":
                found[number] = [*cited, *(replace(mention, way="heading") for mention in prose[number])]
            else:
                found[number] = [*cited, *prose[number], *reader.inherited(number)]
        self.mentions = found

    def _is_readable(self, number: int) -> bool:
        """Whether a block may name sources: no rule, no boilerplate, not the digest's title, makers, day or number."""
        row = self.rows[number]
        if self.kinds[number] in _SILENT or self.survey.is_title(number):
            return False
        if (number < 4 or number >= len(self.rows) - 3) and names_makers(row.text):  # noqa: PLR2004 -- head and foot
            return False
        head = number < 3 and len(row.text) < 160 and "D" in row.tags  # noqa: PLR2004
        return not head or _HEAD.search(row.tags) is not None

    # learning --------------------------------------------------------------------------------------------------------

    def _styles(self) -> frozenset[str]:
        """The letters of styled phrases (italics, capitals, capital articles) by which this digest shows outlets."""
        found = set()
        for letter in "YKT":
            naming = {m.block for several in self.mentions for m in several if m.letter == letter and m.weight >= SURE}
            bodies = [row for row, kind in zip(self.rows, self.kinds, strict=True) if kind != "heading"]
            standing = sum(letter in row.tags for row in bodies)
            if len(naming) >= 3 and len(naming) * 2 >= standing:  # noqa: PLR2004 -- three blocks are a habit
                found.add(letter)
        return frozenset(found)

    def _learn(self) -> set[str]:
        """Take phrases that surely name outlets among the known ones; gives a word of each.

        A phrase that mostly stands elsewhere is a topic and no outlet; neither is the name of a person.
        """
        seen = self._seen()
        people = self.people(self.writers())
        learnt = self._linked() if self.survey.hosts else set()
        for key, found in self._by_key().items():
            places = {(m.block, m.place) for m in found if m.weight >= 30}  # noqa: PLR2004
            elsewhere = seen.get(key, 0) > 3 and len(places) * 2.5 < seen[key]  # noqa: PLR2004
            telling = [m for m in found if m.frame != "opens a block"]
            if key in people or elsewhere or not telling:
                continue
            best = max(telling, key=lambda mention: mention.weight)
            blocks = {m.block for m in telling if m.weight >= 34}  # noqa: PLR2004
            if best.weight >= _LEARNT or best.weight + _EACH_MORE * (len(blocks) - 1) >= _LEARNT_TOGETHER:
                self._take(best.printed, key)
                learnt.add(best.printed.split()[-1].rstrip("'’"))
        return learnt

    def _linked(self) -> set[str]:
        """Take the phrases that are spelt as the host of one of the digest's links is; gives a word of each."""
        learnt = set()
        for row in self.rows:
            for unit in row.units:
                if unit.tag in "CKQYTN":
                    shown = named(row, unit)
                    if "".join(filter(str.isalnum, plain(shown))) in self.survey.hosts:
                        self.outlets.add(shown, shown)
                        learnt.add(shown.split()[-1].rstrip("'’"))
        return learnt

    def _take(self, printed: str, key: tuple[str, ...]) -> None:
        """Make an outlet known, in English by its last word too: the Cormorant is the Daily Cormorant."""
        self.outlets.add(printed, printed)
        last = printed.rsplit(maxsplit=1)[-1]
        if len(key) > 1 and len(last) > 3 and last[0].isupper() and self.survey.language == "en":  # noqa: PLR2004
            self.outlets.add(last, printed, wary=True)

    def _seen(self) -> dict[tuple[str, ...], int]:
        """How often each phrase that nobody knows stands in the digest."""
        seen: dict[tuple[str, ...], int] = {}
        for row in self.rows:
            for unit in row.units:
                if unit.tag in "CKQYTN":
                    key = name_key(named(row, unit), self.survey.language)
                    seen[key] = seen.get(key, 0) + 1
        return seen

    def _by_key(self) -> dict[tuple[str, ...], list[Mention]]:
        found: dict[tuple[str, ...], list[Mention]] = {}
        for several in self.mentions:
            for mention in several:
                if mention.letter and mention.letter in "CKQYT" and mention.key:
                    found.setdefault(mention.key, []).append(mention)
        return found

    # people ----------------------------------------------------------------------------------------------------------

    def people(self, writers: set[str]) -> set[tuple[str, ...]]:
        """The names and family names of people of the digest, as keys: none of them is an outlet."""
        language = self.survey.language
        keys: set[tuple[str, ...]] = set()
        for row in self.rows:
            for unit in row.units:
                if unit.tag == "N":
                    words = name_words(named(row, unit), language)
                    keys.update(words[n:] for n in range(1, len(words)))
                elif unit.tag == "P":
                    keys.update((root(word, language),) for word in row.shown(unit).split())
        for name in writers:
            words = name_words(name, language)
            keys.update(words[n:] for n in range(len(words)))
            keys.add(words[:1])
        return keys

    def writers(self) -> set[str]:
        """The people whom sure namings make authors."""
        writers: set[str] = set()
        for row, several in zip(self.rows, self.mentions, strict=True):
            for mention in several:
                if mention.weight < SURE:
                    continue
                if mention.frame in _TELLING_FRAMES:
                    probe = replace(mention, authors=[])
                    attach(row, probe, *sentence_at(row, mention.place))
                    writers.update(probe.authors)
                else:
                    writers.update(mention.authors)
        return writers
