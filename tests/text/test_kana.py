"""Kana come out as the press's Hepburn, without marks for length."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.text.kana import is_kana, romanized
from tests.model.strategies import nasty_text

_NAMES = """
    さっぽろ sapporo; とうきょう tokyo; おおさか osaka; きょうと kyoto; なごや nagoya; よこはま yokohama; こうべ kobe;
    ふくおか fukuoka; ひろしま hiroshima; ながさき nagasaki; ふくしま fukushima; せんだい sendai; ちば chiba;
    にいがた niigata; ほっかいどう hokkaido; きゅうしゅう kyushu; しこく shikoku; おきなわ okinawa; ぐんま gunma;
    しずおか shizuoka; とっとり tottori; ひょうご hyogo; ぎふ gifu; しんじゅく shinjuku; つくば tsukuba;
    ほんしゅう honshu; べっぷ beppu; にっこう nikko; しんぶん shinbun; あさひ asahi; よみうり yomiuri;
    まいにち mainichi; シンゾー shinzo; きしだ kishida; ふみお fumio; じゅんいちろう junichiro; こいずみ koizumi;
    よしひで yoshihide; いしば ishiba; さとう sato; いとう ito; すずき suzuki; わたなべ watanabe; おおの ono;
    ゆうき yuki; りょうへい ryohei; しょうじ shoji; いっちょう itcho; マッチ matchi; はっしゃ hassha; ざっし zasshi;
    みっつ mittsu; いすゞ isuzu; こゝろ kokoro; ミスヾ misuzu; たゞし tadashi; さゝき sasaki; づつ zutsu;
    はなぢ hanaji; ゐど ido; ゑびす ebisu; をがわ ogawa; プーチン puchin; メドヴェージェフ medovejefu;
    ゼレンスキー zerensuki; キーウ kiu; モスクワ mosukuwa; トランプ toranpu; バイデン baiden; マクロン makuron;
    メルケル merukeru; ジョンソン jonson; ベトナム betonamu; ヴェトナム vetonamu; ウクライナ ukuraina; ロシア roshia;
    ソウル soru; ピョンヤン pyonyan; シャンハイ shanhai; ペキン pekin; ワシントン washinton; ニューヨーク nyuyoku;
    フィリピン firipin; ファーウェイ fawei; ウィーン win; ジェームズ jemuzu; チェチェン chechen; シェル sheru;
    ティム timu; ディズニー dizuni; トゥルク turuku; ドゥーマ duma; フョードル fyodoru; ツァーリ tsari; グァム gwamu;
    クォーター kwota; ニェット nyetto; デュマ dyuma; テュルク tyuruku; ヴィクトル vikutoru;
    ヴュルツブルク vyurutsuburuku; イェール yeru; スィ si; ズィ zi; フォード fodo; クヮ kwa; ヷ va; ゟ yori; ヿ koto;
    ヶ ke; ヵ ka; ねぇ ne; あぁ a; ゎ wa
"""
_KANA = (
    "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほ"
    "まみむめもやゆよらりるれろわをんっゃゅょぁぃぅぇぉーゝゞ"
)


@pytest.mark.parametrize(("written", "letters"), [tuple(row.split()) for row in _NAMES.split(";")])
def test_names(written: str, letters: str) -> None:
    """Names and loanwords in kana are read as Hepburn, long vowels short."""
    assert romanized(written) == letters


@pytest.mark.parametrize(
    "written", ["", "っ", "ー", "ーー", "っー", "ゝ", "ヾ", "abc", "東京", "・", "\u3099", "ㇰ", "🏯"]
)
def test_what_has_no_sound_gives_nothing(written: str) -> None:
    """Marks alone, and signs of other scripts, give no letters and no error."""
    assert romanized(written) == ""


@pytest.mark.parametrize(
    ("written", "letters"),
    [
        ("っあ", "a"),
        ("んゃ", "nya"),
        ("ゃ", "ya"),
        ("っゃ", "ya"),
        ("ァ", "a"),
        ("かx", "ka"),
        ("かー゛", "ka"),
        ("んっ", "n"),
    ],
)
def test_misplaced_signs_still_sound(written: str, letters: str) -> None:
    """Small letters and っ where no word has them do no harm to their neighbours."""
    assert romanized(written) == letters


@given(st.text(_KANA, max_size=12))
def test_katakana_is_read_like_hiragana(run: str) -> None:
    """The two alphabets spell the same sounds."""
    katakana = "".join(chr(ord(char) + 0x60) if "ぁ" <= char <= "ゞ" and char != "ー" else char for char in run)
    assert romanized(katakana) == romanized(run)


@given(st.text(_KANA, max_size=12))
def test_a_length_mark_changes_nothing(run: str) -> None:
    """The length mark behind a run is not heard."""
    assert romanized(run + "ー") == romanized(run)


@given(st.one_of(nasty_text(30), st.text(_KANA + "ヴヷァィゥェォャュョヮ゛゜", max_size=14)))
def test_any_text_gives_plain_letters(text: str) -> None:
    """Every text can be read, and what comes back are small ASCII letters, at most seven a character."""
    letters = romanized(text)
    assert not letters or (letters.isascii() and letters.isalpha() and letters.islower())
    assert len(letters) <= 7 * len(text)


@given(st.characters())
def test_kana_are_told_from_other_letters(char: str) -> None:
    """Only characters of the two Japanese blocks are kana, and whatever gives letters is one."""
    assert not is_kana(char) or "\u3040" <= char <= "\u30ff"
    assert is_kana(char) or not romanized(char)


@pytest.mark.parametrize("char", "ぁゖんゝゞゟァヺーヽヾヿヴっッ")
def test_first_and_last_kana_are_kana(char: str) -> None:
    """The borders of the blocks, the marks and the digraphs are kana."""
    assert is_kana(char)


@pytest.mark.parametrize("char", ["", "a", "東", "・", "゛", "゠", "가", "\u3040", "ｱ", "я"])
def test_other_characters_are_no_kana(char: str) -> None:
    """Dots, loose sound marks, halfwidth forms and other scripts are not."""
    assert not is_kana(char)


@pytest.mark.parametrize("piece", ["あっ", "ャゝ", "ゃ", "うゝ", "きょゞ", "おう", "っ", "a"])
def test_time_and_length_grow_with_the_text(piece: str) -> None:
    """A hundred thousand signs are read in a straight line: no mark repeats a heap of small letters."""
    start = time.process_time()
    letters = romanized(piece * 50_000)
    assert time.process_time() - start < 1
    assert len(letters) <= 7 * 100_000
