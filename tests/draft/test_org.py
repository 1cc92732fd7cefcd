"""Drafts in Org: what is a citation, where, how, and what is prose; pandoc is the judge."""

import json
import shutil
import subprocess
import time
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.draft.org import read_org

CASES = (
    ("See [cite:@a1].", "a1"),
    ("[cite:@a1;@a2] [cite: @a3 ; @a4 ]", "a1 a2 a3 a4"),
    ("[cite:see @a1, p. 3; also @a2 chap. 4; and others]", "a1 a2"),
    ("[cite:see;@a1;and]", "a1"),
    ("[cite/t:@a1] [cite/text/c:@a2] [cite/na:@a3] [cite/a:@a4] [cite/n:@a5]", "a1 a2 a3 a4 a5"),
    ("[cite:@a1 see [x] y;\n@a2]", "a1 a2"),
    ("[cite:@rus:2021_a-b.c] [cite:@x's] [cite:@müller] [cite:@ключ]", "rus:2021_a-b.c x's müller ключ"),
    ("=[cite:@no]= ~[cite:@no]~ [cite:@a1]", "a1"),
    ("# [cite:@no]\n[cite:@a1]\n#+comment: [cite:@no]", "a1"),
    (": [cite:@no]\n:   [cite:@no]\n\n[cite:@a1]", "a1"),
    ("#+begin_src org\n[cite:@no]\n#+end_src\n[cite:@a1]", "a1"),
    ("#+BEGIN_EXAMPLE\n[cite:@no]\n#+END_EXAMPLE\n\n#+begin_comment\n[cite:@no]\n#+end_comment\n[cite:@a1]", "a1"),
    ("#+begin_quote\nWords [cite:@a1]\n#+end_quote\n", "a1"),
    ("* Head [cite:@a1]\n** COMMENT Sub\n[cite:@no]\n*** Deep [cite:@no]\n** Next\n[cite:@a2]", "a1 a2"),
    ("* Head :noexport:\n[cite:@no]\n* Next :tag:\n[cite:@a1]", "a1"),
    ("Text[fn:1] and [fn:: inline [cite:@a1]].\n\n[fn:1] Note [cite:@a2].", "a1 a2"),
    ("| a | [cite:@a1] |\n|---+---|\n| b | c |\n\n- item [cite:@a2]\n  + sub [cite:@a3]\n", "a1 a2 a3"),
    ("* Head\n:PROPERTIES:\n:CUSTOM_ID: [cite:@no]\n:END:\n*bold [cite:@a1]* /it [cite:@a2]/\n", "a1 a2"),
    ("cite:a1, citep:a2,a3. (citet:a4) and cite:a.b; mail me@x.org", "a1 a2 a3 a4 a.b"),
    ("[[https://x.example/cite:no][text]] [cite:@a1]", "a1"),
    ("$x$ \\(y\\) src_org{[cite:@no]} @@html:[cite:@no]@@ [cite:@a1]", "a1"),
    ("[cite:] [cited:@no] [cite:@no", ""),
    ("[cite @no] (cite @no) @no [cite:@a1]", "a1"),
    ("[cite:@lankov2021b] [cite:@lankov2021]", "lankov2021b lankov2021"),
)
"""Text, and the keys it cites in order."""


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_citations_of_a_snippet(text: str, expected: str) -> None:
    """Each citation is found and nothing else, with its exact place."""
    part = read_org("x.org", text)
    assert sorted(each.key for each in part.citations) == sorted(expected.split())
    lines = text.split("\n")
    assert all(lines[each.spot.line - 1][each.spot.column - 1 :].startswith(each.key) for each in part.citations)
    assert all(text[each.start : each.end] == each.key for each in part.citations)


def pandoc() -> str:
    """The pandoc of the extra ``csl``, else that of the system; skips the test where there is none."""
    try:
        import pypandoc  # type: ignore[import-untyped, unused-ignore]

        return str(pypandoc.get_pandoc_path())
    except (ImportError, OSError):
        path = shutil.which("pandoc")
        return path or pytest.skip("pandoc is not installed")


def cited(tree: Any) -> Iterator[tuple[str, str]]:
    """Key and mode of all citations in pandoc's tree."""
    if isinstance(tree, dict):
        if "citationId" in tree:
            yield tree["citationId"], tree["citationMode"]["t"]
        for value in tree.values():
            yield from cited(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from cited(value)


@pytest.mark.tools
def test_pandoc_finds_the_same_keys() -> None:
    """Pandoc cites the same keys in each snippet."""
    for text, expected in CASES:
        done = subprocess.run(
            [pandoc(), "-f", "org", "-t", "json"], input=text.encode(), capture_output=True, check=True
        )
        found = {key for key, _ in cited(json.loads(done.stdout)["blocks"])}
        assert sorted(found) == sorted(set(expected.split())), text


@pytest.mark.tools
def test_pandoc_reads_the_same_modes() -> None:
    """The styles of Org's citations mean to pandoc what they mean here."""
    text = "[cite:@a] [cite/t:@b] [cite/text:@c] [cite/na:@d] [cite/noauthor:@e] [cite/a:@f]"
    done = subprocess.run([pandoc(), "-f", "org", "-t", "json"], input=text.encode(), capture_output=True, check=True)
    names = {"NormalCitation": "parenthetical", "AuthorInText": "narrative", "SuppressAuthor": "suppressed"}
    theirs = {key: names[mode] for key, mode in cited(json.loads(done.stdout)["blocks"])}
    ours = {each.key: each.mode for each in read_org("x", text).citations}
    assert {key: ours[key] for key in "abcde"} == {key: theirs[key] for key in "abcde"}


def test_how_a_key_is_cited() -> None:
    """The style is the command and tells the mode; common prefix and suffix are of the first and last key."""
    found = read_org(
        "x", "[cite/t:see; also @a p. 3; @b chap. 2; and more] [cite:@c] [cite/n:@d] [[cite:see &e p. 4;&f]]"
    ).citations
    assert [
        (each.key, each.command, each.mode, each.prefix, each.suffix, each.locator, each.cluster) for each in found
    ] == [
        ("a", "cite/t", "narrative", "see also", "p. 3", "3", 0),
        ("b", "cite/t", "narrative", "", "chap. 2 and more", "chap. 2", 0),
        ("c", "cite", "parenthetical", "", "", "", 1),
        ("d", "cite/n", "nocite", "", "", "", 2),
        ("e", "cite:", "parenthetical", "see", "p. 4", "4", 3),
        ("f", "cite:", "parenthetical", "", "", "", 3),
    ]


def test_citations_of_org_ref() -> None:
    """Org-ref's links cite in both of their forms, with all of LaTeX's commands; other links do not."""
    text = "parencite:a,b autocite:&c;&d [[citet:&e][text]] [[nocite:f]] footcite:g. xcite:h [[file:cite:i]]"
    found = read_org("x", text).citations
    assert [each.key for each in found] == ["a", "b", "c", "d", "e", "f", "g"]
    assert [each.mode for each in found if each.key in "ef"] == ["narrative", "nocite"]


def test_includes_and_wishes() -> None:
    """Included text is named, not what is included as code; ``[cite/n:@*]`` asks for every entry."""
    text = (
        '#+INCLUDE: "ch/one.org"\n#+include: two.org :lines "1-3"\n#+include: "x.c" src '
        'c\n#+include: "y.org::*Head"\n[cite/nocite:@*]'
    )
    part = read_org("x", text)
    assert part.includes == ("ch/one.org", "two.org", "y.org")
    assert part.all_entries
    assert not read_org("x", "[cite:@*]").all_entries


def test_prose_stands_where_it_stood() -> None:
    """Prose keeps its place; markup, code, keywords and citations are spaces."""
    text = (
        '#+title: Title\n#+author: Me\n* Head :tag:\nHe *said* "it" [cite:@a]. =code= '
        "[[https://x.example][link]] $x$\n# no\n#+begin_quote\nWords\n#+end_quote\n"
    )
    prose = read_org("x", text).prose
    assert len(prose) == len(text)
    assert prose.split() == ["Title", "Head", "He", "said", '"it"', ".", "link", "Words"]
    assert all(char in (" ", text[at]) for at, char in enumerate(prose))


def test_rules_switched_off() -> None:
    """A comment switches a rule off for its line and the next line of text, or for the file."""
    part = read_org("x", "# quotebank: ignore-file=Q301\nA\n# quotebank: ignore=Q104\n\nText\n")
    assert part.ignored == {0: frozenset({"Q301"}), 3: frozenset({"Q104"}), 5: frozenset({"Q104"})}


def test_binary_data_is_told() -> None:
    """A NUL character is a trouble with its place."""
    (trouble,) = read_org("x", "a\nb\0").troubles
    assert trouble.spot == ("x", 2, 2)


PIECES = st.lists(
    st.sampled_from(
        [
            "[cite:@a]",
            "[cite:",
            "@b",
            ";",
            "]",
            "[[cite:",
            "cite:k",
            "]",
            "*",
            "COMMENT",
            "#",
            ":",
            "=",
            "~",
            "/",
            "$",
            "#+begin_src",
            "#+end_src",
            "#+title:",
            ":END:",
            ":A:",
            "[fn:1]",
            "word",
            "é",
            "\0",
            "&k",
            "\n",
            "\n\n",
            " ",
        ]
    )
).map("".join)


@given(PIECES)
def test_anything_is_read(text: str) -> None:
    """Any string is read: the prose has its length and line ends, keys stand where they are said to."""
    part = read_org("x", text)
    assert len(part.prose) == len(text)
    assert [at for at, char in enumerate(part.prose) if char == "\n"] == [
        at for at, char in enumerate(text) if char == "\n"
    ]
    assert all(text[each.start : each.end] == each.key for each in part.citations)


@pytest.mark.parametrize(
    "unit",
    [
        "[",
        "[cite:",
        "[cite:@a",
        "[cite:@a;",
        "[cite:[",
        "[[",
        "[[cite:",
        "[[a][",
        "cite:a",
        "cite:a,",
        "cite:",
        "=a",
        "~",
        "=a ",
        "$a ",
        "\\(",
        "\\[",
        "* ",
        "* a\n",
        "* a :b",
        ":a:\n",
        "#+begin_src\n",
        "#+begin_src\n* a\n",
        "#+a: ",
        "# \n",
        "@@a:",
        "src_a{",
        "src_a[",
        " ",
        "\n",
        "a/ /a",
        "* COMMENT\n",
        "&",
    ],
)
def test_time_is_linear(unit: str) -> None:
    """Eight times the text takes no more than about eight times as long, whatever is repeated without an end."""

    def taken(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        read_org("x", text)
        return time.process_time() - start

    small = max(min(taken(12_500) for _ in range(3)), 0.002)
    assert min(taken(100_000) for _ in range(2)) < 40 * small
