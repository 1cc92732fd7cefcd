"""pandoc itself is asked what it cites in snippets, in whole manuscripts and in documents made at random."""

import json
import os
import re
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotebank.cite.engine import EngineUnavailable
from quotebank.cite.pandoc import Pandoc
from quotebank.draft.markdown import read_markdown

pytestmark = pytest.mark.tools

Seen = tuple[str, str, str, str]
"""A key, its mode, its prefix and its suffix."""

MODES = {"NormalCitation": "parenthetical", "AuthorInText": "narrative", "SuppressAuthor": "suppressed"}

READ_ALL = """
local file = io.open(arg[1])
local out = {}
for i, text in ipairs(pandoc.json.decode(file:read("a"), false)) do
  out[i] = pandoc.write(pandoc.read(text, "markdown"), "json")
end
print(pandoc.json.encode(pandoc.List(out)))
"""
"""Many documents in one run of pandoc's own Lua."""


@cache
def program() -> str:
    """The path of pandoc; skips the test where there is none."""
    try:
        return Pandoc.find(os.environ).program
    except EngineUnavailable:
        pytest.skip("pandoc is not installed")


def pandoc_cites(texts: list[str]) -> list[list[Seen]]:
    """What pandoc cites in each text, in the order it stands there."""
    with TemporaryDirectory() as folder:
        script, documents = Path(folder, "read.lua"), Path(folder, "documents.json")
        script.write_text(READ_ALL, encoding="utf-8")
        documents.write_text(json.dumps(texts), encoding="utf-8")
        done = subprocess.run(
            [program(), "lua", str(script), str(documents)], capture_output=True, check=True, timeout=120
        )
    return [list(_walk(json.loads(each))) for each in json.loads(done.stdout)]


def _walk(node: object) -> list[Seen]:
    found: list[Seen] = []
    if isinstance(node, list):
        for each in node:
            found += _walk(each)
    elif isinstance(node, dict) and node.get("t") == "Cite":
        for cite in node["c"][0]:
            found += _walk(cite["citationPrefix"])
            around = (_plain(cite["citationPrefix"]).strip(), _plain(cite["citationSuffix"]).strip())
            found.append((cite["citationId"], MODES[cite["citationMode"]["t"]], *around))
            found += _walk(cite["citationSuffix"])
    elif isinstance(node, dict):
        for each in node.values():
            found += _walk(each)
    return found


def _plain(node: object) -> str:
    """The words of inline elements, the marks of emphasis gone."""
    if isinstance(node, list):
        return "".join(map(_plain, node))
    assert isinstance(node, dict)
    words = ""
    match node["t"], node.get("c"):
        case "Str", str(text):
            words = text.replace("\N{NO-BREAK SPACE}", " ").replace("’", "'")
        case "Space" | "SoftBreak", _:
            words = " "
        case "Quoted", [kind, inner]:
            mark = '"' if kind["t"] == "DoubleQuote" else "'"
            words = f"{mark}{_plain(inner)}{mark}"
        case _, [_, str(text)]:
            words = text
        case "Cite", [_, inner]:
            words = _plain(inner)
        case _, [*inner]:
            words = "".join(_plain(each) for each in inner if isinstance(each, dict | list))
    return words


def own_cites(text: str) -> list[Seen]:
    """What quotebank finds, the marks of emphasis and code taken off as pandoc does."""
    return [
        (each.key, each.mode, _unmarked(each.prefix), _unmarked(each.suffix))
        for each in read_markdown("draft.md", text).citations
    ]


def _unmarked(text: str) -> str:
    text = re.sub(r"\\(\W)", r"\1", text).replace("*", "").replace("`", "")
    return text.replace("---", "—").replace("--", "–").replace("’", "'")


SNIPPETS = (
    "[@a]", "[@a; @b]", "[@a;@b]", "[@a ; @b]", "[see @a, pp. 33-35; also -@b, chap. 1 and *passim*]", "[-@a]",
    "@a says", "-@a says", "@a [p. 3] says", "@a [p. 3; @b; see @c]", "@a [@b]", "@a [see @b, p. 2; -@c]", "@a\n[p. 5]",
    "@a   [p. 4]", "@a [p. 3](x)", "@a [p. 3][x]", "@a[p. 4]", "@a [^1]", "@a [x [y]; @c]", "@a [see @b; x]",
    "@{a.} and [@{b:c}, p. 1; -@{d}]", "@{a b}", "@a's and @b’s", "@a. @b, @c; @d: @e! @f? (@g)", "@a.b.c. @d/e/ @f+",
    "@a:b: @c-d- @e%20f @g$h @i?j? @k&l @m~n", "@a--b @c---d @e…f", "x@a x.@b .@c ...@d 1@e é@f _@g )@h '@i /@j",
    "x-@a --@b ---@c \\-@d", "@a@b @c@d", "\\@a \\\\@b \\[@c] [@d\\] x]", "@ä.ö и @зуенко [@中文, 3]。@x",
    "[@a](x) [@b]{.y} [@c][d] [@e][@f] [x][@g]", "[@a][@b][@c]", "[see [x @a] @b]", "[see [@a; x] @b]", "[@a; x]",
    "[@a, p. 3 [x]; @b]", "[@a, as cited in @b]", "[see @a and @b, p. 3; @c]", "[@a; @b; ]", "[; @a]", "[[@a]]",
    '["@a"]', "[*@a*] [*see @b*, x @c] [see **x** @d]", '"@a" \'@b\' *@c* **@d** _@e f_ ~~@g~~', "[@a, `]` p. 3]",
    "`@a` ``@b ` `` ```@c`` ``@d```", "`@a", "`a\n\n@b`", "$@a$ $$@b$$ $5 @c $6 $x @d $", "$a @b$1", "<b>@a</b> <@b>",
    '<a href="@c">x</a> <!-- @a --> <https://x.org/@b>', "a <!-- @x\n\n@y --> @b", "<!-- @a", "https://x.org/@a",
    '[l @a](<u @b>) [l](u @c) [m]( u "@d" ) ![@e](x)', "^[note @a [@b, p. 1]] x^@c^ H~@d~",
    "x[^1]\n\n[^1]: @a\n\n    @b\n",
    "# On @a {#x .y}\n\n    @b\n", "On @a\n=====\n\nOn @b\n---\n@c",
    "- @a\n- [@b\n- @c]\n\n  - @d\n\n        @e\n\n      @f",
    "1. x\n\n       @a\n\n   @b\n", "- x `a\n- @b` z", "text\n- @a `x\n- y @b` z", "> [see\n> @a, p. 1]\n\n>     @b\n",
    "text\n```\n@a\n```\n@b", "text\n~~~\n@a\n~~~\n", "~~~ {.x}\n@a\n~~~~\n@b", "````\n@a\n```\n@b\n````\n@c",
    "```\n@a\n",
    "-   ```\n    @a\n    ```\n    @b", "x\n    @a\n", "    @a\n\nb @c", "| @a b\n| c [@d]\n",
    "term @x\n:   def @y\n\n        @z\n",
    "| a | `b |\n|---|---|\n| @a` | [@b] |\n", "a | b\n--|--\n@a | @b\n", "Table: cap @a\n\n| a |\n|---|\n| b |\n",
    "\\foo{@a} \\foo @b \\foo[@c]{d} \\cite{e}[@f]", "\\begin{x}\n@a\n\n@b\n\\end{x}\n\n@c", "<pre>\n@a\n\n@b</pre> @c",
    "<div>@a</div>\n\n<script>@b</script>", "::: {.note}\n@a\n:::\n", "::: {.note @b}\n@a\n:::\n",
    "[x]: http://a/@b '@c'\n\n[x] @d",
    "[@x]: http://a/b\n\n@d", "(@good) x @a\n\nAs @good shows @b.", "@a. Text", "[see\n\n@a]", "{@a} {.x @b} [x]{@c}",
    "line\\\n@a", "x[^a].\n\n[^a]: [see @b, p. 3; @c]\n\ny @d", "@a*b* @c_d_ e", "[@a{ii, A, D-Z}, with more]",
)  # fmt: skip

MANUSCRIPTS = tuple(
    """---
title: "On sources [@t1]"
abstract: |
  We follow @t2, not `@no`.
nocite: |
  @t3, [@t4]
author:
  - name: Ann Author
    email: ann@example.org
---

# Introduction {#sec-intro}

The press wrote much about it [see @k1, p. 3; -@k2], and @k3 [pp. 4--5] more. Write to
editor@example.org or to \\@handle; `@code` is none.

"""
    + body
    for body in (
        'As @k4\'s paper says: "it holds" [@k5, p. 12].[^1]\n\n[^1]: So does @k6 [chap. 2].\n',
        "> A quotation runs\n> over lines [@k4,\n> p. 7].\n\n```python\n@no\n```\n\nAnd @k5.\n",
        "- one [@k4]\n- two @k5 [p. 1]\n\n    more @k6\n\n        @no\n\n1. three [-@k7]\n",
        "| Source | Says |\n|--------|------|\n| @k4    | `@no`|\n| x [@k5, fol. 3] | y |\n\nCounts after @k6\n",
        "Costs of $5 to $6 [@k4] and $x_{@no}$.\n\n$$\n@no\n$$\n\n<!-- @no -->\n\n<div class='x'>\n@k5\n</div>\n",
        "Text ![A map after @k4](map.png){width=50%}\n\nTerm\n\n:   as in [@k5; see @k6, vol. 2]\n\n\\newpage\n\n@k7\n",
        "| First line @k4\n| second [@k5]\n\n[link to @k6](https://example.org/@no 'x'), <https://example.org/@no>\n",
        "^[An inline note, as @k4 [p. 3] has it.] *On @k5*, **[@k6]**.\n\n***\n\n# N\n\n[@k7, as cited in @k8]\n",
        "Зуенко [@зуенко2021, с. 5] и @ланьков2021 [с. 3--4]; 中文[@wang2020]。\n\nOn @k4\n---\n\n(@ex) @k5\n\n(@ex)\n",
    )
)


@cache
def answers() -> dict[str, list[Seen]]:
    """What pandoc says of all snippets and manuscripts."""
    texts = [*SNIPPETS, *MANUSCRIPTS]
    return dict(zip(texts, pandoc_cites(texts), strict=True))


@pytest.mark.parametrize("text", SNIPPETS)
def test_snippets(text: str) -> None:
    """Keys in their order, with mode, prefix and suffix, are pandoc's."""
    assert own_cites(text) == answers()[text]


@pytest.mark.parametrize("text", MANUSCRIPTS)
def test_manuscripts(text: str) -> None:
    """In a whole manuscript too; the front matter is compared as a set, for pandoc sorts its fields."""
    own = [seen if seen[0] not in ("t3", "t4") else (seen[0], "", "", "") for seen in own_cites(text)]
    theirs = [seen if seen[0] not in ("t3", "t4") else (seen[0], "", "", "") for seen in answers()[text]]
    assert own[4:] == theirs[4:]
    assert sorted(own) == sorted(theirs)
    assert "no" not in [seen[0] for seen in own]


DIFFERENCES = {
    "{{< include @a >}} %% @b %% @fig-x": ["a", "b", "fig-x"],
    "- x[^kim]": [],
    "{cite}`a`": [],
    "@* @{}": ["*", ""],
}
"""What pandoc cites where this differs on purpose: Quarto's, Obsidian's and MyST's ways, footnotes without a text."""


@pytest.mark.parametrize("text", DIFFERENCES)
def test_differences_are_known(text: str) -> None:
    """Where another dialect is followed, pandoc says what the list says, and this says something else."""
    (theirs,) = pandoc_cites([text])
    assert [seen[0] for seen in theirs] == DIFFERENCES[text]
    assert [seen[0] for seen in own_cites(text)] != DIFFERENCES[text]


_INLINE = st.lists(
    st.sampled_from(
        [
            "@k", "[@k]", "[see @k, p. 3]", "@k [p. 4]", "-@k", "[@k; @k]", "@{k}", "word", "the end.", "a",
            "'s", "x_y",
            "*", "**", "`", "``", "$", "$$", "[", "]", "(", ")", "](x)", '](y "t @k")', ";", ",", "\\", "\\@k",
            " ", "\n",
            "<", ">", "<b>", "</b>", "<http://x/@k>", "http://x/", "{", "}", "{.x}", "!", "![", "&amp;", "é", "。", "…",
            "--", "m@k.k", "<!-- @k -->", "\\cite{k}", '"', "^", "~",
        ]
    ),
    min_size=1,
    max_size=9,
).map("".join)  # fmt: skip

_BLOCK = st.tuples(
    st.sampled_from(
        [
            "{}", "{}", "# Head {}", "> {}", "- one\n\n    {}", "    {}", "```\n{}\n```", "~~~\n{}", "1. {}\n2. two",
            "| x | {} |\n|---|---|\n| y | z |", "::: {{.note}}\n{}\n:::", "<div>\n{}\n</div>", "<!--\n\n{}\n\n-->",
            "\\begin{{x}}\n{}\n\\end{{x}}",
        ]
    ),
    _INLINE,
).map(lambda pair: pair[0].format(pair[1].replace("\n\n", "\n").strip() or "word"))  # fmt: skip


def _numbered(text: str) -> str:
    """The text with every key another one."""
    pieces = re.split(r"\bk\b", text)
    return "".join(f"{piece}k{number}" for number, piece in enumerate(pieces[:-1])) + pieces[-1]


@settings(max_examples=20, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.lists(st.lists(_BLOCK, min_size=1, max_size=4).map("\n\n".join).map(_numbered), min_size=20, max_size=60))
def test_documents_at_random(texts: list[str]) -> None:
    """Whatever marks stand around citations, and in whatever block, the keys found are those pandoc finds."""
    for text, theirs in zip(texts, pandoc_cites(texts), strict=True):
        assert {seen[0] for seen in own_cites(text)} == {seen[0] for seen in theirs}, text
