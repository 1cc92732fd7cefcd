"""LaTeX, BibTeX and biber themselves: what their runs ask for is what is found in the source."""

import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from quotebank.draft.aux_files import read_aux, read_bcf
from quotebank.draft.latex import definitions, read_latex
from quotebank.draft.latex_macros import Macro
from quotebank.draft.records import Part

pytestmark = pytest.mark.tools

BIBLATEX = (
    r"\cite{a1} \cite[12]{a2} \cite[see][12]{a3} \cite*{a4} \Cite{a5}",
    r"\cite{b1, b2 ,b3} \parencite{ b4 }",
    "\\cite{c1,% a note, with \\cite{no} in it\n  c2,\n  c3}",
    "\\cite{d%\n   1} \\cite\n{d2} \\cite%\n{d3} \\cite [a] {d4}",
    r"\parencites(pre)(post)[see][1]{e1}[2]{e2}{e3}",
    (
        r"\cites{y1} {y2} \textbf{x} \cites{f1}{f2} text {not a key} \textcites{f3}[9]{f4} "
        r"\autocites{f5}{f6} \footcites{f7}{f8} \smartcites{f9}{f10}"
    ),
    r"\textcite{g1} \Textcite{g2} \footcite{g3} \footcitetext{g4} \autocite*{g5} \smartcite{g6} \supercite{g7}",
    r"\fullcite{h1} \footfullcite{h2} \citeauthor{h3} \citeauthor*{h4} \citetitle{h5} \citeyear{h6} \citedate{h7}",
    r"\citeurl{i1} \notecite{i2} \pnotecite{i3} \fnotecite{i4} \Citeauthor{i5} \citetitle*{i6} \Parencite{i7}",
    r"\volcite{2}[33]{j1} \volcite[see]{2}{j2} \pvolcite{1}{j3} \fvolcite{1}{j4} \tvolcite{1}[3]{j5} \avolcite{1}{j6}",
    r"\volcites{1}[2]{k1}{3}[4]{k2}",
    r"\nocite{l1,l2} \citefield{l3}{title} \citename{l4}{author}",
    r"\cite[a {] b} c]{m1} \cite[\emph{see} {[x]}][12]{m2} \cite[][]{m3} \footcite[\textit{x}]{m4}",
    r"\enquote{x \cite{n1}} \textcquote[12]{n2}{The text.} \textcquote[see][12]{n3}[.]{The text}",
    r"\blockcquote{o1}{A text.} \foreigntextcquote{german}[3]{o2}{Ein Text.}",
    "\\begin{displaycquote}[12]{p1} A text. \\end{displaycquote}",
    r"50\% \cite{q1} % \cite{no1}",
    r"\verb|\cite{no2}| \verb+%+ \cite{q2} \lstinline|\cite{no3}| \verb*!\cite{no4}! \cite{q3}",
    (
        "\\begin{verbatim}\n\\cite{no5}\n\\end{verbatim}\n\\begin{lstlisting}\n\\cite{no6} "
        "%\n\\end{lstlisting}\n\\cite{r1}"
    ),
    "\\begin{comment}\n\\cite{no7}\n\\end{comment}\n\\iffalse \\cite{no8} \\iftrue \\fi \\cite{no9} \\fi \\cite{r2}",
    "\\iffalse \\cite{no10} \\else \\cite{r3} \\fi",
    "a \\\\cite{no11} \\\\ \\cite{s1} \\\\\\cite{s2} \\url{http://x.example/a%20b} \\cite{s3}",
    "\\newcommand{\\citex}[1]{\\cite{#1}} \\citex{t1} \\citex{t2,t3}",
    "\\newcommand{\\citey}[2][3]{\\cite[#1]{#2}} \\citey{t4} \\citey[5]{t5}",
    (
        "\\newcommand\\rus[1]{\\footcite{rus:#1}} \\rus{t6} \\def\\ci#1{\\citex{#1}} "
        "\\ci{t7} \\let\\oc\\textcite \\oc[3]{t8}"
    ),
    "\\newcommand{\\known}{\\cite{t9}} \\newcommand{\\unused}{\\cite{no12}} \\known{}",
    "\\NewDocumentCommand{\\cxx}{O{}m}{\\parencite[#1]{#2}} \\cxx{t10} \\cxx[2]{t11}",
    "\\footnote{See \\textcite[p.~3]{u1}, and \\emph{also \\cite{u2}}.} $x$ \\section{On \\cite{u3}}",
    (
        "\\begin{quote}A block \\cite{v1}\\end{quote} \\[ x = \\text{\\cite{v2}} \\] "
        "\\begin{itemize}\\item[\\cite{v3}] x\\end{itemize}"
    ),
    "\\DeclareCiteCommand{\\mycite}{}{\\printnames{labelname}}{}{} \\mycite{w1}",
    r"\cite{x:1-2_3/4.5} \cite{Müller2021} \cite{ключ}",
)
"""Of biblatex and csquotes; a key that begins with ``no`` is not cited."""

NATBIB = (
    r"\citet{a1} \citep{a2} \citet*{a3} \citep*[see][p.~1]{a4} \citealt{a5} \citealt*{a6} \citealp[3]{a7}",
    r"\Citet{b1} \Citep{b2} \citeauthor{b3} \citeauthor*{b4} \citefullauthor{b5} \citeyear{b6} \citeyearpar{b7}",
    r"\citenum{c1} \citetext{see \citealp{c2}; prose} \defcitealias{c3}{C} \citetalias{c3} \citepalias{c4} \cite{c5}",
    "\\citep{d1, d2,\n d3} \\nocite{d4} \\citetext{no}",
)
APACITE = (
    r"\cite{a1} \cite<see>[p. 3]{a2,a3} \citeA{a4} \citeNP{a5} \citeauthor{a6} \citeyear{a7} \citeyearNP{a8}",
    r"\fullcite{b1} \shortcite{b2} \shortciteA{b3} \fullciteA<e.g.,>{b4} \citeauthorNP{b5} \nocite{b6} \maskcite{b7}",
)
JURABIB = (r"\cite[Meier][3]{a1} \footcite[3]{a2} \fullcite{a3} \footfullcite{a4} \citetitle{a5}",)


def run(folder: Path, *command: str) -> None:
    """One program over a document; skips the test where it is missing."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=120)


def latex(folder: Path, name: str) -> str:
    """The .aux of a run of LaTeX; skips the test where a package is missing."""
    run(folder, "pdflatex", "-interaction=nonstopmode", "-halt-on-error", f"{name}.tex")
    log = (folder / f"{name}.log").read_text(encoding="utf-8", errors="replace")
    missing = re.search(r"File `(.*)' not found", log)
    if missing:
        pytest.skip(f"{missing[1]} is not installed")
    assert "\n!" not in log, log[log.index("\n!") : log.index("\n!") + 600]
    return (folder / f"{name}.aux").read_text(encoding="utf-8")


def document(packages: str, snippets: tuple[str, ...]) -> str:
    """A document of these snippets, a paragraph each."""
    body = "\n\n".join(snippets)
    return f"\\documentclass{{article}}\n{packages}\n\\begin{{document}}\n{body}\n\\end{{document}}\n"


BIBLATEX_PACKAGES = r"""\usepackage[T1]{fontenc}\usepackage[backend=biber]{biblatex}
\usepackage{csquotes,amsmath,listings,verbatim,url}
\SetCiteCommand{\parencite}"""


@pytest.mark.parametrize(
    ("packages", "snippets"),
    [
        (BIBLATEX_PACKAGES, BIBLATEX),
        (r"\usepackage{natbib}", NATBIB),
        (r"\usepackage{apacite}", APACITE),
        (r"\usepackage{jurabib}", JURABIB),
    ],
    ids=["biblatex", "natbib", "apacite", "jurabib"],
)
def test_a_run_asks_for_the_keys_found(tmp_path: Path, packages: str, snippets: tuple[str, ...]) -> None:
    """LaTeX writes into its .aux exactly the keys found in the source, in their order."""
    text = document(packages, snippets)
    (tmp_path / "x.tex").write_text(text, encoding="utf-8")
    asked = read_aux("x.aux", latex(tmp_path, "x"))
    found = read_latex("x.tex", text)
    assert list(dict.fromkeys(each.key for each in found.citations)) == list(
        dict.fromkeys(each.key for each in asked.citations)
    )
    assert not [each.key for each in found.citations if each.key.startswith("no")]
    assert found.troubles == ()


THESIS = {
    "main.tex": r"""\documentclass{report}
\usepackage[backend=biber,style=authoryear]{biblatex}
\usepackage{csquotes,import}
\addbibresource{x.bib}
\newcommand{\press}[2][]{\footcite[#1]{press:#2}}
\includeonly{chapters/one,chapters/two}
\begin{document}
\title{The Trial \textcite{t1}}\maketitle
\input{front}
\include{chapters/one}
\include{chapters/two}
\include{chapters/left}
\import{parts/}{appendix}
\printbibliography
\end{document}
\cite{no1}
""",
    "front.tex": "Thanks to \\citeauthor{f1}. % \\cite{no2}\n\\input chapters/deep \\endinput\n\\cite{no3}\n",
    "chapters/deep.tex": "Deep \\parencite[see][12--14]{d1,\n%\n d2}.\n",
    "chapters/one.tex": "\\chapter{One}\\press[3]{tass} said \\enquote{x}\\footnote{\\textcites{o1}[2]{o2}}.\n",
    "chapters/two.tex": "\\chapter{Two}\\press{izv}\n\\begin{verbatim}\n\\cite{no4}\n\\end{verbatim}\\autocite{w1}\n",
    "chapters/left.tex": "\\chapter{Left}\\cite{no5}\n",
    "parts/appendix.tex": "\\nocite{p1,p2} \\textcquote[12]{p3}{The words}.\n",
}
PAPER = {
    "main.tex": r"""\documentclass{article}
\usepackage{natbib}
\begin{document}
\section{On \citet{s1}}
As \citeauthor{s2} \citeyearpar{s2} has it; see \citep[e.g.][p.~3]{s3,s4}.
\input{methods.tex}
\bibliographystyle{plainnat}
\bibliography{x}
\end{document}
""",
    "methods.tex": (
        "\\citealt{m1} and \\citealp*{m2}. \\iffalse \\citet{no1} \\fi 5\\% of \\citet{m3}.\n\\nocite{*} "
        "\\endinput \\citet{m4}\n\\citet{no2}\n"
    ),
}
REPORT = {
    "main.tex": r"""\documentclass{article}
\usepackage[backend=biber,natbib=true]{biblatex}
\usepackage{subfiles,listings}
\addbibresource{x.bib}
\input{macros}
\begin{document}
\rus{a1} and \both{a2}{a3}, \citet[3]{a4}.
\subfile{sub}
\end{document}
""",
    "macros.tex": "\\newcommand{\\rus}[1]{\\parencite{rus:#1}}\n"
    "\\newcommand{\\both}[2]{\\textcite{#1}, as cited in \\textcite[12]{#2}}\n\\newcommand{\\never}{\\cite{no1}}\n",
    "sub.tex": "\\documentclass[main]{subfiles}\n\\begin{document}\n\\volcite{2}[3]{b1}\n"
    "\\begin{lstlisting}\n\\cite{no2}\n\\end{lstlisting}\n\\rus{b2}\n\\end{document}\n\\cite{no3}\n",
}


def gathered(
    folder: Path, name: str, macros: Mapping[str, Macro] | None = None
) -> tuple[list[Part], Mapping[str, Macro]]:
    """A file and all that it includes, in their order, each knowing the commands defined before it."""
    text = (folder / name).read_text(encoding="utf-8")
    known = definitions(text, macros)
    part = read_latex(name, text, known)
    below = []
    for include in part.includes:
        found, known = gathered(folder, include, known)
        below += found
    return [read_latex(name, text, known), *below], known


@pytest.mark.parametrize("files", [THESIS, PAPER, REPORT], ids=["thesis", "paper", "report"])
def test_a_manuscript_of_several_files_asks_for_what_a_run_asks_for(tmp_path: Path, files: dict[str, str]) -> None:
    """Over all files of a manuscript the keys are those of the run's .bcf or .aux, as is the wish for all entries."""
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    aux = latex(tmp_path, "main")
    control = tmp_path / "main.bcf"
    asked = read_bcf("main.bcf", control.read_bytes()) if control.exists() else read_aux("main.aux", aux)
    assert asked.troubles == ()
    parts, _ = gathered(tmp_path, "main.tex")
    keys = {each.key for part in parts for each in part.citations}
    expected = {each.key for each in asked.citations}
    for include in asked.includes:
        expected |= {each.key for each in read_aux(include, (tmp_path / include).read_text()).citations}
    assert keys == expected
    assert any(part.all_entries for part in parts) == asked.all_entries
    assert [trouble for part in parts for trouble in part.troubles] == []


def test_biber_looks_for_the_same_keys(tmp_path: Path) -> None:
    """Biber misses in an empty bibliography just the keys that are read from its control file."""
    text = document(r"\usepackage[backend=biber]{biblatex}\addbibresource{x.bib}", (r"\cite{a,b}\nocite{c}\cite{d}",))
    (tmp_path / "x.tex").write_text(text, encoding="utf-8")
    (tmp_path / "x.bib").write_text("@misc{d, title={D}}\n")
    latex(tmp_path, "x")
    if shutil.which("biber") is None:
        pytest.skip("biber is not installed")
    done = subprocess.run(["biber", "x"], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120)
    missing = set(re.findall(r"find a database entry for '(.*?)'", done.stdout))
    found = read_bcf("x.bcf", (tmp_path / "x.bcf").read_bytes())
    assert missing | {"d"} == {each.key for each in found.citations} == {"a", "b", "c", "d"}
    assert [each.mode for each in found.citations if each.key == "c"] == ["nocite"]
