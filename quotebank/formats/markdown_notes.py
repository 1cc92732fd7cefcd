"""A Markdown note with front matter, as Obsidian and web clippers keep one for each article: a record and its quotes.

The front matter is YAML between ``---`` and ``---`` or ``...``. Every value in it is taken as it is written: a date is
no timestamp, ``no`` is Norwegian and not false. Names of fields are those of tables (see `csv_reading`).

Block quotations (``> ``, CommonMark 5.1) of the body are direct quotes. Their place and speaker stand at the end or on
the line after: ``(p. 12)``, ``— Name, p. 3``.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from quotebank.formats.csv_reading import article_of, sorted_out
from quotebank.formats.parsed import Parsed
from quotebank.formats.text_source import LONGEST_TIME, Shelf, decode_text, locator_of
from quotebank.model.articles import Article
from quotebank.model.quotes import Locator, Quote

if TYPE_CHECKING:
    from yaml import Event

_LONGEST_FRONT = 64_000
"""Characters of front matter that are read; PyYAML takes a second for a megabyte."""

_DEEPEST = 8
_LONGEST_LIST = 4
"""How many parts between commas a place may have: ``pp. 3, 7``."""

_DASHES = ("—", "–", "--", "―", "- ")
_SYNONYMS = {"source": "url", "clipped": "date added"}
_NOTHING = ("", "null", "~", "Null", "NULL")


class _Lines(NamedTuple):
    """A block quotation: the line it starts on and its paragraphs, what was a mark of quotation taken off."""

    line: int
    lines: list[str]


def looks_like(start: bytes) -> bool:
    """Whether a file begins with front matter that has a field."""
    lines = decode_text(start).text.lstrip("\n").split("\n")
    return lines[0].rstrip() == "---" and any(re.match(r"\w[\w -]*:(?:\s|$)", line) for line in lines[1:4])


def read(data: bytes) -> Parsed:
    """One article and its quotes; a note without front matter, or with one that names nothing, is a problem."""
    source = decode_text(data)
    shelf = Shelf(source.problems)
    front, body, first = _parted(source.text)
    if front is None:
        shelf.problem(1, "no front matter: a first line of three dashes and fields of YAML, ended by three dashes")
        return shelf.parsed()
    shape = _fields(front, shelf)
    if shape is None:
        return shelf.parsed()
    article = _article(shape, body, shelf)
    if not (article.title or article.url):
        shelf.problem(1, "nothing says which source this is: no title, no address", front)
        return shelf.parsed()
    place = shelf.article(article)
    for block in _blocks(body, first):
        quote = _quote(block, article)
        if quote.text:
            shelf.quote(replace(quote, article=place))
    return shelf.parsed()


def _parted(text: str) -> tuple[str | None, str, int]:
    """The front matter, the rest, and the line on which that begins; None for no front matter."""
    start = len(text) - len(text.lstrip("\n"))
    found = re.compile(r"---[ \t]*\n(.*?\n)??(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL).match(text, start)
    if found is None:
        return None, text, 1
    return found[1] or "", text[found.end() :], text.count("\n", 0, found.end()) + 1


def _fields(front: str, shelf: Shelf) -> dict[str, str] | None:
    """The fields as texts, lists as texts parted by semicolons; None, and a problem, for what cannot be read."""
    if len(front) > _LONGEST_FRONT:
        shelf.problem(2, f"front matter of more than {_LONGEST_FRONT:,} characters; not read", front)
        return None
    from yaml import BaseLoader, YAMLError, load, parse

    try:
        if told := _refused(parse(front, BaseLoader)):
            shelf.problem(2, f"front matter with {told}; not read", front)
            return None
        loaded = load(front, BaseLoader)  # noqa: S506 -- it makes texts, lists and mappings of texts, and nothing else
    except (YAMLError, ValueError) as failure:
        mark = getattr(failure, "problem_mark", None)
        line = mark.line + 2 if mark else 2
        why = getattr(failure, "problem", None) or "not YAML"
        shelf.problem(line, f"front matter: {why}; read line by line", front, mended=True)
        loaded = _by_lines(front)
    if not isinstance(loaded, dict):
        shelf.problem(2, "front matter without fields", front)
        return None
    flat = {str(name): "; ".join(_texts(value)) for name, value in loaded.items()}
    return {name: text for name, text in flat.items() if text not in _NOTHING and "{{" not in text}


def _refused(events: "Iterator[Event]") -> str:
    """What makes front matter unfit to be read: aliases, by which few lines become many, and deep nesting."""
    from yaml import AliasEvent, CollectionEndEvent, CollectionStartEvent

    depth = 0
    for event in events:
        if isinstance(event, AliasEvent):
            return "aliases (*)"
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        if depth > _DEEPEST:
            return "lists within lists"
    return ""


def _by_lines(front: str) -> dict[str, object]:
    """Fields of front matter that is no YAML, as by a colon in a title: a name, a colon, the rest of the line."""
    found: dict[str, object] = {}
    name = ""
    for line in front.split("\n"):
        match = re.match(r"([^\s:#-][^:]{0,80}?)\s*:(?:\s+(.*))?$", line)
        if match:
            name = match[1]
            found[name] = _unquoted(match[2] or "")
        elif name and (item := re.match(r"\s*-\s+(.*)", line)):
            before = found[name]
            found[name] = [*before, item[1]] if isinstance(before, list) else [item[1]]
    return found


def _unquoted(text: str) -> str:
    text = text.strip()
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else text


def _texts(value: object) -> Iterator[str]:
    """The texts of a value, brackets of links within them taken off: ``[[Name]]``, ``[[path/Name|shown]]``."""
    if isinstance(value, list):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, dict):
        for name, each in value.items():
            yield f"{name}: {', '.join(_texts(each))}"
    elif isinstance(value, str) and value.strip() not in _NOTHING:
        yield _link().sub(lambda link: link[2] or link[1].rpartition("/")[2], value).strip()


@cache
def _link() -> "re.Pattern[str]":
    return re.compile(r"\[\[([^\[\]|\n]{1,200})(?:\|([^\[\]\n]{1,200}))?\]\]")


def _article(shape: dict[str, str], body: str, shelf: Shelf) -> Article:
    """The article of the fields; its title may be the first heading of the body."""
    named = {_synonym(name, text, shape): text for name, text in shape.items()}
    values, extra = sorted_out(named)
    for name in ("quote", "kind", "speaker", "locator"):
        if name in values:
            extra[name] = values.pop(name)
    if "tags" in values:
        mark = ";" if ";" in values["tags"] else ","
        values["tags"] = ";".join(tag.strip().removeprefix("#") for tag in values["tags"].split(mark)) + ";"
    if not values.get("title") and (heading := re.search(r"^# +(\S.{0,999})$", body, re.MULTILINE)):
        values["title"] = heading[1].rstrip(" #")
    article, unread = article_of(values)
    for name, why in unread.items():
        extra[name] = values[name]
        if why:
            shelf.problem(2, f"{why}; kept as it is", values[name], mended=True)
    return replace(article, extra={**article.extra, "markdown": extra}) if extra else article


def _synonym(name: str, text: str, shape: dict[str, str]) -> str:
    """The name of a field as tables have it; a ``source`` that is no address is an outlet."""
    meant = _SYNONYMS.get(name.lower(), name)
    if name.lower() == "source" and "://" not in text:
        meant = "outlet"
    return name if meant != name and meant in {other.lower() for other in shape} else meant


def _blocks(body: str, first: int) -> Iterator[_Lines]:
    """The block quotations of a body, each with the line after it where that says who spoke; none of fenced code."""
    block: _Lines | None = None
    fence = ""
    for number, line in enumerate(body.split("\n"), first):
        mark = _fence_of(line)
        quoted = re.match(r" {0,3}>[ \t]?", line) if not fence else None
        if quoted:
            block = block or _Lines(number, [])
            block.lines.append(re.sub(r"^(?:[ \t]{0,3}>[ \t]?)+", "", line[quoted.end() :]).rstrip())
            continue
        if block and block.lines[-1] and line.strip() and not mark and _goes_on(line):
            block.lines.append(line.strip())
            continue
        if block:
            if block.lines[-1] and line.lstrip().startswith(_DASHES[:4]) and not re.fullmatch(r"[\s-]*", line):
                block.lines.append(line.strip())
            yield block
            block = None
        if mark and (not fence or mark.startswith(fence)):
            fence = "" if fence else mark
    if block:
        yield block


def _fence_of(line: str) -> str:
    found = re.match(r" {0,3}(`{3,}|~{3,})", line)
    return found[1] if found else ""


def _goes_on(line: str) -> bool:
    """Whether a line without a mark goes on with the paragraph of a quotation (CommonMark 5.1, laziness)."""
    return re.match(r"\s{0,3}(?:#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s|[-*_=]{3}|[—–―]|--|\||<|\[\^)", line) is None


def _quote(block: _Lines, article: Article) -> Quote:
    """The quotation of a block, its speaker and its place taken off its end."""
    lines = block.lines
    if lines and re.match(r"\[![\w-]+\][+-]?", lines[0]):
        lines = lines[1:]
    lines = [re.sub(r"\s\^[\w-]+$|^\^[\w-]+$", "", line) for line in lines]
    while lines and not lines[-1]:
        lines = lines[:-1]
    speaker, locator = "", None
    if len(lines) > 1 and lines[-1].startswith(_DASHES):
        speaker, locator = _attributed(lines[-1].lstrip("—–―- "))
        lines = lines[:-1]
    paragraphs = "\n".join(lines).strip("\n").split("\n\n")
    text = "\n\n".join(" ".join(paragraph.split("\n")) for paragraph in paragraphs if paragraph.strip())
    if locator is None:
        text, locator = _placed(text)
    authors = {name.display.casefold() for name in article.authors}
    return Quote(kind="direct", text=text, locator=locator, speaker="" if speaker.casefold() in authors else speaker)


def _attributed(line: str) -> tuple[str, Locator | None]:
    """Who spoke and where: ``Name, p. 3``, ``Name (p. 3)``, ``p. 3``."""
    line, locator = _placed(line)
    parts = line.split(",")
    for count in range(max(0, len(parts) - _LONGEST_LIST), len(parts) if locator is None else 0):
        if locator := _named_place(",".join(parts[count:])):
            line = ",".join(parts[:count])
            break
    return "".join(_texts(line.strip(" ,;"))), locator


def _placed(text: str) -> tuple[str, Locator | None]:
    """A text without the place in brackets at its end, and that place."""
    end = re.search(r"\s*[(\[]([^()\[\]\n]{1,60})[)\]]\.?$", text[-LONGEST_TIME:])
    locator = _named_place(end[1]) if end else None
    return (text[: len(text) - len(end[0])].rstrip(), locator) if end and locator else (text, None)


def _named_place(text: str) -> Locator | None:
    """A place that is called one, or a time: a bare number may be a year, a footnote or part of a name."""
    named = r"\s*(?:[^\W\d]+\.?\s?\d|[^\W\d]+(?:\.\s?|\s)\w|[§¶]+\s?\d|\d+:\d)"
    return locator_of(text) if len(text) <= LONGEST_TIME and re.match(named, text) else None
