"""Attributions in prose: who wrote or said it, in which outlet, on which day, in four languages."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.draft.attributed import Attribution, attributions
from quotebank.draft.markdown import read_markdown
from quotebank.draft.quoted import Prose
from quotebank.draft.records import Citation, Part, Spot

Told = tuple[str, str, list[str], list[tuple[int, int, int]]]


def _all(text: str) -> list[Attribution]:
    return attributions(Prose(read_markdown("a.md", text)))


def _told(text: str) -> list[Told]:
    return [
        (
            each.kind,
            each.subject.text if each.subject else "",
            [one.text for one in each.outlets],
            [one[:3] for one in each.dates],
        )
        for each in _all(text)
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Zuenko wrote on October 2 that [@a].", ("write", "Zuenko", [], [(0, 10, 2)])),
        (
            "On 2 October 2021, Ivan Zuenko wrote in Vzglyad that [@a].",
            ("write", "Ivan Zuenko", ["Vzglyad"], [(2021, 10, 2)]),
        ),
        (
            "Zuenko wrote in the daily *Vzglyad* on 2nd October that [@a].",
            ("write", "Zuenko", ["Vzglyad"], [(0, 10, 2)]),
        ),
        ("Lankov, a professor in Seoul, wrote in October 2021 that [@a].", ("write", "Lankov", [], [(2021, 10, 0)])),
        ("In 2019 Lankov wrote that [@a].", ("write", "Lankov", [], [(2019, 0, 0)])),
        ("Lankov wrote on 2021-10-02 [@a].", ("write", "Lankov", [], [(2021, 10, 2)])),
        (
            "In an article for Vzglyad of 29 September, Mirzaian argued that [@a].",
            ("argue", "Mirzaian", ["Vzglyad"], [(0, 9, 29)]),
        ),
        ("As Kommersant reported on 2 October [@a], no.", ("report", "Kommersant", [], [(0, 10, 2)])),
        ("Zuenko’s column of 2 October is clear [@a].", ("write", "Zuenko", [], [(0, 10, 2)])),
        ("“No”, wrote Zuenko on 2 October [@a].", ("write", "Zuenko", [], [(0, 10, 2)])),
        ("@a wrote on October 2 that.", ("write", "", [], [(0, 10, 2)])),
        (
            "Am 2. Oktober schrieb Zuenko in der Zeitung Wsgljad, dass [@a].",
            ("write", "Zuenko", ["Wsgljad"], [(0, 10, 2)]),
        ),
        ("Zuenko schrieb am 2.10.2021 im Spiegel, dass [@a].", ("write", "Zuenko", ["Spiegel"], [(2021, 10, 2)])),
        ("Wie TASS am 2. Oktober berichtete, ist [@a].", ("report", "TASS", [], [(0, 10, 2)])),
        ("Im Oktober 2021 schrieb Iwan Suenko, dass [@a].", ("write", "Iwan Suenko", [], [(2021, 10, 0)])),
        ("Le 2 octobre, Zuenko écrivait dans *Le Monde* que [@a].", ("write", "Zuenko", ["Le Monde"], [(0, 10, 2)])),
        ("Comme l’a rapporté TASS le 2 octobre 2021 [@a].", ("report", "TASS", [], [(2021, 10, 2)])),
        ("Dans un article du 6 novembre 2018, Dubois écrit que [@a].", ("write", "Dubois", [], [(2018, 11, 6)])),
        ("Зуенко писал 2 октября во «Взгляде», что [@a].", ("write", "Зуенко", ["Взгляде"], [(0, 10, 2)])),
        ("Как сообщил ТАСС 2 октября, [@a].", ("report", "ТАСС", [], [(0, 10, 2)])),
        ("В октябре 2021 года Иван Зуенко писал, что [@a].", ("write", "Иван Зуенко", [], [(2021, 10, 0)])),
        ("Как писал А. Лукьянов в газете «Известия», [@a].", ("write", "А. Лукьянов", ["Известия"], [])),
    ],
)
def test_attributions(text: str, told: Told) -> None:
    """Author, outlet and date are read around the verb, before and behind it, in the languages' own orders."""
    assert _told(text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Zuenko wrote on October 2 that it rains.",
        "He wrote on October 2 that [@a].",
        "They wrote a letter on 2 October [@a].",
        "Zuenko wrote a letter to the board on 2 October [@a].",
        "Kafka schrieb einen Brief am 2. Oktober [@a].",
        "The mayor of Varna wrote on 2 October that [@a].",
        "“Zuenko wrote on October 2 about the old wall in the north” is a lie [@a].",
        "> Zuenko wrote on October 2 about the wall. [@a]",
        "Zuenko said that it rains [@a].",
        "The harbour was closed on October 2 [@a].",
    ],
)
def test_no_attributions(text: str) -> None:
    """Nothing is attributed without a citation or a name, beside letters and books, or inside a quotation."""
    assert _told(text) == []


def test_a_date_of_what_is_told() -> None:
    """A date further on in the sentence is none of the attribution."""
    assert _told("Zuenko wrote that the wall was begun on October 2 [@a].") == [("write", "Zuenko", [], [])]
    assert _told("Zuenko wrote on May 3 about October 2 [@a].") == [("write", "Zuenko", [], [(0, 5, 3)])]


def test_no_such_day() -> None:
    """What looks like a date and cannot be one is no date."""
    assert _told("Zuenko wrote on 99 October that [@a].")[0][3] == []
    assert _told("Zuenko wrote on 12.13.2021 that [@a].")[0][3] == []


def test_offsets() -> None:
    """Subject, outlet and date say where they stand in the text."""
    text = "On 2 October 2021, Ivan Zuenko wrote in Vzglyad that it rains [@a]."
    (found,) = _all(text)
    assert found.subject is not None
    for said in (found.subject, *found.outlets, *(date.said for date in found.dates)):
        assert text[said.start : said.end] == said.text
    assert found.start <= min(found.subject.start, found.dates[0].said.start)
    assert found.end >= found.outlets[0].end


def test_citations_are_the_sentence_s() -> None:
    """The nearest citation behind the verb comes first, then those before it."""
    (found,) = _all("As @b doubts, Zuenko wrote on 2 October [@a; @c].")
    assert [citation.key for citation in found.citations] == ["a", "c", "b"]


def test_adjacent() -> None:
    """A citation between a name and its verb is the name's own, unless it says otherwise."""
    assert _all("Zuenko [@a] argues that.")[0].adjacent
    assert _all("@a argues that.")[0].adjacent
    assert not _all("Zuenko [quoted in @a] wrote that.")[0].adjacent
    assert not _all("Zuenko wrote that [@a].")[0].adjacent


_ATOMS = st.sampled_from(
    ["Zuenko ", "wrote ", "schrieb ", "on ", "am ", "2 ", "October ", "2021 ", ", ", ". ", "in ", "Vzglyad ",
     "«", "» ", "’s column ",
     "\ufffc", "\x1f", "Как ", "писал ", "в ", "\n", "(", ") ", "[@a] ", "@a ", "of ", "May "]
)  # fmt: skip


@given(st.lists(_ATOMS | st.text(max_size=5), max_size=25).map("".join))
def test_total(text: str) -> None:
    """Any text can be asked; what is found lies inside it."""
    for found in _all(text + " [@a]."):
        assert 0 <= found.start <= found.end <= len(text) + 6
        assert found.citations


@pytest.mark.parametrize(
    "piece",
    [
        "Zuenko wrote on 2 October ",
        "Aa ",
        "wrote ",
        "wrote, in 2019, ",
        "in Aa of Bb ",
        "A. ",
        "Zuenko, aaaa, wrote ",
        "’s column of May ",
    ],
)
def test_linear(piece: str) -> None:
    """Four times the text takes about four times as long, all of it one sentence."""

    def measured(count: int) -> float:
        text = piece * count + " wrote \n"
        spot = Spot("a.md", 1, 1)
        part = Part("a.md", "markdown", text, text, (Citation("k", spot, len(text) - 1, len(text)),))
        start = time.process_time()
        attributions(Prose(part))
        return time.process_time() - start

    measured(50)
    few = min(measured(300) for _ in range(2))
    many = min(measured(1_200) for _ in range(2))
    assert many < 9 * few + 0.05
