"""A byline in stretches: what is credited to authors, without pictures, editing, translation, dates and addresses."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from quotebank.ingest.page import byline_words as known
from quotebank.ingest.page.byline_pieces import given_names, is_person

LONGEST = 1500
"""The longest byline that is read, in characters: longer ones are prose."""

_LONGEST_CUE = 4
BREAK, PART, SLASH = "|", ";", "/"
"""What stands between segments: a bar, dash or dot (other matters follow), a semicolon (names), a slash (either)."""


class Segment(NamedTuple):
    """A piece of a byline between two signs; `sign` is the one before it."""

    sign: str
    text: str


def plain(text: str) -> str:
    """A text on one line: entities read (twice: pages escape them doubly), controls and invisible characters gone."""
    if "&" in text:
        import html

        text = html.unescape(html.unescape(text))
    if "<" in text:
        text = re.sub(r"<[^<>]{0,300}>", " ", text)
    text = text.strip()
    if not text.isprintable():
        text = re.sub(r"[\n\r\u2028\u2029]+", " | ", text)
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    text = unicodedata.normalize("NFC", text)
    spaced = "".join([" " if char.isspace() else char for char in text if char.isprintable() or _may_stay(char)])
    return " ".join(spaced.split())


def _may_stay(char: str) -> bool:
    """Whether a character that is not printable is white space or a joiner, which Persian and Hindi names need."""
    return char.isspace() or char in "\u200c\u200d"


def segments(text: str) -> Iterator[Segment]:
    """The segments of a plain byline that are credited to its authors, in order."""
    sign, kept, dropped = "", True, 0
    words: list[str] = []
    tokens = _tokens(text)
    place = 0
    while place < len(tokens):
        size, credit = _cue(tokens, place, at_start=not words, dropping=not kept)
        token = tokens[place]
        if size:
            if kept and words:
                yield Segment(sign, " ".join(words))
            sign, kept, words, dropped = (PART if words or not kept else sign), not credit, [], 0
            place += size
            continue
        if token == PART and not kept and not dropped:
            pass  # an element of its own for the label, the next one for the name: Photo: | Jane Doe
        elif token in (BREAK, PART) or (token == SLASH and kept):
            if kept and words:
                yield Segment(sign, " ".join(words))
            sign, kept, words = token, True, []
        else:
            words.append(token)
            dropped += not kept
        place += 1
    if kept and words:
        yield Segment(sign, " ".join(words))


def _tokens(text: str) -> list[str]:
    """Words and signs of a byline, addresses and dates made into breaks."""
    for signs, name in _NOISE:
        if any(sign in text for sign in signs):
            text = _pattern(name).sub(_SIGNS.get(name, " | "), text)
    return _without_dates(text.split())


_DASHES = "-–—―|•●▪■◆►»«→⋅…‒·・~｜"
_NOISE = (
    ("@", "address"), (("http", "www.", "HTTP", "WWW."), "link"), ("@", "user"),
    (("ail", "AIL", "Tel", "TEL", "tel", "witter", "ollow", "FOLLOW"), "label"), ("0123456789", "number"),
    (_DASHES, "break"), (";；", "part"), ("/／", "slash"), (":：՝", "colon"),
)  # fmt: skip
"""What is taken out or made a sign, in order: the signs one of which it has, and the name of its pattern."""
_SIGNS = {"part": " ; ", "slash": " / ", "colon": ": "}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """One of the patterns of `_NOISE`, compiled only for a text that has its signs."""
    dashes = r"\s[-–]{1,3}\s|\s?[—―]+\s?|[|•●▪■◆►»«→⋅…‒]|\s[·・]\s|\s--+|\s~\s|｜|^\s*[-–*]+\s"
    return re.compile({
        "address": r"[^\s@<>(),;|]{1,64}@[^\s@<>(),;|]+\.[^\s@<>(),;|]+",
        "link": r"(?i:https?://|www\.)\S+",
        "user": r"(?<!\w)@\w+",
        "label": r"(?i:\bE-?mail|\bTel|\bTwitter|\bFollow)\b ?[.::]?(?=\s|$)",
        "number": r"\+?\d[\d ()-]{7,}\d",
        "break": dashes,
        "part": r"[;；]",
        "slash": r"\s*//+\s*|\s*[/／]\s*(?=[^\W\d_]{3})|\s+/\s*|(?<=[^\W\d_]{4})/",
        "colon": r"\s*[::՝](?!\d)\s*",
    }[name])  # fmt: skip


def _without_dates(words: list[str]) -> list[str]:
    """Words with each run of figures, and the months, weekdays and hours beside them, made into one break."""
    if not any(any(map(str.isdigit, word)) for word in words):
        return words
    marked = [any(map(str.isdigit, word)) and not any("A" <= char <= "Z" for char in word[:1]) for word in words]
    time_words = _time_words()
    for order in (range(1, len(words)), range(len(words) - 2, -1, -1)):
        step = order.step
        for place in order:
            if marked[place - step] and words[place].lower().strip(".,()") in time_words:
                marked[place] = True
    found: list[str] = []
    for word, gone in zip(words, marked, strict=True):
        if not gone:
            found.append(word)
        elif not found or found[-1] != BREAK:
            found.append(BREAK)
    return found


@cache
def _time_words() -> frozenset[str]:
    """Months, weekdays and words of the clock."""
    from quotebank.model.date_words import MONTHS, MORE_MONTHS, WEEKDAYS

    return known.TIME_WORDS | frozenset(" ".join((*MONTHS, *MORE_MONTHS, WEEKDAYS)).split())


def _cue(tokens: list[str], place: int, *, at_start: bool, dropping: bool) -> tuple[int, bool]:
    """How many words from `place` are a cue, and whether it credits somebody who is no author."""
    for size in range(min(_LONGEST_CUE, len(tokens) - place), 0, -1):
        last = tokens[place + size - 1]
        phrase = " ".join(tokens[place : place + size]).lower()
        colon = last.endswith(":")
        bare = phrase.rstrip(":").lstrip("(").strip()
        if phrase in known.CREDITS or bare in known.CREDITS:
            ambiguous = size == 1 and bare in known.AMBIGUOUS_CREDITS
            if (not ambiguous or colon or (at_start and len(tokens) > place + 1)) and _stands_alone(phrase, colon):
                return size, True
        if bare in known.OPENINGS and (colon or size > 1 or (dropping and phrase in _PLAIN)):
            return size, False
    return 0, False


_PLAIN = frozenset(("by", "von", "par", "por"))


def _stands_alone(phrase: str, colon: bool) -> bool:
    """Whether a phrase that the table holds with a colon has one, and any other may do without."""
    return colon or not (phrase + ":" in known.CREDITS and phrase not in known.CREDITS)


def without_label(text: str) -> str:
    """A segment without a label that nothing is known of (Analysis: Jane Doe)."""
    before, colon, after = text.partition(": ")
    if not colon:
        return text.rstrip(":")
    return after if len(before.split()) <= _LONGEST_CUE else before


def without_opening(text: str) -> str:
    """A segment without "By" and its like; "von" and "di" stay where they belong to a family name."""
    words = _behind_genre(_behind_by(text.split()))
    text = " ".join(words)
    for size in range(min(_LONGEST_CUE, len(words) - 1), 0, -1):
        phrase = " ".join(words[:size]).lower().rstrip(":").strip()
        rest = words[size:]
        if phrase not in known.OPENINGS:
            continue
        if phrase in known.PARTICLE_OPENINGS and not _is_whole_name(rest) and rest[0].lower() not in known.COLLECTIVES:
            return text
        return without_opening(" ".join(rest)) if size > 1 or phrase != "na" else " ".join(rest)
    return text


def _behind_by(words: list[str]) -> list[str]:
    """Words without a kind of text and "by" (Guest essay by Jane Doe); a person's words before it stay."""
    place = next((n for n, word in enumerate(words[1:_LONGEST_CUE], 1) if word in known.BETWEEN), 0)
    if not place or words[0].lower() in given_names() or not _is_whole_name(words[place + 1 :]):
        return words
    before = words[:place]
    return words[place + 1 :] if len(before) == 1 or not is_person(before) else words


def _behind_genre(words: list[str]) -> list[str]:
    """Words without the kind of a text and "by" before a whole name: Un reportaj de Jane Doe."""
    place = int(words[0].lower() in known.OF_GENRES) if words else 0
    rest = words[place + 2 :]
    if not rest or words[place].lower() not in known.GENRES or words[place + 1].lower() not in known.OF_GENRES:
        return words
    return rest if _is_whole_name(rest) and is_person(rest[:2]) else words


def _is_whole_name(words: list[str]) -> bool:
    """Whether what follows "von" is a name of its own: a capital and two words before any comma."""
    first = " ".join(words).partition(",")[0].split()
    job = bool(words) and words[0].lower() in known.MODIFIERS
    return len(first) > 1 and (words[0][:1].isupper() or job)
