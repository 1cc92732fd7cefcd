"""The prose of a LaTeX manuscript: where it stood, with the marks it prints, and words in one piece."""

import pytest

from quotebank.draft.latex import read_latex
from quotebank.draft.latex_prose import INSIDE


def prose(text: str) -> str:
    """The prose without what fills words, spaces run together; its length is checked."""
    found = read_latex("x", text).prose
    assert len(found) == len(text)
    return " ".join(found.replace(INSIDE, "").split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"He \emph{said} \textbf{it} {\em so}.", "He said it so."),
        (r"Part\emph{ial} {T}ASS and {TASS}'s", "Partial TASS and TASS's"),
        (r"\section[short]{A title}\label{sec:a} Text~\ref{sec:a}", "A title Text"),
        (r"Word\footnote{A note.} more", "Word A note. more"),
        (r"\caption[x]{A caption} \includegraphics[width=3cm]{x.png}", "A caption"),
        (r"``Quoted'' and `single' -- a---b, 1--2 \ldots{} end\dots", "“Quoted” and ‘single' – a—b, 1–2 … end…"),
        (r"\enquote{Outer \enquote{inner} words} \enquote*{x}", "“Outer ‘inner’ words” “x”"),
        (r"\textquote[\cite{a}]{Words} \foreignquote{german}{Worte}", "“Words” “Worte”"),
        (r"\textcquote[12]{a}[.]{The words} \blockcquote{b}{Block}", "“The words” “Block”"),
        (r"\begin{quote}A block\end{quote} \begin{displaycquote}[3]{a}Text\end{displaycquote}", "“A block” “Text”"),
        (r"50\% \& \$5 \#1 a\_b \{x\}", "50% & $5 #1 a_b {x}"),
        (
            'M\\"uller, M{\\"u}ller, caf\\\'e, \\v{S}ev\\v{c}enko, na\\"{\\i}ve, Stra\\ss e, \\o re',
            "Müller, Müller, café, Ševčenko, naïve, Straße, øre",
        ),
        (r"$a_b$ \(c\) \[d\] $$e$$ \begin{equation}f\end{equation}g", "g"),
        (r"a \cite[see][3]{k} b \parencites{c}[d]{e} f", "a b f"),
        (r"\begin{tabular}{lc} a & b \\[2pt] c \\ \hline\end{tabular}", "a b c"),
        (r"\begin{itemize}\item[First] one \item two\end{itemize}", "First one two"),
        (r"\href{http://x.example/a%20b}{the link} \url{http://x.example}", "the link"),
        (r"\textcolor{red}{warm} \foreignlanguage{german}{Worte} \hspace{2em} x", "warm Worte x"),
        ("a % comment\nb \\verb|code| c", "a b c"),
        ("\\documentclass{article}\n\\title{No}\n\\begin{document}\nText\n\\end{document}\nno", "Text"),
        (r"\newcommand{\x}[1]{no \cite{#1}} \x{k} yes", "yes"),
        (r"\unknown{text} \LaTeX{} \par more \index{no}", "text LaTeX more"),
        (r"\begin{thebibliography}{9}\bibitem{a} no\end{thebibliography} \input{no} \input no", ""),
        ('"`Worte"\' und "<mots">', "„Worte“ und «mots»"),
        (r"\enquote{open and \$5", "open and $5"),
        (r"dis\-cretion\-ary sha\/pe z.\,B.\ x", "discretionary shape z. B. x"),
    ],
)
def test_what_is_printed(text: str, expected: str) -> None:
    """Markup goes, running text stays, quotation marks and letters are those that are printed."""
    assert prose(text) == expected


def test_each_character_keeps_its_place() -> None:
    """An offset means the same place in text and prose, line ends included."""
    text = "One \\emph{two}\r\nthree % no\r\n\\enquote{four} \\cite{k}\n\nfive"
    found = read_latex("x", text).prose
    for word in ("One", "two", "three", "four", "five"):
        assert found.index(word) == text.index(word)
    assert found[text.index("{four")] == "“"
    assert found[text.index("} \\cite")] == "”"
    assert found.splitlines(keepends=True)[2][-1] == "\n"


def test_words_stay_in_one_piece() -> None:
    """What prints nothing inside a word fills it without breaking it: a soft hyphen, never a space."""
    text = 'M{\\"u}ller {T}ASS'
    found = read_latex("x", text).prose
    assert found.split() == [f"M{INSIDE}ü{INSIDE * 3}ller", f"{INSIDE}T{INSIDE}ASS"]


def test_deep_quotations_keep_their_marks() -> None:
    """A quotation with groups in groups is still marked."""
    assert prose(r"\enquote{a \emph{b \textbf{c \textit{d}}} e}") == "“a b c d e”"
