r"""What LaTeX does not typeset as text: comments, verbatim, ``\iffalse`` and all behind ``\end{document}``.

`hide` gives the text with the same length in which these are blanked, so that what looks for commands later need not
know them. The rules are those of LaTeX 2e (source2e, ltverbatim), listings, minted, fancyvrb, verbatim and comment.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from quotebank.draft.latex_places import Places, blank
from quotebank.draft.records import Trouble

FILLER = "\0"
"""Stands for what a comment takes out of the text, so that a key broken by one can be mended."""

_VERBATIM = (
    "verbatim", "Verbatim", "BVerbatim", "LVerbatim", "SaveVerbatim", "lstlisting", "minted", "comment",
    "filecontents", "luacode", "tcblisting", "asy", "sagesilent", "pycode", "VerbatimOut",
    "verbatimtab", "verbatimwrite",
)  # fmt: skip
_DEFINING = ("excludecomment", "lstnewenvironment", "newtcblisting", "DefineVerbatimEnvironment")
_LONGEST_VERB = 2_000


class Hidden(NamedTuple):
    """The text without what is hidden, the spans of its comments, and what does not end."""

    text: str
    comments: list[tuple[int, int]]
    troubles: list[Trouble]


def hide(text: str, places: Places) -> Hidden:
    """The text with comments as `FILLER`, and verbatim, unused branches and the rest after the end as spaces."""
    text = text.replace(FILLER, " ")
    hiding = _Hiding(text, places)
    pieces, last = [], 0
    for start, end, fill in hiding.spans():
        pieces += [text[last:start], blank(text[start:end], fill)]
        last = end
    pieces.append(text[last:])
    return Hidden("".join(pieces), hiding.comments, hiding.troubles)


class _Hiding:
    """One text being searched for what is hidden in it."""

    def __init__(self, text: str, places: Places) -> None:
        self._text = text
        self._places = places
        self.comments: list[tuple[int, int]] = []
        self.troubles: list[Trouble] = []

    def spans(self) -> Iterator[tuple[int, int, str]]:
        """Start, end and filling of each hidden stretch, in order and apart."""
        text, place, limit = self._text, 0, len(self._text)
        search = _pattern(_environments(text)).search
        while found := search(text, place, limit):
            kind = str(found.lastgroup)
            start, place = found.span()
            if kind == "comment":
                self.comments.append((start, place))
                yield start, place, FILLER
            elif kind == "address":
                yield start, place, " "
            elif kind == "last":
                # TeX reads the rest of the line that says \endinput.
                end = text.find("\n", place)
                limit = end if end >= 0 else limit
            elif kind != "escape":
                end = max(self._end(kind, found), place)
                yield start, end, " "
                place = end
        if limit < len(text):
            yield max(limit, place), len(text), " "

    def _end(self, kind: str, found: re.Match[str]) -> int:
        """Where what begins here ends."""
        text, (start, place) = self._text, found.span()
        if kind == "verb":
            return self._verb_end(found)
        if kind == "finish":
            return len(text)
        if kind == "never":
            return self._branch_end(start, place)
        name = found["environment"]
        closing = f"\\end{{{name}}}"
        end = text.find(closing, place)
        return end + len(closing) if end >= 0 else self._unclosed(start, f"{{{name}}}", f"add {closing}")

    def _verb_end(self, found: re.Match[str]) -> int:
        bar, place = found["verb"][-1], found.end()
        end = self._text.find("}" if bar == "{" else bar, place, place + _LONGEST_VERB)
        if end < 0 or "\n" in self._text[place:end]:
            return place
        return end + 1

    def _branch_end(self, start: int, place: int) -> int:
        r"""Behind the ``\fi`` or ``\else`` that ends an ``\iffalse``, conditions within it counted."""
        depth = 1
        for found in _conditions().finditer(self._text, place):
            if found[1] == "else":
                if depth == 1:
                    return found.end()
            else:
                depth += -1 if found[1] == "fi" else 1
                if depth == 0:
                    return found.end()
        return self._unclosed(start, "\\iffalse", "add \\fi")

    def _unclosed(self, start: int, what: str, hint: str) -> int:
        self.troubles.append(Trouble(self._places.spot(start), f"{what} does not end; what follows is not read", hint))
        return len(self._text)


def _environments(text: str) -> tuple[str, ...]:
    """The environments whose text is not typeset: the known, and those that the text itself defines."""
    if not any(f"\\{name}" in text for name in _DEFINING):
        return _VERBATIM
    own = re.findall(rf"\\(?:{'|'.join(_DEFINING)})\*?\s*(?:\[[^\[\]]*\])?\{{([A-Za-z]+\*?)\}}", text)
    return (*_VERBATIM, *dict.fromkeys(own))


@cache
def _pattern(environments: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(sorted({re.escape(name.rstrip("*")) for name in environments}, key=len, reverse=True))
    option = r"(?:\[[^\[\]\r\n]*+\])?"
    # It begins with one class of characters, for which the engine searches fastest.
    return re.compile(
        rf"""[%\\](?:
            (?<=%)(?P<comment>[^\r\n]*+)
          | (?P<escape>[%\\])
          | begin[ \t]*+\{{(?P<environment>(?:{names})\*?)\}}
          | (?P<verb>verb\*?[^\sA-Za-z*]|(?:lstinline|mintinline)\*?{option}(?:\{{[a-z]++\}})?[^\sA-Za-z\[])
          | (?P<never>iffalse(?![A-Za-z@]))
          | (?P<finish>end[ \t]*+\{{document\}})
          | (?P<last>endinput(?![A-Za-z@]))
          | (?P<address>(?:url|path|nolinkurl|href)\*?[ \t]*+{option}\{{[^{{}}\r\n]*+\}})
        )""",
        re.VERBOSE,
    )


@cache
def _conditions() -> re.Pattern[str]:
    return re.compile(r"\\(if(?!f(?![A-Za-z@]))[A-Za-z@]*+(?!\s*+\{)|fi|else)(?![A-Za-z@])")
