"""What names outlets and people without being a source: picture credits, mastheads, imprints, datelines, speech."""

import re

from quotebank.ingest.digest.units import Row

_HEAD = 200
"""Up to how many characters a block may be a masthead."""

_CREDIT = re.compile(
    r"""
    .{0,160}©
    | \W{0,3}(?: photos? | images? | pictures? | photographs? | illustrations? | fotos? | bild(?:er|nachweis)?
      | titelbild | titelfoto | crédits? | снимок | фото | иллюстрация ) \b [^.:]{0,40} :
    | .{0,160} \( (?: photo\ credit | фото | foto | crédit ) \b
    """,
    re.IGNORECASE | re.VERBOSE,
)

_MASTHEAD = re.compile(
    r"""
    \W{0,3}(?: editors? | edited\ by | compiled\ by | prepared\ by | by\ the | par | rédaction | préparée?\ par
      | herausgeber | redaktion | zusammenstellung | zusammengestellt | выпускающий | подготовил[аи]? | составил[аи]?
      | составитель | редактор | ответственн\w+ | to\ (?:un)?subscribe | contact | kontakt | отписаться | подписаться
      | с\ уважением | zum\ weiterlesen | bestellung | see\ also | read\ also | lire\ aussi ) \b
    """,
    re.IGNORECASE | re.VERBOSE,
)

_MAKERS = re.compile(
    r"\b(?:Redaktion|Herausgeber(?:in)?|Editors?|Выпускающ\w+|Редактор|Rédaction|Zusammenstellung|Titelfoto|Фото)\s*:"
)

_PUBLISHER = re.compile(
    r"\b(?:Press|Editions|Éditions|Verlag|Publishers|Publishing|Books|издательство|Изд)\b", re.IGNORECASE
)
_EXTENT = re.compile(r"\d+\s?(?:pp?|S|p|с|Seiten|pages)\b\.?$|(?:[£$€]\s?\d)|\d\s?(?:€|euros?)$")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d$")
_PICTURE_BRACKET = re.compile(r"[NCK][/-][OK](?:/[OK])?")
_DATELINE = re.compile(r"[KCPD,]{1,8}\(O\)-")


def is_apart(text: str) -> bool:
    """Whether a block is a picture's credit or says who made the digest."""
    return _CREDIT.match(text) is not None or (len(text) < _HEAD and _MASTHEAD.match(text) is not None)


def names_makers(text: str) -> bool:
    """Whether a short block names the digest's makers anywhere: ``... | Redaktion: ...``."""
    return len(text) < _HEAD and _MAKERS.search(text) is not None


def is_dateline(row: Row) -> bool:
    """Whether a block begins with the dateline of a news agency: ``AMMAN, March 21 (UPI) --``."""
    return _DATELINE.match(row.tags) is not None


def is_picture_credit(row: Row, first: int, last: int) -> bool:
    """Whether a bracket credits a picture: a person, a slash or dash, an agency."""
    return _PICTURE_BRACKET.fullmatch(row.tags, first, last) is not None


def is_imprint(row: Row, opening: int, first: int, last: int) -> bool:
    """Whether a bracket gives a book's publisher or price: after a title, with a year or a number of pages."""
    text = row.text[row.units[first].start : row.units[last - 1].end]
    if _EXTENT.search(text) or _PUBLISHER.search(text):
        return True
    return row.tags[opening - 1 : opening] in ("Y", "T") and _YEAR.search(text) is not None


def spoken(row: Row) -> list[tuple[int, int]]:
    """The stretches of units that are direct speech: longer quotations, and a block that never closes one."""
    marks = [n for n, tag in enumerate(row.tags) if tag == '"']
    if marks == [0]:
        return [(0, len(row.tags))]
    return [(a, b) for a, b in zip(marks[::2], marks[1::2], strict=False) if b - a > 5]  # noqa: PLR2004 -- a name is shorter
