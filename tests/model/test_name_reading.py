"""Names and bylines as people write them come apart right, and nothing typed is lost."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.errors import BadInput
from quotebank.model import name_words
from quotebank.model.name_reading import read_name, read_names
from quotebank.model.names import Name
from tests.model.strategies import NASTY, nasty_text, plain_text

PEOPLE = {
    "Andrei Lankov": ("Lankov", "Andrei"),
    "Sergei Krasil'nikov": ("Krasil'nikov", "Sergei"),
    "Sergei Krasil’nikov": ("Krasil’nikov", "Sergei"),
    "Lankov, Andrei": ("Lankov", "Andrei"),
    "Jae-myung Lee": ("Lee", "Jae-myung"),
    "Shinzo Abe": ("Abe", "Shinzo"),
    "Annegret Kramp-Karrenbauer": ("Kramp-Karrenbauer", "Annegret"),
    "Conan O'Brien": ("O'Brien", "Conan"),
    "O'Brien, Conan": ("O'Brien", "Conan"),
    "O'Brien": ("O'Brien", ""),
    "Zuenko": ("Zuenko", ""),
    "Gabriel García Márquez": ("García Márquez", "Gabriel"),
    "Luiz Inácio Lula da Silva": ("Lula da Silva", "Luiz Inácio"),
    "Mohammed bin Salman": ("bin Salman", "Mohammed"),
    "Abdel Fattah el-Sisi": ("el-Sisi", "Abdel Fattah"),
    "Bashar al-Assad": ("al-Assad", "Bashar"),
    "J. D. Vance": ("Vance", "J. D."),
    "Dr. Max Kolter": ("Kolter", "Max"),
    "Sir Keir Starmer": ("Starmer", "Keir"),
    "JOHN SMITH": ("Smith", "John"),
    "SMITH, JOHN": ("Smith", "John"),
    "SEAN O'BRIEN-MCCOY": ("O'Brien-McCoy", "Sean"),
    "JOHN MCDONALD": ("McDonald", "John"),
    "Marisha GOLDHAMER": ("Goldhamer", "Marisha"),
    "Marine Le Pen": ("Le Pen", "Marine"),
    "Le Pen": ("Le Pen", ""),
    "Robert De Niro": ("De Niro", "Robert"),
    "Alexander Van der Bellen": ("Van der Bellen", "Alexander"),
    "Lee Harvey Oswald": ("Oswald", "Lee Harvey"),
    "Kim Philby": ("Philby", "Kim"),
    "Андрей Колесников": ("Колесников", "Андрей"),
    "Колесников Андрей": ("Колесников", "Андрей"),
    "Андрей Иванович Колесников": ("Колесников", "Андрей Иванович"),
    "Колесников Андрей Иванович": ("Колесников", "Андрей Иванович"),
    "Колесников А. И.": ("Колесников", "А. И."),
    "А. Н. Ланьков": ("Ланьков", "А. Н."),
    "Віталій Шабунін": ("Шабунін", "Віталій"),
    "حسام أبو العلا": ("أبو العلا", "حسام"),
}

FAMILY_FIRST = {
    "Kim Jong-un": ("Kim", "Jong-un"),
    "Kim Jong Un": ("Kim", "Jong Un"),
    "Xi Jinping": ("Xi", "Jinping"),
    "Lee Jae-myung": ("Lee", "Jae-myung"),
    "Yoon Suk Yeol": ("Yoon", "Suk Yeol"),
    "Moon Jae-in": ("Moon", "Jae-in"),
    "Wang Yi": ("Wang", "Yi"),
    "Mao Zedong": ("Mao", "Zedong"),
    "Ouyang Xiu": ("Ouyang", "Xiu"),
    "Lee Kuan Yew": ("Lee", "Kuan Yew"),
    "Nguyễn Phú Trọng": ("Nguyễn", "Phú Trọng"),
    "Kishida Fumio": ("Kishida", "Fumio"),
    "Prof. Li Wei": ("Li", "Wei"),
    "Xi, Jinping": ("Xi", "Jinping"),
    "毛泽东": ("毛", "泽东"),
    "习近平": ("习", "近平"),
    "欧阳修": ("欧阳", "修"),
    "松岡大地": ("松岡", "大地"),
    "大渡 美咲": ("大渡", "美咲"),
    "구현모": ("구", "현모"),
    "남궁민수": ("남궁", "민수"),
    "신현주 기자": ("신", "현주"),
    "毛, 泽东": ("毛", "泽东"),
}

INSTITUTIONS = [
    "Ministry of Foreign Affairs", "Ministry of Foreign Affairs, Japan", "AFP", "TASS", "Staff writers", "BBC News",
    "Editorial Board",
    "Der Spiegel", "The Economist", "МИД России", "新华社", "로동신문", "Valdai Discussion Club",
    "Redaktion hessenschau.de",
]  # fmt: skip

BYLINES = {
    "By JOHN SMITH and Jane Doe": ["Smith, John", "Doe, Jane"],
    "Kirill Barskii, Sergei Krasil’nikov, and Ann Li": ["Barskii, Kirill", "Krasil’nikov, Sergei", "Li, Ann"],
    "By Takeo Maeda and Tatsuya Tanoue / Yomiuri Shimbun Staff Writers": ["Maeda, Takeo", "Tanoue, Tatsuya"],
    "von Daniel Braun, Davor Pasoski": ["Braun, Daniel", "Pasoski, Davor"],
    "Par Stefan Häne, Sylvain Besson": ["Häne, Stefan", "Besson, Sylvain"],
    "di Luca Monaco": ["Monaco, Luca"],
    "von Till Eckert , Max Bernhard , Martin Murphy": ["Eckert, Till", "Bernhard, Max", "Murphy, Martin"],
    "배윤경,이상현,한수진,김혜진": ["배, 윤경", "이, 상현", "한, 수진", "김, 혜진"],
    "순천, 광양 구현모 기자 ninek@example.com": ["구, 현모"],
    "聯合報 記者林宸誼／即時報導": ["林, 宸誼"],
    "編集委員 中沢克二": ["中沢, 克二"],
    "Автор: Віталій Шабунін": ["Шабунін, Віталій"],
    "Авторы: Дмитрий Попов": ["Попов, Дмитрий"],
    "حسام أبو العلا - القاهرة": ["أبو العلا, حسام"],
    "كتبت أسماء نصار": ["نصار, أسماء"],
    "STEVE PEOPLES, THOMAS BEAUMONT and AMELIA THOMSON-DEVEAUX": [
        "Peoples, Steve",
        "Beaumont, Thomas",
        "Thomson-Deveaux, Amelia",
    ],
    "AFP, MANILA": ["AFP"],
    "Smith, John; Doe, Jane": ["Smith, John", "Doe, Jane"],
    "Smith, John and Doe, Jane": ["Smith, John", "Doe, Jane"],
    "Smith, John": ["Smith, John"],
    "Halloran, Bridget M.": ["Halloran, Bridget M."],
    "M. Jean Dupont": ["Dupont, Jean"],
    "TUNCAY ŞİRİNOĞLU": ["Şirinoğlu, Tuncay"],
    "ERDİNÇ ILGAZ": ["Ilgaz, Erdinç"],
    "PGS. TS. Trần Văn Hưng": ["Trần, Văn Hưng"],
    "von der Leyen, Ursula": ["Leyen, Ursula von der"],
    "King, Jr., Martin Luther": ["King, Martin Luther, Jr."],
    "Martí Abad (Enviado especial)": ["Abad, Martí"],
    "Por Redacción": ["Redacción"],
    "Maya Gebeily & Anthony Deutsch": ["Gebeily, Maya", "Deutsch, Anthony"],
    "Povilas Aleksandravičius, Mykolo Romerio universiteto profesorius": ["Aleksandravičius, Povilas"],
    "Aaron Kliegman | Fox News": ["Kliegman, Aaron"],
    "Ursula von der Leyen und Emmanuel Macron": ["Leyen, Ursula von der", "Macron, Emmanuel"],
    "Ministry of Health and Welfare": ["Ministry of Health and Welfare"],
    "TASS and Interfax News": ["TASS", "Interfax News"],
    "{Smith and Sons}": ["Smith and Sons"],
    "{Smith and Sons}; Doe, Jane": ["Smith and Sons", "Doe, Jane"],
}


@pytest.mark.parametrize(("text", "parts"), PEOPLE.items())
def test_people(text: str, parts: tuple[str, str]) -> None:
    """Given name first, or family name before a comma, initials or a patronymic: the parts are right."""
    assert read_name(text) == Name(*parts)


@pytest.mark.parametrize(("text", "parts"), FAMILY_FIRST.items())
def test_people_written_family_first(text: str, parts: tuple[str, str]) -> None:
    """East Asian names keep their order in prose, whatever script they are typed in."""
    assert read_name(text) == Name(*parts, family_first=True)


@pytest.mark.parametrize("text", INSTITUTIONS)
def test_institutions_are_kept_whole(text: str) -> None:
    """Ministries, agencies and papers are literals."""
    assert read_name(text) == Name(literal=text)
    assert read_names(text)[0].literal


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("von der Leyen, Ursula", Name("Leyen", "Ursula", "von der")),
        ("Ursula von der Leyen", Name("Leyen", "Ursula", "von der")),
        ("URSULA VON DER LEYEN", Name("Leyen", "Ursula", "von der")),
        ("Leyen, Ursula von der", Name("Leyen", "Ursula", "von der")),
        ("Charles de Gaulle", Name("Gaulle", "Charles", "de")),
        ("de Gaulle", Name("Gaulle", "", "de")),
        ("Miguel de la Madrid", Name("Madrid", "Miguel", "de la")),
        ("Martin Luther King Jr.", Name("King", "Martin Luther", suffix="Jr.")),
        ("Martin Luther King, Jr.", Name("King", "Martin Luther", suffix="Jr.")),
        ("King, Jr., Martin Luther", Name("King", "Martin Luther", suffix="Jr.")),
        ("King, Martin Luther, Jr.", Name("King", "Martin Luther", suffix="Jr.")),
        ("John Smith III", Name("Smith", "John", suffix="III")),
        ("{Valdai Club}", Name(literal="Valdai Club")),
        ("{ Andrei Lankov }", Name(literal="Andrei Lankov")),
        ("Ivan Zuenko [Иван Зуенко]", Name("Zuenko", "Ivan", original="Иван Зуенко")),
        ("{Valdai Club} [Клуб «Валдай»]", Name(literal="Valdai Club", original="Клуб «Валдай»")),
        ("  Andrei \t Lankov \n", Name("Lankov", "Andrei")),
        ("a, b, c, d", Name(literal="a, b, c, d")),
        ("김정은 김정은 김정은 Jr.", Name(literal="김정은 김정은 김정은 Jr.")),
    ],
)
def test_particles_suffixes_braces_and_originals(text: str, name: Name) -> None:
    """Each has its place, whichever way it is typed."""
    assert read_name(text) == name


@pytest.mark.parametrize(("text", "names"), BYLINES.items())
def test_bylines(text: str, names: list[str]) -> None:
    """Bylines of many papers give their people, without places, jobs and employers."""
    assert [name.sorted for name in read_names(text)] == names


def test_original_in_a_list() -> None:
    """Names in their own script stay with their names in a list too."""
    assert [name.original for name in read_names("Ivan Zuenko [Иван Зуенко] and Jane Doe")] == ["Иван Зуенко", ""]


@pytest.mark.parametrize("text", ["", " ", ",", "{}", "{ }", " , ,", "\n"])
def test_no_name_is_refused(text: str) -> None:
    """Nothing is nobody's name."""
    with pytest.raises(BadInput, match="author"):
        read_name(text)
    with pytest.raises(BadInput, match="author"):
        read_names(text)


def _letters(text: str) -> list[str]:
    return sorted(char for char in text.casefold() if char.isalnum())


WORDS = st.sampled_from(
    [*NASTY, "von", "der", "de", "la", "Le", "Kim", "Jong-un", "Xi", "Jinping", "Jr.", "III", "bin", "Smith", "JOHN",
    "O'BRIEN", ",",
     "Колесников", "Андрей", "А.", "习近平", "구현모", "{", "}", "[", "]", "Ministry", "AFP", "Nguyễn", "ǅ", "İ", "ŉ"]
)  # fmt: skip


@given(st.one_of(nasty_text(), plain_text(), st.lists(WORDS, max_size=7).map(" ".join)))
def test_no_letter_is_lost(text: str) -> None:
    """Every letter and figure typed is in the name, but for titles; only commas and braces go."""
    try:
        name = read_name(text)
    except BadInput:
        assert not _letters(text)
        return
    words = text.replace(",", " ").replace("{", " ").replace("}", " ").split()
    if not any(word.lower() in name_words.TITLES for word in words):
        assert _letters(name.display + name.original) == _letters(text)


@given(st.one_of(nasty_text(200), st.lists(WORDS, max_size=12).map(" ".join)))
def test_bylines_are_total(text: str) -> None:
    """Any text is a list of names, none of them empty, or bad input."""
    try:
        names = read_names(text)
    except BadInput:
        return
    assert names
    assert all(name.display for name in names)


@pytest.mark.parametrize("unit", ["a ", "a, ", "(", "a and ", "/", "A", "习", "{", "von ", "[x] ", "@", "-", "a@b "])
def test_long_texts_cost_little(unit: str) -> None:
    """A megabyte in place of a name takes well under a second."""
    text = unit * (1_000_000 // len(unit))
    start = time.process_time()
    read_name(text)
    with pytest.raises(BadInput) as caught:
        read_names(text)
    assert len(str(caught.value)) < 300
    assert time.process_time() - start < 1


def test_tables_hold_what_is_compared() -> None:
    """Every word of the tables is in the folded form the rules compare with."""
    tables = (
        name_words.KOREAN,
        name_words.CHINESE,
        name_words.JAPANESE,
        name_words.VIETNAMESE,
        name_words.FIRST_PARTICLES,
    )
    assert all(word == word.lower() and word.isascii() for table in tables for word in table)
    assert name_words.FIRST_PARTICLES <= name_words.PARTICLES
    assert name_words.LONE_PARTICLES <= name_words.CAPITAL_PARTICLES
