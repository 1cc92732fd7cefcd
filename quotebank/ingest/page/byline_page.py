"""An article's lines and the bylines marked in it, in the order in which the page shows them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement

from quotebank.ingest.page.byline_regions import Mark, Traits, is_block, teasers, traits_of

_MOST_MARKS, _MOST_LINES, _MOST_ELEMENTS = 200, 5000, 200_000
_LONGEST_TEXT = 1500
_EMPHASIS = frozenset(("b", "strong", "i", "em", "cite"))
_PARAGRAPHS = ("p", "div", "td", "span", "section", "article", "br", "font", "a", "b", "i", "em", "strong", "li")
_NEVER = frozenset(
    ("script", "style", "noscript", "template", "svg", "iframe", "figure", "figcaption", "nav", "footer")
)
_LEAST = 40
_OTHERS = ("a", "h1", "h2", "h3", "h4")
"""What an article within the article has when it is another one."""
_LEVELS, _AROUND = 3, 300
_HOLDERS, _PAGE = ("article", "main", "td", "body", "html"), ("body", "html")
_APART = frozenset(("span", "a", "time"))
_CLOSED = ""
"""Stands in a line's pieces where an element of `_APART` ends: pages set such elements side by side without spaces."""

_LONG = 160
_LONG_EAST = 70


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked byline: its element's text, the texts of marks inside it, and where it stands.

    `line` is the number of the line it begins in; `paragraphs` how many long ones stand between the headline and it.
    """

    mark: Mark
    text: str
    inner: tuple[str, ...]
    line: int
    paragraphs: int


@dataclass(slots=True)
class Lines:
    """What an article shows: its lines and its marks.

    `title` is the number of the headline's first line (-1 without one), `headline` that of the first line behind it.
    `signed` are the lines that are wholly in italics or bold, or stand at the right, as signatures do.
    """

    texts: list[str] = field(default_factory=list)
    title: int = -1
    signed: set[int] = field(default_factory=set)
    headline: int = 0
    marks: list[Marked] = field(default_factory=list)


def read_lines(tree: HtmlElement, article: HtmlElement | None, headline: HtmlElement | None = None) -> Lines:
    """The lines and marked bylines of a page's article: from a little above its headline to its end.

    A `headline` that is not given is looked for among the h1 elements.
    Time is proportional to the page, at most `_MOST_ELEMENTS` elements of it; depth costs nothing.
    """
    headline = headline if headline is not None else _headline(tree, article)
    whole = _with_surroundings(_whole(tree, article, headline))
    kept = frozenset([*_ancestors(headline), *_ancestors(article)])
    return _Reader(whole, headline, kept).read()


def is_long(text: str) -> bool:
    """Whether a line is a paragraph and not a byline or heading."""
    return len(text) > _LONG or (len(text) > _LONG_EAST and any("\u3040" <= char <= "\u9fff" for char in text[:20]))


def _ancestors(element: HtmlElement | None) -> list[HtmlElement]:
    return [] if element is None else [element, *element.iterancestors()]


def _headline(tree: HtmlElement, article: HtmlElement | None) -> HtmlElement | None:
    """The article's h1: its own, else the last before it, else the page's first outside of its header."""
    if article is not None:
        own = next(article.iter("h1"), None)
        if own is not None:
            return own
        before = article.getparent()
        for _ in range(4):
            if before is None:
                break
            found = next(before.iter("h1"), None)
            if found is not None:
                return found
            before = before.getparent()
    for tag in ("article", "main"):
        for element in tree.iter(tag):
            found = next(element.iter("h1"), None)
            if found is not None:
                return found
            break
    headlines = list(tree.iter("h1"))[:50]
    return max(headlines, key=lambda each: len("".join(each.itertext())[:300].strip()), default=None)


def _whole(tree: HtmlElement, article: HtmlElement | None, headline: HtmlElement | None) -> HtmlElement:
    """The smallest element around headline and article; without an article the headline's article or main."""
    if headline is None:
        return article if article is not None else tree
    around = list(headline.iterancestors())
    if article is not None:
        inside = set(_ancestors(article))
        return next((element for element in around if element in inside), tree)
    return next((element for element in around if element.tag in ("article", "main")), tree)


def _with_surroundings(whole: HtmlElement) -> HtmlElement:
    """An element with what little stands around it: the lines above a title, the signature below a text."""
    size = _letters(whole)
    for _ in range(_LEVELS):
        above = whole.getparent()
        if whole.tag in _HOLDERS or above is None or above.tag in _PAGE or _letters(above) - size > _AROUND:
            return whole
        whole = above
    return whole


def _letters(element: HtmlElement) -> int:
    return sum(map(len, element.itertext()))


def _size(element: HtmlElement) -> int:
    """How many characters of paragraphs an element has."""
    return sum(len(text) for text in element.itertext(*_PARAGRAPHS) if len(text) > _LEAST)


class _Reader:
    """Walks through an article once."""

    def __init__(self, whole: HtmlElement, headline: HtmlElement | None, kept: frozenset[HtmlElement]) -> None:
        self.whole, self.headline, self.kept = whole, headline, kept
        self.lines = Lines()
        self.pieces: list[str] = []
        self.paragraphs = 0
        self.inside: HtmlElement | None = None
        self.emphasis = self.right = 0
        self.unsigned = False
        self.size = 0
        self.teasers = teasers(whole)
        self.open: list[Traits] = []

    def read(self) -> Lines:
        """The lines of the element."""
        walk = etree.iterwalk(self.whole, events=("start", "end"))
        skipped: HtmlElement | None = None
        for count, (event, element) in enumerate(walk):
            if count > 2 * _MOST_ELEMENTS or len(self.lines.texts) > _MOST_LINES:
                break
            if event == "start":
                if isinstance(element.tag, str) and not self._is_skipped(element, traits := traits_of(element)):
                    self._start(element, traits)
                    continue
                walk.skip_subtree()
                skipped = element
                continue
            if element is not skipped:
                self._end(element)
            skipped = None
            if element is not self.whole:
                self._add(element.tail)
        self._flush()
        return self.lines

    def _is_skipped(self, element: HtmlElement, traits: Traits) -> bool:
        if element is self.whole or element in self.kept:
            return False
        other = (
            element.tag == "article" and self.headline is not None and next(element.iter(*_OTHERS), None) is not None
        )
        return (other or traits.foreign or element in self.teasers) and not self._is_most(element)

    def _is_most(self, element: HtmlElement) -> bool:
        """Whether an element holds most of the page's text, whatever its class says: then it is the article."""
        if element.tag in _NEVER:
            return False
        if not self.size:
            self.size = _size(self.whole) + 1
        return _size(element) * 5 > self.size * 2

    def _start(self, element: HtmlElement, traits: Traits) -> None:
        self.open.append(traits)
        if is_block(element):
            self._flush()
        if element is self.headline:
            self.lines.title = len(self.lines.texts)
        self.emphasis += element.tag in _EMPHASIS
        if element.tag in _APART and self.pieces and self.pieces[-1] is _CLOSED:
            self.pieces.append(" ")
        self.right += traits.right
        if traits.mark and self.inside is None and element is not self.whole and element not in self.kept:
            self.inside = element
            if len(self.lines.marks) < _MOST_MARKS:
                self.lines.marks.append(self._marked(element, traits.mark))
        self._add(element.text)

    def _add(self, text: str | None) -> None:
        if text:
            self.pieces.append(text)
            self.unsigned = self.unsigned or not (self.emphasis or self.right or text.isspace())

    def _end(self, element: HtmlElement) -> None:
        if element is self.inside:
            self.inside = None
        if is_block(element):
            self._flush()
        self.emphasis -= element.tag in _EMPHASIS
        if element.tag in _APART:
            self.pieces.append(_CLOSED)
        self.right -= self.open.pop().right
        if element is self.headline:
            self.lines.headline = len(self.lines.texts)
            self.paragraphs = 0

    def _flush(self) -> None:
        text = " ".join("".join(self.pieces).split())
        self.pieces, unsigned = [], self.unsigned
        self.unsigned = False
        if text:
            if not unsigned:
                self.lines.signed.add(len(self.lines.texts))
            self.lines.texts.append(text)
            self.paragraphs += is_long(text)

    def _marked(self, element: HtmlElement, mark: Mark) -> Marked:
        inner = [text_of(child) for child in _inner(element) if len(text_of(child)) <= _LONGEST_TEXT // 10]
        return Marked(mark, text_of(element), tuple(filter(None, inner)), len(self.lines.texts), self.paragraphs)


def _inner(element: HtmlElement) -> list[HtmlElement]:
    """The elements inside a mark that hold one name each: itemprop=name, else the innermost marks."""
    found: list[HtmlElement] = []
    marked: list[HtmlElement] = []
    for count, child in enumerate(element.iterdescendants()):
        if count > _MOST_MARKS:
            break
        if not isinstance(child.tag, str):
            continue
        if child.attrib.get("itemprop") == "name":
            found.append(child)
        elif (traits := traits_of(child)).mark and not traits.beside:
            marked = [each for each in marked if each is not child.getparent()]
            marked.append(child)
    return (found or marked)[:50]


def text_of(element: HtmlElement) -> str:
    """The text of a byline: jobs, dates and pictures in it left out, lines parted by bars, links by semicolons."""
    if element.tag == "meta":
        return str(element.attrib.get("content", ""))[:_LONGEST_TEXT]
    pieces: list[str] = []
    size = 0
    for piece in _pieces(element):
        pieces.append(piece)
        size += len(piece)
        if size > _LONGEST_TEXT:
            break
    return " ".join("".join(pieces).split())[: _LONGEST_TEXT + 1].strip(" |;")


def _pieces(element: HtmlElement) -> Iterator[str]:
    walk = etree.iterwalk(element, events=("start", "end"))
    skipped: HtmlElement | None = None
    closed = ""
    for event, child in walk:
        if event == "start":
            if not isinstance(child.tag, str) or (child is not element and traits_of(child).beside):
                walk.skip_subtree()
                skipped = child
                continue
            if is_block(child):
                yield " | "
            elif closed and child is not element:
                yield " ; " if closed == child.tag else " "
            closed = ""
            if child.tag == "meta" and child.attrib.get("itemprop") == "name":
                yield child.attrib.get("content", "")
            yield child.text or ""
            continue
        if child is element:
            return
        if child is skipped or is_block(child):
            yield " | "
        skipped = None
        tail = child.tail or ""
        closed = child.tag if isinstance(child.tag, str) and not tail.strip() else ""
        yield tail
