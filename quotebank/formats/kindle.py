"""Kindle's "My Clippings.txt": highlights become direct quotes of books, and notes go with them.

The file has no specification. An entry is a line with the title and, in brackets, the author; a line in the language
of the device that says what it is, where and when; an empty line; the text; ten equals signs. The device only ever
adds: a highlight that was made longer stands there twice, a note that was mended too.

The place is a page where the book has pages, else a Kindle location, for which CSL 1.0.2 has the label ``elocation``
("loc. 1234"). Both are kept as printed under ``kindle``.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import NamedTuple

from quotebank.formats.parsed import MOST_RAW, Parsed
from quotebank.formats.text_source import Shelf, authors_of, decode_text, utc_time
from quotebank.model.articles import Article
from quotebank.model.quotes import Locator, Quote

_LONGEST_LINE = 400
"""Characters of the second line that are looked at."""

_COMPARED = 8
"""How many highlights before it, in the order of their places, one is compared with."""

_SHARED = 40
"""Characters at one end that two states of a highlight have in common."""

_KINDS = {
    "bookmark": """
    bookmark lesezeichen signet marcador marcapáginas segnalibro bladwijzer закладка 书签 書籤 ブックマーク 북마크
    책갈피
    """,
    "note": "note notiz nota notitie opmerking aantekening заметка примечание 笔记 筆記 注释 メモ 메모 노트",
    "highlight": """
    highlight clip clipping underline asterisk circle markierung ausschnitt surlignement surlignage extrait coupure
    subrayado resaltado recorte destaque evidenziazione ritaglio markering knipsel отрывок выделение вырезка 标注 標註
    剪切 剪贴 ハイライト クリップ 하이라이트 클립
    """,
}
"""What an entry is, in the languages of the device; the kind named first wins."""

_PAGE = "page seite página pagina страница странице стр"
_LOCATION = """
    location loc position emplacement posición posição posizione locatie местоположение местоположении место месте
    позиция позиции 位置 ロケーション 위치
    """
_LIMIT = "limit limite límite limiet grenze höchstgrenze предел лимит ограничение 上限 限制 制限 한도 제한"
"""Words of the sentence in angle brackets that stands where a publisher lets no more be copied."""

_NOBODY = frozenset((
    "unknown", "unknown author", "unbekannt", "unbekannter autor", "inconnu", "inconnu(e)", "auteur inconnu",
    "desconocido", "desconhecido", "sconosciuto", "onbekend", "неизвестный", "неизвестный автор", "未知", "佚名",
    "不明", "알 수 없음",
))  # fmt: skip


class _Entry(NamedTuple):
    """One entry: the line of its title, the two lines that say what it is, and its text."""

    line: int
    title: str
    what: str
    text: str
    raw: str


class _Place(NamedTuple):
    """Where in a book, as numbers to compare: `scale` is ``loc`` or ``page``, ``""`` when no place is known."""

    scale: str
    start: int
    end: int


@dataclass(slots=True)
class _Highlight:
    """A highlight under way: its quote, and the notes found at its place."""

    quote: Quote
    place: _Place
    line: int
    raw: str
    notes: list[str] = field(default_factory=list)
    is_older: bool = False


def looks_like(start: bytes) -> bool:
    """Whether the first bytes of a file are an entry of this kind."""
    entry = next(_entries(decode_text(start).text + "\n\n"), None)
    if entry is None or not _kind(entry.what) or _where(entry.what)[1] is None:
        return False
    return len(_bars(entry.what)) > 1 and not "".join(entry.raw.split("\n")[2:3]).strip()


def read(data: bytes) -> Parsed:
    """The books and their quotes; entries that are none are problems with their line. Raises nothing."""
    source = decode_text(data)
    shelf = Shelf(source.problems)
    books: dict[str, _Book] = {}
    for entry in _entries(source.text):
        kind = _kind(entry.what)
        if not kind:
            shelf.problem(entry.line, "not an entry of a Kindle in a language known here", entry.raw)
        elif kind != "bookmark":
            name = entry.title.strip()
            if name not in books:
                books[name] = _Book(entry.title)
            books[name].take(entry, kind, shelf)
    last = [one for book in books.values() for one in book.last_states(shelf)]
    for one in sorted(last, key=lambda one: one.line):
        shelf.quote(replace(one.quote, note="\n\n".join(one.notes)) if one.notes else one.quote)
    return shelf.parsed()


def _entries(text: str) -> Iterator[_Entry]:
    """The entries of a file; an empty one is passed over."""
    lines: list[str] = []
    first = 1
    for number, line in enumerate((*text.split("\n"), "=" * 10), 1):
        line = line.replace("\ufeff", "")  # noqa: PLW2901 -- each start of the device writes a mark anew
        if len(line) < 80 and line.strip() == "=" * 10:  # noqa: PLR2004
            if lines:
                yield _entry(first, lines)
            lines = []
        elif lines or line.strip():
            if not lines:
                first = number
            lines.append(line)


def _entry(first: int, lines: list[str]) -> _Entry:
    what = lines[1][:_LONGEST_LINE] if len(lines) > 1 else ""
    if not what.lstrip().startswith(("-", "–", "—")):
        what = ""
    return _Entry(first, lines[0], what, "\n".join(lines[2:]).strip(), "\n".join(lines[:20])[:MOST_RAW])


class _Book:
    """The highlights and notes of one book, in the order of the file."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._article = ""
        self._highlights: list[_Highlight] = []
        self._notes: list[_Highlight] = []

    def take(self, entry: _Entry, kind: str, shelf: Shelf) -> None:
        """One more entry, a highlight or a note."""
        text, told = _unlimited(entry.text)
        if told:
            shelf.problem(entry.line, told, entry.raw, mended=True)
        if not text:
            if not told:
                shelf.problem(entry.line, f"a {kind} without text; left out", entry.raw, mended=True)
            return
        self._article = self._article or shelf.article(_book(self._title))
        place, locator, extra = _where(entry.what)
        told = _bars(entry.what)[-1].strip()
        added = utc_time(told)
        if not added and len(_bars(entry.what)) > 1:
            extra["added"] = told
        quote = Quote(
            article=self._article,
            kind="direct" if kind == "highlight" else "comment",
            text=text,
            locator=locator,
            added=added,
            extra={"kindle": extra} if extra else {},
        )
        (self._highlights if kind == "highlight" else self._notes).append(
            _Highlight(quote, place, entry.line, entry.raw)
        )

    def last_states(self, shelf: Shelf) -> list[_Highlight]:
        """Highlights as they were left, with the notes at their places, and the notes that are at none."""
        self._find_older(shelf)
        kept = [highlight for highlight in self._highlights if not highlight.is_older]
        return kept + self._place_notes(kept)

    def _find_older(self, shelf: Shelf) -> None:
        """Mark of two states of a highlight the shorter one; of equally long ones the earlier."""
        order = sorted(self._highlights, key=lambda one: (one.place, one.line))
        near: list[_Highlight] = []
        for one in order:
            near = [other for other in near if not other.is_older and _overlap(other.place, one.place)][-_COMPARED:]
            for other in near:
                if _is_same(other, one):
                    older, newer = _in_age(other, one)
                    older.is_older = True
                    if older.quote.text != newer.quote.text:
                        told = f"an earlier state of the highlight on line {newer.line}; left out"
                        shelf.problem(older.line, told, older.raw, mended=True)
                    if one.is_older:
                        break
            near.append(one)

    def _place_notes(self, kept: list[_Highlight]) -> list[_Highlight]:
        """Give each note to the highlight at its place; those left over, of which an edited one is there once."""
        order = sorted(kept, key=lambda one: (one.place, one.line))
        starts = [(one.place.scale, one.place.start) for one in order]
        alone: dict[_Place, _Highlight] = {}
        for note in self._notes:
            place = bisect_right(starts, (note.place.scale, note.place.end))
            near = [one for one in order[max(0, place - _COMPARED) : place] if _overlap(one.place, note.place)]
            if near and note.place.scale:
                ends = [one for one in near if one.place.end == note.place.end]
                _add((ends or near)[-1].notes, note.quote.text)
            elif note.place.scale and note.place in alone:
                _add(alone[note.place].notes, note.quote.text)
            else:
                alone[note.place if note.place.scale else _Place("", -note.line, 0)] = note
                note.notes.append(note.quote.text)
        return [
            replace(note, quote=replace(note.quote, text="\n\n".join(note.notes)), notes=[]) for note in alone.values()
        ]


def _add(notes: list[str], text: str) -> None:
    """One more note at a place; the last one is replaced by what begins like it."""
    last = notes[-1] if notes else ""
    if last and (text.startswith(last) or last.startswith(text)):
        notes[-1] = max(last, text, key=len)
    else:
        notes.append(text)


def _overlap(one: _Place, two: _Place) -> bool:
    return one.scale == two.scale and one.start <= two.end and two.start <= one.end


def _is_same(first: _Highlight, second: _Highlight) -> bool:
    """Whether two at one place are states of one highlight: one text within the other, or with a common end."""
    one, two = first.quote.text, second.quote.text
    if not first.place.scale or one == two:
        return one == two
    if one in two or two in one:
        return True
    long = min(len(one), len(two)) >= _SHARED
    return long and (one[:_SHARED] == two[:_SHARED] or one[-_SHARED:] == two[-_SHARED:])


def _in_age(one: _Highlight, two: _Highlight) -> tuple[_Highlight, _Highlight]:
    older, newer = sorted((one, two), key=lambda each: (len(each.quote.text), each.line))
    return older, newer


def _book(line: str) -> Article:
    """The book of an entry's first line: a title, and the author in the last brackets.

    A book without an author has two spaces at the end of the line instead, and brackets are of its title.
    """
    title, author = line.strip(), ""
    if title.endswith(")") and not line.endswith("  "):
        start = _opening(title)
        author = title[start + 1 : -1].strip() if start >= 0 else ""
        if start > 0 and title[:start].strip():
            title = title[:start].strip()
        else:
            author = ""
    return Article(type="book", title=title, authors=() if author.lower() in _NOBODY else authors_of(author))


def _opening(title: str) -> int:
    """Where the bracket opens that the last character closes; -1 when none does."""
    depth = 0
    for place in range(len(title) - 1, -1, -1):
        depth += (title[place] == ")") - (title[place] == "(")
        if not depth:
            return place
    return -1


def _kind(what: str) -> str:
    """``highlight``, ``note`` or ``bookmark``; ``""`` for a line that says none of them."""
    head = _head(what)
    return next((kind for kind in _KINDS if _word(_KINDS[kind]).search(head)), "")


def _where(what: str) -> tuple[_Place, Locator | None, dict[str, object]]:
    """Where in the book: to compare, to cite, and as printed what is not cited."""
    head = _head(what)
    location = _location().search(head)
    page = _page().search(head)
    shown = _range(*(part for part in page.groups() if part)) if page else ""
    locator = Locator("page", shown) if shown else None
    if location is None:
        return _Place(f"page {shown}" if shown else "", 0, 0), locator, {}
    first, last = location.groups()
    printed = _range(first, last or first)
    start, _, end = printed.partition("-")
    place = _Place("loc", int(start), max(int(start), int(end or start)))
    return (place, locator, {"location": printed}) if locator else (place, Locator("elocation", printed), {})


def _head(what: str) -> str:
    """The line without the time at its end, in small letters."""
    return (what.removesuffix(_bars(what)[-1]) or what).lower()


def _bars(what: str) -> list[str]:
    return re.split(r"[|｜]", what)


def _range(first: str, last: str = "") -> str:
    """``1234-1236`` of ``1234-36`` too, one number where both are the same."""
    if len(last) < len(first) and (first + last).isdecimal():
        last = first[: len(first) - len(last)] + last
    return first if last in ("", first) else f"{first}-{last}"


def _unlimited(text: str) -> tuple[str, str]:
    """A text without the sentence of its publisher's limit at its end, and what is to be told of it."""
    if not text.endswith((">", "＞")):
        return text, ""
    start = max(text.rfind("<"), text.rfind("＜"))
    if start < 0 or not _word(_LIMIT).search(text[start:].lower()):
        return text, ""
    kept = text[:start].rstrip()
    return (
        kept,
        "cut short by its publisher's clipping limit" if kept else "its publisher's clipping limit left no text",
    )


@cache
def _word(words: str) -> re.Pattern[str]:
    """Any of the words: whole where words are parted by spaces, anywhere in a Chinese, Japanese or Korean line."""
    return re.compile(rf"(?:{_choice(words)})")


@cache
def _location() -> re.Pattern[str]:
    return re.compile(rf"(?:{_choice(_LOCATION)})\.?\s?(?:n[or]\.?\s?)?#?\s?(\d+)(?:{_TO}(\d+))?")


@cache
def _page() -> re.Pattern[str]:
    number = r"(\d+|[ivxlc]+)"
    return re.compile(
        rf"(?:{_choice(_PAGE)})\.?\s{number}(?:{_TO}{number})?(?!\w)|(\d+)(?:{_TO}(\d+))?\s?(?:页|頁|ページ|페이지)"
    )


_TO = r"\s?(?:-|–|t/m|bis)\s?"


def _choice(words: str) -> str:
    whole: list[str] = []
    parts: list[str] = []
    for word in sorted(words.split(), key=len, reverse=True):
        (parts if word > "\u2e80" else whole).append(re.escape(word))
    return "|".join((rf"(?<!\w)(?:{'|'.join(whole)})(?!\w)", *parts))
