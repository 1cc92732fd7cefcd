"""From author texts as pages print them to the names to cite."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.ingest.page import byline_words
from quotebank.ingest.page.byline_cleaning import clean_names
from quotebank.model.names import Name
from tests.ingest.page.byline_list import BYLINES

OUTLETS = ["The Harbour Post"]
URL = "https://www.harbourpost.example/world/1.html"

DESIGN = {
    "By JOHN SMITH and Jane Doe": ["Smith, John", "Doe, Jane"],
    "Kirill Barskii, Sergei Krasil’nikov, and Sergei Mikhnevich": [
        "Barskii, Kirill", "Krasil’nikov, Sergei", "Mikhnevich, Sergei",
    ],
    "By Takeo Maeda and Tatsuya Tanoue / Yomiuri Shimbun Staff Writers": ["Maeda, Takeo", "Tanoue, Tatsuya"],
    "von Daniel Braun, Davor Pasoski": ["Braun, Daniel", "Pasoski, Davor"],
    "Par Stefan Häne, Sylvain Besson": ["Häne, Stefan", "Besson, Sylvain"],
    "di Luca Monaco": ["Monaco, Luca"],
    "von Till Eckert , Max Bernhard , Martin Murphy": ["Eckert, Till", "Bernhard, Max", "Murphy, Martin"],
    "배윤경,이상현,한수진,김혜진": ["배, 윤경", "이, 상현", "한, 수진", "김, 혜진"],
    "순천, 광양 구현모 기자 ninek@…": ["구, 현모"],
    "聯合報 記者林宸誼／即時報導": ["林, 宸誼"],
    "編集委員 中沢克二": ["中沢, 克二"],
    "Автор: Віталій Шабунін": ["Шабунін, Віталій"],
    "Авторы: Дмитрий Попов": ["Попов, Дмитрий"],
    "حسام أبو العلا - القاهرة": ["أبو العلا, حسام"],
    "كتبت أسماء نصار": ["نصار, أسماء"],
    "STEVE PEOPLES, THOMAS BEAUMONT and AMELIA THOMSON-DEVEAUX": [
        "Peoples, Steve", "Beaumont, Thomas", "Thomson-Deveaux, Amelia",
    ],
    "AFP, MANILA": ["AFP"],
    "Smith, John; Doe, Jane": ["Smith, John", "Doe, Jane"],
    "Smith, John and Doe, Jane": ["Smith, John", "Doe, Jane"],
    "Martí Abad (Enviado especial)": ["Abad, Martí"],
    "Por Redacción": ["Redacción"],
    "Maya Gebeily & Anthony Deutsch": ["Gebeily, Maya", "Deutsch, Anthony"],
    "Povilas Aleksandravičius, Mykolo Romerio universiteto profesorius": ["Aleksandravičius, Povilas"],
    "Aaron Kliegman | Fox News": ["Kliegman, Aaron"],
    "〔記者巫其倫／台北報導〕": ["巫, 其倫"],
    "이용민 기자": ["이, 용민"],
    "105092": [],
}  # fmt: skip

LISTED = [(language, text, names) for language, texts in BYLINES.items() for text, names in texts.items()]


def shown(names: tuple[Name, ...]) -> str:
    """Names in reading order, institutions with a sign."""
    return "; ".join(("=" if name.literal else "") + name.display for name in names)


def same_spacing(names: str) -> str:
    """Names without spaces if they are East Asian, where a space may stand or not."""
    eastern = any("\u3040" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3" for char in names)
    return names.replace(" ", "") if eastern else names


@pytest.mark.parametrize(("text", "names"), DESIGN.items())
def test_bylines_met_in_the_press(text: str, names: list[str]) -> None:
    """The bylines that libraries fail at come out right."""
    assert [name.sorted for name in clean_names([text])] == names


@pytest.mark.parametrize(("language", "text", "names"), LISTED, ids=[f"{each[0]}-{each[1][:40]}" for each in LISTED])
def test_listed_bylines(language: str, text: str, names: str) -> None:
    """Bylines in thirty languages give their authors, in order, and nobody else."""
    found = shown(clean_names([text], outlets=OUTLETS, url=URL))
    assert same_spacing(found) == same_spacing(names)


def test_the_list_is_long() -> None:
    """The list holds over two hundred bylines in over fifteen languages."""
    assert len(LISTED) > 200
    assert len(BYLINES) > 15


@pytest.mark.parametrize(
    "text", ["The Harbour Post", "HARBOUR POST", "Harbour Post Staff", "harbourpost.example", "harbourpost"]
)
def test_the_outlet_is_no_author(text: str) -> None:
    """The outlet's name, with or without its article, in any case, and its domain are dropped."""
    assert clean_names([text], outlets=OUTLETS, url=URL) == ()
    assert shown(clean_names([text, "Nora Whitcombe"], outlets=OUTLETS, url=URL)) == "Nora Whitcombe"


def test_the_outlet_in_another_script() -> None:
    """Ukrainian and Latin spellings of one outlet are one."""
    assert clean_names(["Казинформ"], outlets=["Kazinform"]) == ()
    assert clean_names(["Zaxid"], outlets=["ZAXID.NET"]) == ()
    assert clean_names(["ZAXID.NET"], url="https://zaxid.net/news/1") == ()


def test_several_texts() -> None:
    """Texts of an author list are read one by one; a person makes an editorial staff unnecessary."""
    texts = ["Nora Whitcombe", "By NORA WHITCOMBE", "N. Whitcombe", "Redaktion hafenblatt.example", "Reuters", "12"]
    assert shown(clean_names(texts)) == "Nora Whitcombe; =Reuters"


def test_the_fuller_name_stays() -> None:
    """Of an initial and a full given name the full one is kept, in the place of the first."""
    assert (
        shown(clean_names(["N. Whitcombe", "Tobias Arkwright", "Nora Whitcombe"])) == "Nora Whitcombe; Tobias Arkwright"
    )


def test_a_middle_initial_stays() -> None:
    """Of two spellings of one name the one with the middle initial is kept."""
    assert shown(clean_names(["Nora Whitcombe", "Nora B. Whitcombe"])) == "Nora B. Whitcombe"


def test_the_outlets_own_staff_is_no_author() -> None:
    """An editorial staff is kept by its name, but not where that is only the page's own outlet."""
    assert shown(clean_names(["Redaktion hafenblatt.example"])) == "=Redaktion hafenblatt.example"
    assert clean_names(["Redaktion hafenblatt.example"], outlets=["hafenblatt.example"]) == ()
    assert clean_names(["Redacción El Faro Azul"], outlets=["El Faro Azul"]) == ()
    assert clean_names(["Редакция Портовой газеты"], outlets=["Портовой газеты"]) == ()


def test_people_who_share_a_family_name_stay_two() -> None:
    """Two people of one family name are not one."""
    assert shown(clean_names(["Nora Whitcombe and Tobias Whitcombe"])) == "Nora Whitcombe; Tobias Whitcombe"


def test_names_stay_in_their_script() -> None:
    """Nothing is transliterated or declined."""
    for name in ("Ульяна Черемных", "Γιώργου Καλλινίκου", "ليلى حداد", "נועה ברקאי", "अनुजा देवधर"):
        assert shown(clean_names([name])) == name


def test_turkish_capitals() -> None:
    """Turkish capitals get Turkish small letters."""
    assert shown(clean_names(["Tolga ERDİNÇ"])) == "Tolga Erdinç"
    assert shown(clean_names(["IŞIL ÇAĞRI"])) == "Işıl Çağrı"


def test_controls_and_entities() -> None:
    """Escape sequences, direction marks and entities do not get into names."""
    assert shown(clean_names(["By \u202eNora\x1b Whit\u00adcombe\ufeff"])) == "Nora Whitcombe"
    assert shown(clean_names(["Siobh&amp;aacute;n O&#39;Brannigan"])) == "Siobhán O'Brannigan"
    assert shown(clean_names(["Nora Whitcombe\r\nTY  - X"])) == "Nora Whitcombe"


PIECES = st.sampled_from(
    ["By", "von", "Nora", "Whitcombe", "and", ",", ";", "|", "/", "(", ")", "AFP", "Photo:", "Текст:", "记者", "王晓帆",
     "／", "〔", "기자", "한서윤", "كتب", "ليلى", "وليد", "4", "November", "@x", "a@b.c", "http://x", "-", "\n", "Jr.",
     "A.",      "&amp;", "Staff", "Editor", "e", "y", "de", "، ", "・", "＝", "İ", "ǅ", "\u200f"]
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=30).map(" ".join))
def test_any_text_gives_names_or_none(text: str) -> None:
    """Whatever a byline holds, the names are not empty, none is there twice, and the outlet is not among them."""
    names = clean_names([text, text], outlets=OUTLETS, url=URL)
    assert all(name.display.strip() for name in names)
    assert len({name.display for name in names}) == len(names)
    assert not any(name.display.lower() == "harbour post" for name in names)
    assert all("@" not in name.display and "http" not in name.display.lower() for name in names)


@given(st.lists(st.text(max_size=30), max_size=5), st.lists(st.text(max_size=20), max_size=3), st.text(max_size=30))
def test_any_outlets_and_address(texts: list[str], outlets: list[str], url: str) -> None:
    """No outlet name or address breaks the reading."""
    assert isinstance(clean_names(texts, outlets=outlets, url=url), tuple)


FIRST = st.sampled_from(["Nora", "Tobias", "Agnes", "Éloïse", "Kaspar", "Ульяна", "Γιώργος", "Jean-Luc"])
LAST = st.sampled_from(["Whitcombe", "Arkwright", "Brandner", "O'Brannigan", "Черемных", "Καλλίνικος", "Müller-Ost"])


@given(
    st.lists(st.tuples(FIRST, LAST).map(" ".join), min_size=1, max_size=6, unique=True),
    st.sampled_from(["By ", "Von ", ""]),
)
def test_lists_of_names_come_back(names: list[str], opening: str) -> None:
    """Names joined as bylines join them come apart again, whatever their script."""
    joined = ", ".join(names[:-1]) + " and " * (len(names) > 1) + names[-1]
    assert shown(clean_names([opening + joined])) == "; ".join(names)
    assert shown(clean_names(["; ".join(names)])) == "; ".join(names)


@pytest.mark.parametrize(
    "unit",
    ["a ", "a, ", "(", "a and ", "/", "A", "习", "记者 ", "von ", "[x] ", "@", "-", "1 ", "By ", "· ", "&amp;", "<",
     "기자 ",      ": ", "text: ", "http://a "],
)  # fmt: skip
def test_long_texts_cost_little(unit: str) -> None:
    """A megabyte in place of a byline, or as the outlet, takes well under a second."""
    text = unit * (1_000_000 // len(unit))
    start = time.process_time()
    clean_names([text, text[:1400]], outlets=[text], url=text)
    assert time.process_time() - start < 1


def test_tables_are_in_lower_case() -> None:
    """Every word of the tables is in the form the rules compare with."""
    tables = [value for name, value in vars(byline_words).items() if name.isupper()]
    assert len(tables) > 10
    wrong = [word for table in tables for word in table if word != word.lower()]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("الناصرية - كريم عبد الحسن", "كريم عبد الحسن"),
        ("كريم عبد الحسن - الناصرية", "كريم عبد الحسن"),
        ("Altenfurt | Jana Weidlich", "Jana Weidlich"),
        ("Von Jana Weidlich, Beispielfunk-Studio Athen", "Jana Weidlich"),
        ("Jana Weidlich, Hauptstadtbüro", "Jana Weidlich"),
        ("本报记者 李雯璐 赵 骞", "李雯璐; 赵骞"),
        ("AFP agence", "=AFP"),
        ("Anadolu Ajansı", "=Anadolu Ajansı"),
        ("Von unserem Redaktionsmitglied Hartmut Siebenlist", "Hartmut Siebenlist"),
        ("Das Gespräch führte Jana Weidlich", "Jana Weidlich"),
        ("文・写真／真壁　結衣", "真壁結衣"),
        ("21 вересня 2022 Розмовляла Соломія Гнатів", "Соломія Гнатів"),
        ("ნინო კვარაცხელია", "ნინო კვარაცხელია"),
        ("文｜河川周刊 沈知非 陆遥", "沈知非; 陆遥"),
        ("03:40 م كتب أيمن عبد الغفار", "أيمن عبد الغفار"),
    ],
)
def test_places_desks_and_jobs_beside_a_name(text: str, names: str) -> None:
    """What stands beside a name (its place, its desk, its job) is no second author, and does not hide it."""
    assert same_spacing(shown(clean_names([text]))) == same_spacing(names)


@pytest.mark.parametrize(
    "text",
    [
        "Головний редактор",
        "Главный редактор",
        "Redactor jefe",
        "Redaktor naczelny",
        "Šéf redaktor",
        "Managing Editor",
        "Super User",
    ],
)
def test_a_job_alone_is_nobody(text: str) -> None:
    """A job with a word that says which is no name, whichever of the two comes first."""
    assert clean_names([text]) == ()


def test_the_outlet_under_letters_with_two_marks() -> None:
    """A Vietnamese outlet is known as its host's name, though its letters bear two marks each."""
    assert clean_names(["Sông Hồng"], url="https://songhong.example/1.html") == ()
    assert shown(clean_names(["Đinh Hoàng Lan"], url="https://songhong.example/1.html")) == "Đinh Hoàng Lan"
