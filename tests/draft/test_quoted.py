"""Quotations in prose: the marks of any language, blocks, sentences, and the citation that belongs to each."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.draft.latex import read_latex
from quotebank.draft.markdown import read_markdown
from quotebank.draft.org import read_org
from quotebank.draft.quoted import Prose, Quotation
from quotebank.draft.quoted_marks import pairs
from quotebank.draft.records import Part
from quotebank.draft.restructured import read_rst


def _quoted(text: str) -> list[str]:
    return [text[mark.start : mark.end] for mark in pairs(text) if mark.closed]


def _prose(text: str) -> Prose:
    return Prose(read_markdown("a.md", text))


def _found(text: str) -> list[tuple[str, str]]:
    """Each quotation with the key of its citation."""
    return [(each.text, each.citation.key if each.citation else "") for each in _prose(text).quotations()]


def _sentences(text: str) -> list[str]:
    prose = _prose(text)
    return [" ".join(prose.text[one.start : one.end].split()) for one in prose.sentences]


# Marks ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “one two” and left.", ["one two"]),
        ('He said "one two" and left.', ["one two"]),
        ("He said ‘one two’ and left.", ["one two"]),
        ("He said 'one two' and left.", ["one two"]),
        ("Er sagte „eins zwei“ und ging.", ["eins zwei"]),
        ("Er sagte »eins zwei« und ging.", ["eins zwei"]),
        ("Er sagte ‚eins zwei‘ und ging.", ["eins zwei"]),
        ("Il a dit « un deux » et partit.", [" un deux "]),
        ("Il a dit «\u00a0un deux\u00a0» et partit.", ["\u00a0un deux\u00a0"]),
        ("Он сказал «раз „два“ три» и ушёл.", ["раз „два“ три"]),
        ("Powiedział „raz dwa” i wyszedł.", ["raz dwa"]),
        ("Han sade ”ett två” och gick.", ["ett två"]),
        ("他说「一二」就走了。", ["一二"]),
        ("彼は『一二』と言った。", ["一二"]),
        ("He said ``one two'' and left.", ["one two"]),
        ("(“one”, “two”; “three”)", ["one", "two", "three"]),
        ("“one ‘two’ three”", ["one ‘two’ three"]),
        ("\"one 'two' three\"", ["one 'two' three"]),
        ("“one”—“two”", ["one", "two"]),
    ],
)
def test_marks(text: str, quoted: list[str]) -> None:
    """The marks of each language part a quotation from the text around it; inner ones belong to the outer."""
    assert _quoted(text) == quoted


@pytest.mark.parametrize(
    "text",
    [
        "It's the workers' own; they don't mind, and neither did the '90s.",
        "It’s the workers’ own; they don’t mind, and neither did the ’90s.",
        'A 5" nail and a 6" nail.',
        "Rock 'n' roll, 'tis said.",
        "a » b « c",
        "",
    ],
)
def test_no_quotations(text: str) -> None:
    """Apostrophes, inches and stray marks are no quotations."""
    assert _quoted(text) == []


def test_apostrophes_inside_single_marks() -> None:
    """A possessive inside single marks does not end the quotation."""
    assert _quoted("He said 'the workers' demands are ours' twice.") == ["the workers' demands are ours"]
    assert _quoted("He said ‘it’s the workers’ own’ twice.") == ["it’s the workers’ own"]


def test_open_to_the_end_of_a_paragraph() -> None:
    """A quotation that its paragraph does not close ends with it and says so; the next paragraph is not inside it."""
    marks = pairs("He said “one two. And three")
    assert [(mark.closed, mark.end) for mark in marks] == [(False, 27)]
    texts = [(each.text, each.closed) for each in _prose("So “one two\n\n“three four” end “five”.\n").quotations()]
    assert texts == [("one two", False), ("three four", True), ("five", True)]


@given(st.text(st.sampled_from("“”„«»‹›\"‘’‚'「」`a .\n"), max_size=60))
def test_pairs_are_apart_and_in_order(text: str) -> None:
    """Whatever the marks, the quotations found lie inside the text, in order, and none inside another."""
    marks = pairs(text)
    ends = [0]
    for mark in marks:
        assert ends[-1] <= mark.start <= mark.end <= len(text)
        assert text.startswith(mark.opening, mark.start - len(mark.opening))
        ends.append(mark.end)


@given(
    st.sampled_from([("“", "”"), ("„", "“"), ("«", "»"), ('"', '"'), ("‘", "’"), ("「", "」"), ("``", "''")]),
    st.lists(st.text(st.sampled_from("abcdeé"), min_size=1, max_size=6), min_size=1, max_size=6),
)
def test_round_trip(marks: tuple[str, str], words: list[str]) -> None:
    """Plain words put into any marks are found again as they are."""
    said = " ".join(words)
    assert _quoted(f"He said {marks[0]}{said}{marks[1]}, and left.") == [said]


# Sentences and citations ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One two. Three four.", 2),
        ("Mr. Smith went to St. Petersburg on Jan. 5 with J. Doe, vol. 2.", 1),
        ("Am 2. Oktober kam Dr. Weber. Er ging am 3. November.", 2),
        ("В 2021 г. Москва ответила, т.е. Кремль. Потом нет.", 2),
        ("“I go. You stay,” he said. Then he left.", 2),
        ("It was 1999. Nobody knew.", 2),
        ("Who? Nobody! Never… Or so.", 4),
        ("One [@a]. Two. [@b] Three @c says.", 3),
        ("他说。她走！", 2),
        ("one\n\ntwo\n\n- three\n- four\n", 4),
    ],
)
def test_sentences(text: str, count: int) -> None:
    """Sentences end at full stops and not at abbreviations, initials, ordinals, or inside a quotation."""
    assert len(_sentences(text)) == count


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("So “one” [@a] and “two” [@b].", [("one", "a"), ("two", "b")]),
        ("@a says “one”.", [("one", "a")]),
        ("@a says “one” [@b].", [("one", "b")]),
        ("“One.” [@a] “Two.” [@b]", [("One.", "a"), ("Two.", "b")]),
        ("“One two.” “Three” [@b].", [("One two.", ""), ("Three", "b")]),
        ("See [@a]. Then “one”.", [("one", "")]),
        ("“One”.[^1]\n\n[^1]: See @a, p. 3.\n", [("One", "a")]),
        ("“One” and\n“two” [@a].", [("one", "a"), ("two", "a")]),
        ("---\nnocite: '@a'\n---\n\n“one”\n", [("one", "")]),
    ],
)
def test_citation_of_a_quotation(text: str, found: list[tuple[str, str]]) -> None:
    """The nearest citation behind it in its sentence, else the nearest before; a footnote counts where it is called."""
    assert [(said.casefold(), key) for said, key in _found(text)] == [(said.casefold(), key) for said, key in found]


def test_other_citations_of_the_sentence() -> None:
    """All citations of the sentence come with a quotation, the likeliest first."""
    (quotation,) = _prose("As @a and @b say, “one” [@c; @d].").quotations()
    assert [citation.key for citation in quotation.citations] == ["c", "d", "b", "a"]


def test_offsets() -> None:
    """A quotation's offsets are those of its words in the text; its words are on one line."""
    text = "He said, as *we* know, “one\n two” [@a].\n"
    (quotation,) = _prose(text).quotations()
    assert text[quotation.start : quotation.end] == "one\n two"
    assert quotation.text == "one two"


# Blocks ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("> One two\n> three. [@a]\n", "a"),
        ("> One two\nthree. [@a]\n", "a"),
        ("> One two\n> three.\n\n[@a]\n", "a"),
        ("As @a says:\n\n> One two\n> three.\n\nNext [@b].\n", "a"),
        ("As @a says:\n\n> One two\n> three.\n> — Somebody\n\nNext.\n", "a"),
        ("> “One two\n> three.” [@a]\n", "a"),
    ],
)
def test_blocks(text: str, key: str) -> None:
    """A block is one quotation, cited inside it, right behind it, or in the sentence before it."""
    (quotation,) = _prose(text).quotations()
    assert quotation.block
    assert quotation.text == "One two three."
    assert quotation.citation is not None
    assert quotation.citation.key == key


def test_callouts_are_no_quotations() -> None:
    """Obsidian's callouts are written like blocks and quote nothing."""
    assert list(_prose("> [!note] Mind\n> the gap\n").quotations()) == []


def _only(part: Part) -> Quotation:
    (quotation,) = [each for each in Prose(part).quotations() if each.block]
    return quotation


def test_blocks_of_other_formats() -> None:
    """LaTeX, Org and reStructuredText have blocks of their own."""
    latex = r"\begin{document}As \textcite{a} says:\begin{quote}One \emph{two} three.\end{quote}\end{document}"
    org = "As [cite/t:@a] says:\n\n#+begin_quote\nOne two three.\n#+end_quote\n"
    rst = "As :cite:t:`a` says:\n\n   One two three.\n\nNext.\n"
    for part in (read_latex("a.tex", latex), read_org("a.org", org), read_rst("a.rst", rst)):
        quotation = _only(part)
        assert quotation.text == "One two three.", part.format
        assert [citation.key for citation in quotation.citations] == ["a"], part.format


def test_unquoted() -> None:
    """The prose without its quotations has its length, and none of their words."""
    prose = _prose("Keep “lose” keep\n\n> lose\n\nkeep “lose and\n")
    assert len(prose.unquoted()) == len(prose.text)
    assert prose.unquoted().split() == ["Keep", "keep", "keep"]


# Any text -------------------------------------------------------------------------------------------------------------


@given(st.text(st.sampled_from("“”„\"'>@[]^: .\n-abAB1…。"), max_size=80))
def test_total(text: str) -> None:
    """Any text has its quotations in order and its sentences apart."""
    prose = _prose(text)
    starts = [each.start for each in prose.quotations()]
    assert starts == sorted(starts)
    for first, second in zip(prose.sentences, prose.sentences[1:], strict=False):
        assert first.end <= second.start


@pytest.mark.parametrize(
    "piece", ["“", "„a“ »b« ", "'a ", '" ', "‘s’ ", "> ", "A. B ", "\n>", "[^1] ", "[^a]: @b\n", "“a” [@k] "]
)
def test_linear(piece: str) -> None:
    """Four times the text takes about four times as long, whatever it is made of."""

    def measured(count: int) -> float:
        part = Part("a.md", "markdown", piece * count, piece * count)
        start = time.process_time()
        list(Prose(part).quotations())
        return time.process_time() - start

    measured(100)
    few = min(measured(4_000) for _ in range(2))
    many = min(measured(16_000) for _ in range(2))
    assert many < 9 * few + 0.05
