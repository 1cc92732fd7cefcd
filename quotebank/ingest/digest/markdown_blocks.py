"""Markdown parted into spans, and the marks it shares with plain text: bullets, numbers and rules.

The rules are CommonMark's (https://spec.commonmark.org/0.31.2/), with GitHub's tables and with footnotes, and with
three liberties that digests ask for: a fence or comment that never closes is text; indented text is text and not code;
and where lines are not wrapped, each line is a block, because many who write Markdown leave out the blank lines.
"""

import re
from functools import cache
from itertools import accumulate, pairwise

Span = tuple[int, int, str]
"""Start, end and kind of a block to be; the kind is ``""`` when its text is to tell."""

_DOTS = frozenset("•·▪●◦‣∙■□►▶➤➢❖✓✔")
_DASHES = frozenset("-*+–—")
_RULE_SIGNS = frozenset("-*_=#~•·…—–.+ \t\xa0")
_MONTHS = ("jan", "jän", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez", "jahrh")
"""How German months begin: "3. Oktober" opens a sentence and not a list."""

_SAMPLE = 100_000
_HEAD = 80
_TITLE = 120
_DEEPEST = 6
_SHORTEST_RULE = 3

ENDED = frozenset('.!?:;…"”»“’)]')
"""The characters that end a sentence or an introduction."""


@cache
def _number() -> re.Pattern[str]:
    """Match "1.", "1)", "1.)", "(1)", "a)" or "(a)" and the space behind it."""
    return re.compile(r"(?:\d{1,3}(?:\.\)|[.)])|\((?:\d{1,3}|[^\W\d_])\)|[^\W\d_]\))\s+")


def bullet_end(line: str) -> int:
    """Tell where the text of a list item starts: behind its bullet or number, 0 if `line` starts with neither.

    `line` starts with something other than white space; its first 80 characters are enough. A number before a German
    month or another number and dot is a day and no bullet.
    """
    first = line[0]
    if first in _DASHES or first in _DOTS:
        apart = first in _DOTS or line[1:2].isspace() or (first == "—" and line[1:2].isalnum())
        return _skip_space(line, 1) if apart else 0
    if not (first.isdigit() or first == "(" or line[1:2] == ")"):
        return 0
    found = _number().match(line)
    if not found or len(line) == found.end():
        return 0
    if first.isdigit() and "." in found[0] and _is_day(line[found.end() : found.end() + 8].casefold()):
        return 0
    return found.end()


def bullet(line: str) -> str:
    """Give the bullet or number that `line` starts with, ``""`` if none."""
    return line[: bullet_end(line[:_HEAD])].rstrip()


def opens_item(mark: str, opened: str, last: str) -> bool:
    """Tell whether the bullet `mark` opens an item right under a line, for a wrapped line may start with a dash or day.

    `opened` is the bullet of the open item (``""``: a paragraph is open), `last` the last character above.
    """
    if mark in _DOTS or last == ":":
        return True
    if mark in _DASHES:
        return mark == opened or last in ENDED
    alike = mark[-1] == opened[-1:] and mark[0].isdigit() == opened[0].isdigit()
    return alike or (mark.strip("().") in {"1", "a", "A"} and last in ENDED)


def _is_day(behind: str) -> bool:
    """Tell whether a number and dot, with `behind` behind it, is a day of a month."""
    return behind.startswith(_MONTHS) or (behind[:1].isdigit() and "." in behind[1:3])


def _skip_space(line: str, at: int) -> int:
    """Give the place of the first character from `at` on that is no white space; 0 if there is none."""
    rest = line[at:].lstrip()
    return len(line) - len(rest) if rest else 0


def is_rule(line: str) -> bool:
    """Tell whether a stripped line parts two sections: three or more signs such as ``***`` or ``* * *``, or "…"."""
    return line == "…" or (line[:1] in _RULE_SIGNS and len(line) >= _SHORTEST_RULE and _RULE_SIGNS.issuperset(line))


def looks_markdown(text: str) -> bool:
    """Tell whether a text has headings, links, quotes, fences or emphasis in Markdown's marks."""
    sample = text[:_SAMPLE]
    sure = r"^#{1,6} +\S|\]\([^\s)]|(?<!\w)\*\*\w|^ {0,3}> ?\w|^(?:```|~~~)|^\[\^?\w{1,40}\]: "
    if re.search(sure, sample, re.MULTILINE):
        return True
    return len(re.findall(r"(?<![\w*])\*\w[^*\n]{0,80}\*(?![\w*])", sample)) > 1


def markdown_spans(text: str, *, wrapped: bool) -> list[Span]:
    """Part Markdown into spans. `wrapped` says that its lines are known to be wrapped at a margin."""
    return _Reader(text, wrapped=wrapped).read()


@cache
def _definition() -> re.Pattern[str]:
    """Match a link reference definition: a label, a colon, an address, perhaps a title."""
    return re.compile(r"\[[^\]^][^\]]{0,200}\]:\s+<?\S*[/.#@]\S*(?:\s+[\"'(].*)?$|\[[^\]^]\]:\s+\S+$")


@cache
def _image() -> re.Pattern[str]:
    """Match one image, perhaps linked."""
    return re.compile(r"\[?!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])(?:\]\([^)]*\))?\s*")


@cache
def _tag() -> re.Pattern[str]:
    """Match one HTML tag."""
    return re.compile(r"</?[a-zA-Z][^<>]*>\s*")


def _only(pattern: re.Pattern[str], line: str) -> bool:
    """Tell whether `line` is made of matches of `pattern` alone."""
    at = 0
    while at < len(line):
        found = pattern.match(line, at)
        if not found:
            return False
        at = found.end()
    return True


class _Reader:
    """Reads Markdown line by line; at most one block is open at a time."""

    def __init__(self, text: str, *, wrapped: bool) -> None:
        separator = "\n" if "\n" in text else "\r"
        self.text = text
        self.lines = text.split(separator)
        self.places = [0, *accumulate(len(line) + 1 for line in self.lines)]
        self.joined = wrapped or _runs_on(self.lines)
        self.spans: list[Span] = []
        self.start = self.end = -1
        self.last = ""
        self.mark = ""
        self.quoted = self.tabular = False
        self.unclosed: dict[str, int] = {}

    def read(self) -> list[Span]:
        """Part the text; every visible line ends up in a span or is a mark."""
        at = self._front_matter()
        while at < len(self.lines):
            at = self._line(at)
        self._close()
        return self.spans

    def _line(self, at: int) -> int:
        """Read the line `at`, or the fence or comment that opens there; give the place of the next one."""
        raw = self.lines[at]
        shown = raw.strip()
        begin = self.places[at] + len(raw) - len(raw.lstrip())
        if shown.startswith(">"):
            inner = shown.lstrip("> \t")
            begin += len(shown) - len(inner)
            if not self.quoted:
                self._close()
            shown, self.quoted = inner, True
        elif not shown:
            self.quoted = False
        if not shown:
            self._close()
            self.tabular = False
            return at + 1
        if self._is_row(at, shown):
            self._row(begin, shown)
            return at + 1
        following = self._special(at, begin, shown)
        if following:
            return following
        self._words(begin, shown)
        return at + 1

    def _special(self, at: int, begin: int, shown: str) -> int:
        """Read what starts with a mark; give the place of the next line, or 0 if the line is ordinary."""
        first = shown[0]
        if first == "#":
            return self._hashes(at, begin, shown)
        if first in "`~" and shown.startswith(("```", "~~~")):
            return self._fence(at, begin, shown)
        if first == "<":
            return self._markup(at, begin, shown)
        if first in "![":
            return self._brackets(at, begin, shown)
        if is_rule(shown):
            if not self._underline(shown):
                self._add(begin, begin + len(shown), "rule")
            return at + 1
        return 0

    def _words(self, begin: int, shown: str) -> None:
        """Read an ordinary line: it goes on with the open block or opens one."""
        mark = bullet(shown)
        parts = self.start < 0 or not self.joined or self._is_bold(self.last)
        if parts or (mark and (mark in "-*+" or opens_item(mark, self.mark, self.last[-1]))):
            self._close()
            self.start, self.mark = begin, mark
        self.end, self.last = begin + len(shown), shown

    @staticmethod
    def _is_bold(line: str) -> bool:
        """Tell whether a line is bold from end to end, as headings are that are not marked as such."""
        return line[:2] in {"**", "__"} and line[-2:] == line[:2] and line.find(line[:2], 2) == len(line) - 2

    def _close(self) -> None:
        """Finish the open block, if any."""
        if self.start >= 0:
            self.spans.append((self.start, self.end, ""))
        self.start, self.last, self.mark = -1, "", ""

    def _add(self, start: int, end: int, kind: str) -> None:
        """Finish the open block and add a whole one."""
        self._close()
        self.spans.append((start, end, kind))

    def _hashes(self, at: int, begin: int, shown: str) -> int:
        """Read a heading that starts with hashes."""
        title = shown.lstrip("#")
        level = len(shown) - len(title)
        if level > _DEEPEST or not title[:1].isspace():
            if not is_rule(shown):
                return 0
            self._add(begin, begin + len(shown), "rule")
            return at + 1
        bare = title.rstrip("#")
        kept = (bare if bare[-1:].isspace() else title).strip()
        if kept:
            start = begin + level + len(title) - len(title.lstrip())
            self._add(start, start + len(kept), "heading")
        else:
            self._add(begin, begin + len(shown), "rule")
        return at + 1

    def _underline(self, shown: str) -> bool:
        """Make the one short line above a setext underline the heading that it is."""
        if self.start < 0 or self.mark or self.end - self.start > _TITLE or self.quoted:
            return False
        if len(set(shown)) > 1 or shown[0] not in "=-" or "\n" in self.text[self.start : self.end]:
            return False
        if shown[0] == "-" and self.last[-1] in ".,;":
            return False
        self.spans.append((self.start, self.end, "heading"))
        self.start, self.last, self.mark = -1, "", ""
        return True

    def _fence(self, at: int, begin: int, shown: str) -> int:
        """Read a fenced code block; a fence that never closes is text."""
        sign = shown[0]
        length = len(shown) - len(shown.lstrip(sign))
        if length >= self.unclosed.get(sign, length + 1):
            return 0
        for number in range(at + 1, len(self.lines)):
            line = self.lines[number].strip("> \t\r")
            if line.startswith(sign * 3) and len(line) >= length and not line.strip(sign):
                self._add(begin, self.places[number] + len(self.lines[number].rstrip()), "boilerplate")
                return number + 1
        self.unclosed[sign] = length
        return 0

    def _markup(self, at: int, begin: int, shown: str) -> int:
        """Read a comment, or a line that is nothing but HTML tags."""
        if shown.startswith("<!--"):
            return self._comment(at, begin)
        if not _only(_tag(), shown):
            return 0
        self._add(begin, begin + len(shown), "boilerplate")
        return at + 1

    def _comment(self, at: int, begin: int) -> int:
        """Read a comment that has its lines to itself; one that never closes is text."""
        if "<" in self.unclosed:
            return 0
        close = self.text.find("-->", begin)
        if close < 0:
            self.unclosed["<"] = 0
            return 0
        number = at
        while self.places[number + 1] <= close:
            number += 1
        end = self.places[number] + len(self.lines[number].rstrip())
        if end > close + 3:
            return 0
        self._add(begin, end, "boilerplate")
        return number + 1

    def _brackets(self, at: int, begin: int, shown: str) -> int:
        """Read a link reference definition, a footnote, or a line of nothing but images."""
        if shown.startswith("[^") and "]:" in shown[:_HEAD]:
            self._add(begin, begin + len(shown), "paragraph")
            return at + 1
        image = shown.startswith(("![", "[![")) and _only(_image(), shown)
        if not image and not (shown[0] == "[" and _definition().match(shown)):
            return 0
        self._add(begin, begin + len(shown), "boilerplate")
        return at + 1

    def _is_row(self, at: int, shown: str) -> bool:
        """Tell whether a line is a row of a table: between bars, or in a table that a line of dashes and bars opens."""
        if "|" not in shown:
            self.tabular = False
            return False
        if not self.tabular:
            below = self.lines[at + 1].strip("> \t\r") if at + 1 < len(self.lines) else ""
            self.tabular = _is_delimiter(below)
        return self.tabular or (shown[0] == shown[-1] == "|" and bool(shown.strip("|"))) or _is_delimiter(shown)

    def _row(self, begin: int, shown: str) -> None:
        """Add a row without its outer bars."""
        inner = shown.strip("| \t\xa0")
        if not inner or _is_delimiter(shown):
            self._add(begin, begin + len(shown), "rule")
            return
        start = begin + shown.index(inner)
        self._add(start, start + len(inner), "item")

    def _front_matter(self) -> int:
        """Read the YAML between two lines of dashes at the very start; give the place of the line behind it."""
        if self.lines[0].strip("\ufeff \r") != "---" or ":" not in "".join(self.lines[1:2]):
            return 0
        for number in range(1, len(self.lines)):
            line = self.lines[number].rstrip()
            if line in {"---", "..."}:
                start = self.text.index("-")
                self.spans.append((start, self.places[number] + len(line), "boilerplate"))
                return number + 1
            if not line:
                return 0
        return 0


def _is_delimiter(line: str) -> bool:
    """Tell whether a line parts the head of a table from its body."""
    return "-" in line and "|" in line and not line.strip("|:- \t")


def _runs_on(lines: list[str]) -> bool:
    """Tell whether sentences go on from line to line, as where each clause has its line."""
    shown = [line.strip() for line in lines[:5000]]
    pairs = [(a, b) for a, b in pairwise(shown) if a and b and not bullet_end(b[:_HEAD])]
    running = sum(1 for a, b in pairs if b.lstrip("> ")[:1].islower() and a[-1] not in ENDED)
    return bool(pairs) and running * 20 >= len(pairs) * 3
