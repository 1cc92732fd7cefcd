"""What the readers of reading apps share: a file's bytes as text, times as UTC, and each source once.

Such a file has a line for each highlight and repeats the book or page it is from; a `Shelf` keeps that once and lets
its quotes point to it.
"""

import re
from collections.abc import Hashable
from contextlib import suppress
from dataclasses import replace
from functools import cache, lru_cache

from quotebank.errors import BadInput
from quotebank.formats.bib_source import Source, decode_source
from quotebank.formats.parsed import MOST_RAW, Parsed, Problem, place_of
from quotebank.model.articles import Article
from quotebank.model.dates import PartialDate
from quotebank.model.names import Name
from quotebank.model.quotes import LOCATORS, Locator, Quote
from quotebank.text.addresses import archived, cleaned

LONGEST_TIME = 200
"""The longest text that may say a time or a place, in characters."""

_LOOKED_AT = 4096
_SECONDS, _MILLISECONDS = range(9, 11), range(12, 14)
_NOON = 12


def decode_text(data: bytes) -> Source:
    """The text of a file, lines ending in LF, without byte-order mark and NUL; raises nothing.

    UTF-8 stays as it is; what is UTF-16 or an encoding of the time before is told as in `decode_source`.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return decode_source(data)
    if "\x00" not in text:
        return Source(_in_lines(text))
    if data[:_LOOKED_AT].count(0) > len(data[:_LOOKED_AT]) // 4:
        return decode_source(data)
    told = Problem(text.count("\n", 0, text.index("\x00")) + 1, "NUL characters in the file; left out", mended=True)
    return Source(_in_lines(text.replace("\x00", "")), (told,))


def _in_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


class Shelf:
    """Records as they are read: articles each once, quotes pointing to them by their place, and problems."""

    def __init__(self, problems: tuple[Problem, ...] = ()) -> None:
        self._articles: list[Article] = []
        self._quotes: list[Quote] = []
        self._problems = list(problems)
        self._places: dict[Hashable, int] = {}

    def article(self, article: Article, identity: Hashable = None) -> str:
        """Its place (see `place_of`); of articles with one `identity` the first is kept, and what it lacks filled in.

        Without an identity it is one of its own.
        """
        place = self._places.get(identity) if identity is not None else None
        if place is None:
            place = len(self._articles)
            self._articles.append(article)
            if identity is not None:
                self._places[identity] = place
        elif article != self._articles[place]:
            self._articles[place] = _filled(self._articles[place], article)
        return place_of(place)

    def quote(self, quote: Quote) -> None:
        """One more quote."""
        self._quotes.append(quote)

    def problem(self, line: int, message: str, raw: str = "", *, mended: bool = False) -> None:
        """Note what is wrong with the entry at `line`."""
        self._problems.append(Problem(line, message, raw[:MOST_RAW], mended=mended))

    def parsed(self) -> Parsed:
        """All of it, the articles first, problems by their lines."""
        return Parsed((*self._articles, *self._quotes), sorted(self._problems, key=lambda problem: problem.line))


_FILLED = ("title", "authors", "outlet", "date", "url", "language", "publisher", "note")


def _filled(article: Article, other: Article) -> Article:
    """`article` with what only `other` says, and the tags of both."""
    lacking = {name: getattr(other, name) for name in _FILLED if not getattr(article, name) and getattr(other, name)}
    if set(other.tags) - set(article.tags):
        lacking["tags"] = tuple(dict.fromkeys((*article.tags, *other.tags)))
    return replace(article, **lacking) if lacking else article


@lru_cache(maxsize=512)
def authors_of(text: str) -> tuple[Name, ...]:
    """The people of a list of names; one that cannot be taken apart stays whole, and an e-mail address is nobody."""
    from quotebank.model.name_reading import read_names

    text = " ".join(text.split())
    if not text or ("@" in text and " " not in text):
        return ()
    try:
        return read_names(text)
    except BadInput:
        return (Name(literal=text),)


def addressed(article: Article, url: str, copy: str = "") -> Article:
    """The article with its address, and an archive's `copy`; where `url` is itself a copy, with the original's."""
    found = archived(url)
    if found and found.original and not copy:
        url, copy = found.original, url
        if found.taken and not article.archive_date:
            article = replace(article, archive_date=PartialDate(found.taken))
    return replace(article, url=cleaned(url), archive_url=copy)


def tags_of(text: str, *, own: bool = False) -> tuple[str, ...]:
    """The tags of a cell, parted by semicolons, else bars, else commas, or a list in JSON."""
    if text.startswith("["):
        from json import loads

        try:
            text = ";".join(str(tag) for tag in loads(text))
        except (ValueError, TypeError, RecursionError):
            text = text.strip("[]")
    mark = next((mark for mark in ";|" if mark in text), ";" if own else ",")
    return tuple(dict.fromkeys(tag for part in text.split(mark) if (tag := part.strip())))


def locator_of(text: str) -> Locator | None:
    """A place in words (``p. 12``, ``para 3-4``, ``12:30``) or a bare page; None for anything else."""
    found = _place().fullmatch(text.strip()) if len(text) <= LONGEST_TIME else None
    if found is None:
        return None
    word, value = found[1].lower().rstrip("."), found[2].strip()
    if ":" in value:
        return Locator("timestamp", value)
    label = next((label for label, words in _PLACES.items() if word in words), word if word in LOCATORS else "page")
    return Locator(label, value)


_PLACES = {
    "page": ("p", "pp", "pg", "pages", "s", "seite", "seiten", "стр", "с", "pág", "pag", "página", "pagina", "页",
             "頁"),
    "paragraph": ("para", "paras", "par", "¶", "abs", "absatz", "абз", "абзац", "alinéa"),
    "section": ("sec", "sect", "§", "§§", "abschnitt", "раздел"),
    "chapter": ("ch", "chap", "kap", "kapitel", "гл", "глава", "cap", "chapitre"),
    "elocation": ("loc", "location", "position", "emplacement"),
    "line": ("l", "lines", "z", "zeile"), "volume": ("vol", "bd", "band"), "column": ("col", "sp", "spalte"),
    "timestamp": ("at", "time"),
}  # fmt: skip
"""Words before a place, by the label of the locator they mean."""


@cache
def _place() -> re.Pattern[str]:
    words = "|".join(sorted((re.escape(word) for words in (*_PLACES.values(), LOCATORS) for word in words),
                            key=len, reverse=True))  # fmt: skip
    value = r"\d[\d:]*[a-z]?(?:\s?[-–—,]\s?\d[\d:]*[a-z]?)*|[ivxlc]+(?:[-–—][ivxlc]+)?"
    return re.compile(rf"((?:(?:{words})\b\.?|[¶§]{{1,2}})?)\s?({value})", re.IGNORECASE)


def utc_time(text: str) -> str:
    """The time that a text says, as ``2021-11-30T09:00:00Z``; ``""`` when it does not say one to the minute.

    ISO 8601, seconds since 1970, or a date and a time in words, as Kindle writes them in a dozen languages. A time
    without a zone is taken for UTC: what zone a reading device was in, no app notes.
    """
    text = text.strip()
    if not text or len(text) > LONGEST_TIME:
        return ""
    if text.isascii() and text.isdigit():
        return _since_1970(int(text) // (1000 if len(text) in _MILLISECONDS else 1)) if len(text) > 8 else ""  # noqa: PLR2004
    return _iso(text) or _in_words(text)


def _since_1970(seconds: int) -> str:
    from datetime import UTC, datetime

    if len(str(seconds)) not in _SECONDS:
        return ""
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%dT%H:%M:%SZ}"


def _iso(text: str) -> str:
    from datetime import UTC, datetime

    if ":" not in text or not text[:4].isdigit():
        return ""
    try:
        time = datetime.fromisoformat(text)
        time = time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
    except (ValueError, OverflowError):
        return ""
    return f"{time.replace(tzinfo=None, microsecond=0).isoformat()}Z"


def _in_words(text: str) -> str:
    clock = _clock().search(text)
    day = day_in_words(text)
    if clock is None or not day:
        return ""
    early, hours, minutes, seconds, late = clock.groups()
    hour = int(hours)
    half = (early or late or "").lower()
    if half and hour <= _NOON:
        is_afternoon = half[0] == "p" or half in ("下午", "午後", "오후")
        hour = hour % _NOON + (_NOON if is_afternoon else 0)
    return _iso(f"{day}T{hour:02}:{minutes}:{seconds or '00'}")


def day_in_words(text: str) -> str:
    """The day that stands somewhere in a line, as ``2021-11-30``; ``""`` for none."""
    for pattern, order in _days():
        for match in pattern.finditer(text[:LONGEST_TIME]):
            shown = " ".join(match[group] for group in order)
            if len(match[order[-1]]) == 2:  # noqa: PLR2004 -- the first Kindles wrote two figures of the year
                shown = f"{shown[:-2]}20{shown[-2:]}"
            if day := _day(shown):
                return day
    return ""


@lru_cache(maxsize=512)
def _day(text: str) -> str:
    """The EDTF day of a date, ``""`` for anything else; kept, as many highlights are made on one day."""
    with suppress(BadInput):
        date = PartialDate.parse(text)
        if date is not None and date.day and not date.is_interval:
            return date.text
    return ""


@cache
def _days() -> tuple[tuple[re.Pattern[str], tuple[int, ...]], ...]:
    """Patterns of days, and the order in which their groups say day, month and year."""
    month, year = r"([^\W\d_]{2,20})", r"(\d{4}|\d{2}(?=\s+\d{1,2}:))(?!\d)"
    day = r"(?<!\d)(\d{1,2})"
    return (
        (re.compile(r"(\d{4} ?[年년] ?\d{1,2} ?[月월] ?\d{1,2} ?[日일])"), (1,)),
        (re.compile(rf"{day}(?:\.|st|nd|rd|th)?\s+(?:de\s+|of\s+)?{month}[.,]{{0,2}}\s+(?:de\s+)?{year}"), (1, 2, 3)),
        (re.compile(rf"{month}\.?\s+{day},?\s+{year}"), (2, 1, 3)),
        (re.compile(r"(?<!\d)(\d{4}[-/.]\d{2}[-/.]\d{2}|\d{1,2}\.\d{1,2}\.\d{4})(?!\d)"), (1,)),
    )


@cache
def _clock() -> re.Pattern[str]:
    """Hours and minutes, with the half of the day before or after them."""
    return re.compile(
        r"(上午|下午|午前|午後|오전|오후)?\s*(?<![\d:])(\d{1,2}):(\d{2})(?::(\d{2}))?(?![\d:])\s*([AaPp]\.?\s?[Mm]\b)?"
    )
