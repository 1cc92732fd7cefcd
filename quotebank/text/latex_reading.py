r"""LaTeX of bibliographies as plain text: ``Vz{\cyrya}`` and ``M{\"u}ller``, ``50\% off`` and ``\emph{TASS}``.

What every manager writes is turned into the characters it prints, by tables of our own (`quotebank.text.latex_tables`).
Commands nobody knows stay as they stand, arguments and all, and are told; so does mathematics. A per cent sign is text
here, as it is for BibTeX. `decode` undoes `quotebank.text.latex.escape` exactly.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple
from unicodedata import normalize

from quotebank.text import latex_tables as tables

_GRAMMAR = r"""
    \\(?P<word>[A-Za-z]+)\*?(?P<space>[ \t\n]*)   # a command of letters and the space that ends its name
  | \\(?P<sign>.)                                 # a command of one sign
  | (?P<math>\$[^$\n]+\$)
  | (?P<dashes>-{2,})
  | (?P<quotes>``|'')
  | (?P<brace>[{}])
  | (?P<tie>~)
  | (?P<text>[^\\{}$~`'-]+|.)
"""
_ESCAPED = "&%$#_{}"
_VERBATIM = ("url", "nolinkurl", "path")
"""Commands that print their argument as it stands, whatever it would mean elsewhere (the package url)."""

_SPACES = " ,;:!~@\n\t\\"
_SIGN_ACCENTS = "`'^~=.\""
_DEEPEST = 60
"""Groups within groups that are still read; deeper ones are left as they are."""


class Decoded(NamedTuple):
    """Plain text, and the commands that were left in it, each once."""

    text: str
    unknown: tuple[str, ...] = ()


def decode(text: str) -> Decoded:
    """The plain text of a field's LaTeX; linear in its length, total, and the inverse of `latex.escape`."""
    if (
        "\\" not in text
        and "{" not in text
        and "}" not in text
        and "~" not in text
        and "$" not in text
        and "--" not in text
        and "``" not in text
        and "''" not in text
    ):
        return Decoded(text)
    reading = _Reading(text)
    shown = reading.run()
    if not reading.unknown:
        return Decoded(shown)
    return Decoded(shown, tuple(dict.fromkeys(reading.unknown)))


def verbatim(text: str) -> str:
    r"""The value of a field that TeX reads as it stands: braces and ``\url{}`` around it go, escapes in it too."""
    text = text.strip()
    if "\\" not in text and "{" not in text:
        return text
    found = re.fullmatch(r"\\(?:url|path|nolinkurl)\s*\{(.*)\}", text, re.DOTALL)
    text = found[1] if found else text
    while text[:1] == "{" and text[-1:] == "}":
        text = text[1:-1]
    text = re.sub(r"\\(?:textasciitilde|~)(?:\{\})?", "~", text)
    return re.sub(r"\\([_%&#$])", r"\1", text)


@cache
def _tokens() -> re.Pattern[str]:
    return re.compile(_GRAMMAR, re.VERBOSE | re.DOTALL)


class _Reading:
    """One text being read, token by token; `unknown` gathers what nobody knows."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.unknown: list[str] = []
        self.place = 0
        self.depth = 0

    def run(self) -> str:
        return "".join(self._until_brace(top=True))

    def _until_brace(self, *, top: bool = False) -> Iterator[str]:
        """What is printed up to the brace that closes this group, or to the end."""
        text, match = self.text, _tokens().match
        while self.place < len(text):
            found = match(text, self.place)
            assert found is not None
            start, self.place = self.place, found.end()
            if found.lastgroup == "brace":
                if found[0] == "{":
                    yield self._group()
                elif not top:
                    return
                # A closing brace too many prints nothing.
            else:
                yield self._token(found, start)

    def _group(self) -> str:
        """A group that was just opened; one too deep as it stands."""
        if self.depth >= _DEEPEST:
            return ""
        self.depth += 1
        shown = "".join(self._until_brace())
        self.depth -= 1
        return shown

    def _plain(self, kind: str, text: str) -> str:
        if kind == "dashes":
            return {2: "–", 3: "—"}.get(len(text), text)
        if kind == "quotes":
            return "“" if text == "``" else "”"
        if kind == "math":
            self.unknown.append("$…$")
            return text
        return " " if kind == "tie" else text

    def _sign(self, sign: str, start: int) -> str:
        if sign in _SIGN_ACCENTS:
            return self._accent(sign, start)
        if sign in _ESCAPED:
            return sign
        if sign in _SPACES:
            return " "
        if sign in tables.SYMBOLS:
            return tables.SYMBOLS[sign]
        self.unknown.append(f"\\{sign}")
        return f"\\{sign}"

    def _word(self, word: str, space: str, start: int) -> str:
        if word in tables.ACCENTS:
            return self._accent(word, start)
        for table in (tables.LETTERS, tables.CYRILLIC, tables.SYMBOLS):
            if word in table:
                self._empty_group()
                return table[word]
        if word in tables.SWITCHES:
            return "" if word != "selectlanguage" else self._argument()[:0]
        return self._formatted(word, space)

    def _formatted(self, word: str, space: str) -> str:
        """What a command prints of its argument."""
        if word in _VERBATIM and self.text.startswith("{", self.place):
            end = self._closing(self.place)
            shown, self.place = self.text[self.place + 1 : end].removesuffix("}"), end
            return re.sub(r"\\([_%&#$])", r"\1", shown)
        if word in tables.UNWRAPPED:
            return self._argument()
        if word in tables.QUOTED:
            before, after = tables.QUOTED[word]
            return f"{before}{self._argument()}{after}"
        if word in tables.SECOND:
            self._argument()
            return self._argument()
        return self._unknown(word, space)

    def _unknown(self, word: str, space: str) -> str:
        """A command nobody knows, as it stands; its arguments, which follow at once, are read as text of their own."""
        self.unknown.append(f"\\{word}")
        arguments = []
        while self.text.startswith("{", self.place):
            end = self._closing(self.place)
            arguments.append(self.text[self.place : end])
            self.place = end
        return f"\\{word}{space}{''.join(arguments)}"

    def _closing(self, start: int) -> int:
        """The place behind the brace that closes the one at `start`; the end of the text when none does."""
        depth, place = 0, start
        for found in re.finditer(r"\\.|[{}]", self.text[start:], re.DOTALL):
            depth += {"{": 1, "}": -1}.get(found[0], 0)
            if depth == 0:
                place = start + found.end()
                break
        return place if place > start else len(self.text)

    def _accent(self, command: str, start: int) -> str:
        """A letter with its accent; without a letter the command is left as it stands."""
        self._skip_space()
        letter = self._argument()
        mark = tables.ACCENTS[command]
        if not letter:
            # \~{} is a tilde, \^{} a circumflex: people write them so.
            if self.text.startswith("{}", self.place - 2) and command in ("~", "^"):
                return command
            self.unknown.append(self.text[start : start + 2])
            return self.text[start : self.place]
        base = {"ı": "i", "ȷ": "j"}.get(letter[0], letter[0])
        return normalize("NFC", base + mark) + letter[1:]

    def _argument(self) -> str:
        """What follows: a group, a command, or one character; nothing where commands stand in commands too deep."""
        self._skip_space()
        found = _tokens().match(self.text, self.place)
        if found is None or found[0] == "}" or self.depth >= _DEEPEST:
            return ""
        if found.lastgroup == "text":
            self.place += 1
            return found[0][0]
        start, self.place = self.place, found.end()
        self.depth += 1
        shown = self._group() if found[0] == "{" else self._token(found, start)
        self.depth -= 1
        return shown

    def _token(self, found: re.Match[str], start: int) -> str:
        """What a token prints that is no brace."""
        if found["word"]:
            return self._word(found["word"], found["space"], start)
        if found.lastgroup == "sign":
            return self._sign(found["sign"], start)
        return self._plain(str(found.lastgroup), found[0])

    def _skip_space(self) -> None:
        while self.text[self.place : self.place + 1] in (" ", "\t", "\n"):
            self.place += 1

    def _empty_group(self) -> None:
        if self.text.startswith("{}", self.place):
            self.place += 2
