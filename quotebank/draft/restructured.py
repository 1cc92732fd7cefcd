r"""Drafts in reStructuredText: ``:cite:p:`key``` and its kin, ``[key]_``, includes, and the prose.

Blocks and inline markup are docutils' (reStructuredText Markup Specification), the roles sphinxcontrib-bibtex's (2.6),
with their ``{see}key{p. 3}``. ``[key]_`` cites unless the file holds ``.. [key]`` itself.
"""

import re
from functools import cache

from quotebank.draft.latex_places import Places, binary_troubles, blanked, ignored_rules, locator_of, tidy
from quotebank.draft.records import Citation, Part

_NO_PROSE = frozenset(
    """
    code code-block sourcecode raw math highlight literalinclude image doctest testcode testoutput testsetup graphviz
    mermaid uml productionlist bibliography toctree include contents index role default-role csv-table parsed-literal
    footbibliography meta date unicode
    """.split()  # noqa: SIM905 - a list of words is easier to read so
)
_SUFFIXES = {
    "t": "narrative", "ts": "narrative", "ct": "narrative", "cts": "narrative", "author": "narrative",
    "authors": "narrative", "authorpar": "narrative", "authorpars": "narrative", "year": "suppressed",
    "yearpar": "suppressed", "title": "suppressed", "empty": "nocite", "full": "full",
}  # fmt: skip
_LONGEST_LITERAL = 300
"""Characters of a literal; without a bound, marks that nothing closes would each be sought to the paragraph's end."""

_SILENT_ROLES = frozenset("math code raw ref numref eq doc download any term".split())  # noqa: SIM905


def read_rst(name: str, text: str) -> Part:
    """What a reStructuredText file cites, includes and says; never raises. NUL characters are a trouble."""
    places = Places(name, text)
    blocks = _Blocks(text)
    blocks.run()
    body = blanked(text, blocks.hidden)
    inlines = _Inlines(body, places, blocks.defined)
    inlines.run()
    return Part(
        name=name,
        format="rst",
        text=text,
        prose=blanked(body, [*blocks.marks, *inlines.marks]).replace("\0", " "),
        citations=tuple(inlines.citations),
        troubles=tuple(binary_troubles(text, places)),
        includes=tuple(dict.fromkeys(blocks.includes)),
        all_entries=blocks.all_entries,
        ignored=ignored_rules(text, blocks.comments, places),
    )


class _Blocks:
    """The blocks of a text that are code or comments, what its directives say, and the citations it defines."""

    def __init__(self, text: str) -> None:
        self.hidden: list[tuple[int, int]] = []
        self.marks: list[tuple[int, int]] = []
        self.comments: list[tuple[int, int]] = []
        self.includes: list[str] = []
        self.defined: set[str] = set()
        self.all_entries = False
        self._text = text

    def run(self) -> None:
        """Fills all that is found."""
        place = 0
        while found := _block().search(self._text, place):
            place = found.end()
            indent = len(found["indent"])
            if found["rule"] is not None:
                self.marks.append(found.span())
            elif found["doctest"] is not None:
                gap = _paragraph_end().search(self._text, place)
                place = gap.start() if gap else len(self._text)
                self.hidden.append((found.start(), place))
            elif found["literal"] is not None:
                end = self._end(place, indent)
                self.hidden.append((place, end))
                place = end
            else:
                place = self._explicit(found, indent)

    def _explicit(self, found: re.Match[str], indent: int) -> int:
        """Markup after two dots; gives where the search goes on."""
        rest, start, place = found["explicit"], found.start() + indent, found.end()
        label = _label().match(rest)
        directive = _directive().match(rest)
        if label is not None:
            self.defined.add(label[1].lower())
            self.marks.append((start, found.start("explicit") + label.end()))
            return place
        if directive is not None:
            return self._directive(directive[1].lower(), found, directive.end(), start)
        following = _next_line().match(self._text, place)
        if not rest.strip() and (following is None or not following[1].strip()):
            # An empty comment: what stands deeper behind it is a block quotation.
            self.marks.append((start, place))
            return place
        end = self._end(place, indent)
        self.hidden.append((start, end))
        if not rest.startswith(("_", "|")):
            self.comments.append((start, end))
        return end

    def _directive(self, name: str, found: re.Match[str], offset: int, start: int) -> int:
        place, indent = found.end(), len(found["indent"])
        argument = found["explicit"][offset:].strip()
        if name not in _NO_PROSE:
            options = _options().match(self._text, place)
            end = options.end() if options else place
            shown = found.start("explicit") + offset
            self.marks += [(start, shown), (place, end)]
            if name in ("figure", "image"):
                self.marks.append((shown, place))
            return end
        end = self._end(place, indent)
        block = self._text[place:end]
        if name == "include" and argument and not _as_code().search(block):
            self.includes.append(argument)
        if name == "bibliography" and _all_entries().search(block):
            self.all_entries = True
        self.hidden.append((start, end))
        return end

    def _end(self, place: int, indent: int) -> int:
        """The end of the lines from `place` on that are empty or stand deeper than `indent`."""
        end = place
        for line in _lines().finditer(self._text, place):
            if line[2] and len(line[1]) <= indent:
                break
            end = line.end()
        return end


class _Inlines:
    """The inline markup of a text without its code blocks."""

    def __init__(self, text: str, places: Places, defined: set[str]) -> None:
        self.citations: list[Citation] = []
        self.marks: list[tuple[int, int]] = []
        self._text = text
        self._places = places
        self._defined = defined
        self._cluster = 0

    def run(self) -> None:
        """Fills the citations and the marks."""
        for found in _inline().finditer(self._text):
            if found["label"] is not None:
                self._reference(found)
            elif found["text"] is not None:
                self._role(found)
            elif found["escape"] is not None:
                self.marks.append((found.start(), found.start() + 1))
            else:
                self.marks.append(found.span())

    def _reference(self, found: re.Match[str]) -> None:
        label = found["label"]
        self.marks.append(found.span())
        if label.lower() not in self._defined and not label.isdecimal():
            self._add(label, found.start("label"), "[]_", "parenthetical", "", "")
            self._cluster += 1

    def _role(self, found: re.Match[str]) -> None:
        role = (found["before"] or found["behind"] or "").strip(":").lower()
        family, _, kind = role.partition(":")
        start, end = found.span("text")
        if family in ("cite", "footcite"):
            self.marks.append(found.span())
            for key in _keys().finditer(self._text, start, end):
                prefix, suffix = tidy(key["prefix"] or ""), tidy(key["suffix"] or "")
                mode = _SUFFIXES.get(kind, "parenthetical")
                self._add(key["key"], key.start("key"), f":{role}:", mode, prefix, suffix)
            self._cluster += 1
        elif role in _SILENT_ROLES:
            self.marks.append(found.span())
        else:
            target = _target().search(self._text, start, end)
            self.marks += [(found.start(), start), (target.start() if target else end, found.end())]

    def _add(self, key: str, start: int, command: str, mode: str, prefix: str, suffix: str) -> None:
        locator = locator_of(suffix) if suffix else ""
        spot = self._places.spot(start)
        self.citations.append(
            Citation(key, spot, start, start + len(key), command, mode, prefix, suffix, locator, self._cluster)
        )


@cache
def _block() -> re.Pattern[str]:
    return re.compile(
        r"""^(?P<indent>[ \t]*+)(?:
            \.\.(?=[ \t\r\n]|\Z)[ \t]*+(?P<explicit>[^\n]*+)
          | (?P<doctest>>>>[ \t][^\n]*+)
          | (?P<rule>(?P<sign>[=\-`:.'"~^_*+\#])(?P=sign){2,}+[ \t\r]*+)(?=\n|\Z)
          | (?P<literal>[^\n]*::)[ \t\r]*+(?=\n[ \t\r]*+(?:\n|\Z))
        )""",
        re.VERBOSE | re.MULTILINE,
    )


@cache
def _inline() -> re.Pattern[str]:
    """Inline markup; it begins with one class of characters, for which the engine searches fastest."""
    no_start = r"""[^\s'"(\[{<\-/:\u00a1-\u00bf\u2010-\u2027\u3000-\u303f]"""
    behind = r"""(?![^\s'")\]}>\-/:.,;!?\\\u00a1-\u00bf\u2010-\u2027\u3000-\u303f])"""
    role = r"[A-Za-z][A-Za-z0-9+._-]*+(?::[A-Za-z][A-Za-z0-9+._-]*+)*+:"
    text = r"(?:[^`\\\n]++|\\.|\n(?![ \t]*+\r?\n))++"
    return re.compile(
        rf"""[\\`:\[*|](?:
            (?<=\\)(?P<escape>.)
          | (?<=`)(?<!{no_start}`)`(?=\S)(?:[^\n]|\n(?![ \t]*+\r?\n)){{1,{_LONGEST_LITERAL}}}?(?<=\S)``(?!`){behind}
          | (?:(?<=:)(?<!{no_start}:)(?P<before>{role})`|(?<=`)(?<!{no_start}`))(?=[^\s`])
                (?P<text>{text})`(?P<behind>:{role}|__?)?{behind}
          | (?<=\[)(?<!{no_start}\[)(?P<label>[^\W_]++(?:[-._+:][^\W_]++)*+)\]_{behind}
          | (?<=\[)(?:\d++|\#[\w-]*+|\*)\]_{behind}
          | (?<=\*)(?<!{no_start}\*)\*?(?=[^\s*]) | (?<=[^\s*]\*)\*?{behind}
          | (?<=\|)(?<!{no_start}\|)(?=\w)|(?<=\w\|)_?{behind}
        )""",
        re.VERBOSE | re.DOTALL,
    )


@cache
def _keys() -> re.Pattern[str]:
    return re.compile(r"(?:\{(?P<prefix>[^{}]*+)\})?+\s*+(?P<key>[^\s,{}]++)\s*+(?:\{(?P<suffix>[^{}]*+)\})?+")


@cache
def _label() -> re.Pattern[str]:
    return re.compile(r"\[([^\]\s]++)\]")


@cache
def _directive() -> re.Pattern[str]:
    return re.compile(r"(?:\|[^|\n]++\|[ \t]*+)?([A-Za-z][\w.+:-]*?)[ \t]?::(?=\s|\Z)")


@cache
def _options() -> re.Pattern[str]:
    return re.compile(r"(?:\n[ \t]+:[A-Za-z][\w-]*+:[^\n]*+)*+")


@cache
def _as_code() -> re.Pattern[str]:
    return re.compile(r"^[ \t]+:(?:literal|code):", re.MULTILINE)


@cache
def _all_entries() -> re.Pattern[str]:
    return re.compile(r"^[ \t]+:all:", re.MULTILINE)


@cache
def _lines() -> re.Pattern[str]:
    return re.compile(r"\n([ \t]*+)([^\s]?)[^\n]*+")


@cache
def _next_line() -> re.Pattern[str]:
    return re.compile(r"\r?\n([^\n]*+)")


@cache
def _paragraph_end() -> re.Pattern[str]:
    return re.compile(r"\n[ \t\r]*+(?=\n)")


@cache
def _target() -> re.Pattern[str]:
    return re.compile(r"\s*<[^<>`]*+>\Z")
