"""Namings of sources in citations: lines that are nothing else, labels, brackets, what ends a block."""

import re
from collections.abc import Iterator

from quotebank.ingest.digest.apart import is_apart, is_dateline, is_imprint, is_picture_credit
from quotebank.ingest.digest.citations import Citation, read_citation
from quotebank.ingest.digest.mentions import SURE, Ground, Mention, name_key
from quotebank.ingest.digest.people import could_be_person, named
from quotebank.ingest.digest.units import Row

_WORTH_KEEPING = 34
"""The weight under which a finding is not even kept for what the rest of the digest may add."""

_KNOWN, _STYLED = 78, 70
_BASES = {"U": 62, "Y": 52, "T": 54, "K": 44, "Q": 46, "C": 44, "L": 20, "N": 10}
"""What an outlet's unit weighs in a citation, by its letter."""

_CALLED_SO = 20
"""What "newspaper" directly behind a phrase adds."""

_LONGEST_LINE, _LONGEST_LABEL, _LONGEST_BRACKET, _LONGEST_TAIL = 260, 16, 24, 12

_VERB = re.compile(r"[vst]")
_CLOCK = re.compile(r"\d{1,2}[.:h]\d\d\s?(?:[ap]\.?m\b|Uhr|h\b)|\d\s?[ap]m\b")
_LIST_OF_OUTLETS = re.compile(r"(?:[OYT](?:-P|\(P\)).*){2}")
_DASH_LABEL = re.compile(r"e?[OKCYTQU](?:,|\()?[^.:;v-]{0,6}[DI][^.:;vs-]{0,4}-")
_STOP_LABEL = re.compile(r"[UO]\.[\"Q-]")
_ENDS_IN_BRACKET = re.compile(r"[vst].*[.\"]\([^()]+\)$")
"""A sentence with its source in brackets behind it, which is no citation itself."""

_GOES_ON = re.compile(r"\.\"-?[ewp]")
"""A sentence behind a quotation."""

_OPENING, _CLOSING = re.compile(r"[(\[]"), re.compile(r"[)\]]")
_SPEECH = re.compile(r"\"[^\"]*\"")
_QUOTES = "\"„“”«»‘'"

QUOTED_LABEL = "quoted label"
"""The frame of a label before a quotation: ``L’Équipe: "C’est historique"``."""


class Citing:
    """Looks for citations in a digest's blocks."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.rows = ground.rows
        self.language = ground.words.language

    def read(self, block: int) -> list[Mention]:
        """What lines, labels, brackets and tails of a block cite; a whole line leaves room for nothing else."""
        row = self.rows[block]
        if not row.units or is_apart(row.text) or is_dateline(row):
            return []
        line = self._line(block)
        if line and line.weight >= SURE:
            return [line]
        found = (line, self._label(block) or self._opening(block), *self._brackets(block), self._tail(block))
        return [mention for mention in found if mention]

    def _mention(self, block: int, citation: Citation, way: str, weight: int, start: int = -1) -> Mention | None:
        """The naming of a citation that is worth keeping."""
        row = self.rows[block]
        if citation.outlet is None or weight < _WORTH_KEEPING:
            return None
        unit = row.units[citation.outlet]
        shown = citation.printed or named(row, unit)
        outlet = str(unit.value) if unit.tag in "OUL" and unit.value else shown
        first, last = row.units[citation.first], row.units[citation.last - 1]
        return Mention(
            block, citation.outlet, first.start if start < 0 else start, last.end, way, way, weight, outlet, shown,
            name_key(outlet, self.language), list(dict.fromkeys(citation.authors)), citation.date, citation.issue,
            [f"cited in a {way} ({weight})"], letter=unit.tag,
        )  # fmt: skip

    def _base(self, row: Row, citation: Citation) -> int:
        """What the outlet of a citation weighs by itself; 0 when there is none."""
        if citation.outlet is None:
            return 0
        unit = row.units[citation.outlet]
        if unit.tag == "O" or (unit.tag in "UL" and unit.value):
            return _KNOWN
        if self.ground.is_styled(row, citation.outlet):
            return _STYLED
        base = _BASES.get(unit.tag, 0) + _CALLED_SO * (row.tags[citation.outlet + 1 : citation.outlet + 2] == "k")
        return base + max(-40, min(self.ground.likeness(row, citation.outlet), 24)) if base else 0

    # lines and labels ------------------------------------------------------------------------------------------------

    def _line(self, block: int) -> Mention | None:
        """A block that is a citation and nothing else."""
        row = self.rows[block]
        last = len(row.tags.rstrip(":."))
        if not last or len(row.text) > _LONGEST_LINE or row.tags.endswith(":"):
            return None
        if _ENDS_IN_BRACKET.search(row.tags, 0, last):
            return None
        citation = read_citation(row, 0, last)
        base = self._base(row, citation)
        menu = row.tags.count("|") >= 3 and not citation.typed  # noqa: PLR2004 -- Home | Archive | About | Contact
        if not base or menu or _LIST_OF_OUTLETS.match(row.tags):
            return None
        weight = base + 14 * citation.typed + 12 * citation.piped + 8 * citation.placed - 9 * max(0, citation.words - 1)
        weight += 34 * row.tags.startswith("@") + 30 * ("//" in row.tags and bool(citation.authors))
        mention = self._mention(block, citation, "line", weight - self._against_line(row, citation, last), 0)
        if mention:
            mention.end = len(row.text)
        return mention

    def _against_line(self, row: Row, citation: Citation, last: int) -> int:
        """What speaks against a block being a citation: verbs, a time of day, running text, an outlet all alone."""
        letter = row.units[citation.outlet or 0].tag
        against = 16 * len(re.findall(r"[vs]", row.tags[:last])) + 50 * bool(_CLOCK.search(row.text))
        if not citation.typed and not citation.piped:
            against += 30 if letter not in "OU" else 0 if citation.placed else 12
        if letter == "K" and not self.ground.capitals:
            against += 24
        if _GOES_ON.search(row.tags, 0, last):
            against += 40
        if citation.typed < 2 and not citation.piped:  # noqa: PLR2004
            against += 6 * max(0, sum(word[0].islower() for word in row.text.split()) - 4)
        return against

    def _label(self, block: int) -> Mention | None:
        """What stands before the first colon of a block, if that is soon."""
        row = self.rows[block]
        colon = self._label_end(row)
        if not 0 < colon <= _LONGEST_LABEL or "." in row.tags[:colon].rstrip(".") or ";" in row.tags[:colon]:
            return None
        citation = read_citation(row, 0, colon)
        base = self._base(row, citation)
        if not base or _VERB.search(row.tags, 0, colon):
            return None
        if colon + 1 >= len(row.tags):
            return self._header(block, citation, base)
        quoted = row.tags[colon + 1] in '"Q'
        weight = base + 18 * citation.typed + 10 * citation.placed + 12 * quoted - 9 * citation.words
        mention = self._mention(block, citation, "label", weight, 0)
        if mention and quoted:
            mention.frame = QUOTED_LABEL
        return mention

    @staticmethod
    def _label_end(row: Row) -> int:
        """The unit with which the label of a block ends: a colon, a dash behind a date, a full stop behind a domain."""
        colon = 1 if _STOP_LABEL.match(row.tags) else row.tags.find(":", 0, 40)
        dash = _DASH_LABEL.match(row.tags)
        return dash.end() - 1 if dash and not 0 < colon < dash.end() else colon

    def _header(self, block: int, citation: Citation, base: int) -> Mention | None:
        """A short block that ends with a colon before a quotation: ``"Outlet" (Town):``."""
        row = self.rows[block]
        if len(row.text) > 120:  # noqa: PLR2004 -- longer ones are sentences
            return None
        following = self.rows[block + 1].text[:1] if block + 1 < len(self.rows) else ""
        quoted = following != "" and following in _QUOTES
        return self._mention(block, citation, "label", base + 15 * citation.typed - 8 * citation.words + 20 * quoted, 0)

    def _opening(self, block: int) -> Mention | None:
        """A full citation with which a block begins before its text: author, title, outlet, issue, pages."""
        row = self.rows[block]
        best: Mention | None = None
        end = 0
        for _ in range(3):
            end = row.tags.find(".", end + 1, 31)
            if not 4 <= end < len(row.tags) - 2:  # noqa: PLR2004
                continue
            citation = read_citation(row, 0, end)
            base = self._base(row, citation)
            if base and citation.typed >= 2 and not _VERB.search(_SPEECH.sub("", row.tags[:end])):  # noqa: PLR2004
                found = self._mention(block, citation, "label", base + 14 * citation.typed - 9 * citation.words)
                if found and found.weight >= SURE and (best is None or found.weight > best.weight):
                    best = found
        return best

    # brackets and tails ----------------------------------------------------------------------------------------------

    def _brackets(self, block: int) -> Iterator[Mention]:
        """Brackets at the end of a sentence or of an item of a list, and at the beginning of a block."""
        row = self.rows[block]
        for match in _OPENING.finditer(row.tags):
            opening, first = match.start(), match.end()
            closing = _CLOSING.search(row.tags, first, first + _LONGEST_BRACKET + 1)
            if closing is None or closing.start() == first:
                continue
            at_start = opening == 0 and closing.end() < len(row.tags)
            if at_start or self._ends(row, opening, closing.start()):
                mention = self._bracket(block, opening, closing.start(), "label" if at_start else "bracket")
                if mention:
                    yield mention

    @staticmethod
    def _ends(row: Row, opening: int, closing: int) -> bool:
        """Whether a bracket ends a sentence, or cites a known outlet within an enumeration."""
        behind = row.tags[closing + 1 : closing + 2]
        if behind in ("", ".", ")") or (opening and row.tags[opening - 1] in '."'):
            return True
        return behind in (",", ";", ":") and "O" in row.tags[opening:closing]

    def _bracket(self, block: int, opening: int, closing: int, way: str) -> Mention | None:
        row = self.rows[block]
        first = opening + 1
        stop = row.tags.find(";", first, closing)
        last = stop if stop > first else closing
        citation = read_citation(row, first, last)
        base = self._base(row, citation)
        if not base or is_picture_credit(row, first, last) or self._is_abbreviation(row, opening, citation):
            return None
        weight = base + 15 * citation.typed - 8 * citation.words + 8 * (row.tags[opening] == "[")
        weight += 10 * bool(citation.date and self._is_last(row, opening, closing))
        weight += 16 * (self.language == "ru" and row.tags[first:last] == "Q")
        weight -= 45 * is_imprint(row, opening, first, last) + 25 * bool(_VERB.search(row.tags, first, last))
        if not citation.authors and self._signs(row, opening):
            citation.authors.append(named(row, row.units[opening - 1]))
        mention = self._mention(block, citation, way, weight, row.units[opening].start)
        if mention:
            mention.end = row.units[closing].end
        return mention

    @staticmethod
    def _is_last(row: Row, opening: int, closing: int) -> bool:
        """Whether a bracket stands by itself behind the last sentence of a block."""
        return opening > 0 and row.tags[opening - 1] in '."' and not row.tags[closing + 1 :].strip(".")

    @staticmethod
    def _signs(row: Row, opening: int) -> bool:
        """Whether the person before a bracket is its author: ``Ada Lovelace (Nature, 3 May) thinks``."""
        if not opening or row.tags[opening - 1] not in "NC" or not could_be_person(row, row.units[opening - 1]):
            return False
        return row.tags[opening - 1] == "N" or opening == 1 or row.tags[opening - 2] == "."

    def _is_abbreviation(self, row: Row, opening: int, citation: Citation) -> bool:
        """Whether a bracket only gives the short form of the words before it, a party or a place: ``(LDP)``."""
        if citation.typed or citation.outlet is None or self.ground.capitals:
            return False
        if row.units[citation.outlet].tag not in "KC":
            return False
        shown = row.shown(row.units[citation.outlet])
        before = row.text[max(0, row.units[opening].start - 80) : row.units[opening].start]
        initials = "".join(word[0] for word in re.findall(r"[^\W\d_]+", before)[-8:]).casefold()
        return len(shown) <= 6 and shown.isupper() and shown[0].casefold() in initials  # noqa: PLR2004

    def _tail(self, block: int) -> Mention | None:
        """What stands after the last sentence of a block: a bare outlet, a domain."""
        row = self.rows[block]
        end = len(row.tags.rstrip("."))
        stop = max(row.tags.rfind(".", 0, end), row.tags.rfind('."', 0, end) + 1)
        if stop <= 0 or not 1 <= end - stop - 1 <= _LONGEST_TAIL:
            return None
        first = end - len(row.tags[stop + 1 : end].lstrip('")|-/@'))
        marked = "@" in row.tags[stop:first]
        if row.tags[first:end].endswith("()"):
            end -= 2
        if first >= end or re.search(r"[vstgp(\[]", row.tags[first:end]):
            return None
        citation = read_citation(row, first, end)
        base = self._base(row, citation)
        if not base or citation.words > 1:
            return None
        weight = base + 14 * citation.typed + 6 * citation.piped - 14 * citation.words + 30 * marked
        return self._mention(block, citation, "bracket", weight + (8 if end == len(row.tags) else -6))
