"""The blocks of a Markdown document: what is code, comment or mark of structure, and where running text is parted.

The rules are those of pandoc's Markdown (pandoc manual, "Pandoc's Markdown"): a fence needs its end, four columns of
indentation after a blank line are code unless a list or a note holds them, quotation marks and bullets are not text.
One pass, in time linear in the text.
"""

from bisect import bisect_left

from quotebank.draft import markdown_patterns as patterns
from quotebank.draft.markdown_fences import Fences
from quotebank.draft.markdown_layout import CELL, CUT, Layout, link_label, masked_text
from quotebank.draft.markdown_raw import Raw, raw_spans

_CODE = 4
_SPACES = " \t\n\f\v"
_LONG_GAP = 5


def lay_out(text: str, *, percent_comments: bool) -> Layout:
    r"""The blocks of `text`, whose line ends are ``\n``; `percent_comments`: ``%%`` begins a comment."""
    raws = raw_spans(text, percent_comments=percent_comments)
    reader = _Reader(text, [raw for raw in raws if text.find("\n", raw.start, raw.end) >= 0])
    reader.read()
    edits = sorted(reader.edits)
    blanks = [(start, end) for start, end, fill in edits if fill != CUT]
    return Layout(
        masked_text(text, edits),
        blanks,
        reader.comments,
        reader.links,
        reader.notes,
        reader.examples,
        reader.fronts,
        reader.includes,
        {raw.start: raw.end for raw in raws},
    )


class _Reader:
    """Goes through a document once; `at` is always the start of a line, or what follows a comment on one.

    `lines` counts the lines of the paragraph that is open, 0 when none is. `offsets` are the columns at which the text
    of the open list items, definitions and notes begins.
    """

    def __init__(self, text: str, raws: list[Raw]) -> None:
        self.text = text
        self.at = 0
        self.lines = 0
        self.table = False
        self._term = False
        self.offsets: list[int] = []
        self.edits: list[tuple[int, int, str]] = []
        self.comments: list[tuple[int, int]] = []
        self.links: set[str] = set()
        self.notes: list[tuple[str, int, int]] = []
        self.examples: set[str] = set()
        self.fronts: list[tuple[int, int]] = []
        self.includes: list[tuple[int, str]] = []
        self._raws = raws
        self._next_raw = 0
        self._note: tuple[str, int] | None = None
        self._fences: Fences | None = None
        self._directives: set[int] = set()
        self._unclosed_front = False

    def read(self) -> None:
        """Fills the lists."""
        plain, size = patterns.plain_lines(), len(self.text)
        while self.at < size:
            run = None if self.table else plain.match(self.text, self.at)
            if run is None:
                self._line()
                continue
            if not self.lines:
                self._leave(0)
            self._running(self.at, run.end())
        self._leave(0)

    def _line(self) -> None:
        text, start = self.text, self.at
        if text[start] in _SPACES and (blank := patterns.blank_lines().match(text, start)):
            self._term = self.lines == 1 or (not self.lines and self._term)
            self._part(start)
            self.table = False
            self.at = blank.end()
            return
        end = text.find("\n", start) + 1 or len(text)
        pos, width = self._indent(start)
        if text[pos] == ">" and (self.lines or width - self._base(width) < _CODE):
            marks = patterns.quote_marks().match(text, pos)
            if marks:
                self.edits.append((start, marks.end(), " "))
                self._part(start, really=not self.lines)
                pos, width = self._indent(marks.end())
                if pos >= end - 1:
                    self._part(start)
                    self.at = end
                    return
        if not self.lines:
            self._leave(width)
            if width - self._base(width) >= _CODE and not self.table:
                self._drop(start, end)
                return
        self._block(start, pos, width, end)

    def _block(self, start: int, pos: int, width: int, end: int) -> None:
        """A line from its first character that is neither space nor mark of quotation."""
        lazy = self._note is not None and width < _CODE
        if not self.lines or (self.offsets and not lazy and width - self._base(width) < _CODE):
            pos, width = self._items(start, pos, width, end)
            if self.at == end:
                return
        handle = _STARTS.get(self.text[pos : pos + 1])
        if handle is not None and handle(self, start, pos, end):
            return
        if self.table:
            self._row(start, pos, end)
            return
        self._running(pos, end)

    def _items(self, start: int, pos: int, width: int, end: int) -> tuple[int, int]:
        """Goes past the bullets and numbers that begin a line; all of them may stand on one line."""
        text, marker, rule = self.text, patterns.list_marker(), patterns.rule()
        while (mark := marker.match(text, pos)) and not rule.match(text, pos):
            self._leave(width)
            self._part(start)
            self.table = False
            if mark["label"]:
                self.examples.add(mark["label"])
            self.edits.append((pos, mark.end(), " "))
            gap = len(mark["gap"].expandtabs(_CODE))
            offset = width + mark.end() - pos - len(mark["gap"]) + (1 if gap >= _LONG_GAP else max(gap, 1))
            self.offsets.append(offset)
            if gap >= _LONG_GAP:
                self._drop(start, end)
                return pos, width
            pos, width = mark.end(), offset
            if pos >= end or text[pos] == "\n":
                self.at = end
                return pos, width
        return pos, width

    # What begins a line.

    def _fence(self, start: int, pos: int, end: int) -> bool:
        if start in self._directives:
            self._drop(start, end)
            return True
        fence = patterns.fence().match(self.text, pos)
        if fence is None or (fence["mark"][0] == "~" and self.lines):
            return False
        self._fences = self._fences or Fences(self.text)
        close = self._fences.closing(fence["mark"], end)
        if close is None:
            return False
        directive = patterns.directive().match(fence["info"])
        if directive and directive["name"] == "include":
            self.includes.append((pos, directive["rest"].strip()))
        elif directive:
            self._directives.add(close[0])
            self._drop(start, end)
            return True
        self._drop(start, close[1])
        return True

    def _heading(self, start: int, pos: int, end: int) -> bool:
        heading = patterns.heading().match(self.text, pos)
        if heading is None or self.lines:
            return False
        self._part(start)
        self.edits.append((start, heading.end(), " "))
        if tail := patterns.heading_end().search(self.text, heading.end(), end):
            self.edits.append((tail.start(), tail.end(), " "))
        self._running(heading.end(), end)
        if self.at == end:
            self._part(end)
        return True

    def _definition(self, start: int, pos: int, end: int) -> bool:
        """The text of a footnote, or the address of a link."""
        text = self.text
        note = patterns.note_definition().match(text, pos)
        if note and (not self.lines or self._note):
            self._leave(0)
            self._part(start)
            self.edits.append((start, note.end(), " "))
            self._note = (note[1], note.end())
            self.offsets.append(_CODE)
            rest = text[note.end() : end].strip()
            self.at = end
            if rest:
                self._running(note.end(), end)
            return True
        link = None if self.lines else patterns.link_definition().match(text, pos)
        if link is None:
            return False
        self.links.add(link_label(link[1]))
        self._drop(start, link.end())
        return True

    def _colon(self, start: int, pos: int, end: int) -> bool:
        """A fenced div's border, or a definition of the term above."""
        if patterns.div().match(self.text, pos):
            self._drop(start, end)
            return True
        mark = patterns.term_definition().match(self.text, pos)
        if mark is None or not (self.lines or self._term or self.offsets):
            return False
        self._leave(0)
        self._part(start)
        self.edits.append((pos, mark.end(), " "))
        self.offsets.append(_CODE)
        self._running(mark.end(), end)
        return True

    def _tilde(self, start: int, pos: int, end: int) -> bool:
        return self._fence(start, pos, end) or self._colon(start, pos, end)

    def _pipe(self, start: int, pos: int, end: int) -> bool:
        """A row of a table, or a line of a line block."""
        if self._border(start, pos, end):
            return True
        following = patterns.table_border().match(self.text, end)
        if not self.table and not self.lines and following and following["bar"]:
            self.table = True
        if self.table:
            self._row(start, pos, end)
            return True
        if self.lines and not self._line_block(start):
            return False
        self._part(start)
        self.edits.append((pos, pos + 1, " "))
        self._running(pos + 1, end)
        return True

    def _line_block(self, start: int) -> bool:
        before = self.text.rfind("\n", 0, max(start - 1, 0)) + 1
        return self.text[before : before + 1] == "|"

    def _border(self, start: int, pos: int, end: int) -> bool:
        """The line under a table's header, or between its rows."""
        border = patterns.table_border().match(self.text, pos)
        if border is None or not (border["bar"] or border["gap"]):
            return False
        if self.lines == 1 and not self.table:
            header = self.text.rfind("\n", 0, max(start - 1, 0)) + 1
            if border["bar"]:
                self._bars(header, start)
        elif self.lines and not self.table:
            return False
        self._drop(start, end)
        self.table = True
        return True

    def _ruled(self, start: int, pos: int, end: int) -> bool:
        """A rule, the underline of a heading, a table's border or YAML."""
        text = self.text
        if self.lines == 1 and not self.table and patterns.underline().match(text, pos):
            self._drop(start, end)
            return True
        if not self.lines and not self.table and self._front(start, pos):
            return True
        if text[pos] in "-:+" and self._border(start, pos, end):
            return True
        if patterns.rule().match(text, pos) and (not self.lines or self.table):
            self._drop(start, end)
            return True
        return False

    def _front(self, start: int, pos: int) -> bool:
        """YAML between three dashes and three dashes or dots: at the top, or anywhere after a blank line."""
        if pos != start or self._unclosed_front or not self.text.startswith("---", pos):
            return False
        top = not self.text[:start].strip() if start < _LONGEST_TOP else False
        found = (patterns.front_matter() if top else patterns.metadata()).match(self.text, pos)
        if found is None:
            self._unclosed_front = top
            return False
        self._part(start)
        self.fronts.append((found.start("yaml"), found.end("yaml")))
        self._drop(start, found.end())
        return True

    # What all of them do.

    def _indent(self, start: int) -> tuple[int, int]:
        """The first character that is no space, and its column."""
        if start < len(self.text) and self.text[start] not in _SPACES:
            return start, 0
        found = patterns.indent().match(self.text, start)
        end = found.end() if found else start
        return min(end, len(self.text) - 1), len(self.text[start:end].expandtabs(_CODE))

    def _base(self, width: int) -> int:
        """The column that the text of the innermost item around a line of `width` begins at."""
        offsets = self.offsets
        if not offsets or offsets[-1] <= width:
            return offsets[-1] if offsets else 0
        place = bisect_left(offsets, width + 1)
        return offsets[place - 1] if place else 0

    def _leave(self, width: int) -> None:
        """Ends the items that a line of this indentation does not belong to."""
        while self.offsets and width < self.offsets[-1]:
            self.offsets.pop()
        if self._note and not self.offsets:
            label, start = self._note
            self.notes.append((label, start, self.at))
            self._note = None

    def _part(self, start: int, *, really: bool = True) -> None:
        """Ends the paragraph before the line that starts here."""
        if really:
            if start and self.text[start - 1] == "\n":
                self.edits.append((start - 1, start, CUT))
            self.lines = 0

    def _drop(self, start: int, end: int) -> None:
        """Blanks what is no text and parts it from what follows."""
        self._term = False
        self._part(start)
        self.edits.append((start, end - 1 if self.text[end - 1 : end] == "\n" else end, " "))
        self._part(end, really=end > start)
        self.table = False
        self.at = end

    def _bars(self, start: int, end: int) -> None:
        self.edits.extend([(bar.start(), bar.end(), CELL) for bar in patterns.bar().finditer(self.text, start, end)])

    def _row(self, start: int, pos: int, end: int) -> None:
        self._part(start)
        self._bars(pos, end)
        self.lines = 1
        self.at = end

    def _running(self, start: int, end: int) -> None:
        """Text up to the end of its line, or to the end of a comment or verbatim block that begins in it."""
        while self._next_raw < len(self._raws) and self._raws[self._next_raw].start < start:
            self._next_raw += 1
        raw = self._raws[self._next_raw] if self._next_raw < len(self._raws) else None
        self.at = end
        if raw and raw.start < end:
            self._next_raw += 1
            line = self.text.rfind("\n", start, raw.start) + 1 or start
            if self.text[line : raw.start].replace("\\`", "").count("`") % 2:
                self._running(raw.start + 1, end)
                return
            self.edits.append((raw.start, raw.end, " "))
            if raw.comment:
                self.comments.append((raw.start, raw.end))
            self.at = raw.end
        self.lines += max(self.text.count("\n", start, self.at), 1)


_LONGEST_TOP = 1000
"""How far from its beginning a document's front matter may stand, behind blank lines."""

_STARTS = {
    "`": _Reader._fence,  # noqa: SLF001 -- the table of its own methods
    "~": _Reader._tilde,  # noqa: SLF001
    "#": _Reader._heading,  # noqa: SLF001
    "[": _Reader._definition,  # noqa: SLF001
    ":": _Reader._colon,  # noqa: SLF001
    "|": _Reader._pipe,  # noqa: SLF001
    "+": _Reader._ruled,  # noqa: SLF001
    "-": _Reader._ruled,  # noqa: SLF001
    "=": _Reader._ruled,  # noqa: SLF001
    "*": _Reader._ruled,  # noqa: SLF001
    "_": _Reader._ruled,  # noqa: SLF001
}
"""What may begin with a character, at the start of a line."""
