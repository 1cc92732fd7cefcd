"""The language of an article."""

import pytest

from quotebank.ingest.page.languages import tag_of
from tests.ingest.page.make import PARAGRAPHS, html, meta, read

TEXTS = {
    "de": "Der Rat sagte am Dienstag, dass er den Plan für den Hafen nicht ändern werde und das Geld da sein wird.",
    "fr": "Le conseil a dit mardi que le plan du port ne sera pas modifié et que les moyens sont là pour le faire.",
    "ru": "Совет сказал во вторник, что план гавани не изменится и что деньги для этого будут, как и было обещано.",
    "uk": "Рада сказала у вівторок, що план гавані не зміниться і що гроші для цього будуть, як це було обіцяно.",
    "ja": "市議会は火曜日、港の計画を変更しないと述べた。資金は必要な時までに用意されるという。市民の声も聞くとした。",
    "ko": "시의회는 화요일 항만 계획을 바꾸지 않겠다고 밝혔다. 필요한 자금은 제때 마련될 것이라고 덧붙였다.",
    "zh": "市议会星期二表示，不会改变港口计划，资金将按时到位。市民的意见也会被听取，下一次会议定于星期五举行。",
    "el": "Το συμβούλιο είπε την Τρίτη ότι το σχέδιο για το λιμάνι δεν θα αλλάξει και ότι τα χρήματα θα υπάρχουν.",
    "ar": "قال المجلس يوم الثلاثاء إن خطة الميناء لن تتغير وإن المال سيكون جاهزا في الوقت الذي يحتاج فيه إلى ذلك.",
    "fa": "شورا روز سه‌شنبه گفت که برنامه بندر را تغییر نخواهد داد و پول برای این کار تا آن زمان آماده خواهد بود.",
    "tr": "Belediye salı günü liman planının değişmeyeceğini ve bu iş için gereken paranın da hazır olacağını söyledi.",
    "sw": "Baraza lilisema Jumanne kuwa mpango wa bandari hautabadilika na kwamba fedha za kazi hiyo zitakuwa tayari.",
    "vi": "Hội đồng cho biết hôm thứ Ba rằng kế hoạch của cảng sẽ không thay đổi và tiền cho việc này đã có.",
}


def language(lang: str, text: str, head: str = "") -> tuple[str, str]:
    """The language read from a page that declares `lang`, and where it is from."""
    page = read(
        html(f"<title>{text[:40]}</title>{head}", f"<h1>{text[:40]}</h1>", lang=lang, prose=f"<p>{text}</p>" * 4)
    )
    return page.article.language, str(page.article.provenance.get("language", ""))


@pytest.mark.parametrize("code", TEXTS)
def test_declared_and_borne_out(code: str) -> None:
    """A declared language that the text bears out is taken as declared, surely."""
    found, source = language(code, TEXTS[code])
    assert found == code
    assert source == "html lang (97 %)"


@pytest.mark.parametrize("code", TEXTS)
def test_undeclared_or_wrong(code: str) -> None:
    """A language that nothing declares, or that is declared wrongly, is told by the text."""
    assert language("", TEXTS[code])[0] == code
    assert language("en-US" if code != "fr" else "de", TEXTS[code])[0] == code


@pytest.mark.parametrize(
    ("declared", "code", "tag"),
    [
        ("kr", "ko", "ko"),
        ("uk_UA", "uk", "uk-UA"),
        ("JP", "ja", "ja"),
        ("zh-hant-tw", "zh", "zh-Hant-TW"),
        ("DE-at", "de", "de-AT"),
    ],
)
def test_tags_as_pages_write_them(declared: str, code: str, tag: str) -> None:
    """Codes of countries for languages, underscores and capitals become BCP 47 tags; a region stays."""
    assert language(declared, TEXTS[code])[0] == tag


def test_a_meta_element_helps() -> None:
    """og:locale is heard where the html element is silent, and passed over where it is wrong."""
    assert language("", TEXTS["de"], meta(og__locale="de_CH"))[0] == "de-CH"
    assert language("", TEXTS["ru"], meta(og__locale="uk_UA"))[0] == "ru"


@pytest.mark.parametrize("text", ["utf-8", "", "english", "x", "1", "-", "de_", "en--"])
def test_what_is_no_tag(text: str) -> None:
    """Charsets, names and rubbish are no tags; what begins as one is read as far as it goes."""
    assert tag_of(text) in ("", "de", "en")


def test_a_page_without_words() -> None:
    """A page that says nothing has the language it declares, with less confidence, or none."""
    assert read(html("<title>4711</title>", "<h1>4711</h1>", lang="de", prose="")).article.language == "de"
    assert read("<html><title>4711</title><p>1 2 3").article.language == ""


def test_noise_has_no_language() -> None:
    """A long text that is not made of words is not given a language."""
    assert read(f"<html><title>x</title><p>{'q1w2e3 ' * 300}</p>").article.language == ""
    assert read(html(prose=PARAGRAPHS)).article.language == "en"
