r"""Drafts in Org: ``[cite/t:see @key p. 3; @other]``, org-ref's ``cite:key`` and ``[[cite:&key]]``, the prose.

Citations are those of Org 9.5 (manual, "Citations"; Org Syntax, "Citations") and of org-ref 2 and 3. Blocks of source,
examples and exports, comments, drawers, ``COMMENT`` and ``:noexport:`` trees are neither cited from nor prose.
"""

import re
from functools import cache

from quotebank.draft.latex_commands import commands
from quotebank.draft.latex_places import Places, binary_troubles, blanked, ignored_rules, locator_of, tidy
from quotebank.draft.records import Citation, Part

_MODES = {
    "t": "narrative", "text": "narrative", "a": "narrative", "author": "narrative", "na": "suppressed",
    "noauthor": "suppressed", "n": "nocite", "nocite": "nocite", "year": "suppressed", "date": "suppressed",
    "title": "suppressed", "full": "full", "footfull": "full",
}  # fmt: skip
_LONGEST_COMMAND = 40
_PROSE_KEYWORDS = ("title", "subtitle", "caption", "description", "abstract")


def read_org(name: str, text: str) -> Part:
    """What an Org file cites, includes and says; never raises. NUL characters are a trouble."""
    places = Places(name, text)
    blocks = _Blocks(text)
    blocks.run()
    body = blanked(text, blocks.hidden)
    inlines = _Inlines(body, places)
    inlines.run()
    return Part(
        name=name,
        format="org",
        text=text,
        prose=blanked(body, [*blocks.marks, *inlines.marks]).replace("\0", " "),
        citations=tuple(inlines.citations),
        troubles=tuple(binary_troubles(text, places)),
        includes=tuple(dict.fromkeys(blocks.includes)),
        all_entries=inlines.all_entries,
        ignored=ignored_rules(text, blocks.comments, places),
    )


class _Blocks:
    """The lines of a text that are not exported as text, and what its keywords say."""

    def __init__(self, text: str) -> None:
        self.hidden: list[tuple[int, int]] = []
        self.marks: list[tuple[int, int]] = []
        self.comments: list[tuple[int, int]] = []
        self.includes: list[str] = []
        self._text = text
        self._absent: set[str] = set()
        self._drawer_edge = (-1, -1)

    def run(self) -> None:
        """Fills all that is found."""
        place, silent = 0, 0
        start_of_silent = 0
        while found := _line().search(self._text, place):
            start, place = found.span()
            if found["stars"] is not None:
                level = len(found["stars"])
                if silent and level <= silent:
                    self.hidden.append((start_of_silent, start))
                    silent = 0
                tags = self._heading(found)
                if not silent and (":noexport:" in tags or _commented().match(found["heading"])):
                    silent, start_of_silent = level, start
            elif found["block"] is not None:
                place = self._block(found)
            elif found["drawer"] is not None:
                place = self._drawer(place)
                self.hidden.append((start, place))
            elif found["keyword"] is not None:
                self._keyword(found)
            else:
                self.hidden.append((start, place))
                self.comments.append((start, place))
        if silent:
            self.hidden.append((start_of_silent, len(self._text)))

    def _heading(self, found: re.Match[str]) -> str:
        """The tags of a heading, ``:a:b:``, which are no prose."""
        heading = found["heading"].rstrip()
        tags = heading.rpartition(" ")[2].rpartition("\t")[2]
        self.marks.append(found.span("stars"))
        if len(tags) < len(":a:") or tags[0] != ":" or tags[-1] != ":":
            return ""
        end = found.start("heading") + len(heading)
        self.marks.append((end - len(tags), end))
        return tags

    def _drawer(self, place: int) -> int:
        """Behind the end of a drawer; `place` when none comes before the next heading."""
        if self._drawer_edge[0] < place:
            edge = _drawer_edge().search(self._text, place)
            self._drawer_edge = edge.span() if edge else (len(self._text) + 1, 0)
        start, end = self._drawer_edge
        return end if start < len(self._text) and self._text[start] != "*" else place

    def _block(self, found: re.Match[str]) -> int:
        """A block whose text is not prose, to its end; one without an end is an ordinary line."""
        name = found["block"].lower()
        end = None if name in self._absent else _block_end(name).search(self._text, found.end())
        if end is None:
            self._absent.add(name)
            self.marks.append(found.span())
            return found.end()
        self.hidden.append((found.start(), end.end()))
        if name == "comment":
            self.comments.append((found.start(), end.end()))
        return end.end()

    def _keyword(self, found: re.Match[str]) -> None:
        """A keyword's line: its value is prose for a title or caption; an include names a file."""
        name = found["keyword"].lower()
        if name == "include":
            path = _included().match(found["value"])
            if path is not None and not path[3]:
                self.includes.append((path[1] or path[2]).partition("::")[0])
        if name in _PROSE_KEYWORDS:
            self.marks.append((found.start(), found.start("value")))
        else:
            self.hidden.append(found.span())


class _Inlines:
    """The citations and the markup of a text whose blocks are blanked."""

    def __init__(self, text: str, places: Places) -> None:
        self.citations: list[Citation] = []
        self.marks: list[tuple[int, int]] = []
        self.all_entries = False
        self._text = text
        self._places = places
        self._cluster = 0

    def run(self) -> None:
        """Fills the citations and the marks."""
        for found in _inline().finditer(self._text):
            if found["references"] is not None:
                self._cite(found)
            elif found["link"] is not None:
                self._link(found, found["type"])
            elif found["keys"] is not None:
                self._plain(found)
            elif found["source"] is not None:
                self.marks.append((found.start() - len("src"), found.end()))
            else:
                self.marks.append(found.span())

    def _plain(self, found: re.Match[str]) -> None:
        """``cite:a,b`` without brackets, when the word before the colon is one of the commands that cite."""
        start = found.start()
        word = _last_word().search(self._text[max(0, start - _LONGEST_COMMAND) : start])
        if word is not None and "cite" in word[1].lower() and word[1] in commands():
            self._keys(word[1], *found.span("keys"))
            self.marks.append((start - len(word[1]), found.end()))

    def _cite(self, found: re.Match[str]) -> None:
        """``[cite/style:prefix @key suffix; ...]``; what is common to all keys is of the first and of the last."""
        style = (found["style"] or "").partition("/")[0]
        mode = _MODES.get(style, "parenthetical")
        command = f"cite/{style}" if style else "cite"
        start, _ = found.span("references")
        self.marks.append(found.span())
        references, before, behind = [], "", ""
        for piece in found["references"].split(";"):
            key = _key().search(piece)
            if key is not None:
                references.append((key, start, piece))
            elif references:
                behind = piece
            else:
                before = piece
            start += len(piece) + 1
        for at, (key, offset, piece) in enumerate(references):
            prefix = tidy(f"{before if at == 0 else ''} {piece[: key.start()]}")
            suffix = tidy(f"{piece[key.end() :]} {behind if at == len(references) - 1 else ''}")
            self._add(key[1], offset + key.start(1), command, mode, prefix, suffix)
        self._cluster += 1

    def _link(self, found: re.Match[str], kind: str | None) -> None:
        """``[[target][text]]``: a citation of org-ref, or a link, of which the text is prose."""
        if kind is not None and kind in commands():
            self._keys(kind, *found.span("target"))
            self.marks.append(found.span())
        elif found["description"] is not None:
            start, end = found.span("description")
            self.marks += [(found.start(), start), (end, found.end())]
        else:
            self.marks.append(found.span())

    def _keys(self, kind: str, start: int, end: int) -> None:
        """The keys of org-ref: ``a,b``, or ``see &a p. 3;&b`` since its version 3."""
        mode = commands()[kind].mode
        target = self._text[start:end]
        if "&" not in target:
            for key in _listed().finditer(self._text, start, end):
                self._add(key[1], key.start(1), f"{kind}:", mode, "", "")
        else:
            references = []
            for piece in target.split(";"):
                marked = _ampersand().search(piece)
                if marked is not None:
                    references.append((marked, start, piece))
                start += len(piece) + 1
            for key, offset, piece in references:
                prefix, suffix = tidy(piece[: key.start()]), tidy(piece[key.end() :])
                self._add(key[1], offset + key.start(1), f"{kind}:", mode, prefix, suffix)
        self._cluster += 1

    def _add(self, key: str, start: int, command: str, mode: str, prefix: str, suffix: str) -> None:
        if key == "*":
            self.all_entries = self.all_entries or mode == "nocite"
            return
        locator = locator_of(suffix) if suffix else ""
        spot = self._places.spot(start)
        self.citations.append(
            Citation(key, spot, start, start + len(key), command, mode, prefix, suffix, locator, self._cluster)
        )


@cache
def _line() -> re.Pattern[str]:
    blocks = "src|example|export|comment|latex|html|ascii"
    return re.compile(
        rf"""^(?:
            (?P<stars>\*+)[ ](?P<heading>[^\n]*+)
          | [ \t]*+(?:
                \#\+begin_(?P<block>{blocks})\b[^\n]*+
              | \#\+(?P<keyword>[^\s:]+):[ \t]*+(?P<value>[^\n]*+)
              | \#\+(?:begin|end)_\w+(?P<edge>[^\n]*+)
              | (?P<comment>\#(?=[ \t\r\n]|\Z)[^\n]*+)
              | (?P<fixed>:(?=[ \r\n]|\Z)[^\n]*+)
              | :(?P<drawer>[\w-]+):[ \t\r]*+$
            )
        )""",
        re.VERBOSE | re.MULTILINE | re.IGNORECASE,
    )


@cache
def _block_end(name: str) -> re.Pattern[str]:
    return re.compile(rf"^[ \t]*+\#\+end_{name}[ \t\r]*+$", re.MULTILINE | re.IGNORECASE)


@cache
def _drawer_edge() -> re.Pattern[str]:
    return re.compile(r"^(?:[ \t]*+:end:[ \t\r]*+$|\*+ )", re.MULTILINE | re.IGNORECASE)


@cache
def _commented() -> re.Pattern[str]:
    return re.compile(r"(?:(?:TODO|DONE)[ \t]+)?(?:\[#\w\][ \t]+)?COMMENT(?=\s|\Z)")


@cache
def _included() -> re.Pattern[str]:
    return re.compile(r'(?:"([^"\n]+)"|([^\s"]+))[ \t]*+(src|example|export)?')


@cache
def _inline() -> re.Pattern[str]:
    """Inline markup; it begins with one class of characters, for which the engine searches fastest."""
    no_start, behind = r"[^\s\-('\"{]", r"(?![^\s\-.,:!?;'\")}\[])"
    return re.compile(
        rf"""[\[=~:\\$@_*/+](?:
            (?<=\[)cite(?:/(?P<style>[\w/-]++))?:
                (?P<references>(?:[^\[\]\n]++|\[[^\[\]\n]*+\]|\n(?![ \t]*+\r?\n))*+)\]
          | (?<==)(?<!{no_start}=)(?=[^\s=])[^=\n]*+(?:\n(?![ \t]*+\r?\n)[^=\n]*+)?(?<=\S)={behind}
          | (?<=~)(?<!{no_start}~)(?=[^\s~])[^~\n]*+(?:\n(?![ \t]*+\r?\n)[^~\n]*+)?(?<=\S)~{behind}
          | (?<=\[)(?P<link>\[(?:(?P<type>[A-Za-z]+):)?(?P<target>[^\[\]\n]++)\]
                (?:\[(?P<description>[^\[\]\n]++)\])?\])
          | (?<=\[)fn:[\w-]*+[\]:]
          | (?<=[A-Za-z]:)(?P<keys>&?[\w.:/*+-]++(?:[,;]&?[\w.:/*+-]++)*+)
          | (?<=\\)\((?:[^\\\n]++|\\(?![()]))*+\\\) | (?<=\\)\[(?:[^\\]++|\\(?![\[\]]))*+\\\]
          | (?<=\$)(?<![\w$]\$)(?=\S)[^$\n]++(?<=\S)\$(?!\w)
          | (?<=@)@(?P<snippet>[\w-]+:[^\n]*?)@@
          | (?<=src_)(?<!\wsrc_)(?P<source>\w++)(?:\[[^\[\]\n]*+\])?\{{[^{{}}\n]*+\}}
          | (?<=[*/_+])(?:(?<!{no_start}[*/_+])(?=\S)|(?<=\S[*/_+]){behind})
        )""",
        re.VERBOSE,
    )


@cache
def _last_word() -> re.Pattern[str]:
    return re.compile(r"(?:^|[^\w/])([A-Za-z]+)\Z")


@cache
def _key() -> re.Pattern[str]:
    return re.compile(r"@([\w.:?!`'/*@+|(){}<>&^$#%~-]+)")


@cache
def _listed() -> re.Pattern[str]:
    return re.compile(r"([^\s,;]*[^\s,;.:])")


@cache
def _ampersand() -> re.Pattern[str]:
    return re.compile(r"&([\w.:/*+-]*[\w/*+-])")
