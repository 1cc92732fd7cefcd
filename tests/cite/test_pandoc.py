"""What comes out of pandoc is what it prints by itself, for every style, label and text."""

import json
import os
import re
import subprocess
import time
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from quotebank.cite.engine import Citation, Cite, Engine
from quotebank.cite.pandoc import Pandoc
from quotebank.cite.pieces import BOLD, ITALIC, SMALL_CAPS, SUPERSCRIPT, TEXT, as_plain
from quotebank.cite.styles import Style, load_style, load_style_file
from quotebank.errors import BadInput, QuotebankError

CSL = Path(__file__).parent / "csl"

STYLES = [
    "chicago-notes-bibliography", "chicago-author-date", "chicago-shortened-notes-bibliography", "apa",
    "modern-language-association", "ieee", "mhra-notes", "turabian", "gost-r-7-0-5-2008", "din-1505-2",
]  # fmt: skip


@cache
def absence() -> str:
    """Why these tests cannot run, or nothing."""
    try:
        Pandoc.find(os.environ)
        load_style("apa")
    except QuotebankError as error:
        return str(error)
    return ""


needs_pandoc = pytest.mark.skipif(bool(absence()), reason=absence() or "there")


def pandoc() -> Pandoc:
    """The pandoc of this machine."""
    return Pandoc.find(os.environ)


def style(name: str) -> Style:
    """An installed style."""
    return load_style(name)


def own(name: str) -> str:
    """The text of a style of these tests."""
    return load_style_file(CSL / f"{name}.csl").xml


ITEMS: list[dict[str, Any]] = [
    {
        "id": "lankov", "type": "article-newspaper", "title": "“Seoul” & the North: <i>Pravda</i> on 5 $ notes",
        "author": [{"family": "Lankov", "given": "Andrei"}], "container-title": "The Korea Times",
        "issued": {"date-parts": [[2021, 9, 29]]}, "URL": "https://x.y/a_b?c=1&d=2", "page": "A1-A3",
    },
    {
        "id": "zuenko", "type": "article-magazine", "title": "Novaya etika", "language": "ru",
        "author": [{"family": "Зуенко", "given": "Иван"}, {"family": "Kim", "given": "Anna"}],
        "container-title": "Profil", "issued": {"date-parts": [[2021]], "season": 3}, "issue": "10",
    },
    {"id": "tass", "type": "webpage", "title": "No date", "container-title": "TASS", "URL": "https://tass.com/1"},
    {
        "id": "rozman", "type": "book", "title": "A digest", "author": [{"family": "Rozman", "given": "Gilbert"}],
        "publisher": "Asan", "publisher-place": "Seoul", "issued": {"date-parts": [[2020]]},
    },
    {"id": "unu", "type": "report", "title": "R", "author": [{"literal": "World Bank"}], "issued": {"raw": "2019-03"}},
]  # fmt: skip

TERMS = {"ru": ("с.", "п.", "гл."), "de": ("S.", "Abs.", "Kap."), "en": ("p.", "para.", "chapter")}
"""Page, paragraph and chapter as a writer of Markdown has to say them in a language."""

CITED = [
    (Citation((Cite("lankov", "page", "3"),)), "[@lankov, {p} 3]"),
    (Citation((Cite("lankov", "page", "3"),)), "[@lankov, {p} 3]"),
    (Citation((Cite("lankov", "page", "7-9"),)), "[@lankov, {p} 7-9]"),
    (
        Citation(
            (Cite("zuenko", "paragraph", "11", prefix="see also"), Cite("rozman", "chapter", "2", suffix=", passim"))
        ),
        "[see also @zuenko, {para} 11; @rozman, {chap} 2, passim]",
    ),
    (
        Citation((Cite("zuenko", suffix=", quoted in"), Cite("rozman", "page", "3"))),
        "[@zuenko, quoted in; @rozman, {p} 3]",
    ),
    (Citation((Cite("tass"),)), "[@tass]"),
    (Citation((Cite("unu", "page", "4", suppress_author=True),)), "[-@unu, {p} 4]"),
    (Citation((Cite("rozman", "page", "A1-A3", in_text=True),)), "@rozman [{{{p} A1-A3}}]"),
    (Citation((Cite("lankov", suffix=", 3rd ed."),)), "[@lankov{{}}, 3rd ed.]"),
    (Citation((Cite("lankov"),)), "[@lankov]"),
]
"""The same citations as ours and in pandoc's Markdown."""


def printed(name: str, locale: str, folder: Path) -> tuple[list[str], list[str]]:
    """Citations and bibliography as pandoc itself prints them for Markdown."""
    page, paragraph, chapter = TERMS.get(locale[:2], TERMS["en"])
    text = "\n\n".join(shown.format(p=page, para=paragraph, chap=chapter) for _, shown in CITED)
    (folder / "items.json").write_text(json.dumps(ITEMS), encoding="utf-8")
    (folder / "style.csl").write_text(style(name).xml, encoding="utf-8")
    command = [
        pandoc().program,
        "--from=markdown",
        "--to=plain",
        "--wrap=none",
        "--citeproc",
        "--bibliography=items.json",
    ]
    command += [
        "--csl=style.csl",
        "--metadata=link-citations:false",
        *([f"--metadata=lang:{locale}"] if locale else []),
    ]
    done = subprocess.run(command, input=text, capture_output=True, encoding="utf-8", cwd=folder, check=True)
    parts = [part for part in done.stdout.strip().split("\n\n") if part]
    shown, rest = parts[: len(CITED)], parts[len(CITED) :]
    notes = [re.sub(r"^\[\d+\] ", "", part) for part in rest if style(name).is_note and re.match(r"\[\d+\] ", part)]
    entries = [part for part in rest if not (style(name).is_note and re.match(r"\[\d+\] ", part))]
    return (notes or shown), entries


@needs_pandoc
@pytest.mark.parametrize("name", STYLES)
@pytest.mark.parametrize("locale", ["", "ru-RU", "de-DE"])
def test_as_pandoc_prints_it(name: str, locale: str, tmp_path: Path) -> None:
    """Every style and language: what pandoc makes of Markdown, small capitals apart, which plain text prints large."""
    chosen = style(name)
    made = pandoc().format(ITEMS, [citation for citation, _ in CITED], chosen.xml, locale)
    citations, entries = printed(name, locale or chosen.locale, tmp_path)
    assert [as_plain(pieces).casefold() for pieces in made.citations] == [text.casefold() for text in citations]
    assert [as_plain(pieces).casefold() for _, pieces in made.bibliography] == [text.casefold() for text in entries]


LABELS = {
    "book": "bk.", "chapter": "chap.", "column": "col.", "figure": "fig.", "folio": "fol.", "issue": "no.",
    "line": "l.", "note": "n.", "page": "p.", "paragraph": "para.", "part": "pt.", "section": "sec.",
    "sub-verbo": "s.v.", "verse": "v.", "volume": "vol.", "timestamp": "", "act": "act", "appendix": "app.",
    "article-locator": "art.", "canon": "can.", "elocation": "loc.", "equation": "eq.", "opus": "op.",
    "rule": "r.", "scene": "sc.", "supplement": "supp.", "table": "table", "title-locator": "tit.",
    "version": "ver.",
}  # fmt: skip
"""Every locator of CSL 1.0.2 in English."""


@needs_pandoc
@pytest.mark.parametrize("value", ["A1", "3–5, 9", "xi", "{x", "]a|b{}", "12:30", "@a *b* <c>"])
def test_every_label_takes_every_value(value: str) -> None:
    """Whatever is said of a place, its label stands before it and its value is whole."""
    labels = [*LABELS, "reel"]
    made = pandoc().format(ITEMS, [Citation((Cite("tass", label, value),)) for label in labels], own("plain-note"))
    shown = [as_plain(pieces) for pieces in made.citations]
    assert shown[0].startswith("No date, ")
    for label, text in zip(labels, shown, strict=True):
        assert text.endswith(f"{value.replace('–', '-')}." if "–" not in value else f"{value}.")
        head = text.removesuffix(".").removesuffix(value).removeprefix("No date, ").removeprefix("Ibid.").strip(", ")
        assert bool(head) is (label != "timestamp")


@needs_pandoc
def test_labels_are_in_the_language_of_the_style() -> None:
    """The style's language without one given, another on demand."""
    one = [Citation((Cite("tass", "page", "3"),))]
    assert as_plain(pandoc().format(ITEMS, one, own("plain-note")).citations[0]) == "No date, p. 3."
    assert as_plain(pandoc().format(ITEMS, one, own("plain-note"), "ru-RU").citations[0]) == "No date, с. 3."
    assert as_plain(pandoc().format(ITEMS, one, own("plain-note"), "de").citations[0]) == "No date, S. 3."


@needs_pandoc
def test_later_notes_are_shorter() -> None:
    """By the order of the citations: in full, the same again, the same elsewhere, another, the first again."""
    places = [("tass", "3"), ("tass", "3"), ("tass", "4"), ("rozman", ""), ("rozman", "")]
    made = pandoc().format(ITEMS, [Citation((Cite(name, "page", page),)) for name, page in places], own("plain-note"))
    assert [as_plain(pieces) for pieces in made.citations] == [
        "No date, p. 3.", "Ibid.", "Ibid., p. 4.", "Gilbert Rozman, A digest.", "Ibid.",
    ]  # fmt: skip
    assert made.citations[3] == ((TEXT, "Gilbert Rozman, "), (ITALIC, "A digest"), (TEXT, "."))
    assert made.bibliography == ()


@needs_pandoc
def test_ways_to_cite() -> None:
    """In brackets, with the author in the text, without the author, the author alone, nothing."""
    cites = [Cite("rozman", "page", "5"), Cite("rozman", in_text=True), Cite("rozman", suppress_author=True)]
    cites.append(Cite("rozman", author_only=True))
    citations = [*(Citation((cite,)) for cite in cites), Citation(())]
    made = pandoc().format(ITEMS, citations, own("plain-author"))
    assert [as_plain(pieces) for pieces in made.citations] == [
        "(Rozman 2020 at page=5)", "Rozman (2020)", "(2020)", "Rozman", "",
    ]  # fmt: skip
    notes = pandoc().format(ITEMS, [Citation((Cite("rozman", author_only=True),))], own("plain-note"))
    assert as_plain(notes.citations[0]) == "Gilbert Rozman"


@needs_pandoc
def test_affixes_are_plain_text() -> None:
    """Bars, braces, stars and at-signs in what stands before and after are themselves; doubled spaces are not."""
    cite = Cite("tass", "page", "3", prefix=" a|b  {c} *d* @e", suffix=" |f| [g] {h} 12 $i$ ")
    made = pandoc().format(ITEMS, [Citation((cite,))], own("plain-note"))
    assert as_plain(made.citations[0]) == "A|b {c} *d* @e No date, p. 3 |f| [g] {h} 12 $i$."


@needs_pandoc
def test_what_is_listed() -> None:
    """What is cited, everything on demand, in the style's order, under ids of any shape, marked as it says."""
    ids = ["z/ä b", "ref-2", "3", "*x", "@k"]
    items = [
        {"id": name, "type": "book", "title": f"T{5 - place}", "URL": "https://x.y/_"} for place, name in enumerate(ids)
    ]
    items[0]["author"] = [{"family": "Kim", "given": "A"}]  # type: ignore[assignment]
    some = pandoc().format(items, [Citation((Cite("3"), Cite("z/ä b")))], own("plain-author"))
    assert [name for name, _ in some.bibliography] == ["3", "z/ä b"]
    assert some.bibliography[1][1][0] == (SMALL_CAPS, "A Kim")
    everything = pandoc().format(items, (), own("plain-author"), nocite_all=True)
    assert [name for name, _ in everything.bibliography] == ids[::-1]
    assert pandoc().format(items, (), own("plain-author")) == ((), (), ())
    assert pandoc().format([], [Citation(())], own("plain-author")) == (((),), (), ())


@needs_pandoc
def test_numbered_entries_are_one_line() -> None:
    """The number in the margin, a space, the entry, and what the style sets on a line of its own."""
    items = [{"id": "a", "type": "book", "title": "T", "note": "N"}]
    made = pandoc().format(items, [Citation((Cite("a"),))], own("plain-number"))
    assert made.citations == (((SUPERSCRIPT, "1"),),)
    assert made.bibliography == (("a", ((TEXT, "[1] "), (BOLD, "T"), (TEXT, " "), (ITALIC, "N"))),)


@needs_pandoc
@pytest.mark.parametrize("name", ["nobody", "*", ""])
def test_an_unknown_id_is_said(name: str) -> None:
    """Before pandoc is run, as no citation may be lost."""
    with pytest.raises(BadInput, match=re.escape(repr(name))):
        pandoc().format([*ITEMS, {"id": "*"}], [Citation((Cite("tass"), Cite(name)))], own("plain-note"))


@needs_pandoc
@pytest.mark.parametrize(
    "text",
    [
        "<style></style>",
        "no XML</style>",
        '<style xmlns="http://purl.org/net/xbiblio/csl"><info/><citation></style>',
        "<other></other><style></style>",
    ],
)
def test_a_broken_style_is_bad_input(text: str) -> None:
    """Pandoc's own words on one line, and none of the data."""
    with pytest.raises(BadInput) as caught:
        pandoc().format(ITEMS, [Citation((Cite("tass"),))], text)
    assert caught.value.message.startswith("style: ")
    assert "\n" not in str(caught.value)
    assert "base64" not in str(caught.value)


@pytest.mark.parametrize("parent", ["secret", "https://example.org/plain-note"])
@pytest.mark.parametrize("rel", ["independent-parent", "&#105;ndependent-parent", "&x;"])
def test_nothing_is_fetched(parent: str, rel: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A style that sends pandoc to another, by file or by address, however written, is refused before pandoc runs."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "secret.csl").write_text(own("plain-note"), encoding="utf-8")
    text = (CSL / "dependent" / "plain-german.csl").read_text(encoding="utf-8")
    text = text.replace("https://example.org/plain-note", parent).replace("independent-parent", rel)
    with pytest.raises(BadInput, match="depends on another"):
        Pandoc("/nowhere/pandoc").format(ITEMS, [Citation((Cite("tass"),))], text)


@needs_pandoc
def test_half_a_character_does_no_harm() -> None:
    """A lone surrogate, which JSON may hold and UTF-8 may not, is a question mark."""
    items = [{"id": "a", "type": "book", "title": "x\ud800y"}]
    made = pandoc().format(items, [Citation((Cite("a", suffix=", \udfffz"),))], own("plain-note"))
    assert as_plain(made.citations[0]) == "X?y, ?z."


@needs_pandoc
def test_a_thousand_entries_in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pandoc is started once, and takes seconds."""
    started: list[Any] = []
    run = subprocess.run
    engine, xml = pandoc(), style("chicago-author-date").xml

    def counted(*given: Any, **more: Any) -> Any:
        started.append(given)
        return run(*given, **more)

    monkeypatch.setattr(subprocess, "run", counted)
    items = [
        {"id": f"k{number}", "type": "article-newspaper", "title": f"T {number}", "container-title": "TASS",
         "author": [{"family": f"Family{number}", "given": "A"}], "issued": {"date-parts": [[2021, 1 + number % 12]]}}
        for number in range(1000)
    ]  # fmt: skip
    begun = time.monotonic()
    made = engine.format(items, [Citation((Cite(f"k{number}"),)) for number in range(1000)], xml)
    assert (len(made.citations), len(made.bibliography), len(started)) == (1000, 1000, 1)
    assert time.monotonic() - begun < 40


@needs_pandoc
def test_it_is_an_engine() -> None:
    """Callers know the interface only."""
    engine: Engine = pandoc()
    assert engine.format([], [], own("plain-note")) == ((), (), ())
