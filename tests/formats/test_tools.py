"""What the writers' own tools make of an export: biber, BibTeX and pandoc, where they are installed."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from quotebank.formats import Context, find_format
from quotebank.formats.biblatex import PROFILES
from quotebank.model.articles import Article
from quotebank.text.lines import one_line
from tests.example.source import load
from tests.formats.payloads import PAYLOADS, tortured

pytestmark = pytest.mark.tools


def tool(name: str) -> str:
    """The path of a tool; skips the test where there is none."""
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"{name} is not installed")
    return path


TITLES = {
    "ru": ("Новая этика: «Взгляд»", "Novaya etika"), "uk": ("Їжак і ґедзь", "Yizhak i gedz"),
    "ko": ("김정은주의의 탄생", "Kim Jong-un"), "zh": ("习近平：新时代", "Xin shidai"),
    "ja": ("日本の「外交」", "Gaiko"),
    "ar": ("الشرق الأوسط", "Al-Sharq"), "el": ("Η Ελλάδα", "I Ellada"), "en": ("The 50% & $5 Question_#1", ""),
    "de": ("Straße — „Größe“", ""), "fr": ("L’été à Paris « oui »", ""),
}  # fmt: skip
"""Titles by language: in their own script, and romanised."""

KINDS = ("article-newspaper", "webpage", "report")


def press() -> list[Article]:
    """Thirty items of press, web and reports, in ten languages and six scripts, signed and not, dated and not."""
    found = []
    for number, (language, (own, romanised)) in enumerate(TITLES.items()):
        for kind in KINDS:
            shape: dict[str, object] = {
                "key": f"{kind[:3]}{language}", "type": kind, "title": romanised or own, "outlet": own.split()[0],
                "language": language, "url": f"https://x.example/{language}?a=b%20c&d_e#f~g",
                "issue": "10" if number % 2 else "", "tags": [own],
            }  # fmt: skip
            if number % 3:
                shape["authors"] = [{"family": own.split()[0], "given": romanised or "A. B.", "original": own}]
                shape["date"] = ("2021-10-04", "2021-23", "2021-10~", "199X")[number % 4]
            if romanised:
                shape["original"] = {"title": own, "outlet": own}
                shape["title_translated"] = f"On {own}"
            found.append(Article.from_json(shape))
    return found


def bibliography(folder: Path, name: str, profile: str = "standard") -> tuple[Path, list[Article]]:
    """A file of the example's articles, of the press of many countries, and of every payload in every field."""
    records = [
        Article.from_json({**article.to_json(), "key": f"example{number}"})
        for number, article in enumerate(load().articles)
    ]
    records += press()
    records += [tortured(f"payload{number}", payload) for number, payload in enumerate(PAYLOADS)]
    path = folder / "x.bib"
    path.write_text("".join(find_format(name).write(records, Context(profile=profile))), encoding="utf-8")
    return path, records


@pytest.mark.parametrize("profile", PROFILES)
def test_biber_reads_every_entry(tmp_path: Path, profile: str) -> None:
    """Biber takes every entry without an error, and finds nothing wrong but what a press item may lack."""
    biber = tool("biber")
    path, records = bibliography(tmp_path, "biblatex", profile)
    command = [biber, "--tool", "--validate-datamodel", "--nolog", "--output-file", "out.bib", path.name]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120)
    lines = [line for line in done.stdout.splitlines() if line.startswith(("WARN", "ERROR"))]
    expected = ("Missing mandatory field", "one of 'date, year' must be defined")
    assert [line for line in lines if not any(part in line for part in expected)] == []
    assert done.returncode == 0
    made = (tmp_path / "out.bib").read_text(encoding="utf-8")
    assert sum(line.startswith("@") for line in made.splitlines()) == len(records)


@pytest.mark.parametrize("style", ["plain", "apalike"])
def test_bibtex_reads_every_entry(tmp_path: Path, style: str) -> None:
    """Classic BibTeX formats every entry without an error."""
    bibtex = tool("bibtex")
    path, records = bibliography(tmp_path, "bibtex")
    (tmp_path / "x.aux").write_text(f"\\relax\n\\citation{{*}}\n\\bibstyle{{{style}}}\n\\bibdata{{{path.stem}}}\n")
    done = subprocess.run([bibtex, "x"], cwd=tmp_path, capture_output=True, text=True, check=False, errors="replace")
    assert "error message" not in done.stdout, done.stdout
    assert done.returncode == 0, done.stdout
    made = (tmp_path / "x.bbl").read_text(encoding="utf-8", errors="replace")
    assert made.count("\\bibitem") == len(records)


@pytest.mark.parametrize("name", ["biblatex", "bibtex"])
def test_pandoc_reads_the_titles_back(tmp_path: Path, name: str) -> None:
    """Pandoc finds every entry, and in each the title's letters as they were."""
    pandoc = tool("pandoc")
    path, records = bibliography(tmp_path, name)
    done = subprocess.run(
        [pandoc, "-f", name, "-t", "csljson", str(path)], capture_output=True, check=True, timeout=120
    )
    found = {item["id"]: item for item in json.loads(done.stdout)}
    assert set(found) == {record.key for record in records}
    for record in records:
        words = "".join(char for char in one_line(record.title) if char.isalnum())
        title = "".join(char for char in found[record.key].get("title", "") if char.isalnum())
        assert words.casefold() in title.casefold(), record.key


def test_latex_typesets_every_entry(tmp_path: Path) -> None:
    """LaTeX typesets the classic bibliography without an error; letters outside ASCII are not the subject."""
    latex, bibtex = tool("pdflatex"), tool("bibtex")
    path, _ = bibliography(tmp_path, "bibtex")
    text = path.read_text(encoding="utf-8")
    path.write_text("".join(char if char.isascii() else f"u{ord(char):x}" for char in text))
    (tmp_path / "t.tex").write_text(
        "\\documentclass{article}\\usepackage[T1]{fontenc}\\usepackage{url}\\begin{document}\\nocite{*}"
        "\\bibliographystyle{plain}\\bibliography{x}\\end{document}\n"
    )
    run = [latex, "-no-shell-escape", "-interaction=nonstopmode", "-halt-on-error", "t"]
    for command in (run, [bibtex, "t"], run):
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, errors="replace")
        assert done.returncode == 0, done.stdout[-2000:]
    assert (tmp_path / "t.pdf").stat().st_size > 1000


@pytest.mark.parametrize("name", ["biblatex", "bibtex"])
def test_ascii_says_the_same(tmp_path: Path, name: str) -> None:
    """In ASCII pandoc reads the same titles, and our own reader the same records."""
    pandoc = tool("pandoc")
    records = [article for article in press() if article.language in ("ru", "uk", "de", "fr", "en")]
    text = "".join(find_format(name).write(records, Context(ascii=True)))
    assert text.isascii()
    path = tmp_path / "x.bib"
    path.write_text(text)
    done = subprocess.run(
        [pandoc, "-f", name, "-t", "csljson", str(path)], capture_output=True, check=True, timeout=120
    )
    found = {item["id"]: item for item in json.loads(done.stdout)}
    for record in records:
        words = "".join(char for char in record.title if char.isalnum())
        assert words in "".join(char for char in found[record.key]["title"] if char.isalnum()), record.key
    assert find_format(name, to="read").read(text.encode()).articles == records


def test_pandoc_and_zotero_read_our_csl_json(tmp_path: Path) -> None:
    """Items of CSL-JSON and RIS mean to pandoc what they were meant to."""
    pandoc = tool("pandoc")
    records = press()
    for name, suffix in (("csl-json", "json"), ("ris", "ris")):
        path = tmp_path / f"x.{suffix}"
        path.write_text("".join(find_format(name).write(records, Context())), encoding="utf-8")
        reader = {"csl-json": "csljson", "ris": "ris"}[name]
        run = [pandoc, "-f", reader, "-t", "csljson", str(path)]
        done = subprocess.run(run, capture_output=True, check=False, timeout=120)
        if name == "ris" and b"Unknown input format" in done.stderr:
            continue
        assert done.returncode == 0, done.stderr
        found = {item["id"]: item for item in json.loads(done.stdout)}
        assert set(found) == {record.key for record in records}
        for record in records:
            assert record.title.split()[0] in found[record.key]["title"]
            assert found[record.key]["container-title"] == record.outlet
