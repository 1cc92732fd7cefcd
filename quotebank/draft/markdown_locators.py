"""The place that the words behind a citation name: of ``, p. 12`` page 12, of ``, Kap. 3`` chapter 3."""

import re
from functools import cache

_PAGES = "pages?|pp?|pgs?|S|Seiten?|Sp|págs?|páginas?|pagg?|сс?|стр|страниц[аы]|С|Стр"
_PLACES = (
    r"chapters?|chap|chaps|chs?|Kapitel|Kap|chapitres?|cap|гл|глава|sections?|sec|secs|sect|Abschnitt|Abschn|разд|раздел|"
    r"paragraphs?|paras?|par|Abs|Absatz|абз|volumes?|vols?|Bände|Band|Bde?|tomes?|t|т|том|numbers?|nos?|Nr|№|n°|nº|"
    r"issues?|folios?|fols?|ff?|fo|лл?|figures?|figs?|Abb|рис|tables?|tabs?|Tabelle|табл|lines?|ll?|Zeilen?|Z|notes?|"
    r"nn?|Anm|прим|verses?|vv?|parts?|pts?|Teil|ч|часть|books?|bks?|columns?|cols?|opus|op|act|appendix|app|article|"
    r"arts?|ст|equation|eq|scene|rule|r|title|tit|supplement|supp|version|sub verbo|s\.v|s\.vv"
)
_ROMAN = (
    r"(?=[ivxlc]|[IVXLC])"
    r"(?:c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})|C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))(?!\w)"
)
_NUMBER = rf"(?:\(?(?:[^\W\d_]{{1,3}}[.\-]?)?\d[\w.:/]*+\)?|\(?{_ROMAN}\)?)"
_NUMBERS = rf"{_NUMBER}(?:[ ]?(?:[,&–—‒‑]|--?-?|and|und|et|и)[ ]?{_NUMBER})*+"


def locator_in(suffix: str, *, bare: bool = False) -> str:
    """The place named at the beginning of a suffix, ``""`` for none.

    Pages are given without their word, other places as written; so is whatever stands in braces (pandoc manual,
    "Locators"). A number without a word (a Roman one has two letters) is a page behind a comma, or at the beginning
    when `bare`. White space in `suffix` is single spaces.
    """
    rest = suffix.replace("\N{NO-BREAK SPACE}", " ").lstrip(" ")
    comma = rest.startswith(",")
    rest = rest.lstrip(", ")
    if rest.startswith("{"):
        braced, _, _ = rest[1:].partition("}")
        return _place(braced.strip()) or braced.strip()
    return _place(rest) or (_number(rest) if comma or bare else "")


def _place(text: str) -> str:
    if found := _page_place().match(text):
        return _trimmed(found[1] or found[2] or found[3])
    if found := _other_place().match(text):
        return _trimmed(found[0])
    return ""


def _number(text: str) -> str:
    found = _bare_number().match(text)
    return _trimmed(found[0]) if found else ""


def _trimmed(text: str) -> str:
    text = text.rstrip(".:/ ")
    return text.removesuffix(")") if text.count(")") > text.count("(") else text


@cache
def _page_place() -> "re.Pattern[str]":
    return re.compile(rf"(?:{_PAGES})(?:\.[ ]?|[ ])({_NUMBERS})|(?:p|pp|S|с|С)({_NUMBERS})|第?[ ]?(\d+)[ ]?[页頁쪽面]")


@cache
def _other_place() -> "re.Pattern[str]":
    return re.compile(rf"(?:(?:{_PLACES})(?:\.[ ]?|[ ])|[§¶]{{1,2}}[ ]?|№[ ]?|n[°º][ ]?){_NUMBERS}", re.IGNORECASE)


@cache
def _bare_number() -> "re.Pattern[str]":
    return re.compile(rf"(?=\(?(?:\d|[ivxlc]{{2}})){_NUMBERS}")
