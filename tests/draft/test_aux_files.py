"""What LaTeX writes for BibTeX and biber: keys, order, wishes, and files that are something else."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.draft.aux_files import read_aux, read_bcf

AUX = r"""\relax
\citation{a,b}
\citation{ c }
\abx@aux@cite{0}{d}
\abx@aux@cite{e}
\abx@aux@segm{0}{0}{no}
\@writefile{toc}{\contentsline {section}{On \citation{no}}}
\bibcite{no}{1}
\@input{ch/one.aux}
\@input{two.aux}
\gdef \@abspage@last{2}
"""

BCF = """<?xml version="1.0" encoding="UTF-8"?>
<bcf:controlfile version="3.8" xmlns:bcf="https://sourceforge.net/projects/biblatex">
  <bcf:section number="0">
    <bcf:citekey order="1" intorder="1">a</bcf:citekey>
    <bcf:citekey order="1" intorder="2">Müller&amp;Co</bcf:citekey>
    <bcf:citekey order="2" intorder="1" nocite="1">c</bcf:citekey>
    <bcf:citekey order="3" intorder="1" type="set" members="d,e">s</bcf:citekey>
    <bcf:citekey order="4" intorder="1">ключ</bcf:citekey>
  </bcf:section>
</bcf:controlfile>
"""


def test_the_keys_of_an_aux_file() -> None:
    """BibTeX's and biblatex's lines give their keys in order, each with its place; other lines give none."""
    part = read_aux("x.aux", AUX)
    assert [each.key for each in part.citations] == ["a", "b", "c", "d", "e"]
    assert [each.cluster for each in part.citations] == [0, 0, 1, 2, 3]
    assert part.citations[1].spot == ("x.aux", 2, 13)
    assert all(AUX[each.start : each.end] == each.key for each in part.citations)
    assert part.includes == ("ch/one.aux", "two.aux")
    assert not part.all_entries
    assert part.prose.split() == []
    assert len(part.prose) == len(AUX)


@pytest.mark.parametrize("line", [r"\citation{*}", r"\abx@aux@nociteall", r"\citation{a,*}"])
def test_the_wish_for_all_entries(line: str) -> None:
    r"""``\nocite{*}`` is a wish and no key, whoever wrote it."""
    part = read_aux("x", f"\\relax\n{line}\n")
    assert part.all_entries
    assert "*" not in [each.key for each in part.citations]


def test_the_keys_of_a_control_file() -> None:
    """Keys come in order with their places and clusters; members of a set stand for the set; escapes are resolved."""
    part = read_bcf("x.bcf", BCF.encode())
    assert [(each.key, each.mode, each.cluster) for each in part.citations] == [
        ("a", "parenthetical", 0), ("Müller&Co", "parenthetical", 0), ("c", "nocite", 1), ("d", "parenthetical", 2),
        ("e", "parenthetical", 2), ("ключ", "parenthetical", 3),
    ]  # fmt: skip
    assert [part.text[each.start : each.end] for each in part.citations] == [
        "a",
        "Müller&amp;Co",
        "c",
        "s",
        "s",
        "ключ",
    ]
    assert part.citations[-1].spot.line == 8
    assert BCF.split("\n")[7][part.citations[-1].spot.column - 1 :].startswith("ключ")
    assert part.troubles == ()
    assert not part.all_entries
    assert read_bcf("x", BCF.replace(">c<", ">*<").encode()).all_entries


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        (b"", 1, "no element found"),
        (b"\\relax\n\\citation{a}", 1, "not well-formed"),
        (BCF[:300].encode(), 6, "no control file"),
        (b"<html><body/></html>", 1, "<html>"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', 1, "document type"),
        (b"\x00\xff\xfe", 1, "not well-formed"),
    ],
)
def test_what_is_no_control_file_is_told(data: bytes, line: int, words: str) -> None:
    """Anything else is one trouble with its place; the keys before a mistake are kept."""
    part = read_bcf("x", data)
    (trouble,) = part.troubles
    assert words in trouble.message
    assert trouble.spot.line == line
    assert trouble.hint


def test_a_cut_file_keeps_its_keys() -> None:
    """Of a file that was cut off, the keys that are whole are read."""
    assert [each.key for each in read_bcf("x", BCF[: BCF.index(' order="2"')].encode()).citations] == ["a", "Müller&Co"]


def test_binary_data_is_told() -> None:
    """A NUL character in an .aux file is a trouble."""
    assert "NUL" in read_aux("x", "\\citation{a}\0").troubles[0].message


@given(
    st.lists(
        st.sampled_from(["\\citation", "{", "}", "a", ",", "*", "\n", "\\@input", "\\abx@aux@cite", "{0}", "\0", " "])
    ).map("".join)
)
def test_anything_is_read(text: str) -> None:
    """Any string is read, and each key stands where it is said to."""
    part = read_aux("x", text)
    assert len(part.prose) == len(text)
    assert all(text[each.start : each.end].replace("\0", "").strip() == each.key for each in part.citations)


@given(st.binary(max_size=300), st.integers(0, 700))
def test_a_damaged_control_file_is_read_or_told(noise: bytes, at: int) -> None:
    """Whatever bytes replace a file's, nothing is raised, and prose has the length of the text."""
    whole = BCF.encode()
    part = read_bcf("x", whole[:at] + noise + whole[at + len(noise) :])
    assert len(part.prose) == len(part.text)


@pytest.mark.parametrize(
    "unit", ["\\citation{", "\\citation{a}\n", "\\citation{a,", "{", "\n", " ", "\\abx@aux@cite{0}"]
)
def test_time_is_linear(unit: str) -> None:
    """Eight times the text takes no more than about eight times as long."""

    def taken(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        read_aux("x", text)
        return time.process_time() - start

    small = max(min(taken(25_000) for _ in range(3)), 0.002)
    assert min(taken(200_000) for _ in range(2)) < 40 * small


def test_a_large_control_file_takes_linear_time() -> None:
    """Twenty thousand keys, of which each is placed, are read in a moment."""
    keys = "".join(f'<c:citekey order="{n}">ключ{n}</c:citekey>\n' for n in range(20_000))
    data = f'<c:controlfile xmlns:c="x">{keys}</c:controlfile>'.encode()
    start = time.process_time()
    part = read_bcf("x", data)
    assert time.process_time() - start < 5
    assert len(part.citations) == 20_000
    assert part.citations[-1].key == "ключ19999" == part.text[part.citations[-1].start : part.citations[-1].end]
