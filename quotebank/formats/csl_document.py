"""Reading a CSL-JSON document item by item, so that a bad one is a problem with its line and the rest is read."""

from codecs import BOM_UTF8, getincrementaldecoder
from collections.abc import Callable, Iterator, Mapping
from json import JSONDecodeError, JSONDecoder
from typing import Any

from quotebank.errors import BadInput
from quotebank.formats.csl_json import article_of
from quotebank.formats.csl_quick import quick_shape
from quotebank.formats.csl_reading import Shape
from quotebank.formats.parsed import MOST_RAW, Parsed, Problem, utf8_text
from quotebank.model.articles import Article

_LISTS = ("items", "references")
_TOLD_EVERY = 500
_CHUNK = 1 << 18


def read_document(data: bytes) -> Parsed:
    """The articles and problems of a document in UTF-8, with or without a byte-order mark; raises nothing."""
    articles: list[Article] = []
    problems: list[Problem] = []
    for each in stream_document(data):
        if isinstance(each, Problem):
            problems.append(each)
        else:
            articles.append(each if isinstance(each, Article) else Article.from_json(each))
    return Parsed(articles, problems)


def stream_document(
    data: bytes, progress: Callable[[int, int], None] | None = None
) -> Iterator[Article | Shape | Problem]:
    """The same, each article or problem when it is its turn; `progress` counts bytes."""
    if problem := _not_text(data):
        yield problem
        return
    reading = _Reading(_Window(data))
    for number, found in enumerate(reading.document(), 1):
        yield found
        if progress and number % _TOLD_EVERY == 0:
            progress(reading.window.read, len(data))
    if progress and len(data) > _CHUNK:
        progress(1, 1)


def _not_text(data: bytes) -> Problem | None:
    """What is wrong with the encoding; found without holding the whole text."""
    decoder = getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(data), _CHUNK):
            decoder.decode(data[start : start + _CHUNK])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        told = utf8_text(data)
        return told if isinstance(told, Problem) else None
    return None


class _Window:
    """The part of a document that is being read, as text: what comes before is dropped, what follows is fetched."""

    def __init__(self, data: bytes) -> None:
        self.text = ""
        self.read = len(BOM_UTF8) if data.startswith(BOM_UTF8) else 0
        self.line = 1
        self._data = data
        self._decoder = getincrementaldecoder("utf-8")()
        self.more(0)

    def more(self, place: int, size: int = 0) -> bool:
        """Fetch at least `size` further bytes and drop what stands before `place`; false when nothing is left."""
        if self.read >= len(self._data):
            return False
        self.line += self.text.count("\n", 0, place)
        chunk = self._data[self.read : self.read + max(size, _CHUNK)]
        self.read += len(chunk)
        self.text = self.text[place:] + self._decoder.decode(chunk, self.read >= len(self._data))
        return True

    def line_at(self, place: int) -> int:
        """The number of the line of a place in `text`."""
        return self.line + self.text.count("\n", 0, place)


class _Reading:
    def __init__(self, window: _Window) -> None:
        self.window = window
        self.place = 0
        self._quick = JSONDecoder().raw_decode
        self._careful = JSONDecoder(parse_int=_integer).raw_decode

    def document(self) -> Iterator[Article | Shape | Problem]:
        """Everything; what is no JSON is a problem, and ends it."""
        try:
            self._skip()
            if self._at("["):
                yield from self._items()
            elif self._at("{"):
                yield from self._object()
            else:
                yield self.problem(self.place, "a list of CSL-JSON items is needed")
                return
            self._skip()
            if self.place < len(self.window.text):
                yield self.problem(self.place, "more text after the end of the JSON document")
        except (JSONDecodeError, RecursionError) as failure:
            known = isinstance(failure, JSONDecodeError)
            place, why = (failure.pos, failure.msg) if known else (self.place, "too deep")  # type: ignore[union-attr]
            yield self.problem(place, f"not JSON: {why}; nothing after this was read")

    def _object(self) -> Iterator[Article | Shape | Problem]:
        """An object that holds the items, or is the only one."""
        value, end = self._decode()
        lists = [name for name in _LISTS if isinstance(value.get(name), list)]
        if not lists:
            yield self._item(value, end)
        else:
            for shape in value[lists[0]]:
                yield self._item(shape, self.place)
        self.place = end

    def _items(self) -> Iterator[Article | Shape | Problem]:
        self.place += 1
        self._skip()
        while not self._at("]"):
            value, end = self._decode()
            yield self._item(value, end)
            self.place = end
            self._skip()
            if self._at(","):
                self.place += 1
                self._skip()
            elif not self._at("]"):
                raise JSONDecodeError("a comma or ] is needed", self.window.text, self.place)
        self.place += 1

    def _decode(self) -> tuple[Any, int]:
        """The value at this place and where it ends; raises `JSONDecodeError`, `RecursionError`."""
        size = _CHUNK
        while True:
            try:
                value, end = self._value()
            except JSONDecodeError:
                if not self._more(size):
                    raise
            else:
                # A number that ends with the window may go on after it.
                if end < len(self.window.text) or not self._more(size):
                    return value, end
            size *= 2

    def _value(self) -> tuple[Any, int]:
        try:
            return self._quick(self.window.text, self.place)
        except JSONDecodeError:
            raise
        except ValueError:
            return self._careful(self.window.text, self.place)

    def _more(self, size: int = 0) -> bool:
        if not self.window.more(self.place, size):
            return False
        self.place = 0
        return True

    def _item(self, value: object, end: int) -> Article | Shape | Problem:
        if not isinstance(value, Mapping):
            return self.problem(self.place, "an item is an object", end)
        try:
            return quick_shape(value) or article_of(value)
        except BadInput as failure:
            name = value.get("citation-key") or value.get("id") or ""
            return self.problem(self.place, f"item {str(name)[:60]!r}: {failure}" if name else str(failure), end)

    def problem(self, place: int, message: str, end: int | None = None) -> Problem:
        """What is wrong at a place, and the text from there to `end`."""
        text = self.window.text
        return Problem(self.window.line_at(place), message, text[place : min(place + MOST_RAW, end or len(text))])

    def _at(self, mark: str) -> bool:
        if self.place >= len(self.window.text) and mark == "]":
            raise JSONDecodeError("the file ends too early", self.window.text, self.place)
        return self.window.text.startswith(mark, self.place)

    def _skip(self) -> None:
        while True:
            text = self.window.text
            while self.place < len(text) and text[self.place] in " \t\r\n":
                self.place += 1
            if self.place < len(text) or not self._more():
                return


def _integer(digits: str) -> int | str:
    """A whole number; one of hundreds of digits, which Python refuses, as it stands."""
    return int(digits) if len(digits) < 400 else digits  # noqa: PLR2004
