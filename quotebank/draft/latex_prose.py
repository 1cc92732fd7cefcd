r"""The running text of a LaTeX manuscript, character for character where it stands, and spaces where markup stands.

Quotation marks show as what is printed: ``\enquote{x}``, csquotes' other commands and the environments of quotations
become “x”, with the marks where the braces were; so do ````x''``. Accents and signs become their characters. What
stands inside a word and prints nothing, like the brace of ``{T}ASS``, becomes a soft hyphen (U+00AD), so that the word
stays one for whoever compares words.
"""

import re
from collections.abc import Mapping
from functools import cache

from quotebank.draft.latex_arguments import GROUP, SPACE, deeper
from quotebank.draft.latex_hidden import FILLER
from quotebank.draft.latex_places import blank
from quotebank.text import latex_tables as tables

INSIDE = "\xad"
"""Fills what prints nothing inside a word."""

_ARGUMENTS = {
    1: """
        label ref eqref pageref autoref cref Cref nameref vref fref Vref labelcref crefrange cpageref subref input
        include includegraphics includeonly subfile bibliography bibliographystyle addbibresource addglobalbib
        usepackage RequirePackage documentclass vspace hspace url nolinkurl path href hyperref color pagestyle
        thispagestyle hypersetup geometry graphicspath selectlanguage index glossary setcitestyle bibpunct
        pagenumbering bibitem usetikzlibrary tikzset pgfplotsset lstset newcounter stepcounter refstepcounter arabic
        roman Roman alph Alph value hphantom vphantom phantom textcolor foreignlanguage foreigntextquote
        foreignquote hyphenquote foreignblockquote hyphenblockquote hyphentextquote fontsize hyphenation includepdf
        newlabel citestyle ExecuteBibliographyOptions fontfamily cmidrule cline lstinputlisting verbatiminput
        DeclareUnicodeCharacter textlang colorbox parbox raisebox setmainfont setsansfont setmonofont
        setmainlanguage setotherlanguage
    """,
    2: """
        setlength addtolength setcounter addtocounter definecolor newtheorem rule settowidth settoheight import
        subimport includefrom subincludefrom inputfrom fcolorbox numberwithin counterwithin defcitealias
        DeclareMathOperator multicolumn multirow resizebox
    """,
    3: """
        addcontentsline newenvironment renewenvironment titleformat
    """,
}
"""Commands that print nothing of their first arguments, by how many these are."""

_FORMATTING = frozenset(("em", "it", "bf", "sl", "sc", "tt", "rm", "emph", "so", "hl", "st"))
_QUOTING = frozenset(
    """
    enquote textquote blockquote mkbibquote foreignquote hyphenquote foreigntextquote hyphentextquote foreignblockquote
    hyphenblockquote hybridblockquote textcquote blockcquote foreigntextcquote hyphentextcquote foreignblockcquote
    hyphenblockcquote hybridblockcquote
    """.split()  # noqa: SIM905 - a list of words is easier to read so
)
_QUOTING_ENVIRONMENTS = frozenset(
    "quote quotation displayquote displaycquote foreigndisplayquote foreigndisplaycquote".split()  # noqa: SIM905
)
_NOT_PROSE = frozenset(
    """
    equation align gather multline eqnarray displaymath math flalign alignat dmath tikzpicture thebibliography
    pspicture picture algorithmic algorithm2e forest filecontents pgfpicture IEEEeqnarray
    """.split()  # noqa: SIM905
)
_ARGUED = {
    "tabular": 1, "longtable": 1, "supertabular": 1, "array": 1, "minipage": 1, "multicols": 1, "tabularx": 2,
    "tabulary": 2, "wrapfigure": 2, "adjustwidth": 2, "spacing": 1, "otherlanguage": 1, "subfigure": 1, "tblr": 1,
    "foreigndisplayquote": 1, "list": 2,
}  # fmt: skip
_FORMATS, _QUOTED, _ITEM = "formats", "quoted", "item"
"""Commands that format what follows, that quote it, and ``\\item``, whose option is printed."""
_KEPT = {"&": "\x01", "{": "\x02", "}": "\x03"}
"""Escaped signs while those that are not escaped are being replaced."""

_OPTION = r"\[(?:[^\[\]{}\\]++|\\.|\{[^{}]*+\})*+\]"


def prose_of(text: str, spans: Mapping[int, int]) -> str:
    """The prose of a text from which comments and verbatim are blanked; `spans` are commands that print none of theirs.

    The result has the length of the text and its line ends.
    """
    writing = _Writing(text, spans)
    writing.run(max(0, text.find("\\begin{document}")))
    return _typeset(_marked("".join(writing.pieces), writing.closings))


class _Writing:
    """A text being blanked, token by token; braces are left to the end, and `closings` are those that end a quotation.

    Each method that reads a token adds to the pieces what is printed from its start on, and gives where that ends.
    """

    def __init__(self, text: str, spans: Mapping[int, int]) -> None:
        self.pieces: list[str] = []
        self.closings: dict[int, str] = {}
        self._text = text
        self._spans = spans
        self._ends: list[int] = []
        self._absent: set[str] = set()

    def run(self, begin: int) -> None:
        """Fills the pieces; what stands before `begin` is no prose."""
        text, append, spans = self._text, self.pieces.append, self._spans
        readings = {"name": self._command, "sign": self._sign, "environment": self._environment, "math": self._other}
        last = self._blank(0, begin)
        for found in _tokens().finditer(text):
            start = found.start()
            if start < last:
                continue
            if start > last:
                append(text[last:start])
            if start in spans and found["name"] not in _QUOTING:
                last = self._blank(start, spans[start])
                if found["environment"]:
                    self._open(found["environment"])
            else:
                last = readings[found.lastgroup or "math"](found, start)
        append(text[last:])

    def _blank(self, start: int, end: int) -> int:
        self.pieces.append(blank(self._text[start:end]))
        return end

    def _print(self, shown: str, start: int, end: int) -> int:
        """What the text from `start` to `end` prints, filled up to its length."""
        self.pieces.append(shown[: end - start] + INSIDE * (end - start - len(shown)))
        return end

    def _other(self, found: re.Match[str], start: int) -> int:
        return self._blank(start, found.end())

    def _command(self, found: re.Match[str], start: int) -> int:
        name, end = found["name"], found.end()
        if start in self._spans:
            return self._quoted(start, self._spans[start])
        kind = _kinds().get(name)
        if kind is None:
            if self._text.startswith(("[", "*"), end):
                end = _behind(_options(), self._text, end)
            return self._blank(start, end)
        if isinstance(kind, int):
            end = _behind(_argued(kind), self._text, end)
            return self._quoted(start, end) if name in _QUOTING else self._blank(start, end)
        return self._known(name, kind, start, end)

    def _known(self, name: str, kind: str, start: int, end: int) -> int:
        """A command that prints a sign, an accent on a letter, quotation marks, or formats a word."""
        text = self._text
        if kind == _QUOTED:
            return self._quoted(start, end)
        if kind == _FORMATS:
            inside = start > 0 and text[start - 1].isalnum() and text.startswith("{", end)
            return self._print("", start, end) if inside else self._blank(start, end)
        if kind == _ITEM:
            option = _behind(_one_option(), text, end)
            if option > end:
                self.closings[option - 1] = " "
                end += 1
            return self._blank(start, end)
        if name in tables.ACCENTS:
            return self._accent(kind, start, end) or self._blank(start, end)
        end = end + 2 if text.startswith("{}", end) else _behind(_blanks(), text, end)
        return self._print(kind, start, end)

    def _quoted(self, start: int, end: int) -> int:
        r"""What csquotes quotes: behind ``*`` and options stands a brace; it and its partner become marks."""
        place = _behind(_options(), self._text, end)
        end = _behind(_group(), self._text, place)
        if end == place:
            return self._blank(start, place)
        while self._ends and self._ends[-1] <= place:
            self._ends.pop()
        opening, closing = "‘’" if len(self._ends) % 2 else "“”"
        self._ends.append(end)
        self.closings[end - 1] = closing
        self._blank(start, place)
        return self._print(opening, place, place + 1)

    def _accent(self, mark: str, start: int, end: int) -> int:
        """A letter with its accent; 0 where no letter stands."""
        found = _letter().match(self._text, end)
        if found is None:
            return 0
        from unicodedata import normalize

        letter = {"\\i": "i", "\\j": "j"}.get(found[1] or found[2], found[1] or found[2])
        return self._print(normalize("NFC", letter + mark), start, found.end())

    def _sign(self, found: re.Match[str], start: int) -> int:
        r"""A command of one sign: an accent, an escaped character, a space, ``\(``, ``\[`` or a line break."""
        sign, end = found["sign"], found.end()
        if sign in "([":
            return self._until("\\)" if sign == "(" else "\\]", start, end)
        if sign in "&%$#_{}":
            self.pieces.append(INSIDE + _KEPT.get(sign, sign))
            return end
        if sign in "-/":
            return self._print("", start, end)
        if sign == "\\":
            return self._blank(start, _behind(_line_break(), self._text, end))
        mark = tables.ACCENTS.get(sign)
        return (self._accent(mark, start, end) if mark else 0) or self._blank(start, end)

    def _until(self, closing: str, start: int, place: int) -> int:
        """Blanks up to and with a closing; only up to `place` when there is none."""
        end = -1 if closing in self._absent else self._text.find(closing, place)
        if end < 0:
            self._absent.add(closing)
            return self._blank(start, place)
        return self._blank(start, end + len(closing))

    def _environment(self, found: re.Match[str], start: int) -> int:
        name, end = found["environment"].strip().rstrip("*"), found.end()
        if found["edge"] == "end":
            if name not in _QUOTING_ENVIRONMENTS:
                return self._blank(start, end)
            self.pieces.append("”")
            return self._blank(start + 1, end)
        if name in _NOT_PROSE:
            return self._until(f"\\end{{{found['environment']}}}", start, end)
        end = _behind(_argued(_ARGUED.get(name, 0)), self._text, end)
        self._blank(start, end)
        self._open(name)
        return end

    def _open(self, name: str) -> None:
        """Makes the last character written a quotation mark where an environment of quotations begins."""
        if name in _QUOTING_ENVIRONMENTS:
            self.pieces[-1] = f"{self.pieces[-1][:-1]}“"


def _behind(pattern: re.Pattern[str], text: str, place: int) -> int:
    """Where a pattern that begins at a place ends; the place itself when it is not there."""
    found = pattern.match(text, place)
    return found.end() if found else place


def _marked(prose: str, marks: Mapping[int, str]) -> str:
    """The prose with these marks at these offsets, where a brace is still there."""
    pieces, last = [], 0
    for at in sorted(marks):
        if prose[at] in "}]":
            pieces += [prose[last:at], marks[at]]
            last = at + 1
    pieces.append(prose[last:])
    return "".join(pieces)


def _typeset(prose: str) -> str:
    """The signs that LaTeX's ligatures and ties make, in as many characters."""
    printed = _ligatures()
    return _written('"`' in prose).sub(lambda found: printed[found[0]], prose)


@cache
def _ligatures() -> dict[str, str]:
    """What signs and pairs of signs print; a straight mark before another is a shorthand of babel."""
    return {
        FILLER: " ", "~": " ", "{": INSIDE, "}": INSIDE, "&": " ", "---": f"—{INSIDE * 2}", "--": f"–{INSIDE}",
        "``": " “", "''": "” ", "`": "‘", '"<': " «", '">': "» ", "<<": " «", ">>": "» ", '"`': " „", "\"'": "“ ",
        "\x01": "&", "\x02": "{", "\x03": "}",
    }  # fmt: skip


@cache
def _written(is_german: bool) -> re.Pattern[str]:
    german = "[`']" if is_german else "(?!)"
    return re.compile(rf"""[~{{}}&\0\x01-\x03]|``?|''|---?|<<|>>|"(?:[<>]|{german})""")


@cache
def _kinds() -> dict[str, int | str]:
    """What commands print: nothing of so many arguments, a character, a mark on a letter, or what their kind says."""
    found: dict[str, int | str] = {**tables.CYRILLIC, **tables.ACCENTS}
    found |= {name: sign for name, sign in {**tables.SYMBOLS, **tables.LETTERS}.items() if len(sign) <= len(name) + 1}
    found |= dict.fromkeys(tables.UNWRAPPED | _FORMATTING, _FORMATS)
    found |= dict.fromkeys(_QUOTING, _QUOTED)
    found |= {name: count for count, names in _ARGUMENTS.items() for name in names.split()}
    found["item"] = _ITEM
    return found


@cache
def _tokens() -> re.Pattern[str]:
    return re.compile(
        r"""[\\$](?:
            (?<=\\)(?:
                (?P<edge>begin|end)[ \t]*+\{(?P<environment>[^{}\\\r\n]{0,80})\}
              | (?P<name>[A-Za-z@]++)
              | (?P<sign>[^\r\nA-Za-z@])
            )
          | (?<=\$)(?P<math>\$(?:[^$\\]++|\\.)*+\$\$|(?:[^$\\\n]++|\\.|\n(?![ \t]*+\r?\n))*+\$)
          |
        )""",
        re.VERBOSE | re.DOTALL,
    )


@cache
def _group() -> re.Pattern[str]:
    return re.compile(deeper(deeper(GROUP)), re.DOTALL)


@cache
def _argued(count: int) -> re.Pattern[str]:
    group = GROUP.replace("((?:", "(?:(?:", 1)
    options = rf"(?:{SPACE}{_OPTION})*+"
    return re.compile(rf"\*?+(?:{options}{SPACE}{group}){{0,{count}}}{options}", re.DOTALL)


@cache
def _options() -> re.Pattern[str]:
    return re.compile(rf"\*?+(?:{SPACE}{_OPTION})*+", re.DOTALL)


@cache
def _one_option() -> re.Pattern[str]:
    return re.compile(_OPTION, re.DOTALL)


@cache
def _letter() -> re.Pattern[str]:
    return re.compile(r"[ \t]*+(?:\{(\\[ij]|[^\W\d_])\}|(\\[ij](?![A-Za-z])|[^\W\d_]))")


@cache
def _blanks() -> re.Pattern[str]:
    return re.compile(r"[ \t]*")


@cache
def _line_break() -> re.Pattern[str]:
    return re.compile(r"\*?+(?:\[[^\[\]\r\n]{0,40}\])?")
