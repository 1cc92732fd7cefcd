"""Evidence weighed."""

from hypothesis import given
from hypothesis import strategies as st

from quotebank.ingest.page.weighing import LINE, Evidence, weigh

PIECES = st.lists(
    st.builds(Evidence, st.sampled_from("abc"), st.sampled_from(["meta", "time", "h1"]), st.integers(1, 97)), max_size=9
)


def test_agreement_raises() -> None:
    """Two sources of one answer are surer than either, and the stronger is named first."""
    best = weigh([Evidence("a", "time", 70), Evidence("a", "meta", 85)], str)[0]
    assert (best.value, best.sources, best.confidence) == ("a", ("meta", "time"), 96)
    assert best.provenance == "meta (96 %)"


def test_contradiction_lowers() -> None:
    """Two equally strong answers are both below the line."""
    found = weigh([Evidence("a", "meta", 88), Evidence("b", "JSON-LD", 88)], str)
    assert all(verdict.confidence < LINE for verdict in found)


def test_a_third_source_settles_it() -> None:
    """With one more source on its side an answer is taken again."""
    best = weigh([Evidence("a", "meta", 88), Evidence("b", "JSON-LD", 88), Evidence("a", "shown", 72)], str)[0]
    assert best.value == "a"
    assert best.confidence >= LINE


def test_a_weak_answer_contradicts_nothing() -> None:
    """What is more likely wrong than right does not lower another answer."""
    assert weigh([Evidence("a", "meta", 80), Evidence("b", "text", 40)], str)[0].confidence == 80


def test_one_source_counts_once() -> None:
    """The same kind of source twice is no agreement."""
    assert weigh([Evidence("a", "time", 70), Evidence("a", "time", 70)], str)[0].confidence == 70


@given(PIECES)
def test_verdicts_are_whole(pieces: list[Evidence[str]]) -> None:
    """Each answer comes once, with a confidence between 0 and 99, and more evidence for one never lowers it."""
    found = weigh(pieces, str)
    assert {verdict.value for verdict in found} == {piece.value for piece in pieces}
    assert len(found) == len({verdict.value for verdict in found})
    assert all(0 <= verdict.confidence <= 99 for verdict in found)
    if found:
        more = weigh([*pieces, Evidence(found[0].value, "more", 80)], str)
        assert more[0].value == found[0].value
        assert more[0].confidence >= found[0].confidence


def test_kin_do_not_contradict() -> None:
    """Answers that are forms of one another lower neither, others do."""
    pieces = [Evidence("abc", "meta", 90), Evidence("ab", "shown", 80)]
    assert weigh(pieces, str, kin=lambda one, other: one in other or other in one)[0].confidence == 90
    assert weigh(pieces, str)[0].confidence < 90
