"""Each naming has the stretch of its sentences, and a block without one is known to go on or not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.ingest.digest.items import Item
from quotebank.ingest.digest.stretches import goes_on, opens_back, start_of, unit_at
from quotebank.ingest.digest.units import Row, Unit
from tests.ingest.digest.made_mentions import LANTERN, naming, telling
from tests.ingest.digest.made_rows import Piece, made

OUTLET, BELL, SAYS = ("O", "Lantern"), ("O", "Dune Bell"), ("v", "writes")
ONE, TWO, THE, PAPER = ("w", "one thing"), ("w", "another"), ("e", "the"), ("k", "daily")
ANN_S = Item.of(telling("Ann Vey"))
NOBODY_S = Item.of(LANTERN)


def later(row: Row, dropped: str) -> Row:
    """A row whose text has something before the first unit that no unit shows."""
    units = tuple(Unit(tag, start + len(dropped), end + len(dropped), value) for tag, start, end, value in row.units)
    return Row(dropped + row.text, units, row.tags)


def begins(row: Row, place: int, way: str = "after", previous: tuple[int, str] | None = None) -> str:
    """The text of the stretch from where a naming's begins up to the naming's end."""
    mention = naming(row, place, way)
    return row.text[start_of(row, mention, naming(row, *previous) if previous else None) : mention.end].strip()


@pytest.mark.parametrize("way", ["after", "before", "sentence", "label", "bracket"])
@pytest.mark.parametrize("dropped", ["", "On ", "“", "«\u00a0"])
def test_the_first_sentence_begins_with_the_block(way: str, dropped: str) -> None:
    """The first stretch begins at the first character, even where no unit shows it."""
    row = later(made(OUTLET, SAYS, ONE, "."), dropped)
    assert start_of(row, naming(row, 0, way), None) == 0


def test_a_later_stretch_begins_behind_the_sentence_before() -> None:
    """What stands in an earlier sentence belongs to another naming, the mark before the sentence does not."""
    row = made(BELL, SAYS, ONE, ".", OUTLET, SAYS, TWO, ".")
    assert begins(row, 4) == begins(row, 4, previous=(0, "after")) == "Lantern"


@pytest.mark.parametrize("sign", [",", ";", "—", "–", ":"])
def test_two_namings_in_one_sentence_part_at_the_last_sign(sign: str) -> None:
    """The second stretch begins behind the comma, dash or colon before it."""
    row = made(BELL, SAYS, ONE, ",", TWO, (sign, sign), ("c", "and"), OUTLET, SAYS, ".")
    assert begins(row, 7, previous=(0, "after")) == "and Lantern"


def test_a_label_has_the_whole_block() -> None:
    """The stretch of a label begins with the block, even where a sentence ends before the label's name."""
    assert begins(made(ONE, ".", OUTLET, ":", TWO, "."), 2, "label") == "one thing. Lantern"


def test_two_namings_without_a_sign_part_at_the_second() -> None:
    """Without a sign between two namings the second stretch begins with its naming."""
    row = made(BELL, ("c", "and"), OUTLET, SAYS, ".")
    assert begins(row, 2, previous=(0, "after")) == "Lantern"


def test_a_bracket_has_what_stands_before_it() -> None:
    """A bracket's stretch begins with the block, behind the bracket before, or behind another naming's sentence."""
    row = made(ONE, "(", BELL, ")", ".", TWO, "(", OUTLET, ")", ".")
    assert begins(row, 2, "bracket") == "one thing (Dune Bell"
    assert begins(row, 7, "bracket", (2, "bracket")).endswith("another (Lantern")
    assert begins(row, 7, "bracket", (2, "after")) == "another (Lantern"
    assert begins(made(BELL, SAYS, "(", OUTLET, ")"), 3, "bracket", (0, "after")) == "writes (Lantern"


@pytest.mark.parametrize(("way", "expected"), [("before", True), ("sentence", True), ("after", False)])
def test_a_quotation_is_whole(way: str, expected: bool) -> None:
    """A naming behind a quotation of several sentences has all of it, a naming before its own claim has not."""
    row = made('"', ONE, ".", TWO, '"', ",", SAYS, OUTLET, ".")
    assert begins(row, 7, way).startswith('"') is expected


def test_a_quotation_that_is_closed_is_left_alone() -> None:
    """A quotation that ended in an earlier sentence belongs to that one."""
    row = made('"', ONE, '"', ".", TWO, SAYS, OUTLET, ".")
    assert begins(row, 6, "before") == "another writes Lantern"


PIECES: st.SearchStrategy[list[Piece]] = st.lists(
    st.sampled_from([OUTLET, ONE, SAYS, ".", ",", ":", '"', "(", ")"]), min_size=2, max_size=14
)


@given(PIECES, st.data())
def test_a_stretch_begins_between_two_namings(pieces: list[Piece], data: st.DataObject) -> None:
    """Whatever the row, a stretch begins neither within the naming before nor behind its own."""
    row = made(*pieces)
    first = data.draw(st.integers(0, len(pieces) - 2))
    second = data.draw(st.integers(first + 1, len(pieces) - 1))
    previous, mention = naming(row, first), naming(row, second, data.draw(st.sampled_from(["after", "before"])))
    assert previous.end <= start_of(row, mention, previous) <= mention.start
    assert 0 <= start_of(row, mention, None) <= mention.start


@given(PIECES, st.integers(-2, 120))
def test_the_unit_at_a_character_is_the_first_from_there(pieces: list[Piece], place: int) -> None:
    """The unit found by halving is the one found by going through all."""
    row = made(*pieces)
    assert unit_at(row, place) == sum(unit.start < place for unit in row.units)


@pytest.mark.parametrize(
    ("row", "before"),
    [
        (made(THE, PAPER, SAYS), None),
        (made(("p", "it"), SAYS), None),
        (made(("w", "elsewhere"), ",", ("p", "he"), ("s", "says")), None),
        (made(THE, ("r", "author"), ("w", "insists")), None),
        (made('"', ONE, '"'), None),
        (made(("Q", "«One Thing»"), SAYS), None),
        (made(("N", "Vey"), ("w", "insists")), None),
        (made(ONE), made(OUTLET, SAYS, ":")),
        (made(ONE), later(made(ONE), "„")),
        (made(ONE), later(made(ONE), "“")),
        (made(ONE), made(("w", "«one» and «two"))),
    ],
)
def test_blocks_that_go_on(row: Row, before: Row | None) -> None:
    """A pronoun, a word for the paper, a quotation, the author's surname, a colon or a quotation left open go on."""
    assert goes_on(row, before, ANN_S, beside=True)


@pytest.mark.parametrize(
    ("row", "before"),
    [(made(ONE), None), (made(ONE), made(TWO, ".")), (made(ONE), made(("w", "„one“"))), (made(OUTLET, SAYS), None)],
)
def test_blocks_that_begin_anew(row: Row, before: Row | None) -> None:
    """A block with none of these signs is of no item before it."""
    assert not goes_on(row, before, ANN_S, beside=True)


def test_an_open_quotation_counts_only_beside_it() -> None:
    """A quotation left open goes on in the very next block, when the item's text ends there."""
    before = made(("w", "„one"))
    assert goes_on(made(ONE), before, NOBODY_S, beside=True)
    assert not goes_on(made(ONE), before, NOBODY_S, beside=False)


@pytest.mark.parametrize(
    ("row", "item", "expected"),
    [
        (made(THE, ("x", "article"), SAYS), NOBODY_S, True),
        (made(("p", "it"), SAYS), NOBODY_S, True),
        (made(("N", "Vey"), SAYS), ANN_S, True),
        (made(("N", "Vey"), SAYS), NOBODY_S, False),
        (made(("w", "and " * 30), ("N", "Vey")), ANN_S, False),
        (made(ONE), ANN_S, False),
    ],
)
def test_what_points_back(row: Row, item: Item, expected: bool) -> None:
    """A first sentence tells of an item by a word for it or by its author's name near the beginning."""
    assert opens_back(row, item) is expected
