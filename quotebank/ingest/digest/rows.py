"""Makes the row of a block: its pieces read from left to right, each put under one letter.

`quotebank.ingest.digest.row_tokens` holds the pieces, `recognition` knows outlets and places, `phrases` finds where a
capitalised phrase ends, `row_dates` reads dates; here is what each kind of piece becomes.
"""

import re

from quotebank.ingest.digest import dating
from quotebank.ingest.digest.phrases import NAME_PARTICLES, PARTICLES
from quotebank.ingest.digest.row_dates import RowDates
from quotebank.ingest.digest.row_tokens import ARTICLES, BOUND, GAPS, ISSUE_WORDS, QUOTES, Reader
from quotebank.ingest.digest.units import Row, Unit

_SIGNS = {
    ",": ",", ";": ";", ":": ":", ".": ".", "!": ".", "?": ".", "…": ".", "(": "(", ")": ")", "[": "[", "]": "]",
    "|": "|", "/": "/", "–": "-", "—": "-", "-": "-", "−": "-", "·": "|", "•": "|", "→": "|", "►": "|", "&": "&",
    "¦": "|", "+": "&", "↗": "|", "‖": "|",
}  # fmt: skip

_CLOSING = {"«": "»", "»": "«", "„": '“”"', "“": '”“"', '"': '"”“', "‹": "›", "›": "‹"}
"""The quotation marks that close each opening one; typists mix them."""

_SOURCE_WORDS = frozenset("quelle quellen source sources источник источники".split())  # noqa: SIM905 -- a list of words

_TITLES = {"fr": ("le", "la", "les"), "en": ("the",), "de": ("der", "die", "das")}
_FOREIGN_TITLES = ("el", "il", "la", "le", "the", "die", "der")
"""Articles that begin a title when they are written large in the middle of a sentence."""

_LONGEST = 8
"""How many tokens a name in quotation marks or italics may have."""

_FIRST = ("word", "elision", "initial", "number", "domain")
"""What such a name may begin with."""


def row_of(reader: Reader, text: str) -> Row:
    """The row of a block's text."""
    return _RowMaker(reader, text).row()


class _RowMaker(RowDates):
    """The making of one row, from left to right; each method takes the token to read and gives the next one."""

    def row(self) -> Row:
        place, count = 0, len(self.tokens)
        readings, units = self.readings, self.units
        while place < count:
            reading = readings[place]
            if reading == "w" and units:
                first = place
                while place < count and readings[place] == "w":
                    place += 1
                self.put("w", first, place)
            elif not reading or not units:
                place = self._token(place)
            elif reading == "A":
                place = self._capitalised(place)
            elif reading in "FV":
                place = (reading == "F" and self._cue_phrase(place)) or self._small(place)
            else:
                units.append(Unit(reading, self.starts[place], self.ends[place]))
                place += 1
        return Row(self.text, tuple(units), "".join([unit.tag for unit in units]))

    def _token(self, place: int) -> int:
        kind = self.kinds[place]
        if kind == "word":
            return self._word(place)
        if kind == "sign":
            return self._sign(place)
        if kind == "number":
            return self.number(place)
        if kind == "elision":
            return self._elision(place)
        if kind == "initial":
            known = self.known(place)
            return self.outlet(place, known) if known and not known[0].wary else self.phrase(place)
        return self._address(place, kind)

    def _address(self, place: int, kind: str) -> int:
        """A domain, a web address, the target of a link, a possessive ending, or what has no letter of its own."""
        if kind == "domain":
            return self.put("U", place, place + 1, self.outlet_of(self.lower[place]))
        if kind == "url":
            host = re.sub(r"^https?://(?:www\.)?|[/?#].*$", "", self.lower[place])
            return self.put("L", place, place + 1, self.outlet_of(host))
        if kind == "link":
            return place + 1
        return self.put("S" if kind == "possessive" else "w", place, place + 1)

    # signs -----------------------------------------------------------------------------------------------------------

    def _sign(self, place: int) -> int:
        sign = self.tokens[place]
        if sign in "*_":
            return self._styled(place)
        if sign == "[" and (end := self._link(place)):
            return end
        if sign in QUOTES:
            return self._quoted(place)
        if sign in "#№" and (issue := dating.issue_at(self.text, self.starts[place])):
            return self.until("I", place, *issue)
        if sign == ".":
            return self._full_stop(place)
        tag = _SIGNS.get(sign)
        return self.put(tag, place, place + 1) if tag else place + 1

    def _full_stop(self, place: int) -> int:
        """A full stop ends a sentence, unless it belongs to an abbreviation or an ordinal."""
        before = self.lower[place - 1] if place and self.ends[place - 1] == self.starts[place] else ""
        following = self.text[self.ends[place] : self.ends[place] + 3].strip()
        address = place + 1 < len(self.kinds) and self.kinds[place + 1] in ("domain", "url")
        if before in self.words.abbreviations or (before and following[:1].islower() and not address):
            return place + 1
        ordinal = self.language == "de" and before.isdigit() and len(before) < 3 and following  # noqa: PLR2004
        return place + 1 if ordinal else self.put(".", place, place + 1)

    def _styled(self, place: int) -> int:
        """A short phrase between asterisks or underscores; the marks alone are passed over."""
        mark, tokens = self.tokens[place], self.tokens
        first = place
        while first < min(len(tokens), place + 3) and tokens[first] == mark:
            first += 1
        last = first
        while last < min(len(tokens), first + 12) and tokens[last] not in ("*", "_"):
            last += 1
        closed = first < last < len(tokens) and tokens[last] == mark and self.starts[first] == self.ends[first - 1]
        if not closed or not self._nameable(first, last) or "," in tokens[first:last]:
            return first
        while last - 1 > first and self.kinds[last - 1] in ("sign", "possessive") and tokens[last - 1] not in ")]…!?":
            last -= 1
        self._named("Y", first, last)
        return last

    def _link(self, place: int) -> int:
        """The text of a Markdown link: one unit when it is a name, its words when longer; 0 when it is no link."""
        last = self._link_end(place, _LONGEST + 1)
        if not last:
            return place + 1 if self._link_end(place, 60) else 0
        first, end = place + 1, last
        while first < end and self.tokens[first] in "*_":
            first += 1
        while end > first and self.tokens[end - 1] in "*_":
            end -= 1
        inner = self.tokens[first:end]
        if not self._nameable(first, end) or any(piece in "*_," for piece in inner):
            return place + 1
        self._named("Y", first, end)
        return last + 1

    def _link_end(self, place: int, furthest: int) -> int:
        """The token with the target of the link that begins at a bracket; 0 when none comes soon."""
        stop = min(len(self.kinds), place + furthest + 1)
        try:
            return self.kinds.index("link", place + 1, stop)
        except ValueError:
            return 0

    def _quoted(self, place: int) -> int:
        """A short capitalised phrase in quotation marks, else the mark alone."""
        sign, tokens = self.tokens[place], self.tokens
        first = last = place + 1
        while last < min(len(tokens), place + _LONGEST + 1) and tokens[last] not in QUOTES:
            last += 1
        closing = last
        while first < last and tokens[first] in "*_" and tokens[last - 1] in "*_":
            first, last = first + 1, last - 1
        if first < last < len(tokens) and tokens[closing : closing + 1] and tokens[closing] in _CLOSING.get(sign, ""):
            glued = self.starts[place + 1] - self.ends[place] <= (1 if sign == "«" else 0)
            if glued and tokens[last - 1] not in (",", ".", "!", "?", "…") and self._nameable(first, last):
                self._named("Q", first, last)
                return closing + 1
        return self.put('"', place, place + 1)

    def _nameable(self, first: int, last: int) -> bool:
        """Whether some tokens could be a name: short, beginning with a capital, without a sentence's signs."""
        if not first < last <= first + _LONGEST or self.kinds[first] not in _FIRST:
            return False
        if self.tokens[first][0].islower() and self.kinds[first] != "domain":
            article = self.lower[first] in ARTICLES or self.kinds[first] == "elision"
            if not article or first + 1 >= last or not self.upper(first + 1):
                return False
        if self.kinds[first] == "number" and last == first + 1:
            return False
        words = [n for n in range(first, last) if self.kinds[n] == "word" and self.tokens[n][0].islower()]
        small = sum(self.lower[n] not in PARTICLES for n in words)
        return small < 4 and not any(token in (";", ":", ".", "|") for token in self.tokens[first : last - 1])  # noqa: PLR2004

    def _named(self, tag: str, first: int, last: int) -> None:
        """Add a styled phrase: a known outlet when it is one."""
        found = self.known(first)
        if (not found or found[1] != last) and self.lower[first] in ARTICLES and first + 1 < last:
            found = self.known(first + 1)
        if found and (found[1] == last or self.tokens[found[1]] == "/"):
            self.outlet(first, (found[0], last))
        elif tag == "Y" and self.is_person(first, last):
            self.put("N", first, last)
        elif self.kinds[first] == "domain" and last == first + 1:
            self.put("U", first, last, self.outlet_of(self.lower[first]))
        else:
            self.put(tag, first, last)

    # words -----------------------------------------------------------------------------------------------------------

    def _word(self, place: int) -> int:
        token, lowered = self.tokens[place], self.lower[place]
        numbered = lowered in self.words.issue or lowered in ISSUE_WORDS
        if numbered and (issue := dating.issue_at(self.text, self.starts[place])):
            return self.until("I", place, *issue)
        if end := self.calendar(place) or self._cue_phrase(place):
            return end
        if token[0].isupper() or BOUND.match(token):
            return self._capitalised(place)
        if not token[0].islower():
            return self._small(place)
        if not self.units and lowered in NAME_PARTICLES and self.upper(place + 1):
            return self.phrase(place)
        known = self.known(place)
        return self.outlet(place, known) if known and known[0].low and not known[0].wary else self._small(place)

    def _small(self, place: int) -> int:
        """A small word by its letter; one that is both noun and verb is the noun behind an article or a date."""
        lowered = self.lower[place]
        letter = self.words.letters.get(lowered, "w")
        if letter in "vs" and lowered in self.words.nouns and self.behind() in tuple("emDS"):
            letter = self.words.nouns[lowered]
        return self.put(letter, place, place + 1)

    def _cue_phrase(self, place: int) -> int:
        """A cue of several words; 0 when none begins here."""
        for rest, letter in self.words.phrases.get(self.lower[place], ()):
            end = place + 1 + len(rest)
            if self.lower[place + 1 : end] == rest:
                return self.put(letter, place, end)
        return 0

    def _elision(self, place: int) -> int:
        if end := self._cue_phrase(place):
            return end
        first = self.lower[place][0]
        if self.upper(place + 1):
            found = self.known(place)
            if found and not found[0].wary:
                return self.outlet(place, found)
            if self.upper(place) and first == "l" and not self.opens(place):
                return self.put("T", place, self.phrase_end(place + 1))
        return self.put({"l": "e", "d": "o"}.get(first, "w"), place, place + 1)

    def _capitalised(self, place: int) -> int:
        """A capitalised word: a known outlet, a title, a cue, an ordinary word, a place, or the first of a phrase."""
        if self.lower[place] in _SOURCE_WORDS and self.tokens[place + 1 : place + 2] == [":"]:
            return self.put("@", place, place + 2)
        found = self.known(place)
        if found and self.is_outlet(place, found):
            return self.outlet(place, found)
        if not self.opens(place) and self._is_title(place):
            return self._title(place)
        return self._unknown(place)

    def _unknown(self, place: int) -> int:
        """A capitalised word that is no outlet and no title."""
        if letter := self._cue(place):
            return self.put(letter, place, place + 1)
        if end := self.place_end(place):
            return self.put("P", place, end)
        if self.lower[place] in self.words.peoples and self.phrase_end(place) == place + 1:
            return self.put("P", place, place + 1)
        return self.phrase(place)

    def _title(self, place: int) -> int:
        """A phrase with a capital article, and the person behind it if there is one."""
        end = self.phrase_end(place + 1)
        split = self.split(place + 1, end)
        self.put("T", place, split or end)
        if split:
            self.typed(split, end)
        return end

    def _is_title(self, place: int) -> bool:
        """Whether a capital article in the middle of a sentence begins a title: ``titre Le Fanal``."""
        lowered = self.lower[place]
        if lowered not in _TITLES.get(self.language, ()) and lowered not in _FOREIGN_TITLES:
            return False
        if self.shouted or not self.is_name_word(place + 1) or self.gap(place + 1) not in GAPS:
            return False
        return self.language != "de" or not self.tokens[place].isupper()

    def _cue(self, place: int) -> str:
        """The letter of a capitalised word that is no name; ``""`` when it is one."""
        lowered, words, opens = self.lower[place], self.words, self.opens(place)
        letter = words.letters.get(lowered) or self.compound(place)
        if letter and self._is_cue(place, letter, opens=opens):
            return letter
        ordinary = lowered in words.stop or (opens and lowered in self.reader.common)
        if ordinary and (opens or not self.tokens[place].isupper()) and not self._goes_on(place):
            return "w"
        if lowered.endswith("-based"):
            return "w"
        return words.nouns[lowered] if self.is_noun_before_quote(place) else ""

    def _is_cue(self, place: int, letter: str, *, opens: bool) -> bool:
        """Whether a capitalised word is a cue all the same: a noun in German, an office, or the first of a sentence."""
        if self.tokens[place].isupper() and len(self.tokens[place]) > 1 and not self.shouted:
            return opens and letter in "eiao"
        if letter in "gr":
            return True
        if letter in "kx":
            return opens or self.language == "de"
        return opens or letter in "ei"

    def _goes_on(self, place: int) -> bool:
        """Whether a capitalised word stands directly after this one, as in a name."""
        if self.lower[place] in self.words.stop:
            return False
        return self.is_name_word(place + 1) and self.gap(place + 1).isspace()
