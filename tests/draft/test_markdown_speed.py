"""Reading Markdown takes time in proportion to its length, whatever it is made of."""

import time

import pytest

from quotebank.draft.markdown import read_markdown

HOSTILE = {
    "brackets": "[", "closing brackets": "@a]", "backticks": "`", "runs of backticks": "`a ``b ", "at signs": "@",
    "keys": "@a ", "open citations": "[@a ", "semicolons": "[@a;", "locators": "@a [p ", "quotations": '[@a "',
    "dollars": "$a ", "display": "$$a ", "comments": "<!-- ", "tags": '<a b="', "commands": "\\f{", "backslashes": "\\",
    "environments": "\\begin{a}\n", "links": "[a](b ", "addresses": "[a](<b ", "titles": '[a](b "c ', "fences": "```\n",
    "other fences": "~~~a\n", "shortcodes": "{{< a ", "per cents": "%% ", "notes to notes": "[[a ", "bullets": "- ",
    "quotation marks": "> ", "rows": "| a\n", "rules": "---\n", "metadata": "---\nk: v\n\n", "footnotes": "[^a]: x\n",
    "definitions": "[x]: y\n", "attributes": "{#a ", "dashes": "-", "verbatim": "<pre>\n", "inline notes": "^[a ",
    "images": "![a ", "code": "    x\n\n", "terms": "a\n:   b\n", "adjacent": "[][a]", "emphasis": "*a_",
    "roles": "{cite}`", "braced": "@{", "key marks": "@a:", "wiki": "[[@a]]", "examples": "(@a) x\n",
}  # fmt: skip


def _seconds(text: str) -> float:
    best = 9e9
    for _ in range(3):
        begun = time.process_time()
        read_markdown("draft.md", text)
        best = min(best, time.process_time() - begun)
    return best


@pytest.mark.parametrize("name", HOSTILE)
def test_linear(name: str) -> None:
    """Eight times a text of nothing but openings takes about eight times as long, not sixty-four."""
    piece = HOSTILE[name]
    small, large = (piece * (size // len(piece)) for size in (12_000, 96_000))
    assert _seconds(large) < 32 * max(_seconds(small), 0.002)


@pytest.mark.parametrize(
    ("small", "large"),
    [
        tuple("".join(f"{'  ' * depth}- @a\n" for depth in range(most)) for most in (300, 2400)),
        tuple("".join(f"{'`' * length}\n" for length in range(most, 2, -1)) for most in (120, 340)),
        tuple("[" * depth + "@a" + "]" * depth for depth in (5_000, 40_000)),
        tuple("[@a " * depth + "]" * depth for depth in (5_000, 40_000)),
        tuple("".join(f"\\begin{{{'a' * (n % 39 + 1)}}} " for n in range(count)) for count in (500, 4_000)),
    ],
    ids=["lists in lists", "fences of all lengths", "brackets in brackets", "citations in citations", "environments"],
)
def test_linear_in_depth(small: str, large: str) -> None:
    """So does nesting, in proportion to the length of the text."""
    times = len(large) / len(small)
    assert _seconds(large) < 4 * times * max(_seconds(small), 0.002)


def test_one_enormous_line() -> None:
    """A line of a million characters with ten thousand citations is read like any other."""
    text = (
        "Words of a long line that goes on and on, as it does, and a citation [@key2021, p. 12] again, and so forth. "
        * 10_000
    )
    begun = time.process_time()
    part = read_markdown("draft.md", text)
    assert len(part.citations) == 10_000
    assert part.citations[-1].spot.line == 1
    assert time.process_time() - begun < 5


def test_ten_thousand_lists_deep() -> None:
    """Lists ten thousand deep, on one line or on many, end in an answer."""
    assert read_markdown("draft.md", f"{'- ' * 10_000}@a").citations[0].key == "a"
    deep = "".join(f"{' ' * depth}- x\n" for depth in range(0, 4_000, 2))
    assert read_markdown("draft.md", f"{deep}@a").citations[0].key == "a"


def test_many_open_brackets_take_little_memory() -> None:
    """Two hundred thousand open brackets are not as many objects."""
    import tracemalloc

    text = "[" * 200_000
    tracemalloc.start()
    read_markdown("draft.md", text)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 6_000_000
