"""The tables of known names: one thing a group, one group a name; and the pairs other tests read."""

import ast
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import combinations, product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.text import known_names
from quotebank.text.folding import fold
from quotebank.text.known_names import GIVEN_NAMES, JAPANESE_NAMES, OUTLETS, PEOPLE, PLACES, TERMS, Groups
from tests.text.pairs import different, rows, transliterations

TABLES = {
    "PLACES": PLACES,
    "PEOPLE": PEOPLE,
    "OUTLETS": OUTLETS,
    "GIVEN_NAMES": GIVEN_NAMES,
    "JAPANESE_NAMES": JAPANESE_NAMES,
    "TERMS": TERMS,
}
NAMED = (*PLACES, *PEOPLE, *OUTLETS, *TERMS)
FAMILY_NAMES_OF_MANY = (
    "Kim",
    "Xi",
    "Abe",
    "Bush",
    "Park",
    "Lee",
    "Li",
    "Wang",
    "Ivanov",
    "Medvedev",
    "Nasser",
    "Trump",
)
ENGLISH_WORDS = (
    "US",
    "WHO",
    "PAP",
    "Mark",
    "Job",
    "May",
    "Rim",
    "Lion",
    "Soul",
    "Deli",
    "Revel",
    "Suede",
    "Win",
    "Roma",
)
AMBIGUOUS = ("RG", "AP", "Korea", "America", "Kremlin", "Congo", "Guinea", "The Times", "Komsomolets", "Jan")


@cache
def joined(name: str) -> str:
    """A name as aliases are looked up: folded, without spaces."""
    return fold(name).replace(" ", "")


@cache
def groups_of(tables: Groups) -> dict[str, set[int]]:
    """The groups each joined form stands in."""
    found: dict[str, set[int]] = {}
    for number, group in enumerate(tables):
        for name in group:
            found.setdefault(joined(name), set()).add(number)
    return found


def together(tables: Groups, left: str, right: str) -> bool:
    """Whether one group has both names."""
    groups = groups_of(tables)
    return not groups.get(joined(left), set()).isdisjoint(groups.get(joined(right), set()))


def scripts(text: str) -> set[str]:
    """The scripts of the letters of a text, by the names Unicode gives them."""
    return {unicodedata.name(char).split()[0] for char in text if char.isalpha()} - {"MODIFIER", "KATAKANA-HIRAGANA"}


def every_name() -> Iterator[tuple[str, str]]:
    """Each name with the name of its table."""
    for table, groups in TABLES.items():
        for group in groups:
            for name in group:
                yield table, name


@pytest.mark.parametrize("table", TABLES)
def test_groups_are_tuples_of_at_least_two_names(table: str) -> None:
    """A group says that at least two different names are one."""
    assert isinstance(TABLES[table], tuple)
    for group in TABLES[table]:
        assert isinstance(group, tuple)
        assert len(group) >= 2, group
        assert len(set(group)) == len(group), group


@pytest.mark.parametrize("table", TABLES)
def test_groups_hold_forms_that_fold_apart(table: str) -> None:
    """No group is spent on names that fold alike anyway."""
    for group in TABLES[table]:
        assert len({joined(name) for name in group}) >= 2, group


def test_names_are_clean() -> None:
    """Names are composed (NFC), without spaces around or twice, without brackets or figures of speech."""
    for table, name in every_name():
        assert name == unicodedata.normalize("NFC", name), (table, name)
        assert name == " ".join(name.split()), (table, name)
        assert not set(name) & set("()[]{}\"'*?|\t\n"), (table, name)


def test_no_name_folds_to_nothing() -> None:
    """Every name can be looked up: its folded form has letters."""
    for table, name in every_name():
        assert joined(name), (table, name)
        assert joined(name).isascii(), (table, name)


@pytest.mark.parametrize("groups", [NAMED, GIVEN_NAMES], ids=["places, people, outlets", "given names"])
def test_no_name_stands_in_two_groups(groups: Groups) -> None:
    """A name leads to one thing, whichever of its folded forms is asked for."""
    clashes = {form: [groups[n][0] for n in found] for form, found in groups_of(groups).items() if len(found) > 1}
    assert not clashes


@pytest.mark.parametrize("table", TABLES)
def test_the_first_name_is_the_english_one(table: str) -> None:
    """A group begins with the current English name: in Latin letters, with a capital, figure or small article."""
    for first, *_ in TABLES[table]:
        assert scripts(first) == {"LATIN"}, first
        assert first[0].isupper() or first[0].isdigit() or first == "die tageszeitung", first
    firsts = Counter(joined(group[0]) for group in TABLES[table])
    assert firsts.most_common(1)[0][1] == 1


def test_there_are_enough_groups() -> None:
    """The tables are as large as the documentation says."""
    assert len(NAMED) + len(GIVEN_NAMES) >= 300
    assert len(PLACES) >= 150
    assert len(PEOPLE) >= 100
    assert len(OUTLETS) >= 60
    assert len(GIVEN_NAMES) >= 60


def test_many_scripts_are_there() -> None:
    """Names are given in the scripts of the press they are quoted from."""
    found = Counter(script for _, name in every_name() for script in scripts(name))
    for script in ("LATIN", "CYRILLIC", "CJK", "HANGUL"):
        assert found[script] >= 400, found
    assert found["KATAKANA"] >= 200
    assert found["ARABIC"] >= 15
    assert found["HIRAGANA"] >= 2


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Peking", "Beijing"),
        ("Пекин", "Pechino"),
        ("Kiew", "Київ"),
        ("Moskau", "モスクワ"),
        ("Lemberg", "Lviv"),
        ("Danzig", "Gdańsk"),
        ("Leningrad", "St. Petersburg"),
        ("Mukden", "Shenyang"),
        ("Port Arthur", "Lüshun"),
        ("Keijo", "Seoul"),
        ("КНДР", "DPRK"),
        ("Nordkorea", "북한"),
        ("조선민주주의인민공화국", "Corée du Nord"),
        ("ШОС", "上合组织"),
        ("EAEU", "ЕАЭС"),
        ("CSTO", "ОДКБ"),
        ("Один пояс, один путь", "一带一路"),
        ("EU", "Европейский союз"),
        ("UN", "ООН"),
        ("Burma", "Мьянма"),
    ],
)
def test_places_have_their_other_names(left: str, right: str) -> None:
    """Exonyms, older names and abbreviations lead to the place or organisation."""
    assert together(PLACES, left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("習近平", "Си Цзиньпин"),
        ("Hsi Chin-p'ing", "シー・チンピン"),
        ("Kim Jong Un", "金正恩"),
        ("Ким Чен Ын", "キム・ジョンウン"),
        ("Chiang Kai-shek", "Jiang Jieshi"),
        ("Чан Кайши", "蒋介石"),
        ("Sun Yat-sen", "孫中山"),
        ("Poutine", "プーチン"),
        ("Putin", "普京"),
        ("Gorbatschow", "Gorbachev"),
        ("Shinzo Abe", "安倍晋三"),
        ("Abe Shinzo", "Синдзо Абэ"),
        ("Syngman Rhee", "Ли Сын Ман"),
        ("Roh Moo-hyun", "Но Му Хён"),
        ("Karol Wojtyla", "Иоанн Павел II"),
        ("Turkmenbashi", "Сапармурат Ниязов"),
    ],
)
def test_people_have_their_other_names(left: str, right: str) -> None:
    """Statesmen are found by the names other scripts and older systems give them."""
    assert together(PEOPLE, left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Renmin Ribao", "People’s Daily"),
        ("人民日报", "Жэньминь жибао"),
        ("로동신문", "Rodong Sinmun"),
        ("Нодон синмун", "노동신문"),
        ("読売新聞", "Yomiuri Shimbun"),
        ("FAZ", "Frankfurter Allgemeine Zeitung"),
        ("Российская газета", "Rossiiskaya Gazeta"),
        ("塔斯社", "TASS"),
        ("NYT", "纽约时报"),
        ("Hsinhua", "신화통신"),
    ],
)
def test_outlets_have_their_other_names(left: str, right: str) -> None:
    """Outlets are found by their own name, the translated one and the abbreviation."""
    assert together(OUTLETS, left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Alexander", "Oleksandr"),
        ("Nicholas", "Mykola"),
        ("Vladimir", "Uladzimir"),
        ("Michael", "Михаил"),
        ("Andrew", "Андрій"),
        ("Peter", "Piotr"),
        ("Stephen", "Étienne"),
        ("George", "Jerzy"),
        ("Helen", "Olena"),
    ],
)
def test_given_names_cross_languages(left: str, right: str) -> None:
    """Rulers, popes and emigrants are found by the given name of another language."""
    assert together(GIVEN_NAMES, left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Kim Jong-un", "Kim Jong-il"),
        ("Xi Jinping", "Hu Jintao"),
        ("North Korea", "South Korea"),
        ("Slovakia", "Slovenia"),
        ("Iran", "Iraq"),
        ("Pravda", "Ukrainska Pravda"),
        ("European Union", "European Commission"),
        ("George W. Bush", "George H. W. Bush"),
        ("Sukarno", "Suharto"),
    ],
)
def test_different_things_stay_apart(left: str, right: str) -> None:
    """Names that are near one another keep their own groups."""
    groups = groups_of(NAMED)
    assert groups[joined(left)]
    assert groups[joined(right)]
    assert groups[joined(left)].isdisjoint(groups[joined(right)])


@pytest.mark.parametrize("form", [*FAMILY_NAMES_OF_MANY, *ENGLISH_WORDS, *AMBIGUOUS])
def test_what_stays_out(form: str) -> None:
    """Family names of many, English words and ambiguous short forms are nobody's alias."""
    assert joined(form) not in groups_of(NAMED)


def test_given_names_are_one_word() -> None:
    """A given name is one word, so that it can stand for a word of a query."""
    for group in GIVEN_NAMES:
        for name in group:
            assert len(fold(name).split()) == 1, name


def test_the_tables_are_data_only() -> None:
    """The module is texts and tuples of them: nothing is imported, called or compiled when it is loaded."""
    assert known_names.__file__
    tree = ast.parse(Path(known_names.__file__).read_text(encoding="utf-8"))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom | ast.Call)]
    for table in ("PLACES", "PEOPLE", "OUTLETS", "GIVEN_NAMES"):
        assert all(isinstance(name, str) for group in getattr(known_names, table) for name in group)


def test_there_are_enough_pairs() -> None:
    """The pairs of renderings cover five languages, a thousand and more in all."""
    languages = Counter(pair.language for pair in transliterations())
    assert set(languages) == {"ru", "uk", "ko", "zh", "ja"}
    assert sum(languages.values()) >= 1_050
    for language, least in {"ru": 350, "uk": 120, "ko": 200, "zh": 200, "ja": 180}.items():
        assert languages[language] >= least


def test_pairs_are_pairs() -> None:
    """The two sides of a pair are written differently, and no pair stands twice, either way round."""
    sides = [frozenset((pair.a, pair.b)) for pair in transliterations()]
    assert all(len(side) == 2 for side in sides)
    assert not [side for side, times in Counter(sides).items() if times > 1]


def test_pairs_are_in_the_scripts_of_their_language() -> None:
    """A pair is in Latin letters, those of its language, or those of a system for it."""
    allowed = {"ru": {"CYRILLIC"}, "uk": {"CYRILLIC"}, "ko": {"HANGUL"}, "zh": {"CJK", "CYRILLIC"}}
    allowed["ja"] = {"HIRAGANA", "KATAKANA", "CYRILLIC"}
    for pair in transliterations():
        for side in pair[2:]:
            assert len(scripts(side)) == 1, pair
            assert scripts(side) <= allowed[pair.language] | {"LATIN"}, pair


def test_latin_pairs_are_there() -> None:
    """Many pairs stand between two systems of Latin letters."""
    latin = [pair for pair in transliterations() if scripts(pair.a + pair.b) == {"LATIN"}]
    assert len(latin) >= 300


def test_there_are_enough_different_names() -> None:
    """Names that only look alike are there within one script and across two."""
    across = [scripts(a) != scripts(b) for a, b, _ in different()]
    assert len(across) >= 220
    assert across.count(False) >= 80
    assert across.count(True) >= 60


def test_different_names_never_fold_alike() -> None:
    """What is called different is spelt differently, and no pair stands twice."""
    for a, b, _ in different():
        assert joined(a) != joined(b), (a, b)
    sides = Counter(frozenset((a, b)) for a, b, _ in different())
    assert sides.most_common(1)[0][1] == 1


def test_no_pair_is_both_one_and_different() -> None:
    """The two files do not contradict each other, nor the tables of known names."""
    one = {frozenset((joined(pair.a), joined(pair.b))) for pair in transliterations()}
    for table in (NAMED, GIVEN_NAMES):
        one |= {frozenset(map(joined, pair)) for group in table for pair in combinations(group, 2)}
    assert not [(a, b) for a, b, _ in different() if frozenset((joined(a), joined(b))) in one]


@pytest.mark.parametrize("line", ["a\tb", "a\tb\tc\td", "a\t\tc", " a\tb\tc", "", "a b c"])
def test_a_broken_line_is_named(tmp_path: Path, line: str) -> None:
    """A table with a bad line is refused with the name of the file and the number of the line."""
    (tmp_path / "x.tsv").write_text(f"a\tb\tc\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"x\.tsv, line 2: not 3 fields"):
        list(rows("x.tsv", 3, tmp_path))


@given(st.lists(st.tuples(*[st.text(st.characters(categories=("L", "N")), min_size=1)] * 3)))
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, table: list[tuple[str, str, str]]) -> None:
    """Any fields of letters and figures come back as they were written."""
    folder = tmp_path_factory.mktemp("pairs")
    (folder / "x.tsv").write_text("".join("\t".join(row) + "\n" for row in table), encoding="utf-8")
    assert list(rows("x.tsv", 3, folder)) == table


def test_groups_are_found_whatever_the_case() -> None:
    """Looking a name up does not depend on capitals, marks or apostrophes."""
    for left, right in product(("PEKING", "pékin"), ("北京", "Pei-p'ing")):
        assert together(PLACES, left, right)
