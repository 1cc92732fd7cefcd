"""Chinese, Korean and Japanese names read from every system they are written in."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotebank.text.chinese import palladius, wade_giles
from quotebank.text.japanese import hepburn, polivanov
from quotebank.text.kana import is_kana, romanized
from quotebank.text.korean import kontsevich, mccune_reischauer, press_syllables
from tests.model.strategies import nasty_text


@pytest.mark.parametrize(
    ("written", "pinyin"),
    [
        ("Ch'ing-tao", "qingdao"), ("Hsiao-p’ing", "xiaoping"), ("Tse-tung", "zedong"), ("Chou", "zhou"), ("Hsi", "xi"),
        ("Chin-p‘ing", "jinping"), ("K’o-ch’iang", "keqiang"), ("Hsüeh-t’ung", "xuetong"), ("Tzu-yang", "ziyang"),
        ("Te-chih", "dezhi"), ("Ssu-ma", "sima"), ("Kuo-min-tang", "guomindang"), ("Chung-kuo", "zhongguo"),
        ("Teng", "deng"), ("Chiang", "jiang"), ("Ch’iang", "qiang"), ("Jen", "ren"), ("Kung", "gong"),
        ("Ts’ao", "cao"), ("Hsü", "xu"), ("Yen-an", "yanan"), ("Shao-ch’i", "shaoqi"), ("Tung-pei", "dongbei"),
        ("Kuang-tung", "guangdong"), ("Chieh-shih", "jieshi"), ("Yü-chang", "yuzhang"), ("hsiaoping", "xiaoping"),
    ],
)  # fmt: skip
def test_wade_giles(written: str, pinyin: str) -> None:
    """Names in Wade-Giles have their pinyin among their readings."""
    assert pinyin in wade_giles(written)


def test_an_apostrophe_anywhere_decides() -> None:
    """Where one aspirate is marked, the unmarked are none: there is one reading, and no other."""
    assert wade_giles("Ch'ing-tao") == ("qingdao",)
    assert wade_giles("Hsiao-p’ing") == ("xiaoping",)
    assert wade_giles("Hsiao-ping") == ("xiaobing", "xiaoping")


@pytest.mark.parametrize("word", ["hello", "Lankov", "", "-", "x" * 100, "the-end", "Beijing2"])
def test_other_words_are_no_wade_giles(word: str) -> None:
    """What has a syllable that Chinese has not is not read."""
    assert wade_giles(word) == ()


@pytest.mark.parametrize(
    ("written", "pinyin"),
    [
        ("Цзиньпин", "jinping"), ("Си", "xi"), ("Дэн", "deng"), ("Сяопин", "xiaoping"), ("Цзян", "jiang"),
        ("Чжао", "zhao"), ("Ухань", "wuhan"), ("Чанъань", "changan"), ("Цзэдун", "zedong"), ("Эньлай", "enlai"),
        ("Кэцян", "keqiang"), ("Хунань", "hunan"), ("Хэнань", "henan"), ("Гуанчжоу", "guangzhou"),
        ("Шэньчжэнь", "shenzhen"), ("Синьцзян", "xinjiang"), ("Тяньцзинь", "tianjin"), ("Чунцин", "chongqing"),
        ("Сюэтун", "xuetong"), ("Ван", "wang"), ("Хуэй", "hui"), ("Хуй", "hui"), ("Готао", "guotao"),
        ("Цзіньпін", "jinping"), ("ШАНХАЙ", "shanghai"), ("Янь-ань", "yanan"), ("Вэньцзябао", "wenjiabao"),
    ],
)  # fmt: skip
def test_palladius(written: str, pinyin: str) -> None:
    """Chinese names in Russian and Ukrainian papers give their pinyin."""
    assert palladius(written) == pinyin


@pytest.mark.parametrize("word", ["Ланьков", "Зуенко", "Кремль", "", "ъ", "б" * 100, "Lankov"])
def test_other_words_are_no_palladius(word: str) -> None:
    """Words that are not made of Chinese syllables are not read."""
    assert palladius(word) is None


@pytest.mark.parametrize(
    ("written", "revised"),
    [
        ("P'yŏngyang", "pyeongyang"), ("Chuch'e", "juche"), ("Il-sŏng", "ilseong"), ("Ch’oe", "choe"),
        ("Chŏng-ŭn", "jeongeun"), ("Kŭn-hye", "geunhye"), ("T’ae-ho", "taeho"), ("Kwŏn", "gwon"), ("Hyŏn-u", "hyeonu"),
        ("Ch'ung-il", "chungil"), ("Yŏ-jŏng", "yeojeong"),
    ],
)  # fmt: skip
def test_mccune_reischauer(written: str, revised: str) -> None:
    """Names with McCune-Reischauer's signs give Revised letters first; without a sign they are not read."""
    assert mccune_reischauer(written)[0] == revised


def test_without_signs_nothing_is_guessed_unless_asked() -> None:
    """A word without breve or apostrophe could be anything."""
    assert mccune_reischauer("Pyongyang") == ()
    assert "byeongyang" in mccune_reischauer("Pyongyang", signs=False)


@pytest.mark.parametrize(
    ("written", "revised"),
    [
        ("Чен", "jeong"),
        ("Ын", "eun"),
        ("Ир", "il"),
        ("Чосон", "joseon"),
        ("Мун", "mun"),
        ("Пак", "bag"),
        ("Ким", "gim"),
    ],
)
def test_kontsevich(written: str, revised: str) -> None:
    """Korean names in Russian papers have Revised letters among their readings."""
    assert revised in kontsevich(written)


def test_press_spellings_of_korean_syllables() -> None:
    """What bearers and the press write leads to the syllable, and a syllable to itself."""
    assert "bak" in press_syllables("park") & press_syllables("pak") & press_syllables("bak")
    assert press_syllables("lankov") == frozenset()


@pytest.mark.parametrize(
    ("written", "letters"),
    [
        ("さっぽろ", "sapporo"), ("とうきょう", "tokyo"), ("シンゾー", "shinzo"), ("おおさか", "osaka"),
        ("プーチン", "puchin"), ("ヴェトナム", "vetonamu"), ("マッチ", "matchi"), ("いすゞ", "isuzu"),
        ("ウィーン", "win"), ("ジェームズ", "jemuzu"), ("ティム", "timu"), ("フョードル", "fyodoru"),
        ("きしだ", "kishida"), ("しんぶん", "shinbun"), ("こゝろ", "kokoro"), ("っ", ""), ("ー", ""), ("", ""),
    ],
)  # fmt: skip
def test_kana(written: str, letters: str) -> None:
    """Runs of kana are read as Hepburn without marks for length."""
    assert romanized(written) == letters


@pytest.mark.parametrize(
    ("written", "letters"),
    [
        ("Синдзо", "shinzo"), ("Кисида", "kishida"), ("Дзюнъитиро", "junichiro"), ("Хоккайдо", "hokkaido"),
        ("Абэ", "abe"), ("Ёсихидэ", "yoshihide"), ("Хиросима", "hiroshima"), ("Фумио", "fumio"), ("Ниссан", "nissan"),
        ("Ланьков", None), ("", None),
    ],
)  # fmt: skip
def test_polivanov(written: str, letters: str | None) -> None:
    """Japanese names in Russian papers give Hepburn; other words give nothing."""
    assert polivanov(written) == letters


@pytest.mark.parametrize(
    ("written", "letters"),
    [
        ("sinzo", "shinzo"), ("hukusima", "fukushima"), ("tyosyu", "choshu"), ("huzi", "fuji"), ("shimbun", "shinbun"),
        ("toukyou", "tokyo"), ("oosaka", "osaka"), ("matusita", "matsushita"), ("tokyo", None), ("lankov", None),
    ],
)  # fmt: skip
def test_kunrei(written: str, letters: str | None) -> None:
    """Names in Kunrei and older Hepburn give the press's Hepburn; what is that already gives nothing."""
    assert hepburn(written) == letters


@settings(deadline=None)
@given(
    st.one_of(
        nasty_text(30), st.text("аеиоуэюяйцкнгшщзхфвпрлджчсмтьъ'-", max_size=12), st.text("あっゃンー゛ゝ", max_size=9)
    )
)
def test_any_text_has_readings_of_letters_or_none(text: str) -> None:
    """Every text can be asked about, and what comes back are plain small letters."""
    given_back = [palladius(text), polivanov(text), hepburn(text), romanized(text)]
    given_back += [*wade_giles(text), *mccune_reischauer(text, signs=False), *kontsevich(text)]
    for form in given_back:
        assert not form or (form.isascii() and form.isalpha() and form.islower())
    assert len(wade_giles(text)) <= 8
    assert len(kontsevich(text)) <= 8


@given(st.characters())
def test_kana_are_told_from_other_letters(char: str) -> None:
    """Only characters of the two Japanese blocks are kana."""
    assert not is_kana(char) or "\u3040" <= char <= "\u30ff"


@pytest.mark.parametrize("read", [wade_giles, palladius, mccune_reischauer, kontsevich, polivanov, hepburn, romanized])
@pytest.mark.parametrize("piece", ["ch'", "цзы", "あっ", "a", "чхо"])
def test_endless_words_take_no_time(read: Callable[[str], object], piece: str) -> None:
    """Megabytes are passed over, or read in a straight line."""
    start = time.process_time()
    read(piece * 200_000)
    assert time.process_time() - start < 5
