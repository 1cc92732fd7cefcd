"""The articles of a bank found by what they are: by address, DOI, title, or place among an outlet's."""

from collections.abc import Iterator
from itertools import groupby, islice
from operator import itemgetter
from typing import Any

from quotebank.bank.marks import PARTS, sound_mark
from quotebank.bank.view_rows import Brief, storable

MOST_ALIKE = 32
"""Articles that are looked at for one mark: what more share, an outlet's unsigned news of a day, is no likeness."""

_BRIEF = "SELECT key, outlet, authors, date, tags FROM articles"
_LAST = "\U0010ffff"


class ArticleMarks:
    """The part of the key view that looks articles up by their marks (see `quotebank.bank.marks`)."""

    def _rows(self, sql: str, *values: object) -> list[Any]:
        raise NotImplementedError

    def briefs(self) -> list[Brief]:
        """Every article in a line, by key."""
        rows = self._rows(f"{_BRIEF} ORDER BY key")
        return [Brief.from_row(row) for row in rows]

    def alike(self, mark: str, *values: str | int) -> list[Brief]:
        """A few articles with one of these values of a mark: ``address``, ``doi``, ``title`` or ``shelf``."""
        sql = f"{_BRIEF} WHERE {mark} IN ({{}}) LIMIT {MOST_ALIKE}"
        wanted = [value if isinstance(value, int) else storable(value) for value in values]
        return [Brief.from_row(row) for row in self._rows(sql.format(",".join("?" * len(wanted))), *wanted)]

    def shelved(self, start: str) -> list[Brief]:
        """Articles whose shelf begins with a text, a bounded number of them: those of a month, say."""
        low = storable(start)
        sql = f"{_BRIEF} WHERE shelf >= ? AND shelf < ? LIMIT {MOST_ALIKE}"
        return [Brief.from_row(row) for row in self._rows(sql, low, low + _LAST)]

    def sharing(self, mark: str) -> Iterator[list[str]]:
        """The keys of the articles that share a value of a mark, group by group; the ends of long ones left out."""
        rows = self._rows(
            f"SELECT {mark}, key FROM articles WHERE {mark} IN "
            f"(SELECT {mark} FROM articles WHERE {mark} IS NOT NULL GROUP BY {mark} HAVING count(*) > 1) "
            f"ORDER BY {mark}, key"
        )
        for _, group in groupby(rows, itemgetter(0)):
            yield [key for _, key in islice(group, MOST_ALIKE)]

    def has_outlet(self, name: str) -> bool:
        """Whether an article is filed under just this name; yes too if very many are under names that sound like it."""
        alike = self.shelved(f"{sound_mark(name)}{PARTS}")
        return len(alike) >= MOST_ALIKE or any(brief.outlet == name for brief in alike)

    def outlets(self) -> list[str]:
        """Each outlet once, in one of the spellings that sound alike; the number of articles does not matter."""
        sql = "SELECT shelf, outlet FROM articles WHERE shelf >= ? ORDER BY shelf LIMIT 1"
        found: list[str] = []
        rows = self._rows(sql, "")
        while rows:
            shelf, outlet = rows[0]
            found += [outlet] if outlet else []
            rows = self._rows(sql, f"{shelf.partition(PARTS)[0]}{PARTS}{_LAST}")
        return found
