"""Markdown notes with front matter: fields, quotations, and broken or hostile files."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.formats.markdown_notes import looks_like, read
from quotebank.formats.parsed import Parsed
from quotebank.model.dates import PartialDate
from quotebank.model.quotes import Locator, Quote

NOTE = """\
---
title: "New ethics: a view"
author:
  - "[[Ivan Zuenko]]"
  - '[[people/Jane Doe|Jane Doe]]'
source: https://example.org/a?utm_source=x
published: 2021-10-31
created: 2024-05-01
language: no
tags: [china, "#ethics"]
read: on
empty:
---
# Head

> First line
> goes on. (p. 12)

Text of one's own.
"""


def note(body: str, front: str = "title: T\nauthor: Ann Lee") -> Parsed:
    """What a note with a body says."""
    return read(f"---\n{front}\n---\n{body}".encode())


def quoted(body: str) -> list[Quote]:
    """The quotes of a body."""
    return note(body).quotes


def test_a_note_is_an_article_with_its_quotes() -> None:
    """Fields by their usual names, links without brackets; dates, ``no`` and ``on`` are what was written."""
    parsed = read(NOTE.encode())
    [article], [quote] = parsed.articles, parsed.quotes
    assert (article.type, article.title, article.url) == ("webpage", "New ethics: a view", "https://example.org/a")
    assert [name.display for name in article.authors] == ["Ivan Zuenko", "Jane Doe"]
    assert (article.date, article.accessed) == (PartialDate("2021-10-31"), PartialDate("2024-05-01"))
    assert (article.language, article.tags) == ("no", ("china", "ethics"))
    assert article.extra == {"markdown": {"read": "on"}}
    assert (quote.article, quote.kind, quote.text) == ("#0", "direct", "First line goes on.")
    assert (quote.locator, parsed.problems) == (Locator("page", "12"), [])


@pytest.mark.parametrize(
    "form",
    ["---\ntitle: T\n---\n", "\ufeff\n---\ntitle: T\n...\n", "---\r\ntitle: T\r\n---", "---  \ntitle: T\n---\t\n"],
)
def test_front_matter_ends_with_dashes_or_dots(form: str) -> None:
    """Both marks of YAML end it, whatever the line ends, and before it may stand empty lines."""
    assert [article.title for article in read(form.encode()).articles] == ["T"]
    assert looks_like(form.encode())


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("author: Ivan Zuenko", ["Ivan Zuenko"]), ("authors: [Ivan Zuenko, Jane Doe]", ["Ivan Zuenko", "Jane Doe"]),
        ("author: Ivan Zuenko and Jane Doe", ["Ivan Zuenko", "Jane Doe"]), ("author: [[Ivan Zuenko]]", ["Ivan Zuenko"]),
        ('author: "Zuenko, Ivan"', ["Ivan Zuenko"]), ("author: {{author}}", []), ("author: null", []), ("author:", []),
    ],
)  # fmt: skip
def test_authors_in_every_form(field: str, names: list[str]) -> None:
    """A text, a list, a link that YAML takes for lists, a template left empty."""
    [article] = note("", f"title: T\n{field}").articles
    assert [name.display for name in article.authors] == names


def test_the_first_heading_is_the_title() -> None:
    """Where the front matter has none; a source that is no address is the outlet."""
    [article] = note("text\n# The head #\n", "source: Daily News\ndate: 2021-11").articles
    assert (article.title, article.outlet, article.date) == ("The head", "Daily News", PartialDate("2021-11"))


@pytest.mark.parametrize(
    ("body", "text", "speaker", "place"),
    [
        ("> One\n> two", "One two", "", None),
        ("> One\n>\n> Two", "One\n\nTwo", "", None),
        ("> One\nlazily on", "One lazily on", "", None),
        (">One", "One", "", None),
        ("> > Nested", "Nested", "", None),
        ("> [!quote]- Title\n> One", "One", "", None),
        ("> One ^id3", "One", "", None),
        ("> One (p. 12)", "One", "", ("page", "12")),
        ("> One (pp. 12–14).", "One", "", ("page", "12–14")),
        ("> One [§ 3]", "One", "", ("section", "3")),
        ("> One (2021)", "One (2021)", "", None),
        ("> One (sic)", "One (sic)", "", None),
        ("> One\n> — Vladimir Putin, p. 3", "One", "Vladimir Putin", ("page", "3")),
        ("> One\n— Vladimir Putin", "One", "Vladimir Putin", None),
        ("> One\n>\n> -- [[Vladimir Putin]] (para. 4)", "One", "Vladimir Putin", ("paragraph", "4")),
        ("> One\n> — Ann Lee, pp. 3, 7", "One", "", ("page", "3, 7")),
        ("> One\n> — S. 7", "One", "", ("page", "7")),
        ("> One\n> — Putin, Valdai, 2021", "One", "Putin, Valdai, 2021", None),
        ("> One\n> — 1:02:03", "One", "", ("timestamp", "1:02:03")),
        ("> — only a dash", "— only a dash", "", None),
        ("   > Indented", "Indented", "", None),
    ],
)
def test_quotations_are_read(body: str, text: str, speaker: str, place: tuple[str, str] | None) -> None:
    """Blocks by CommonMark; speaker and place taken off the end; an author of the article is no other speaker."""
    [quote] = quoted(body)
    assert (quote.text, quote.speaker) == (text, speaker)
    assert quote.locator == (Locator(*place) if place else None)


@pytest.mark.parametrize(
    "body", ["```\n> code\n```", "~~~~\n~~~\n> code\n~~~~", "    > code", "a > b", ">", "> \n>\n", "> ^id"]
)
def test_what_is_no_quotation(body: str) -> None:
    """Code, a sign of comparison and empty blocks are none."""
    assert quoted(body) == []


def test_blocks_are_apart() -> None:
    """An empty line, a list and a rule end a block."""
    assert [q.text for q in quoted("> One\n\n> Two\n- item\n> Three\n---\n> Four\n# H\n")] == [
        "One",
        "Two",
        "Three",
        "Four",
    ]


def test_front_matter_that_is_no_yaml_is_read_line_by_line() -> None:
    """A colon in a title costs nothing, and is told as mended with its line."""
    parsed = note("", 'title: Ethics: a view\ntags:\n  - a\n  - b\nauthor: "Ann Lee"\nurl: https://e.org/a')
    [article] = parsed.articles
    assert (article.title, article.tags, article.url) == ("Ethics: a view", ("a", "b"), "https://e.org/a")
    assert [name.display for name in article.authors] == ["Ann Lee"]
    assert [(problem.line, problem.mended) for problem in parsed.problems] == [(2, True)]


@pytest.mark.parametrize(
    "value", ["2021-13-45", "12:30:45", "0o7", "1e999", "!!python/name:os.system x", "!foo bar", "=", "<<", "yes"]
)
def test_values_are_texts(value: str) -> None:
    """Nothing in front matter is more than text: no number, no time, no object of a program."""
    [article] = note("", f"title: T\nodd: {value}").articles
    assert article.extra == {"markdown": {"odd": value.rpartition(" ")[2]}}


def test_an_unsure_date_is_kept_and_told() -> None:
    """A date that could be two is left out of the record, not lost, and listed."""
    parsed = note("", "title: T\ndate: 4/11/2021")
    assert parsed.articles[0].extra == {"markdown": {"date": "4/11/2021"}}
    assert [problem.mended for problem in parsed.problems] == [True]


BOMB = "\n".join(["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40))])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no front matter"), ("# Note\n> quote\n", "no front matter"), ("---\ntitle: T\n", "no front matter"),
        ("----\ntitle: T\n----\n", "no front matter"), ("---\nauthor: Ann Lee\n---\n", "which source"),
        ("---\n- a\n- b\n---\n", "without fields"), ("---\n---\n", "without fields"),
        (f"---\n{BOMB}\n---\n", "aliases"), (f"---\na: {'[' * 50_000}\n---\n", "lists within lists"),
        (f"---\na: {'x' * 70_000}\n---\n", "characters"), ("@article{x}", "no front matter"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_one_problem(text: str, words: str) -> None:
    """Without front matter, or with one that is hostile or says nothing, there is no record and one problem."""
    parsed = read(text.encode())
    assert list(parsed.records) == []
    assert [words in problem.message for problem in parsed.problems] == [True]


@pytest.mark.parametrize(
    "text", ["", "---\n", "# T\n", "---\n\ntext\n", "---\nno field\n---\n", "title: T\n", "----\ntitle: T\n"]
)
def test_other_files_do_not_look_like_it(text: str) -> None:
    """A rule across the page is no front matter."""
    assert not looks_like(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "\n" * 100_000, "---\ntitle: T\n---\n" + "x" * 10_000_000, "---\ntitle: T\n---\n" + "> " * 1_000_000,
        "---\ntitle: T\n---\n" + "> x\n" * 100_000, "---\n" * 100_000, "---\n" + "a: b\n" * 500_000,
        "---\nurl: https://e.org/a\n---\n# " + "#" * 1_000_000, "---\ntitle: T\n---\n> x" + " (" * 500_000,
        "---\ntitle: T\n---\n> x\n> — " + "a," * 500_000, "---\ntitle: " + "[" * 60_000 + "\n---\n",
        "---\ntitle: T\n---\n> x" + " ^" * 500_000, "\x00" * 100_000, "---\ntitle: T\n---\n" + "> x\n\n" * 50_000,
    ],
)  # fmt: skip
def test_hostile_files_take_linear_time(text: str) -> None:
    """Ten megabytes in a line, endless marks and blocks are done in seconds."""
    before = time.process_time()
    read(text.encode())
    assert time.process_time() - before < 10


@given(
    st.lists(
        st.sampled_from(["> a", ">", "", "— B, p. 3", "```", "- x", "b (p. 2)", "> [!note]", "# H", "---"]), max_size=12
    )
)
def test_any_body_is_read_without_an_exception(lines: list[str]) -> None:
    """Marks in any order give quotes with text that point to the article."""
    for quote in note("\n".join(lines)).quotes:
        assert quote.text.strip()
        assert quote.article == "#0"


@given(st.text(max_size=100))
def test_any_front_matter_is_read_without_an_exception(text: str) -> None:
    """Whatever stands between the dashes."""
    note("> q", text.encode("utf-8", "replace").decode())


@given(st.binary(max_size=200))
def test_any_bytes_too(data: bytes) -> None:
    """Bytes that are no text are read as best they can be."""
    read(data)
    read(b"---\ntitle: T\n---\n" + data)
    looks_like(data)
