"""Annotations of the web by Hypothesis, as its API gives them: exact quotes with what stands around them.

Rows of annotations, alone, in a list or under ``rows``, as the "Hypothesis API" (v1) documents them; the quote is the
``exact`` of a W3C TextQuoteSelector ("Web Annotation Data Model", 4.2.4). The annotator is not who is quoted: the name
stands with the annotation's id and the words before and after the quote under ``hypothesis``.
"""

from collections.abc import Mapping

from quotebank.formats.json_entries import Entries
from quotebank.formats.parsed import Parsed, Problem
from quotebank.formats.text_source import Shelf, addressed, decode_text, utc_time
from quotebank.model.articles import Article
from quotebank.model.quotes import Locator, Quote
from quotebank.text.addresses import compared

_LISTS = ("rows", "annotations", "replies")
_KEPT = ("id", "user", "group", "references")
_PUBLIC = "__world__"
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
    for each in Entries(source.text, _LISTS, "not annotations: a list or an object in JSON is needed").read():
        if isinstance(each, Problem):
            shelf.problem(each.line, each.message, each.raw)
        else:
            _take(each.value, each.line, each.raw, shelf)
    return shelf.parsed()


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
