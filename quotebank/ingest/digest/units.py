"""A block of a digest as a row of typed units: names, dates, issues, cue words and signs, each one letter.

The letters of a block are a string on which frames (`quotebank.ingest.digest.frames`) are patterns:

====== =======================================================================================
O      a known outlet                        N   a person's name
Q      a short phrase in quotation marks     Y   one in italics, bold, or the text of a link
K      a phrase in capitals                  C   a capitalised phrase
T      one that begins with a capital article (``titre Le Fanal``)
P      a place, a public person, a people    D   a date
I      an issue or volume number             U   a web address or domain
n      a number                              w   one or more other words
S      a possessive ending                   "   a quotation mark
@      "Source:", "Quelle:"                  L   a whole web address
. , : ; ( ) [ ] | / &                        signs; ``.`` is the end of a sentence, ``-`` a dash
====== =======================================================================================

and the letters of cue words (`quotebank.ingest.digest.lexicon.LETTERS`). `quotebank.ingest.digest.rows` makes them.
"""

from typing import NamedTuple

NO_PERSON = "no person"
"""The value of a capitalised phrase in which ordinary words stand."""


class Unit(NamedTuple):
    """One unit: its letter, where it stands, and what it is (a `Printed` date, an outlet's name, `NO_PERSON`)."""

    tag: str
    start: int
    end: int
    value: object = None


class Row(NamedTuple):
    """The units of a block, their letters as one string, and the block's text."""

    text: str
    units: tuple[Unit, ...]
    tags: str

    def shown(self, unit: Unit) -> str:
        """The text of a unit."""
        return self.text[unit.start : unit.end]
