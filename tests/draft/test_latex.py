"""Drafts in LaTeX: what is cited where and how, includes, the writer's own commands, and what is told."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.draft.latex import definitions, read_latex


def keys(text: str) -> list[str]:
    """The keys found, in their order."""
    return [each.key for each in read_latex("x.tex", text).citations]


def test_a_citation_and_its_place() -> None:
    """Key, line, column, command, notes and cluster of each citation are those of the text."""
    text = "One.\n\\parencite[see][p.~12]{a, b} and \\textcite{c}."
    found = read_latex("x.tex", text).citations
    assert [(each.key, each.spot, each.command, each.mode, each.cluster) for each in found] == [
        ("a", ("x.tex", 2, 24), "\\parencite", "parenthetical", 0),
        ("b", ("x.tex", 2, 27), "\\parencite", "parenthetical", 0),
        ("c", ("x.tex", 2, 44), "\\textcite", "narrative", 1),
    ]
    assert [(each.prefix, each.suffix, each.locator) for each in found] == [
        ("see", "", ""),
        ("", "p. 12", "12"),
        ("", "", ""),
    ]
    assert all(text[each.start : each.end] == each.key for each in found)


MODES = {
    "parenthetical": (
        r"\cite{k} \citep{k} \citep*{k} \parencite{k} \footcite{k} \autocite{k} \citealt{k} "
        r"\supercite{k} \volcite{1}{k}"
    ),
    "narrative": (
        r"\citet{k} \citet*{k} \textcite{k} \Textcite{k} \citeauthor{k} \citeA{k} \textcites{k} "
        r"\tvolcite{1}{k}"
    ),
    "suppressed": r"\citeyear{k} \citetitle{k} \citedate{k} \citeurl{k} \parencite*{k} \autocite*{k} \citeyearpar{k}",
    "full": r"\fullcite{k} \footfullcite{k} \bibentry{k}",
    "nocite": r"\nocite{k}",
}


@pytest.mark.parametrize("mode", MODES)
def test_modes(mode: str) -> None:
    """Each command cites in its mode; biblatex's star leaves the author out, natbib's does not."""
    text = MODES[mode]
    found = read_latex("x", text).citations
    assert len(found) == text.count("{k}")
    assert {each.mode for each in found} == {mode}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"\cite[12]{k}", ("", "12", "12")),
        (r"\cite[see][]{k}", ("see", "", "")),
        (r"\cite[][chap.~3, with doubts]{k}", ("", "chap. 3, with doubts", "chap. 3")),
        (r"\cite[\emph{cf.} {[a]}][12--14]{k}", ("cf. [a]", "12–14", "12–14")),
        (r"\cite<e.g.,>[p. 3]{k}", ("e.g.,", "p. 3", "3")),
        ("\\cite[see\n  also][12\\psq]{k}", ("see also", "12", "12")),
        (r"\volcite[see]{2}[33]{k}", ("see", "33", "33")),
        (r"\cites(pre)(post)[1]{k}", ("pre", "1 post", "1")),
        (r"\textcquote[12]{k}[.]{Text}", ("", "12", "12")),
        (r"\cite[but not here]{k}", ("", "but not here", "")),
    ],
)
def test_notes(text: str, expected: tuple[str, str, str]) -> None:
    """The notes before and behind a key are plain text, and what of them names a place is the locator."""
    (found,) = read_latex("x", text).citations
    assert (found.prefix, found.suffix, found.locator) == expected


@pytest.mark.parametrize(
    "text",
    [
        "% \\cite{no}",
        "\\verb|\\cite{no}|",
        "\\begin{verbatim*}\n\\cite{no}\n\\end{verbatim*}",
        "\\begin{minted}[x]{tex}\n\\cite{no}\n\\end{minted}",
        "\\iffalse\\cite{no}\\fi",
        "\\end{document}\n\\cite{no}",
        "\\endinput\n\\cite{no}",
        "\\newcommand{\\x}[1]{\\cite{#1}}",
        "\\\\cite{no}",
        "\\citestyle{no}",
        "\\bibcite{no}{1}",
        "\\recite{no}",
        "\\cite{}",
        "\\cite{ , }",
        "\\excludecomment{x}\\begin{x}\\cite{no}\\end{x}",
        "\\mintinline{tex}{\\cite{no}}",
        "\\lstinline[a=b]!\\cite{no}!",
        "\\iffalse\\ifx\\a\\b\\fi\\cite{no}\\fi",
        "me@x.org \\citation",
        "\\begin{filecontents*}{x.bib}\n\\cite{no}\n\\end{filecontents*}",
        "\\let\\oldcite\\cite",
        "\\DeclareCiteCommand{\\x}{}{}{}{}",
    ],
)
def test_what_is_no_citation(text: str) -> None:
    """Comments, verbatim, unused branches, definitions and what stands behind the end cite nothing, without trouble."""
    part = read_latex("x", text)
    assert (part.citations, part.troubles) == ((), ())


def test_own_commands_are_followed() -> None:
    """Each use of a command that was defined to cite is a citation where its argument stands."""
    text = (
        "\\newcommand{\\press}[2][]{\\footcite[see][#1]{press:#2}}\n"
        "\\newcommand{\\two}[2]{\\textcite{#1}, in \\press[3]{#2}}\n"
        "\\press[12]{tass} \\two{a, b}{c} \\known"
    )
    found = read_latex("x", text).citations
    assert [(each.key, each.command, each.prefix, each.locator) for each in found] == [
        ("press:tass", "\\footcite", "see", "12"),
        ("a", "\\textcite", "", ""),
        ("b", "\\textcite", "", ""),
        ("press:c", "\\footcite", "see", "3"),
    ]
    assert [text[each.start : each.end] for each in found] == ["tass", "a", "b", "c"]
    assert [each.cluster for each in found] == [0, 1, 1, 1]


def test_own_commands_of_another_file() -> None:
    """What one file defines holds in the next; a definition there may hide or build on it."""
    known = definitions("\\newcommand{\\x}[1]{\\cite{a:#1}}\\newcommand{\\fixed}{\\cite{f}}")
    text = "\\x{k} \\fixed"
    found = read_latex("x", text, known).citations
    assert [(each.key, text[each.start : each.end]) for each in found] == [("a:k", "k"), ("f", "\\fixed")]
    assert [each.key for each in read_latex("x", "\\def\\y#1{\\x{b:#1}}\\y{k}", known).citations] == ["a:b:k"]
    assert keys("\\x{k}") == []


def test_definitions_that_grow_are_bounded() -> None:
    """Commands that double their argument again and again come to an end."""
    text = "\\newcommand{\\aa}[1]{\\cite{#1#1}\\cite{#1}}" + "".join(
        f"\\newcommand{{\\a{chr(98 + n)}}}[1]{{\\a{chr(97 + n)}{{#1#1}}\\a{chr(97 + n)}{{#1}}}}" for n in range(20)
    )
    start = time.process_time()
    read_latex("x", f"{text}\\au{{k}}")
    assert time.process_time() - start < 5


def test_includes() -> None:
    r"""Included files are named once, in order, with a suffix; ``\includeonly`` chooses chapters."""
    text = (
        "\\includeonly{ch/one,two}\\input{front}\\input back.tex \\include{ch/one}\\include{no}\\include{two}"
        "% \\input{no}\n"
        "\\subfile{s}\\import{parts/}{a}\\subimport*{b/}{c.tex}\\input{plot.tikz}"
        "\\input{front}\\includegraphics{no}\\inputenc{no}"
    )
    part = read_latex("x", text)
    assert part.includes == (
        "front.tex",
        "back.tex",
        "ch/one.tex",
        "two.tex",
        "s.tex",
        "parts/a.tex",
        "b/c.tex",
        "plot.tikz",
    )
    assert read_latex("x", "\\include{a}\\include{b}").includes == ("a.tex", "b.tex")


def test_the_wish_for_all_entries() -> None:
    r"""``\nocite{*}`` is a wish and no key; a star elsewhere is none."""
    part = read_latex("x", "\\nocite{*}")
    assert (part.all_entries, part.citations) == (True, ())
    assert not read_latex("x", "\\nocite{a} % \\nocite{*}").all_entries


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a\n\\cite{b", 2, "does not end"), ("\\cite[a{b}", 1, "does not end"), ("\\cite{a\n\nb}", 1, "does not end"),
        ("\\cite{\\key}", 1, "made by a macro"), ("\n\n\\begin{verbatim}\n\\cite{a}", 3, "does not end"),
        ("\\iffalse \\cite{a}", 1, "\\iffalse"), ("\\input{\\folder/x}", 1, "named by a macro"), ("a\0", 1, "NUL"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told(text: str, line: int, words: str) -> None:
    """What does not end, and what a macro makes, is told with its place and what to do."""
    (trouble,) = read_latex("x.tex", text).troubles
    assert words in trouble.message
    assert trouble.spot.line == line
    assert trouble.hint


def test_rules_switched_off() -> None:
    """A comment switches rules off for its line and the next line of text, or for the file; verbatim does not."""
    text = "a % quotebank: ignore=Q104, q105\n\nb\n% quotebank: ignore-file=Q301\n\\verb|% quotebank: ignore=Q9|\n"
    both = frozenset({"Q104", "Q105"})
    assert read_latex("x", text).ignored == {0: frozenset({"Q301"}), 1: both, 3: both}


def test_keys_are_whole() -> None:
    """``lankov2021b`` never counts as ``lankov2021``; a key broken by a comment is one key, and ends where it ends."""
    assert keys("\\cite{lankov2021b}\\cite{lankov2021,lankov2021-x}") == ["lankov2021b", "lankov2021", "lankov2021-x"]
    text = "\\cite{a,% first\n  lan%\n  kov ,c}"
    found = read_latex("x", text).citations
    assert [each.key for each in found] == ["a", "lankov", "c"]
    assert text[found[1].start : found[1].end] == "lan%\n  kov"


def test_line_ends_of_other_systems() -> None:
    """Lines end as in any system; columns count characters."""
    for end in ("\n", "\r\n", "\r"):
        (found,) = read_latex("x", f"Ключ{end}{end}é \\cite{{k}}").citations
        assert found.spot == ("x", 3, 9)


PIECES = st.lists(
    st.sampled_from(
        [
            "\\cite",
            "\\cites",
            "\\volcite",
            "{a}",
            "{",
            "}",
            "[",
            "]",
            "[b]",
            "(",
            ")",
            "%",
            "\\%",
            "\\\\",
            "\\",
            "\\verb|",
            "|",
            "\\begin{verbatim}",
            "\\end{verbatim}",
            "\\enquote",
            "\\newcommand",
            "\\x",
            "[1]",
            "#1",
            "$",
            "\\(",
            "\\[",
            "\\item",
            "\\iffalse",
            "\\fi",
            "\\else",
            "\\input",
            "\\textcquote",
            "\\begin{quote}",
            "\\end{quote}",
            "\\end{document}",
            '\\"u',
            "`",
            "''",
            "--",
            "~",
            "&",
            "\\let",
            "\\def",
            "é",
            "word",
            "\0",
            "\r",
            "\n",
            "\n\n",
            " ",
        ]
    )
).map("".join)


@given(PIECES)
def test_anything_is_read(text: str) -> None:
    """Any string is read: the prose has its length and line ends, and what is cited lies in the text."""
    part = read_latex("x", text)
    assert len(part.prose) == len(text)
    assert [at for at, char in enumerate(part.prose) if char in "\r\n"] == [
        at for at, char in enumerate(text) if char in "\r\n"
    ]
    assert all(0 <= each.start < each.end <= len(text) and each.key for each in part.citations)


HOSTILE = (
    "{",
    "}",
    "[",
    "\\",
    "\\cite",
    "\\cite{",
    "\\cite[",
    "\\cite[{",
    "{\\cite[{}",
    "\\cites(",
    "\\cites(a)[b]{c}",
    "[b]{c}\\cites",
    "\\volcite{a}[",
    "\\textcquote{",
    "\\enquote{",
    "\\emph{",
    "\\begin{verbatim}",
    "\\begin{equation}",
    "\\begin{quote}",
    "\\begin{",
    "\\verb|",
    "\\iffalse",
    "\\iffalse\\if",
    "\\newcommand{\\a}[1]{",
    "\\newcommand{\\a}[1]{\\cite{#1}}\\a{",
    "\\def\\a#1{",
    "\\let\\a\\cite",
    "$",
    "$$",
    "\\(",
    "\\[",
    "%",
    "%\n",
    "\\cite{a,%\n",
    "\\cite%\n",
    " ",
    "\n",
    "\\input{",
    "\\import{a}",
    "\\label{{",
    "\\setlength{a}",
    "\\href{",
    "\\url[",
    "\\lstinline[",
    "\\item[",
    "\\'{",
    "\\cite<",
    "\\includeonly{",
    "\\NewDocumentCommand{\\x}{{",
    "%quotebank: ignore=a,\n",
    "\\cite[1-1-1-",
    "\\footnote{\\cite[",
    "\\a{\\a",
    "\x00",
    "\r",
    "a",
)


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_is_linear(unit: str) -> None:
    """Eight times the text takes no more than about eight times as long, whatever is repeated without an end."""

    def taken(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        read_latex("x", text)
        return time.process_time() - start

    small = max(min(taken(12_500) for _ in range(3)), 0.002)
    assert min(taken(100_000) for _ in range(2)) < 40 * small


def test_scanning_is_fast() -> None:
    """A manuscript is scanned at megabytes a second, not kilobytes."""
    text = (
        "As Lankov put it, ``it stays'' \\parencite[see][12]{lankov2021}, \\emph{though} "
        "others\\footnote{See \\cite{a}.} differ.\n"
    ) * 10_000
    start = time.process_time()
    assert len(read_latex("x", text).citations) == 20_000
    assert time.process_time() - start < 4
