"""Reading what a writer typed."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotebank.errors import UsageError
from quotebank.search.query import FIELDS, FILTERS, MOST_CHARACTERS, MOST_WORDS, Query, Term, parse
from tests.model.strategies import nasty_text


def _only(text: str) -> Term:
    query = parse(text)
    assert len(query.groups) == 1
    assert len(query.groups[0]) == 1
    return query.groups[0][0]


def _words(query: Query) -> list[list[str]]:
    return [[_text(term) for term in group] for group in query.groups]


def _text(term: Term) -> str:
    return " ".join(atom.text for atom in term.atoms)


def test_bare_words_are_all_wanted() -> None:
    """Each bare word is a group of its own."""
    assert _words(parse("hermit Kingdom")) == [["hermit"], ["kingdom"]]


@pytest.mark.parametrize(
    "text", ['"Common prosperity"', "“Common prosperity”", "„Common prosperity“", "«Common prosperity»"]
)
def test_quotation_marks_make_a_phrase(text: str) -> None:
    """Straight, curly, low and angled quotation marks do the same."""
    term = _only(text)
    assert (term.how, _text(term), term.typed) == ("phrase", "common prosperity", text)


def test_star_makes_a_prefix() -> None:
    """A star at the end asks for words that begin so; elsewhere it is nothing."""
    assert _only("kimjong*").how == "prefix"
    assert _only("*kim").how == "words"
    assert parse("*").groups == ()


@pytest.mark.parametrize(
    ("text", "atoms"),
    [
        ("Jong-un", [("jong", "Jong"), ("un", "un")]),
        ("MeToo", [("me", "Me"), ("too", "Too")]),
        ("习近平", [("xi", "习"), ("jin", "近"), ("ping", "平")]),
        ("김정은", [("gim", "김"), ("jeong", "정"), ("eun", "은")]),
        ("МИД", [("mid", "МИД")]),
        ("l’Ukraine", [("lukraine", "l’Ukraine")]),
    ],
)
def test_piece_is_parted_into_words(text: str, atoms: list[tuple[str, str]]) -> None:
    """Compounds, CamelCase and scripts without spaces are parted into words, each with what stood there."""
    assert [(atom.text, atom.typed) for atom in _only(text).atoms] == atoms


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2021-10-05", "20211005"),
        ("2021-10", "202110"),
        ("5.10.2021", "20211005"),
        ("October 5", "md1005"),
        ("October 5, 2021", "20211005"),
        ("5 Oct", "md1005"),
        ("5 Oct. 2021", "20211005"),
        ("5th October 2021", "20211005"),
        ("October 2021", "202110"),
        ("5 октября 2021", "20211005"),
        ("5 Oktober", "md1005"),
    ],
)
def test_date_among_the_words_is_one_term(text: str, value: str) -> None:
    """A date as writers type it is understood, alone and between other words."""
    assert (_only(text).how, _only(text).value) == ("date", value)
    query = parse(f"TASS {text} border")
    assert [group[0].how for group in query.groups] == ["words", "date", "words"]
    assert query.groups[1][0].value == value


@pytest.mark.parametrize("text", ["2021", "10 reasons", "Jan 32", "may", "3.14", "5 men", "1-2", "2021-13-45", "10:30"])
def test_number_that_is_no_date_is_words(text: str) -> None:
    """Figures alone, and days that do not exist, are words."""
    assert all(group[0].how == "words" for group in parse(text).groups)


def test_field_holds_for_a_word_or_a_phrase() -> None:
    """A field takes the word or the phrase behind its colon, with or without a space, in any case."""
    for text in ('author:"Andrei Lankov"', 'Author: "Andrei Lankov"'):
        assert (_only(text).field, _only(text).how) == ("author", "phrase")
    assert _only("TITLE:turn").field == "title"


@pytest.mark.parametrize("text", ["autor:Lankov", "nosuch:x", '-foo:"a b"', "X:y"])
def test_unknown_field_is_an_error_that_names_the_fields(text: str) -> None:
    """A slip in a field's name is told, with all that can be asked for."""
    with pytest.raises(UsageError) as told:
        parse(text)
    assert all(name in told.value.hint for name in (*FIELDS, *FILTERS))


@pytest.mark.parametrize(
    "text", ["10:30", "https://example.org/x", "Korea: a survey", "a :b", "author:", "Путин:да", ":x"]
)
def test_colon_in_plain_text_is_no_field(text: str) -> None:
    """Times, addresses and headings are words."""
    assert all(not term.field for group in parse(text).groups for term in group)


def test_or_binds_neighbours() -> None:
    """OR stands between two terms and binds tighter than the implied AND."""
    assert _words(parse("a1 OR b1 c1 AND d1")) == [["a1", "b1"], ["c1"], ["d1"]]


@pytest.mark.parametrize("text", ["OR", "AND", "OR kim", "kim OR", "OR OR OR", "kim OR AND juche", "kim OR -juche"])
def test_stray_connectives_do_no_harm(text: str) -> None:
    """A connective without two neighbours is a word or nothing."""
    query = parse(text)
    assert query.groups


def test_minus_excludes() -> None:
    """A minus before a word, a phrase or a field excludes it; a dash inside or alone does not."""
    query = parse('kim -juche -"hermit kingdom" -author:lankov anti-crisis - --x')
    assert [(term.field, _text(term)) for term in query.excluded] == [
        ("", "juche"),
        ("", "hermit kingdom"),
        ("author", "lankov"),
    ]
    assert _words(query) == [["kim"], ["anti crisis"], ["x"]]


def test_common_words_are_known_as_such() -> None:
    """Words too common to be asked for say so."""
    common = [
        atom.text for group in parse("the hermit and the kingdom").groups for atom in group[0].atoms if atom.common
    ]
    assert common == ["the", "and"]


def test_words_keep_their_places() -> None:
    """A term knows how many words of the query stand before it, common ones too."""
    assert [group[0].atoms[0].place for group in parse("hermit of the kingdom").groups] == [0, 1, 2, 3]


def test_repetitions_count_once() -> None:
    """The same word twice is the same question."""
    assert _words(parse("kim KIM “kim” kim")) == [["kim"], ["kim"]]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("after:2021", (20210101, None)),
        ("before:2021-02", (None, 20210228)),
        ("date:2021-10-05", (20211005, 20211005)),
        ("date:2021-10", (20211001, 20211031)),
        ("date:2021-10-01..2021-10-05", (20211001, 20211005)),
        ("date:..2020", (None, 20201231)),
        ("date:2021-10..", (20211001, None)),
        ("date:2021-10-04/2021-10-06", (20211004, 20211006)),
        ("date:..", (None, None)),
    ],
)
def test_dates_are_read_with_both_ends_included(text: str, bounds: tuple[int | None, int | None]) -> None:
    """A year means all of it, at the beginning and at the end of a range."""
    assert _only(text).bounds == bounds


@pytest.mark.parametrize("text", ["after:soon", "date:2021-13", "before:2021-02-30", "date:x..2021"])
def test_date_that_is_none_is_an_error(text: str) -> None:
    """A date filter that means nothing is told and not passed over."""
    with pytest.raises(UsageError, match="is no date"):
        parse(text)


@settings(deadline=None)
@given(nasty_text(200))
def test_any_text_is_a_query(text: str) -> None:
    """Every text is read, unless it names a field or a date that is none; all its words are folded."""
    with suppress(UsageError):
        query = parse(text)
        assert query.text == text
        for term in (*query.excluded, *(term for group in query.groups for term in group)):
            assert term.how == "filter" or all(atom.text.isalnum() for atom in term.atoms)


@settings(deadline=None)
@given(st.lists(st.sampled_from(['"', "“", "”", "-", "*", "OR", "AND", ":", "kim", "(", ")", "^", "NEAR/2", "\x00"])))
def test_operators_in_any_order_are_a_query(pieces: list[str]) -> None:
    """No arrangement of signs is an error, except that a word before a colon may be no field."""
    parse(" ".join(pieces))
    with suppress(UsageError):
        parse("".join(pieces))


@pytest.mark.parametrize(
    "text",
    [
        "word " * 2_000_000,
        "x" * 10_000_000,
        '"' * 1_000_000,
        "習" * 100_000,
        " ".join(map(str, range(10_000))),
        '" ' * 500_000,
    ],
)
def test_enormous_query_is_cut_and_says_so(text: str) -> None:
    """Of a query nobody would type the beginning is read, and `cut` tells it."""
    query = parse(text)
    assert query.cut
    assert sum(len(group[0].atoms) for group in query.groups) <= MOST_WORDS


def test_query_at_the_limit_is_whole() -> None:
    """A query of just as many words as are read is not cut."""
    words = [f"w{number}" for number in range(MOST_WORDS)]
    assert not parse(" ".join(words)).cut
    assert parse(" ".join([*words, "more"])).cut
    assert not parse("x" + " " * (MOST_CHARACTERS - 1)).cut
