"""Japanese names come out in the press's Hepburn, whichever system a paper writes."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.text.japanese import hepburn, polivanov
from quotebank.text.kana import romanized
from tests.model.strategies import nasty_text

_POLIVANOV = """
    Синдзо shinzo; Абэ abe; Абе abe; Фумио fumio; Кисида kishida; Кишида kishida; Ёсихидэ yoshihide;
    Есихидэ yoshihide; Йосихидэ yoshihide; Суга suga; Дзюнъитиро junichiro; Коидзуми koizumi; Ясуо yasuo;
    Фукуда fukuda; Таро taro; Асо aso; Юкио yukio; Хатояма hatoyama; Наото naoto; Кан kan; Ёсихико yoshihiko;
    Нода noda; Сигэру shigeru; Исиба ishiba; Ёсида yoshida; Есида yoshida; Какуэй kakuei; Танака tanaka;
    Ясухиро yasuhiro; Накасонэ nakasone; Хидэки hideki; Тодзё tojo; Хирохито hirohito; Акихито akihito;
    Нарухито naruhito; Ёко yoko; Камикава kamikawa; Тосимицу toshimitsu; Мотэги motegi; Нобуо nobuo; Киси kishi;
    Хаяси hayashi; Ёсимаса yoshimasa; Сэйко seiko; Хасимото hashimoto; Рютаро ryutaro; Ямамото yamamoto;
    Исороку isoroku; Кавабата kawabata; Ясунари yasunari; Мураками murakami; Харуки haruki; Мисима mishima;
    Акутагава akutagawa; Рюноскэ ryunosuke; Дайске daisuke; Сюмпэй shunpei; Дзюнко junko; Саito None; Судзуки suzuki;
    Ватанабэ watanabe; Сато sato; Ито ito; Такахаси takahashi; Кобаяси kobayashi; Мацумото matsumoto; Хаттори hattori;
    Хоккайдо hokkaido; Саппоро sapporo; Хиросима hiroshima; Нагасаки nagasaki; Фукусима fukushima; Осака osaka;
    Нагоя nagoya; Кобэ kobe; Сэндай sendai; Сендай sendai; Ниигата niigata; Окинава okinawa; Наха naha;
    Кавасаки kawasaki; Гумма gunma; Тиба chiba; Сидзуока shizuoka; Кюсю kyushu; Сикоку shikoku; Хонсю honshu;
    Киото kyoto; Токио tokyo; Иокогама yokohama; Йокогама yokohama; Хёго hyogo; Ямагути yamaguchi; Кумамото kumamoto;
    Симбун shinbun; Асахи asahi; Ёмиури yomiuri; Майнити mainichi; Никкэй nikkei; Санкэй sankei; Мицубиси mitsubishi;
    Ниссан nissan; Тойота toyota; Хонда honda; Дзэн zen; Айкидо aikido; Дзюдзюцу jujutsu; Кэндзабуро kenzaburo; Оэ oe;
    Миядзаки miyazaki; Сіндзо shinzo; Кісіда kishida; Дзюн'ітіро junichiro; Хіросіма hiroshima; Тьо cho;
    СИНДЗО shinzo; Син-ити shinichi; Ланьков None; Зуенко None; Кремль None; ъ None; Shinzo None
"""
_KUNREI = """
    sinzo shinzo; Sinzô shinzo; hukusima fukushima; Hirosima hiroshima; tyosyu choshu; huzi fuji; Huzisan fujisan;
    Matusita matsushita; Mitubisi mitsubishi; Siseido shiseido; Hatuko hatsuko; Tiba chiba; Sizuoka shizuoka;
    Gihu gifu; Kyusyu kyushu; Kyûsyû kyushu; Honsyu honshu; Sikoku shikoku; Aiti aichi; Koti kochi;
    Yamaguti yamaguchi; Utunomiya utsunomiya; Tukuba tsukuba; Tusima tsushima; Nisida nishida; Kisida kishida;
    Hayasi hayashi; Isiba ishiba; Yosida yoshida; Ozi oji; Zyunko junko; Zyun'itirô junichiro; Syoiti shoichi;
    Syun shun; Syozi shoji; Tyuzo chuzo; Kenzi kenji; Kôzi koji; Kozi koji; Eizi eiji; Sinzi shinji; Siro shiro;
    Saburô None; Itiro ichiro; Zirô jiro; Taro None; Hatizyo hachijo; Ryokiti ryokichi; Dazaihu dazaifu; Kohu kofu;
    Hutaba futaba; Husae fusae; Hukuda fukuda; Hukuoka fukuoka; Hudô fudo; Tikamatu chikamatsu; Matuo matsuo;
    Sitamati shitamachi; Mati machi; Hatiko hachiko; Satudan satsudan; Nittyu nitchu; Issi isshi; Zassi zasshi;
    Happyaku None; Assyuku asshuku; Mattya matcha; Kotti kotchi; kocchi kotchi; Tanuma None; Adzuma azuma; Midu mizu;
    toukyou tokyo; oosaka osaka; Ōsaka None; Kyouto kyoto; Satou sato; Itou ito; Kouno kono; Oono ono; Yuuki yuki;
    Ryuutarou ryutaro; shimbun shinbun; Gumma gunma; Namba nanba; Sampei sanpei; Jumpei junpei; Shimpo shinpo;
    tokyo None; Shinzo None; Kishida None; Kyoto None; Jun'ichirō None; Shin-ichi None; lankov None; xi None;
    strength None
"""


def _pairs(table: str) -> list[tuple[str, str]]:
    """The rows ``written reading`` of a table; the reading of what has none, or is Hepburn already, is None."""
    return [(written, reading) for written, reading in (row.split() for row in table.split(";"))]


@pytest.mark.parametrize(("written", "letters"), _pairs(_POLIVANOV))
def test_polivanov(written: str, letters: str) -> None:
    """Japanese names in Russian and Ukrainian papers give Hepburn; other words give nothing."""
    assert str(polivanov(written)) == letters


@pytest.mark.parametrize(("written", "letters"), _pairs(_KUNREI))
def test_hepburn(written: str, letters: str) -> None:
    """Names in Kunrei, Nihon-shiki and older Hepburn give the press's; what is that already, or none, gives nothing."""
    assert str(hepburn(written)) == letters


@pytest.mark.parametrize(
    ("kana", "cyrillic", "kunrei"),
    [
        ("しんぞう", "Синдзо", "Sinzô"), ("じゅんいちろう", "Дзюнъитиро", "Zyun'itirô"),
        ("ふくしま", "Фукусима", "Hukusima"), ("ほっかいどう", "Хоккайдо", "Hokkaidou"),
        ("きゅうしゅう", "Кюсю", "Kyûsyû"), ("やまぐち", "Ямагути", "Yamaguti"), ("しんぶん", "Симбун", "Sinbun"),
        ("みつびし", "Мицубиси", "Mitubisi"), ("ちば", "Тиба", "Tiba"), ("ぐんま", "Гумма", "Gumma"),
        ("ふじお", "Фудзио", "Huzio"), ("りゅうたろう", "Рютаро", "Ryuutarou"),
    ],
)  # fmt: skip
def test_all_systems_meet(kana: str, cyrillic: str, kunrei: str) -> None:
    """One name in kana, in Cyrillic and in Kunrei has one reading."""
    assert romanized(kana) == polivanov(cyrillic) == hepburn(kunrei)


@given(st.one_of(nasty_text(45), st.text("kstnhmyrwgzdbpaiueocjfôū'-", max_size=20)))
def test_hepburn_of_hepburn_is_nothing_new(text: str) -> None:
    """What comes back is plain small letters, and has no further reading of its own but a shorter one."""
    read = hepburn(text)
    if read is not None:
        assert read.isascii()
        assert read.isalpha()
        assert read.islower()
        again = hepburn(read)
        assert again is None or len(again) < len(read)


@given(st.one_of(nasty_text(45), st.text("кстнхмрвгздбпаиуэоеяюёйъьц'-", max_size=20)))
def test_any_text_has_a_plain_reading_or_none(text: str) -> None:
    """Every text can be asked about, and what comes back is plain small letters."""
    read = polivanov(text)
    assert read is None or (read.isascii() and read.isalpha() and read.islower())


@given(st.text("kstnhmyrwgzdbpaiueocjf", max_size=14), st.text("кстнхмрвгздбпаиуэоеяюёйъц", max_size=14))
def test_case_does_not_matter(latin: str, cyrillic: str) -> None:
    """Headlines in capitals are read as text in small letters."""
    assert hepburn(latin.upper()) == hepburn(latin)
    assert polivanov(cyrillic.upper()) == polivanov(cyrillic)


@given(
    st.lists(
        st.sampled_from(["син", "дзо", "ки", "си", "да", "тё", "кю", "цу", "я", "ма", "хэ", "рё"]),
        min_size=1,
        max_size=6,
    )
)
def test_names_of_syllables_are_read(syllables: list[str]) -> None:
    """Any row of Polivanov's syllables is a name, as long as it is."""
    assert polivanov("".join(syllables)) is not None


@pytest.mark.parametrize("word", ["", "'", "-", "ō", "m", "k", "x" * 41, "a" * 41, "東京", "かな"])
def test_what_is_no_word_has_no_reading(word: str) -> None:
    """Signs, single consonants, endless words and other scripts are not read."""
    assert hepburn(word) is None
    assert polivanov(word) is None


@pytest.mark.parametrize("read", [hepburn, polivanov])
@pytest.mark.parametrize("piece", ["a", "si", "ō", "м", "дзё", "'", "mb"])
def test_endless_words_take_no_time(read: Callable[[str], object], piece: str) -> None:
    """A megabyte is passed over, and the longest that is read takes no time either."""
    start = time.process_time()
    assert read(piece * 400_000) is None
    read((piece * 40)[:40])
    assert time.process_time() - start < 0.5
