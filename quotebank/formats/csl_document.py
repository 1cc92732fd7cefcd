"""Reading a CSL-JSON document item by item, so that a bad one is a problem with its line and the rest is read."""

from collections.abc import Mapping
from json import JSONDecodeError, JSONDecoder

from quotebank.errors import BadInput
from quotebank.formats.csl_json import article_of
from quotebank.formats.parsed import MOST_RAW, Parsed, Problem, utf8_text
from quotebank.model.articles import Article

_LISTS = ("items", "references")


def read_document(data: bytes) -> Parsed:
    """The articles and problems of a document in UTF-8, with or without a byte-order mark; raises nothing."""
    text = utf8_text(data)
    if isinstance(text, Problem):
        return Parsed((), (text,))
    reading = _Reading(text)
    try:
        reading.document()
    except (JSONDecodeError, RecursionError) as failure:
        place, why = (failure.pos, failure.msg) if isinstance(failure, JSONDecodeError) else (reading.place, "too deep")
        reading.problem(place, f"not JSON: {why}; nothing after this was read")
    return Parsed(reading.articles, reading.problems)


class _Reading:
    def __init__(self, text: str) -> None:
        self.text = text
        self.place = 0
        self.articles: list[Article] = []
        self.problems: list[Problem] = []
        self._decode = JSONDecoder(parse_int=_integer).raw_decode
        self._lines = (0, 1)

    def document(self) -> None:
        self._skip()
        if self._at("["):
            self._items()
        elif self._at("{"):
            self._object()
        else:
            self.problem(self.place, "a list of CSL-JSON items is needed")
            return
        self._skip()
        if self.place < len(self.text):
            self.problem(self.place, "more text after the end of the JSON document")

    def _object(self) -> None:
        """An object that holds the items, or is the only one."""
        start = self.place
        value, end = self._decode(self.text, start)
        lists = [name for name in _LISTS if isinstance(value.get(name), list)]
        if not lists:
            self._item(value, start, end)
            self.place = end
            return
        for shape in value[lists[0]]:
            self._item(shape, start, start)
        self.place = end

    def _items(self) -> None:
        self.place += 1
        self._skip()
        while not self._at("]"):
            value, end = self._decode(self.text, self.place)
            self._item(value, self.place, end)
            self.place = end
            self._skip()
            if self._at(","):
                self.place += 1
                self._skip()
            elif not self._at("]"):
                raise JSONDecodeError("a comma or ] is needed", self.text, self.place)
        self.place += 1

    def _item(self, value: object, start: int, end: int) -> None:
        if not isinstance(value, Mapping):
            self.problem(start, "an item is an object", end)
            return
        try:
            self.articles.append(article_of(value))
        except BadInput as failure:
            name = value.get("citation-key") or value.get("id") or ""
            self.problem(start, f"item {str(name)[:60]!r}: {failure}" if name else str(failure), end)

    def problem(self, place: int, message: str, end: int | None = None) -> None:
        """Note what is wrong at a place, and the text from there to `end`."""
        counted, line = self._lines if self._lines[0] <= place else (0, 1)
        line += self.text.count("\n", counted, place)
        self._lines = (place, line)
        last = min(place + MOST_RAW, len(self.text) if end is None else end)
        self.problems.append(Problem(line, message, self.text[place:last]))

    def _at(self, mark: str) -> bool:
        if self.place >= len(self.text) and mark == "]":
            raise JSONDecodeError("the file ends too early", self.text, self.place)
        return self.text.startswith(mark, self.place)

    def _skip(self) -> None:
        while self.place < len(self.text) and self.text[self.place] in " \t\r\n":
            self.place += 1


def _integer(digits: str) -> int | str:
    """A whole number; one of hundreds of digits, which Python refuses, as it stands."""
    return int(digits) if len(digits) < 400 else digits  # noqa: PLR2004
