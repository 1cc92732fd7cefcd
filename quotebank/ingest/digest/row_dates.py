"""Numbers and dates in the row of a block, with the prepositions and the words for issues that belong to them."""

from quotebank.ingest.digest import dating
from quotebank.ingest.digest.phrases import Phrases
from quotebank.ingest.digest.row_tokens import GAPS
from quotebank.ingest.digest.units import Unit

_DATE_PREPOSITIONS = frozenset(
    """on of dated from du le de daté ce cette am vom den dem от за this last late early since en date
    в во""".split()  # noqa: SIM905 -- a list of words
)
"""Words before a date that belong to it."""


class RowDates(Phrases):
    """Finds dates and issue numbers among the tokens of a block."""

    def until(self, tag: str, place: int, value: object, end: int) -> int:
        """Add one unit of all tokens that begin before the character `end`."""
        last = place + 1
        while last < len(self.starts) and self.starts[last] < end:
            last += 1
        self.units.append(Unit(tag, self.starts[place], max(end, self.ends[last - 1]) if tag == "I" else end, value))
        return last

    def number(self, place: int) -> int:
        """Add a number as the date or issue that it begins, or as itself; gives the token behind it."""
        start = self.starts[place]
        if date := dating.date_at(self.text, start, self.words):
            return self._date(place, *date)
        if self.behind() in tuple("OCKYQN") and self.units[-1].end >= start - 2:
            issue = dating.bare_issue_at(self.text, start)
            if issue:
                return self.until("I", place, *issue)
        return self.put("n", place, place + 1)

    def _date(self, place: int, printed: dating.Printed, end: int) -> int:
        self._drop_preposition()
        return self.until("D", place, printed, end)

    def _drop_preposition(self) -> None:
        """Take the preposition of a date ("on", "du", "en date du") for a part of it."""
        while self.behind() in tuple("weoi"):
            before = self.units[-1]
            words = self.text[before.start : before.end].split()
            kept = len(words)
            while kept and words[kept - 1].lower() in _DATE_PREPOSITIONS:
                kept -= 1
            if kept:
                if kept < len(words) and before.tag == "w":
                    self.units[-1] = Unit("w", before.start, before.start + len(" ".join(words[:kept])))
                return
            self.units.pop()

    def calendar(self, place: int) -> int:
        """A word that is a date or begins one; 0 when it is none."""
        token, lowered, words = self.tokens[place], self.lower[place], self.words
        day = lowered.removesuffix("ausgabe").removesuffix("s") if lowered.endswith("ausgabe") else ""
        if day in words.weekdays:  # Mittwochsausgabe
            return self.put("D", place, place + 1, dating.Printed(token, weekday=words.weekdays[day]))
        if lowered in words.weekdays and self._is_named_after(place):
            return self.phrase(place)
        known = lowered in words.weekdays or lowered in words.relative or lowered in words.seasons
        if (known or dating.month_number(token)) and (date := dating.date_at(self.text, self.starts[place], words)):
            return self._date(place, *date)
        if self._is_month_alone(place):
            return self.put("D", place, place + 1, dating.Printed(token, month=dating.month_number(token)))
        return 0

    def _is_named_after(self, place: int) -> bool:
        """Whether a weekday is part of a name: ``the Sunday Halfpenny``, ``Vendredi Soir``."""
        following = place + 1
        if not self.upper(following) or self.kinds[following] != "word" or self.gap(following) not in GAPS:
            return False
        if dating.month_number(self.tokens[following]):
            return False
        if self.language == "fr":
            return self.upper(place)
        if self.language != "en" or self.behind() not in ("e", "w"):
            return False
        before = self.units[-1]
        return self.text[before.start : before.end].lower().endswith("the")

    def _is_month_alone(self, place: int) -> bool:
        """Whether a month's name stands for a monthly's issue: ``October’s Ravelin``, ``the June Ravelin``."""
        token = self.tokens[place]
        if len(token) < 3 or not dating.month_number(token) or place + 1 >= len(self.tokens):  # noqa: PLR2004
            return False
        if self.tokens[place + 1] == ")" and self.tokens[place - 1] in (",", "("):
            return self.language in ("fr", "ru") or not token.islower()
        if token.islower():
            return self.language == "fr" and self._is_french_month(place)
        if self.kinds[place + 1] == "possessive":
            return True
        following = self.tokens[place + 1]
        monthly = following[0].isupper() or self.words.letters.get(following.lower()) in ("x", "k")
        return self.behind() in ("e", "i") and self.kinds[place + 1] == "word" and monthly

    def _is_french_month(self, place: int) -> bool:
        """Whether a month follows an outlet's name: ``Les Cahiers du Golfe de mars, ...``."""
        if self.lower[place - 1] not in ("de", "d'") or self.tokens[place + 1] not in (",", ".") or len(self.units) < 2:  # noqa: PLR2004
            return False
        if self.units[-2].tag not in "OCTYQ":
            return False
        self._drop_preposition()
        return self.behind() in tuple("OCTYQ")
