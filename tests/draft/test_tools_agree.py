"""``export --cited-in`` gives exactly the set that the tools ask for: pandoc's citeproc, BibTeX, biber.

Thirty manuscripts of every format, most of them in the folder beside this file, documents of a word processor and the
files of LaTeX's runs made here. Typst, docutils and MyST are not to be had for a test: what they ask for is written
down by hand from their manuals. The bank has every key that the manuscripts cite, and keys that they only seem to cite.
"""

import datetime
import io
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest

from quotebank import Bank
from quotebank.cite.engine import EngineUnavailable
from quotebank.cite.pandoc import Pandoc
from quotebank.cli.main import main
from quotebank.cli.session import Session
from quotebank.model.articles import Article
from quotebank.model.names import Name
from tests.cli.conftest import environment

MANUSCRIPTS = Path(__file__).with_name("manuscripts")

CITED = (
    "lankov2021", "lankov2021b", "zuenko2021", "zuenko2021novaya", "mirzaian2021", "mirzaian2021japan", "timokhin2021",
    "tass2021a", "tass2021b", "kommersant:2020", "who-2019", "harbin.2014", "kim_2018", "interfax2022",
)  # fmt: skip
SEEMING = ("incode2020", "commented2020", "harbin", "agency", "fig-map", "tbl-talks", "sec-talks", "eq-sum", "2",
           "map", "talks", "part-one", "local", "one", "two", "1", "tass2021", "kommersant", "who", "kim")  # fmt: skip
"""Keys of records that no manuscript cites, though some of them stand in one."""

MARKDOWN = ("essay.md", "footnotes.md", "nocite.md", "grenze.md", "granica.md", "code.md", "shapes.md", "braces.md",
            "notebook.Rmd", "report.qmd", "_appendix.qmd")  # fmt: skip
ORG = ("talks.org", "reading.org")
DOCUMENTS = (("granica.md", "docx"), ("shapes.md", "docx"), ("grenze.md", "odt"), ("shapes.md", "odt"))
BIBTEX = ("natbib.tex", "plain.ltx", "everything.tex")
BIBER = ("biblatex.tex", "book/main.tex")
BY_HAND = {
    "paper.typ": {"lankov2021", "zuenko2021", "tass2021a", "kim_2018", "who-2019", "mirzaian2021", "interfax2022",
                  "tass2021b"},
    "thesis/main.typ": {"kommersant:2020", "timokhin2021", "lankov2021b", "harbin.2014"},
    "paper.rst": {"lankov2021", "tass2021a", "zuenko2021", "kim_2018", "interfax2022", "mirzaian2021", "who-2019"},
    "myst.md": {"lankov2021", "zuenko2021", "tass2021a", "kim_2018", "interfax2022"},
    "obsidian.md": {"lankov2021", "zuenko2021", "kim_2018", "tass2021a"},
}  # fmt: skip
QUARTO = re.compile(r"(?:fig|tbl|sec|eq)-")
"""Quarto resolves these itself before pandoc's citeproc sees them."""


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bank with a record for each key, cited and not."""
    folder = tmp_path_factory.mktemp("bank")
    with Bank.create(folder / "bank.jsonl", cache=folder / "cache") as made, made.transaction("import") as change:
        for number, key in enumerate((*CITED, *SEEMING)):
            change.add_article(
                Article(
                    key=key, title=f"Report {number}", outlet="Harbin News", url=f"https://x.example/{number}",
                    authors=(Name(family=f"Author{chr(97 + number % 26)}{number}", given="A."),),
                )
            )  # fmt: skip
    return folder / "bank.jsonl"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the manuscripts to work in."""
    return Path(shutil.copytree(MANUSCRIPTS, tmp_path / "work"))


def export(bank: Path, folder: Path, *words: str) -> str:
    """Run ``export`` as a writer does in the folder; its answer, when nothing was wrong."""
    out, err = io.StringIO(), io.StringIO()
    session = Session(None, out, err, environment(bank.parent), folder, lambda: datetime.date(2021, 11, 30))
    code = main(["export", "--bank", str(bank), *words], session)
    assert code == 0, err.getvalue()
    return out.getvalue()


def cited_in(bank: Path, folder: Path, draft: str) -> set[str]:
    """The keys that are exported for a draft."""
    return set(re.findall(r"\[@(.*)\]", export(bank, folder, "--cited-in", draft, "--format", "pandoc")))


@cache
def pandoc() -> str:
    """The path of pandoc 3; skips the test where there is none."""
    try:
        return Pandoc.find(os.environ).program
    except EngineUnavailable:
        pytest.skip("pandoc is not installed")


def tool(name: str, *packages: str) -> str:
    """The path of a program of TeX; skips the test where it or one of its packages is missing."""
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"{name} is not installed")
    for package in packages:
        found = subprocess.run(["kpsewhich", package], capture_output=True, check=False, timeout=60)
        if found.returncode:
            pytest.skip(f"{package} is not installed")
    return path


def run(folder: Path, *command: str, code: int | None = 0) -> str:
    """Run a tool in a folder; what it says."""
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, errors="replace", check=False, timeout=240,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert code is None or done.returncode == code, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout + done.stderr


def asked_by_pandoc(folder: Path, draft: str, form: str) -> set[str]:
    """The keys of all citations in pandoc's own reading of a draft."""
    return set(_cites(json.loads(run(folder, pandoc(), "-f", form, "-t", "json", draft))))


def _cites(node: object, typed: str = "") -> Iterator[str]:
    """The keys of the citations in a tree, of those that are typed with this mark."""
    if isinstance(node, dict):
        if node.get("t") == "Cite" and any(typed in str(piece.get("c", "")) for piece in node["c"][1]):
            yield from (citation["citationId"] for citation in node["c"][0])
        node = list(node.values())
    if isinstance(node, list):
        for each in node:
            yield from _cites(each, typed)


def listed_by_citeproc(folder: Path, draft: str, form: str, bibliography: str) -> tuple[set[str], str]:
    """The keys of the bibliography that citeproc prints, and what it complains of."""
    said = run(
        folder, pandoc(), "-f", form, "-t", "html", "--citeproc", "--bibliography", bibliography, "--standalone",
        "--metadata", "title=x", draft,
    )  # fmt: skip
    return set(re.findall(r'id="ref-([^"]+)"', said)), "\n".join(re.findall(r"\[WARNING\].*", said))


@pytest.mark.tools
@pytest.mark.parametrize("draft", [*MARKDOWN, *ORG])
def test_pandoc_asks_for_the_same(bank: Path, folder: Path, draft: str) -> None:
    """Of Markdown, Quarto, R Markdown and Org: what pandoc cites, and with our export citeproc misses nothing."""
    form = "org" if draft.endswith(".org") else "markdown"
    files = [draft, "_appendix.qmd"] if draft == "report.qmd" else [draft]
    asked = {key for name in files for key in asked_by_pandoc(folder, name, form) if not QUARTO.match(key)}
    assert cited_in(bank, folder, draft) == asked
    assert asked <= set(CITED)
    assert len(asked) > 1
    for bibliography in ("refs.bib", "refs.csl.json"):
        export(bank, folder, "--cited-in", draft, "--output", bibliography)
        if len(files) == 1:
            listed, said = listed_by_citeproc(folder, draft, form, bibliography)
            assert (listed, said) == (asked, "")
        assert export(bank, folder, "--cited-in", draft, "--check", bibliography) == ""


@pytest.mark.tools
@pytest.mark.parametrize(("draft", "form"), DOCUMENTS)
def test_documents_hold_the_same(bank: Path, folder: Path, draft: str, form: str) -> None:
    """A document that pandoc makes of a draft, citations as they are typed, cites what that cites in brackets.

    Without brackets ``@name`` is an account of somebody's more often than a citation in such a document.
    """
    name = f"{Path(draft).stem}.{form}"
    run(folder, pandoc(), "-f", "markdown", "-o", name, draft)
    tree = json.loads(run(folder, pandoc(), "-f", "markdown", "-t", "json", draft))
    assert cited_in(bank, folder, name) == set(_cites(tree, typed="["))


def typeset(folder: Path, draft: str) -> tuple[Path, str]:
    """Run LaTeX once; the folder it ran in and the job's name."""
    path = folder / draft
    run(path.parent, tool("pdflatex"), "-no-shell-escape", "-interaction=nonstopmode", path.name, code=None)
    assert path.with_suffix(".aux").is_file()
    return path.parent, path.stem


@pytest.mark.tools
@pytest.mark.parametrize("draft", BIBTEX)
def test_bibtex_asks_for_the_same(bank: Path, folder: Path, draft: str) -> None:
    """Of the source and of the .aux: what LaTeX tells BibTeX, which finds each entry in our export, and no other."""
    bibtex = tool("bibtex", "natbib.sty")
    place, job = typeset(folder, draft)
    aux = (place / f"{job}.aux").read_text()
    asked = {key for keys in re.findall(r"\\citation\{(.*?)\}", aux) for key in keys.split(",")}
    asked = {*CITED, *SEEMING} if "*" in asked else asked
    for source in (draft, f"{job}.aux"):
        assert cited_in(bank, folder, source) == asked
    export(bank, folder, "--cited-in", draft, "--format", "bibtex", "--output", "refs.bib")
    said = run(place, bibtex, job)
    assert "find a database entry" not in said
    made = (place / f"{job}.bbl").read_text()
    assert set(re.findall(r"^\\bibitem(?:\[[^]]*\])?\{(.*?)\}", made, re.MULTILINE)) == asked
    assert export(bank, folder, "--cited-in", f"{job}.aux", "--format", "bibtex", "--check", "refs.bib") == ""


@pytest.mark.tools
@pytest.mark.parametrize("draft", BIBER)
def test_biber_asks_for_the_same(bank: Path, folder: Path, draft: str) -> None:
    """Of the source, the .bcf and the .aux: what LaTeX tells biber, which finds each entry in our export."""
    biber = tool("biber", "biblatex.sty")
    place, job = typeset(folder, draft)
    control = (place / f"{job}.bcf").read_text()
    asked = set(re.findall(r"<bcf:citekey[^>]*>(.*?)</bcf:citekey>", control))
    here = draft.rpartition("/")[0]
    for source in (draft, f"{here}/{job}.bcf".lstrip("/"), f"{here}/{job}.aux".lstrip("/")):
        assert cited_in(bank, folder, source) == asked
    export(bank, folder, "--cited-in", draft, "--output", str(place / "refs.bib"))
    said = run(place, biber, job)
    assert "WARN" not in said
    made = (place / f"{job}.bbl").read_text()
    assert set(re.findall(r"\\entry\{(.*?)\}", made)) == asked


@pytest.mark.parametrize("draft", BY_HAND)
def test_what_the_manuals_say(bank: Path, folder: Path, draft: str) -> None:
    """Of Typst, reStructuredText, MyST and Obsidian: what their manuals call a citation."""
    assert cited_in(bank, folder, draft) == BY_HAND[draft]


def test_enough_manuscripts() -> None:
    """There are at least twenty, of every format, and none lies in the folder unused."""
    drafts: Sequence[str] = (*MARKDOWN, *ORG, *BIBTEX, *BIBER, *BY_HAND)
    assert len(drafts) >= 20
    parts = {
        "book/macros.tex",
        "book/chapters/one.tex",
        "book/chapters/two.tex",
        "book/chapters/box.tex",
        "thesis/one.typ",
    }
    there = {path.relative_to(MANUSCRIPTS).as_posix() for path in MANUSCRIPTS.rglob("*") if path.is_file()}
    assert there == {*drafts, *parts}


# Old keys -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def renamed(tmp_path: Path) -> Path:
    """A bank whose one record was called ``oldkey``, and drafts that still call it so."""
    with Bank.create(tmp_path / "bank.jsonl", cache=tmp_path / "cache") as bank:
        bank.add(
            Article(key="newkey", ids=("oldkey",), title="A report", outlet="Harbin News", url="https://x.example/")
        )
    (tmp_path / "a.md").write_text("By [@oldkey].\n")
    preamble = "\\documentclass{article}%s\\begin{document}\\cite{oldkey}%s\\end{document}\n"
    (tmp_path / "b.tex").write_text(preamble % ("", "\\bibliographystyle{plain}\\bibliography{refs}"))
    biblatex = "\\usepackage{biblatex}\\addbibresource{refs.bib}"
    (tmp_path / "c.tex").write_text(preamble % (biblatex, "\\printbibliography"))
    return tmp_path / "bank.jsonl"


@pytest.mark.tools
@pytest.mark.parametrize("bibliography", ["refs.bib", "refs.csl.json"])
def test_pandoc_finds_old_keys(renamed: Path, bibliography: str) -> None:
    """Pandoc resolves a citation by an old key, in BibLaTeX by its ids, in CSL-JSON by a record of that key."""
    folder = renamed.parent
    export(renamed, folder, "--cited-in", "a.md", "--output", bibliography)
    listed, said = listed_by_citeproc(folder, "a.md", "markdown", bibliography)
    assert (len(listed), said) == (1, "")


@pytest.mark.tools
def test_bibtex_finds_old_keys(renamed: Path) -> None:
    """Classic BibTeX resolves a citation by an old key."""
    bibtex = tool("bibtex")
    folder, job = typeset(renamed.parent, "b.tex")
    export(renamed, folder, "--cited-in", "b.tex", "--format", "bibtex", "--output", "refs.bib")
    assert "find a database entry" not in run(folder, bibtex, job)
    assert "\\bibitem{oldkey}" in (folder / "b.bbl").read_text()


@pytest.mark.tools
def test_biber_finds_old_keys(renamed: Path) -> None:
    """Biber resolves a citation by an old key, to the entry of the present one."""
    biber = tool("biber", "biblatex.sty")
    folder, job = typeset(renamed.parent, "c.tex")
    export(renamed, folder, "--cited-in", "c.tex", "--output", "refs.bib")
    assert "WARN" not in run(folder, biber, job)
    made = (folder / "c.bbl").read_text()
    assert re.findall(r"\\entry\{(.*?)\}", made) == ["newkey"]
    assert "\\keyalias{oldkey}{newkey}" in made
