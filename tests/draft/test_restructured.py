"""Drafts in reStructuredText: what is a citation, where, how, and what is prose; docutils and pandoc are the judges."""

import json
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.draft.restructured import read_rst

CASES = (
    ("See :cite:`a1`.", "a1"),
    (":cite:`a1,a2, a3`", "a1 a2 a3"),
    (":cite:p:`a1` :cite:t:`a2` :cite:ts:`a3` :cite:ps:`a4` :cite:ct:`a5`", "a1 a2 a3 a4 a5"),
    (":cite:year:`a1` :cite:author:`a2` :cite:alp:`a3` :cite:empty:`a4`", "a1 a2 a3 a4"),
    ("`a1`:cite: and `a2`:cite:p:", "a1 a2"),
    ('(:cite:`a1`) ":cite:`a2`" -- :cite:`a3`, :cite:`a4`; :cite:`a5`.', "a1 a2 a3 a4 a5"),
    (":cite:`a1,\na2`", "a1 a2"),
    ("x\\ :cite:`a1`\\ y \\:cite:`no`", "a1"),
    ("A ``:cite:`no```, ``x :cite:`no```, :cite:`a1`", "a1"),
    ("Example::\n\n   :cite:`no`\n\n   more :cite:`no`\n\nAfter :cite:`a1`", "a1"),
    ("::\n\n   :cite:`no`\n\n:cite:`a1`", "a1"),
    (".. a comment :cite:`no`\n   more :cite:`no`\n\n:cite:`a1`", "a1"),
    ("..\n\n   A quote :cite:`a1`", "a1"),
    (".. code-block:: rst\n   :linenos:\n\n   :cite:`no`\n\n:cite:`a1`", "a1"),
    (".. note:: Look :cite:`a1`\n\n   More :cite:`a2`\n\n:cite:`a3`", "a1 a2 a3"),
    (".. raw:: html\n\n   :cite:`no`\n\n* item :cite:`a1`\n\n  * :cite:`a2`", "a1 a2"),
    (".. math::\n\n   x :cite:`no`\n\n:math:`x` :cite:`a1`", "a1"),
    (".. figure:: x.png\n   :alt: x\n\n   A caption :cite:`a1`", "a1"),
    ("Title :cite:`a1`\n================\n\nText :cite:`a2`", "a1 a2"),
    ("Term :cite:`a1`\n   Definition :cite:`a2`\n\n:Field: :cite:`a3`", "a1 a2 a3"),
    ("A note [#f]_ and [1]_.\n\n.. [#f] Note :cite:`a1`\n.. [1] Other :cite:`a2`", "a1 a2"),
    ("*emphasis* **strong :cite:** :cite:`a1` `link <http://x.example/:cite:`_", "a1"),
    ("+------------+\n| :cite:`a1` |\n+------------+\n\n:cite:`rus:2021_a-b.c`", "a1 rus:2021_a-b.c"),
    (":cite:`müller2021` и :cite:`ключ`", "müller2021 ключ"),
)
"""Text, and the keys it cites in order."""


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_citations_of_a_snippet(text: str, expected: str) -> None:
    """Each citation is found and nothing else, with its exact place."""
    part = read_rst("x.rst", text)
    assert [each.key for each in part.citations] == expected.split()
    lines = text.split("\n")
    assert all(lines[each.spot.line - 1][each.spot.column - 1 :].startswith(each.key) for each in part.citations)
    assert all(text[each.start : each.end] == each.key for each in part.citations)


@pytest.mark.tools
def test_docutils_finds_the_same_roles() -> None:
    """Docutils, where it is installed, hands the roles just the keys found here."""
    core = pytest.importorskip("docutils.core", reason="docutils is not installed")
    nodes, roles = pytest.importorskip("docutils.nodes"), pytest.importorskip("docutils.parsers.rst.roles")
    asked: list[str] = []

    def cite(_name: str, _raw: str, text: str, *_rest: Any, **_more: Any) -> tuple[list[Any], list[Any]]:
        asked.extend(re.findall(r"[^\s,\x00]+", text))
        return [nodes.inline("", text)], []

    for kind in ("", ":p", ":t", ":ts", ":ps", ":ct", ":year", ":author", ":alp", ":empty"):
        roles.register_local_role(f"cite{kind}", cite)
    for text, expected in CASES:
        asked.clear()
        core.publish_doctree(text, settings_overrides={"report_level": 5, "halt_level": 5})
        assert sorted(asked) == sorted(expected.split()), text


def pandoc() -> str:
    """The pandoc of the extra ``csl``, else that of the system; skips the test where there is none."""
    try:
        import pypandoc  # type: ignore[import-untyped, unused-ignore]

        return str(pypandoc.get_pandoc_path())
    except (ImportError, OSError):
        path = shutil.which("pandoc")
        return path or pytest.skip("pandoc is not installed")


def cited(tree: Any) -> Iterator[str]:
    """The keys of all citations in pandoc's tree."""
    if isinstance(tree, dict):
        if tree.get("t") == "Citation" or "citationId" in tree:
            yield tree["citationId"]
        for value in tree.values():
            yield from cited(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from cited(value)


@pytest.mark.tools
def test_pandoc_finds_the_same_keys() -> None:
    """Pandoc cites the same keys; of a broken list of keys and of escaped roles it has its own idea."""
    ours_alone = ("x\\ :cite:`a1`",)
    for text, expected in CASES:
        if text.startswith(ours_alone):
            continue
        done = subprocess.run(
            [pandoc(), "-f", "rst", "-t", "json"], input=text.encode(), capture_output=True, check=True
        )
        tree = json.loads(done.stdout)
        if '"Cite"' not in done.stdout.decode():
            pytest.skip("this pandoc reads no citations from reStructuredText")
        assert sorted({key.strip() for key in cited(tree["blocks"])}) == sorted(expected.split()), text


def test_how_a_key_is_cited() -> None:
    """The role is the command and tells the mode; braces hold prefix and suffix."""
    found = read_rst(
        "x", ":cite:p:`{see}a{p. 3},b` :cite:t:`c` :cite:empty:`d` :cite:year:`e` :footcite:t:`f{chap. 2}`"
    ).citations
    assert [
        (each.key, each.command, each.mode, each.prefix, each.suffix, each.locator, each.cluster) for each in found
    ] == [
        ("a", ":cite:p:", "parenthetical", "see", "p. 3", "3", 0),
        ("b", ":cite:p:", "parenthetical", "", "", "", 0),
        ("c", ":cite:t:", "narrative", "", "", "", 1),
        ("d", ":cite:empty:", "nocite", "", "", "", 2),
        ("e", ":cite:year:", "suppressed", "", "", "", 3),
        ("f", ":footcite:t:", "narrative", "", "chap. 2", "chap. 2", 4),
    ]


def test_references_cite_what_the_file_does_not_hold() -> None:
    """``[key]_`` cites, but for what the file defines itself, and for footnotes."""
    text = "See [lankov2021]_, [Zuenko]_ and [1]_, [#a]_, [*]_, a[i]_b.\n\n.. [zuenko] Z.\n.. [1] N."
    part = read_rst("x", text)
    assert [(each.key, each.command) for each in part.citations] == [("lankov2021", "[]_")]


def test_includes_and_wishes() -> None:
    """Included text is named, not what is included as code; ``:all:`` asks for every entry."""
    text = (
        ".. include:: ch/one.rst\n\n.. include:: x.py\n   :code: python\n\n.. include:: y.txt\n   :literal:\n\n"
        ".. literalinclude:: z.py\n\n.. bibliography:: x.bib\n   :style: plain\n   :all:\n"
    )
    part = read_rst("x", text)
    assert part.includes == ("ch/one.rst",)
    assert part.all_entries
    assert not read_rst("x", ".. bibliography::\n\n:all: x").all_entries


def test_prose_stands_where_it_stood() -> None:
    """Prose keeps its place; markup, literals, comments and citations are spaces."""
    text = (
        'Title\n=====\n\nHe *said* "it" :cite:`a`. ``code`` :emphasis:`yes` `link <http://x.example>`_ '
        "|s|\n\n.. note no\n\n.. note:: And\n\nEnd::\n\n  code\n"
    )
    prose = read_rst("x", text).prose
    assert len(prose) == len(text)
    assert prose.split() == ["Title", "He", "said", '"it"', ".", "yes", "link", "s", "And", "End::"]
    assert all(char in (" ", text[at]) for at, char in enumerate(prose))


def test_rules_switched_off() -> None:
    """A comment switches a rule off for the text that follows it, or for the file."""
    part = read_rst("x", ".. quotebank: ignore-file=Q301\n\nA\n\n.. quotebank: ignore=Q104\n\nText\n\nMore\n")
    assert part.ignored == {0: frozenset({"Q301"}), 5: frozenset({"Q104"}), 7: frozenset({"Q104"})}


def test_binary_data_is_told() -> None:
    """A NUL character is a trouble with its place."""
    (trouble,) = read_rst("x", "a\nb\0").troubles
    assert trouble.spot == ("x", 2, 2)


PIECES = st.lists(
    st.sampled_from(
        [
            ":cite:`a`",
            "`b`",
            "``x``",
            "`",
            "``",
            ":cite:",
            "[k]_",
            "[k]",
            "..",
            "::",
            "..",
            "note::",
            "..",
            "code::",
            "*",
            "**",
            "|",
            "\\",
            ">>>",
            "=",
            "word",
            "é",
            "\0",
            "{p}",
            "_",
            "\n",
            "\n\n",
            "   ",
            " ",
        ]
    )
).map("".join)


@given(PIECES)
def test_anything_is_read(text: str) -> None:
    """Any string is read: the prose has its length and line ends, keys stand where they are said to."""
    part = read_rst("x", text)
    assert len(part.prose) == len(text)
    assert [at for at, char in enumerate(part.prose) if char == "\n"] == [
        at for at, char in enumerate(text) if char == "\n"
    ]
    assert all(text[each.start : each.end] == each.key for each in part.citations)


@pytest.mark.parametrize(
    "unit",
    [
        ":",
        "`",
        "``",
        ":cite:`",
        ":cite:`a`",
        ":cite:`a,",
        "[",
        "[a",
        "[a]_ ",
        "..\n",
        ".. x\n",
        ".. a::\n",
        "::\n\n",
        " ",
        "\n",
        "*",
        "|",
        "\\",
        ">>> \n",
        "a::\n\n  b\n",
        "=",
        "==\n",
        ":a",
        "`a <",
        "{",
        ":cite:`{a} ",
        "a-",
        ".. |a",
    ],
)
def test_time_is_linear(unit: str) -> None:
    """Eight times the text takes no more than about eight times as long, whatever is repeated without an end."""

    def taken(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        read_rst("x", text)
        return time.process_time() - start

    small = max(min(taken(12_500) for _ in range(3)), 0.002)
    assert min(taken(100_000) for _ in range(2)) < 40 * small
