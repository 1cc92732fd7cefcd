"""Chinese names come out in pinyin, whichever system a paper writes."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.text import chinese
from quotebank.text.chinese import MOST, likeliest, palladius, palladius_syllables, plain_signs, wade_giles
from quotebank.text.folding import APOSTROPHES
from tests.model.strategies import nasty_text

_WADE_GILES = """
    Tse-tung zedong; En-lai None; Hsiao-p'ing xiaoping; Chin-p'ing jinping; Chin-t'ao jintao; Tse-min zemin;
    K'o-ch'iang keqiang; Jung-chi rongji; Shao-ch'i shaoqi; Te-huai dehuai; Chieh-shih jieshi; Piao biao; Chou zhou;
    Teng deng; Chiang jiang; Hsi xi; Chu zhu; Tung dong; Ts'ai cai; Ch'en None; Ts'ao cao; Hsü xu; Hsu xu; Kuo guo;
    K'ung-tzu kongzi; Lao-tzu laozi; Chuang-tzu zhuangzi; Hsün-tzu xunzi; Sun-tzu sunzi; Meng-tzu mengzi; Ssu-ma sima;
    Ch'ien qian; Hsüan-tsang xuanzang; Tz'u-hsi cixi; Tzu-yang ziyang; Yao-pang yaobang; Kuo-feng guofeng;
    Ch'ing-tao qingdao; Pei-ching beijing; Nan-ching nanjing; T'ien-chin tianjin; Ch'ung-ch'ing chongqing;
    Kuang-tung guangdong; Kuang-chou guangzhou; Ssu-ch'uan sichuan; Ssu-ch’uan sichuan; Che-chiang zhejiang;
    Fu-chien fujian; Chiang-hsi jiangxi; Shan-hsi shanxi; Ho-pei hebei; Hu-pei hubei; Kan-su gansu; Kuei-chou guizhou;
    Yün-nan None; Ch'ing-hai qinghai; Hsin-chiang xinjiang; Hsi-an xian; Yen-an yanan; Chi-nan jinan; Ta-lien dalian;
    Sian-fu None; T'ai-pei taibei; Kao-hsiung gaoxiong; Chi-lung jilong; Hua-lien hualian; O-mei emei; I-ching yijing;
    Tao-te-ching daodejing; Kuo-min-tang guomindang; Jen-min renmin; Jih-pao ribao; Hung-lou honglou;
    Ch'i-kung qigong; T'ai-chi taiji; Hsüeh-t'ung xuetong; Chung-kuo zhongguo; Lü-shun None; Yüan-p'ei None;
    Shu-jen shuren; Ying-wen None; Shih-k'ai shikai; Tso-lin zuolin; Hsüeh-liang xueliang; Yü-hsiang yuxiang;
    Chêng-fêng zhengfeng; tzŭ zi; tz'ŭ-hai cihai; tsŭ zi; Ê-mei None; Hsiaop’ing xiaoping; Tung-pei's dongbei
"""
_PALLADIUS = """
    Си xi; Цзиньпин jinping; Мао mao; Цзэдун zedong; Дэн deng; Сяопин xiaoping; Цзян jiang; Цзэминь zemin; Ху hu;
    Цзиньтао jintao; Вэнь wen; Цзябао jiabao; Чжоу zhou; Эньлай enlai; Лю liu; Шаоци shaoqi; Линь lin; Бяо biao;
    Чжу zhu; Жунцзи rongji; Ли li; Кэцян keqiang; Пэн peng; Дэхуай dehuai; Ван wang; И yi; Ян yang; Цзечи jiechi;
    Чжао zhao; Лэцзи leji; Хань han; Чжэн zheng; Шуай shuai; Сюэтун xuetong; Фэн feng; Юйцзюнь yujun; Хуа hua;
    Гофэн guofeng; Чуньин chunying; Лицзянь lijian; Цинь qin; Ган gang; Юаньпэй yuanpei; Сыма sima; Цянь qian;
    Лао-цзы laozi; Чжуан-цзы zhuangzi; Кун-цзы kongzi; Цыси cixi; Сюань-цзан xuanzang; Жэньминь renmin; Жибао ribao;
    Синьхуа xinhua; Хуаньцю huanqiu; Шибао shibao; Гоминьдан guomindang; Шанхай shanghai; Чунцин chongqing;
    Тяньцзинь tianjin; Гуанчжоу guangzhou; Шэньчжэнь shenzhen; Ухань wuhan; Чэнду chengdu; Сиань xian; Нанкин None;
    Циндао qingdao; Далянь dalian; Шэньян shenyang; Ханчжоу hangzhou; Сучжоу suzhou; Куньмин kunming; Урумчи None;
    Синьцзян xinjiang; Хэбэй hebei; Хэнань henan; Хубэй hubei; Хунань hunan; Цзянси jiangxi; Шэньси shenxi;
    Шаньдун shandong; Юньнань yunnan; Гуйчжоу guizhou; Ганьсу gansu; Нинся ningxia; Чанъань changan; Чан'ань changan;
    Тяньаньмэнь tiananmen; Яньань yanan; Янь-ань yanan; Хуэй hui; Хуй hui; Аньхой anhui; Эр er; Люй lu; Нюйжэнь nuren;
    Цюй qu; Юэ yue; Цзюэ jue; Юн yong; Сюн xiong; Жуй rui; Го guo; До duo; Во wo; У wu; Юй yu; ШАНХАЙ shanghai; Сі xi;
    Цзіньпін jinping; Сяопін xiaoping; Ден deng; Лі li; Шеньчжень shenzhen; Хе he; Ґуандун guangdong; Харбин None;
    Пекин None; Лхаса None; Тибет None; Ланьков None; Зуенко None; Кремль None; Путин puting; ъ None; ъань None;
    Lankov None
"""


def _pairs(table: str) -> list[tuple[str, str]]:
    """The rows ``written reading`` of a table; the reading of what has none, or is its own, is None."""
    return [(written, reading) for written, reading in (row.split() for row in table.split(";"))]


def _letters(word: str) -> str:
    return word.lower().replace("-", "").replace("'", "").replace("ü", "u")


@pytest.mark.parametrize(("written", "pinyin"), _pairs(_WADE_GILES))
def test_wade_giles(written: str, pinyin: str) -> None:
    """Names in Wade-Giles lead to their pinyin by the book first; those that are pinyin, or no names, to nothing."""
    assert (wade_giles(written) or ("None",))[0] == pinyin


@pytest.mark.parametrize(
    ("written", "pinyin"),
    [
        ("Hsiao-ping", "xiaoping"), ("Chin-ping", "jinping"), ("Ko-chiang", "keqiang"), ("Ching-tao", "qingdao"),
        ("Tien-chin", "tianjin"), ("Chung-ching", "chongqing"), ("Tai-pei", "taibei"), ("Ssu-chuan", "sichuan"),
        ("Kung-tzu", "kongzi"), ("Tsai", "cai"), ("Chen", "chen"), ("Yu-hsiang", "yuxiang"),
        ("Hsueh-tung", "xuetong"),
    ],
)  # fmt: skip
def test_lost_signs_are_read(written: str, pinyin: str) -> None:
    """The press drops apostrophes and dots: the name is still among the readings, unless it is the word itself."""
    assert pinyin in (*wade_giles(written), _letters(written))


def test_an_apostrophe_anywhere_decides() -> None:
    """Where one aspirate is marked, the unmarked are none: there is one reading, and no other."""
    assert wade_giles("Ch'ing-tao") == ("qingdao",)
    assert wade_giles("Hsiao-p’ing") == ("xiaoping",)
    assert wade_giles("Hsiao-ping") == ("xiaobing", "xiaoping")


def test_fewest_lost_signs_come_first() -> None:
    """By the book first, then one apostrophe lost, then two."""
    assert wade_giles("Tse-tung") == ("zedong", "zetong", "cedong", "cetong")


@pytest.mark.parametrize("sign", APOSTROPHES)
def test_every_apostrophe_marks_an_aspirate(sign: str) -> None:
    """Whatever a typesetter takes for an apostrophe is one."""
    assert wade_giles(f"Ch{sign}ing-tao") == ("qingdao",)


@pytest.mark.parametrize("word", ["hello", "Lankov", "", "-", "'", "Tse-", "the-end", "Beijing2", "Xi'an", "x" * 41])
def test_other_words_are_no_wade_giles(word: str) -> None:
    """What has a syllable that Chinese has not is not read."""
    assert wade_giles(word) == ()


@pytest.mark.parametrize(("written", "pinyin"), _pairs(_PALLADIUS))
def test_palladius(written: str, pinyin: str) -> None:
    """Chinese names in Russian and Ukrainian papers give their pinyin, and other words nothing."""
    assert str(palladius(written)) == pinyin


def test_palladius_keeps_syllables_apart() -> None:
    """The syllables are those of Chinese: a consonant begins one, a hard sign parts two."""
    assert palladius_syllables("Тяньаньмэнь") == ("tian", "an", "men")
    assert palladius_syllables("Синань") == ("xi", "nan")
    assert palladius_syllables("Чанъань") == ("chang", "an")


def test_every_syllable_returns_from_both_systems() -> None:
    """All syllables of Chinese, about 400, are found again under either of their spellings."""
    syllables = list(chinese._all())
    assert 395 <= len({pinyin for pinyin, _, _ in syllables}) <= 415
    for pinyin, latin, cyrillic in syllables:
        assert pinyin in (*wade_giles(latin), _letters(latin))
        assert palladius(cyrillic) == pinyin


@given(st.lists(st.sampled_from(sorted({row[0] for row in chinese._all()})), min_size=1, max_size=3))
def test_names_of_syllables_return(name: list[str]) -> None:
    """A name written syllable by syllable in either system is read as its pinyin."""
    latin = {row[0]: row[1] for row in chinese._all()}
    cyrillic = {row[0]: row[2] for row in chinese._all()}
    joined = "".join(name)
    compound = "-".join(latin[each] for each in name)
    if "'" in compound:
        assert joined in (*wade_giles(compound), _letters(compound))
    assert palladius("ъ".join(cyrillic[each] for each in name)) == joined


@given(
    st.one_of(
        nasty_text(45), st.text("chksptziueoanghrwêüŭ'’-", max_size=20), st.text("аеиоуэюяцчжшнгйьъ-", max_size=20)
    )
)
def test_any_text_has_plain_readings_or_none(text: str) -> None:
    """Every text can be asked about, and what comes back are small ASCII letters, few and all different."""
    readings = wade_giles(text)
    assert len(set(readings)) == len(readings) <= MOST
    for form in (*readings, palladius(text) or "none"):
        assert form.isascii()
        assert form.isalpha()
        assert form.islower()
    assert "".join(palladius_syllables(text)) == (palladius(text) or "")


@given(st.text("chksptziueoanghrwü'-", max_size=12), st.text("аеиоуэюяцчжшнгйьъі-", max_size=12))
def test_case_does_not_matter(latin: str, cyrillic: str) -> None:
    """Headlines in capitals are read as text in small letters."""
    assert wade_giles(latin.upper()) == wade_giles(latin)
    assert palladius(cyrillic.upper()) == palladius(cyrillic)


def test_signs_are_made_plain() -> None:
    """One apostrophe, one hyphen, no possessive."""
    assert plain_signs("P’ING‑P‘ing’s") == "p'ing-p'ing"


def test_likeliest_words_come_first() -> None:
    """Words are in the order of how far their syllables stand from the first, and no more than asked for."""
    assert likeliest([("a", "b"), ("c", "d", "e")], 9) == ("ac", "ad", "bc", "ae", "bd", "be")
    assert likeliest([("a", "b"), ("c", "d", "e")], 3) == ("ac", "ad", "bc")
    assert likeliest([("a", "ab"), ("bc", "c")], 9) == ("abc", "ac", "abbc")
    assert likeliest([], 9) == ()
    assert likeliest([("a",), ()], 9) == ()


def test_many_readings_are_never_all_made() -> None:
    """Forty syllables of ten readings each are put together at once."""
    start = time.process_time()
    assert len(likeliest([tuple("abcdefghij")] * 40, MOST)) == MOST
    assert time.process_time() - start < 1


@pytest.mark.parametrize("read", [wade_giles, palladius])
@pytest.mark.parametrize("piece", ["ch'", "ch-", "цзы", "ъ", "i", "'s"])
def test_endless_words_take_no_time(read: Callable[[str], object], piece: str) -> None:
    """A megabyte is passed over, and the longest that is read takes no time either."""
    start = time.process_time()
    assert not read(piece * 400_000)
    read((piece * 40)[:40])
    assert time.process_time() - start < 0.5
