"""A digest parted into blocks: paragraphs, headings, list items, rules and boilerplate, each with its offsets.

Plain text comes in two shapes. In the one each line is a paragraph; in the other lines are wrapped at a margin, and
blank lines or indented first lines part the paragraphs. Which one it is, is measured once for the whole text (see
`right_margin`). All work is linear in the length of the text.
"""

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from quotebank.errors import UsageError
from quotebank.ingest.digest.html_text import looks_html, visible_spans
from quotebank.ingest.digest.markdown_blocks import (
    ENDED,
    Span,
    bullet,
    bullet_end,
    is_rule,
    looks_markdown,
    markdown_spans,
    opens_item,
)
from quotebank.ingest.digest.records import Block

_SAMPLE = 200_000
_WIDEST = 120
_NARROWEST = 40
_SHORT = 120
_HEADING = 80
_HEADING_WORDS = 12
_LABEL_WORDS = 3
_HEAD = 80
_FULL_LINES, _RUNNING_LINES = 0.7, 0.2
_RAGGED_LINES, _RAGGED_RUNNING, _RAGGED_MARGIN = 0.4, 0.5, 55
_LONGEST_RUN = 2
_MAYBE = "?"

_OPEN_ENDED = frozenset(".,;…")
_DECORATION = "*_=#~"

_OPENERS = (
    "now reading", "share this", "share on ", "subscribe to ", "subscribe now", "subscribe here", "sign up for ",
    "sign up to ", "sign up here", "unsubscribe", "view in browser", "view in your browser", "view this email",
    "view online", "view this post", "follow us", "read more about ", "read more on ", "read more at ",
    "read more here", "click here to ", "forward this email", "forwarded this ", "you are receiving this",
    "you're receiving this", "you received this", "photo:", "photos:", "photo/", "photo credit", "photo by ",
    "photograph:", "photograph by ", "image:", "image credit", "image caption", "image source", "picture:", "credit:",
    "getty images", "copyright ©", "copyright (c)", "copyright 19", "copyright 20", "©", "(c) 19", "(c) 20",
    "all rights reserved", "cookie policy", "cookie settings", "cookie notice", "we use cookies",
    "this site uses cookies", "this website uses cookies", "skip to content", "skip to main", "download pdf",
    "download the pdf", "also read:", "see also:", "lire aussi", "à lire aussi", "lire la suite", "a lire aussi",
    "voir aussi", "abonnez-vous", "s'abonner", "inscrivez-vous à", "se désabonner", "se désinscrire", "crédit photo",
    "crédits photo", "crédit :", "crédits :", "photo d'illustration", "photographie:", "partager sur", "partager cet",
    "suivez-nous", "tous droits réservés", "nous utilisons des cookies", "gérer les cookies",
    "voir dans le navigateur", "illustration:", "foto:", "fotos:", "foto/", "bild:", "bildquelle",
    "bildnachweis", "symbolbild", "quelle foto", "newsletter abonn", "newsletter bestell", "newsletter abbestell",
    "jetzt abonnieren", "hier abonnieren", "abonnieren sie", "mehr zum thema", "lesen sie auch", "lesen sie mehr",
    "auch interessant", "folgen sie uns", "alle rechte vorbehalten", "im browser ansehen", "im browser anzeigen",
    "diese seite verwendet cookies", "wir verwenden cookies", "cookie-einstellungen", "artikel teilen",
    "zum inhalt springen", "подписаться", "подпишитесь", "подписывайтесь", "отписаться", "фото:", "фото/",
    "фотография:", "фото предоставлено", "читайте также", "читать далее", "читать полностью", "читайте нас",
    "поделиться", "источник фото", "иллюстрация:", "все права защищены", "открыть в браузере", "следите за нами",
    "на эту тему:", "по теме:", "материалы по теме",
)  # fmt: skip
"""How a line begins that is boilerplate whatever follows; a space before a colon does not matter."""

_ALONE = frozenset({
    "advertisement", "advertisements", "advertising", "sponsored", "sponsored content", "subscribe", "sign up",
    "sign in", "log in", "login", "unsubscribe", "read more", "read on", "read also", "continue reading", "more",
    "share", "tweet", "print", "email", "e-mail", "email print", "print email", "pdf", "table of contents",
    "contents", "related", "related articles", "related stories", "related posts", "related content",
    "you may also like", "see also", "comments", "leave a comment", "cookies", "privacy policy", "terms of use",
    "terms of service", "contact us", "about us", "back to top", "menu", "search", "newsletter", "recommended",
    "most read", "most popular", "tags", "listen", "publicité", "partager", "imprimer", "sommaire",
    "table des matières", "mentions légales", "s'abonner", "s'inscrire", "se connecter", "sur le même sujet",
    "sur le même thème", "à lire également", "en savoir plus", "commentaires", "les plus lus",
    "politique de confidentialité", "recherche", "écouter", "anzeige", "werbung", "zum thema", "weiterlesen",
    "impressum", "datenschutz", "drucken", "teilen", "inhalt", "inhaltsverzeichnis", "abonnieren", "anmelden",
    "abbestellen", "kommentare", "merken", "mehr lesen", "suche", "meistgelesen", "kontakt", "nach oben", "vorlesen",
    "реклама", "на правах рекламы", "содержание", "оглавление", "комментарии", "по теме", "ещё по теме",
    "еще по теме", "печать", "распечатать", "версия для печати", "контакты", "о нас", "наверх", "поиск", "войти",
    "далее", "подробнее", "другие новости",
})  # fmt: skip
"""Lines that are boilerplate when they say nothing else, or go on behind a colon."""


def blocks(text: str, form: str = "") -> tuple[Block, ...]:
    """Part a digest into its blocks, in the order of the text and without overlap.

    `form` is ``text`` or ``markdown``, or ``""`` to tell from the text. Offsets count characters of `text`; the stretch
    of a block starts behind its bullet, quote or heading mark and has no white space at either end.
    """
    if form not in {"", "text", "markdown"}:
        raise UsageError(
            f'a digest of the form "{form}" cannot be parted into blocks', "the forms are text and markdown"
        )
    if form == "markdown" or (not form and looks_markdown(text)):
        spans = markdown_spans(text, wrapped=right_margin(text[:_SAMPLE].split("\n")) > 0)
        return _as_blocks(text, spans, headings=all(kind != "heading" for _, _, kind in spans))
    return _as_blocks(text, _plain(text))


def visible_text(html: str) -> tuple[str, tuple[Block, ...]]:
    """Give the text that an HTML page shows, and its blocks: one for each element that starts on a line of its own.

    The offsets count in the text given back, where an empty line stands between two blocks.
    """
    text, spans = visible_spans(html)
    return text, _as_blocks(text, spans)


def form_of(data_name: str, text: str) -> str:
    """Tell the form of a digest, ``html``, ``markdown`` or ``text``: by the ending of its name, else by its content.

    A name in ``.txt``, like one without an ending, promises nothing: much Markdown is kept in such files.
    """
    ending = data_name.rpartition(".")[2].casefold()
    if ending in {"html", "htm", "xhtml"}:
        return "html"
    if ending in {"md", "markdown", "mdown", "mkd"}:
        return "markdown"
    if looks_html(text):
        return "html"
    return "markdown" if looks_markdown(text) else "text"


def _plain(text: str) -> list[Span]:
    """Part plain text into spans, line by line or along its wrapped paragraphs."""
    separator = "\n" if "\n" in text else "\r"
    margin = right_margin(text[:_SAMPLE].split(separator))
    lines = text.split(separator)
    return _wrapped(lines, margin) if margin else _one_a_line(lines)


def right_margin(lines: list[str]) -> int:
    """Tell at which column these lines are wrapped; 0 when each is a paragraph of its own.

    In wrapped text a line ends because the next word no longer fits, so nearly every line and the word behind its end
    pass the margin together, and many next lines go on in lower case. Lists, verse and labels fail the first, one
    paragraph a line the second or the width.
    """
    shown = [line.rstrip() for line in lines]
    present = [line for line in shown if line]
    wide = sum(1 for line in present if len(line) > _WIDEST and " " in line)
    if wide * 20 > len(present):
        return 0
    pairs = [(a, b.lstrip()) for a, b in pairwise(shown) if a and b]
    pairs = [(a, b) for a, b in pairs if not bullet(b) and not is_rule(b) and not is_rule(a)]
    if not pairs:
        return 0
    lengths = sorted(len(a) for a, _ in pairs)
    margin = lengths[min(len(lengths) - 1, len(lengths) * 95 // 100)]
    filled = sum(1 for a, b in pairs if _room(a, b, margin) < 0) / len(pairs)
    running = sum(1 for a, b in pairs if b[0].islower() and a[-1] not in ENDED) / len(pairs)
    sure = filled >= _FULL_LINES and running >= _RUNNING_LINES
    ragged = filled >= _RAGGED_LINES and running >= _RAGGED_RUNNING and margin >= _RAGGED_MARGIN
    return margin if _NARROWEST <= margin <= _WIDEST and (sure or ragged) else 0


def _room(line: str, following: str, margin: int) -> int:
    """Count the columns left in `line` if the first word of the `following` one still stood in it."""
    word = following.find(" ")
    return margin - len(line) - 1 - (word if word > 0 else len(following))


def _one_a_line(lines: list[str]) -> list[Span]:
    """Make each line that shows anything a span."""
    spans = []
    place = 0
    for line in lines:
        shown = line.strip()
        if shown:
            start = place + line.index(shown[0])
            spans.append((start, start + len(shown), ""))
        place += len(line) + 1
    return spans


def _wrapped(lines: list[str], margin: int) -> list[Span]:
    """Join the lines of wrapped text into paragraphs and list items."""
    spans: list[Span] = []
    place = 0
    start = end = -1
    before, mark = "", ""
    for number, raw in enumerate(lines):
        line = raw.rstrip()
        shown = line.lstrip()
        if shown:
            begin = place + len(line) - len(shown)
            following = lines[number + 1] if number + 1 < len(lines) else ""
            if start >= 0 and _opens(before, line, following, margin, mark):
                spans.append((start, end, ""))
                start = -1
            if start < 0:
                start, mark = begin, bullet(shown)
            end, before = begin + len(shown), line
        elif start >= 0:
            spans.append((start, end, ""))
            start = -1
        place += len(raw) + 1
    if start >= 0:
        spans.append((start, end, ""))
    return spans


def _opens(before: str, line: str, following: str, margin: int, mark: str) -> bool:
    """Tell whether `line`, right under `before`, opens a new paragraph or item; `mark` is the open item's bullet."""
    shown = line.lstrip()
    room = _room(before, shown, margin)
    ended = before[-1] in ENDED
    if is_rule(shown) or is_rule(before.lstrip()):
        return True
    opening = bullet(shown)
    if opening:
        return room * 4 > margin or opens_item(opening, mark, before[-1])
    column = len(line) - len(shown)
    if not mark and column > len(before) - len(before.lstrip()):
        ahead = following.lstrip()
        if ahead and len(following) - len(ahead) != column:
            return True
        if not ahead:
            return ended or room > 0
    if shown[0].islower() and not ended:
        return room * 10 > margin * 6
    return room * 20 > margin * (3 if ended else 6)


@cache
def _letter() -> re.Pattern[str]:
    """Match a letter or digit."""
    return re.compile(r"[^\W_]")


@cache
def _citation() -> re.Pattern[str]:
    """Match what headings lack and citations have: brackets, bars, addresses, a label, a comma before a number."""
    return re.compile(r"[|()\[\]@]|://|www\.|\s[·•]\s|:\s+\S|,\D{0,40}\d|[,.]['\"’”»]|['\"’”»],")


def _as_blocks(text: str, spans: Iterable[Span], *, headings: bool = True) -> tuple[Block, ...]:
    """Number the spans, and tell the kind of those whose text is to tell it.

    Without `headings` short lines stay paragraphs, as in Markdown that marks its headings.
    """
    told = [(start, end, kind) if kind else _told(text, start, end) for start, end, kind in spans]
    _settle(text, told, headings=headings)
    return tuple(Block(number, start, end, kind) for number, (start, end, kind) in enumerate(told, 1))


def _told(text: str, start: int, end: int) -> Span:
    """Tell from its own text what a span is; ``?`` is a heading if its neighbours agree."""
    if _letter().search(text, start, end) is None:
        return start, end, "rule"
    after = bullet_end(text[start : min(end, start + _HEAD)])
    if end - start - after >= _SHORT:
        return start + after, end, "item" if after else "paragraph"
    line = text[start + after : end]
    if is_boilerplate(line):
        return start + after, end, "boilerplate"
    if after:
        return start + after, end, "item"
    return _heading(line, start, end)


def _heading(line: str, start: int, end: int) -> Span:
    """Tell a heading, what may be one (``?``) and a paragraph apart; leave out the marks around a heading."""
    title = _title(line)
    words = len(title.split())
    if len(title) > _HEADING or words > _HEADING_WORDS or "\n" in title:
        return start, end, "paragraph"
    sure = _is_marked(line, title) or title.isupper()
    if _is_no_heading(title, words, sure=sure):
        return start, end, "paragraph"
    if not sure:
        return start, end, _MAYBE
    begin = start + line.index(title)
    return begin, begin + len(title), "heading"


def _title(line: str) -> str:
    """Give the words of a heading without the stars or hashes around them."""
    sign = line[0]
    inner = line.strip(_DECORATION + " \t\xa0")
    if sign not in _DECORATION or not inner:
        return line
    if sign == "#":
        return line.lstrip("#").strip() if sign in inner else inner
    return line if sign in inner else inner


def _is_no_heading(title: str, words: int, *, sure: bool) -> bool:
    """Tell whether a short line ends or reads like a sentence, an introduction or a citation."""
    capitals = title.isupper()
    if title[-1] in _OPEN_ENDED and not (capitals and title[-1] == "."):
        return True
    if _citation().search(title) and not (capitals and _is_capitals_and_colon(title)):
        return True
    return not sure and words > _LABEL_WORDS and (title[-1] == ":" or title[0].islower())


def _is_marked(line: str, title: str) -> bool:
    """Tell whether a line is a heading in Markdown's way, "# Title" or "**Title**", or like it, "== Title =="."""
    sign = line[0]
    if sign == "#" and line.lstrip("#")[:1].isspace():
        return True
    return sign in _DECORATION and line[:2] == line[-2:] == sign * 2 and sign not in title


def _is_capitals_and_colon(title: str) -> bool:
    """Tell whether all that a heading in CAPITALS has of a citation is its colon."""
    return not _citation().search(title.replace(":", " "))


def _settle(text: str, told: list[Span], *, headings: bool) -> None:
    """Decide each span that may be a heading, in place, by how long its neighbours are."""
    at = 0
    while at < len(told):
        if told[at][2] != _MAYBE:
            at += 1
            continue
        stop = at
        while stop < len(told) and told[stop][2] == _MAYBE:
            stop += 1
        for index in range(at, stop):
            start, end, _ = told[index]
            if headings and _heads(text, told, index, stop - at, stop):
                title = _title(text[start:end])
                begin = text.index(title, start)
                told[index] = (begin, begin + len(title), "heading")
            else:
                told[index] = (start, end, "paragraph")
        at = stop
    if headings:
        _settle_title(text, told)


def _heads(text: str, told: list[Span], index: int, run: int, stop: int) -> bool:
    """Tell whether a short line is a heading: a label, or one of at most two above something longer."""
    start, end, _ = told[index]
    asks = text[end - 1] in "?!"
    if stop == len(told):
        return not asks and len(text[start:end].split()) <= _LABEL_WORDS
    below = told[stop][1] - told[stop][0]
    if (
        text[told[stop][0] : told[stop][0] + 3].lstrip("\"'„“”«»‚‘’ \xa0…")[:1].islower()
        and told[stop][2] == "paragraph"
    ):
        return False
    if asks:
        above = told[index - 1][1] - told[index - 1][0] if index else _SHORT
        return run == 1 and below >= _SHORT <= above
    if len(text[start:end].split()) <= _LABEL_WORDS:
        return True
    return run <= _LONGEST_RUN and (told[stop][2] == "item" or below > _HEADING or below * 2 > (end - start) * 3)


def _settle_title(text: str, told: list[Span]) -> None:
    """Make a short first line the heading that it is, brackets and colon notwithstanding, if more than it follows."""
    for index, (start, end, kind) in enumerate(told[:-1]):
        if kind in {"rule", "boilerplate"}:
            continue
        if kind == "paragraph" and _is_title(text[start:end], text[told[index + 1][0] : told[index + 1][1]][:_SHORT]):
            told[index] = (start, end, "heading")
        return


def _is_title(line: str, below: str) -> bool:
    """Tell whether the first line of a digest is its title, and not the first of a list of citations."""
    if len(line) >= _SHORT or line[-1] in _OPEN_ENDED or line[-1] in "?!:" or line[0].islower() or "\n" in line:
        return False
    if "://" in line or "www." in line or line.count(",") > 1 or len(line.split()) > _HEADING_WORDS:
        return False
    return len(below) >= _SHORT or not any(sign in line and sign in below for sign in "|:,([·")


def is_boilerplate(line: str) -> bool:
    """Tell whether a stripped line of less than 120 characters is navigation, a subscription or a picture credit."""
    low = line[:_SHORT].strip("[](){}<>*_►▶→»›|#• \t\xa0").casefold().replace("\xa0", " ").replace("’", "'")
    low = low.replace(" :", ":").replace(" /", "/")
    if low.startswith(_OPENERS) or "©" in low:
        return True
    head, colon, _ = low.partition(":")
    words = " ".join((head if colon else low).strip(".…»›→>!,| ").split())
    return words in _ALONE
