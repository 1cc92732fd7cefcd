"""A paper in Markdown and one in LaTeX, from the draft to the printed page, with the writers' own tools."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from quotebank.cite.engine import EngineUnavailable
from quotebank.cite.pandoc import Pandoc
from tests.cli.conftest import Cli

MARKDOWN = """---
title: What the press made of a new ism
---

# What was said

Lankov coined a word for it [@lankov2021a, para. 11; as cited in @countryreport2021russia, para. 11]. Two papers were
slower to follow: @mirzaian2021 [as cited in @countryreport2021russia] and the authors of a long piece in a monthly
[@barskii2021; as cited in @countryreport2021russia].^[See also [@zuenko2021; as cited in @countryreport2021russia].]

An address such as ada@example.org cites nothing, and neither does `@nobody2021`.

# References
"""

LATEX = r"""\documentclass{article}
\usepackage[T1]{fontenc}
\usepackage[style=authoryear,backend=biber]{biblatex}
\addbibresource{refs.bib}
\begin{document}
Lankov coined a word for it (\cite{lankov2021a}, as cited in \cite[para.~11]{countryreport2021russia}).
% \cite{nobody2021} is a comment.
\input{more}
\printbibliography
\end{document}
"""
MORE = r"""Two papers were slower to follow
\parencites{mirzaian2021}{barskii2021}[as cited in][]{countryreport2021russia}.
"""
CITED = {"lankov2021a", "countryreport2021russia", "mirzaian2021", "barskii2021"}


def program(name: str) -> str:
    """The path of a program; skips the test where there is none."""
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"{name} is not installed")
    return path


def run(folder: Path, *command: str) -> str:
    """What a program says that ends well."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, (command, done.stdout[-3000:], done.stderr[-3000:])
    return done.stdout + done.stderr


@pytest.mark.tools
def test_a_paper_in_markdown(sample: Cli, tmp_path: Path) -> None:
    """Draft, lint clean, bibliography, HTML and Word: no warning, every citation resolved, and nothing else listed."""
    try:
        pandoc = Pandoc.find(os.environ).program
    except EngineUnavailable:
        pytest.skip("pandoc is not installed")
    (tmp_path / "paper.md").write_text(MARKDOWN, encoding="utf-8")
    linted = sample("lint", "paper.md")
    assert (linted.code, linted.out) == (0, ""), linted
    assert sample("export", "--cited-in", "paper.md", "-o", "refs.csl.json").code == 0
    assert sample("export", "--cited-in", "paper.md", "--profile", "pandoc", "-o", "refs.bib").code == 0
    assert sample("export", "--cited-in", "paper.md", "--profile", "pandoc", "--check", "refs.bib").code == 0
    for refs in ("refs.csl.json", "refs.bib"):
        for target in ("paper.html", "paper.docx"):
            words = ("--citeproc", "--bibliography", refs, "--fail-if-warnings", "--standalone", "-o", target)
            assert run(tmp_path, pandoc, *words, "paper.md") == ""
        html = (tmp_path / "paper.html").read_text(encoding="utf-8")
        listed = {part.split('"')[0] for part in html.split('id="ref-')[1:]}
        assert listed == CITED | {"zuenko2021"}
        assert "???" not in html


@pytest.mark.tools
def test_a_paper_in_latex(sample: Cli, tmp_path: Path) -> None:
    """Draft with an included file, lint clean, bibliography, pdflatex, biber: no warning, every citation resolved."""
    latex, biber = program("pdflatex"), program("biber")
    if subprocess.run([program("kpsewhich"), "biblatex.sty"], capture_output=True, check=False).returncode:
        pytest.skip("biblatex is not installed")
    (tmp_path / "paper.tex").write_text(LATEX, encoding="utf-8")
    (tmp_path / "more.tex").write_text(MORE, encoding="utf-8")
    linted = sample("lint", "paper.tex")
    assert (linted.code, linted.out) == (0, ""), linted
    assert sample("export", "--cited-in", "paper.tex", "-o", "refs.bib").code == 0
    assert sample("export", "--cited-in", "paper.tex", "--check", "refs.bib").code == 0
    run(tmp_path, latex, "-interaction=nonstopmode", "paper.tex")
    said = run(tmp_path, biber, "paper")
    assert "WARN" not in said
    assert "ERROR" not in said
    run(tmp_path, latex, "-interaction=nonstopmode", "paper.tex")
    log = run(tmp_path, latex, "-interaction=nonstopmode", "paper.tex")
    assert "Warning" not in log
    assert "undefined" not in log
    entries = (tmp_path / "refs.bib").read_text(encoding="utf-8")
    assert {line.split("{")[1].rstrip(",") for line in entries.splitlines() if line.startswith("@")} == CITED
