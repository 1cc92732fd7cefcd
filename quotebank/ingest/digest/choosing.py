"""Which namings count: the sure ones, overlaps resolved, each with its author, date and issue."""

from bisect import bisect_left

from quotebank.ingest.digest.attaching import attach
from quotebank.ingest.digest.cited import QUOTED_LABEL
from quotebank.ingest.digest.finding import Finding
from quotebank.ingest.digest.mentions import SURE, Mention
from quotebank.ingest.digest.people import named, surname
from quotebank.ingest.digest.sentences import sentence_at
from quotebank.ingest.digest.tokens import plain

_HABIT = 3
"""From how many citations of one kind on a digest is in the habit of them."""

_TRUST = 20
"""What a habit of the digest adds to the weight of a finding in its manner."""

_TEXT = 60
"""From how many characters on a block is text and no caption or label."""


class _Taken:
    """The characters and outlets of a block that are taken by namings, none of which overlap."""

    def __init__(self) -> None:
        self.places: set[int] = set()
        self.starts: list[int] = []
        self.ends: list[int] = []

    def add(self, mention: Mention) -> bool:
        """Take what a naming covers; False, and nothing taken, when some of it is taken already."""
        after = bisect_left(self.starts, mention.end)
        if mention.place in self.places or (after and self.ends[after - 1] > mention.start):
            return False
        self.places.add(mention.place)
        self.starts.insert(after, mention.start)
        self.ends.insert(after, mention.end)
        return True


class Choosing:
    """Chooses among the namings of a digest."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding
        self.rows = finding.rows
        self.kinds = finding.kinds
        writers = finding.writers()
        self.people = finding.people(writers)
        names = [named(row, unit) for row in self.rows for unit in row.units if unit.tag == "N"]
        self.surnames = frozenset([surname(name) for name in (*names, *writers)])

    def read(self) -> list[list[Mention]]:
        """The namings that count, block by block."""
        habits = self._habits()
        self._trust_openings()
        chosen = [self._of_block(several, habits) for several in self.finding.mentions]
        self._drop_lone_lines(chosen)
        names = [name for several in chosen for m in several for name in m.authors]
        written = {plain(name) for name in names} | {surname(name) for name in names}
        return [
            [m for m in several if m.letter not in ("C", "N") or plain(m.printed) not in written] for several in chosen
        ]

    # what the digest is in the habit of ------------------------------------------------------------------------------

    def _habits(self) -> set[str]:
        """The ways of citing (``line``, ``label``, ``bracket``) that the digest surely uses several times."""
        counts = {"line": 0, "label": 0, "bracket": 0}
        for several in self.finding.mentions:
            for mention in several:
                if mention.way in counts and mention.weight >= SURE:
                    counts[mention.way] += 1
                    counts["label"] += mention.way == "line" and ":" in self.rows[mention.block].tags[1:12]
        return {way for way, count in counts.items() if count >= _HABIT}

    def _trust_openings(self) -> None:
        """In a review whose blocks nearly all name a source, believe what opens a block, and known outlets anywhere."""
        blocks = self.finding.survey.blocks
        bodies = [n for n, b in enumerate(blocks) if b.kind in ("paragraph", "item") and b.end - b.start > _TEXT]
        naming = [n for n in bodies if any(m.weight >= SURE for m in self.finding.mentions[n])]
        if len(naming) < _HABIT or len(naming) * 2 < len(bodies):
            return
        prose = self.finding.prose()
        for number in bodies:
            several = self.finding.mentions[number]
            for mention in several:
                opens = mention.frame in ("opens a block", "subject", "subject, says") and mention.start < 30  # noqa: PLR2004
                if opens and mention.weight < SURE:
                    mention.weight += _TRUST
            if len(naming) >= 0.6 * len(bodies) and not any(m.weight >= SURE for m in several):
                several += prose.bare(number)

    # one block -------------------------------------------------------------------------------------------------------

    def _of_block(self, several: list[Mention], habits: set[str]) -> list[Mention]:
        several = [m for m in several if self._may_count(m)]
        for mention in several:
            if mention.way in habits and mention.weight >= 40 and not self._is_bare_label(mention):  # noqa: PLR2004
                mention.weight += _TRUST
        lines = [m for m in several if m.way == "line" and m.weight >= SURE]
        if lines:
            return lines[:1]
        kept: list[Mention] = []
        taken = _Taken()
        for mention in sorted((m for m in several if m.way != "line"), key=lambda m: (-m.weight, m.start)):
            if mention.weight >= SURE and taken.add(mention):
                if mention.way not in ("bracket", "label"):
                    row = self.rows[mention.block]
                    attach(row, mention, *sentence_at(row, mention.place), self.surnames)
                kept.append(mention)
        return self._without_rivals(kept)

    def _may_count(self, mention: Mention) -> bool:
        """Whether a naming is of something else than a heading's topic, the digest itself, or a person."""
        if mention.way == "heading" or self.finding.survey.is_own_name(mention.printed):
            return False
        return mention.letter not in ("C", "N") or mention.key not in self.people

    @staticmethod
    def _is_bare_label(mention: Mention) -> bool:
        """Whether a label is a capitalised phrase and nothing else: more often a topic than an outlet."""
        typed = mention.date or mention.authors or mention.issue
        return mention.way == "label" and mention.letter == "C" and not typed and mention.frame != QUOTED_LABEL

    @staticmethod
    def _without_rivals(kept: list[Mention]) -> list[Mention]:
        """A label's block is the label's; but one that is only a topic gives way to the outlet behind it."""
        label = next((m for m in kept if m.way == "label" and m.start == 0), None)
        if label is None:
            return kept
        bare = label.letter in ("K", "C", "Q", "Y") and not (label.date or label.authors or label.issue)
        sure = [m for m in kept if m.weight >= (72 if m.letter == "O" else 84) and m.way not in ("label", "bracket")]
        if bare and any(m.place < label.place + 14 for m in sure):
            return [m for m in kept if m is not label]
        return [m for m in kept if m.way in ("label", "bracket") or m.weight >= 95]  # noqa: PLR2004

    def _drop_lone_lines(self, chosen: list[list[Mention]]) -> None:
        """A single citation line among prose that names sources only refers; a single outlet as heading is a topic."""
        lines = [m for several in chosen for m in several if m.way == "line"]
        if len(lines) == 1 and lines[0].weight < 96 and sum(map(bool, chosen)) > 3:  # noqa: PLR2004
            chosen[lines[0].block] = []
        alone = [m for m in lines if self.kinds[m.block] == "heading" and not m.authors and not m.date]
        if len(alone) == 1:
            chosen[alone[0].block] = []
