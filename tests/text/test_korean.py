"""Korean names come out in Revised letters, whichever system a paper writes."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.text.chinese import MOST
from quotebank.text.korean import kontsevich, mccune_reischauer, press_syllables
from tests.model.strategies import nasty_text

_MCCUNE_REISCHAUER = """
    P'yŏngyang pyeongyang; Chuch'e juche; Il-sŏng ilseong; Chŏng-il jeongil; Chŏng-ŭn jeongeun; Yŏ-jŏng yeojeong;
    Chŏng jeong; Ch'oe choe; Chŏng-hŭi jeonghui; Kŭn-hye geunhye; Sŭng-man seungman; Kwŏn gwon; Sŏ seo; Hŏ heo;
    Yŏng-ho yeongho; T'ae-u taeu; Yŏng-sam yeongsam; Chun-p'yo junpyo; Ch'ŏl-su cheolsu; Sŏk-yŏl seokyeol;
    Hyŏn-jŏng hyeonjeong; Kyŏng-hŭi gyeonghui; Sŏng-t'aek seongtaek; Ch'un-hŭi chunhui; Yong-ch'ŏl yongcheol;
    Han'gŭl hangeul; Han'guk hanguk; Han’guk hanguk; Chosŏn joseon; Kŭmgang geumgang; Kaesŏng gaeseong; Wŏnsan wonsan;
    Hamhŭng hamheung; Sinŭiju sinuiju; Ch'ŏngjin cheongjin; Hyesan None; Inch'ŏn incheon; Taejŏn daejeon;
    Ch'unch'ŏn chuncheon; Kyŏngju gyeongju; Kyŏnggi gyeonggi; Kangwŏn gangwon; Ch'ungch'ŏng chungcheong;
    Kyŏngsang gyeongsang; Chŏnju jeonju; Ch'angwŏn changwon; P'ohang pohang; Kimp'o gimpo; Sŏul seoul; Sejong None;
    Yi None; T'aebaek taebaek; Paektusan None; Hwanghae None; Hamgyŏng hamgyeong; Yŏngbyŏn yeongbyeon;
    Koguryŏ goguryeo; Paekche None; Koryŏ goryeo; Sirhak None; Tonga None; Hangyŏre hangyeore; Chungang None;
    Nodong None; Sinmun None; Minju None; Sŏn'gun seongun; Pyŏngjin byeongjin; Ch'ŏllima cheollima;
    Taep'odong daepodong; Kyŏngje gyeongje; Kukpang None; Yŏn'guwŏn yeonguwon; Ŭn eun; Ŏm eom; Hyŏn hyeon; Chŏn jeon;
    Myŏng myeong; Yŏl yeol; Ch'ŏn cheon; K'ŭn keun; T'ongil tongil; P'anmunjŏm panmunjeom; Tŏk deok;
    Kyŏng-ŏn gyeongeon; Ch'oe's choe; Kungminŭi gungminui
"""
_KONTSEVICH = """
    Ким gim; Ир il; Сен seong; Чен jeong; Ын eun; Чжон jong; Нам nam; Пак bak; Пак bag; Кын geun; Хе hye; Мун mun;
    Чжэ jae; Ин in; Юн yun; Сок seok; Ёль yeol; Ли ri; Мён myeong; Бак bak; Но no; Му mu; Хён hyeon; Тэ dae;
    Чжун jung; Чон jeong; Хи hui; Хый hui; Ду du; Хван hwan; Сын seung; Ман man; Ю yu; Гван gwan; Сун sun; Ё yeo;
    Чжо jo; Чо jo; Рён ryeong; Хэ hae; Чхве choe; Цой choe; Сон song; Со seo; Хо heo; Ан an; Ан ang; Кан gang;
    Квон gwon; Лим rim; Вон won; Пэ bae; Пэк baek; Го go; Ку gu; Док deok; Ги gi; Бён byeong; Чхоль cheol; Чхор cheol;
    Гён gyeong; Кён gyeong; Ён yeong; Ён yong; Хун hun; Хвэ hwae; Пхеньян pyeongyang; Пхёньян pyeongyang; Сеул seoul;
    Чосон joseon; Чучхе juche; Пусан busan; Инчхон incheon; Тэгу daegu; Тэджон daejeon; Кванчжу gwangju; Ульсан ulsan;
    Сувон suwon; Кэсон gaeseong; Вонсан wonsan; Хамхын hamheung; Синыйчжу sinuiju; Нампхо nampo; Чхончжин cheongjin;
    Ёнбён yeongbyeon; Нодон nodong; Синмун sinmun; Тонъа donga; Пханмунчжом panmunjeom; Пэктусан baekdusan;
    Кимчхэк gimchaek; Сонгун seongun; Чонъын jeongeun; Чон-ын jeongeun; Шин sin; Джон jong; ПХЕНЬЯН pyeongyang;
    Кім gim; Ір il; Ланьков None; Зуенко None; Кремль None; Взгляд None; ъ None; Москва None; Lankov None; 김 None
"""


def _pairs(table: str) -> list[tuple[str, str]]:
    """The rows ``written reading`` of a table; the reading of what has none, or is its own, is None."""
    return [(written, reading) for written, reading in (row.split() for row in table.split(";"))]


@pytest.mark.parametrize(("written", "revised"), _pairs(_MCCUNE_REISCHAUER))
def test_mccune_reischauer(written: str, revised: str) -> None:
    """Names with McCune-Reischauer's signs give Revised letters first; without a sign they are not read."""
    assert (mccune_reischauer(written) or ("None",))[0] == revised


@pytest.mark.parametrize(
    ("written", "revised"),
    [
        ("Pyongyang", "pyeongyang"), ("Pak", "bak"), ("Pak", "bag"), ("Kim", "gim"), ("Kim", "kim"),
        ("Chong", "jeong"), ("Un", "eun"), ("Kun", "geun"), ("Yi", "i"), ("Taegu", "daegu"), ("Pusan", "busan"),
        ("Cheju", "jeju"), ("Kwangju", "gwangju"), ("Kapsan", "gapsan"), ("Silla", "silla"), ("Inchon", "incheon"),
    ],
)  # fmt: skip
def test_lost_signs_are_read_when_asked(written: str, revised: str) -> None:
    """Where a name is known to be Korean, breves and apostrophes may have been dropped."""
    assert mccune_reischauer(written) == ()
    assert revised in mccune_reischauer(written, signs=False)


def test_what_is_marked_once_is_marked_always() -> None:
    """A breve says that bare vowels are themselves, an apostrophe that bare consonants are: there is one reading."""
    assert mccune_reischauer("P'yŏngyang") == ("pyeongyang",)
    assert mccune_reischauer("Il-sŏng") == ("ilseong",)
    assert mccune_reischauer("Ch'oe") == ("choe",)
    assert mccune_reischauer("P'yongyang") == ("pyongyang", "pyeongyang")


def test_a_last_stop_is_given_as_printed_and_as_written() -> None:
    """A final k is k in the Revised Romanization and g letter by letter."""
    assert mccune_reischauer("Sŏk") == ("seok", "seog")
    assert kontsevich("Пак") == ("bak", "bag")


@pytest.mark.parametrize(
    "word", ["hello", "O'Neil", "don't", "l'an", "", "-", "'", "ŏ-", "strŏng", "Il--sŏng", "ŏ" * 25]
)
def test_other_words_are_no_mccune_reischauer(word: str) -> None:
    """What has a syllable that Korean has not, or no sign, is not read."""
    assert mccune_reischauer(word) == ()


@pytest.mark.parametrize(("written", "revised"), _pairs(_KONTSEVICH))
def test_kontsevich(written: str, revised: str) -> None:
    """Korean names in Russian papers have Revised letters among their readings; other words have none."""
    assert revised in (kontsevich(written) or ("None",))


@pytest.mark.parametrize(
    ("written", "revised"),
    [
        ("Чен", "jeong"), ("Сен", "seong"), ("Ын", "eun"), ("Ир", "il"), ("Мун", "mun"), ("Хе", "hye"),
        ("Пхеньян", "pyeongyang"), ("Но", "no"), ("Тон", "dong"), ("Сок", "seok"), ("Сын", "seung"), ("Кын", "geun"),
        ("Вон", "won"), ("Кен", "gyeong"),
    ],
)  # fmt: skip
def test_the_commonest_reading_comes_first(written: str, revised: str) -> None:
    """What о, е and н mostly stand for in a name is the first guess."""
    assert kontsevich(written)[0] == revised


def test_certain_syllables_have_one_reading() -> None:
    """Where Korean names leave no choice there is none."""
    assert kontsevich("Ын") == ("eun",)
    assert kontsevich("Ир") == ("il",)
    assert kontsevich("Мун") == ("mun",)


def test_press_spellings_of_korean_syllables() -> None:
    """What bearers and the press write leads to the syllable, and a syllable to itself."""
    assert "bak" in press_syllables("park") & press_syllables("pak") & press_syllables("bak")
    assert press_syllables("lee") == {"i"}
    assert press_syllables("kyung") == {"gyeong"}
    assert press_syllables("lankov") == frozenset()


@given(
    st.one_of(
        nasty_text(30), st.text("chkptsngaeiouyŏŭ'’-lmr", max_size=16), st.text("чхкптснгаеиоуёыъь-лмр", max_size=16)
    )
)
def test_any_text_has_plain_readings_or_none(text: str) -> None:
    """Every text can be asked about, and what comes back are small ASCII letters, few and all different."""
    for readings in (mccune_reischauer(text), mccune_reischauer(text, signs=False), kontsevich(text)):
        assert len(set(readings)) == len(readings) <= MOST
        assert all(form.isascii() and form.isalpha() and form.islower() for form in readings)


@given(st.text("chkptsngaeiouyŏŭ'-lmr", max_size=16))
def test_signs_only_ever_permit(text: str) -> None:
    """What is read with its signs is read alike when signs are not asked for."""
    assert mccune_reischauer(text) in ((), mccune_reischauer(text, signs=False))


@given(st.text("чхкптснгаеиоуёыъь-лмр", max_size=16))
def test_case_does_not_matter(text: str) -> None:
    """Headlines in capitals are read as text in small letters."""
    assert kontsevich(text.upper()) == kontsevich(text)


@pytest.mark.parametrize("read", [mccune_reischauer, kontsevich])
@pytest.mark.parametrize("piece", ["ch'", "ŏ", "чх", "ъ", "чен", "n'g", "'s"])
def test_endless_words_take_no_time(read: Callable[[str], object], piece: str) -> None:
    """A megabyte is passed over, and the longest that is read takes no time either."""
    start = time.process_time()
    assert not read(piece * 400_000)
    read((piece * 24)[:24])
    assert time.process_time() - start < 0.5
