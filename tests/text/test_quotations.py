"""Quotations held against a text: what typography may change, what it may not, and where the words are."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.text.quotation_alignment import LONGEST_BRACKET
from quotebank.text.quotation_pieces import LONGEST_PIECE
from quotebank.text.quotations import ENOUGH, PAGE, Held, Source
from tests.model.strategies import nasty_text

SPEECH = """The envoy, Ms Arden, said that Borduria does not regard the pact as a threat “for now”. She went on: “We \
will not accept 1,000 troops on our border, and we’ll never agree to it.”
Observers in the capital noted that co-
operation between the two navies [12] had grown; the “well-known” port of St. Ives was open 24/7.
Later she said: we shall see what comes… and left. In the end the ministers agreed on nothing at all — except lunch."""

WORDS = st.lists(st.text("abcdefg", min_size=1, max_size=6), min_size=12, max_size=60)
DISTINCT = st.lists(st.integers(0, 10**6).map(lambda n: f"w{n}x"), min_size=12, max_size=40, unique=True)


@pytest.fixture(scope="module")
def speech() -> Source:
    """A report with most things in it that typography changes."""
    return Source(SPEECH)


@pytest.mark.parametrize(
    "quote",
    [
        "We will not accept 1,000 troops on our border",
        "  does not regard the pact as a threat “for now”.\n",
        "co-\noperation between the two navies [12] had grown",
        "lunch",
        "we shall see what comes… and left.",
    ],
)
def test_the_same_characters_are_exact(speech: Source, quote: str) -> None:
    """What stands in the source character by character is exact, and its place is that of the characters."""
    held = speech.hold(quote)
    assert held.status == "exact"
    assert SPEECH[held.start : held.end] == held.found == quote.strip()


@pytest.mark.parametrize(
    ("quote", "why"),
    [
        ("we will not accept 1,000 troops", "the first letter"),
        ("[w]e will not accept 1,000 troops", "the first letter, marked"),
        ("In the end the ministers agreed […]", "nothing after an ellipsis"),
        ("does not regard the pact as a threat 'for now.'", "inner quotation marks, the final mark inside"),
        ('does not regard the pact as a threat "for now"', "the shape of quotation marks"),
        ("“We will not accept 1,000 troops”", "quotation marks around it"),
        ("We will not accept 1\u202f000 troops", "another grouping of thousands"),
        ("and we'll never agree to it", "an apostrophe"),
        ("and\u00a0we’ll\u2009never\nagree to it;", "spaces and a final mark"),
        ("and we’ll nev\u00ader agree to\u200b it", "invisible characters"),
        ("cooperation between the two navies had grown", "a word broken at a line's end, a note's number"),
        ("co-operation between the two navies", "a hyphen of its own"),
        ("the 'well known' port", "a hyphen that is none"),
        ("port of St Ives was open", "the dot of a short form"),
        ("what comes . . . and left", "an ellipsis of the source's own, spaced"),
        ("agreed on nothing at all - except lunch", "a dash"),
        ("agreed on nothing at all--except lunch", "a typewriter's dash"),
        ("Borduria does not … agree to it", "words left out"),
        ("[Arden] said that Borduria does not regard [it] as a threat", "words put for others"),
        ("agree[s] on nothing", "another ending"),
        ("Borduria [sic] does not regard the pact [emphasis added] as a threat", "remarks"),
        ("Borduria (sic!) does not regard", "a remark in round brackets"),
        ("between the 2 navies", "a number in figures"),
    ],
)
def test_typography_is_no_alteration(speech: Source, quote: str, why: str) -> None:
    """What a style guide lets a writer change is the same but for typography."""
    held = speech.hold(quote)
    assert held.status == "typography", (why, held)
    assert held.differences == ()
    assert held.start >= 0


@pytest.mark.parametrize(
    ("quote", "differences"),
    [
        ("We will accept 1,000 troops on our border", [("negation", "", "not")]),
        ("and we’ll agree to it", [("negation", "", "never")]),
        ("We will not accept 2,000 troops on our border", [("number", "2,000", "1,000")]),
        ("Borduria does not regard the pact as a big threat", [("added", "big", "")]),
        ("that Borduria does not regard the pact a threat", [("missing", "", "as")]),
        ("does not regard the Pact as a threat", [("changed", "Pact", "pact")]),
        ("the ministers agreed on almost nothing at all", [("added", "almost", "")]),
        ("In the end, the ministers agreed", [("added", ",", "")]),
        ("and we’ll never agree to it?", [("changed", "?", ".")]),
        ("Borduria does … regard the pact as a threat", [("negation", "", "not")]),
        ("Borduria does [always] regard the pact as a threat", [("negation", "[always]", "not")]),
        ("the ministers [never] agreed on nothing", [("negation", "[never]", "")]),
        (
            "We will accept 3,000 troops on our long border",
            [("negation", "", "not"), ("number", "3,000", "1,000"), ("added", "long", "")],
        ),
    ],
)
def test_every_difference_is_told(speech: Source, quote: str, differences: list[tuple[str, str, str]]) -> None:
    """What differs is told with both sides and what it is, negations and numbers before the rest."""
    held = speech.hold(quote)
    assert held.status == "altered"
    assert [one[:3] for one in held.differences] == differences
    for one in held.differences:
        assert quote[one.start : one.end] == one.quoted


@pytest.mark.parametrize(
    ("text", "quote", "kind"),
    [
        ("我们不会接受任何条件，也不会让步。", "我们会接受任何条件", "negation"),
        ("谈判将于11月4日在北京开始。", "谈判将于11月5日在北京开始", "number"),
        ("この問題について交渉する予定はありませんと述べた。", "この問題について交渉する予定はあります", "negation"),
        ("대통령은 북한과 대화를 하지 않겠다고 말했다.", "북한과 대화를 하겠다고 말했다", "negation"),
        ("Ещё вчера он заявил, что страна не намерена воевать.", "что страна намерена воевать", "negation"),
        ("Він сказав, що ніколи не погодиться на це.", "що погодиться на це", "negation"),
        ("เราจะไม่ยอมรับข้อเสนอนี้", "เราจะยอมรับข้อเสนอนี้", "negation"),
        ("Le ministre n’a pas dit oui hier.", "Le ministre a dit oui hier", "negation"),
        ("Das ist keine Drohung, sondern ein Angebot.", "Das ist eine Drohung, sondern ein Angebot", "negation"),
        ("قال الرئيس إن بلاده لن تقبل بالشروط الجديدة.", "بلاده تقبل بالشروط الجديدة", "negation"),
        ("Dijo que no es cierto.", "Dijo que es cierto", "negation"),
        ("It is likely that they go.", "It is unlikely that they go", "negation"),
        ("Решение небольшое, но важное.", "Решение большое, но важное", "negation"),
        ("They don’t know it yet.", "They do know it yet", "negation"),
        ("Five of them will go home.", "Six of them will go home", "number"),
        ("मंत्री ने कहा कि यह सच नहीं है।", "मंत्री ने कहा कि यह सच है", "negation"),
    ],
)
def test_what_turns_a_statement_is_known_in_many_languages(text: str, quote: str, kind: str) -> None:
    """A negation lost or won, and a number changed, are called so in any script."""
    held = Source(text).hold(quote)
    assert (held.status, held.differences[0].kind) == ("altered", kind), held


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Ещё вчера, за́мок, е\u0301то", "Еще вчера, замок"),
        ("我们不会接受任何条件，也不会让步。", "我们不会接受 任何条件……不会让步"),
        ("우리는 오늘 할 수 있다고 말했다", "우리는 오늘 할수 있다고 말했다"),
        ("قال إنَّ بلاده", "قال إن بلاده"),
        ("ﬁnal oﬃce", "final office"),
        ("cafe\u0301 re\u0301sume\u0301", "café résumé"),
        ("ＴＡＳＳ　reported", "TASS reported"),
        ("il a parlé de 1 500 soldats", "il a parlé de 1.500 soldats"),
        ("WE WILL NEVER GO THERE", "We will never go there"),
        ("Mr. Low of the U.S. Navy", "Mr Low of the US Navy"),
        ("٣٥ جنديا وصلوا", "35 جنديا وصلوا"),
    ],
)
def test_scripts_have_their_own_typography(text: str, quote: str) -> None:
    """Stress marks, spacing, vowel points, ligatures, widths and captions in capitals are no alterations."""
    assert Source(text).hold(quote).status == "typography"


@pytest.mark.parametrize(
    "quote", ["The moon is made of green cheese", "lun", "", " ", "[…]", "“”", "xyzzy", "the pact threat envoy"]
)
def test_what_is_not_there_is_absent(speech: Source, quote: str) -> None:
    """Other sentences, halves of words and quotations without words are in no source."""
    assert speech.hold(quote) == Held("absent")


def test_three_words_in_five_are_enough() -> None:
    """A quotation is altered while three fifths of it stand in the source, and absent below that."""
    source = Source("alpha beta gamma delta epsilon zeta eta theta iota kappa")
    assert ENOUGH == 0.6
    assert source.hold("alpha beta gamma delta epsilon zeta one two three four").status == "altered"
    assert source.hold("alpha beta gamma delta epsilon one two three four five").status == "absent"
    assert source.hold("alpha uno").status == "absent"
    assert source.hold("alpha uno gamma").status == "altered"


def test_words_of_one_stem_count_as_there() -> None:
    """A quotation with other endings is an altered one, not an absent one."""
    source = Source("Ministers of seven countries discussed the sanctions")
    held = source.hold("The minister of seven country discusses sanctions")
    assert held.status == "altered"
    assert "Ministers of seven countries discussed the sanctions" in held.found


def test_pieces_out_of_order_are_told(speech: Source) -> None:
    """Pieces that stand in the source in another order make a quotation an altered one."""
    held = speech.hold("the ministers agreed … we will not accept")
    assert held.status == "altered"
    assert [one[:3] for one in held.differences] == [("moved", "the ministers agreed", "the ministers agreed")]


def test_a_piece_that_is_nowhere_was_added(speech: Source) -> None:
    """A piece the source does not have is told, the others keep their places."""
    held = speech.hold("We will not accept 1,000 troops on our border … said Smith")
    assert [one[:3] for one in held.differences] == [("added", "said Smith", "")]
    assert held.found == "We will not accept 1,000 troops on our border"


def test_pieces_that_are_pages_apart_are_told() -> None:
    """How many words an ellipsis leaves out is counted, so that a jump of pages can be said."""
    source = Source("We shall go. " + "Nobody knows when. " * 400 + "They will stay.")
    held = source.hold("We shall go … They will stay")
    assert (held.status, held.left_out) == ("typography", 1200)
    assert held.left_out > PAGE
    assert held.found == "We shall go … They will stay"


def test_the_nearest_of_several_places_is_taken() -> None:
    """Where a piece stands more than once, the place that goes with the other pieces counts."""
    source = Source("never mind. " + "word " * 500 + "never say so, and then go home.")
    held = source.hold("Never … go home")
    assert (held.left_out, held.start) == (4, source.text.rindex("never"))


def test_the_place_with_the_fewest_differences_is_taken() -> None:
    """Of two alike passages the one that fits better is found, also behind the other."""
    source = Source("the old red house by the sea. Some other words stand here. the old green house by the sea.")
    held = source.hold("The old green House by the sea")
    assert held.found == "the old green house by the sea"


def test_a_negation_far_inside_what_is_left_out_is_no_alteration() -> None:
    """An ellipsis over a whole sentence may leave a negation out; one inside a phrase may not."""
    source = Source("They went home. It was not late. They slept well and did not dream of it.")
    assert source.hold("They went home. … They slept well").status == "typography"
    assert source.hold("They slept well and did … dream of it").differences[0].kind == "negation"


def test_the_language_decides_what_negates() -> None:
    """With its language known, only that language's words negate."""
    source = Source("Wir fahren en bloc nach Hause, sagte er.")
    quote = "Wir fahren bloc nach Hause"
    assert source.hold(quote, "fi").differences[0].kind == "negation"
    assert source.hold(quote, "de-AT").differences[0].kind == "missing"
    assert source.hold(quote).differences[0].kind == "missing"


def test_a_quotation_longer_than_a_piece_is_compared_whole() -> None:
    """Bits of a long quotation follow one another: a word left out between or inside them is found."""
    words = [f"w{n}" for n in range(3 * LONGEST_PIECE)]
    source = Source(" ".join(words))
    for gone in (5, LONGEST_PIECE - 1, LONGEST_PIECE, LONGEST_PIECE + 1, 2 * LONGEST_PIECE):
        held = source.hold(" ".join([*words[:gone], *words[gone + 1 :]]) + "!")
        assert [one[:3] for one in held.differences[-2:]] == [("missing", "", f"w{gone}"), ("added", "!", "")], gone
    assert source.hold("  ".join(words)).status == "typography"


@given(WORDS, st.data())
def test_any_words_of_a_text_are_exact(words: list[str], data: st.DataObject) -> None:
    """What is cut from a text between words is found there as it is."""
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    quote = " ".join(words[start:end])
    held = Source(" ".join(words)).hold(quote)
    assert (held.status, held.found) == ("exact", quote)


@given(DISTINCT, st.data())
def test_any_ellipsis_and_bracket_is_understood(words: list[str], data: st.DataObject) -> None:
    """A text with words left out and put in brackets as the guides say is never altered."""
    start = data.draw(st.integers(2, len(words) - 4))
    end = data.draw(st.integers(start + 1, min(len(words) - 3, start + LONGEST_BRACKET)))
    sign = data.draw(st.sampled_from(["…", "...", "[...]", "(…)", ". . .", "<…>", "[the other one]"]))
    quote = " ".join([*words[:start], sign, *words[end:]])
    held = Source(" ".join(words)).hold(quote)
    assert held.status == "typography", held
    assert held.differences == ()


@given(DISTINCT, st.data())
def test_any_word_left_out_is_told(words: list[str], data: st.DataObject) -> None:
    """One word missing from the inside of a quotation is the one difference there is."""
    gone = data.draw(st.integers(1, len(words) - 2))
    held = Source("\n".join(words)).hold(" ".join([*words[:gone], *words[gone + 1 :]]))
    assert [one[:3] for one in held.differences] == [("missing", "", words[gone])]


@given(nasty_text(200), nasty_text(80))
def test_any_text_can_be_held_against_any(text: str, quote: str) -> None:
    """Nothing raises, places are inside the text, and what was quoted is what the quotation says."""
    held = Source(text).hold(quote)
    assert held.status in ("exact", "typography", "altered", "absent")
    if held.status == "absent":
        assert (held.start, held.end, held.differences) == (-1, -1, ())
    else:
        assert 0 <= held.start < held.end <= len(text)
    assert bool(held.differences) == (held.status == "altered")
    for one in held.differences:
        assert quote[one.start : one.end] == one.quoted
        assert one.source in text or " … " in one.source


@pytest.mark.parametrize("words", [1, 4, LONGEST_BRACKET])
def test_a_bracket_stands_for_several_words(words: int) -> None:
    """A name may stand in brackets for a long title, at the beginning of a quotation too."""
    title = " ".join(f"title{n}" for n in range(words))
    source = Source(f"On Monday {title} said plainly that nobody would go. Others left.")
    for quote in (
        "On Monday [Arden] said plainly that nobody would go",
        "[Arden] said plainly that nobody would go [there]",
    ):
        held = source.hold(quote)
        assert held.status == "typography", held
        assert held.found.endswith("said plainly that nobody would go")


def growth(make: Callable[[int], tuple[str, str]], size: int) -> float:
    """How many times longer four times the size takes, text and quotation both."""

    def spent(length: int) -> float:
        text, quote = make(length)
        source = Source(text)
        start = time.process_time()
        source.hold(quote)
        return time.process_time() - start

    small = min(spent(size) for _ in range(3))
    return min(spent(8 * size) for _ in range(2)) / max(small, 1e-3)


@pytest.mark.parametrize(
    "make",
    [
        lambda n: ("war " * n, "war " * n + "x"),
        lambda n: ("war " * n, ("war " * 30 + "peace ") * (n // 31)),
        lambda n: ("war " * n, "war … " * n),
        lambda n: ("war " * n, "war [x] " * n),
        lambda n: ("a b " * n, "b a a " * n),
        lambda n: (". . " * n, "[" * n + "a" + "…." * n),
        lambda n: ("1,111" * n, "1,111" * n + "x"),
        lambda n: ("co-\n" * n, "co" * n),
    ],
    ids=["repeated", "altered", "ellipses", "brackets", "order", "marks", "numbers", "broken"],
)
def test_hostile_repetitions_take_linear_time(make: Callable[[int], tuple[str, str]]) -> None:
    """Eight times as much takes about eight times as long, far from the sixty-four of quadratic time."""
    assert growth(make, 4000) < 32


def test_a_thousand_quotations_against_a_long_text() -> None:
    """A text is prepared once: a thousand quotations held against it cost less than preparing it for each."""
    words = [f"w{n * n % 9973}" for n in range(100_000)]
    start = time.process_time()
    source = Source(" ".join(words))
    source.hold("w1 other w9 w16")  # prepared when a quotation is first not found as it stands
    prepared = time.process_time() - start
    start = time.process_time()
    for at in range(0, 99_000, 99):
        quote = words[at : at + 30]
        quote[15] = "other" if at % 2 else quote[15]
        held = source.hold("“" + " ".join(quote) + "”")
        assert held.status == ("altered" if at % 2 else "typography")
    assert time.process_time() - start < 100 * prepared
