"""Bylines that no mark-up tells: lines under the headline, datelines, signatures at the end."""

# ruff: noqa: PLR2004 -- the numbers count the words and characters of names

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from quotebank.ingest.page import byline_words as known
from quotebank.ingest.page.byline_cleaning import names_of
from quotebank.ingest.page.byline_credits import plain, segments, without_opening
from quotebank.ingest.page.byline_east import is_eastern, is_guest, lead_signature
from quotebank.ingest.page.byline_page import Lines, is_long
from quotebank.ingest.page.byline_pieces import House, compared, is_agency, is_job, is_likely_person, is_place
from quotebank.model import name_words
from quotebank.model.names import Name

_LINES_ABOVE, _LINES_BELOW, _LAST_LINES, _PARAGRAPHS = 4, 12, 4, 2
_LONGEST_LINE, _LONGEST_EASTERN, _HEAD = 220, 60, 120
_JUST_BELOW, _FAR, _LEAST_PROSE = 3, 9, 80
_MOST_OTHER_WORDS, _MOST_WORDS = 2, 5
_WRITTEN = ("reporting by ", "writing by ", "words by ", "story by ", "text by ")
_BEHIND = (" Von ", " By ", " Par ", " Por ", " Di ", " Door ", " Av ", " Af ", " Od ")
_LEAD = 60
_CASELESS = 20
"""What a line of two words loses that no capitals mark as a name and whose first word is no known given name."""
_ADDRESSED, _CAPTION = 8, 40
"""What an address behind a name adds, and what a sentence before it takes: that is a picture's line."""


class Told(NamedTuple):
    """A byline that a text tells: its words, the reason, how sure (0 to 100), its names."""

    text: str
    source: str
    confidence: int
    names: tuple[Name, ...]


def told_bylines(lines: Lines, house: House) -> Iterator[Told]:
    """The bylines in an article's text: around the headline, in the first paragraphs, at the end."""
    texts = lines.texts
    first, above = lines.headline, _LINES_ABOVE
    paragraph = _first_paragraph(texts)
    if not first or paragraph - first > _FAR:  # no headline, or one far above that names the paper
        first, above = paragraph, _LINES_ABOVE
    top = range(max(0, first - above), min(len(texts), first + _LINES_BELOW))
    yield from _at_the_top(lines, top, first, house)
    for place in range(max(first, len(texts) - _LAST_LINES), len(texts)):
        if place not in top or len(texts) - place <= 2:
            yield from _line(texts[place], house, 60, under=False)
            yield from _signature(texts, place, house)
    for place in sorted(lines.signed):
        if place > first and _is_prose_line(texts, place - 1) and not _is_paragraph(texts, place + 1):
            yield from _signed(texts[place], house)


def _has_capitals(text: str) -> bool:
    return any(char.isupper() for char in text)


def _at_the_top(lines: Lines, top: range, first: int, house: House) -> Iterator[Told]:
    """The bylines around the headline and in the first paragraphs."""
    paragraphs = 0
    for place in top:
        text = _with_value(lines.texts, place)
        if place >= first:
            paragraphs += is_long(text)
            yield from _dateline(text, house)
            if paragraphs <= _PARAGRAPHS and text[-1:] in "）)":
                yield from _told(text[-_HEAD:], "signature of the lead", 66, names_of([lead_signature(text)], house))
        if place != lines.title and paragraphs <= _PARAGRAPHS:
            yield from _line(text, house, 62 if paragraphs else 72, under=0 <= place - first < _JUST_BELOW)
            if not paragraphs and place + 1 < len(lines.texts) and is_job(lines.texts[place + 1].split()):
                yield from _signed(text, house, 62)
            if -1 <= place - first < _JUST_BELOW and not paragraphs and place in lines.signed:
                yield from _signed(text, house, 52)
            if -1 <= place - first <= _JUST_BELOW and not paragraphs:
                yield from _beside_date(lines.texts, place, house)


def _with_value(texts: list[str], place: int) -> str:
    """A line, with the next one where it is a label only: Author: | Jane Doe."""
    text = texts[place]
    following = texts[place + 1] if text.endswith((":", "：")) and place + 1 < len(texts) else ""
    return f"{text} {following}" if 0 < len(following) <= _LONGEST_EASTERN else text


def _first_paragraph(texts: list[str]) -> int:
    """Where the text of a page without a headline begins: its first two lines of prose together."""
    return next((n for n in range(len(texts) - 1) if _is_prose_line(texts, n) and _is_prose_line(texts, n + 1)), 0)


def _is_paragraph(texts: list[str], place: int) -> bool:
    return place < len(texts) and (len(texts[place]) > _HEAD or is_long(texts[place]))


def _is_prose_line(texts: list[str], place: int) -> bool:
    return 0 <= place < len(texts) and (len(texts[place]) > _LEAST_PROSE or is_long(texts[place]))


def _line(line: str, house: House, confidence: int, *, under: bool) -> Iterator[Told]:
    """A line that is a byline: it opens like one, or is a known given name and a family name under the headline."""
    if confidence > _LEAD and len(line) <= 2 * _LONGEST_LINE:
        yield from _behind_lead(line, house)
    if len(line) > _LONGEST_LINE:
        return
    text = plain(line)
    if text[:1] in "(（" and text[-1:] in ")）":
        text = text[1:-1].strip()
    if is_eastern(text):
        yield from _eastern_line(line, text, house, confidence)
        return
    if any(map(str.isdigit, text)):
        yield from _dated(line, text, house, confidence)
    yield from _writing(line, text, house)
    opened = without_opening(text)
    labelled = _is_labelled(text)
    if opened != text or labelled or text.lower().startswith(_WRITTEN):
        names = names_of([text], house)
        if (labelled or not _is_prose(opened)) and all(_is_whole(name) for name in names):
            sure = confidence if labelled or _opens_surely(text) or _any_given(names) else confidence - 22
            yield from _told(line, "byline in the text", sure, names)
    elif under and is_likely_person(_first_stretch(text)) and not _is_prose(text):
        yield from _told(line, "line under the headline", confidence - 24, names_of([text], house))


def _eastern_line(line: str, text: str, house: House, confidence: int) -> Iterator[Told]:
    if confidence > _LEAD and is_guest(text):
        yield from _told(line, "byline in the text", 66, names_of([text], house))
    if len(text) <= _LONGEST_EASTERN and "。" not in text and _east_mark().search(text):
        caption = re.search(r"[.。]\s?[/／]", text) is not None
        sure = confidence + _ADDRESSED * ("@" in text) - _CAPTION * caption
        yield from _told(line, "byline in the text", sure, names_of([text], house))


def _is_labelled(text: str) -> bool:
    """Whether a text, or what stands behind a bar in it, begins with a byline's label: Source: X | Author: Jane Doe."""
    parts = re.split(r"[|•·]", text.replace("՝", ":")) if ":" in text or "՝" in text else ()
    return any(part.partition(":")[0].lower().strip() in known.OPENINGS for part in parts if ":" in part)


def _writing(line: str, text: str, house: House) -> Iterator[Told]:
    """A name with nothing but "writes" behind it."""
    if not any(word in known.WRITES for word in text.lower().split()):
        return
    words = next((part.text for part in segments(text)), "").rstrip(" .:").split()
    if 2 < len(words) <= _MOST_WORDS and words[-1].lower() in known.WRITES:
        names = names_of([" ".join(words[:-1])], house)
        if len(names) == 1 and _is_whole(names[0]) and len(names[0].display.split()) == len(words) - 1:
            yield Told(line, "byline in the text", 72, names)


def _first_stretch(text: str) -> str:
    """A text up to the first sign that ends a name: a comma, a bar, a slash, a figure, a bracket."""
    end = next((place for place, char in enumerate(text) if char in ",|•·/(" or char.isdecimal()), len(text))
    return " ".join(text[:end].split())


def _behind_lead(line: str, house: House) -> Iterator[Told]:
    """A byline behind the last sentence of a lead: ... and nobody knows why. Von Jane Doe."""
    if not any(word in line[-80:] for word in _BEHIND):
        return
    found = re.search(r"[.?!…»”“]\s((?:Von|By|Par|Por|Di|Door|Av|Af|Od) [^.,;:?!]{5,50})\.?$", line[-80:])
    if found:
        names = names_of([found[1]], house)
        if names and all(map(_is_whole, names)) and not _is_prose(without_opening(found[1])):
            yield Told(found[1], "byline behind the lead", 64, names)


def _dated(line: str, text: str, house: House, confidence: int) -> Iterator[Told]:
    """A byline on the line of the date: behind it with an opening, or a name that is all the line has beside it."""
    parts = [segment.text for segment in segments(text)]
    opened = [part for part in parts if part != text and without_opening(part) != part and not _is_prose(part)]
    for part in opened:
        names = names_of([part], house)
        if all(_is_whole(name) for name in names):
            yield from _told(line, "byline in the text", confidence if _any_given(names) else confidence - 8, names)
    if not opened and len(parts) == 1 and _year_or_hour().search(text):
        yield from _signed(parts[0], house, 46)


@cache
def _year_or_hour() -> re.Pattern[str]:
    return re.compile(r"(?<!\d)\d{4}(?!\d)|\d{1,2}:\d\d")


def _told(line: str, source: str, confidence: int, names: tuple[Name, ...]) -> Iterator[Told]:
    if names:
        yield Told(line[:_LONGEST_LINE], source, confidence, names)


@cache
def _east_mark() -> re.Pattern[str]:
    """What shows that a line with East Asian letters is a byline."""
    return re.compile(
        r"记者|記者|기자|특파원|논설위원|作者|撰文|撰稿|采写|編集委員|論説委員|特派員|支局長"
        r"|^文[・と]写真|^写真[・と]文|^文\s?[/／:：|｜]|^글\s|문학평론|글쓴이|通讯员|^【[^】]{2,20}】$"
    )


def _is_prose(text: str) -> bool:
    """Whether a text is a sentence: it has several small words that no byline has."""
    if text.rstrip().endswith(("?", "!")):
        return True
    small = [word.strip(".,;:()") for word in text.split() if word[:1].islower()]
    other = [word for word in small if not _is_byline_word(word) and "@" not in word]
    return len(other) > _MOST_OTHER_WORDS * (not text.endswith("."))


def _is_byline_word(word: str) -> bool:
    return (
        word in known.ROLES or word in known.MODIFIERS or word in known.ANDS or word in known.TAILS
        or word in name_words.PARTICLES or word in name_words.BOUND_PARTICLES or word in known.OPENINGS
        or word in known.TIME_WORDS or word in known.CREDITS
    )  # fmt: skip


def _is_whole(name: Name) -> bool:
    """Whether a name in a text is more than one word, or an institution's."""
    return bool(name.literal or name.given) or len(name.display.split()) > 1


def _any_given(names: tuple[Name, ...]) -> bool:
    return any(is_likely_person(name.display) for name in names) or any(
        is_agency(name.literal.lower()) for name in names
    )


def _opens_surely(text: str) -> bool:
    """Whether the first word opens bylines and hardly anything else."""
    return text.partition(" ")[0].lower() in (
        "by",
        "كتب",
        "كتبت",
        "بقلم",
        "автор",
        "oleh",
        "מאת",
        "โดย",
        "yazan",
        "γράφει",
    )


def _dateline(line: str, house: House) -> Iterator[Told]:
    """The reporters and the agency in a paragraph's first words: (记者张三), MOSCOW (Reuters) -, /ТАСС/."""
    head = plain(line[:_HEAD])
    if is_eastern(head):
        yield from _eastern_dateline(head, house)
    if "—" in head or "–" in head:
        yield from _reporters(head, house)
    figures = any(map(str.isdecimal, head))
    dashed = any(dash in head for dash in "-–—")
    for place, able in enumerate(("(" in head, "/" in head, dashed and figures, figures, dashed, dashed)):
        found = _dateline_pattern(place).match(head) if able else None
        if found and is_agency(found[1].lower().strip(" .")):
            yield from _told(found[0], "dateline", 56, names_of([found[1]], house))
            return


def _reporters(head: str, house: House) -> Iterator[Told]:
    """The reporters behind the paper or agency of a dateline: САМАРА, 7 июн — Агентство, Иван Иванов."""
    found = re.match(
        r"[^—–\n]{2,40}\d[^—–\n]{0,16}\s[—–]\s([^,.—–]{2,40}), ([^.,\d—–]{5,40}(?:, [^.,\d—–]{5,40})?)\.", head
    )
    if not found or not (is_agency(found[1].lower()) or compared(found[1]) in house.names):
        return
    names = names_of([found[2]], house)
    if names and all(map(_is_whole, names)) and not _is_prose(found[2]):
        yield Told(found[0], "dateline with reporters", 70, names)


def _eastern_dateline(head: str, house: House) -> Iterator[Told]:
    found = re.match(r"[\[(（【][^\])）】]{1,30}[\])）】]\s*([^=\].。]{2,40}(?:기자|특파원))\s*(?:=|-|\s)", head)
    found = found or re.match(
        r"[^\])）】.。]{0,40}?[\[(（〔【]((?:[^()（）]{0,12})(?:记者|記者|특파원|通讯员)"
        r"[^()（）\]】〕]{1,40})[\])）〕】]",
        head,
    )
    found = found or re.match(r"[【\[][^】\]＝=]{1,12}[＝=](\S{2,12}?)[】\]]", head)
    if found:
        yield from _told(found[0], "byline in the text", 74, names_of([found[1]], house))
        return
    agency = re.match(
        r"[\[(（【][^\])）】]{0,20}?(?:[=＝\s])?([^\s=＝\])）】]{2,8})[\])）】]"
        r"|(新华社|新華社|中新社|中央社)\S{0,15}[电電]",
        head,
    )
    if agency and is_agency((agency[1] or agency[2]).lower()):
        yield from _told(agency[0], "dateline", 56, names_of([agency[1] or agency[2]], house))


@cache
def _dateline_pattern(place: int) -> re.Pattern[str]:
    """Places, dates and agencies before a report's first sentence; compiled one by one, most texts need none."""
    return re.compile((
        r"[^()\n]{0,70}?\(([^()\d]{2,40})\)\s*(?:[-–—:.]|$|\w)",
        r"[^/\n]{2,60}?\s/([^/\d]{2,30})/",
        r"[^\n]{2,50}?\d[^\n]{0,20}?\s?[-–—]\s?([^\n\d.,–—-]{2,30}?)\.?\s?[-–—.,]",
        r"[^\W\d_][^\n.–—]{1,40}?[,.]\s?\d[^\n–—]{0,14}?[.,]\s([^\W\d_][^\n.–—-]{1,28})\s?[-–—.]",
        r"([^\W\d_]{2,14})\s?[-–—]\s",
        r"[^\W\d_]{2,24}\s?[-–—,/]\s?([^\W\d_]{2,12})\s?[-–—]\s",
    )[place])  # fmt: skip


def _beside_date(texts: list[str], place: int, house: House) -> Iterator[Told]:
    """A line that is nothing but a name, next to one with the date."""
    line = plain(texts[place])
    beside = [texts[n] for n in (place - 1, place + 1) if 0 <= n < len(texts) and not is_long(texts[n])]
    if any(_year_or_hour().search(text) for text in beside):
        yield from _signed(line, house, 46)


def _beside(text: str) -> str:
    """What stands behind a dash or before a colon in a short line, where a place may."""
    before, colon, _ = text.partition(":")
    return (before if colon else re.split(r"\s[-–—]\s", text)[-1]).strip().lower()


def _signed(line: str, house: House, confidence: int = 58) -> Iterator[Told]:
    """A line that is nothing but the names of one or two people, set apart from the text."""
    text = plain(line)
    if text.endswith(":"):  # the heading of a list
        return
    names = names_of([text], house) if len(text) <= _LONGEST_EASTERN else ()
    words = sum(len(name.display.split()) for name in names)
    plain_names = all(name.family and _is_whole(name) for name in names)
    if names and len(names) <= 2 and plain_names and len(text.split()) - words <= 2 and not is_eastern(text):
        if not _has_capitals(text) and not _any_given(names) and not is_place(_beside(text)):
            confidence -= _CASELESS
        source = "signature" if confidence > 50 else "line beside the date"
        yield Told(line, source, confidence + 6 * any(is_likely_person(name.display) for name in names), names)


def _signature(texts: list[str], place: int, house: House) -> Iterator[Told]:
    """A name behind a dash, or in brackets at the end; initials only on the last line."""
    line, last = texts[place], place == len(texts) - 1
    text = plain(line)
    if not is_long(line) and place and not is_long(texts[place - 1]):
        return
    found = text[:1] in tuple("|-–—") and re.match(r"\|\s*([^|]{3,80})$|[-–—]{1,3}\s*(.{3,80})$", text)
    if found:
        names = names_of([(found[1] or found[2])], house)
        if names and all(_is_whole(name) for name in names) and not _is_prose(found[1] or found[2]):
            yield Told(line, "signature", 56, names)
        return
    found = text.rstrip(" .。")[-1:] in tuple(")）】〕") and re.search(
        r"[(（【〔]([^()（）【】〔〕]{2,60})[)）】〕]\s*[.。]?$", text
    )
    if found and (last or is_eastern(found[1])):
        yield from _bracketed(found[1], line, house)
    elif last and len(text.split()) <= 3 and is_likely_person(text.strip(" .")):
        yield from _told(line, "signature", 48, names_of([text], house))


def _bracketed(text: str, line: str, house: House) -> Iterator[Told]:
    """What brackets at the end sign with: a name, an agency, initials."""
    if is_eastern(text):
        if _east_mark().search(text) or (len(text) <= 6 and line.rstrip().endswith(("】", "】。"))):
            yield from _told(line[-_HEAD:], "signature", 62, names_of([text], house))
        return
    parts = re.split(r"[/,]", text)
    agencies = [part.strip() for part in parts if is_agency(part.strip().lower())]
    if agencies:
        yield from _told(text, "signature", 42, names_of(["; ".join(agencies)], house))
    elif is_likely_person(text) and not _is_prose(text):
        yield from _told(text, "signature", 54, names_of([text], house))
    elif re.fullmatch(r"[^\W\d_]{2,3}|(?:[^\W\d_]\. ?){2,3}", text):
        yield Told(text, "initials", 22, (Name(literal=text),))
