"""Citation keys by a writer's own pattern, in the spelling JabRef made known: ``[auth:lower][year][veryshorttitle]``.

Markers stand in square brackets, modifiers behind colons; everything else is copied (JabRef documentation, "Customize
the citation key generator"). What a key cannot hold is folded to ASCII or dropped.

===================  =============================================  ==========================
marker               gives                                          of Lankov and Kim, 2021
===================  =============================================  ==========================
auth, authN          the first author's family name (N letters)     Lankov, Lan
authors, authorsN    all family names (the first N, then EtAl)      LankovKim
authEtAl             one, two, or the first and EtAl                LankovKim
authorLast           the last author's family name                  Kim
year, shortyear      the year, its last two figures                 2021, 21
month, day           their numbers                                  11, 11
title                the title's words                              TheCoiningOfKimjongunism
shorttitle           its first three telling words                  coiningkimjongunism
veryshorttitle       its first telling word                         coining
camel                its telling words                              CoiningKimjongunism
journal, outlet      where it appeared                              ValdaiClub
keywordN             the Nth tag                                    juche
entrytype            its CSL type                                   webpage
===================  =============================================  ==========================

Modifiers: ``lower``, ``upper``, ``abbr`` (first letters), ``truncateN``, ``(text)`` for what is missing.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from quotebank.errors import BadInput
from quotebank.model.articles import Article
from quotebank.model.keys import key_names, outlet_name, title_words
from quotebank.text.folding import base

_MARKER = re.compile(r"\[([^\[\]]*)\]")
_SHORT_TITLE = 3


def patterned_key(article: Article, pattern: str) -> str:
    """The key that a pattern makes of an article, ``""`` if nothing; raises `BadInput` for a pattern that is none."""
    if "[" not in pattern or pattern.count("[") != pattern.count("]"):
        raise BadInput(f"key pattern {pattern!r}: no marker in square brackets", _hint())
    made = _MARKER.sub(lambda match: _marker(article, match[1]), pattern)
    return re.sub(r"[^A-Za-z0-9_.:+-]", "", made).strip("_.:+-")


def _marker(article: Article, text: str) -> str:
    name, *modifiers = text.split(":")
    found = re.fullmatch(r"([A-Za-z]+?)(\d*)", name)
    known = _MARKERS.get(found[1].lower()) if found else None
    if known is None or found is None:
        raise BadInput(f"key pattern: [{text}] is no marker", _hint())
    words = known(article, int(found[2] or 0))
    for modifier in modifiers:
        words = _modified(words, modifier)
    return "".join(words)


def _modified(words: list[str], modifier: str) -> list[str]:
    if modifier.startswith("(") and modifier.endswith(")"):
        return words if any(words) else [modifier[1:-1]]
    if modifier == "lower":
        return [word.lower() for word in words]
    if modifier == "upper":
        return [word.upper() for word in words]
    if modifier == "abbr":
        return [word[:1] for word in words]
    size = modifier.removeprefix("truncate")
    if size != modifier and size.isdecimal():
        return ["".join(words)[: int(size)]]
    raise BadInput(f"key pattern: {modifier!r} is no modifier", "use lower, upper, abbr, truncateN or (text)")


def _capital(text: str) -> str:
    folded = base(text)
    return folded[:1].upper() + folded[1:]


def _families(article: Article) -> list[str]:
    return [_capital(name) for name in key_names(article) if name] or [_capital(outlet_name(article))]


def _cut(words: Sequence[str], size: int) -> list[str]:
    return ["".join(words)[:size]] if size else list(words)


def _authors(article: Article, most: int) -> list[str]:
    families = _families(article)
    return [*families[:most], "EtAl"] if most and len(families) > most else families


def _et_al(article: Article, _: int) -> list[str]:
    families = _families(article)
    return families if len(families) <= 2 else [families[0], "EtAl"]  # noqa: PLR2004


def _date_part(part: str, size: int) -> Callable[[Article, int], list[str]]:
    def give(article: Article, _: int) -> list[str]:
        value = getattr(article.date, part) if article.date else None
        return [] if value is None else [f"{value:0{size}}"]

    return give


def _year(article: Article, _: int) -> list[str]:
    return _date_part("year", 4)(article, 0) or ["nd"]


def _titles(telling: bool, most: int, shape: Callable[[str], str]) -> Callable[[Article, int], list[str]]:
    def give(article: Article, _: int) -> list[str]:
        words = title_words(article, telling=telling)
        return [shape(word) for word in (words[:most] if most else words)]

    return give


def _tag(article: Article, number: int) -> list[str]:
    tags = article.tags[max(0, number - 1) :]
    return [base(tags[0])] if tags else []


_MARKERS: Mapping[str, Callable[[Article, int], list[str]]] = {
    "auth": lambda article, size: _cut(_families(article)[:1], size),
    "authors": _authors,
    "authetal": _et_al,
    "authorlast": lambda article, _: _families(article)[-1:],
    "year": _year,
    "shortyear": lambda article, _: [year[-2:] for year in _year(article, 0)],
    "month": _date_part("month", 2),
    "day": _date_part("day", 2),
    "title": _titles(telling=False, most=0, shape=_capital),
    "shorttitle": _titles(telling=True, most=_SHORT_TITLE, shape=base),
    "veryshorttitle": _titles(telling=True, most=1, shape=base),
    "camel": _titles(telling=True, most=0, shape=_capital),
    "journal": lambda article, size: _cut([_capital(word) for word in article.outlet.split()], size),
    "outlet": lambda article, size: _cut([_capital(word) for word in article.outlet.split()], size),
    "keyword": _tag,
    "entrytype": lambda article, _: [article.type.replace("_", "-")],
}


def _hint() -> str:
    return "write it like [auth:lower][year][veryshorttitle]; markers are " + ", ".join(_MARKERS)
