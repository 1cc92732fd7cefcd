"""Reading quotebank's own JSON, entry by entry, so that each problem has its line and the rest is still read."""

import re
from collections.abc import Mapping
from json import JSONDecodeError, JSONDecoder

from quotebank.errors import BadInput
from quotebank.formats.parsed import MOST_RAW, Parsed, Problem, utf8_text
from quotebank.formats.quotebank_json import BESIDE
from quotebank.model.articles import Article
from quotebank.model.fields import as_text, mapping, texts
from quotebank.model.quotes import Quote

_SHAPE = 'a JSON object {"articles": [...], "quotes": [...]} is needed'
_LONGEST_NUMBER = 400
"""Digits of a number; no field holds one, and Python refuses those of thousands."""


class _BrokenError(Exception):
    """The text stops being JSON at `place`; nothing after it can be read."""

    def __init__(self, place: int, message: str) -> None:
        super().__init__(message)
        self.place = place


class _Document:
    """A document being read: its text, and what was found in it so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.records: list[Article | Quote] = []
        self.beside: dict[str, list[Mapping[str, object]]] = {}
        self.problems: list[Problem] = []
        self._seen: dict[str, str] = {}
        self._flaws: list[str] = []
        self._counted_place, self._counted_line = 0, 1
        self._space = re.compile(r"[ \t\n\r]*")
        self._decode = JSONDecoder(
            object_pairs_hook=self._object,
            parse_constant=self._constant,
            parse_int=self._integer,
            parse_float=self._number,
        ).raw_decode

    def problem(self, place: int, message: str, end: int | None = None) -> None:
        """Note what is wrong at `place`, with the text from there to `end`, or to the end of its line."""
        if place < self._counted_place:
            self._counted_place, self._counted_line = 0, 1
        self._counted_line += self.text.count("\n", self._counted_place, place)
        self._counted_place = place
        if end is None:
            end = self.text.find("\n", place)
            end = len(self.text) if end < 0 else end
        self.problems.append(Problem(self._counted_line, message, self.text[place : min(end, place + MOST_RAW)]))

    def read(self) -> None:
        """Read the whole: an object with two arrays, in either order, and nothing else."""
        place = self._skip(0)
        if self.text[place : place + 1] != "{":
            self._value(place)
            self.problem(place, _SHAPE)
            return
        place = self._skip(place + 1)
        sections: list[str] = []
        if self.text[place : place + 1] == "}":
            place += 1
        else:
            place = self._members(place, sections)
        if not sections:
            self.problem(0, f"neither articles nor quotes: {_SHAPE}")
        if (place := self._skip(place)) < len(self.text):
            self.problem(place, "more text after the end of the JSON document")

    def _members(self, place: int, sections: list[str]) -> int:
        while True:
            name, after = self._value(place)
            if not isinstance(name, str):
                raise _BrokenError(place, "a name in double quotes is needed")
            start = self._skip(self._expect(self._skip(after), ":"))
            place = self._section(name, place, start, sections)
            place = self._skip(place)
            if self.text[place : place + 1] == "}":
                return place + 1
            place = self._skip(self._expect(place, ","))

    def _section(self, name: str, named_at: int, place: int, sections: list[str]) -> int:
        """One member of the document, from its value at `place`; where it ends."""
        if name not in ("articles", "quotes", *BESIDE):
            end = self._value(place)[1]
            self.problem(named_at, f"{name[:40]!r}: only articles, quotes, {', '.join(BESIDE)} are expected here", end)
            return end
        if name in sections:
            self.problem(named_at, f"{name}: given twice")
        first = name not in sections
        sections.append(name)
        if self.text[place : place + 1] != "[":
            end = self._value(place)[1]
            self.problem(place, f"{name}: a list is needed", end)
            return end
        return self._array(name, place + 1, wanted=first)

    def _array(self, name: str, place: int, *, wanted: bool) -> int:
        place, number = self._skip(place), 0
        if self.text[place : place + 1] == "]":
            return place + 1
        while True:
            self._flaws.clear()
            shape, end = self._value(place)
            if wanted:
                self._entry(f"{name}[{number}]", name, shape, (place, end))
            number += 1
            place = self._skip(end)
            if self.text[place : place + 1] == "]":
                return place + 1
            place = self._skip(self._expect(place, ","))

    def _entry(self, where: str, name: str, shape: object, span: tuple[int, int]) -> None:
        try:
            if name in BESIDE:
                self.beside.setdefault(name, []).append(self._kept(name, shape))
            else:
                self.records.append(self._record(where, name, shape))
        except BadInput as failure:
            self.problem(span[0], _within(where, str(failure)), span[1])

    def _record(self, where: str, name: str, shape: object) -> Article | Quote:
        if self._flaws:
            raise BadInput(self._flaws[0])
        if name == "articles":
            article = Article.from_json(shape)
            self._once(f"{where}.key", "key", article.key)
            return article
        quote = Quote.from_json(shape)
        if not quote.article:
            raise BadInput("article: the key of its article is needed")
        self._once(f"{where}.id", "id", quote.id)
        return quote

    def _kept(self, name: str, shape: object) -> Mapping[str, object]:
        """A record of another table than those of articles and quotes."""
        if self._flaws:
            raise BadInput(self._flaws[0])
        if name == "aliases":
            raw = mapping(shape, "alias")
            return {**raw, "names": list(texts(raw, "names"))}
        if name == "searches":
            raw = mapping(shape, "search")
            if not all(as_text(raw, "search", ("name", "query")).get(part) for part in ("name", "query")):
                raise BadInput("search: a name and a query are needed")
            return raw
        raw = mapping(shape, "outlet")
        if not as_text(raw, "outlet", ("name",)).get("name"):
            raise BadInput("outlet.name: a name is needed")
        domains = {"domains": list(texts(raw, "domains"))} if raw.get("domains") else {}
        return {**raw, "variants": list(texts(raw, "variants")), **domains}

    def _once(self, where: str, kind: str, name: str) -> None:
        if name and (first := self._seen.setdefault(f"{kind} {name}", where)) != where:
            raise BadInput(f"{kind}: {name!r} is already that of {first.rpartition('.')[0]}")

    def _value(self, place: int) -> tuple[object, int]:
        """The JSON value at `place`, and where it ends."""
        try:
            return self._decode(self.text, place)
        except JSONDecodeError as failure:
            raise _BrokenError(failure.pos, failure.msg) from None
        except RecursionError:
            raise _BrokenError(place, "nested too deep") from None

    def _skip(self, place: int) -> int:
        """The first place from `place` on that is no white space."""
        found = self._space.match(self.text, place)
        return found.end() if found else place

    def _expect(self, place: int, mark: str) -> int:
        if self.text[place : place + 1] != mark:
            raise _BrokenError(place, f"{mark!r} is needed")
        return place + 1

    def _object(self, pairs: list[tuple[str, object]]) -> dict[str, object]:
        made = dict(pairs)
        if len(made) != len(pairs):
            names = [name for name, _ in pairs]
            self._flaws.append(f"{next(name for name in names if names.count(name) > 1)}: given twice")
        return made

    def _constant(self, name: str) -> None:
        self._flaws.append(f": {name} is no number that JSON has")

    def _integer(self, digits: str) -> int:
        if len(digits) > _LONGEST_NUMBER:
            self._flaws.append(f": a number of {len(digits)} digits is too long")
            return 0
        return int(digits)

    def _number(self, digits: str) -> float:
        number = float(digits)
        if number in (float("inf"), float("-inf")):
            self._flaws.append(f": {digits[:40]} is too large a number")
        return number


def read_document(data: bytes) -> Parsed:
    """The records and problems of a document, as UTF-8 with or without a byte-order mark; raises nothing."""
    text = utf8_text(data)
    if isinstance(text, Problem):
        return Parsed((), (text,))
    document = _Document(text)
    try:
        document.read()
    except _BrokenError as broken:
        at_end = broken.place >= len(text.rstrip())
        end = " (the file ends too early)" if at_end else ""
        document.problem(broken.place, f"not JSON: {broken}{end}; nothing after this was read")
    return Parsed(tuple(document.records), tuple(document.problems), document.beside)


def _within(where: str, message: str) -> str:
    """`message` with the entry it is about: ``article.title: ...`` becomes ``articles[3].title: ...``."""
    for kind in ("article", "quote", "outlet"):
        if message.startswith((f"{kind}.", f"{kind}: an object")):
            return where + message[len(kind) :]
    return f"{where}{message}" if message.startswith(":") else f"{where}.{message}"
