"""Annotations of the web by Hypothesis, as its API gives them: exact quotes with what stands around them.

Rows of annotations, alone, in a list or under ``rows``, as the "Hypothesis API" (v1) documents them; the quote is the
``exact`` of a W3C TextQuoteSelector ("Web Annotation Data Model", 4.2.4). The annotator is not who is quoted: the name
stands with the annotation's id and the words before and after the quote under ``hypothesis``.
"""

from collections.abc import Iterator, Mapping
from json import JSONDecodeError, JSONDecoder

from quotebank.formats.parsed import MOST_RAW, Parsed
from quotebank.formats.text_source import Shelf, addressed, decode_text, utc_time
from quotebank.model.articles import Article
from quotebank.model.quotes import Locator, Quote
from quotebank.text.addresses import compared

_LISTS = ("rows", "annotations", "replies")
_KEPT = ("id", "user", "group", "references")
_PUBLIC = "__world__"
_LONGEST_NUMBER = 400
_MINUTE = 60


def looks_like(start: bytes) -> bool:
    """Whether the first bytes of a file are annotations in JSON."""
    bare = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if bare[:1] not in (b"{", b"["):
        return False
    return b'"TextQuoteSelector"' in bare or (b'"uri"' in bare and (b'"acct:' in bare or b'"target"' in bare))


def read(data: bytes) -> Parsed:
    """The pages and the quotes of their annotations; bad ones are problems with their line. Raises nothing."""
    source = decode_text(data)
    shelf = Shelf(source.problems)
    reading = _Document(source.text, shelf)
    try:
        for item, start, end in reading.items():
            _take(item, reading.line(start), source.text[start : min(end, start + MOST_RAW)], shelf)
    except JSONDecodeError as failure:
        told = f"not JSON: {failure.msg}; nothing after this was read"
        shelf.problem(failure.lineno, told, source.text[failure.pos : failure.pos + 200])
    except RecursionError:
        shelf.problem(reading.line(reading.place), "not annotations: too deep; nothing after this was read")
    return shelf.parsed()


class _Document:
    """A JSON document walked item by item, so that what comes before an error is read."""

    def __init__(self, text: str, shelf: Shelf) -> None:
        self.text = text
        self.place = 0
        self._shelf = shelf
        self._decode = JSONDecoder(parse_int=_integer).raw_decode
        self._counted = (0, 1)

    def line(self, place: int) -> int:
        """The line of a place; places are asked for in their order."""
        counted, line = self._counted if self._counted[0] <= place else (0, 1)
        line += self.text.count("\n", counted, place)
        self._counted = (place, line)
        return line

    def items(self) -> Iterator[tuple[object, int, int]]:
        """Each annotation with its beginning and end."""
        self._skip()
        if self.text[self.place : self.place + 1] not in ("{", "["):
            self._shelf.problem(1, "not annotations: a list or an object in JSON is needed", self.text[:200])
            return
        while self.place < len(self.text):
            if self._at("["):
                yield from self._list()
            else:
                yield from self._object()
            self._skip()

    def _list(self) -> Iterator[tuple[object, int, int]]:
        self._over("[")
        while not self._at("]"):
            start = self.place
            value = self._value()
            yield value, start, self.place
            self._comma("]")
        self._over("]")

    def _object(self) -> Iterator[tuple[object, int, int]]:
        """An object with a list of annotations, or an annotation itself."""
        start = self.place
        members: dict[str, object] = {}
        is_list = False
        self._over("{")
        while not self._at("}"):
            name = self._value()
            self._over(":")
            if name in _LISTS and self._at("["):
                is_list = True
                yield from self._list()
            else:
                members[str(name)] = self._value()
            self._comma("}")
        self._over("}")
        if not is_list:
            yield members, start, self.place

    def _value(self) -> object:
        value, self.place = self._decode(self.text, self.place)
        self._skip()
        return value

    def _comma(self, end: str) -> None:
        if self._at(","):
            self._over(",")
        elif not self._at(end):
            raise JSONDecodeError(f"a comma or {end} is needed", self.text, self.place)

    def _over(self, mark: str) -> None:
        if not self._at(mark):
            raise JSONDecodeError(f"{mark} is needed", self.text, self.place)
        self.place += 1
        self._skip()

    def _at(self, mark: str) -> bool:
        if self.place >= len(self.text):
            raise JSONDecodeError("the file ends too early", self.text, self.place)
        return self.text[self.place] == mark

    def _skip(self) -> None:
        while self.place < len(self.text) and self.text[self.place] in " \t\n":
            self.place += 1


def _integer(digits: str) -> int | str:
    """A whole number; one of hundreds of digits, which Python refuses, as it stands."""
    return int(digits) if len(digits) < _LONGEST_NUMBER else digits


def _take(item: object, line: int, raw: str, shelf: Shelf) -> None:
    """One annotation: its page, and the quote with its note, or the note alone as a comment."""
    if not isinstance(item, Mapping):
        shelf.problem(line, "an annotation is an object", raw)
        return
    target = _first(item.get("target"))
    uri = _text(item, "uri") or _text(target, "source")
    if not uri:
        shelf.problem(line, "an annotation without the address of its page (uri)", raw)
        return
    selectors = [each for each in _list_of(target.get("selector")) if isinstance(each, Mapping)]
    exact = next((each for each in selectors if _text(each, "exact").strip()), {})
    tags = tuple(
        dict.fromkeys(tag.strip() for tag in _list_of(item.get("tags")) if isinstance(tag, str) and tag.strip())
    )
    quoted, note = _text(exact, "exact").strip(), _text(item, "text").strip()
    if not (quoted or note or tags):
        shelf.problem(line, "an annotation without quote, text and tags", raw)
        return
    article = _page(item, uri, () if quoted or note else tags)
    place = shelf.article(article, compared(article.url) or uri)
    if quoted or note:
        kept: dict[str, object] = {name: item[name] for name in _KEPT if item.get(name) not in (None, "", [], _PUBLIC)}
        kept |= {name: words for name in ("prefix", "suffix") if quoted and (words := _text(exact, name))}
        shelf.quote(
            Quote(
                article=place,
                kind="direct" if quoted else "comment",
                text=quoted or note,
                locator=_locator(selectors),
                tags=tags,
                note=note if quoted else "",
                added=utc_time(_text(item, "created")),
                modified=utc_time(_text(item, "updated")),
                extra={"hypothesis": kept} if kept else {},
            )
        )


def _page(item: Mapping[str, object], uri: str, tags: tuple[str, ...]) -> Article:
    """The page of an annotation. What has no address of the web (``urn:x-pdf:``, ``file:``) is a document."""
    document = item.get("document")
    title = document.get("title") if isinstance(document, Mapping) else None
    found = next((" ".join(each.split()) for each in _list_of(title) if isinstance(each, str)), "")
    if uri.lower().startswith("doi:"):
        uri = f"https://doi.org/{uri[4:].lstrip('/')}"
    if uri.lower().startswith(("http://", "https://")):
        return addressed(Article(type="webpage", title="" if found == uri else found, tags=tags), uri)
    return Article(type="document", title=found, tags=tags, extra={"hypothesis": {"uri": uri}})


def _locator(selectors: list[Mapping[str, object]]) -> Locator | None:
    """The page of a PDF or the time in a film, where the annotation says it."""
    for each in selectors:
        kind = each.get("type")
        if kind == "PageSelector" and (label := str(each.get("label") or "").strip()):
            return Locator("page", label)
        start = each.get("start")
        if kind == "MediaTimeSelector" and isinstance(start, int | float) and 0 <= start < _MINUTE**3:
            minutes, seconds = divmod(int(start), _MINUTE)
            return Locator("timestamp", f"{minutes // _MINUTE}:{minutes % _MINUTE:02}:{seconds:02}")
    return None


def _first(value: object) -> Mapping[str, object]:
    return next((each for each in _list_of(value) if isinstance(each, Mapping)), {})


def _list_of(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(shape: Mapping[str, object], name: str) -> str:
    value = shape.get(name)
    return value.replace("\x00", "") if isinstance(value, str) else ""
