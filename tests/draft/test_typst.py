"""Drafts in Typst: what is a citation, where, how, and what is prose; Typst itself is the judge."""

import json
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.draft.typst import read_typst, typst_labels

CASES = (
    ("See @a1.", "a1"),
    ("@a1: and @a2; (@a3), @a4's, “@a5” '@b1'!", "a1 a2 a3 a4 a5 b1"),
    ("@a1[p. 3] @a2[chap. 4, and *more*] claim@a3", "a1 a2 a3"),
    ("@rus:2021 @x-1_y.2. @long.key.", "rus:2021 x-1_y.2 long.key"),
    ("\\@no \\@no1 a \\\\@a1", "a1"),
    ("Text // @no\n@a1 /* @no /* @no */ @no */ @a2", "a1 a2"),
    ("`@no` ``@a1 ```typ @no``` ````\n``` @no\n```` @a2", "a1 a2"),
    ("http://x.example/@no https://x.example/a(@no)b @a1", "a1"),
    ('#cite(<a1>) #cite(<a2>, supplement: [p. 3]) #cite(label("a3"), form: "prose")', "a1 a2 a3"),
    ('#cite(<a1>, form: "year") #cite(<a2>, form: "author") #cite(<a3>, form: "full") #cite(<a4>, form: none)',
     "a1 a2 a3 a4"),
    ('$ x^2 #cite(<a1>) "@no" $ and $y$ @a2', "a1 a2"),
    ("= A heading @a1\n- an item @a2\n+ one @a3\n/ Term @a4: text @a5", "a1 a2 a3 a4 a5"),
    ('#set heading(numbering: "1.")\n= Title <sec:one>\nSee @sec:one, @a1, #ref(<sec:one>) and #ref(<a2>).', "a1 a2"),
    ("#figure([x], caption: [A caption @a1#footnote[And @a2.]]) <fig>\nIn @fig: @a3", "a1 a2 a3"),
    ('#let x = "@no"\n#let f(body) = [Said @a1: #body]\n#f[x @a2]', "a1 a2"),
    ("#if true [yes @a1] else [no]\n#for k in (1,) [ @a2 ] rest @a3", "a1 a2 a3"),
    ("#emph[in @a1] #strong[x *@a2*] _@a3 x_ *@a4*", "a1 a2 a3 a4"),
    ('#quote(block: true, attribution: <a1>)[Words @a2] #link("https://x.example/@no")[text @a3]', "a1 a2 a3"),
    ("#{ let y = [@a1]; y } #[block @a2] #(if true [@a3])", "a1 a2 a3"),
    ('#table(columns: 2, [a @a1], [b @a2 #cite(<a3>)], "@no")', "a1 a2 a3"),
    ("[text in brackets @a1] @a2 [[@a3]]", "a1 a2 a3"),
    ('#text("a").at("@no", default: [])@a1 #upper("x @no")@a2', "a1 a2"),
    ("#show heading: it => [#it.body]\n@a1\n#set text(size: 10pt); @a2", "a1 a2"),
    ("Key with letters @müller2021 and @ключ, @习近平。", "müller2021 ключ 习近平"),
    ("@a1 @a2\n@a3\n\n@a4", "a1 a2 a3 a4"),
)  # fmt: skip
"""Typst and the keys it cites, in the order of the text; the judge is Typst (see below)."""


def keys(text: str) -> list[str]:
    """The keys found, in their order."""
    return [each.key for each in read_typst("x.typ", text).citations]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_citations_of_a_snippet(text: str, expected: str) -> None:
    """Each citation is found and nothing else, with its exact place."""
    part = read_typst("x.typ", text)
    assert sorted(each.key for each in part.citations) == sorted(expected.split())
    assert all(text[each.start : each.end] == each.key for each in part.citations)
    lines = text.split("\n")
    assert all(
        lines[each.spot.line - 1][each.spot.column - 1 :].startswith(each.key) and each.spot.file == "x.typ"
        for each in part.citations
    )
    assert part.troubles == ()


@pytest.mark.tools
def test_typst_cites_the_same_keys(tmp_path: Path) -> None:
    """Typst, where it is installed, finds in each snippet just the keys found here."""
    typst = pytest.importorskip("typst", reason="typst is not installed")
    for text, expected in CASES:
        entries = "".join(
            f"{json.dumps(key)}: {{type: book, title: T, author: A B, date: 2021}}\n" for key in expected.split()
        )
        (tmp_path / "x.yaml").write_text(entries, encoding="utf-8")
        path = tmp_path / "x.typ"
        path.write_text(f'{text}\n\n#bibliography("x.yaml")\n', encoding="utf-8")
        asked = json.loads(typst.query(str(path), "cite"))
        assert {each["key"].strip("<>") for each in asked} == set(expected.split()), text


def test_how_a_key_is_cited() -> None:
    """The form of a citation is its mode, the supplement its suffix and locator."""
    text = (
        '@a[p. 3, see] #cite(<b>, form: "prose", supplement: [chap. 2]) #cite(<c>, form: "year")\n'
        '#cite(<d>, form: "full") #cite(<e>, form: none) #cite(<f>, form: "author")'
    )
    found = read_typst("x", text).citations
    assert [(each.key, each.mode) for each in found] == [
        ("a", "parenthetical"), ("b", "narrative"), ("c", "suppressed"), ("d", "full"), ("e", "nocite"),
        ("f", "narrative"),
    ]  # fmt: skip
    assert [(each.command, each.suffix, each.locator) for each in found[:2]] == [
        ("@", "p. 3, see", "3"),
        ("#cite", "chap. 2", "chap. 2"),
    ]


def test_neighbours_are_one_cluster() -> None:
    """Citations with only white space between them are one cluster, as Typst groups them; others are not."""
    found = read_typst("x", "@a @b[p. 1]\n@c, @d and #cite(<e>) @f").citations
    assert [each.cluster for each in found] == [0, 0, 0, 1, 2, 2]


def test_labels_of_other_files_are_no_keys() -> None:
    """A reference to a label of another file of the draft is no citation when its labels are handed in."""
    labels = typst_labels("= Title <sec>\n#figure([x]) <fig:one>\n#cite(<no>)")
    assert labels == {"sec", "fig:one"}
    assert [each.key for each in read_typst("x", "@sec @fig:one @a", labels).citations] == ["a"]


def test_includes_and_wishes() -> None:
    """Included files are named; a full bibliography asks for every entry."""
    text = '#include "ch/one.typ"\n#import "t.typ": x\n#include("no.typ")\n#bibliography("x.bib", full: true)'
    part = read_typst("x", text)
    assert part.includes == ("ch/one.typ",)
    assert part.all_entries
    assert not read_typst("x", '#bibliography("x.bib", full: false)').all_entries


def test_prose_stands_where_it_stood() -> None:
    """Prose keeps its place, code and markup are spaces, a quotation by function has marks where the brackets were."""
    text = 'He *said* "it" @a[p. 1]. #quote[So it is] `code` $x$ #emph[yes] // no\n#let y = 3\nEnd \\$5'
    prose = read_typst("x", text).prose
    assert len(prose) == len(text)
    assert prose.count("\n") == text.count("\n")
    assert prose.split() == ["He", "said", '"it"', ".", "“So", "it", "is”", "yes", "End", "$5"]
    assert all(text[at] == char for at, char in enumerate(prose) if char not in " “”")


def test_rules_switched_off() -> None:
    """A comment switches a rule off for its line and the next, or for the file."""
    text = "a // quotebank: ignore=Q104, Q105\nb\n/* quotebank: ignore-file=Q301 */\n`quotebank: ignore=Q999`"
    assert read_typst("x", text).ignored == {
        0: frozenset({"Q301"}), 1: frozenset({"Q104", "Q105"}), 2: frozenset({"Q104", "Q105"}),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [("a\n/* no", 2, "does not end"), ("a ``` b", 1, "does not end"), ("a\n\nb\0", 3, "NUL")],
)
def test_what_cannot_be_read_is_told(text: str, line: int, words: str) -> None:
    """What does not end, and binary data, is told with its place."""
    (trouble,) = read_typst("x", text).troubles
    assert trouble.spot.line == line
    assert words in trouble.message


PIECES = st.lists(
    st.sampled_from(
        [
            "@a",
            "@b[",
            "]",
            "[",
            "#cite(",
            "<k>",
            ")",
            "{",
            "}",
            "``",
            "```",
            "`",
            "$",
            '"',
            "\\",
            "//",
            "/*",
            "*/",
            "#let",
            "#if",
            "#f",
            "(",
            ";",
            "=",
            "-",
            "word",
            ".",
            ":",
            ",",
            "@",
            "#",
            "<",
            ">",
            "http://x",
            "#quote[",
            "é",
            "\0",
            "\n",
            " ",
        ]
    )
).map("".join)


@given(PIECES)
def test_anything_is_read(text: str) -> None:
    """Any string is read: the prose has its length and line ends, keys stand where they are said to."""
    part = read_typst("x", text)
    assert len(part.prose) == len(text)
    assert [at for at, char in enumerate(part.prose) if char == "\n"] == [
        at for at, char in enumerate(text) if char == "\n"
    ]
    assert all(text[each.start : each.end] == each.key for each in part.citations)


HOSTILE = (
    "@",
    "@a",
    "@a[",
    "[",
    "]",
    "#",
    "#f(",
    "#cite(",
    "#cite(<a>",
    "#cite([",
    "`",
    "``",
    "```",
    "$",
    '"',
    "\\",
    "/*",
    "//",
    "<",
    "<a>",
    "#if [",
    "#{",
    ".a",
    "#f.a",
    "http://",
    "*",
    "_ ",
    "\n=",
    "#let ",
    "(",
    "#quote[",
    "a",
    "@a ",
)


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_is_linear(unit: str) -> None:
    """Eight times the text takes no more than about eight times as long, whatever is repeated without an end."""

    def taken(size: int) -> float:
        text = "#f" * unit.startswith(".") + unit * (size // len(unit))
        start = time.process_time()
        read_typst("x", text)
        return time.process_time() - start

    small = max(min(taken(12_500) for _ in range(3)), 0.002)
    assert min(taken(100_000) for _ in range(2)) < 40 * small


def test_a_key_is_never_part_of_a_longer_one() -> None:
    """A key is whole: ``lankov2021b`` is not ``lankov2021``."""
    assert keys("@lankov2021b @lankov2021. @lankov2021-x") == ["lankov2021b", "lankov2021", "lankov2021-x"]


def test_addresses_are_no_citations() -> None:
    """E-mail addresses cite nothing."""
    assert keys("Write to name.x@example.com or a@b.org. @a") == ["a"]
    assert not re.search("@a", read_typst("x", "claim@a").prose)
