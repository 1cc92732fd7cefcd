"""One press item while a digest is read, and whether a naming can be of it."""

import re
from dataclasses import dataclass, field

from quotebank.ingest.digest.dating import Printed
from quotebank.ingest.digest.mentions import Mention
from quotebank.ingest.digest.people import same_person

LONG = 60
"""From how many characters on a block is text and no caption or label."""

_NUMBERS = re.compile(r"\d+|[IVXLC]+")


@dataclass
class Item:
    """One press item: what is known of it, and the stretches (block, start, end) of text that are its.

    `lines` are the stretches of its citation, for an item that has no other text. `way` and `weight` are those of its
    first and of its surest naming.
    """

    outlet: str
    printed: str
    key: tuple[str, ...]
    authors: list[str] = field(default_factory=list)
    date: Printed | None = None
    issue: str = ""
    weight: int = 0
    way: str = ""
    stretches: list[tuple[int, int, int]] = field(default_factory=list)
    lines: list[tuple[int, int, int]] = field(default_factory=list)
    evidence: list[str] = field(default_factory=list)
    mentions: int = 1
    block: int = 0

    @classmethod
    def of(cls, mention: Mention) -> "Item":
        """The item that a first naming tells of."""
        return cls(
            mention.outlet, mention.printed, mention.key, list(mention.authors), mention.date, mention.issue,
            mention.weight, mention.way, evidence=list(mention.evidence), block=mention.block,
        )  # fmt: skip

    def take(self, mention: Mention) -> None:
        """Add what another naming of the same item says."""
        self.mentions += 1
        self.authors = self.authors or list(mention.authors)
        self.date = self.date or mention.date
        self.issue = self.issue or mention.issue
        self.weight = max(self.weight, mention.weight)
        self.evidence += [line for line in mention.evidence if line not in self.evidence]

    def learns(self, mention: Mention) -> bool:
        """Whether a naming says something that is not known yet."""
        new_when = (mention.date and not self.date) or (mention.issue and not self.issue)
        return bool(new_when or (mention.authors and not self.authors))


def compatible(item: Item, mention: Mention) -> bool:
    """Whether a naming can be of an item: nothing that both tell differs."""
    if mention.authors and item.authors and not any(same_person(a, b) for a in mention.authors for b in item.authors):
        return False
    if mention.date and item.date and not same_date(item.date, mention.date):
        return False
    return not (mention.issue and item.issue and _NUMBERS.findall(item.issue) != _NUMBERS.findall(mention.issue))


def same_date(one: Printed, other: Printed) -> bool:
    """Whether two printed dates can be one day."""
    if one.month and other.month:
        same_day = one.day == other.day or not one.day or not other.day
        return one.month == other.month and same_day and (one.year == other.year or not one.year or not other.year)
    if one.weekday >= 0 and other.weekday >= 0:
        return one.weekday == other.weekday
    return (one.ago >= 0 and one.ago == other.ago) or one.text == other.text
