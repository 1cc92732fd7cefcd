"""Paraphrases held against a text: which of its words they repeat, and how many are too many."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.text.overlaps import TOO_MANY, Run
from quotebank.text.quotations import Source
from tests.model.strategies import nasty_text

REPORT = """The new law obliges every ministry to publish what it spends on travel before the end of the year, and the
treasury will check the figures by hand. President of the Borduran Federation Anna Petrovna Arden signed it in Szohod on
Monday, as the Foreign Ministry of the Borduran Federation announced. Nobody had asked for it, and hardly anybody will
read what comes of it, but those who have to write it all down say that they would rather do something else."""


@pytest.fixture(scope="module")
def report() -> Source:
    """A report in English, where capitals mean names."""
    return Source(REPORT)


def test_a_long_run_is_too_close(report: Source) -> None:
    """Eight of the source's words in a row are too many; what they are and where they stand is said."""
    text = "He writes that every ministry must now “publish” and that the treasury will check the figures by hand."
    run = report.too_close(text)
    assert run is not None
    assert run == Run(
        8, REPORT.index("the\ntreasury"), REPORT.index("hand") + 4, "the\ntreasury will check the figures by hand"
    )
    assert run.words == TOO_MANY
    assert run == report.longest_run(text)


@pytest.mark.parametrize(
    "text",
    [
        "Officials at the treasury will check the numbers that ministries must give.",
        "Ministries have to say what travel costs them; “the treasury will check the figures by hand”, he adds.",
        "Ministries have to say what travel costs them; «the treasury will check the figures by hand», he adds.",
        "Ministries have to say what travel costs them; ‘the treasury will check the figures by hand’, he adds.",
        "Ministries have to say what travel costs them; „the treasury will check the figures by hand“, he adds.",
        "It was signed by President of the Borduran Federation Anna Petrovna Arden, which nobody had thought of.",
        "What the Foreign Ministry of the Borduran Federation had to say on this was of little interest to us.",
        "",
        "…",
        "every ministry",
    ],
)
def test_own_words_names_and_marked_quotations_are_free(report: Source, text: str) -> None:
    """Short runs, words in quotation marks, names and titles of office are not held against a paraphrase."""
    assert report.too_close(text) is None


def test_a_short_run_is_too_close_when_it_is_the_paraphrase(report: Source) -> None:
    """Five or more words are too many where they are nearly all there is; in a longer text they are not."""
    short = "Treasury will check the figures"
    assert report.too_close(short) is not None
    assert report.too_close(short + " that the several offices hand in to it later on") is None
    assert report.too_close("will check the figures") is None


def test_typography_hides_no_run(report: Source) -> None:
    """Case, dashes and spaces do not make a run another one."""
    assert report.longest_run("TO PUBLISH WHAT IT\u00a0SPENDS ON TRAVEL before — the end") == Run(
        10,
        REPORT.index("to publish"),
        REPORT.index(" of the year"),
        "to publish what it spends on travel before the end",
    )


def test_an_apostrophe_is_no_quotation_mark() -> None:
    """A run with apostrophes in it, or behind an unclosed mark, is seen."""
    source = Source("they don’t know what the others’ plans were or why they’d made them")
    assert source.too_close("He says they don’t know what the others’ plans were or why") is not None
    assert source.too_close("He “says they don’t know what the others plans were or why they’d gone") is not None


def test_capitals_mean_nothing_where_there_are_many() -> None:
    """In German, where nouns have capitals, every word counts."""
    text = "Der Minister hat dem Ausschuss den Bericht über die Lage der Truppen im Norden des Landes vorgelegt."
    run = Source(text).too_close("Er hat dem Ausschuss den Bericht über die Lage der Truppen gegeben")
    assert run is not None
    assert run.words == 10


@pytest.mark.parametrize(
    ("text", "paraphrase", "words"),
    [
        ("我们不会接受任何条件，也不会在谈判中让步，总统说。", "他说不会接受任何条件，也不会在谈判中让步", 8),
        ("政府はこの問題について交渉する予定はないと述べた。", "この問題について交渉する予定はないという", 8),
    ],
)
def test_characters_count_half_a_word(text: str, paraphrase: str, words: int) -> None:
    """Where words are written together two characters are a word."""
    run = Source(text).too_close(paraphrase)
    assert run is not None
    assert run.words >= words
    assert run.found in text
    assert Source(text).longest_run(paraphrase[:3]) is None


@given(st.lists(st.sampled_from("abc"), max_size=40), st.lists(st.sampled_from("abc"), max_size=40))
def test_the_longest_run_is_found(words: list[str], others: list[str]) -> None:
    """On small texts the answer is that of trying every run there is."""
    source = Source(" ".join(words))
    runs = {tuple(words[i:j]) for i in range(len(words)) for j in range(i + 4, len(words) + 1)}
    longest = max(
        (j - i for i in range(len(others)) for j in range(i, len(others) + 1) if tuple(others[i:j]) in runs), default=0
    )
    run = source.longest_run(" ".join(others))
    assert (run.words if run else 0) == longest
    if run:
        assert source.text[run.start : run.end] == run.found
        assert f" {run.found} " in f" {' '.join(others)} "


@given(nasty_text(200), nasty_text(200))
def test_any_text_can_be_asked_about_any(text: str, paraphrase: str) -> None:
    """Nothing raises, and what is found is in the source."""
    for run in (Source(text).longest_run(paraphrase), Source(text).too_close(paraphrase)):
        assert run is None or (run.words > 0 and text[run.start : run.end] == run.found)


@pytest.mark.parametrize(
    ("text", "paraphrase"),
    [
        ("war ", "war "),
        ("war ", "war war war war war war war peace "),
        ("a b ", "b a a b "),
        ("“", "“‘"),
        ("«x ", "»x‘ "),
    ],
)
def test_hostile_repetitions_take_linear_time(text: str, paraphrase: str) -> None:
    """Four times as much takes about four times as long, far from the sixteen of quadratic time."""

    def spent(size: int) -> float:
        source, asked = Source(text * size), paraphrase * size
        start = time.process_time()
        source.too_close(asked)
        return time.process_time() - start

    small = min(spent(500) for _ in range(3))
    assert min(spent(2000) for _ in range(2)) / max(small, 1e-3) < 10
