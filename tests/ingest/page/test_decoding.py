"""Bytes to text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.ingest.page.decoding import codec_of, decoded

RUSSIAN = "Совет сказал, что план гавани не изменится и деньги будут. " * 8
SAMPLES = {
    "windows-1251": RUSSIAN,
    "koi8-r": RUSSIAN,
    "iso-8859-2": "Rada powiedziała, że plan portu się nie zmieni, ponieważ środki będą później. " * 8,
    "windows-1254": "Belediye liman planını değiştirmeyeceğini, paranın ise geleceğini söyledi. " * 8,
    "gb2312": "市议会星期二表示不会改变港口计划，资金将按时到位。" * 8,
    "big5": "市議會星期二表示不會改變港口計劃，資金將按時到位。" * 8,
    "euc-kr": "시의회는 화요일 항만 계획을 바꾸지 않겠다고 밝혔다. " * 8,
    "shift_jis": "市議会は火曜日、港の計画を変更しないと述べた。" * 8,
    "euc-jp": "市議会は火曜日、港の計画を変更しないと述べた。" * 8,
    "windows-1256": "قال المجلس إن خطة الميناء لن تتغير وإن المال سيكون جاهزا. " * 8,
    "iso-8859-7": "Το συμβούλιο είπε ότι το σχέδιο για το λιμάνι δεν αλλάζει. " * 8,
}


@pytest.mark.parametrize("label", SAMPLES)
def test_charset_of_the_page(label: str) -> None:
    """A charset declared in a meta element is taken as browsers take it."""
    text = f'<meta charset="{label}"><p>{SAMPLES[label]}</p>'
    codec = {"gb2312": "gb18030", "euc-kr": "cp949", "shift_jis": "cp932"}.get(label, label)
    assert decoded(text.encode(codec)).text == text


@pytest.mark.parametrize("label", SAMPLES)
def test_charset_of_the_header(label: str) -> None:
    """A charset told only by the HTTP header is taken."""
    data = f"<p>{SAMPLES[label]}</p>".encode(label)
    assert SAMPLES[label] in decoded(data, f"text/html; Charset={label.upper()}").text


@pytest.mark.parametrize("label", ["windows-1251", "koi8-r", "big5", "shift_jis", "windows-1256"])
def test_undeclared_charset_is_detected(label: str) -> None:
    """A charset that nothing declares is found by what the text looks like."""
    assert SAMPLES[label][:40] in decoded(f"<html><p>{SAMPLES[label]}</p>\n".encode(label)).text


def test_utf8_comes_before_what_is_declared() -> None:
    """A page of UTF-8 that says windows-1251 in header and meta (a tool saved it) is UTF-8."""
    text = f'<meta charset="windows-1251"><p>{RUSSIAN}</p>'
    assert decoded(text.encode(), "text/html; charset=windows-1251") == (text, "utf-8", False)


def test_a_server_that_says_latin1_says_nothing() -> None:
    """ISO-8859-1 in the header yields to the page's own charset."""
    text = f'<meta charset="windows-1251"><p>{RUSSIAN}</p>'
    assert decoded(text.encode("cp1251"), "text/html; charset=ISO-8859-1").text == text


def test_latin1_is_windows_1252() -> None:
    """Quotation marks and the euro sign of pages that say ISO-8859-1 are those of windows-1252 (Encoding Standard)."""
    text = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>« l’œuvre » à 5 €…</p>'
    assert decoded(text.encode("cp1252")).text == text


def test_gbk_signs_in_gb2312() -> None:
    """A page that says GB2312 may hold signs of its successors: names have them."""
    text = '<meta charset="gb2312"><p>记者李堃、镕报道，市议会表示不会改变计划。</p>'
    assert decoded(text.encode("gb18030")).text == text


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16"])
def test_byte_order_marks(codec: str) -> None:
    """A byte order mark decides, whatever is declared, and is no part of the text."""
    text = f'<meta charset="koi8-r"><p>{RUSSIAN}</p>'
    assert decoded(text.encode(codec), "text/html; charset=big5").text == text


def test_a_page_cut_within_a_letter() -> None:
    """UTF-8 cut short stays UTF-8 and is reported as damaged."""
    found = decoded(f"<p>{RUSSIAN}".encode()[:-2] + "е".encode()[:1], "text/html; charset=windows-1251")
    assert found.encoding == "utf-8"
    assert found.damaged
    assert found.text.startswith("<p>Совет")


def test_iso_2022_jp_is_ascii_and_yet_not() -> None:
    """Japanese in seven bits is told by its escape sequences."""
    assert decoded("<p>市議会は火曜日</p>".encode("iso2022_jp")).text == "<p>市議会は火曜日</p>"


@pytest.mark.parametrize("label", ["", "rot13", "base64", "idna", "punycode", "unicode_escape", "undefined", "x" * 50])
def test_what_is_no_charset(label: str) -> None:
    """Codecs of Python that are no charsets are not taken from a page."""
    assert codec_of(label) == ""


def test_nul_is_dropped() -> None:
    """A NUL, at which the parser would stop, goes."""
    assert decoded(b"<p>a\0b</p>").text == "<p>ab</p>"


@given(st.binary(max_size=400), st.text(max_size=40))
def test_any_bytes_give_text(data: bytes, header: str) -> None:
    """Whatever the bytes and the header, there is a text, and it can be written."""
    decoded(data, header).text.encode()
