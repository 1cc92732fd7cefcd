"""Names that are known beforehand in the row of a block: outlets and places, and whether a word is meant as one."""

import re

from quotebank.ingest.digest.gazetteer import Entry
from quotebank.ingest.digest.row_tokens import ARTICLES, GAPS, QUOTES, RowTokens
from quotebank.ingest.digest.tokens import APOSTROPHES, plain

_LONGEST = 14
"""In how many pieces a known name may stand, signs included."""

_SIGNS_OF_NAMES = QUOTES + ".,;:()[]|"
"""Signs that end a name; the others are passed over, as names leave them out."""

_BODIES = frozenset(
    """center centre institute institution club council foundation endowment fund university school society academy
    agency institut fondation stiftung zentrum universität центр институт клуб фонд университет академия""".split()  # noqa: SIM905 -- a list of words
)
"""Words that go on with the name of an institute: ``Carnegie Center``."""

_JOINTS = frozenset(
    "am del du de des d' of della dello delle degli di da do von vom der an".split()  # noqa: SIM905 -- a list of words
)
"""Small words with which a name goes on: ``Bild am Sonntag``, ``El Faro del Ebro``."""

_BOUND_JOINTS = ("am", "del", "della", "dello", "delle", "degli")
"""Those that cannot stand between a name and what is said of it."""

_DATED = re.compile(r" (?:am|vom) \d")


class Recognition(RowTokens):
    """Finds known outlets and places among the tokens of a block."""

    def known(self, place: int) -> tuple[Entry, int] | None:
        """The known outlet that begins at a token, and the token behind it."""
        outlets = self.reader.outlets
        if self.roots[place] not in outlets.by_first:
            return None
        stop = min(place + _LONGEST, len(self.tokens))
        read = [n for n in range(place, stop) if self.kinds[n] != "sign" or self.tokens[n] in _SIGNS_OF_NAMES]
        if not read or read[0] != place:
            return None
        found = outlets.find([self.roots[n] for n in read], 0)
        if found is None:
            return None
        entry, length = found
        last = read[length - 1]
        if not self._is_written_so(entry, place, last):
            return None
        end = last + 1
        if end < len(self.tokens) and self.tokens[end] in APOSTROPHES and self.starts[end] == self.ends[last]:
            end += 1
        return entry, end

    def _is_written_so(self, entry: Entry, first: int, last: int) -> bool:
        """Whether the words of a name have the capitals that it wants."""
        if self.tokens[first][0].islower() and self.kinds[first] != "elision" and not entry.low:
            return False
        small = self.tokens[last][0].islower() and last > first
        return not small or entry.small or self.lower[last] == "online"

    def outlet(self, place: int, found: tuple[Entry, int]) -> int:
        """Add a known outlet, under the name of the one that spells itself so if there are several."""
        entry, end = found
        shown = " ".join(self.text[self.starts[place] : self.ends[end - 1]].split()).replace("'", "’")
        return self.put("O", place, end, self.reader.outlets.exact.get(shown, entry.name))

    def outlet_of(self, host: str) -> str | None:
        """The outlet behind a domain or one of its subdomains."""
        host = host.removeprefix("www.")
        known = self.reader.outlets.domains
        while host:
            if host in known:
                return known[host]
            host = host.partition(".")[2]
        return None

    def place_end(self, place: int) -> int:
        """The token behind the place or public person that is named at a token; 0 when none is."""
        for names in self.reader.places.get(self.roots[place], ()):
            end = place + len(names)
            if self.roots[place:end] == names:
                goes_on = self.upper(end) and self.kinds[end] == "word" and self.gap(end) == " "
                return 0 if goes_on and self.lower[end] not in self.words.letters else end
        return 0

    def is_outlet(self, place: int, found: tuple[Entry, int]) -> bool:
        """Whether a known name is meant as the outlet here: no place, no ordinary word, no part of a longer name."""
        entry, end = found
        lowered = self.lower[place]
        if len(entry.words) == 1:
            if (lowered in self.words.stop and not self.tokens[place].isupper()) or self.place_end(place):
                return False
            if self.is_noun_before_quote(place):
                return False
        return not (entry.wary and self._is_ordinary(place, end)) and not self._is_part(entry, end)

    def is_noun_before_quote(self, place: int) -> bool:
        """Whether a word says what the phrase in quotation marks behind it is: ``Агентство «Причал»``."""
        return self.lower[place] in self.words.nouns and self.is_quote(place + 1)

    def _is_ordinary(self, place: int, end: int) -> bool:
        """Whether a wary name is more likely an ordinary word here."""
        follows = self.text[self.ends[end - 1] : self.ends[end - 1] + 8].lstrip('»”"“')
        if place <= 1 and not self.units and (follows[:1] == ":" or not follows.strip()):
            return False  # a label, or all of the block
        if self.language == "de":
            return self._is_german_noun(place, end)
        if self.language == "ru" and end == place + 1 and not (place and self.is_quote(place - 1)):
            return follows[:1] not in (":", "(") and self.behind() not in ("k", "(", "[", "|", "/")
        alone = self.opens(place) and end == place + 1
        return self._is_longer(end) or (alone and self._is_small(place, end))

    def _is_german_noun(self, place: int, end: int) -> bool:
        """In German every noun has a capital: a wary name has to be shown by its capitals, article, town or date."""
        before = self.behind() or "."
        shouted = self.tokens[end - 1].isupper() and not self.shouted
        titled = end - place > 1 and self.lower[place] in ARTICLES and before not in ".ce"
        follows = self.text[self.ends[end - 1] : self.ends[end - 1] + 6]
        local = follows.startswith((" aus ", " (")) and follows[-1:].isupper()
        shown = before in "k([|/" and self.lower[place] not in self.words.nouns
        return not (shouted or titled or local or shown or _DATED.match(follows))

    def _is_longer(self, end: int) -> bool:
        """Whether a capitalised word goes on with a name that ends at a token."""
        return (
            self.upper(end) and self.kinds[end] == "word" and self.gap(end) == " " and self.known(end) is None
            and plain(self.tokens[end]) not in self.reader.given
        )  # fmt: skip

    def _is_small(self, place: int, end: int) -> bool:
        """Whether a sentence's first word is written small elsewhere in the digest, or an ordinary word follows."""
        if self.lower[place] in self.reader.common:
            return True
        if end >= len(self.tokens) or self.kinds[end] != "word" or not self.tokens[end][0].islower():
            return False
        return self.words.letters.get(self.lower[end], "w") not in "vsic"

    def _is_part(self, entry: Entry, end: int) -> bool:
        """Whether a known name of one word is only the beginning of a longer one (``Carnegie Endowment Weekly``)."""
        if len(entry.words) > 2 or end >= len(self.tokens) or self.gap(end) not in GAPS:  # noqa: PLR2004 -- an article and a word
            return False
        titled = len(entry.words) == 2 and entry.words[0] in ARTICLES  # noqa: PLR2004
        if len(entry.words) == 2 and not titled:  # noqa: PLR2004
            return False
        lowered = self.lower[end]
        if self.kinds[end] == "word" and self.upper(end):
            if lowered in self.words.telling or lowered in self.words.not_outlet or lowered in _BODIES:
                return True
            unknown = plain(self.tokens[end]) not in self.reader.given and self.known(end) is None
            return (titled or entry.wary) and unknown and self.place_end(end) == 0
        joined = end + 1
        while joined < min(len(self.tokens), end + 3) and self.lower[joined] in ("la", "le", "les", "l'"):
            joined += 1
        bound = titled or entry.wary or lowered in _BOUND_JOINTS
        return lowered in _JOINTS and bound and self.upper(joined)
