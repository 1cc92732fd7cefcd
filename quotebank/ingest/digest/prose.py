"""Namings of sources in prose: the frames that fit, each weighed by what stands in it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from quotebank.ingest.digest.apart import is_apart, spoken
from quotebank.ingest.digest.frames import Frame, Scanner
from quotebank.ingest.digest.mentions import Ground, Mention, name_key
from quotebank.ingest.digest.people import named
from quotebank.ingest.digest.tokens import plain
from quotebank.ingest.digest.units import Row

_STYLED = {"K": 24, "Y": 12, "T": 22, "Q": 16, "U": 30, "N": -30}
"""What the letter of an unknown phrase adds to the weight of its frame."""

_ABBREVIATION = 5
"""Up to how many letters a word in capitals is an abbreviation."""

_CONTEXT = 24
"""How many units before a phrase are looked at."""

_UNQUOTED = 20
"""What speaks against an unknown name without quotation marks in Russian, where outlets stand in them."""

_PERSONAL = frozenset((
    "reports OUTLET", "OUTLET reports", "subject", "subject in clause", "verb first", "says OUTLET", "subject, says",
    "OUTLET says", "opens a block",
))  # fmt: skip
"""Frames in which a person stands as easily as an outlet."""

_FRONTED = re.compile(r"(?:^|[.;\"\n])[ij][em]?k?e?[OCQYKT](?:\([^()]*\))?(?:,?[DI])*,$")
"""A sentence that begins "In OUTLET,": who comes then writes there."""

_BEING = frozenset(
    """is was were are will be been est sont était étaient sera fut ist war waren wird wurde wurden sind был была были
    будет закрылся закрылась""".split()  # noqa: SIM905 -- a list of words
)
"""What the subject of a sentence about an outlet goes on with."""

_OFFICIAL = re.compile(r"g[PCw.]?[NC]\($")
_SPEECH_BEHIND = re.compile(r",-?w?[vs]")
_DATE_BEHIND = re.compile(r"(?:,|\(|,?o|,?i)?e?[DI]|\(I")
_DATE_BEFORE = re.compile(r"[DI]S?o?e?$")
_INHERITED = re.compile(r"e?m[kx]|(?:^|[.;]\"?)(eDx)|i[ep]?D?x(?=o?D)|(?:[ivp][ep]?|w)Dx")
_FRENCH_TAIL = re.compile(r"(?:[eo]?w){1,2}(?=\((?:D|I|[^()]{0,3}D)|,?D|,I)")
_SECOND_NAME = re.compile(r"[c&]C(?:[,.:;D(]|v|$)")
_SLOT = re.compile(r"[jai][em]?k?e?$")
_WIDE_SLOT = re.compile(r"[jaikvo][em]?k?e?$")


class Prose:
    """Looks for namings in the prose of a digest's blocks."""

    def __init__(self, ground: Ground, scanner: Scanner) -> None:
        self.ground = ground
        self.words = ground.words
        self.language = ground.words.language
        self.scanner = scanner
        self._seen: dict[tuple[int, int], tuple[int, int]] = {}

    def read(self, blocks: Sequence[int]) -> dict[int, list[Mention]]:
        """What frames find in some blocks, in the order of the text; each phrase by its weightiest frame."""
        readable = [n for n in blocks if not is_apart(self.ground.rows[n].text)]
        speech = {n: [edge for span in spoken(self.ground.rows[n]) for edge in span] for n in readable}
        best: dict[tuple[int, int], tuple[int, Frame]] = {}
        for frame, number, place in self.scanner.scan([self.ground.rows[n].tags for n in readable]):
            block = readable[number]
            if bisect_left(speech[block], place) % 2:
                continue
            weight = self._weight(block, place, frame)
            if weight > 0 and ((block, place) not in best or weight > best[block, place][0]):
                best[block, place] = weight, frame
        found: dict[int, list[Mention]] = {n: [] for n in blocks}
        for block, place in sorted(best):
            found[block].append(self._mention(block, place, *best[block, place]))
        return found

    def bare(self, block: int) -> Iterator[Mention]:
        """Known outlets of a block in no frame at all, for blocks where nothing else is found."""
        row = self.ground.rows[block]
        for place, unit in enumerate(row.units):
            loud = unit.tag == "K" and self.ground.capitals and unit.end - unit.start > _ABBREVIATION
            if unit.tag == "O" or loud or (unit.tag == "U" and (unit.value or place < 3)):  # noqa: PLR2004 -- at its beginning
                shown = named(row, unit)
                outlet = str(unit.value or shown)
                yield Mention(
                    block, place, unit.start, unit.end, "after", "named", 62, outlet, shown,
                    name_key(outlet, self.language),
                    evidence=["a known outlet in a paragraph that names no other"], letter=unit.tag,
                )  # fmt: skip

    def inherited(self, block: int) -> Iterator[Mention]:
        """Where a block goes on with an outlet named before: "the same daily", "its editorial of May 30"."""
        row = self.ground.rows[block]
        for match in _INHERITED.finditer(row.tags):
            first, place = row.units[match.start()], match.end() - 1
            shown = row.text[first.start : row.units[place].end].lstrip('. ;"')
            yield Mention(
                block, place, first.start, row.units[place].end, "after", "inherited", 70, printed=shown, inherits=True,
                evidence=[f"{shown!r} stands for the outlet named before"],
            )  # fmt: skip

    # weighing --------------------------------------------------------------------------------------------------------

    def _weight(self, block: int, place: int, frame: Frame) -> int:
        """How surely a frame makes a source of the phrase at a place; 0 when it does not."""
        row = self.ground.rows[block]
        unit = row.units[place]
        known = unit.tag == "O" or (unit.tag == "U" and unit.value is not None)
        if known or self.ground.is_styled(row, place):
            topic = frame.name == "subject, any verb" and self._is_topic(row, place)
            return 0 if topic else frame.known - 8 * (not known)
        if not frame.unknown or unit.tag not in frame.letters or self._is_ruled_out(row, place, frame):
            return 0
        if (block, place) not in self._seen:
            self._seen[block, place] = self._printing(row, place), self._likeness(row, place)
        printing, likeness = self._seen[block, place]
        return frame.unknown + likeness + printing + self._style(row, place) + self._doubt(row, place, frame, printing)

    def _is_ruled_out(self, row: Row, place: int, frame: Frame) -> bool:
        """Whether a frame that fits means something else for an unknown phrase: a person, an official's party."""
        letter = row.units[place].tag
        before = row.tags[max(0, place - _CONTEXT) : place]
        if letter == "C" and frame.name in _PERSONAL and _FRONTED.search(before):
            return True
        if frame.name == "author (outlet)":
            return _OFFICIAL.search(before) is not None
        if frame.name == "opens a block":
            return letter == "C" and self.language in ("ru", "de")
        if frame.name == "role":
            return letter in "CN" and before.endswith("r")
        return frame.name == "kind" and letter == "C" and before.endswith("rk")

    def _style(self, row: Row, place: int) -> int:
        """What the look of an unknown phrase says."""
        unit = row.units[place]
        weight = _STYLED.get(unit.tag, 0) + 12 * (unit.tag == "T" and self.language == "fr")
        if unit.tag == "Q" and _SPEECH_BEHIND.match(row.tags, place + 1):
            weight -= 45
        if unit.tag == "K":
            weight += -44 if unit.end - unit.start <= _ABBREVIATION else 14 if self.ground.capitals else -34
        return weight

    def _doubt(self, row: Row, place: int, frame: Frame, printing: int) -> int:
        """What speaks against an unknown phrase in frames that people and other bodies stand in too."""
        unit = row.units[place]
        doubt = 0
        if frame.name.startswith("fronted") and any(map(self.ground.is_telling, map(plain, row.shown(unit).split()))):
            doubt += 14
        personal = self._is_personal(row, place)
        if frame.name in _PERSONAL:
            doubt -= (8 if printing else 18) * personal
            doubt -= 12 * (self.language == "de" and unit.tag == "C" and not printing)
        if frame.name == "newspaper behind" and unit.tag == "C" and " " not in row.shown(unit):
            doubt -= 24
        if frame.name == "article in" and personal and row.tags[place - 1] == "o":
            doubt -= 24
        return doubt

    def _is_topic(self, row: Row, place: int) -> bool:
        """Whether a sentence is about an outlet and not from it: "The BBC was fined", "Le Monde est racheté"."""
        end = row.units[place].end
        following = row.text[end : end + 20].split(None, 1)
        return bool(following) and following[0].strip(",").lower() in _BEING

    def _is_personal(self, row: Row, place: int) -> bool:
        """Whether an unknown phrase might as well be a person: two words or more, no article, nothing telling."""
        unit = row.units[place]
        words = row.shown(unit).split()
        if unit.tag != "C" or not 2 <= len(words) <= 4 or row.tags[place - 1 : place] in ("e", "k"):  # noqa: PLR2004
            return False
        if words[0].lower() == "the" or "&" in words:
            return False
        return not any(self.ground.is_telling(plain(word)) for word in words)

    def _printing(self, row: Row, place: int) -> int:
        """Whether the verb beside a phrase is one of those that papers do and hardly anybody else."""
        for near in (place + 1, place + 2, place - 1, place - 2):
            verb = row.units[near] if 0 <= near < len(row.units) else None
            if verb and verb.tag == "v" and row.shown(verb).lower() in self.words.print_verbs:
                return 14
        return 0

    def _likeness(self, row: Row, place: int) -> int:
        """How much a phrase and what stands directly beside it speak for an outlet."""
        unit = row.units[place]
        after_kind = row.tags[place - 1 : place] == "k" and place > 0
        score = self.ground.likeness(row, place) + 22 * after_kind
        dated = _DATE_BEHIND.match(row.tags, place + 1) or _DATE_BEFORE.search(row.tags[max(0, place - 3) : place])
        if dated and unit.tag in "CKQYT":
            score += 14
        if self.language == "de" and re.match(r" aus [^\W\d_a-z]", row.text[unit.end : unit.end + 6]):
            score += 30
        if unit.tag != "C":
            return score
        if self.language == "ru":
            return score - _UNQUOTED * (not after_kind)
        if self.language in ("en", "fr") and row.tags[max(0, place - 2) : place] in ("e", ".e"):
            score += 10
        if " " in row.shown(unit):
            return score - 4 * (self.language == "de")
        return score - (0 if after_kind else 26 if self.language == "de" else 4)

    # the mention -----------------------------------------------------------------------------------------------------

    def _mention(self, block: int, place: int, weight: int, frame: Frame) -> Mention:
        row = self.ground.rows[block]
        unit = row.units[place]
        last = self._last_unit(row, place)
        end = row.units[last].end
        shown = named(row, unit) if last == place else " ".join(row.text[unit.start : end].split())
        outlet = str(unit.value) if unit.tag in "OU" and unit.value and last == place else shown
        return Mention(
            block, place, unit.start, end, frame.way, frame.name, weight, outlet, shown,
            name_key(outlet, self.language),
            evidence=[f"{frame.gloss} (frame {frame.name!r}, {weight})"], letter=unit.tag,
        )  # fmt: skip

    def _last_unit(self, row: Row, place: int) -> int:
        """The unit with which an outlet's name ends: ``L'Œil du greffier (17 février)``, ``Cités et Champs``."""
        before = row.tags[max(0, place - 5) : place]
        letter = row.units[place].tag
        tail = _FRENCH_TAIL.match(row.tags, place + 1) if self.language == "fr" and letter in "TCO" else None
        if tail and _WIDE_SLOT.search(before):
            return tail.end() - 1
        if letter in "CO" and _SECOND_NAME.match(row.tags, place + 1) and _SLOT.search(before):
            return place + 2
        return place
