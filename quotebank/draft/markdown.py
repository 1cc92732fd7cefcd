r"""Citations in Markdown as writers of papers use it: pandoc, Quarto, R Markdown, Obsidian, MyST, GitHub's footnotes.

What is a citation, and what it says, is decided as pandoc decides it (pandoc manual, "Citation syntax"), but for

- cross-references of Quarto and pandoc-crossref (``@fig-x``), which are none;
- shortcodes (``{{< include x.qmd >}}``) and Obsidian's comments (``%% %%``), which hold none;
- roles of MyST (``{cite:p}`a,b```) and marks of footnotes that nothing defines (``[^key]``), which are citations.

A footnote whose text stands in the file is a note, whatever its name; one without a text cites the record of that name,
for ``export --format footnotes`` writes the texts of just such notes. Numbers are never keys there. LaTeX's ``\cite``
reaches LaTeX alone, not pandoc's citeproc; it is a trouble with its place.
"""

import re
from functools import cache

from quotebank.draft.markdown_blocks import lay_out
from quotebank.draft.markdown_found import Found, Places
from quotebank.draft.markdown_front import Value, front_values
from quotebank.draft.markdown_inlines import Scanner
from quotebank.draft.markdown_layout import CUT, Layout, blanked
from quotebank.draft.records import Part, Trouble

_COMPUTED = (".qmd", ".rmd")


def read_markdown(name: str, text: str) -> Part:
    """The citations, prose and includes of a Markdown file; its suffix tells Quarto and R Markdown from the rest."""
    computed = name.lower().endswith(_COMPUTED)
    plain = _line_ends(text)
    layout = lay_out(plain, percent_comments=not computed)
    places = Places(name, plain)
    fronts, troubles = _fronts(plain, layout, places)
    scanner = Scanner(
        layout._replace(masked=_shown(plain, layout.masked, fronts)),
        bare_links=computed,
        percent_comments=not computed,
    )
    scanner.scan()
    found = Found(plain, layout, scanner, fronts, quarto=name.lower().endswith(".qmd"))
    troubles += [
        Trouble(places.spot(at), f"\\{command} reaches LaTeX only", "write [@key], which reaches every output")
        for command, at in scanner.commands
    ]
    return Part(
        name=name,
        format="markdown",
        text=text,
        prose=_prose(text, [*layout.blanks, *scanner.blanks, *scanner.clusters.blanks], scanner.escaped),
        citations=tuple(found.citations(places)),
        troubles=tuple(sorted(troubles)),
        includes=tuple(path for _, path in sorted(layout.includes + scanner.includes) if path),
        all_entries=found.all_entries,
        ignored=_ignored(plain, sorted(layout.comments + scanner.comments), places),
    )


def _line_ends(text: str) -> str:
    r"""The text with every line ended by ``\n``, its length kept; a mark of byte order is a space."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    return f" {text[1:]}" if text.startswith("\ufeff") else text


def _fronts(text: str, layout: Layout, places: Places) -> tuple[list[Value], list[Trouble]]:
    values: list[Value] = []
    troubles: list[Trouble] = []
    for start, end in layout.fronts:
        found, problem = front_values(text, start, end)
        values += found
        if problem:
            troubles.append(Trouble(places.spot(start), problem, "mend the YAML; a text that begins with @ is quoted"))
    return values, troubles


def _shown(text: str, masked: str, values: list[Value]) -> str:
    """The masked text with the texts of its front matter in it, each a block of its own."""
    pieces: list[str] = []
    at = 0
    for start, end, _ in values:
        pieces += [masked[at : start - 1], CUT, text[start : end - 1], text[end - 1 : end] if end > start else ""]
        at = end
        if at < len(masked):
            pieces.append(CUT)
            at += 1
    pieces.append(masked[at:])
    return "".join(pieces) if values else masked


def _prose(text: str, blanks: list[tuple[int, int]], escaped: list[int]) -> str:
    """`text` with all of `blanks` as spaces, and the marks of emphasis too but those at `escaped`."""
    pieces: list[str] = []
    at = 0
    for start, end in sorted(blanks):
        if end > at:
            begin = max(start, at)
            pieces += [text[at:begin], blanked(text[begin:end])]
            at = end
    pieces.append(text[at:])
    prose = "".join(pieces)
    for mark in ("*", "~~", "=="):
        if mark in prose:
            prose = prose.replace(mark, " " * len(mark))
    if "_" in prose:
        prose = _underscores().sub(_unmarked, prose)
    pieces, at = [], 0
    for place in escaped:
        pieces += [prose[at:place], text[place]]
        at = place + 1
    return "".join([*pieces, prose[at:]])


def _unmarked(run: "re.Match[str]") -> str:
    """Underscores as spaces unless a word goes on behind them."""
    text, start, end = run.string, *run.span()
    within = start and text[start - 1].isalnum() and text[end : end + 1].isalnum()
    return run[0] if within else " " * len(run[0])


def _ignored(text: str, comments: list[tuple[int, int]], places: Places) -> dict[int, frozenset[str]]:
    """Rules switched off, by line; 0 for the whole file."""
    rules: dict[int, frozenset[str]] = {}
    for start, end in comments:
        for switch in _switches().finditer(text, start, end):
            codes = frozenset(code.upper() for code in _codes().findall(switch[2]))
            lines = [0]
            if not switch[1]:
                following = _next_text().match(text, end)
                lines = [places.spot(start).line, places.spot(end - 1).line]
                lines += [places.spot(following.end()).line] if following else []
            for line in dict.fromkeys(lines):
                rules[line] = rules.get(line, frozenset()) | codes
    return rules


@cache
def _underscores() -> "re.Pattern[str]":
    return re.compile(r"_+")


@cache
def _switches() -> "re.Pattern[str]":
    return re.compile(r"quotebank:\s{0,9}ignore(-file)?\s{0,9}=\s{0,9}((?:[A-Za-z]\d{1,9}[\s,]{0,9}){1,99})")


@cache
def _codes() -> "re.Pattern[str]":
    return re.compile(r"[A-Za-z]\d+")


@cache
def _next_text() -> "re.Pattern[str]":
    """From a comment's end to the next line that is not empty."""
    return re.compile(r"[^\n]*+\n(?:[ \t]*+\n)*+")
