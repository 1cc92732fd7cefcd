"""New names of outlets are held against known ones: spellings are found, namesakes are left apart."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.actions.outlet_forms import is_latin, parts
from quotebank.actions.outlet_likeness import KnownOutlets
from quotebank.actions.outlet_shipped import owners, spellings_of
from quotebank.actions.outlets import suggest
from quotebank.ingest.outlet_table import outlets, spellings
from tests.actions.outlet_pairs import APART, APART_UNSEEN, ONE, ONE_UNSEEN

ASKED_IN_VAIN = {("Shanxi Ribao", "Shaanxi Ribao"), ("Le Temps", "Le Temps (Tunis)")}
"""Pairs of two outlets that a writer is asked about."""


def test_the_pairs_are_many_and_different() -> None:
    """What is measured on is at least 60 pairs of each kind, none twice."""
    for pairs in (ONE + ONE_UNSEEN, APART + APART_UNSEEN):
        assert len(set(pairs)) == len(pairs) >= 60


@pytest.mark.parametrize(("new", "known"), ONE + ONE_UNSEEN)
def test_one_outlet_is_found(new: str, known: str) -> None:
    """Another spelling of a known outlet is suggested, among others too, and never what is not known."""
    found = suggest(new, ["Zarya Vostoka", known, "Harbour Weekly"])
    assert found is not None
    assert found.name == known


@pytest.mark.parametrize(("new", "known"), APART + APART_UNSEEN)
def test_two_outlets_stay_two(new: str, known: str) -> None:
    """Namesakes and near misses are not even asked about, but for the pairs named; none is joined by itself."""
    for one, other in ((new, known), (known, new)):
        found = suggest(one, [other])
        assert found is None or ((new, known) in ASKED_IN_VAIN and not found.sure), found


def test_different_outlets_of_the_table_are_never_one() -> None:
    """Of all shipped outlets, each held against all others, no two that differ are joined without asking."""
    names = [outlet.name for outlet in outlets()]
    known = KnownOutlets(names)
    found = [(name, each) for name in names if (each := known.likest(name, thorough=False))]
    assert [pair for pair in found if pair[1].sure] == []
    assert len(found) <= 10


@pytest.mark.parametrize(
    ("new", "known", "sure", "why"),
    [
        ("Взгляд", "Vzglyad", True, "letters"),
        ("Vzgliad", "Vzglyad", True, "sound"),
        ("人民日报", "People’s Daily", True, "name"),
        ("Renmin Ribao", "People’s Daily", False, "name"),
        ("Guardian", "The Guardian", False, "article"),
        ("New York Times", "The New York Times", True, "article"),
        ("Le Figaro (Paris)", "Le Figaro", False, "place"),
        ("Morgenbote.de", "Morgenbote", False, "ending"),
        ("Times of Isreal", "Times of Israel", False, "slip"),
        ("Хэбэй жибао", "Hebei Ribao", False, "name"),
        ("Den'", "День", True, "letters"),
    ],
)
def test_why_and_how_sure(new: str, known: str, sure: bool, why: str) -> None:
    """Letters and long sounds are certain, other scripts by the table too; the rest is for the writer to say."""
    assert suggest(new, [known]) == (known, sure, why)


def test_known_names_need_no_suggestion() -> None:
    """What is there as it stands is not suggested another, blanks around it aside; nothing neither."""
    assert suggest("Vzgliad", ["Vzglyad", "Vzgliad"]) is None
    assert suggest(" Vzgliad ", ["Vzglyad", "Vzgliad "]) is None
    assert suggest("", ["Vzglyad", ""]) is None
    assert suggest("Vzgliad", []) is None


def test_the_nearest_of_several_is_suggested() -> None:
    """Certain ones go before likely ones; of equals the first counts."""
    assert suggest("Harbour-Post", ["The Harbour Post", "Harbour Post"]) == ("Harbour Post", True, "letters")
    assert suggest("Vzgliad", ["Vzglyad", "Vzgljad"]) == ("Vzglyad", True, "sound")


def test_without_the_table_names_alone_tell() -> None:
    """Other names are known from the table alone; so is that Pravda.Ru is not Pravda."""
    assert suggest("Financial Post", ["National Post"]) == ("National Post", False, "name")
    assert suggest("Financial Post", ["National Post"], shipped=False) is None
    found = suggest("Pravda.ru", ["Pravda"], shipped=False)
    assert found is not None
    assert not found.sure


def test_a_name_the_table_knows_is_no_slip() -> None:
    """One letter apart from a known outlet, but an outlet itself."""
    assert suggest("Polityka", ["Politika"]) is None
    assert suggest("Folityka Tygodnik", ["Polityka Tygodnik"]) is None


GROUPS = (
    "Vzgliad|Vzglyad|Взгляд|Vzgljad",
    "Rossiiskaia gazeta|Rossiyskaya Gazeta|Российская газета|Rossijskaja gazeta",
    "Kommersant|Kommersant”|Kommersant'|Коммерсантъ",
    "Nezavisimaia gazeta|Nezavisimaya Gazeta|Независимая газета",
    "Renmin Ribao|People's Daily|人民日报|人民日報|Jen-min jih-pao",
    "Yomiuri|Yomiuri Shinbun|読売新聞",
    "Chosun Ilbo|조선일보|Chosŏn ilbo|Joseon Ilbo",
    "Al-Ahram|الأهرام|Аль-Ахрам",
    "Kathimerini|Η Καθημερινή|Καθημερινή|I Kathimerini",
    "Izvestiia|Izvestiya|Известия|Iswestija",
    "Moskovskii komsomolets|Московский комсомолец|Moskovsky Komsomolets",
    "Nodong sinmun|Rodong Sinmun|로동신문|노동신문",
    "Han'gyŏre|Hankyoreh|한겨레",
    "Huanqiu Shibao|Global Times|环球时报",
    "Asahi Shinbun|Asahi Shimbun|朝日新聞",
    "Ha'aretz|Haaretz|הארץ",
    "An Nahar|النهار|Annahar",
    "Zerkalo nedeli|Dzerkalo tyzhnia|Дзеркало тижня",
    "Ta Nea|Τα Νέα",
    "Gazeta.ru|Газета.Ru|Газета.ру",
)


@pytest.mark.parametrize("group", GROUPS)
def test_the_table_knows_usual_romanisations(group: str) -> None:
    """The usual spellings of a paper, romanised and in its own script, are one outlet of the shipped table."""
    names = group.split("|")
    together = frozenset.intersection(*(owners(name).names for name in names))
    assert len(together) == 1
    assert together <= {each.name for each in outlets()}


def test_every_name_of_the_table_is_owned() -> None:
    """Whose a name of the table is, is found by that name; asked in full or in part alike."""
    for each in spellings():
        assert each.filed in owners(each.name).names, each


def test_names_of_several_outlets_are_no_ones_alone() -> None:
    """The names of an outlet are those that are its alone; an unknown outlet has none."""
    assert "Standard" not in spellings_of("Der Standard")
    assert "Vzgliad" in spellings_of("Vzglyad")
    assert spellings_of("Nowhere") == ()


def test_articles_tell_namesakes_apart() -> None:
    """With two articles they must be the same; an unknown name is nobody's."""
    assert owners("Der Standard").names == {"Der Standard"}
    assert len(owners("Nation").names) > 1
    assert owners("Zarya of Nowhere") == (frozenset(), False)
    assert owners("") == (frozenset(), False)


@pytest.mark.parametrize(
    ("name", "core", "article", "place", "tail"),
    [
        ("The Nation (Kenya)", "nation", "the", "kenya", ""),
        ("Газета.Ru", "gazeta", "", "", "ru"),
        ("L’Express", "express", "l", "", ""),
        ("Η Καθημερινή", "kathimerini", "i", "", ""),
        ("Al-Ahram", "ahram", "al", "", ""),
        ("Die", "die", "", "", ""),
        ("(X)", "x", "", "", ""),
        ("!!!", "!!!", "", "", ""),
        ("News com", "newscom", "", "", ""),
    ],
)
def test_names_come_apart(name: str, core: str, article: str, place: str, tail: str) -> None:
    """Article, place and ending are parted from what distinguishes a name, which is never empty."""
    found = parts(name)
    assert (found.core, found.article, found.place, found.tail) == (core, article, place, tail)


def test_latin_letters() -> None:
    """Signs, figures and marks are of no script; one letter of another decides."""
    assert is_latin("Chosŏn Ilbo (Việt) 24")
    assert is_latin("—")
    assert not is_latin("Газета.Ru")


NAMES = st.one_of(
    st.text(max_size=40), st.sampled_from([name for pair in ONE + APART for name in pair]),
    st.text(alphabet="TheLa Gazetaйия’.-()", max_size=30),
)  # fmt: skip


@given(NAMES, st.lists(NAMES, max_size=5))
def test_any_text_is_answered(name: str, known: list[str]) -> None:
    """Whatever is asked, the answer is a known name that differs, or none; and the same when asked again."""
    outlets_known = KnownOutlets(known)
    found = outlets_known.suggest(name)
    assert found == outlets_known.suggest(name)
    assert found is None or (found.name in {each.strip() for each in known} and found.name != name.strip())


def test_hostile_names_take_little_time() -> None:
    """Names of any length and many alike are held against one another in linear time."""
    known = ["a" * 50_000, "The " * 10_000, "(" * 50_000 + ")", *(f"Gazeta {'a' * number}" for number in range(2_000))]
    started = time.process_time()
    suggest("a" * 49_999 + "b", known)
    suggest("(" * 50_000, known)
    assert time.process_time() - started < 10


def test_five_thousand_known_names() -> None:
    """A suggestion among 5,000 known names takes well under a second of CPU, as often as it is asked."""
    names = list(dict.fromkeys(each.name for each in spellings()))[:5_000]
    started = time.process_time()
    assert suggest("Severnaia zaria", names) is None
    known = KnownOutlets(names)
    for number in range(20):
        known.suggest(f"Harbour Chronicle of {number}")
    assert time.process_time() - started < 5
