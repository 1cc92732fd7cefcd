"""What a reader hands back: the records it could read, and every problem with those it could not."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from quotebank.model.articles import Article
    from quotebank.model.quotes import Quote

MOST_RAW = 2000
"""Characters of a bad entry that a problem shows."""


_PLACE = "#"
"""No citation key has this sign."""


def place_of(number: int) -> str:
    """What a quote's `article` says when its article has no key: the place (from 0) among the articles it came with."""
    return f"{_PLACE}{number}"


def number_of(article: str) -> int | None:
    """The place that `place_of` wrote; None for a key."""
    number = article.removeprefix(_PLACE)
    return int(number) if number != article and number.isdecimal() else None


class Problem(NamedTuple):
    """One thing wrong with a file: its `line` (from 1), what is wrong, and the entry as it stands there.

    `raw` is cut after `MOST_RAW` characters. `mended` says that the record was read all the same and nothing of it is
    lost: a writer should look, but need not do anything.
    """

    line: int
    message: str
    raw: str = ""
    mended: bool = False


class Parsed(NamedTuple):
    """Records in the order of the file, and problems in that order too.

    A quote's `article` is the key of one of the articles, or its place among them (`place_of`).

    `beside` is what a bank keeps beside them, by table, where a format holds it: ``outlets`` with their other spellings
    (``{"name", "variants"}``), ``aliases`` (``{"names"}``) and saved ``searches`` (``{"name", "query"}``).
    """

    records: "Sequence[Article | Quote]" = ()
    problems: Sequence[Problem] = ()
    beside: Mapping[str, Sequence[Mapping[str, object]]] = MappingProxyType({})

    @property
    def articles(self) -> "list[Article]":
        """The articles among the records."""
        from quotebank.model.articles import Article

        return [record for record in self.records if isinstance(record, Article)]

    @property
    def quotes(self) -> "list[Quote]":
        """The quotes among the records."""
        from quotebank.model.quotes import Quote

        return [record for record in self.records if isinstance(record, Quote)]


def utf8_text(data: bytes) -> str | Problem:
    """The text of a file in UTF-8, with or without a byte-order mark; a problem where it is in another encoding."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        line = data.count(b"\n", 0, failure.start) + 1
        return Problem(line, f"not UTF-8 text: byte {failure.start} cannot be read")
