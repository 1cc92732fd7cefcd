"""The bytes of a page as text, whatever they say they are.

The order: byte order mark, strict UTF-8, the charset of HTTP, that of the page, a detector (`charset_normalizer`,
loaded only then). UTF-8 comes before what is declared since many pages that declare an older charset were saved as
UTF-8.
Labels mean what they mean to browsers (Encoding Standard, 4.2 "Names and labels").
"""

import re
from typing import NamedTuple

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_LABELS = {
    "gb18030": "gb18030 gb2312 gb_2312 gb_2312-80 gbk x-gbk chinese csgb2312 euc-cn cp936",
    "big5hkscs": "big5 big5-hkscs x-x-big5 cn-big5 csbig5 cp950",
    "cp949": "euc-kr euckr ks_c_5601-1987 ksc5601 ks_c_5601 ksc_5601 korean cp949 windows-949 uhc",
    "cp932": "shift_jis shift-jis sjis x-sjis ms_kanji windows-31j cp932",
    "euc_jp": "euc-jp eucjp x-euc-jp",
    "iso2022_jp": "iso-2022-jp",
    "cp1252": "iso-8859-1 iso8859-1 iso_8859-1 latin1 l1 ascii us-ascii windows-1252 cp1252 x-cp1252",
    "cp1250": "windows-1250 cp1250 x-cp1250",
    "cp1251": "windows-1251 cp1251 x-cp1251 win-1251 win1251",
    "cp1253": "windows-1253 cp1253",
    "cp1254": "iso-8859-9 iso8859-9 latin5 windows-1254 cp1254",
    "cp1255": "windows-1255 cp1255",
    "cp1256": "windows-1256 cp1256",
    "cp1257": "windows-1257 cp1257",
    "cp1258": "windows-1258 cp1258",
    "cp874": "iso-8859-11 tis-620 windows-874 cp874",
    "koi8_r": "koi8-r koi8r koi",
    "koi8_u": "koi8-u koi8-ru",
    "cp866": "ibm866 cp866 866",
    "mac_cyrillic": "x-mac-cyrillic",
    "mac_roman": "macintosh mac x-mac-roman",
    "iso8859_2": "iso-8859-2 latin2",
    "iso8859_3": "iso-8859-3",
    "iso8859_4": "iso-8859-4 latin4",
    "iso8859_5": "iso-8859-5 cyrillic",
    "iso8859_6": "iso-8859-6 arabic",
    "iso8859_7": "iso-8859-7 greek",
    "iso8859_8": "iso-8859-8 iso-8859-8-i hebrew",
    "iso8859_10": "iso-8859-10 latin6",
    "iso8859_13": "iso-8859-13",
    "iso8859_14": "iso-8859-14",
    "iso8859_15": "iso-8859-15 latin9",
    "iso8859_16": "iso-8859-16",
    "utf-8": "utf-8 utf8 unicode-1-1-utf-8",
}
"""Python's codecs and the labels that name them."""

_HEAD = 4096
"""How far into a page its charset is looked for, in bytes (browsers look at 1024)."""
_SAMPLE = 100_000


class Decoded(NamedTuple):
    """A page as text, the codec it was read with, and whether some bytes were unreadable."""

    text: str
    encoding: str
    damaged: bool


def decoded(data: bytes, content_type: str = "") -> Decoded:
    """The text of a page; `content_type` is the HTTP header. Any bytes give some text."""
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return _read(data[len(mark) :], codec)
    if b"\x1b$" in data[:_SAMPLE] or b"\x1b(J" in data[:_SAMPLE]:
        return _read(data, "iso2022_jp")
    try:
        return Decoded(_plain(data.decode("utf-8")), "utf-8", damaged=False)
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":  # cut short within a letter, and right as far as it goes
            return _read(data, "utf-8")
        return _legacy(data, content_type)


def _legacy(data: bytes, content_type: str) -> Decoded:
    utf8 = _read(data, "utf-8")
    bad = utf8.text.count("\ufffd")
    good = sum(not char.isascii() for char in utf8.text[:_SAMPLE]) - bad
    if bad <= max(good // 20, 1) and good > bad:
        return utf8
    said = codec_of(_charset(content_type))
    own = codec_of(_charset(data[:_HEAD].decode("latin-1")))
    # A server that says ISO-8859-1 says nothing: it is what servers say by themselves.
    declared = [own, said] if said == "cp1252" else [said, own]
    for codec in dict.fromkeys(filter(None, declared)):
        found = _read(data, codec)
        if codec != "utf-8" and found.text.count("\ufffd") <= len(found.text) // 200 + 1:
            return found
    return _read(data, _detected(data) or next(filter(None, declared), "cp1252"))


def _charset(text: str) -> str:
    match = re.search(r"(?i)(?:charset|encoding)\s{0,5}=\s{0,5}[\"']?\s{0,5}([\w.:-]{2,40})", text)
    return match[1] if match else ""


def codec_of(label: str) -> str:
    """Python's codec for a charset's label, as browsers understand it; `""` for none and for what is no charset."""
    label = label.lower().strip()
    return next((codec for codec, labels in _LABELS.items() if label in labels.split()), "")


def _detected(data: bytes) -> str:
    """The codec of lines that are not ASCII, as `charset_normalizer` sees it."""
    from charset_normalizer import from_bytes

    lines = [line for line in data[: 20 * _SAMPLE].split(b"\n") if not line.isascii()]
    sample = re.sub(rb"<[^<>]{0,1000}>|[\x00-\x1f]+", b" ", b"\n".join(lines)[:_SAMPLE])
    best = from_bytes(sample).best()
    return best.encoding if best else ""


def _read(data: bytes, codec: str) -> Decoded:
    text = data.decode(codec, "replace")
    return Decoded(_plain(text), codec, damaged="\ufffd" in text)


def _plain(text: str) -> str:
    """Without NUL, at which the parser would stop, and without a byte order mark that was left over."""
    return text.replace("\0", "").lstrip("\ufeff")
