"""What of a Markdown manuscript is a citation, how it is cited, and what of the text is prose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.draft.markdown import read_markdown
from quotebank.draft.records import Citation, Part


def _read(text: str, name: str = "draft.md") -> Part:
    return read_markdown(name, text)


def _keys(text: str, name: str = "draft.md") -> list[str]:
    return [citation.key for citation in _read(text, name).citations]


def _one(text: str) -> Citation:
    (citation,) = _read(text).citations
    return citation


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("See [@lankov2021b].", ["lankov2021b"]),
        ("@lankov2021. Not so.", []),
        ("As @lankov2021. And on.", ["lankov2021"]),
        ("So says @lankov2021's book; @kim2020’s too.", ["lankov2021", "kim2020"]),
        ("@a.b:c-d_e/f... and @g, @h; @i: (@j)", ["a.b:c-d_e/f", "g", "h", "i", "j"]),
        ("[@{https://x.org/a_(b)}, p. 2]", ["https://x.org/a_(b)"]),
        ("[@Äther.1, S. 3] и @зуенко2021", ["Äther.1", "зуенко2021"]),
        ("Write to anna@example.org, to a.@b, to \\@c.", []),
        ("\\\\@a is after a backslash", ["a"]),
        ("@a@b and @c-@d", ["a", "b", "c", "d"]),
    ],
)
def test_keys_are_exact(text: str, keys: list[str]) -> None:
    """A key is all of the key and nothing else; full stops, possessives and addresses of e-mail are no part of one."""
    assert _keys(text) == keys


@pytest.mark.parametrize(
    "text",
    [
        "`@a` and ``b ` @c`` and `[@d]`{.r}",
        "`r cite('@a')`",
        "```{r}\nx@y <- '@a'\n```",
        "~~~\n@a\n~~~\n",
        "- item\n\n  ```\n  [@a]\n  ```\n",
        "text\n\n    @a\n\tmore @b\n",
        "# Heading\n    @code\n",
        "- item\n\n      @a\n",
        ">     @a\n",
        "$x_{@a}$ and $$y\n@b$$",
        "<!-- @a -->\n\n<!--\n\n@b\n\n-->",
        "text <!-- [@a\n\n- @b --> text",
        "<https://example.org/@a> <a href='@b'>x</a>",
        "[x](https://e.org/@a '@b') ![y](<@c d>)",
        "[x]: https://example.org/@a\n  '@b'\n\n[x]",
        "<pre>\n@a\n\n@b\n</pre> <script>@c</script>",
        "\\textbf{@a} \\footnote[@b]{@c}\n\n\\begin{quote}\n@d\n\n@e\n\\end{quote}",
        "(@good) An example.\n\nAs @good shows.",
        "{{< include _part.qmd >}} {{< video https://v/@a >}}",
        "%% @a %% and\n\n%%\n@b\n\n@c\n%%",
        "As @fig-map and [@tbl-counts; @sec-end] show, with @eq:sum.",
        "| a | b |\n|---|---|\n| `@a` | $@b$ |\n",
        "[[Note about @]] ![[picture.png]]",
        "Nothing refers to the note.\n\n[^n]: see @a\n",
        "```{=html}\n@a\n```\n`@b`{=latex}",
        "# Title {#sec-a key='@b'}",
    ],
)
def test_no_citations(text: str) -> None:
    """Code, mathematics, comments, addresses, raw text, examples and cross-references are no citations."""
    assert _keys(text) == []


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("```\n@a is not code, for the fence has no end", ["a"]),
        ("<!-- @a is no comment, for it has no end", ["a"]),
        ("`@a\n\n@b` in two paragraphs", ["a", "b"]),
        ("$5 and @a cost $6", ["a"]),
        ("````\n```\n@x\n````\n@a", ["a"]),
        ("text\n    @a goes on", ["a"]),
        ("- item\n\n    @a in the item", ["a"]),
        ("- @a `\n- ` @b", ["a", "b"]),
        ("term\n:   @a\n\n    @b\n", ["a", "b"]),
        ("| @a one\n| two [@b]\n", ["a", "b"]),
        ("| x | y |\n|---|---|\n| [@a] | @b `|` |\n\n: @c\n", ["a", "b", "c"]),
        ("# On @a {.x}\n\nOn @b\n=====\n", ["a", "b"]),
        ("![@a's map](m.png) [see @b](x) ^[note @c]", ["a", "b", "c"]),
        ("Text[^1].\n\n[^1]: [@a]\n\n    and @b\n", ["a", "b"]),
        ("> quoted [see\n> @a, p. 3]", ["a"]),
        ("<div>\n@a\n</div> <em>@b</em>", ["a", "b"]),
        ("*@a* _@b x_ **@c** ~~@d~~ (@e) “@f”", ["a", "b", "c", "d", "e", "f"]),
        ("[[@a]] [[@b|Shown]] ![[@c]] [[@d#p. 3]]", ["a", "b", "c", "d"]),
        ("::: {.note}\n@a\n:::\n", ["a"]),
        ("```{note}\nAs @a says.\n```\n", ["a"]),
        ("one\r\n\r\n    @x\r\n\r\ntwo @a\r\n", ["a"]),
        ("one\r\r    @x\r\rtwo @a\r", ["a"]),
    ],
)
def test_citations_in_odd_places(text: str, keys: list[str]) -> None:
    """What only looks like code or a comment is text; headings, tables, notes, captions and emphasis hold citations."""
    assert _keys(text) == keys


@pytest.mark.parametrize(
    ("text", "mode", "prefix", "suffix", "locator"),
    [
        ("[@a]", "parenthetical", "", "", ""),
        ("@a", "narrative", "", "", ""),
        ("-@a", "suppressed", "", "", ""),
        ("[-@a]", "suppressed", "", "", ""),
        ("[see also @a, pp. 33-35 and *passim*]", "parenthetical", "see also", ", pp. 33-35 and *passim*", "33-35"),
        ("@a [p. 3]", "narrative", "", "p. 3", "3"),
        ("@a [33]", "narrative", "", "33", "33"),
        ("@a\n[chap. 4]", "narrative", "", "chap. 4", "chap. 4"),
        ("[@a{ii, A, D-Z}, with more]", "parenthetical", "", "{ii, A, D-Z}, with more", "ii, A, D-Z"),
        ("> [see\n> @a, p. 3]", "parenthetical", "see", ", p. 3", "3"),
    ],
)
def test_how_it_is_cited(text: str, mode: str, prefix: str, suffix: str, locator: str) -> None:
    """The mode, the texts around a key and the place it names are those that pandoc sees."""
    found = _one(text)
    assert (found.mode, found.prefix, found.suffix, found.locator) == (mode, prefix, suffix, locator)
    assert found.command == "@"


def test_clusters() -> None:
    """Citations of one bracket share a cluster; a key in the text and the brackets behind it do too."""
    found = _read("[see @a, p. 1; -@b] and @c [p. 2; @d] then @e.").citations
    assert [(each.key, each.cluster, each.mode) for each in found] == [
        ("a", 0, "parenthetical"),
        ("b", 0, "suppressed"),
        ("c", 1, "narrative"),
        ("d", 1, "parenthetical"),
        ("e", 2, "narrative"),
    ]


def test_as_cited_in() -> None:
    """In `[@a, as cited in @b]` the second key stands in the suffix of the first: narrative, in the same cluster."""
    first, second = _read("[@a, as cited in @b, p. 4]").citations
    assert (first.suffix, first.mode) == (", as cited in @b, p. 4", "parenthetical")
    assert (second.key, second.mode, second.cluster) == ("b", "narrative", first.cluster)


def test_places() -> None:
    """A citation says where its key is: line and column from 1 in characters, and offsets into the text."""
    text = "\ufeffÄ @a\r\n\r\n> x [see @{b.}]\r\n"
    first, second = _read(text).citations
    assert (first.spot.line, first.spot.column) == (1, 5)
    assert (second.spot.line, second.spot.column) == (3, 12)
    assert [text[each.start : each.end] for each in (first, second)] == ["a", "b."]
    assert second.spot.file == "draft.md"


def test_footnotes_as_citations() -> None:
    """A footnote mark without a text cites its name; with a text it is a note; a number never is a key."""
    text = "One[^lankov2021], two[^kim], three[^4], four[^own], five[^no key].\n\n[^kim]:\n\n[^own]: My own words.\n"
    assert [(each.key, each.command, each.start) for each in _read(text).citations] == [
        ("lankov2021", "[^]", text.index("lankov")),
        ("kim", "[^]", text.index("kim")),
    ]


def test_roles_of_myst() -> None:
    """Roles of MyST name one key or several, with a prefix and a place in braces."""
    found = _read("{cite:p}`a,b` {cite}`{see}c{p. 3}` {cite:t}`d` {ref}`e` {cite:empty}`f`").citations
    assert [(each.key, each.command, each.mode, each.locator) for each in found] == [
        ("a", ":cite:p:", "parenthetical", ""),
        ("b", ":cite:p:", "parenthetical", ""),
        ("c", ":cite:", "parenthetical", "3"),
        ("d", ":cite:t:", "narrative", ""),
        ("f", ":cite:empty:", "nocite", ""),
    ]
    assert found[0].cluster == found[1].cluster != found[2].cluster


def test_front_matter() -> None:
    """Texts of the front matter count as pandoc counts them, those of nocite as such; code in them does not."""
    text = (
        "---\ntitle: x\nabstract: |\n  As @a says, not `@x`.\nnocite: |\n  @b, [@c]\n"
        "list: [one, '@d']\n# @e\n...\n\n@f\n"
    )
    part = _read(text)
    assert [(each.key, each.mode) for each in part.citations] == [
        ("a", "narrative"),
        ("b", "nocite"),
        ("c", "nocite"),
        ("d", "narrative"),
        ("f", "narrative"),
    ]
    assert not part.all_entries
    assert not part.prose.split("@f")[0].strip()


def test_all_entries() -> None:
    """`nocite: "@*"` asks for everything; the same mark in the text does not."""
    assert _read('---\nnocite: "@*"\n---\n').all_entries
    assert _read("---\nnocite: |\n  @a, @*\n---\n").all_entries
    assert not _read("The @* mark").all_entries


def test_broken_front_matter_is_told() -> None:
    """YAML that cannot be read is a trouble with its place, and its citations are found all the same."""
    part = _read("---\nnocite: @a, @b\n---\n\nText @c.\n")
    assert [(each.key, each.mode) for each in part.citations] == [("a", "nocite"), ("b", "nocite"), ("c", "narrative")]
    (trouble,) = part.troubles
    assert trouble.spot.line == 2
    assert "front matter" in trouble.message


def test_deep_front_matter_is_read_by_lines() -> None:
    """Front matter of a thousand brackets costs nothing but a trouble."""
    part = _read(f"---\nx: {'[' * 1000}\nnocite: '@a'\n---\n")
    assert [each.key for each in part.citations] == ["a"]
    assert len(part.troubles) == 1


def test_rules_are_no_front_matter() -> None:
    """Lines of dashes around a paragraph make rules."""
    assert _keys("x\n\n---\nfoo @b\n\n---\n\ny @c") == ["b", "c"]


def test_latex_citations_are_told() -> None:
    r"""Pandoc keeps `\cite` from its own citations: a trouble says so, and where."""
    part = _read("As \\citep[p. 3]{a,b} and \\emph{x} say.")
    assert part.citations == ()
    assert [(each.spot.column, each.message) for each in part.troubles] == [(4, "\\citep reaches LaTeX only")]


def test_includes() -> None:
    """Files that a shortcode or a directive includes are listed in order; other shortcodes are not."""
    part = _read("{{< include a.qmd >}}\n\n{{< pagebreak >}}\n\n```{include} b.md\n```\n\n`{{< include c.qmd >}}`\n")
    assert part.includes == ("a.qmd", "b.md")


def test_cross_references_depend_on_the_file() -> None:
    """Quarto reserves more prefixes than others use; elsewhere these are keys unless the file defines them."""
    assert _keys("@def-x and @thm-y", "paper.qmd") == []
    assert _keys("@def-x and @thm-y") == ["def-x"]
    assert _keys("::: {#def-x}\nA.\n:::\n\n@def-x") == []
    assert _keys("[@fig-a; @kim2020]") == ["kim2020"]


def test_bare_addresses_depend_on_the_file() -> None:
    """R Markdown and Quarto make links of bare addresses; pandoc reads a key in them, and so does this."""
    text = "See https://medium.com/@author/x and @a."
    assert _keys(text, "paper.Rmd") == ["a"]
    assert _keys(text) == ["author/x", "a"]


def test_comments_of_obsidian_depend_on_the_file() -> None:
    """Two per cent signs begin no comment in Quarto."""
    assert _keys("%% @a %%") == []
    assert _keys("%% @a %%", "x.qmd") == ["a"]


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("So *he* says [@a, p. 3].", "So  he  says           ."),
        ("“A” `code` b", "“A”        b"),
        ("[text](http://x) end", " text            end"),
        ("# Head {#x}\n\n> quote\n\n- item", "  Head     \n\n  quote\n\n  item"),
        ("“[T]he end” snake_case _it_", "“[T]he end” snake_case  it "),
        ("a^[note] b[^1]\n\n[^1]: text", "a  note  b    \n\n      text"),
        ("[[note|shown]] x \\* y", "       shown   x  * y"),
        ("| a | b |\n|---|---|\n| c | d |", "  a   b  \n         \n  c   d  "),
    ],
)
def test_prose(text: str, prose: str) -> None:
    """The text of links, emphasis, headings and notes stays at its place; marks and citations are spaces."""
    assert _read(text).prose == prose


def test_ignored() -> None:
    """A comment switches rules off for its line and the next line of text, or for the file; one in code does not."""
    text = (
        "<!-- quotebank: ignore-file=Q105, q106 -->\nx\n\n<!-- quotebank: ignore=Q104 -->\n\nText\nmore\n"
        "end <!-- quotebank: ignore=Q101,Q102 -->\n`<!-- quotebank: ignore=Q109 -->`\n"
    )
    assert _read(text).ignored == {
        0: frozenset({"Q105", "Q106"}),
        4: frozenset({"Q104"}),
        6: frozenset({"Q104"}),
        8: frozenset({"Q101", "Q102"}),
        9: frozenset({"Q101", "Q102"}),
    }


_PIECES = st.sampled_from(
    [
        "@a", "[", "]", "(", ")", "`", "``", "$", "*", "_", "\\", "<", ">", "<!--", "-->", "{", "}", "|", ";",
        ":", "^[", "-",
        "#", "\n", "\n\n", "\r\n", "\r", "    ", "\t", "```\n", "~~~\n", "---\n", "[^n]", "[^n]: ", "[x]: y",
        "![", "%%",
        "\0", "\x01", " ", "word", "é", "。", "<pre>", "</pre>", "\\begin{x}", "\\end{x}", "{{<", ">}}", "1. ",
        "- ", "> ", "|---|", "{cite}", "@*", "nocite: ", "=", "\\*",
    ]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_totality(text: str) -> None:
    """Any text is read: prose keeps its length and line ends, keys stand where they are said to, in order."""
    part = _read(text)
    assert len(part.prose) == len(text)
    assert all(new in (old, " ") for old, new in zip(text, part.prose, strict=True))
    assert [end for end in part.prose if end in "\r\n"] == [end for end in text if end in "\r\n"]
    starts = [each.start for each in part.citations]
    assert starts == sorted(set(starts))
    assert all(text[each.start : each.end] == each.key for each in part.citations)


@given(st.text(max_size=200), st.sampled_from(["a.md", "b.qmd", "c.Rmd"]))
def test_totality_of_any_text(text: str, name: str) -> None:
    """No text whatever makes reading fail."""
    assert len(_read(text, name).prose) == len(text)
