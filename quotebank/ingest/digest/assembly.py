"""From namings to press items: which namings are of one item, and which stretches of the digest belong to it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, islice

from quotebank.ingest.digest.dating import Printed
from quotebank.ingest.digest.items import LONG, Item, compatible, same_date
from quotebank.ingest.digest.known_people import KnownPeople
from quotebank.ingest.digest.late_authors import bracketed_author, late_author
from quotebank.ingest.digest.late_dates import late_date
from quotebank.ingest.digest.lexicon import lexicon
from quotebank.ingest.digest.mentions import Mention, name_key
from quotebank.ingest.digest.people import expanded, named, surname
from quotebank.ingest.digest.sentences import sentence_at, sentence_ends
from quotebank.ingest.digest.stretches import goes_on, opens_back, start_of, unit_at
from quotebank.ingest.digest.style import is_below, is_report
from quotebank.ingest.digest.units import Row

_SAME_AUTHOR = re.compile(r"e?mr")
_BYLINE = re.compile(r"[ow]?N(?:(?:,|,?c)N)*\.?")
_RETURNS = re.compile(r"(?:,?[DI])*,?w?[vs]|S")
_EDITORIAL = re.compile(r"\b(?:editorial|leader|éditorial|leitartikel|передовиц|редакционн)", re.IGNORECASE)

_NEAR, _BACK, _SEEN = 14, 80, 40
"""How many units from its beginning a block's opening has; how many units and how many items are looked back."""

_DOUBT = 6
"""What an item loses in weight that only its author's return tells of."""


class Assembly:
    """Joins namings into items and gives each its stretches, block after block."""

    def __init__(
        self, rows: Sequence[Row], kinds: Sequence[str], mentions: Sequence[Sequence[Mention]], language: str = ""
    ) -> None:
        self.language = language
        self.words = lexicon(language)
        self.rows = rows
        self.kinds = kinds
        self.mentions = mentions
        self.report = is_report(rows, kinds, mentions)
        self.below = is_below(rows, kinds, mentions)
        self.items: list[Item] = []
        self.by_key: dict[tuple[str, ...], list[Item]] = {}
        self.by_surname: dict[str, list[Item]] = {}
        self.people = KnownPeople(language)
        self.current: Item | None = None
        self.waiting: list[tuple[int, int, int]] = []
        self.loose: list[tuple[int, int, int]] = []

    def read(self) -> list[Item]:
        """All items, in the order of the digest."""
        for block, row in enumerate(self.rows):
            if self.kinds[block] == "rule":
                self._leave()
            elif self.kinds[block] != "boilerplate" and row.tags:
                self._read(block)
        return [item for item in self.items if item.stretches or item.lines]

    def _read(self, block: int) -> None:
        mentions = sorted((m for m in self.mentions[block] if not self._is_of_person(m)), key=lambda m: m.start)
        if self._is_byline(block):
            return
        if mentions and mentions[0].way == "line":
            self._line(block, mentions[0])
        elif mentions := [m for m in mentions if not m.inherits or self.items or self._named_before(m)]:
            self._prose(block, mentions)
        elif self.kinds[block] == "heading":
            self._heading(block)
        else:
            self._unnamed(block)

    def _whole(self, block: int) -> tuple[int, int, int]:
        return block, 0, len(self.rows[block].text)

    def _leave(self) -> None:
        self.current = None
        self.waiting = []
        self.loose = []

    def _is_of_person(self, mention: Mention) -> bool:
        """Whether what looks like an outlet is the family name of an author met before."""
        return mention.letter == "C" and len(mention.key) == 1 and mention.key[0] in self.people.roots

    # blocks without a naming in prose --------------------------------------------------------------------------------

    def _is_byline(self, block: int) -> bool:
        """Whether a block only gives the author of the citation line above it: ``par Jeanne Doe``."""
        item, row = self.current, self.rows[block]
        if item is None or item.way != "line" or item.authors or item.stretches or not _BYLINE.fullmatch(row.tags):
            return False
        item.lines.append(self._whole(block))
        self._write(item, [named(row, unit) for unit in row.units if unit.tag == "N"])
        return True

    def _heading(self, block: int) -> None:
        item = self.current
        if item and item.way == "line" and not item.stretches and not self.below:
            item.lines.append(self._whole(block))
        else:
            self._leave()

    def _line(self, block: int, mention: Mention) -> None:
        """A citation line: the passages that wait above it are its, or those that follow."""
        item = self._cited_again(block, mention)
        if item:
            item.take(mention)
            self.people.add(item.authors)
        else:
            item = self._new(mention)
        item.lines.append(self._whole(block))
        if self.below:
            item.stretches += self.waiting
            for number, _, _ in self.waiting:
                self._look_for_author(item, number, 0, len(self.rows[number].text))
            self.waiting = []
            self.current = None
        elif self.rows[block].tags.startswith("@"):
            item.stretches += self.loose
            self.loose = []
            self.current = None
        else:
            self.current = item

    def _cited_again(self, block: int, mention: Mention) -> Item | None:
        """The item before, when a line below its text names it once more."""
        last = self.items[-1] if self.items else None
        if not self.below or last is None or last.key != mention.key or not last.stretches:
            return None
        return last if compatible(last, mention) and last.stretches[-1][0] >= block - 2 else None

    def _unnamed(self, block: int) -> None:
        whole = self._whole(block)
        if self.below and whole[2] > LONG:
            self.waiting.append(whole)
            return
        back = self._returning(block)
        if back:
            self.current = self._again(back, block)
            self.current.stretches.append(whole)
        elif self.current and self._carries(self.current, block):
            self.current.stretches.append(whole)
            self._look_for_author(self.current, *whole)
        elif self.kinds[block] == "item" or whole[2] > LONG:
            self.current = None
            self.loose.append(whole)

    def _carries(self, item: Item, block: int) -> bool:
        """Whether the current item goes on in a block that names no source."""
        if item.way == "line":
            return True
        if self.kinds[block] == "item":
            return False
        beside = bool(item.stretches) and item.stretches[-1][0] == block - 1
        return self.report or goes_on(self.rows[block], self.rows[block - 1] if block else None, item, beside=beside)

    def _last_written(self) -> Item | None:
        return next((item for item in islice(reversed(self.items), _SEEN) if item.authors), None)

    def _returning(self, block: int) -> Item | None:
        """An earlier item that a block goes back to by its author's surname alone."""
        row = self.rows[block]
        if _SAME_AUTHOR.match(row.tags):
            return self._last_written()
        for place, unit in enumerate(row.units[:12]):
            dated = "D" in row.tags[:place] and row.tags[place + 1 : place + 2] == "w"
            if unit.tag in "CN" and (dated or _RETURNS.match(row.tags, place + 1)):
                name = named(row, unit)
                for item in reversed(self.by_surname.get(surname(name), ())):
                    if any(expanded(name, [author]) == author for author in item.authors):
                        return item
        return None

    def _again(self, item: Item, block: int) -> Item:
        """The item that an author's return means: the old one, or a new one when another date is beside the name."""
        row = self.rows[block]
        date = next((unit.value for unit in row.units[: sentence_ends(row)[0]] if unit.tag == "D"), None)
        if not isinstance(date, Printed) or not date.exact or item.date is None or same_date(item.date, date):
            return item
        returned = Mention(
            block, -1, 0, 0, "after", "author returns", item.weight - _DOUBT, item.outlet, item.printed, item.key,
            list(item.authors), date, evidence=[f"{', '.join(item.authors)} returns with another date, {date.text}"],
        )  # fmt: skip
        return self._new(returned)

    # namings in prose ------------------------------------------------------------------------------------------------

    def _prose(self, block: int, mentions: list[Mention]) -> None:
        """A block that names sources: each has the stretch from its sentence's beginning to that of the next one's."""
        row = self.rows[block]
        carried = self.current
        starts = [start_of(row, mention, before) for mention, before in zip(mentions, [None, *mentions], strict=False)]
        starts = list(accumulate(starts, max))
        for number, (mention, end) in enumerate(zip(mentions, [*starts[1:], len(row.text)], strict=True)):
            item = self._item(mention)
            begin = starts[number]
            if number == 0 and begin > 0:
                begin = self._lead(block, mention, carried, begin)
            if end > begin:
                item.stretches.append((block, begin, end))
            self.current = item
            self._look_for_author(item, block, begin, end, mention.place)
            self._look_for_date(item, block, mention.place + 1, end)
        if mentions[-1].way == "bracket" and self.kinds[block] == "item":
            self.current = None

    def _lead(self, block: int, mention: Mention, carried: Item | None, first: int) -> int:
        """Where the first item of a block begins: what stands before may belong to it, to the item before, to none."""
        if mention.way == "bracket" or self.kinds[block] == "item":
            return 0
        if carried and mention.way != "before" and (self.report or opens_back(self.rows[block], carried)):
            carried.stretches.append((block, 0, first))
            return first
        return 0 if mention.way in ("before", "sentence") else first

    def _item(self, mention: Mention) -> Item:
        """The item that a naming in prose is of: a known one that agrees, or a new one."""
        mention.authors = [self.people.expanded(name) for name in mention.authors]
        if not mention.authors and mention.place < _NEAR and _SAME_AUTHOR.match(self.rows[mention.block].tags):
            before = self._last_written()
            mention.authors = list(before.authors) if before else []
        if mention.inherits:
            return self._inheriting(mention)
        item = self._known(mention)
        if item is None:
            return self._new(mention)
        item.take(mention)
        self._write(item, item.authors)
        return item

    def _known(self, mention: Mention) -> Item | None:
        """The latest item that a naming can be of."""
        alone = self.kinds[mention.block] == "item" or mention.way in ("bracket", "label")
        for item in islice(reversed(self.by_key.get(mention.key, ())), _SEEN):
            if (alone and item.block != mention.block) or not compatible(item, mention):
                continue
            cited = item is self.current and item.way == "line"
            if not cited and self._is_anew(item, mention):
                continue
            if cited or item.block == mention.block or not item.learns(mention):
                return item
        return None

    def _is_anew(self, item: Item, mention: Mention) -> bool:
        """Whether a naming in another block's first sentence says again all that is known: the item begins anew."""
        if item.block == mention.block or not (mention.date or mention.issue):
            return False
        kept_back = (item.date and not mention.date) or (item.issue and not mention.issue)
        if kept_back or (item.authors and not mention.authors):
            return False
        return mention.place < sentence_ends(self.rows[mention.block])[0]

    def _named_before(self, mention: Mention) -> Mention | None:
        """The outlet that the sentence before names without a frame, for a naming that points back to it."""
        row, item = self.rows[mention.block], self.current
        first = sentence_at(row, mention.place)[0]
        if not first or (item and item.stretches and item.stretches[-1][0] == mention.block):
            return None
        begun = sentence_at(row, first - 1)[0]
        for place in range(mention.place - 1, max(begun, mention.place - _BACK) - 1, -1):
            unit = row.units[place]
            if unit.tag in "OTQY":
                shown = named(row, unit)
                outlet = str(unit.value) if unit.value else shown
                return replace(
                    mention, inherits=False, outlet=outlet, printed=shown, key=name_key(outlet, self.language),
                    place=place, start=unit.start,
                )  # fmt: skip
        return None

    def _inheriting(self, mention: Mention) -> Item:
        """The item of a naming that only points back: the current one, or another of its outlet."""
        named_here = self._named_before(mention)
        if named_here:
            return self._item(named_here)
        before = self.current or self.items[-1]
        mention.outlet, mention.key, mention.printed = before.outlet, before.key, before.printed
        if not compatible(before, mention) or self._is_editorial(mention, before):
            return self._new(mention)
        before.take(mention)
        self._write(before, before.authors)
        return before

    def _is_editorial(self, mention: Mention, before: Item) -> bool:
        """Whether a naming is of an outlet's editorial, and the item before an author's."""
        if mention.authors or not before.authors or mention.block == before.block:
            return False
        row = self.rows[mention.block]
        first, last = sentence_at(row, mention.place)
        first, last = max(first, mention.place - _BACK), min(last, mention.place + _BACK)
        return bool(_EDITORIAL.search(row.text, row.units[first].start, row.units[last - 1].end))

    # items and their authors -----------------------------------------------------------------------------------------

    def _new(self, mention: Mention) -> Item:
        item = Item.of(mention)
        self.items.append(item)
        if item.key:
            self.by_key.setdefault(item.key, []).append(item)
        self._write(item, item.authors)
        return item

    def _write(self, item: Item, authors: list[str]) -> None:
        """Make people the authors of an item."""
        item.authors = authors
        self.people.add(authors)
        for name in authors:
            theirs = self.by_surname.setdefault(surname(name), [])
            if item not in theirs[-1:]:
                theirs.append(item)

    def _look_for_author(self, item: Item, block: int, begin: int, end: int, place: int = 0) -> None:
        """Give an item without author the one that its stretch names behind the unit `place`."""
        if item.authors:
            return
        row = self.rows[block]
        last = unit_at(row, end)
        if item.way == "bracket":
            group = bracketed_author(row, unit_at(row, begin), last, self.words)
        else:
            group = late_author(row, max(place, 0), last, self.words)
        if group:
            self._write(item, [self.people.expanded(named(row, row.units[n])) for n in group])
            item.evidence.append(f"{', '.join(item.authors)} writes in its passage")

    def _look_for_date(self, item: Item, block: int, place: int, end: int) -> None:
        """Give an item without date and issue those that its stretch gives it."""
        if item.date or item.issue or item.way in ("bracket", "line"):
            return
        row = self.rows[block]
        item.date, item.issue = late_date(row, max(place, 0), unit_at(row, end))
        if item.date or item.issue:
            item.evidence.append(f"its passage gives {item.issue or (item.date and item.date.text)!r}")
