"""A JSON document walked entry by entry, so that what comes before a mistake in it is read, and each has its line."""

from collections.abc import Container, Iterator
from json import JSONDecodeError, JSONDecoder
from typing import NamedTuple

from quotebank.formats.parsed import MOST_RAW, Problem

_LONGEST_NUMBER = 400
_INFINITE = ("inf", "-inf")


class Entry(NamedTuple):
    """A value of a document, the line it begins on, and what stands there, cut as a problem shows it."""

    value: object
    line: int
    raw: str


class Entries:
    """The entries of a JSON text: those of a list, of the lists called `lists` in an object, or the object itself.

    What else an object with such a list holds is in `beside` when its turn has come, which is before the list in files
    that say it first. Lists and objects that follow one another are read too.
    """

    def __init__(self, text: str, lists: Container[str], needed: str) -> None:
        self.text = text
        self.beside: dict[str, object] = {}
        self._lists = lists
        self._needed = needed
        self._place = 0
        self._decode = JSONDecoder(parse_int=_integer, parse_float=_number, parse_constant=str).raw_decode
        self._counted = (0, 1)

    def read(self) -> Iterator[Entry | Problem]:
        """Every entry in its order; what is no JSON is a problem, and ends it. Raises nothing."""
        try:
            self._skip()
            if self.text[self._place : self._place + 1] not in ("{", "["):
                yield Problem(self._line(self._place), self._needed, self.text[self._place : self._place + 200])
                return
            while self._place < len(self.text):
                yield from self._list() if self._at("[") else self._object()
        except JSONDecodeError as failure:
            raw = self.text[failure.pos : failure.pos + 200] or self.text[self._place : self._place + 200]
            yield Problem(failure.lineno, f"not JSON: {failure.msg}; nothing after this was read", raw)
        except RecursionError:
            raw = self.text[self._place : self._place + 200]
            yield Problem(
                self._line(self._place), "values too deep within one another; nothing after this was read", raw
            )

    def _list(self) -> Iterator[Entry | Problem]:
        self._over("[")
        while not self._at("]"):
            start = self._place
            value = self._value()
            yield self._entry(value, start)
            self._comma("]")
        self._over("]")

    def _object(self) -> Iterator[Entry | Problem]:
        start = self._place
        members: dict[str, object] = {}
        is_list = False
        self._over("{")
        while not self._at("}"):
            name = str(self._value())
            self._over(":")
            if name in self._lists and self._at("["):
                is_list = True
                yield from self._list()
            else:
                members[name] = self.beside[name] = self._value()
            self._comma("}")
        self._over("}")
        if not is_list:
            yield self._entry(members, start)

    def _entry(self, value: object, start: int) -> Entry:
        return Entry(value, self._line(start), self.text[start : min(self._place, start + MOST_RAW)].rstrip())

    def _value(self) -> object:
        value, self._place = self._decode(self.text, self._place)
        self._skip()
        return value

    def _comma(self, end: str) -> None:
        if self._at(","):
            self._over(",")
        elif not self._at(end):
            raise JSONDecodeError(f"a comma or {end} is needed", self.text, self._place)

    def _over(self, mark: str) -> None:
        if not self._at(mark):
            raise JSONDecodeError(f"{mark} is needed", self.text, self._place)
        self._place += 1
        self._skip()

    def _at(self, mark: str) -> bool:
        if self._place >= len(self.text):
            raise JSONDecodeError("the file ends too early", self.text, self._place)
        return self.text[self._place] == mark

    def _skip(self) -> None:
        while self._place < len(self.text) and self.text[self._place] in " \t\n\r":
            self._place += 1

    def _line(self, place: int) -> int:
        counted, line = self._counted if self._counted[0] <= place else (0, 1)
        line += self.text.count("\n", counted, place)
        self._counted = (place, line)
        return line


def _integer(digits: str) -> int | str:
    """A whole number; one of hundreds of digits, which Python refuses, as it stands."""
    return int(digits) if len(digits) < _LONGEST_NUMBER else digits


def _number(digits: str) -> float | str:
    """A number; one too large for a float, which JSON could not say again, as it stands."""
    number = float(digits)
    return digits if repr(number) in _INFINITE else number
