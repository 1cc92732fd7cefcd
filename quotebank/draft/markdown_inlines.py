"""What stands within the paragraphs of Markdown: citations, and the spans that are no prose.

The scanner goes from mark to mark; what each may begin is tried in pandoc's order (pandoc manual, "Inline formatting"),
and what is not closed is text.
"""

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import cache

from quotebank.draft import markdown_patterns as patterns
from quotebank.draft.markdown_brackets import Bracket, Clusters, Items, Key
from quotebank.draft.markdown_layout import CELL, CUT, Layout, link_label

_DEEPEST = 500
"""Brackets open at a time; more of them are text."""

_LONGEST_LABEL = 999


class Scanner:
    """Reads the paragraphs of a masked text once.

    After `scan`: `clusters` holds the citations, `roles` the names of roles and the spans of what stands in them,
    `note_marks` the labels of footnotes and their places, `blanks` what is no prose, `escaped` the marks of emphasis
    that are none, `comments` the comments, `includes` the words of shortcodes that include, `commands` LaTeX's
    citations.
    """

    def __init__(self, layout: Layout, *, bare_links: bool, percent_comments: bool) -> None:
        self.text = layout.masked
        self.blanks: list[tuple[int, int]] = []
        self.escaped: list[int] = []
        self.comments: list[tuple[int, int]] = []
        self.includes: list[tuple[int, str]] = []
        self.note_marks: list[tuple[str, int, int]] = []
        self.commands: list[tuple[str, int]] = []
        self.roles: list[tuple[str, int, int]] = []
        self.clusters = Clusters(self.text)
        self._layout = layout
        self._bare_links = bare_links
        self._percents = percent_comments
        self._root: Items = []
        self._open: list[Bracket] = []
        self._free = 0
        self._role: tuple[str, int] = ("", -1)
        self._end = -1
        self._runs: dict[int, list[int]] = {}
        self._runs_end = -1

    def scan(self) -> None:
        """Goes through the text."""
        text, within, without, handlers = self.text, _within().search, _without().search, _HANDLERS
        at = 0
        while mark := (within if self._open else without)(text, at):
            at = handlers[mark[0]](self, mark.start())
        self._flush(len(text))

    # Each handler takes the place of a mark and gives the place to go on from.

    def _cut(self, at: int) -> int:
        self._flush(at)
        return at + 1

    def _flush(self, at: int) -> int:
        """Ends a paragraph or cell: brackets that are open are text."""
        if self._root or self._open:
            items = self._root
            for bracket in self._open:
                items += [item for item in bracket.items if not isinstance(item, int)]
            if items:
                self.clusters.add(items)
            self._root, self._open = [], []
        return at + 1

    def _escape(self, at: int) -> int:
        text = self.text
        after = text[at + 1 : at + 2]
        if "a" <= after <= "z" or "A" <= after <= "Z":
            return self._latex(at)
        self.blanks.append((at, at + 1))
        if text.startswith("\\@ref(", at):
            end = text.find(")", at, at + 200) + 1 or at + 2
            self.blanks.append((at, end))
            return end
        if after and after in "*_~=":
            self.escaped.append(at + 1)
        self._free = at + 2
        return at + 2 if after not in (CUT, CELL) else at + 1

    def _latex(self, at: int) -> int:
        """A command of LaTeX, or an environment within a paragraph; both are passed on as they are."""
        text = self.text
        if text.startswith(("\\begin{", "\\end{"), at):
            end = self._raw_end(at)
            if end:
                self.blanks.append((at, end))
            return end or at + 1
        cite = patterns.cite_command().match(text, at)
        found = cite or patterns.command().match(text, at)
        if found is None:
            return at + 1
        end = found.end()
        if cite:
            self.commands.append((cite[1], at))
            self.blanks.append((at, end))
            return end
        if text[end : end + 1] in ("{", "[") and end < self._paragraph_end(at):
            return at + 1
        self.blanks.append((at, end))
        self._free = end
        return end

    def _ticks(self, at: int) -> int:
        """Inline code: ended by as many backticks as begin it; of those too many in front the rest are tried."""
        run = patterns.ticks().match(self.text, at)
        assert run is not None
        runs = self._tick_runs(at)
        for size in range(run.end() - at, 0, -1):
            starts = runs.get(size)
            place = bisect_left(starts, run.end()) if starts else 0
            if starts and place < len(starts):
                begin, end = run.end() - size, starts[place] + size
                if self._role[1] == begin:
                    self.roles.append((self._role[0], run.end(), starts[place]))
                if found := patterns.attributes().match(self.text, end):
                    end = found.end()
                self.blanks.append((begin, end))
                return end
        return run.end()

    def _tick_runs(self, at: int) -> dict[int, list[int]]:
        """Where runs of each length begin in this paragraph."""
        if at >= self._runs_end:
            self._runs, self._runs_end = {}, self._paragraph_end(at)
            for run in patterns.ticks().finditer(self.text, at, self._runs_end):
                self._runs.setdefault(run.end() - run.start(), []).append(run.start())
        return self._runs

    def _dollar(self, at: int) -> int:
        return self._blank(patterns.dollars(), at)

    def _blank(self, pattern: "re.Pattern[str]", at: int) -> int:
        found = pattern.match(self.text, at)
        if found is None:
            return at + 1
        self.blanks.append((at, found.end()))
        return found.end()

    def _angle(self, at: int) -> int:
        """A comment, an address, a tag, or verbatim HTML on one line."""
        text = self.text
        if text.startswith("<!--", at):
            end = self._raw_end(at)
            if not end:
                return at + 1
            self.comments.append((at, end))
            self.blanks.append((at, end))
            return end
        found = patterns.angle().match(text, at)
        if found is None:
            return at + 1
        end = found.end()
        tag = (found["tag"] or "").lower()
        if tag in _VERBATIM and text[at + 1] != "/":
            end = self._raw_end(at) or end
        self.blanks.append((at, end))
        return end

    def _brace(self, at: int) -> int:
        text = self.text
        if text.startswith(("{{<", "{{%"), at):
            found = patterns.shortcode().match(text, at)
            if found is None:
                return at + 1
            name, _, rest = found[1].partition(" ")
            if name == "include":
                self.includes.append((at, rest.strip(" \"'")))
            self.blanks.append((at, found.end()))
            return found.end()
        role = patterns.role().match(text, at)
        if role is None:
            return at + 1
        self._role = (role[1], role.end())
        self.blanks.append((at, role.end()))
        return role.end()

    def _percent(self, at: int) -> int:
        if not (self._percents and self.text.startswith("%%", at)):
            return at + 1
        end = self.text.find("%%", at + 2, self._paragraph_end(at))
        if end < 0:
            return at + 2
        self.comments.append((at, end + 2))
        self.blanks.append((at, end + 2))
        return end + 2

    def _at(self, at: int) -> int:
        """A key, if no word, number or full stop stands right before it."""
        text = self.text
        found = patterns.key().match(text, at)
        if found is None:
            return at + 1
        first = at
        while first > self._free and text[first - 1] == "-" and at - first < _DASHES:
            first -= 1
        suppressed = (at - first) % _DASHES == 1 and not (at - first == 1 and self._after_word(first))
        if (first == at and self._after_word(at)) or (self._bare_links and self._in_address(at)):
            word = patterns.example().match(text, at)
            self._free = word.end() if word else at + 1
            return self._free
        start, end = found.span("braced" if found["braced"] is not None else "bare")
        name = text[start:end]
        if name not in self._layout.examples or self._open:
            mark = at - 1 if suppressed else at
            self._items().append(Key(mark, start, end, found.end(), suppressed, found["braced"] is not None))
        self._free = found.end()
        return found.end()

    def _after_word(self, at: int) -> bool:
        if at == self._free:
            return False
        before = self.text[at - 1 : at]
        return before.isalnum() or (before == "." and self.text[max(at - 3, 0) : at] != "...")

    def _in_address(self, at: int) -> bool:
        """Whether an address without brackets goes on here: R Markdown and Quarto make links of them."""
        return _address().search(self.text, max(at - 500, 0), at) is not None

    def _bracket(self, at: int) -> int:
        text = self.text
        if text.startswith("[^", at) and (mark := patterns.note_mark().match(text, at)):
            self.note_marks.append((mark[1], at, mark.end()))
            self.blanks.append((at, mark.end()))
            return mark.end()
        if text.startswith("[[", at) and (end := self._wiki(at)):
            return end
        before = text[at - 1 : at] if at > self._free else ""
        if len(self._open) >= _DEEPEST:
            return at + 1
        kind = f"{before}[" if before and before in "!^" else "["
        self._open.append(Bracket(at, kind))
        return at + 1

    def _wiki(self, at: int) -> int:
        """A link to a note: 0 when it is none. One to a note named after a key cites it."""
        found = patterns.wiki_link().match(self.text, at)
        if found is None:
            return 0
        shown = found.start(2)
        name = found[1].partition("#")[0]
        key = patterns.key().fullmatch(name)
        if key and key["bare"]:
            start = found.start(1)
            group = Bracket(at + 1, "[")
            group.end = found.end() - 1
            self.blanks.append((at, found.end()))
            end = start + len(name)
            group.items.append(Key(start, start + 1, end, found.end() - 2, suppressed=False, braced=False))
            self._items().append(group)
            return found.end()
        if "@" in found[0] or ";" in found[0]:
            return 0
        first = at - 1 if self.text[at - 1 : at] == "!" and at > self._free else at
        self.blanks.append((first, shown if shown > 0 and first == at else found.end()))
        self.blanks.append((found.end() - 2, found.end()))
        return found.end()

    def _close(self, at: int) -> int:
        """Ends the innermost bracket; what stands behind it says what it is."""
        bracket = self._open.pop()
        bracket.end = at + 1
        end, behind = at + 1, self.text[at + 1 : at + 2]
        siblings = self._items()
        before = siblings[-1] if siblings else None
        bracket.label = isinstance(before, Bracket) and before.end == bracket.start and before.may_have_label
        if bracket.kind == "^[":
            self.blanks += [(bracket.start - 1, bracket.start + 1), (at, at + 1)]
            bracket.role = "note"
        elif behind in ("(", "{") and not bracket.label:
            pattern = patterns.destination() if behind == "(" else patterns.attributes()
            if found := pattern.match(self.text, at + 1):
                end = found.end()
                bracket.role = "link" if behind == "(" else "span"
        self._reference(bracket, before if bracket.label and isinstance(before, Bracket) else None)
        if bracket.role in ("link", "span"):
            image = bracket.kind == "!["
            self.blanks += [(bracket.start - image, bracket.start + 1), (at, end)]
        siblings.append(bracket)
        return end

    def _reference(self, bracket: Bracket, before: Bracket | None) -> None:
        """Sees whether a bracket is a link defined apart, or the label of the one before it."""
        text, links = self.text, self._layout.links
        label = ""
        if links and not bracket.role and bracket.end - bracket.start <= _LONGEST_LABEL:
            label = link_label(text[bracket.start + 1 : bracket.end - 1])
        if before:
            before.followed = True
            if label in links or bracket.end - bracket.start == 2:  # noqa: PLR2004 -- nothing within
                before.role = "link"
                self.blanks += [(before.start, before.start + 1), (before.end - 1, bracket.end)]
                return
        if label in links and label:
            bracket.role = "link"

    def _semicolon(self, at: int) -> int:
        self._open[-1].items.append(at)
        return at + 1

    def _items(self) -> Items:
        return self._open[-1].items if self._open else self._root

    def _raw_end(self, at: int) -> int:
        """The end of the comment or verbatim span that begins here and ends in this paragraph; 0 for none."""
        end = self._layout.raws.get(at, 0)
        return end if end <= self._paragraph_end(at) else 0

    def _paragraph_end(self, at: int) -> int:
        if at >= self._end:
            self._end = self.text.find(CUT, at)
            if self._end < 0:
                self._end = len(self.text)
        return self._end


_DASHES = 3
_VERBATIM = ("pre", "script", "style", "textarea")

_HANDLERS: dict[str, Callable[[Scanner, int], int]] = {
    CUT: Scanner._cut,  # noqa: SLF001 -- the table of its own methods
    CELL: Scanner._cut,  # noqa: SLF001
    "\\": Scanner._escape,  # noqa: SLF001
    "`": Scanner._ticks,  # noqa: SLF001
    "$": Scanner._dollar,  # noqa: SLF001
    "<": Scanner._angle,  # noqa: SLF001
    "{": Scanner._brace,  # noqa: SLF001
    "%": Scanner._percent,  # noqa: SLF001
    "@": Scanner._at,  # noqa: SLF001
    "[": Scanner._bracket,  # noqa: SLF001
    "]": Scanner._close,  # noqa: SLF001
    ";": Scanner._semicolon,  # noqa: SLF001
}
"""What a mark may begin."""


@cache
def _without() -> "re.Pattern[str]":
    return re.compile(r"[\x00\x01\\`$<{%@\[]")


@cache
def _within() -> "re.Pattern[str]":
    return re.compile(r"[\x00\x01\\`$<{%@\[\];]")


@cache
def _address() -> "re.Pattern[str]":
    return re.compile(r"[a-z]{2,9}://[^\s<>]*+\Z")
