"""What reading a press digest gives: its blocks, the sources it names, and the passages that belong to each."""

from dataclasses import dataclass
from typing import NamedTuple

from quotebank.model.dates import PartialDate

CERTAIN = 70
"""The confidence from which a proposal may be banked unseen."""


class Block(NamedTuple):
    """One paragraph, heading, list item or other piece of a digest.

    `number` counts the blocks from 1 (headings too: "para. 11"). `start` and `end` are offsets in characters into
    the digest's text. `kind` is ``paragraph``, ``heading``, ``item`` (of a list), ``rule``, or ``boilerplate``
    (navigation, subscriptions, picture credits).
    """

    number: int
    start: int
    end: int
    kind: str


class Passage(NamedTuple):
    """A stretch of the digest: block number, offsets in characters into the digest's text, and the text itself."""

    paragraph: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """One press item that a digest reports, proposed as a record.

    `outlet` is the name to file it under, `outlet_printed` how the digest spells it, both ``""`` when none is named.
    `authors` are names as people write them, given name first. `date` may lack parts; what of it the digest does not
    print is in its `inferred`. `date_printed` and `issue` are as printed (``Friday``, ``No. 10``). `confidence` runs
    from 0 to 100; `why` is one line for a person, `evidence` the single findings behind it.
    """

    outlet: str
    outlet_printed: str = ""
    authors: tuple[str, ...] = ()
    date: PartialDate | None = None
    date_printed: str = ""
    issue: str = ""
    url: str = ""
    passages: tuple[Passage, ...] = ()
    confidence: int = 0
    why: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Digest:
    """A press digest that was read: what it says of itself, its blocks, and its sources in the order of the text.

    `text` is the text that offsets count in: the file's own, or what an HTML page shows. `language` is a BCP 47 tag or
    ``""``. `unattributed` are the numbers of the blocks (but headings, rules and boilerplate) that belong to no source.
    """

    text: str
    title: str = ""
    outlet: str = ""
    date: PartialDate | None = None
    language: str = ""
    blocks: tuple[Block, ...] = ()
    sources: tuple[Source, ...] = ()
    unattributed: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()
